"""What asks: the terminal, a test, one day a page. The session owns this protocol."""

from typing import Any, NamedTuple, Protocol

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Refused
from partnerwiz.project.calling import Part, Prompt
from partnerwiz.project.model import Project
from partnerwiz.words import Text


class Back:
    """To the question before. Erases nothing."""


class Leave:
    """Stop here; everything given is saved."""


class GoTo(NamedTuple):
    """To another question, by id; of the same voice unless one is named."""

    question: str
    voice: str | None = None


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


class Asker(Protocol):
    def ask(self, prompt: Prompt, project: Project, again: Again | None = None) -> Any:
        """The raw answer, not yet checked, or a `State`, `More`, `Back`, `GoTo` or
        `Leave`.
        """

    def pause(self, part: Part, project: Project) -> Leave | None:
        """A part of the path is through: show what was said in it. `Leave` to stop here."""

    def may_end(self, prompt: Prompt, told: Text) -> Leave | Back | None:
        """An answer with which one may well stop: say so, without blame. `Leave` to stop here,
        `Back` to answer anew.
        """
