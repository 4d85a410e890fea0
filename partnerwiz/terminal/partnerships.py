"""Several partnerships, one after the other, as they are read."""

from collections.abc import Iterable, Sequence

from partnerwiz.lenses.across import Load, present
from partnerwiz.lenses.dates import END, LATER, NEXT, PAST, Dated
from partnerwiz.lenses.overview import Open, Overview, Place, Present
from partnerwiz.method.model import Question
from partnerwiz.terminal.page import Page
from partnerwiz.terminal.told import date, state_in_words
from partnerwiz.words import Text, say, typeset

_LONGEST = 120
"""characters of what people wrote that a line of this list repeats"""
_MOST_LABELS = 3


def show_partnership(
    page: Page, file: str, view: Overview, language: str, organisation: str = ""
) -> None:
    """One project; of one organisation alone, in more detail, where it is named."""
    page.rule(_short(view.title))
    path = say(f"list-path-{view.path}", language)
    page.text(f"{file} · {path}", "dim", indent=3)
    page.text(_place(view.place, language), indent=3)
    if view.ended:
        page.text(say("list-ended", language, date=date(view.ended, language)), indent=3)
    alone = present(view, organisation) if organisation else ()
    ids = {one.organisation.id for one in alone}
    if alone:
        _show_alone(page, alone, language)
        left_open = [one for one in view.open if one.organisation and one.organisation.id in ids]
        found = [one for one in view.dates if not one.organisation or one.organisation.id in ids]
    else:
        _show_awaited(page, view, language)
        left_open, found = list(view.open), list(view.dates)
    _show(page, "list-open", [(_open(one, language), one.when) for one in left_open], language)
    next_one = next((one for one in found if one.when == LATER), None)
    shown = [one for one in found if one.when != LATER or one is next_one or one.id == END]
    _show(page, "list-dates", [(_date(one, language), one.when) for one in shown], language)
    counts = [
        say(f"list-count-{name}", language, count=count)
        for name, count in view.counts.items()
        if count and not alone
    ]
    if counts:
        page.text(" · ".join(counts), "dim", indent=3)


def _place(place: Place | None, language: str) -> str:
    if place is None:
        return say("list-all-said", language)
    if place.waiting:
        return say("list-waits", language)
    part: Text | str = place.title
    if place.step and place.step.number:
        values = {"phase": place.title, "number": place.step.number, "title": place.step.title}
        part = say("list-step", language, **values)
    return say("list-at", language, part=part)


def _show_awaited(page: Page, view: Overview, language: str) -> None:
    lines = [
        say("awaited-from", language, name=_name(one, language), count=len(one.owes))
        for one in view.organisations
        if one.owes
    ]
    if view.table:
        labels = _labels(view.table, language, _MOST_LABELS)
        lines.append(say("list-together", language, labels=labels))
    _show(page, "list-awaited", [(line, "") for line in lines], language)


def _show_alone(page: Page, alone: Sequence[Present], language: str) -> None:
    for one in alone:
        role = say(f"role-{one.organisation.role}", language)
        told = say("list-role", language, name=_name(one, language), role=role)
        page.text(told, indent=3)
        if one.hours is not None:
            hours = _number(one.hours, language)
            page.text(say("list-hours", language, hours=hours), indent=3)
        if one.owes:
            lines = [(typeset(question.label[language], language), "") for question in one.owes]
            _show(page, "list-awaited", lines, language)


def _show(page: Page, title: str, lines: Iterable[tuple[str, str]], language: str) -> None:
    """A title and its lines, each with whether its date is past; nothing where there is none."""
    lines = list(lines)
    if lines:
        page.text(say(title, language), "bold", indent=3)
    for line, when in lines:
        sign = page.sign("waiting") if when == PAST else "-"
        page.text(line, indent=6, first=f"   {sign}")


def _labels(questions: Sequence[Question], language: str, most: int) -> str:
    labels = ", ".join(typeset(one.label[language], language) for one in questions[:most])
    if len(questions) <= most:
        return labels
    return say("list-more", language, labels=f"{labels}, …", count=len(questions))


def _open(one: Open, language: str) -> str:
    label = typeset(one.question.label[language], language)
    if one.organisation:
        label = say("list-about", language, about=_short(one.organisation.name), label=label)
    state = one.state._replace(who=_short(one.state.who))
    told = say("colon", language, before=label, after=state_in_words(state, language))
    return say("list-date-past", language, told=told) if one.when == PAST else told


def _date(one: Dated, language: str) -> str:
    about = typeset(one.label[language], language)
    if one.organisation:
        about += f", {_short(one.organisation.name)}"
    if one.about and one.id == NEXT:
        about = say("list-about", language, about=about, label=_short(one.about))
    elif one.about:
        about = say("list-about", language, about=_short(one.about), label=about)
    told = say("colon", language, before=date(one.on, language), after=about)
    if one.when != PAST:
        return told
    return say("list-date-unmet" if one.unmet else "list-date-past", language, told=told)


def show_unreadable(page: Page, sentence: str, language: str) -> None:
    page.rule(say("list-unreadable", language))
    page.text(sentence, "warn", indent=3)


def show_copies(page: Page, copies: Iterable[Sequence[str]], language: str) -> None:
    for number, files in enumerate(copies):
        if number == 0:
            page.line()
        page.text(say("list-copies", language, files=", ".join(files)), indent=0)


def show_loads(page: Page, loads: Sequence[Load], language: str, *, alone: bool) -> None:
    """What each organisation carries across the projects; `alone`: the one that was asked for."""
    if not loads:
        return
    page.rule(say("list-in-all" if alone else "list-several", language))
    beside = [load for load in loads if not (load.partner or load.owes or alone)]
    for load in loads:
        if load in beside:
            continue
        values = {"name": _short(load.name), "owes": load.owes}
        if load.projects > 1:
            values |= {"projects": load.projects, "partner": load.partner}
        line = say("list-load" if load.projects > 1 else "list-load-one", language, **values)
        page.text(line, indent=6, first="   -")
        if load.hours is not None:
            hours = _number(load.hours, language)
            page.text(say("list-hours", language, hours=hours), indent=6)
    if beside:
        names = ", ".join(_short(load.name) for load in beside)
        page.text(say("list-beside", language, names=names), "dim", indent=6, first="   -")


def _name(one: Present, language: str) -> str:
    return _short(one.organisation.the(language))


def _number(hours: float, language: str) -> str:
    text = f"{hours:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "fr" else text


def _short(text: str) -> str:
    """One line of no more than is read at a glance."""
    line = " ".join(text[: _LONGEST * 2].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
