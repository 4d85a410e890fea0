"""Taking what others said: each difference by itself, and what becomes of the project if it is
taken. An organisation speaks for itself; what a file says in another's name, or at the table, is
only ever a proposal.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from partnerwiz.method.kinds import Refused, Value, check
from partnerwiz.method.model import Method, Question
from partnerwiz.project.contribution import Contribution
from partnerwiz.project.model import (
    TOGETHER,
    Block,
    Organisation,
    Position,
    Project,
    State,
    fingerprint,
    same,
)
from partnerwiz.project.positions import About, about
from partnerwiz.project.received import (
    Receipt,
    confirmed,
    noted,
    own_word,
    receipts,
    to_confirm,
)
from partnerwiz.project.releasing import without_released
from partnerwiz.project.withdrawing import Gone, without


class Answer(NamedTuple):
    """Another answer, or another state of one."""

    question: Question
    voice: str | None
    was: tuple[Value | None, State | None]
    now: tuple[Value | None, State | None]


class Stand(NamedTuple):
    """A position of an organisation on what the table said."""

    about: About
    voice: str
    was: Position | None
    now: Position


class Reread(NamedTuple):
    """The sender has read again what someone else had noted down for it, and found it right."""

    question: Question
    voice: str


class Released(NamedTuple):
    """What the sender made public of a private answer."""

    question: Question
    voice: str
    was: Value | None
    now: Value | None
    """None: it is public no more"""


class Arrival(NamedTuple):
    """An organisation that is only in the copy."""

    organisation: Organisation


class Held(NamedTuple):
    """A sitting that is only in the copy."""

    record: Mapping[str, Any]


What = Answer | Reread | Stand | Released | Arrival | Held


class Difference(NamedTuple):
    what: What
    own: bool = False
    """whether the sender says it in its own name"""
    late: bool = False
    """whether what stands here is as recent, or has changed since: to be looked at by itself"""
    refused: Refused | None = None
    """why its question does not accept it: it is then not taken"""

    @property
    def came_back(self) -> bool:
        """It was withdrawn here, and the file still has it."""
        if not isinstance(self.what, Answer):
            return False
        here = self.what.was[1]
        return here is not None and here.name == "withdrawn" and self.what.now[1] != here

    @property
    def plain(self) -> bool:
        """The sender says it in its own name and nothing stands against it: one yes is enough for
        all of these together.
        """
        return self.own and not (self.late or self.came_back or self.refused)


def taken_before(project: Project, contribution: Contribution) -> str:
    """The day on which this very file was taken; "" if it was not."""
    if contribution.sender not in project.organisations or not contribution.seal:
        return ""
    found = receipts(project.organisations[contribution.sender].block)
    return next((one.on for one in found if one.seal == contribution.seal), "")


def is_older(project: Project, contribution: Contribution) -> bool:
    """Whether the sender's block here has been changed more often than in its own copy."""
    if contribution.kind != "copy" or not contribution.sender:
        return False
    return contribution.number < project.organisations[contribution.sender].block.number


def differences(
    project: Project, contribution: Contribution, method: Method
) -> tuple[Difference, ...]:
    """What the sender says in its own name first, then the proposals, each in the method's order."""
    found = [*_own(project, contribution, method), *_proposed(project, contribution, method)]
    tried, checked = project, list[Difference]()
    for one in found:
        try:
            tried = tried if one.refused else take(tried, one, method)
            checked.append(one)
        except Refused as refused:
            checked.append(one._replace(refused=refused))
    return tuple(checked)


def take(project: Project, one: Difference, method: Method) -> Project:
    """The project with it. Raises `Refused` where its question does not accept it."""
    match one.what:
        case Arrival(organisation):
            bare = replace(organisation, block=Block(), role="envisaged")
            return project.with_organisation(bare)
        case Held(record):
            _known(record.get("present") or (), project)
            sittings = sorted((*project.sittings, record), key=lambda each: str(each.get("on")))
            return replace(project, sittings=tuple(sittings))
        case Reread():
            return project  # `taken` knows the day
        case Released(question, voice, _, value):
            _known([voice], project)
            if value is None:
                return without_released(project, question, voice)
            value = check(question, value, project.known(voice, method.questions))
            released = {**project.organisations[voice].block.released, question.id: value}
            return project.with_block(voice, released=released)
        case Stand(about=what, voice=voice, now=position):
            _known([voice], project)
            block = project.organisations[voice].block
            return project.with_block(voice, positions={**block.positions, what.key: position})
        case Answer(question, voice, _, (value, state)):
            _known([voice] if voice else [], project)
            if not project.may_hold(question, voice):
                raise Refused("answer-initiator")
            if state is not None and state.name == "withdrawn":
                return without(project, Gone(voice, question), state.on)
            if value is not None:
                value = check(question, value, project.known(voice, method.questions))
                project = project.with_value(question, voice, value)
            return project.with_state(question, voice, state) if state else project


def taken(
    project: Project,
    contribution: Contribution,
    found: Iterable[Difference],
    method: Method,
    seat: str,
    today: str,
) -> Project:
    """The project with these, told how they came, and the block's number such that the sender's
    next copy is known to be newer.
    """
    before, chosen = project, list(found)
    for one in chosen:
        project = take(project, one, method)
    sender = contribution.sender
    if contribution.kind == "private":
        return project
    for one in chosen:
        if isinstance(one.what, Answer) and one.what.voice is not TOGETHER and not one.own:
            receipt = Receipt((one.what.question.id,), "relayed", today, sender, by=seat)
            project = noted(project, one.what.voice, receipt)
    if not sender:
        return project
    said = tuple(name for one in chosen if one.own for name in _named(one.what))
    if said:
        receipt = Receipt(
            said,
            contribution.how,
            contribution.on or today,
            contribution.function,
            by="" if contribution.how == "own-hand" else seat,
            seal=contribution.seal,
        )
        project = noted(project, sender, receipt)
        if contribution.kind == "copy":
            still = to_confirm(contribution.block)
            project = own_word(project, sender, [one for one in said if one not in still])
    read = [one.what.question.id for one in chosen if isinstance(one.what, Reread)]
    project = confirmed(project, sender, read, contribution.on or today)
    return _numbered(before, project, contribution)


def _named(what: What) -> Iterator[str]:
    if isinstance(what, Answer):
        yield what.question.id
    elif isinstance(what, Stand):
        yield f"positions/{what.about.key}"


def _known(organisations: Iterable[str], project: Project) -> None:
    for one in organisations:
        if one not in project.organisations:
            known = ", ".join(project.organisations)
            raise Refused("no-such-organisation-here", text=one, allowed=known)


def _stands_as_read(name: str, block: Block, contribution: Contribution) -> bool:
    if contribution.kind == "copy":
        return same(block.answers.get(name), contribution.block.answers.get(name))
    shown = contribution.before.get(name)
    return shown is None or shown == fingerprint(block.answers[name])


def _numbered(before: Project, project: Project, contribution: Contribution) -> Project:
    one = project.organisations[contribution.sender]
    was = before.organisations[contribution.sender].block
    if one.block == was:
        return project
    number = was.number + 1
    if contribution.kind == "copy":
        theirs = replace(contribution.block, number=0, received=(), to_review={})
        mine = replace(one.block, number=0, received=(), to_review={})
        number = max(was.number, contribution.number) + (mine != theirs)
    return project.with_organisation(replace(one, block=replace(one.block, number=number)))


# Where they differ


def _own(project: Project, contribution: Contribution, method: Method) -> Iterator[Difference]:
    sender = contribution.sender
    if not sender:
        return
    private = contribution.kind == "private"
    mine = project.private.get(sender, Block()) if private else project.organisations[sender].block
    copied = contribution.kind == "copy"
    late = copied and contribution.number <= mine.number
    late = late or bool(taken_before(project, contribution))
    for one in _answers(project, contribution.block, sender, method, private=private):
        changed = not copied and not private and _changed_since(one, contribution, mine)
        yield Difference(one, own=True, late=late or changed)
    waiting = to_confirm(mine)
    for name in contribution.confirmed:
        if name in waiting and _stands_as_read(name, mine, contribution):
            yield Difference(Reread(method.questions[name], sender), own=True, late=late)
    # over the phone it would count at once as its agreement, and nobody could read it again first
    by_phone = Refused("position-by-phone") if contribution.how == "phone" else None
    for stand in _stands(mine, contribution.block, sender, method):
        yield Difference(stand, own=True, late=late, refused=by_phone)
    if not copied:
        return
    public = contribution.block.released
    for name in dict.fromkeys((*public, *mine.released)):  # only its owner makes public, or not
        was, value = mine.released.get(name), public.get(name)
        if was != value:
            yield Difference(Released(method.questions[name], sender, was, value), True, late)


def _changed_since(one: Answer, contribution: Contribution, mine: Block) -> bool:
    """Whether the answer here is no longer the one that the kit's page showed."""
    if not contribution.before:
        return contribution.number < mine.number
    shown, here = contribution.before.get(one.question.id, ""), one.was[0]
    return shown != ("" if here is None else fingerprint(here))


def _proposed(project: Project, contribution: Contribution, method: Method) -> Iterator[Difference]:
    copy = contribution.copy
    if copy is None:
        return
    yield from map(Difference, _of_others(project, copy, contribution.sender, method))


def _of_others(project: Project, copy: Project, sender: str, method: Method) -> Iterator[What]:
    for organisation in copy.organisations.values():
        if organisation.id not in project.organisations:
            yield Arrival(organisation)
    yield from _answers(project, copy.table, TOGETHER, method)
    for key, organisation in copy.organisations.items():
        if key != sender:
            known = project.organisations.get(key)
            yield from _answers(project, organisation.block, key, method)
            here = known.block if known else Block()
            yield from _stands(here, organisation.block, key, method)
    for record in copy.sittings:
        if record not in project.sittings:
            yield Held(record)


def _answers(
    project: Project,
    theirs: Block,
    voice: str | None,
    method: Method,
    *,
    private: bool = False,
) -> Iterator[Answer]:
    """What is answered there otherwise than here. What is only here stays: silence takes nothing
    away.
    """
    here = voice is TOGETHER or voice in project.organisations
    for question in method:
        if question.private != private or (question.by == "together") != (voice is TOGETHER):
            continue
        value, state = theirs.answers.get(question.id), theirs.open.get(question.id)
        if value is None and state is None:
            continue
        block = project.block(question, voice) if here else Block()
        was = block.answers.get(question.id), block.open.get(question.id)
        if value is None and (state is None or state.name != "withdrawn"):
            value = was[0]  # a state says nothing of the value beside it
        if not (same(was[0], value) and was[1] == state):
            yield Answer(question, voice, was, (value, state))


def _stands(mine: Block, theirs: Block, voice: str, method: Method) -> Iterator[Stand]:
    for key, position in theirs.positions.items():
        was = mine.positions.get(key)
        what = about(key, method)
        if what is not None and was != position:
            yield Stand(what, voice, was, position)
