"""A document as one complete HTML page: its own print style, nothing from elsewhere, no script."""

import html
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
from partnerwiz.words import say

_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_STYLE = """\
@page { size: A4; margin: 11mm 15mm 12mm;
  @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #444; }
%s}
@page :first { @top-center { content: none; } }
* { box-sizing: border-box; }
html { font: 11pt/1.3 "Liberation Serif", Georgia, "Times New Roman", serif; color: #000;
  background: #fff; hyphens: manual; overflow-wrap: break-word; }
body { max-width: 42em; margin: 2em auto; padding: 0 1em; }
h1, h2, h3, th { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; line-height: 1.2;
  text-wrap: balance; }
h1 { font-size: 1.6em; margin: 0 0 .6em; }
h2 { font-size: 1.1em; margin: .7em 0 .2em; }
h3 { font-size: 1em; margin: .9em 0 .3em; }
h1, h2, h3 { break-after: avoid; }
p { margin: 0 0 .25em; orphans: 2; widows: 2; }
ul, ol { margin: 0 0 .3em; padding-left: 1.3em; }
li { margin: 0; }
li > p { margin: 0; }
table { border-collapse: collapse; width: 100%%; margin: .3em 0 .6em; font-size: .95em; line-height: 1.2; }
th, td { border: .5pt solid #777; padding: .2em .5em; text-align: left; vertical-align: top; }
thead th { background: #eee; font-size: 1em; }
thead { display: table-header-group; }
tr, .box, .signature, .together { break-inside: avoid; }
p:has(+ ul), p:has(+ .signature) { break-after: avoid; }
.box { border: 1.2pt solid #000; padding: .6em .8em .3em; margin: 0 0 1em; }
.box p { display: flow-root; padding-left: 11em; }
.box p > strong:first-child { float: left; width: 11.5em; margin-left: -12.1em; padding-top: .1em;
  font: bold .9em/1.3 "Liberation Sans", Arial, Helvetica, sans-serif; }
.signature { border-top: .8pt solid #000; padding: .4em 0 3.6em; margin: 0 0 .6em; }
.signature .blank { width: 60%%; }
.blank { display: inline-block; min-width: 8em; border-bottom: .5pt dotted #000; height: 1.5em; }
.draft { border: 1pt dashed #000; padding: .3em .8em; margin: 0 0 1em; text-align: center;
  font-family: "Liberation Sans", Arial, Helvetica, sans-serif; font-size: 10pt; }
.draft p { margin: 0; }
mark { background: #fff2b0; color: #000; font-weight: bold; font-size: .92em;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
sup { font-size: .7em; line-height: 0; }
.gaps { break-before: page; }
hr { border: 0; border-top: .5pt solid #777; margin: .8em 0 .4em; break-before: avoid; break-after: avoid; }
hr + p { font-size: .85em; }
@media print {
  html { font-size: 10pt; line-height: 1.21; }
  body { max-width: none; margin: 0; padding: 0 1pt; }
  .signature { display: inline-block; width: 48%%; margin-right: 1.5%%; vertical-align: top; }
}
"""

_STYLE_BY_HAND = """\
.question { break-inside: avoid; margin: 0 0 1.1em; }
.question:has(.together) { break-inside: auto; }
.question > p { break-after: avoid; break-inside: avoid; }
.question > p > em { font-style: normal; font-size: .9em; color: #333; }
.question .together { border: .5pt solid #777; padding: .3em .7em .5em; margin: .4em 0 .6em; }
.lines > div { height: 8mm; border-bottom: .5pt solid #999; }
.question .blank { border-bottom: .5pt solid #999; height: 1.8em; }
.blank.long { width: 100%; height: 1.9em; border-bottom: .5pt solid #999; }
p:has(> .long), .options li:has(.long) { display: flex; align-items: baseline; gap: .4em; }
:is(p, li) > .long { flex: 1; }
.options ul { list-style: none; padding-left: 0; columns: 2; column-gap: 2em; }
.options li { padding-left: 1.5em; text-indent: -1.5em; break-inside: avoid; line-height: 1.25;
  margin: 0 0 .3em; }
.question table { table-layout: fixed; }
.question td, .question tbody th { height: 12mm; font: inherit; }
.apart { break-before: page; }
.apart > h2 { margin-bottom: .5em; }
.apart > p:has(> .long) { margin-bottom: 1em; }
.page { display: flex; flex-direction: column; height: 272mm; overflow: hidden; font-size: 13pt;
  line-height: 1.25; }
.page > h1 { font-size: 1.5em; margin: 0 0 .15em; }
.page > p { max-height: 4.9em; overflow: hidden; flex: none; margin-bottom: .35em; }
.page > .question { flex: 1 1 0; min-height: 0; overflow: hidden; margin: 0; }
.page > .question > p { margin: 0; }
.page .lines > div { height: 8.5mm; }
"""
"""Only in a document that has places to be filled in by hand: others stay as they are."""

_DRAFT_HEADER = '  @top-center {{ content: "{words}"; font: 9pt sans-serif; color: #444; }}\n'


def write(document: Document) -> str:
    language = _LANGUAGES[document.language]
    header = ""
    if document.draft:
        # our own words, without quotation marks: nobody else's text goes into a style sheet
        words = say("doc-draft", document.language), say("doc-draft-note", document.language)
        header = _DRAFT_HEADER.format(words=" – ".join(words))
    writer = _Writer(document)
    body = writer.blocks(document.blocks)
    style = _STYLE % header + (_STYLE_BY_HAND if writer.by_hand else "")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(document.title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self.by_hand = False
        """whether anything is to be written or ticked on paper"""

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return f"<p>{self._inlines(block.inlines)}</p>"
            case Heading():
                return f"<h{block.level}>{self._inlines(block.inlines)}</h{block.level}>"
            case Items():
                tag = "ul" if block.start is None else "ol"
                start = f' start="{block.start}"' if block.start not in (None, 1) else ""
                items = "\n".join(f"<li>{self._item(item)}</li>" for item in block.items)
                return f"<{tag}{start}>\n{items}\n</{tag}>"
            case Table():
                return self._table(block)
            case Container():
                return f'<section class="{block.kind}">\n{self.blocks(block.blocks)}\n</section>'
            case Lines():
                self.by_hand = True
                return f'<div class="lines">{"<div></div>" * block.count}</div>'
            case Rule():
                return "<hr>"

    def _item(self, blocks: tuple[Block, ...]) -> str:
        match blocks:
            case (Paragraph(inlines),):
                return self._inlines(inlines)
            case _:
                return self.blocks(blocks)

    def _table(self, block: Table) -> str:
        header = "".join(f'<th scope="col">{self._inlines(cell)}</th>' for cell in block.header)
        lines = ["<table>", f"<thead><tr>{header}</tr></thead>", "<tbody>"]
        for name, *cells in block.rows:
            written = "".join(f"<td>{self._inlines(cell)}</td>" for cell in cells)
            lines.append(f'<tr><th scope="row">{self._inlines(name)}</th>{written}</tr>')
        return "\n".join([*lines, "</tbody>", "</table>"])

    def _inlines(self, inlines: Inlines) -> str:
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                text = escaped(inline.text)
                if inline.language in ("", self._document.language):
                    return text
                return f'<span lang="{_LANGUAGES[inline.language]}">{text}</span>'
            case Strong():
                return f"<strong>{self._inlines(inline.inlines)}</strong>"
            case Emphasis():
                return f"<em>{self._inlines(inline.inlines)}</em>"
            case Gap():
                return (
                    f"<mark>{escaped(inline.mark)}</mark><sup>{self._document.number(inline)}</sup>"
                )
            case Blank(long=True):
                self.by_hand = True
                return '<span class="blank long"></span>'
            case Blank():
                return '<span class="blank"></span>'
            case Break():
                return "<br>"


def fragment(blocks: Iterable[Block], language: str) -> str:
    """Blocks alone, for a page that is written otherwise."""
    return _Writer(Document("", language, ())).blocks(blocks)


def escaped(text: str) -> str:
    return html.escape(_UNSPEAKABLE.sub("\ufffd", text))
