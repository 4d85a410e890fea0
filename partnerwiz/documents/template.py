"""Filling in a template: Jinja in a sandbox, then Markdown, then the tree."""

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from partnerwiz.documents.parsing import parse
from partnerwiz.documents.slots import Mistake, Slots, without_tokens
from partnerwiz.documents.tree import Blocks
from partnerwiz.errors import PartnerwizError, Problem, Unreadable
from partnerwiz.yamlfile import read_text

_NAME = "<template>"
"""What Jinja calls, in a traceback, a template that is read from a text."""

_WRONG = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What a wrong expression in a template raises: `1 / 0`, `answer()`, a macro that calls itself."""


def fill(path: Path, context: Mapping[str, Any], slots: Slots) -> Blocks:
    """The tree of the template at `path`. A mistake in it is told with its file and line."""
    source = without_tokens(read_text(path).removeprefix("\ufeff"))
    try:
        return parse(_environment(slots).from_string(source).render(context), slots)
    except Mistake as mistake:
        raise _told(path, mistake, mistake.key, mistake.values) from None
    except TemplateSyntaxError as error:
        values = {"detail": error.message}
        raise Unreadable([Problem(path, error.lineno, "doc-syntax", values)]) from None
    except _WRONG as error:
        detail = getattr(error, "message", None) or str(error)
        raise _told(path, error, "doc-expression", {"detail": detail}) from None


def _environment(slots: Slots) -> ImmutableSandboxedEnvironment:
    def finalize(value: Any) -> Any:
        """Jinja calls it on every value it writes: what is no token yet becomes one."""
        if isinstance(value, Markup):
            return value
        text = "" if value is None else str(value)
        return slots.line(*slots.inlines(text)) if text else ""

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # same answers, same bytes: nothing that draws lots
    del environment.filters["random"], environment.globals["lipsum"]
    return environment


def _told(path: Path, error: Exception, key: str, values: dict[str, Any]) -> PartnerwizError:
    lines = [
        line
        for frame, line in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename == _NAME
    ]
    return Unreadable([Problem(path, lines[-1] if lines else 0, key, values)])
