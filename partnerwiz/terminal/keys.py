"""Fields that redraw: questionary, with the same few keys on every prompt.

questionary is given a short mark only. The question itself is ordinary text above: a long message
in a prompt hides its own beginning, and blanks the screen when it is several lines long.
"""

import re
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.styles import Style
from questionary.prompts.common import InquirerControl

from partnerwiz.terminal.fields import (
    BACK,
    EDITOR,
    EXAMPLE,
    HELP,
    MENU,
    Check,
    Cut,
    Drawing,
    Item,
    Pressed,
    flush_typed,
)
from partnerwiz.terminal.page import Page
from partnerwiz.words import clean, visible

_STYLE = Style.from_dict(
    {
        "qmark": "ansicyan",
        "answer": "fg:default nobold",
        "pointer": "ansicyan",
        "highlighted": "bold",
        "selected": "noreverse",
        "text": "",
        "instruction": "ansibrightblack",
        "dim": "ansibrightblack",
    }
)

_MOST_NUMBERED = 10
"""lines of a list, from which on they have no digit"""


class Keyboard:
    """`Fields` on a terminal that redraws."""

    plain = False

    def __init__(self, page: Page) -> None:
        self._page = page
        create_output()  # fails here, and not at the first question, where it cannot draw
        self._mark = ">" if page.ascii else "›"

    def line(self, default: str = "", check: Check | None = None) -> str:
        return self._text(default, check, several=False).strip()

    def paragraph(self, default: str = "", check: Check | None = None) -> str:
        return self._text(default, check, several=True).strip("\n").rstrip()

    def choose(self, items: Sequence[Item], present: str | None = None) -> str:
        lettered = any(item.letters for item in items)
        choices = [
            questionary.Choice(title=label, value=item.value)
            for item, label in zip(items, self._labels(items, lettered=lettered), strict=True)
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
            use_shortcuts=not lettered and len(items) < _MOST_NUMBERED,
            use_jk_keys=False,
            erase_when_done=True,
        )
        keys = KeyBindings()
        alone = ~Condition(_more_is_coming)
        for item in items:
            for letter in item.letters:
                keys.add(letter, eager=True, filter=alone)(_exit_with(item.value))
        return str(self._ask(question, _nothing_pasted(keys)))

    def tick(self, items: Sequence[Item], ticked: Sequence[str] = ()) -> list[str]:
        choices = [
            questionary.Choice(title=label, value=item.value, checked=item.value in ticked)
            for item, label in zip(items, self._labels(items), strict=True)
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
        return [str(one) for one in self._ask(question, _nothing_pasted(KeyBindings()), _ticked)]

    def _labels(self, items: Sequence[Item], *, lettered: bool = False) -> list[str]:
        """The lines of a list; what is longer than the screen is wide goes on under itself. Where
        the whole would then be higher than the screen, it is told above, and lines are cut.
        """
        numbered = not lettered and len(items) < _MOST_NUMBERED
        margin = " " * (6 if lettered or numbered else 3)
        room = max(12, self._page.width - len(margin) - 5)
        found = []
        for item in items:
            head = f"{item.letters[:1] or ' '}  " if lettered else ""
            lines = textwrap.wrap(visible(item.label), room, break_on_hyphens=False) or [""]
            found.append([head + lines[0], *lines[1:]])
        if sum(map(len, found)) < max(self._page.height - 1, len(items) + 1):
            return [f"\n{margin}".join(lines) for lines in found]
        for number, item in enumerate(items, start=1):
            self._page.text(item.label, indent=6, first=f"  {item.letters[:1] or number}.")
        return [lines[0] if len(lines) == 1 else f"{lines[0]}…" for lines in found]

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

        def pasted_line_end(event: Any) -> None:
            event.current_buffer.insert_text("\n" if several else " ")

        keys.add(Keys.Any)(insert)
        keys.add(Keys.BracketedPaste)(paste)
        keys.add("f2")(finish)
        if several:
            keys.add("enter", filter=Condition(_on_empty_last_line))(finish)
            keys.add("c-s")(finish)
        # the last one added is tried first
        keys.add("enter", filter=Condition(_more_is_coming))(pasted_line_end)
        return self._ask(question, keys, _written)

    def _ask(
        self,
        question: questionary.Question,
        keys: KeyBindings,
        drafted: Callable[[Any], Any] = lambda _app: None,
    ) -> Any:
        """`drafted`: what stands there when it is left before it has its answer."""
        app: Any = question.application
        keys.add("escape")(
            _exit_with(Pressed(MENU))
        )  # not eager: Alt-Enter and the arrows go on working
        keys.add("s-tab")(_exit_with(Pressed(BACK)))
        for key, name in (("f1", HELP), ("f3", EXAMPLE), ("f4", EDITOR)):
            keys.add(key)(_exit_with(Pressed(name)))
        keys.add("c-d", eager=True)(_end_of_file)
        app.key_bindings = merge_key_bindings([app.key_bindings, keys])
        app.ttimeoutlen, app.timeoutlen = 0.05, 0.2
        if self._page.ended:
            raise self._page.ended
        try:
            given = app.run(handle_sigint=False)  # ours ends it whatever it is doing: cli/ending
        except BaseException as cause:
            if draft := drafted(app):
                raise Cut(draft, cause) from None
            raise
        if isinstance(given, Pressed):
            raise Pressed(given.key, drafted(app))
        return given

    def alone(self, lines: Drawing, keys: str) -> str:
        def drawn() -> Any:
            style = {"bold": "bold", "dim": "class:dim"}
            size = get_app().output.get_size()
            found = lines(size.columns, size.rows)
            return [(style.get(name, ""), f"{visible(line)}\n") for name, line in found]

        body = Window(FormattedTextControl(drawn), dont_extend_height=True, always_hide_cursor=True)
        bindings = KeyBindings()
        for key in keys:
            for one in {key, key.upper()}:
                bindings.add(one)(_exit_with(key))
        bindings.add("escape")(_exit_with(Pressed(MENU)))
        bindings.add("s-tab")(_exit_with(Pressed(BACK)))
        bindings.add("c-c")(_interrupted)
        bindings.add("c-d")(_end_of_file)
        app: Application[Any] = Application(
            Layout(HSplit([Window(), body, Window()])),
            key_bindings=bindings,
            style=_STYLE,
            full_screen=True,
        )
        app.ttimeoutlen, app.timeoutlen = 0.05, 0.2
        if self._page.ended:
            raise self._page.ended
        given = app.run(handle_sigint=False)
        if isinstance(given, Pressed):
            raise given
        return str(given)


def _written(app: Any) -> str:
    """What stands in the field."""
    return str(app.current_buffer.text)


def _ticked(app: Any) -> list[str] | None:
    controls = (one for one in app.layout.find_all_controls() if isinstance(one, InquirerControl))
    return next((list(one.selected_options) for one in controls), None)


def _nothing_pasted(keys: KeyBindings) -> KeyBindings:
    """Where one chooses, no text is typed: what is pasted goes nowhere."""
    for key in (Keys.Any, Keys.BracketedPaste):
        keys.add(key)(lambda _event: None)
    return keys


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


def _more_is_coming() -> bool:
    """Keys wait behind this one: it was pasted by a terminal that does not say so."""
    waiting = get_app().key_processor.input_queue
    return any(one.key not in (Keys.CPRResponse, Keys.Vt100MouseEvent) for one in waiting)
