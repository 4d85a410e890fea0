"""The load of one organisation across several partnerships."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from partnerwiz.lenses.overview import Overview, Present
from partnerwiz.lenses.tasks import bare

_ARTICLE = re.compile(r"(l'|(le|la|les|the) )")


@dataclass(slots=True)
class Load:
    """What one organisation carries in all. It grows as projects are read, so that none is kept."""

    name: str
    """as it is written where it was first met"""
    projects: int = 0
    partner: int = 0
    """in how many it is a partner"""
    owes: int = 0
    hours: float | None = None
    """a month; None where no number is given"""


def add(loads: dict[str, Load], view: Overview) -> None:
    """What `view` adds to the load of each of its organisations."""
    met = set()
    for one in view.organisations:
        key = known_as(one.organisation.name)
        load = loads.setdefault(key, Load(one.organisation.name))
        if key not in met:  # a project may name two alike
            load.projects += 1
            load.partner += one.organisation.role == "partner"
        met.add(key)
        load.owes += len(one.owes)
        if one.hours is not None and one.organisation.role == "partner":
            load.hours = round((load.hours or 0) + one.hours, 2)


def shared(loads: Iterable[Load]) -> list[Load]:
    """Those met in more than one project, in the order of their names."""
    return sorted((one for one in loads if one.projects > 1), key=lambda one: known_as(one.name))


def present(view: Overview, name: str) -> tuple[Present, ...]:
    """The organisation of this name in the project: none, one, or two that are named alike."""
    return tuple(
        one for one in view.organisations if known_as(one.organisation.name) == known_as(name)
    )


def known_as(name: str) -> str:
    """What tells that two projects speak of the same organisation: its name, without capitals,
    accents or article. Not its id: each project draws it by itself from the name then given, so
    that `ccas` may be two councils in two towns, and one council `ccas` here and `ccas-2` there.
    """
    words = " ".join(bare(name).split())
    article = _ARTICLE.match(words)
    return words[article.end() :] if article else words
