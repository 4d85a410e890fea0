"""What the program says: every sentence in both languages, in its own place, used, and well set."""

import ast
import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted import ROOT

import partnerwiz
from partnerwiz import words
from partnerwiz.method.reading import read_method
from partnerwiz.words import (
    LANGUAGES,
    clean,
    language_of_environment,
    say,
    typeset,
    unseen,
    visible,
)

PACKAGE = Path(partnerwiz.__file__).parent
MODULES = [
    getattr(words, path.stem)
    for path in sorted((PACKAGE / "words").glob("*.py"))
    if path.stem != "__init__"
]
SENTENCES = {key: pair for module in MODULES for key, pair in module.SENTENCES.items()}
SOURCES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "words"]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


def placeholders(sentence):
    return sorted(name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None)


def test_every_sentence_is_said_in_both_languages_with_the_same_values():
    for key, pair in SENTENCES.items():
        assert len(pair) == len(LANGUAGES), key
        assert all(isinstance(sentence, str) and sentence.strip() for sentence in pair), key
        french, english = map(placeholders, pair)
        assert set(french) == set(english), key
        assert all(name.isidentifier() for name in french), key
        assert not any(unseen(sentence) for sentence in pair), key
        lines = [line.strip() for sentence in pair for line in sentence.split("\n")]
        assert not any("  " in line for line in lines), key


def test_no_key_stands_in_two_modules():
    keys = [key for module in MODULES for key in module.SENTENCES]
    assert sorted(keys) == sorted(set(keys))
    assert set(words._SENTENCES) == set(keys)


# Keys used in the package, and keys that nothing uses

ASK_BY_KEY = {"say", "Refused", "PartnerwizError", "WrongUseError", "ChangedOutsideError"}
"""called with a key first"""


def called(node):
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def literal(node):
    """The texts an expression may be; an f-string as a prefix that ends in `*`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return literal(node.body) + literal(node.orelse)
    if isinstance(node, ast.BoolOp):
        return [text for one in node.values for text in literal(one)]
    if isinstance(node, ast.JoinedStr):
        first = node.values[0]
        return [f"{first.value}*"] if isinstance(first, ast.Constant) else []
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [f"{text}*" for text in literal(node.left)]
    return []


def asked_for():
    """(where, key) for every key that a call names."""
    found = []
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name, place = called(node), None
            if name in ASK_BY_KEY or name in ("problem", "_at", "missing"):
                place = 1 if name == "_at" else 0
            elif name == "Problem":
                place = 2
            if place is not None and len(node.args) > place:
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                found += [(where, key) for key in literal(node.args[place])]
    return found


def every_text():
    """Every string of the package; and the beginnings and the ends of its f-strings that look like a
    piece of a key.
    """
    texts, beginnings, ends = set(), set(), set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, (ast.JoinedStr, ast.BinOp)):
                beginnings |= {text[:-1] for text in literal(node) if text.endswith("*")}
            if isinstance(node, ast.JoinedStr):
                ends |= set(literal(node.values[-1]))
    return (
        texts,
        tuple(text for text in beginnings if re.fullmatch(r"[a-z]+(-[a-z]+)*-", text)),
        tuple(text for text in ends if re.fullmatch(r"-[a-z]+", text)),
    )


def test_every_key_that_the_package_asks_for_exists():
    asked = asked_for()
    assert len(asked) > 100
    unknown = [
        (where, key)
        for where, key in asked
        if key not in SENTENCES
        and not (key.endswith("*") and any(one.startswith(key[:-1]) for one in SENTENCES))
    ]
    assert unknown == []


def test_every_sentence_is_used_somewhere():
    texts, beginnings, ends = every_text()
    unused = [
        key
        for key in SENTENCES
        if key not in texts and not key.startswith(beginnings) and not key.endswith(ends)
    ]
    assert unused == []


def test_a_sentence_is_said_with_any_values():
    for key, pair in SENTENCES.items():
        values = dict.fromkeys(placeholders(pair[0]), "{a} « b » : \x1b[31m")
        for language, sentence in zip(LANGUAGES, pair, strict=True):
            told = say(key, language, **values)
            assert not unseen(told), key
            assert told.count("{a}") == len(placeholders(sentence)), key


def test_a_value_may_have_any_name():
    assert say("missing-language", "en", name="ask", language="fr").startswith("“ask”")


# Typography, words we do not use

CODE = re.compile(r"--[\w-]+(=\S+)?|https?://\S+")


ORDINARY_SPACES = {
    "before a high sign": r" [;:!?»]",
    "after an opening quote": r"«[^\u00a0]",
    "missing before a closing quote": r"[^\u00a0]»",
    "missing before a high sign": r"[^\s\u00a0\u202f/(.][!?;](\s|$)",
}


def test_french_is_set_as_printers_do():
    for key, pair in SENTENCES.items():
        french = typeset(pair[0], "fr")
        for where, wrong in ORDINARY_SPACES.items():
            assert not re.search(wrong, CODE.sub("", french)), (key, where)
        assert "'" not in french, key
        assert "'" not in typeset(pair[1], "en"), key


def test_code_that_people_copy_keeps_its_own_quotes():
    """Curved quotes would make `answer('need', org)` something a template cannot read."""
    for key, pair in SENTENCES.items():
        for sentence in pair:
            assert not re.search(r"\('|'\)|='", sentence), key


BANNED = {
    "fr": r"usagers?|usagères?|synergies?|secrets? partagés?|bénéficiaires?|·e|·s\b|·rice|méthode Dhume",
    "en": r"service users?|synerg(y|ies)|beneficiar(y|ies)|stakeholders?|the public\b|Dhume.s method",
}
METHOD = read_method(ROOT / "steps")


def texts_of_steps():
    """Every sentence of the shipped method, with where it stands."""
    for phase in METHOD.phases:
        yield phase.id, phase.title
        if phase.why:
            yield phase.id, phase.why
        for step in phase.steps:
            yield from ((step.id, text) for text in (step.title, step.why, step.talk) if text)
            yield from ((step.id, text) for text in step.pitfalls)
            if step.done_when:
                yield step.id, step.done_when
            for question in step.questions:
                for one in (question, *question.columns):
                    told = (one.ask, one.label, one.help, one.example, one.talk, one.unit)
                    yield from ((question.id, text) for text in told if text)
                    yield from ((question.id, text) for text in one.options.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_hurt_or_say_nothing_are_not_used(language):
    banned = re.compile(BANNED[language], re.IGNORECASE)
    said = [(key, pair[LANGUAGES.index(language)]) for key, pair in SENTENCES.items()]
    said += [(where, text[language]) for where, text in texts_of_steps()]
    assert [(where, banned.search(text)[0]) for where, text in said if banned.search(text)] == []


def test_median_dots_stand_between_pieces_of_a_line_and_never_in_a_word():
    for key, pair in SENTENCES.items():
        assert not any(re.search(r"\w·|·\w", sentence) for sentence in pair), key
    for where, text in texts_of_steps():
        assert not any("·" in text[language] for language in LANGUAGES), where


def test_the_sentences_of_the_steps_are_set_in_both_languages():
    count = 0
    for where, text in texts_of_steps():
        count += 1
        french, english = text["fr"], text["en"]
        assert french.strip(), where
        assert english.strip(), where
        assert "'" not in french, (where, french)
        assert "\u00a0" not in french, (where, french)
        assert not re.search(r"\w[;:!?](\s|$)", french), (where, french)
        assert not re.search(r"«\S|\S»", french), (where, french)
        assert not re.search(
            r"(?<![A-ZÉÈÀÇ’])\b(Etat|Etape|Ecole|Equipe|Elu|Evaluation)", french
        ), where
        set_ = typeset(french, "fr")
        assert not re.search(r" [;:!?»]|« ", set_), (where, set_)
    assert count > 300


MONTHS = re.compile("janvier|january")


def test_sentences_are_told_in_words_and_nowhere_else():
    """Three words in a row, or a colon set the French way, would be said in one language to all."""
    found = []
    for path, tree in TREES.items():
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        others = {id(one) for node in ast.walk(tree) if is_not_ours(node) for one in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                told = re.search(r"\w{3,} \w{2,} \w{2,}|\s:(\s|$)", node.value)
                if told and not (id(node) in docstrings | others or MONTHS.match(node.value)):
                    found.append((f"{path.relative_to(PACKAGE)}:{node.lineno}", node.value))
    style_sheets = [one for one in found if "{" in one[1]]
    assert [one for one in found if one not in style_sheets] == []


def is_not_ours(node):
    """What a traceback says, or what a library's message is known by: people never see it."""
    bug = isinstance(node, ast.Raise) and "ValueError" in ast.dump(node)
    return bug or isinstance(node, ast.Compare)


# Any text on a terminal, any environment


@given(st.text(st.characters()))
def test_what_is_shown_holds_nothing_that_acts_unseen(text):
    assert unseen(visible(text)) is None
    assert unseen(clean(text)) is None
    assert clean(text) == text or unseen(text)
    assert visible(text) == text or unseen(text)


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        ("Est-ce tout ?", "Est-ce tout\u202f?", "Est-ce tout ?"),
        ("« a » : b ; c !", "«\u00a0a\u00a0»\u00a0: b\u202f; c\u202f!", "« a » : b ; c !"),
        ("«a»", "«\u00a0a\u00a0»", "«a»"),
        ("l'an", "l’an", "l’an"),
        ("12:30", "12:30", "12:30"),
        ("a: b", "a: b", "a: b"),
    ],
)
def test_a_text_of_ours_is_typeset(text, french, english):
    assert typeset(text, "fr") == french
    assert typeset(french, "fr") == french
    assert typeset(text, "en") == english


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "de_DE.UTF-8"}, None),
        ({"LANG": ""}, None),
    ],
)
def test_the_language_of_the_environment(monkeypatch, environment, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_of_environment() == language
