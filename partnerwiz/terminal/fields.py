"""What a person fills in: a line, a paragraph, one choice, several. Two ways to the same: keys on
a screen that redraws (`keys.py`), and plain typed lines (`typed.py`).
"""

import contextlib
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from partnerwiz.terminal.page import Page
from partnerwiz.words import say

MENU = "menu"
BACK = "back"
HELP = "help"
EXAMPLE = "example"
EDITOR = "editor"

Check = Callable[[str], str | None]
"""What was typed → the sentence that refuses it, or None."""

Drawing = Callable[[int, int], Sequence[tuple[str, str]]]
"""Columns and rows of the screen → lines, each with its style."""


class Left(Exception):
    """A field was left before it had its answer. `draft`: what stood in it; None where there was
    no field to write in.
    """

    def __init__(self, draft: Any = None) -> None:
        super().__init__()
        self.draft = draft


class Pressed(Left):
    """A key that asks for something else: one of those above, or the letter of a menu line."""

    def __init__(self, key: str, draft: Any = None) -> None:
        super().__init__(draft)
        self.key = key


class Cut(Left):
    """Ctrl-C, Ctrl-D or a signal came while something stood in the field. Whoever knows what was
    being answered keeps it, then raises the `cause`.
    """

    def __init__(self, draft: Any, cause: BaseException) -> None:
        super().__init__(draft)
        self.cause = cause


class Item(NamedTuple):
    """One line to choose."""

    value: str
    label: str
    letters: str = ""
    """keys that choose it at once"""


class Fields(Protocol):
    """All raise `Pressed`, `KeyboardInterrupt` and `EOFError`; where one types, `Cut`."""

    plain: bool

    def fresh(self) -> None:
        """Drop what was typed or pasted ahead: it was meant for the question before."""

    def line(self, default: str = "", check: Check | None = None) -> str: ...

    def paragraph(self, default: str = "", check: Check | None = None) -> str: ...

    def choose(self, items: Sequence[Item], present: str | None = None) -> str: ...

    def tick(self, items: Sequence[Item], ticked: Sequence[str] = ()) -> list[str]: ...

    def alone(self, lines: Drawing, keys: str) -> str:
        """Show these lines and nothing else, and wait for one of `keys`, small or capital; any
        other does nothing. What stood on the screen is there again after.
        """


def fields_for(page: Page, language: str) -> Fields:
    """Loaded at the first prompt: the library that asks takes longer than all the rest. Where it
    cannot run, lines are typed.
    """
    if not page.plain:
        try:
            from partnerwiz.terminal.keys import Keyboard

            return Keyboard(page)
        except Exception:  # noqa: BLE001 - each system has its own: a console it does not know
            page.plain = page.ascii = True
            page.colour = False
            page.text(say("plain-instead", language))
    from partnerwiz.terminal.typed import Typed

    return Typed(language, page)


def menu_items(language: str, entries: Sequence[tuple[str, str]]) -> list[Item]:
    """Menu lines from sentences « r|revenir … »: the letter chooses at once."""
    items = []
    for value, key in entries:
        letter, _, label = say(key, language).partition("|")
        items.append(Item(value, label, letter))
    return items


def yes_no_items(language: str) -> list[Item]:
    """Two lines, each with the letters that choose it: in French, `o` and `y` are both yes."""
    return [
        Item(word, say(word, language), say(f"{word}-letters", language)) for word in ("yes", "no")
    ]


def flush_typed() -> None:
    """What waits unread on the keyboard is dropped."""
    try:
        import termios
    except ImportError:  # Windows
        return
    with contextlib.suppress(termios.error, ValueError, OSError):
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
