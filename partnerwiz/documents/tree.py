"""The tree of a document: what every format is one walk of. Plain data, no format, no markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from partnerwiz.words import say

TABLE = "table"
"""Whose a text is when all said it together; otherwise the id of an organisation."""


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    whose: str = ""
    """Empty: ours, fixed and typeset. Otherwise a person's, and never touched."""
    language: str = ""
    """Of a person's text, where it is known."""


@dataclass(frozen=True, slots=True)
class Strong:
    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A new line in the same paragraph."""


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to be filled in by hand."""

    long: bool = False
    """to the end of the line"""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is still to be settled. Two that are equal are one, met twice."""

    mark: str
    """As it stands in the document: « [À COMPLÉTER : date de fin] »."""
    entry: str
    """As the list at the end tells it: what, whose, at which step."""
    question: str = ""
    organisation: str = ""


Inline = Text | Strong | Emphasis | Break | Blank | Gap
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    """The first number of a numbered list."""


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


Box = Literal[
    "box", "signature", "together", "question", "apart", "page", "options", "draft", "gaps"
]
"""A summary · a block to sign, never split · what stays on one page · a question and the room for
its answer · what starts a page of its own · what fills one page, whatever it holds · boxes to tick · the two the program adds."""


@dataclass(frozen=True, slots=True)
class Container:
    kind: Box
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to write on by hand."""

    count: int


Block = Paragraph | Heading | Items | Table | Container | Rule | Lines
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    language: str
    blocks: Blocks
    gaps: tuple[Gap, ...] = ()
    """Each once, in the order they are met; a gap's number is its place here, from 1."""

    @property
    def draft(self) -> bool:
        return bool(self.gaps)

    def number(self, gap: Gap) -> int:
        return self.gaps.index(gap) + 1


def flat(blocks: Iterable[Block], language: str) -> Inlines:
    """Blocks as one run of text, for where no block can stand: a sentence, a heading, a cell."""
    runs = [run for block in blocks if (run := _flat(block, language))]
    return joined(runs, Break())


def _flat(block: Block, language: str) -> Inlines:
    match block:
        case Paragraph() | Heading():
            return block.inlines
        case Items():
            runs = [flat(item, language) for item in block.items]
            return _enumerated(runs, language)
        case Table():
            rows = [joined(row, Text(", ")) for row in block.rows]
            return joined(rows, Text(say("doc-semicolon", language)))
        case Container():
            return flat(block.blocks, language)
        case Lines():
            return (Blank(),)
        case Rule():
            return ()


def _enumerated(runs: Sequence[Inlines], language: str) -> Inlines:
    """Lines one after the other: parted by a semicolon, unless a line ends as a sentence does."""
    joined: list[Inline] = []
    for run in runs:
        if joined:
            ended = plain(tuple(joined)).rstrip("\u00a0 »”’").endswith((".", "!", "?", "…"))
            joined.append(Text(" " if ended else say("doc-semicolon", language)))
        joined += run
    return tuple(joined)


def joined(runs: Sequence[Inlines], between: Inline) -> Inlines:
    joined: list[Inline] = []
    for run in runs:
        joined += [between, *run] if joined else run
    return tuple(joined)


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Every inline of every block, in reading order."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield from _deep(block.inlines)
            case Items():
                for item in block.items:
                    yield from inlines_of(item)
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from _deep(cell)
            case Container():
                yield from inlines_of(block.blocks)
            case Rule() | Lines():
                pass


def _deep(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, (Strong, Emphasis)):
            yield from _deep(inline.inlines)


def plain(inlines: Inlines) -> str:
    """The words alone."""
    parts = []
    for inline in _deep(inlines):
        match inline:
            case Text():
                parts.append(inline.text)
            case Gap():
                parts.append(inline.mark)
            case Break():
                parts.append(" ")
            case _:
                pass
    return "".join(parts)
