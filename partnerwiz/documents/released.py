"""What organisations made public of their private answers, as a template reads it. It comes from
what they released and from nowhere else: a document never sees the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from partnerwiz.documents.names import Named, named, with_role
from partnerwiz.documents.slots import Mistake
from partnerwiz.documents.values import Setting
from partnerwiz.documents.wording import Wording
from partnerwiz.method.model import Question


@dataclass(frozen=True, slots=True)
class Released:
    _wording: Wording

    def rows(self, question_id: str, organisation: Named | str) -> list[dict[str, Markup | str]]:
        """Of a table: for each line made public, its cells by column."""
        question = self._question(question_id)
        voice = organisation.id if isinstance(organisation, Named) else organisation
        wording = self._wording
        if voice not in wording.project.organisations:
            raise Mistake("doc-no-organisation", name=voice)
        value = wording.project.organisations[voice].block.released.get(question_id)
        setting = Setting(wording.project, wording.method, wording.language, voice)
        found: list[dict[str, Markup | str]] = []
        for key, row in value.items() if isinstance(value, Mapping) else ():
            cells = {one.id: setting.cell(question, one, key, row) for one in question.columns}
            found.append(
                {name: wording.slots.line(*cell) if cell else "" for name, cell in cells.items()}
            )
        return found

    def tellers(self, question_id: str) -> list[Named]:
        """The partners that made something of it public."""
        self._question(question_id)
        wording = self._wording
        return [
            named(one, wording.language, wording.slots)
            for one in with_role(wording.project, "partner")
            if one.block.released.get(question_id)
        ]

    def _question(self, question_id: str) -> Question:
        question = self._wording.method.questions.get(question_id)
        if question is None:
            raise Mistake("doc-unknown", name=question_id)
        if question.release is None or question.kind != "table":
            raise Mistake("doc-not-released", name=question_id)
        return question
