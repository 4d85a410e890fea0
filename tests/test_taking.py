"""What others send: only what an organisation says in its own name is taken with one yes, and a
file that is forged, replayed, foreign, huge or damaged changes nothing by itself.
"""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from scripted import HEAD, project_of

from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.method.kinds import Refused
from partnerwiz.project.contribution import of_copy, read_contribution
from partnerwiz.project.model import Block, Position, State, fingerprint
from partnerwiz.project.positions import About, position
from partnerwiz.project.reading import read_project
from partnerwiz.project.received import to_confirm
from partnerwiz.project.taking import (
    Answer,
    Arrival,
    Held,
    Reread,
    Stand,
    differences,
    take,
    taken,
    taken_before,
)
from partnerwiz.project.writing import apply, changes
from partnerwiz.yamlfile import compose, plain

TODAY = "2026-03-09"

SAID = """\
answers:
  need: Des jeunes sans toit.
organisations:
  lescale:
    name: L’Escale
    role: partner
    number: 3
    answers:
      mission: Accueillir.
  ccas:
    name: CCAS de Valmorin
    article: le
    role: partner
    number: 5
    answers:
      mission: Aider.
      observation: On le voit l’hiver.
    open:
      not:
        state: withdrawn
        on: 2026-02-01
    received:
      - answers: [observation]
        from: directrice
        how: phone
        on: 2026-02-20
        by: lescale
"""

BLOCK = """\
partnerwiz-block: 1
project: k7q2
title: Passerelle 18-25
organisation: ccas
number: 5
given:
  from: directrice
  how: own-hand
  on: 2026-03-02
before:
  mission: {fingerprint}
answers:
  mission: "Aider les habitants."
  limits-why: "Pas le soir."
positions:
  need:
    word: supports
    words: "Avec prudence."
    of: {of}
    on: 2026-03-02
confirmed:
  - observation
...
"""


@pytest.fixture
def project(method):
    return project_of(method, SAID)


def block(text=BLOCK):
    return text.format(fingerprint=fingerprint("Aider."), of=fingerprint("Des jeunes sans toit."))


@pytest.fixture
def received(tmp_path, project, method):
    def read(text, sender=""):
        path = tmp_path / "recu.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_contribution(path, project, method, sender)

    return read


def take_all(project, contribution, method):
    found = [one for one in differences(project, contribution, method) if one.plain]
    return taken(project, contribution, found, method, "lescale", TODAY)


def test_what_an_organisation_says_in_its_own_name_is_taken_and_told_how_it_came(
    project, received, method
):
    contribution = received(block())
    after = take_all(project, contribution, method)
    ccas = after.organisations["ccas"].block
    assert ccas.answers["mission"] == "Aider les habitants."
    assert ccas.answers["limits-why"] == "Pas le soir."
    assert ccas.number == 6
    assert position(About(method.questions["need"]), after, "ccas").word == "supports"
    record = ccas.received[-1]
    assert {key: record[key] for key in ("how", "from", "on")} == {
        "how": "own-hand",
        "from": "directrice",
        "on": "2026-03-02",
    }
    assert to_confirm(ccas) == {}, "read again on the page"
    assert after.organisations["lescale"] == project.organisations["lescale"]
    assert after.table == project.table


def test_the_same_file_again_changes_nothing(project, received, method):
    contribution = received(block())
    after = take_all(project, contribution, method)
    assert differences(after, contribution, method) == ()
    assert take_all(after, contribution, method) == after
    assert taken_before(after, contribution) == "2026-03-02"


def test_a_file_that_comes_back_after_a_change_is_looked_at_point_by_point(
    project, received, method
):
    contribution = received(block())
    after = take_all(project, contribution, method)
    changed = after.with_value(method.questions["mission"], "ccas", "Aider tout le monde.")
    found = differences(changed, contribution, method)
    assert [one.what.question.id for one in found] == ["mission"]
    assert not found[0].plain
    assert take_all(changed, contribution, method) == changed


def test_an_answer_that_changed_here_since_the_page_was_made_is_looked_at_by_itself(
    project, received, method
):
    changed = project.with_value(method.questions["mission"], "ccas", "Aider, dit au téléphone.")
    late = {
        one.what.question.id
        for one in differences(changed, received(block()), method)
        if isinstance(one.what, Answer) and one.late
    }
    assert late == {"mission"}


def test_what_was_read_again_counts_only_if_it_still_stands(project, received, method):
    text = block().replace("before:\n", f"before:\n  observation: {fingerprint('Autre chose.')}\n")
    after = take_all(project, received(text), method)
    assert set(to_confirm(after.organisations["ccas"].block)) == {"observation"}


FOREIGN = """\
answers:
  mission: "Aider les habitants."
  need: "écrit à la place de la table"
  origin: "privé"
  rien-de-connu: "x"
"""


def test_a_file_speaks_for_its_organisation_alone_and_the_rest_is_named(project, received, method):
    text = block().replace('answers:\n  mission: "Aider les habitants."\n', FOREIGN)
    text = text.replace("organisation: ccas\n", "organisation: ccas\nrole: funder\nname: CCAS !\n")
    contribution = received(text)
    assert set(contribution.ignored) == {"need", "origin", "rien-de-connu", "role", "name"}
    after = take_all(project, contribution, method)
    assert after.table == project.table
    assert after.private == project.private
    ccas = after.organisations["ccas"]
    assert (ccas.name, ccas.role) == ("CCAS de Valmorin", "partner")


def test_what_its_question_does_not_accept_is_told_and_not_taken(project, received, method):
    text = block().replace("positions:", "  decision: peut-être\n  delegates: oui\npositions:")
    found = differences(project, received(text), method)
    refused = {one.what.question.id for one in found if one.refused}
    assert refused == {"decision", "delegates"}
    assert take_all(project, received(text), method).organisations["ccas"].block.answers.keys() == {
        "mission",
        "observation",
        "limits-why",
    }


def test_what_was_withdrawn_comes_back_only_by_a_yes_of_its_own(project, received, method):
    text = block().replace("positions:", '  not: "Les anciens mots"\npositions:')
    found = [one for one in differences(project, received(text), method) if one.came_back]
    assert [one.what.question.id for one in found] == ["not"]
    assert not found[0].plain
    after = take_all(project, received(text), method)
    assert "not" not in after.organisations["ccas"].block.answers


def test_a_withdrawal_that_comes_in_takes_the_answer_away(project, received, method):
    text = (
        block()
        .replace(
            "positions:", "open:\n  mission:\n    state: withdrawn\n    on: 2026-03-01\npositions:"
        )
        .replace('  mission: "Aider les habitants."\n', "")
    )
    after = take_all(project, received(text), method)
    ccas = after.organisations["ccas"].block
    assert "mission" not in ccas.answers
    assert ccas.open["mission"] == State("withdrawn", on="2026-03-01")


def test_where_one_stands_is_not_taken_from_a_page_filled_in_over_the_phone(
    project, received, method
):
    contribution = received(block().replace("how: own-hand", "how: phone"))
    after = take_all(project, contribution, method)
    ccas = after.organisations["ccas"].block
    assert ccas.positions == {}
    assert set(to_confirm(ccas)) >= {"mission", "limits-why"}
    told = [
        one.refused.say("fr") for one in differences(project, contribution, method) if one.refused
    ]
    assert len(told) == 1
    assert "téléphone" in told[0]


DAMAGED = {
    "another project": (block().replace("k7q2", "other"), PartnerwizError),
    "an unknown sender": (block().replace("ccas", "prefecture"), PartnerwizError),
    "a homoglyph of one": (block().replace("ccas", "ccаs"), PartnerwizError),
    "the facilitator": (block().replace("ccas", "animation"), PartnerwizError),
    "cut short": (block().replace("...\n", ""), Unreadable),
    "an anchor": (block().replace("answers:", "answers: &a"), Unreadable),
    "a tag": (block().replace("organisation: ccas", "organisation: !!str ccas"), Unreadable),
    "twice the same key": (block().replace("answers:", "number: 9\nanswers:"), Unreadable),
    "a newer version": (block().replace("block: 1", "block: 2"), Unreadable),
    "no date": (block().replace("on: 2026-03-02", "on: hier"), Unreadable),
    "no such word": (block().replace("word: supports", "word: approves"), Unreadable),
    "no such way": (block().replace("how: own-hand", "how: telepathy"), Unreadable),
    "a hidden character": (block().replace("Avec", "\\u202eAvec"), Unreadable),
    "not YAML": ("rien: [", Unreadable),
    "a list": ("- partnerwiz-block\n", PartnerwizError),
    "nothing": ("", Unreadable),
    "not UTF-8": (b"partnerwiz-block: \xff", Unreadable),
    "another kind of file": ("title: x\n", PartnerwizError),
    "deep": ("partnerwiz-block: " + "[" * 100_000, Unreadable),
    "huge": (b"partnerwiz-block: 1\nx: " + b"y" * 11_000_000, PartnerwizError),
    "private answers of another seat": (
        "partnerwiz: 1\nproject: k7q2\norganisation: ccas\nanswers:\n  origin: x\n...\n",
        PartnerwizError,
    ),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_foreign_forged_or_damaged_file_is_refused_in_a_sentence(received, case):
    text, why = DAMAGED[case]
    with pytest.raises(why) as refused:
        received(text)
    for language in ("fr", "en"):
        said = refused.value.say(language)
        assert "recu.yaml" in said
        assert "origin" not in said


# A partner's own copy


def copy_of(project, **changes):
    return replace(project, **changes)


def from_copy(project, copy, sender="ccas"):
    return of_copy(copy, Path("copie.yaml"), project, sender)


def test_in_a_partner_s_copy_its_own_block_is_its_word_and_all_else_a_proposal(project, method):
    questions = method.questions
    copy = project.with_value(questions["mission"], "ccas", "Aider mieux.")
    copy = copy.with_value(questions["mission"], "lescale", "Accueillir moins.")
    copy = copy.with_value(questions["need"], None, "Autre chose.")
    copy = copy_of(copy, sittings=({"on": "2026-03-01"},), title="Autre titre")
    new = replace(copy.organisations["ccas"], id="x", name="Nouvelle")
    copy = copy.with_organisation(new)
    contribution = from_copy(project, copy)
    found = differences(project, contribution, method)
    assert [type(one.what) for one in found if one.own] == [Answer]
    assert {type(one.what) for one in found if not one.own} == {Answer, Arrival, Held}
    after = take_all(project, contribution, method)
    assert after.organisations["ccas"].block.answers["mission"] == "Aider mieux."
    assert after.organisations["ccas"].block.number == copy.organisations["ccas"].block.number
    assert after.organisations["lescale"] == project.organisations["lescale"]
    assert (after.table, after.title, after.sittings) == (project.table, project.title, ())
    everything = taken(project, contribution, found, method, "lescale", TODAY)
    assert everything.value(questions["need"], None) == "Autre chose."
    assert everything.organisations["x"].role == "envisaged"
    assert everything.organisations["x"].block.answers == new.block.answers
    lescale = everything.organisations["lescale"].block
    assert to_confirm(lescale)["mission"].how == "relayed", (
        "said of it by another: to be read again"
    )


def test_an_older_copy_is_known_by_its_number_and_a_newer_one_too(project, method):
    question = method.questions["mission"]
    older = project
    project = project.with_value(question, "ccas", "Aider plus.")
    found = differences(project, from_copy(project, older), method)
    assert [one.late for one in found] == [True]
    assert take_all(project, from_copy(project, older), method) == project
    newer = project.with_value(question, "ccas", "Aider encore plus.")
    after = take_all(project, from_copy(project, newer), method)
    assert after.value(question, "ccas") == "Aider encore plus."
    assert differences(after, from_copy(after, newer), method) == ()


def test_what_is_only_here_stays_whatever_a_copy_lacks(project, method):
    copy = project.with_block("ccas", answers={}, positions={})
    after = take_all(project, from_copy(project, copy), method)
    assert after.organisations["ccas"].block.answers == project.organisations["ccas"].block.answers


def test_a_copy_that_names_another_initiator_does_not_make_this_file_unreadable(project, method):
    """Only the organisation that started answers some questions."""
    question = method.questions["working-title"]
    copy = copy_of(project, initiator="ccas").with_value(question, "ccas", "Autre")
    found = differences(project, from_copy(project, copy), method)
    assert [one.refused.why for one in found] == ["answer-initiator"]
    former = replace(project, former=("ccas",))
    assert [one.plain for one in differences(former, from_copy(former, copy), method)] == [True]


def test_a_meeting_is_taken_only_where_all_who_were_there_are_known(project, method):
    record = {"on": "2026-03-01", "present": ["caf", "ccas"]}
    new = replace(project.organisations["ccas"], id="caf", name="Caf")
    copy = copy_of(project.with_organisation(new), sittings=(record,))
    contribution = from_copy(project, copy)
    held = [one for one in differences(project, contribution, method) if isinstance(one.what, Held)]
    with pytest.raises(Refused):
        taken(project, contribution, held, method, "lescale", TODAY)


def test_a_damaged_private_file_is_told_under_its_own_name(tmp_path, project, method):
    path = tmp_path / "recu.yaml"
    said = "partnerwiz: 1\nproject: k7q2\norganisation: lescale\nanswers: [CANARI]\n...\n"
    path.write_text(said, encoding="utf-8")
    mine = replace(project, private={"lescale": Block()})
    with pytest.raises(Unreadable) as refused:
        read_contribution(path, mine, method)
    told = [one.say("en") for one in refused.value.problems]
    assert all(one.startswith(f"{path}:4: ") and "CANARI" not in one for one in told)


def test_a_number_that_a_copy_claims_leaves_the_file_readable(project, method):
    text = HEAD + SAID.replace("number: 5", "number: 999999999").replace("Aider.", "Aider plus.")
    copy, _ = read_project(text + "...\n", Path("copie.yaml"), method)
    _, mine = read_project(HEAD + SAID + "...\n", Path("valmorin.yaml"), method)
    for after in (
        take_all(project, from_copy(project, copy), method),
        copy.with_value(method.questions["mission"], "ccas", "Encore."),
    ):
        apply(changes(project, after, method), mine)
        found, _ = read_project(str(mine), Path("valmorin.yaml"), method)
        assert found.organisations["ccas"].block.number == 999_999_999


def test_what_was_read_again_counts_only_with_a_yes(project, received, method):
    contribution = received(block())
    read = [one for one in differences(project, contribution, method) if _is_reread(one)]
    assert [one.what.question.id for one in read] == ["observation"]
    nothing = taken(project, contribution, [], method, "lescale", TODAY)
    assert nothing == project
    assert "observation" in to_confirm(nothing.organisations["ccas"].block)
    after = taken(project, contribution, read, method, "lescale", TODAY)
    assert to_confirm(after.organisations["ccas"].block) == {}


def _is_reread(one):
    return isinstance(one.what, Reread)


def test_a_position_is_told_against_the_wording_that_stands_here(project, method):
    said = Position("cannot", of=fingerprint("Une autre formulation"))
    copy = project.with_block("ccas", positions={"need": said})
    found = differences(project, from_copy(project, copy), method)
    assert isinstance(found[0].what, Stand)
    after = take_all(project, from_copy(project, copy), method)
    assert position(About(method.questions["need"]), after, "ccas") is None


def test_nobody_s_copy_is_only_proposals(project, method):
    copy = project.with_value(method.questions["mission"], "ccas", "Aider mieux.")
    contribution = from_copy(project, copy, sender="")
    found = differences(project, contribution, method)
    assert found
    assert not any(one.plain for one in found)


def test_lines_that_only_the_copy_has_are_proposed_with_what_names_them(project, method):
    """A row names an organisation that joins in the same file: refused until that one is taken."""
    questions = method.questions
    rows = {"k3f2": {"what": "SIAO", "carrier": "x", "covers": "x", "not-covered": "x"}}
    copy = project.with_value(questions["existing"], None, rows)
    found = differences(project, from_copy(project, copy), method)
    assert take(project, found[0], method).value(questions["existing"], None) == rows
    gone = found[0].what._replace(now=({"k3f2": {"unheard": "x"}}, None))
    with pytest.raises(Refused):
        take(project, found[0]._replace(what=gone), method)


WORD = st.sampled_from(["A", "B", "Aider.", "Accueillir."])
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["lescale", "ccas"]), st.sampled_from(["mission", "observation"]), WORD
    ),
    max_size=5,
)


@settings(max_examples=80, deadline=None)
@given(here=CHANGES, there=CHANGES)
def test_whatever_a_copy_says_no_other_voice_changes_without_a_yes(here, there, method):
    project = project_of(method, SAID)

    def changed(changes):
        found = project
        for organisation, name, words in changes:
            found = found.with_value(method.questions[name], organisation, words)
        return found

    ours, copy = changed(here), changed(there)
    after = take_all(ours, from_copy(ours, copy), method)
    assert after.organisations["lescale"] == ours.organisations["lescale"]
    assert after.table == ours.table
    again = take_all(after, from_copy(after, copy), method)
    assert again == after
    assert set(after.organisations["ccas"].block.answers) >= set(
        ours.organisations["ccas"].block.answers
    )


SHAPES = st.recursive(
    st.sampled_from(["", "x", "need", "2026-01-01", "animation", "withdrawn", "9" * 40, "\u202e"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["state", "on", "word", "other", "r1", "a/b"]), inner)
    ),
    max_leaves=4,
)
PLACES = (
    *("answers", "positions", "open", "before", "confirmed", "given", "number", "organisation"),
    *("sittings", "proposals", "former-initiators", "organisations", "initiator", "settings"),
)
WITHIN = st.sampled_from(
    ["", "mission", "need", "need/r1", "ccas", "not", "delegates", "working-title"]
)


@settings(max_examples=150, deadline=None)
@given(of_kit=st.booleans(), place=st.sampled_from(PLACES), within=WITHIN, shape=SHAPES)
def test_whatever_shape_a_file_has_all_that_is_taken_of_it_can_be_read_again(
    tmp_path_factory, method, of_kit, place, within, shape
):
    project = project_of(method, SAID)
    data = plain(compose(block() if of_kit else HEAD + SAID, Path("x")))
    found = data.get(place)
    data[place] = {**found, within: shape} if within and isinstance(found, dict) else shape
    path = tmp_path_factory.mktemp("received") / "recu.yaml"
    path.write_text(yaml.safe_dump(data, sort_keys=False) + "...\n", encoding="utf-8")
    try:
        contribution = read_contribution(path, project, method, "ccas")
    except PartnerwizError:
        return
    fit = [one for one in differences(project, contribution, method) if not one.refused]
    after = taken(project, contribution, fit, method, "lescale", TODAY)
    _, mine = read_project(HEAD + SAID + "...\n", Path("valmorin.yaml"), method)
    apply(changes(project, after, method), mine)
    again, _ = read_project(str(mine), Path("valmorin.yaml"), method)
    assert again == after
