"""Help and usage errors in the reader's language. The library knows English only: here options
and commands carry keys of `words`, and these classes say them.
"""

import sys
import textwrap
from typing import Any

import typer.core

from partnerwiz.cli.options import screen_language
from partnerwiz.words import say, visible

_WIDTH = 80


class Command(typer.core.TyperCommand):
    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_command_help(self, ctx, screen_language(sys.argv)))


class Group(typer.core.TyperGroup):
    names: tuple[str, ...] = ()
    """every command there is, loaded or not"""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the library's own signature
        return list(self.names)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        language = screen_language(sys.argv)
        lines = [say("usage", language, line="partnerwiz " + say("usage-group", language)), ""]
        lines += [*_paragraphs(say("about", language)), "", say("help-commands", language)]
        for name in self.list_commands(ctx):
            lines += _entry(name, say(f"about-{name}", language).split("\n")[0])
        lines += ["", say("help-options", language)]
        lines += _entry("--ui " + say("meta-language", language), say("option-ui", language))
        lines += _entry("--version", say("option-version", language))
        lines += _entry("--help", say("option-help", language))
        lines += ["", *_paragraphs(say("help-more", language)), ""]
        formatter.write("\n".join(lines))


def _command_help(command: Any, ctx: Any, language: str) -> str:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    pieces = " ".join(_metavar(one, language) for one in arguments)
    line = f"{ctx.command_path} [OPTIONS] {pieces}".rstrip()
    lines = [say("usage", language, line=line), ""]
    lines += _paragraphs(say(command.help, language))
    if arguments:
        lines += ["", say("help-arguments", language)]
        for one in arguments:
            lines += _entry(_metavar(one, language), say(one.help, language))
    lines += ["", say("help-options", language)]
    for one in options:
        value = "" if one.is_flag else f" {say('meta-' + (one.metavar or 'text'), language)}"
        names = ", ".join((*one.opts, *one.secondary_opts))
        lines += _entry(names + value, say(one.help, language))
    lines += _entry("--help", say("option-help", language))
    return "\n".join([*lines, ""])


def _metavar(argument: Any, language: str) -> str:
    name = say("meta-" + (argument.metavar or "file"), language)
    if argument.nargs == -1:
        name += "…"
    return name if argument.required else f"[{name}]"


def _paragraphs(text: str) -> list[str]:
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(paragraph, _WIDTH - 4, break_on_hyphens=False) or [""]
    return ["  " + line if line else "" for line in lines]


def _entry(name: str, text: str) -> list[str]:
    column = 26
    wrapped = textwrap.wrap(text, _WIDTH - column - 2, break_on_hyphens=False) or [""]
    if len(name) + 3 > column:
        return ["  " + name, *(" " * column + line for line in wrapped)]
    first = ("  " + name).ljust(column) + wrapped[0]
    return [first, *(" " * column + line for line in wrapped[1:])]


def usage_error(error: Exception, language: str) -> str | None:
    """The sentence for a wrong command line, or None if this is something else.

    Known by their names: the library keeps these classes to itself.
    """
    names = {one.__name__ for one in type(error).__mro__}
    if "ClickException" not in names and "TyperException" not in names:
        return None
    ctx: Any = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "partnerwiz"
    kind = type(error).__name__
    option = visible(str(getattr(error, "option_name", "") or ""))
    if kind == "NoSuchOption":
        near = ", ".join(getattr(error, "possibilities", None) or ())
        meant = say("meant", language, hint=near) if near else ""
        sentence = say("no-such-option-here", language, option=option) + meant
    elif kind == "BadOptionUsage":
        sentence = say("bad-option", language, option=option)
    elif kind == "MissingParameter":
        param: Any = getattr(error, "param", None)
        key = "meta-" + (getattr(param, "metavar", None) or "file")
        sentence = say("missing-argument", language, name=say(key, language))
    elif kind == "BadParameter":
        param = getattr(error, "param", None)
        sentence = say("bad-value", language, option=(param.opts or ["?"])[-1] if param else "?")
    elif ctx and ctx.command_path == "partnerwiz" and not _words(error):
        sentence = say("no-command", language)
    elif ctx and ctx.command_path == "partnerwiz":
        sentence = say("no-such-command", language, name=visible(" ".join(_words(error))))
    else:
        sentence = say("too-many", language, words=visible(" ".join(_words(error))))
    return f"{sentence}\n{say('see-help', language, path=path)}"


def _words(error: Exception) -> list[str]:
    """What the library quotes in its own sentence."""
    message = str(getattr(error, "message", ""))
    if "'" in message:
        return message.split("'")[1::2][:1]
    return message.rpartition("(")[2].strip("().").split() if "(" in message else []
