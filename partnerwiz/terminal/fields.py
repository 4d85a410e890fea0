"""What a person fills in: a line, a paragraph, one choice, several. Two ways to the same: keys on
a screen that redraws (`keys.py`), and plain typed lines (`typed.py`).
"""

import contextlib
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from partnerwiz.words import say

MENU = "menu"
BACK = "back"

Check = Callable[[str], str | None]
"""What was typed → the sentence that refuses it, or None."""


class Pressed(Exception):
    """Escape or Shift-Tab, with what had been typed so far."""

    def __init__(self, key: str, draft: str = "") -> None:
        super().__init__(key)
        self.key = key
        self.draft = draft


class Item(NamedTuple):
    """One line to choose."""

    value: str
    label: str
    letters: str = ""
    """keys that choose it at once"""


class Fields(Protocol):
    """All raise `Pressed`, `KeyboardInterrupt` and `EOFError`."""

    plain: bool

    def fresh(self) -> None:
        """Drop what was typed or pasted ahead: it was meant for the question before."""

    def line(self, default: str = "", check: Check | None = None) -> str: ...

    def paragraph(self, default: str = "", check: Check | None = None) -> str: ...

    def choose(self, items: Sequence[Item], present: str | None = None) -> str: ...

    def tick(self, items: Sequence[Item], ticked: Sequence[str] = ()) -> list[str]: ...


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
