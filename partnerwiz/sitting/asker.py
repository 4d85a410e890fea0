"""What asks: the terminal, a test, one day a page. The session owns this protocol."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Refused
from partnerwiz.project.calling import Part, Prompt
from partnerwiz.project.model import Project
from partnerwiz.project.positions import About
from partnerwiz.words import Text


class Back:
    """To the question before. Erases nothing."""


class Forward:
    """To the question after, answered or not. Changes nothing."""


class Undo:
    """Take back the last answer of this sitting, and be asked it again."""


class Leave:
    """Stop here; everything given is saved."""


class GoTo(NamedTuple):
    """To another question, by id; of the same voice unless one is named."""

    question: str
    voice: str | None = None


class Stand(NamedTuple):
    """Say where one stands on what the table has written: on one answer, or on all that waits."""

    question: str = ""


class ReadAgain:
    """Go through what someone else noted down for this organisation: its own word from then on."""


class More(NamedTuple):
    """So far: to be saved, and the question goes on (the lines of a table, one by one)."""

    value: Any


class Again(NamedTuple):
    """Why a prompt is asked once more, and what had been given."""

    draft: Any = None
    refused: Refused | None = None
    error: PartnerwizError | None = None
    """what kept the answer from being saved"""
    notes: tuple[str, ...] = ()
    """keys of sentences"""
    going_on: bool = False
    """what was given so far is saved, and the person goes on"""
    half: Any = None
    """what stood half-written when the question was last left: see `Asker.half`"""


class Asker(Protocol):
    @property
    def half(self) -> Any:
        """What stood half-written when the last `ask` ended otherwise than by an answer, be it by
        an exception; None if nothing did. Plain data: it is kept and handed back in `Again`.
        """

    def ask(self, prompt: Prompt, project: Project, again: Again | None = None) -> Any:
        """The raw answer, not yet checked, or a `State`, `More`, `Back`, `Forward`, `Undo`,
        `GoTo`, `Stand` or `Leave`.
        """

    def pause(self, part: Part, project: Project) -> Leave | GoTo | Stand | None:
        """A part of the path is through: show what was said in it. `Leave` to stop here, `GoTo`
        to change one of its answers, `Stand` to say where one stands on what is new.
        """

    def may_end(self, prompt: Prompt, told: Text) -> Leave | Back | None:
        """An answer with which one may well stop: say so, without blame. `Leave` to stop here,
        `Back` to answer anew.
        """

    def go_over(
        self, prompt: Prompt, mine: Sequence[Prompt], others: Sequence[Prompt], project: Project
    ) -> bool:
        """The answer changed, and these rest on it: whether to go over `mine` now. `others` are
        for other organisations to look at, or are no longer called for.
        """

    def in_turn(self, organisations: Sequence[str], project: Project) -> Sequence[str]:
        """These, in the order in which they speak, as the group chooses."""

    def wording(self, one: About, project: Project, organisation: str) -> None:
        """Show the words on which this organisation is about to say where it stands, and nothing
        of what others said of them; "" where nobody is about to.
        """

    def side_by_side(self, one: About, project: Project) -> Leave | Back | None:
        """Show where each stands on these words; where they part, in a room, they are talked over."""
