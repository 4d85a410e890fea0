"""The room that a question leaves on paper for an answer by hand: lines, boxes to tick, a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnerwiz.documents.names import with_role
from partnerwiz.documents.tree import (
    Blank,
    Block,
    Blocks,
    Break,
    Container,
    Inlines,
    Items,
    Lines,
    Paragraph,
    Strong,
    Table,
    Text,
    joined,
)
from partnerwiz.documents.values import Setting
from partnerwiz.method.kinds import OTHER
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import ENOUGH
from partnerwiz.project.model import TOGETHER, Project
from partnerwiz.words import say, typeset

_BOX = "☐\u00a0"
_APART = " \u2003"
_EURO = "€"
_YES_NO = ("yes", "no")
_LINES = {"text": 2, "long-text": 5}
_ROWS = 4
"""of a list or a table whose rows are free"""
_CARDS = 3
"""idem, where a row takes as many lines as it has columns"""
_MOST_COLUMNS = 4
"""Of a table on a sheet held upright; what has more is written one row below the other."""


@dataclass(frozen=True, slots=True)
class Room:
    """The project must hold nothing private."""

    project: Project
    method: Method
    language: str
    question: Question

    def blocks(self) -> Blocks:
        question = self.question
        match question.kind:
            case "list":
                return (Items(tuple((Paragraph(line),) for line in self._list()), start=1),)
            case "table" if len(question.columns) > _MOST_COLUMNS:
                return tuple(self._cards())
            case "table":
                return (self._table(),)
            case "text" | "long-text" as kind:
                return (Lines(_LINES[kind]),)
        ticks = self._ticks(question)
        if ticks:
            return (Container("options", (Items(tuple((Paragraph(one),) for one in ticks)),)),)
        return (Paragraph(self._short(question)),)

    def _list(self) -> list[Inlines]:
        line = (Blank(long=True),)
        return [(*name, *self._colon(), *line) for name in self._names()] or [line] * _ROWS

    def _table(self) -> Table:
        names = self._names()
        columns = self.question.columns
        corner: tuple[Inlines, ...] = ((),) if names else ()
        cells = tuple(self._cell(one) for one in columns)
        rows = [((name,) if names else ()) + cells for name in names or [()] * _ROWS]
        return Table((*corner, *(self._head(one) for one in columns)), tuple(rows))

    def _cards(self) -> Iterator[Block]:
        """A row below the other, a line for each column."""
        for place, name in enumerate(self._names() or [()] * _CARDS, start=1):
            title = name or (Text(say("paper-row", self.language, number=place)),)
            lines = [Paragraph((Strong(title),))]
            for column in self.question.columns:
                room = joined(self._ticks(column), Text(_APART)) or self._short(column, long=True)
                lines.append(Paragraph((*self._head(column), *self._colon(), *room)))
            yield Container("together", tuple(lines))

    def _names(self) -> list[Inlines]:
        """Rows that are known already: written in the step, the partners, or an earlier answer
        that all gave together.
        """
        setting = Setting(self.project, self.method, self.language, TOGETHER)
        source = self.question.rows
        if isinstance(source, str) and source != "partners":
            other = self.method.questions[source]
            if other.private or other.by != "together":
                return []
        return list(setting.row_names(self.question).values())

    def _head(self, column: Question) -> Inlines:
        head = column.ask[self.language]
        if column.unit:
            unit = column.unit[self.language]
            head = say("paper-head-with-unit", self.language, column=column.ask, unit=unit)
        if column.kind == "money":
            head = say("paper-head-with-unit", self.language, column=column.ask, unit=_EURO)
        if column.when or column.optional:
            head = say("paper-head-of-some", self.language, column=head)
        return (Text(typeset(head, self.language)),)

    def _cell(self, column: Question) -> Inlines:
        return joined(self._ticks(column), Break())

    def _ticks(self, question: Question) -> list[Inlines]:
        """Boxes, where the answers are known beforehand."""
        if question.kind == "yes-no":
            return [self._tick(say(f"doc-{one}", self.language)) for one in _YES_NO]
        if question.kind in ("choice", "choices"):
            options = ((one, text[self.language]) for one, text in question.options.items())
            return [self._tick(typeset(text, self.language), one) for one, text in options]
        if question.kind in ("organisation", "organisations"):
            return self._partners()
        return []

    def _partners(self) -> list[Inlines]:
        """Where all answer together it is one of them; elsewhere it may be anyone."""
        partners = with_role(self.project, "partner")
        if self.question.by != "together" or len(partners) < ENOUGH:
            return []
        return [(Text(_BOX), Text(one.name, whose=one.id)) for one in partners]

    def _tick(self, words: str, option: str = "") -> Inlines:
        ticked = (Text(_BOX + words),)
        return (*ticked, *self._colon(), Blank(long=True)) if option == OTHER else ticked

    def _short(self, question: Question, *, long: bool = False) -> Inlines:
        """A blank of one line, with what it is counted in."""
        match question.kind:
            case "date":
                return (Blank(), Text(say("paper-date", self.language)))
            case "money" if not long:
                return (Blank(), Text(f"\u00a0{_EURO}"))
            case "number" if question.unit and not long:
                unit = typeset(question.unit[self.language], self.language)
                return (Blank(), Text(f"\u00a0{unit}"))
            case _:
                return (Blank(long=True),)

    def _colon(self) -> Inlines:
        return (Text(say("doc-colon", self.language)),)
