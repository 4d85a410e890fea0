"""The one exception for people. Anything else that escapes is a bug and shows its traceback.

Small records are named tuples throughout: a dataclass costs six times as much at every start.
"""

import errno
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from partnerwiz.words import LANGUAGES, say

_MOST_SHOWN = 40
"""characters of what is wrong that its problem repeats"""
_FROM_THE_FILE = ("value", "found", "name")


class Problem(NamedTuple):
    """One mistake in a file: where it is, which sentence of `words` says it, and with what."""

    file: Path
    line: int
    """Counted from 1, as editors do; 0 for the file as a whole."""
    key: str
    values: Mapping[str, Any] = MappingProxyType({})

    def say(self, language: str) -> str:
        place = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        values = {
            name: value[:_MOST_SHOWN]
            if name in _FROM_THE_FILE and isinstance(value, str)
            else value
            for name, value in self.values.items()
        }
        hint = values.get("hint")
        meant = say("meant", language, hint=hint) if hint else ""
        return f"{place}: {say(self.key, language, **values)}{meant}"


class PartnerwizError(Exception):
    """Something the person at the keyboard can mend. Printed in a sentence, exit 1."""

    def __init__(self, key: str, /, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def say(self, language: str) -> str:
        return say(self.key, language, **self.values)


_REASONS = {
    errno.ENOSPC: "reason-full",
    errno.EDQUOT: "reason-full",
    errno.EFBIG: "reason-full",
    errno.EACCES: "reason-rights",
    errno.EPERM: "reason-rights",
    errno.EROFS: "reason-rights",
    errno.ELOOP: "reason-link",
    errno.ENOENT: "reason-none",
    errno.ENOTDIR: "reason-none",
    errno.EISDIR: "reason-folder",
    errno.ENAMETOOLONG: "reason-name",
    errno.EIO: "reason-disk",
}


def reason(error: OSError) -> dict[str, str]:
    """Why the disk refused, by language, to stand inside another sentence."""
    key = _REASONS.get(error.errno or 0, "reason-other")
    return {language: say(key, language, code=error.errno) for language in LANGUAGES}


class Unreadable(PartnerwizError):
    """A file with mistakes: all of them, in the order of its lines."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("unreadable")
        self.problems = sorted(problems, key=lambda problem: (str(problem.file), problem.line))

    def say(self, language: str) -> str:
        return "\n".join(problem.say(language) for problem in self.problems)
