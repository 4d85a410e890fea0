"""A private answer made public by its owner alone: these very words, where they are read, and back."""

import pytest
from scripted import HEAD, ROOT, TABLE, method_of
from terminal import read

from partnerwiz import documents
from partnerwiz.errors import Unreadable
from partnerwiz.project.example import example
from partnerwiz.project.forgetting import take_back
from partnerwiz.project.releasing import to_release, with_released, without_released
from partnerwiz.project.store import Store, load, private_folder

METHOD = method_of(
    """
    - {id: origin, kind: text, private: yes, release: whole}
    - {id: secret, kind: text, private: yes}
    - id: links
      kind: table
      private: yes
      release: rows
      columns: [{id: who, kind: text}, {id: why, kind: text}]
    - id: power
      kind: table
      private: yes
      release: [change]
      columns: [{id: cannot, kind: text}, {id: change, kind: text, optional: yes}]
    """
)
ORIGIN, SECRET, LINKS, POWER = METHOD.questions.values()
LINES = {"r1": {"who": "CCAS", "why": "CANARI un"}, "r2": {"who": "Caf", "why": "deux"}}
CHANGES = {
    "r1": {"cannot": "CANARI attendre", "change": "pas d’avance"},
    "r2": {"cannot": "CANARI refuser"},
}


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "valmorin.yaml"
    path.write_text(HEAD + TABLE + "...\n", encoding="utf-8")
    with Store.open(path, METHOD, "lescale") as store:
        project = store.project
        for question, value in (
            (ORIGIN, "un appel"),
            (SECRET, "CANARI"),
            (LINKS, LINES),
            (POWER, CHANGES),
        ):
            project = project.with_value(question, "lescale", value)
        store.save(project)
    return path


@pytest.mark.parametrize(
    ("question", "row", "words"),
    [
        (ORIGIN, "", "un appel"),
        (SECRET, "", None),
        (LINKS, "r2", {"r2": LINES["r2"]}),
        (LINKS, "", LINES),
        (LINKS, "r9", None),
        (POWER, "", {"r1": {"change": "pas d’avance"}}),
        (POWER, "r2", None),
    ],
    ids=lambda one: getattr(one, "id", None),
)
def test_only_what_the_method_lets_go_becomes_public(path, question, row, words):
    project = load(path, METHOD, "lescale")
    assert to_release(project, question, "lescale", row) == words


def test_what_is_released_is_copied_line_by_line_and_read_back(path):
    with Store.open(path, METHOD, "lescale") as store:
        for question, row in ((ORIGIN, ""), (POWER, ""), (LINKS, "r2")):
            words = to_release(store.project, question, "lescale", row)
            store.save(with_released(store.project, question, "lescale", words))
    released = load(path, METHOD).organisations["lescale"].block.released
    assert released == {
        "origin": "un appel",
        "power": {"r1": {"change": "pas d’avance"}},
        "links": {"r2": LINES["r2"]},
    }
    assert "CANARI" not in path.read_text()
    project = load(path, METHOD, "lescale")
    assert project.private["lescale"].answers["links"] == LINES, "the private answer stays whole"
    both = with_released(project, LINKS, "lescale", {"r1": LINES["r1"]})
    assert set(both.organisations["lescale"].block.released["links"]) == {"r1", "r2"}
    less = without_released(both, LINKS, "lescale", "r1")
    assert less.organisations["lescale"].block.released["links"] == {"r2": LINES["r2"]}


def test_what_is_taken_back_is_public_no_more_even_after_restore(path):
    with Store.open(path, METHOD, "lescale") as store:
        for row in ("r1", "r2"):
            words = to_release(store.project, LINKS, "lescale", row)
            store.save(with_released(store.project, LINKS, "lescale", words))
        take_back(store, LINKS, "r1")
    assert "CANARI" not in path.read_text()
    assert not (private_folder(path) / "_project.previous").exists()
    project = load(path, METHOD, "lescale")
    assert project.organisations["lescale"].block.released == {"links": {"r2": LINES["r2"]}}
    assert project.private["lescale"].answers["links"] == LINES


# as a command


@pytest.fixture
def told(project, partnerwiz):
    row = ("power/r1/cannot=wait", "power/r1/effect=CANARI-4711", "power/r1/change=pas d’avance")
    assert partnerwiz("answer", project, *row, "history=CANARI-4711").returncode == 0
    return project


def test_it_wants_a_yes_and_tells_no_private_word_through_a_pipe(told, partnerwiz):
    before = told.read_bytes()
    asked = partnerwiz("release", told, "power/r1")
    assert asked.returncode == 2
    assert "--yes" in asked.stderr
    assert told.read_bytes() == before
    done = partnerwiz("release", told, "power/r1", "--yes")
    assert done.returncode == 0, done.stderr
    said = "".join(one.stdout + one.stderr for one in (asked, done))
    assert not {"avance", "CANARI"} & set(said.replace("-", " ").split())
    assert read(told)["organisations"]["lescale"]["released"] == {
        "power": {"r1": {"change": "pas d’avance"}}
    }
    charter = partnerwiz("export", told, "--format", "md", "--output", "-").stdout
    head, _, listed = charter.partition("pour que chacun puisse tenir sa place")
    assert "## 6. Nos différences et nos limites" in head
    assert listed.splitlines()[2] == "- **L’Escale** – pas d’avance"
    assert "CANARI" not in charter + told.read_text()
    back = partnerwiz("release", told, "power", "--take-back", "--yes")
    assert back.returncode == 0
    assert "avance" not in told.read_text()
    assert "tenir sa place" not in partnerwiz("export", told, "--output", "-").stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("history",), 1),  # private for good
        (("mission",), 1),  # shared already
        (("origin/r1",), 2),  # whole or not at all
        (("power/r9",), 1),
        (("power", "--as", "animation"), 1),
        (("power", "--as", "ccas"), 1),
        (("powr",), 2),
        (("power", "--take-back"), 1),  # nothing is public
    ],
)
def test_what_cannot_be_released_is_refused(told, partnerwiz, words, code):
    partnerwiz("organisation", told, "--add", "le CCAS")
    before = told.read_bytes()
    refused = partnerwiz("release", told, *words, "--yes")
    assert (refused.returncode, bool(refused.stderr.strip())) == (code, True)
    assert "CANARI" not in refused.stdout + refused.stderr
    assert told.read_bytes() == before


def test_its_owner_sees_the_very_words_and_says_yes(told, sit):
    t = sit("release", told.name, "power/r1", "--ui", "fr")
    t.asked("pas d’avance", "Les rendre publics")
    assert "CANARI" not in t.everything
    t.types("n").enters().ends(0, "Rien n’a été modifié")
    assert "released" not in told.read_text()


def test_a_template_reads_what_was_released_and_nothing_else_private(method, tmp_path):
    of = example(ROOT / "examples" / "fr", method, short=False)
    rows = of.private["lescale"].answers["power"]
    public = {"financement": {"change": rows["financement"]["change"]}}
    of = of.with_block("lescale", released={"power": public})
    template = tmp_path / "mine.md"
    template.write_text(
        "{% for org in releasers('power') %}{{ org.name }} : {% for one in released('power', org) %}"
        "{{ one.change }}{{ one.effect }}{% endfor %}{% endfor %}\n"
    )
    text = documents.write(documents.filled(template, of, method, "fr"), "md")
    assert text == "L’Escale\u00a0: le financeur n’assiste pas à l’évaluation du travail commun\n"
    for wrong in (
        "released('objections', 'lescale')",
        "released('x', 'ccas')",
        "releasers('need')",
    ):
        template.write_text(f"{{{{ {wrong} }}}}")
        with pytest.raises(Unreadable):
            documents.filled(template, of, method, "fr")
