"""The kinds of questions: what a good answer is. One definition, for prompt, command and file.

Every value is text, or a list or a mapping of texts, exactly as it stands in the project file:
`yes`, `12.5`, `2026-03`. What reads a value knows its kind; nothing is guessed from its look.
"""

import datetime
import os
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from partnerwiz.method.model import Question
from partnerwiz.words import say, unseen

Value = str | list[Any] | dict[str, Any]
"""text · choices, organisations: list of texts · list: row key → text · table: row key →
column → value. A choice `other` is {"other": its words}."""

KINDS = (
    "text",
    "long-text",
    "number",
    "money",
    "date",
    "yes-no",
    "choice",
    "choices",
    "list",
    "table",
    "organisation",
    "organisations",
    "row",
)
MANY = ("choices", "organisations")
ROWED = ("list", "table")
MOST_SHOWN = 40
"""characters of a refused answer that its refusal repeats"""
OTHER = "other"

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(\D|$))")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
_IN_WORDS = re.compile(r"(?:([0-9]{1,2})(?:er|st|nd|rd|th)?\s+)?([^\W\d_]+)\s+([0-9]{4})")
_MONTHS = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}
_YES = {"yes", "oui", "o", "y", "vrai", "true"}
_NO = {"no", "non", "n", "faux", "false"}


class Refused(Exception):
    """This is no answer to that question. Knows why by its key, and no language."""

    def __init__(self, why: str, /, **values: Any) -> None:
        super().__init__(why)
        self.why = why
        self.values = values

    def say(self, language: str) -> str:
        values = {
            name: value[:MOST_SHOWN] if isinstance(value, str) and name == "text" else value
            for name, value in self.values.items()
        }
        return say(self.why, language, **values)


def _no_rows(question: str) -> Collection[str]:  # noqa: ARG001
    return ()


class Known(NamedTuple):
    """What a project knows, for answers that name something in it."""

    organisations: Collection[str] = ()
    rows: Callable[[str], Collection[str]] = _no_rows
    """the row keys of an answer, by question id"""


def check(question: Question, raw: Any, known: Known | None = None) -> Value:
    """`raw` as it will be kept. Raises `Refused`.

    An optional question may be left empty (""); others may not.
    """
    if raw in ("", [], {}) and isinstance(raw, (str, list, dict)):
        if question.optional:
            return ""
        raise Refused("nothing-given")
    value = _CHECKS[question.kind](question, raw, known or Known())
    if not value and not question.optional:
        raise Refused("nothing-given")
    return value


def fixed_rows(question: Question) -> Mapping[str, Any] | None:
    """The rows written in the step file, if they are."""
    return question.rows if isinstance(question.rows, Mapping) else None


def new_key(taken: Collection[str]) -> str:
    """A short permanent key for a row: random, so that a removed row's is never met again."""
    alphabet = "bcdfghjkmnpqrstvwxz23456789"
    while True:
        key = "".join(alphabet[byte % len(alphabet)] for byte in os.urandom(4))
        if key not in taken:
            return key


def identifier(name: str, taken: Collection[str]) -> str:
    """A permanent id from a name: « L’Escale » → `lescale`. Numbered if taken."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"[^a-z0-9]+", "-", bare.replace("'", "")).strip("-")[:24].strip("-") or "org"
    candidate, number = bare, 2
    while candidate in taken or candidate == "animation":
        candidate, number = f"{bare}-{number}", number + 1
    return candidate


def is_key(text: str) -> bool:
    return bool(_KEY.fullmatch(text))


def words_of(question: Question, option: Any) -> Any:
    """How an option reads: its text by language, or the person's own words for `other`."""
    if isinstance(option, dict):
        return option[OTHER]
    return question.options.get(option, option)


def _string(raw: Any) -> str:
    if not isinstance(raw, str):
        raise Refused("not-text")
    if not raw.strip():
        raise Refused("nothing-given")
    hidden = unseen(raw)
    if hidden:
        raise Refused("unseen-character", code=f"U+{ord(hidden):04X}")
    return raw


def _text(_question: Question, raw: Any, _known: Known) -> Value:
    text = _string(raw)
    if "\n" in text:
        raise Refused("several-lines")
    return text


def _long_text(_question: Question, raw: Any, _known: Known) -> Value:
    return _string(raw)


def _number(_question: Question, raw: Any, _known: Known) -> Value:
    text = _string(raw).strip()
    bare = _GROUPED.sub("", text).removesuffix("€").removeprefix("£").strip()
    if re.fullmatch(r"[+-]?\d{1,3}[.,]\d{3}", bare):
        raise Refused("ambiguous-number", text=text, plain=re.sub("[.,]", "", bare))
    if not _NUMBER.fullmatch(bare):
        raise Refused("not-a-number", text=text)
    return bare.replace(",", ".").removeprefix("+")


def _date(_question: Question, raw: Any, _known: Known) -> Value:
    text = _string(raw).strip()
    if found := _ISO.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif (found := _IN_WORDS.fullmatch(text.lower())) and found[2] in _MONTHS:
        day, month, year = found[1], str(_MONTHS[found[2]]), found[3]
    else:
        raise Refused("not-a-date", text=text)
    try:
        date = datetime.date(int(year), int(month), int(day or 1)).isoformat()
    except ValueError:
        raise Refused("not-a-date", text=text) from None
    return date if day else date[: len("2026-03")]


def _yes_no(_question: Question, raw: Any, _known: Known) -> Value:
    text = _string(raw).strip().lower()
    if text in _YES:
        return "yes"
    if text in _NO:
        return "no"
    raise Refused("not-yes-no", text=text)


def _choice(question: Question, raw: Any, _known: Known) -> Value:
    if isinstance(raw, dict):
        if set(raw) != {OTHER} or OTHER not in question.options:
            raise Refused("no-such-option", text="…", allowed=_options(question))
        return {OTHER: _string(raw[OTHER])}
    text = _string(raw)
    if text not in question.options:
        raise Refused("no-such-option", text=text, allowed=_options(question))
    if text == OTHER:
        raise Refused("other-needs-words")
    return text


def _options(question: Question) -> str:
    return ", ".join(question.options)


def _choices(question: Question, raw: Any, known: Known) -> Value:
    if isinstance(raw, str):
        raw = [part.strip() for part in raw.split(",")]
    if not isinstance(raw, list):
        raise Refused("not-a-list")
    checked = [_choice(question, one, known) for one in raw]
    if any(one in checked[:at] for at, one in enumerate(checked)):
        raise Refused("chosen-twice")
    return checked


def _organisation(question: Question, raw: Any, known: Known) -> Value:
    if isinstance(raw, dict) and set(raw) == {OTHER} and question.private:
        return {OTHER: _string(raw[OTHER])}  # named in private: known to nobody else yet
    text = _string(raw)
    if text not in known.organisations:
        allowed = ", ".join(known.organisations)
        raise Refused("no-such-organisation-here", text=text, allowed=allowed)
    return text


def _organisations(question: Question, raw: Any, known: Known) -> Value:
    if isinstance(raw, str):
        raw = [part.strip() for part in raw.split(",")]
    if not isinstance(raw, list):
        raise Refused("not-a-list")
    checked = [_organisation(question, one, known) for one in raw]
    return [one for at, one in enumerate(checked) if one not in checked[:at]]


def _row(question: Question, raw: Any, known: Known) -> Value:
    text = _string(raw)
    allowed = known.rows(question.of or "")
    if text not in allowed:
        raise Refused("no-such-row", text=text, allowed=", ".join(allowed))
    return text


def _rows(question: Question, raw: Any, known: Known) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise Refused("not-rows-given")
    allowed = row_keys(question, known)
    for key in raw:
        if not is_key(key):
            raise Refused("bad-row-key", text=key)
        if allowed is not None and key not in allowed:
            raise Refused("no-such-row", text=key, allowed=", ".join(allowed))
    if allowed is not None:  # lines that are given keep the order they are given in
        return {key: raw[key] for key in allowed if key in raw}
    return raw


def row_keys(question: Question, known: Known) -> Collection[str] | None:
    """The rows a table must have, or None where they are free."""
    if question.rows is None:
        return None
    if isinstance(question.rows, str):
        return known.rows(question.rows)
    return list(question.rows)


def _by_place(rows: list[Any]) -> dict[str, Any]:
    """Keys for rows that were given none: by place, so that two readings of a file agree."""
    return {f"r{number}": row for number, row in enumerate(rows, start=1)}


def _list(question: Question, raw: Any, known: Known) -> Value:
    if isinstance(raw, str):
        raw = [line.strip() for line in raw.splitlines() if line.strip()]
    if isinstance(raw, list):
        raw = _by_place(raw)
    return {key: _text(question, line, known) for key, line in _rows(question, raw, known).items()}


def _table(question: Question, raw: Any, known: Known) -> Value:
    if isinstance(raw, list):
        raw = _by_place(raw)
    table: dict[str, Any] = {}
    for key, row in _rows(question, raw, known).items():
        if not isinstance(row, dict):
            raise Refused("not-a-row", text=key)
        known_columns = [column.id for column in question.columns]
        for column_id in row:
            if column_id not in known_columns:
                allowed = ", ".join(known_columns)
                raise Refused("no-such-column", text=column_id, allowed=allowed)
        table[key] = {}
        for column in question.columns:
            if column.id not in row or row[column.id] == "":
                continue  # a cell not filled yet is no mistake; `missing_cells` tells it
            try:
                cell = check(column, row[column.id], known)
            except Refused as refused:
                raise Refused(
                    "in-cell", row=key, column=column.label, because=_Said(refused)
                ) from None
            if cell:  # empty, as a column that may be: no cell
                table[key][column.id] = cell
    return table


class _Said(dict[str, str]):
    """A refusal as a text in both languages, to stand inside another sentence."""

    def __init__(self, refused: Refused) -> None:
        super().__init__({language: refused.say(language) for language in ("fr", "en")})


def missing_cells(question: Question, value: Value) -> list[tuple[str, Question]]:
    """Required cells still empty: row key and column."""
    if question.kind != "table" or not isinstance(value, dict):
        return []
    return [
        (key, column)
        for key, row in value.items()
        for column in asked_columns(question, row)
        if not column.optional and not row.get(column.id)
    ]


def asked_columns(question: Question, row: Mapping[str, Any]) -> list[Question]:
    """The columns called for in this row: a column's `when` looks at the cells before it."""
    return [
        column
        for column in question.columns
        if all(holds(condition.values, row.get(condition.question)) for condition in column.when)
    ]


def holds(wanted: Collection[str], value: Any) -> bool:
    """Whether an answer (None: none yet) has one of the values a condition wants."""
    if value in (None, "", [], {}):
        return "empty" in wanted
    if "any" in wanted:
        return True
    given = value if isinstance(value, list) else [value]
    return any((OTHER if isinstance(one, dict) else one) in wanted for one in given)


_CHECKS: dict[str, Callable[[Question, Any, Known], Value]] = {
    "text": _text,
    "long-text": _long_text,
    "number": _number,
    "money": _number,
    "date": _date,
    "yes-no": _yes_no,
    "choice": _choice,
    "choices": _choices,
    "list": _list,
    "table": _table,
    "organisation": _organisation,
    "organisations": _organisations,
    "row": _row,
}
