"""Lists and tables: shown as such, then a line added, changed, moved, doubled or removed."""

from collections.abc import Mapping
from typing import Any

from partnerwiz.method.kinds import asked_columns, new_key
from partnerwiz.method.model import Question
from partnerwiz.terminal.fields import (
    BACK,
    Fields,
    Item,
    Pressed,
    menu_items,
    yes_no_items,
)
from partnerwiz.terminal.line import AskCell, Line
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.table import show_table
from partnerwiz.terminal.told import Telling
from partnerwiz.words import say, typeset

Rows = dict[str, Any]


class RowEditor:
    """One list or table being written. A line that is left half-way is taken up where it was."""

    def __init__(
        self,
        question: Question,
        rows: Mapping[str, Any],
        fields: Fields,
        page: Page,
        telling: Telling,
        ask_cell: AskCell,
        *,
        unsaved: bool = False,
    ) -> None:
        """`unsaved`: whether `rows` stand on no disk yet."""
        self._question = question
        self._fields = fields
        self._page = page
        self._telling = telling
        self._language = telling.language
        self._ask_cell = ask_cell
        self._fixed = fixed = telling.row_names(question)
        """keys and names of the lines, where they are given"""
        # a line whose objective, say, is no longer there cannot be written any more
        self.rows: Rows = {key: row for key, row in rows.items() if fixed is None or key in fixed}
        self._typing = question.kind == "list" and not rows and fixed is None
        self._line: Line | None = None
        self._unsaved = unsaved

    # The line being written, for whoever must keep it or fill it

    @property
    def half(self) -> Any:
        """The line being written, as plain data; None if there is none."""
        return self._line.half if self._line else None

    def take_up(self, half: Any) -> None:
        """Go on with the line that was being written."""
        keys = {"", *self.rows, *(self._fixed or ())}
        if isinstance(half, dict) and str(half.get("key") or "") in keys:
            self._line = Line.taken_up(self._question, half)

    @property
    def writing(self) -> Question | None:
        """The column in whose field one stands; of a list, its question."""
        return self._line.at if self._line else None

    @property
    def text(self) -> str:
        """What one's own editor is opened on: the field one stands in, else the whole list."""
        if self._line is not None and not self._is_new_and_empty(self._line):
            return self._line.text
        return "\n".join(map(str, self.rows.values())) if self._question.kind == "list" else ""

    def fill(self, text: str, *, whole: bool) -> None:
        """Put a text into the field one stands in. Into a list: as its lines, in the place of all
        of them where it is the `whole` list as it was written elsewhere.
        """
        lines = [one.strip() for one in text.splitlines() if one.strip()]
        line = self._line
        in_field = line is not None and not self._is_new_and_empty(line)
        if self._question.kind == "table" or self._fixed is not None or (in_field and line):
            if line is not None:
                line.fill(text)
            return
        if not whole and len(lines) < 2:
            self._line = Line(self._question, "", "")
            self._line.fill(text)
            return
        known = {one: key for key, one in self.rows.items()}
        rows: Rows = {} if whole else dict(self.rows)
        for one in lines:
            key = known.pop(one, None) if whole else None
            rows[key or new_key({*self.rows, *rows})] = one
        self.rows, self._line, self._typing, self._unsaved = rows, None, False, True

    def _is_new_and_empty(self, line: Line) -> bool:
        return self._question.kind == "list" and not line.key and not line.half

    def drop_line(self) -> None:
        """The line being written is given up; what was saved of it before stays."""
        self._line, self._typing = None, False

    # One thing at a time

    def step(self) -> tuple[Rows, bool]:
        """One thing done: the lines as they are now, and whether the person says that is all.

        Each step is saved before the next, so that a long table is never lost half-way. Raises
        `Left`; what was being written waits for the next `step`.
        """
        if self._unsaved:
            self._unsaved = False
            return self.rows, False
        if self._line is None:
            given = self._to_fill()
            if given is not None or self._typing or not (self.rows or self._question.optional):
                self._line = Line(self._question, given or "", self._empty())
        if self._line is not None:
            return self._write(self._line)
        self.show()
        chosen = self._fields.choose(self._menu())
        if chosen == "done":
            return self.rows, True
        try:
            {
                "add": self._add,
                "change": self._change,
                "double": self._double,
                "move": self._move,
                "remove": self._remove,
            }[chosen]()
        except Pressed:  # Escape in a choice of lines closes it
            self._line = None
        return self.rows, False

    def _menu(self) -> list[Item]:
        entries = [("done", "rows-done" if self.rows else "rows-none")]
        free = self._fixed is None
        if free:
            entries.append(("add", "rows-add"))
        if self.rows:
            entries.append(("change", "rows-change"))
        if self.rows and free:
            entries.append(("double", "rows-double"))
        if len(self.rows) > 1 and free:
            entries.append(("move", "rows-move"))
        if self.rows and free:
            entries.append(("remove", "rows-remove"))
        return menu_items(self._language, entries)

    def _to_fill(self) -> str | None:
        """The next of the given lines that is not written yet."""
        return next((key for key in self._fixed or () if key not in self.rows), None)

    def _empty(self) -> Any:
        return "" if self._question.kind == "list" else {}

    def _write(self, line: Line) -> tuple[Rows, bool]:
        if not self._typing:
            name = (self._fixed or {}).get(line.key)
            number = list(self.rows).index(line.key) if line.key in self.rows else len(self.rows)
            told = name or say("row-number", self._language, number=number + 1)
            self._page.text(told, "bold")
        try:
            line.write(self._ask_cell, self._page, self._language)
        except Pressed as pressed:
            # back from the first cell closes the line, where there is something to go back to
            closes = pressed.key == BACK and (self.rows or self._question.optional)
            closes = closes and line.half is None  # what was begun waits where it is
            if not closes or self._typing or self._to_fill() is not None:
                raise
            self._line = None
            return self.rows, False
        self._line = None
        if not line.row and self._typing:
            return self.rows, True  # an empty line ends a list that is typed
        if line.key not in self.rows and line.key in (self._fixed or ()):
            rows = {**self.rows, line.key: line.row}
            self.rows = {key: rows[key] for key in self._fixed or () if key in rows}
        elif line.row:
            self.rows[line.key or new_key(self.rows)] = line.row
        return self.rows, False

    # What is done to a line

    def _add(self) -> None:
        self._line = Line(self._question, "", self._empty())

    def _change(self) -> None:
        key = self._which()
        row = self.rows[key]
        self._line = Line(self._question, key, row, self._which_cell(row))

    def _double(self) -> None:
        """The same line once more, below it, to be changed."""
        key = self._which()
        new, rows = new_key(self.rows), {}
        for one, row in self.rows.items():
            rows[one] = row
            if one == key:
                rows[new] = row
        self.rows = rows
        self._line = Line(self._question, new, self.rows[new], self._which_cell(self.rows[new]))

    def _move(self) -> None:
        key = self._which()
        others = {one: row for one, row in self.rows.items() if one != key}
        self._page.text(say("rows-before", self._language))
        last = Item("", say("rows-at-the-end", self._language))
        items = [*(Item(one, self._name(one)) for one in others), last]
        target = self._fields.choose(items)
        rows: Rows = {}
        for one, row in others.items():
            if one == target:
                rows[key] = self.rows[key]
            rows[one] = row
        rows.setdefault(key, self.rows[key])
        self.rows = rows

    def _remove(self) -> None:
        key = self._which()
        self._page.text(say("rows-sure", self._language, text=self._name(key)))
        self._fields.fresh()
        sure = yes_no_items(self._language)
        if self._fields.choose(sure, "no") == "yes":
            del self.rows[key]

    def _which(self) -> str:
        if len(self.rows) == 1:
            return next(iter(self.rows))
        self._page.text(say("rows-which", self._language))
        items = [Item(key, self._name(key)) for key in self.rows]
        return self._fields.choose(items)

    def _which_cell(self, row: Any) -> str | None:
        """One column of a line, or None for all of them."""
        columns = asked_columns(self._question, row) if isinstance(row, dict) else []
        if len(columns) < 2:
            return None
        self._page.text(say("rows-which-cell", self._language))
        items = []
        for column in columns:
            head = typeset(column.ask[self._language], self._language)
            cell = self._telling.one(column, row[column.id]) if column.id in row else "…"
            told = say("colon", self._language, before=head.rstrip(" ?\u00a0\u202f"), after=cell)
            items.append(Item(column.id, " ".join(told.split("\n"))))
        items.append(Item("", say("rows-whole", self._language)))
        return self._fields.choose(items) or None

    def _name(self, key: str) -> str:
        row = self.rows[key]
        if self._question.kind == "list":
            return str(row)
        if self._fixed and key in self._fixed:
            return self._fixed[key]
        first = self._question.columns[0]
        return self._telling.one(first, row.get(first.id, key))

    def show(self) -> None:
        """The lines so far: a table where there is room for one, else one under the other."""
        if not self.rows:
            return
        if self._question.kind == "list":
            for line in self.rows.values():
                self._page.text(line, indent=4, first="  -")
            return
        heads = [typeset(c.ask[self._language], self._language) for c in self._question.columns]
        lines = [self._telling.cells(self._question, row) for row in self.rows.values()]
        names = [self._name(key) for key in self.rows] if self._fixed else None
        show_table(self._page, heads, lines, names, self._language)
