"""One question of the kit, as HTML: what is asked, what helps, the field, and the honest ways not to
answer.
"""

from typing import NamedTuple

from partnerwiz.documents import figures
from partnerwiz.documents.html import escaped, fragment
from partnerwiz.documents.kit import Asked, Kit, Said
from partnerwiz.documents.kit_fields import SINGLE, Fields, conditions
from partnerwiz.documents.values import Setting
from partnerwiz.project.calling import LEFT_OPEN, SETTLED
from partnerwiz.project.model import fingerprint


class Questions(NamedTuple):
    kit: Kit
    fields: Fields

    def question(self, asked: Asked) -> str:
        question, fixed = asked.question, self.fields.fixed
        at = f"q-{question.id}"
        single = question.kind in SINGLE
        marks = ""
        if question.private:
            marks += f'<p class="mark private-mark">{self.fields.say("kit-private")}</p>'
        help_ = ""
        if question.help:
            help_ = f'<p class="help" id="{at}-help">{escaped(fixed(question.help))}</p>'
        described = f"{at}-help" if question.help else ""
        inner = (
            marks
            + help_
            + self._example(asked)
            + "".join(self._said(one) for one in asked.earlier)
            + self._present(asked)
            + self.fields.field(question, asked.value, at, described)
            + self._not_now(asked)
        )
        ask = escaped(fixed(question.ask))
        if question.optional:
            ask += f' <span class="mark">({self.fields.say("kit-optional")})</span>'
        head = (
            f'data-question="{question.id}" data-label="{escaped(fixed(question.label))}"'
            f"{' data-optional' * question.optional}{' data-private' * question.private}"
            f"{conditions(asked.when)}{_shown(asked)}"
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
            f'<details class="example"><summary>{self.fields.say("kit-example")}{self._about(asked)}</summary>'
            f"<p>{escaped(self.fields.fixed(asked.question.example))}</p></details>"
        )

    def _about(self, asked: Asked) -> str:
        """What a button is about, for those who hear it by itself."""
        return f'<span class="unseen"> {self.fields.say("kit-about", label=asked.question.label)}</span>'

    def _said(self, said: Said) -> str:
        label = self.fields.fixed(said.question.label)
        if said.voice is not None:
            label = f"{label} – {self.kit.project.organisations[said.voice].name}"
        return f'<div class="said"><p class="whose">{escaped(label)}</p>{wording(said, self.kit)}</div>'

    def _present(self, asked: Asked) -> str:
        """How the present answer stands, where that is to be known."""
        if asked.to_review:
            shown = asked.question.kind in SINGLE or not isinstance(asked.value, str)
            text = "" if shown else f" {asked.value}"
            return f'<p class="notice">{self.fields.say("kit-to-review")}{escaped(text)}</p>'
        if asked.noted is None:
            return ""
        noted = asked.noted
        key = f"kit-noted-{noted.how}" + ("-from" if noted.source else "")
        on = figures.date(noted.on, self.kit.language)
        return (
            f'<div class="notice"><p>{self.fields.say(key, on=on, source=noted.source)}</p>'
            f'<label><input type="checkbox" id="c-{asked.question.id}" data-confirm> '
            f"{self.fields.say('kit-confirm')}</label></div>"
        )

    def _not_now(self, asked: Asked) -> str:
        """The honest ways not to answer."""
        at = f"s-{asked.question.id}"
        state = asked.state if asked.state and asked.state.name != "withdrawn" else None
        ticks = "".join(
            f'<div><label><input type="radio" name="{at}" id="{at}.{name}" value="{name}"'
            f"{' checked' if state and state.name == name else ''}> "
            f"{self.fields.say(f'kit-{name}')}</label></div>"
            for name in (LEFT_OPEN[0], SETTLED[0], LEFT_OPEN[1], SETTLED[1])
        )
        texts = "".join(
            self.fields.line(f"{at}.{name}", f"kit-{name}", getattr(state, name, ""), name)
            for name in ("who", "by", "note")
        )
        return (
            f'<details class="not-now"{" open" if state else ""}><summary>{self.fields.say("kit-not-now")}'
            f"{self._about(asked)}</summary><fieldset><legend>{self.fields.say('kit-why-not')}</legend>"
            f'<div class="ticks">{ticks}{self.fields.unchoose()}</div>{texts}</fieldset></details>'
        )


def wording(said: Said, kit: Kit) -> str:
    setting = Setting(kit.project, kit.method, kit.language, said.voice)
    return fragment(setting.blocks(said.question, said.value), kit.language)


def named(said: Said, kit: Kit, row: str) -> str:
    """A line of the table by its name: its first words."""
    rows = kit.project.rows(said.question.id, said.voice, kit.method.questions)
    return rows.get(row, row)


def _shown(asked: Asked) -> str:
    """The fingerprint of the answer that the page shows: whether it has changed since is known from
    it when the page comes back.
    """
    if asked.value is None or asked.question.private:
        return ""
    return f' data-of="{fingerprint(asked.value)}"'
