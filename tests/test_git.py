"""Git as the engine for many machines: copies edited at once come together answer by answer."""

import os
import random
import subprocess
from pathlib import Path

import pytest
from scripted import HEAD

from partnerwiz.project.threeway import cells_of, merge_texts
from partnerwiz.yamlfile import compose, plain
from partnerwiz.yamltext import YamlText

FOUR = ("lescale", "ccas", "tanneurs", "mission-locale")
PATH = Path("valmorin.yaml")
BASE = (
    HEAD
    + "settings:\n  path: short\n  language: fr\nanswers: {}\nopen: {}\norganisations:\n"
    + "".join(f"  {one}:\n    name: {one}\n    role: partner\n    answers: {{}}\n" for one in FOUR)
    + "...\n"
)
OWN = ("mission", "observation", "limits-why", "not")


def said(text):
    return cells_of(plain(compose(text, PATH)))


class Clone:
    """One organisation's copy: what it has, and what it last had in common with the others."""

    def __init__(self, organisation, text):
        self.organisation = organisation
        self.text = self.common = text
        self.told = []
        """every wording ever given here, and where"""

    def answer(self, chance):
        """Something of one's own, or of the table: an answer, a line, a state."""
        copy = YamlText(self.text, compose(self.text, PATH))
        words = f"{self.organisation} {chance.random()}"
        kind = chance.choice(["own", "own", "table", "line", "state"])
        at = ("organisations", self.organisation, "answers", chance.choice(OWN))
        if kind == "table":
            at = ("answers", chance.choice(["need", "purpose"]))
        if kind == "line":
            key = f"{self.organisation[0]}{chance.randrange(1000)}"
            rows = plain(compose(self.text, PATH)).get("answers") or {}
            at, words = ("answers", "existing"), {**(rows.get("existing") or {}), key: words}
        if kind == "state":
            at = ("organisations", self.organisation, "open", chance.choice(OWN))
            words = {"state": "unknown-yet", "who": words}
        copy.set(at, words)
        self.text = str(copy)
        self.told.append((kind, at, words))

    def sync(self, central):
        """`git pull && git push`: what all have in common afterwards."""
        if central != self.common:
            self.text = merge_texts(self.common, self.text, central, PATH).text
        self.common = self.text
        return self.text


def overwritten(clone, at, words):
    """Whether the same organisation gave another answer there later."""
    later = [one for one in clone.told if one[1] == at]
    return bool(later) and later[-1][2] != words


@pytest.mark.parametrize("seed", range(200))
def test_four_copies_edited_at_once_converge_and_lose_nothing(seed):
    chance = random.Random(seed)
    central = BASE
    clones = [Clone(one, BASE) for one in FOUR]
    for _ in range(chance.randrange(4, 16)):
        clone = chance.choice(clones)
        if chance.random() < 0.6:
            clone.answer(chance)
        else:
            central = clone.sync(central)
    for clone in [*clones, *clones]:
        central = clone.sync(central)
    everything = str(list(said(central).items()))
    for clone in clones:
        assert said(clone.text) == said(central)
        for kind, at, words in clone.told:
            if kind == "table":
                # another's later word may stand there, if it was given with this one in view
                continue
            if kind == "line":
                assert all(str(one) in everything for one in words.values())
            elif not overwritten(clone, at, words):
                assert str(words) in everything, (seed, at, words)
    assert "<<<<" not in central


# With git itself


@pytest.fixture
def git(desk, environment):
    who = {"GIT_AUTHOR_NAME": "x", "GIT_AUTHOR_EMAIL": "x", "GIT_CONFIG_NOSYSTEM": "1"}
    who |= {"GIT_COMMITTER_NAME": "x", "GIT_COMMITTER_EMAIL": "x"}

    def run(*words, at=desk, check=True):
        done = subprocess.run(
            ["git", *map(str, words)],
            check=False,
            capture_output=True,
            text=True,
            cwd=at,
            env=environment | who,
        )
        assert done.returncode == 0 or not check, done.stderr
        return done

    return run


@pytest.fixture
def cloned(desk, git, partnerwiz):
    """Clones of a bare repository that holds the project, each with the driver."""

    def clone(*organisations):
        bare = desk.parent / "bare.git"
        git("init", "-q", "-b", "main", "--bare", bare)
        clones = {one: desk / one for one in organisations}
        first = None
        for folder in clones.values():
            git("clone", "-q", bare, folder)
            if first is None:
                (folder / PATH).write_text(BASE, encoding="utf-8")
            done = partnerwiz("merge-driver", "--install", cwd=folder)
            assert done.returncode == 0, done.stderr
            if first is None:
                git("add", "-A", at=folder)
                git("commit", "-qm", "début", at=folder)
                git("push", "-q", "origin", "main", at=folder)
            first = folder
        return clones

    return clone


def pull(git, folder):
    done = git("pull", "-q", "--no-rebase", "--no-edit", at=folder)
    git("push", "-q", "origin", "main", at=folder)
    return done


def test_four_organisations_on_four_clones_edit_at_once_and_converge(cloned, git, partnerwiz):
    four = cloned(*FOUR)
    for one, folder in four.items():
        words = [f"mission=Mission de {one}", f"need=Besoin vu par {one}"]
        assert partnerwiz("answer", PATH, "--as", one, *words, cwd=folder).returncode == 0
        git("commit", "-qam", one, at=folder)
    for _ in range(2):
        for folder in four.values():
            pull(git, folder)
    texts = {(folder / PATH).read_text(encoding="utf-8") for folder in four.values()}
    assert len(texts) == 1
    text = texts.pop()
    assert "<<<<" not in text
    for one in FOUR:
        assert f"mission: Mission de {one}" in text
        assert f"value: Besoin vu par {one}" in text
    assert git("status", "--porcelain", at=four["ccas"]).stdout == "", "no private folder either"
    done = partnerwiz("merge", PATH, "--ui", "en", cwd=four["ccas"])
    assert done.returncode == 2
    assert "Wordings waiting for a choice: 1" in done.stdout


def test_a_withdrawal_that_git_brings_in_says_what_this_machine_still_keeps(
    cloned, git, partnerwiz
):
    """The driver sees three files, not the private folder: the person erases that, told how."""
    mine, theirs = cloned("lescale", "ccas").values()
    assert partnerwiz("answer", PATH, "--as", "ccas", "mission=CANARI", cwd=theirs).returncode == 0
    git("commit", "-qam", "x", at=theirs)
    git("push", "-q", at=theirs)
    git("pull", "-q", at=mine)
    assert partnerwiz("answer", PATH, "--as", "ccas", "mission=CANARI 2", cwd=mine).returncode == 0
    git("commit", "-qam", "x", at=mine)
    assert (
        partnerwiz("forget", PATH, "mission", "--as", "ccas", "--yes", cwd=theirs).returncode == 0
    )
    git("commit", "-qam", "x", at=theirs)
    git("push", "-q", at=theirs)
    told = git("pull", "--no-rebase", "--no-edit", at=mine).stderr
    assert "partnerwiz forget valmorin.yaml mission --as ccas" in told
    assert "CANARI" not in told + (mine / PATH).read_text(encoding="utf-8")
    kept = (mine / PATH).with_suffix(".private")
    assert any("CANARI" in one.read_text() for one in kept.iterdir())
    assert partnerwiz("forget", PATH, "mission", "--as", "ccas", "--yes", cwd=mine).returncode == 0
    assert not any("CANARI" in one.read_text() for one in kept.iterdir())


def test_a_copy_with_a_mistake_keeps_mine_and_says_which_line(cloned, git):
    mine, theirs = cloned("lescale", "ccas").values()
    text = (theirs / PATH).read_text(encoding="utf-8")
    (theirs / PATH).write_text(text.replace("title: ", "title: &x "), encoding="utf-8")
    git("commit", "-qam", "x", at=theirs)
    git("push", "-q", at=theirs)
    (mine / PATH).write_text(text.replace("18-25", "18-30"), encoding="utf-8")
    git("commit", "-qam", "x", at=mine)
    done = git("pull", "-q", "--no-rebase", at=mine, check=False)
    assert done.returncode != 0
    assert "valmorin.yaml:3: " in done.stderr
    assert "18-30" in (mine / PATH).read_text(encoding="utf-8")
    assert "<<<<" not in (mine / PATH).read_text(encoding="utf-8")


def test_another_yaml_file_is_merged_as_git_does_by_itself(cloned, git):
    mine, theirs = cloned("lescale", "ccas").values()
    (mine / "autre.yaml").write_text("a: 1\nb: 1\nc: 1\nd: 1\ne: 1\n")
    git("add", "-A", at=mine)
    git("commit", "-qm", "x", at=mine)
    git("push", "-q", at=mine)
    git("pull", "-q", at=theirs)
    for folder, old, new in ((mine, "a: 1", "a: 2"), (theirs, "e: 1", "e: 3")):
        (folder / "autre.yaml").write_text((folder / "autre.yaml").read_text().replace(old, new))
        git("commit", "-qam", "x", at=folder)
    git("push", "-q", at=theirs)
    git("pull", "-q", "--no-rebase", "--no-edit", at=mine)
    assert (mine / "autre.yaml").read_text() == "a: 2\nb: 1\nc: 1\nd: 1\ne: 3\n"


def test_installing_twice_changes_nothing_and_outside_git_is_told(cloned, desk, partnerwiz):
    folder = cloned("lescale")["lescale"]
    before = (folder / ".gitattributes").read_bytes()
    assert partnerwiz("merge-driver", "--install", cwd=folder).returncode == 0
    assert (folder / ".gitattributes").read_bytes() == before
    done = partnerwiz("merge-driver", "--install", cwd=desk.parent / "home")
    assert (done.returncode, "git init" in done.stderr) == (1, True)


@pytest.mark.skipif(not os.environ.get("PARTNERWIZ_LONG"), reason="some minutes: PARTNERWIZ_LONG=1")
def test_two_hundred_interleavings_with_git_itself(cloned, git):
    four = cloned(*FOUR)
    chance = random.Random(7)
    clones = {one: Clone(one, BASE) for one in FOUR}
    for _ in range(200):
        one = chance.choice(FOUR)
        folder = four[one]
        clones[one].text = (folder / PATH).read_text(encoding="utf-8")
        if chance.random() < 0.6:
            clones[one].answer(chance)
            (folder / PATH).write_text(clones[one].text, encoding="utf-8")
            git("commit", "-qam", "x", at=folder)
        else:
            pull(git, folder)
    for _ in range(2):
        for folder in four.values():
            pull(git, folder)
    texts = {(folder / PATH).read_text(encoding="utf-8") for folder in four.values()}
    assert len(texts) == 1
    everything = str(said(texts.pop()))
    for clone in clones.values():
        for kind, at, words in clone.told:
            if kind == "line":
                assert all(str(one) in everything for one in words.values())
            elif kind != "table" and not overwritten(clone, at, words):
                assert str(words) in everything
