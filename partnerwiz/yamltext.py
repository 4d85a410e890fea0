"""Changing one entry of a YAML text and leaving every other line as it was.

A text is a list of lines and the lines of each entry, down to four keys deep. Setting an entry
replaces its lines alone: comments, order, unknown keys and line endings of a hand-edited file
survive by construction, and a large file costs no more than a small one.
"""

import bisect
import itertools
import re
from typing import Any

import yaml

from partnerwiz.yamlfile import Loader, plain

Path = tuple[str, ...]

DEPTH = 4
"""organisations / lescale / answers / need"""

_LINE = re.compile(
    "[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+$"
)
_OPENS = re.compile(r"^([^#{]*:)[ \t]*\{[ \t]*\}")
_KEEPS_BLANKS = re.compile(r"[|>]\d?\+")
_NEEDS_ESCAPES = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)


class Lines:
    """Where an entry stands: from the line of its key to the end of its last leaf."""

    __slots__ = ("column", "first", "inner", "last")

    def __init__(self, first: int, last: int, column: int, inner: int | None) -> None:
        self.first = first
        self.last = last
        """exclusive"""
        self.column = column
        """of the key"""
        self.inner = inner
        """column of the keys inside; None where there are none"""


class YamlText:
    """A YAML mapping as text. Expects what `yamlfile.compose` and `placeable` accept."""

    def __init__(self, text: str, root: yaml.Node) -> None:
        self._bom = "\ufeff" if text.startswith("\ufeff") else ""
        self._lines: list[str] = _LINE.findall(text.removeprefix("\ufeff"))
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._entries: dict[Path, Lines] = {}
        self._index((), root, 0)
        self._root_column = min((e.column for e in self._entries.values()), default=0)

    def __str__(self) -> str:
        return self._bom + "".join(self._lines)

    def __contains__(self, path: Path) -> bool:
        return path in self._entries

    def set(self, path: Path, value: Any, comment: str = "") -> None:
        """Write `value` (text, list or dict of such) under `path`.

        `comment` stands above the entry when it is new. Comments inside what is replaced are
        kept, gathered above it.
        """
        found = self._entries.get(path)
        if found:
            new = self._emit(path[-1], value, found.column, found.last)
            kept = _comments(self._lines[found.first : found.last], found.column, self._newline)
            self._replace(found.first, found.last, kept, new, path)
            return
        for length in range(1, len(path)):
            if path[:length] not in self._entries:
                self._insert(path[:length], {}, "")
        self._insert(path, value, comment)

    def remove(self, path: Path) -> None:
        """Take the entry away, the comments above it excepted. Nothing happens if there is none."""
        found = self._entries.get(path)
        if not found:
            return
        kept = _comments(self._lines[found.first : found.last], found.column, self._newline)
        kept += self._fence(found)
        self._replace(found.first, found.last, kept, [], path)
        parent = self._entries.get(path[:-1])
        if parent and not any(other[:-1] == path[:-1] for other in self._entries):
            parent.inner = None

    def adopt_comments(self, other: "YamlText", known: str) -> None:
        """The comments of another copy that stand neither here nor in `known`, each above the entry
        it stood at there. No one's margin notes are lost.
        """
        here = {words for _, words in self.comments()}
        known = known.replace("\r\n", "\n") + "\n"
        end = max((entry.last for entry in self._entries.values()), default=len(self._lines))
        adopted: list[tuple[int, str]] = []
        for path, words in other.comments():
            if words in here or f"{words}\n" in known:
                continue
            here.add(words)
            above = (path[:length] for length in range(len(path), 0, -1))
            found = next((self._entries[one] for one in above if one in self._entries), None)
            column = found.column if found else self._root_column
            line = " " * column + words + self._newline
            adopted.append((found.first if found else end, line))
        adopted.sort(key=lambda one: one[0])
        places = [at for at, _ in adopted]
        for at, line in reversed(adopted):
            self._lines.insert(at, line)
        for entry in self._entries.values():
            entry.first += bisect.bisect_right(places, entry.first)
            entry.last += bisect.bisect_left(places, entry.last)

    def comments(self) -> list[tuple[Path, str]]:
        """Each comment, and the entry it stands in or above; () below the last."""
        leaves = sorted(
            (entry.first, entry.last, path)
            for path, entry in self._entries.items()
            if entry.inner is None
        )
        starts = sorted((entry.first, path) for path, entry in self._entries.items())
        found: list[tuple[Path, str]] = []
        for number, words in _found_comments(self._lines):
            at = bisect.bisect_right(leaves, number, key=lambda one: one[0]) - 1
            if at >= 0 and number < leaves[at][1]:
                found.append((leaves[at][2], words))
                continue
            below = bisect.bisect_right(starts, number, key=lambda one: one[0])
            found.append((starts[below][1] if below < len(starts) else (), words))
        return found

    def uncomment(self, path: Path) -> None:
        """Take the comments inside an entry away. Nothing happens if there is none."""
        found = self._entries.get(path)
        lines = self._lines[found.first : found.last] if found else []
        if found and _comments(lines, found.column, self._newline):
            value = plain(_composed("".join(lines)))[path[-1]]
            new = self._emit(path[-1], value, found.column, found.last)
            self._replace(found.first, found.last, [], new, path)

    def _fence(self, gone: Lines) -> list[str]:
        """An empty comment, where what stands below the entry taken away could become part of the
        text above: a comment or blanks indented deeper; blank lines under a text that keeps them.
        """
        below = self._lines[gone.last :]
        first = next((line for line in below if line.strip()), "")
        deeper = first.strip().startswith("#") and first.index("#") > gone.column
        blank = below != [] and not below[0].strip()
        blanks = itertools.takewhile(lambda line: not line.strip(), below)
        wide = any(len(line.rstrip("\r\n")) > gone.column for line in blanks)
        if deeper or wide or (blank and any(map(_KEEPS_BLANKS.search, self._lines[: gone.first]))):
            return [" " * gone.column + "#" + self._newline]
        return []

    def _insert(self, path: Path, value: Any, comment: str) -> None:
        parent = self._entries.get(path[:-1])
        if parent is None:
            column = self._root_column
            at = max((entry.last for entry in self._entries.values()), default=len(self._lines))
        elif parent.inner is None:
            column, at = parent.column + 2, max(parent.first + 1, parent.last)
            # `answers: {}` opens up, and keeps the comment behind it
            self._lines[parent.first] = _OPENS.sub(r"\1", self._lines[parent.first])
            parent.inner = column
        else:
            column, at = parent.inner, parent.last
        if at and not self._lines[at - 1].endswith(("\n", "\r", "\x85", "\u2028", "\u2029")):
            self._lines[at - 1] += self._newline
        above = []
        if comment:
            start = parent.first if parent else 0
            line = " " * column + "# " + " ".join(comment.split()) + self._newline
            if line not in self._lines[start:at]:
                above = [line]
        self._replace(at, at, above, self._emit(path[-1], value, column, at), path)

    def _replace(self, first: int, last: int, above: list[str], new: list[str], path: Path) -> None:
        at = first + len(above)
        self._lines[first:last] = [*above, *new]
        delta = len(above) + len(new) - (last - first)
        found = self._entries.pop(path, None)
        if found and found.inner is not None:
            for other in [p for p in self._entries if p[: len(path)] == path]:
                del self._entries[other]
        for entry in self._entries.values() if delta else ():
            if entry.first >= last:
                entry.first += delta
                entry.last += delta
        for length in range(1, len(path)):
            self._entries[path[:length]].last += delta
        if new:
            self._index(path[:-1], _composed("".join(new)), at)

    def _emit(self, key: str, value: Any, column: int, end: int) -> list[str]:
        """The lines of one entry, proved to read back equal before the comments that follow it:
        one that is indented could become part of the text above it.
        """
        after = end
        while after < len(self._lines) and self._lines[after].strip()[:1] in ("", "#"):
            after += 1
        following = "".join(self._lines[end:after])
        for writer in (_Writer, _EscapingWriter):
            text = yaml.dump(
                {key: value},
                Dumper=writer,
                allow_unicode=True,
                sort_keys=False,
                default_flow_style=False,
                width=2**31 - 1,
            )
            pad = " " * column
            lines = [pad + line if line.strip() else line for line in _LINE.findall(text)]
            section = "".join(lines)
            try:
                if plain(_composed(section + following)) == {key: value}:
                    return [line.rstrip("\n") + self._newline for line in lines]
            except yaml.YAMLError:
                continue
        raise ValueError(
            f"no YAML reads back as the value of {key}"
        )  # a bug, never a person's slip

    def _index(self, path: Path, node: yaml.Node, offset: int) -> None:
        if not isinstance(node, yaml.MappingNode) or len(path) >= DEPTH:
            return
        for key, value in node.value:
            at = (*path, str(key.value))
            inner = None
            if isinstance(value, yaml.MappingNode) and value.value and not value.flow_style:
                inner = value.value[0][0].start_mark.column
            first = key.start_mark.line + offset
            last = self._end(value, offset)
            self._entries[at] = Lines(first, last, key.start_mark.column, inner)
            if inner is not None:
                self._index(at, value, offset)

    def _end(self, node: yaml.Node, offset: int) -> int:
        """The line after the last leaf; a collection's own end mark runs on over the comments
        that follow it, and a block scalar's over blank lines.
        """
        while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        end = node.end_mark.line + offset
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            if node.end_mark.column or end >= len(self._lines):
                end = min(end + 1, len(self._lines))
            start = node.start_mark
            header = self._lines[start.line + offset][start.column :]
            while not _KEEPS_BLANKS.match(header) and not self._lines[end - 1].strip():
                end -= 1
            return end
        return end + 1


def placeable(root: yaml.Node, text: str, path: Path = ()) -> list[tuple[int, str]]:
    """Lines (from 1) and keys that stand where `YamlText` could not replace them alone:
    behind `?` or anything else on their line.
    """
    lines = _LINE.findall(text.removeprefix("\ufeff"))
    wrong: list[tuple[int, str]] = []
    waiting = [(root, len(path))]
    while waiting:
        node, depth = waiting.pop()
        if not isinstance(node, yaml.MappingNode) or node.flow_style or depth >= DEPTH:
            continue
        for key, value in node.value:
            before = lines[key.start_mark.line][: key.start_mark.column]
            if before.strip(" ") and isinstance(key, yaml.ScalarNode):
                wrong.append((key.start_mark.line + 1, str(key.value)))
            waiting.append((value, depth + 1))
    return wrong


def _comments(lines: list[str], column: int, newline: str) -> list[str]:
    """The comments among the lines of one entry, each on a line of its own."""
    return [" " * column + words + newline for _, words in _found_comments(lines)]


def _found_comments(lines: list[str]) -> list[tuple[int, str]]:
    """The comments of some lines that are YAML by themselves, with the number of their line."""
    if not any("#" in line for line in lines):
        return []
    covered = [bytearray(len(line)) for line in lines]
    root = _composed("".join(lines))

    def cover(node: yaml.Node) -> None:
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark, node.end_mark
            for number in range(start.line, min(end.line + 1, len(lines))):
                left = start.column if number == start.line else 0
                right = end.column if number == end.line else len(lines[number])
                if number == start.line and node.style in ("|", ">"):
                    left += 1  # a comment may stand behind the bar
                    covered[number][start.column] = 1
                    continue
                covered[number][left:right] = b"\1" * max(0, right - left)
            return
        for item in node.value:
            for child in item if isinstance(item, tuple) else (item,):
                cover(child)

    cover(root)
    found = []
    for number, (line, cover_line) in enumerate(zip(lines, covered, strict=True)):
        for at, character in enumerate(line):
            if character == "#" and not cover_line[at] and (at == 0 or line[at - 1] in " \t"):
                found.append((number, line[at:].rstrip()))
                break
    return found


def _composed(section: str) -> yaml.Node:
    node: yaml.Node = yaml.compose(section, Loader=Loader)  # type: ignore[assignment]  # not empty
    return node


class _Writer(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes what our reader reads: nothing but text, so nothing needs quotes for its type."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the library's own attribute

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


class _EscapingWriter(_Writer):
    """For the rare text that reads back right only between double quotes."""


def _text(dumper: Any, text: str) -> yaml.Node:
    style = None
    if _NEEDS_ESCAPES.search(text) or text == "":
        style = '"' if text else "'"
    elif "\n" in text:
        legible = text == text.strip() and not any(li != li.rstrip() for li in text.split("\n"))
        style = "|" if legible else '"'
    node: yaml.Node = dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    return node


def _escaped(dumper: Any, text: str) -> yaml.Node:
    node: yaml.Node = dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
    return node


_Writer.add_representer(str, _text)
_EscapingWriter.add_representer(str, _escaped)
