"""Answers as lines of a hand-edited file: read back equal, and every other line left as it was."""

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerwiz.method.kinds import Refused, check
from partnerwiz.method.model import Question
from partnerwiz.words import unseen
from partnerwiz.yamlfile import compose, plain
from partnerwiz.yamltext import YamlText, placeable

NAME = Path("valmorin.yaml")
NASTY = [
    "no",
    "~",
    "null",
    "true",
    "12:30",
    "007",
    "1e3",
    "2026-03-31",
    "=",
    "<<",
    "- a",
    "-",
    "? a",
    "# x",
    "a #b",
    "a # b",
    "a: b",
    "a :b",
    ":",
    "a:",
    "&ancre",
    "*renvoi",
    "!!str",
    "%YAML 1.1",
    "@a",
    "`a`",
    "{a: b}",
    "[a, b]",
    "{}",
    "[]",
    "'",
    '"',
    "''",
    '"" "',
    "it's",
    "\\n",
    "\\",
    "---",
    "...",
    "--- a",
    "... a",
    "---\n...\n---",
    "a\n...\nb",
    "a\n---",
    "|",
    ">",
    "|-\n a",
    " a",
    "a ",
    "\ta",
    "a\t",
    " ",
    "\n",
    "\na",
    "a\n",
    "a\n\n\nb",
    "a\n\n",
    " a\nb",
    "a \nb",
    "a\n  b\n c",
    "a\n\tb",
    "a\n# pas un commentaire\nb",
    "# a\n# b",
    "Le but : « créer » # ensemble",
    "une\u00a0espace fine\u202fici",
    "é\u0301",
    "مرحبا بالعالم",
    "日本語",
    "👩\u200d👧 ensemble",
    "\U0010fffd",
    "\ufffe",
    "a" * 3000,
    "mot " * 500,
    "a\u0085b",
    "a\u2028b\u2029",
    "\ufeffa",
    "a\x7f\x9fb",
    "a\x1bb",
]
"""What a general YAML tool, a line editor or a printer would take for something else."""


def text_of(source):
    return YamlText(source, compose(source, NAME))


def read(text):
    return plain(compose(str(text), NAME))


# Any text answered is read back equal

everything = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
looks_like_yaml = st.text(
    st.sampled_from("ab -:#?&*!|>%@`{}[],'\"\\\n\t.~<=é€\u00a0😀"), max_size=30
)
texts = st.one_of(everything, looks_like_yaml, st.sampled_from(NASTY))


@settings(max_examples=350, deadline=None)
@given(texts, st.sampled_from(["answers:\n  a: b\n...\n", "\ufeffanswers: {}\r\n...\r\n"]))
def test_any_text_a_question_accepts_is_read_back_equal(text, file):
    question = Question(id="q", kind="long-text", ask={}, label={})
    if not text.strip() or unseen(text):
        with pytest.raises(Refused):
            check(question, text)
        return
    kept = check(question, text)
    assert kept == text
    written = text_of(file)
    written.set(("answers", "need"), kept, "Quel besoin ?")
    assert read(written)["answers"]["need"] == text


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_texts_that_look_like_yaml_are_read_back_equal_wherever_they_stand(text, newline):
    written = text_of(newline.join(["a: b", "answers:", "  x: y", "z: t", "...", ""]))
    table = {"r1": {"who": text, "size": text}, "r2": {"who": "b"}}
    for path, value in {
        ("answers", "x"): text,
        ("answers", "list"): {"k1": text, "k2": "fin"},
        ("answers", "choices"): ["a", {"other": text}],
        ("answers", "table"): table,
        ("organisations", "ccas", "answers", "need"): text,
        ("title",): text,
    }.items():
        written.set(path, value, "Question ?")
    assert read(written) == {
        "a": "b",
        "title": text,
        "z": "t",
        "answers": {
            "x": text,
            "list": {"k1": text, "k2": "fin"},
            "choices": ["a", {"other": text}],
            "table": table,
        },
        "organisations": {"ccas": {"answers": {"need": text}}},
    }


values = st.one_of(
    texts,
    st.lists(st.one_of(texts, st.fixed_dictionaries({"other": texts})), max_size=3),
    st.dictionaries(st.sampled_from(["r1", "r2", "k7"]), texts, max_size=3),
    st.dictionaries(
        st.sampled_from(["r1", "r2"]),
        st.dictionaries(
            st.sampled_from(["who", "size"]), st.one_of(texts, st.lists(texts)), max_size=2
        ),
        max_size=2,
    ),
)


@settings(max_examples=150, deadline=None)
@given(values)
def test_any_value_is_read_back_equal_four_levels_deep(value):
    written = text_of("organisations:\n  ccas:\n    name: a\n...\n")
    written.set(("organisations", "ccas", "answers", "q"), value)
    assert read(written)["organisations"]["ccas"]["answers"]["q"] == value


def test_what_is_readable_is_written_readable():
    written = text_of("answers: {}\n...\n")
    written.set(("answers", "need"), "Un lien : dès 18 ans.\nEt après ?", "Quel besoin ?")
    written.set(("answers", "note"), "no")
    written.set(("answers", "limits"), ["time", {"other": "l’âge"}])
    written.set(("answers", "people"), {"r1": {"who": "les jeunes", "size": "30 à 40"}})
    assert str(written) == (
        "answers:\n"
        "  # Quel besoin ?\n"
        "  need: |-\n"
        "    Un lien : dès 18 ans.\n"
        "    Et après ?\n"
        "  note: no\n"
        "  limits:\n"
        "  - time\n"
        "  - other: l’âge\n"
        "  people:\n"
        "    r1:\n"
        "      who: les jeunes\n"
        "      size: 30 à 40\n"
        "...\n"
    )


# Every other line stays: files as people leave them, as pieces whose lines are known

WORDS = ["oui", "L’Escale", "à revoir", "12:30", "no", "30 à 40", "un lien 🤝"]

KEPT_BLANKS = [f"{word}\n\n\n" for word in WORDS]


class Piece:
    """Some lines of a file: one entry and all that is its own, or lines between entries."""

    def __init__(self, lines, path=None, value=None, notes=()):
        self.lines = list(lines)
        self.path = path
        self.value = value
        self.notes = list(notes)
        """comments inside"""


class Hand:
    """Someone at an editor: what they leave between entries, and the ways they write one."""

    def __init__(self, draw):
        self.draw = draw
        self._count = iter(range(10_000))
        self._deep = False
        """whether a comment may stand deeper than the entry above without becoming part of it"""

    def note(self, space=" "):
        """A comment that is seen again wherever it goes; or none."""
        return f"{space}# note-{next(self._count)}" if self.draw(st.booleans()) else ""

    def between(self, column):
        """Blank lines and comments, at any indent that leaves them outside the entry above."""
        lines = []
        for _ in range(self.draw(st.integers(0, 2))):
            deepest = column + 6 if self._deep else column
            indent = " " * self.draw(st.integers(0, deepest))
            loose = f"{indent}# libre-{next(self._count)}: {{}}"
            lines.append(self.draw(st.sampled_from([indent, loose])))
            self._deep = self._deep or lines[-1] == loose
        return Piece(lines)

    def entry(self, key, column, path):
        """One answer, in one of the ways people write them."""
        self.pad, self.inner = " " * column, " " * (column + self.draw(st.integers(1, 4)))
        shown = self.draw(st.sampled_from([key, f'"{key}"', f"'{key}'"]))
        self.head, self.tail = f"{self.pad}{shown}:", self.note()
        self.word = self.draw(st.sampled_from(WORDS))
        self.notes = [self.tail]
        way = self.draw(st.sampled_from(WAYS))
        lines, value = way(self)
        self._deep = way not in TEXTS_BELOW
        return Piece(lines, path, value, self.notes)

    def plain(self):
        return [f"{self.head} {self.word}{self.tail}"], self.word

    def empty(self):
        return [f"{self.head}{self.tail}"], ""

    def single_quoted(self):
        return [f"{self.head}  '{self.word} # dedans'{self.tail}"], f"{self.word} # dedans"

    def double_quoted(self):
        return [f'{self.head} "{self.word}\\n# dedans"{self.tail}'], f"{self.word}\n# dedans"

    def quoted_over_lines(self):
        lines = [f'{self.head} "{self.word}', "", f'{self.inner}# dedans"{self.tail}']
        return lines, f"{self.word}\n# dedans"

    def literal(self):
        bar = self.draw(st.sampled_from(["|", "|-"]))
        lines = [self.word, "# dedans", "", "fin"]
        below = [self.inner + line if line else "" for line in lines]
        return [f"{self.head} {bar}{self.tail}", *below], "\n".join(lines) + "\n" * (bar == "|")

    def literal_with_its_blanks(self):
        return [f"{self.head} |+{self.tail}", self.inner + self.word, "", ""], f"{self.word}\n\n\n"

    def folded(self):
        lines = [f"{self.head} >-{self.tail}", self.inner + self.word, f"{self.inner}suite"]
        return lines, f"{self.word} suite"

    def plain_over_lines(self):
        lines = [f"{self.head}{self.tail}", self.inner + self.word, f"{self.inner}suite"]
        return lines, f"{self.word} suite"

    def dashes(self):
        low = self.draw(st.sampled_from([self.pad, self.inner]))
        above, behind = self.note(low), self.note()
        self.notes += [above, behind]
        items = [f"{low}- {self.word}{behind}", f"{low}- 'b # c'"]
        return [f"{self.head}{self.tail}", *filter(None, [above]), *items], [self.word, "b # c"]

    def rows(self):
        above, behind = self.note(self.inner), self.note()
        self.notes += [above, behind]
        first, last = f"{self.inner}r1: {self.word}{behind}", f"{self.inner}r2: fin"
        lines = [f"{self.head}{self.tail}", first, *filter(None, [above]), last]
        return lines, {"r1": self.word, "r2": "fin"}

    def brackets(self):
        behind = self.note()
        self.notes.append(behind)
        return [f"{self.head} [{self.word},{behind}", f"{self.inner}fin]{self.tail}"], [
            self.word,
            "fin",
        ]

    def braces(self):
        lines = [f"{self.head} {{r1: {{who: {self.word!r}}}}}{self.tail}"]
        return lines, {"r1": {"who": self.word}}

    def block(self, column, path, keys):
        pieces = []
        for key in self.draw(st.lists(st.sampled_from(keys), unique=True, max_size=3)):
            pieces += [self.between(column), self.entry(key, column, (*path, key))]
            if pieces[-1].value in KEPT_BLANKS:  # blank lines below would be its own
                pieces.append(Piece([f"{' ' * column}# libre-{next(self._count)}"]))
        return pieces

    def section(self, key, column, path, keys):
        """`answers:` and what is below it."""
        below = self.block(column + self.draw(st.integers(1, 4)), path, keys)
        filled = any(piece.path for piece in below)
        opening = "" if filled else self.draw(st.sampled_from(["", " {}", " { }"]))
        return [Piece([f"{' ' * column}{key}:{opening}{self.note()}"], path, {}), *below]


WAYS = [
    Hand.plain,
    Hand.empty,
    Hand.single_quoted,
    Hand.double_quoted,
    Hand.quoted_over_lines,
    Hand.literal,
    Hand.literal_with_its_blanks,
    Hand.folded,
    Hand.plain_over_lines,
    Hand.dashes,
    Hand.rows,
    Hand.brackets,
    Hand.braces,
]
TEXTS_BELOW = [Hand.literal, Hand.literal_with_its_blanks, Hand.folded]


@st.composite
def hand_edited(draw):
    """(pieces, line ending, byte order mark, end of file) of a project as someone left it."""
    hand = Hand(draw)
    pieces = [Piece(["---"] if draw(st.booleans()) else []), hand.between(0)]
    pieces.append(Piece([f"partnerwiz: 1{hand.note()}"], ("partnerwiz",), "1"))
    pieces += hand.block(0, (), ["title", "x-notre-outil", "settings"])
    pieces += [hand.between(0), *hand.section("answers", 0, ("answers",), ANSWERS)]
    pieces += [hand.between(0), Piece([f"organisations:{hand.note()}"], ("organisations",), {})]
    column = draw(st.integers(1, 3))
    for org in ORGANISATIONS[: draw(st.integers(1, 2))]:
        at, inside = ("organisations", org), column + draw(st.integers(1, 3))
        pieces += [hand.between(column), Piece([f"{' ' * column}{org}:{hand.note()}"], at, {})]
        pieces.append(Piece([f"{' ' * inside}name: {org.upper()}"], (*at, "name"), org.upper()))
        pieces.append(hand.between(inside))
        pieces += hand.section("answers", inside, (*at, "answers"), ANSWERS)
        pieces += hand.block(inside, at, ["x-autre", "open"])
    pieces += [hand.between(0), *hand.block(0, (), ["zzz"]), hand.between(0), Piece(["..."])]
    return pieces, draw(st.sampled_from(["\n", "\r\n"])), draw(st.booleans()), draw(st.booleans())


ANSWERS = ["need", "people", "limits", "not"]
ORGANISATIONS = ["lescale", "ccas"]
paths = st.one_of(
    st.tuples(st.just("answers"), st.sampled_from(ANSWERS)),
    st.tuples(
        st.just("organisations"),
        st.sampled_from([*ORGANISATIONS, "mission-locale"]),
        st.just("answers"),
        st.sampled_from(ANSWERS),
    ),
    st.tuples(st.sampled_from(["title", "sittings"])),
)
changes = st.lists(st.tuples(paths, st.one_of(st.none(), values)), min_size=1, max_size=4)


class File:
    """A file as its pieces: what a splice may change of it, worked out without any YAML."""

    def __init__(self, pieces, newline, bom, ends):
        self.pieces = [piece for piece in pieces if piece.lines]
        self.newline, self.bom, self.ends = newline, bom, ends

    def __str__(self):
        lines = [line for piece in self.pieces for line in piece.lines]
        text = self.newline.join(lines) + (self.newline if self.ends else "")
        return ("\ufeff" if self.bom else "") + text

    def values(self):
        """What the file says, as nested dicts."""
        root = {}
        for piece in self.pieces:
            if piece.path:
                at = root
                for key in piece.path[:-1]:
                    at = at.setdefault(key, {})
                at[piece.path[-1]] = {} if piece.value == {} else piece.value
        return root

    def lines_of(self, text):
        lines = str(text).removeprefix("\ufeff").split(self.newline)
        return lines[:-1] if self.ends else lines

    def became(self, text, path, value, comment):
        """Note what this splice did. Fails where it touched a line that is not its own."""
        new = self.lines_of(text)
        found = next((at for at, one in enumerate(self.pieces) if one.path == path), None)
        if found is not None:
            old = self.pieces[found]
            before = [x for one in self.pieces[:found] for x in one.lines]
            after = [x for one in self.pieces[found + 1 :] for x in one.lines]
            assert new[: len(before)] == before
            assert new[len(new) - len(after) :] == after
            own = new[len(before) : len(new) - len(after)]
            for note in old.notes:
                assert note.strip() in "\n".join(own), "a comment inside a replaced answer is lost"
            kept = list(itertools.takewhile(lambda line: line.lstrip().startswith("#"), own))
            lines = own[len(kept) :]
            assert bool(lines) == (value is not None)
            self.pieces[found : found + 1] = [Piece(kept), Piece(lines, path, value)]
        elif value is None:
            assert new == self.lines_of(str(self)), "removing what is not there changed the file"
        else:
            self._inserted(new, path, value, comment)
        self.pieces = [piece for piece in self.pieces if piece.lines]

    def _inserted(self, new, path, value, comment):
        parents = [path[:length] for length in range(1, len(path))]
        known = [one.path for one in self.pieces]
        present = [parent for parent in parents if parent in known]
        opened = known.index(present[-1]) if present else None
        if opened is not None:  # `answers: {}` opens up; nothing else of its line changes
            head = self.pieces[opened].lines
            head[0] = re.sub(r":\s*\{\s*\}", ":", head[0], count=1)
        lengths = [0]
        for piece in self.pieces:
            lengths.append(lengths[-1] + len(piece.lines))
        old = [line for piece in self.pieces for line in piece.lines]
        more = len(new) - len(old)
        places = [
            number
            for number, at in enumerate(lengths)
            if new[:at] == old[:at] and new[at + more :] == old[at:]
        ]
        assert places, "a new answer changed lines that are not its own"
        at = places[-1]
        own = new[lengths[at] : lengths[at] + more]
        assert sum(line.strip() == f"# {comment}" for line in own) <= 1
        notes = [Piece([line]) for line in own if line.strip() == f"# {comment}"]
        rest = [line for line in own if line.strip() != f"# {comment}"]
        heads = [Piece([], parent, {}) for parent in parents if parent not in known]
        for head in heads:
            head.lines = [rest.pop(0)]
        self.pieces[at:at] = [*heads, *notes, Piece(rest, path, value)]


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hand_edited(), changes)
def test_a_splice_changes_its_own_lines_and_no_other(drawn, splices):
    file = File(*drawn)
    written = text_of(str(file))
    assert str(written) == str(file)
    assert emptied(read(written)) == emptied(file.values())
    for number, (path, value) in enumerate(splices):
        comment = f"Question {number} ?"
        if value is None:
            written.remove(path)
        else:
            written.set(path, value, comment)
        file.became(written, path, value, comment)
        assert emptied(read(written)) == emptied(file.values())
        assert str(text_of(str(written))) == str(written)
    assert not placeable(compose(str(written), NAME), str(written))


def emptied(value):
    """A mapping without keys may stand as `{}` or as nothing at all."""
    if isinstance(value, dict) and value:
        return {key: emptied(one) for key, one in value.items()}
    return value if value != {} else ""


# One by one: what people do to a file


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        (
            "answers:\n  need: a  # dit par le CCAS\n  not: b\n...\n",
            ("answers", "need"),
            "c",
            "answers:\n  # dit par le CCAS\n  need: c\n  not: b\n...\n",
        ),
        (
            "answers:\n  need: # pourquoi\n    # avant\n    - a # un\n    - b\n  # après\n  not: b\n...\n",
            ("answers", "need"),
            "c",
            "answers:\n  # pourquoi\n  # avant\n  # un\n  need: c\n  # après\n  not: b\n...\n",
        ),
        (
            "answers:\n  need: 'l # est dedans'\n...\n",
            ("answers", "need"),
            "c",
            "answers:\n  need: c\n...\n",
        ),
        (
            "answers: {} # vide\nopen: {}\n...\n",
            ("answers", "need"),
            "c",
            "answers: # vide\n  need: c\nopen: {}\n...\n",
        ),
        (
            "answers: # comme ceci: {}\n...\n",
            ("answers", "need"),
            "c",
            "answers: # comme ceci: {}\n  need: c\n...\n",
        ),
        (
            "answers:\n  a: b\nzzz: t\n\n# fin\n...",
            ("open", "need"),
            {"state": "unknown-yet"},
            "answers:\n  a: b\nzzz: t\nopen:\n  need:\n    state: unknown-yet\n\n# fin\n...",
        ),
        (
            "answers:\r\n  need: |\r\n    a\r\n\r\n    b\r\n  not: c\r\n...\r\n",
            ("answers", "need"),
            "x\ny",
            "answers:\r\n  need: |-\r\n    x\r\n    y\r\n  not: c\r\n...\r\n",
        ),
        (
            "answers:\n  need: |+\n    a\n\n\n  # fin\n...\n",
            ("answers", "not"),
            "x",
            "answers:\n  need: |+\n    a\n\n\n  not: x\n  # fin\n...\n",
        ),
        (
            "organisations:\n    ccas:\n        name: CCAS\n...\n",
            ("organisations", "ccas", "answers", "need"),
            "a",
            "organisations:\n    ccas:\n        name: CCAS\n        answers:\n          need: a\n...\n",
        ),
    ],
    ids=[
        "a trailing comment moves above",
        "comments inside move above",
        "no comment between quotes",
        "braces open up",
        "braces in a comment stay",
        "a new section goes before the last comments",
        "CRLF",
        "blank lines that belong to the answer above",
        "an odd indent is kept",
    ],
)
def test_one_entry_is_set(before, path, value, after):
    written = text_of(before)
    written.set(path, value)
    assert str(written) == after


@pytest.mark.parametrize("value", ["a\nb", "a\nb\n", "a", ["a\nb"], {"r1": {"who": "a\nb"}}])
def test_a_comment_below_never_becomes_part_of_an_answer(value):
    for column, blank in itertools.product([0, 1, 2, 3, 4, 6, 9], ["", "\n", "   \n"]):
        below = f"{blank}{' ' * column}# note\n"
        written = text_of(f"answers:\n  need: x\n{below}title: y\n{below}zzz: z\n...\n")
        for path in (("answers", "need"), ("title",), ("answers", "not")):
            written.set(path, value)
        found = {"answers": {"need": value, "not": value}, "title": value, "zzz": "z"}
        assert read(written) == found, (column, blank)
        assert str(written).count(below) == 2


@pytest.mark.parametrize("above", ["|", "|-", "|+", ">", ">-", ">+"])
def test_a_comment_below_what_is_removed_never_becomes_part_of_the_answer_above(above):
    for column, blank in itertools.product([0, 2, 3, 4, 5, 8], ["", "\n"]):
        below = f"{blank}{' ' * column}# note\n"
        text = f"open:\n  a: {above}\n    oui\n  b: c\n{below}zzz: z\n...\n"
        written = text_of(text)
        before = read(written)["open"]["a"]
        written.remove(("open", "b"))
        assert read(written) == {"open": {"a": before}, "zzz": "z"}, (column, blank)
        assert below in str(written)
    assert before.startswith("oui")


def test_the_question_is_written_once_however_often_its_answer_comes_and_goes():
    written = text_of("answers: {}\n...\n")
    for value in ("a", None, "b", "c", None, "d"):
        if value is None:
            written.remove(("answers", "need"))
        else:
            written.set(("answers", "need"), value, "Quel besoin ?")
    assert str(written) == "answers:\n  # Quel besoin ?\n  need: d\n...\n"


@pytest.mark.parametrize(
    "source",
    ["? answers\n: need: a\n...\n", "answers:\n  ? need\n  : a\n...\n"],
)
def test_a_key_behind_a_question_mark_is_said_to_stand_where_it_cannot_be_replaced(source):
    assert placeable(compose(source, NAME), source)


def test_a_large_file_costs_no_more_than_a_small_one_to_change():
    lines = [f"  q{number}: réponse {number} # note {number}" for number in range(20_000)]
    written = text_of("\n".join(["answers:", *lines, "..."]) + "\n")
    before = str(written).split("\n")
    for number in range(0, 20_000, 2_000):
        written.set(("answers", f"q{number}"), "autre")
    after = str(written).split("\n")
    assert len(after) == len(before) + 10  # each note now stands above its answer
    assert len(set(before) - set(after)) == 10


def test_blanks_left_below_do_not_become_part_of_the_text_above_what_is_removed():
    text = text_of("answers:\n  people: >-\n    oui\n    suite\n  need: a\n       \n...\n")
    text.remove(("answers", "need"))
    assert read(text)["answers"] == {"people": "oui suite"}
    assert "       \n" in str(text)
