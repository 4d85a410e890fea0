"""The kit in a real browser, opened from a file: filled in with the keyboard alone, given back, read."""

import os
import re
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from scripted import ROOT, project_of
from test_kit import ANSWERS, EVIL, RECEIVED, kit_of, ours  # noqa: F401 - a fixture

from partnerwiz import documents
from partnerwiz.documents.kit_page import page as page_of
from partnerwiz.method.kinds import check
from partnerwiz.project.example import example
from partnerwiz.project.model import fingerprint
from partnerwiz.project.reading import read_private
from partnerwiz.words import LANGUAGES, say
from partnerwiz.yamlfile import compose, plain

both = pytest.mark.parametrize("language", LANGUAGES)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
CANARY = "CANARI-peur"
TODAY = datetime.now().astimezone().date().isoformat()


@pytest.fixture(scope="module")
def browser():
    """The Chromium of the system: none is downloaded."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None and os.environ.get("PARTNERWIZ_BROWSER") == "must":
        pytest.fail(f"none of {', '.join(BROWSERS)} is installed")
    if found is None:
        pytest.skip("no Chromium here: the page is not tried in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def context(browser):
    """One person's browser: what it keeps, it keeps until the end of the test."""
    made = browser.new_context(viewport={"width": 1200, "height": 900})
    yield made
    made.close()


STOPS = """
(selector) => {
  const now = document.activeElement;
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one, at, all) => {
      if (one.type !== 'radio') return true;
      const group = all.filter((other) => other.type === 'radio' && other.name === one.name);
      return one === (group.find((other) => other.checked) ?? group[0]);
    });
  const from = now === document.body ? -1 : stops.findLastIndex((one) => one === now || now.compareDocumentPosition(one) & 2);
  const to = stops.findIndex((one, at) => at > from && one.matches(selector));
  return to < 0 ? stops.findLastIndex((one) => one.matches(selector)) - from - !stops.includes(now) : to - from;
}
"""
"""How many times to press Tab; if it is less than none, with Shift. A group of radio buttons is one stop."""


class Desk:
    """Someone before the page, with a keyboard and nothing else."""

    def __init__(self, context, path):
        self.page = context.new_page()
        self.requests, self.errors, self.dialogs = [], [], []
        self.page.on("request", lambda one: self.requests.append(one.url))
        self.page.on("pageerror", lambda one: self.errors.append(str(one)))
        self.page.on("console", lambda one: self.errors.append(one.text))
        self.page.on("dialog", self._dialog)
        self.page.goto(path.as_uri())

    def _dialog(self, dialog):
        self.dialogs.append(dialog.type)
        dialog.accept()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, selector):
        """Tab until the focus is there: as often as there are stops on the way."""
        stops = self.page.evaluate(STOPS, selector)
        self.press(*["Tab"] * stops, *["Shift+Tab"] * -stops)
        assert self.page.evaluate("(one) => document.activeElement.matches(one)", selector), (
            selector
        )

    def type(self, selector, text):
        self.to(selector)
        self.press("Control+A")
        self.page.keyboard.type(text)

    def download(self):
        """What the link in focus gives: the name and the text of a file."""
        with self.page.expect_download() as waited:
            self.press("Enter")
        return waited.value.suggested_filename, Path(waited.value.path()).read_text(
            encoding="utf-8"
        )

    def give_back(self):
        self.to("#read-again")
        self.press("Enter")
        assert self.page.evaluate("document.activeElement.id") == "summary"
        return self.page.text_content("#summary")

    def read(self):
        """The block file, read as the program reads files."""
        self.to("#summary a[download]")
        name, text = self.download()
        assert text.endswith("\n...\n")
        return name, plain(compose(text, Path(name)))


@pytest.fixture
def desk_of(context, tmp_path):
    desks = []

    def open_(project, method, language="fr", **how):
        path = tmp_path / f"kit.{language}.html"
        made = kit_of(method, project, language=language, **how)
        path.write_text(page_of(made, "valmorin"), encoding="utf-8")
        desks.append(Desk(context, path))
        return desks[-1]

    yield open_
    for one in desks:
        assert one.errors == []
        assert [
            url for url in one.requests if not url.startswith(("file:", "data:", "blob:"))
        ] == []


def fill_in(desk):
    """Something of every kind, with the keyboard alone."""
    desk.type("#q-mission", 'Instruire : « oui »\u2028\\ "#1", \U0001f600\u200b')
    desk.to("[data-question=seen] .not-now summary")
    desk.press("Enter")
    desk.to("[id='s-seen.unknown-yet']")
    desk.press("ArrowDown", "ArrowDown")
    desk.type("[id='s-seen.who']", "le bureau")
    desk.type("[id='s-seen.by']", "01/06/2026")
    desk.type("#q-cost", "1 200,50")
    desk.type("#q-since", "1/4/2026")
    assert desk.page.is_visible("[data-question=how]")
    desk.to("[id='q-how.soon']")
    desk.press("ArrowDown")
    desk.type("[id='q-how.other.words']", "un jour")
    desk.to("[id='q-limits.place']")
    desk.press("Space")
    desk.type("[id='q-gains.efgh']", "tenir")
    desk.press("Enter")
    desk.page.keyboard.type("durer")
    desk.to("[data-question=team] [data-add]")
    desk.press("Enter")
    desk.page.keyboard.type("une bénévole")
    desk.press("Tab", "ArrowDown", "ArrowDown")  # —, yes, no
    assert desk.page.locator("#q-team [data-column=rate]:visible").count() == 1
    desk.to("[data-question=team] [data-add]")
    desk.press("Enter")
    desk.page.keyboard.type("de trop")
    desk.press("Tab", "Tab")
    assert "3" in desk.page.evaluate("document.activeElement.textContent")
    desk.press("Enter")  # the line is removed
    desk.type("[id='q-hours.night.what']", "veiller")
    desk.to("[id='q-lead.lescale']")
    desk.press("Space")
    desk.to("[id='q-allies.lescale']")
    desk.press("Space")
    desk.type("#q-fear", CANARY)
    desk.to("#q-ties [data-column=organisation] select")
    desk.press("ArrowDown", "ArrowDown", "ArrowDown")  # —, two known, another
    desk.type("#q-ties [data-words]", CANARY)
    desk.to("[data-position=need] summary")
    desk.press("Enter")
    desk.to("[id='p-need.carries']")
    desk.press("ArrowDown")
    desk.type("[id='p-need.words']", "Si le local ouvre.")
    desk.to("[id='p-need.publish']")
    desk.press("Space")
    desk.type("#from", "directrice")


@both
def test_it_is_filled_in_with_the_keyboard_alone_and_gives_back_what_the_program_accepts(
    desk_of,
    ours,  # noqa: F811
    language,
):
    project = project_of(ours, ANSWERS)
    desk = desk_of(project, ours, language, whole=True)
    fill_in(desk)
    told = desk.give_back()
    assert say("kit-will-be-sent", language) in told
    assert say("kit-private-count", language, count=2) in desk.page.inner_text("#private")
    assert CANARY not in told
    name, given = desk.read()
    assert name == "valmorin-ccas.yaml"
    (line,) = given["answers"]["gains"].keys() - {"abcd", "efgh"}
    (row,) = given["answers"]["team"].keys() - {"wxyz"}
    assert all(re.fullmatch("[bcdfghjkmnpqrstvwxz23456789]{4}", key) for key in (line, row))
    stood = {one: project.value(ours.questions[one], "ccas") for one in given["before"]}
    assert stood.keys() == {*given["answers"], *given["open"]}
    assert given.pop("before") == {
        key: "" if value is None else fingerprint(value) for key, value in stood.items()
    }
    assert given == {
        "partnerwiz-block": "1",
        "project": project.id,
        "title": "Passerelle 18-25",
        "organisation": "ccas",
        "number": "7",
        "given": {"from": "directrice", "how": "own-hand", "on": TODAY},
        "answers": {
            "mission": 'Instruire : « oui » \\ "#1", \U0001f600',
            "cost": "1 200,50",
            "since": "2026-04-01",
            "how": {"other": "un jour"},
            "limits": ["time", "place", {"other": "la nuit"}],
            "gains": {"abcd": "rencontrer", "efgh": "tenir", line: "durer"},
            "team": {
                "wxyz": {"who": "une agente", "paid": "yes", "rate": "12.50"},
                row: {"who": "une bénévole", "paid": "no"},
            },
            "hours": {"night": {"what": "veiller"}},
            "lead": "lescale",
            "allies": ["lescale"],
        },
        "open": {"seen": {"state": "under-discussion", "who": "le bureau", "by": "2026-06-01"}},
        "positions": {
            "need": {
                "word": "supports",
                "words": "Si le local ouvre.",
                "of": fingerprint("Un lieu le soir."),
                "on": TODAY,
                "publish": "yes",
            }
        },
    }
    known = project.known("ccas", ours.questions)
    for key, value in given["answers"].items():
        kept = check(ours.questions[key], value, known)
        assert kept == value or key == "cost"

    private = {"fr": "prive", "en": "private"}[language]
    desk.to(f"#private a[download='valmorin-ccas-{private}.yaml']")
    _, text = desk.download()
    read, _ = read_private(text, Path("ccas.yaml"), project, ours)
    (tie,) = read.private["ccas"].answers.pop("ties").values()
    assert read.private["ccas"].answers == {"fear": CANARY}
    assert tie == {"organisation": {"other": CANARY}}


@both
def test_what_a_partner_fills_in_at_home_comes_back_and_reaches_the_charter(
    context, partnerwiz, begin, language
):
    project = begin("--lang", language)
    partnerwiz("organisation", project, "--add", "le CCAS")
    partnerwiz("answer", project, "need=Un toit.")
    said = ["mission=Aider.", "--received", "phone", "--function", "directrice"]
    partnerwiz("answer", project, "--as", "ccas", *said)
    assert partnerwiz("kit", project, "ccas").returncode == 0
    desk = Desk(context, project.with_name(f"valmorin-kit-ccas.{language}.html"))
    desk.type("#q-limits-why", "Nous n’ouvrons pas le soir.")
    desk.to("#c-mission")
    desk.press("Space")
    desk.to("[data-position=need] summary")
    desk.press("Enter")
    desk.to("[id='p-need.carries']")
    desk.press("Space")
    desk.type("#from", "directrice")
    desk.give_back()
    desk.to("#summary a[download]")
    name, text = desk.download()
    assert desk.errors == []
    block = project.with_name(f"recu-{name}")
    block.write_text(text, encoding="utf-8")
    done = partnerwiz("merge", project, block, "--yes")
    assert done.returncode == 0, done.stderr
    kept = plain(compose(project.read_text(encoding="utf-8"), project))["organisations"]["ccas"]
    assert kept["positions"]["need"]["word"] == "carries"
    assert kept["received"][0]["confirmed"] == TODAY
    charter = partnerwiz("export", project, "--format", "md", "--output", "-").stdout
    assert "Nous n’ouvrons pas le soir." in charter
    before = project.read_bytes()
    assert partnerwiz("merge", project, block, "--yes").returncode == 0
    assert project.read_bytes() == before


def test_only_what_was_changed_is_given_back_and_nothing_if_nothing_was(desk_of, ours):  # noqa: F811
    desk = desk_of(project_of(ours, ANSWERS), ours, whole=True)
    assert say("kit-nothing-changed", "fr") in desk.give_back()
    assert desk.page.locator("#give a, #give textarea").count() == 0
    desk.type("#q-fear", CANARY)
    told = desk.give_back()
    assert say("kit-only-private", "fr") in told
    assert CANARY not in told
    assert desk.page.locator("#summary a[download='valmorin-ccas.yaml']").count() == 0


def test_an_answer_noted_on_the_phone_is_read_again_and_confirmed(desk_of, ours):  # noqa: F811
    desk = desk_of(project_of(ours, ANSWERS + RECEIVED[1:]), ours)
    desk.to("[data-confirm]")
    desk.press("Space")
    desk.to("[id='how.own-hand']")
    desk.press("ArrowDown")
    desk.give_back()
    _, given = desk.read()
    assert given["confirmed"] == ["mission"]
    assert given["given"]["how"] == "phone"
    assert "answers" not in given


def test_what_cannot_be_taken_is_told_and_not_given(desk_of, ours):  # noqa: F811
    desk = desk_of(project_of(ours, ANSWERS), ours, whole=True)
    desk.type("#q-mission", " ")
    desk.type("[id='s-size.who']", "")
    desk.press("Shift+Tab", "Enter")  # « Effacer ce choix », and no figure either
    desk.type("#q-since", "31/02/2026")
    assert desk.page.get_attribute("#q-since", "aria-invalid") == "true"
    desk.to("[id='q-limits.other.words']")
    desk.press("Control+A", "Delete")
    told = desk.give_back()
    for key, put in [
        ("cleared", {"label": "mission"}),
        ("cleared", {"label": "size"}),
        ("wrong-date", {"label": "since", "text": "31/02/2026"}),
        ("unsaid", {"label": "limits"}),
    ]:
        assert say(f"kit-{key}", "fr", **put) in told
    assert desk.page.locator("#summary a").count() == 0


def test_a_draft_outlives_the_page_and_can_be_erased(desk_of, ours):  # noqa: F811
    project = project_of(ours, ANSWERS)
    desk = desk_of(project, ours, whole=True)
    desk.type("#q-mission", "Commencé")
    desk.to("[data-question=gains] [data-remove]")
    desk.press("Enter", "Enter")
    desk.page.keyboard.type("un ajout")
    assert say("kit-saved-private", "fr") in desk.page.inner_text("#draft")
    desk.page.close(run_before_unload=True)
    desk = desk_of(project, ours, whole=True)
    assert say("kit-resumed", "fr", on="|").split("|")[1] in desk.page.inner_text("#draft")
    assert desk.page.input_value("#q-mission") == "Commencé"
    desk.give_back()
    _, given = desk.read()
    (line,) = given["answers"]["gains"].keys() - {"efgh"}
    assert given["answers"]["gains"] == {"efgh": "comprendre", line: "un ajout"}

    # a page made since then, when the organisation had said something else
    ccas = project.organisations["ccas"]
    later = replace(ccas, block=replace(ccas.block, number=8))
    desk = desk_of(project.with_organisation(later), ours, whole=True)
    assert desk.page.input_value("#q-mission") == "Instruire"
    desk.to("#take-up")
    desk.press("Enter")
    assert desk.page.input_value("#q-mission") == "Commencé"
    desk.to("#erase")
    with desk.page.expect_navigation():
        desk.press("Enter")
    assert desk.dialogs == ["confirm"]
    assert desk.page.input_value("#q-mission") == "Instruire"
    assert say("kit-erased", "fr") in desk.page.inner_text("#draft")
    assert desk.page.evaluate("localStorage.length") == 0


def test_where_no_draft_can_be_kept_that_is_said_and_leaving_warns(context, desk_of, ours):  # noqa: F811
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    desk = desk_of(project_of(ours, ANSWERS), ours)
    assert say("kit-unsaved", "fr") in desk.page.inner_text("#draft")
    assert not desk.page.is_visible("#erase")
    desk.type("#q-mission", "Commencé")
    with desk.page.expect_event("close"):
        desk.page.close(run_before_unload=True)
    assert desk.dialogs == ["beforeunload"]


def test_without_a_script_it_says_so_and_is_still_read(browser, tmp_path, ours):  # noqa: F811
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    path = tmp_path / "kit.html"
    path.write_text(page_of(kit_of(ours, project_of(ours, ANSWERS), whole=True), "valmorin"))
    page.goto(path.as_uri())
    assert page.inner_text(".no-script") == say("kit-no-script", "fr")
    assert page.is_visible("#q-mission")
    assert not page.is_visible("#read-again")
    context.close()


def test_a_hostile_answer_does_nothing(desk_of, ours):  # noqa: F811
    words = "\n".join(EVIL)
    project = project_of(ours, ANSWERS).with_value(ours.questions["need"], None, words)
    project = project.with_value(ours.questions["seen"], "ccas", words)
    desk = desk_of(replace(project, title=words), ours)
    assert desk.page.locator("img, main script").count() == 0
    assert desk.page.input_value("#q-seen").split() == words.split()
    desk.type("#q-mission", "</script><img src=x onerror=alert(1)>")
    assert "<img src=x" in desk.give_back()
    assert desk.page.locator("img").count() == 0
    assert desk.dialogs == []
    _, given = desk.read()
    assert given["title"] == words


@both
def test_each_control_has_a_name_and_nothing_is_wider_than_a_phone(
    context, desk_of, method, language
):
    project = example(ROOT / "examples" / language, method, short=True)
    desk = desk_of(project, method, language, org=project.initiator, whole=True)
    desk.page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
    )
    tree = context.new_cdp_session(desk.page).send("Accessibility.getFullAXTree")["nodes"]
    controls = {"textbox", "radio", "checkbox", "button", "combobox", "link", "group", "radiogroup"}
    named = [
        (one["role"]["value"], one.get("name", {}).get("value", ""))
        for one in tree
        if not one["ignored"] and one["role"]["value"] in controls
    ]
    assert len([role for role, _ in named if role == "textbox"]) > 100
    assert [role for role, name in named if not name.strip() and role != "group"] == []
    for width in (320, 1200):
        desk.page.set_viewport_size({"width": width, "height": 800})
        assert desk.page.evaluate("document.documentElement.scrollWidth") == width


@both
@pytest.mark.parametrize("name", ["CCAS", "Centre communal d’action sociale " * 12])
def test_the_sheet_is_one_side_of_paper_whatever_the_names(
    browser, tmp_path, method, language, name
):
    project = project_of(method)
    ccas = replace(project.organisations["ccas"], name=name)
    project = replace(project.with_organisation(ccas), title=f"Passerelle 18-25 {name}")
    made = documents.document(
        "sheet", project, method, ROOT / "templates", language, organisation="ccas"
    )
    path = tmp_path / "sheet.html"
    path.write_text(documents.write(made, "html"), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    pdf = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")
    rooms = page.evaluate(
        "[...document.querySelectorAll('.question')].map((one) => one.clientHeight * 25.4 / 96)"
    )
    page.close()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert b"/MediaBox [0 0 594.95996 841.91998]" in pdf, "A4"
    assert len(rooms) == 8
    assert min(rooms) > 15, "millimetres for each point"
