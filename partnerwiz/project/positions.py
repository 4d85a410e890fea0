"""Where each organisation stands on what the table has said: in words, and for these words alone.

A position answers one wording. When that changes, it counts no more, and is asked again: nobody is
made to agree with a text it has not seen (ours; the four words are a facilitator's, rewrites, step
14). The lines that name an organisation need its yes the same way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from partnerwiz.method.kinds import ROWED, Value
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import counts
from partnerwiz.project.model import ANIMATION, GONE, TOGETHER, Position, Project, fingerprint

YES = ("carries", "supports")
"""The words with which an organisation stands behind a line that names it."""
CANNOT = "cannot"
REGISTER = "register"
"""The disagreements left open: no line of it is printed without the yes of all that it names, not
even that there is one (a facilitator's, field review)."""


class About(NamedTuple):
    """What a position is about: a shared answer, or one of its lines."""

    question: Question
    row: str = ""

    @property
    def key(self) -> str:
        """As it is named in a file and to a command: ID or ID/ROW."""
        return f"{self.question.id}/{self.row}" if self.row else self.question.id


# what is asked about


def about(key: str, method: Method) -> About | None:
    """What ID or ID/ROW names; None if it is nothing on which one says where one stands."""
    question_id, _, row = key.partition("/")
    question = method.questions.get(method.older_ids.get(question_id, question_id))
    if question is None or not _is_shared(question) or (row and question.kind not in ROWED):
        return None
    return About(question, row)


def wording(one: About, project: Project) -> Value | None:
    """What stands there now; None if nothing does."""
    value = project.value(one.question, _voice(one.question, project))
    if one.row:
        return (value.get(one.row) or None) if isinstance(value, dict) else None
    return value or None


def named(question: Question, row: Value) -> tuple[str, ...]:
    """The organisations whose yes a line needs."""
    found: dict[str, None] = {}
    cells = row if isinstance(row, dict) else {}
    for column in question.confirm:
        value = cells.get(column)
        found |= dict.fromkeys(value if isinstance(value, list) else [value] if value else [])
    return tuple(one for one in found if isinstance(one, str))


def speakers(one: About, project: Project) -> tuple[str, ...]:
    """Whose position is asked: every partner's; of a line that needs their yes, that of those it
    names. What the initiator notes of others before they join is theirs to read once they have.
    """
    partners = tuple(each.id for each in project.partners)
    if not one.row or one.question.positions == "rows":
        return partners
    alone = one.question.by != "together"
    return tuple(
        each
        for each in _named(one, project)
        if each in partners or not (alone or project.organisations[each].role in GONE)
    )


def asked(project: Project, method: Method, organisation: str) -> Iterator[About]:
    """What this organisation is asked to stand for, said already or not."""
    for one in wordings(project, method):
        if organisation in speakers(one, project):
            yield one


def wordings(project: Project, method: Method) -> Iterator[About]:
    """All on which someone is asked where it stands: the answers of which the method says so, each
    line where it says so of lines, and the lines that name an organisation. Not what waits for a
    choice between wordings, nor what its authors keep to themselves.
    """
    for question in method:
        if not _is_shared(question) or not (question.positions or question.confirm):
            continue
        voice = _voice(question, project)
        value, state = project.value(question, voice), project.state(question, voice)
        stands = state is None or (
            state.name == "under-discussion" and not project.proposed(question, voice)
        )
        if not value or not stands or project.needs_review(question, voice):
            continue
        if not counts(question, project, voice, method):
            continue
        if question.positions == "whole":
            yield About(question)
            continue
        for key in value if isinstance(value, dict) else ():
            if speakers(About(question, key), project):
                yield About(question, key)


def to_say(project: Project, method: Method, seat: str) -> list[About]:
    """What this organisation is asked and has not said, or said of another wording. Under the
    facilitator's seat: what any organisation has still to say.
    """
    return [
        one
        for one in wordings(project, method)
        if any(seat in (each, ANIMATION) for each in silent(one, project))
    ]


# what is said


def position(one: About, project: Project, organisation: str) -> Position | None:
    """What the organisation says of the wording that stands; None: not asked, or asked of another."""
    found = earlier(one, project, organisation)
    value = wording(one, project)
    return found if found and value is not None and found.of == fingerprint(value) else None


def earlier(one: About, project: Project, organisation: str) -> Position | None:
    """The last thing it said here, be it of another wording."""
    return project.organisations[organisation].block.positions.get(one.key)


def with_position(one: About, project: Project, organisation: str, said: Position) -> Project:
    """Its position on the wording that stands. Raises `ValueError` where none does."""
    value = wording(one, project)
    if value is None:
        raise ValueError(one.key)
    said = said._replace(of=fingerprint(value))
    positions = {**project.organisations[organisation].block.positions, one.key: said}
    return project.with_block(organisation, positions=positions)


def said(one: About, project: Project) -> dict[str, Position | None]:
    """What each says whose position is asked; None: not yet."""
    return {each: position(one, project, each) for each in speakers(one, project)}


def silent(one: About, project: Project) -> tuple[str, ...]:
    """Those asked who have not said."""
    return tuple(each for each, found in said(one, project).items() if found is None)


def shown_to(one: About, project: Project, seat: str) -> dict[str, Position | None] | None:
    """What all say, as `seat` may see it: not before it has said its own; under the facilitator's,
    not before all have. What one has seen first draws what one says (a facilitator's: apart first).
    """
    found = said(one, project)
    waits = not found or None in found.values()
    if seat != ANIMATION:
        waits = seat not in project.organisations or position(one, project, seat) is None
    return None if waits else found


def parted(found: Iterable[Position | None]) -> bool:
    """Whether they have something to talk through: one cannot, or only some stand behind it. It is
    never averaged.
    """
    words = {one.word for one in found if one}
    return CANNOT in words or len({word in YES for word in words}) > 1


# what is printed


def unconfirmed(one: About, project: Project) -> tuple[str, ...]:
    """The organisations that a line names and that have not said yes to it as it stands."""
    return tuple(
        each
        for each in _named(one, project)
        if (found := position(one, project, each)) is None or found.word not in YES
    )


def published(one: About, project: Project) -> bool:
    """Whether every organisation that the line names agrees to see it printed, as it stands."""
    row = wording(one, project)
    found = named(one.question, row) if row is not None else ()
    return bool(found) and all(
        each in project.organisations
        and (said_of_it := position(one, project, each)) is not None
        and said_of_it.publish
        and said_of_it.word != CANNOT
        for each in found
    )


def printable(project: Project, method: Method) -> Project:
    """The project without the words that an organisation keeps from print, and without the
    disagreements that those they name have not all agreed to see printed. Documents see no other.
    """
    organisations = {}
    for one in project.organisations.values():
        positions = {
            key: found if found.publish else found._replace(words="")
            for key, found in one.block.positions.items()
        }
        organisations[one.id] = replace(one, block=replace(one.block, positions=positions))
    kept = replace(project, organisations=organisations)
    question = method.questions.get(REGISTER)
    rows = project.table.answers.get(REGISTER)
    if question is None or not question.confirm or not isinstance(rows, dict):
        return kept
    shown = {key: row for key, row in rows.items() if published(About(question, key), project)}
    answers = {**project.table.answers, REGISTER: shown}
    sittings = project.sittings
    if not shown:  # not even the minutes tell that it was written
        del answers[REGISTER]
        sittings = tuple(_without(record, REGISTER) for record in project.sittings)
    proposals = tuple(one for one in project.proposals if one.at != f"answers/{REGISTER}")
    table = replace(project.table, answers=answers)
    return replace(kept, table=table, sittings=sittings, proposals=proposals)


def _is_shared(question: Question) -> bool:
    """Answered once for all; by the organisation that starts, only where lines need a yes."""
    by_one = question.by == "initiator" and bool(question.confirm)
    return not question.private and (question.by == "together" or by_one)


def _voice(question: Question, project: Project) -> str | None:
    return TOGETHER if question.by == "together" else project.initiator


def _named(one: About, project: Project) -> tuple[str, ...]:
    row = wording(one, project)
    found = named(one.question, row) if row is not None else ()
    return tuple(each for each in found if each in project.organisations)


def _without(record: Mapping[str, Any], question_id: str) -> Mapping[str, Any]:
    told = dict(record)
    for name in ("noted", "changed"):
        if isinstance(told.get(name), list):
            told[name] = [one for one in told[name] if one != question_id]
    return told
