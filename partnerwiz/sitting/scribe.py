"""Who notes: checks what is given, saves it at once, keeps what is half-written, takes back."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Refused, check
from partnerwiz.method.model import Method
from partnerwiz.project.calling import Prompt
from partnerwiz.project.durable import ChangedOutsideError
from partnerwiz.project.model import Project, State, same
from partnerwiz.project.received import Receipt, as_before, came
from partnerwiz.sitting.asker import Again
from partnerwiz.sitting.opening import around_the_table, with_named, with_organisations

Halves = dict[str, Any]
"""What is half-written, by `mark` of its prompt."""


class Saving(Protocol):
    """Where answers go: a `Store`, or a list in a test."""

    project: Project

    def save(self, project: Project) -> None: ...
    def reload(self) -> Project: ...
    def halves(self) -> Halves: ...
    def keep_halves(self, halves: Halves) -> None: ...


class GoneError(Exception):
    """The organisation that was answering is no longer in the file."""


class Noted(NamedTuple):
    """One answer of this sitting: of what, and the project before it."""

    prompt: Prompt
    before: Project


def mark(prompt: Prompt) -> str:
    """A prompt as it is named in a record: ID, or ID/ORGANISATION."""
    return f"{prompt.question.id}/{prompt.voice}" if prompt.voice else prompt.question.id


class Scribe:
    """Notes for one sitting."""

    def __init__(
        self, method: Method, store: Saving, seat: str = "", receipt: Receipt | None = None
    ) -> None:
        """`receipt`: how what this sitting notes down came here, if it is told."""
        self._method = method
        self._store = store
        self._seat = seat
        self._receipt = receipt
        self._noted: list[Noted] = []
        self._before = store.project
        """what the last answer was added to: an edit by hand may have come in between"""
        self._halves = store.halves()
        self.notes: tuple[str, ...] = ()
        """keys of sentences to be said with the next question"""
        self.first: dict[str, None] = {}
        """the marks of shared answers first given in this sitting"""
        self.changed: dict[str, None] = {}
        """the marks of shared answers that it changed"""

    @property
    def project(self) -> Project:
        return self._store.project

    def take(self, prompt: Prompt, given: Any) -> Again | None:
        """Check and save. What is returned says why it must be asked again. Raises `GoneError`
        where the organisation that answers is no longer in the file.
        """
        again = self._saved(prompt, given)
        if again is None and prompt.question.step:
            self._remember(prompt, self._before)
        return again

    def undo(self) -> tuple[Prompt, Again] | None:
        """Take back the last answer of this sitting: what to ask again, and what to say with it;
        None if there is nothing to take back.
        """
        if not self._noted:
            return None
        prompt, before = self._noted[-1]
        question, voice = prompt.question, prompt.voice
        if voice is not None and voice not in self.project.organisations:
            self._noted.pop()
            return None
        try:
            undone = self.project.as_before(question, voice, before)
            self._store.save(as_before(undone, question, voice, before))
        except ChangedOutsideError:
            try:
                now = self._store.reload()
            except PartnerwizError as error:
                return prompt, Again(error=error, notes=("mend-then-again",))
            if voice is not None and voice not in now.organisations:
                return None
            return prompt, Again(notes=("edited-try-again",))
        except PartnerwizError as error:
            return prompt, Again(error=error)
        self._noted.pop()
        if not any(one.prompt == prompt for one in self._noted):
            for marks in (self.first, self.changed):
                marks.pop(mark(prompt), None)
        return prompt, Again(notes=("undone",))

    # What is half-written

    def half(self, prompt: Prompt) -> Any:
        return self.half_named(mark(prompt))

    def keep_half(self, prompt: Prompt, half: Any) -> None:
        """`half` is kept on the disk until the question is answered; None: there is none."""
        if prompt.question.step:
            self.keep_half_named(mark(prompt), half)

    def half_named(self, name: str) -> Any:
        return self._halves.get(name)

    def keep_half_named(self, name: str, half: Any) -> None:
        """The same for what is no question of the method."""
        if half == self._halves.get(name):
            return
        halves = {key: one for key, one in self._halves.items() if key != name}
        if half is not None:
            halves[name] = half
        self._store.keep_halves(halves)
        self._halves = halves

    # Saving

    def put(self, change: Callable[[Project], Project]) -> None:
        """Save what is no answer. The file edited meanwhile: the change is made to what it is now."""
        try:
            self._store.save(change(self.project))
        except ChangedOutsideError:
            self._store.reload()
            self._store.save(change(self.project))

    def _saved(self, prompt: Prompt, given: Any) -> Again | None:
        try:
            change = self._change(prompt, given)
            self._before = self.project
            changed = change(self.project)
        except Refused as refused:
            return Again(draft=given, refused=refused)
        try:
            self._store.save(changed)
        except ChangedOutsideError:
            return self._merged(prompt, given, change)
        except PartnerwizError as error:
            return Again(draft=given, error=error)
        return None

    def _change(self, prompt: Prompt, given: Any) -> Callable[[Project], Project]:
        """How this answer changes any project: the one in memory, or the one just edited by hand."""
        question, voice = prompt.question, prompt.voice
        if question == around_the_table():
            return lambda project: with_organisations(project, check(question, given))
        if isinstance(given, State):
            return lambda project: came(
                project.with_state(question, voice, given),
                question,
                voice,
                self._seat,
                self._receipt,
            )

        def change(project: Project) -> Project:
            project, raw = with_named(project, question, given)
            value = check(question, raw, project.known(voice, self._method.questions))
            project = project.with_value(question, voice, value)
            return came(project, question, voice, self._seat, self._receipt)

        return change

    def _merged(
        self, prompt: Prompt, given: Any, change: Callable[[Project], Project]
    ) -> Again | None:
        """The file was edited while the question waited. The edit stays, the answer is added;
        where the edit is of this very answer, both are shown and the person chooses.
        """
        question, voice = prompt.question, prompt.voice
        before = self.project
        try:
            now = self._store.reload()
        except PartnerwizError as error:
            return Again(draft=given, error=error, notes=("mend-then-again",))
        if voice is not None and voice not in now.organisations:
            raise GoneError
        if question.id in self._method.questions and (
            now.value(question, voice) != before.value(question, voice)
            or now.state(question, voice) != before.state(question, voice)
        ):
            return Again(draft=given, notes=("edited-meanwhile",))
        try:
            self._before = now
            self._store.save(change(now))
        except Refused as refused:
            return Again(draft=given, refused=refused)
        except PartnerwizError as error:
            return Again(draft=given, error=error)
        return None

    def _remember(self, prompt: Prompt, before: Project) -> None:
        question, voice = prompt.question, prompt.voice
        was, now = (
            (one.value(question, voice), one.state(question, voice))
            for one in (before, self.project)
        )
        if was[1] == now[1] and same(was[0], now[0]):
            return
        self._noted.append(Noted(prompt, before))
        if not question.private and mark(prompt) not in self.first:
            (self.first if was == (None, None) else self.changed)[mark(prompt)] = None
