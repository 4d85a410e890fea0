"""A project from its text: read whole, refused with every mistake at once, never touched."""

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted import HEAD, TABLE, method_of, project_of

from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.project.model import Block, Position, State
from partnerwiz.project.positions import About, with_position
from partnerwiz.project.reading import read_private, read_project
from partnerwiz.project.received import to_confirm
from partnerwiz.project.store import Store, load
from partnerwiz.project.writing import apply, changes
from partnerwiz.words import unseen
from partnerwiz.yamlfile import read_text

NAME = Path("valmorin.yaml")
METHOD = method_of(
    """
    - {id: need, kind: long-text, was: besoin}
    - {id: people, kind: table, columns: [{id: who, kind: text}, {id: size, kind: number}]}
    - {id: limits, kind: choices, options: {time: le temps, other: autre}}
    - {id: not, kind: list}
    - {id: fear, kind: long-text, private: yes}
    - {id: ours, kind: text, by: initiator}
    """,
    """
    by: together
    questions:
      - {id: end-date, kind: date}
      - {id: hosts, kind: organisations}
      - {id: shares, kind: table, rows: partners, columns: [{id: share, kind: text}]}
      - {id: tasks, kind: table, columns: [{id: what, kind: text}, {id: who, kind: organisation}]}
      - {id: main-task, kind: row, of: tasks}
    """,
)
WHOLE = """\
# Projet partnerwiz
partnerwiz: 1
id: k7q2
title: Passerelle 18-25
initiator: lescale
settings: {}
answers:
  # Jusqu’à quand ?
  end-date: 2027-12-31
  hosts: [ccas]
  tasks:
    r1: {what: la salle, who: ccas}
open:
  main-task:
    state: under-discussion
    who: le CCAS et L’Escale
    by: 2026-03
organisations:
  lescale:
    name: L’Escale
    article: none
    role: partner
    since: 2025-05-02
    number: 3
    answers:
      need: |-
        Un lien : dès 18 ans.
        Et après ?
      people:
        r1: {who: jeunes, size: 40}
      limits: [time, other: l’âge]
      not: {k7: pas d’hébergement, k8: no}
      ours: 'oui # non'
    done:
      step-1: 2025-05-03
  ccas: # le plus proche
    name: CCAS de Valmorin
    article: le
    role: partner
    x-notre-outil: {a: [b, c]}
...
"""


def read(text, method=METHOD):
    return read_project(text, NAME, method)[0]


def problems(text, language="en", method=METHOD):
    """Every problem, without the name of the file, as it is told."""
    with pytest.raises(Unreadable) as unreadable:
        read_project(text, NAME, method)
    return unreadable.value.say(language).replace(f"{NAME}:", "").split("\n")


def test_a_whole_file_is_read_as_what_was_said():
    project = read(WHOLE)
    lescale = project.organisations["lescale"]
    assert (project.title, project.path, project.language) == ("Passerelle 18-25", "whole", "fr")
    assert project.table.answers == {
        "end-date": "2027-12-31",
        "hosts": ["ccas"],
        "tasks": {"r1": {"what": "la salle", "who": "ccas"}},
    }
    assert project.table.open == {
        "main-task": State("under-discussion", who="le CCAS et L’Escale", by="2026-03")
    }
    assert lescale.block.answers == {
        "need": "Un lien : dès 18 ans.\nEt après ?",
        "people": {"r1": {"who": "jeunes", "size": "40"}},
        "limits": ["time", {"other": "l’âge"}],
        "not": {"k7": "pas d’hébergement", "k8": "no"},
        "ours": "oui # non",
    }
    assert (lescale.since, lescale.block.number) == ("2025-05-02", 3)
    assert lescale.block.done == {"step-1": "2025-05-03"}
    assert project.organisations["ccas"].article == "le"
    assert not any(one.block.to_review for one in project.organisations.values())


def test_all_the_mistakes_of_a_file_are_told_at_once_with_line_key_and_remedy():
    text = """\
partnerwiz: 1
id: k7q2
titel: Passerelle
initiator: escale
settings: {path: shrot, pth: x}
sittings:
  - present: [a]
  - on: hier
answers:
  need: ici
  ned: là
open:
  end-date: {state: under-discusion, by: demain}
  hosts: unknown-yet
organisations:
  lescale:
    name: L’Escale
    role: parnter
    article: une
    answers:
      end-date: 2026-03
      fear: secret
      people: {r1: {who: a, who: b}, r1: {}}
    number: trois
    positions:
      end-date: {word: yes, publish: peut-être}
  Le CCAS:
    role: partner
  lescale:
    name: L’Escale
"""
    assert problems(text) == [
        "1: “title” is missing. Add a line “title: …”.",
        (
            "3: “titel” is not known here. Known keys: answers, done, former-initiators, id, initiator, open, "
            "organisations, partnerwiz, proposals, settings, sittings, title. Did you mean “title”?"
        ),
        (
            "4: “escale” is the id of no organisation of this file. Organisations: lescale, Le CCAS, "
            "lescale."
        ),
        "5: “shrot” is not accepted for “path”. Possible values: short, whole. Did you mean “short”?",
        (
            "5: write “settings” over several lines (one key a line, indented by two spaces), not between "
            "braces: each answer is saved there on lines of its own."
        ),
        "5: “pth” is not known here. Known keys: language, path. Did you mean “path”?",
        "7: “on” is missing. Add a line “on: …”.",
        "8: “hier” is not a date for “on” (example: 2026-03-31).",
        (
            "10: “need” is not in its place: this answer is given by each organisation and goes under "
            "“organisations”."
        ),
        "11: “ned” is the answer to no question. Correct this name, or remove the answer. Did you mean “need”?",
        (
            "13: “under-discusion” is not accepted for “state”. Possible values: unknown-yet, not-applicable, "
            "under-discussion, not-disclosed, withdrawn. Did you mean “under-discussion”?"
        ),
        "13: “demain” is not a date for “by” (example: 2026-03-31).",
        "14: “state” is missing. Add a line “state: …”.",
        "14: “hosts” expects “key: value” lines, indented by two spaces.",
        (
            "18: “parnter” is not accepted for “role”. Possible values: envisaged, partner, associate, "
            "funder, network, declined, left. Did you mean “partner”?"
        ),
        "19: “une” is not accepted for “article”. Possible values: le, la, les, l’, the, none.",
        (
            "21: “end-date” is not in its place: this answer is given together and goes under “answers” at "
            "the top of the file."
        ),
        (
            "22: “fear” is a private answer: it has no place in the project. Remove it from here; it is "
            "kept in its organisation’s private folder."
        ),
        "23: “r1” already stands on line 23. Keep one of the two.",
        "23: “who” already stands on line 23. Keep one of the two.",
        "24: “trois” is not a whole number (example: 12).",
        "26: “yes” is not accepted for “word”. Possible values: carries, supports, lets-pass, cannot.",
        "26: “peut-être” is not accepted for “publish”. Possible values: yes, no.",
        (
            "28: “Le CCAS” cannot be an id: lower-case letters without accents, digits and hyphens, for "
            "example “first-review”."
        ),
        "28: “name” is missing. Add a line “name: …”.",
        "29: “lescale” already stands on line 16. Keep one of the two.",
        (
            "30: the last line “...” is missing: the file may have been cut short while being copied. Take "
            "a whole copy, or the previous version (partnerwiz restore valmorin.yaml); if nothing is "
            "missing, add the line “...” at the end."
        ),
    ]
    french = problems(text, "fr")
    assert len(french) == len(problems(text))
    assert french[10].replace("\u00a0", " ") == (
        "13: « under-discusion » n’est pas accepté pour « state ». Valeurs possibles : unknown-yet, "
        "not-applicable, under-discussion, not-disclosed, withdrawn. Vouliez-vous dire "
        "« under-discussion »\u202f?"
    )


def test_a_private_answer_in_the_project_is_named_and_never_shown():
    text = HEAD + TABLE.replace(
        "role: partner", "role: partner\n    answers:\n      fear: canari-4711", 1
    )
    for language in ("fr", "en"):
        told = "\n".join(problems(text + "...\n", language))
        assert "fear" in told
        assert "canari" not in told


@pytest.mark.parametrize(
    ("where", "key", "told"),
    [
        ("answers", "ours", "this answer is given by each organisation"),
        ("organisations/lescale/answers", "end-date", "this answer is given together"),
        ("organisations/ccas/answers", "ours", "only the organisation that started answers"),
        ("organisations/ccas/open", "ours", "only the organisation that started answers"),
        ("open", "need", "this answer is given by each organisation"),
    ],
)
def test_an_answer_of_the_wrong_voice_is_told_where_it_goes(where, key, told):
    value = "{state: unknown-yet}" if where.endswith("open") else "a"
    *organisation, section = where.split("/")[1:] if "/" in where else [where]
    if organisation:
        entry = f"    {section}:\n      {key}: {value}\n"
        text = HEAD + TABLE.replace(f"  {organisation[0]}:\n", f"  {organisation[0]}:\n{entry}")
    else:
        text = HEAD + f"{section}:\n  {key}: {value}\n" + TABLE
    (problem,) = problems(text + "...\n")
    assert told in problem


def test_a_value_its_question_no_longer_accepts_is_kept_to_review():
    project = read(
        WHOLE.replace("2027-12-31", "fin 2027")
        .replace("[ccas]", "[mairie]")
        .replace("size: 40", "size: quarante")
        .replace("[time, other: l’âge]", "[tmie]")
        .replace("{k7: pas d’hébergement, k8: no}", "{}")
    )
    assert project.table.answers["end-date"] == "fin 2027"
    assert project.table.to_review == {
        "end-date": "not-a-date",
        "hosts": "no-such-organisation-here",
    }
    assert project.organisations["lescale"].block.to_review == {
        "people": "in-cell",
        "limits": "no-such-option",
        "not": "nothing-given",
    }


@pytest.mark.parametrize(
    ("answer", "odd"),
    [
        ("tasks", "{r1: rien}"),
        ("tasks", "[a, [b]]"),
        ("tasks", "text"),
        ("tasks", "{r1: {what: [a]}}"),
        ("tasks", "{}"),
        ("shares", "{ccas: x}"),
        ("hosts", "[{}]"),
        ("hosts", "{a: {b: c}}"),
        ("end-date", "[2026]"),
        ("main-task", "[r1]"),
        ("main-task", "{}"),
    ],
)
def test_a_value_of_an_odd_shape_is_to_review_and_nothing_falls_over_it(answer, odd):
    answers = {"tasks": "{r1: {what: a}}", "main-task": "r1", answer: odd}
    lines = "".join(f"  {key}: {value}\n" for key, value in answers.items())
    project = read(HEAD + f"answers:\n{lines}" + TABLE + "...\n")
    assert answer in project.table.to_review
    assert project.rows("tasks", None, METHOD.questions) is not None


def test_an_older_id_is_read_and_its_line_replaced_by_todays():
    text = HEAD + TABLE.replace(
        "role: partner", "role: partner\n    answers:\n      # avant\n      besoin: un lien", 1
    )
    project, written = read_project(text + "...\n", NAME, METHOD)
    assert project.organisations["lescale"].block.answers == {"need": "un lien"}
    new = project.with_value(METHOD.questions["need"], "lescale", "deux liens")
    apply(changes(project, new, METHOD), written)
    assert "besoin" not in str(written)
    assert "      # avant\n      # need\n      need: deux liens\n" in str(written)
    assert read(str(written)) == new


def test_an_older_id_beside_todays_is_the_same_answer_given_twice():
    block = "    answers:\n      need: a\n      besoin: b\n"
    told = problems(HEAD + TABLE.replace("  ccas:\n", f"{block}  ccas:\n") + "...\n")
    assert told == ["11: “besoin” already stands on line 10. Keep one of the two."]


def test_what_is_unknown_stays_where_it_is_after_a_save():
    text = WHOLE.replace("settings: {}", "settings:\n  couleur: vert # à nous").replace(
        "answers:\n  #", "zzz: [notre, clé]\nanswers:\n  ancienne-question: gardée\n  #", 1
    )
    project, written = read_project(text, NAME, METHOD)
    new = project.with_value(METHOD.questions["end-date"], None, "2028-01-01")
    new = new.with_value(METHOD.questions["need"], "ccas", "un toit")
    apply(changes(project, replace(new, path="short"), METHOD), written)
    before, after = text.split("\n"), str(written).split("\n")
    gone = [line for line in before if line not in after]
    assert gone == ["  end-date: 2027-12-31"]
    assert [line for line in after if line not in before] == [
        "  path: short",
        "  end-date: 2028-01-01",
        "    number: 1",
        "      # need",
        "      need: un toit",
    ]
    assert read(str(written)) == replace(new, path="short")


@pytest.mark.parametrize(
    "empty",
    ['answers: ""', "answers: ''", "answers:\n  {}", "answers: {\n}", "answers:\n\n  # rien"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_section_left_empty_in_any_way_is_refused_or_written_into(empty, newline):
    text = (HEAD + empty + "\n" + TABLE + "zzz: a\n...\n").replace("\n", newline)
    try:
        project, written = read_project(text, NAME, METHOD)
    except Unreadable as unreadable:
        refusal = unreadable.say("fr")
    else:
        refusal = ""
    if refusal:
        assert "answers" in refusal
        return
    new = project.with_value(METHOD.questions["end-date"], None, "2028-01-01")
    apply(changes(project, new, METHOD), written)
    assert read(str(written)) == new


def test_a_list_written_with_dashes_is_the_same_each_time_it_is_read():
    text = WHOLE.replace("{k7: pas d’hébergement, k8: no}", "[pas d’hébergement, no]")
    assert list(read(text).organisations["lescale"].block.answers["not"].values()) == [
        "pas d’hébergement",
        "no",
    ]
    assert read(text) == read(text)


PRIVATE = (
    "partnerwiz: 1\nproject: k7q2\norganisation: ccas\nanswers:\n  fear: le CCAS a peur\n...\n"
)


def test_a_private_file_is_read_for_its_own_seat_and_project_only():
    project = project_of(METHOD)
    found, _ = read_private(PRIVATE, Path("ccas.yaml"), project, METHOD)
    assert found.private == {"ccas": Block(answers={"fear": "le CCAS a peur"})}
    assert "peur" not in repr(found)
    for old, new, name, told in [
        ("k7q2", "autre", "ccas", "this private file belongs to another project (…)."),
        (
            "ccas",
            "lescale",
            "ccas",
            "this private file is that of “…”, but its name says “ccas”. Check that it is the right one.",
        ),
        (
            "  fear",
            "  end-date",
            "ccas",
            "“end-date” is not in its place: this answer is given tog",
        ),
    ]:
        with pytest.raises(Unreadable) as unreadable:
            read_private(PRIVATE.replace(old, new), Path(f"{name}.yaml"), project, METHOD)
        assert told in unreadable.value.say("en")
        assert "peur" not in unreadable.value.say("en")


# Damaged and hostile files: refused with file and line, or read; never touched, never a traceback


def attempt(path):
    """The project, or the sentence of its refusal in each language. The file is untouched."""
    before = path.read_bytes()
    started = time.monotonic()
    try:
        return load(path, METHOD, "lescale"), None
    except PartnerwizError as error:
        return None, [error.say("fr"), error.say("en")]
    finally:
        assert time.monotonic() - started < 5
        assert path.read_bytes() == before


HOSTILE = {
    "an anchor": ("title: &a x", 3, "anchors and aliases"),
    "an alias": ("title: *a", 3, "anchors and aliases"),
    "a merge key": ("<<: *base", 3, "anchors and aliases"),
    "billion laughs": (
        "a: &a [x, x]\n" + "".join(f"l{n}: &l{n} [*a, *a]\n" for n in range(30)),
        3,
        "anchors and aliases",
    ),
    "a Python tag": ("title: !!python/object/apply:os.system [id]", 3, "type tags"),
    "a core tag": ("title: !!binary aGVs", 3, "type tags"),
    "a local tag": ("title: !secret x", 3, "type tags"),
    "the bare tag": ("title: ! x", 3, "type tags"),
    "100,000 nested brackets": ("a: " + "[" * 100_000, 3, "more than 40 nested levels"),
    "100,000 nested braces": ("a: " + "{a: " * 100_000, 3, "more than 40 nested levels"),
    "1,000 nested blocks": (
        "".join(" " * n + f"a{n}:\n" for n in range(1_000)),
        43,
        "more than 40 nested levels",
    ),
    "nested dashes": ("a:\n" + "- " * 1_000 + "b", 4, "more than 40 nested levels"),
    "one endless text": ("a: " + "x" * (1024 * 1024 + 1), 3, "a single answer is over 1048576"),
    "NUL": ("title: a\x00b", 3, "an invisible control character"),
    "a control character": ("a: é\nb: \x1b[31m", 4, "an invisible control character"),
    "a second document": ("a: b\n---\nc: d", 4, "starts a second document"),
    "what follows the end": ("a: b\n...\n---\nc: d", 5, "starts a second document"),
    "a key twice": ("a: b\nc: d\na: e", 5, "“a” already stands on line 3"),
    "a key twice, quoted": ('a: b\n"a": e', 4, "“a” already stands on line 3"),
    "a key twice far down": ("a: {b: [{c: d, c: e}]}", 3, "“c” already stands on line 3"),
    "a list for a key": ("[a, b]: c", 3, "a key must be a plain word"),
    "a mapping for a key": ("? {a: b}\n: c", 3, "a key must be a plain word"),
    "a tab": ("a:\n\tb: c", 4, "starts with a tab"),
    "a quote left open": ("a: 'b\nc: d", 3, "a quote opened here is never closed"),
    "a French colon": ("title: Le but : créer", 3, "a colon with spaces around it"),
    "a key without a colon": ("a: b\nc\nd: e", 5, "is not aligned"),
    "a wrong indent": ("a: b\n   c: d", 4, "is not readable YAML"),
    "a directive": ("%YAML 9.9", 3, "is not readable YAML"),
    "half a pair": ('a: "\\ud800"', 3, "is not readable YAML"),
}


@pytest.mark.parametrize(("lines", "line", "told"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_its_line(tmp_path, lines, line, told):
    path = tmp_path / "valmorin.yaml"
    path.write_text(f"partnerwiz: 1\nid: k7q2\n{lines}\n...\n", encoding="utf-8")
    project, said = attempt(path)
    assert project is None
    assert any(one.startswith(f"{path}:{line}: ") and told in one for one in said[1].split("\n"))


def test_a_file_that_is_no_text_is_refused_with_its_line(tmp_path):
    path = tmp_path / "valmorin.yaml"
    for data, told in [
        ("partnerwiz: 1\ntitle: été\n".encode("latin-1"), f"{path}:2: this line is not UTF-8"),
        ("partnerwiz: 1\n".encode("utf-16"), f"{path}:1: this line is not UTF-8"),
        (b"\xed\xa0\x80", f"{path}:1: this line is not UTF-8"),
        (b"a: b\n" * (11 * 1024 * 1024 // 5), f"{path} is over 10 MB"),
        (b"", f"{path}: the file is empty"),
        (b"\n# rien\n", f"{path}: the file is empty"),
        (b"\xef\xbb\xbf", f"{path}: the file is empty"),
        (b"- a\n", f"{path}:1: this is not a partnerwiz project"),
        (b"texte\n", f"{path}:1: this is not a partnerwiz project"),
        (b"title: a\n", f"{path}:1: this is not a partnerwiz project"),
        (b"partnerwiz: un\n...\n", f"{path}:1: this is not a partnerwiz project"),
        (b"partnerwiz: [1]\n...\n", f"{path}:1: this is not a partnerwiz project"),
    ]:
        path.write_bytes(data)
        project, said = attempt(path)
        assert project is None
        assert said[1].startswith(told)
    with pytest.raises(PartnerwizError, match="not-a-file"):
        load(tmp_path, METHOD)
    with pytest.raises(PartnerwizError, match="no-such-file"):
        load(tmp_path / "rien.yaml", METHOD)


def test_a_newer_version_is_refused_with_both_versions_and_left_alone(tmp_path):
    path = tmp_path / "valmorin.yaml"
    path.write_text("# a\npartnerwiz: 12\nnouveau: {a: b}\n")
    project, said = attempt(path)
    assert project is None
    assert said[1] == (
        f"{path}:2: this file was written by a newer partnerwiz (format 12; this one reads format 1). "
        "Nothing was changed. Update partnerwiz, then try again."
    )


def splices_into(text):
    """What is read can be written to: an answer given now is read back, all others with it."""
    project, written = read_project(text, NAME, METHOD)
    new = project.with_value(METHOD.questions["end-date"], None, "2031-01-01")
    new = new.with_value(METHOD.questions["ours"], project.initiator, "a: b\n# c")
    new = new.with_state(METHOD.questions["hosts"], None, State("unknown-yet", who="x"))
    apply(changes(project, new, METHOD), written)
    again = read(str(written))
    assert again.table.answers == new.table.answers
    assert again.table.open == new.table.open
    ours = {one: what.block.answers for one, what in again.organisations.items()}
    assert ours == {one: what.block.answers for one, what in new.organisations.items()}


def refused_or_read(text):
    told = []
    try:
        splices_into(text)
    except Unreadable as unreadable:
        for language in ("fr", "en"):
            told += unreadable.say(language).split("\n")
    assert all(one.startswith(str(NAME)) and not unseen(one) for one in told), told


def test_a_file_cut_short_anywhere_is_refused_and_never_taken_for_a_whole_one():
    whole = read(WHOLE)
    for length in range(len(WHOLE)):
        try:
            project = read(WHOLE[:length])
        except Unreadable:
            continue
        assert project == whole
        assert WHOLE[:length].endswith("...")


LINES = WHOLE.splitlines(keepends=True)
pieces = st.one_of(
    st.text(max_size=4),
    st.sampled_from(
        [
            "\n",
            "  ",
            "#",
            "- ",
            ": ",
            "'",
            '"',
            "|\n",
            "{",
            "}",
            "[",
            "]",
            "&",
            "*",
            "!",
            "? ",
            "\t",
            "%",
            "\r",
            "\x85",
            "\u2028",
            "\ufeff",
            "...\n",
            "---\n",
            "\x00",
            "answers:\n",
        ]
    ),
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 6), pieces), max_size=3),
    st.sampled_from(["", "\ufeff"]),
)
def test_a_damaged_file_is_refused_or_read_and_then_can_be_written(damages, bom):
    text = WHOLE
    for at, gone, piece in damages:
        text = text[:at] + piece + text[at + gone :]
    refused_or_read(bom + text)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_lines_moved_doubled_lost_or_indented_are_refused_or_read(data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines.pop(at)
        how = data.draw(st.sampled_from(["lost", "doubled", "moved", "indented", "outdented"]))
        if how == "doubled":
            lines[at:at] = [line, line]
        elif how == "moved":
            lines.insert(data.draw(st.integers(0, len(lines))), line)
        elif how == "indented":
            lines.insert(at, " " * data.draw(st.integers(1, 3)) + line)
        elif how == "outdented":
            lines.insert(at, line.lstrip())
    refused_or_read("".join(lines))


def test_flipped_bytes_are_refused_or_read_and_the_file_is_left_alone(tmp_path):
    path = tmp_path / "valmorin.yaml"
    chance = random.Random(18_25)
    data = WHOLE.encode()
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 3)):
            damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        project, said = attempt(path)
        if project:
            refused_or_read(read_text(path))
        else:
            assert all(said)


RENAMED = method_of(
    "[{id: mission, kind: text, was: [purpose]}]",
    """
    by: together
    questions:
      - id: plan
        kind: table
        was: [schedule]
        positions: rows
        columns: [{id: what, kind: text}]
    """,
)


def test_what_stands_under_an_older_id_beside_the_answers_counts_and_moves_to_today_s(tmp_path):
    """Where it stands, how answers came, wordings that wait."""
    path = tmp_path / "valmorin.yaml"
    said = "    answers:\n      purpose: Aider.\n    received:\n"
    said += "      - {answers: [purpose], how: phone, on: 2026-01-02}\n"
    said += "    positions:\n      schedule/r1:\n        word: supports\n"
    waiting = "proposals:\n- {at: answers/schedule, value: {}}\n"
    waiting += "- {at: organisations/ccas/answers/purpose, value: Servir.}\n"
    plan = "answers:\n  schedule:\n    r1: {what: x}\n"
    path.write_text(f"{HEAD}{plan}{TABLE}{said}{waiting}...\n", encoding="utf-8")
    with Store.open(path, RENAMED, "ccas", with_private=False) as store:
        project = store.project
        block = project.organisations["ccas"].block
        mission, plan = RENAMED.questions["mission"], RENAMED.questions["plan"]
        assert list(to_confirm(block)) == ["mission"]
        assert list(block.positions) == ["plan/r1"]
        assert len(project.proposed(mission, "ccas")) == len(project.proposed(plan, None)) == 1
        store.save(with_position(About(plan, "r1"), project, "ccas", Position("carries")))
    text = path.read_text(encoding="utf-8")
    assert "plan/r1:" in text
    assert "schedule/r1:" not in text
