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
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.styles import Style
from prompt_toolkit.validation import ValidationError, Validator

from partnerwiz.terminal.fields import BACK, MENU, Check, Item, Pressed
from partnerwiz.words import clean

_STYLE = Style.from_dict(
    {
        "qmark": "ansicyan",
        "answer": "",
        "pointer": "ansicyan",
        "highlighted": "bold",
        "selected": "noreverse",
        "text": "",
        "instruction": "ansibrightblack",
        "validation-toolbar": "noreverse ansiyellow",
    }
)


class _Checked(Validator):
    def __init__(self, check: Check) -> None:
        self._check = check

    def validate(self, document: Any) -> None:
        refusal = self._check(document.text)
        if refusal:
            raise ValidationError(message=refusal, cursor_position=len(document.text))


class Keyboard:
    """`Fields` on a terminal that redraws."""

    plain = False

    def __init__(self, *, mark: str = "›") -> None:
        self._mark = mark

    def line(self, default: str = "", check: Check | None = None) -> str:
        return str(self._text(default, check, several=False)).strip()

    def paragraph(self, default: str = "", check: Check | None = None) -> str:
        return str(self._text(default, check, several=True)).strip("\n").rstrip()

    def choose(self, items: Sequence[Item], present: str | None = None) -> str:
        lettered = any(item.letters for item in items)
        choices = [
            questionary.Choice(
                title=f"{item.letters[0]}  {item.label}" if lettered else item.label,
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
            questionary.Choice(title=item.label, value=item.value, checked=item.value in ticked)
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

    def _text(self, default: str, check: Check | None, *, several: bool) -> Any:
        question = questionary.text(
            "",
            default=default,
            qmark=self._mark,
            style=_STYLE,
            multiline=several,
            instruction="",  # None would bring the library's own, in English
            validate=_Checked(check) if check else None,
            validate_while_typing=False,
            prompt_continuation="   ",
        )
        keys = KeyBindings()

        def paste(event: Any) -> None:
            text = clean(event.data.replace("\r\n", "\n").replace("\r", "\n"))
            if not several:
                text = re.sub(r"\s*\n\s*", " ", text.strip("\n"))
            event.current_buffer.insert_text(text)

        def finish(event: Any) -> None:
            event.current_buffer.validate_and_handle()

        keys.add(Keys.BracketedPaste)(paste)
        if several:
            keys.add("enter", filter=Condition(_on_empty_last_line))(finish)
            keys.add("f2")(finish)
            keys.add("c-s")(finish)
        return self._ask(question, keys)

    def _ask(self, question: questionary.Question, keys: KeyBindings) -> Any:
        app: Any = question.application
        keys.add("escape")(_exit_with(MENU))  # not eager: Alt-Enter and the arrows go on working
        keys.add("s-tab")(_exit_with(BACK))
        keys.add("c-d", filter=Condition(_nothing_typed), eager=True)(_end_of_file)
        app.key_bindings = merge_key_bindings([app.key_bindings, keys])
        app.ttimeoutlen, app.timeoutlen = 0.05, 0.2
        given = question.unsafe_ask()
        if given in (MENU, BACK):
            buffer = app.current_buffer
            raise Pressed(str(given), buffer.text if buffer else "")
        return given


def _exit_with(result: str) -> Any:
    def leave(event: Any) -> None:
        event.app.exit(result=result)

    return leave


def _end_of_file(event: Any) -> None:
    event.app.exit(exception=EOFError)


def _nothing_typed() -> bool:
    return not get_app().current_buffer.text


def _on_empty_last_line() -> bool:
    document = get_app().current_buffer.document
    return document.is_cursor_at_the_end and not document.current_line.strip()
