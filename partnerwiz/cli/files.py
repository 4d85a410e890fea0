"""`export`, `answer` and `restore`: the commands that write and ask nothing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from partnerwiz.cli.options import (
    File,
    Function,
    Plain,
    Received,
    Seat,
    Steps,
    Templates,
    Ui,
    WrongUseError,
    checked_seat,
    checked_ui,
    day_given,
    method_in,
    project_file,
    receipt_of,
    screen_language,
    seat_here,
    step_named,
    still_to_confirm,
)
from partnerwiz.cli.sit import again
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import LANGUAGES, say, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerwiz.method.model import Method, Question

GivenFile = Annotated[Path, typer.Argument(metavar="file", help="argument-given")]


def export(
    file: File = None,
    name: Annotated[
        str, typer.Option("--document", metavar="name", help="option-document")
    ] = "charter",
    step: Annotated[
        str | None, typer.Option("--step", metavar="number", help="option-step-of-sheet")
    ] = None,
    organisation: Annotated[
        str | None,
        typer.Option("--organisation", metavar="organisation", help="option-organisation-of-paper"),
    ] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="format", help="option-format")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="language", help="option-lang")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="path", help="option-output")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="option-force")] = False,
    listed: Annotated[bool, typer.Option("--list", help="option-list")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del plain
    from partnerwiz import HOME
    from partnerwiz.documents import (
        FORMATS,
        USUAL,
        available,
        document,
        lacking,
        write,
    )
    from partnerwiz.project.exports import write_export
    from partnerwiz.project.store import load

    checked_ui(ui)
    if language not in (None, *LANGUAGES):
        raise WrongUseError("bad-lang", value=language, allowed=", ".join(LANGUAGES))
    method = method_in(steps)
    templates = templates or HOME / "templates"
    known = available(templates)
    if listed:
        print("\n".join(one for one in known if not lacking(one, templates, method)))
        return
    if name not in known:
        raise WrongUseError("export-no-document", value=name, allowed=", ".join(known))
    if lacks := lacking(name, templates, method):
        raise PartnerwizError("export-lacks", name=name, lacks=", ".join(lacks))
    _checked_subject(name, step, organisation)
    about = step_named(step, method)
    wanted = list(dict.fromkeys(formats or [USUAL.get(name, "html")]))
    for one in wanted:
        if one not in FORMATS:
            raise WrongUseError("export-no-format", value=one, allowed=", ".join(FORMATS))
    file = project_file(file)
    project = load(file, method)  # no seat: private answers are not even read
    told = screen_language(project=project.language)
    if organisation is not None and organisation not in project.organisations:
        allowed = ", ".join(project.organisations)
        raise WrongUseError("no-such-seat", value=organisation, allowed=allowed)
    language = language or project.language
    made = document(name, project, method, templates, language, about, organisation)
    of_what = f"-{method.steps[about].number or 'end'}" if about else ""
    of_what += f"-{organisation}" if organisation else ""
    to_screen = output == Path("-")
    if len(wanted) > 1 and (to_screen or (output is not None and not output.is_dir())):
        raise WrongUseError("export-one-screen" if to_screen else "export-one-file")
    for one in wanted:
        text = write(made, one)
        if to_screen:
            print(text, end="")
            continue
        target = _target(file, output, f"{name}{of_what}.{made.language}.{one}")
        write_export(file, target, text.encode(), force=force)
        print(say("export-written", told, file=target), file=sys.stderr)
    if made.gaps:
        print(say("export-gaps", told, count=len(made.gaps)), file=sys.stderr)


def _checked_subject(name: str, step: str | None, organisation: str | None) -> None:
    """A document about one step, or about one organisation, is told which; no other is."""
    from partnerwiz.documents import BY_ORGANISATION, BY_STEP

    if (name in BY_STEP) != (step is not None):
        key = "export-which-step" if step is None else "export-no-step"
        raise WrongUseError(key, name=name, by_step=", ".join(BY_STEP))
    if (name in BY_ORGANISATION) != (organisation is not None):
        key = "export-whose" if organisation is None else "export-not-of-one"
        raise WrongUseError(key, name=name, by_organisation=", ".join(BY_ORGANISATION))


def _target(project: Path, output: Path | None, ending: str) -> Path:
    default = project.with_name(f"{project.stem}-{ending}")
    if output is None:
        return default
    return output / default.name if output.is_dir() else output


def answer(
    file: GivenFile,
    answers: Annotated[
        list[str] | None, typer.Argument(metavar="answers", help="argument-answers")
    ] = None,
    seat: Seat = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="file", help="option-from")
    ] = None,
    states: Annotated[
        list[str] | None, typer.Option("--state", metavar="state", help="option-state")
    ] = None,
    who: Annotated[str, typer.Option("--who", metavar="text", help="option-who")] = "",
    by: Annotated[str, typer.Option("--by", metavar="date", help="option-by")] = "",
    received: Received = None,
    function: Function = "",
    on: Annotated[str | None, typer.Option("--on", metavar="date", help="option-on-day")] = None,
    confirmed: Annotated[
        str | None, typer.Option("--confirmed", metavar="date", help="option-confirmed")
    ] = None,
    positions: Annotated[
        list[str] | None, typer.Option("--position", metavar="position", help="option-position")
    ] = None,
    words: Annotated[
        str, typer.Option("--words", metavar="text", help="option-position-words")
    ] = "",
    publish: Annotated[bool, typer.Option("--publish", help="option-publish")] = False,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del plain, templates
    from partnerwiz.project.model import ANIMATION, State
    from partnerwiz.project.store import Store, load, seats_here
    from partnerwiz.sitting.given import RefusedAnswers, from_block, from_words, with_given
    from partnerwiz.sitting.given_positions import with_positions

    checked_ui(ui)
    stands = _pairs(positions or [])
    if (words or publish) and len(stands) != 1:
        raise WrongUseError("position-single")
    if stands and received == "phone":
        raise WrongUseError("position-by-phone")
    method = method_in(steps)
    project = load(file, method)
    told = screen_language(project=project.language)
    here = seats_here(file)
    seat = seat_here(file, seat)
    checked_seat(seat, list(project.organisations))
    if confirmed is not None:
        _confirm(file, method, seat, answers or [], day_given(confirmed), told)
        return
    try:
        given = from_words(answers or [], method)
        given += from_block(source) if source else []
        given += [(path, State(name, who=who, by=by)) for path, name in _pairs(states or [])]
        if not given and not stands:
            raise WrongUseError("answer-nothing", file=file)
        receipt = receipt_of(received, function, day_given(on), seat, here)
        if receipt and seat not in here and (private := _private_among(given, method)):
            raise WrongUseError("dictated-private", label=private.label[told])
        with Store.open(file, method, seat) as store:
            changed = with_given(store.project, given, method, seat, receipt)
            changed = with_positions(changed, stands, method, seat, words=words, publish=publish)
            store.save(changed)
    except RefusedAnswers as refused:
        for path, why in refused.reasons:
            sentence = say("answer-refused", told, id=path, why="{why}")
            print(sentence.replace("{why}", why.say(told)), file=sys.stderr)
        print(say("answer-none-saved", told), file=sys.stderr)
        raise typer.Exit(1) from None
    ids = ", ".join(dict.fromkeys(path.partition("/")[0] for path, _ in (*given, *stands)))
    if seat in (*here, ANIMATION):
        print(say("answer-saved", told, file=file, ids=ids))
    else:  # by the hand of another: let it be seen
        name = changed.organisations[seat].the(told)
        print(say("answer-saved-for", told, file=file, ids=ids, name=name))
    if waits := still_to_confirm(receipt, changed, seat, again(file, steps), told):
        from partnerwiz.terminal.page import Page

        Page().text(waits, indent=0)  # long: a terminal would cut it anywhere


def _private_among(given: "Sequence[tuple[str, object]]", method: "Method") -> "Question | None":
    """The first private question among these."""
    ids = (path.partition("/")[0] for path, _ in given)
    found = (method.questions.get(method.older_ids.get(one, one)) for one in ids)
    return next((one for one in found if one and one.private), None)


def _confirm(
    file: Path, method: "Method", seat: str, named: list[str], on: str, language: str
) -> None:
    """The organisation has read again what was noted down for it: these answers, or all of them."""
    from partnerwiz.project.model import ANIMATION
    from partnerwiz.project.received import confirmed, to_confirm
    from partnerwiz.project.store import Store

    if seat == ANIMATION:
        raise WrongUseError("confirm-whose")
    with Store.open(file, method, seat) as store:
        waiting = to_confirm(store.project.organisations[seat].block)
        ids = [method.older_ids.get(one, one) for one in named] or list(waiting)
        if wrong := next((one for one in ids if one not in waiting), None):
            known = ", ".join(waiting) or "…"
            raise PartnerwizError("confirm-nothing", value=wrong[:40], known=known)
        if not ids:
            raise PartnerwizError("confirm-none", name=store.project.organisations[seat].name)
        store.save(confirmed(store.project, seat, ids, on))
    print(say("confirm-done", language, ids=", ".join(ids)))


def _pairs(words: list[str]) -> list[tuple[str, str]]:
    pairs = []
    for word in words:
        path, equals, value = word.partition("=")
        if not equals or not path:
            raise WrongUseError("answer-form", text=word[:40])
        pairs.append((path, value))
    return pairs


def restore(
    file: File = None,
    seat: Annotated[
        str | None, typer.Option("--private", metavar="seat", help="option-private")
    ] = None,
    ui: Ui = None,
    plain: Plain = False,
    steps: Steps = None,
    templates: Templates = None,
) -> None:
    del plain, steps, templates
    from partnerwiz.method.kinds import is_key
    from partnerwiz.project.store import restore as bring_back

    checked_ui(ui)
    if file is None:
        file = project_file(None)
    if seat is not None and not is_key(seat):
        raise WrongUseError("no-such-seat", value=visible(seat), allowed="…")
    bring_back(file, seat)
    print(say("restored", screen_language(), file=file))
