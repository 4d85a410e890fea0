"""The name and the role of an organisation, changed at the keyboard."""

from dataclasses import replace
from typing import TYPE_CHECKING

from partnerwiz.method.kinds import Refused
from partnerwiz.project.model import ROLES, Organisation
from partnerwiz.terminal.guide import Guide

if TYPE_CHECKING:
    from partnerwiz.project.store import Store


def changes_card(guide: Guide, store: "Store", one: Organisation, day: str) -> None:
    """Saved at once. Whoever started stays a partner here: leaving has its own way. Raises `Left`."""
    from partnerwiz.sitting.opening import as_said, checked_name, name_and_article

    def refuse(text: str) -> str | None:
        try:
            checked_name(text)
        except Refused as refused:
            return refused.say(guide.language)
        return None

    text = guide.line("card-name", as_said(one), refuse)
    article, name = name_and_article(checked_name(text))
    one = replace(one, name=name, article=article)
    role = one.role
    if one.id != store.project.initiator:
        roles = [guide.item(role, f"role-{role}") for role in ROLES if role != "left"]
        role = guide.choose("card-role", roles, one.role)
    if role != one.role:
        ended = day if role == "declined" else ""
        one = replace(one, role=role, since=one.since or day, until=ended)
    store.save(store.project.with_organisation(one))
    guide.tell("organisation-saved", name=one.name, role=guide.item("", f"role-{role}").label)
