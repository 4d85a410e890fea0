"""The fields of the kit, as HTML: one form for each kind of question. `kit.js` reads them by their
`data-field`, and adds or removes rows.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from partnerwiz.documents.html import escaped
from partnerwiz.documents.kit import Kit
from partnerwiz.documents.tree import plain
from partnerwiz.documents.values import Setting
from partnerwiz.method.kinds import MANY, OTHER, ROWED
from partnerwiz.method.model import Condition, Question
from partnerwiz.words import Text, say, typeset

SINGLE = ("text", "long-text", "number", "money", "date")
"""Kinds answered in one field, which the question itself labels."""
_FRESH = {"list": 3, "table": 1}
"""rows to begin with, where there is none yet"""
_WIDE, _PARAGRAPH = 36, 4
"""characters on a line of a phone; lines of a paragraph to begin with"""
_ROW = "__row__"
"""in the blank row, where the key of a new one will stand"""


class Fields(NamedTuple):
    """The project of the kit holds nothing private."""

    kit: Kit

    def field(self, question: Question, value: Any, at: str, described: str = "") -> str:
        """The field of a question, with its present answer. `at`: the id of what is typed in;
        `described`: those of what explains it.
        """
        if question.kind in SINGLE:
            return self._typed(question, value, at, described)
        if question.kind in ROWED:
            return self._rows(question, value if isinstance(value, dict) else {}, at)
        if question.kind in MANY:
            return self._ticks(question, value if isinstance(value, list) else [], at, "checkbox")
        return self._ticks(question, [value], at, "radio")

    def choices(self, question: Question) -> list[tuple[str, str]]:
        """What may be chosen: the value and its words."""
        project, language = self.kit.project, self.kit.language
        match question.kind:
            case "yes-no":
                return [(one, say(f"doc-{one}", language)) for one in ("yes", "no")]
            case "organisation" | "organisations":
                found = [(one.id, one.name) for one in project.organisations.values()]
                other = [(OTHER, say("someone-else", language))]
                return found + other if question.private else found
            case "row":
                rows = project.rows(
                    question.of or "", self.kit.organisation.id, self.kit.method.questions
                )
                return list(rows.items())
            case _:
                return [(key, self.fixed(text)) for key, text in question.options.items()]

    def fixed(self, text: Text) -> str:
        return typeset(text[self.kit.language], self.kit.language)

    def say(self, key: str, **values: object) -> str:
        return escaped(say(key, self.kit.language, **values))

    def line(self, at: str, label: str, value: str, name: str) -> str:
        """A line of ours, read by `name`: who, by when, in which words."""
        date, hint = "", ""
        if name == "by":
            value, date = _day_first(value), f' data-field="date" aria-describedby="{at}-hint"'
            hint = f'<span class="hint" id="{at}-hint">{self.say("kit-date-hint")}</span>'
        return (
            f'<div class="cell {name}"><label for="{at}">{self.say(label)}</label>'
            f'<input type="text" id="{at}" data-{name} value="{escaped(value)}"{date}>{hint}</div>'
        )

    def _typed(self, question: Question, value: Any, at: str, described: str) -> str:
        text, kind, after, mode = value if isinstance(value, str) else "", "text", "", ""
        match question.kind:
            case "text" | "long-text":
                return area(at, text, described, one_line=question.kind == "text")
            case "number" | "money":
                unit = self.fixed(question.unit) if question.unit else ""
                unit = "€" if question.kind == "money" else unit
                after = f'<span class="unit" id="{at}-unit">{escaped(unit)}</span>' if unit else ""
                mode = ' inputmode="decimal" class="short"'
                described = f"{described} {at}-unit".strip() if unit else described
            case "date":
                kind, text, mode = "date", _day_first(text), ' class="short"'
                after = f'<span class="hint" id="{at}-hint">{self.say("kit-date-hint")}</span>'
                described = f"{described} {at}-hint".strip()
        told = f' aria-describedby="{described}"' if described else ""
        return (
            f'<input type="text" id="{at}" value="{escaped(text)}" data-field="{kind}"{mode}{told}>'
            f" {after}"
        )

    def _ticks(self, question: Question, chosen: Sequence[Any], at: str, tick: str) -> str:
        """Options to choose among, one or several."""
        keys = [OTHER if isinstance(one, dict) else one for one in chosen]
        lines = []
        for name, words in self.choices(question):
            key = escaped(name)
            checked = " checked" if name in keys else ""
            other = self._other(chosen, f"{at}.{key}.words") if name == OTHER else ""
            lines.append(
                f'<div><label><input type="{tick}" name="{at}" id="{at}.{key}" value="{key}"{checked}>'
                f" {escaped(words)}</label>{other}</div>"
            )
        if not lines:
            lines = [f"<p>{self.say('none-to-choose')}</p>"]
        field = "one" if tick == "radio" else "many"
        clear = self.unchoose() if tick == "radio" else ""
        return f'<div class="ticks" data-field="{field}">{"".join(lines)}{clear}</div>'

    def unchoose(self) -> str:
        """A radio button once chosen could not be let go of by itself."""
        return f'<button type="button" class="small script" data-unchoose>{self.say("kit-unchoose")}</button>'

    def _other(self, chosen: Sequence[Any], at: str) -> str:
        words = next((one[OTHER] for one in chosen if isinstance(one, dict) and OTHER in one), "")
        label = self.say("kit-other-words")
        return (
            f' <label class="other">{label} '
            f'<input type="text" id="{at}" data-words value="{escaped(str(words))}"></label>'
        )

    # rows

    def _rows(self, question: Question, value: Mapping[str, Any], at: str) -> str:
        setting = Setting(
            self.kit.project, self.kit.method, self.kit.language, self.kit.organisation.id
        )
        names = {key: plain(name) for key, name in setting.row_names(question).items()}
        if question.rows is not None:
            rows = [self._row(question, value.get(key), at, key, names[key]) for key in names]
            return f'<div id="{at}" data-field="{question.kind}">{"".join(rows)}</div>'
        fresh = 0 if value else _FRESH[question.kind]
        rows = [self._row(question, row, at, key) for key, row in value.items()]
        # seen where the page cannot be filled in; `kit.js` puts rows with keys in their place
        rows += [self._row(question, None, at, f"{_ROW}{one}") for one in range(fresh)]
        about = self.say("kit-about", label=question.label)
        return (
            f'<div id="{at}" data-field="{question.kind}" data-fresh="{fresh}">'
            f'<div class="rows">{"".join(rows)}</div>'
            f"<template>{self._row(question, None, at, _ROW)}</template>"
            f'<button type="button" class="script" data-add>{self.say("kit-add")}'
            f'<span class="unseen"> {about}</span></button></div>'
        )

    def _row(self, question: Question, row: Any, at: str, key: str, name: str | None = None) -> str:
        """One line: of a list, a field; of a table, a field for each column. Lines that were not
        given may be removed.
        """
        key = escaped(key)
        number = f"{self.say('kit-row')} <span data-number></span>"
        title, remove = (number, self._remove()) if name is None else (escaped(name), "")
        if question.kind == "list":
            line = area(f"{at}.{key}", row if isinstance(row, str) else "")
            unseen = ' class="unseen"' if name is None else ""
            return (
                f'<div class="line" data-row="{key}"><label for="{at}.{key}"{unseen}>{title}</label>'
                f"{line}{remove}</div>"
            )
        cells = row if isinstance(row, dict) else {}
        written = "".join(
            self._cell(one, cells.get(one.id), f"{at}.{key}.{one.id}") for one in question.columns
        )
        return (
            f'<fieldset class="row" data-row="{key}"><legend>{title}</legend>'
            f"{written}{remove}</fieldset>"
        )

    def _remove(self) -> str:
        row = f'<span class="unseen"> {self.say("kit-the-row")} <span data-number></span></span>'
        return (
            '<button type="button" class="small script" data-remove>'
            f"{self.say('kit-remove')}{row}</button>"
        )

    def _cell(self, column: Question, value: Any, at: str) -> str:
        ask = escaped(self.fixed(column.ask))
        if column.optional:
            ask += f' <span class="mark">({self.say("kit-optional")})</span>'
        help_, described = "", ""
        if column.help:
            described = f"{at}-help"
            told = escaped(self.fixed(column.help))
            help_ = f'<span class="hint" id="{described}">{told}</span>'
        head = f'data-column="{column.id}"{conditions(column.when)}'
        if column.kind in MANY:
            inner = self.field(column, value, at)
            return f'<fieldset class="cell" {head}><legend>{ask}</legend>{help_}{inner}</fieldset>'
        one_of = column.kind not in SINGLE
        inner = (
            self._select(column, value, at) if one_of else self.field(column, value, at, described)
        )
        return f'<div class="cell" {head}><label for="{at}">{ask}</label>{help_}{inner}</div>'

    def _select(self, column: Question, value: Any, at: str) -> str:
        """In a row, one choice takes one line."""
        chosen = OTHER if isinstance(value, dict) else value
        options, other = ['<option value="">—</option>'], ""
        for name, words in self.choices(column):
            key = escaped(name)
            selected = " selected" if name == chosen else ""
            options.append(f'<option value="{key}"{selected}>{escaped(words)}</option>')
            other = self._other([value], f"{at}.words") if name == OTHER else other
        return f'<div data-field="one"><select id="{at}">{"".join(options)}</select>{other}</div>'


def area(at: str, text: str, described: str = "", *, one_line: bool = True) -> str:
    """Where a text is written. One line too may be longer than a phone is wide."""
    told = f' aria-describedby="{described}"' if described else ""
    lines = len(text) // _WIDE + 1 + text.count("\n")  # where the browser does not count itself
    kind, least = ("line", 1) if one_line else ("text", _PARAGRAPH)
    # a line break right behind the tag would be lost: there is one to lose
    return (
        f'<textarea id="{at}" rows="{max(lines, least)}" data-field="{kind}"{told}>\n'
        f"{escaped(text)}</textarea>"
    )


def conditions(when: Sequence[Condition]) -> str:
    """As an attribute that `kit.js` reads."""
    if not when:
        return ""
    told = json.dumps([{"of": one.question, "values": one.values} for one in when])
    return f' data-when="{escaped(told)}"'


def _day_first(text: str) -> str:
    """2026-03-31 as people write it: 31/03/2026."""
    parts = text.split("-")
    return "/".join(reversed(parts)) if len(parts) == len("ymd") else text
