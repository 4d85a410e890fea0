"""What belongs to one organisation stays in its folder, and nothing hostile gets out of a text."""

import stat

import pytest
from terminal import read, words

SEATS = "valmorin.private"


def canary(question):
    return f"CANARI-{question}"


def private_answers(method):
    """A canary in every private question of the method, in every cell that takes words."""
    lines = []
    for question in method:
        if not question.private:
            continue
        mark, key = canary(question.id), f"  {question.id}:"
        match question.kind:
            case "text" | "long-text":
                lines.append(f"{key} {mark} et la suite")
            case "list":
                lines += [key, f"    r1: {mark}", f"    r2: {mark} encore"]
            case "choices":
                lines += [key, f"    - other: {mark}"]
            case "table":
                lines += [key, "    r1:"]
                lines += [f"      {one.id}: {_cell(one, mark)}" for one in question.columns]
            case "yes-no":
                lines.append(f"{key} no")
            case kind:
                pytest.fail(f"no canary for a private {kind}")
    return "\n".join(lines)


def _cell(column, mark):
    if column.kind in ("choice", "yes-no"):
        return next(iter(column.options), "no")
    return f"{{other: {mark}}}" if column.kind == "organisation" else mark


@pytest.fixture
def told(project, method):
    """A project of two organisations in which L’Escale has answered all that is private."""
    text = project.read_text().replace("path: short", "path: whole")
    said = "    answers:\n      observation: Sans toit.\n      mission: Accueillir.\n"
    ccas = "  ccas:\n    name: CCAS\n    article: le\n    role: partner\n    answers: {}\n"
    project.write_text(text.replace("    answers: {}\n", said + ccas))
    own = project.parent / SEATS / "lescale.yaml"
    open_ = (
        f"open:\n  alone: {{state: unknown-yet, who: {canary('who')}, note: {canary('note')}}}\n"
    )
    own.write_text(
        own.read_text().replace("answers: {}\n", f"answers:\n{private_answers(method)}\n{open_}")
    )
    return project


def leaks(folder, *outputs):
    """Where a canary stands that should not: in an output, or in a file outside the private
    folders, of the whole world of this test.
    """
    found = [text for text in outputs if "CANARI" in text]
    for path in folder.parent.rglob("*"):
        private = any(one.suffix == ".private" for one in (path, *path.parents))
        inside = path.is_file() and not private and b"CANARI" in path.read_bytes()
        if inside or "CANARI" in path.name:
            found.append(path)
    return found


def test_the_canaries_sit_in_every_private_question_and_only_their_owner_sees_them(
    sit, told, method, ask
):
    """So that what follows can fail: they are read, and shown on the owner's own terminal."""
    private = [one for one in method if one.private]
    steps = {one.step for one in private}
    assert steps >= {"need", "internal-diagnosis", "working-model", "identity", "openness"}
    assert steps >= {"proposal", "internal-negotiation", "partners", "differences", "action"}
    for name in ("history", "motives", "links"):
        t = sit("resume", "--question", name).asked(ask(name), canary(name))
        t.presses("ctrl-c").ends(130)
    assert canary("who") in sit("status").ends(0).everything
    assert leaks(told.parent) == []


EVERY_COMMAND = (
    ("status",),
    ("status", "--json"),
    ("status", "--as", "lescale"),
    ("status", "--as", "animation"),
    ("export",),
    ("export", "--format", "md", "--format", "html", "--lang", "en"),
    ("export", "--format", "md", "--output", "-"),
    ("export", "--format", "html", "--output", "-"),
    ("export", "--document", "newcomer", "--organisation", "lescale"),
    ("release", "valmorin.yaml", "origin"),
    ("release", "valmorin.yaml", "history", "--yes"),
    ("forget", "valmorin.yaml", "history", "--as", "lescale"),
    ("forget", "valmorin.yaml", "--organisation", "lescale"),
    ("organisation", "valmorin.yaml", "lescale"),
    ("organisation", "valmorin.yaml", "ccas", "--role", "associate"),
    ("answer", "valmorin.yaml", "--as", "lescale", "mission=Accueillir le jour."),
    ("answer", "valmorin.yaml", "--as", "lescale", "alone=peut-être", "origin=x", "motives=x"),
    ("answer", "valmorin.yaml", "--as", "lescale", "motives/r1/may-be-said=x", "links/r1/link=x"),
    ("answer", "valmorin.yaml", "--as", "lescale", "costs/r1=", "costs/r9/x=", "history/x=1"),
    ("answer", "valmorin.yaml", "--as", "lescale", "history="),
    ("answer", "valmorin.yaml", "--as", "ccas", "history=À nous."),
    ("answer", "valmorin.yaml", "--as", "animation", "history=x"),
    ("resume", "--as", "lescale"),
    ("resume", "--as", "lescale", "--unanswered", "--step", "1"),
    ("resume", "--as", "ccas"),
    ("resume", "--as", "animation", "--question", "history"),
    ("restore",),
    ("restore", "--private", "lescale"),
    ("steps",),
)


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=" ".join)
def test_no_command_lets_a_private_answer_out(partnerwiz, told, command):
    own = told.parent / SEATS / "lescale.yaml"
    if command[0] == "restore":  # there must have been a version before this one
        assert partnerwiz("answer", told, "--as", "lescale", "seat=x", "alone=no").returncode == 0
    done = partnerwiz(*command)
    assert done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert leaks(told.parent, done.stdout, done.stderr) == []
    assert b"CANARI" in own.read_bytes(), "it is still there to be let out"


def test_no_other_seat_is_shown_what_is_private(sit, told, ask):
    t = sit("resume", "--as", "ccas").home().asked("CCAS", ask("observation"))
    t.enters("Vu du CCAS.").enters().asked(ask("people")).menu("s  sans objet")
    t.asked(ask("evidence")).types("v").asked(ask("limits")).types(" ").enters()
    t.asked(ask("limits-why")).enters("x").enters()
    t.asked("privé : cette réponse reste chez le CCAS", ask("alone")).types("o")
    t.asked(ask("alone-why")).presses("ctrl-c").ends(130)
    facilitated = sit("resume", "--as", "animation", "--step", "1").asked(ask("people"))
    facilitated.menu("q  quitter").ends(0)
    shared = sit("resume", "--as", "animation", "--question", "existing").asked(ask("existing"))
    shared.presses("ctrl-c").ends(130)
    status = [sit("status", "--as", one).ends(0).everything for one in ("ccas", "animation")]
    others = [one.everything for one in (t, facilitated, shared)]
    assert leaks(told.parent, *others, *status) == []
    assert "capacité d’agir seuls" not in status[1], "not even that there is such an answer"


DAMAGE = {
    "cut short": lambda text: text[: text.rindex("CANARI-") + 12],
    "a quote never closed": lambda text: text.replace("history: ", 'history: "'),
    "a quote in the midst": lambda text: text.replace("alone-why: C", 'alone-why: "C" C'),
    "a key given twice": lambda text: text.replace("  alone-why:", "  history:"),
    "a tab": lambda text: text.replace("  history:", "\thistory:"),
    "a line not aligned": lambda text: text.replace("  history:", " history:"),
    "a colon in the text": lambda text: text.replace("et la suite", "le but : tout", 1),
    "an alias": lambda text: text.replace("history: ", "history: *"),
    "an anchor": lambda text: text.replace("history: ", "history: &"),
    "a tag": lambda text: text.replace("history: ", "history: !"),
    "a list for a text": lambda text: text.replace("history: ", "history: - "),
    "a slip in a key": lambda text: text.replace("  history:", "  histori:"),
    "an answer where its state stands": lambda text: text.replace("unknown-yet", canary("state")),
    "an answer for a date": lambda text: text.replace("note: ", f"by: {canary('by')}, note: "),
    "an answer for a key": lambda text: text.replace("  history:", f"  ? [{canary('key')}]\n  :"),
    "a control character": lambda text: text.replace("et la suite", "\x01", 1),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_private_file_is_told_without_what_is_in_it(sit, partnerwiz, told, damage):
    own = told.parent / SEATS / "lescale.yaml"
    before = own.read_text()
    own.write_text(DAMAGE[damage](before))
    assert own.read_text() != before
    done = partnerwiz("answer", told.name, "--as", "lescale", "mission=x")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{SEATS}/lescale.yaml" in done.stderr
    screens = []
    if damage in ("cut short", "an alias"):
        screens.append(sit("resume").ends(1, "lescale.yaml").everything)
        screens.append(sit("status").ends(1, "lescale.yaml").everything)
        others = [partnerwiz(one) for one in ("status", "export")]
        assert [one.returncode for one in others] == [0, 0], "what is shared needs nobody's folder"
        screens += [one.stdout + one.stderr for one in others]
    assert "Traceback" not in done.stderr + "".join(screens)
    assert leaks(told.parent, done.stderr, *screens) == []


def test_a_damaged_project_is_told_without_what_is_private(sit, partnerwiz, told):
    told.write_text(told.read_text().replace("title: Pass", 'title: "Pass'))
    screens = [sit("resume").ends(1).everything, sit("status").ends(1).everything]
    outputs = [
        partnerwiz(*one) for one in EVERY_COMMAND if one[0] in ("status", "export", "answer")
    ]
    assert {one.returncode for one in outputs} == {1}
    assert leaks(told.parent, *screens, *(one.stdout + one.stderr for one in outputs)) == []


def test_a_private_answer_put_into_the_project_by_hand_is_refused_and_not_repeated(
    partnerwiz, project
):
    text = project.read_text().replace("    answers: {}", "    answers:\n      history: CANARI")
    project.write_text(text)
    for command in (("status",), ("export",), ("answer", project, "mission=x"), ("resume",)):
        done = partnerwiz(*command)
        assert done.returncode == 1
        assert "« history » est une réponse privée" in words(done.stderr)
        assert "CANARI" not in done.stderr


@pytest.mark.parametrize("umask", [0o000, 0o022], ids=oct)
def test_files_are_closed_to_others_from_the_start(sit, desk, partnerwiz, ask, umask):
    created = partnerwiz(
        "new", "valmorin.yaml", "--title", "P", "--organisation", "L’Escale", "--lang", "fr",
        "--whole", umask=umask,
    )  # fmt: skip
    assert created.returncode == 0
    t = sit("resume", umask=umask).home().asked().enters("Sans toit.").enters().asked(ask("people"))
    modes = {
        path.relative_to(desk).as_posix(): oct(stat.S_IMODE(path.stat().st_mode))
        for path in desk.rglob("*")
    }
    t.menu("q  quitter").ends(0)
    partnerwiz("answer", "valmorin.yaml", "history=x", "alone=no", umask=umask)
    partnerwiz("export", umask=umask)
    partnerwiz("restore", umask=umask)
    modes |= {
        path.relative_to(desk).as_posix(): oct(stat.S_IMODE(path.stat().st_mode))
        for path in desk.rglob("*")
    }
    assert modes.pop(SEATS) == "0o700"
    assert set(modes.values()) == {"0o600"}, modes
    assert {"valmorin.yaml", f"{SEATS}/lescale.yaml", "valmorin-charter.fr.html"} <= set(modes)
    assert (desk / SEATS / ".gitignore").read_text() == "*\n"


# What is pasted


HOSTILE = "4 rue\x1b[31m rouge\x1b]0;titre\x07 \u202eedom\u2066 \u200bdu\x9b2J \x00Pont\x7f"


def raw_on(t, *characters):
    return [one for one in characters if one.encode() in t.raw]


def test_three_pasted_lines_are_one_answer_and_nothing_that_acts_unseen_gets_in(sit, project, ask):
    t = sit("resume", "--step", "4").asked(ask("legal-name"))
    t.pastes("L’Escale\nà Valmorin\r\ndepuis 1998\r").sees("depuis 1998")
    t.enters().asked(ask("service")).pastes(HOSTILE).sees("Pont").enters()
    t.asked(ask("legal-form")).menu("q  quitter").ends(0)
    said = read(project)["organisations"]["lescale"]["answers"]
    assert said["legal-name"] == "L’Escale à Valmorin depuis 1998"
    assert said["service"] == "4 rue[31m rouge]0;titre edom du2J Pont"
    assert raw_on(t, "\u202e", "\u2066", "\u200b", "\x9b", "\x00", "\x1b]0;") == []

    t = sit("resume", "--question", "mission").asked(ask("mission"))
    t.pastes("Un.\r\n\r\nDeux \x1b[2J.\n\n\nTrois.").sees("Trois.").enters().enters().ends(0)
    mission = read(project)["organisations"]["lescale"]["answers"]["mission"]
    assert mission == "Un.\n\nDeux [2J.\n\n\nTrois."
    t = (
        sit("resume", "--question", "heard")
        .talks()
        .asked(ask("heard"))
        .pastes("2\r\n2\r\nq")
        .presses("down")
    )
    t.enters().reads_back().ends(0)  # nothing to write there: a paste chooses nothing
    assert read(project)["answers"]["heard"] == "group"

    t = sit("resume", "--plain", "--question", "seat").asked(ask("seat")).enters("1 \u202equai\x9b")
    t.ends(0)
    assert read(project)["organisations"]["lescale"]["answers"]["seat"] == "1 quai"


def test_three_lines_pasted_without_brackets_answer_one_question_at_most(sit, project, ask):
    t = sit("resume", "--step", "4").asked(ask("legal-name")).keys("un\rdeux\rtrois\r")
    t.sees(ask("service")).asked().presses("ctrl-c").ends(130)
    answers = read(project)["organisations"]["lescale"]["answers"]
    assert answers == {"legal-name": "un deux trois"}


def test_what_acts_unseen_in_a_file_is_shown_as_its_code_and_never_sent_to_the_screen(
    sit, project, ask
):
    text = project.read_text().replace(
        "title: Passerelle 18-25", 'title: "P\\u202Easserelle 18-25"'
    )
    text = text.replace("name: L’Escale", 'name: "L\\u202EEscale\\e]0;x\\a"')
    text = text.replace(
        "    answers: {}", '    answers:\n      seat: "4 rue \\u202Edu \\e[31mPont"'
    )
    project.write_text(text)
    t = sit("resume", "--question", "seat").asked(ask("seat"), "\\u202e", "\\u001b")
    t.enters().ends(0)
    assert read(project)["organisations"]["lescale"]["answers"]["seat"] == "4 rue du [31mPont"
    (project.parent / SEATS / "lescale.yaml").unlink()
    seat = sit("resume").asked("Au nom de qui").presses("ctrl-c").ends(130)
    for one in (t, seat, sit("status").ends(0)):
        assert raw_on(one, "\u202e", "\x1b]0;", "\x07") == []
