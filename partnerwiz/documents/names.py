"""Organisations as a sentence names them: « le CCAS », « du CCAS », « au CCAS », « de L’Escale »."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from partnerwiz.documents.slots import Slots
from partnerwiz.documents.tree import Inline, Inlines, Text
from partnerwiz.project.model import Organisation, Project
from partnerwiz.words import say

_OF = {"le": "du ", "la": "de la ", "les": "des ", "l’": "de l’"}
_TO = {"le": "au ", "la": "à la ", "les": "aux ", "l’": "à l’"}


@dataclass(frozen=True, slots=True)
class Forms:
    the: str
    of: str
    to: str


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation in a template. All but its id are tokens."""

    id: str
    name: Markup
    the: Markup
    of: Markup
    to: Markup


def forms(organisation: Organisation, language: str) -> Forms:
    """In French, « de » is elided before a vowel, not before an h: which h is mute, nobody can
    tell from the spelling. In English any article but none is `the`.
    """
    name, article = organisation.name, organisation.article
    the = organisation.the(language)
    if language != "fr":
        return Forms(the, f"of {the}", f"to {the}")
    if article in _OF:
        return Forms(the, _OF[article] + name, _TO[article] + name)
    of = f"d’{name}" if _bare(name)[:1] in tuple("aeiou") else f"de {name}"
    return Forms(name, of, f"à {name}")


def named(organisation: Organisation, language: str, slots: Slots) -> Named:
    said = forms(organisation, language)
    texts = (organisation.name, said.the, said.of, said.to)
    return Named(organisation.id, *(slots.line(_name(organisation, text)) for text in texts))


def enumerated(organisations: Sequence[Organisation], language: str) -> Inlines:
    """« le CCAS, L’Escale et la Mission locale »"""
    inlines: list[Inline] = []
    for place, one in enumerate(organisations):
        last = place == len(organisations) - 1
        inlines += [Text(say("doc-and", language) if last else ", ")] if place else []
        inlines.append(_name(one, forms(one, language).the))
    return tuple(inlines)


def _name(organisation: Organisation, text: str) -> Text:
    """A name has no language of its own: it is said the same in all."""
    return Text(text, whose=organisation.id)


def with_role(project: Project, role: str) -> list[Organisation]:
    """In alphabetical order: nobody comes first."""
    found = (one for one in project.organisations.values() if one.role == role)
    return sorted(found, key=alphabetical)


def alphabetical(organisation: Organisation) -> tuple[str, str]:
    """The key to sort by: the name without accents, capitals or signs, as in a dictionary."""
    return _bare(organisation.name), organisation.id


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    letters = (sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())
