"""The questions of one step on paper, as a template reads them under `sheet`. Nothing that was
answered is printed, and no example: all answers would come out alike.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from partnerwiz.documents.room import Room
from partnerwiz.documents.slots import Mistake
from partnerwiz.documents.tree import Text
from partnerwiz.documents.wording import Wording
from partnerwiz.method.model import Condition, Question, Step
from partnerwiz.project.calling import on_path
from partnerwiz.words import Text as Words
from partnerwiz.words import say, typeset


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on paper. All but the number are tokens."""

    number: int
    ask: Markup
    help: Markup | str
    talk: Markup | str
    optional: bool
    condition: Markup | str
    """under which answer it is asked"""
    room: Markup
    """where the answer is written"""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that the same people answer."""

    by: str
    """`each`, `together`, `initiator`; `private` for those that each keeps at home"""
    questions: list[Asked]


@dataclass(frozen=True)
class Worksheet:
    _wording: Wording
    _step: str | None

    @cached_property
    def _of(self) -> Step:
        if self._step is None:
            raise Mistake("doc-no-step")
        return self._wording.method.steps[self._step]

    @property
    def number(self) -> int | None:
        """None for the ending."""
        return self._of.number

    @property
    def title(self) -> Markup:
        return self._wording.fixed(self._of.title)

    @property
    def why(self) -> Markup | str:
        return self._fixed(self._of.why)

    @property
    def talk(self) -> Markup | str:
        """What to talk about before anyone writes."""
        return self._aloud(self._of.talk)

    @property
    def by(self) -> str:
        return self._of.by

    @property
    def initiator(self) -> Markup:
        return self._wording.whose(self._wording.project.initiator)

    @property
    def groups(self) -> list[Group]:
        """First those who answer the step, then others; last what each keeps at home."""
        sheets: dict[str, list[Question]] = {self._of.by: []}
        for question in self._questions:
            sheets.setdefault("private" if question.private else question.by, []).append(question)
        private = sheets.pop("private", [])
        found = [(by, questions) for by, questions in sheets.items() if questions]
        found += [("private", private)] if private else []
        return [Group(by, [self._asked(one) for one in questions]) for by, questions in found]

    @cached_property
    def _questions(self) -> list[Question]:
        """Those of the project's path; of a step that the short path leaves out, all."""
        called = set(on_path(self._wording.method, self._wording.project.path))
        return [one for one in self._of.questions if one in called] or list(self._of.questions)

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """As they stand on paper, one group after the other."""

        def place(question: Question) -> tuple[bool, bool]:
            return question.private, question.by != self._of.by

        ordered = sorted(self._questions, key=place)
        return {one.id: number for number, one in enumerate(ordered, start=1)}

    def _asked(self, question: Question) -> Asked:
        wording = self._wording
        room = Room(wording.project, wording.method, wording.language, question)
        return Asked(
            number=self._numbers[question.id],
            ask=wording.fixed(question.ask),
            help=self._fixed(question.help),
            talk=self._aloud(question.talk),
            optional=question.optional,
            condition=self._condition(question),
            room=wording.slots.put(room.blocks()),
        )

    def _fixed(self, text: Words | None) -> Markup | str:
        return self._wording.fixed(text) if text else ""

    def _aloud(self, text: Words | None) -> Markup | str:
        """What to talk about first. There is no keyboard beside a sheet of paper."""
        if text is None:
            return ""
        language = self._wording.language
        told = typeset(text[language], language)
        screen, paper = say("paper-screen", language), say("paper-paper", language)
        return self._wording.slots.line(Text(told.replace(screen, paper, 1)))

    def _condition(self, question: Question) -> Markup | str:
        if not question.when:
            return ""
        language = self._wording.language
        told = say("doc-and", language).join(self._conditions(question))
        sentence = say("paper-if", language, condition=told)
        return self._wording.slots.line(Text(sentence if told else ""))

    def _conditions(self, question: Question) -> Iterator[str]:
        language = self._wording.language
        for one in question.when:
            other = self._wording.method.questions[one.question]
            number = self._numbers.get(other.id)
            if number is None:
                place = say("paper-question-earlier", language, label=other.label)
            else:
                place = say("paper-question", language, number=number)
            yield self._holds(one, other, place)

    def _holds(self, condition: Condition, other: Question, place: str) -> str:
        language = self._wording.language
        for value in ("any", "empty"):
            if value in condition.values:
                return say(f"paper-if-{value}", language, question=place)
        quoted = (
            say("paper-value", language, value=self._option(other, value))
            for value in condition.values
        )
        values = say("paper-or", language).join(quoted)
        return say("paper-if-is", language, question=place, values=values)

    def _option(self, question: Question, value: str) -> str:
        """How an answer that a condition wants reads."""
        if question.kind == "yes-no":
            return say(f"doc-{value}", self._wording.language)
        return typeset(question.options[value][self._wording.language], self._wording.language)
