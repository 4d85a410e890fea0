"""The files of a project and the one way to save it.

`valmorin.yaml` may be e-mailed as it is. `valmorin.private/` stays: one file per seat with its
private answers, its history of changes, what it left half-written, the previous versions, the lock.
"""

import contextlib
import datetime
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from partnerwiz.errors import PartnerwizError, Problem, reason
from partnerwiz.method.model import Method
from partnerwiz.project.durable import (
    ChangedOutsideError,
    append_line,
    confirm_folder,
    remove_leftovers,
    write_file,
)
from partnerwiz.project.lock import Lock
from partnerwiz.project.model import ANIMATION, Project
from partnerwiz.project.reading import project_in, read_private, read_project
from partnerwiz.project.writing import apply, changes, new_private_text, new_project_text
from partnerwiz.yamlfile import compose, read_text
from partnerwiz.yamltext import YamlText

PREVIOUS = "_project.previous"
"""No seat can have this name: ids start with a letter or a digit."""


def private_folder(path: Path) -> Path:
    return path.resolve().with_suffix(".private")


def seats_here(path: Path) -> list[str]:
    """The seats that have worked on this copy: those with a private file; else the facilitator."""
    folder = private_folder(path)
    seats = sorted(one.stem for one in folder.glob("*.yaml"))
    if not seats and (folder / f"{ANIMATION}.history").exists():
        return [ANIMATION]
    return seats


def load(path: Path, method: Method, seat: str | None = None) -> Project:
    """The project, with the private answers of `seat` if it has any. Nothing is written."""
    project = project_in(read_text(path), path, method)
    private = private_folder(path) / f"{seat}.yaml"
    if seat and seat in project.organisations and private.exists():
        project, _ = read_private(read_text(private), private, project, method)
    return project


class Entry(NamedTuple):
    """An entry of a file that is being forgotten."""

    seat: str | None
    """whose private file; None: the project"""
    path: tuple[str, ...]
    whole: bool
    """whether all of it goes; else only the comments inside it, and what the save changes"""


class _Kept:
    """One of our files: its text, which changes entry by entry, and what is on disk."""

    def __init__(self, path: Path, previous: Path) -> None:
        self.path = path
        self.previous = previous
        self.data: bytes | None = None
        self.text: YamlText | None = None

    def write(self, text: YamlText, *, keep: bool = True) -> None:
        """`keep`: the version replaced stays as the previous one."""
        data = str(text).encode()
        previous = self.previous if keep else None
        try:
            write_file(self.path, data, expected=self.data, previous=previous)
        except PartnerwizError:
            # after a rename that the disk did not confirm, this is what stands there all the same
            with contextlib.suppress(OSError):
                if self.path.read_bytes() == data:
                    self.data = data
            raise
        self.data = data


class Store:
    """A project open for writing, in the name of one seat."""

    def __init__(self, path: Path, method: Method, seat: str, *, with_private: bool = True) -> None:
        self.path = path.resolve()
        self._named = path
        """as the person wrote it: problems are told with it"""
        self.seat = seat
        self.project: Project
        """as it is on disk"""
        self._method = method
        self._with_private = with_private
        self._folder = private_folder(path)
        self._shared = _Kept(self.path, self._folder / PREVIOUS)
        # what was begun at home is not shown in front of others
        self._halves = self._folder / f"{seat}{'' if with_private else '.room'}.halves"
        self._own = _Kept(self._folder / f"{seat}.yaml", self._folder / f"{seat}.previous")

    @classmethod
    @contextlib.contextmanager
    def open(
        cls, path: Path, method: Method, seat: str, *, with_private: bool = True
    ) -> Iterator["Store"]:
        """The store, read and locked until the end of the `with`. Where others look on, private
        answers are not even read.
        """
        store = cls(path, method, seat, with_private=with_private)
        if not store.path.exists():
            raise PartnerwizError("no-such-file", file=path)
        _writable(store.path)
        with store._locked():
            store.reload()
            yield store

    @classmethod
    @contextlib.contextmanager
    def create(cls, path: Path, method: Method, seat: str, project: Project) -> Iterator["Store"]:
        """As `open`, on a file that this writes first. Never over another one."""
        store = cls(path, method, seat)
        if store.path.exists() or path.is_symlink():
            raise PartnerwizError("exists-already", file=path)
        if any(one.suffix in (".yaml", ".history") for one in store._folder.glob("*")):
            raise PartnerwizError("private-there", folder=store._folder.name)
        with store._locked():
            write_file(store.path, new_project_text(project).encode(), expected=None)
            store.reload()
            store.claim()
            yield store

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        prepare(self._folder)
        lock = Lock(self._folder / "lock", self.path)
        lock.acquire()
        try:
            remove_leftovers(self.path, self._folder)
            yield
        finally:
            lock.release()

    def reload(self) -> Project:
        """What is on disk now. Raises `Unreadable`, and then the store is as it was."""
        text = read_text(self._named)
        project, shared = read_project(text, self._named, self._method)
        own, own_data = None, None
        if self.seat in project.organisations and self._with_private:
            exists = self._own.path.exists()
            private = read_text(self._own.path) if exists else new_private_text(project, self.seat)
            project, own = read_private(private, self._own.path, project, self._method)
            own_data = private.encode() if exists else None
        self._shared.text, self._shared.data = shared, text.encode()
        self._own.text, self._own.data = own, own_data
        self.project = project
        return project

    def claim(self) -> None:
        """From now on this copy is this seat's: a private file, even an empty one, says so. For
        the facilitator, who has none, the history does.
        """
        if self._own.text is not None and self._own.data is None:
            self._own.write(self._own.text)
        history = self._folder / f"{self.seat}.history"
        if not history.exists():
            append_line(history, _line({}))

    def save(self, project: Project, *, forgetting: Sequence[Entry] = ()) -> None:
        """On disk, durably, when this returns. With something to forget, nothing is kept of what
        this replaces: no version before, no history.

        Raises `ChangedOutsideError` where a file was edited meanwhile (`reload`, then decide) and
        `PartnerwizError` where the disk refuses; what was on disk is then untouched.
        """
        found = changes(self.project, project, self._method)
        try:
            for kept, private in ((self._shared, False), (self._own, True)):
                mine = [one for one in found if (one.seat is not None) == private]
                gone = [one for one in forgetting if (one.seat is not None) == private]
                if not (mine or gone) or kept.text is None:
                    continue
                before = str(kept.text)
                for entry in gone:
                    kept.text.uncomment(entry.path)
                    if entry.whole:
                        kept.text.remove(entry.path)
                apply(mine, kept.text)
                if mine or str(kept.text) != before:
                    kept.write(kept.text, keep=not forgetting)
        except PartnerwizError:
            self._forget_edits()
            raise
        self.project = project
        if forgetting:
            return
        lines = [_line({"path": list(one.path), "was": one.was, "now": one.value}) for one in found]
        if lines:
            append_line(self._folder / f"{self.seat}.history", "\n".join(lines))

    def halves(self) -> dict[str, Any]:
        """What this seat left half-written: prompt → draft. A damaged file holds none."""
        try:
            data = self._halves.read_bytes()
        except OSError:
            return {}
        import json

        try:
            found = json.loads(data)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def keep_halves(self, halves: dict[str, Any]) -> None:
        """On disk, in the private folder, when this returns; no file where there is nothing."""
        import json

        try:
            if not halves:
                self._halves.unlink(missing_ok=True)
                return
            before = self._halves.read_bytes() if self._halves.exists() else None
        except OSError as error:
            raise PartnerwizError("cannot-write", file=self._halves, reason=reason(error)) from None
        write_file(self._halves, json.dumps(halves).encode(), expected=before)

    def _forget_edits(self) -> None:
        """The texts in memory hold what did not reach the disk: read them anew from what did."""
        for kept in (self._shared, self._own):
            if kept.text is not None and kept.data is not None:
                text = kept.data.decode()
                kept.text = YamlText(text, compose(text, kept.path))


def restore(path: Path, seat: str | None = None) -> None:
    """Bring back the version before the last save; doing it again undoes it.

    Of the project, or of one seat's private file. Nothing is parsed: it mends damaged files too.
    """
    target = path.resolve()
    folder = private_folder(path)
    previous = folder / PREVIOUS
    if seat:
        target, previous = folder / f"{seat}.yaml", folder / f"{seat}.previous"
    if not previous.is_file():
        raise PartnerwizError("no-previous", file=target.name)
    lock = Lock(folder / "lock", path)
    lock.acquire()
    try:
        try:
            data = previous.read_bytes()
            expected = target.read_bytes() if target.exists() else None
        except OSError as error:
            raise PartnerwizError("cannot-read", file=target, reason=reason(error)) from None
        write_file(target, data, expected=expected, previous=previous)
    finally:
        lock.release()


def prepare(folder: Path) -> None:
    """The private folder, closed to others and kept out of version control."""
    try:
        if not folder.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            confirm_folder(folder.parent, folder)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            write_file(ignore, b"*\n", expected=None)
    except OSError as error:
        raise PartnerwizError("cannot-write", file=folder, reason=reason(error)) from None


def too_open(path: Path) -> Problem | None:
    """Whether others of this computer can look into the private folder."""
    folder = private_folder(path)
    if os.name == "nt" or not folder.is_dir() or not stat.S_IMODE(folder.stat().st_mode) & 0o077:
        return None
    return Problem(folder, 0, "private-open", {"folder": folder})


def _writable(path: Path) -> None:
    """Told before the first question, not after the first answer."""
    for one, rights in ((path, os.W_OK), (path.parent, os.W_OK | os.X_OK)):
        if not os.access(one, rights):
            raise PartnerwizError(
                "cannot-write", file=one, reason=reason(OSError(errno.EACCES, ""))
            )


def _line(told: dict[str, Any]) -> str:
    """One line of the history, with its moment."""
    import json  # only once something is saved

    moment = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    return json.dumps({"on": moment, **told}, ensure_ascii=False)


__all__ = [
    "ChangedOutsideError",
    "Entry",
    "Store",
    "load",
    "private_folder",
    "restore",
    "seats_here",
]
