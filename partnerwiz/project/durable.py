"""Files that are whole or not there at all: the order of operations that a power cut cannot break.

Write beside the target under a random name (O_EXCL, 0600 or the target's mode), fsync, compare
what is on disk with what was read, keep the old version by a hard link, rename, fsync the folder.
"""

import contextlib
import glob
import os
import shutil
import stat
import time
from pathlib import Path

from partnerwiz.errors import PartnerwizError, reason

_PLAINLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""not through a link; on Windows, line endings as they are"""
_WINDOWS = os.name == "nt"


class ChangedOutsideError(PartnerwizError):
    """The file is no longer the one that was read: someone edited it meanwhile."""


def write_file(
    target: Path, data: bytes, *, expected: bytes | None, previous: Path | None = None
) -> None:
    """Put `data` at `target`, durably.

    `expected` is what was read there; None: there must be nothing. `previous` is where the version replaced is kept. Raises `ChangedOutsideError` or `PartnerwizError`, and then
    the target is as it was.
    """
    part = target.with_name(f".{target.name}.{os.urandom(6).hex()}.part")
    try:
        try:
            _write_part(part, data, target if expected is not None else None)
            if expected is None:
                _create(part, target)
            else:
                if target.read_bytes() != expected:
                    raise ChangedOutsideError("changed-outside", file=target.name)
                if previous:
                    _keep(target, previous)
                _rename(part, target)
            confirm_folder(target.parent, target)
        finally:
            with contextlib.suppress(OSError):
                part.unlink()
    except FileNotFoundError:
        raise ChangedOutsideError("changed-outside", file=target.name) from None
    except FileExistsError:
        raise PartnerwizError("exists-already", file=target.name) from None
    except OSError as error:
        raise PartnerwizError("cannot-write", file=target, reason=reason(error)) from None


def _write_part(part: Path, data: bytes, like: Path | None) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAINLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        if like and not _WINDOWS:
            found = like.stat()
            mine = os.fstat(file.fileno())
            if (found.st_uid, found.st_gid) != (mine.st_uid, mine.st_gid):
                with contextlib.suppress(OSError):  # not ours to give: the rename still succeeds
                    os.fchown(file.fileno(), -1, found.st_gid)
            os.fchmod(file.fileno(), stat.S_IMODE(found.st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _create(part: Path, target: Path) -> None:
    try:
        os.link(part, target)  # fails if something stands there, where a rename would replace it
    except FileExistsError:
        raise
    except OSError:  # no hard links on this disk
        if target.exists():
            raise FileExistsError from None
        _rename(part, target)


def _keep(target: Path, previous: Path) -> None:
    part = previous.with_name(f".{previous.name}.{os.urandom(6).hex()}.part")
    try:
        os.link(target, part)
    except OSError:
        _write_part(part, target.read_bytes(), None)
    try:
        _rename(part, previous)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _rename(part: Path, target: Path) -> None:
    for _ in range(10):
        try:
            part.replace(target)
        except PermissionError:
            if not _WINDOWS:
                raise
            time.sleep(0.1)  # a scanner or a sync client holds the file for a moment
        else:
            return
    part.replace(target)


def confirm_folder(folder: Path, written: Path) -> None:
    """The name of what was written, on disk too. Raises `PartnerwizError` if that is not sure."""
    if _WINDOWS:
        return
    try:
        _sync_folder(folder)
    except OSError as error:
        raise PartnerwizError("not-confirmed", file=written, reason=reason(error)) from None


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append_line(path: Path, line: str) -> None:
    """Add one line to a private file, durably."""
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | _PLAINLY
        with os.fdopen(os.open(path, flags, 0o600), "ab") as file:
            file.write(line.encode("utf-8", "backslashreplace") + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise PartnerwizError("cannot-write", file=path, reason=reason(error)) from None


def remove_leftovers(target: Path, folder: Path) -> None:
    """Parts of a save that was cut off, of the project and in its private folder. Never read; gone
    once the lock says nobody else writes.
    """
    parts = [*target.parent.glob(f".{glob.escape(target.name)}.*.part"), *folder.glob(".*.part")]
    for part in parts:
        with contextlib.suppress(OSError):
            part.unlink()
    for writing in folder.glob(".writing.*"):  # of an editor that was killed
        shutil.rmtree(writing, ignore_errors=True)
