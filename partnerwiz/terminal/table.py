"""A table on the screen, at any width."""

from collections.abc import Sequence

from partnerwiz.terminal.page import Page
from partnerwiz.words import say

_NARROW = 60
_WIDEST = 110
_LONGEST = 18
"""letters; longer words are addresses"""
_HOLD = str.maketrans("\u00a0\u202f", "\ue000\ue001")
_LET_GO = str.maketrans("\ue000\ue001", "\u00a0\u202f")


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
    shown = [[names[number], *line] for number, line in enumerate(lines)] if names else lines
    columns = [""] * bool(names) + heads
    room = min(page.width - 1, _WIDEST)
    needed = sum(_longest([head, *cells]) + 3 for head, *cells in zip(columns, *shown, strict=True))
    if page.plain or page.width < _NARROW or needed + 1 > room:
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
    for head, *cells in zip(columns, *shown, strict=True):
        table.add_column(Text(_held(head)), min_width=_longest([head, *cells]), overflow="fold")
    for row in shown:
        table.add_row(*(Text(_held(cell)) for cell in row))
    console = Console(width=room, color_system=None, highlight=False, markup=False)
    with console.capture() as captured:
        console.print(table)
    for drawn in captured.get().splitlines():
        page.line(drawn.translate(_LET_GO))


def _longest(cells: Sequence[str]) -> int:
    """Columns that the longest word of these needs; what is longer than most is folded."""
    return min(_LONGEST, max((len(word) for cell in cells for word in cell.split(" ")), default=1))


def _held(text: str) -> str:
    """With its no-break spaces as characters at which the library breaks no line."""
    return text.translate(_HOLD)
