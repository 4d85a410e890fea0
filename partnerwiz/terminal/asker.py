"""The asker at a terminal: the question as ordinary text, then a short mark to answer at."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from partnerwiz.method.kinds import OTHER, ROWED, Refused, check, fixed_rows, words_of
from partnerwiz.method.model import Method, Phase, Question
from partnerwiz.project.calling import Prompt, carried, may_answer, voices
from partnerwiz.project.model import Project, State
from partnerwiz.sitting.asker import Again, Back, GoTo, Leave, More
from partnerwiz.terminal.fields import (
    BACK,
    Check,
    Fields,
    Item,
    Pressed,
    menu_items,
    yes_no_items,
)
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.phase import show_phase
from partnerwiz.terminal.question import QuestionPage
from partnerwiz.terminal.told import state_in_words
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
        self._editor: RowEditor | None = None
        """of the list or table being written, from one of its lines to the next"""

    # The protocol

    def ask(self, prompt: Prompt, project: Project, again: Again | None = None) -> Any:
        question = prompt.question
        if self._hands is not None and not (again and again.going_on):
            self._hands.fresh()
        if again is None or not (again.refused or again.going_on):
            self._shown.step(question)
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

    def pause(self, phase: Phase, project: Project) -> Leave | None:
        show_phase(self._page, self._method, phase, project, self._seat, self._language)
        self._page.line()
        self._page.text(say("ask-go-on", self._language), "bold")
        entries = [("on", "go-on"), ("leave", "stop-here")]
        try:
            chosen = self._fields.choose(menu_items(self._language, entries))
        except Pressed:
            return None
        return Leave() if chosen == "leave" else None

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
            return self._rows(prompt, project, rows, again)
        return self._single(question, project, present if draft is None else draft, prompt.voice)

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

    def _new_editor(self, prompt: Prompt, project: Project, present: Any) -> "RowEditor":
        from partnerwiz.terminal.rows import RowEditor

        question = prompt.question
        names: Mapping[str, str] | None = None
        fixed = fixed_rows(question)
        if fixed is not None:
            names = {key: self._in_words(text) for key, text in fixed.items()}
        elif isinstance(question.rows, str):
            names = project.rows(question.rows, prompt.voice, self._method.questions)

        known = project.known(prompt.voice, self._method.questions)

        def ask_cell(column: Question, value: Any) -> Any:
            given = self._single(column, project, value, prompt.voice, within_rows=True)
            return given if column is question else check(column, given, known)

        return RowEditor(
            question,
            present if isinstance(present, dict) else {},
            self._fields,
            self._page,
            project,
            self._language,
            ask_cell,
            names,
        )

    def _single(
        self,
        question: Question,
        project: Project,
        present: Any,
        voice: str | None,
        *,
        within_rows: bool = False,
    ) -> Any:
        """One value of a kind that is no list and no table; or one line of a list."""
        if question.kind == "yes-no":
            return self._chosen(question, yes_no_items(self._language), present)
        if question.kind in ("choice", "organisation", "row"):
            chosen = self._chosen(question, self._items(question, project, voice), present)
            if chosen != OTHER:
                return chosen
            key = "name-it" if question.kind == "organisation" else "other-words"
            self._page.text(say(key, self._language))
            before = present.get(OTHER, "") if isinstance(present, dict) else ""
            return {OTHER: self._fields.line(before, self._any_text)}
        if question.kind in ("choices", "organisations"):
            return self._ticked(question, self._items(question, project, voice), present)
        default = present if isinstance(present, str) else ""
        ending = within_rows and question.kind == "list"
        refuse = self._checker(question, project, voice, optional=ending or question.optional)
        if question.kind == "long-text":
            return self._fields.paragraph(default, refuse)
        return self._fields.line(default, refuse)

    def _items(self, question: Question, project: Project, voice: str | None) -> list[Item]:
        if question.kind in ("organisation", "organisations"):
            items = [
                Item(one.id, one.name) for one in project.organisations.values() if one.id != voice
            ]
            if question.private and question.kind == "organisation":
                items.append(Item(OTHER, say("someone-else", self._language)))
            return items
        if question.kind == "row":
            rows = project.rows(question.of or "", voice, self._method.questions)
            return [Item(key, name) for key, name in rows.items()]
        return [
            Item(option, self._in_words(words_of(question, option))) for option in question.options
        ]

    def _chosen(self, question: Question, items: list[Item], present: Any) -> str:
        known = next(iter(present)) if isinstance(present, dict) and present else present
        if question.optional:
            items = [*items, Item("", "—")]
        labels = {item.value: item.label for item in items}
        shown = self._fitting(items)
        chosen = self._fields.choose(shown, known if isinstance(known, str) else None)
        self._echo(labels[chosen])
        return chosen

    def _fitting(self, items: list[Item]) -> list[Item]:
        """Labels that fit on a line; where one does not, all are first shown whole above."""
        room = self._page.width - 8
        if self._plain or all(len(item.label) <= room for item in items):
            return items
        for number, item in enumerate(items, start=1):
            self._page.text(item.label, indent=6, first=f"  {number}.")
        return [
            item if len(item.label) <= room else Item(item.value, item.label[: room - 1] + "…")
            for item in items
        ]

    def _ticked(self, question: Question, items: list[Item], present: Any) -> Any:
        before = present if isinstance(present, list) else []
        words = next((one[OTHER] for one in before if isinstance(one, dict)), "")
        keys = [OTHER if isinstance(one, dict) else one for one in before]
        shown = self._fitting(items)
        while True:
            chosen: list[Any] = list(self._fields.tick(shown, keys))
            if chosen or question.optional:
                break
            self._page.text(
                say("nothing-given", self._language), "warn", first=self._page.sign("problem")
            )
        self._echo(", ".join(item.label for item in items if item.value in chosen))
        if OTHER in chosen:
            self._page.text(say("other-words", self._language))
            given = self._fields.line(words, self._any_text)
            chosen[chosen.index(OTHER)] = {OTHER: given}
        return chosen

    def _echo(self, text: str) -> None:
        if not self._plain:
            self._page.text(text, first=self._page.sign("answered"))

    def _checker(
        self, question: Question, project: Project, voice: str | None, *, optional: bool
    ) -> Check:
        known = project.known(voice, self._method.questions)
        # a line of a list is checked as a text; the list itself when it is done
        single = replace(question, kind="text") if question.kind == "list" else question

        def refuse(text: str) -> str | None:
            text = text.strip()
            if not text and optional:
                return None
            try:
                check(single, text, known)
            except Refused as refused:
                return refused.say(self._language)
            return None

        return refuse

    def _any_text(self, text: str) -> str | None:
        return None if text.strip() else say("nothing-given", self._language)

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
        by = self._fields.line("", self._checker(date, _NOBODY, None, optional=True))
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
