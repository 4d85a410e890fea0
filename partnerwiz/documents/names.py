"""Organisations as a sentence names them: « le CCAS », « du CCAS », « au CCAS », « de L’Escale »."""

import unicodedata
from dataclasses import dataclass

from partnerwiz.project.model import Organisation

_OF = {"le": "du ", "la": "de la ", "les": "des ", "l’": "de l’"}
_TO = {"le": "au ", "la": "à la ", "les": "aux ", "l’": "à l’"}


@dataclass(frozen=True, slots=True)
class Forms:
    the: str
    of: str
    to: str


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


def alphabetical(organisation: Organisation) -> tuple[str, str]:
    """The key to sort by: the name without accents, capitals or signs, as in a dictionary."""
    return _bare(organisation.name), organisation.id


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    letters = (sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())
