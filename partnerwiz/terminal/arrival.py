"""An organisation arrives, told at the keyboard: what the group wrote about that, what the
newcomer owes, what it may reopen, what to send it. A newcomer is not one more signature: the
negotiation reopens (the handout, step 9).
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from partnerwiz.method.kinds import Refused
from partnerwiz.project.model import TOGETHER, Organisation, Project
from partnerwiz.project.positions import to_say
from partnerwiz.terminal.departure import tell_amendment
from partnerwiz.terminal.guide import Guide
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.project.store import Store

_ANOTHER = ""
_REREAD = ("differences", "lexicon", "decisions", "situations")
"""what a newcomer did not take part in writing, and will have to live with"""


def arrives(guide: Guide, store: "Store", day: str, again: str) -> None:
    """Asked, saved, then told. `again`: how the file is named to a command. Raises `Left`."""
    guide.head("arriving-head")
    guide.tell("arriving-own-words")
    guide.own_words(store.project, "entry")
    one = _who(guide, store.project, day)
    roles = [guide.item(role, f"arriving-as-{role}") for role in ("partner", "envisaged")]
    role = guide.choose("arriving-role", roles, name=guide.the(one))
    since = one.since if one.role == role else day
    changed = replace(one, role=role, since=since, until="")
    store.save(store.project.with_organisation(changed))
    guide.head("arriving-after", name=guide.the(one))
    _tell(guide, store.project, changed, again)


def _who(guide: Guide, project: Project, day: str) -> Organisation:
    from partnerwiz.method.kinds import identifier
    from partnerwiz.sitting.opening import as_said, checked_name, name_and_article

    known = [one for one in project.organisations.values() if one.role != "partner"]
    if known:
        items = [*guide.organisations(known), guide.item(_ANOTHER, "arriving-another")]
        chosen = guide.choose("arriving-who", items)
        if chosen != _ANOTHER:
            return project.organisations[chosen]

    def refuse(text: str) -> str | None:
        try:
            name = name_and_article(checked_name(text))[1].casefold()
        except Refused as refused:
            return refused.say(guide.language)
        partners = (one.name.casefold() for one in project.partners)
        return say("arriving-known", guide.language) if name in partners else None

    text = guide.line("arriving-name", check=refuse)
    article, name = name_and_article(checked_name(text))
    for one in known:
        if one.name.casefold() == name.casefold():
            return one
    new = Organisation(identifier(name, project.organisations), name, article, since=day)
    guide.tell("arriving-said", name=as_said(new), id=new.id)
    return new


def _tell(guide: Guide, project: Project, one: Organisation, again: str) -> None:
    sheet = [q for q in guide.method if q.short == "sheet" and q.by == "each" and not q.private]
    if sheet:
        guide.tell("arriving-owes", count=len(sheet), labels=guide.labels(sheet))
    waiting = to_say(project, guide.method, one.id)
    if waiting:
        labels = guide.labels([about.question for about in waiting])
        guide.tell("arriving-positions", name=one.name, labels=labels)
    reread = [q for q in guide.asked(*_REREAD) if project.value(q, TOGETHER)]
    if reread:
        guide.tell("arriving-reread", labels=guide.labels(reread))
    tell_may_reopen(guide, project)
    tell_amendment(guide, project)
    tell_to_send(guide, one.id, again)


def tell_may_reopen(guide: Guide, project: Project) -> None:
    """What the group wrote that someone new may reopen."""
    guide.own_words(project, "newcomer")


def tell_to_send(guide: Guide, organisation: str, again: str) -> None:
    guide.page.line()
    guide.tell("arriving-send")
    for key, command in (
        ("arriving-kit", f"kit {again} {organisation}"),
        ("arriving-pages", f"export {again} --document newcomer --organisation {organisation}"),
    ):
        guide.tell(key)
        guide.page.line(f"    partnerwiz {command}")  # whole, to be copied
