"""Fields without any drawing: numbered choices and typed lines, for screen readers, dumb terminals
and those who prefer it (`--plain`).
"""

import select
import sys
from collections.abc import Sequence

from partnerwiz.terminal.fields import MENU, Check, Cut, Drawing, Item, Pressed, flush_typed
from partnerwiz.terminal.page import Page
from partnerwiz.words import clean, say

_ARRIVING = 0.01
"""Seconds in which the next line of a paste is there; nobody types so fast."""


class Typed:
    """`Fields` as lines that are typed. `/` opens the menu, `/r` takes its line r at once."""

    plain = True

    def __init__(self, language: str, page: Page) -> None:
        self._language = language
        self._page = page

    def fresh(self) -> None:
        flush_typed()

    def line(self, default: str = "", check: Check | None = None) -> str:
        while True:
            if default:
                self._page.text(say("enter-keeps", self._language, text=default), "dim")
            typed = self._read(default).strip()
            if pasted := _pasted():
                default = " ".join(one for one in (typed, *pasted) if one)
                continue  # several lines came at once: they are one answer, to be confirmed
            typed = typed or default
            refusal = check(typed) if check else None
            if not refusal:
                return typed
            self._page.text(refusal, "warn")

    def paragraph(self, default: str = "", check: Check | None = None) -> str:
        if default:
            self._page.text(say("enter-keeps", self._language, text=default), "dim")
        while True:
            lines: list[str] = []
            while line := self._read("\n".join(lines) or default).rstrip():
                lines += [line, *_pasted()]
                if not lines[-1]:
                    break
            typed = "\n".join(lines).strip("\n") or default
            refusal = check(typed) if check else None
            if not refusal:
                return typed
            self._page.text(refusal, "warn")

    def choose(self, items: Sequence[Item], present: str | None = None) -> str:
        self._show(items)
        known = [item.value for item in items]
        if present in known:
            label = items[known.index(present)].label
            self._page.text(say("enter-keeps", self._language, text=label), "dim")
        while True:
            typed = self._read().strip().casefold()
            if not typed and present in known:
                return str(present)
            if found := _named(typed, items):
                return found.value
            self._page.text(say("not-a-digit", self._language, most=len(items)), "warn")

    def tick(self, items: Sequence[Item], ticked: Sequence[str] = ()) -> list[str]:
        self._show(items)
        if ticked:
            labels = ", ".join(item.label for item in items if item.value in ticked)
            self._page.text(say("enter-keeps", self._language, text=labels), "dim")
        while True:
            typed = self._read().strip()
            if not typed and ticked:
                return list(ticked)
            numbers = [part.strip() for part in typed.split(",") if part.strip()]
            if all(one.isdigit() and 1 <= int(one) <= len(items) for one in numbers):
                return [items[int(one) - 1].value for one in dict.fromkeys(numbers)]
            self._page.text(say("not-a-digit", self._language, most=len(items)), "warn")

    def alone(self, lines: Drawing, keys: str) -> str:
        self._page.line()
        for style, line in lines(self._page.width, 0):
            self._page.line(line, style)
        while True:
            typed = self._read().strip().casefold()
            if len(typed) == 1 and typed in keys:
                return typed

    def _show(self, items: Sequence[Item]) -> None:
        for number, item in enumerate(items, start=1):
            mark = item.letters[0] if item.letters else str(number)
            self._page.text(item.label, indent=6, first=f"  {mark}.")

    def _read(self, draft: str | None = None) -> str:
        """One line. `draft`: what goes with whatever ends the reading: the lines before it, or what
        an empty line would keep; None where one chooses.
        """
        self._page.ask("> ")
        try:
            line = sys.stdin.readline()
        except BaseException as cause:
            if draft:
                raise Cut(draft, cause) from None
            raise
        typed = clean(line.rstrip("\n"))
        if not line.endswith("\n"):  # Ctrl-D, perhaps after half a line
            left = typed or draft
            raise Cut(left, EOFError()) if left else EOFError
        if typed.strip() == "/":
            raise Pressed(MENU, draft)
        if len(typed.strip()) == 2 and typed.strip()[0] == "/" and typed.strip()[1].isalpha():
            raise Pressed(typed.strip()[1].casefold(), draft)
        return typed


def _named(typed: str, items: Sequence[Item]) -> Item | None:
    """By its letter, else by its place."""
    for item in items:
        if typed and typed in item.letters:
            return item
    place = int(typed) if typed.isascii() and typed.isdigit() else 0
    return items[place - 1] if 0 < place <= len(items) else None


def _pasted() -> list[str]:
    """The lines that came together with the one just read."""
    lines = []
    try:
        while select.select([sys.stdin], [], [], _ARRIVING)[0]:
            line = sys.stdin.readline()
            if not line:
                break
            lines.append(clean(line.strip()))
    except (OSError, ValueError):  # Windows can wait for sockets only
        return lines
    return lines
