"""What a seat has before it, part by part: what it said, what is open, what it may be asked, and
what is awaited from others. Never a score.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from partnerwiz.method.kinds import words_of
from partnerwiz.method.model import Method, Question, Step
from partnerwiz.project.calling import (
    ANSWERED,
    LEFT_EMPTY,
    LEFT_OPEN,
    NOT_CALLED,
    SETTLED,
    TO_ASK,
    TO_REVIEW,
    WAITING,
    Prompt,
    may_answer,
    on_path,
    part_of,
    standing,
    voices,
)
from partnerwiz.project.model import Project, State
from partnerwiz.words import Text


class Line(NamedTuple):
    """One question for one voice, and how it stands."""

    prompt: Prompt
    stands: str
    state: State | None
    mine: bool
    """whether this seat may answer it"""


class Task(NamedTuple):
    """A part of the path: a phase and its steps; on the short path, the sheet or a meeting."""

    id: str
    number: int | None
    title: Text
    lines: tuple[Line, ...]
    steps: tuple["Task", ...] = ()
    is_step: bool = False

    def mine(self, *stands: str) -> int:
        """How many of this seat's stand so."""
        return sum(1 for line in self.lines if line.mine and line.stands in stands)

    @property
    def said(self) -> int:
        return self.mine(ANSWERED, LEFT_EMPTY, *SETTLED)

    @property
    def to_ask(self) -> int:
        return self.mine(TO_ASK, TO_REVIEW)

    @property
    def left_open(self) -> int:
        return self.mine(*LEFT_OPEN)

    @property
    def waiting(self) -> int:
        return self.mine(WAITING)

    @property
    def awaited(self) -> dict[str, int]:
        """How many answers others still owe, by organisation."""
        found: dict[str, int] = {}
        for line in self.lines:
            if not line.mine and line.stands in (TO_ASK, TO_REVIEW) and line.prompt.voice:
                found[line.prompt.voice] = found.get(line.prompt.voice, 0) + 1
        return found


def tasks(method: Method, project: Project, seat: str, *, room: bool = False) -> tuple[Task, ...]:
    """The parts of the project's path. Private questions are those of `seat` alone; to a `room`,
    nobody's.
    """
    if project.path != "short":
        return tuple(
            Task(
                phase.id,
                phase.number,
                phase.title,
                tuple(line for step in steps for line in step.lines),
                steps,
            )
            for phase in method.phases
            if (steps := tuple(_steps(phase.steps, method, project, seat, room)))
        )
    found: dict[str, Task] = {}
    for question in on_path(method, "short"):
        part = part_of(question, method, "short")
        task = found.get(part.id) or Task(part.id, len(found) + 1, part.title, ())
        lines = tuple(_lines(question, method, project, seat, room))
        found[part.id] = task._replace(lines=(*task.lines, *lines))
    return tuple(found.values())


def _steps(
    steps: Sequence[Step], method: Method, project: Project, seat: str, room: bool
) -> Iterator[Task]:
    for step in steps:
        lines = (
            line
            for question in step.questions
            for line in _lines(question, method, project, seat, room)
        )
        yield Task(step.id, step.number, step.title, tuple(lines), is_step=True)


def _lines(
    question: Question, method: Method, project: Project, seat: str, room: bool
) -> Iterator[Line]:
    for voice in voices(question, project):
        if question.private and (room or voice != seat):
            continue
        stands = standing(question, project, voice, method)
        if stands != NOT_CALLED:
            state = project.state(question, voice)
            yield Line(Prompt(question, voice), stands, state, may_answer(question, voice, seat))


def found_in(
    wanted: str, method: Method, project: Project, seat: str, language: str, *, room: bool = False
) -> tuple[Line, ...]:
    """The questions of the whole method in whose words, or in whose answer, `wanted` occurs.
    Capitals and accents make no difference.
    """
    sought = bare(wanted)
    return tuple(
        line
        for question in method
        for line in _lines(question, method, project, seat, room)
        if line.mine and sought in bare(_told(line, project, language))
    )


def _told(line: Line, project: Project, language: str) -> str:
    question, voice = line.prompt
    texts = [question.label, question.ask, *question.options.values()]
    texts += [column.ask for column in question.columns]
    words = " ".join(text[language] for text in texts)
    return f"{words} {_spoken(project.value(question, voice), question)}"


def _spoken(value: Any, question: Question) -> str:
    if isinstance(value, dict):
        return " ".join(_spoken(one, question) for one in value.values())
    if isinstance(value, list):
        return " ".join(_spoken(one, question) for one in value)
    return "" if value is None or words_of(question, value) is not value else str(value)


def bare(text: str) -> str:
    """For comparing: without accents, capitals or curved apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()
