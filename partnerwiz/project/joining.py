"""One entry of a project, as two copies have it, made one again. What both changed, each in its own
way, is chosen by nobody: it stays as it was, and both wordings wait. Commutes; pure.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from partnerwiz.project.model import MOST_CHANGES

At = tuple[str, ...]
"""the keys that lead to an entry of the file"""

RECORDS = ("sittings", "received")
_EMPTY = ("answers", "positions", "released")
"""Where nothing at all may stand while several wordings wait. A name or a role must be something."""


class Said(NamedTuple):
    """What stands at an entry; of an answer, its state too: neither goes without the other."""

    value: Any = None
    """None: nothing"""
    state: Any = None

    @property
    def withdrawn(self) -> bool:
        return isinstance(self.state, dict) and self.state.get("state") == "withdrawn"


NOTHING = Said()


class Cell(NamedTuple):
    said: Said = NOTHING
    waiting: tuple[Said, ...] = ()
    """wordings that wait for a choice"""


def merged(
    before: Mapping[At, Cell], mine: Mapping[At, Cell], other: Mapping[At, Cell]
) -> dict[At, Cell]:
    """Every entry of either copy, joined. Commutes, and joins a copy with itself to itself."""
    found: dict[At, Cell] = {}
    for at in dict.fromkeys((*mine, *other)):
        cells = (one.get(at, Cell()) for one in (before, mine, other))
        joined = _joined(at, *cells)
        if joined != Cell():
            found[at] = joined
    return found


def _joined(at: At, before: Cell, mine: Cell, other: Cell) -> Cell:
    if mine == other or other == before:  # noqa: PLR1714 - said as one thinks it
        return mine
    if mine == before:
        return other
    of_the_card = len(at) % 2 == 1  # a question may be called `number`
    if of_the_card and at[-1] in RECORDS:
        lists = (_list(one.said.value) for one in (before, mine, other))
        return Cell(Said(_joined_records(*lists) or None))
    if of_the_card and at[-1] == "number":
        number = max(_number(mine), _number(other)) + 1
        return Cell(Said(str(min(number, MOST_CHANGES))))
    if (of_the_card and at[-1] == "since") or at[-2:-1] == ("done",):  # whichever day came first
        return Cell(ordered((mine.said, other.said))[0])
    withdrawn = [one.said for one in (mine, other) if one.said.withdrawn]
    if withdrawn and not before.said.withdrawn:
        return Cell(ordered(withdrawn)[0])
    if not (mine.waiting or other.waiting) and (
        said := _joined_said(before.said, mine.said, other.said)
    ):
        return Cell(said)
    wordings = ordered((*_wordings(mine, before), *_wordings(other, before)))
    if len(wordings) == 1:
        return Cell(wordings[0])
    must_stand = before.said == NOTHING and not any(part in _EMPTY for part in at[:-1])
    return Cell(wordings[0] if must_stand else before.said, wordings)


def _wordings(cell: Cell, before: Cell) -> Iterator[Said]:
    """What one copy would have there: what it changed, and what waited in it already."""
    if cell.said != NOTHING and (cell.said != before.said or not cell.waiting):
        yield cell.said
    yield from cell.waiting


def _joined_said(before: Said, mine: Said, other: Said) -> Said | None:
    """Both changes, where they do not touch the same thing; None where they do."""
    value = _joined_value(before.value, mine.value, other.value)
    state = _joined_value(before.state, mine.state, other.state)
    return None if _CONFLICT in (value, state) else Said(value, state)


_CONFLICT = "\0"
"""No text of a file can hold it."""


def _joined_value(before: Any, mine: Any, other: Any) -> Any:
    """Of tables and lists, line by line and cell by cell. What one copy removed and the other
    changed stays.
    """
    if mine == other or other == before:  # noqa: PLR1714 - said as one thinks it
        return mine
    if mine == before:
        return other
    if mine is None or other is None:
        return mine if other is None else other
    if not (isinstance(mine, dict) and isinstance(other, dict)):
        return _CONFLICT
    was = before if isinstance(before, dict) else {}
    found: dict[str, Any] = {}
    for key in _joined_order(list(was), list(mine), list(other)):
        known, one, two = was.get(key), mine.get(key), other.get(key)
        if known is not None and ((one is None and two == known) or (two is None and one == known)):
            continue  # removed by one, untouched by the other
        found[key] = _joined_value(known, one, two)
        if found[key] == _CONFLICT:
            return _CONFLICT
    return found


def _joined_order(before: list[str], mine: list[str], other: list[str]) -> list[str]:
    """The lines there were, as whichever copy moved them has them; then those that were added."""
    kept = [[key for key in one if key in before] for one in (mine, other)]
    in_both = [[key for key in one if key in kept[0] and key in kept[1]] for one in kept]
    plainly = [key for key in before if key in in_both[0]]
    moved = [one for one, keys in zip(kept, in_both, strict=True) if keys != plainly]
    order = min(moved or kept)
    added = sorted([key for key in one if key not in before] for one in (mine, other))
    return list(dict.fromkeys((*order, *kept[0], *kept[1], *added[0], *added[1])))


def _joined_records(before: list[Any], mine: list[Any], other: list[Any]) -> list[Any]:
    """Sittings, receipts: those of both copies, by date. One that both went on writing is one."""
    gone = [one for one in before if one not in mine or one not in other]
    found = [one for one in before if one not in gone]
    new = [[one for one in side if one not in before] for side in (mine, other)]
    for record in gone:
        sides = [_same_day(record, side) for side in new]
        if all(len(side) == 1 for side in sides):
            said = _joined_record(record, sides[0][0], sides[1][0])
            if said is not None:
                new = [
                    [one for one in side if one not in found_in]
                    for side, found_in in zip(new, sides, strict=True)
                ]
                found.append(said)
    for one in (*new[0], *new[1]):
        if one not in found:
            found.append(one)
    return sorted(found, key=_by_day)


def _same_day(record: Any, found: Sequence[Any]) -> list[Any]:
    day = _by_day(record)[0]
    return [one for one in found if _by_day(one)[0] == day]


def _joined_record(before: Any, mine: Any, other: Any) -> Any:
    if not all(isinstance(one, dict) for one in (before, mine, other)):
        return None
    found: dict[str, Any] = {}
    for key in dict.fromkeys((*before, *sorted({*mine, *other}))):
        values = [one.get(key) for one in (before, mine, other)]
        if all(isinstance(one, list) for one in values[1:]):
            known = _list(values[0])
            new = ([one for one in side if one not in known] for side in values[1:])
            added = sorted(new, key=_spelt)
            kept = [one for one in known if one in values[1] and one in values[2]]
            joined: Any = [*kept, *added[0], *(one for one in added[1] if one not in added[0])]
        else:
            joined = _joined_value(*values)
        if joined == _CONFLICT:
            return None
        if joined is not None:
            found[key] = joined
    return found


def _by_day(record: Any) -> tuple[str, str]:
    day = record.get("on") if isinstance(record, dict) else ""
    return str(day or ""), _spelt(record)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _number(cell: Cell) -> int:
    text = str(cell.said.value or "")
    most = len(str(MOST_CHANGES))
    return int(text) if text.isascii() and text.isdigit() and len(text) <= most else 0


def ordered(found: Iterable[Said]) -> tuple[Said, ...]:
    """Each once, in an order that does not tell whose they are."""
    return tuple({_spelt(one): one for one in sorted(found, key=_spelt)}.values())


def _spelt(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
