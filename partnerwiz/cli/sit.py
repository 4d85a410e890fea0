"""The sitting that `new` and `resume` lead to: where one is, the questions, what may follow."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from partnerwiz.cli.options import still_to_confirm
from partnerwiz.errors import PartnerwizError
from partnerwiz.words import say

if TYPE_CHECKING:
    from partnerwiz.method.model import Method
    from partnerwiz.project.received import Receipt
    from partnerwiz.project.store import Store
    from partnerwiz.sitting.closing import Record
    from partnerwiz.sitting.session import Scope, Session
    from partnerwiz.terminal.asker import TerminalAsker
    from partnerwiz.terminal.page import Page


class Seated(NamedTuple):
    """Who sits where: all that a sitting needs besides its scope."""

    method: "Method"
    store: "Store"
    seat: str
    language: str
    page: "Page"
    again: str
    """how the file is named to a command"""
    receipt: "Receipt | None" = None
    """how what is noted down came here, where someone else answers"""


def sit(seated: Seated, scope: "Scope | None" = None, *, home: bool = False) -> None:
    """The sitting, from `home` (a list of what there is to do) where one comes back to it."""
    from partnerwiz.project.store import private_folder
    from partnerwiz.sitting.session import Session
    from partnerwiz.terminal.asker import TerminalAsker

    method, store, seat, language, page, _, receipt = seated
    room = scope is not None and scope.room
    desk = private_folder(store.path)
    asker = TerminalAsker(method, seat, language, page, desk=desk, room=room)
    asker.dictated = scope is not None and scope.dictated
    asker.stands = not (receipt and receipt.how == "phone")
    session = Session(method, store, asker, seat, scope, receipt)
    if scope and scope.question and session.first() is None:
        raise PartnerwizError("not-asked-here", value=scope.question)
    _say_where(session, seated)
    if waits := still_to_confirm(receipt, store.project, seat, seated.again, language):
        page.text(waits)
    if waiting := len({one.at for one in store.project.proposals}):
        page.text(say("settle-waits", language, count=waiting, file=seated.again), "warn")
    if scope is not None and room:
        from partnerwiz.sitting.closing import who_is_here

        here = who_is_here(asker, store.project)
        if here is None:
            return
        asker.present = tuple(here.get("present") or ())
        within = scope._replace(present=asker.present)
        session = Session(method, store, asker, seat, within, receipt)
        done = _in_the_room(session, asker, seated, here, home=home)
    else:
        done = _from_home(session, asker, store, home=home)
    for key in session.scribe.notes:  # what could not be told with a next question
        page.text(say(key, language), "warn")
    page.line()
    if not done:
        return
    if Session(method, store, asker, seat).first() is None:
        _say_all_asked(seated)
    elif session.left_aside:
        page.text(say("left-aside", language, again=seated.again))


def _from_home(session: "Session", asker: "TerminalAsker", store: "Store", *, home: bool) -> bool:
    from partnerwiz.sitting.asker import Leave, Stand

    start = asker.contents.home(store.project, session.first()) if home else None
    while isinstance(start, Stand):
        start = session.stand(start) or asker.contents.home(store.project, session.first())
    return False if isinstance(start, Leave) else session.run(start)


def _in_the_room(
    session: "Session", asker: "TerminalAsker", seated: Seated, here: "Record", *, home: bool
) -> bool:
    """The questions, then what was decided: put on record however it ends."""
    from partnerwiz.sitting.closing import close_sitting, put_on_record

    store, page, language = seated.store, seated.page, seated.language

    last: dict[str, Any] = {}

    def record() -> bool:
        order = asker.speaking.order(store.project)
        present = [one for one in order if one in asker.present]
        present += [one for one in asker.present if one not in present]
        return put_on_record(store, session.scribe, {**here, "present": present}, last)

    try:
        done = _from_home(session, asker, store, home=home)
        page.rule(say("closing-head", language))
        close_sitting(asker, store.project, asker.present, last)
    except BaseException:
        with contextlib.suppress(PartnerwizError, OSError):  # what ends it is told already
            record()
        raise
    if record():
        page.text(say("minutes-written", language, again=seated.again))
    return done


def _say_where(session: "Session", seated: Seated) -> None:
    method, store, seat, language, page, *_ = seated
    prompt = session.first()
    if prompt is None:
        _say_all_asked(seated)
        return
    if prompt.question.step not in method.steps:
        return
    step = method.steps[prompt.question.step]
    here = store.project.organisations.get(seat)
    page.line()
    page.text(
        say(
            "here-you-are" if here else "here-you-are-animation",
            language,
            title=store.project.title,
            seat=here.the(language) if here else "",
            place=say("at-step" if step.number else "at-the-ending", language, number=step.number),
            label=prompt.question.label,
        )
    )


def _say_all_asked(seated: Seated) -> None:
    path = seated.store.project.path
    key = "all-asked-short" if path == "short" else "all-asked"
    seated.page.text(say(key, seated.language, again=seated.again))
    seated.page.text(say("print-charter", seated.language, again=seated.again))


def again(file: Path, steps: Path | None) -> str:
    """What a command must be given to go on with this file."""
    return f"{file} --steps {steps}" if steps else f"{file}"
