"""Answers as lines of text, for the screen."""

from collections.abc import Mapping
from typing import Any

from partnerwiz.method.kinds import MANY, OTHER, Value, asked_columns, words_of
from partnerwiz.method.model import Question
from partnerwiz.project.model import Project, State
from partnerwiz.words import say, typeset


def told(question: Question, value: Value | None, project: Project, language: str) -> list[str]:
    """The lines of an answer; none for an empty one. A row of a table is one line."""
    if value in (None, ""):
        return []
    if question.kind == "list" and isinstance(value, dict):
        return [str(line) for line in value.values()]
    if question.kind == "table" and isinstance(value, dict):
        return [" · ".join(cells(question, row, project, language)) for row in value.values()]
    if question.kind in MANY and isinstance(value, list):
        return [", ".join(one(question, item, project, language) for item in value)]
    return one(question, value, project, language).split("\n")


def cells(question: Question, row: Mapping[str, Any], project: Project, language: str) -> list[str]:
    """One for each column: « … » where a cell is missing, nothing where it is not called for."""
    called = asked_columns(question, row)
    return [
        one(column, row[column.id], project, language)
        if column.id in row
        else "…" * (column in called and not column.optional)
        for column in question.columns
    ]


def one(question: Question, value: Any, project: Project, language: str) -> str:
    """A single value, in words."""
    if isinstance(value, dict):
        return str(value.get(OTHER, ""))
    text = str(value)
    if question.kind == "yes-no" and text in ("yes", "no"):
        return say(text, language)
    if question.kind in ("choice", "choices"):
        words = words_of(question, text)
        return typeset(words[language], language) if isinstance(words, Mapping) else str(words)
    if question.kind in ("organisation", "organisations"):
        found = project.organisations.get(text)
        return found.name if found else text
    if question.kind == "date":
        return date(text, language)
    return text


def date(text: str, language: str) -> str:
    """2026-01-01 → 1er janvier 2026."""
    parts = text.split("-")
    if len(parts) not in (2, 3) or not all(part.isdigit() for part in parts):
        return text
    month = say("months", language).split()[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    day = int(parts[2])
    return f"{'1er' if day == 1 and language == 'fr' else day} {month} {parts[0]}"


def state_in_words(state: State, language: str) -> str:
    """« pas encore connu (la directrice, d’ici au 15 mars 2026) »."""
    words = say(f"stands-{state.name}", language)
    month = len(state.by) == len("2026-03")
    when = date(state.by, language)
    by = say("by-month" if month else "by-day", language, date=when) if when else ""
    if state.who and by:
        return words + say("state-who-by", language, who=state.who, by=by)
    if state.who:
        return words + say("state-who", language, who=state.who)
    if by:
        return words + say("state-by", language, by=by)
    return words
