"""True withdrawal: what is forgotten leaves the answers, and all that this program keeps beside
them (promise P6; a facilitator's: « retirez cette phrase », field review).

The copies go first and the answer last: cut off anywhere, it is simply done again.
"""

import contextlib
import glob
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from partnerwiz.errors import PartnerwizError, reason
from partnerwiz.method.model import Method, Question
from partnerwiz.project.durable import confirm_folder, write_file
from partnerwiz.project.exports import written_here
from partnerwiz.project.model import TOGETHER, Block, Project, State, answer_path, pointer
from partnerwiz.project.releasing import without_released
from partnerwiz.project.store import PREVIOUS, Entry, Store, private_folder

_CARD = ("name", "article", "role", "since", "until", "number")
"""What the table knows of an organisation: not its word, and so it stays."""
_SAID = ("answers", "open", "done", "positions", "released", "received")
_TELLING = 12
"""characters from which a text is looked for elsewhere: shorter ones are anyone's"""


class Gone(NamedTuple):
    """What is to be forgotten: an answer, one of its lines, or all that an organisation said."""

    voice: str | None
    question: Question | None = None
    """None: everything"""
    row: str = ""


def forget(store: Store, gone: Gone, on: str) -> None:
    """Gone, durably, when this returns. `store` is open in the name of the voice, without its
    private answers where all is forgotten. Raises `PartnerwizError`; doing it again is safe.
    """
    _clean(private_folder(store.path), store.path, gone)
    store.save(without(store.project, gone, on), forgetting=_entries(gone))


def take_back(store: Store, question: Question, row: str) -> None:
    """What was released is public no more, and `restore` does not bring it back. The private
    answer stays.
    """
    _remove(private_folder(store.path) / PREVIOUS)
    path = ("organisations", store.seat, "released", question.id)
    project = without_released(store.project, question, store.seat, row)
    store.save(project, forgetting=[Entry(None, path, whole=not row)])


def without(project: Project, gone: Gone, on: str) -> Project:
    """The project in which it was never said; a shared answer leaves the day it was withdrawn."""
    question, voice, row = gone.question, gone.voice, gone.row
    if question is None:
        return _without_all(project, str(voice), on)
    value = project.value(question, voice)
    rest = _without_key(value, row) if row and isinstance(value, Mapping) else None
    if question.private:
        project = _without_private(project, question, str(voice), row)
    elif row and rest:
        block = project.block(question, voice)
        block = replace(block, answers={**block.answers, question.id: rest})
        project = _with_shared(project, voice, block).settled(question, voice)
    elif not row or value is not None:
        project = project.without(question, voice, on)
    if voice is TOGETHER:
        return _without_positions(project, question, row if rest else "")
    if not (row and rest):
        one = project.organisations[voice]
        records = tuple(_records_without(one.block.received, question.id))
        if records != one.block.received:
            project = project.with_block(voice, received=records)
    return project


def also_said(project: Project, gone: Gone, method: Method) -> list[tuple[Question, str | None]]:
    """The other answers in which the same words stand: they are not forgotten with it."""
    if gone.question is None:
        return []
    value = project.value(gone.question, gone.voice)
    if gone.row:
        value = value.get(gone.row) if isinstance(value, Mapping) else None
    words = [one for one in _texts(value) if len(one) >= _TELLING]
    found = []
    for question in method:
        for voice in (TOGETHER,) if question.by == "together" else project.organisations:
            if (question, voice) == (gone.question, gone.voice):
                continue
            text = "\n".join(_texts(project.value(question, voice)))
            if any(one in text for one in words):
                found.append((question, voice))
    return found


def in_git(path: Path) -> bool:
    """Whether the project stands in a folder whose history git keeps."""
    return any((folder / ".git").exists() for folder in path.resolve().parents)


# the project


def _without_all(project: Project, organisation: str, on: str) -> Project:
    one = project.organisations[organisation]
    said = dict.fromkeys((*one.block.answers, *one.block.open))
    block = Block(
        open={key: State("withdrawn", on=on) for key in said}, number=one.block.number + 1
    )
    at = pointer("organisations", organisation) + "/"
    return replace(
        project.with_organisation(replace(one, block=block)),
        proposals=tuple(one for one in project.proposals if not one.at.startswith(at)),
        private={key: kept for key, kept in project.private.items() if key != organisation},
    )


def _without_private(project: Project, question: Question, owner: str, row: str) -> Project:
    """It was public nowhere: no state tells that it was there. What was released of it goes too."""

    def less(found: Mapping[str, Any]) -> dict[str, Any]:
        rest = _without_key(found.get(question.id), row) if row else None
        return {**_without_key(found, question.id), **({question.id: rest} if rest else {})}

    block = project.private.get(owner)
    if block is not None:
        block = replace(
            block,
            answers=less(block.answers),
            open=block.open if row else _without_key(block.open, question.id),
            to_review=_without_key(block.to_review, question.id),
        )
        project = replace(project, private={**project.private, owner: block})
    released = project.organisations[owner].block.released
    if question.id in released:
        project = project.with_block(owner, released=less(released))
    return project


def _with_shared(project: Project, voice: str | None, block: Block) -> Project:
    if voice is TOGETHER:
        return replace(project, table=block)
    return project.with_block(voice, answers=block.answers)


def _without_positions(project: Project, question: Question, row: str) -> Project:
    """What each organisation said of these very words goes with them."""
    for one in project.organisations.values():
        kept = {
            key: said
            for key, said in one.block.positions.items()
            if not (key == f"{question.id}/{row}" if row else _names(key, question))
        }
        if len(kept) != len(one.block.positions):
            project = project.with_block(one.id, positions=kept)
    return project


def _records_without(
    records: tuple[Mapping[str, Any], ...], question_id: str
) -> Iterator[Mapping[str, Any]]:
    for record in records:
        answers = [one for one in record.get("answers") or () if one != question_id]
        if answers:
            yield {**record, "answers": answers}


def _without_key(found: Any, key: str) -> dict[str, Any]:
    return {name: one for name, one in (found or {}).items() if name != key}


def _names(key: str, question: Question) -> bool:
    return key.partition("/")[0] in (question.id, *question.was)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


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
    """A line that cannot be read, as a save that was cut off leaves one, may hold anything: it
    goes too.
    """
    kept = []
    for line in data.splitlines(keepends=True):
        with contextlib.suppress(ValueError):
            told = json.loads(line)
            if isinstance(told, dict) and not _tells(told, gone):
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
        return any(str(one.get("at", "")).startswith(at) for one in one_of)
    owner, within = (path[1], path[2:]) if path[0] == "organisations" else (None, path)
    if gone.question is None:
        return owner == gone.voice and bool(within) and within[0] not in _CARD
    name, *rest = within or [""]
    if name == "received" and owner == gone.voice and not gone.row:
        return gone.question.id in "".join(_texts(list(said)))
    if not rest or not _names(str(rest[0]), gone.question):
        return False
    if name == "positions":
        return not gone.row or rest[0] == f"{gone.question.id}/{gone.row}"
    if owner != gone.voice and not (gone.question.private and owner is None):
        return False
    return not gone.row or any(isinstance(one, dict) and gone.row in one for one in said)


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
        return _names(about, gone.question) and gone.row in ("", about.partition("/")[2])
    question, _, voice = mark.partition("/")
    ours = gone.question is None or question in (gone.question.id, *gone.question.was)
    return ours and (voice or TOGETHER) == gone.voice
