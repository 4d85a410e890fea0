"""One line of a list or a table, being written: cell after cell, back and forth, left and taken up."""

from collections.abc import Callable
from typing import Any

from partnerwiz.method.kinds import asked_columns
from partnerwiz.method.model import Question
from partnerwiz.terminal.fields import BACK, Left, Pressed
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.value import fits
from partnerwiz.words import typeset

AskCell = Callable[[Question, Any], Any]
"""A column and its present value → the new one ('' if left empty)."""
_END = "."
"""after the last column; no id of one"""


class Line:
    """What is being written. Nothing of it is lost when it is left: `half` says how it stands."""

    def __init__(self, question: Question, key: str, row: Any, only: str | None = None) -> None:
        self.key = key
        """'' for a new line"""
        self.row = row
        """text, or cells by column"""
        self._question = question
        self._only = only
        """the one column to be changed; None: all"""
        self._column = ""
        """where the writing stands"""
        self._typed: dict[str, Any] = {}
        """what stands in a field that was left, by column; '' for the line of a list"""

    @classmethod
    def taken_up(cls, question: Question, half: Any) -> "Line":
        """From what `half` was, perhaps long ago: what no longer fits is left out."""
        row, columns = half.get("row"), [column.id for column in question.columns]
        if question.kind == "table":
            cells = row if isinstance(row, dict) else {}
            row = {key: cell for key, cell in cells.items() if key in columns}
        line = cls(
            question, str(half.get("key") or ""), row or ("" if question.kind == "list" else {})
        )
        line._column = str(half.get("at") or "")
        typed = half.get("typed")
        if isinstance(typed, dict):
            known = (question, *question.columns)
            line._typed = {
                key: one
                for key, one in typed.items()
                for column in known
                if key == _name(column, question) and fits(column, one)
            }
        return line

    @property
    def half(self) -> Any:
        """How it stands, as plain data; None if nothing is written yet."""
        if not (self.row or self._typed):
            return None
        return {"key": self.key, "row": self.row, "at": self._column, "typed": self._typed}

    @property
    def at(self) -> Question:
        """The column in whose field one stands; of a list, the list."""
        return next(
            (one for one in self._question.columns if one.id == self._column), self._question
        )

    @property
    def text(self) -> str:
        """What stands in that field."""
        present = self.row if self._question.kind == "list" else self.row.get(self.at.id, "")
        found = self._typed.get(self._column, present)
        return found if isinstance(found, str) else ""

    def fill(self, text: str) -> None:
        """Put a text into that field."""
        lines = [one.strip() for one in text.splitlines() if one.strip()]
        self._typed[self._column] = text.strip() if self.at.kind == "long-text" else " ".join(lines)

    def write(self, ask_cell: AskCell, page: Page, language: str) -> None:
        """From where the writing stands to the end. Back is to the cell before. Raises `Left`."""
        if self._question.kind == "list":
            self.row = self._cell(self._question, self.row, ask_cell)
            return
        while (column := self._standing()) is not None:
            self._column = column.id
            page.text(typeset(column.ask[language], language), "bold")
            if column.help:
                page.text(typeset(column.help[language], language), "dim")
            try:
                given = self._cell(column, self.row.get(column.id, ""), ask_cell)
            except Pressed as pressed:
                before = self._before()
                if pressed.key != BACK or before is None:
                    raise
                self._column = before
                continue
            self.row = {key: cell for key, cell in self.row.items() if key != column.id}
            if given:
                self.row[column.id] = given
            self._column = self._after(column)
        called = [column.id for column in asked_columns(self._question, self.row)]
        self.row = {key: self.row[key] for key in called if key in self.row}

    def _cell(self, column: Question, present: Any, ask_cell: AskCell) -> Any:
        name = _name(column, self._question)
        try:
            given = ask_cell(column, self._typed.get(name, present))
        except Left as left:
            if left.draft is not None and left.draft != present:
                self._typed[name] = left.draft
            raise
        self._typed.pop(name, None)
        return given

    def _standing(self) -> Question | None:
        columns = asked_columns(self._question, self.row)
        if self._column == _END:
            return None
        if self._column:
            found = next((one for one in columns if one.id == self._column), None)
            return found or next(iter(columns), None)
        return next((one for one in columns if self._only in (None, one.id)), None)

    def _before(self) -> str | None:
        columns = [one.id for one in asked_columns(self._question, self.row)]
        place = columns.index(self._column)
        return columns[place - 1] if place and self._only is None else None

    def _after(self, column: Question) -> str:
        """Where one cell alone is changed, only what it newly calls for comes after it."""
        columns = asked_columns(self._question, self.row)
        after = columns[columns.index(column) + 1 :]
        if self._only is not None:
            after = [one for one in after if not (one.optional or self.row.get(one.id))]
        return after[0].id if after else _END


def _name(column: Question, question: Question) -> str:
    return "" if column is question else column.id
