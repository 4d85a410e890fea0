"""Where each organisation stands on what the table has said: in words, and for these words alone.

A position answers one wording. When that changes, it counts no more, and is asked again: nobody is
made to agree with a text it has not seen (ours; the four words are a facilitator's, rewrites, step
14). The lines that name an organisation need its yes the same way.
"""

from collections.abc import Iterator
from typing import NamedTuple

from partnerwiz.method.kinds import ROWED, Value
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import counts
from partnerwiz.project.model import TOGETHER, Position, Project, fingerprint

YES = ("carries", "supports")
"""The words with which an organisation stands behind a line that names it."""


class About(NamedTuple):
    """What a position is about: a shared answer, or one of its lines."""

    question: Question
    row: str = ""

    @property
    def key(self) -> str:
        """As it is named in a file and to a command: ID or ID/ROW."""
        return f"{self.question.id}/{self.row}" if self.row else self.question.id


def about(key: str, method: Method) -> About | None:
    """What ID or ID/ROW names; None if it is no shared question."""
    question_id, _, row = key.partition("/")
    question = method.questions.get(method.older_ids.get(question_id, question_id))
    if question is None or question.by != "together" or (row and question.kind not in ROWED):
        return None
    return About(question, row)


def wording(one: About, project: Project) -> Value | None:
    """What stands there now; None if nothing does."""
    value = project.value(one.question, TOGETHER)
    if one.row:
        return (value.get(one.row) or None) if isinstance(value, dict) else None
    return value or None


def position(one: About, project: Project, organisation: str) -> Position | None:
    """What the organisation says of the wording that stands; None: not asked, or asked of another."""
    found = project.organisations[organisation].block.positions.get(one.key)
    value = wording(one, project)
    return found if found and value is not None and found.of == fingerprint(value) else None


def with_position(one: About, project: Project, organisation: str, said: Position) -> Project:
    """Its position on the wording that stands. Raises `ValueError` where none does."""
    value = wording(one, project)
    if value is None:
        raise ValueError(one.key)
    said = said._replace(of=fingerprint(value))
    positions = {**project.organisations[organisation].block.positions, one.key: said}
    return project.with_block(organisation, positions=positions)


def named(question: Question, row: Value) -> tuple[str, ...]:
    """The organisations whose yes a line needs."""
    found: dict[str, None] = {}
    cells = row if isinstance(row, dict) else {}
    for column in question.confirm:
        value = cells.get(column)
        found |= dict.fromkeys(value if isinstance(value, list) else [value] if value else [])
    return tuple(one for one in found if isinstance(one, str))


def unconfirmed(one: About, project: Project) -> tuple[str, ...]:
    """The organisations that a line names and that have not said yes to it as it stands."""
    row = wording(one, project)
    found = named(one.question, row) if row is not None else ()
    return tuple(
        organisation
        for organisation in found
        if organisation in project.organisations
        and ((said := position(one, project, organisation)) is None or said.word not in YES)
    )


def published(one: About, project: Project) -> bool:
    """Whether every organisation that the line names agrees to see it printed."""
    row = wording(one, project)
    found = named(one.question, row) if row is not None else ()
    return bool(found) and all(
        organisation in project.organisations
        and (said := position(one, project, organisation)) is not None
        and said.publish
        for organisation in found
    )


def asked(project: Project, method: Method, organisation: str) -> Iterator[About]:
    """What this organisation is asked to stand for: the answers of which the method says so, each
    line where it says so of lines, and the lines that name it. Said already or not.
    """
    for question in method:
        if question.by != "together" or not (question.positions or question.confirm):
            continue
        value = project.value(question, TOGETHER)
        if not value or not counts(question, project, TOGETHER, method):
            continue
        if question.positions == "whole":
            yield About(question)
            continue
        for key, row in value.items() if isinstance(value, dict) else ():
            if question.positions == "rows" or organisation in named(question, row):
                yield About(question, key)


def to_say(project: Project, method: Method, organisation: str) -> list[About]:
    """Of these, what it has not said, or said of another wording."""
    one = project.organisations.get(organisation)
    if one is None or one.role != "partner":
        return []
    found = asked(project, method, organisation)
    return [about for about in found if position(about, project, organisation) is None]
