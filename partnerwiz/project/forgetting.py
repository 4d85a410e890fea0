"""True withdrawal: what is forgotten leaves the answers, and all that this program keeps beside
them (promise P6; a facilitator's: « retirez cette phrase », field review).

The copies go first and the answer last: cut off anywhere, it is simply done again.
"""

import contextlib
import glob
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from partnerwiz.errors import PartnerwizError, reason
from partnerwiz.method.model import Method, Question
from partnerwiz.project.durable import confirm_folder, write_file
from partnerwiz.project.exports import written_here
from partnerwiz.project.model import TOGETHER, Project, answer_path, pointer
from partnerwiz.project.releasing import without_released
from partnerwiz.project.store import PREVIOUS, Entry, Store, private_folder
from partnerwiz.project.withdrawing import Gone, names, texts, withdrawals, without

_CARD = ("name", "article", "role", "since", "until", "number")
"""What the table knows of an organisation: not its word, and so it stays."""
_SAID = ("answers", "open", "done", "positions", "released", "received")


def forget(store: Store, gone: Gone, on: str) -> None:
    """Gone, durably, when this returns. `store` is open in the name of the voice, without its
    private answers where all is forgotten. Raises `PartnerwizError`; doing it again is safe.
    """
    _clean(private_folder(store.path), store.path, gone)
    store.save(without(store.project, gone, on), forgetting=_entries(gone))


def save(store: Store, project: Project, method: Method) -> list[Gone]:
    """As `Store.save`; what is withdrawn in `project` is first gone as `forget` makes it: what
    others ask to be withdrawn is kept here no more than what is withdrawn here. Returns that.
    """
    found = withdrawals(store.project, project, method)
    for gone in found:
        state = project.state(gone.question, gone.voice) if gone.question else None
        forget(store, gone, state.on if state else "")
    for owner, question in _public_no_more(store.project, project, method):
        take_back(store, question, "", owner)
    store.save(project)
    return found


def _public_no_more(before: Project, after: Project, method: Method) -> list[tuple[str, Question]]:
    """What an organisation took back, or some lines of it."""
    found = []
    for owner, one in before.organisations.items():
        there = after.organisations[owner].block.released if owner in after.organisations else {}
        for name, words in one.block.released.items():
            lines = words if isinstance(words, Mapping) else ()
            left = there.get(name) or {}
            if not left or any(line not in left for line in lines):
                found.append((owner, method.questions[name]))
    return found


def take_back(store: Store, question: Question, row: str, owner: str = "") -> None:
    """What was released is public no more, and `restore` does not bring it back. The private
    answer stays. `owner`: if it is not the seat.
    """
    owner = owner or store.seat
    folder = private_folder(store.path)
    path = ("organisations", owner, "released", question.id)
    _remove(folder / PREVIOUS)
    for history in sorted(folder.glob("*.history")):
        _rewrite(history, lambda data: _lines_without(data, lambda one: one.get("path") == [*path]))
    project = without_released(store.project, question, owner, row)
    store.save(project, forgetting=[Entry(None, path, whole=not row)])


def in_git(path: Path) -> bool:
    """Whether the project stands in a folder whose history git keeps."""
    return any((folder / ".git").exists() for folder in path.resolve().parents)


# the files


def _entries(gone: Gone) -> list[Entry]:
    """Where it stands in the files."""
    question, voice = gone.question, gone.voice
    if question is None:
        return [Entry(None, ("organisations", str(voice), name), whole=True) for name in _SAID]
    whole = not gone.row
    found = []
    for name in (question.id, *question.was):
        if question.private:
            found.append(Entry(voice, ("answers", name), whole))
            found.append(Entry(None, ("organisations", str(voice), "released", name), whole))
        else:
            found.append(Entry(None, answer_path(name, voice), whole))
    return found


def _clean(folder: Path, project: Path, gone: Gone) -> None:
    """The copies of it on this desk: versions before, histories, what was left half-written."""
    private = gone.question is not None and gone.question.private
    copies = [] if private and not gone.question.release else [PREVIOUS]  # type: ignore[union-attr]
    if private:
        copies.append(f"{gone.voice}.previous")
    elif gone.question is None:
        endings = ("yaml", "previous", "history", "halves", "room.halves")
        copies += [f"{gone.voice}.{ending}" for ending in endings]
    for name in copies:
        _remove(folder / name)
    for history in sorted(folder.glob("*.history")):
        _rewrite(history, lambda data: _history_without(data, gone))
    for halves in sorted(folder.glob("*.halves")):
        _rewrite(halves, lambda data: _halves_without(data, gone))
    for name in written_here(project):  # of a document whose writing was cut off
        for part in project.parent.glob(f".{glob.escape(name)}.*.part"):
            _remove(part)


def _remove(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError:
        return
    except OSError as error:
        raise PartnerwizError("cannot-write", file=path, reason=reason(error)) from None
    confirm_folder(path.parent, path)


def _rewrite(path: Path, rest: Callable[[bytes], bytes]) -> None:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PartnerwizError("cannot-read", file=path, reason=reason(error)) from None
    if (kept := rest(data)) != data:
        write_file(path, kept, expected=data)


def _history_without(data: bytes, gone: Gone) -> bytes:
    return _lines_without(data, lambda told: _tells(told, gone))


def _lines_without(data: bytes, tells: Callable[[Mapping[str, Any]], bool]) -> bytes:
    """A line that cannot be read, as a save that was cut off leaves one, may hold anything: it
    goes too.
    """
    kept = []
    for line in data.splitlines(keepends=True):
        with contextlib.suppress(ValueError):
            told = json.loads(line)
            if isinstance(told, dict) and not tells(told):
                kept.append(line)
    return b"".join(kept)


def _tells(told: Mapping[str, Any], gone: Gone) -> bool:
    """Whether a line of history holds old or new words of it."""
    path = told.get("path")
    if not isinstance(path, list) or not path:
        return False
    said = (told.get("was"), told.get("now"))
    if path[0] == "proposals":
        at = _pointers(gone)
        one_of = (one for found in said if isinstance(found, list) for one in found)
        return any(isinstance(one, dict) and _at(one).startswith(at) for one in one_of)
    owner, within = (path[1], path[2:]) if path[0] == "organisations" else (None, path)
    if gone.question is None:
        return owner == gone.voice and bool(within) and within[0] not in _CARD
    name, *rest = within or [""]
    if name == "received" and owner == gone.voice and not gone.row:
        return gone.question.id in "".join(texts(list(said)))
    if not rest or not names(str(rest[0]), gone.question):
        return False
    if name == "positions":
        return not gone.row or rest[0] == f"{gone.question.id}/{gone.row}"
    if owner != gone.voice and not (gone.question.private and owner is None):
        return False
    return not gone.row or any(isinstance(one, dict) and gone.row in one for one in said)


def _at(proposal: Mapping[str, Any]) -> str:
    return str(proposal.get("at", ""))


def _pointers(gone: Gone) -> tuple[str, ...]:
    if gone.question is None:
        return (pointer("organisations", str(gone.voice)) + "/",)
    names = (gone.question.id, *gone.question.was)
    return tuple(pointer(*answer_path(name, gone.voice)) for name in names)


def _halves_without(data: bytes, gone: Gone) -> bytes:
    """A damaged file holds nothing that can be taken up again: nothing of it is kept."""
    try:
        found = json.loads(data)
    except ValueError:
        return b"{}"
    if not isinstance(found, dict):
        return b"{}"
    return json.dumps({key: one for key, one in found.items() if not _drafts(key, gone)}).encode()


def _drafts(mark: str, gone: Gone) -> bool:
    if mark.startswith("position:"):  # what someone began to say of these very words
        about, _, speaker = mark.removeprefix("position:").rpartition("/")
        if gone.question is None:
            return speaker == gone.voice
        return names(about, gone.question) and gone.row in ("", about.partition("/")[2])
    question, _, voice = mark.partition("/")
    ours = gone.question is None or question in (gone.question.id, *gone.question.was)
    return ours and (voice or TOGETHER) == gone.voice
