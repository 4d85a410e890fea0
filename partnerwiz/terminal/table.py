"""A table on the screen, at any width."""

from partnerwiz.terminal.page import Page
from partnerwiz.words import say

_NARROW = 60
_ROOM = 14
"""columns that a cell needs to be read"""


def show_table(
    page: Page,
    heads: list[str],
    lines: list[list[str]],
    names: list[str] | None,
    language: str,
) -> None:
    """A table that fits the screen; plain, or where cells would be too narrow to be read, one
    cell a line.
    """
    columns = len(heads) + bool(names)
    if page.plain or page.width < max(_NARROW, _ROOM * columns):
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
