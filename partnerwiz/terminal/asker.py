"""The asker at a terminal: the question as ordinary text, then a short mark to answer at."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.model import Method
from partnerwiz.project.calling import Part, Prompt, is_common
from partnerwiz.project.model import ANIMATION, Project, State
from partnerwiz.project.positions import About, to_say
from partnerwiz.sitting.asker import Again, Back, Forward, GoTo, Leave, More, Stand, Undo
from partnerwiz.sitting.standing import on_answer
from partnerwiz.terminal.answering import Answering, can_stand
from partnerwiz.terminal.fields import (
    BACK,
    EDITOR,
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
from partnerwiz.terminal.value import Value
from partnerwiz.words import Text, say, typeset

if TYPE_CHECKING:
    from partnerwiz.terminal.contents import Contents
    from partnerwiz.terminal.silence import Speaking
    from partnerwiz.terminal.standing import Standing


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
        self._method = method
        self._seat = seat
        self._language = language
        self._page = page
        self._desk = desk
        self._room = room
        self._shown = QuestionPage(method, language, page, seat=seat, room=room)
        self._hands: Fields | None = None
        self._value = Value(method, language, page, lambda: self._fields)
        self._answering: Answering | None = None
        """the answer being written, from one of its lines to the next"""
        self._heard: set[str] = set()
        """questions that were talked over in this sitting"""
        self.dictated = False
        """whether someone else writes: nothing private is listed"""
        self.stands = True
        """whether one may say here where one stands"""
        self.present: Sequence[str] = ()
        """who is in the room, in the order in which they speak, where that is known"""
        self._order: Speaking | None = None
        self._unread: Any = None
        """what was noted and not read back yet"""

    # The protocol

    @property
    def half(self) -> Any:
        return self._answering.half if self._answering else None

    def ask(self, prompt: Prompt, project: Project, again: Again | None = None) -> Any:
        if again and again.half is not None and not can_stand(prompt.question, again.half):
            again = again._replace(half=None)
        going_on = bool(again and again.going_on and self._answering)
        unread, self._unread = (self._unread if going_on else None), None
        answering = self._answering_of(prompt, project, again, going_on=going_on)
        if not going_on:
            if self._hands is not None:
                self._hands.fresh()
            if not (again and again.refused):
                self._shown.head(prompt.question, project)
                if (said := self._talk(answering, again)) is not None:
                    return said
                self._shown.question(prompt, project, again)
        if again:
            self._shown.why(again)
        if unread is not None:
            said = self._is_what_was_said(prompt, project)
            if said is not False:
                return unread if said is True else said
            answering.begin_anew(unread)
        answer = self._in_the_field(answering)
        if prompt.question.id in self._heard and not _otherwise(answer):
            self._unread = answer  # on the disk first, then read back
            return More(answer)
        return answer

    def _answering_of(
        self, prompt: Prompt, project: Project, again: Again | None, *, going_on: bool
    ) -> Answering:
        if going_on and self._answering is not None:
            self._answering.project = project
            return self._answering
        self._answering = Answering(
            prompt,
            project,
            self._method,
            self._language,
            self._page,
            lambda: self._fields,
            room=self._room,
        )
        self._answering.begin(again)
        return self._answering

    def _in_the_field(self, answering: Answering) -> Any:
        """What is answered, or what the protocol knows otherwise."""
        while True:
            try:
                answer = answering.answer()
            except Pressed as pressed:
                answering.left(pressed)
                done = self._act(pressed.key, answering)
                if done is not None:
                    return done
            except Cut as cut:
                answering.left(cut)
                raise cut.cause from None
            except BaseException:
                answering.left(Left())
                raise
            else:
                answering.half = None
                return answer

    def pause(self, part: Part, project: Project) -> Leave | GoTo | Stand | None:
        said = show_part(
            self._page, self._method, part, project, self._seat, self._language, room=self._room
        )
        otherwise = [("change", "change-one")] if said else []
        new = {prompt.question.id for prompt, _ in said}
        waiting = to_say(project, self._method, self._seat)
        if self.stands and any(one.question.id in new for one in waiting):
            otherwise.append(("stand", "menu-stand"))
        while True:
            chosen = self._goes_on([*otherwise, ("leave", "stop-here")])
            if chosen == "stand":
                return Stand()
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

    def in_turn(self, organisations: Sequence[str], project: Project) -> Sequence[str]:
        if not self.speaking.agreed and len(organisations) > 1:
            try:
                self.speaking.agree(project, self._fields, self._page, self._language)
            except Pressed:  # the order stays as it was
                self.speaking.agreed = True
        order = self.speaking.order(project)
        return sorted(
            organisations, key=lambda one: order.index(one) if one in order else len(order)
        )

    def wording(self, one: About, project: Project, organisation: str) -> None:
        self._standing.wording(one, project, organisation, home=not self._together)

    def side_by_side(self, one: About, project: Project) -> Leave | Back | None:
        standing = self._standing
        if not self._together:
            standing.side_by_side(one, project)
            return None
        over = False
        try:
            over = standing.talked_over(one, project, self.speaking, self._fields)
        except Pressed as pressed:
            if pressed.key == BACK:
                return Back()
        if over:
            return None
        standing.wording(one, project, "", home=False)  # nobody may have had to say anything of it
        standing.side_by_side(one, project, self.speaking.order(project), parting=True)
        return Leave() if self._goes_on([("leave", "stop-here")]) == "leave" else None

    @property
    def _together(self) -> bool:
        """Whether several organisations look on."""
        return self._room or self._seat == ANIMATION

    @property
    def _standing(self) -> "Standing":
        from partnerwiz.terminal.standing import Standing

        return Standing(self._method, self._page, self._language)

    def _goes_on(self, otherwise: list[tuple[str, str]]) -> str:
        self._page.line()
        self._page.text(say("ask-go-on", self._language), "bold")
        try:
            return self._fields.choose(menu_items(self._language, [("on", "go-on"), *otherwise]))
        except Pressed:
            return "on"

    # The menu

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
            dictated=self.dictated,
            stands=self.stands,
        )

    def _act(self, key: str, answering: Answering, *, silent: bool = False) -> Any:
        """What a key or a line of the menu does: what the protocol returns, or None to go on.
        `silent`: there is no field to put anything into.
        """
        from partnerwiz.terminal.menu import by_letter, entries, recalled

        prompt, project = answering.prompt, answering.project
        found = entries(
            prompt.question,
            None if silent else answering.writing,
            recalled=bool(recalled(prompt, project, self._method, self._seat)),
            stand=self.stands
            and bool(on_answer(prompt.question, project, self._method, self._seat)),
            line=answering.line_begun,
            desk=self._desk is not None,
            room=self._room,
        )
        try:
            if len(key) == 1:
                key = by_letter(key, found, self._language) or MENU
            if key == MENU:
                key = self._fields.choose(menu_items(self._language, found))
            if key in (name for name, _ in found):
                return self._done(key, answering)
            self._page.text(say("not-here", self._language))
        except Pressed:  # Escape in the menu, or in what it asks, closes it
            return None
        except Cut as cut:
            raise cut.cause from None
        return None

    def _done(self, name: str, answering: Answering) -> Any:
        from partnerwiz.terminal import menu

        prompt, project = answering.prompt, answering.project
        simple = {BACK: Back, "forward": Forward, "undo": Undo, "leave": Leave}
        if name in simple:
            return simple[name]()
        if name in menu.STATES:
            state = menu.ask_state(name, self._fields, self._value, self._page, self._language)
            words = state_in_words(state, self._language)
            self._page.text(words, first=self._page.sign("waiting"))
            return state
        match name:
            case "steps":
                return self.contents.choose(project)
            case "search":
                return self.contents.search(project)
            case "recalled":
                found = menu.recalled(prompt, project, self._method, self._seat)
                return menu.choose_recalled(
                    found, project, self._fields, self._page, self._language
                )
            case "stand":
                return Stand(prompt.question.id)
            case "help":
                self._shown.pitfalls(prompt.question)
                self._shown.question(prompt, project)
            case "drop-line":
                answering.drop_line()
            case "blank":
                from partnerwiz.terminal.silence import blank

                blank(self._fields, self._page, self._language)
            case "example":
                answering.fill(self._in_words(answering.writing.example or ""))
            case "editor" | "file":
                self._from_elsewhere(name, answering)
        return None

    def _from_elsewhere(self, name: str, answering: Answering) -> None:
        """Put into the field a text written in one's own editor, or read from a file."""
        from partnerwiz.terminal import elsewhere

        try:
            if name == EDITOR and self._desk is not None:
                answering.fill(elsewhere.edited(answering.text, self._desk), whole=True)
                return
            self._page.text(say("which-file", self._language))
            if named := self._fields.line("", None):
                answering.fill(elsewhere.from_file(Path(named)))
        except PartnerwizError as error:
            self._page.text(error.say(self._language), "warn", first=self._page.sign("problem"))
        except elsewhere.InterruptedEditing as cut:
            answering.fill(cut.text, whole=True)
            raise cut.cause from None

    # Talking before writing

    @property
    def speaking(self) -> "Speaking":
        """The order in which those in the room speak."""
        if self._order is None:
            from partnerwiz.terminal.silence import Speaking

            self._order = Speaking(self.present)
        return self._order

    def _talk(self, answering: Answering, again: Again | None) -> Any:
        """Where people talk first: the silent screen, until someone notes. What the menu chose
        instead, if it did.
        """
        prompt, project = answering.prompt, answering.project
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
                    question, project, self.speaking, self._fields, self._page, self._language
                )
            except Pressed as pressed:
                done = self._act(pressed.key, answering, silent=True)
                if done is not None:
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


def _otherwise(given: Any) -> bool:
    """Whether what was given is no answer."""
    return isinstance(given, (More, Back, Forward, Undo, GoTo, Leave, Stand, State))
