"""The vocabulary of a method. Plain data: no file, no screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from partnerwiz.words import Text

By = Literal["initiator", "each", "together"]
BY: tuple[By, ...] = ("initiator", "each", "together")
SHORT = ("sheet", "meeting-1", "between", "meeting-2")
"""The places of the short path, in the order they are gone through (rewrites §2, a facilitator's)."""


class Condition(NamedTuple):
    """One line of `when`: the question named must have one of these values."""

    question: str
    values: tuple[str, ...]
    """option ids, `yes`/`no`; `any`: something was answered; `empty`: nothing was."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What is asked; a column of a table is one too. Itself alone is equal to it."""

    id: str
    kind: str
    ask: Text
    label: Text
    """A short noun phrase for lists, the status and gap marks. A column's is its `ask`."""
    help: Text | None = None
    example: Text | None = None
    optional: bool = False
    short: str | None = None
    """its place on the short path, if it is asked there"""
    entry: int = 0
    """the number of its entry there: what is gone through first within its place"""
    options: Mapping[str, Text] = field(default_factory=dict)
    may_end: Mapping[str, Text] = field(default_factory=dict)
    """What is said after an option with which one may well stop here (ours: other ways of working
    have their own paper, and a board may say no)."""
    columns: tuple["Question", ...] = ()
    rows: str | Mapping[str, Text] | None = None
    """The id of an earlier table or list, `partners`, or the rows themselves; None: free rows."""
    when: tuple[Condition, ...] = ()
    private: bool = False
    release: str | tuple[str, ...] | None = None
    confirm: tuple[str, ...] = ()
    positions: str | None = None
    """whether each organisation is asked where it stands: on the `whole` answer, or on its `rows`"""
    recall: tuple[str, ...] = ()
    carry: str | None = None
    talk: Text | None = None
    by: By = "each"
    unit: Text | None = None
    of: str | None = None
    was: tuple[str, ...] = ()
    step: str = ""
    file: Path = Path()
    line: int = 0

    def column(self, column_id: str) -> "Question":
        return next(column for column in self.columns if column.id == column_id)


class Step(NamedTuple):
    id: str
    number: int | None
    """1 to 19; None for the ending"""
    title: Text
    why: Text | None
    by: By
    phase: str
    talk: Text | None = None
    pitfalls: tuple[Text, ...] = ()
    done_when: Text | None = None
    questions: tuple[Question, ...] = ()


class Phase(NamedTuple):
    id: str
    number: int
    title: Text
    why: Text | None
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Method:
    phases: tuple[Phase, ...]

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """By id, in order."""
        return {step.id: step for phase in self.phases for step in phase.steps}

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """By id, in order."""
        return {q.id: q for step in self.steps.values() for q in step.questions}

    @cached_property
    def older_ids(self) -> Mapping[str, str]:
        """`was` → today's id."""
        return {old: q.id for q in self.questions.values() for old in q.was}

    def phase_of(self, question: Question) -> Phase:
        phase = self.steps[question.step].phase
        return next(one for one in self.phases if one.id == phase)

    def step_numbered(self, number: int) -> Step | None:
        return next((step for step in self.steps.values() if step.number == number), None)

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions.values())
