"""What is on disk at every moment: whole files, in an order that a power cut cannot break, and every
confirmed answer.
"""

import contextlib
import errno
import itertools
import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from scripted import HEAD, TABLE, method_of, project_of
from test_yamltext import NASTY

from partnerwiz.errors import PartnerwizError, Unreadable
from partnerwiz.project import durable
from partnerwiz.project.durable import ChangedOutsideError
from partnerwiz.project.exports import write_export
from partnerwiz.project.model import State
from partnerwiz.project.reading import read_private, read_project
from partnerwiz.project.store import Store, load, private_folder, restore, seats_here
from partnerwiz.sitting.opening import with_organisations

METHOD = method_of(
    """
    - {id: need, kind: long-text}
    - {id: gains, kind: list}
    - {id: fear, kind: long-text, private: yes}
    """,
    """
    by: together
    questions:
      - {id: end-date, kind: date}
      - {id: note, kind: long-text}
    """,
)
NEED, GAINS, FEAR = (METHOD.questions[one] for one in ("need", "gains", "fear"))
NOTE = METHOD.questions["note"]
START = project_of(METHOD)


@pytest.fixture
def path(tmp_path):
    """A project whose file came from elsewhere: nothing beside it yet."""
    path = tmp_path / "valmorin.yaml"
    path.write_text("# à la main\n" + HEAD + TABLE + "...\n", encoding="utf-8")
    return path


def noted(project, text, question=NOTE, voice=None):
    return project.with_value(question, voice, text)


def said(path, seat=None):
    """What a fresh reading finds: what was said together, by L’Escale, and in private."""
    project = load(path, METHOD, seat)
    private = project.private.get(seat)
    return (
        dict(project.table.answers),
        dict(project.organisations["lescale"].block.answers),
        dict(private.answers) if private else {},
    )


def parts(path):
    """Whatever a save leaves behind when it is cut off."""
    return [one.name for one in path.parent.rglob("*.part")]


# What is saved is read back


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_project_is_read_back_equal_with_the_nastiest_texts_in_all_its_places(path, newline):
    path.write_bytes(path.read_bytes().replace(b"\n", newline.encode()))
    fit = [text for text in NASTY if not any(c in text for c in "\x1b\x7f\x85\u2028\ufeff")]
    fit = [text for text in fit if text.strip()]
    with Store.open(path, METHOD, "lescale") as store:
        for text in fit:
            project = noted(store.project, text)
            project = noted(project, text, NEED, "lescale")
            project = noted(project, text, FEAR, "lescale")
            line = text.replace("\n", " ")
            project = noted(project, {"k1": line, "k2": "fin"}, GAINS, "ccas")
            project = project.with_state(GAINS, "lescale", State("unknown-yet", who=line))
            store.save(project)
            assert load(path, METHOD, "lescale") == store.project == project
    assert path.read_bytes().startswith(b"# \xc3\xa0 la main")
    assert path.read_bytes().count(b"\r\n") == (
        path.read_bytes().count(b"\n") if newline != "\n" else 0
    )


def test_a_new_project_is_its_own_file_and_folder_closed_to_others(tmp_path):
    path = tmp_path / "valmorin.yaml"
    before = os.umask(0)
    try:
        with Store.create(path, METHOD, "lescale", START) as store:
            store.save(noted(store.project, "a", FEAR, "lescale"))
            store.save(noted(store.project, "a"))
            store.save(noted(store.project, "b"))
            store.save(noted(store.project, "b", FEAR, "lescale"))
    finally:
        os.umask(before)
    folder = private_folder(path)
    modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert set(modes.values()) == {0o600}, modes
    assert (folder / ".gitignore").read_text() == "*\n"
    assert load(path, METHOD, "lescale") == store.project
    assert seats_here(path) == ["lescale"]


def test_a_new_project_never_stands_over_another_file(path, tmp_path):
    before = path.read_bytes()
    link = tmp_path / "lien.yaml"
    link.symlink_to(tmp_path / "absent")
    for target in (path, link):
        with (
            pytest.raises(PartnerwizError, match="exists-already"),
            Store.create(target, METHOD, "lescale", START),
        ):
            raise AssertionError
    assert path.read_bytes() == before


@pytest.mark.parametrize("mode", [0o640, 0o660, 0o600, 0o644])
def test_the_mode_of_a_file_is_kept(path, mode):
    path.chmod(mode)
    with Store.open(path, METHOD, "lescale") as store:
        store.save(noted(store.project, "a"))
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_project_behind_a_link_is_written_where_it_is_and_the_link_stays(path, tmp_path):
    (tmp_path / "bureau").mkdir()
    link = tmp_path / "bureau" / "raccourci.yaml"
    link.symlink_to(path)
    with Store.open(link, METHOD, "lescale") as store:
        store.save(noted(store.project, "a"))
    assert link.is_symlink()
    assert said(path)[0] == {"note": "a"}
    assert private_folder(link) == path.with_suffix(".private")
    assert list((tmp_path / "bureau").iterdir()) == [link]


def test_the_history_keeps_every_change_with_what_was_there_before(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.claim()
        store.save(noted(store.project, "a"))
        store.save(noted(store.project, "b"))
    lines = (private_folder(path) / "lescale.history").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    assert [(one["was"], one["now"]) for one in told if one.get("path") == ["answers", "note"]] == [
        (None, "a"),
        ("a", "b"),
    ]


# The version before, edits from outside, one writer at a time


def test_the_version_before_opens_after_every_save_and_comes_back_and_goes_again(path):
    with Store.open(path, METHOD, "lescale") as store:
        for number in range(12):
            before = path.read_bytes()
            store.save(noted(store.project, f"{number}"))
            kept = (private_folder(path) / "_project.previous").read_bytes()
            assert kept == before
            read_project(kept.decode(), path, METHOD)
    assert said(path)[0] == {"note": "11"}
    restore(path)
    assert said(path)[0] == {"note": "10"}
    restore(path)
    assert said(path)[0] == {"note": "11"}
    path.write_bytes(b"\x00 damaged")
    restore(path)
    assert said(path)[0] == {"note": "11"} or said(path)[0] == {"note": "10"}


def test_a_file_that_is_gone_or_damaged_is_brought_back(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(noted(store.project, "a"))
        store.save(noted(store.project, "b"))
    path.unlink()
    restore(path)
    assert said(path)[0] == {"note": "a"}
    path.write_bytes(b"\x00")
    restore(path)
    assert said(path)[0] == {"note": "a"}


def test_where_nothing_was_kept_restoring_says_so_and_touches_nothing(path):
    before = path.read_bytes()
    for seat in (None, "lescale"):
        with pytest.raises(PartnerwizError, match="no-previous"):
            restore(path, seat)
    assert path.read_bytes() == before


def test_a_private_file_has_its_own_version_before(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(noted(store.project, "a", FEAR, "lescale"))
        store.save(noted(store.project, "b", FEAR, "lescale"))
        store.save(noted(store.project, "z"))
    restore(path, "lescale")
    assert said(path, "lescale") == ({"note": "z"}, {}, {"fear": "a"})


@pytest.mark.parametrize("name", ["Project", "Projet", "Lock", "Exports", "_project", ".history"])
def test_no_name_of_an_organisation_brings_its_private_answers_into_the_project(tmp_path, name):
    path = tmp_path / "valmorin.yaml"
    project = with_organisations(START, [name])
    seat = list(project.organisations)[-1]
    with Store.create(path, METHOD, seat, replace(project, initiator=seat)) as store:
        for text in ("a", "b"):
            store.save(noted(store.project, text))
            store.save(noted(store.project, f"canari {text}", FEAR, seat))
    with Store.open(path, METHOD, "animation") as store:
        store.claim()
    for target in (None, seat, None):
        restore(path, target)
        assert "canari" not in path.read_text(encoding="utf-8")
    assert load(path, METHOD).table.answers
    write_export(path, tmp_path / "charte.md", b"a", force=False)
    assert "canari" not in (private_folder(path) / "exports.json").read_text(encoding="utf-8")


def test_an_edit_from_outside_is_never_written_over(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(noted(store.project, "a"))
        edited = path.read_text(encoding="utf-8").replace("18-25", "16-30")
        path.write_text(edited, encoding="utf-8")
        with pytest.raises(ChangedOutsideError):
            store.save(noted(store.project, "b"))
        assert path.read_text(encoding="utf-8") == edited
        assert store.reload().title == "Passerelle 16-30"
        store.save(noted(store.project, "b"))
    assert "16-30" in path.read_text(encoding="utf-8")
    assert said(path)[0] == {"note": "b"}
    assert parts(path) == []


def test_a_file_damaged_from_outside_leaves_the_store_as_it_was(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(noted(store.project, "a"))
        good = path.read_bytes()
        path.write_bytes(good.replace(b"note: a", b"note: 'a"))
        with pytest.raises(ChangedOutsideError):
            store.save(noted(store.project, "b"))
        with pytest.raises(Unreadable):
            store.reload()
        assert store.project.table.answers == {"note": "a"}
        path.write_bytes(good)
        store.save(noted(store.project, "b"))
    assert said(path)[0] == {"note": "b"}


def test_one_writer_at_a_time_and_the_other_is_told_who_and_since_when(path):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(noted(store.project, "a"))
        with (
            pytest.raises(PartnerwizError) as error,
            Store.open(path, METHOD, "ccas"),
        ):
            raise AssertionError
        told = error.value.say("fr")
        assert "valmorin.yaml est déjà ouvert dans une autre séance" in told
        assert f", {os.getpid()}, depuis 20" in told
        with pytest.raises(PartnerwizError, match="locked"):
            restore(path)
        assert said(path)[0] == {"note": "a"}
    with Store.open(path, METHOD, "ccas") as store:
        assert store.project.table.answers == {"note": "a"}


def test_the_lock_of_a_process_that_died_blocks_nobody(path):
    program = (
        "import os, sys; from pathlib import Path; from partnerwiz.project.lock import Lock;"
        "Lock(Path(sys.argv[1]), Path('valmorin.yaml')).acquire(); os._exit(9)"
    )
    with Store.open(path, METHOD, "lescale"):
        pass
    lock = private_folder(path) / "lock"
    assert subprocess.run([sys.executable, "-c", program, lock], check=False).returncode == 9
    assert lock.read_text()
    with Store.open(path, METHOD, "ccas"):
        pass


def test_what_an_earlier_save_left_half_done_is_removed_and_never_read(tmp_path):
    path = tmp_path / "projet [copie] *.yaml"
    path.write_text(HEAD + TABLE + "...\n", encoding="utf-8")
    with Store.open(path, METHOD, "lescale") as store:
        store.claim()
    folder = private_folder(path)
    other = tmp_path / ".autre.yaml.0a1b.part"
    for left in (
        tmp_path / f".{path.name}.0123456789ab.part",
        folder / ".lescale.yaml.0123456789ab.part",
        folder / "._project.previous.0123456789ab.part",
        folder / ".lescale.previous.0123456789ab.part",
        folder / ".exports.json.0123456789ab.part",
        other,
    ):
        left.write_text("partnerwiz: 1\n")
    with Store.open(path, METHOD, "lescale") as store:
        assert store.project.table.answers == {}
        assert parts(path) == [other.name]


def test_a_document_that_someone_edited_is_never_replaced(path, tmp_path):
    target = tmp_path / "charte.md"
    write_export(path, target, b"un", force=False)
    write_export(path, target, b"deux", force=False)
    assert target.read_bytes() == b"deux"
    target.write_bytes(b"deux, et un mot")
    with pytest.raises(PartnerwizError, match="export-edited"):
        write_export(path, target, b"trois", force=False)
    assert target.read_bytes() == b"deux, et un mot"
    write_export(path, target, b"trois", force=True)
    write_export(path, target, b"quatre", force=False)
    assert target.read_bytes() == b"quatre"
    with pytest.raises(PartnerwizError, match="not-a-file"):
        write_export(path, tmp_path, b"x", force=True)


@pytest.mark.parametrize("name", ["lescale.history", "lock", "lescale.yaml", "_project.previous"])
def test_a_link_planted_in_the_private_folder_leads_nothing_out_of_it(path, tmp_path, name):
    victim = tmp_path / "victim.txt"
    victim.write_text("à moi\n", encoding="utf-8")
    mode = victim.stat().st_mode
    folder = private_folder(path)
    folder.mkdir()
    (folder / name).symlink_to(victim)
    with contextlib.suppress(PartnerwizError), Store.open(path, METHOD, "lescale") as store:
        store.claim()
        store.save(noted(store.project, "a"))
        store.save(noted(store.project, "b", FEAR, "lescale"))
    assert victim.read_text(encoding="utf-8") == "à moi\n"
    assert victim.stat().st_mode == mode


# The operations of a save: their order, each of them failing, and the power cut after each


class Disk:
    """The file operations of `durable`, traced at the level of `os`, with what each makes sure.

    Only what is fsynced is sure: the bytes of a file, the names in a folder. From the operations so
    far it works out what may be found after a power cut.
    """

    def __init__(self, monkeypatch, folder):
        self.folder = folder
        self.trace = []
        """(operation, name) in order"""
        self.fails = lambda _operation, _name: None
        """an errno instead of the operation"""
        self._handles = {}
        self._count = itertools.count()
        self._written = {}
        """inode → the bytes given to it, in order"""
        self._sure = {}
        """inode → its bytes when it was last fsynced"""
        self._names = {}
        self._sure_names = {}
        self._pending = {}
        """folder → operations on its names that are not fsynced"""
        for one in sorted(folder.rglob("*")):
            if one.is_dir():
                self._made(one)
                self._sync(one.parent)
            else:
                inode = self._named(one, next(self._count))
                self._written[inode] = self._sure[inode] = one.read_bytes()
                self._sync(one.parent)
        for name in ("open", "fsync", "link", "replace", "unlink", "mkdir", "fdopen", "fchmod"):
            monkeypatch.setattr(os, name, getattr(self, f"_{name}")(getattr(os, name)))

    def _step(self, operation, path):
        name = str(Path(path).relative_to(self.folder)) if path else ""
        code = self.fails(operation, name)
        if code:
            raise OSError(code, os.strerror(code), str(path))
        self.trace.append((operation, name))

    def _ours(self, path):
        return isinstance(path, (str, Path)) and Path(path).is_relative_to(self.folder)

    def _named(self, path, inode):
        path = Path(path)
        self._names[path] = inode
        self._pending.setdefault(path.parent, []).append((path, inode))
        return inode

    def _made(self, path):
        self._named(path, "folder")

    def _gone(self, path):
        del self._names[Path(path)]
        self._pending.setdefault(Path(path).parent, []).append((Path(path), None))

    def _sync(self, folder):
        for path, inode in self._pending.pop(folder, []):
            if inode is None:
                self._sure_names.pop(path, None)
            else:
                self._sure_names[path] = inode

    def _open(self, real):
        def traced(path, flags, *more, **options):
            if not self._ours(path) or Path(path).name == "lock":
                return real(path, flags, *more, **options)
            path = Path(path)
            made = bool(flags & os.O_CREAT) and not path.exists()
            if made:
                self._step("create" if flags & os.O_EXCL else "append-to", path)
            handle = real(path, flags, *more, **options)
            if made:
                inode = self._named(path, next(self._count))
                self._written[inode] = self._sure[inode] = b""
            self._handles[handle] = path
            return handle

        return traced

    def _fdopen(self, real):
        def traced(handle, *more, **options):
            file = real(handle, *more, **options)
            path = self._handles.get(handle)
            return _Traced(file, path, self) if path else file

        return traced

    def written(self, path, data):
        """Half of it before a failure, as disks do."""
        inode = self._names[path]
        try:
            self._step("write", path)
        except OSError:
            self._written[inode] += data[: len(data) // 2]
            raise
        self._written[inode] += data

    def _fsync(self, real):
        def traced(handle):
            path = self._handles.get(handle)
            if path is None:
                return real(handle)
            if path.is_dir():
                self._step("fsync-folder", path)
                self._sync(path)
            else:
                self._step("fsync", path)
                inode = self._names[path]
                self._sure[inode] = self._written[inode]
            return None

        return traced

    def _fchmod(self, real):
        def traced(handle, mode):
            self._step("chmod", self._handles.get(handle))
            return real(handle, mode)

        return traced

    def _link(self, real):
        def traced(source, target, **options):
            self._step("link", target)
            real(source, target, **options)
            self._named(target, self._names[Path(source)])

        return traced

    def _replace(self, real):
        def traced(source, target, **options):
            self._step("rename", target)
            real(source, target, **options)
            inode = self._names[Path(source)]
            self._gone(source)
            self._named(target, inode)

        return traced

    def _unlink(self, real):
        def traced(path, **options):
            if self._ours(path) and Path(path) in self._names:
                self._step("unlink", path)
                real(path, **options)
                self._gone(path)
            else:
                real(path, **options)

        return traced

    def _mkdir(self, real):
        def traced(path, *more, **options):
            fresh = not Path(path).exists()
            if fresh and self._ours(path):
                self._step("mkdir", path)
            real(path, *more, **options)
            if fresh and self._ours(path):
                self._made(path)

        return traced

    def after_power_cut(self):
        """What may be found: every reach of the pending names, unsynced bytes lost, torn or there."""
        reaches = [range(len(pending) + 1) for pending in self._pending.values()]
        for reach in itertools.product(*reaches):
            names = dict(self._sure_names)
            for (_, pending), length in zip(self._pending.items(), reach, strict=True):
                for path, inode in pending[:length]:
                    if inode is None:
                        names.pop(path, None)
                    else:
                        names[path] = inode
            for share in (0, 0.5, 1):
                yield {
                    path: self._bytes(inode, share)
                    for path, inode in names.items()
                    if inode != "folder" and self._reachable(path, names)
                }

    def _reachable(self, path, names):
        return path.parent == self.folder or names.get(path.parent) == "folder"

    def _bytes(self, inode, share):
        sure, written = self._sure[inode], self._written[inode]
        return sure + written[len(sure) :][: int(len(written[len(sure) :]) * share)]


class _Traced:
    """A file whose writes are seen."""

    def __init__(self, file, path, disk):
        self._file, self._path, self._disk = file, path, disk

    def write(self, data):
        try:
            self._disk.written(self._path, data)
        except OSError:
            self._file.write(data[: len(data) // 2])
            raise
        return self._file.write(data)

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *how):
        self._file.close()


def kind_of(name):
    """A name without its random piece."""
    folder, _, last = name.rpartition("/")
    if last.endswith(".part"):
        last = ".".join(last.split(".")[:-2]) + ".part"
    return f"{folder}/{last}" if folder else last


def test_a_save_goes_part_fsync_version_before_rename_folder_and_only_then_returns(
    path, monkeypatch
):
    with Store.open(path, METHOD, "lescale") as store:
        store.claim()
        disk = Disk(monkeypatch, path.parent)
        store.save(noted(store.project, "a"))
        shared = [(one, kind_of(name)) for one, name in disk.trace]
        disk.trace.clear()
        store.save(noted(store.project, "a", FEAR, "lescale"))
        private = [(one, kind_of(name)) for one, name in disk.trace]
    assert shared == [
        ("create", ".valmorin.yaml.part"),
        ("chmod", ".valmorin.yaml.part"),
        ("write", ".valmorin.yaml.part"),
        ("fsync", ".valmorin.yaml.part"),
        ("link", "valmorin.private/._project.previous.part"),
        ("rename", "valmorin.private/_project.previous"),
        ("rename", "valmorin.yaml"),
        ("fsync-folder", "."),
        ("write", "valmorin.private/lescale.history"),
        ("fsync", "valmorin.private/lescale.history"),
    ]
    assert private[:4] == [
        (operation, name.replace(".valmorin.yaml", "valmorin.private/.lescale.yaml"))
        for operation, name in shared[:4]
    ]
    assert ("rename", "valmorin.private/lescale.yaml") in private
    assert private.index(("fsync-folder", "valmorin.private")) == len(private) - 3
    assert parts(path) == []


def test_parts_are_made_anew_for_their_owner_alone_under_names_nobody_can_plant(path, monkeypatch):
    opened = []
    real = os.open

    def watched(name, flags, mode=0o777, **options):
        if str(name).endswith(".part"):
            opened.append((Path(name), flags, mode))
        return real(name, flags, mode, **options)

    monkeypatch.setattr(os, "open", watched)
    with Store.open(path, METHOD, "lescale") as store:
        store.claim()
        for text in ("a", "b"):
            store.save(noted(store.project, text))
            store.save(noted(store.project, text, FEAR, "lescale"))
    assert len({name for name, _, _ in opened}) == len(opened) > 4
    for name, flags, mode in opened:
        assert flags & os.O_EXCL, name
        assert flags & os.O_NOFOLLOW, name
        assert mode == 0o600, name
        assert len(name.name.split(".")[-2]) >= 12, name


def session(path, monkeypatch, seat="lescale", *, create=False):
    """A sitting of seven answers, here and there in turn; yields what is confirmed before and after
    each file operation, and the disk.
    """
    disk = Disk(monkeypatch, path.parent)
    confirmed = [{}]
    """after each save: the answers, by question; `there` once there is a project"""
    states = []
    step = disk._step

    def looked(operation, name):
        step(operation, name)
        states.append((f"{operation} {name}", dict(confirmed[-1]), list(disk.after_power_cut())))

    disk._step = looked
    opening = Store.create(path, METHOD, seat, START) if create else Store.open(path, METHOD, seat)
    with opening as store:
        if not create:
            store.claim()
        confirmed.append({"there": True})
        for number in range(7):
            question, voice = [(FEAR, seat), (NOTE, None), (NEED, seat)][number % 3]
            text = f"réponse {number}\nnon: # {number}"
            store.save(noted(store.project, text, question, voice))
            confirmed.append(confirmed[-1] | {question.id: text})
            states.append((f"saved {number}", dict(confirmed[-1]), list(disk.after_power_cut())))
    return states


def found_in(state, path, seat):
    """Every answer that a fresh start would find in this state of the disk."""
    project, _ = read_project(state[path].decode(), path, METHOD)
    private = private_folder(path) / f"{seat}.yaml"
    if private in state:
        project, _ = read_private(state[private].decode(), private, project, METHOD)
    blocks = [project.table, project.organisations[seat].block, *project.private.values()]
    return {key: value for block in blocks for key, value in block.answers.items()}


@pytest.mark.parametrize("begun", ["a new project", "a file that came by mail"])
def test_no_power_cut_at_any_moment_loses_a_confirmed_answer_or_leaves_half_a_file(
    path, monkeypatch, begun
):
    create = begun == "a new project"
    if create:
        path.unlink()
    seen = 0
    lost = []
    for moment, confirmed, states in session(path, monkeypatch, create=create):
        there = confirmed.pop("there", not create)
        for state in states:
            seen += 1
            if path not in state:
                lost += [(moment, "no project")] if there else []
                continue
            found = found_in(state, path, "lescale")
            lost += [
                (moment, name) for name, text in confirmed.items() if found.get(name, "") < text
            ]
            previous = private_folder(path) / "_project.previous"
            if state.get(previous):
                read_project(state[previous].decode(), previous, METHOD)
            elif previous in state:
                lost.append((moment, "an empty version before"))
    assert seen > 300
    assert lost == []


class Failing:
    """The operation number `at` fails; and, on a disk that stays so, all of its kind after it."""

    def __init__(self, at, code, *, each_time):
        self._at, self._code, self._each_time = at, code, each_time
        self._count = itertools.count()
        self.operation = None
        """the one that failed"""

    def __call__(self, operation, _name):
        if next(self._count) == self._at:
            self.operation = operation
            return self._code
        return self._code if self._each_time and operation == self.operation else None


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
@pytest.mark.parametrize("each_time", [False, True], ids=["once", "each time"])
@pytest.mark.parametrize("question", ["note", "fear"])
def test_whatever_the_disk_refuses_the_file_is_whole_and_the_answer_can_be_saved_again(
    path, monkeypatch, code, each_time, question
):
    voice = "lescale" if question == "fear" else None
    target = path if question == "note" else private_folder(path) / "lescale.yaml"
    with Store.open(path, METHOD, "lescale") as store:
        store.claim()
        disk = Disk(monkeypatch, path.parent)
        for number in itertools.count():
            before = target.read_bytes()
            wanted = noted(store.project, f"réponse {number}", METHOD.questions[question], voice)
            disk.fails = fails = Failing(number, code, each_time=each_time)
            failed = None
            try:
                store.save(wanted)
            except PartnerwizError as error:
                failed = error
            disk.fails = lambda _operation, _name: None
            after = target.read_bytes()
            assert after == before or f"réponse {number}".encode() in after
            said(path, "lescale")
            if failed:
                assert not isinstance(failed, ChangedOutsideError), fails.operation
                told = failed.say("fr"), failed.say("en")
                assert all(target.name in one or "lescale.history" in one for one in told), told
                store.save(wanted)
            assert load(path, METHOD, "lescale") == wanted, fails.operation
            if fails.operation is None:
                break
        assert number >= 10
    with Store.open(path, METHOD, "lescale"):
        assert parts(path) == []


@pytest.mark.parametrize("operation", ["create", "write", "fsync", "rename"])
def test_an_answer_that_was_not_saved_does_not_slip_in_with_the_next_one(
    path, monkeypatch, operation
):
    with Store.open(path, METHOD, "lescale") as store:
        store.claim()
        disk = Disk(monkeypatch, path.parent)
        for question, voice in ((NOTE, None), (FEAR, "lescale")):
            before = store.project
            disk.fails = lambda one, _name: errno.ENOSPC if one == operation else None
            with pytest.raises(PartnerwizError, match="cannot-write"):
                store.save(noted(before, "refusée", question, voice))
            disk.fails = lambda _operation, _name: None
            assert store.project == before
            store.save(noted(before, "autre", NEED, "lescale"))
            store.save(noted(store.project, "encore", FEAR, "lescale"))
    assert said(path, "lescale") == ({}, {"need": "autre"}, {"fear": "encore"})


def test_a_disk_without_hard_links_keeps_the_version_before_as_a_copy(path, monkeypatch):
    with Store.open(path, METHOD, "lescale") as store:
        disk = Disk(monkeypatch, path.parent)
        disk.fails = lambda operation, _name: errno.EPERM if operation == "link" else None
        store.claim()
        store.save(noted(store.project, "a"))
        store.save(noted(store.project, "b"))
    restore(path)
    assert said(path, "lescale")[0] == {"note": "a"}
    assert ("fsync", "._project.previous.part") in [
        (one, kind_of(name).rpartition("/")[2]) for one, name in disk.trace
    ]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO])
def test_a_version_before_that_cannot_be_read_is_told_in_a_sentence(path, monkeypatch, code):
    with Store.open(path, METHOD, "lescale") as store:
        store.save(noted(store.project, "a"))
    before = path.read_bytes()

    def unreadable(self):
        raise OSError(code, os.strerror(code), str(self))

    monkeypatch.setattr(Path, "read_bytes", unreadable)
    with pytest.raises(PartnerwizError, match="cannot-read"):
        restore(path)
    monkeypatch.undo()
    assert path.read_bytes() == before


def test_a_target_that_appears_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    target = tmp_path / "valmorin.yaml"
    real = os.link

    def link(source, name, **options):
        target.write_bytes(b"someone else's")
        return real(source, name, **options)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(PartnerwizError, match="exists-already"):
        durable.write_file(target, b"ours", expected=None)
    assert target.read_bytes() == b"someone else's"
    assert parts(target) == []
