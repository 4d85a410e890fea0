"""What an organisation makes public of its private answers: these very words, copied to its block,
and only those that the method lets it release.
"""

from collections.abc import Mapping
from typing import Any

from partnerwiz.method.kinds import Value
from partnerwiz.method.model import Question
from partnerwiz.project.model import Project


def to_release(project: Project, question: Question, owner: str, row: str = "") -> Value | None:
    """What would become public: the answer, one line of it, or the columns that may be; None if
    there is nothing. The owner's private answers must have been read.
    """
    value = project.value(question, owner)
    if not value or question.release is None:
        return None
    if not isinstance(value, Mapping):
        return value
    rows = {key: one for key, one in value.items() if row in ("", key)}
    if isinstance(question.release, tuple):
        rows = {key: _only(one, question.release) for key, one in rows.items()}
    return {key: one for key, one in rows.items() if one} or None


def with_released(project: Project, question: Question, owner: str, words: Value) -> Project:
    """With these words public; lines released before stay."""
    released = project.organisations[owner].block.released
    before = released.get(question.id)
    if isinstance(before, Mapping) and isinstance(words, Mapping):
        words = {**before, **words}
    return project.with_block(owner, released={**released, question.id: words})


def without_released(project: Project, question: Question, owner: str, row: str = "") -> Project:
    """With the answer, or one line of it, public no more."""
    released = project.organisations[owner].block.released
    kept = {key: one for key, one in released.items() if key != question.id}
    found = released.get(question.id)
    if row and isinstance(found, Mapping):
        rest = {key: one for key, one in found.items() if key != row}
        kept |= {question.id: rest} if rest else {}
    return project.with_block(owner, released=kept)


def _only(row: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    return {key: cell for key, cell in row.items() if key in columns and cell}
