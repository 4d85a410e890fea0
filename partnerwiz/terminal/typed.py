"""Fields without any drawing: numbered choices and typed lines, for screen readers, dumb terminals
and those who prefer it (`--plain`).
"""

from collections.abc import Sequence

from partnerwiz.terminal.fields import BACK, MENU, Check, Item, Pressed, flush_typed
from partnerwiz.terminal.page import Page
from partnerwiz.words import clean, say


class Typed:
    """`Fields` as lines that are typed. `/` opens the menu, `/r` or `/b` goes back."""

    plain = True

    def __init__(self, language: str, page: Page) -> None:
        self._language = language
        self._page = page
        self._back = "/" + say("menu-back", language)[0]

    def fresh(self) -> None:
        flush_typed()

    def line(self, default: str = "", check: Check | None = None) -> str:
        if default:
            self._page.text(say("enter-keeps", self._language, text=default), "dim")
        while True:
            typed = self._read().strip() or default
            refusal = check(typed) if check else None
            if not refusal:
                return typed
            self._page.text(refusal, "warn")

    def paragraph(self, default: str = "", check: Check | None = None) -> str:
        if default:
            self._page.text(say("enter-keeps", self._language, text=default), "dim")
        while True:
            lines: list[str] = []
            while line := self._read("\n".join(lines)).rstrip():
                lines.append(line)
            typed = "\n".join(lines) or default
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
            for number, item in enumerate(items, start=1):
                if typed and (typed == str(number) or typed in item.letters):
                    return item.value
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

    def _show(self, items: Sequence[Item]) -> None:
        for number, item in enumerate(items, start=1):
            mark = item.letters[0] if item.letters else str(number)
            self._page.text(item.label, indent=6, first=f"  {mark}.")

    def _read(self, draft: str = "") -> str:
        self._page.flush()
        typed = clean(input("> "))
        if typed.strip() == "/":
            raise Pressed(MENU, draft)
        if typed.strip() == self._back:
            raise Pressed(BACK, draft)
        return typed
