"""A document as Markdown: CommonMark and tables. Any text comes out as that text and no more."""

import re
from collections.abc import Iterable

from partnerwiz.documents.tree import (
    Blank,
    Block,
    Break,
    Container,
    Document,
    Emphasis,
    Gap,
    Heading,
    Inline,
    Inlines,
    Items,
    Lines,
    Paragraph,
    Rule,
    Strong,
    Table,
    Text,
)

_SIGNS = re.compile(r"[\\`*_\[\]{}<|~$#^]|&(?=[#A-Za-z])")
"""Signs that can mean something anywhere in a line."""
_AT_START = re.compile(r"([-+=>:%]|[0-9]{1,9}(?=[.)]))")
"""Signs that mean something at the start of a line: lists, rules, quotations, `:::`."""
_EDGE = re.compile(r"^\s+|\s+$")
_NO_LINE = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]")

_HAND = "…" * 12
_LINE_BY_HAND = "…" * 40
_NEW_LINE = "\\\n"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write(document: Document) -> str:
    return _Writer(document).blocks(document.blocks) + "\n"


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document

    def blocks(self, blocks: Iterable[Block]) -> str:
        written: list[str] = []
        bullet = ""
        for block in blocks:
            # two lists in a row would be read as one if they had the same bullet
            bullet = ("*" if bullet == "-" else "-") if isinstance(block, Items) else ""
            text = self._block(block, bullet)
            if text:
                written.append(text)
        return "\n\n".join(written)

    def _block(self, block: Block, bullet: str) -> str:
        match block:
            case Paragraph():
                return self._lines(block.inlines)
            case Heading():
                return f"{'#' * block.level} {self._one_line(block.inlines, ' ')}"
            case Items():
                return self._items(block, bullet)
            case Table():
                return self._table(block)
            case Container(kind="box" | "draft"):
                text = self.blocks(block.blocks)
                return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
            case Container():
                return self.blocks(block.blocks)
            case Lines():
                return _NEW_LINE.join([_LINE_BY_HAND] * block.count)
            case Rule():
                return "---"

    def _items(self, block: Items, bullet: str) -> str:
        written = []
        for place, item in enumerate(block.items):
            mark = bullet if block.start is None else f"{block.start + place}."
            indent = " " * (len(mark) + 1)
            first, *others = self.blocks(item).split("\n")
            lines = [f"{mark} {first}", *(f"{indent}{line}".rstrip() for line in others)]
            written.append("\n".join(lines))
        loose = any(len(item) > 1 for item in block.items)
        return ("\n\n" if loose else "\n").join(written)

    def _table(self, block: Table) -> str:
        rows = [block.header, *block.rows]
        lines = [
            "| " + " | ".join(self._one_line(cell, " / ") for cell in row) + " |" for row in rows
        ]
        lines.insert(1, "|" + " --- |" * len(block.header))
        return "\n".join(lines)

    def _lines(self, inlines: Inlines) -> str:
        lines = self._inlines(inlines).split(_NEW_LINE)
        return _NEW_LINE.join(
            _AT_START.sub(_escape_start, line, count=1) if _AT_START.match(line) else line
            for line in lines
        )

    def _one_line(self, inlines: Inlines, between: str) -> str:
        return self._inlines(inlines).replace(_NEW_LINE, between)

    def _inlines(self, inlines: Inlines) -> str:
        lines: list[list[Inline]] = [[]]
        for inline in inlines:
            if isinstance(inline, Break):
                lines.append([])
            else:
                lines[-1].append(inline)
        return _NEW_LINE.join(_edges("".join(map(self._inline, line))) for line in lines)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return escape(inline.text)
            case Strong():
                inlines = tuple(map(self._within_strong, inline.inlines))
                return f"**{self._inlines(inlines)}**" if inlines else ""
            case Emphasis():
                return f"*{self._inlines(inline.inlines)}*" if inline.inlines else ""
            case Gap():
                return f"**{escape(inline.mark)}**{self._number(inline)}"
            case Blank():
                return _LINE_BY_HAND if inline.long else _HAND
            case Break():
                return _NEW_LINE

    def _within_strong(self, inline: Inline) -> Inline:
        """What is bold already: the mark of a gap brings no stars of its own."""
        if not isinstance(inline, Gap):
            return inline
        return Text(inline.mark + self._number(inline))

    def _number(self, gap: Gap) -> str:
        return str(self._document.number(gap)).translate(_SUPERSCRIPT)


def escape(text: str) -> str:
    """A text whose signs mean nothing, wherever in a line it stands but at its start."""
    text = _UNSPEAKABLE.sub("\ufffd", _NO_LINE.sub(" ", text))
    return _SIGNS.sub(lambda found: "\\" + found[0], text)


def _escape_start(found: re.Match[str]) -> str:
    """`- x` → `\\- x`, `1. x` → `1\\. x`."""
    sign = found[0]
    return f"{sign}\\" if sign[0].isdigit() else f"\\{sign}"


def _edges(line: str) -> str:
    """Space at either end of a line would be lost, or mean code or a new line."""
    return _EDGE.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), line)
