"""One sitting: what is called for is asked, checked, saved, then the next."""

from typing import Any

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.model import Method
from partnerwiz.project.calling import (
    Prompt,
    counts,
    is_open,
    may_answer,
    on_path,
    part_of,
    resting_on,
    set_aside,
)
from partnerwiz.project.model import Project
from partnerwiz.project.received import Receipt, to_confirm
from partnerwiz.sitting.asker import (
    Again,
    Asker,
    Back,
    Forward,
    GoTo,
    Leave,
    More,
    ReadAgain,
    Stand,
    Undo,
)
from partnerwiz.sitting.opening import around_the_table, in_view
from partnerwiz.sitting.scribe import GoneError, Saving, Scribe
from partnerwiz.sitting.standing import Round, on_answer, round_of
from partnerwiz.sitting.way import Scope, Way

__all__ = ["Scope", "Session"]


class Session:
    """A sitting of one seat on one project."""

    def __init__(
        self,
        method: Method,
        store: Saving,
        asker: Asker,
        seat: str,
        scope: Scope | None = None,
        receipt: Receipt | None = None,
    ) -> None:
        self._method = method
        self.asker = asker
        self._seat = seat
        self._scope = scope or Scope()
        self.scribe = Scribe(method, store, seat, receipt)
        self._way = Way(method, seat, self._scope, store.project)
        self._settled: set[Prompt] = set()
        """asked in this sitting: what is gone through again is not asked twice"""
        self._passed: set[Prompt] = set()
        """gone past with no answer: they come back in another sitting"""
        self._to_go_over: list[Prompt] = []
        """what rests on an answer that was changed, in order"""
        self._gone_to: Prompt | None = None
        """reached out of turn, to be corrected: no part ends there"""

    @property
    def _project(self) -> Project:
        return self.scribe.project

    @property
    def left_aside(self) -> bool:
        """Whether questions were gone past in this sitting."""
        return bool(self._passed)

    def first(self) -> Prompt | None:
        """Where the sitting starts: computed from the answers, never stored."""
        return self._way.next(self._project, self._settled)

    def run(self, start: GoTo | ReadAgain | None = None) -> bool:
        """Ask until nothing is called for (True), or the person leaves (False). Every answer is
        saved before the next question. `start`: where to begin, instead of the first open one.
        """
        prompt, again = self._begin(start), None
        while prompt is not None:
            try:
                given, before = self._given(prompt, again)
            except GoneError:
                prompt, again = self._instead("organisation-gone")
                continue
            again = None
            if isinstance(given, Leave):
                return False
            if isinstance(given, Back):
                prompt = self._way.before(prompt, self._project)
            elif isinstance(given, GoTo):
                prompt = self._gone_to = self._way.named(given, prompt, self._project)
            elif isinstance(given, Undo):
                prompt, again = self.scribe.undo() or (prompt, Again(notes=("nothing-to-undo",)))
            elif isinstance(given, Forward):
                prompt = self._past(prompt)
            elif isinstance(given, Again):
                again = given
            else:
                following = self._answered(prompt, before)
                if isinstance(following, Leave):
                    return False
                prompt = following
                again = self._notes() if prompt else None
            if prompt is not None and not self._is_there(prompt):
                prompt, again = self._instead("asked-no-more")
        return True

    def stand(self, what: Stand) -> Leave | None:
        """Where this seat stands: on the answer named, or on all that it has still to say."""
        room, present = self._scope.room, self._scope.present
        saying = Round(
            self.asker, self.scribe, self._method, self._seat, room=room, present=present
        )
        if not what.question:
            found = round_of(self._project, self._method, self._seat, room=room)
            return saying.run(found)
        question = self._method.questions[what.question]
        found = on_answer(question, self._project, self._method, self._seat)
        return saying.run(found, anew=True)

    def _begin(self, start: GoTo | ReadAgain | None) -> Prompt | None:
        if isinstance(start, ReadAgain):
            self._to_go_over = self._to_read_again()
            self._gone_to = self._to_go_over[0] if self._to_go_over else None
            return self._following()
        if start is None:
            return self.first()
        known = Prompt(self._method.questions[start.question], start.voice)
        self._gone_to = self._way.named(start, known, self._project)
        return self._gone_to

    def _to_read_again(self) -> list[Prompt]:
        """What someone else noted down for this seat, in the order of the method."""
        one = self._project.organisations.get(self._seat)
        waiting = to_confirm(one.block) if one else {}
        found = (
            Prompt(question, self._seat) for question in self._method if question.id in waiting
        )
        return [prompt for prompt in found if self._is_there(prompt)]

    def _given(self, prompt: Prompt, again: Again | None) -> tuple[Any, Project]:
        """What the person gave, saved if it is an answer, and the project before it; `Again` where
        it must be asked again.
        """
        before = self._project
        given = self._asked(prompt, again)
        while isinstance(given, More):
            more = None
            if prompt.question.step:  # who is around the table is told as a whole
                more = self.scribe.take(prompt, given.value)
            given = self._asked(prompt, more or Again(given.value, going_on=True))
        if isinstance(given, Stand):
            return self.stand(given) or Again(), before
        if not isinstance(given, (Leave, Back, GoTo, Undo, Forward)):
            refused = self.scribe.take(prompt, given)
            if refused is not None:
                return refused, before
        return given, before

    def _instead(self, note: str) -> tuple[Prompt | None, Again | None]:
        """What follows a question that the file, edited meanwhile, no longer holds."""
        self.scribe.notes = (note,)
        prompt = self._following()
        return prompt, self._notes() if prompt else None

    def _notes(self) -> Again | None:
        notes, self.scribe.notes = self.scribe.notes, ()
        return Again(notes=notes) if notes else None

    def _is_there(self, prompt: Prompt) -> bool:
        """Whether it can still be asked: the file may have been edited by hand meanwhile."""
        question, project = prompt.question, self._project
        if not question.step:
            return True
        there = prompt.voice is None or prompt.voice in project.organisations
        return there and counts(question, project, prompt.voice, self._method)

    def _asked(self, prompt: Prompt, again: Again | None) -> Any:
        """What is given. Whatever stands half-written when the question is left, even by Ctrl-C
        or a closed window, is kept, and handed back the next time.
        """
        kept = self.scribe.half(prompt)
        if again is None:
            again = self._begun(prompt)
        if kept is not None and not (again and (again.going_on or again.draft is not None)):
            again = (again or Again())._replace(half=kept)
        try:
            given = self.asker.ask(prompt, self._project, again)
        except BaseException:
            if self.asker.half is not None:
                self.scribe.keep_half(prompt, self.asker.half)
            raise
        try:
            self.scribe.keep_half(prompt, self.asker.half)
        except PartnerwizError:
            self.scribe.notes = ("half-not-kept",)
        return given

    def _begun(self, prompt: Prompt) -> Again | None:
        """Those met already need not be typed again to be around the table."""
        if prompt.question != around_the_table():
            return None
        met = in_view(self._project)
        return Again(draft=met) if met else None

    def _answered(self, prompt: Prompt, before: Project) -> Prompt | Leave | None:
        """What follows an answer that was saved."""
        self._settled.add(prompt)
        self._passed.discard(prompt)
        told = self._may_end(prompt)
        if isinstance(told, Back):
            return prompt
        self._call_into_question(prompt, before)
        following = self._following()
        if isinstance(told, Leave):
            return told
        if self._part_is_over(prompt, following):
            part = part_of(prompt.question, self._method, self._path)
            paused = self.asker.pause(part, self._project)
            if isinstance(paused, Stand):
                paused = self.stand(paused)
            if isinstance(paused, Leave):
                return paused
            if isinstance(paused, GoTo):
                return self._way.named(paused, prompt, self._project)
        return following

    def _following(self) -> Prompt | None:
        while self._to_go_over:
            prompt = self._to_go_over.pop(0)
            if self._is_there(prompt):
                return prompt
        return self._way.next(self._project, self._settled, self._passed)

    def _past(self, prompt: Prompt) -> Prompt | None:
        if is_open(prompt, self._project, self._method):
            self._passed.add(prompt)
        if self._to_go_over:
            return self._following()
        return self._way.after(prompt, self._project) or self._following()

    def _may_end(self, prompt: Prompt) -> Leave | Back | None:
        """Some answers are a good place to stop: another way of working, a board that says no.
        Not said to a room.
        """
        question, project = prompt.question, self._project
        if not question.may_end or self._scope.room:
            return None
        if project.state(question, prompt.voice) is not None:
            return None
        told = question.may_end.get(str(project.value(question, prompt.voice)))
        return self.asker.may_end(prompt, told) if told else None

    def _call_into_question(self, prompt: Prompt, before: Project) -> None:
        """After a change, what rests on that answer is told; the person may go over it now."""
        question, now = prompt.question, self._project
        was = before.value(question, prompt.voice)
        if not question.step or not was or was == now.value(question, prompt.voice):
            return
        found = resting_on(prompt, now, self._method)
        mine = [
            one
            for one in found
            if may_answer(one.question, one.voice, self._seat) and one not in self._to_go_over
        ]
        others = [one for one in found if not may_answer(one.question, one.voice, self._seat)]
        others += set_aside(before, now, self._method)
        if (mine or others) and self.asker.go_over(prompt, mine, others, now):
            self._to_go_over += mine

    def _part_is_over(self, prompt: Prompt, following: Prompt | None) -> bool:
        """A summary is due when the path leaves a part, not at each question gone back to."""
        if prompt.question.id not in self._method.questions or self._scope.question:
            return False
        if following is None or following.question.id not in self._method.questions:
            return True
        if prompt == self._gone_to:
            return False
        parts = [part_of(one.question, self._method, self._path).id for one in (prompt, following)]
        if parts[0] == parts[1]:
            return False
        order = on_path(self._method, self._path)
        places = [order.index(one) for one in (prompt.question, following.question) if one in order]
        return len(places) == 2 and places[1] > places[0]

    @property
    def _path(self) -> str:
        return self._scope.path or self._project.path
