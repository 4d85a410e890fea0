"""A sitting in a room, put on record: who was there, what was noted, what was decided, who calls
whom. Ids and sentences, no answer: it is the project that holds the answers.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from partnerwiz.method.kinds import Refused, check
from partnerwiz.method.model import Question
from partnerwiz.project.calling import Prompt
from partnerwiz.project.durable import ChangedOutsideError
from partnerwiz.project.model import Project
from partnerwiz.sitting.asker import Again, Asker, Back, Leave, More
from partnerwiz.sitting.opening import own_question
from partnerwiz.sitting.scribe import Saving, Scribe
from partnerwiz.words import LANGUAGES, say

Record = Mapping[str, Any]


def who_is_here(asker: Asker, project: Project) -> dict[str, Any] | None:
    """Those present, as a record to begin with; None if the person leaves."""
    names = {one.id: one.name for one in project.organisations.values() if one.role != "left"}
    options = {key: dict.fromkeys(LANGUAGES, name) for key, name in names.items()}
    questions = {
        "present": replace(own_question("present", "choices", optional=True), options=options),
        "others": own_question("others", "text", optional=True),
    }
    found: dict[str, Any] = {}
    return found if _ask(asker, project, questions, found) else None


def close_sitting(
    asker: Asker, project: Project, present: Sequence[str], found: dict[str, Any]
) -> None:
    """What is asked before people part. `found` holds each answer as soon as it is given: whoever
    leaves half-way, or is interrupted, keeps what was said.
    """
    absent = [one.name for one in project.partners if one.id not in present] if present else []
    calls = own_question("calls", "list", optional=True)
    if absent:
        told = {one: say("help-absent", one, names=", ".join(absent)) for one in LANGUAGES}
        help_ = {one: f"{(calls.help or {})[one]} {told[one]}" for one in LANGUAGES}
        calls = replace(calls, help=help_)
    questions = {
        "decided": own_question("decided", "list", optional=True),
        "calls": calls,
        "corrections": own_question("corrections", "date", optional=True),
        "next": own_question("next", "date", optional=True),
        "where": own_question("where", "text", optional=True),
    }
    _ask(asker, project, questions, found)


def put_on_record(store: Saving, scribe: Scribe, *records: Record) -> bool:
    """Save the sitting of today, added to that of the same day if there was one already. Whether
    there was anything to save.
    """
    for attempt in range(2):
        sittings = _with_today(store.project.sittings, scribe, records)
        if sittings is None:
            return False
        try:
            store.save(replace(store.project, sittings=sittings))
        except ChangedOutsideError:
            if attempt:
                raise
            store.reload()
        else:
            break
    return True


def _with_today(
    sittings: Sequence[Record], scribe: Scribe, records: Sequence[Record]
) -> tuple[Record, ...] | None:
    today = datetime.datetime.now().astimezone().date().isoformat()
    found: dict[str, Any] = {"on": today}
    before = list(sittings)
    if before and before[-1].get("on") == today:
        found = dict(before.pop())
    new = {key: _plain(value) for one in records for key, value in one.items()}
    new |= {"noted": list(scribe.first), "changed": list(scribe.changed)}
    for key, value in new.items():
        known = found.get(key)
        if isinstance(value, list) and isinstance(known, list):
            found[key] = [*known, *(one for one in value if one not in known)]
        elif key == "others" and known and value and value != known:
            found[key] = f"{known}, {value}"
        elif value:
            found[key] = value
    return (*before, found) if len(found) > 1 else None


def _ask(
    asker: Asker, project: Project, questions: Mapping[str, Question], found: dict[str, Any]
) -> bool:
    """Whether all were asked; the answers go into `found` as they come."""
    names, at = list(questions), 0
    again: Again | None = None
    while at < len(names):
        name = names[at]
        given = asker.ask(Prompt(questions[name], None), project, again)
        if isinstance(given, Leave):
            return False
        if isinstance(given, More):
            found[name] = given.value
            again = Again(given.value, going_on=True)
            continue
        if isinstance(given, Back):
            at = max(0, at - 1)
        else:
            try:
                found[name] = check(questions[name], given)
            except Refused as refused:
                again = Again(draft=given, refused=refused)
                continue
            at += 1
        known = found.get(names[at]) if at < len(names) else None
        again = Again(draft=known) if known else None
    return True


def _plain(value: Any) -> Any:
    """A list without the keys of its lines: nothing refers to them here."""
    return list(value.values()) if isinstance(value, dict) else value
