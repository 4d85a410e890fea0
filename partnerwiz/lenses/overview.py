"""Where one of several partnerships stands, in few lines: its place on its path, what waits for
whom, what was left open and until when, its next dates. Never a score, nothing private.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from partnerwiz.lenses.dates import NEAR, PAST, Dated, dates, days_of, when
from partnerwiz.method.model import Method, Question, Step
from partnerwiz.project.calling import (
    LEFT_OPEN,
    NOT_CALLED,
    TO_ASK,
    TO_REVIEW,
    WAITING,
    on_path,
    part_of,
    standing,
    voices,
)
from partnerwiz.project.model import GONE, TOGETHER, Block, Organisation, Project, State
from partnerwiz.project.received import to_confirm
from partnerwiz.words import Text

_ENDED, _DELEGATES, _HOURS = "ended-on", "delegates", "hours"
"""The questions and the column that this reading needs by name; it does without what is lacking."""
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,6})?")


class Place(NamedTuple):
    """Where the next question that must be answered stands."""

    part: str
    title: Text
    step: Step | None
    """on the whole path"""
    waiting: bool
    """for a second organisation, without which there is no table"""


class Present(NamedTuple):
    """An organisation in one project."""

    organisation: Organisation
    owes: tuple[Question, ...]
    hours: float | None
    """a month, of all its delegates; None where no number is given"""


class Open(NamedTuple):
    """What was left open until a date that is past or near."""

    question: Question
    organisation: Organisation | None
    """None: all together"""
    state: State
    when: str


class Overview(NamedTuple):
    id: str
    title: str
    language: str
    path: str
    place: Place | None
    """None: nothing more is asked on this path"""
    ended: str
    """the date of the end, once it is told"""
    organisations: tuple[Present, ...]
    table: tuple[Question, ...]
    """what is to be said together, as far as this partnership has come"""
    open: tuple[Open, ...]
    dates: tuple[Dated, ...]
    counts: Mapping[str, int]
    """What is told as a figure alone, by the end of the key of its sentence (`list-count-…`)."""


def overview(method: Method, project: Project, today: datetime.date) -> Overview:
    """The reading of a project that was loaded without a seat. `today` decides what is past."""
    place, owed = _owed(method, project)
    left_open = list(_left_open(method, project))
    soon = _soonest(left_open, today)
    ended = project.table.answers.get(_ENDED)
    if not isinstance(ended, str) or not when(ended, today):
        ended = ""  # not told; or no date, in a method where it means something else
    return Overview(
        id=project.id,
        title=project.title,
        language=project.language,
        path=project.path,
        place=place,
        ended=ended,
        organisations=tuple(
            Present(one, tuple(owed.get(one.id, ())), _hours(one, method))
            for one in project.organisations.values()
        ),
        table=tuple(owed.get(TOGETHER, ())),
        open=soon,
        dates=tuple(
            one
            for one in dates(method, project, today)
            if not (one.when == PAST and when(ended, today) == PAST)
        ),
        counts={
            "later": len(left_open) - len(soon),
            "wordings": len({one.at for one in project.proposals}),
            "confirm": sum(len(to_confirm(one.block)) for one in project.organisations.values()),
        },
    )


def _owed(
    method: Method, project: Project
) -> tuple[Place | None, Mapping[str | None, Sequence[Question]]]:
    """The place, and what each voice has still to say up to the furthest part in which anything was
    said: what comes later is not owed yet. Optional questions are owed by nobody (ours).
    """
    first: tuple[Question, str] | None = None
    missing: list[tuple[int, str | None, Question]] = []
    number, reached, part = 0, 0, ""
    for question in on_path(method, project.path):
        # on the whole path a part is a whole phase: too much to be owed at once
        before, part = part, (question.short if project.path == "short" else question.step) or ""
        number += part != before
        for voice in _asked(question, project):
            stands = standing(question, project, voice, method)
            if stands not in (TO_ASK, WAITING, NOT_CALLED):
                reached = number
            if stands == TO_REVIEW or (stands in (TO_ASK, WAITING) and not question.optional):
                if first is None:
                    first, reached = (question, stands), number
                if stands != WAITING:
                    missing.append((number, voice, question))
    owed: dict[str | None, list[Question]] = {}
    for place, voice, question in missing:
        if place <= reached:
            owed.setdefault(voice, []).append(question)
    return _place(first, method, project.path), owed


def _place(first: tuple[Question, str] | None, method: Method, path: str) -> Place | None:
    if first is None:
        return None
    question, stands = first
    part = part_of(question, method, path)
    step = method.steps[question.step] if path == "whole" else None
    return Place(part.id, part.title, step, stands == WAITING)


def _asked(question: Question, project: Project) -> tuple[str | None, ...]:
    """Those of whom something may be awaited: not of who declined or left; nothing private."""
    if question.private:
        return ()
    return tuple(
        voice
        for voice in voices(question, project)
        if voice is TOGETHER or project.organisations[voice].role not in GONE
    )


def _left_open(method: Method, project: Project) -> Iterator[Open]:
    blocks: list[tuple[Organisation | None, Block]] = [(None, project.table)]
    blocks += [(one, one.block) for one in project.organisations.values()]
    for whose, block in blocks:
        voice = whose.id if whose else TOGETHER
        for question_id, state in block.open.items():
            question = method.questions[question_id]
            if state.name not in LEFT_OPEN or voice not in _asked(question, project):
                continue
            if standing(question, project, voice, method) != NOT_CALLED:
                yield Open(question, whose, state, "")


def _soonest(left_open: Sequence[Open], today: datetime.date) -> tuple[Open, ...]:
    dated = (one._replace(when=when(one.state.by, today)) for one in left_open)
    soon = (one for one in dated if one.when in (PAST, NEAR))
    return tuple(sorted(soon, key=lambda one: days_of(one.state.by) or (today, today)))


def _hours(organisation: Organisation, method: Method) -> float | None:
    """Only cells that are numbers, of a table that is one."""
    table = organisation.block.answers.get(_DELEGATES)
    question = method.questions.get(_DELEGATES)
    if question is None or question.private or not isinstance(table, dict):
        return None
    cells = [row.get(_HOURS) for row in table.values() if isinstance(row, dict)]
    found = [float(one) for one in cells if isinstance(one, str) and _NUMBER.fullmatch(one)]
    return round(sum(found), 2) if found else None
