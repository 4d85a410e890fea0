"""Lists and tables: shown as such, then a line added, changed or removed."""

import contextlib
from collections.abc import Callable, Mapping
from typing import Any

from partnerwiz.method.kinds import asked_columns, new_key
from partnerwiz.method.model import Question
from partnerwiz.terminal.fields import Fields, Item, Pressed, menu_items, yes_no_items
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling
from partnerwiz.words import say, typeset

AskCell = Callable[[Question, Any], Any]
"""A column and its present value → the new one ('' if left empty)."""
Rows = dict[str, Any]

_NARROW = 60


class RowEditor:
    """One list or table being written. Nothing is kept of a line that is left half-way."""

    def __init__(
        self,
        question: Question,
        rows: Mapping[str, Any],
        fields: Fields,
        page: Page,
        telling: Telling,
        ask_cell: AskCell,
    ) -> None:
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

    def step(self) -> tuple[Rows, bool]:
        """One thing done: the lines as they are now, and whether the person says that is all.

        Each step is saved before the next, so that a long table is never lost half-way. Raises
        `Pressed` outside a line.
        """
        if self._fixed is not None and any(key not in self.rows for key in self._fixed):
            self._fill_fixed(self._fixed)
            return self.rows, False
        if self._typing:
            return self._type_line()
        if not self.rows and not self._question.optional and self._fixed is None:
            self._add()
            return self.rows, False
        self.show()
        chosen = self._fields.choose(self._menu())
        if chosen == "done":
            return self.rows, True
        with contextlib.suppress(Pressed):  # this line is left as it was
            {"add": self._add, "change": self._change, "remove": self._remove}[chosen]()
        return self.rows, False

    def _menu(self) -> list[Item]:
        entries = [("done", "rows-done" if self.rows else "rows-none")]
        if self._fixed is None:
            entries.append(("add", "rows-add"))
        if self.rows:
            entries.append(("change", "rows-change"))
        if self.rows and self._fixed is None:
            entries.append(("remove", "rows-remove"))
        return menu_items(self._language, entries)

    def _type_line(self) -> tuple[Rows, bool]:
        """The first lines of a list are typed one under the other, to an empty one."""
        line = self._ask_cell(self._question, "")
        if line:
            self.rows[new_key(self.rows)] = line
        return self.rows, not line

    def _fill_fixed(self, names: Mapping[str, str]) -> None:
        """The next of the given lines that is not written yet."""
        key = next(key for key in names if key not in self.rows)
        self._page.text(names[key], "bold")
        empty: Any = "" if self._question.kind == "list" else {}
        row = self._row(empty)
        self.rows = {
            one: row if one == key else self.rows[one]
            for one in names
            if one == key or one in self.rows
        }

    def _add(self) -> None:
        if self._question.kind == "table":
            self._page.text(say("row-number", self._language, number=len(self.rows) + 1), "bold")
        row = self._row("" if self._question.kind == "list" else {})
        if row:
            self.rows[new_key(self.rows)] = row

    def _row(self, present: Any) -> Any:
        if self._question.kind == "list":
            return self._ask_cell(self._question, present)
        row = dict(present)
        for column in self._question.columns:
            if column not in asked_columns(self._question, row):
                row.pop(column.id, None)
                continue
            self._page.text(typeset(column.ask[self._language], self._language), "bold")
            if column.help:
                self._page.text(typeset(column.help[self._language], self._language), "dim")
            given = self._ask_cell(column, row.get(column.id, ""))
            if given:
                row[column.id] = given
            else:
                row.pop(column.id, None)
        return row

    def _change(self) -> None:
        key = self._which()
        self.rows[key] = self._row(self.rows[key]) or self.rows[key]

    def _remove(self) -> None:
        key = self._which()
        self._page.text(say("rows-sure", self._language, text=self._name(key)))
        sure = yes_no_items(self._language)
        if self._fields.choose(sure, "no") == "yes":
            del self.rows[key]

    def _which(self) -> str:
        if len(self.rows) == 1:
            return next(iter(self.rows))
        self._page.text(say("rows-which", self._language))
        return self._fields.choose([Item(key, self._name(key)) for key in self.rows])

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


def show_table(
    page: Page,
    heads: list[str],
    lines: list[list[str]],
    names: list[str] | None,
    language: str,
) -> None:
    """A table that fits the screen; under 60 columns, or plain, one cell a line."""
    if page.plain or page.width < _NARROW:
        for number, line in enumerate(lines):
            page.text(names[number] if names else f"{number + 1}.", "bold")
            for head, cell in zip(heads, line, strict=True):
                page.text(say("colon", language, before=head, after=cell), indent=4)
        return
    from rich import box  # 45 ms: only where a table is shown
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.ASCII if page.ascii else box.ROUNDED, show_lines=True, header_style="")
    for head in [""] * bool(names) + heads:
        table.add_column(Text(head), overflow="fold")
    for number, line in enumerate(lines):
        shown = [names[number], *line] if names else line
        table.add_row(*(Text(cell) for cell in shown))
    console = Console(
        width=min(page.width - 1, 110), color_system=None, highlight=False, markup=False
    )
    with console.capture() as captured:
        console.print(table)
    for drawn in captured.get().splitlines():
        page.line(drawn)
