"""Where organisations stand on what the table wrote, as a template reads it: only what each agrees
to see printed. The project holds nothing else (`positions.printable`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from partnerwiz.documents.gaps import line_said
from partnerwiz.documents.names import Named, alphabetical, enumerated, named
from partnerwiz.documents.slots import Slots
from partnerwiz.documents.tree import Text
from partnerwiz.documents.values import Setting
from partnerwiz.method.model import Method
from partnerwiz.project.model import TOGETHER, Organisation, Position, Project
from partnerwiz.project.positions import (
    CANNOT,
    REGISTER,
    YES,
    About,
    position,
    silent,
    speakers,
    wording,
    wordings,
)
from partnerwiz.words import say, typeset


@dataclass(frozen=True, slots=True)
class Stand:
    """What one organisation says and agrees to see printed."""

    who: Named
    word: Markup
    words: Markup | str
    """its own sentence, if it has one"""


@dataclass(frozen=True, slots=True)
class Debate:
    """What an organisation says of words that it does not stand behind."""

    label: Markup
    line: Markup | str
    """where it is about one line: which"""
    stand: Stand


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the table, and where each stands on them."""

    label: Markup
    wording: Markup | str
    stands: list[Stand]
    """none as long as someone has still to say: what one reads first draws what one says"""
    silent: Markup | str
    """who that is"""
    kept: Markup | str
    """once all have said: who has told the partners, and not for print"""


@dataclass(frozen=True, slots=True)
class Stands:
    _project: Project
    _method: Method
    _language: str
    _slots: Slots

    def debates(self) -> list[Debate]:
        """Where an organisation cannot follow the table, or lets it happen and says why."""
        found = []
        for one in wordings(self._project, self._method):
            if one.question.id == REGISTER:
                continue
            for organisation, said in self._said(one):
                parts = said.word == CANNOT or (said.word not in YES and said.words)
                if parts and said.publish:
                    stand = self._stand(organisation, said)
                    found.append(Debate(self._label(one), self._line(one), stand))
        return found

    def all(self) -> list[Words]:
        """Of each wording on which partners are asked; lines that wait for a yes are no debate."""
        found = wordings(self._project, self._method)
        return [self._words(one) for one in found if one.question.positions]

    def _words(self, one: About) -> Words:
        value = wording(one, self._project)
        setting = Setting(self._project, self._method, self._language, TOGETHER)
        waits = silent(one, self._project)
        told = [] if waits else list(self._said(one))
        label = typeset(one.question.label[self._language], self._language)
        return Words(
            self._slots.line(Text(label[:1].upper() + label[1:])),  # a heading of its own
            self._line(one) if one.row else self._slots.put(setting.blocks(one.question, value)),
            [self._stand(who, said) for who, said in told if said.publish],
            self._names([self._project.organisations[each] for each in waits]),
            self._names([who for who, said in told if not said.publish]),
        )

    def _names(self, found: list[Organisation]) -> Markup | str:
        names = enumerated(sorted(found, key=alphabetical), self._language)
        return self._slots.line(*names) if names else ""

    def _said(self, one: About) -> Iterator[tuple[Organisation, Position]]:
        """In alphabetical order: nobody comes first."""
        here = [self._project.organisations[each] for each in speakers(one, self._project)]
        for organisation in sorted(here, key=alphabetical):
            if said := position(one, self._project, organisation.id):
                yield organisation, said

    def _stand(self, organisation: Organisation, said: Position) -> Stand:
        who = named(organisation, self._language, self._slots)
        setting = Setting(self._project, self._method, self._language, organisation.id)
        word = say("doc-quoted", self._language, text=say(f"choice-{said.word}", self._language))
        words = self._slots.line(*setting.said(said.words)) if said.words else ""
        return Stand(who, self._slots.line(Text(word)), words)

    def _label(self, one: About) -> Markup:
        setting = Setting(self._project, self._method, self._language)
        return self._slots.line(*setting.fixed(one.question.label))

    def _line(self, one: About) -> Markup | str:
        if not one.row:
            return ""
        row = wording(one, self._project)
        setting = Setting(self._project, self._method, self._language, TOGETHER)
        return self._slots.line(*setting.said(line_said(one.question, row)))
