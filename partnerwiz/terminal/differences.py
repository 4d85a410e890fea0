"""What others said, against what stands here: told in sentences, then taken or left."""

from collections.abc import Sequence
from dataclasses import replace

from partnerwiz.method.model import Method
from partnerwiz.project.contribution import Contribution
from partnerwiz.project.model import TOGETHER, Position, Project, fingerprint
from partnerwiz.project.positions import wording
from partnerwiz.project.taking import (
    Answer,
    Arrival,
    Difference,
    Held,
    Stand,
    is_older,
    taken_before,
)
from partnerwiz.terminal.fields import Fields, Pressed, menu_items
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import Telling, date, state_in_words
from partnerwiz.words import say, typeset

_MOST_NAMED = 12
"""of what is left aside: a hostile file may hold thousands"""


class Stop(Exception):
    """No more is looked at; what was taken so far is kept."""


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
            page.text(say("merge-claims", language, name=self._sender, how=how_words))
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
        for found, key in self._parts():
            if found:
                self._page.line()
                self._page.text(say(key, self._language, name=self._sender), "bold")
            for one in found:
                self.one(one)

    def _parts(self) -> list[tuple[list[Difference], str]]:
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
                    row = Telling(self._seen, self._method.questions, TOGETHER, language)
                    lines = row.lines(what.question, {what.row: value} if value else None)
                    label = " · ".join([label, *lines[:1]])
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
            case _:
                return []

    def _there(self, one: Difference) -> list[str]:
        match one.what:
            case Answer(now=(_, state)) if state and state.name == "withdrawn":
                return [say("merge-withdraws", self._language)]
            case Answer(now=now):
                return self._said(one.what, now, self._seen)
            case Stand(about=what, now=position):
                value = wording(what, self._project)
                stands = value is not None and position.of == fingerprint(value)
                told = [] if stands else [say("merge-stands-before", self._language)]
                return [*self._position(position), *told]
            case _:
                return []

    def _said(self, what: Answer, said: tuple[object, object], project: Project) -> list[str]:
        value, state = said
        telling = Telling(project, self._method.questions, what.voice, self._language)
        lines = telling.lines(what.question, value)  # type: ignore[arg-type]
        return lines + ([state_in_words(state, self._language)] if state else [])  # type: ignore[arg-type]

    def _position(self, position: Position) -> list[str]:
        words = position.words.split("\n") if position.words else []
        return [say(f"position-{position.word}", self._language), *words]

    def _lines(self, key: str, lines: Sequence[str]) -> None:
        self._page.text(say(key, self._language), "dim", indent=6)
        for line in lines:
            self._page.text(line, indent=8)

    @property
    def _seen(self) -> Project:
        """The project in which what the file says is told: lines it names are those of its copy."""
        copy = self._contribution.copy
        return replace(copy, private=self._project.private) if copy else self._project

    @property
    def _sender(self) -> str:
        return self._name(self._contribution.sender) if self._contribution.sender else ""

    def _name(self, organisation: str | None) -> str:
        """As it is named here: a file does not name anyone."""
        known = self._project.organisations.get(organisation or "")
        return known.name if known else str(organisation)

    # Choosing

    def chosen(self, fields: Fields) -> list[Difference]:
        """What the person takes: in the sender's own name all together or point by point; all else
        point by point.
        """
        taken: list[Difference] = []
        try:
            for found, key in self._parts():
                open_ = [one for one in found if not one.refused]
                if found:
                    self._page.line()
                    self._page.text(say(key, self._language, name=self._sender), "bold")
                if key == "merge-own" and open_:
                    taken += self._together(open_, fields)
                else:
                    taken += self._one_by_one(found, fields)
        except Stop as stop:
            taken += stop.args[0]
        return taken

    def _together(self, found: Sequence[Difference], fields: Fields) -> list[Difference]:
        for one in found:
            self.one(one)
        entries = [
            ("all", "merge-take-all"),
            ("each", "merge-one-by-one"),
            ("none", "merge-take-none"),
        ]
        chosen = self._ask("merge-ask-own", entries, "none", fields)
        if chosen == "all":
            return list(found)
        return self._one_by_one(found, fields) if chosen == "each" else []

    def _one_by_one(self, found: Sequence[Difference], fields: Fields) -> list[Difference]:
        taken: list[Difference] = []
        entries = [
            ("leave", "merge-leave-one"),
            ("take", "merge-take-one"),
            ("stop", "merge-stop"),
        ]
        for one in found:
            self._page.line()
            self.one(one)
            if one.refused:
                continue
            chosen = self._ask("merge-ask-one", entries, "leave", fields)
            if chosen == "take":
                taken.append(one)
            elif chosen == "stop":
                raise Stop(taken)
        return taken

    def _ask(self, key: str, entries: list[tuple[str, str]], otherwise: str, fields: Fields) -> str:
        self._page.line()
        self._page.text(say(key, self._language, name=self._sender), "bold")
        try:
            return fields.choose(menu_items(self._language, entries))
        except Pressed:  # Escape takes nothing
            return otherwise
