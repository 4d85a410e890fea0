"""What one organisation owes, and what it needs to see to answer: the content of its page (`kit_page`
writes it). Pure: a project in which nothing private has been read → data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Value
from partnerwiz.method.model import Condition, Method, Question, Step
from partnerwiz.project import positions
from partnerwiz.project.calling import Prompt, carried, counts, on_path
from partnerwiz.project.model import (
    GONE,
    TOGETHER,
    Organisation,
    Position,
    Project,
    State,
    fingerprint,
)
from partnerwiz.project.positions import About
from partnerwiz.project.received import to_confirm

AT_HOME = (1, 2, 3, 4, 5, 7)
"""The steps an organisation goes through inside its own walls (the handout's order: 6 is said to the
others)."""


class Noted(NamedTuple):
    """How an answer came that someone else wrote down, and nobody of the organisation read again."""

    how: str
    on: str
    source: str
    """a function, or the organisation that passed it on; may be empty"""


class Said(NamedTuple):
    """A shared answer, as it stands."""

    question: Question
    value: Value
    voice: str | None


class Asked(NamedTuple):
    question: Question
    value: Value | None
    state: State | None
    noted: Noted | None
    to_review: bool
    when: tuple[Condition, ...]
    """those on answers that are asked on this page; the others hold"""
    earlier: tuple[Said, ...]
    """what was said before and is good to have in view"""


class Group(NamedTuple):
    """What stands under one heading: an entry of the sheet, or a step."""

    entry: int
    """0: a step"""
    step: Step
    asked: tuple[Asked, ...]


class Shared(NamedTuple):
    """An answer of the table, or a line of it, and this organisation's own word on it."""

    about: About
    said: Said
    of: str
    """the fingerprint of the wording"""
    position: Position | None
    reworded: bool
    """whether it had taken a position on an earlier wording"""
    expected: bool
    """whether the method asks it for one, and it has not said"""


class Kit(NamedTuple):
    project: Project
    method: Method
    language: str
    organisation: Organisation
    groups: tuple[Group, ...]
    table: tuple[Shared, ...]

    @property
    def asks_private(self) -> bool:
        return any(one.question.private for group in self.groups for one in group.asked)


def kit(
    project: Project,
    method: Method,
    language: str,
    org: str,
    *,
    whole: bool = False,
    named: Sequence[str] = (),
) -> Kit:
    """What `org` is asked: the questions `named`; else all of the steps at home (`whole`), private
    ones included; else the sheet. Raises `PartnerwizError` where it can answer none of it.
    """
    project = replace(project, private={})
    organisation = project.organisations[org]
    if organisation.role in GONE:
        raise PartnerwizError(f"kit-{organisation.role}", name=organisation.name)
    asked = tuple(_asked(project, method, org, whole=whole, named=named))
    if not asked:
        raise PartnerwizError("kit-nothing-asked")
    groups: list[Group] = []
    for one in asked:
        sheet = not (whole or named)
        step, entry = method.steps[one.question.step], one.question.entry if sheet else 0
        if groups and (groups[-1].entry, sheet or groups[-1].step) == (entry, sheet or step):
            groups[-1] = groups[-1]._replace(asked=(*groups[-1].asked, one))
        else:
            groups.append(Group(entry, step, (one,)))
    table = tuple(_table(project, method, organisation))
    return Kit(project, method, language, organisation, tuple(groups), table)


def _asked(
    project: Project, method: Method, org: str, *, whole: bool, named: Sequence[str]
) -> Iterator[Asked]:
    for name in named:
        question = method.questions[name]
        if not _own(question, project, org):
            key = "kit-together" if question.by == "together" else "kit-of-initiator"
            raise PartnerwizError(key, id=name)
    chosen = [one for one in on_path(method, "short") if one.short == "sheet"]
    if whole:
        chosen = [one for one in method if method.steps[one.step].number in AT_HOME]
    if named:
        chosen = [one for one in method if one.id in named]
    chosen = [one for one in chosen if _own(one, project, org)]
    here = {one.id for one in chosen}
    for question in chosen:
        apart = tuple(one for one in question.when if one.question not in here)
        if counts(replace(question, when=apart), project, org, method):
            live = tuple(one for one in question.when if one.question in here)
            yield _as_it_stands(question, live, project, method, org)
        elif named:
            raise PartnerwizError("kit-not-called", id=question.id)


def _own(question: Question, project: Project, org: str) -> bool:
    return question.by == "each" or (question.by == "initiator" and project.initiator == org)


def _as_it_stands(
    question: Question, live: tuple[Condition, ...], project: Project, method: Method, org: str
) -> Asked:
    value = None if question.private else project.value(question, org)
    earlier = [one for other in question.recall for one in _said(other, project, method)]
    own = carried(Prompt(question, org), project, method) if value is None else None
    if own is not None and question.carry not in question.recall:
        source = method.questions[question.carry or ""]
        earlier += [
            one for one in _said(source.id, project, method) if one.voice in (org, TOGETHER)
        ]
    return Asked(
        question,
        value,
        None if question.private else project.state(question, org),
        _noted(question, project, org) if value else None,
        project.needs_review(question, org),
        live,
        tuple(earlier),
    )


def _said(name: str, project: Project, method: Method) -> Iterator[Said]:
    """What every organisation said, or the table: never what is private."""
    question = method.questions[name]
    if question.private:
        return
    here = [one.id for one in project.organisations.values() if one.role not in GONE]
    for voice in [TOGETHER] if question.by == "together" else here:
        value = project.value(question, voice)
        whole = value and not project.needs_review(question, voice)
        if value and whole and counts(question, project, voice, method):
            yield Said(question, value, voice)


def _table(project: Project, method: Method, organisation: Organisation) -> Iterator[Shared]:
    """What the table wrote; line by line too, where the method asks it so, or a line names them."""
    asked = [one for one in positions.asked(project, method, organisation.id) if one.row]
    to_say = positions.to_say(project, method, organisation.id)
    for question in method:
        if question.by != "together":
            continue
        for said in _said(question.id, project, method):
            rows = [one for one in asked if one.question is question]
            for one in [*rows, About(question)] if question.positions != "rows" else rows:
                value = positions.wording(one, project) or ""
                shown = said._replace(value={one.row: value}) if one.row else said
                stands = positions.position(one, project, organisation.id)
                earlier = one.key in organisation.block.positions
                reworded, of = earlier and not stands, fingerprint(value)
                yield Shared(one, shown, of, stands, reworded, one in to_say)


def _noted(question: Question, project: Project, org: str) -> Noted | None:
    """How the answer came, if someone else wrote it down and nobody there read it again."""
    receipt = to_confirm(project.organisations[org].block).get(question.id)
    if receipt is None:
        return None
    passed_on = project.organisations.get(receipt.function) if receipt.how == "relayed" else None
    return Noted(receipt.how, receipt.on, passed_on.name if passed_on else receipt.function)
