"""The fictional partnership that comes with the program, to be explored: one in each language."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from partnerwiz.method.model import Method
from partnerwiz.project.model import Block, Project
from partnerwiz.project.reading import read_private, read_project
from partnerwiz.project.writing import new_id
from partnerwiz.yamlfile import read_text

_Kept = TypeVar("_Kept")


def example(folder: Path, method: Method, *, short: bool) -> Project:
    """The partnership in `folder`, with the private answers of the organisation that started it.

    `short`: as it stood after its two meetings, with what the short path asks and no more.
    """
    paths = sorted(folder.glob("*.yaml"))
    texts = {path: read_text(path) for path in paths}
    whole = next(path for path in paths if "\ninitiator:" in texts[path])
    project, _ = read_project(texts[whole], whole, method)
    own = folder / f"{project.initiator}.yaml"
    project, _ = read_private(texts[own], own, project, method)
    project = replace(project, id=new_id())
    return _after_two_meetings(project, method) if short else project


def _after_two_meetings(project: Project, method: Method) -> Project:
    def is_asked(key: str) -> bool:
        return bool(method.questions[key.partition("/")[0]].short)

    def asked(found: Mapping[str, _Kept]) -> dict[str, _Kept]:
        return {key: value for key, value in found.items() if is_asked(key)}

    def cut(block: Block) -> Block:
        received = tuple(
            {**record, "answers": answers}
            for record in block.received
            if (answers := [one for one in record.get("answers", ()) if is_asked(one)])
        )
        return replace(
            block,
            answers=asked(block.answers),
            open=asked(block.open),
            positions=asked(block.positions),
            released=asked(block.released),
            received=received,
            done={},
        )

    organisations = {
        one.id: replace(one, block=cut(one.block)) for one in project.organisations.values()
    }
    return replace(
        project,
        path="short",
        organisations=organisations,
        table=cut(project.table),
        private={},
        sittings=(),
    )
