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
from partnerwiz.project.model import Project
from partnerwiz.sitting.asker import Again, Asker, Back, Leave, More
from partnerwiz.sitting.opening import own_question
from partnerwiz.sitting.scribe import Saving, Scribe
from partnerwiz.words import LANGUAGES, say

Record = Mapping[str, Any]


def who_is_here(asker: Asker, project: Project) -> Record | None:
    """Those present, as a record to begin with; None if the person leaves."""
    names = {one.id: one.name for one in project.organisations.values() if one.role != "left"}
    options = {key: dict.fromkeys(LANGUAGES, name) for key, name in names.items()}
    questions = {
        "present": replace(own_question("present", "choices", optional=True), options=options),
        "others": own_question("others", "text", optional=True),
    }
    return _asked(asker, project, questions)


def closing(asker: Asker, project: Project, present: Sequence[str]) -> Record:
    """What is asked before people part. Whoever leaves half-way keeps what was said."""
    absent = [one.name for one in project.partners if one.id not in present]
    calls = own_question("calls", "list", optional=True)
    if absent:
        told = {one: say("help-absent", one, names=", ".join(absent)) for one in LANGUAGES}
        help_ = {one: f"{(calls.help or {})[one]} {told[one]}" for one in LANGUAGES}
        calls = replace(calls, help=help_)
    return (
        _asked(
            asker,
            project,
            {
                "decided": own_question("decided", "list", optional=True),
                "calls": calls,
                "corrections": own_question("corrections", "date", optional=True),
                "next": own_question("next", "date", optional=True),
                "where": own_question("where", "text", optional=True),
            },
            keep=True,
        )
        or {}
    )


def put_on_record(store: Saving, scribe: Scribe, *records: Record) -> None:
    """Save the sitting of today, added to that of the same day if there was one already."""
    today = datetime.datetime.now().astimezone().date().isoformat()
    found: dict[str, Any] = {"on": today}
    sittings = list(store.project.sittings)
    if sittings and sittings[-1].get("on") == today:
        found = dict(sittings.pop())
    new: dict[str, Any] = {key: value for one in records for key, value in one.items() if value}
    new |= {"noted": list(scribe.first), "changed": list(scribe.changed)}
    for key, value in new.items():
        before = found.get(key)
        if isinstance(value, list) and isinstance(before, list):
            found[key] = [*before, *(one for one in value if one not in before)]
        elif value:
            found[key] = value
    if len(found) > 1:
        store.save(replace(store.project, sittings=(*sittings, found)))


def _asked(
    asker: Asker, project: Project, questions: Mapping[str, Question], *, keep: bool = False
) -> Record | None:
    """The answers by key. `keep`: whoever leaves keeps those given so far."""
    found: dict[str, Any] = {}
    names, again = list(questions), None
    at = 0
    while at < len(names):
        question = questions[names[at]]
        given = asker.ask(Prompt(question, None), project, again)
        again = None
        if isinstance(given, Leave):
            return _plain(found) if keep else None
        if isinstance(given, Back):
            at = max(0, at - 1)
            again = Again(draft=found.get(names[at]))
        elif isinstance(given, More):
            again = Again(given.value, going_on=True)
        else:
            try:
                value = check(question, given)
            except Refused as refused:
                again = Again(draft=given, refused=refused)
            else:
                found[names[at]] = value
                at += 1
    return _plain(found)


def _plain(found: Mapping[str, Any]) -> Record:
    """Lists without the keys of their lines: nothing refers to them here."""
    return {
        name: list(value.values()) if isinstance(value, dict) else value
        for name, value in found.items()
    }
