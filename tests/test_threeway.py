"""Two edited copies become one: nothing lost, nothing chosen for anyone, whoever merges first."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.project.joining import Cell
from partnerwiz.project.reading import read_project
from partnerwiz.project.threeway import cells_of, merge_texts
from partnerwiz.yamlfile import compose, plain

PATH = Path("valmorin.yaml")

BASE = """\
# Notes de la coordinatrice
partnerwiz: 1
id: k7q2
title: Passerelle 18-25
initiator: lescale
settings:
  path: short
  language: fr
answers:
  # Quel besoin vous réunit ?
  need: Des jeunes sans toit.
  existing:
    siao:
      what: SIAO
      carrier: l’État
    cej:
      what: CEJ
      carrier: la Mission locale
open:
  end-date:
    state: unknown-yet
organisations:
  lescale:
    name: L’Escale
    role: partner
    number: 3
    answers:
      mission: Accueillir.
  ccas:
    name: CCAS
    article: le
    role: partner
    answers: {}
...
"""


def data(text):
    return plain(compose(text, PATH))


def both(ours, theirs, base=BASE):
    """Merged, and the same content the other way round; merged again, it stays."""
    one, other = merge_texts(base, ours, theirs, PATH), merge_texts(base, theirs, ours, PATH)
    assert cells_of(data(one.text)) == cells_of(data(other.text))
    assert set(one.waiting) == set(other.waiting)
    for text in (one.text, other.text):
        assert merge_texts(base, text, text, PATH).text == text
        assert cells_of(data(merge_texts(ours, text, ours, PATH).text)) == cells_of(data(text))
    return one


def edit(*changes, text=BASE):
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def test_answers_of_two_organisations_and_of_the_table_come_together():
    found = both(
        edit(("answers: {}", "answers:\n      mission: Aider."), ("number: 3", "number: 4")),
        edit(("Des jeunes sans toit.", "Des jeunes sans toit, à Valmorin.")),
    )
    assert found.waiting == ()
    assert "mission: Aider." in found.text
    assert "need: Des jeunes sans toit, à Valmorin." in found.text
    assert "# Quel besoin vous réunit ?" in found.text


def test_what_both_changed_waits_for_a_choice_and_the_present_wording_stays():
    ours = edit(("Des jeunes sans toit.", "Des jeunes."))
    theirs = edit(("Des jeunes sans toit.", "Des familles."))
    found = both(ours, theirs)
    said = data(found.text)
    assert found.waiting == ("answers/need",)
    assert said["answers"]["need"] == "Des jeunes sans toit."
    assert said["proposals"] == [
        {"at": "answers/need", "value": "Des familles."},
        {"at": "answers/need", "value": "Des jeunes."},
    ]
    assert "<<<<" not in found.text


def test_two_first_answers_wait_and_neither_stands():
    with_one = edit(("answers: {}", "answers:\n      mission: Aider."))
    with_other = edit(("answers: {}", "answers:\n      mission: Instruire."))
    said = data(both(with_one, with_other).text)
    assert not said["organisations"]["ccas"]["answers"]
    assert [one["value"] for one in said["proposals"]] == ["Aider.", "Instruire."]


def test_lines_of_a_table_come_together_line_by_line_and_cell_by_cell():
    ours = edit(
        ("carrier: l’État", "carrier: le Département"),
        ("    cej:", "    fsl:\n      what: FSL\n    cej:"),
    )
    theirs = edit(
        ("what: SIAO", "what: SIAO 12"), ("open:", "    pdal:\n      what: PDALHPD\nopen:")
    )
    rows = data(both(ours, theirs).text)["answers"]["existing"]
    assert rows["siao"] == {"what": "SIAO 12", "carrier": "le Département"}
    assert list(rows) == ["siao", "cej", "fsl", "pdal"]


def test_a_line_that_one_removes_and_the_other_changes_stays():
    ours = edit(("    cej:\n      what: CEJ\n      carrier: la Mission locale\n", ""))
    theirs = edit(("carrier: la Mission locale", "carrier: l’État"))
    assert "cej" in data(both(ours, theirs).text)["answers"]["existing"]
    assert "cej" not in data(both(ours, BASE).text)["answers"]["existing"]


def test_a_withdrawal_wins_over_a_change_and_over_a_copy_that_comes_back():
    gone = edit(
        (
            "    answers:\n      mission: Accueillir.\n",
            GONE,
        )
    )
    changed = edit(("Accueillir.", "Accueillir, le jour."))
    found = both(gone, changed)
    assert found.waiting == ()
    assert "Accueillir" not in found.text
    given_anew = edit(
        ("answers: {}\n    open:", "answers:\n      mission: X\n    open:"), text=gone
    )
    assert "mission: X" in both(given_anew, gone, base=gone).text


def test_a_state_and_an_answer_given_meanwhile_both_stay():
    ours = edit(("open:\n", "open:\n  need:\n    state: under-discussion\n    who: CCAS\n"))
    theirs = edit(("sans toit.", "sans toit, l’hiver."))
    said = data(both(ours, theirs).text)
    assert said["answers"]["need"] == "Des jeunes sans toit, l’hiver."
    assert said["open"]["need"] == {"state": "under-discussion", "who": "CCAS"}


def test_a_choice_made_in_one_copy_ends_it_in_both():
    waiting = both(edit(("sans toit.", "A")), edit(("sans toit.", "B"))).text
    chosen = waiting[: waiting.index("proposals:")] + "...\n"
    chosen = chosen.replace("Des jeunes sans toit.", "Des jeunes A")
    found = both(chosen, waiting, base=waiting)
    assert found.waiting == ()
    assert data(found.text)["answers"]["need"] == "Des jeunes A"
    other = edit(("Accueillir.", "Accueillir tous."), text=waiting)
    assert both(chosen, other, base=waiting).waiting == ()


def test_three_wordings_wait_together_whichever_came_first():
    one, two, three = (edit(("sans toit.", word)) for word in "ABC")
    first = both(both(one, two).text, three).text
    last = both(one, both(two, three).text).text
    assert cells_of(data(first)) == cells_of(data(last))
    assert len(data(first)["proposals"]) == 3


def test_sittings_are_joined_by_day_and_what_two_wrote_of_one_is_one():
    base = edit(
        ("answers:\n  #", "sittings:\n  - on: 2026-03-02\n    decided:\n      - A\nanswers:\n  #")
    )
    ours = edit(("      - A\n", "      - A\n      - B\n"), text=base)
    theirs = edit(
        ("      - A\n", "      - A\n      - C\n    next: 2026-04-01\n  - on: 2026-03-09\n"),
        text=base,
    )
    assert data(both(ours, theirs, base=base).text)["sittings"] == [
        {"on": "2026-03-02", "decided": ["A", "B", "C"], "next": "2026-04-01"},
        {"on": "2026-03-09"},
    ]


def test_an_organisation_that_joined_in_one_copy_joins_and_comments_of_both_stay():
    new = "  tanneurs:\n    # arrivés en mars\n    name: Les Tanneurs\n    role: envisaged\n"
    theirs = edit(
        ("...\n", new + "    answers:\n      mission: Loger. # à relire\n...\n"),
        ("  need:", "  # voir avec le Département\n  need:"),
    )
    ours = edit(
        ("  path: short", "  path: whole # décidé le 2 mai"), ("Accueillir.", "Accueillir !")
    )
    found = both(ours, theirs)
    for words in (
        "# arrivés en mars",
        "# à relire",
        "# voir avec le Département",
        "# décidé le 2 mai",
    ):
        assert found.text.count(words) == 1, found.text
    assert data(found.text)["organisations"]["tanneurs"]["name"] == "Les Tanneurs"
    lines = found.text.splitlines()
    assert lines[lines.index("  # voir avec le Département") + 1].startswith("  need:")


def test_a_name_changed_in_two_ways_waits_and_a_name_still_stands():
    found = both(edit(("name: CCAS", "name: CCAS A")), edit(("name: CCAS", "name: CCAS B")))
    assert found.waiting == ("organisations/ccas/name",)
    assert data(found.text)["organisations"]["ccas"]["name"] == "CCAS"
    one = edit(("...\n", "  x:\n    name: X un\n...\n"))
    two = edit(("...\n", "  x:\n    name: X deux\n...\n"))
    assert data(both(one, two).text)["organisations"]["x"]["name"] == "X deux"


def test_what_this_version_does_not_know_is_kept_like_the_rest():
    ours = edit(("settings:", "future: {a: 1}\nsettings:"))
    theirs = edit(
        ("settings:", "margin~/note: x\nsettings:"), ("  need:", "  later-question: y\n  need:")
    )
    said = data(both(ours, theirs).text)
    assert (said["future"], said["margin~/note"]) == ({"a": "1"}, "x")
    assert said["answers"]["later-question"] == "y"
    clash = both(ours, edit(("settings:", "future: {a: 2}\nsettings:")))
    assert clash.waiting == ("future",)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "why"),
    [
        (BASE, BASE, BASE.replace("...", ""), Unreadable),
        (BASE, BASE.replace("title: P", "title: &x P"), BASE, Unreadable),
        (BASE, BASE, BASE.replace("id: k7q2", "id: other"), PartnerwizError),
        (BASE, BASE, BASE.replace("partnerwiz: 1", "partnerwiz: 2"), Unreadable),
        (
            BASE,
            BASE,
            BASE.replace("  path: short\n  language: fr\n", "  {path: short}\n"),
            Unreadable,
        ),
    ],
)
def test_a_copy_that_cannot_be_read_safely_is_not_merged(base, ours, theirs, why):
    with pytest.raises(why):
        merge_texts(base, ours, theirs, PATH)


# What must always hold

IDS = st.sampled_from(["need", "purpose", "mission", "existing"])
WORDS = st.sampled_from(["A", "B : c", "trois\nlignes", "# pas un commentaire", "« é »", "no"])
ROWS = st.dictionaries(st.sampled_from(["r1", "r2", "k3f2"]), WORDS, min_size=1, max_size=3)
STATES = st.sampled_from(
    [
        {"state": "unknown-yet", "who": "CCAS"},
        {"state": "withdrawn", "on": "2026-03-02"},
        {"state": "under-discussion"},
    ]
)
GONE = """\
    answers: {}
    open:
      mission:
        state: withdrawn
        on: 2026-03-02
"""
PLACES = st.sampled_from([(), ("organisations", "lescale"), ("organisations", "ccas")])
EDITS = st.lists(
    st.tuples(
        PLACES,
        st.sampled_from(["answers", "open", "positions"]),
        IDS,
        st.one_of(st.none(), WORDS, ROWS, STATES),
    ),
    max_size=6,
)


def edited(text, edits):
    """A copy as one would have it after answering, changing, taking away."""
    from partnerwiz.yamltext import YamlText

    copy = YamlText(text, compose(text, PATH))
    for place, part, name, value in edits:
        if part == "open" and not (isinstance(value, dict) and "state" in value):
            continue
        if part == "positions" and not place:
            continue
        if value is None:
            copy.remove((*place, part, name))
        elif isinstance(value, dict) and "state" in value:
            if value["state"] == "withdrawn":
                copy.remove((*place, "answers", name))
            copy.set((*place, "open", name), value)
        else:
            copy.set((*place, part, name), value)
    return str(copy)


def leaves(said):
    """Every wording of a cell, line by line."""
    if isinstance(said, dict):
        return {(key, *leaf) for key, value in said.items() for leaf in leaves(value)}
    return {(said,)} if said is not None else set()


@settings(max_examples=120, deadline=None)
@given(EDITS, EDITS, EDITS)
def test_merging_commutes_is_idempotent_and_loses_no_answer(common, mine, other):
    base = edited(BASE, common)
    ours, theirs = edited(base, mine), edited(base, other)
    found = both(ours, theirs, base=base)
    before, one, two, now = (cells_of(data(text)) for text in (base, ours, theirs, found.text))
    for at in {*one, *two}:
        was, said = before.get(at, Cell()), now.get(at, Cell())
        if said.said.withdrawn:
            continue
        stands = [said.said, *said.waiting]
        kept = set().union(*(leaves(each.value) | leaves(each.state) for each in stands))
        for side in (one.get(at, Cell()), two.get(at, Cell())):
            if side == was or at[-1] == "number":
                continue
            changed = {*leaves(side.said.value), *leaves(side.said.state)} - {
                *leaves(was.said.value),
                *leaves(was.said.state),
            }
            assert changed <= kept, (at, was, side, said)


@settings(max_examples=40, deadline=None)
@given(st.lists(EDITS, min_size=3, max_size=3))
def test_three_copies_come_together_in_any_order(edits):
    one, two, three = (edited(BASE, edit) for edit in edits)
    first = merge_texts(BASE, merge_texts(BASE, one, two, PATH).text, three, PATH)
    last = merge_texts(BASE, one, merge_texts(BASE, two, three, PATH).text, PATH)
    a, b = cells_of(data(first.text)), cells_of(data(last.text))
    assert {*a} == {*b}
    for at in a:
        assert a[at].said.withdrawn == b[at].said.withdrawn


def test_the_merged_file_is_one_the_program_reads(method):
    text = both(edit(("sans toit.", "A")), edit(("sans toit.", "B"))).text
    project, _ = read_project(text, PATH, method)
    question = method.questions["need"]
    assert project.state(question, None).name == "under-discussion"
    assert {one.value for one in project.proposed(question, None)} == {
        "Des jeunes A",
        "Des jeunes B",
    }
    settled = project.with_value(question, None, "Des jeunes A")
    assert (settled.state(question, None), settled.proposals) == (None, ())


MISSHAPEN = (
    ("answers:\n", "answers: tout\nold:\n"),
    ("  lescale:\n    name: L’Escale\n", "  lescale: ''\n  other:\n    name: L’Escale\n"),
    ("open:\n", "proposals: [x]\nopen:\n"),
    ("open:\n", "proposals:\n- {at: {a: b}}\nopen:\n"),
    ("open:\n", "sittings: {a: b}\nopen:\n"),
    ("    number: 3\n", "    received: x\n"),
    ("organisations:\n", "organisations: x\nold:\n"),
)


@pytest.mark.parametrize(("old", "new"), MISSHAPEN)
def test_a_copy_of_another_shape_is_refused_with_its_line_whichever_side_it_is(old, new):
    wrong = BASE.replace(old, new, 1)
    for ours, theirs in ((wrong, BASE), (BASE, wrong)):
        with pytest.raises(Unreadable) as refused:
            merge_texts(BASE, ours, theirs, PATH)
        assert all(one.line for one in refused.value.problems)


def test_records_of_any_shape_come_together():
    """A sitting as another program writes it, with more than texts in its lists."""
    sitting = "sittings:\n- on: 2026-01-02\n  seen: [{}]\nopen:\n"
    base = BASE.replace("open:\n", sitting.format("a: b"))
    ours, theirs = (BASE.replace("open:\n", sitting.format(one)) for one in ("c: d", "e"))
    text = both(ours, theirs, base).text
    assert data(text)["sittings"] == [{"on": "2026-01-02", "seen": ["e", {"c": "d"}]}]


def test_a_question_may_be_called_as_an_entry_of_the_card_is():
    for name in ("number", "since", "sittings", "received"):
        ours, theirs = (BASE.replace("  need: ", f"  {name}: {one}\n  need: ") for one in "xy")
        found = data(both(ours, theirs).text)
        assert name not in found["answers"]
        assert [one["value"] for one in found["proposals"]] == ["x", "y"]


def test_a_short_comment_is_not_taken_for_part_of_a_longer_one():
    theirs = BASE.replace("  need: ", "  # Notes\n  need: ")
    assert "  # Notes\n" in merge_texts(BASE, BASE.replace("18-25", "18-30"), theirs, PATH).text


def test_a_large_project_is_joined_without_work_that_grows_with_its_square():
    """Two megabytes took more than a minute: each comment was looked for among all answers."""

    def work(count):
        lines = [
            f"  # note de {{words}}, {one}\n  q{one}: {one} {'' if one % 20 else '{words}'}\n"
            for one in range(count)
        ]
        base, ours, theirs = (
            BASE.replace("  existing:", "".join(lines).format(words=words) + "  existing:")
            for words in ("avant", "moi", "eux")
        )
        start = time.process_time()
        merge_texts(base, ours, theirs, PATH)
        return time.process_time() - start

    assert work(3000) < 24 * work(500)
