"""The way through the questions: which comes next, which before, which after. Reads a project,
changes nothing.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from partnerwiz.method.model import Method
from partnerwiz.project.calling import (
    WAITING,
    Prompt,
    is_common,
    is_open,
    may_answer,
    prompts,
    standing,
    voices,
)
from partnerwiz.project.model import Project
from partnerwiz.sitting.asker import GoTo
from partnerwiz.sitting.opening import around_the_table


class Scope(NamedTuple):
    """Which part of the method this sitting is about."""

    path: str | None = None
    """`short` or `whole`; None: the project's own"""
    step: str | None = None
    question: str | None = None
    unanswered: bool = False
    """also what was left unknown or under discussion"""
    room: bool = False
    """on a projector: nothing private is asked or shown, and of what each prepares at home only
    what is asked for"""
    dictated: bool = False
    """someone else writes down what the organisation says: nothing private is asked"""
    present: tuple[str, ...] = ()
    """in a room, the organisations that are there; none told: all"""


class Way:
    """The way of one seat through one scope."""

    def __init__(self, method: Method, seat: str, scope: Scope, project: Project) -> None:
        self._method = method
        self._seat = seat
        self.scope = scope
        self._review = scope.question is not None or (
            scope.step is not None
            and not any(self._open(one, project) for one in self._in_scope(project))
        )
        """a step or a question that has its answers is gone through to be corrected"""

    def next(
        self, project: Project, settled: Collection[Prompt], passed: Collection[Prompt] = ()
    ) -> Prompt | None:
        """The first question still open, `settled` and `passed` being what this sitting has asked
        and what it has gone past. Once what is left needs others, who they are.
        """
        for prompt in self._reached(self._in_scope(project), project):
            if prompt in passed:
                continue
            done = prompt in settled and (self._review or self.scope.unanswered)
            if not done and (self._review or self._open(prompt, project)):
                return prompt
        gathered = Prompt(around_the_table(), None)
        waits = any(self._waits(one, project) for one in self._in_scope(project))
        return gathered if waits and gathered not in settled else None

    def before(self, prompt: Prompt, project: Project) -> Prompt:
        """The one asked before this in the order of the path; the first has none before it."""
        order = self._order(project)
        if prompt not in order:
            return order[-1] if order else prompt
        return order[max(0, order.index(prompt) - 1)]

    def after(self, prompt: Prompt, project: Project) -> Prompt | None:
        """The one asked after this, answered or not; None after the last."""
        order = self._order(project)
        place = order.index(prompt) + 1 if prompt in order else len(order)
        return order[place] if place < len(order) else None

    def named(self, where: GoTo, present: Prompt, project: Project) -> Prompt:
        question = self._method.questions[where.question]
        for voice in (where.voice, present.voice, *voices(question, project)):
            if voice in voices(question, project) and may_answer(question, voice, self._seat):
                return Prompt(question, voice)
        return present

    def _order(self, project: Project) -> list[Prompt]:
        if self.scope.step:
            return list(self._in_scope(project))
        found = self._all(project, self.scope.path)
        return list(self._reached(found, project))

    def _reached(self, found: Iterable[Prompt], project: Project) -> Iterator[Prompt]:
        """Of these, what can be asked now: not what waits for others; on the short path, not what
        comes after a meeting that has not been held.
        """
        short = (self.scope.path or project.path) == "short"
        for prompt in found:
            if not self._waits(prompt, project):
                yield prompt
            elif short and self.scope.step is None:
                return

    def _waits(self, prompt: Prompt, project: Project) -> bool:
        """Whether others must come first; not for a question that was asked for by its id."""
        if self.scope.question:
            return False
        return standing(prompt.question, project, prompt.voice, self._method) == WAITING

    def _open(self, prompt: Prompt, project: Project) -> bool:
        return is_open(prompt, project, self._method, unanswered=self.scope.unanswered)

    def _in_scope(self, project: Project) -> Iterator[Prompt]:
        scope = self.scope
        for prompt in self._all(project, "whole" if scope.question else scope.path):
            if scope.step not in (None, prompt.question.step):
                continue
            if scope.present and prompt.voice not in (None, *scope.present):
                continue
            by_name = scope.step or scope.question
            if scope.room and not by_name and not is_common(prompt.question, self._method):
                continue
            if scope.question in (None, prompt.question.id):
                yield prompt

    def _all(self, project: Project, path: str | None) -> Iterator[Prompt]:
        for prompt in prompts(self._method, project, self._seat, path):
            others = self.scope.room or self.scope.dictated
            if not (others and prompt.question.private):
                yield prompt
