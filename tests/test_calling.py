"""What is called for now, of whom, and how it stands."""

from dataclasses import replace

import pytest
from scripted import TABLE, method_of, project_of

from partnerwiz.lenses.progress import progress
from partnerwiz.project.calling import (
    Prompt,
    carried,
    is_open,
    on_path,
    prompts,
    standing,
    to_tick,
    voices,
)
from partnerwiz.project.model import State

ALONE = """\
organisations:
  lescale:
    name: L’Escale
    role: partner
"""


def called(method, project, seat, path=None):
    """Ids asked of this seat, as `id@voice` where an organisation answers."""
    return [
        f"{one.question.id}@{one.voice}" if one.voice else one.question.id
        for one in prompts(method, project, seat, path)
    ]


def answered(project, method, **answers):
    """With these answers: `question=value` of the table, `question__organisation=value`."""
    for name, value in answers.items():
        question, _, voice = name.partition("__")
        project = project.with_value(method.questions[question], voice or None, value)
    return project


@pytest.mark.parametrize(
    ("when", "answer", "is_called"),
    [
        ("yes", "yes", True),
        ("yes", "no", False),
        ("yes", None, False),
        ("[yes, no]", "no", True),
        ("any", "no", True),
        ("any", None, False),
        ("any", "", False),
        ("empty", None, True),
        ("empty", "", True),
        ("empty", "yes", False),
        ("[no, empty]", None, True),
    ],
)
def test_a_condition_calls_a_question(when, answer, is_called):
    method = method_of(
        f"""
        by: together
        questions:
          - {{id: a, kind: yes-no, optional: yes}}
          - {{id: b, kind: text, when: {{a: {when}}}}}
        """
    )
    project = project_of(method)
    if answer is not None:
        project = answered(project, method, a=answer)
    assert called(method, project, "lescale") == (["a", "b"] if is_called else ["a"])


def test_all_conditions_must_hold_and_any_value_of_one_is_enough():
    method = method_of(
        """
        by: together
        questions:
          - {id: a, kind: choices, options: {x: X, y: Y, other: O}}
          - {id: b, kind: yes-no}
          - {id: c, kind: text, when: {a: [y, other], b: yes}}
        """
    )
    project = project_of(method)
    for given, seen in [
        ({"a": ["x", "y"], "b": "yes"}, True),
        ({"a": ["x", "y"], "b": "no"}, False),
        ({"a": ["x"], "b": "yes"}, False),
        ({"a": ["x", {"other": "z"}], "b": "yes"}, True),
        ({"b": "yes"}, False),
    ]:
        assert ("c" in called(method, answered(project, method, **given), "lescale")) == seen


def test_from_together_an_answer_of_each_means_any_partners():
    method = method_of(
        "- {id: alone, kind: yes-no}",
        """
        by: together
        questions:
          - {id: why, kind: text, when: {alone: yes}}
          - {id: hush, kind: text, when: {alone: empty}}
        """,
    )
    project = project_of(method)
    assert called(method, project, "ccas") == ["alone@ccas", "hush"]
    project = answered(project, method, alone__lescale="no")
    assert called(method, project, "ccas") == ["alone@ccas", "hush"]
    project = answered(project, method, alone__ccas="yes")
    assert called(method, project, "ccas") == ["alone@ccas", "why"]
    left = project.organisations["ccas"]
    gone = project.with_organisation(replace(left, role="left"))
    assert called(method, gone, "lescale") == ["alone@lescale"]


def test_from_each_an_answer_of_each_means_its_own_and_together_means_the_tables():
    method = method_of(
        """
        - {id: alone, kind: yes-no}
        - {id: shared, kind: yes-no, by: together}
        - {id: why, kind: text, when: {alone: yes}}
        - {id: how, kind: text, when: {shared: yes}}
        """
    )
    project = answered(project_of(method), method, alone__ccas="yes", shared="yes")
    assert called(method, project, "ccas") == ["alone@ccas", "shared", "why@ccas", "how@ccas"]
    assert called(method, project, "lescale") == ["alone@lescale", "shared", "how@lescale"]


def test_what_is_no_longer_called_for_holds_nothing_down_the_line():
    method = method_of(
        """
        by: together
        questions:
          - {id: a, kind: yes-no}
          - {id: b, kind: yes-no, when: {a: yes}}
          - {id: c, kind: yes-no, when: {b: yes}}
          - {id: d, kind: text, when: {c: any}}
          - {id: none, kind: text, when: {b: empty}}
        """
    )
    project = answered(project_of(method), method, a="yes", b="yes", c="no", d="gardé")
    assert called(method, project, "lescale") == ["a", "b", "c", "d"]
    project = answered(project, method, a="no")
    assert called(method, project, "lescale") == ["a", "none"]
    d = method.questions["d"]
    assert project.value(d, None) == "gardé"
    assert standing(d, project, None, method) == "not-called-for"
    project = answered(project, method, a="yes")
    assert standing(d, project, None, method) == "answered"


PATH = (
    """
    - {id: sheet-1, kind: text, short: sheet}
    - {id: late, kind: text, by: together, short: meeting-2}
    - {id: whole, kind: text}
    """,
    """
    - {id: between-1, kind: text, short: between}
    - {id: first, kind: text, by: together, short: meeting-1}
    - {id: sheet-2, kind: text, short: sheet, when: {sheet-1: any}}
    """,
)


def test_the_short_path_goes_by_its_places_and_the_whole_by_its_steps():
    method = method_of(*PATH)
    assert [one.id for one in on_path(method, "short")] == [
        "sheet-1",
        "sheet-2",
        "first",
        "between-1",
        "late",
    ]
    assert [one.id for one in on_path(method, "whole")] == [
        "sheet-1",
        "late",
        "whole",
        "between-1",
        "first",
        "sheet-2",
    ]
    project = project_of(method, "settings:\n  path: short\n" + TABLE)
    assert called(method, project, "ccas") == ["sheet-1@ccas", "first", "between-1@ccas", "late"]
    assert called(method, project, "ccas", "whole")[2] == "whole@ccas"


def test_within_a_place_the_numbers_of_the_entries_say_what_comes_first():
    method = method_of(
        """
        - {id: late, kind: text, short: meeting-1/12}
        - {id: seen, kind: text, short: sheet/3}
        """,
        """
        - {id: who, kind: text, short: sheet/1}
        - {id: seat, kind: text, short: sheet/1}
        - {id: soon, kind: text, short: meeting-1/9}
        """,
    )
    order = [(one.id, one.short, one.entry) for one in on_path(method, "short")]
    assert order == [
        ("who", "sheet", 1),
        ("seat", "sheet", 1),
        ("seen", "sheet", 3),
        ("soon", "meeting-1", 9),
        ("late", "meeting-1", 12),
    ]


def test_a_table_about_the_lines_of_another_waits_for_them():
    method = method_of(
        """
        by: together
        questions:
          - {id: goals, kind: list}
          - {id: signs, kind: table, rows: goals, columns: [{id: sign, kind: text}]}
          - {id: first, kind: row, of: goals}
        """
    )
    project = project_of(method, TABLE)
    assert called(method, project, "lescale") == ["goals"]
    assert standing(method.questions["signs"], project, None, method) == "not-called-for"
    project = answered(project, method, goals={"a": "un toit"})
    assert called(method, project, "lescale") == ["goals", "signs", "first"]


def test_lines_of_a_private_answer_are_offered_to_their_owner_and_never_told_unasked():
    method = method_of(
        """
        - {id: zones, kind: table, private: yes, columns: [{id: topic, kind: text},
           {id: why, kind: text}]}
        - {id: firm, kind: list, carry: zones}
        """
    )
    project = project_of(method, TABLE)
    rows = {"a": {"topic": "les horaires", "why": "la fatigue"}, "b": {"topic": "l’accueil"}}
    project = project.with_value(method.questions["zones"], "lescale", rows)
    prompt = Prompt(method.questions["firm"], "lescale")
    assert to_tick(prompt, project, method) == {"a": "les horaires", "b": "l’accueil"}
    assert carried(prompt, project, method) is None
    assert to_tick(prompt._replace(voice="ccas"), project, method) == {}
    assert to_tick(Prompt(method.questions["zones"], "lescale"), project, method) == {}


ROLES = """\
organisations:
  lescale: {role}
  ccas:
    name: CCAS
    role: partner
  mairie:
    name: Mairie
    role: envisaged
  agglo:
    name: Agglo
    role: funder
  foyer:
    name: Foyer
    role: left
"""


@pytest.mark.parametrize("role", ["partner", "envisaged", "left"])
def test_partners_owe_answers_and_so_does_the_one_that_started(role):
    method = method_of(
        """
        - {id: ours, kind: text}
        - {id: start, kind: text, by: initiator}
        - {id: all, kind: text, by: together}
        """
    )
    block = f"\n    name: L’Escale\n    role: {role}"
    project = project_of(method, ROLES.replace(" {role}", block))
    owed = {one.id: voices(one, project) for one in method}
    assert sorted(owed["ours"]) == ["ccas", "lescale"]
    assert owed["start"] == ("lescale",)
    assert owed["all"] == (None,)


def test_a_seat_is_asked_what_is_its_own_and_the_facilitator_what_is_not_private():
    method = method_of(
        """
        - {id: ours, kind: text}
        - {id: fear, kind: text, private: yes}
        - {id: start, kind: text, by: initiator}
        - {id: all, kind: text, by: together}
        """
    )
    project = project_of(method)
    assert called(method, project, "lescale") == [
        "ours@lescale",
        "fear@lescale",
        "start@lescale",
        "all",
    ]
    assert called(method, project, "ccas") == ["ours@ccas", "fear@ccas", "all"]
    assert called(method, project, "animation") == [
        "ours@ccas",
        "ours@lescale",
        "start@lescale",
        "all",
    ]


def test_what_is_answered_together_waits_until_two_are_at_the_table():
    method = method_of(
        "- {id: ours, kind: text}",
        """
        by: together
        questions:
          - {id: all, kind: text}
          - {id: turn, kind: text, by: each}
        """,
    )
    alone = project_of(method, ALONE)
    stands = {
        one.question.id: standing(one.question, alone, one.voice, method)
        for one in prompts(method, alone, "lescale")
    }
    assert stands == {
        "ours": "to-ask",
        "all": "waits-for-the-table",
        "turn": "waits-for-the-table",
    }
    said = answered(alone, method, all="dit quand même", turn__lescale="aussi")
    assert standing(method.questions["all"], said, None, method) == "answered"


def test_how_an_answer_stands_and_what_is_asked_again():
    method = method_of(
        """
        - {id: need, kind: text}
        - {id: site, kind: text, optional: yes}
        - {id: from, kind: date}
        - {id: size, kind: number}
        """
    )
    block = "    answers:\n      from: bientôt\n      size: 12\n"
    project = project_of(method, ALONE + block)
    project = answered(project, method, site__lescale="")
    size = method.questions["size"]
    stands = {one.id: standing(one, project, "lescale", method) for one in method}
    assert stands == {
        "need": "to-ask",
        "site": "left-empty",
        "from": "to-review",
        "size": "answered",
    }
    found = {}
    for state in ("unknown-yet", "under-discussion", "not-applicable", "not-disclosed"):
        declared = project.with_state(size, "lescale", State(state))
        assert declared.value(size, "lescale") == "12"
        assert standing(size, declared, "lescale", method) == state
        (prompt,) = [one for one in prompts(method, declared, "lescale") if one.question is size]
        assert not is_open(prompt, declared, method)
        found[state] = is_open(prompt, declared, method, unanswered=True)
        given = declared.with_value(size, "lescale", "13")
        assert standing(size, given, "lescale", method) == "answered"
    assert found == {
        "unknown-yet": True,
        "under-discussion": True,
        "not-applicable": False,
        "not-disclosed": False,
    }


def test_the_reading_of_where_one_stands_shows_each_voice_and_only_its_own_private_questions():
    method = method_of(
        """
        - {id: ours, kind: text}
        - {id: fear, kind: text, private: yes}
        """,
        "by: together\nquestions:\n  - {id: all, kind: text, when: {ours: any}}",
    )
    project = answered(project_of(method), method, ours__ccas="x")

    def seen(seat):
        return [
            (step.number, voice.organisation, [(one.id, one.stands) for one in voice.items])
            for phase in progress(method, project, seat)
            for step in phase.steps
            for voice in step.voices
        ]

    assert seen(None) == [
        (1, "ccas", [("ours", "answered")]),
        (1, "lescale", [("ours", "to-ask")]),
        (2, None, [("all", "to-ask")]),
    ]
    assert ("fear", "to-ask") in seen("ccas")[0][2]
    assert ("fear", "to-ask") not in seen("ccas")[1][2]
