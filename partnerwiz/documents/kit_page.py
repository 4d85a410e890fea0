"""The kit as one HTML page that stands alone: it asks nothing of any network, and says so to the
browser. Readable and printable as it is; `kit.js` makes it give back what was changed.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import NamedTuple

from partnerwiz.documents.html import escaped
from partnerwiz.documents.kit import Group, Kit, Shared
from partnerwiz.documents.kit_fields import Fields
from partnerwiz.documents.kit_questions import Questions, named, wording
from partnerwiz.documents.names import forms
from partnerwiz.method.model import Step
from partnerwiz.project.calling import LEFT_OPEN
from partnerwiz.project.model import POSITIONS, Position
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
            f'<button type="button" class="small" id="take-up">{self.fields.say("kit-take-up")}</button> '
            f'<button type="button" class="small" id="erase">{self.fields.say("kit-erase")}</button></div>\n'
            f'<form id="kit" autocomplete="off" novalidate>\n{asked}\n{self._table()}\n'
            f"{self._give()}\n</form>\n</main>\n"
            f"<footer><p>{self.fields.say('credit')}</p></footer>\n"
            f'<script type="application/json" id="data">{self._data(name)}</script>\n'
            f"<script>{script}</script>\n</body>\n</html>\n"
        )

    def _head(self) -> str:
        kit = self.kit
        private = f"<p>{self.fields.say('kit-private-how')}</p>\n" if kit.asks_private else ""
        to = forms(kit.organisation, kit.language).to
        return (
            f"<header>\n<h1>{escaped(kit.project.title)} <span>{self.fields.say('kit-heading', to=to)}"
            f"</span></h1>\n<p>{self.fields.say('kit-what')}</p>\n"
            f"<p><strong>{self.fields.say('kit-read-by-others')}</strong></p>\n"
            f"<p>{self.fields.say('kit-sends-nothing')}</p>\n{private}</header>\n"
            f'<p class="notice no-script">{self.fields.say("kit-no-script")}</p>'
        )

    # the questions

    def _group(self, group: Group) -> str:
        step = group.step
        why = ""
        if group.entry:
            count = max(one.entry for one in self.kit.groups)
            title = self.fields.say("kit-point", number=group.entry, count=count)
        else:
            title = self._title(step)
            why = f'<p class="why">{escaped(self.fields.fixed(step.why))}</p>' if step.why else ""
        questions = Questions(self.kit, self.fields)
        asked = "\n".join(questions.question(one) for one in group.asked)
        return f'<section class="group">\n<h2>{title}</h2>\n{why}{asked}\n</section>'

    def _title(self, step: Step) -> str:
        if step.number is None:
            return escaped(self.fields.fixed(step.title))
        return self.fields.say("step-head", number=step.number, title=step.title)

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
            f'<section class="group">\n<h2>{self.fields.say("kit-table")}</h2>\n'
            f"<p>{self.fields.say('kit-table-how')}</p>\n{shared}</section>"
        )

    def _shared(self, shared: Shared) -> str:
        question, position = shared.said.question, shared.position or Position("")
        at, label = f"p-{shared.about.key}", escaped(self.fields.fixed(question.label))
        if shared.about.row:
            row = named(shared.said, self.kit, shared.about.row)
            label = f"{label} – {escaped(row)}"
        ticks = "".join(
            f'<div><label><input type="radio" name="{at}" id="{at}.{word}" value="{word}"'
            f"{' checked' if position.word == word else ''}> {self.fields.say(f'choice-{word}')}</label></div>"
            for word in POSITIONS
        )
        reworded = (
            f'<p class="notice">{self.fields.say("kit-reworded")}</p>' if shared.reworded else ""
        )
        expected = ""
        if shared.expected:
            expected = f' <span class="mark">({self.fields.say("kit-expected")})</span>'
        printed = " checked" if position.publish else ""
        return (
            f'<details class="position" data-position="{shared.about.key}" data-of="{shared.of}" '
            f'data-label="{label}"><summary>{label}{expected}</summary>'
            f'<div class="said">{wording(shared.said, self.kit)}</div>{reworded}'
            f'<fieldset><legend>{self.fields.say("kit-position")}<span class="unseen"> '
            f"{self.fields.say('kit-about', label=question.label)}</span></legend>"
            f'<div class="ticks">{ticks}{self.fields.unchoose()}</div>'
            f"{self.fields.line(f'{at}.words', 'kit-own-words', position.words, 'words')}"
            f'<label><input type="checkbox" id="{at}.publish" data-publish{printed}> '
            f"{self.fields.say('kit-publish')}</label></fieldset></details>"
        )

    def _give(self) -> str:
        ways = "".join(
            f'<div><label><input type="radio" name="how" id="how.{one}" value="{one}"'
            f"{' checked' if one == 'own-hand' else ''}> {self.fields.say(f'kit-how-{one}')}</label></div>"
            for one in ("own-hand", "phone", "paper")
        )
        return (
            f'<section class="group script" id="give">\n<h2>{self.fields.say("kit-give")}</h2>\n'
            f'<div class="cell"><label for="from">{self.fields.say("kit-from")}</label>'
            f'<span class="hint" id="from-hint">{self.fields.say("kit-from-example")}</span>'
            '<input type="text" id="from" aria-describedby="from-hint"></div>\n'
            f'<fieldset><legend>{self.fields.say("kit-how")}</legend><div class="ticks">{ways}</div>'
            f'</fieldset>\n<button type="button" id="read-again">{self.fields.say("kit-read-again")}'
            '</button>\n<div id="summary" tabindex="-1" hidden></div>\n<div id="private"></div>\n</section>'
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
