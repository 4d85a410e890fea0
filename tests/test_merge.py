"""`merge`, as people use it: what a partner sends is looked at, taken or left, and can be undone."""

import shutil

import pytest
from terminal import read, reading, words

both = pytest.mark.parametrize("ui", ["fr", "en"])


@pytest.fixture
def shared(project, partnerwiz):
    """L’Escale's project, with the CCAS around the table, once both have said what they are for."""
    partnerwiz("organisation", project, "--add", "le CCAS")
    for organisation, mission in (("lescale", "Accueillir."), ("ccas", "Aider.")):
        done = partnerwiz("answer", project, "--as", organisation, f"mission={mission}")
        assert done.returncode == 0, done.stderr
    return project


@pytest.fixture
def copy(shared, desk, partnerwiz):
    """What the CCAS made of its own copy: its own words, the table's, and another's."""
    path = desk / "chez-le-ccas.yaml"
    shutil.copy(shared, path)
    for seat, said in (
        ("ccas", "mission=Aider mieux."),
        ("ccas", "need=Le besoin vu du CCAS."),
        ("lescale", "mission=Accueillir moins."),
    ):
        assert partnerwiz("answer", path, "--as", seat, said).returncode == 0
    shutil.rmtree(path.with_suffix(".private"))
    return path


def block_of(project, text):
    """A file as a kit gives it back."""
    path = project.with_name("recu.yaml")
    head = "partnerwiz-block: 1\nproject: {id}\norganisation: ccas\nnumber: 9\n"
    path.write_text(head.format(id=read(project)["id"]) + text + "...\n", encoding="utf-8")
    return path


@both
def test_a_partner_s_copy_is_taken_in_its_own_name_and_the_rest_point_by_point(
    sit, shared, copy, partnerwiz, ui
):
    w = reading(ui)
    before = shared.read_bytes()
    t = sit("merge", shared, copy, "--ui", ui).asked(w("De qui vient", "Whose copy"))
    t.presses("down", "enter")
    t.asked(
        w("CCAS, en son propre nom", "CCAS, in its own name"),
        "Aider.", "Aider mieux.",
        w("en son propre nom (CCAS) ?", "in its own name (CCAS)?"),
    )  # fmt: skip
    assert "Accueillir moins" not in t.screen, "a proposal waits for its turn"
    t.types("t").asked(
        w("au nom d’une autre", "in another organisation’s"), "Le besoin vu du CCAS."
    )
    t.types(w("r", "t")).asked("L’Escale", "Accueillir moins.")
    t.presses("enter").ends(0, w("Points repris : 2", "Points taken: 2"))
    said = read(shared)
    assert said["organisations"]["ccas"]["answers"]["mission"] == "Aider mieux."
    assert said["organisations"]["lescale"]["answers"]["mission"] == "Accueillir."
    assert said["answers"]["need"] == "Le besoin vu du CCAS."
    assert partnerwiz("restore", shared).returncode == 0
    assert shared.read_bytes() == before


def test_leaving_half_way_takes_nothing_and_stopping_keeps_what_was_taken(sit, shared, copy):
    before = shared.read_bytes()
    t = sit("merge", shared, copy, "--from", "ccas").asked("Reprendre ce que").types("t")
    t.asked("Le besoin vu du CCAS.").presses("ctrl-c").ends(130, "Rien n’a été repris.")
    assert shared.read_bytes() == before
    t = sit("merge", shared, copy, "--from", "ccas").asked("Reprendre ce que").types("t")
    t.asked("Le besoin vu du CCAS.").types("q").ends(0, "Points repris : 1")
    assert read(shared)["organisations"]["ccas"]["answers"]["mission"] == "Aider mieux."


def test_without_a_terminal_only_its_own_word_is_taken_and_only_with_yes(partnerwiz, shared, copy):
    before = shared.read_bytes()
    done = partnerwiz("merge", shared, copy, "--ui", "en")
    assert (done.returncode, "--from lescale" in done.stderr) == (2, True)
    done = partnerwiz("merge", shared, copy, "--from", "ccas", "--ui", "en")
    assert done.returncode == 2
    assert "Aider mieux." in done.stdout
    assert shared.read_bytes() == before
    done = partnerwiz("merge", shared, copy, "--from", "ccas", "--yes", "--ui", "en")
    assert done.returncode == 0
    assert "Points taken: 1" in done.stdout
    assert "to be looked at one by one: 2" in words(done.stdout)
    after = shared.read_bytes()
    said = read(shared)
    assert said["organisations"]["ccas"]["answers"]["mission"] == "Aider mieux."
    assert said["organisations"]["lescale"]["answers"]["mission"] == "Accueillir."
    assert "need" not in said["answers"]
    done = partnerwiz("merge", shared, copy, "--from", "ccas", "--yes", "--ui", "en")
    assert done.returncode == 0
    assert shared.read_bytes() == after, "the same file twice"


def test_a_withdrawal_that_is_taken_leaves_no_trace_and_says_so(partnerwiz, shared, copy, desk):
    """Nor does `restore` bring the words back; what was taken with it, it does take back."""
    partnerwiz("answer", copy, "--as", "ccas", "seat=2 rue Haute")
    partnerwiz("answer", shared, "--as", "ccas", "mission=CANARI, dit au téléphone")
    partnerwiz("answer", copy, "--as", "ccas", "mission=x")
    assert partnerwiz("forget", copy, "mission", "--as", "ccas", "--yes").returncode == 0
    shutil.rmtree(copy.with_suffix(".private"))
    done = partnerwiz("merge", shared, copy, "--from", "ccas", "--yes", "--ui", "en")
    assert done.returncode == 0, done.stderr
    assert "gone from here for good" in words(done.stdout), "told before it is taken"
    assert "restore will not bring these words back" in words(done.stdout)

    def traces():
        files = (one for one in desk.rglob("*") if one.is_file())
        return [one.name for one in files if b"CANARI" in one.read_bytes()]

    assert traces() == []
    assert read(shared)["organisations"]["ccas"]["answers"] == {"seat": "2 rue Haute"}
    assert partnerwiz("restore", shared).returncode == 0
    assert read(shared)["organisations"]["ccas"]["open"]["mission"]["state"] == "withdrawn"
    assert "seat" not in (read(shared)["organisations"]["ccas"].get("answers") or {})
    assert traces() == []


HOSTILE = {
    "project: other": "another project",
    "organisation: animation": "speak for",
    "answers: &a {}": "anchors",
    "given: {how: own-hand, on: hier}": "date",
}


def test_a_forged_or_damaged_file_leaves_every_file_as_it_was(partnerwiz, shared, desk):
    partnerwiz("answer", shared, "alone-why=CANARI")
    before = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
    for text, told in HOSTILE.items():
        name = text.partition(":")[0]
        path = block_of(shared, "answers:\n  mission: x\n")
        lines = [one for one in path.read_text().splitlines() if not one.startswith(f"{name}:")]
        path.write_text("\n".join([*lines[:1], text, *lines[1:]]), encoding="utf-8")
        done = partnerwiz("merge", shared, path, "--yes", "--ui", "en")
        assert done.returncode == 1, (text, done.stdout)
        assert told in done.stderr
        assert "recu.yaml" in done.stderr
        assert "Traceback" not in done.stderr
        assert "CANARI" not in done.stdout + done.stderr
        path.unlink()
        after = {path: path.read_bytes() for path in desk.rglob("*") if path.is_file()}
        assert after == before


def test_a_private_file_goes_into_its_owner_s_private_file_and_nowhere_else(
    partnerwiz, sit, shared, desk
):
    path = desk / "prive.yaml"
    head = f"partnerwiz: 1\nproject: {read(shared)['id']}\norganisation: lescale\n"
    path.write_text(f"{head}answers:\n  alone: yes\n  alone-why: CANARI\n...\n", encoding="utf-8")
    before = shared.read_bytes()
    done = partnerwiz("merge", shared, path, "--as", "ccas", "--ui", "en")
    assert done.returncode == 1
    assert "private answers" in done.stderr
    assert "CANARI" not in done.stdout + done.stderr
    done = partnerwiz("merge", shared, path, "--yes", "--ui", "en")
    assert (done.returncode, "CANARI" in done.stdout) == (0, False), done.stderr
    own = shared.with_suffix(".private") / "lescale.yaml"
    assert read(own)["answers"]["alone-why"] == "CANARI"
    assert shared.read_bytes() == before
    assert "--private lescale" in " ".join(done.stdout.split())
    partnerwiz("restore", shared, "--private", "lescale")
    assert "CANARI" not in own.read_text()
    t = sit("merge", shared, path).asked("CANARI", "privé").types("t")
    t.ends(0, "Réponses privées reprises : 2")


@both
def test_wordings_that_wait_are_chosen_one_by_one(sit, shared, partnerwiz, ui):
    w = reading(ui)
    text = shared.read_text()
    waiting = (
        "proposals:\n- at: answers/need\n  value: Un toit.\n- at: answers/need\n  value: Du temps.\n"
        "- at: organisations/ccas/name\n  value: CCAS de Valmorin\n- at: future\n  value: x\n"
        "- at: organisations/ccas/positions/need\n  value: {word: cannot, words: Trop tôt.}\n...\n"
    )
    shared.write_text(text.replace("...\n", waiting))
    assert "under-discussion" in partnerwiz("status", shared, "--json").stdout
    t = sit("resume", "--ui", ui).asked(w("attendent un choix : 4", "waiting for a choice: 4"))
    t.presses("ctrl-c").ends(130)
    t = sit("merge", shared, "--ui", ui).asked("Un toit.", "Du temps.", w("Quelle", "Which"))
    t.types("2").asked("CCAS de Valmorin", w("est ici : CCAS", "stands here: CCAS")).types("1")
    t.asked("future").types("1").asked(w("je ne peux pas", "cannot"), "Trop tôt.")
    assert "{" not in t.screen
    t.types("1").ends(0, w("à la main", "by hand"), w("un choix : 1", "a choice: 1"))
    assert read(shared)["organisations"]["ccas"]["positions"]["need"]["word"] == "cannot"
    said = read(shared)
    assert said["answers"]["need"] == "Du temps."
    assert said["organisations"]["ccas"]["name"] == "CCAS de Valmorin"
    assert [one["at"] for one in said["proposals"]] == ["future"]


def test_what_was_noted_by_phone_waits_to_be_read_again(partnerwiz, sit, shared, ask):
    said = ["--as", "ccas", "--received", "phone", "--function", "directrice", "--on", "2026-03-02"]
    done = partnerwiz("answer", shared, "mission=Aider, dit-elle.", *said)
    assert done.returncode == 0
    assert "--as ccas --confirmed" in done.stdout, "who reads it again, and how that is told"
    record = {"answers": ["mission"], "from": "directrice", "how": "phone", "on": "2026-03-02"}
    assert read(shared)["organisations"]["ccas"]["received"] == [record | {"by": "lescale"}]
    done = partnerwiz("answer", shared, "--as", "ccas", "not", "--confirmed", "2026-03-05")
    assert (done.returncode, "mission" in done.stderr) == (1, True)
    assert partnerwiz("answer", shared, "--as", "ccas", "--confirmed", "2026-03-05").returncode == 0
    assert read(shared)["organisations"]["ccas"]["received"][0]["confirmed"] == "2026-03-05"
    t = sit("resume", "--as", "ccas", "--question", "seat", "--received", "paper")
    t.asked(ask("seat")).enters("2 rue Haute").ends(0)
    assert read(shared)["organisations"]["ccas"]["received"][-1]["how"] == "paper"
    assert partnerwiz("answer", shared, "seat=3 rue Haute", "--as", "ccas").returncode == 0
    assert len(read(shared)["organisations"]["ccas"]["received"]) == 1, "its own word"
    done = partnerwiz("answer", shared, "seat=x", "--as", "ccas", "--received", "pigeon")
    assert (done.returncode, "phone" in done.stderr) == (2, True)
    done = partnerwiz("answer", shared, "origin=Un appel.", *said)
    assert (done.returncode, "privée" in done.stderr) == (2, True)
    private = shared.with_suffix(".private")
    assert [one.name for one in private.glob("*.yaml")] == ["lescale.yaml"], "nobody else's"
    done = partnerwiz("answer", shared, "--position", "need=carries", *said)
    assert (done.returncode, "téléphone" in done.stderr) == (2, True), "that would count as a yes"


@both
def test_an_organisation_reads_again_what_was_noted_for_it_one_answer_after_the_other(
    sit, shared, partnerwiz, ask, ui
):
    w = reading(ui)
    said = ["--as", "ccas", "--received", "phone", "--function", "directrice"]
    partnerwiz("answer", shared, "mission=Aider, dit-elle.", "limits-why=Pas le soir.", *said)
    t = sit("resume", "--as", "ccas", "--ui", ui).asked(w("relire les 2", "again the 2 answers"))
    t.types("r").asked(ask("limits-why", ui), w("d’autre l’a écrit", "else wrote"), "directrice")
    t.enters().enters().asked(ask("mission", ui)).types(" Ou presque.").enters().enters()
    t.asked(ask("legal-name", ui)).presses("ctrl-c").ends(130)
    ccas = read(shared)["organisations"]["ccas"]
    assert "received" not in ccas
    assert ccas["answers"]["mission"] == "Aider, dit-elle. Ou presque."
