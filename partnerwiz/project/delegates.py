"""The posts through which an organisation is represented: one leaves, another comes, and the
organisation stays committed.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from partnerwiz.method.kinds import ROWED
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import counts
from partnerwiz.project.model import TOGETHER, Project

DELEGATES = "delegates"
"""the question of step 7 that says who represents an organisation, one line each"""
POST = "post"


class Mention(NamedTuple):
    """A text said together that names a post."""

    question: Question
    row: str = ""
    column: Question | None = None
    text: str = ""


def posts(project: Project, method: Method, organisation: str) -> dict[str, str]:
    """The posts of its delegates, by the key of their line."""
    question = method.questions.get(DELEGATES)
    value = project.value(question, organisation) if question else None
    rows = value.items() if isinstance(value, Mapping) else ()
    return {key: str(row[POST]) for key, row in rows if row.get(POST)}


def with_post(
    project: Project, method: Method, organisation: str, row: str, cells: Mapping[str, str]
) -> Project:
    """With that line of its delegates changed, or added. A line whose cells are all empty goes."""
    question = method.questions[DELEGATES]
    value = project.value(question, organisation)
    table: dict[str, Any] = dict(value) if isinstance(value, Mapping) else {}
    changed = {**table.get(row, {}), **cells}
    table[row] = {key: cell for key, cell in changed.items() if cell}
    if not table[row]:
        del table[row]
    return project.with_value(question, organisation, table)


def new_row(project: Project, method: Method, organisation: str) -> str:
    """A key that no line of its delegates has."""
    taken = project.value(method.questions[DELEGATES], organisation) or {}
    return next(f"r{number}" for number in range(1, len(taken) + 2) if f"r{number}" not in taken)


def mentions(project: Project, method: Method, post: str) -> Iterator[Mention]:
    """Where what was said together names the post, in its own words."""
    wanted = post.casefold()
    for question in method:
        if question.by != "together" or not counts(question, project, TOGETHER, method):
            continue
        value = project.value(question, TOGETHER)
        words = value if isinstance(value, str) and question.kind in ("text", "long-text") else ""
        if wanted in words.casefold():
            yield Mention(question, text=words)
        for row, cells in value.items() if isinstance(value, Mapping) else ():
            if question.kind not in ROWED:
                continue
            if isinstance(cells, str) and wanted in cells.casefold():
                yield Mention(question, row, text=cells)
            for column in question.columns if isinstance(cells, Mapping) else ():
                cell = cells.get(column.id)
                if column.kind == "text" and isinstance(cell, str) and wanted in cell.casefold():
                    yield Mention(question, row, column, cell)


def reworded(project: Project, mention: Mention, text: str) -> Project:
    """With another text in that place."""
    question, row, column, _ = mention
    value = project.value(question, TOGETHER)
    changed: Any = text
    if isinstance(value, Mapping) and row:
        changed = {**value, row: {**value[row], column.id: text} if column else text}
    return project.with_value(question, TOGETHER, changed)


def with_name_changed(text: str, former: str, new: str) -> str:
    """The text with one post in the place of another, beginning as small as it did. A draft: the
    words around it are for a person to make agree.
    """
    import re

    def put(found: re.Match[str]) -> str:
        small = found[0][:1].islower() and not new[:2].isupper()
        return new[:1].lower() + new[1:] if small else new

    return re.sub(re.escape(former), put, text, flags=re.IGNORECASE)
