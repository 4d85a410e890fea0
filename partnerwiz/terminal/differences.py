"""What others said, against what stands here: told in sentences."""

from collections.abc import Sequence
from dataclasses import replace

from partnerwiz.method.kinds import Value
from partnerwiz.method.model import Method
from partnerwiz.project.contribution import Contribution
from partnerwiz.project.model import TOGETHER, Position, Project, State, fingerprint
from partnerwiz.project.positions import wording
from partnerwiz.project.taking import (
    Answer,
    Arrival,
    Difference,
    Held,
    Released,
    Reread,
    Stand,
    is_older,
    taken_before,
)
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling, date, state_in_words
from partnerwiz.words import say, typeset

_MOST_NAMED = 12
"""of what is left aside: a hostile file may hold thousands"""
_MOST_SHOWN = 4000
"""characters of one answer: more is no longer read on a screen"""


class Differences:
    """The differences between one file and a project, on one page."""

    def __init__(
        self,
        contribution: Contribution,
        found: Sequence[Difference],
        project: Project,
        method: Method,
        page: Page,
        language: str,
    ) -> None:
        self._contribution = contribution
        self._found = found
        self._project = project
        self._method = method
        self._page = page
        self._language = language

    # Telling

    def head(self) -> None:
        """The file, whose word it claims to be, how it came, and what it may not say."""
        page, language, one = self._page, self._language, self._contribution
        page.rule(say("merge-head", language, file=one.path.name))
        if one.sender:
            how = [one.function, say(f"how-{one.how}", language), date(one.on, language)]
            told = ", ".join(part for part in how if part) if one.kind == "block" else ""
            how_words = say("merge-how", language, how=told) if told else ""
            page.text(say("merge-claims", language, name=self.sender, how=how_words))
        else:
            page.text(say("merge-copy-nobody", language))
        if one.ignored:
            shown = [name[:40] for name in one.ignored[:_MOST_NAMED]]
            more = ["…"] if len(one.ignored) > _MOST_NAMED else []
            page.text(say("merge-ignored", language, names=", ".join([*shown, *more])), "warn")
        if not self._found:
            page.text(say("merge-same", language))
        elif before := taken_before(self._project, one):
            page.text(say("merge-taken-before", language, on=date(before, language)), "warn")
        elif is_older(self._project, one):
            page.text(say("merge-older", language), "warn")

    def all(self) -> None:
        """Every difference, in its own part."""
        for found, key in self.parts():
            self.part(found, key)
            for one in found:
                self.one(one)

    def part(self, found: Sequence[Difference], key: str) -> None:
        """The head of a part that holds something."""
        if found:
            self._page.line()
            self._page.text(say(key, self._language, name=self.sender), "bold")

    def parts(self) -> list[tuple[list[Difference], str]]:
        """What one yes takes, what the sender says that must be looked at, what is only proposed."""
        plainly = [one for one in self._found if one.plain]
        late = [one for one in self._found if one.own and not one.plain]
        others = [one for one in self._found if not one.own]
        return [(plainly, "merge-own"), (late, "merge-own-late"), (others, "merge-proposals")]

    def one(self, one: Difference) -> None:
        page, language = self._page, self._language
        page.text(self._label(one), first="  -", indent=4)
        if isinstance(one.what, Answer) and one.came_back and one.what.was[1]:
            on = date(one.what.was[1].on, language)
            page.text(say("merge-came-back", language, on=on), "warn", indent=6)
        if one.refused:
            why = one.refused.say(language)
            page.text(say("merge-refused", language, why=why), "warn", indent=6)
            return
        here, there = self._here(one), self._there(one)
        if here:
            self._lines("merge-here", here)
        if there:
            self._lines("merge-there", there)

    def _label(self, one: Difference) -> str:
        language = self._language
        match one.what:
            case Arrival(organisation):
                return say("merge-arrival", language, name=organisation.name)
            case Held(record):
                return say("merge-held", language, on=date(str(record.get("on", "")), language))
            case Stand(about=what, voice=voice):
                label = say("merge-stands", language, label=what.question.label)
                if what.row:
                    value = wording(what, self._seen)
                    row = self._telling(self._seen, TOGETHER)
                    lines = row.lines(what.question, {what.row: value} if value else None)
                    label = " · ".join([label, *lines[:1]])
            case Released(question, voice, _, _):
                label = typeset(question.label[language], language)
                label = f"{label} · {say('merge-public', language)}"
            case Reread(question, voice):
                label = typeset(question.label[language], language)
                label = f"{label} · {say('merge-read-again', language)}"
            case Answer(question, voice, _, _):
                label = typeset(question.label[language], language)
                if question.private:
                    label = f"{label} · {say('merge-private-answer', language)}"
        if one.own or voice is TOGETHER:
            return label
        return f"{label} ({self._name(voice)})"

    def _here(self, one: Difference) -> list[str]:
        match one.what:
            case Answer(was=was) if not one.came_back:
                return self._said(one.what, was, self._project) or [
                    say("merge-nothing-here", self._language)
                ]
            case Stand(was=Position() as position):
                return self._position(position)
            case Reread(question, voice):
                value = self._project.value(question, voice)
                return self._telling(self._project, voice).lines(question, value)
            case Released(question, voice, was, _) if was is not None:
                return self._telling(self._project, voice).lines(question, was)
            case _:
                return []

    def _there(self, one: Difference) -> list[str]:
        match one.what:
            case Answer(now=(_, state)) if state and state.name == "withdrawn":
                return [say("merge-withdraws", self._language)]
            case Answer(now=now):
                return self._said(one.what, now, self._seen)
            case Released(now=None):
                return [say("merge-public-no-more", self._language)]
            case Released(question, voice, _, public):
                return self._telling(self._seen, voice).lines(question, public)
            case Stand(about=what, now=position):
                value = wording(what, self._project)
                stands = value is not None and position.of == fingerprint(value)
                told = [] if stands else [say("merge-stands-before", self._language)]
                return [*self._position(position), *told]
            case _:
                return []

    def _said(
        self, what: Answer, said: tuple[Value | None, State | None], project: Project
    ) -> list[str]:
        value, state = said
        lines = self._telling(project, what.voice).lines(what.question, value)
        return lines + ([state_in_words(state, self._language)] if state else [])

    def _telling(self, project: Project, voice: str | None) -> Telling:
        return Telling(project, self._method.questions, voice, self._language)

    def _position(self, position: Position) -> list[str]:
        words = position.words.split("\n") if position.words else []
        printed = [say("merge-publishes", self._language)] if position.publish else []
        return [say(f"choice-{position.word}", self._language), *words, *printed]

    def _lines(self, key: str, lines: Sequence[str]) -> None:
        self._page.text(say(key, self._language), "dim", indent=6)
        text = "\n".join(lines)
        self._page.text(text[:_MOST_SHOWN], indent=8)
        if more := len(text[_MOST_SHOWN:]):
            self._page.text(say("merge-more", self._language, count=more), "warn", indent=8)

    @property
    def _seen(self) -> Project:
        """The project in which what the file says is told: lines it names are those of its copy."""
        copy = self._contribution.copy
        return replace(copy, private=self._project.private) if copy else self._project

    @property
    def sender(self) -> str:
        """Its name, as it is here; "" where nobody is known to have sent the file."""
        return self._name(self._contribution.sender) if self._contribution.sender else ""

    def _name(self, organisation: str | None) -> str:
        """As it is named here: a file does not name anyone."""
        known = self._project.organisations.get(organisation or "")
        return known.name if known else str(organisation)
