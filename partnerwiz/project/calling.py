"""What is called for now, of whom, and how it stands. Computed from the answers, never stored."""

from collections.abc import Iterator
from typing import NamedTuple

from partnerwiz.method.kinds import Value, holds
from partnerwiz.method.model import SHORT, Method, Question
from partnerwiz.project.model import ANIMATION, TOGETHER, Project
from partnerwiz.words import LANGUAGES, Text, say

ENOUGH = 2
"""A table needs two organisations: nobody is a partner alone (Dhume's definition)."""

TO_ASK = "to-ask"
TO_REVIEW = "to-review"
ANSWERED = "answered"
LEFT_EMPTY = "left-empty"
NOT_CALLED = "not-called-for"
WAITING = "waits-for-the-table"
SETTLED = ("not-applicable", "not-disclosed")
"""States that say all there is to say."""
LEFT_OPEN = ("unknown-yet", "under-discussion")
"""States that ask to be taken up again."""


class Prompt(NamedTuple):
    """A question as it is asked now, to one voice."""

    question: Question
    voice: str | None
    """an organisation's id; None: all together"""


class Part(NamedTuple):
    """What is gone through in one go: a phase; on the short path, the sheet or a meeting."""

    id: str
    title: Text
    closing: tuple[tuple[int | None, Text], ...]
    """what to weigh before going on: the number of a step, or None, and the sentence"""


def is_common(question: Question, method: Method) -> bool:
    """Answered around the table: together, or each in turn within a step gone through together."""
    return "together" in (question.by, method.steps[question.step].by)


def on_path(method: Method, path: str) -> list[Question]:
    """The questions of a path, in the order they are asked. The short path goes by its places, and
    within each by the numbers of its entries (rewrites §2, a facilitator's).
    """
    if path == "whole":
        return list(method)
    found = [question for question in method if question.short]
    return sorted(found, key=lambda one: (SHORT.index(one.short or ""), one.entry))


def part_of(question: Question, method: Method, path: str) -> Part:
    """The part of the path in which this question is asked."""
    if path == "short" and question.short:
        title = {language: say(f"part-{question.short}", language) for language in LANGUAGES}
        last = {language: say("close-meeting-1", language) for language in LANGUAGES}
        return Part(question.short, title, ((None, last),) if question.short == "meeting-1" else ())
    phase = method.phase_of(question)
    closing = tuple(
        (step.number, step.done_when) for step in phase.steps if step.questions and step.done_when
    )
    return Part(phase.id, phase.title, closing)


def voices(question: Question, project: Project) -> tuple[str | None, ...]:
    """Who owes an answer. The organisation that started always does, even while it is alone."""
    if question.by == "together":
        return (TOGETHER,)
    if question.by == "initiator":
        return (project.initiator,)
    partners = tuple(one.id for one in project.partners)
    return partners if project.initiator in partners else (project.initiator, *partners)


def may_answer(question: Question, voice: str | None, seat: str) -> bool:
    """Whether this seat may note that voice's answer here. The facilitator notes for all, except
    what is private.
    """
    if voice is TOGETHER:
        return True
    return seat == voice or (seat == ANIMATION and not question.private)


def counts(question: Question, project: Project, voice: str | None, method: Method) -> bool:
    """Whether the question is called for: each of its `when` holds, and the lines it is about are
    there.

    From *together*, an *each* answer means any partner's. What is itself no longer called for
    holds nothing.
    """
    about = question.rows if isinstance(question.rows, str) else question.of
    if about and not project.rows(about, voice, method.questions):
        return False
    return all(
        any(
            holds(
                condition.values,
                project.value(other, one) if counts(other, project, one, method) else None,
            )
            for one in _heard(other, voice, project)
        )
        for condition in question.when
        if (other := method.questions[condition.question])
    )


def _heard(other: Question, voice: str | None, project: Project) -> tuple[str | None, ...]:
    if other.by == "each" and voice is not TOGETHER:
        return (voice,)
    return voices(other, project)


def standing(question: Question, project: Project, voice: str | None, method: Method) -> str:
    """How an answer stands, in one word of those above or of `STATES`."""
    if not counts(question, project, voice, method):
        return NOT_CALLED
    state = project.state(question, voice)
    if state is not None:
        return state.name
    if project.needs_review(question, voice):
        return TO_REVIEW
    value = project.value(question, voice)
    if value is None:
        alone = len(project.partners) < ENOUGH
        return WAITING if alone and is_common(question, method) else TO_ASK
    return LEFT_EMPTY if value == "" else ANSWERED


def prompts(
    method: Method, project: Project, seat: str, path: str | None = None
) -> Iterator[Prompt]:
    """Everything this seat can be asked on the path, in order, whatever its standing."""
    for question in on_path(method, path or project.path):
        for voice in voices(question, project):
            if may_answer(question, voice, seat) and counts(question, project, voice, method):
                yield Prompt(question, voice)


def is_open(prompt: Prompt, project: Project, method: Method, *, unanswered: bool = False) -> bool:
    """Whether the prompt is still to be asked; with `unanswered`, also what was left open."""
    stands = standing(prompt.question, project, prompt.voice, method)
    return stands in (TO_ASK, TO_REVIEW) or (unanswered and stands in LEFT_OPEN)


def carried(prompt: Prompt, project: Project, method: Method) -> Value | None:
    """The earlier answer of the same voice offered as a start, in the shape of this question."""
    if not prompt.question.carry:
        return None
    source = method.questions[prompt.question.carry]
    if source.private:
        return None  # its lines are offered to be ticked: see `to_tick`
    value = project.value(source, TOGETHER if source.by == "together" else prompt.voice)
    if isinstance(value, dict) and prompt.question.kind == "long-text":
        return "\n".join(str(line) for line in value.values())
    return value or None


def to_tick(prompt: Prompt, project: Project, method: Method) -> dict[str, str]:
    """Lines of a private answer that its owner may tell here, by key. None is told unless ticked."""
    source = method.questions.get(prompt.question.carry or "")
    if source is None or not source.private or prompt.voice is TOGETHER:
        return {}
    return dict(project.rows(source.id, prompt.voice, method.questions))


def resting_on(prompt: Prompt, project: Project, method: Method) -> tuple[Prompt, ...]:
    """The answers already given that rest on this one: they were given with it in view (`recall`),
    started from it (`carry`), or are about its lines.
    """
    name = prompt.question.id
    found = []
    for other in method:
        named = {other.carry, other.rows if isinstance(other.rows, str) else None, other.of}
        named |= {column.of for column in other.columns}
        for voice in voices(other, project):
            apart = other.by == prompt.question.by == "each" and voice != prompt.voice
            if name not in other.recall and (name not in named or apart):
                continue
            if project.value(other, voice) and counts(other, project, voice, method):
                found.append(Prompt(other, voice))
    return tuple(found)


def set_aside(before: Project, after: Project, method: Method) -> tuple[Prompt, ...]:
    """The answers that are no longer called for: they stay in the file and leave the documents."""
    return tuple(
        Prompt(question, voice)
        for question in method
        if question.when
        for voice in voices(question, after)
        if after.value(question, voice)
        and (voice is TOGETHER or voice in before.organisations)
        and counts(question, before, voice, method)
        and not counts(question, after, voice, method)
    )
