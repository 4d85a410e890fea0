"""How values pass through a template without ever being its markup.

Each value waits here, and the template is given a token in its place: two private characters
around a number. Whatever the template does with a token, it comes out as a token or as nothing.
"""

import re
from typing import Any

from markupsafe import Markup

from partnerwiz.documents.tree import Blocks, Inline, Inlines, Paragraph, Text, flat
from partnerwiz.words import typeset

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([0-9]{{1,9}}){_CLOSE}")
_PRIVATE = re.compile(f"[{_OPEN}{_CLOSE}]")
_UNREADABLE = "\ufffd"


class Mistake(Exception):
    """Something a template asks for and cannot have. `key` is a sentence of `words`."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def without_tokens(source: str) -> str:
    """A text that did not come from here, and so may hold no token."""
    return _PRIVATE.sub(_UNREADABLE, source)


class Slots:
    """The values of one document, by number."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._values: list[Blocks] = []

    def put(self, blocks: Blocks) -> Markup:
        """The token of a value. `Markup`: Jinja leaves it as it is."""
        self._values.append(blocks)
        return Markup(f"{_OPEN}{len(self._values) - 1}{_CLOSE}")  # noqa: S704 - a number is no markup

    def line(self, *inlines: Inline) -> Markup:
        return self.put((Paragraph(inlines),))

    def alone(self, text: str) -> Blocks | None:
        """The value of a text that is one token and nothing else: it may be several blocks."""
        found = _TOKEN.fullmatch(text.strip())
        return self._value(found[1]) if found else None

    def inlines(self, text: str) -> Inlines:
        """A template's own text, typeset, with its tokens replaced."""
        inlines: list[Inline] = []
        # split by a pattern with one group: text, number, text, number, … text
        for place, part in enumerate(_TOKEN.split(text)):
            if place % 2:
                inlines.extend(flat(self._value(part), self.language))
            elif part:
                inlines.append(Text(without_tokens(typeset(part, self.language))))
        return tuple(inlines)

    def _value(self, number: str) -> Blocks:
        known = int(number) < len(self._values)
        return self._values[int(number)] if known else (Paragraph((Text(_UNREADABLE),)),)
