"""One sitting, with an asker that answers by id: what is asked, what is kept, in which order."""

import pytest
from scripted import HEAD, TABLE, Kept, Scripted, method_of, project_of

from partnerwiz.errors import PartnerwizError
from partnerwiz.method.kinds import Refused
from partnerwiz.project.durable import ChangedOutsideError
from partnerwiz.project.model import State
from partnerwiz.project.received import Receipt
from partnerwiz.project.store import Store, load
from partnerwiz.sitting.asker import Again, Back, Forward, GoTo, Leave, More, Undo
from partnerwiz.sitting.opening import file_name, name_and_article, open_project, with_organisations
from partnerwiz.sitting.session import Scope, Session

METHOD = method_of(
    """
    - {id: need, kind: text}
    - {id: size, kind: number}
    - {id: limits, kind: choices, options: {time: le temps, other: autre}}
    """,
    """
    - {id: people, kind: table, columns: [{id: who, kind: text}, {id: size, kind: number}]}
    - {id: more, kind: text, when: {limits: time}}
    - {id: fear, kind: text, private: yes}
    """,
    """
    by: together
    questions:
      - {id: end-date, kind: date}
      - {id: pledge, kind: list, by: each}
    """,
    phases=[2, 1],
)
ALONE = """\
organisations:
  lescale:
    name: L’Escale
    role: partner
"""
EVERYTHING = {
    "need": "un lien",
    "size": "40",
    "limits": ["time"],
    "people": {"r1": {"who": "jeunes", "size": "40"}},
    "more": "rien",
    "fear": "peur",
    "end-date": "31/12/2027",
    "pledge": "une salle\nun poste",
}


def sit(answers, text=TABLE, scope=None, seat="lescale", pauses=None, method=METHOD, errors=()):
    """A whole sitting in memory: the asker, what was saved, and whether it came to its end."""
    store = Kept(project_of(method, text), errors)
    asker = Scripted(answers, pauses)
    done = Session(method, store, asker, seat, scope).run()
    return asker, store, done


def test_every_answer_is_checked_and_saved_before_the_next_question():
    asker, store, done = sit(EVERYTHING)
    assert done
    assert asker.asked_ids == list(EVERYTHING)
    assert len(store.saved) == len(EVERYTHING)
    for number, name in enumerate(EVERYTHING):
        question = METHOD.questions[name]
        voice = None if question.by == "together" else "lescale"
        said = [project.value(question, voice) is not None for project in store.saved]
        assert said == [place >= number for place in range(len(said))]
    said = store.project.organisations["lescale"].block.answers
    assert said["limits"] == ["time"]
    assert list(said["pledge"].values()) == ["une salle", "un poste"]
    assert store.project.table.answers == {"end-date": "2027-12-31"}
    assert store.project.private["lescale"].answers == {"fear": "peur"}
    assert "fear" not in said


def test_leaving_keeps_what_was_given_and_coming_back_goes_on_at_the_next_question():
    asker, store, done = sit({"need": "un lien", "size": "40"})
    assert not done
    assert asker.asked_ids == ["need", "size", "limits"]
    again = Scripted(EVERYTHING)
    assert Session(METHOD, store, again, "lescale").run()
    assert again.asked_ids == list(EVERYTHING)[2:]
    assert Session(METHOD, store, Scripted(), "lescale").first() is None


def test_a_question_that_an_answer_sets_aside_is_not_asked():
    asker, _, done = sit(EVERYTHING | {"limits": [{"other": "l’âge"}]})
    assert done
    assert "more" not in asker.asked_ids


def test_back_goes_to_the_question_before_and_erases_nothing():
    asker, store, _ = sit({"need": ("un lien", "deux liens"), "size": (Back(), "40")})
    assert asker.asked_ids == ["need", "size", "need", "size", "limits"]
    assert store.project.value(METHOD.questions["need"], "lescale") == "deux liens"
    asker, store, _ = sit({"need": ("a", Leave()), "size": Back()})
    assert store.project.value(METHOD.questions["need"], "lescale") == "a"


def test_back_at_the_first_question_stays_there():
    asker, store, _ = sit({"need": (Back(), Back(), "a")})
    assert asker.asked_ids == ["need", "need", "need", "size"]
    assert len(store.saved) == 1


def test_back_steps_over_what_is_not_called_for_and_crosses_phases():
    first = [one for one in EVERYTHING if one not in ("end-date", "more")]
    asker, _, _ = sit(
        EVERYTHING
        | {"limits": [{"other": "l’âge"}], "end-date": (Back(), Leave()), "fear": ("a", Back())}
        | {"people": (EVERYTHING["people"], Leave())}
    )
    assert asker.asked_ids == [*first[:5], "end-date", "fear", "people"]


def test_going_to_a_question_asks_it_of_the_voice_named_and_then_goes_on():
    asker, store, _ = sit({"need": ("a", "b"), "size": (GoTo("need"), "3")})
    assert asker.asked_ids == ["need", "size", "need", "size", "limits"]
    assert store.project.value(METHOD.questions["need"], "lescale") == "b"
    answers = {"need@ccas": ("a", "c"), "need@lescale": (GoTo("need", "ccas"), Leave())}
    asker, store, _ = sit(answers, seat="animation")
    assert asker.asked == ["need@ccas", "need@lescale", "need@ccas", "need@lescale"]
    assert store.project.value(METHOD.questions["need"], "ccas") == "c"


def test_going_to_what_this_seat_may_not_answer_stays_where_it_is():
    asker, _, _ = sit({"need": (GoTo("need", "ccas"), Leave())})
    assert asker.asked == ["need@lescale", "need@lescale"]
    asker, _, _ = sit({"need": (GoTo("fear"), Leave())}, seat="animation")
    assert asker.asked == ["need@ccas", "need@ccas"]


def test_a_state_is_an_answer_for_now_and_keeps_the_value_beside_it():
    state = State("under-discussion", who="le CCAS et L’Escale", by="2026-03")
    asker, store, _ = sit({"need": ("a", state), "size": (GoTo("need"), State("unknown-yet"))})
    need, size = METHOD.questions["need"], METHOD.questions["size"]
    assert asker.asked_ids == ["need", "size", "need", "size", "limits"]
    assert store.project.state(need, "lescale") == state
    assert store.project.value(need, "lescale") == "a"
    assert store.project.value(size, "lescale") is None


def test_what_was_left_open_is_asked_again_only_when_wished():
    given = EVERYTHING | {"need": State("unknown-yet"), "size": State("not-applicable")}
    _, store, done = sit(given)
    assert done
    assert Session(METHOD, store, Scripted(), "lescale").first() is None
    asker = Scripted({"need": (State("under-discussion"), "x")})
    assert Session(METHOD, store, asker, "lescale", Scope(unanswered=True)).run()
    assert asker.asked_ids == ["need"]


def test_a_refused_answer_is_asked_again_with_what_was_typed_and_saves_nothing():
    asker, store, _ = sit({"need": "a", "size": ("douze", "treize", "13")})
    assert asker.asked_ids == ["need", "size", "size", "size", "limits"]
    assert [(one, why.draft, why.refused.why) for one, why in asker.again] == [
        ("size", "douze", "not-a-number"),
        ("size", "treize", "not-a-number"),
    ]
    assert len(store.saved) == 2
    assert store.project.value(METHOD.questions["size"], "lescale") == "13"


def test_a_long_table_is_saved_line_by_line_and_a_refused_line_leaves_the_others():
    one = {"r1": {"who": "a", "size": "1"}}
    two = one | {"r2": {"who": "b", "size": "beaucoup"}}
    whole = one | {"r2": {"who": "b", "size": "2"}}
    asker, store, _ = sit(
        EVERYTHING | {"people": (More(one), More(two), More(whole), whole), "more": Leave()}
    )
    people = METHOD.questions["people"]
    kept = [project.value(people, "lescale") for project in store.saved]
    assert kept == [None, None, None, one, whole, whole]
    assert [why for one, why in asker.again if one == "people"] == [
        Again(one, going_on=True),
        Again(two, refused=asker.again[1][1].refused),
        Again(whole, going_on=True),
    ]
    assert asker.again[1][1].refused.why == "in-cell"


def test_what_the_disk_refuses_is_told_and_the_answer_can_be_given_again():
    full = PartnerwizError("cannot-write", file="valmorin.yaml", reason="")
    asker, store, _ = sit({"need": ("un lien", "un lien")}, errors=[full])
    assert asker.asked_ids == ["need", "need", "size"]
    assert asker.again == [("need", Again("un lien", error=full))]
    assert store.project.value(METHOD.questions["need"], "lescale") == "un lien"


# Phases, scopes, who sits there


def test_a_phase_ends_with_a_pause_and_one_may_stop_there():
    asker, _, done = sit(EVERYTHING)
    assert done
    assert asker.paused == ["phase-1", "phase-2"]
    asker, store, done = sit(EVERYTHING, pauses=[Leave()])
    assert not done
    assert asker.asked_ids[-1] == "fear"
    assert "fear" in store.project.private["lescale"].answers


def test_going_back_into_a_phase_does_not_end_it_twice():
    answers = EVERYTHING | {"end-date": (GoTo("need"), "2027-12-31"), "need": ("a", "b")}
    asker, _, done = sit(answers)
    assert done
    assert asker.asked_ids == [*list(EVERYTHING)[:7], "need", "end-date", "pledge"]
    assert asker.paused == ["phase-1", "phase-2"]


def test_going_ahead_into_the_next_phase_and_back_ends_no_phase():
    answers = {"need": (GoTo("end-date"), "a"), "end-date": "2027-12-31"}
    asker, _, _ = sit(answers)
    assert asker.asked_ids == ["need", "end-date", "need", "size"]
    assert asker.paused == []


def test_one_step_alone_is_asked_then_gone_through_again_to_be_corrected():
    first = list(EVERYTHING)[:3]
    asker, store, done = sit(EVERYTHING, scope=Scope(step="step-1"))
    assert done
    assert asker.asked_ids == first
    again = Scripted({"need": ("b", "c"), "size": (Back(), "41"), "limits": ["time"]})
    assert Session(METHOD, store, again, "lescale", Scope(step="step-1")).run()
    assert again.asked_ids == ["need", "size", "need", "size", "limits"]
    assert store.project.value(METHOD.questions["size"], "lescale") == "41"


def test_a_step_half_answered_asks_only_the_rest():
    answered = ALONE + "    answers:\n      need: a\n"
    asker, _, done = sit(EVERYTHING, text=answered, scope=Scope(step="step-1"))
    assert done
    assert asker.asked_ids == ["size", "limits"]


def test_one_question_alone_is_asked_whether_it_was_answered_or_not():
    for text in (ALONE, ALONE + "    answers:\n      need: a\n"):
        asker, store, done = sit({"need": "b"}, text=text, scope=Scope(question="need"))
        assert done
        assert asker.asked_ids == ["need"]
        assert asker.paused == []
        assert store.project.value(METHOD.questions["need"], "lescale") == "b"


def test_the_facilitator_asks_each_partner_in_turn_and_nothing_private():
    asker, _, done = sit(EVERYTHING, seat="animation")
    assert done
    assert asker.asked == [
        "need@ccas",
        "need@lescale",
        "size@ccas",
        "size@lescale",
        "limits@ccas",
        "limits@lescale",
        "people@ccas",
        "people@lescale",
        "more@ccas",
        "more@lescale",
        "end-date",
        "pledge@ccas",
        "pledge@lescale",
    ]


def test_who_is_around_the_table_is_asked_once_what_follows_needs_others():
    gathered = {"around-the-table": ["le CCAS de Valmorin", "la Mission locale"]}
    asker, store, done = sit(EVERYTHING | gathered, text=ALONE)
    assert done
    assert asker.asked_ids == [*list(EVERYTHING)[:6], "around-the-table", "end-date", "pledge"]
    ccas = store.project.organisations["ccas-de-valmorin"]
    assert (ccas.name, ccas.article, ccas.role) == ("CCAS de Valmorin", "le", "partner")
    assert [one.id for one in store.project.partners] == [
        "ccas-de-valmorin",
        "lescale",
        "mission-locale",
    ]


def test_whoever_is_still_alone_may_leave_or_is_told_that_all_was_asked():
    asker, store, done = sit(EVERYTHING, text=ALONE)
    assert not done
    assert asker.asked_ids[-1] == "around-the-table"
    asker = Scripted({"around-the-table": ["L’Escale"]})
    assert Session(METHOD, store, asker, "lescale").run()
    assert asker.asked_ids == ["around-the-table"]
    assert [one.id for one in store.project.organisations.values()] == ["lescale"]


# Where one may well stop


ENDS = method_of(
    """
    - {id: model, kind: choice, options: {order: une commande, shared: un partenariat},
       may-end: {order: Un contrat convient.}}
    - {id: next, kind: text}
    """
)


def test_an_answer_that_suits_another_paper_offers_to_stop_and_one_may_go_on():
    for ending, done, asked in (
        (Leave(), False, ["model"]),
        (None, True, ["model", "next"]),
        (Back(), True, ["model", "model", "next"]),
    ):
        store = Kept(project_of(ENDS, ALONE))
        asker = Scripted({"model": ("order", "shared"), "next": "a"}, endings=[ending])
        assert Session(ENDS, store, asker, "lescale").run() == done
        assert asker.asked_ids == asked
        assert asker.may_have_ended == [("model", "Un contrat convient.")]
        assert store.saved  # stopping loses nothing: it is on disk before the offer


def test_stopping_is_offered_for_an_answer_and_never_for_a_state():
    store = Kept(project_of(ENDS, ALONE))
    asker = Scripted({"model": State("unknown-yet"), "next": "a"})
    assert Session(ENDS, store, asker, "lescale").run()
    assert asker.may_have_ended == []
    store = Kept(project_of(ENDS, ALONE))
    asker = Scripted({"model": "shared", "next": "a"})
    assert Session(ENDS, store, asker, "lescale").run()
    assert asker.may_have_ended == []


# The short path


SHORT = method_of(
    """
    - {id: seen, kind: text, short: sheet/3}
    - {id: beyond, kind: text}
    - {id: heard, kind: text, by: together, short: meeting-1/10}
    """,
    """
    - {id: who, kind: text, short: sheet/1}
    - {id: need, kind: text, by: together, short: meeting-1/9}
    """,
    phases=[1, 1],
)


LATER = method_of(
    """
    - {id: seen, kind: text, short: sheet/3}
    - {id: decided, kind: text, short: between/15}
    """,
    """
    - {id: who, kind: text, short: sheet/1}
    - {id: need, kind: text, by: together, short: meeting-1/9}
    """,
)


def test_the_short_path_pauses_after_the_sheet_and_after_each_meeting():
    answers = dict.fromkeys(["seen", "beyond", "heard", "who", "need"], "a")
    asker, store, done = sit(answers, method=SHORT, text=TABLE + "settings:\n  path: short\n")
    assert done
    assert asker.asked_ids == ["who", "seen", "need", "heard"]
    assert asker.paused == ["sheet", "meeting-1"]
    # what comes after a meeting is not asked before others are there
    alone, _, _ = sit(answers, text=ALONE + "settings:\n  path: short\n", method=SHORT)
    assert alone.asked_ids == ["who", "seen", "around-the-table"]
    # nor is it gone back to from there
    back = answers | {"around-the-table": (Back(), Leave())}
    alone, _, _ = sit(back, text=ALONE + "settings:\n  path: short\n", method=LATER)
    assert alone.asked_ids == ["who", "seen", "around-the-table", "seen", "around-the-table"]
    # what the short path leaves is not reached yet; changing paths loses nothing
    again = Scripted(answers)
    assert Session(SHORT, store, again, "lescale", Scope(path="whole")).run()
    assert again.asked_ids == ["beyond"]


def test_correcting_an_answer_of_the_whole_path_on_the_short_one_ends_no_part():
    answers = {"who": (GoTo("beyond"), Leave()), "beyond": "a"}
    asker, _, _ = sit(answers, method=SHORT, text=TABLE + "settings:\n  path: short\n")
    assert asker.asked_ids == ["who", "beyond", "who"]
    assert asker.paused == []


# Organisations named for the first time


NAMING = method_of(
    """
    - {id: seen, kind: table, private: yes, columns: [{id: who, kind: organisation}]}
    - {id: met, kind: table, columns: [{id: who, kind: organisation},
       {id: with, kind: organisations, optional: yes}]}
    - {id: carrier, kind: organisation, by: together}
    """
)


def test_an_organisation_first_named_in_a_shared_answer_joins_as_envisaged():
    met = {"r1": {"who": {"other": "la Caf"}, "with": [{"other": "le SIAO"}, "ccas"]}}
    private = {"r1": {"who": {"other": "un bailleur"}}}
    answers = {"seen": private, "met": met, "carrier": {"other": "la Caf"}}
    _, store, done = sit(answers, method=NAMING)
    assert done
    caf, siao = (store.project.organisations[one] for one in ("caf", "siao"))
    assert (caf.name, caf.article, caf.role) == ("Caf", "la", "envisaged")
    assert (siao.name, siao.article, siao.role) == ("SIAO", "le", "envisaged")
    assert len(store.project.organisations) == 4  # named twice, there once; private names stay
    value = store.project.value(NAMING.questions["met"], "lescale")
    assert value == {"r1": {"who": "caf", "with": ["siao", "ccas"]}}
    assert store.project.value(NAMING.questions["carrier"], None) == "caf"
    kept = store.project.private["lescale"].answers["seen"]
    assert kept == {"r1": {"who": {"other": "un bailleur"}}}


def test_those_met_already_are_offered_when_the_table_gathers():
    text = ALONE + "  caf:\n    name: Caf\n    article: la\n    role: envisaged\n"
    asker, store, _ = sit({}, method=SHORT, text=text + "settings:\n  path: short\n")
    asker = Scripted({"who": "a", "seen": "b", "around-the-table": {"caf": "la Caf"}})
    Session(SHORT, store, asker, "lescale").run()
    offered = next(again for name, again in asker.again if name == "around-the-table")
    assert offered.draft == {"caf": "la Caf"}
    assert store.project.organisations["caf"].role == "partner"


# The file is edited while a question waits


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "valmorin.yaml"
    block = "    answers:\n      size: 12 # dit au téléphone\n"
    text = HEAD + "answers: {}\n" + TABLE.replace("  ccas:\n", f"{block}  ccas:\n") + "...\n"
    path.write_text(text, encoding="utf-8")
    return path


def edited(path, old, new, answer):
    """An answer that comes after someone else has replaced the file, as editors do."""

    def give(_project):
        text = path.read_text(encoding="utf-8")
        assert old in text
        other = path.with_suffix(".tmp")
        other.write_text(text.replace(old, new), encoding="utf-8")
        other.replace(path)
        return answer

    return give


def sit_on(path, answers, seat="lescale", scope=None):
    asker = Scripted(answers)
    with Store.open(path, METHOD, seat) as store:
        done = Session(METHOD, store, asker, seat, scope).run()
    return asker, done


def test_an_edit_of_another_answer_is_kept_with_the_answer_given(project):
    asker, _ = sit_on(project, {"need": edited(project, "size: 12", "size: 13", "un lien")})
    assert asker.asked_ids == ["need", "limits"]
    text = project.read_text(encoding="utf-8")
    assert "size: 13 # dit au téléphone" in text
    assert "need: un lien" in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("size: 12", "need: le leur\n      size: 12"),
        ("    answers:\n", "    open:\n      need:\n        state: not-applicable\n    answers:\n"),
    ],
)
def test_an_edit_of_the_very_same_answer_is_shown_and_nothing_is_overwritten(project, old, new):
    asker, _ = sit_on(project, {"need": (edited(project, old, new, "le nôtre"), Leave())})
    assert asker.asked_ids == ["need", "need"]
    ((_, why),) = asker.again
    assert (why.draft, why.notes) == ("le nôtre", ("edited-meanwhile",))
    assert new.splitlines()[0] in project.read_text(encoding="utf-8")
    assert "le nôtre" not in project.read_text(encoding="utf-8")
    asker, _ = sit_on(project, {"need": "le nôtre"}, scope=Scope(question="need"))
    assert "need: le nôtre" in project.read_text(encoding="utf-8")


def test_a_file_left_broken_is_told_and_the_answer_is_given_again_once_it_is_mended(project):
    answers = (
        edited(project, "size: 12", "size: '12", "un lien"),
        edited(project, "size: '12", "size: 13", "un lien"),
    )
    asker, _ = sit_on(project, {"need": answers})
    assert asker.asked_ids == ["need", "need", "limits"]
    ((_, why),) = asker.again
    assert (why.draft, why.notes) == ("un lien", ("mend-then-again",))
    assert "never closed" in why.error.say("en")
    assert "need: un lien" in project.read_text(encoding="utf-8")
    assert load(project, METHOD).value(METHOD.questions["size"], "lescale") == "13"


def test_a_file_taken_away_is_told_and_the_answer_is_kept(project):
    def gone(_project):
        project.rename(project.with_name("ailleurs.yaml"))
        return "un lien"

    def back(_project):
        project.with_name("ailleurs.yaml").rename(project)
        return "un lien"

    asker, _ = sit_on(project, {"need": (gone, back)})
    assert asker.asked_ids == ["need", "need", "limits"]
    assert asker.again[0][1].draft == "un lien"
    assert "need: un lien" in project.read_text(encoding="utf-8")


def test_an_organisation_taken_out_while_its_question_waits_ends_that_question_only(project):
    block = "  ccas:\n    name: CCAS de Valmorin\n    article: le\n    role: partner\n"
    answers = {"need@ccas": edited(project, block, "", "un lien"), "need@lescale": "le nôtre"}
    asker, _ = sit_on(project, answers, seat="animation")
    assert asker.asked == ["need@ccas", "need@lescale", "limits@lescale"]
    assert "ccas" not in project.read_text(encoding="utf-8")
    assert "need: le nôtre" in project.read_text(encoding="utf-8")


def test_nothing_is_offered_for_an_answer_of_an_organisation_taken_out_meanwhile(tmp_path):
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + "answers: {}\n" + TABLE + "...\n", encoding="utf-8")
    block = "  ccas:\n    name: CCAS de Valmorin\n    article: le\n    role: partner\n"
    asker = Scripted({"model@ccas": edited(path, block, "", "order"), "model@lescale": "shared"})
    with Store.open(path, ENDS, "animation") as store:
        Session(ENDS, store, asker, "animation").run()
    assert asker.asked[:2] == ["model@ccas", "model@lescale"]
    assert asker.may_have_ended == []


def test_an_edit_that_forbids_the_answer_refuses_it(project):
    method = method_of("by: together\nquestions:\n  - {id: host, kind: organisation}")
    block = "  ccas:\n    name: CCAS de Valmorin\n    article: le\n    role: partner\n"
    again = (edited(project, block, "", "ccas"), "lescale")
    asker = Scripted({"host": again, "around-the-table": Leave()})
    with Store.open(project, method, "lescale") as store:
        Session(method, store, asker, "lescale").run()
    assert asker.again[0][1].refused.why == "no-such-organisation-here"
    assert load(project, method).table.answers == {"host": "lescale"}


def test_an_edit_during_a_save_that_fails_again_is_told_as_what_it_is():
    outside = ChangedOutsideError("changed-outside", file="valmorin.yaml")
    asker, store, _ = sit({"need": ("a", "a")}, errors=[outside, outside])
    assert asker.again == [("need", Again("a", error=outside))]
    assert store.project.value(METHOD.questions["need"], "lescale") == "a"


# What is asked before the method


def test_a_project_is_opened_with_its_four_questions_and_a_mistake_is_asked_again():
    asker = Scripted(
        {
            "language": "en",
            "title": ("", "Passerelle 18-25"),
            "your-organisation": "l’Escale",
            "path": "short",
        }
    )
    project, seat = open_project(asker, {}, None)
    assert asker.asked == ["language", "title", "title", "your-organisation", "path"]
    assert (project.title, project.language, project.path) == ("Passerelle 18-25", "en", "short")
    assert (project.initiator, seat) == ("escale", "escale")
    assert project.organisations["escale"].article == "l’"
    assert asker.again[0][1].refused.why == "nothing-given"


def test_what_the_command_line_said_is_not_asked_and_the_facilitator_names_several():
    told = {"language": "fr", "title": "T", "path": "whole"}
    asker = Scripted({"first-organisations": "L’Escale\nle CCAS"})
    project, seat = open_project(asker, told, "animation")
    assert asker.asked == ["first-organisations"]
    assert seat == "animation"
    assert (project.initiator, list(project.organisations)) == ("lescale", ["lescale", "ccas"])


def test_opening_goes_back_keeps_what_was_said_and_leaves_with_nothing():
    asker = Scripted(
        {
            "language": "fr",
            "title": ("A", "B"),
            "your-organisation": (Back(), "L’Escale"),
            "path": "short",
        }
    )
    project, _ = open_project(asker, {}, None)
    assert asker.asked == [
        "language",
        "title",
        "your-organisation",
        "title",
        "your-organisation",
        "path",
    ]
    assert project.title == "B"
    assert open_project(Scripted({"language": "fr"}), {}, None) is None


def test_a_name_is_taken_as_it_is_said_in_a_sentence():
    for text, expected in {
        "le CCAS de Valmorin": ("le", "CCAS de Valmorin"),
        "la Mission locale": ("la", "Mission locale"),
        "les Tanneurs": ("les", "Tanneurs"),
        "l'escale": ("l’", "escale"),
        "l’ escale": ("l’", "escale"),
        "L’Escale": ("none", "L’Escale"),
        "the Valmorin Trust": ("the", "Valmorin Trust"),
        "Les Tanneurs": ("none", "Les Tanneurs"),
        "lesCAS": ("none", "lesCAS"),
        " CCAS ": ("none", "CCAS"),
    }.items():
        assert name_and_article(text) == expected


def test_an_organisation_already_there_is_not_added_twice_and_one_in_view_becomes_a_partner():
    text = TABLE.replace("role: partner", "role: envisaged", 1)
    project = with_organisations(
        project_of(METHOD, text), ["L’ESCALE", "le ccas de valmorin", "Agglo"]
    )
    assert list(project.organisations) == ["lescale", "ccas", "agglo"]
    assert project.organisations["ccas"].role == "partner"
    for wrong in ([" "], [{"a": "b"}], "", ["a\nb"]):
        with pytest.raises(Refused):
            with_organisations(project, wrong)


def test_a_file_gets_a_name_that_any_system_can_keep():
    assert file_name("Passerelle 18-25").name == "passerelle-18-25.yaml"
    assert file_name("Où ? « Là » / ../..").name == "ou-la.yaml"
    assert len(file_name("très " * 100).name) < 40


def test_a_step_that_waits_for_others_first_asks_who_they_are():
    answers = {"around-the-table": ["la Ville"], "end-date": "2027-12-31", "pledge": "une salle"}
    asker, store, done = sit(answers, ALONE, Scope(step="step-3"))
    assert done
    assert asker.asked_ids == ["around-the-table", "end-date", "pledge"]
    assert [one.id for one in store.project.partners] == ["lescale", "ville"]


# Going on, taking back, going over


def test_forward_goes_past_a_question_and_does_not_come_back_to_it_in_this_sitting():
    answers = EVERYTHING | {"size": Forward()}
    asker, store, done = sit(answers)
    assert done
    assert asker.asked_ids == list(EVERYTHING)
    assert store.project.value(METHOD.questions["size"], "lescale") is None
    again = Scripted(EVERYTHING)
    assert Session(METHOD, store, again, "lescale").run()
    assert again.asked_ids == ["size"]


def test_forward_and_back_go_through_what_was_answered_and_change_nothing():
    answers = EVERYTHING | {"limits": (Back(), ["time"]), "size": ("40", Back(), Forward())}
    asker, store, _ = sit(answers | {"need": ("un lien", Forward())})
    assert asker.asked_ids[:7] == ["need", "size", "limits", "size", "need", "size", "limits"]
    assert len(store.saved) == len(EVERYTHING)


def test_the_last_answer_is_taken_back_and_asked_again_as_it_stood_before():
    asker, store, _ = sit({"need": "un lien", "size": ("40", "41"), "limits": (Undo(), Leave())})
    assert asker.asked_ids == ["need", "size", "limits", "size", "limits"]
    assert asker.again[0] == ("size", Again(notes=("undone",)))
    said = store.project.organisations["lescale"].block
    assert said.answers == {"need": "un lien", "size": "41"}
    assert said.number == 4, "an undoing is a change too: an older copy is recognised"


def test_taking_back_an_answer_that_named_an_organisation_takes_that_away_too():
    method = method_of(
        "by: together\nquestions:\n  - {id: host, kind: organisation}\n  - {id: b, kind: text}"
    )
    store = Kept(project_of(method))
    asker = Scripted({"host": ({"other": "la Caf"}, Leave()), "b": Undo()})
    Session(method, store, asker, "lescale").run()
    assert list(store.saved[0].organisations) == ["lescale", "ccas", "caf"]
    assert list(store.project.organisations) == ["lescale", "ccas"]
    assert store.project.value(method.questions["host"], None) is None


PHONED = """\
organisations:
  lescale:
    name: L’Escale
    role: partner
    answers:
      size: 12
    received:
      - {answers: [limits, size], from: directrice, how: phone, on: 2026-01-02}
"""


@pytest.mark.parametrize("receipt", [None, Receipt((), "paper", "2026-03-01")])
def test_taking_back_an_answer_takes_back_how_it_came_too(receipt):
    """Else what was noted by phone would no longer wait to be read again."""
    store = Kept(project_of(METHOD, PHONED))
    before = store.project.organisations["lescale"].block
    asker = Scripted({"size": ("40", Leave()), "need": Undo(), "limits": Undo()})
    Session(METHOD, store, asker, "lescale", receipt=receipt).run(GoTo("size", "lescale"))
    assert store.saved[0].organisations["lescale"].block.received != before.received
    after = store.project.organisations["lescale"].block
    assert (after.answers, after.received) == (before.answers, before.received)


def test_nothing_is_taken_back_where_nothing_was_given_in_this_sitting():
    asker, store, _ = sit({"need": (Undo(), Leave())})
    assert asker.again == [("need", Again(notes=("nothing-to-undo",)))]
    assert store.saved == []


RESTS = method_of(
    """
    - {id: need, kind: text}
    - {id: kinds, kind: choices, options: {time: le temps, law: la loi}}
    - {id: why, kind: text, when: {kinds: time}}
    - {id: tasks, kind: list}
    """,
    """
    by: together
    questions:
      - {id: aim, kind: text, recall: [need]}
      - {id: pledge, kind: list, by: each, carry: tasks}
      - {id: agenda, kind: table, by: each, rows: tasks, columns: [{id: day, kind: text}]}
    """,
)
SAID = {
    "need": "un lien",
    "kinds": ["time"],
    "why": "fermés",
    "tasks": "tri",
    "aim": "un toit",
    "pledge": ["une salle"],
    "agenda": lambda project: {
        key: {"day": "lundi"} for key in project.rows("tasks", "lescale", RESTS.questions)
    },
}


@pytest.mark.parametrize(
    ("changed", "to", "mine", "others"),
    [
        ("need", "deux liens", ["aim"], []),
        ("need", "un lien", [], []),
        ("kinds", ["law"], [], ["why"]),
        ("tasks", ["tri", "prêt"], ["pledge", "agenda"], []),
        ("why", "ouverts", [], []),
    ],
)
def test_after_a_change_only_what_rests_on_it_is_asked_again(changed, to, mine, others):
    store = Kept(project_of(RESTS))
    assert Session(RESTS, store, Scripted(SAID), "lescale").run()
    asker = Scripted({changed: to})  # whoever is asked anything else leaves
    Session(RESTS, store, asker, "lescale", Scope(question=changed)).run()
    assert asker.gone_over == ([(changed, mine, others)] if mine or others else [])
    assert asker.asked_ids == [changed, *mine[:1]]


def test_what_rests_on_it_in_other_organisations_is_told_and_never_asked_here():
    store = Kept(project_of(RESTS))
    Session(RESTS, store, Scripted(SAID | {"aim": "un toit"}), "lescale").run()
    other = Scripted({"need": "le leur"})
    Session(RESTS, store, other, "ccas", Scope(step="step-1")).run()
    asker = Scripted({"need": "x", "aim": Leave()}, over=False)
    Session(RESTS, store, asker, "ccas", Scope(question="need")).run()
    assert asker.gone_over == [("need", ["aim"], [])]
    assert asker.asked_ids == ["need"], "later: nothing is asked now"


def test_what_is_half_written_is_kept_when_the_question_is_left_and_handed_back():
    class Typing(Scripted):
        def ask(self, prompt, project, again=None):
            given = super().ask(prompt, project, again)
            self.half = "à moit" if isinstance(given, (Back, Leave)) else None
            return given

    store = Kept(project_of(METHOD))
    asker = Typing({"need": ("a", "a"), "size": (Back(), Leave())})
    Session(METHOD, store, asker, "lescale").run()
    assert store.kept == {"size/lescale": "à moit"}
    assert asker.again == [("size", Again(half="à moit"))]
    Session(METHOD, store, Typing({"size": "40"}), "lescale").run()
    assert store.kept == {"limits/lescale": "à moit"}


def test_nothing_private_is_asked_in_a_room_and_no_ending_suggested():
    asker, _, done = sit(EVERYTHING, scope=Scope(room=True))
    assert done
    assert "fear" not in asker.asked_ids
    store = Kept(project_of(ENDS))
    asker = Scripted({"model": "order"})
    Session(ENDS, store, asker, "lescale", Scope(room=True)).run()
    assert asker.may_have_ended == []


def test_taking_back_an_answer_leaves_an_organisation_that_was_added_by_hand_meanwhile(project):
    answers = {
        "need": (edited(project, "  ccas:\n", "  neuf:\n    name: Neuf\n  ccas:\n", "a"), Leave()),
        "limits": Undo(),
    }
    asker, _ = sit_on(project, answers)
    assert asker.asked_ids == ["need", "limits", "need"]
    assert "neuf" in load(project, METHOD).organisations
    assert load(project, METHOD).value(METHOD.questions["need"], "lescale") is None


def test_whoever_is_taken_out_while_the_table_is_told_does_not_join():
    first = {"r1": "la Ville"}
    answers = {"around-the-table": (More(first), More({**first, "r2": "la Caff"}), first)}
    _, store, _ = sit(answers, ALONE, Scope(step="step-3"))
    assert list(store.project.organisations) == ["lescale", "ville"]


def test_an_organisation_that_arrives_by_hand_with_its_answers_does_not_disturb_a_change(project):
    block = (
        "  neuf:\n    name: Neuf\n    role: partner\n    answers:\n      limits: [law]\n"
        "      more: rien\n  ccas:\n"
    )
    answers = {"need": "a", "limits": ["time"], "people": Leave(), "more": Leave()}
    sit_on(project, answers)
    change = edited(project, "  ccas:\n", block, [{"other": "l’âge"}])
    asker, done = sit_on(project, {"limits": change}, scope=Scope(question="limits"))
    assert done
    assert asker.asked_ids == ["limits"]


def test_going_back_before_a_project_exists_finds_what_was_typed_there():
    first = {"r1": "le CCAS"}
    asker = Scripted(
        {
            "title": ("A", "A"),
            "first-organisations": (More(first), Back(), {**first, "r2": "L’Escale"}),
        }
    )
    told = {"language": "fr", "path": "whole"}
    project, _ = open_project(asker, told, "animation")
    assert [one.name for one in project.organisations.values()] == ["CCAS", "L’Escale"]
    assert [again.draft for _, again in asker.again] == [first, "A"]
