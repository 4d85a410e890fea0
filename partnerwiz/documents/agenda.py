"""What the next sitting is about, as a template reads it under `agenda`: computed from where the
project stands, so that people can come prepared.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from partnerwiz.documents.names import alphabetical, enumerated, with_role
from partnerwiz.documents.wording import Day, Point, Wording
from partnerwiz.method.model import Question
from partnerwiz.project.calling import (
    TO_ASK,
    TO_REVIEW,
    WAITING,
    Prompt,
    is_common,
    on_path,
    part_of,
    prompts,
    standing,
)
from partnerwiz.project.model import ANIMATION, TOGETHER
from partnerwiz.project.sittings import last_sitting

_STEPS_AHEAD = 2
"""on the whole path: how many steps one sitting is told to prepare for"""
_AT_HOME = ("sheet", "between")
"""places of the short path that no sitting goes through"""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A question of the next sitting."""

    ask: Markup
    aloud: bool
    """whether people speak before anyone writes"""
    by: str
    """together, or each organisation in turn"""
    whose: Markup | str
    """where each answers: those who have not yet"""


@dataclass(frozen=True, slots=True)
class Awaited:
    """What one organisation still owes before the sitting."""

    name: Markup
    labels: list[Markup]


@dataclass(frozen=True)
class Agenda:
    _wording: Wording

    @property
    def date(self) -> Day:
        sitting = last_sitting(self._wording.project)
        return self._wording.day(sitting.next if sitting else "")

    @property
    def where(self) -> Markup | str:
        sitting = last_sitting(self._wording.project)
        return self._wording.said(sitting.where) if sitting and sitting.where else ""

    @property
    def partners(self) -> Markup | str:
        return self._with_role("partner")

    @property
    def associates(self) -> Markup | str:
        return self._with_role("associate")

    @property
    def envisaged(self) -> Markup | str:
        return self._with_role("envisaged")

    @property
    def again(self) -> list[Point]:
        """What was left open around the table."""
        return [
            self._wording.point(question, voice)
            for question, voice in self._wording.left_open()
            if self._is_shared(question)
        ]

    @property
    def next(self) -> list[Ahead]:
        return [self._ahead(question, voices) for question, voices in self._next.items()]

    @property
    def awaited(self) -> list[Awaited]:
        """What each organisation answers at home, and the sitting will build on."""
        path = on_path(self._wording.method, self._wording.project.path)
        last = max((path.index(question) for question in self._next), default=len(path))
        owed: dict[str, list[Markup]] = {}
        for prompt in self._open():
            question, voice = prompt
            early = path.index(question) < last and not question.optional
            if voice is not TOGETHER and early and not self._is_shared(question):
                owed.setdefault(voice, []).append(self._wording.fixed(question.label))
        organisations = sorted(self._wording.project.organisations.values(), key=alphabetical)
        return [
            Awaited(self._wording.whose(one.id), owed[one.id])
            for one in organisations
            if one.id in owed
        ]

    @cached_property
    def _next(self) -> dict[Question, list[str | None]]:
        """The shared questions to go on with, and who has not answered them: those of one meeting,
        or of the next steps.
        """
        found: dict[Question, list[str | None]] = {}
        for question, voice in self._open():
            if self._is_shared(question):
                found.setdefault(question, []).append(voice)
        if self._wording.project.path == "short":
            parts = {one: part_of(one, self._wording.method, "short").id for one in found}
            kept = list(parts.values())[:1]
            return {one: voices for one, voices in found.items() if parts[one] in kept}
        kept = list(dict.fromkeys(one.step for one in found))[:_STEPS_AHEAD]
        return {one: voices for one, voices in found.items() if one.step in kept}

    def _open(self) -> Iterator[Prompt]:
        """Everything still to be asked on the path, private questions apart."""
        project, method = self._wording.project, self._wording.method
        for prompt in prompts(method, project, ANIMATION):
            stands = standing(prompt.question, project, prompt.voice, method)
            if stands in (TO_ASK, TO_REVIEW, WAITING) and not prompt.question.private:
                yield prompt

    def _is_shared(self, question: Question) -> bool:
        at_home = self._wording.project.path == "short" and question.short in _AT_HOME
        return is_common(question, self._wording.method) and not at_home

    def _ahead(self, question: Question, voices: list[str | None]) -> Ahead:
        known = self._wording.project.organisations
        left = [known[one] for one in voices if one is not TOGETHER]
        names = enumerated(left, self._wording.language)
        whose = self._wording.slots.line(*names) if names else ""
        aloud = question.talk is not None
        return Ahead(self._wording.fixed(question.ask), aloud, question.by, whose)

    def _with_role(self, role: str) -> Markup | str:
        inlines = enumerated(with_role(self._wording.project, role), self._wording.language)
        return self._wording.slots.line(*inlines) if inlines else ""
