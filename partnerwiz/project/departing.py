"""An organisation that leaves: where it is named, who takes over, and what that reopens.

Its block stays in the file: what it said was said (a facilitator's, field review).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from partnerwiz.method.kinds import OTHER, ROWED, Value
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import Prompt, counts, resting_on
from partnerwiz.project.model import TOGETHER, Project, Proposal, State, answer_path, pointer
from partnerwiz.project.positions import About, asked, position

TO_SETTLE = ""
"""nobody yet: the line waits, marked as such"""
_NAMING = ("organisation", "organisations")


class Naming(NamedTuple):
    """One place of a shared answer that names an organisation."""

    question: Question
    row: str = ""
    column: Question | None = None
    """None: the answer itself names it"""

    @property
    def several(self) -> bool:
        """Whether others may be named beside it."""
        return (self.column or self.question).kind == "organisations"


class Reopened(NamedTuple):
    """What counts no more, or was said with what has changed in view."""

    positions: Mapping[About, tuple[str, ...]]
    """of which organisations: they answered words that no longer stand"""
    resting: tuple[Prompt, ...]


def namings(project: Project, method: Method, organisation: str) -> list[Naming]:
    """Where what was said together names it, in the order of the method."""
    return [
        found
        for question in method
        if question.by == "together" and counts(question, project, TOGETHER, method)
        for found in _in_answer(question, project.value(question, TOGETHER), organisation)
    ]


def taken_over(project: Project, naming: Naming, former: str, successor: str, note: str) -> Project:
    """With `successor` in its place. `TO_SETTLE`: nobody, and the answer is under discussion with
    this `note`. What was named more than once is named once.
    """
    question, row, column = naming
    value = project.value(question, TOGETHER)
    if value is None:
        return project
    if column is None:
        if successor == TO_SETTLE and not naming.several:  # what stands is what is discussed
            return project.with_state(question, TOGETHER, State("under-discussion", note=note))
        changed = _replaced(value, former, successor)
    else:
        table = dict(value) if isinstance(value, Mapping) else {}
        cells = {**table[row], column.id: _replaced(table[row][column.id], former, successor)}
        changed = {**table, row: {key: cell for key, cell in cells.items() if cell}}
    state, waiting = project.table.open.get(question.id), project.proposals
    project = replace(project.with_value(question, TOGETHER, changed), proposals=waiting)
    if successor == TO_SETTLE:
        state = State("under-discussion", note=note)
    return project.with_state(question, TOGETHER, state) if state else project


def let_go(project: Project, naming: Naming, former: str) -> Project:
    """Named no more, where others stay named beside it."""
    state = project.table.open.get(naming.question.id)
    project = taken_over(project, naming, former, TO_SETTLE, "")
    question = naming.question
    opened = {key: one for key, one in project.table.open.items() if key != question.id}
    if state:
        opened[question.id] = state
    return replace(project, table=replace(project.table, open=opened))


def others_in(project: Project, naming: Naming, organisation: str) -> list[str]:
    """Who is named in the same place."""
    value = project.value(naming.question, TOGETHER)
    if naming.column and isinstance(value, Mapping):
        value = value[naming.row].get(naming.column.id)
    return [one for one in value if one != organisation] if isinstance(value, list) else []


def started_by(project: Project, successor: str, method: Method) -> Project:
    """With another organisation in the role of the one that started. What the former one answered
    as such stays its word; its shared answers are wordings that the successor may take up or not.
    """
    before = project.initiator
    left = project.organisations[before].block.answers
    proposals = tuple(
        Proposal(pointer(*answer_path(question.id, successor)), left[question.id])
        for question in method
        if question.by == "initiator"
        and question.id in left
        and question.id not in project.organisations[successor].block.answers
    )
    former = tuple(one for one in (*project.former, before) if one != successor)
    return replace(
        project,
        initiator=successor,
        former=tuple(dict.fromkeys(former)),
        proposals=(*project.proposals, *proposals),
    )


def departed(project: Project, organisation: str, on: str) -> Project:
    one = project.organisations[organisation]
    return project.with_organisation(replace(one, role="left", until=on))


def reopened(before: Project, after: Project, method: Method) -> Reopened:
    """What the changes of what was said together reopen."""
    found: dict[About, tuple[str, ...]] = {}
    for organisation in before.organisations:
        for about in asked(before, method, organisation):
            said = position(about, before, organisation)
            if said and position(about, after, organisation) is None:
                found[about] = (*found.get(about, ()), organisation)
    resting: dict[Prompt, None] = {}
    for question in method:
        if question.by != "together" or (
            before.value(question, TOGETHER) == after.value(question, TOGETHER)
        ):
            continue
        resting |= dict.fromkeys(resting_on(Prompt(question, TOGETHER), after, method))
    return Reopened(found, tuple(resting))


def _in_answer(question: Question, value: Value | None, organisation: str) -> Iterator[Naming]:
    if question.kind in _NAMING and _names(value, organisation):
        yield Naming(question)
    if question.kind not in ROWED or not isinstance(value, Mapping):
        return
    for key, row in value.items():
        for column in question.columns if isinstance(row, Mapping) else ():
            if column.kind in _NAMING and _names(row.get(column.id), organisation):
                yield Naming(question, key, column)


def _names(value: Any, organisation: str) -> bool:
    return organisation in value if isinstance(value, list) else bool(value == organisation)


def _replaced(value: Any, former: str, successor: str) -> Any:
    if not isinstance(value, list):
        return successor
    named = [successor if one == former else one for one in value]
    kept: list[Any] = []
    for one in named:
        if one != TO_SETTLE and ((isinstance(one, dict) and OTHER in one) or one not in kept):
            kept.append(one)
    return kept
