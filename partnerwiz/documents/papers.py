"""What the papers of a meeting read, by the names their templates know it under."""

from typing import Any

from partnerwiz.documents.agenda import Agenda
from partnerwiz.documents.minutes import Minutes
from partnerwiz.documents.newcomer import Newcomer
from partnerwiz.documents.released import Released
from partnerwiz.documents.slots import Slots
from partnerwiz.documents.stands import Stands
from partnerwiz.documents.tree import Blank, Lines
from partnerwiz.documents.wording import Wording
from partnerwiz.documents.worksheet import Worksheet
from partnerwiz.method.model import Method
from partnerwiz.project.model import Project

_LINES = 6
"""More than one needs: on a page to be filled, those that find no room are not seen."""


def papers(
    project: Project,
    method: Method,
    language: str,
    slots: Slots,
    step: str | None,
    organisation: str | None,
) -> dict[str, Any]:
    """Computed only as a template asks for it. The project must hold nothing private."""
    wording = Wording(project, method, language, slots)
    released = Released(wording)
    line = slots.line(Blank(long=True))
    return {
        "titled": wording.titled(),
        "sitting": Minutes(wording),
        "agenda": Agenda(wording),
        "sheet": Worksheet(wording, step),
        "organisation": wording.whose(organisation) if organisation else line,
        "newcomer": Newcomer(wording, organisation),
        "released": released.rows,
        "releasers": released.tellers,
        "line": line,
        "lines": slots.put((Lines(_LINES),)),
        "stands": Stands(project, method, language, slots),
    }
