"""Ordinary text on a terminal: wrapped, quiet, safe. Loads nothing heavy, so that the first words
of a step stand there before the libraries that ask are loaded.
"""

import os
import shutil
import sys
import textwrap
from typing import TextIO

from partnerwiz.words import visible

_STYLES = {"": "", "bold": "1", "dim": "2", "accent": "36", "warn": "35"}
"""Colours that are read on white as on black; each says what a sign or a word says too."""
_SIGNS = {"open": ("◇", "?"), "answered": ("◆", "*"), "waiting": ("…", "~"), "problem": ("▲", "!")}
_WIDEST = 88
"""Long lines tire: text keeps to this even on a wide screen."""
_WIDEST_IN_A_ROOM = 64


class Page:
    """Where text goes. `plain` draws nothing; without a terminal or with NO_COLOR, no colour."""

    def __init__(
        self, out: TextIO | None = None, *, plain: bool = False, room: bool = False
    ) -> None:
        self._out = out or sys.stdout
        self.plain = plain
        self.room = room
        """read from the back of a room: short lines, wide apart"""
        self.ended: BaseException | None = None
        """set by a signal that came while a prompt was closing: no other prompt begins"""
        self.colour = (
            not plain
            and self._out.isatty()
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM", "") not in ("dumb", "")
        )
        encoding = (getattr(self._out, "encoding", None) or "ascii").lower()
        self.ascii = plain or "utf" not in encoding

    @property
    def width(self) -> int:
        """Columns of the terminal; 80 where it does not say."""
        return shutil.get_terminal_size((80, 24)).columns or 80

    @property
    def height(self) -> int:
        return shutil.get_terminal_size((80, 24)).lines or 24

    def sign(self, name: str) -> str:
        return _SIGNS[name][self.ascii]

    def line(self, text: str = "", style: str = "") -> None:
        """One line as it is; what acts unseen is shown as its code."""
        text = visible(text)
        if self.colour and _STYLES[style] and text:
            text = f"\x1b[{_STYLES[style]}m{text}\x1b[0m"
        try:
            print(text, file=self._out)
        except UnicodeEncodeError:
            safe = text.encode(self._out.encoding or "ascii", "replace")
            print(safe.decode(self._out.encoding or "ascii"), file=self._out)

    def text(self, text: str, style: str = "", *, indent: int = 2, first: str = "") -> None:
        """Paragraphs, wrapped. `first` stands before the first line, in its indent."""
        width = max(20, min(self.width - 1, _WIDEST_IN_A_ROOM if self.room else _WIDEST))
        if self.room:
            self.line()
        for number, paragraph in enumerate(visible(text).split("\n")):
            lead = first.ljust(indent) if number == 0 else " " * indent
            wrapped = textwrap.wrap(
                paragraph,
                width,
                initial_indent=lead,
                subsequent_indent=" " * indent,
                break_long_words=True,
                break_on_hyphens=False,
            )
            for line in wrapped or [lead.rstrip()]:
                self.line(line, style)

    def rule(self, title: str) -> None:
        """A heading with a line to the right."""
        mark = "-" if self.ascii else "─"
        width = max(20, min(self.width - 1, _WIDEST))
        wrapped = textwrap.wrap(visible(title), width - 8, break_on_hyphens=False) or [""]
        self.line()
        for line in wrapped[:-1]:
            self.line(f"{mark * 2} {line}", "accent")
        last = f"{mark * 2} {wrapped[-1]} "
        self.line(last + mark * max(2, width - len(last)), "accent")

    def ask(self, mark: str) -> None:
        """The mark after which a line is typed."""
        print(mark, end="", file=self._out, flush=True)

    def flush(self) -> None:
        self._out.flush()
