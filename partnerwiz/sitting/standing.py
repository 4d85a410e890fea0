"""Where each organisation stands on what the table has written, asked wording by wording. What the
others said is shown only after: what one has seen first draws what one says.
"""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Refused, check
from partnerwiz.method.model import Method, Question
from partnerwiz.project.calling import Prompt
from partnerwiz.project.model import ANIMATION, POSITIONS, Position, Project, fingerprint
from partnerwiz.project.positions import (
    REGISTER,
    YES,
    About,
    position,
    shown_to,
    silent,
    speakers,
    to_say,
    with_position,
    wording,
    wordings,
)
from partnerwiz.sitting.asker import Again, Asker, Back, Leave
from partnerwiz.sitting.opening import own_question
from partnerwiz.sitting.scribe import Scribe
from partnerwiz.words import LANGUAGES, say

LATER = "later"
WAIT = "wait"


def round_of(project: Project, method: Method, seat: str, *, room: bool = False) -> list[About]:
    """What there is to go through: what this seat has still to say; in a room, all on which
    someone is asked, for there it is shown and talked over.
    """
    return list(wordings(project, method)) if room else to_say(project, method, seat)


def on_answer(question: Question, project: Project, method: Method, seat: str) -> list[About]:
    """What this seat may say of one shared answer, said already or not: its lines, where it is
    asked line by line; none where it has no say, or nothing is written there.
    """
    if question.by != "together" or wording(About(question), project) is None:
        return []
    each = [one.id for one in project.partners] if seat == ANIMATION else [seat]
    found = [
        one
        for one in wordings(project, method)
        if one.question is question and any(here in speakers(one, project) for here in each)
    ]
    partner = any(one.id in each for one in project.partners)
    return found or ([About(question)] if partner and question.positions != "rows" else [])


class Round:
    """One round of a seat. Every position is on the disk before the next thing is asked."""

    def __init__(
        self,
        asker: Asker,
        scribe: Scribe,
        method: Method,
        seat: str,
        *,
        room: bool = False,
        present: Collection[str] = (),
    ) -> None:
        """`present`: in a room, who is there; none told: all."""
        self._asker = asker
        self._scribe = scribe
        self._method = method
        self._seat = seat
        self._room = room
        self._present = present

    @property
    def _project(self) -> Project:
        return self._scribe.project

    def run(self, found: Sequence[About], *, anew: bool = False) -> Leave | None:
        """Through these, one after the other; `anew`: also what one has said already. Going back
        from the first ends the round.
        """
        at = 0
        while 0 <= at < len(found):
            left = self._one(found[at], anew=anew)
            if isinstance(left, Leave):
                return left
            at += -1 if isinstance(left, Back) else 1
        return None

    def _one(self, one: About, *, anew: bool) -> Leave | Back | None:
        together = self._room or self._seat == ANIMATION
        if wording(one, self._project) is None:
            return None
        went_on = False
        if self._room and one.question.talk and silent(one, self._project):
            left = self._goes_on(one)
            if left is not None:
                return None if left == WAIT else left
            went_on = True
        left = self._in_turn(one, anew=anew)
        if left is not None:
            return left
        if together and not went_on and silent(one, self._project):
            left = self._goes_on(one)
            if left is not None:
                return None if left == WAIT else left
            went_on = True
        if went_on or shown_to(one, self._project, ANIMATION if together else self._seat):
            return self._asker.side_by_side(one, self._project)
        return None

    def _in_turn(self, one: About, *, anew: bool) -> Leave | Back | None:
        """Those who may speak in this seat, each once."""
        here = [self._seat]
        if self._seat == ANIMATION:
            waiting = [
                each
                for each in silent(one, self._project)
                if not self._present or each in self._present  # nobody speaks for the absent
            ]
            here = list(self._asker.in_turn(waiting, self._project)) if waiting else []
        elif not (anew or self._seat in silent(one, self._project)):
            here = []
        at = 0
        while at < len(here):
            left = self._say(one, here[at])
            if isinstance(left, Leave):
                return left
            if isinstance(left, Back) and at == 0:
                return left
            at += -1 if isinstance(left, Back) else 1
        return None

    def _goes_on(self, one: About) -> Any:
        """Some have not said: whether to go on all the same (None), to wait, or to leave. What the
        others said is not shown meanwhile.
        """
        missing = silent(one, self._project)
        names = ", ".join(self._project.organisations[each].name for each in missing)
        question = own_question("stand-apart", "choice", (WAIT, "go-on"))
        who = {to: say("stand-apart-who", to, names=names, id=missing[0]) for to in LANGUAGES}
        told = {to: f"{who[to]} {(question.help or {})[to]}" for to in LANGUAGES}
        self._asker.wording(one, self._project, "")
        given = self._ask(replace(question, help=told), None, Again(draft=WAIT))
        return None if given == "go-on" else given

    # one organisation, one wording

    def _say(self, one: About, organisation: str) -> Leave | Back | None:
        """Its word, its sentence, its agreement to print, each saved as it is given; nothing where
        it is left for later.
        """
        names = ("word", "words", "publish")
        draft = position(one, self._project, organisation) or Position("")
        of = self._show(one, organisation)
        at, again = 0, None
        while at < len(names):
            name = names[at]
            question = self._question(name, one, draft)
            if again is None:
                again = self._started(name, one, organisation, draft)
            mark = f"position:{one.key}/{organisation}" if name == "words" else ""
            given = self._ask(question, organisation, again, mark)
            again = None
            if given == LATER or isinstance(given, Leave):
                return given if isinstance(given, Leave) else None
            if isinstance(given, Back):
                if at == 0:
                    return given
                at -= 1
                continue
            new = _with(draft, name, given)
            try:
                self._save(one, organisation, new, of)
            except _MovedError:
                if self._has_nothing(one, organisation):
                    return None
                of = self._show(one, organisation)
                draft, at, again = Position(""), 0, Again(notes=("stand-moved",))
            except PartnerwizError as error:
                again = Again(draft=given, error=error)
            else:
                draft, at = new, at + 1
        return None

    def _show(self, one: About, organisation: str) -> str:
        """The wording; its fingerprint."""
        self._asker.wording(one, self._project, organisation)
        value = wording(one, self._project)
        return fingerprint(value) if value is not None else ""

    def _has_nothing(self, one: About, organisation: str) -> bool:
        gone = organisation not in self._project.organisations
        return gone or wording(one, self._project) is None

    def _question(self, name: str, one: About, draft: Position) -> Question:
        if name == "word":
            return own_question("stand", "choice", (*POSITIONS, LATER))
        if name == "words":
            key = "stand-words" if draft.word in YES else "stand-change"
            return own_question(key, "text", optional=True)
        question = own_question("stand-publish", "yes-no")
        if one.question.id != REGISTER:
            return question
        line = {language: say("help-stand-publish-line", language) for language in LANGUAGES}
        return replace(question, help=line)

    def _started(self, name: str, one: About, organisation: str, draft: Position) -> Again | None:
        """What stands in the field: what was said, or left half-written; to print, no."""
        if name == "publish":
            return Again(draft="yes" if draft.publish else "no")
        if name == "words":
            half = self._scribe.half_named(f"position:{one.key}/{organisation}")
            if half is not None:
                return Again(half=half)
        found = draft.word if name == "word" else draft.words
        return Again(draft=found) if found else None

    def _ask(
        self, question: Question, organisation: str | None, again: Again | None, mark: str = ""
    ) -> Any:
        """What is given, checked; `Leave` or `Back`. `mark`: under which name what stands
        half-written is kept.
        """
        while True:
            try:
                given = self._asker.ask(Prompt(question, organisation), self._project, again)
            except BaseException:
                if mark and self._asker.half is not None:
                    self._scribe.keep_half_named(mark, self._asker.half)
                raise
            if mark:
                self._scribe.keep_half_named(mark, self._asker.half)
            if isinstance(given, (Leave, Back)):
                return given
            try:
                return check(question, given)
            except Refused as refused:
                again = Again(draft=given, refused=refused)

    def _save(self, one: About, organisation: str, said: Position, of: str) -> None:
        """On the disk when this returns. Raises `_MovedError` where these words stand no more."""

        def change(project: Project) -> Project:
            there = organisation in project.organisations
            value = wording(one, project) if there else None
            if value is None or fingerprint(value) != of:
                raise _MovedError
            return with_position(one, project, organisation, said)

        self._scribe.put(change)


class _MovedError(Exception):
    """The file was edited meanwhile: these are no longer the words that were shown."""


def _with(draft: Position, name: str, given: Any) -> Position:
    """Whatever changes must be agreed to be printed anew."""
    today = datetime.datetime.now().astimezone().date().isoformat()
    if name == "publish":
        return draft._replace(publish=given == "yes", on=today)
    if name == "words":
        same = draft.words == given
        return draft._replace(words=given, publish=draft.publish and same, on=today)
    return draft if draft.word == given else Position(given, on=today)
