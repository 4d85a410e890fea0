"""Answers given without a keyboard: the same checks, every refusal at once, nothing saved if one stands."""

import pytest
from scripted import HEAD, TABLE, method_of, project_of, write_steps

from partnerwiz.errors import PartnerwizError
from partnerwiz.project.model import State
from partnerwiz.sitting.given import RefusedAnswers, from_block, from_words, with_given

METHOD = method_of(
    """
    - {id: need, kind: long-text, was: besoin}
    - {id: size, kind: number, optional: yes}
    - {id: limits, kind: choices, options: {time: le temps, law: la loi, other: autre}, was: limites}
    - id: people
      kind: table
      columns:
        - {id: who, kind: text}
        - {id: how, kind: choice, options: {often: souvent, other: autre}}
    - {id: gains, kind: list}
    - {id: fear, kind: text, private: yes}
    - {id: link, kind: organisation, private: yes}
    - {id: why, kind: text, when: {limits: time}}
    - {id: start, kind: text, by: initiator}
    """,
    "by: together\nquestions:\n  - {id: end-date, kind: date}\n  - {id: form, kind: choice, options: {other: O}}",
)


def given(words, seat="lescale", project=None):
    project = project or project_of(METHOD)
    return with_given(project, from_words(words, METHOD), METHOD, seat)


def refused(words, seat="lescale", project=None):
    with pytest.raises(RefusedAnswers) as reasons:
        given(words, seat, project)
    return [(path, why.why) for path, why in reasons.value.reasons]


@pytest.mark.parametrize(
    ("words", "question", "kept"),
    [
        (["need=un lien = deux"], "need", "un lien = deux"),
        (["need=other: pas une option ici"], "need", "other: pas une option ici"),
        (["besoin=un lien"], "need", "un lien"),
        (["size="], "size", ""),
        (["size=1 000"], "size", "1000"),
        (["limits=time, other: l’âge"], "limits", ["time", {"other": "l’âge"}]),
        (["limites=other:l’âge"], "limits", [{"other": "l’âge"}]),
        (["people/r1/who=jeunes"], "people", {"r1": {"who": "jeunes"}}),
        (
            ["people/r1/who=a", "people/r2/who=b", "people/r1/how=other: le soir"],
            "people",
            {"r1": {"who": "a", "how": {"other": "le soir"}}, "r2": {"who": "b"}},
        ),
        (
            ["gains/k1=une salle", "gains/k2=du temps", "gains/k1=deux salles"],
            "gains",
            {"k1": "deux salles", "k2": "du temps"},
        ),
        (["fear=peur"], "fear", "peur"),
        (["link=ccas"], "link", "ccas"),
        (["link=other: la mairie"], "link", {"other": "la mairie"}),
        (["limits=time", "why=parce que"], "why", "parce que"),
        (["start=ainsi"], "start", "ainsi"),
    ],
)
def test_an_answer_is_given_in_a_word(words, question, kept):
    project = given(words)
    assert project.value(METHOD.questions[question], "lescale") == kept


def test_what_is_said_together_may_be_noted_by_any_seat():
    for seat in ("lescale", "ccas", "animation"):
        project = given(["end-date=mars 2026", "form=other: un mot"], seat)
        assert project.table.answers == {"end-date": "2026-03", "form": {"other": "un mot"}}


def test_an_answer_of_the_private_kind_stays_out_of_the_shared_blocks():
    project = given(["fear=peur", "need=un lien"])
    assert project.private["lescale"].answers == {"fear": "peur"}
    assert "fear" not in project.organisations["lescale"].block.answers


def test_every_refusal_is_told_at_once_with_its_path():
    words = [
        "need=",
        "size=douze",
        "limits=tmie",
        "people/r1=a",
        "people/r1/whom=a",
        "people/R 1/who=a",
        "people/r1/who/x=a",
        "gains/k1/x=a",
        "need/r1=a",
        "link=mairie",
        "why=pas demandé",
        "ned=a",
        "rien=a",
        "end-date=demain",
        "form=other",
    ]
    assert refused(words) == [
        ("need", "nothing-given"),
        ("size", "not-a-number"),
        ("limits", "no-such-option"),
        ("people/r1", "answer-cell"),
        ("people/r1/whom", "no-such-column"),
        ("people/R 1/who", "bad-row-key"),
        ("people/r1/who/x", "answer-cell"),
        ("gains/k1/x", "answer-not-rows"),
        ("need/r1", "answer-not-rows"),
        ("link", "no-such-organisation-here"),
        ("why", "answer-path"),
        ("ned", "no-such-question-near"),
        ("rien", "no-such-question"),
        ("end-date", "not-a-date"),
        ("form", "other-needs-words"),
    ]


def test_words_without_an_equals_sign_are_told_before_anything_is_tried():
    assert refused(["need", "=a", "size=douze"]) == [("need", "answer-form"), ("=a", "answer-form")]


def test_whose_answer_it_is_decides_who_may_give_it():
    assert refused(["need=a", "end-date=mars 2026", "start=a"], "animation") == [
        ("need", "answer-whose"),
        ("start", "answer-whose"),
    ]
    assert refused(["start=a"], "ccas") == [("start", "answer-initiator")]


def test_a_state_is_given_and_checked():
    project = project_of(METHOD)
    states = [
        ("need", State("under-discussion", who="le CCAS", by="mars 2026", note="à suivre")),
        ("end-date", State("unknown-yet")),
    ]
    project = with_given(project, states, METHOD, "lescale")
    assert project.organisations["lescale"].block.open["need"].by == "2026-03"
    assert project.table.open == {"end-date": State("unknown-yet")}
    wrong = [
        ("need", State("discussed")),
        ("need", State("withdrawn")),
        ("end-date", State("unknown-yet", by="bientôt")),
        ("people/r1", State("unknown-yet")),
    ]
    with pytest.raises(RefusedAnswers) as reasons:
        with_given(project, wrong, METHOD, "lescale")
    assert [why.why for _, why in reasons.value.reasons] == [
        "answer-not-state",
        "answer-not-state",
        "not-a-date",
        "answer-state-whole",
    ]


def test_an_answer_ends_the_state_it_was_in():
    project = with_given(project_of(METHOD), [("need", State("unknown-yet"))], METHOD, "ccas")
    assert project.state(METHOD.questions["need"], "ccas")
    project = given(["need=un lien"], "ccas", project)
    assert project.state(METHOD.questions["need"], "ccas") is None


def test_a_cell_is_given_to_a_table_that_a_hand_edit_left_odd():
    block = "    answers:\n      people: {r1: rien, r2: {who: b}}\n"
    project = project_of(METHOD, TABLE.replace("  ccas:\n", f"{block}  ccas:\n"))
    project = given(["people/r1/who=a"], "lescale", project)
    people = METHOD.questions["people"]
    assert project.value(people, "lescale") == {"r1": {"who": "a"}, "r2": {"who": "b"}}
    assert not project.needs_review(people, "lescale")


BLOCK = """
answers:
  need: |
    Un lien : dès 18 ans.
    no
  limits: [time, other: l’âge]
  people:
    r1: {who: jeunes, how: often}
  gains:
    - une salle
  end-date: 31/12/2027
open:
  fear: {state: under-discussion, who: [le CCAS, L’Escale], by: 2026-03}
  size: unknown-yet
"""


@pytest.fixture
def block(tmp_path):
    def write(text):
        path = tmp_path / "réponses.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_block_of_answers_and_states_is_taken_as_it_is_written(block):
    project = with_given(project_of(METHOD), from_block(block(BLOCK)), METHOD, "ccas")
    ours = project.organisations["ccas"].block
    assert ours.answers == {
        "need": "Un lien : dès 18 ans.\nno\n",
        "limits": ["time", {"other": "l’âge"}],
        "people": {"r1": {"who": "jeunes", "how": "often"}},
        "gains": {"r1": "une salle"},
    }
    assert ours.open == {"size": State("unknown-yet")}
    assert project.table.answers == {"end-date": "2027-12-31"}
    assert project.private["ccas"].open == {
        "fear": State("under-discussion", who="le CCAS, L’Escale", by="2026-03")
    }


@pytest.mark.parametrize(
    "text",
    [
        "need: un lien\n",
        "answers: un lien\n",
        "answers: [need]\n",
        "answers: {}\n",
        "answers:\nopen:\n",
        "open: unknown-yet\n",
        "- answers\n",
        "texte\n",
    ],
)
def test_a_file_that_holds_no_answers_is_refused_with_the_way_to_write_them(block, text):
    path = block(text)
    with pytest.raises(PartnerwizError) as error:
        from_block(path)
    assert error.value.say("en") == (
        f"{path} holds no answers. There must be “answers:”, then indented “id: answer” lines."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("answers: {need: a, need: b}\n", ":1: “need” already stands on line 1"),
        (
            "answers:\n  people:\n    r1: {who: a}\n    r1: {who: b}\n",
            ":4: “r1” already stands on line 3",
        ),
        ("answers:\n  [need]: a\n", ":2: a key must be a plain word"),
        ("answers: {need: &a x}\n", ":1: “a”: anchors and aliases"),
        ("answers:\n  need: 'a\n", ":2: a quote opened here is never closed"),
        ("", ": the file is empty"),
    ],
)
def test_a_damaged_block_is_refused_with_its_line(block, text, told):
    path = block(text)
    with pytest.raises(PartnerwizError) as error:
        from_block(path)
    assert error.value.say("en").startswith(f"{path}{told}")


def test_odd_shapes_in_a_block_are_refused_and_nothing_falls_over_them(block):
    text = """
answers:
  need: {a: b}
  size: [1]
  limits: [{}]
  people: {r1: a}
  gains: {k1: [a]}
  end-date: {}
  "": a
  /: a
open:
  need: {state: [unknown-yet, x], by: {a: b}}
  gains: {state: {}}
"""
    with pytest.raises(RefusedAnswers) as reasons:
        with_given(project_of(METHOD), from_block(block(text)), METHOD, "ccas")
    told = [(path, why.why) for path, why in reasons.value.reasons]
    assert [path for path, _ in told] == [
        "need",
        "size",
        "limits",
        "people",
        "gains",
        "end-date",
        "",
        "/",
        "need",
        "gains",
    ]
    for _, why in reasons.value.reasons:
        assert why.say("fr")
        assert why.say("en")


def test_the_command_says_every_refusal_and_saves_nothing(tmp_path, capsys, monkeypatch):
    from partnerwiz.cli import main

    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    steps = "title: T\nby: each\nquestions:\n  - {id: need, kind: text, label: l, ask: a}\n"
    steps += "  - {id: size, kind: number, label: l, ask: a}\n"
    folder = write_steps(tmp_path / "steps", {"1-a/01-one.yaml": steps})
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + TABLE + "...\n", encoding="utf-8")
    before = path.read_bytes()

    def run(*words):
        with pytest.raises(SystemExit) as left:
            main(["answer", str(path), *words, "--as", "ccas", "--steps", str(folder)])
        return left.value.code, capsys.readouterr()

    code, said = run("need=un lien", "size=douze", "nede=a")
    assert (code, said.out) == (1, "")
    assert said.err.replace("\u00a0", " ").replace("\u202f", " ") == (
        "size : « douze » n’est pas un nombre (exemples : 12 ou 12,5).\n"
        "nede : « nede » n’est l’identifiant d’aucune question. Vouliez-vous dire « need » ?\n"
        "Rien n’a été enregistré. Corrigez, puis recommencez.\n"
    )
    assert path.read_bytes() == before
    code, said = run("need=un lien", "size=12")
    assert (code, said.err) == (0, "")
    assert "need: un lien" in path.read_text(encoding="utf-8")
