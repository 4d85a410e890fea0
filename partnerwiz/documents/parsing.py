"""From the Markdown of a template, its values standing as tokens, to the tree."""

from collections.abc import Iterable, Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.container import container_plugin

from partnerwiz.documents.slots import Mistake, Slots
from partnerwiz.documents.tree import (
    Block,
    Blocks,
    Box,
    Break,
    Container,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Items,
    Paragraph,
    Rule,
    Strong,
    Table,
    Text,
)

CONTAINERS: tuple[Box, ...] = ("box", "signature", "together", "question", "apart", "page")
"""What Markdown has no form for: `::: box` … `:::`"""


def parse(text: str, slots: Slots) -> Blocks:
    return _Reading(slots).blocks(SyntaxTreeNode(_parser().parse(text)).children)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    for name in CONTAINERS:
        parser.use(container_plugin, name)
    return parser


class _Reading:
    def __init__(self, slots: Slots) -> None:
        self._slots = slots

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Blocks:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> Iterator[Block]:
        match node.type:
            case "paragraph":
                yield from self._paragraph(node)
            case "heading":
                yield Heading(int(node.tag[1]), self._line(node))
            case "bullet_list" | "ordered_list":
                found = tuple(self.blocks(item.children) for item in node.children)
                items = tuple(item for item in found if item)
                numbered = node.type == "ordered_list"
                if items:
                    yield Items(items, int(node.attrs.get("start", 1)) if numbered else None)
            case "table":
                header, *rows = [
                    tuple(self._line(cell) for cell in row.children)
                    for part in node.children
                    for row in part.children
                ]
                yield Table(header, tuple(rows))
            case "hr":
                yield Rule()
            case _:
                for name in CONTAINERS:
                    if node.type == f"container_{name}":
                        yield Container(name, self.blocks(node.children))
                        return
                raise Mistake("doc-markup", markup=node.type)

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        alone = self._slots.alone(node.children[0].content)
        if alone is not None:
            yield from alone
        elif inlines := self._line(node):
            yield Paragraph(inlines)

    def _line(self, node: SyntaxTreeNode) -> Inlines:
        return self._inlines(one for child in node.children for one in child.children)

    def _inlines(self, nodes: Iterable[SyntaxTreeNode]) -> Inlines:
        return tuple(inline for node in nodes for inline in self._inline(node))

    def _inline(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        match node.type:
            case "text":
                yield from self._slots.inlines(node.content)
            case "softbreak":
                yield Text(" ")
            case "hardbreak":
                yield Break()
            case "strong":
                yield Strong(self._inlines(node.children))
            case "em":
                yield Emphasis(self._inlines(node.children))
            case _:
                raise Mistake("doc-markup", markup=node.type)
