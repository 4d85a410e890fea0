"""An answer as it stands in a document: each kind of value as nodes of the tree."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from partnerwiz.documents import figures
from partnerwiz.documents.tree import (
    TABLE,
    Block,
    Blocks,
    Break,
    Inline,
    Inlines,
    Items,
    Paragraph,
    Table,
    Text,
    flat,
    plain,
)
from partnerwiz.method.kinds import MANY, asked_columns, words_of
from partnerwiz.method.model import Method, Question
from partnerwiz.project.model import Project
from partnerwiz.words import say, typeset

_LINE = re.compile(r"\r\n|\r|\n")
_BLANK_LINES = re.compile(r"(?:\r\n|\r|\n)(?:[^\S\r\n]*(?:\r\n|\r|\n))+")

MissingCell = Callable[[Question, Question, str], Inlines]
"""What stands in a required cell left empty, by table, column and name of the row."""
Unconfirmed = Callable[[Question, Question, str, Mapping[str, Any]], Inlines]
"""What stands after the organisations that a line names, by table, column, key and row, as long as
they have not said yes to it.
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where answers are set: what they may name, the document's language, and whose they are."""

    project: Project
    method: Method
    language: str
    voice: str | None = None
    missing: MissingCell | None = None
    unconfirmed: Unconfirmed | None = None

    def said(self, text: str) -> Inlines:
        """A person's words, line by line, otherwise untouched. Their language is the project's."""
        whose = self.voice or TABLE
        inlines: list[Inline] = []
        for line in _LINE.split(text):
            inlines += [Break()] if inlines else []
            inlines.append(Text(line, whose, self.project.language))
        return tuple(inlines)

    def fixed(self, text: Any) -> Inlines:
        """A text of the method in the document's language."""
        return (Text(typeset(text[self.language], self.language)),)

    def blocks(self, question: Question, value: Any) -> Blocks:
        match question.kind:
            case "long-text":
                parts = _BLANK_LINES.split(value.strip("\r\n"))
                return tuple(Paragraph(self.said(part)) for part in parts)
            case "list":
                return (Items(tuple(self._list_items(question, value))),)
            case "table":
                return (self._table(question, value),)
            case kind if kind in MANY:
                found = (self._simple(question, one) for one in value)
                return (Items(tuple((Paragraph(one),) for one in found)),)
            case _:
                return (Paragraph(self._simple(question, value)),)

    def line(self, question: Question, value: Any) -> Inlines:
        return flat(self.blocks(question, value), self.language)

    def cell(self, table: Question, column: Question, key: str, row: Mapping[str, Any]) -> Inlines:
        """What stands in a cell: nothing, if nothing is called for there."""
        if column not in asked_columns(table, row):
            return ()
        if row.get(column.id):
            said = self.line(column, row[column.id])
            return (*said, *(self.unconfirmed(table, column, key, row) if self.unconfirmed else ()))
        if column.optional or self.missing is None:
            return ()
        first = table.columns[0]
        name = self.row_names(table).get(key) or ()
        if not name and row.get(first.id):
            name = self.line(first, row[first.id])
        return self.missing(table, column, plain(name))

    def row_names(self, question: Question) -> dict[str, Inlines]:
        """How rows that were not freely added are named, by key."""
        if isinstance(question.rows, Mapping):
            return {key: self.fixed(text) for key, text in question.rows.items()}
        if question.rows is None:
            return {}
        rows = self.project.rows(question.rows, self.voice, self.method.questions)
        return {key: self.said(name) for key, name in rows.items()}

    def _simple(self, question: Question, value: Any) -> Inlines:
        match question.kind:
            case "date":
                return (Text(figures.date(value, self.language)),)
            case "money":
                return (Text(figures.money(value, self.language)),)
            case "number":
                unit = f"\u00a0{question.unit[self.language]}" if question.unit else ""
                return (Text(figures.number(value, self.language) + unit),)
            case "yes-no":
                return (Text(say(f"doc-{value}", self.language)),)
            case "choice" | "choices":
                words = words_of(question, value)
                return self.said(words) if isinstance(words, str) else self.fixed(words)
            case "organisation" | "organisations":
                known = self.project.organisations.get(value)
                return self.said(known.name if known else value)
            case "row":
                rows = self.project.rows(question.of or "", self.voice, self.method.questions)
                return self.said(rows.get(value, value))
            case _:
                return self.said(value)

    def _list_items(self, question: Question, value: Mapping[str, str]) -> Iterator[Blocks]:
        names = self.row_names(question)
        for key, line in value.items():
            name = names.get(key, ())
            between = (Text(say("doc-colon", self.language)),) if name else ()
            yield (Paragraph((*name, *between, *self.said(line))),)

    def _table(self, question: Question, value: Mapping[str, Mapping[str, Any]]) -> Block:
        """Columns that no row calls for are left out."""
        names = self.row_names(question)
        asked = {one.id for row in value.values() for one in asked_columns(question, row)}
        columns = [one for one in question.columns if one.id in asked]
        rows = []
        for key, row in value.items():
            name = (names.get(key, ()),) if names else ()
            cells = (self.cell(question, column, key, row) for column in columns)
            rows.append((*name, *cells))
        corner: tuple[Inlines, ...] = ((),) if names else ()
        return Table((*corner, *(self.fixed(one.ask) for one in columns)), tuple(rows))
