"""One sitting: what is called for is asked, checked, saved, then the next."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Refused, check
from partnerwiz.method.model import Method
from partnerwiz.project.calling import (
    WAITING,
    Part,
    Prompt,
    is_open,
    may_answer,
    on_path,
    part_of,
    prompts,
    standing,
    voices,
)
from partnerwiz.project.durable import ChangedOutsideError
from partnerwiz.project.model import Project, State
from partnerwiz.sitting.asker import Again, Asker, Back, GoTo, Leave, More
from partnerwiz.sitting.opening import (
    around_the_table,
    in_view,
    with_named,
    with_organisations,
)


class Saving(Protocol):
    """Where answers go: a `Store`, or a list in a test."""

    project: Project

    def save(self, project: Project) -> None: ...
    def reload(self) -> Project: ...


class Scope(NamedTuple):
    """Which part of the method this sitting is about."""

    path: str | None = None
    """`short` or `whole`; None: the project's own"""
    step: str | None = None
    question: str | None = None
    unanswered: bool = False
    """also what was left unknown or under discussion"""


class Session:
    """A sitting of one seat on one project."""

    def __init__(
        self, method: Method, store: Saving, asker: Asker, seat: str, scope: Scope | None = None
    ) -> None:
        self._method = method
        self._store = store
        self.asker = asker
        self._seat = seat
        self._scope = scope or Scope()
        self._settled: set[Prompt] = set()
        """asked in this sitting: what is gone through again is not asked twice"""
        self._notes: tuple[str, ...] = ()
        """to be said with the next question"""
        self._review = self._scope.question is not None or (
            self._scope.step is not None and not any(self._open(one) for one in self._in_scope())
        )
        """a step or a question that has its answers is gone through to be corrected"""

    def first(self) -> Prompt | None:
        """Where the sitting starts: computed from the answers, never stored."""
        return self._next()

    def run(self) -> bool:
        """Ask until nothing is called for (True), or the person leaves (False). Every answer is
        saved before the next question.
        """
        prompt, again = self._next(), None
        while prompt is not None:
            given = self.asker.ask(prompt, self._store.project, again or self._begun(prompt))
            again = None
            if isinstance(given, Leave):
                return False
            if isinstance(given, Back):
                prompt = self._before(prompt)
            elif isinstance(given, GoTo):
                prompt = self._named(given, prompt)
            elif isinstance(given, More):
                again = self._take(prompt, given.value) or Again(given.value, going_on=True)
            else:
                again = self._take(prompt, given)
                if again is not None:
                    continue
                told = self._may_end(prompt)
                if isinstance(told, Back):
                    continue
                following = self._next()
                over = self._part_is_over(prompt, following)
                if isinstance(told, Leave) or (over and self._leaves(prompt)):
                    return False
                prompt = following
                if self._notes:
                    again, self._notes = Again(notes=self._notes), ()
        return True

    def _begun(self, prompt: Prompt) -> Again | None:
        """Those met already need not be typed again to be around the table."""
        if prompt.question != around_the_table():
            return None
        met = in_view(self._store.project)
        return Again(draft=met) if met else None

    def _may_end(self, prompt: Prompt) -> Leave | Back | None:
        """Some answers are a good place to stop: another way of working, a board that says no."""
        question, project = prompt.question, self._store.project
        if not question.may_end or prompt not in self._settled:  # nothing was saved
            return None
        if project.state(question, prompt.voice) is not None:
            return None
        told = question.may_end.get(str(project.value(question, prompt.voice)))
        return self.asker.may_end(prompt, told) if told else None

    def _next(self) -> Prompt | None:
        """The first question still open. Once what is left needs others, who they are."""
        for prompt in self._reached(self._in_scope()):
            again = prompt in self._settled and (self._review or self._scope.unanswered)
            if not again and (self._review or self._open(prompt)):
                return prompt
        gathered = Prompt(around_the_table(), None)
        if gathered in self._settled or not any(map(self._waits, self._in_scope())):
            return None
        return gathered

    def _reached(self, found: Iterable[Prompt]) -> Iterator[Prompt]:
        """Of these, what can be asked now: not what waits for others; on the short path, not what
        comes after a meeting that has not been held.
        """
        for prompt in found:
            if not self._waits(prompt):
                yield prompt
            elif self._path == "short" and self._scope.step is None:
                return

    def _waits(self, prompt: Prompt) -> bool:
        """Whether others must come first; not for a question that was asked for by its id."""
        if self._scope.question:
            return False
        stands = standing(prompt.question, self._store.project, prompt.voice, self._method)
        return stands == WAITING

    def _open(self, prompt: Prompt) -> bool:
        return is_open(prompt, self._store.project, self._method, unanswered=self._scope.unanswered)

    def _in_scope(self) -> Iterator[Prompt]:
        scope = self._scope
        for prompt in prompts(
            self._method, self._store.project, self._seat, "whole" if scope.question else scope.path
        ):
            if scope.step not in (None, prompt.question.step):
                continue
            if scope.question in (None, prompt.question.id):
                yield prompt

    def _before(self, prompt: Prompt) -> Prompt:
        """The one asked before this in the order of the path; the first has none before it."""
        found = prompts(self._method, self._store.project, self._seat, self._scope.path)
        order = list(self._in_scope()) if self._scope.step else list(self._reached(found))
        if prompt not in order:
            return order[-1] if order else prompt
        return order[max(0, order.index(prompt) - 1)]

    def _named(self, where: GoTo, present: Prompt) -> Prompt:
        question = self._method.questions[where.question]
        project = self._store.project
        for voice in (where.voice, present.voice, *voices(question, project)):
            if voice in voices(question, project) and may_answer(question, voice, self._seat):
                return Prompt(question, voice)
        return present

    def _take(self, prompt: Prompt, given: Any) -> Again | None:
        """Check and save. What is returned says why it must be asked again."""
        try:
            change = self._change(prompt, given)
            change(self._store.project)
        except Refused as refused:
            return Again(draft=given, refused=refused)
        try:
            self._store.save(change(self._store.project))
        except ChangedOutsideError:
            return self._merged(prompt, given, change)
        except PartnerwizError as error:
            return Again(draft=given, error=error)
        self._settled.add(prompt)
        return None

    def _change(self, prompt: Prompt, given: Any) -> Callable[[Project], Project]:
        """How this answer changes any project: the one in memory, or the one just edited by hand."""
        question, voice = prompt.question, prompt.voice
        if question == around_the_table():
            return lambda project: with_organisations(project, check(question, given))
        if isinstance(given, State):
            return lambda project: project.with_state(question, voice, given)

        def change(project: Project) -> Project:
            project, raw = with_named(project, question, given)
            value = check(question, raw, project.known(voice, self._method.questions))
            return project.with_value(question, voice, value)

        return change

    def _merged(
        self, prompt: Prompt, given: Any, change: Callable[[Project], Project]
    ) -> Again | None:
        """The file was edited while the question waited. The edit stays, the answer is added;
        where the edit is of this very answer, both are shown and the person chooses.
        """
        question, voice = prompt.question, prompt.voice
        before = self._store.project
        try:
            now = self._store.reload()
        except PartnerwizError as error:
            return Again(draft=given, error=error, notes=("mend-then-again",))
        if voice is not None and voice not in now.organisations:
            self._notes = ("organisation-gone",)
            return None
        if question.id in self._method.questions and (
            now.value(question, voice) != before.value(question, voice)
            or now.state(question, voice) != before.state(question, voice)
        ):
            return Again(draft=given, notes=("edited-meanwhile",))
        try:
            self._store.save(change(now))
        except Refused as refused:
            return Again(draft=given, refused=refused)
        except PartnerwizError as error:
            return Again(draft=given, error=error)
        self._settled.add(prompt)
        return None

    def _part_is_over(self, prompt: Prompt, following: Prompt | None) -> bool:
        """A summary is due when the path leaves a part, not at each question gone back to."""
        if prompt.question.id not in self._method.questions or self._scope.question:
            return False
        if following is None or following.question.id not in self._method.questions:
            return True
        if self._part_of(following).id == self._part_of(prompt).id:
            return False
        order = on_path(self._method, self._path)
        places = [order.index(one) for one in (prompt.question, following.question) if one in order]
        return len(places) == 2 and places[1] > places[0]

    def _leaves(self, prompt: Prompt) -> bool:
        part = self._part_of(prompt)
        return isinstance(self.asker.pause(part, self._store.project), Leave)

    def _part_of(self, prompt: Prompt) -> Part:
        return part_of(prompt.question, self._method, self._path)

    @property
    def _path(self) -> str:
        return self._scope.path or self._store.project.path
