"""The appointments of a project: reviews, ends, deadlines, to come or still waiting."""

import calendar
import datetime
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import ANSWERED, standing, voices
from partnerwiz.project.model import GONE, TOGETHER, Organisation, Project
from partnerwiz.project.sittings import last_sitting
from partnerwiz.words import LANGUAGES, Text, say

PAST, NEAR, LATER = "past", "near", "later"
SOON = datetime.timedelta(days=92)
"""What is near: about as far ahead as a board's agenda is set (ours)."""

END = "end-date"
"""told however far it is"""
NEXT = "next"
"""the next sitting, in the place of the id of a question"""

_PASSES, _SITTING, _CHANGE = "passes", "sitting", "change"


class _Appointment(NamedTuple):
    """A date people have agreed on, by the ids of its question and column. Dates of what was done,
    or of what is only imagined, are none.
    """

    question: str
    column: str = ""
    settled: str = _CHANGE
    """What ends the waiting once it is past: nothing waits; a sitting noted since; another date in
    its place; or the id of the answer, or of the cell, that tells what came of it (ours).
    """
    words: str = ""
    """the key of its name, where the label of the question does not say it"""


_APPOINTMENTS = (
    _Appointment("decision-body", "papers-by", "decision-date", "list-papers-by"),
    _Appointment("decision-body", "next-sitting", "decision-date", "list-body-meets"),
    _Appointment("terms", "until", _PASSES),
    _Appointment("in-office-until"),
    _Appointment("start-date", settled=_PASSES),
    _Appointment("first-review", settled=_SITTING),
    _Appointment("coordinator-until"),
    _Appointment("differences", "back-on", _SITTING),
    _Appointment("register", "revisit", _SITTING),
    _Appointment("evaluation-dates", "date", _SITTING),
    _Appointment("funders", "by", "reply"),
    _Appointment("absent", "before", _SITTING),
    _Appointment(END, settled="ended-on"),
)
"""A method that lacks one of these questions does without."""


class Dated(NamedTuple):
    """An appointment to come, or past and still waiting."""

    id: str
    """of the question, or `NEXT`"""
    label: Text
    about: str
    """the row it stands in; the place of a sitting"""
    organisation: Organisation | None
    """None: all together"""
    on: str
    when: str
    """past, near or later"""
    unmet: bool = False
    """past, and no sitting was noted since"""


def dates(method: Method, project: Project, today: datetime.date) -> tuple[Dated, ...]:
    """In order. What is past and waits for nobody is left out."""
    found = [*_appointments(method, project, today), *_next_sitting(project, today)]
    return tuple(sorted(found, key=lambda one: days_of(one.on) or (today, today)))


def when(on: str, today: datetime.date) -> str:
    """Past, near or later; nothing where this is no date."""
    days = days_of(on)
    if days is None:
        return ""
    return PAST if days[1] < today else NEAR if days[0] - today <= SOON else LATER


def days_of(on: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of a date, which may be a month."""
    try:
        if len(on) != len("2026-03"):
            day = datetime.date.fromisoformat(on)
            return day, day
        first = datetime.date.fromisoformat(f"{on}-01")
    except ValueError:
        return None
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _appointments(method: Method, project: Project, today: datetime.date) -> Iterator[Dated]:
    for one in _APPOINTMENTS:
        question = method.questions.get(one.question)
        if question is None or question.private or not _holds(question, one.column):
            continue
        label = _named(one.words) if one.words else question.label
        for voice in voices(question, project):
            organisation = project.organisations[voice] if voice else None
            if organisation and organisation.role in GONE:
                continue
            if standing(question, project, voice, method) != ANSWERED:
                continue  # a draft under discussion is no appointment
            for about, row in _rows(question, one.column, project.value(question, voice), project):
                on = str(row.get(one.column, ""))
                stands = when(on, today)
                past = stands == PAST
                if not stands or (past and _is_settled(one, row, voice, method, project)):
                    continue
                unmet = past and one.settled == _SITTING
                yield Dated(question.id, label, about, organisation, on, stands, unmet)


def _holds(question: Question, column: str) -> bool:
    """Whether this method keeps a date there: in one of its own, an id may mean something else."""
    asked = (question,) if not column else question.columns if question.kind == "table" else ()
    return any(one.kind == "date" and column in ("", one.id) for one in asked)


def _rows(
    question: Question, column: str, value: Any, project: Project
) -> list[tuple[str, Mapping[str, Any]]]:
    """What each row is about, and its cells; an answer that is one date is a row without a name."""
    if not column:
        return [("", {"": value})]
    first = question.columns[0]
    found = []
    for row in value.values():
        about = str(row.get(first.id, ""))
        named = project.organisations.get(about) if first.kind == "organisation" else None
        found.append((named.name if named else about, row))
    return found


def _is_settled(
    one: _Appointment,
    row: Mapping[str, Any],
    voice: str | None,
    method: Method,
    project: Project,
) -> bool:
    """Whether nothing waits any more for this date, which is past."""
    if one.settled in (_PASSES, _CHANGE):
        return one.settled == _PASSES
    if one.settled == _SITTING:
        return any(
            str(sitting.get("on", "")) >= str(row[one.column]) for sitting in project.sittings
        )
    if one.settled in row:
        return bool(row[one.settled])
    answer = method.questions.get(one.settled)
    if answer is None:
        return False
    return bool(project.value(answer, TOGETHER if answer.by == "together" else voice))


def _next_sitting(project: Project, today: datetime.date) -> Iterator[Dated]:
    last = last_sitting(project)
    if last and (stands := when(last.next, today)):
        label = _named("list-next-sitting")
        yield Dated(NEXT, label, last.where, None, last.next, stands, unmet=stands == PAST)


def _named(key: str) -> Text:
    return {language: say(key, language) for language in LANGUAGES}
