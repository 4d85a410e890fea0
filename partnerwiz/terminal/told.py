"""Answers as lines of text, for the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from partnerwiz.method.kinds import (
    MANY,
    OTHER,
    ROWED,
    Value,
    asked_columns,
    fixed_rows,
    words_of,
)
from partnerwiz.method.model import Question
from partnerwiz.project.model import Project, State
from partnerwiz.words import Text, say, typeset


@dataclass(frozen=True, slots=True)
class Telling:
    """What a voice said in a project, for a reader of one language."""

    project: Project
    questions: Mapping[str, Question]
    voice: str | None
    language: str

    def lines(self, question: Question, value: Value | None) -> list[str]:
        """The lines of an answer; none for an empty one. A row of a table is one line."""
        if value in (None, ""):
            return []
        if question.kind in ROWED and isinstance(value, dict):
            found = (self._line(question, key, row) for key, row in value.items())
            return [line for line in found if line]
        if question.kind in MANY and isinstance(value, list):
            return [", ".join(self.one(question, item) for item in value)]
        return self.one(question, value).split("\n")

    def _line(self, question: Question, key: str, row: Any) -> str:
        found = self.cells(question, row) if isinstance(row, dict) else [str(row)]
        after = " · ".join(cell for cell in found if cell)
        name = (self.row_names(question) or {}).get(key)
        if not name or not after:
            return after
        return say("colon", self.language, before=name, after=after)

    def row_names(self, question: Question) -> Mapping[str, str] | None:
        """Keys and names of the lines, where they are given; None where they are free."""
        fixed = fixed_rows(question)
        if fixed is not None:
            return {key: self._in_words(text) for key, text in fixed.items()}
        if isinstance(question.rows, str):
            return self.project.rows(question.rows, self.voice, self.questions)
        return None

    def cells(self, question: Question, row: Mapping[str, Any]) -> list[str]:
        """One for each column: « … » where a cell is missing, nothing where none is called for."""
        called = asked_columns(question, row)
        return [
            self.one(column, row[column.id])
            if column.id in row
            else "…" * (column in called and not column.optional)
            for column in question.columns
        ]

    def one(self, question: Question, value: Any) -> str:
        """A single value, in words."""
        if isinstance(value, dict):
            return str(value.get(OTHER, ""))
        if isinstance(value, list):
            return ", ".join(self.one(question, item) for item in value)
        text = str(value)
        match question.kind:
            case "yes-no" if text in ("yes", "no"):
                return say(text, self.language)
            case "choice" | "choices":
                return self._in_words(words_of(question, text))
            case "organisation" | "organisations":
                found = self.project.organisations.get(text)
                return found.name if found else text
            case "row":
                rows = self.project.rows(question.of or "", self.voice, self.questions)
                return rows.get(text, text)
            case "date":
                return date(text, self.language)
            case "number" if question.unit:
                return f"{text} {self._in_words(question.unit)}"
            case _:
                return text

    def _in_words(self, text: Text | str) -> str:
        if isinstance(text, str):
            return text
        return typeset(text[self.language], self.language)


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
