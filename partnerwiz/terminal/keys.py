"""Fields that redraw: questionary, with the same few keys on every prompt.

questionary is given a short mark only. The question itself is ordinary text above: a long message
in a prompt hides its own beginning, and blanks the screen when it is several lines long.
"""

import re
from collections.abc import Sequence
from typing import Any

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style

from partnerwiz.terminal.fields import BACK, MENU, Check, Item, Pressed, flush_typed
from partnerwiz.terminal.page import Page
from partnerwiz.words import clean, visible

_STYLE = Style.from_dict(
    {
        "qmark": "ansicyan",
        "answer": "",
        "pointer": "ansicyan",
        "highlighted": "bold",
        "selected": "noreverse",
        "text": "",
        "instruction": "ansibrightblack",
    }
)


class Keyboard:
    """`Fields` on a terminal that redraws."""

    plain = False

    def __init__(self, page: Page) -> None:
        self._page = page
        self._mark = ">" if page.ascii else "›"

    def line(self, default: str = "", check: Check | None = None) -> str:
        return self._text(default, check, several=False).strip()

    def paragraph(self, default: str = "", check: Check | None = None) -> str:
        return self._text(default, check, several=True).strip("\n").rstrip()

    def choose(self, items: Sequence[Item], present: str | None = None) -> str:
        lettered = any(item.letters for item in items)
        choices = [
            questionary.Choice(
                title=_label(item, lettered=lettered),
                value=item.value,
            )
            for item in items
        ]
        known = [item.value for item in items]
        question = questionary.select(
            "",
            choices,
            default=present if present in known else None,
            qmark="",
            pointer=self._mark,
            style=_STYLE,
            instruction=" ",
            use_shortcuts=not lettered and len(items) < 10,
            use_jk_keys=False,
            erase_when_done=True,
        )
        keys = KeyBindings()
        for item in items:
            for letter in item.letters:
                keys.add(letter, eager=True)(_exit_with(item.value))
        return str(self._ask(question, keys))

    def tick(self, items: Sequence[Item], ticked: Sequence[str] = ()) -> list[str]:
        choices = [
            questionary.Choice(title=_label(item), value=item.value, checked=item.value in ticked)
            for item in items
        ]
        question = questionary.checkbox(
            "",
            choices,
            qmark="",
            pointer=self._mark,
            style=_STYLE,
            instruction=" ",
            use_jk_keys=False,
            erase_when_done=True,
        )
        return [str(one) for one in self._ask(question, KeyBindings())]

    def fresh(self) -> None:
        clear_typeahead(create_input())
        flush_typed()

    def _text(self, default: str, check: Check | None, *, several: bool) -> str:
        """What was typed, once it is accepted. A refusal is told in full, above what was typed."""
        while True:
            typed = str(self._typed(default, several=several))
            refusal = check(typed) if check else None
            if not refusal:
                return typed
            self._page.text(refusal, "warn", first=self._page.sign("problem"))
            default = typed

    def _typed(self, default: str, *, several: bool) -> Any:
        question = questionary.text(
            "",
            default=clean(default),
            qmark=self._mark,
            style=_STYLE,
            multiline=several,
            instruction="",  # None would bring the library's own, in English
            prompt_continuation="   ",
        )
        keys = KeyBindings()

        def paste(event: Any) -> None:
            text = clean(event.data.replace("\r\n", "\n").replace("\r", "\n"))
            if not several:
                text = re.sub(r"\s*\n\s*", " ", text.strip("\n"))
            event.current_buffer.insert_text(text)

        def insert(event: Any) -> None:
            event.current_buffer.insert_text(clean(event.data))

        def finish(event: Any) -> None:
            event.current_buffer.validate_and_handle()

        keys.add(Keys.Any)(insert)
        keys.add(Keys.BracketedPaste)(paste)
        if several:
            keys.add("enter", filter=Condition(_on_empty_last_line))(finish)
            keys.add("f2")(finish)
            keys.add("c-s")(finish)
        return self._ask(question, keys)

    def _ask(self, question: questionary.Question, keys: KeyBindings) -> Any:
        app: Any = question.application
        keys.add("escape")(
            _exit_with(Pressed(MENU))
        )  # not eager: Alt-Enter and the arrows go on working
        keys.add("s-tab")(_exit_with(Pressed(BACK)))
        keys.add("c-d", eager=True)(_end_of_file)
        keys.add("<sigint>")(_interrupted)
        app.key_bindings = merge_key_bindings([app.key_bindings, keys])
        app.ttimeoutlen, app.timeoutlen = 0.05, 0.2
        if self._page.ended:
            raise self._page.ended
        given = question.unsafe_ask()
        if isinstance(given, Pressed):
            buffer = app.current_buffer
            raise Pressed(given.key, buffer.text if buffer else "")
        return given


def _label(item: Item, *, lettered: bool = False) -> str:
    return f"{item.letters[0]}  {visible(item.label)}" if lettered else visible(item.label)


def _exit_with(result: Any) -> Any:
    def leave(event: Any) -> None:
        event.app.exit(result=result)

    return leave


def _end_of_file(event: Any) -> None:
    event.app.exit(exception=EOFError)


def _interrupted(event: Any) -> None:
    event.app.exit(exception=KeyboardInterrupt)


def _on_empty_last_line() -> bool:
    document = get_app().current_buffer.document
    return document.is_cursor_at_the_end and not document.current_line.strip()
