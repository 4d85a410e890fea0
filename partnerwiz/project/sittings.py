"""What is kept of a sitting: who was there, what was decided in it, what was said and changed.

A project keeps its sittings as they stand in the file, unknown keys included; `last_sitting` reads
one of them.
"""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from partnerwiz.project.model import Project
from partnerwiz.yamlfile import Entry, close, plain

_DATES = ("corrections", "next")
_TEXTS = ("others", "where")
_LISTS = ("decided", "changed", "noted", "calls")


class Said(NamedTuple):
    """An answer by its id, and whose it is where organisations answer one by one."""

    question: str
    organisation: str


class Sitting(NamedTuple):
    on: str
    present: tuple[str, ...] = ()
    """organisations"""
    others: str = ""
    """whoever else was there, by function"""
    decided: tuple[str, ...] = ()
    changed: tuple[Said, ...] = ()
    noted: tuple[Said, ...] = ()
    """what was said for the first time"""
    calls: tuple[str, ...] = ()
    """who calls whom"""
    corrections: str = ""
    """until when the minutes may be corrected"""
    next: str = ""
    """the date of the next sitting"""
    where: str = ""
    """its place"""


def read_sittings(
    entry: Entry | None, organisations: Collection[str]
) -> tuple[Mapping[str, Any], ...]:
    """The sittings of a project file, with every mistake in them noted."""
    return tuple(_record(item, organisations) for item in (entry.items() if entry else ()))


def _record(entry: Entry, organisations: Collection[str]) -> Mapping[str, Any]:
    record = plain(entry.node)
    if not isinstance(record, dict):
        entry.problem("sitting-shape")
        return {}
    entry.need("on").date()
    if "on" not in record:
        return record  # what has no date is no sitting yet: that is told, and nothing else of it
    for name in _DATES:
        if (found := entry.get(name)) and not found.is_empty():
            found.date()
    for name in _TEXTS:
        if found := entry.get(name):
            found.words()
    for name in _LISTS:
        for item in found.items() if (found := entry.get(name)) else ():
            item.words()
    present = entry.get("present")
    for item in present.items() if present else ():
        one = item.text()
        if item.is_text() and one not in organisations:
            known = ", ".join(organisations)
            values = {"value": one, "known": known, "hint": close(one, organisations)}
            item.problem("no-such-organisation", **values)
    entry.done(refuse_unknown=False)
    return record


def last_sitting(project: Project) -> Sitting | None:
    """The latest by its date; of two on one day, the one noted last."""
    records = sorted(project.sittings, key=lambda one: str(one.get("on", "")))
    return _sitting(records[-1]) if records else None


def _sitting(record: Mapping[str, Any]) -> Sitting:
    def text(name: str) -> str:
        return str(record.get(name) or "").strip()

    def texts(name: str) -> tuple[str, ...]:
        return tuple(line for one in record.get(name) or () if (line := str(one).strip()))

    def said(name: str) -> tuple[Said, ...]:
        paths = (one.partition("/") for one in dict.fromkeys(texts(name)))
        return tuple(Said(question, organisation) for question, _, organisation in paths)

    return Sitting(
        on=text("on"),
        present=texts("present"),
        others=text("others"),
        decided=texts("decided"),
        changed=said("changed"),
        noted=said("noted"),
        calls=texts("calls"),
        corrections=text("corrections"),
        next=text("next"),
        where=text("where"),
    )
