"""The asker at a terminal: the question as ordinary text, then a short mark to answer at."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from partnerwiz.method.kinds import (
    ROWED,
    check,
    new_key,
)
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import Part, Prompt, carried, may_answer, to_tick, voices
from partnerwiz.project.model import Project, State
from partnerwiz.sitting.asker import Again, Back, GoTo, Leave, More
from partnerwiz.terminal.fields import (
    BACK,
    Fields,
    Item,
    Pressed,
    menu_items,
)
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.part import show_part
from partnerwiz.terminal.question import QuestionPage
from partnerwiz.terminal.told import Telling, state_in_words
from partnerwiz.terminal.value import Value
from partnerwiz.words import Text, say, typeset

if TYPE_CHECKING:
    from partnerwiz.terminal.rows import RowEditor


class TerminalAsker:
    """An `Asker` on the screen, for one seat."""

    def __init__(self, method: Method, seat: str, language: str, page: Page) -> None:
        self._method = method
        self._seat = seat
        self._language = language
        self._page = page
        self._shown = QuestionPage(method, language, page)
        self._hands: Fields | None = None
        self._value = Value(method, language, page, lambda: self._fields)
        self._editor: RowEditor | None = None
        """of the list or table being written, from one of its lines to the next"""

    # The protocol

    def ask(self, prompt: Prompt, project: Project, again: Again | None = None) -> Any:
        question = prompt.question
        if self._hands is not None and not (again and again.going_on):
            self._hands.fresh()
        if again is None or not (again.refused or again.going_on):
            self._shown.head(question, project)
            self._shown.question(prompt, project)
        if again:
            self._shown.why(again)
        draft = again.draft if again else None
        while True:
            try:
                return self._answer(prompt, project, draft, again)
            except Pressed as pressed:
                draft = pressed.draft or None
                if pressed.key == BACK:
                    return Back()
                try:
                    chosen = self._menu(prompt, project)
                except Pressed:
                    continue  # Escape in the menu closes it
                if chosen is not None:
                    return chosen

    def pause(self, part: Part, project: Project) -> Leave | None:
        show_part(self._page, self._method, part, project, self._seat, self._language)
        return Leave() if self._goes_on([("leave", "stop-here")]) == "leave" else None

    def may_end(self, prompt: Prompt, told: Text) -> Leave | Back | None:  # noqa: ARG002
        self._page.line()
        self._page.text(self._in_words(told))
        chosen = self._goes_on([("again", "answer-anew"), ("leave", "stop-here")])
        if chosen == "again":
            return Back()
        return Leave() if chosen == "leave" else None

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

    def _answer(self, prompt: Prompt, project: Project, draft: Any, again: Again | None) -> Any:
        question = prompt.question
        present = project.value(question, prompt.voice)
        if present is None:
            present = carried(prompt, project, self._method)
        if question.kind in ROWED:
            rows = draft if isinstance(draft, dict) else present
            if rows is None and (found := to_tick(prompt, project, self._method)):
                rows = self._ticked_lines(found)
            return self._rows(prompt, project, rows, again)
        return self._value.ask(question, project, present if draft is None else draft, prompt.voice)

    def _rows(self, prompt: Prompt, project: Project, present: Any, again: Again | None) -> Any:
        if self._editor is None or not (again and again.going_on):
            self._editor = self._new_editor(prompt, project, present)
        while True:
            rows, done = self._editor.step()
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
        for key in self._fields.tick(self._value.fitting(items)):
            told[new_key(told)] = found[key]
        return told

    def _new_editor(self, prompt: Prompt, project: Project, present: Any) -> "RowEditor":
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

        return RowEditor(
            question,
            present if isinstance(present, dict) else {},
            self._fields,
            self._page,
            Telling(project, self._method.questions, prompt.voice, self._language),
            ask_cell,
        )

    # The menu

    def _menu(self, prompt: Prompt, project: Project) -> Any:
        """What was chosen, as the protocol says it; None: go on answering."""
        entries = [("answer", "menu-answer"), ("back", "menu-back"), ("help", "menu-help")]
        if any(self._correctable(project, prompt)):
            entries.append(("recalled", "menu-recalled"))
        if prompt.question.step:
            names = ("unknown-yet", "not-applicable", "under-discussion", "not-disclosed")
            entries += [(name, f"menu-{name}") for name in names]
        entries.append(("leave", "menu-leave"))
        self._page.line()
        chosen = self._fields.choose(menu_items(self._language, entries))
        if chosen == "back":
            return Back()
        if chosen == "leave":
            return Leave()
        if chosen == "help":
            self._shown.pitfalls(prompt.question)
            self._shown.question(prompt, project)
            return None
        if chosen == "recalled":
            return self._choose_recalled(prompt, project)
        if chosen == "answer":
            return None
        state = self._state(chosen)
        words = state_in_words(state, self._language)
        self._page.text(words, first=self._page.sign("waiting"))
        return state

    def _state(self, name: str) -> State:
        if name not in ("unknown-yet", "under-discussion"):
            return State(name)
        key = "ask-who-finds-out" if name == "unknown-yet" else "ask-who-discusses"
        self._page.text(say(key, self._language))
        who = self._fields.line("", None)
        self._page.text(say("ask-by-when", self._language))
        date = Question(id="by", kind="date", ask={}, label={}, optional=True)
        by = self._fields.line("", self._value.checker(date, _NOBODY, None, optional=True))
        return State(name, who=who, by=str(check(date, by)))

    def _correctable(self, project: Project, prompt: Prompt) -> list[tuple[Question, str | None]]:
        return [
            (question, voice)
            for one in prompt.question.recall
            if (question := self._method.questions[one])
            for voice in voices(question, project)
            if may_answer(question, voice, self._seat) and project.value(question, voice)
        ]

    def _choose_recalled(self, prompt: Prompt, project: Project) -> GoTo | None:
        found = self._correctable(project, prompt)
        items = []
        for number, (question, voice) in enumerate(found):
            name = f"{project.organisations[voice].name} · " if voice else ""
            items.append(Item(str(number), name + self._in_words(question.label)))
        self._page.text(say("menu-which", self._language))
        question, voice = found[int(self._fields.choose(items))]
        return GoTo(question.id, voice)

    def _in_words(self, text: Text | str) -> str:
        if isinstance(text, str):
            return text
        return typeset(text[self._language], self._language)


_NOBODY = Project(id="", title="", initiator="")


def fields_for(page: Page, language: str) -> Fields:
    """Loaded at the first prompt: the library that asks takes longer than all the rest."""
    if page.plain:
        from partnerwiz.terminal.typed import Typed

        return Typed(language, page)
    from partnerwiz.terminal.keys import Keyboard

    return Keyboard(page)
