"""Documents written beside the project: one that a person edited since is never replaced."""

import hashlib
import json
from pathlib import Path

from partnerwiz.errors import PartnerwizError
from partnerwiz.project.durable import write_file
from partnerwiz.project.store import prepare, private_folder
from partnerwiz.yamlfile import read_text


def write_export(project: Path, target: Path, data: bytes, *, force: bool) -> None:
    """Put `data` at `target`, unless what stands there is not what we last wrote there."""
    target = target.resolve()
    folder = private_folder(project)
    prepare(folder)
    record = folder / "exports.json"
    written = _read(record)
    present = target.read_bytes() if target.is_file() else None
    if target.exists() and present is None:
        raise PartnerwizError("not-a-file", file=target)
    if present is not None and not force and written.get(target.name) != _digest(present):
        raise PartnerwizError("export-edited", file=target.name)
    if present != data:
        write_file(target, data, expected=present)
    written[target.name] = _digest(data)
    text = json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True).encode()
    before = record.read_bytes() if record.exists() else None
    if before != text:
        write_file(record, text, expected=before)


def written_here(project: Path) -> list[str]:
    """The names of the documents written from this project on this machine."""
    return sorted(_read(private_folder(project) / "exports.json"))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read(record: Path) -> dict[str, str]:
    if not record.exists():
        return {}
    try:
        found = json.loads(read_text(record))
    except ValueError:
        return {}  # nothing recorded: every document then counts as someone's
    return found if isinstance(found, dict) else {}
