"""Documents: a template and a project make a tree; each format is one walk of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from partnerwiz.documents import html, markdown
from partnerwiz.documents.answers import Answers
from partnerwiz.documents.papers import papers
from partnerwiz.documents.slots import Slots
from partnerwiz.documents.template import fill
from partnerwiz.documents.tree import (
    Block,
    Blocks,
    Container,
    Document,
    Gap,
    Heading,
    Items,
    Paragraph,
    Strong,
    Text,
    inlines_of,
    plain,
)
from partnerwiz.errors import PartnerwizError
from partnerwiz.method.model import Method
from partnerwiz.project.model import Project
from partnerwiz.project.positions import printable
from partnerwiz.words import LANGUAGES, say
from partnerwiz.yamlfile import read_text

FORMATS: Mapping[str, Callable[[Document], str]] = {"md": markdown.write, "html": html.write}
USUAL: Mapping[str, str] = {"minutes": "md", "agenda": "md"}
"""The format of a document when none is asked for, where it is not `html`: these two are sent in a
message, the others are printed."""
BY_STEP = ("worksheet",)
"""Documents that are about one step."""
BY_ORGANISATION = ("newcomer",)
"""Documents that are about one organisation."""

__all__ = [
    "BY_ORGANISATION",
    "BY_STEP",
    "FORMATS",
    "USUAL",
    "Document",
    "Gap",
    "available",
    "document",
    "filled",
    "lacking",
    "write",
]


def available(templates: Path) -> list[str]:
    """The names of the documents that `templates` holds, in one language at least."""
    return sorted({path.stem for one in LANGUAGES for path in (templates / one).glob("*.md")})


_ASKED_FOR = re.compile(
    r"\b(?:answer|mark|given|told|tellers|rows|date|released|releasers)\(\s*['\"]([a-z0-9-]+)['\"]"
)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_LOOKED_FOR = re.compile(r"\basks\(\s*['\"]([a-z0-9-]+)['\"]")


def lacking(name: str, templates: Path, method: Method) -> list[str]:
    """The questions a document needs and this method has not. A template may do without those it
    looks for with `asks`.
    """
    lacks: dict[str, None] = {}
    for language in LANGUAGES:
        path = templates / language / f"{name}.md"
        if path.is_file():
            source = _COMMENT.sub("", read_text(path))
            spared = {*method.questions, *_LOOKED_FOR.findall(source)}
            found = (one for one in _ASKED_FOR.findall(source) if one not in spared)
            lacks.update(dict.fromkeys(found))
    return list(lacks)


def document(
    name: str,
    project: Project,
    method: Method,
    templates: Path,
    language: str,
    step: str | None = None,
    organisation: str | None = None,
) -> Document:
    """The document `name` of a project as it stands now; `step`, `organisation`: the ids of those it
    is about.
    """
    path = templates / language / f"{name}.md"
    if name not in available(templates) or not path.is_file():
        raise PartnerwizError("doc-no-template", name=name, known=", ".join(available(templates)))
    return filled(path, project, method, language, step, organisation)


def filled(
    template: Path,
    project: Project,
    method: Method,
    language: str,
    step: str | None = None,
    organisation: str | None = None,
) -> Document:
    """The same from one's own template file."""
    slots = Slots(language)
    # nothing is there that is private, or that its owner keeps from print
    project = printable(replace(project, private={}), method)
    answers = Answers(project, method, language, slots).context()
    read = answers | papers(project, method, language, slots, step, organisation)
    blocks = fill(template, read, slots)
    gaps = tuple(dict.fromkeys(one for one in inlines_of(blocks) if isinstance(one, Gap)))
    if gaps:
        blocks = (_draft(language), *blocks, _list(gaps, language))
    title = next((plain(one.inlines) for one in blocks if isinstance(one, Heading)), project.title)
    return Document(title, language, blocks, gaps)


def write(document: Document, format: str) -> str:  # noqa: A002 - the word people use
    if format not in FORMATS:
        raise PartnerwizError("doc-no-format", name=format, known=", ".join(FORMATS))
    return FORMATS[format](document)


def _draft(language: str) -> Block:
    note = Text(" – " + say("doc-draft-note", language))
    return Container("draft", (Paragraph((Strong((Text(say("doc-draft", language)),)), note)),))


def _list(gaps: tuple[Gap, ...], language: str) -> Block:
    """What is still to be settled, numbered as its marks are."""
    items: tuple[Blocks, ...] = tuple((Paragraph((Text(gap.entry),)),) for gap in gaps)
    heading = Heading(2, (Text(say("doc-gaps", language)),))
    return Container("gaps", (heading, Items(items, start=1)))
