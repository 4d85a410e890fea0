"""`organisation`: who arrives, who leaves, who represents whom, under which name and role. Told in
one line by options; at a terminal without them, a guided conversation.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from partnerwiz.cli.ending import ending_with
from partnerwiz.cli.options import (
    Plain,
    Seat,
    Steps,
    Templates,
    Ui,
    WrongUseError,
    checked_seat,
    checked_ui,
    day_given,
    is_terminal,
    method_in,
    screen_language,
    seat_here,
    wants_plain,
)
from partnerwiz.cli.sit import again
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.method.model import Method
    from partnerwiz.project.model import Organisation, Project
    from partnerwiz.project.store import Store


def organisation(
    file: Annotated[Path, typer.Argument(metavar="file", help="argument-given")],
    org: Annotated[
        str | None, typer.Argument(metavar="organisation", help="argument-organisation")
    ] = None,
    add: Annotated[str | None, typer.Option("--add", metavar="name", help="option-add")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="name", help="option-name")] = None,
    role: Annotated[str | None, typer.Option("--role", metavar="role", help="option-role")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="date", help="option-on")] = None,
    takes_over: Annotated[
        str | None,
        typer.Option("--takes-over", metavar="organisation", help="option-takes-over"),
    ] = None,
    delegate: Annotated[
        str | None, typer.Option("--delegate", metavar="text", help="option-delegate")
    ] = None,
    replacing: Annotated[
        str | None, typer.Option("--replacing", metavar="text", help="option-replacing")
    ] = None,
    seat: Seat = None,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del templates
    from partnerwiz.method.kinds import Refused
    from partnerwiz.project.store import Store, load

    checked_ui(ui)
    _checked_options(role, takes_over, delegate, replacing)
    method = method_in(steps)
    project = load(file, method)
    told = screen_language(project=project.language)
    for named in (org, takes_over):
        if named is not None and named not in project.organisations:
            raise WrongUseError("organisation-which", known=", ".join(project.organisations))
    changes = any(one is not None for one in (add, name, role, delegate))
    if not changes and not is_terminal():
        for one in project.organisations.values():
            if org in (None, one.id):
                print(_line("organisation-line", one, told))
        return
    if changes and org is None and add is None:
        raise WrongUseError("organisation-which", known=", ".join(project.organisations))
    seat = seat_here(file, seat)
    checked_seat(seat, list(project.organisations))
    if not changes:
        _guided(file, method, seat, org, told, plain=plain, steps=steps)
        return
    with Store.open(file, method, seat, with_private=False) as store:
        before = store.project
        try:
            changed, one = _changed(before, org, add, name, role, day_given(on))
        except Refused as refused:
            raise PartnerwizError(refused.why, **refused.values) from None
        if role == "left":
            changed, lines = _taken_over(before, changed, method, one, takes_over, told)
        if delegate is not None:
            _may_speak_for(seat, one)
            changed = _delegated(changed, method, one, delegate, replacing)
        store.save(changed)
    print(_line("organisation-saved", one, told))
    if role == "left":
        _tell_left(before, changed, method, lines, told)


def _checked_options(
    role: str | None, takes_over: str | None, delegate: str | None, replacing: str | None
) -> None:
    from partnerwiz.project.model import ROLES

    if role not in (None, *ROLES):
        raise WrongUseError("bad-role", value=role, allowed=", ".join(ROLES))
    if takes_over is not None and role != "left":
        raise WrongUseError("takes-over-left")
    if replacing is not None and delegate is None:
        raise WrongUseError("replacing-whom")


def _changed(
    project: "Project",
    org: str | None,
    add: str | None,
    name: str | None,
    role: str | None,
    day: str,
) -> "tuple[Project, Organisation]":
    """The project with one organisation added or changed, and that organisation."""
    from dataclasses import replace

    from partnerwiz.sitting.opening import checked_name, name_and_article, with_organisations

    if add is not None:
        before = set(project.organisations)
        project = with_organisations(project, [add])
        new = [one for one in project.organisations if one not in before]
        known = (one.id for one in project.organisations.values() if one.name in add)
        org = new[0] if new else next(known)
    one = project.organisations[org or ""]
    if name is not None:
        article, name = name_and_article(checked_name(name))
        one = replace(one, name=name, article=article)
    if role is not None:
        if one.id == project.initiator and role not in ("partner", "left"):
            raise PartnerwizError("organisation-starts", name=one.name)
        ended = day if role in ("left", "declined") else ""
        one = replace(one, role=role, until=ended, since=one.since or day)
    return project.with_organisation(one), one


def _taken_over(
    before: "Project",
    changed: "Project",
    method: "Method",
    one: "Organisation",
    successor: str | None,
    told: str,
) -> "tuple[Project, list[str]]":
    """With the successor on every line that named the one that left; and what these lines are."""
    from partnerwiz.project.departing import namings, started_by, taken_over

    if before.initiator == one.id:
        if successor is None:
            raise PartnerwizError("starts-takes-over", who=one.name, id=one.id)
        changed = started_by(changed, successor, method)
    if successor is not None and (
        successor == one.id or changed.organisations[successor].role != "partner"
    ):
        raise PartnerwizError("takes-over-partner", value=successor)
    found = namings(before, method, one.id)
    for naming in found if successor else ():
        changed = taken_over(changed, naming, one.id, str(successor), "")
    return changed, list(dict.fromkeys(naming.question.label[told] for naming in found))


def _tell_left(
    before: "Project", after: "Project", method: "Method", lines: list[str], told: str
) -> None:
    from partnerwiz.project.departing import reopened

    if lines:
        print(say("left-named", told, labels=", ".join(lines)))
    found = reopened(before, after, method)
    for about, organisations in found.positions.items():
        names = ", ".join(after.organisations[one].name for one in organisations)
        print(say("reopen-position", told, label=about.question.label, names=names))
    if found.resting:
        labels = dict.fromkeys(one.question.label[told] for one in found.resting)
        print(say("reopen-resting", told, labels=", ".join(labels)))
    print(say("amendment", told))


def _may_speak_for(seat: str, one: "Organisation") -> None:
    """Its delegates are its own word; the facilitator may note it."""
    from partnerwiz.project.model import ANIMATION

    if seat not in (one.id, ANIMATION):
        raise WrongUseError("delegate-own", name=one.name, id=one.id)


def _delegated(
    project: "Project", method: "Method", one: "Organisation", post: str, former: str | None
) -> "Project":
    from partnerwiz.project.delegates import DELEGATES, new_row, posts, with_post

    if DELEGATES not in method.questions:
        raise PartnerwizError("delegate-none")
    found = posts(project, method, one.id)
    row = new_row(project, method, one.id)
    if former is not None:
        known = (key for key, held in found.items() if held.casefold() == former.casefold())
        row = next(known, "")
    if not row:
        raise PartnerwizError("delegate-which", known=", ".join(found.values()) or "–")
    return with_post(project, method, one.id, row, {"post": post})


def _line(key: str, one: Any, language: str) -> str:
    return say(key, language, id=one.id, name=one.name, role=say(f"role-{one.role}", language))


# at a terminal


def _guided(
    file: Path,
    method: "Method",
    seat: str,
    org: str | None,
    told: str,
    *,
    plain: bool,
    steps: Path | None,
) -> None:
    from partnerwiz.project.store import Store
    from partnerwiz.terminal.fields import Left
    from partnerwiz.terminal.guide import Guide
    from partnerwiz.terminal.page import Page

    page = Page(plain=wants_plain(plain))
    named = again(file, steps)
    guide = Guide(page, told, method)
    with (
        ending_with(page, "coming-stopped", again=named),
        Store.open(file, method, seat, with_private=False) as store,
    ):
        try:
            _guide(guide, store, org, named)
        except Left:
            page.line()
            guide.tell("coming-stopped", again=named)


def _guide(guide: "Any", store: "Store", org: str | None, named: str) -> None:
    from partnerwiz.project.delegates import DELEGATES
    from partnerwiz.terminal.arrival import arrives
    from partnerwiz.terminal.card import changes_card
    from partnerwiz.terminal.departure import leaves
    from partnerwiz.terminal.succession import replaces

    project = store.project
    for one in project.organisations.values():
        guide.page.line(_line("organisation-line", one, guide.language))
    keys = "coming-keys-plain" if guide.page.plain else "coming-keys"
    guide.tell(keys, "dim")
    kinds = ["arrives"] if org is None else []
    kinds += ["leaves", *(["delegate"] if DELEGATES in guide.method.questions else []), "card"]
    what = guide.choose("coming-what", [guide.item(one, f"coming-{one}") for one in kinds])
    if what == "arrives":
        arrives(guide, store, day_given(None), named)
        return
    if org is None and what == "delegate" and store.seat in project.organisations:
        org = store.seat  # who represents the others is theirs to say
    if org is None:
        gone = ("left", "declined") if what != "card" else ()
        here = [one for one in project.organisations.values() if one.role not in gone]
        org = guide.choose("coming-which", guide.organisations(here))
    one = project.organisations[org]
    if what == "leaves":
        leaves(guide, store, one, day_given(None))
    elif what == "delegate":
        _may_speak_for(store.seat, one)
        replaces(guide, store, one, named)
    else:
        changes_card(guide, store, one, day_given(None))
