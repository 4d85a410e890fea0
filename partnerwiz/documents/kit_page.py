"""The kit as one HTML page that stands alone: it asks nothing of any network, and says so to the
browser. Readable and printable as it is; `kit.js` makes it give back what was changed.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from partnerwiz.documents import figures
from partnerwiz.documents.html import escaped, fragment
from partnerwiz.documents.kit import Asked, Group, Kit, Said, Shared
from partnerwiz.documents.kit_fields import SINGLE, Fields, conditions
from partnerwiz.documents.names import forms
from partnerwiz.documents.values import Setting
from partnerwiz.method.model import Step
from partnerwiz.project.calling import LEFT_OPEN, SETTLED
from partnerwiz.project.model import POSITIONS
from partnerwiz.words import say

_HERE = Path(__file__).parent
_FILES = ("kit.css", "kit.js", "kit_give.js", "kit_draft.js")
_TOLD_BY_SCRIPT = (
    "answered",
    "emptied",
    "confirmed",
    "stands",
    "stands-printed",
    "cleared",
    "unsaid",
    "wrong-date",
    "no-position",
    "no-reason",
    "nothing-changed",
    "only-private",
    "will-be-sent",
    "not-given",
    "download",
    "then",
    "copy",
    "copied",
    "copy-by-hand",
    "text",
    "private-file",
    "private-count",
    "saved",
    "saved-private",
    "resumed",
    "older-draft",
    "erase-sure",
    "erased",
    "unsaved",
)
"""The sentences that `kit.js` says; what it puts in them stays between braces."""
_PUT_IN = ("label", "text", "file", "count", "on")
_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}


def page(kit: Kit, name: str) -> str:
    """The page. `name`: that of the project's file, for those it gives back."""
    return _Page(kit, Fields(kit)).write(name)


class _Page(NamedTuple):
    kit: Kit
    fields: Fields

    def write(self, name: str) -> str:
        kit = self.kit
        style, *scripts = ((_HERE / one).read_text(encoding="utf-8") for one in _FILES)
        script = "\n".join(scripts)
        policy = (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'"
        )
        asked = "\n".join(self._group(one) for one in kit.groups)
        title = f"{kit.project.title} – {kit.organisation.name}"
        return (
            f'<!DOCTYPE html>\n<html lang="{_LANGUAGES[kit.language]}">\n<head>\n'
            '<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n'
            f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
            f"{self._head()}\n"
            '<div id="draft" class="script"><p id="draft-told" role="status"></p>\n'
            f'<button type="button" class="small" id="take-up">{self._say("kit-take-up")}</button> '
            f'<button type="button" class="small" id="erase">{self._say("kit-erase")}</button></div>\n'
            f'<form id="kit" autocomplete="off" novalidate>\n{asked}\n{self._table()}\n'
            f"{self._give()}\n</form>\n</main>\n"
            f"<footer><p>{self._say('credit')}</p></footer>\n"
            f'<script type="application/json" id="data">{self._data(name)}</script>\n'
            f"<script>{script}</script>\n</body>\n</html>\n"
        )

    def _say(self, key: str, **values: object) -> str:
        return escaped(say(key, self.kit.language, **values))

    def _head(self) -> str:
        kit = self.kit
        private = f"<p>{self._say('kit-private-how')}</p>\n" if kit.asks_private else ""
        to = forms(kit.organisation, kit.language).to
        return (
            f"<header>\n<h1>{escaped(kit.project.title)} <span>{self._say('kit-heading', to=to)}"
            f"</span></h1>\n<p>{self._say('kit-what')}</p>\n"
            f"<p><strong>{self._say('kit-read-by-others')}</strong></p>\n"
            f"<p>{self._say('kit-sends-nothing')}</p>\n{private}</header>\n"
            f'<noscript><p class="notice">{self._say("kit-no-script")}</p></noscript>'
        )

    # the questions

    def _group(self, group: Group) -> str:
        step = group.step
        why = ""
        if group.entry:
            count = max(one.entry for one in self.kit.groups)
            title = self._say("kit-point", number=group.entry, count=count)
        else:
            title = self._title(step)
            why = f'<p class="why">{escaped(self.fields.fixed(step.why))}</p>' if step.why else ""
        asked = "\n".join(self._asked(one) for one in group.asked)
        return f'<section class="group">\n<h2>{title}</h2>\n{why}{asked}\n</section>'

    def _title(self, step: Step) -> str:
        if step.number is None:
            return escaped(self.fields.fixed(step.title))
        return self._say("step-head", number=step.number, title=step.title)

    def _asked(self, asked: Asked) -> str:
        question, fixed = asked.question, self.fields.fixed
        at = f"q-{question.id}"
        single = question.kind in SINGLE
        marks = ""
        if question.private:
            marks += f'<p class="mark private-mark">{self._say("kit-private")}</p>'
        help_ = ""
        if question.help:
            help_ = f'<p class="help" id="{at}-help">{escaped(fixed(question.help))}</p>'
        described = f"{at}-help" if question.help else ""
        value = asked.value
        if asked.to_review and not (single and isinstance(value, str)):
            value = None
        inner = (
            marks
            + help_
            + self._example(asked)
            + "".join(self._said(one) for one in asked.earlier)
            + self._present(asked)
            + self.fields.field(question, value, at, described)
            + self._not_now(asked)
        )
        ask = escaped(fixed(question.ask))
        if question.optional:
            ask += f' <span class="mark">({self._say("kit-optional")})</span>'
        head = (
            f'data-question="{question.id}" data-label="{escaped(fixed(question.label))}"'
            f"{' data-optional' * question.optional}{' data-private' * question.private}"
            f"{conditions(asked.when)}"
        )
        kind = "question private" if question.private else "question"
        if single:
            return (
                f'<div class="{kind}" {head}><h3><label for="{at}">{ask}</label></h3>{inner}</div>'
            )
        told = f' aria-describedby="{described}"' if described else ""
        return f'<fieldset class="{kind}" {head}{told}><legend><h3>{ask}</h3></legend>{inner}</fieldset>'

    def _example(self, asked: Asked) -> str:
        if not asked.question.example:
            return ""
        return (
            f'<details class="example"><summary>{self._say("kit-example")}{self._about(asked)}</summary>'
            f"<p>{escaped(self.fields.fixed(asked.question.example))}</p></details>"
        )

    def _about(self, asked: Asked) -> str:
        """What a button is about, for those who hear it by itself."""
        return f'<span class="unseen"> {self._say("kit-about", label=asked.question.label)}</span>'

    def _said(self, said: Said) -> str:
        label = self.fields.fixed(said.question.label)
        if said.voice is not None:
            label = f"{label} – {self.kit.project.organisations[said.voice].name}"
        return f'<div class="said"><p class="whose">{escaped(label)}</p>{self._wording(said)}</div>'

    def _wording(self, said: Said) -> str:
        kit = self.kit
        setting = Setting(kit.project, kit.method, kit.language, said.voice)
        return fragment(setting.blocks(said.question, said.value), kit.language)

    def _present(self, asked: Asked) -> str:
        """How the present answer stands, where that is to be known."""
        if asked.to_review:
            text = (
                asked.value
                if isinstance(asked.value, str)
                else json.dumps(asked.value, ensure_ascii=False)
            )
            return f'<p class="notice">{self._say("kit-to-review", text=text)}</p>'
        if asked.noted is None:
            return ""
        noted = asked.noted
        key = f"kit-noted-{noted.how}" + ("-from" if noted.source else "")
        on = figures.date(noted.on, self.kit.language)
        return (
            f'<div class="notice"><p>{self._say(key, on=on, source=noted.source)}</p>'
            f'<label><input type="checkbox" id="c-{asked.question.id}" data-confirm> '
            f"{self._say('kit-confirm')}</label></div>"
        )

    def _not_now(self, asked: Asked) -> str:
        """The honest ways not to answer."""
        at = f"s-{asked.question.id}"
        state = asked.state if asked.state and asked.state.name != "withdrawn" else None
        ticks = "".join(
            f'<div><label><input type="radio" name="{at}" id="{at}.{name}" value="{name}"'
            f"{' checked' if state and state.name == name else ''}> "
            f"{self._say(f'kit-{name}')}</label></div>"
            for name in (LEFT_OPEN[0], SETTLED[0], LEFT_OPEN[1], SETTLED[1])
        )
        texts = "".join(
            self._text(f"{at}.{name}", f"kit-{name}", getattr(state, name, ""), name)
            for name in ("who", "by", "note")
        )
        return (
            f'<details class="not-now"{" open" if state else ""}><summary>{self._say("kit-not-now")}'
            f"{self._about(asked)}</summary><fieldset><legend>{self._say('kit-why-not')}</legend>"
            f'<div class="ticks">{ticks}{self.fields.unchoose()}</div>{texts}</fieldset></details>'
        )

    def _text(self, at: str, label: str, value: str, name: str) -> str:
        """A line of one's own; of a date, with its hint."""
        date = ' data-field="date"' if name == "by" else ""
        hint = ""
        if date:
            date += f' aria-describedby="{at}-hint"'
            hint = f'<span class="hint" id="{at}-hint">{self._say("kit-date-hint")}</span>'
        return (
            f'<div class="cell {name}"><label for="{at}">{self._say(label)}</label>'
            f'<input type="text" id="{at}" data-{name} value="{escaped(value)}"{date}>{hint}</div>'
        )

    # the table, and giving back

    def _table(self) -> str:
        if not self.kit.table:
            return ""
        shared, step = "", None
        for one in self.kit.table:
            if one.said.question.step != step:
                step = one.said.question.step
                shared += f'<h3 class="step">{self._title(self.kit.method.steps[step])}</h3>\n'
            shared += f"{self._shared(one)}\n"
        return (
            f'<section class="group">\n<h2>{self._say("kit-table")}</h2>\n'
            f"<p>{self._say('kit-table-how')}</p>\n{shared}</section>"
        )

    def _shared(self, shared: Shared) -> str:
        question, position = shared.said.question, shared.position
        at, label = f"p-{question.id}", escaped(self.fields.fixed(question.label))
        ticks = "".join(
            f'<div><label><input type="radio" name="{at}" id="{at}.{word}" value="{word}"'
            f"{' checked' if position.word == word else ''}> {self._say(f'kit-{word}')}</label></div>"
            for word in POSITIONS
        )
        reworded = f'<p class="notice">{self._say("kit-reworded")}</p>' if shared.reworded else ""
        printed = " checked" if position.publish else ""
        return (
            f'<details class="position" data-position="{question.id}" data-of="{shared.of}" '
            f'data-label="{label}"><summary>{label}</summary>'
            f'<div class="said">{self._wording(shared.said)}</div>{reworded}'
            f'<fieldset><legend>{self._say("kit-position")}<span class="unseen"> '
            f"{self._say('kit-about', label=question.label)}</span></legend>"
            f'<div class="ticks">{ticks}{self.fields.unchoose()}</div>'
            f"{self._text(f'{at}.words', 'kit-own-words', position.words, 'words')}"
            f'<label><input type="checkbox" id="{at}.publish" data-publish{printed}> '
            f"{self._say('kit-publish')}</label></fieldset></details>"
        )

    def _give(self) -> str:
        ways = "".join(
            f'<div><label><input type="radio" name="how" id="how.{one}" value="{one}"'
            f"{' checked' if one == 'own-hand' else ''}> {self._say(f'kit-how-{one}')}</label></div>"
            for one in ("own-hand", "phone", "paper")
        )
        return (
            f'<section class="group script" id="give">\n<h2>{self._say("kit-give")}</h2>\n'
            f'<div class="cell"><label for="from">{self._say("kit-from")}</label>'
            f'<span class="hint" id="from-hint">{self._say("kit-from-example")}</span>'
            '<input type="text" id="from" aria-describedby="from-hint"></div>\n'
            f'<fieldset><legend>{self._say("kit-how")}</legend><div class="ticks">{ways}</div>'
            f'</fieldset>\n<button type="button" id="read-again">{self._say("kit-read-again")}'
            '</button>\n<div id="summary" tabindex="-1" hidden></div>\n</section>'
        )

    def _data(self, name: str) -> str:
        """What `kit.js` needs to know, as JSON that no text in it can end."""
        kit, language = self.kit, self.kit.language
        kept = {one: f"{{{one}}}" for one in _PUT_IN}
        data = {
            "project": kit.project.id,
            "title": kit.project.title,
            "organisation": kit.organisation.id,
            "number": kit.organisation.block.number,
            "private": kit.asks_private,
            "language": _LANGUAGES[language],
            "file": f"{name}-{kit.organisation.id}.yaml",
            "private-file": f"{name}-{kit.organisation.id}-{say('kit-file-private', language)}.yaml",
            "left-open": LEFT_OPEN,
            "words": {one: say(f"kit-{one}", language, **kept) for one in _TOLD_BY_SCRIPT},
        }
        text = json.dumps(data)  # ASCII only
        return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _hash(text: str) -> str:
    """By which the browser knows the one style and the one script that may act."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
