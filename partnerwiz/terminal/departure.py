"""An organisation leaves, told at the keyboard: what the group wrote about that, who takes over
each line that names it, what that reopens.
"""

from typing import TYPE_CHECKING

from partnerwiz.project.delegates import mentions
from partnerwiz.project.departing import (
    TO_SETTLE,
    Naming,
    Reopened,
    departed,
    let_go,
    namings,
    others_in,
    reopened,
    started_by,
    taken_over,
)
from partnerwiz.project.model import TOGETHER, Organisation, Project
from partnerwiz.terminal.guide import Guide
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.project.store import Store

LEAVING = ("leaving-notice", "leaving-how", "leaving-before", "leaving-relay", "leaving-owed")
_AS_IS, _WITHOUT = "as-is", "without"
_SETTLE = "settle"


def leaves(guide: Guide, store: "Store", organisation: Organisation, day: str) -> None:
    """All of it, saved choice by choice. Raises `Left` where the person stops."""
    before = store.project
    guide.head("leaving-head", who=organisation.name)
    guide.tell("leaving-own-words")
    guide.own_words(before, *LEAVING)
    if before.initiator == organisation.id and not _who_carries_on(guide, store, organisation):
        return
    found = namings(store.project, guide.method, organisation.id)
    if found:
        guide.page.line()
        guide.tell("leaving-named", count=len(found), name=guide.the(organisation))
    for number, naming in enumerate(found, start=1):
        _who_takes_over(guide, store, organisation, naming, f"{number}/{len(found)}")
    on = guide.line("leaving-on", day, lambda text: _not_a_day(text, guide.language))
    store.save(departed(store.project, organisation.id, _day(on)))
    guide.head("leaving-after")
    guide.tell("leaving-block-stays", name=organisation.name)
    named = [one.question for one in mentions(store.project, guide.method, organisation.name)]
    if named:
        guide.tell("leaving-texts", labels=guide.labels(named))
    tell_reopened(guide, store.project, reopened(before, store.project, guide.method))
    tell_amendment(guide, store.project)


def _who_carries_on(guide: Guide, store: "Store", organisation: Organisation) -> bool:
    """Whoever started leaves: another partner takes that role first. False: there is none."""
    others = [one for one in store.project.partners if one.id != organisation.id]
    if not others:
        guide.tell("leaving-starts-alone", "warn", who=organisation.name)
        return False
    items = guide.organisations(others)
    successor = guide.choose("leaving-starts", items, who=organisation.name)
    store.save(started_by(store.project, successor, guide.method))
    guide.tell("leaving-started", who=store.project.organisations[successor].name)
    return True


def _who_takes_over(
    guide: Guide, store: "Store", organisation: Organisation, naming: Naming, place: str
) -> None:
    project = store.project
    others = others_in(project, naming, organisation.id)
    show_naming(guide, project, naming, place)
    items = guide.organisations(
        [one for one in project.partners if one.id != organisation.id and one.id not in others]
    )
    if others:
        items.append(guide.item(_WITHOUT, "leaving-without"))
    items.append(guide.item(_SETTLE, "leaving-settle"))
    items.append(guide.item(_AS_IS, "leaving-as-is"))
    chosen = guide.choose("leaving-who", items, _AS_IS)
    if chosen == _AS_IS:
        return
    if chosen == _WITHOUT:
        store.save(let_go(project, naming, organisation.id))
        return
    note = say("leaving-note", project.language, who=organisation.name)
    successor = TO_SETTLE if chosen == _SETTLE else chosen
    store.save(taken_over(project, naming, organisation.id, successor, note))


def show_naming(guide: Guide, project: Project, naming: Naming, place: str) -> None:
    """The line that names the organisation, as it stands."""
    question, row, column = naming
    value = project.value(question, TOGETHER)
    whole = {row: value[row]} if row and isinstance(value, dict) else value
    guide.page.line()
    head = guide.labels([question])
    if column:
        head = say("leaving-cell", guide.language, label=question.label, column=column.ask)
    guide.tell("leaving-place", place=place, what=head)
    for line in guide.lines(project, question, whole):
        guide.page.text(line, indent=4)


def tell_reopened(guide: Guide, project: Project, found: Reopened) -> None:
    """Which words nobody has said yes to yet, and what was said with the former ones in view."""
    for about, organisations in found.positions.items():
        names = ", ".join(project.organisations[one].name for one in organisations)
        guide.tell("reopen-position", label=about.question.label, names=names)
    if found.resting:
        labels = guide.labels([one.question for one in found.resting])
        guide.tell("reopen-resting", labels=labels)


def tell_amendment(guide: Guide, project: Project) -> None:
    """A signed text does not change with the file: what the group wrote about changing it."""
    guide.page.line()
    guide.tell("amendment")
    guide.own_words(project, "revision")


def _not_a_day(text: str, language: str) -> str | None:
    from partnerwiz.method.kinds import Refused

    try:
        _day(text)
    except Refused as refused:
        return refused.say(language)
    return None


def _day(text: str) -> str:
    from partnerwiz.method.kinds import check
    from partnerwiz.method.model import Question

    return str(check(Question(id="on", kind="date", ask={}, label={}), text))
