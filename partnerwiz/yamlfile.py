"""YAML as text with lines: files from outside are read safely, and every mistake is told at once.

The events are looked at before anything is built (size, depth, anchors, tags, one document), every
scalar stays the text it is in the file (`no`, `12:30`, `007` mean themselves), and a reader walks
the nodes with `Entry`, noting problems and going on.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from partnerwiz.errors import PartnerwizError, Problem, Unreadable, reason
from partnerwiz.words import unseen

_STR = "tag:yaml.org,2002:str"


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The parser in C where there is one. Guesses no types: every scalar is text."""

    def resolve(self, *_: Any) -> str:
        return _STR


MOST_BYTES = 10 * 1024 * 1024
MOST_CHARACTERS = 1024 * 1024
"""of one scalar"""
DEEPEST = 40


def read_text(path: Path, most: int = MOST_BYTES) -> str:
    """The text of a file, byte order mark included.

    Refuses what is no plain file, more than `most` bytes, and what is not UTF-8.
    """
    try:
        if path.exists() and not path.is_file():
            raise PartnerwizError("not-a-file", file=path)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise PartnerwizError("no-such-file", file=path) from None
    except OSError as error:
        raise PartnerwizError("cannot-read", file=path, reason=reason(error)) from None
    return decoded(data, path, most)


def decoded(data: bytes, path: Path, most: int = MOST_BYTES) -> str:
    """The text in `data`, of which a byte more than `most` was read where there is more."""
    if len(data) > most:
        raise PartnerwizError("too-large", file=path, most=most // 1024 // 1024)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable([Problem(path, line, "not-utf-8")]) from None


def compose(text: str, path: Path, *, ours: bool = False) -> yaml.Node:
    """The node at the root of `text`. Every refusal is `Unreadable`, with file and line.

    `ours`: a file of the program itself, tested with it, whose events need no look.
    """
    text = text.removeprefix("\ufeff")
    try:
        problem = None if ours else _first_danger(text, path)
        if problem is None:
            root: yaml.Node | None = yaml.compose(text, Loader=Loader)
        else:
            raise Unreadable([problem])
    except yaml.MarkedYAMLError as error:
        raise Unreadable([_syntax_problem(error, text, path)]) from None
    except yaml.reader.ReaderError as error:
        line = text.encode().count(b"\n", 0, error.position) + 1
        raise Unreadable([Problem(path, line, "forbidden-character")]) from None
    if root is None:
        raise Unreadable([Problem(path, 0, "empty-file")])
    return root


def _first_danger(text: str, path: Path) -> Problem | None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=Loader):
        if (
            isinstance(event, yaml.ScalarEvent)
            and event.anchor is event.tag is None
            and len(event.value) <= MOST_CHARACTERS
        ):
            continue  # so are nearly all of them
        line = event.start_mark.line + 1 if event.start_mark else 0
        anchor = getattr(event, "anchor", None)  # aliases carry one too
        if anchor is not None:
            return Problem(path, line, "anchor", {"name": anchor[:40]})
        tag = getattr(event, "tag", None)
        if tag is not None:
            return Problem(path, line, "tag", {"name": tag[:40]})
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return Problem(path, line, "too-deep", {"most": DEEPEST})
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent):
            if len(event.value) > MOST_CHARACTERS:
                return Problem(path, line, "too-long", {"most": MOST_CHARACTERS})
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return Problem(path, line, "second-document")
    return None


_FRENCH_COLON = re.compile(r"^[^#\"']*?: .*[\w»)]\s:(\s|$)")


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: Path) -> Problem:
    mark = error.problem_mark or error.context_mark
    number = mark.line + 1 if mark else 0
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    said = f"{error.context or ''} {error.problem or ''}"
    if "mapping values" in said and _FRENCH_COLON.search(line):
        return Problem(path, number, "french-colon")
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Problem(path, number, "tab")
    if "scanning a quoted scalar" in said and error.context_mark:
        return Problem(path, error.context_mark.line + 1, "open-quote")
    if "expected <block end>" in said or "could not find expected ':'" in said:
        return Problem(path, number, "bad-indent")
    return Problem(path, number, "bad-yaml")


def key_problems(root: yaml.Node, path: Path) -> list[Problem]:
    """Keys given twice, at any depth, and keys that are no plain words."""
    problems = []
    stack = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)
        if not isinstance(node, yaml.MappingNode):
            continue
        first: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                problems.append(Problem(path, line, "want-plain-key"))
            elif key.value in first:
                values = {"name": key.value[:40], "first": first[key.value]}
                problems.append(Problem(path, line, "twice", values))
            else:
                first[key.value] = line
            stack.append(value)
    return problems


class Entry:
    """One node of a file being read, with the problems met so far.

    Wrong shapes are noted and read as empty, so that one reading finds every mistake.
    """

    __slots__ = ("_children", "_seen", "file", "key", "key_line", "node", "problems")

    def __init__(
        self,
        node: yaml.Node,
        file: Path,
        problems: list[Problem],
        key: str = "",
        key_line: int = 0,
    ) -> None:
        self.node = node
        self.file = file
        self.problems = problems
        self.key = key
        self.key_line = key_line
        """counted from 0, as marks are"""
        self._seen: set[str] = set()
        self._children: dict[str, tuple[yaml.Node, yaml.Node]] | None = None

    @property
    def line(self) -> int:
        return int(self.node.start_mark.line) + 1

    def problem(self, key: str, /, **values: Any) -> None:
        self.problems.append(Problem(self.file, self.line, key, {"name": self.key, **values}))

    def is_text(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode)

    def is_empty(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode) and self.node.value == ""

    def text(self) -> str:
        """The scalar, as it stands in the file."""
        if isinstance(self.node, yaml.ScalarNode):
            return str(self.node.value)
        self.problem("want-text")
        return ""

    def words(self) -> str:
        """A person's words: nothing in them may act without being seen."""
        text = self.text()
        if hidden := unseen(text):
            self.problem("hidden-character", code=f"U+{ord(hidden):04X}")
        return text

    def items(self) -> list["Entry"]:
        """The items of a sequence; nothing for an empty value."""
        if isinstance(self.node, yaml.SequenceNode):
            return [Entry(item, self.file, self.problems, self.key) for item in self.node.value]
        if not self.is_empty():
            self.problem("want-list")
        return []

    def pairs(self) -> Iterator[tuple[str, "Entry"]]:
        """The keys and values of a mapping; nothing for an empty value."""
        if not isinstance(self.node, yaml.MappingNode):
            if not self.is_empty():
                self.problem("want-mapping")
            return
        for key, value in self.node.value:
            if isinstance(key, yaml.ScalarNode):
                name, line = str(key.value), key.start_mark.line
                yield name, Entry(value, self.file, self.problems, name, line)

    def get(self, name: str) -> "Entry | None":
        """The value under `name`, which is then known to `done`."""
        self._seen.add(name)
        if self._children is None:
            self._children = {}
            if isinstance(self.node, yaml.MappingNode):
                for key, value in self.node.value:
                    if isinstance(key, yaml.ScalarNode):
                        self._children.setdefault(key.value, (key, value))
        found = self._children.get(name)
        if found is None:
            return None
        return Entry(found[1], self.file, self.problems, name, found[0].start_mark.line)

    def need(self, name: str) -> "Entry":
        """As `get`; what is missing is noted and read as empty."""
        found = self.get(name)
        if found is None:
            self.problem("missing-key", missing=name)
            mark = self.node.start_mark
            empty = yaml.ScalarNode(_STR, "", mark, mark)
            return Entry(empty, self.file, [], name)
        return found

    def one_of(self, allowed: Iterable[str]) -> str:
        """The scalar, which must be one of `allowed`."""
        text, allowed = self.text(), list(allowed)
        if text not in allowed:
            hint = close(text, allowed, likely=0.6)
            self.problem("not-one-of", value=text, allowed=", ".join(allowed), hint=hint)
        return text

    def date(self) -> str:
        """The scalar, which must be a day or a month."""
        text = self.text()
        if not self.is_text():
            return ""
        if not is_date(text):
            self.problem("bad-date", value=text[:40])
        return text

    def done(self, *, refuse_unknown: bool) -> None:
        """Every key has been asked for. Notes unknown ones.

        Where a file may hold keys of other programs (`refuse_unknown=False`), only those that
        look like a slip of the keyboard are noted.
        """
        for key, entry in self.pairs():
            if key in self._seen:
                continue
            hint = close(key, self._seen, likely=0.6 if refuse_unknown else 0.75)
            if hint or refuse_unknown:
                entry.problem("unknown-key", hint=hint, known=", ".join(sorted(self._seen)))


def is_date(text: str) -> bool:
    """Whether this is a day or a month, as files write them."""
    try:
        datetime.date.fromisoformat(f"{text}-01" if len(text) == len("2026-03") else text)
    except ValueError:
        return False
    return True


def close(word: str, known: Iterable[str], *, likely: float = 0.75) -> str:
    """The one of `known` that `word` was probably meant to be, or ''. Where the word is refused in
    any case, a suggestion may be less `likely`.
    """
    import difflib  # only where something is wrong

    known = list(known)
    for one in known:  # two letters in the wrong order: the commonest slip
        if one != word and sorted(one) == sorted(word):
            return one
    found = difflib.get_close_matches(word, known, n=1, cutoff=likely)
    return found[0] if found else ""


def plain(node: yaml.Node) -> Any:
    """A node as text, lists and dicts."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return str(node.value)
