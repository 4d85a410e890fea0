"""Where a partnership stands: by phase, step and voice. What was said, what is open, what is
waited for and from whom; never a score.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from partnerwiz.method.model import Method, Question, Step
from partnerwiz.project.calling import NOT_CALLED, on_path, standing, voices
from partnerwiz.project.model import Organisation, Project, State
from partnerwiz.project.positions import to_say
from partnerwiz.project.received import to_confirm
from partnerwiz.words import Text


@dataclass(frozen=True, slots=True)
class Item:
    """One answer, by its label: never its value."""

    id: str
    label: Text
    stands: str
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    organisation: str | None
    """None: all together"""
    name: str
    items: tuple[Item, ...]

    def standing_at(self, *stands: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.stands in stands)


@dataclass(frozen=True, slots=True)
class StepView:
    id: str
    number: int | None
    title: Text
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class PhaseView:
    id: str
    title: Text
    steps: tuple[StepView, ...]


class Owed(NamedTuple):
    """What one organisation has still to say of what stands there already."""

    organisation: Organisation
    positions: tuple[str, ...]
    """the wordings on which it has not said where it stands: ID or ID/ROW"""
    to_confirm: tuple[str, ...]
    """its answers that someone else noted down: ids"""


def owed(method: Method, project: Project) -> tuple[Owed, ...]:
    """For each organisation; empty where it has nothing left to say."""
    return tuple(
        Owed(
            one,
            tuple(about.key for about in to_say(project, method, one.id)),
            tuple(to_confirm(one.block)),
        )
        for one in project.organisations.values()
    )


def progress(method: Method, project: Project, seat: str | None = None) -> tuple[PhaseView, ...]:
    """The whole method, with what the project's path calls for.

    Private questions appear only as those of `seat`.
    """
    called = {question.id for question in on_path(method, project.path)}
    return tuple(
        PhaseView(
            phase.id,
            phase.title,
            tuple(
                StepView(
                    step.id,
                    step.number,
                    step.title,
                    tuple(_voices(step, called, method, project, seat)),
                )
                for step in phase.steps
            ),
        )
        for phase in method.phases
    )


def _voices(
    step: Step, called: set[str], method: Method, project: Project, seat: str | None
) -> Iterator[Voice]:
    said: dict[str | None, list[Item]] = {}
    for question in step.questions:
        if question.id not in called:
            continue
        for voice in voices(question, project):
            if question.private and voice != seat:
                continue
            item = _item(question, voice, method, project)
            if item.stands != NOT_CALLED:
                said.setdefault(voice, []).append(item)
    for voice, items in said.items():
        name = project.organisations[voice].name if voice else ""
        yield Voice(voice, name, tuple(items))


def _item(question: Question, voice: str | None, method: Method, project: Project) -> Item:
    stands = standing(question, project, voice, method)
    return Item(question.id, question.label, stands, project.state(question, voice))
