"""What the papers of a meeting read, by the names their templates know it under."""

from typing import Any

from partnerwiz.documents.agenda import Agenda
from partnerwiz.documents.minutes import Minutes
from partnerwiz.documents.slots import Slots
from partnerwiz.documents.stands import Stands
from partnerwiz.documents.tree import Blank
from partnerwiz.documents.wording import Wording
from partnerwiz.documents.worksheet import Worksheet
from partnerwiz.method.model import Method
from partnerwiz.project.model import Project


def papers(
    project: Project, method: Method, language: str, slots: Slots, step: str | None
) -> dict[str, Any]:
    """Computed only as a template asks for it. The project must hold nothing private."""
    wording = Wording(project, method, language, slots)
    return {
        "titled": wording.titled(),
        "sitting": Minutes(wording),
        "agenda": Agenda(wording),
        "sheet": Worksheet(wording, step),
        "stands": Stands(project, method, language, slots),
        "line": slots.line(Blank(long=True)),
    }
