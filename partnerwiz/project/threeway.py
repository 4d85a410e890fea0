"""Two edited copies of one project made one again, entry by entry, as git asks of a merge driver.

Reads the files as plain entries, whatever the method: an answer that only another version knows is
kept like any other. What both copies changed, each in its own way, is chosen by nobody here: the
entry stays as it was, and both wordings wait under `proposals`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.project.entries import want_block
from partnerwiz.project.joining import NOTHING, RECORDS, At, Cell, Said, merged, ordered
from partnerwiz.project.model import pointed, pointer
from partnerwiz.project.reading import open_file
from partnerwiz.yamlfile import Entry, plain
from partnerwiz.yamltext import YamlText

Data = Mapping[str, Any]

_OF_THE_TABLE = ("answers", "open", "done", "settings")
_OF_ONE = ("answers", "open", "done", "positions", "released")


class Merged(NamedTuple):
    text: str
    waiting: tuple[str, ...]
    """the entries of which several wordings now wait for a choice, as `pointer`s"""
    withdrawn: tuple[str, ...] = ()
    """the answers that the other copy withdrew"""


def merge_texts(base: str, ours: str, theirs: str, path: Path) -> Merged:
    """Both copies in one, written into the text of `ours`. `base`: what both began from; "" if
    nothing. What it says is the same whichever copy is called ours.

    Raises `Unreadable` where a copy has mistakes, `PartnerwizError` where they are not one project.
    """
    before = _opened(base, path)[0] if base.strip() else {}
    mine, text = _opened(ours, path)
    other, other_text = _opened(theirs, path)
    if mine.get("id") != other.get("id"):
        raise PartnerwizError(
            "driver-other-project", file=path, title=str(other.get("title") or "?")[:60]
        )
    cells = merged(cells_of(before), cells_of(mine), cells_of(other))
    _write(text, cells_of(mine), cells)
    text.adopt_comments(other_text, known=base)
    found = str(text)
    if cells_of(_opened(found, path)[0]) != cells:
        raise ValueError("what was merged does not read back")  # a bug, never a person's slip
    here = cells_of(mine)
    return Merged(
        found,
        tuple(pointer(*at) for at, one in cells.items() if one.waiting),
        tuple(
            pointer(*at)
            for at, one in cells.items()
            if one.said.withdrawn and not here.get(at, Cell()).said.withdrawn
        ),
    )


def _opened(text: str, path: Path) -> tuple[Data, YamlText]:
    root, problems = open_file(text, path)
    entry = Entry(root, path, problems)
    organisations = entry.get("organisations")
    blocks: list[tuple[Entry, tuple[str, ...]]] = [(entry, _OF_THE_TABLE)]
    if organisations:
        want_block(organisations)
        blocks += [(one, _OF_ONE) for _, one in organisations.pairs()]
    for block, parts in blocks:
        want_block(block)
        list(block.pairs())  # notes what is none
        for part in parts:
            if found := block.get(part):
                want_block(found)
                list(found.pairs())
        for part in RECORDS:
            if found := block.get(part):
                found.items()
    for one in found.items() if (found := entry.get("proposals")) else ():
        one.need("at").text()
    if problems:
        raise Unreadable(problems)
    return plain(root), YamlText(text, root)


def cells_of(data: Data) -> dict[At, Cell]:
    """Every entry of a file, as deep as answers stand."""
    cells: dict[At, Cell] = {}
    for at, said in _entries(data):
        cells[at] = Cell(said)
    for one in data.get("proposals") or ():
        at = pointed(one["at"])
        cell = cells.get(at, Cell())
        waiting = Said(one.get("value"), one.get("state"))
        cells[at] = cell._replace(waiting=ordered((*cell.waiting, waiting)))
    return cells


def _entries(data: Data) -> Iterator[tuple[At, Said]]:
    yield from _entries_of((), data, _OF_THE_TABLE)
    organisations = data.get("organisations")
    for key, one in organisations.items() if isinstance(organisations, dict) else ():
        if isinstance(one, dict):
            yield from _entries_of(("organisations", key), one, _OF_ONE)
        else:
            yield ("organisations", key), Said(one)


def _entries_of(at: At, data: Data, parts: tuple[str, ...]) -> Iterator[tuple[At, Said]]:
    """The entries of the table or of one organisation. An answer comes with its state."""
    states = data.get("open")
    states = dict(states) if isinstance(states, dict) else {}
    for key, value in data.items():
        if key == "answers" and isinstance(value, dict):
            for name, answer in value.items():
                yield (*at, key, name), Said(answer, states.pop(name, None))
        elif key in parts and isinstance(value, dict):
            if key != "open":
                yield from (((*at, key, name), Said(one)) for name, one in value.items())
        elif not (at == () and key in ("organisations", "proposals")) and key not in parts:
            yield (*at, key), Said(value)
    for name, state in states.items():
        yield (*at, "answers", name), Said(None, state)


def _write(text: YamlText, mine: Mapping[At, Cell], cells: Mapping[At, Cell]) -> None:
    for at, cell in cells.items():
        _put(text, at, mine.get(at, Cell()).said, cell.said)
    for at in mine:
        if at not in cells:
            _put(text, at, mine[at].said, NOTHING)
    waiting = [
        {key: value for key, value in written.items() if value is not None}
        for at in sorted(cells)
        for one in cells[at].waiting
        for written in ({"at": pointer(*at), "value": one.value, "state": one.state},)
    ]
    had = [one for at in sorted(mine) for one in mine[at].waiting]
    if waiting:
        text.set(("proposals",), waiting)
    elif had:
        text.remove(("proposals",))


def _put(text: YamlText, at: At, was: Said, now: Said) -> None:
    for path, old, new in (
        (at, was.value, now.value),
        ((*at[:-2], "open", at[-1]), was.state, now.state),
    ):
        if old == new:
            continue
        if new is None:
            text.remove(path)
        else:
            text.set(path, new)
