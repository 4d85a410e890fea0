"""How an organisation's answers came to whoever keeps the file, and whether it has read them again.

What came by phone or on paper was written down by someone else: until the organisation has read it
again, documents say so (a facilitator's rule, field review).
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from partnerwiz.method.model import Question
from partnerwiz.project.model import Block, Project

WRITTEN_BY_OTHERS = ("phone", "paper", "relayed")
"""Of `HOW`: what waits to be read again."""


class Receipt(NamedTuple):
    answers: tuple[str, ...]
    """question ids"""
    how: str
    on: str
    function: str = ""
    """of whoever said it there: never a name"""
    by: str = ""
    """the seat that wrote it down"""
    confirmed: str = ""
    """the day the organisation read it again"""
    seal: str = ""
    """of the file it came in: the same file is recognised when it comes again"""


def receipts(block: Block) -> tuple[Receipt, ...]:
    """In the order in which they were written down."""
    return tuple(_read(record) for record in block.received)


def to_confirm(block: Block) -> dict[str, Receipt]:
    """The answers that the organisation has still to read again, by question."""
    found: dict[str, Receipt] = {}
    for receipt in receipts(block):
        waits = receipt.how in WRITTEN_BY_OTHERS and not receipt.confirmed
        for one in receipt.answers:
            found.pop(one, None)
            if waits and one in block.answers:
                found[one] = receipt
    return found


def noted(project: Project, organisation: str, receipt: Receipt) -> Project:
    """With one more receipt; what it tells of is no longer told of by those that waited."""
    block = project.organisations[organisation].block
    records = [*_without(block.received, receipt.answers), _written(receipt)]
    for number, one in enumerate(records[:-1]):  # a sitting on the phone is one record, not twenty
        same = _read(one)._replace(answers=())
        if same == receipt._replace(answers=()):
            answers = tuple(dict.fromkeys((*_read(one).answers, *receipt.answers)))
            records[number] = _written(receipt._replace(answers=answers))
            records.pop()
            break
    return _with(project, organisation, tuple(records))


def came(
    project: Project, question: Question, voice: str | None, seat: str, receipt: Receipt | None
) -> Project:
    """With how an answer that was just noted came here. Given from the organisation's own seat,
    nothing is left for it to read again.
    """
    if voice is None or question.private or not question.step:
        return project
    if receipt:
        return noted(project, voice, receipt._replace(answers=(question.id,)))
    return own_word(project, voice, (question.id,)) if voice == seat else project


def own_word(project: Project, organisation: str, answers: Collection[str]) -> Project:
    """The organisation itself has said these: nothing is left to read again."""
    block = project.organisations[organisation].block
    return _with(project, organisation, _without(block.received, answers))


def confirmed(
    project: Project, organisation: str, answers: Collection[str] | None, on: str
) -> Project:
    """Read again by the organisation on that day: these answers; None: all that wait."""
    block = project.organisations[organisation].block
    waiting = [one for one in to_confirm(block) if answers is None or one in answers]
    records: list[Mapping[str, Any]] = []
    for record in block.received:
        receipt = _read(record)
        read = tuple(one for one in receipt.answers if one in waiting)
        rest = tuple(one for one in receipt.answers if one not in waiting)
        if not read or receipt.how not in WRITTEN_BY_OTHERS or receipt.confirmed:
            records.append(record)
            continue
        records += [{**record, "answers": list(rest)}] if rest else []
        records.append({**record, "answers": list(read), "confirmed": on})
    return _with(project, organisation, tuple(records))


def as_before(project: Project, question: Question, voice: str | None, before: Project) -> Project:
    """With what `before` told of how that answer came; of others, what is told now."""
    if voice is None or question.private or voice not in before.organisations:
        return project
    now, then = (one.organisations[voice].block.received for one in (project, before))
    rest, told = _parted(now, question.id)
    rest_then, told_then = _parted(then, question.id)
    if told == told_then:
        return project
    return _with(project, voice, then if rest == rest_then else (*rest, *told_then))


def _parted(
    records: tuple[Mapping[str, Any], ...], answer: str
) -> tuple[tuple[Mapping[str, Any], ...], tuple[Mapping[str, Any], ...]]:
    """What the records tell of other answers, and of this one."""
    rest, told = list[Mapping[str, Any]](), list[Mapping[str, Any]]()
    for record in records:
        answers = _read(record).answers
        others = [one for one in answers if one != answer]
        if len(others) == len(answers):
            rest.append(record)
            continue
        rest += [{**record, "answers": others}] if others else []
        told.append({**record, "answers": [answer]})
    return tuple(rest), tuple(told)


def _with(project: Project, organisation: str, records: tuple[Mapping[str, Any], ...]) -> Project:
    block = project.organisations[organisation].block
    if block.received == records:
        return project
    one = replace(project.organisations[organisation], block=replace(block, received=records))
    return project.with_organisation(one)


def _without(
    records: tuple[Mapping[str, Any], ...], answers: Collection[str]
) -> tuple[Mapping[str, Any], ...]:
    """The records that wait no longer tell of these answers."""
    kept: list[Mapping[str, Any]] = []
    for record in records:
        receipt = _read(record)
        rest = tuple(one for one in receipt.answers if one not in answers)
        if receipt.confirmed or receipt.how not in WRITTEN_BY_OTHERS or rest == receipt.answers:
            kept.append(record)
        elif rest:
            kept.append({**record, "answers": list(rest)})
    return tuple(kept)


def _read(record: Mapping[str, Any]) -> Receipt:
    answers = record.get("answers")
    return Receipt(
        tuple(map(str, answers)) if isinstance(answers, list) else (),
        *(str(record.get(name) or "") for name in ("how", "on", "from", "by", "confirmed", "seal")),
    )


def _written(receipt: Receipt) -> Mapping[str, Any]:
    written = {
        "answers": list(receipt.answers),
        "from": receipt.function,
        "how": receipt.how,
        "on": receipt.on,
        "by": receipt.by,
        "confirmed": receipt.confirmed,
        "seal": receipt.seal,
    }
    return {key: value for key, value in written.items() if value}
