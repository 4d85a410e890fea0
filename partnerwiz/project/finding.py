"""Which files are projects, and all those in a folder and in the folders inside it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from partnerwiz.errors import PartnerwizError, reason

_HEAD = 2000
"""bytes in which a file says what it is"""
_ENDINGS = (".yaml", ".yml")
_NOT_ENTERED = (".private", ".versions")
_PRIVATE = re.compile(r"^\ufeff?(project|organisation):", re.MULTILINE)
_INITIATOR = re.compile(r"^\ufeff?initiator:", re.MULTILINE)


def is_project(path: Path) -> bool:
    """Whether this is the file of a project, be it damaged; not a private file, nor a block."""
    try:
        return path.is_file() and project_text(path) is not None
    except OSError:
        return False
    except PartnerwizError as error:
        return error.key != "cannot-read"


def project_text(path: Path) -> str | None:
    """The text of a project; None where the file is something else. One opening: the file is read
    whole only once its first lines say that it is ours.

    Raises as `yamlfile.read_text`.
    """
    from partnerwiz.yamlfile import MOST_BYTES, decoded  # not for a folder that holds none

    try:
        with path.open("rb") as file:
            data = file.read(_HEAD)
            lines = data.removeprefix(b"\xef\xbb\xbf").splitlines()
            if not any(line.startswith(b"partnerwiz:") for line in lines):
                return None
            data += file.read(MOST_BYTES + 1 - len(data))
    except OSError as error:
        raise PartnerwizError("cannot-read", file=path, reason=reason(error)) from None
    text = decoded(data, path)
    # a private file that was taken out of its folder is still its owner's alone
    return None if _PRIVATE.search(text) and not _INITIATOR.search(text) else text


def yaml_files(folder: Path) -> Iterator[Path | PartnerwizError]:
    """The YAML files of `folder` and of the folders inside it, in the order of their names; in the
    place of a folder that cannot be looked into, why. Private, hidden and linked folders are not
    entered: nothing in them is a project of this place.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = sorted(found, key=lambda one: one.name)
        except OSError as error:
            yield PartnerwizError("cannot-read", file=here, reason=reason(error))
            continue
        inside = []
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "node_modules":
                continue
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.endswith(_NOT_ENTERED):
                    inside.append(here / entry.name)
            elif entry.name.endswith(_ENDINGS) and _is_file(entry):
                yield here / entry.name
        waiting += reversed(inside)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """No pipe, which would keep us waiting. Where that cannot be known, opening it will tell why."""
    try:
        return entry.is_file()
    except OSError:
        return True
