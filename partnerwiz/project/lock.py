"""One writer at a time. The lock dies with its process, so a crash never leaves one behind."""

import contextlib
import datetime
import os
from pathlib import Path
from typing import Any

from partnerwiz.errors import PartnerwizError, reason

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]
    import msvcrt

_FAR = 1 << 30
"""Windows locks bytes, and a locked byte cannot be read: lock one behind the text."""


class Lock:
    """Held from `acquire` to `release` or to the end of the process."""

    def __init__(self, path: Path, project: Path) -> None:
        self._path = path
        self._project = project
        self._handle: int | None = None

    def acquire(self) -> None:
        """Raises `PartnerwizError` at once, saying who holds it and since when."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(self._path, flags, 0o600)
        except OSError as error:
            raise PartnerwizError("cannot-write", file=self._path, reason=reason(error)) from None
        try:
            _lock(handle)
        except OSError:
            who, _, since = os.read(handle, 200).decode("utf-8", "replace").partition("\t")
            os.close(handle)
            raise PartnerwizError(
                "locked", file=self._project.name, who=who or "?", since=since.strip() or "?"
            ) from None
        now = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        os.ftruncate(handle, 0)
        os.write(handle, f"{_host()}, {os.getpid()}\t{now}\n".encode())
        self._handle = handle

    def release(self) -> None:
        if self._handle is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None


def _host() -> str:
    # importing socket for a name would cost as much as reading the whole method
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "?")


def _lock(handle: int) -> None:
    if fcntl:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return
    windows: Any = msvcrt
    os.lseek(handle, _FAR, os.SEEK_SET)
    windows.locking(handle, windows.LK_NBLCK, 1)
    os.lseek(handle, 0, os.SEEK_SET)
