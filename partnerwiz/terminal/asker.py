"""The asker at a terminal: the question as ordinary text, then a short mark to answer at."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import ROWED, check, new_key
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import Part, Prompt, carried, is_common, to_tick
from partnerwiz.project.model import Project, State
from partnerwiz.sitting.asker import Again, Back, Forward, GoTo, Leave, More, Undo
from partnerwiz.terminal.fields import (
    BACK,
    EDITOR,
    EXAMPLE,
    HELP,
    MENU,
    Cut,
    Fields,
    Item,
    Left,
    Pressed,
    fields_for,
    menu_items,
)
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.part import show_part, show_touched
from partnerwiz.terminal.question import QuestionPage
from partnerwiz.terminal.told import Telling, state_in_words
from partnerwiz.terminal.value import Value, fits
from partnerwiz.words import Text, say, typeset

if TYPE_CHECKING:
    from partnerwiz.terminal.contents import Contents
    from partnerwiz.terminal.rows import RowEditor
    from partnerwiz.terminal.silence import Speaking


class TerminalAsker:
    """An `Asker` on the screen, for one seat.

    `desk`: a folder closed to others, where an editor may write; `room`: others look on.
    """

    def __init__(
        self,
        method: Method,
        seat: str,
        language: str,
        page: Page,
        *,
        desk: Path | None = None,
        room: bool = False,
    ) -> None:
        self.half: Any = None
        self._method = method
        self._seat = seat
        self._language = language
        self._page = page
        self._desk = desk
        self._room = room
        self._shown = QuestionPage(method, language, page, room=room)
        self._hands: Fields | None = None
        self._value = Value(method, language, page, lambda: self._fields)
        self._editor: RowEditor | None = None
        """of the list or table being written, from one of its lines to the next"""
        self._heard: set[str] = set()
        """questions that were talked over in this sitting"""
        self.present: Sequence[str] = ()
        """who is in the room, in the order in which they speak, where that is known"""
        self._order: Speaking | None = None
        self._unread: Any = None
        """what was noted and not read back yet"""

    # The protocol

    def ask(self, prompt: Prompt, project: Project, again: Again | None = None) -> Any:
        if again and again.half is not None and not _can_stand(prompt.question, again.half):
            again = again._replace(half=None)
        self.half = again.half if again else None
        going_on = bool(again and again.going_on)
        unread, self._unread = (self._unread if going_on else None), None
        if not going_on:
            self._editor = None
            if self._hands is not None:
                self._hands.fresh()
            if not (again and again.refused):
                self._shown.head(prompt.question, project)
                if (said := self._talk(prompt, project, again)) is not None:
                    return said
                self._shown.question(prompt, project, again)
        if again:
            self._shown.why(again)
        draft = self._start(prompt, project, again)
        if unread is not None:
            said = self._is_what_was_said(prompt, project)
            if said is not False:
                return unread if said is True else said
            draft, self._editor = unread, None
        answer = self._in_the_field(prompt, project, draft)
        if prompt.question.id in self._heard and not _otherwise(answer):
            self._unread = answer  # on the disk first, then read back
            return More(answer)
        return answer

    def _in_the_field(self, prompt: Prompt, project: Project, draft: Any) -> Any:
        """What is answered, or what the protocol knows otherwise. What is half-written when it
        ends otherwise stands in `half`.
        """
        while True:
            try:
                answer = self._answer(prompt, project, draft)
            except Pressed as pressed:
                draft = self._left(prompt, project, pressed, draft)
                done = self._act(pressed.key, prompt, project, draft)
                if not isinstance(done, _GoOn):
                    return done
                draft = done.draft
            except Cut as cut:
                self._left(prompt, project, cut, draft)
                raise cut.cause from None
            except BaseException:
                if self._editor is not None:
                    self.half = self._editor.half
                raise
            else:
                self.half = None
                return answer

    def pause(self, part: Part, project: Project) -> Leave | GoTo | None:
        said = show_part(
            self._page, self._method, part, project, self._seat, self._language, room=self._room
        )
        otherwise = [("change", "change-one")] if said else []
        while True:
            chosen = self._goes_on([*otherwise, ("leave", "stop-here")])
            if chosen != "change":
                return Leave() if chosen == "leave" else None
            items = [Item(str(place), label) for place, (_, label) in enumerate(said)]
            try:
                one, _ = said[int(self._fields.choose(items))]
            except Pressed:
                continue
            return GoTo(one.question.id, one.voice)

    def may_end(self, prompt: Prompt, told: Text) -> Leave | Back | None:  # noqa: ARG002
        self._page.line()
        self._page.text(self._in_words(told))
        chosen = self._goes_on([("again", "answer-anew"), ("leave", "stop-here")])
        if chosen == "again":
            return Back()
        return Leave() if chosen == "leave" else None

    def go_over(
        self, prompt: Prompt, mine: Sequence[Prompt], others: Sequence[Prompt], project: Project
    ) -> bool:
        show_touched(self._page, prompt, mine, others, project, self._language)
        if not mine:
            return False
        entries = [("over", "go-over-now"), ("later", "go-over-later")]
        try:
            return self._fields.choose(menu_items(self._language, entries)) == "over"
        except Pressed:
            return False

    def _goes_on(self, otherwise: list[tuple[str, str]]) -> str:
        self._page.line()
        self._page.text(say("ask-go-on", self._language), "bold")
        try:
            return self._fields.choose(menu_items(self._language, [("on", "go-on"), *otherwise]))
        except Pressed:
            return "on"

    # What is answered

    @property
    def _plain(self) -> bool:
        return self._page.plain

    @property
    def _fields(self) -> Fields:
        if self._hands is None:
            self._hands = fields_for(self._page, self._language)
        return self._hands

    @property
    def contents(self) -> "Contents":
        from partnerwiz.terminal.contents import Contents

        return Contents(
            self._method,
            self._seat,
            self._language,
            self._page,
            lambda: self._fields,
            room=self._room,
        )

    def _start(self, prompt: Prompt, project: Project, again: Again | None) -> Any:
        """What stands in the field at first, if not the present answer."""
        if again is None:
            return None
        if again.half is not None and prompt.question.kind in ROWED:
            self._new_editor(prompt, project, self._present(prompt, project)).take_up(again.half)
            return None
        return again.draft if again.half is None else again.half

    def _present(self, prompt: Prompt, project: Project) -> Any:
        """The answer as it stands, else the earlier one it may start from."""
        present = project.value(prompt.question, prompt.voice)
        return carried(prompt, project, self._method) if present is None else present

    def _answer(self, prompt: Prompt, project: Project, draft: Any) -> Any:
        question = prompt.question
        if question.kind in ROWED:
            return self._rows(prompt, project, draft)
        present = self._present(prompt, project) if draft is None else draft
        return self._value.ask(question, project, present, prompt.voice)

    def _left(self, prompt: Prompt, project: Project, left: Left, draft: Any) -> Any:
        """What is half-written when a field is left, to be kept and to be gone on with. Where there
        was no field, it is what it was.
        """
        if prompt.question.kind in ROWED:
            if self._editor is not None:
                self.half = self._editor.half
            return draft
        if left.draft is None:
            return draft
        known = self._present(prompt, project)
        self.half = left.draft if left.draft not in ("", known) else None
        return left.draft or None

    # Lists and tables

    def _rows(self, prompt: Prompt, project: Project, draft: Any) -> Any:
        editor = self._editor
        if editor is None:
            rows = draft if isinstance(draft, dict) else self._present(prompt, project)
            found = to_tick(prompt, project, self._method) if rows is None else {}
            ticked = self._ticked_lines(found) if found and not self._room else {}
            editor = self._new_editor(prompt, project, rows or ticked, unsaved=bool(ticked))
        while True:
            rows, done = editor.step()
            if done and (rows or prompt.question.optional):
                return rows
            if rows:
                return More(rows)
            self._page.text(
                say("nothing-given", self._language), "warn", first=self._page.sign("problem")
            )

    def _ticked_lines(self, found: Mapping[str, str]) -> dict[str, str]:
        """The lines of a private answer that its owner ticks; none is ticked beforehand."""
        self._page.text(say("tick-to-tell", self._language))
        keys = "keys-plain-tick" if self._plain else "keys-tick"
        self._page.text(say(keys, self._language), "dim")
        items = [Item(key, line) for key, line in found.items()]
        told: dict[str, str] = {}
        for key in self._fields.tick(items):
            told[new_key(told)] = found[key]
        return told

    def _new_editor(
        self, prompt: Prompt, project: Project, present: Any, *, unsaved: bool = False
    ) -> "RowEditor":
        from partnerwiz.terminal.rows import RowEditor

        question = prompt.question
        known = project.known(prompt.voice, self._method.questions)

        def ask_cell(column: Question, value: Any) -> Any:
            given = self._value.ask(column, project, value, prompt.voice, within_rows=True)
            if (
                not given
                or column is question
                or (isinstance(given, (dict, list)) and not column.private)
            ):
                return given  # an organisation may be named here for the first time
            return check(column, given, known)

        self._editor = RowEditor(
            question,
            present if isinstance(present, dict) else {},
            self._fields,
            self._page,
            Telling(project, self._method.questions, prompt.voice, self._language),
            ask_cell,
            unsaved=unsaved,
        )
        return self._editor

    # The menu

    def _act(
        self, key: str, prompt: Prompt, project: Project, draft: Any, *, silent: bool = False
    ) -> Any:
        """What a key or a line of the menu does: what the protocol returns, or `_GoOn`. `silent`:
        there is no field to put anything into.
        """
        from partnerwiz.terminal.menu import by_letter, entries, recalled

        question = prompt.question
        writing = (self._editor and self._editor.writing) or question
        found = entries(
            question,
            None if silent else writing,
            recalled=bool(recalled(prompt, project, self._method, self._seat)),
            line=self._editor is not None and self._editor.half is not None,
            desk=self._desk is not None,
            room=self._room,
        )
        named = [name for name, _ in found]
        try:
            if len(key) == 1:
                key = by_letter(key, found, self._language) or MENU
            if key == MENU:
                key = self._fields.choose(menu_items(self._language, found))
            if key not in named:
                self._page.text(say("not-here", self._language))
                return _GoOn(draft)
            return self._done(key, prompt, project, draft)
        except Pressed:
            return _GoOn(draft)  # Escape in the menu, or in what it asks, closes it
        except Cut as cut:
            raise cut.cause from None

    def _done(self, name: str, prompt: Prompt, project: Project, draft: Any) -> Any:
        from partnerwiz.terminal import menu

        simple: Mapping[str, Callable[[], Any]] = {
            BACK: Back,
            "forward": Forward,
            "undo": Undo,
            "leave": Leave,
            "answer": lambda: _GoOn(draft),
            "steps": lambda: self.contents.choose(project) or _GoOn(draft),
            "search": lambda: self.contents.search(project) or _GoOn(draft),
        }
        if name in simple:
            return simple[name]()
        if name == HELP:
            self._shown.pitfalls(prompt.question)
            self._shown.question(prompt, project)
        elif name == "recalled":
            found = menu.recalled(prompt, project, self._method, self._seat)
            return menu.choose_recalled(found, project, self._fields, self._page, self._language)
        elif name == "drop-line" and self._editor is not None:
            self._editor.drop_line()
            self.half = None
        elif name == "blank":
            from partnerwiz.terminal.silence import blank

            blank(self._fields, self._page, self._language)
        elif name in menu.STATES:
            state = menu.ask_state(name, self._fields, self._value, self._page, self._language)
            words = state_in_words(state, self._language)
            self._page.text(words, first=self._page.sign("waiting"))
            return state
        else:
            return self._fill(name, prompt, project, draft)
        return _GoOn(draft)

    def _fill(self, name: str, prompt: Prompt, project: Project, draft: Any) -> "_GoOn":
        """Put into the field the example, or a text written elsewhere."""
        from partnerwiz.terminal import elsewhere

        writing = (self._editor and self._editor.writing) or prompt.question
        if name == EXAMPLE and writing.example:
            return self._filled(self._in_words(writing.example), prompt, project)
        try:
            if name == EDITOR and self._desk is not None:
                present = self._text_so_far(prompt, project, draft)
                text = elsewhere.edited(present, self._desk)
            else:
                self._page.text(say("which-file", self._language))
                named = self._fields.line("", None)
                if not named:
                    return _GoOn(draft)
                text = elsewhere.from_file(Path(named))
        except PartnerwizError as error:
            self._page.text(error.say(self._language), "warn", first=self._page.sign("problem"))
            return _GoOn(draft)
        except elsewhere.InterruptedEditing as cut:
            self._filled(cut.text, prompt, project, whole=True)
            raise cut.cause from None
        return self._filled(text, prompt, project, whole=name == EDITOR)

    def _text_so_far(self, prompt: Prompt, project: Project, draft: Any) -> str:
        if prompt.question.kind in ROWED:
            editor = self._editor or self._new_editor(
                prompt, project, self._present(prompt, project)
            )
            return editor.text
        text = self._present(prompt, project) if draft is None else draft
        return text if isinstance(text, str) else ""

    def _filled(
        self, text: str, prompt: Prompt, project: Project, *, whole: bool = False
    ) -> "_GoOn":
        """`whole`: the text is all there is now, as it was written elsewhere."""
        if prompt.question.kind in ROWED:
            editor = self._editor or self._new_editor(
                prompt, project, self._present(prompt, project)
            )
            editor.fill(text, whole=whole)
            self.half = editor.half
            return _GoOn(None)
        if prompt.question.kind != "long-text":
            text = " ".join(text.split())
        self.half = text or None
        return _GoOn(text or None)

    # Talking before writing

    @property
    def speaking(self) -> "Speaking":
        """The order in which those in the room speak."""
        if self._order is None:
            from partnerwiz.terminal.silence import Speaking

            self._order = Speaking(self.present)
        return self._order

    def _talk(self, prompt: Prompt, project: Project, again: Again | None) -> Any:
        """Where people talk first: the silent screen, until someone notes. What the menu chose
        instead, if it did.
        """
        question = prompt.question
        if not question.talk or question.private or not is_common(question, self._method):
            return None
        known = project.value(question, prompt.voice) is not None
        if question.id in self._heard or again is not None or known:
            return None
        from partnerwiz.terminal.silence import hold_silence

        while True:
            try:
                hold_silence(
                    prompt, project, self.speaking, self._fields, self._page, self._language
                )
            except Pressed as pressed:
                done = self._act(pressed.key, prompt, project, None, silent=True)
                if not isinstance(done, _GoOn):
                    return done
            else:
                self._heard.add(question.id)
                return None

    def _is_what_was_said(self, prompt: Prompt, project: Project) -> bool | Back:
        """Asked of whoever said it, not of the room, with nothing else on the screen."""
        from partnerwiz.terminal.silence import read_back

        telling = Telling(project, self._method.questions, prompt.voice, self._language)
        lines = telling.lines(prompt.question, project.value(prompt.question, prompt.voice))
        while lines:
            try:
                return read_back(lines, self._fields, self._page, self._language)
            except Pressed as pressed:  # there is no menu here: only yes, no, and back
                if pressed.key == BACK:
                    return Back()
        return True

    def _in_words(self, text: Text | str) -> str:
        if isinstance(text, str):
            return text
        return typeset(text[self._language], self._language)


def _can_stand(question: Question, half: Any) -> bool:
    return isinstance(half, dict) if question.kind in ROWED else fits(question, half)


def _otherwise(given: Any) -> bool:
    """Whether what was given is no answer."""
    return isinstance(given, (More, Back, Forward, Undo, GoTo, Leave, State))


class _GoOn:
    """The question goes on, with this in its field."""

    def __init__(self, draft: Any) -> None:
        self.draft = draft
