"""Arrivals, departures, new delegates: who takes over, what that reopens, what is never invented."""

from dataclasses import replace

import pytest
from scripted import HEAD, TABLE, method_of, project_of
from terminal import read

from partnerwiz.errors import PartnerwizError
from partnerwiz.project.delegates import mentions, posts, reworded, with_name_changed, with_post
from partnerwiz.project.departing import (
    TO_SETTLE,
    departed,
    let_go,
    namings,
    reopened,
    started_by,
    taken_over,
)
from partnerwiz.project.model import TOGETHER, Position, Proposal, State
from partnerwiz.project.positions import About, position, with_position
from partnerwiz.project.store import Store, load

METHOD = method_of(
    """
    - {id: idea, kind: text, by: initiator}
    - {id: fears, kind: text, by: initiator, private: yes}
    - {id: friend, kind: organisation}
    - id: delegates
      kind: table
      columns: [{id: post, kind: text}, {id: place, kind: text}]
    """,
    """
    by: together
    questions:
      - {id: employer, kind: organisation, optional: yes}
      - {id: hosts, kind: organisations, optional: yes}
      - {id: rule, kind: long-text}
      - id: actions
        kind: table
        positions: rows
        confirm: [lead, with]
        columns:
          - {id: action, kind: text}
          - {id: lead, kind: organisation}
          - {id: with, kind: organisations, optional: yes}
      - {id: later, kind: text, recall: [actions]}
    """,
)
QUESTIONS = METHOD.questions
ACTIONS, EMPLOYER, HOSTS, RULE = (QUESTIONS[x] for x in ("actions", "employer", "hosts", "rule"))
THREE = TABLE + "  caf:\n    name: Caf\n    article: la\n    role: partner\n"
ROWS = {
    "r1": {"action": "Accueil", "lead": "ccas", "with": ["lescale", "caf"]},
    "r2": {"action": "Visites", "lead": "caf"},
}


@pytest.fixture
def project():
    project = project_of(METHOD, THREE)
    for name, value in {
        "employer": "ccas",
        "hosts": ["ccas", "caf"],
        "rule": "La Directrice du CCAS prévient.",
        "actions": ROWS,
        "later": "ensuite",
    }.items():
        project = project.with_value(QUESTIONS[name], TOGETHER, value)
    project = project.with_value(QUESTIONS["friend"], "lescale", "ccas")
    return with_position(About(ACTIONS, "r1"), project, "lescale", Position("supports"))


def places(project, organisation):
    return [
        (one.question.id, one.row, one.column.id if one.column else "")
        for one in namings(project, METHOD, organisation)
    ]


def naming(project, organisation, question, row=""):
    found = namings(project, METHOD, organisation)
    return next(one for one in found if (one.question.id, one.row) == (question, row))


def test_every_shared_line_that_names_it_is_found_and_what_others_say_for_themselves_is_not(
    project,
):
    assert places(project, "ccas") == [
        ("employer", "", ""),
        ("hosts", "", ""),
        ("actions", "r1", "lead"),
    ]
    assert places(project, "lescale") == [("actions", "r1", "with")]


def test_another_takes_over_a_line_and_is_named_once(project):
    for one in namings(project, METHOD, "ccas"):
        project = taken_over(project, one, "ccas", "caf", "")
    assert places(project, "ccas") == []
    said = project.table.answers
    assert (said["employer"], said["hosts"]) == ("caf", ["caf"])
    assert said["actions"]["r1"]["lead"] == "caf"
    assert said["actions"]["r2"] == ROWS["r2"]
    assert project.table.open == {}


def test_what_is_to_be_settled_is_under_discussion_with_a_note(project):
    for one in namings(project, METHOD, "ccas"):
        project = taken_over(project, one, "ccas", TO_SETTLE, "Le CCAS s’en va")
    said = project.table.answers
    assert said["employer"] == "ccas", "what stands is what is discussed"
    assert said["hosts"] == ["caf"]
    assert "lead" not in said["actions"]["r1"]
    note = State("under-discussion", note="Le CCAS s’en va")
    assert project.table.open == dict.fromkeys(("employer", "hosts", "actions"), note)


def test_where_others_stay_named_it_may_simply_go(project):
    project = project.with_state(HOSTS, TOGETHER, State("under-discussion", who="tous"))
    project = let_go(project, naming(project, "ccas", "hosts"), "ccas")
    assert project.table.answers["hosts"] == ["caf"]
    assert project.table.open["hosts"] == State("under-discussion", who="tous")


def test_a_line_taken_over_keeps_what_was_open_and_waiting_about_it(project):
    waiting = (Proposal("answers/actions", {}),)
    project = project.with_state(ACTIONS, TOGETHER, State("under-discussion", who="tous"))
    project = replace(project, proposals=waiting)
    after = taken_over(project, naming(project, "ccas", "actions", "r1"), "ccas", "caf", "")
    assert after.table.open["actions"].who == "tous"
    assert after.proposals == waiting


def test_a_changed_line_reopens_what_was_said_of_it_and_what_rests_on_it(project):
    after = taken_over(project, naming(project, "ccas", "actions", "r1"), "ccas", "caf", "")
    found = reopened(project, after, METHOD)
    assert {about.key: names for about, names in found.positions.items()} == {
        "actions/r1": ("lescale",)
    }
    assert position(About(ACTIONS, "r1"), after, "lescale") is None
    assert [one.question.id for one in found.resting] == ["later"]
    assert reopened(project, project, METHOD) == ({}, ())


def test_who_leaves_keeps_its_block_and_is_asked_nothing_more(project):
    before = project.with_value(QUESTIONS["friend"], "ccas", "caf")
    after = departed(before, "ccas", "2026-03-01")
    one = after.organisations["ccas"]
    assert (one.role, one.until) == ("left", "2026-03-01")
    assert one.block == before.organisations["ccas"].block
    assert [partner.id for partner in after.partners] == ["caf", "lescale"]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + THREE + "...\n", encoding="utf-8")
    with Store.open(path, METHOD, "lescale") as store:
        project = store.project.with_value(QUESTIONS["idea"], "lescale", "un lieu")
        store.save(project.with_value(QUESTIONS["fears"], "lescale", "CANARI"))
    return path


def test_another_starts_in_its_place_and_nothing_is_said_in_its_name(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(departed(started_by(store.project, "caf", METHOD), "lescale", "2026-03-01"))
    project = load(path, METHOD, "lescale")
    assert (project.initiator, project.former) == ("caf", ("lescale",))
    assert project.organisations["lescale"].block.answers == {"idea": "un lieu"}, "its own word"
    assert project.private["lescale"].answers == {"fears": "CANARI"}, "its private file is readable"
    assert project.organisations["caf"].block.answers == {}
    assert project.state(QUESTIONS["idea"], "caf").name == "under-discussion"
    assert [(one.at, one.value) for one in project.proposals] == [
        ("organisations/caf/answers/idea", "un lieu")
    ]
    assert "CANARI" not in path.read_text()
    taken_up = project.with_value(QUESTIONS["idea"], "caf", "un lieu")
    assert taken_up.proposals == ()


def test_it_may_start_again_after_it_came_back(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(started_by(started_by(store.project, "caf", METHOD), "lescale", METHOD))
    project = load(path, METHOD)
    assert (project.initiator, project.former) == ("lescale", ("caf",))
    assert project.value(QUESTIONS["idea"], "lescale") == "un lieu"


def test_an_organisation_that_never_started_still_may_not_answer_as_such(path):
    text = path.read_text().replace("initiator: lescale", "initiator: caf")
    path.write_text(text)
    with pytest.raises(PartnerwizError, match="unreadable"):
        load(path, METHOD)
    path.write_text(text.replace("\n...", "\nformer-initiators: [nobody]\n..."))
    with pytest.raises(PartnerwizError, match="unreadable"):
        load(path, METHOD)
    path.write_text(text.replace("\n...", "\nformer-initiators: [lescale]\n..."))
    assert load(path, METHOD).former == ("lescale",)


# delegates


def test_a_post_is_found_in_shared_texts_and_rewritten_one_by_one(project):
    project = with_post(project, METHOD, "ccas", "r1", {"post": "directrice du CCAS"})
    project = with_post(project, METHOD, "ccas", "r1", {"post": "adjointe", "place": ""})
    assert posts(project, METHOD, "ccas") == {"r1": "adjointe"}
    rows = {"r1": {**ROWS["r1"], "action": "Visite avec la directrice du ccas"}}
    project = project.with_value(ACTIONS, TOGETHER, rows)
    found = list(mentions(project, METHOD, "directrice du CCAS"))
    assert [(one.question.id, one.row) for one in found] == [("rule", ""), ("actions", "r1")]
    for one in found:
        text = with_name_changed(one.text, "directrice du CCAS", "Adjointe")
        project = reworded(project, one, text)
    assert project.table.answers["rule"] == "La Adjointe prévient.", "a draft, for a person to mend"
    assert project.table.answers["actions"]["r1"]["action"] == "Visite avec la adjointe"
    assert project.table.answers["actions"]["r1"]["lead"] == "ccas"


# as a command


@pytest.fixture
def three(begin, partnerwiz):
    """L’Escale started, alone on this machine; the CCAS employs whoever coordinates."""
    file = begin()
    for name in ("le CCAS", "la Caf"):
        partnerwiz("organisation", file, "--add", name)
    partnerwiz("answer", file, "leaving-notice=deux mois", "coordinator-employer=ccas")
    return file


def test_a_departure_in_one_line(three, partnerwiz):
    left = partnerwiz(
        "organisation", three, "ccas", "--role", "left", "--takes-over", "caf", "--on", "2026-03-01"
    )
    assert left.returncode == 0, left.stderr
    assert "avenant" in left.stdout
    assert "employeur de la coordination" in left.stdout
    said = read(three)
    assert said["answers"]["coordinator-employer"] == "caf"
    assert said["organisations"]["ccas"]["role"] == "left"
    assert said["organisations"]["ccas"]["until"] == "2026-03-01"
    alone = partnerwiz("organisation", three, "lescale", "--role", "left")
    assert alone.returncode == 1
    assert "--takes-over" in alone.stderr
    partnerwiz("organisation", three, "lescale", "--role", "left", "--takes-over", "caf")
    assert read(three)["initiator"] == "caf"
    assert partnerwiz("status", three, "--json").returncode == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("ccas", "--takes-over", "caf"), 2),
        (("ccas", "--role", "left", "--takes-over", "nobody"), 2),
        (("ccas", "--role", "left", "--takes-over", "ccas"), 1),
        (("lescale", "--role", "declined"), 1),
        (("ccas", "--replacing", "directeur"), 2),
        (("ccas", "--delegate", "directrice"), 2),
        (("lescale", "--delegate", "directrice", "--replacing", "nobody"), 1),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(three, partnerwiz, words, code):
    before = three.read_bytes()
    refused = partnerwiz("organisation", three, *words)
    assert (refused.returncode, bool(refused.stderr.strip())) == (code, True)
    assert three.read_bytes() == before


def test_a_new_delegate_in_one_line(three, partnerwiz):
    partnerwiz("answer", three, "delegates/r1/post=cheffe de service", "delegates/r1/hours=4")
    words = ("--delegate", "éducatrice", "--replacing", "Cheffe de service")
    assert partnerwiz("organisation", three, "lescale", *words).returncode == 0
    assert read(three)["organisations"]["lescale"]["answers"]["delegates"] == {
        "r1": {"post": "éducatrice", "hours": "4"}
    }


def test_a_guided_departure_tells_what_the_group_wrote_and_saves_line_by_line(three, sit):
    t = sit("organisation", three.name, "--ui", "fr")
    t.asked("Que se passe-t-il").presses("down", "enter")
    t.asked("Laquelle").presses("down", "enter")
    t.asked("Départ : CCAS", "deux mois", "annonce d’un départ : rien n’est écrit")
    t.sees("1/1", "employeur de la coordination")
    assert "un mois" not in t.everything
    t.types("2").enters().asked("À quelle date")
    assert read(three)["answers"]["coordinator-employer"] == "lescale", "saved at once"
    assert read(three)["organisations"]["ccas"]["role"] == "partner"
    t.enters()
    t.ends(0, "avenant", "juriste", "modification du texte : rien n’est écrit")
    assert read(three)["organisations"]["ccas"]["role"] == "left"


def test_a_guided_arrival_tells_what_it_owes_and_reopens(three, sit, partnerwiz):
    partnerwiz("answer", three, "need=Un lieu le soir.", "entry=Tous sont d’accord.")
    t = sit("organisation", three.name, "--ui", "en")
    t.asked("What is happening").enters()
    t.asked("Tous sont d’accord.", "as in a sentence").enters("the Trust")
    t.asked("In what capacity").enters()
    t.ends(
        0,
        "exact name",
        "not yet said where it stands",
        "shared need. Nothing is decided",
        "not consent",
    )
    pages = "partnerwiz export valmorin.yaml --document newcomer --organisation trust"
    assert pages in t.everything, "in one piece, to be copied"
    assert read(three)["organisations"]["trust"]["role"] == "partner"
