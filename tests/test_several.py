"""Several organisations, each on its own machine: what is private to one is in no other's files."""

import shutil

import pytest
from terminal import read

ORGANISATIONS = {"lescale": "L’Escale", "ccas": "le CCAS", "tanneurs": "les Tanneurs"}


@pytest.fixture
def machines(desk, partnerwiz, begin):
    """A folder for each, with its copy of the project and a canary among its private answers."""
    names = [ORGANISATIONS["ccas"], ORGANISATIONS["tanneurs"]]
    project = begin("--whole")
    for name in names:
        partnerwiz("organisation", project, "--add", name)
    partnerwiz("answer", project, "need=Un toit.")
    paths = {}
    for one in ORGANISATIONS:
        folder = desk / one
        folder.mkdir()
        paths[one] = folder / "valmorin.yaml"
        shutil.copy(project, paths[one])
        said = [f"mission=Mission, {one}", f"alone-why=CANARI-{one}", f"refusal=CANARI-{one}"]
        done = partnerwiz("answer", paths[one], "--as", one, *said)
        assert done.returncode == 0, done.stderr
    shutil.rmtree(project.with_suffix(".private"))
    project.unlink()
    return paths


def test_copies_kits_and_papers_pass_from_one_to_all_and_no_canary_leaves_its_folder(
    machines, desk, partnerwiz
):
    mine = machines["lescale"]
    told = []

    def run(*words):
        done = partnerwiz(*words)
        told.append((words, done.stdout + done.stderr))
        return done

    for one in ("ccas", "tanneurs"):
        copy = desk / "lescale" / f"de-{one}.yaml"
        shutil.copy(machines[one], copy)
        assert run("merge", mine, copy, "--from", one, "--yes").returncode == 0
        assert read(mine)["organisations"][one]["answers"]["mission"] == f"Mission, {one}"
        run("kit", mine, one, "--whole")
        run("kit", mine, one, "--sheet")
        run("export", mine, "--document", "newcomer", "--organisation", one)
    run(
        "answer",
        machines["ccas"],
        "--as",
        "ccas",
        "--position",
        "need=cannot",
        "--words",
        "Trop tôt.",
    )
    run("merge", mine, machines["ccas"], "--from", "ccas", "--yes")
    for document in ("charter", "positions", "agenda"):
        run("export", mine, "--document", document, "--format", "html", "--format", "md")
    run("status", mine, "--json")
    run("list", desk)
    run("list", desk, "--json")
    run("merge", machines["tanneurs"], mine, "--from", "lescale", "--yes")
    own = desk / "ccas" / "valmorin.private" / "ccas.yaml"
    refused = run("merge", mine, own)
    assert refused.returncode == 1
    for words, output in told:
        assert "CANARI" not in output, words
    for path in desk.parent.rglob("*"):
        if path.is_file() and b"CANARI" in path.read_bytes():
            home = path.relative_to(desk).parts
            assert home[1] == "valmorin.private", path
            seen = set(ORGANISATIONS) - {home[0]}
            assert not any(f"CANARI-{one}".encode() in path.read_bytes() for one in seen), path
