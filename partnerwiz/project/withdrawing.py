"""A project in which something was never said: what withdrawal takes out of it. Pure; the files are
`forgetting`'s (a facilitator's: « retirez cette phrase », field review).
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from partnerwiz.method.model import Method, Question
from partnerwiz.project.model import TOGETHER, Block, Project, State, pointer

_TELLING = 12
"""characters from which a text is looked for elsewhere: shorter ones are anyone's"""


class Gone(NamedTuple):
    """What is to be forgotten: an answer, one of its lines, or all that an organisation said."""

    voice: str | None
    question: Question | None = None
    """None: everything"""
    row: str = ""


def without(project: Project, gone: Gone, on: str) -> Project:
    """The project in which it was never said; a shared answer leaves the day it was withdrawn."""
    question, voice, row = gone.question, gone.voice, gone.row
    if question is None:
        return _without_all(project, str(voice), on)
    value = project.value(question, voice)
    rest = _without_key(value, row) if row and isinstance(value, Mapping) else None
    if question.private:
        project = _without_private(project, question, str(voice), row)
    elif row and rest:
        block = project.block(question, voice)
        block = replace(block, answers={**block.answers, question.id: rest})
        project = _with_shared(project, voice, block).settled(question, voice)
    elif not row or value is not None:
        project = project.without(question, voice, on)
    if voice is TOGETHER or question.confirm:
        project = _without_positions(project, question, row if rest else "")
    if voice is not TOGETHER and not (row and rest):
        one = project.organisations[voice]
        records = tuple(_records_without(one.block.received, question.id))
        if records != one.block.received:
            project = project.with_block(voice, received=records)
    return project


def withdrawals(before: Project, after: Project, method: Method) -> list[Gone]:
    """The shared answers that are withdrawn in `after` and were not, or not wholly, before."""
    found = []
    for question in method:
        for voice in (TOGETHER,) if question.by == "together" else before.organisations:
            if question.private or voice not in (TOGETHER, *after.organisations):
                continue
            here, there = (one.block(question, voice) for one in (before, after))
            if _is_gone(question.id, there) and not _is_gone(question.id, here):
                found.append(Gone(voice, question))
    return found


def _is_gone(name: str, block: Block) -> bool:
    state = block.open.get(name)
    return state is not None and state.name == "withdrawn" and name not in block.answers


def also_said(project: Project, gone: Gone, method: Method) -> list[tuple[Question, str | None]]:
    """The other answers in which the same words stand: they are not forgotten with it."""
    if gone.question is None:
        return []
    value = project.value(gone.question, gone.voice)
    if gone.row:
        value = value.get(gone.row) if isinstance(value, Mapping) else None
    words = [one for one in texts(value) if len(one) >= _TELLING]
    found = []
    for question in method:
        for voice in (TOGETHER,) if question.by == "together" else project.organisations:
            if (question, voice) == (gone.question, gone.voice):
                continue
            text = "\n".join(texts(project.value(question, voice)))
            if any(one in text for one in words):
                found.append((question, voice))
    return found


def _without_all(project: Project, organisation: str, on: str) -> Project:
    one = project.organisations[organisation]
    said = dict.fromkeys((*one.block.answers, *one.block.open))
    block = Block(
        open={key: State("withdrawn", on=on) for key in said}, number=one.block.number + 1
    )
    at = pointer("organisations", organisation) + "/"
    return replace(
        project.with_organisation(replace(one, block=block)),
        proposals=tuple(one for one in project.proposals if not one.at.startswith(at)),
        private={key: kept for key, kept in project.private.items() if key != organisation},
    )


def _without_private(project: Project, question: Question, owner: str, row: str) -> Project:
    """It was public nowhere: no state tells that it was there. What was released of it goes too."""

    def less(found: Mapping[str, Any]) -> dict[str, Any]:
        rest = _without_key(found.get(question.id), row) if row else None
        return {**_without_key(found, question.id), **({question.id: rest} if rest else {})}

    block = project.private.get(owner)
    if block is not None:
        block = replace(
            block,
            answers=less(block.answers),
            open=block.open if row else _without_key(block.open, question.id),
            to_review=_without_key(block.to_review, question.id),
        )
        project = replace(project, private={**project.private, owner: block})
    released = project.organisations[owner].block.released
    if question.id in released:
        project = project.with_block(owner, released=less(released))
    return project


def _with_shared(project: Project, voice: str | None, block: Block) -> Project:
    if voice is TOGETHER:
        return replace(project, table=block)
    return project.with_block(voice, answers=block.answers)


def _without_positions(project: Project, question: Question, row: str) -> Project:
    """What each organisation said of these very words goes with them."""
    for one in project.organisations.values():
        kept = {
            key: said
            for key, said in one.block.positions.items()
            if not (key == f"{question.id}/{row}" if row else names(key, question))
        }
        if len(kept) != len(one.block.positions):
            project = project.with_block(one.id, positions=kept)
    return project


def _records_without(
    records: tuple[Mapping[str, Any], ...], question_id: str
) -> Iterator[Mapping[str, Any]]:
    for record in records:
        answers = [one for one in record.get("answers") or () if one != question_id]
        if answers:
            yield {**record, "answers": answers}


def _without_key(found: Any, key: str) -> dict[str, Any]:
    return {name: one for name, one in (found or {}).items() if name != key}


def names(key: str, question: Question) -> bool:
    """Whether a key of a file, ID or ID/ROW, is about it, by any of its ids."""
    return key.partition("/")[0] in (question.id, *question.was)


def texts(value: Any) -> Iterator[str]:
    """Every text in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
