"""What one organisation owes, and what it needs to see to answer: the content of its page (`kit_page`
writes it). Pure: a project in which nothing private has been read → data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from partnerwiz.documents.wording import GONE
from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Value
from partnerwiz.method.model import Condition, Method, Question, Step
from partnerwiz.project.calling import Prompt, carried, counts, on_path
from partnerwiz.project.model import TOGETHER, Organisation, Project, State, fingerprint

AT_HOME = (1, 2, 3, 4, 5, 7)
"""The steps an organisation goes through inside its own walls (the handout's order: 6 is said to the
others)."""
_BY_ANOTHER_HAND = ("phone", "paper")


class Noted(NamedTuple):
    """How an answer came that someone else wrote down, and nobody of the organisation read again."""

    how: str
    on: str
    source: str
    """a function; may be empty"""


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


class Position(NamedTuple):
    word: str = ""
    words: str = ""
    publish: bool = False


class Shared(NamedTuple):
    """An answer of the table, and this organisation's own word on it."""

    said: Said
    of: str
    """the fingerprint of the wording"""
    position: Position
    reworded: bool
    """whether it had taken a position on an earlier wording"""


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
        _noted(question, project.organisations[org]) if value else None,
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
    for question in method:
        if question.by == "together":
            for said in _said(question.id, project, method):
                of = fingerprint(said.value)
                found, on_this = _position(organisation, question.id, of)
                reworded = bool(found.word) and not on_this
                yield Shared(said, of, found if on_this else Position(), reworded)


# how the file keeps these two is told here and nowhere else in this module


def _position(organisation: Organisation, name: str, of: str) -> tuple[Position, bool]:
    """Its position, and whether it was taken on the wording with this fingerprint."""
    found = organisation.block.positions.get(name, {})
    position = Position(
        found.get("word", ""), found.get("words", ""), found.get("publish") == "yes"
    )
    return position, found.get("of") == of


def _noted(question: Question, organisation: Organisation) -> Noted | None:
    """The last record that tells of this answer, if nobody confirmed it."""
    records = [one for one in organisation.block.received if question.id in one.get("answers", ())]
    if not records:
        return None
    last = records[-1]
    if last.get("how") not in _BY_ANOTHER_HAND or last.get("confirmed"):
        return None
    return Noted(last["how"], last["on"], _text(last.get("from")))


def _text(found: Any) -> str:
    return found if isinstance(found, str) else ""
