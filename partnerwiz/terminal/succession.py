"""A delegate is replaced, told at the keyboard: the person changes, the institution stays."""

import datetime
from typing import TYPE_CHECKING

from partnerwiz.project.delegates import (
    mentions,
    new_row,
    posts,
    reworded,
    with_name_changed,
    with_post,
)
from partnerwiz.project.departing import reopened
from partnerwiz.project.model import ANIMATION, HOW, Organisation
from partnerwiz.project.received import Receipt, noted
from partnerwiz.terminal.arrival import tell_may_reopen, tell_to_send
from partnerwiz.terminal.departure import tell_reopened
from partnerwiz.terminal.fields import Item
from partnerwiz.terminal.guide import Guide

if TYPE_CHECKING:
    from partnerwiz.project.model import Project
    from partnerwiz.project.store import Store

_NOBODY = ""


def replaces(guide: Guide, store: "Store", one: Organisation, again: str) -> None:
    """One post leaves, another arrives; saved at once. Raises `Left`."""
    before = store.project
    guide.head("delegate-head", name=guide.the(one))
    found = posts(before, guide.method, one.id)
    row, former = new_row(before, guide.method, one.id), ""
    if found:
        items = [Item(key, post) for key, post in found.items()]
        items.append(guide.item(_NOBODY, "delegate-nobody"))
        chosen = guide.choose("delegate-leaves", items)
        row, former = (chosen, found[chosen]) if chosen else (row, "")

    post = guide.line("delegate-arrives").strip()
    project = with_post(before, guide.method, one.id, row, {"post": post})
    store.save(_received(guide, project, store.seat, one))
    guide.tell("delegate-saved")
    if former and former.casefold() != post.casefold():
        _reword(guide, store, former, post)
    tell_reopened(guide, store.project, reopened(before, store.project, guide.method))
    tell_may_reopen(guide, store.project)
    tell_to_send(guide, one.id, again)


def _received(guide: Guide, project: "Project", seat: str, one: Organisation) -> "Project":
    """Noted by the facilitator: how it came is kept with it."""
    if seat != ANIMATION:
        return project
    items = [guide.item(how, f"came-{how}") for how in HOW if how != "own-hand"]
    how = guide.choose("came-how", items)
    today = datetime.datetime.now().astimezone().date().isoformat()
    return noted(project, one.id, Receipt(("delegates",), how, today, by=seat))


def _reword(guide: Guide, store: "Store", former: str, post: str) -> None:
    """Each shared text that names the former post, one by one."""
    found = list(mentions(store.project, guide.method, former))
    if found:
        guide.tell("delegate-named", count=len(found), post=former)
    for mention in found:
        guide.page.line()
        guide.tell("delegate-place", label=mention.question.label)
        guide.page.text(mention.text, indent=4)
        if not guide.yes("delegate-change"):
            continue
        proposed = with_name_changed(mention.text, former, post)
        text = guide.text("delegate-rewrite", proposed)
        store.save(reworded(store.project, mention, text))
