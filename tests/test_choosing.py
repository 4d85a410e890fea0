"""Choosing between wordings: whatever waits in a file, what is chosen can be read again."""

import pytest
from scripted import HEAD, TABLE, method_of

from partnerwiz.errors import Unreadable
from partnerwiz.project.choosing import waiting, with_choice
from partnerwiz.project.model import State
from partnerwiz.project.store import Store, load

METHOD = method_of(
    "[{id: mission, kind: text}, {id: fear, kind: text, private: yes}]",
    "{by: initiator, questions: [{id: title-of-it, kind: text}]}",
    "{by: together, questions: [{id: need, kind: text, was: [older-need]}]}",
)

SAID = TABLE.replace("    role: partner\n", "    role: partner\n    answers: {title-of-it: x}\n", 1)
SAID = SAID.replace("{title-of-it: x}", "\n      title-of-it: x")


def chosen(tmp_path, text):
    """The project as it stands on the disk once the one wording that waits was chosen; None where
    it is left to be settled by hand.
    """
    path = tmp_path / "valmorin.yaml"
    lines = "".join(f"  {line}\n" for line in text.splitlines()).replace("  ", "- ", 1)
    path.write_text(f"{HEAD}answers:\n  need: avant\n{SAID}proposals:\n{lines}...\n", "utf-8")
    with Store.open(path, METHOD, "lescale") as store:
        found = with_choice(store.project, store.project.proposals[0], METHOD)
        if found is None:
            return None
        store.save(found)
    return load(path, METHOD)


BY_HAND = (
    "at: answers/mission\nvalue: x",
    "at: answers/fear\nvalue: x",
    "at: organisations/ccas/answers/need\nvalue: x",
    "at: organisations/ccas/answers/title-of-it\nvalue: x",
    "at: organisations/nobody/answers/mission\nvalue: x",
    "at: organisations/ccas/since\nvalue: hier",
    "at: organisations/ccas/until\nvalue: [x]",
    "at: organisations/ccas/name\nvalue: ' '",
    "at: organisations/ccas/role\nvalue: {x: y}",
    "at: organisations/ccas/positions/need\nvalue: {word: carries, on: hier}",
    "at: organisations/ccas/positions/need\nvalue: {word: [carries]}",
    "at: answers/need\nstate: {state: under-discussion, by: hier}",
    "at: settings/path\nvalue: [short]",
    "at: title\nvalue: {a: b}",
    "at: ''\nvalue: x",
)


@pytest.mark.parametrize("text", BY_HAND)
def test_what_no_file_could_hold_is_left_to_be_settled_by_hand(tmp_path, text):
    assert chosen(tmp_path, text) is None


def test_a_withdrawal_that_is_chosen_leaves_no_word(tmp_path):
    project = chosen(tmp_path, "at: answers/need\nstate: {state: withdrawn, on: 2026-03-01}")
    assert project.table.answers == {}
    assert project.table.open == {"need": State("withdrawn", on="2026-03-01")}
    assert "avant" not in (tmp_path / "valmorin.yaml").read_text("utf-8")


def test_who_started_before_keeps_what_it_said_as_such(tmp_path):
    project = chosen(tmp_path, "at: initiator\nvalue: ccas")
    assert (project.initiator, project.former) == ("ccas", ("lescale",))
    assert project.organisations["lescale"].block.answers == {"title-of-it": "x"}


@pytest.mark.parametrize("state", ["{state: forgotten}", "{x: y}", "x"])
def test_a_state_unheard_of_is_refused_with_its_line(tmp_path, state):
    with pytest.raises(Unreadable) as refused:
        chosen(tmp_path, f"at: answers/need\nstate: {state}")
    assert [one.line for one in refused.value.problems][:1] == [19]


def test_wordings_wait_under_the_entry_they_are_for(tmp_path):
    chosen(tmp_path, "at: title\nvalue: {a: b}")
    project = load(tmp_path / "valmorin.yaml", METHOD)
    assert [(at, len(found)) for at, found in waiting(project).items()] == [("title", 1)]
