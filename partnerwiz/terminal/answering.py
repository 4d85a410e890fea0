"""One answer while it is being written: its field or its lines, and what of it is half-written."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from partnerwiz.method.kinds import ROWED, check, new_key
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import Prompt, carried, to_tick
from partnerwiz.project.model import Project
from partnerwiz.sitting.asker import Again, More
from partnerwiz.terminal.fields import Fields, Item, Left
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling
from partnerwiz.terminal.value import Value, fits
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.terminal.rows import RowEditor


class Answering:
    """From the first time a prompt is asked until it has its answer, line by line if need be."""

    def __init__(
        self,
        prompt: Prompt,
        project: Project,
        method: Method,
        language: str,
        page: Page,
        fields: Callable[[], Fields],
        *,
        room: bool = False,
    ) -> None:
        self.prompt = prompt
        self.project = project
        self.half: Any = None
        """plain data, for `Asker.half`"""
        self._method = method
        self._language = language
        self._page = page
        self._fields = fields
        self._room = room
        self._value = Value(method, language, page, fields)
        self._draft: Any = None
        """what stands in the field, if not the present answer"""
        self._editor: RowEditor | None = None
        """of the list or table being written"""

    def begin(self, again: Again | None) -> None:
        """With what was given before, or was left half-written."""
        if again is None:
            return
        self.half = again.half
        if again.half is None:
            self._draft = again.draft
        elif self._rowed:
            self._lines().take_up(again.half)
        else:
            self._draft = again.half

    def begin_anew(self, draft: Any) -> None:
        self._draft, self._editor = draft, None

    def answer(self) -> Any:
        """The answer, or `More` of it. Raises `Left` and whatever cuts it short."""
        if not self._rowed:
            question, voice = self.prompt
            present = self._present() if self._draft is None else self._draft
            return self._value.ask(question, self.project, present, voice)
        editor = self._editor or self._lines(self._draft, ticking=not self._room)
        while True:
            rows, done = editor.step()
            if done and (rows or self.prompt.question.optional):
                return rows
            if rows:
                return More(rows)
            self._page.text(
                say("nothing-given", self._language), "warn", first=self._page.sign("problem")
            )

    def left(self, left: Left) -> None:
        """It is left before it is given: what is half-written stands in `half`, and is gone on
        with. Where there was no field, that is what it was.
        """
        if self._rowed:
            if self._editor is not None:
                self.half = self._editor.half
        elif left.draft is not None:
            self._draft = left.draft or None
            self.half = left.draft if left.draft not in ("", self._present()) else None

    # What a text from elsewhere goes into

    @property
    def writing(self) -> Question:
        """The question, or the column of its table, in whose field one stands."""
        return (self._editor and self._editor.writing) or self.prompt.question

    @property
    def text(self) -> str:
        """What one's own editor is opened on."""
        if self._rowed:
            return (self._editor or self._lines()).text
        text = self._present() if self._draft is None else self._draft
        return text if isinstance(text, str) else ""

    def fill(self, text: str, *, whole: bool = False) -> None:
        """Put a text there. `whole`: it is all there is now, as it was written elsewhere."""
        if self._rowed:
            editor = self._editor or self._lines()
            editor.fill(text, whole=whole)
            self.half = editor.half
            return
        if self.prompt.question.kind != "long-text":
            text = " ".join(text.split())
        self._draft = self.half = text or None

    @property
    def line_begun(self) -> bool:
        return self._editor is not None and self._editor.half is not None

    def drop_line(self) -> None:
        if self._editor is not None:
            self._editor.drop_line()
            self.half = None

    # Where it starts from

    @property
    def _rowed(self) -> bool:
        return self.prompt.question.kind in ROWED

    def _present(self) -> Any:
        """The answer as it stands, else the earlier one it may start from."""
        present = self.project.value(*self.prompt)
        return carried(self.prompt, self.project, self._method) if present is None else present

    def _lines(self, draft: Any = None, *, ticking: bool = False) -> "RowEditor":
        """The editor of its lines. `ticking`: where nothing is told yet, private lines are offered
        to be ticked, if the question says so.
        """
        from partnerwiz.terminal.rows import RowEditor

        rows = draft if isinstance(draft, dict) else self._present()
        ticked: Mapping[str, str] = {}
        if rows is None and ticking:
            ticked = self._ticked(to_tick(self.prompt, self.project, self._method))
        question, voice = self.prompt
        self._editor = RowEditor(
            question,
            rows if isinstance(rows, dict) else ticked,
            self._fields(),
            self._page,
            Telling(self.project, self._method.questions, voice, self._language),
            self._cell,
            unsaved=bool(ticked),
        )
        return self._editor

    def _cell(self, column: Question, value: Any) -> Any:
        question, voice = self.prompt
        given = self._value.ask(column, self.project, value, voice, within_rows=True)
        if (
            not given
            or column is question
            or (isinstance(given, (dict, list)) and not column.private)
        ):
            return given  # an organisation may be named here for the first time
        return check(column, given, self.project.known(voice, self._method.questions))

    def _ticked(self, found: Mapping[str, str]) -> dict[str, str]:
        """The lines of a private answer that its owner ticks; none is ticked beforehand."""
        told: dict[str, str] = {}
        if not found:
            return told
        self._page.text(say("tick-to-tell", self._language))
        keys = "keys-plain-tick" if self._page.plain else "keys-tick"
        self._page.text(say(keys, self._language), "dim")
        for key in self._fields().tick([Item(key, line) for key, line in found.items()]):
            told[new_key(told)] = found[key]
        return told


def can_stand(question: Question, half: Any) -> bool:
    """Whether what was half-written has the shape that this question can go on with."""
    return isinstance(half, dict) if question.kind in ROWED else fits(question, half)
