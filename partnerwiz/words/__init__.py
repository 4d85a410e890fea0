"""What the program says, in two languages. Every sentence has one key and stands in one module here."""

import os
import re
from collections.abc import Mapping
from typing import Any

from partnerwiz.words import (
    asking,
    coming,
    commands,
    documents,
    files,
    kit,
    listing,
    meeting,
    merging,
    moving,
    standing,
    withdrawing,
)

LANGUAGES = ("fr", "en")
Text = Mapping[str, str]
"""A sentence by language."""

_SENTENCES: dict[str, tuple[str, str]] = {
    **files.SENTENCES,
    **asking.SENTENCES,
    **moving.SENTENCES,
    **meeting.SENTENCES,
    **merging.SENTENCES,
    **standing.SENTENCES,
    **commands.SENTENCES,
    **listing.SENTENCES,
    **documents.SENTENCES,
    **kit.SENTENCES,
    **coming.SENTENCES,
    **withdrawing.SENTENCES,
}


def say(key: str, language: str, /, **values: Any) -> str:
    """The sentence `key` in `language`. Values come from files and people: `visible` tames them."""
    sentence = _SENTENCES[key][LANGUAGES.index(language)]
    told = {name: _told(value, language) for name, value in values.items()}
    return typeset(sentence, language).format(**told)


def _told(value: Any, language: str) -> str:
    if isinstance(value, Mapping):
        return typeset(value[language], language)
    return visible(str(value)).replace("\n", " ⏎ ")


_LEFT = re.compile("«[ \u00a0]?")
_RIGHT = re.compile("[ \u00a0]?»")
_HIGH = re.compile(r" ([;!?])")
_COLON = re.compile(r" :")


def typeset(text: str, language: str) -> str:
    """Fixed text as a careful French printer sets it: no-break spaces, curved apostrophes.

    For our own sentences only; what people wrote is never touched.
    """
    if language != "fr":
        return text.replace("'", "’")
    text = _LEFT.sub("«\u00a0", text.replace("'", "’"))
    text = _RIGHT.sub("\u00a0»", text)
    return _COLON.sub("\u00a0:", _HIGH.sub("\u202f\\1", text))


_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def unseen(text: str) -> str | None:
    """The first character of `text` that acts without being seen: controls, bidi marks, halves
    of a pair. The joiners that scripts and emoji need (U+200C, U+200D) are not among them.
    """
    found = _UNSEEN.search(text)
    return found[0] if found else None


def visible(text: str) -> str:
    """Any text, safe on a terminal: what acts without being seen is shown as its code."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def clean(text: str) -> str:
    """Any text without what acts unseen; for what is pasted."""
    return _UNSEEN.sub("", text)


def language_of_environment() -> str | None:
    """`fr` or `en` when the environment says so (LC_ALL, LC_MESSAGES, LANG), else None."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            language = os.environ[name][:2].lower()
            return language if language in LANGUAGES else None
    return None
