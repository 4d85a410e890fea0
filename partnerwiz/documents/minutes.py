"""The last sitting, as a template reads it under `sitting`: what is sent to all the same evening."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from partnerwiz.documents.names import alphabetical, enumerated, with_role
from partnerwiz.documents.wording import Day, Point, Told, Wording
from partnerwiz.errors import PartnerwizError
from partnerwiz.project.model import TOGETHER, Organisation
from partnerwiz.project.sittings import Said, Sitting, last_sitting


@dataclass(frozen=True)
class Minutes:
    _wording: Wording

    def __bool__(self) -> bool:
        """Whether a sitting is recorded at all."""
        return last_sitting(self._wording.project) is not None

    @cached_property
    def _sitting(self) -> Sitting:
        found = last_sitting(self._wording.project)
        if found is None:
            raise PartnerwizError("doc-no-sitting")
        return found

    @property
    def on(self) -> Day:
        return self._wording.day(self._sitting.on)

    @property
    def present(self) -> Markup | str:
        """« le CCAS et L’Escale », in alphabetical order: nobody comes first."""
        known = self._wording.project.organisations
        found = {one: known[one] for one in self._sitting.present if one in known}
        return self._names(sorted(found.values(), key=alphabetical))

    @property
    def others(self) -> Markup | str:
        return self._said(self._sitting.others)

    @property
    def absent(self) -> Markup | str:
        """The partners of that day who were not there: nobody, where nothing tells who was."""
        sitting = self._sitting
        if not sitting.present:
            return ""
        partners = with_role(self._wording.project, "partner")
        return self._names(
            [
                one
                for one in partners
                if one.id not in sitting.present and (one.since or sitting.on) <= sitting.on
            ]
        )

    @property
    def decided(self) -> list[Markup]:
        return [self._wording.said(one) for one in self._sitting.decided]

    @property
    def changed(self) -> list[Told]:
        """What was said in this sitting and changed in it too is under `noted` alone."""
        noted = self._sitting.noted
        return self._told(one for one in self._sitting.changed if one not in noted)

    @property
    def noted(self) -> list[Told]:
        """What was said for the first time."""
        return self._told(self._sitting.noted)

    @property
    def open(self) -> list[Point]:
        return [self._wording.point(*one) for one in self._wording.left_open()]

    @property
    def calls(self) -> list[Markup]:
        return [self._wording.said(one) for one in self._sitting.calls]

    @property
    def corrections(self) -> Day:
        return self._wording.day(self._sitting.corrections)

    @property
    def next(self) -> Day:
        return self._wording.day(self._sitting.next)

    @property
    def where(self) -> Markup | str:
        return self._said(self._sitting.where)

    def _told(self, found: Iterable[Said]) -> list[Told]:
        """What no question knows, what is private, and what is nobody's here stays unsaid."""
        project, method = self._wording.project, self._wording.method
        told: list[Told] = []
        for one in found:
            question = method.questions.get(method.older_ids.get(one.question, one.question))
            if question is None:
                continue
            voice: str | None = TOGETHER
            if question.by != "together":
                starts = project.initiator if question.by == "initiator" else ""
                voice = one.organisation or starts
                if voice not in project.organisations:
                    continue
            if entry := self._wording.told(question, voice):
                told.append(entry)
        return told

    def _said(self, text: str) -> Markup | str:
        return self._wording.said(text) if text else ""

    def _names(self, organisations: list[Organisation]) -> Markup | str:
        inlines = enumerated(organisations, self._wording.language)
        return self._wording.slots.line(*inlines) if inlines else ""
