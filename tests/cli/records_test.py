"""What a clinic's owner does with the records by palpate-cli: look at the list of what was done,
back up, put back, hand out, delete.

Usage: records_test.py PALPATE_CLI
"""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

from support import OpenSession, apply, files_of, open_session, run, set_note

CLIENT = "01a00000-0000-7000-8000-00000000c001"
SESSIONS = ["01a00000-0000-7000-8000-00000000a001", "01a00000-0000-7000-8000-00000000a002"]
# In no word of the program and of no client of the demo.
NAME = "Zebulon Quirke"
NOBODY = "01a00000-0000-7000-8000-00000000dead"


def mark(number, level):
    mark_id = f"01a00000-0000-7000-8000-00000000b{number:03}"
    return [{"command": "add_mark", "id": mark_id, "area": "lower_leg_calf.l", "regions": [],
             "channel": "pain", "author": "client", "phase": "before",
             "at": "2026-11-23T10:00:00+01:00", "paint": []},
            {"command": "set_mark_level", "id": mark_id, "level": level}]


def document(text):
    return json.loads(text)


def setUpModule():
    """The demo's three clients, and one with two sessions: a signed one and an open one."""
    kept = tempfile.TemporaryDirectory()
    unittest.addModuleCleanup(kept.cleanup)
    Records.original = Path(kept.name) / "clinic"
    made = run("demo", Records.original)
    assert made.returncode == 0, made.stderr
    days = ["2026-11-09T10:00:00+01:00", "2026-11-23T10:00:00+01:00"]
    for number, (session, day) in enumerate(zip(SESSIONS, days), 1):
        last = ({"command": "sign", "by": "Tom Reyes, LMT", "licence": "204417", "at": day}
                if number == 1 else set_note("softer"))
        done = apply(Records.original, session, open_session(session, CLIENT, NAME, day),
                     *mark(number, 5 + number), last)
        assert done.returncode == 0, done.stderr


class Records(unittest.TestCase):
    """Each test has a copy of the same clinic."""
    original = None

    def setUp(self):
        self.temp = tempfile.TemporaryDirectory()
        self.folder = Path(self.temp.name)
        self.clinic = self.folder / "clinic"
        shutil.copytree(self.original, self.clinic)

    def tearDown(self):
        self.temp.cleanup()

    def succeed(self, *args):
        got = run(*args)
        self.assertEqual(got.returncode, 0, got.stdout + got.stderr)
        return got.stdout

    def refuse(self, *args):
        """The one sentence of a failure."""
        got = run(*args)
        self.assertEqual((got.returncode, got.stdout), (1, ""), got.stderr)
        self.assertRegex(got.stderr, r"\Apalpate-cli: [^\n]+\.\n\Z")
        return got.stderr

    def shown(self, session, clinic=None):
        return document(self.succeed("show", clinic or self.clinic, session))

    def backup(self):
        """The folder of a new backup of the clinic."""
        return Path(self.succeed("backup", self.clinic, self.folder / "backups").split(": ")[0])


class Audit(Records):
    def setUp(self):
        super().setUp()
        self.log = self.clinic / "audit" / "log.jsonl"
        self.head = self.clinic / "audit" / "head.json"
        self.lines = self.log.read_text(encoding="utf-8").splitlines()

    def problems(self):
        got = run("audit", "verify", self.clinic)
        self.assertEqual(got.returncode, 1, got.stdout)
        self.assertNotIn("head ", got.stdout.replace("head of the list", ""))
        return got.stdout.splitlines()

    def write(self, lines):
        self.log.write_text("".join(line + "\n" for line in lines), encoding="utf-8")

    def test_a_sound_list_has_its_number_and_its_head(self):
        last = document(self.lines[-1])["hash"]
        self.assertEqual(self.succeed("audit", "verify", self.clinic),
                         f"{len(self.lines)} entries, head {last}\n")
        # And it grows by what is done.
        self.backup()
        line = document(self.log.read_text(encoding="utf-8").splitlines()[-1])
        self.assertEqual((line["n"], line["what"], line["previous"]),
                         (len(self.lines) + 1, "backed_up", last))
        self.assertEqual(self.succeed("audit", "verify", self.clinic),
                         f"{len(self.lines) + 1} entries, head {line['hash']}\n")

    def test_whatever_is_done_to_a_line_is_found_and_the_line_named(self):
        lines, count = self.lines, len(self.lines)

        def edited(number, recompute):
            line = document(lines[number - 1])
            line["who"] = "somebody else"
            if recompute:
                line.pop("hash")
                text = json.dumps(line, separators=(",", ":"))
                line["hash"] = hashlib.sha256(text.encode()).hexdigest()
            return json.dumps(line, separators=(",", ":"))

        # Our way to write a line is the program's, so that a recomputed hash is right.
        again = document(lines[4])
        body = json.dumps({k: v for k, v in again.items() if k != "hash"}, separators=(",", ":"))
        self.assertEqual(hashlib.sha256(body.encode()).hexdigest(), again["hash"])

        cases = {
            "edited": (lines[:4] + [edited(5, False)] + lines[5:],
                       ["Line 5: it was changed after it was written."]),
            "edited, with a hash that fits": (
                lines[:4] + [edited(5, True)] + lines[5:],
                ["Line 6: it does not follow the line before: one of them was put in, or written "
                 "anew."]),
            "removed": (lines[:4] + lines[5:], ["Line 5: entry 5 is missing before it."]),
            "swapped": (lines[:4] + [lines[5], lines[4]] + lines[6:],
                        ["Line 5: entry 5 is missing before it.",
                         "Line 6: entry 5 does not belong here: it was moved, or put in."]),
            "put in twice": (lines[:5] + [lines[4]] + lines[5:],
                             ["Line 6: entry 5 does not belong here: it was moved, or put in."]),
            "no line of ours": (lines[:4] + ["good morning"] + lines[5:],
                                ["Line 5: it is damaged."]),
            "first one removed": (lines[1:], ["Line 1: entry 1 is missing before it."]),
            "end cut off": (lines[:-1], [f"At the end entry {count} is missing."]),
            "much of the end cut off": (
                lines[:-3], [f"At the end the entries {count - 2} to {count} are missing."]),
            "last one written anew": (
                lines[:-1] + [edited(count, True)],
                [f"Entry {count} is not the one that the head of the list names: lines at the end "
                 "were replaced."]),
            "emptied": ([], [f"At the end the entries 1 to {count} are missing."]),
        }
        for what, (changed, expected) in cases.items():
            with self.subTest(what=what):
                self.write(changed)
                # A line may be found in more than one way; the first is where it happened.
                self.assertEqual(self.problems()[:len(expected)], expected)
        self.write(lines)
        self.succeed("audit", "verify", self.clinic)

        # Cut off in the middle of the last line.
        self.log.write_bytes(self.log.read_bytes()[:-20])
        self.assertEqual(self.problems(), [f"At the end entry {count} is missing."])

    def test_a_forged_head_is_found(self):
        good, count = self.head.read_text(encoding="utf-8"), len(self.lines)
        missing = ("The head of the list (audit/head.json) is missing or damaged: whether the last "
                   "entries are there cannot be told.")
        replaced = (f"Entry {count} is not the one that the head of the list names: lines at the "
                    "end were replaced.")
        head = document(good)
        self.assertEqual((head["n"], head["hash"]), (count, document(self.lines[-1])["hash"]))
        for forged, expected in (
                (json.dumps({**head, "hash": "0" * 64}), replaced),
                (json.dumps({**head, "n": count + 1}), f"At the end entry {count + 1} is missing."),
                ("{}", missing), ("", missing), (None, missing)):
            with self.subTest(forged=forged):
                if forged is None:
                    self.head.unlink()
                else:
                    self.head.write_text(forged, encoding="utf-8")
                self.assertEqual(self.problems(), [expected])
        self.log.unlink()
        self.assertEqual(self.problems(), ["There is no audit log, though there are sessions."])

    def test_a_session_that_was_changed_after_it_was_signed_is_found(self):
        file = self.clinic / "sessions" / f"{SESSIONS[0]}.json"
        session = document(file.read_text(encoding="utf-8"))
        session["marks"][0]["level"] = 1
        file.write_text(json.dumps(session), encoding="utf-8")
        problems = self.problems()
        self.assertEqual(len(problems), 1)
        self.assertRegex(problems[0], f"^Session {SESSIONS[0]} was signed at 2\d{{3}}-\S+ by "
                                      "palpate-cli, and says something else now.$")
        file.unlink()
        self.assertRegex(self.problems()[0], f"^Session {SESSIONS[0]} was signed .*cannot be read")

    def test_the_list_is_shown_oldest_first_and_names_nobody(self):
        shown = [document(line) for line in
                 self.succeed("audit", "show", self.clinic, "--json").splitlines()]
        self.assertEqual([line["n"] for line in shown], list(range(1, len(self.lines) + 1)))
        self.assertEqual(shown[0]["what"], "began")
        # What was done to the signed session, in this order.
        deeds = [line["what"] for line in shown if line["session"] == SESSIONS[0]]
        self.assertEqual((deeds[0], deeds.count("created"), deeds.count("signed")),
                         ("created", 1, 1))
        text = self.succeed("audit", "show", self.clinic)
        self.assertEqual([line.split()[0] for line in text.splitlines()],
                         [str(line["n"]) for line in shown])
        created = next(line["n"] for line in shown if line["session"] == SESSIONS[0])
        self.assertRegex(text.splitlines()[created - 1],
                         rf"^{created}  2\d{{3}}-\S+  created  palpate-cli  session {SESSIONS[0]}  "
                         rf"client {CLIENT}  \(revision \d\)$")
        for name in (NAME, "Maya", "Aisha", "Jonas"):
            self.assertNotIn(name, text)


class Backup(Records):
    def test_what_was_backed_up_is_put_back_to_the_byte(self):
        with OpenSession(self.clinic, SESSIONS[1]) as work:
            self.assertEqual(work.send(set_note("only in the journal")), "ack 1\n")
        before = files_of(self.clinic)
        backup = self.backup()
        self.assertRegex(backup.name, r"^palpate-2\d{3}-\d\d-\d\d-\d{6}$")
        checked = self.succeed("verify", backup)
        self.assertRegex(checked, r"all is well: \d+ files, 20 sessions, 4 clients\n$")
        self.assertEqual(self.succeed("verify", self.folder / "backups"), checked)

        again = self.folder / "again"
        self.assertIn("20 sessions", self.succeed("restore", self.folder / "backups", again))
        after = files_of(again)
        records = {name for name in before if name.split("/")[0] in
                   ("sessions", "journal", "clients", "tombstones")}
        self.assertGreater(len([n for n in records if n.startswith("sessions/")]), 19)
        self.assertIn(f"journal/{SESSIONS[1]}.jsonl", records)
        for name in records:
            self.assertEqual(after.get(name), before[name], name)
        self.assertEqual(again.stat().st_mode & 0o777, 0o700)
        self.succeed("audit", "verify", again)
        self.assertIn(f"  restored  palpate-cli  ({backup.name})",
                      self.succeed("audit", "show", again).splitlines()[-1])
        self.assertEqual(self.shown(SESSIONS[1], again)["note"], "only in the journal")

    def test_nothing_is_put_back_over_something(self):
        self.backup()
        held = self.folder / "held"
        held.mkdir()
        (held / "letter.txt").write_text("Dear Maya", encoding="utf-8")
        file = self.folder / "file"
        file.write_text("taken", encoding="utf-8")
        for target in (held, file, self.clinic):
            with self.subTest(target=target.name):
                before = files_of(self.folder)
                said = self.refuse("restore", self.folder / "backups", target)
                self.assertIn(f"{target} is not empty", said)
                self.assertIn("Choose another one", said)
                self.assertEqual(files_of(self.folder), before)
        empty = self.folder / "empty"
        empty.mkdir()
        self.succeed("restore", self.folder / "backups", empty)

    def test_a_damaged_backup_is_found_named_and_not_put_back(self):
        backup = self.backup()
        session = f"sessions/{SESSIONS[0]}.json"
        changed = "is not as it was when the backup was made"

        def flip(name):
            content = bytearray((backup / name).read_bytes())
            content[len(content) // 2] ^= 1
            (backup / name).write_bytes(content)

        def spoil(name, do, words):
            keep = (backup / name).read_bytes() if (backup / name).exists() else None
            do()
            with self.subTest(name=name, words=words):
                got = run("verify", self.folder / "backups")
                self.assertEqual(got.returncode, 1)
                told = got.stdout + got.stderr
                self.assertEqual(len(told.splitlines()), 1, told)
                self.assertIn(name.split("/")[-1], told)
                self.assertIn(words, told)
                target = self.folder / "again"
                self.assertIn(words, self.refuse("restore", self.folder / "backups", target))
                self.assertEqual([p.name for p in self.folder.glob("again*")], [])
            if keep is None:
                (backup / name).unlink()
            else:
                (backup / name).write_bytes(keep)

        for name in (session, f"clients/{CLIENT}.json", "audit/log.jsonl", "audit/head.json"):
            spoil(name, lambda name=name: flip(name), changed)
        spoil("manifest.json", lambda: flip("manifest.json"), "manifest")
        spoil(session, (backup / session).unlink, "")
        spoil("sessions/stranger.json",
              lambda: (backup / "sessions" / "stranger.json").write_bytes(b"{}"),
              "is no part of the backup")
        self.succeed("verify", backup)

    def test_a_clinics_folder_is_checked_too(self):
        self.assertIn("all is well", self.succeed("verify", self.clinic))
        file = self.clinic / "sessions" / f"{SESSIONS[1]}.json"
        file.write_bytes(file.read_bytes()[:-40])
        got = run("verify", self.clinic)
        self.assertEqual(got.returncode, 1)
        self.assertIn(file.name, got.stdout)

    def test_a_backup_that_is_made_while_others_work_is_whole(self):
        """Each holds at least what was acknowledged before it began, and nothing that was not
        said before it ended."""
        said = acknowledged = 0
        failures, enough = [], threading.Event()
        short = SESSIONS[1]
        long = "01a00000-0000-7000-8000-00000000a003"
        apply(self.clinic, long, open_session(long, NOBODY, "Noor Haddad"))

        def work():
            nonlocal said, acknowledged
            with OpenSession(self.clinic, long) as kept_open:
                for number in range(1, 10_000):
                    said = number
                    # One that leaves its journal filled, one that brings it into the file.
                    answer = kept_open.send(set_note(str(number)))
                    done = apply(self.clinic, short, set_note(str(number)))
                    if answer != f"ack {number}\n" or done.stdout != "ack 1\n":
                        failures.append(answer + done.stderr)
                        return
                    acknowledged = number
                    if enough.is_set():
                        return

        worker = threading.Thread(target=work)
        backups = []
        worker.start()
        try:
            while worker.is_alive() and (len(backups) < 6 or acknowledged < 6):
                least = acknowledged
                backups.append((self.backup(), least, said, acknowledged))
        finally:
            enough.set()
            worker.join(120)
        self.assertEqual(failures, [])
        self.assertTrue(any(least < later for _, least, _, later in backups), backups)
        for number, (backup, least, most, _) in enumerate(backups):
            self.assertIn("all is well", self.succeed("verify", backup))
            again = self.folder / f"again-{number}"
            self.succeed("restore", backup, again)
            for session in (short, long):
                note = self.shown(session, again)["note"]
                found = int(note) if note.isdigit() else 0
                self.assertTrue(least <= found <= most, (session, least, note, most))
            self.succeed("audit", "verify", again)


class Erase(Records):
    def names_of(self, needle):
        return sorted(name for name, content in files_of(self.clinic).items()
                      if needle.encode() in content or needle in name)

    def setUp(self):
        super().setUp()
        # Also in a journal, in the index, and on a page of the folder.
        with OpenSession(self.clinic, SESSIONS[1]) as work:
            self.assertEqual(work.send(set_note(f"{NAME} called")), "ack 1\n")
        summaries = self.clinic / "summaries"
        summaries.mkdir()
        self.page = summaries / "2026-11-23-zebulon-quirke-summary.html"
        self.page.write_text(f"<p>{NAME}</p>", encoding="utf-8")
        self.other_page = summaries / "2026-11-23-maya-lindgren-example-summary.html"
        self.other_page.write_text("<p>Maya</p>", encoding="utf-8")

    def test_without_a_yes_nothing_is_deleted(self):
        before = files_of(self.clinic)
        for args in ([CLIENT], [CLIENT, "--reason", "asked for it"]):
            got = run("erase", self.clinic, *args)
            self.assertEqual((got.returncode, got.stdout), (2, ""))
            self.assertIn("Nothing was deleted", got.stderr.splitlines()[0])
            self.assertIn("say --yes", got.stderr.splitlines()[0])
        self.assertEqual(files_of(self.clinic), before)
        for client in (NOBODY, "../clients", SESSIONS[0]):
            self.assertIn("Nothing was deleted.",
                          self.refuse("erase", self.clinic, client, "--yes"))
        self.assertEqual(self.names_of(NAME),
                         sorted(n for n in before if NAME.encode() in before[n]))

    def test_with_a_yes_nothing_of_the_client_stays_and_all_of_the_others(self):
        before = files_of(self.clinic)
        # What is looked for can be found before, where it must go.
        places = {name.split("/")[0] for name in self.names_of(NAME)}
        self.assertLessEqual({"sessions", "clients", "journal", "index.sqlite", "summaries"},
                             places)
        self.assertIn("The client and 2 sessions are deleted",
                      self.succeed("erase", self.clinic, CLIENT, "--yes", "--reason",
                                   "asked for it"))
        tombstone = f"tombstones/{CLIENT}.json"
        after = files_of(self.clinic)
        for name in (NAME, "Zebulon", "Quirke", "zebulon-quirke"):
            self.assertEqual(self.names_of(name), [])
        for session in SESSIONS:
            self.assertEqual(self.names_of(session), ["audit/log.jsonl"])
        self.assertEqual(self.names_of(CLIENT), ["audit/log.jsonl", tombstone])

        stone = document(after[tombstone])
        self.assertRegex(stone["at"], r"^2\d{3}-\d\d-\d\dT\d\d:\d\d")
        self.assertEqual((stone["sessions"], stone["reason"], stone["finished"]),
                         (2, "asked for it", True))
        theirs = {n for n, text in before.items() if NAME.encode() in text or SESSIONS[1] in n}
        changing = {n for n in before
                    if n.startswith(("audit/", "index.sqlite")) or n == "clinic.lock"}
        for name in before.keys() - theirs - changing:
            self.assertEqual(after.get(name), before[name], name)
        self.assertEqual(len([n for n in after if n.startswith("sessions/")]), 18)
        self.assertTrue(self.other_page.exists())
        self.assertFalse(self.page.exists())
        self.succeed("verify", self.clinic)
        self.succeed("audit", "verify", self.clinic)
        self.assertIn(f"deleted  palpate-cli  client {CLIENT}  (2 sessions)",
                      self.succeed("audit", "show", self.clinic).splitlines()[-1])
        # Gone is gone, and a second time there is nobody.
        self.assertIn("There is no client",
                      self.refuse("erase", self.clinic, CLIENT, "--yes"))
        self.refuse("show", self.clinic, SESSIONS[1])


class Export(Records):
    def test_a_client_gets_everything_and_nothing_of_others(self):
        out = self.folder / "all-of-it"
        out.mkdir()  # an empty one will do
        self.assertEqual(self.succeed("export-client", self.clinic, CLIENT, "--out", out),
                         f"{out}: 2 sessions\n")
        files = files_of(out)
        page = "{0}/{0}-zebulon-quirke-summary.{1}"
        days = ["2026-11-09", "2026-11-23"]
        self.assertEqual(sorted(files), sorted(
            ["README.txt", "client.json"] + [f"{day}/session.json" for day in days] +
            [page.format(day, kind) for day in days for kind in ("pdf", "png")]))
        for session, day in zip(SESSIONS, days):
            kept = document((self.clinic / "sessions" / f"{session}.json").read_bytes())
            given = document(files[f"{day}/session.json"])
            for whole in (kept, given):
                whole.pop("revision")  # of the clinic's journal, not of the client
            self.assertEqual(given, kept)
            self.assertTrue(files[page.format(day, "png")].startswith(b"\x89PNG"))
            words = subprocess.run(["pdftotext", out / page.format(day, "pdf"), "-"],
                                   capture_output=True, text=True, timeout=60, check=True).stdout
            self.assertIn(NAME, words)
            for other in ("Maya", "Jonas", "Aisha"):
                self.assertNotIn(other, words)
        self.assertEqual(document(files["client.json"])["name"], NAME)
        others = {path.stem for folder in ("clients", "sessions")
                  for path in (self.clinic / folder).iterdir()} - {CLIENT, *SESSIONS}
        self.assertEqual(len(others), 21)
        for name, content in files.items():
            for other in (*others, "Lindgren", "Weber", "Aisha"):
                self.assertNotIn(other.encode(), content, name)
        self.assertIn(f"exported  palpate-cli  client {CLIENT}",
                      self.succeed("audit", "show", self.clinic).splitlines()[-1])

    def test_a_folder_that_holds_something_is_refused(self):
        held = self.folder / "held"
        held.mkdir()
        (held / "letter.txt").write_text("Dear Maya", encoding="utf-8")
        before = files_of(self.folder)
        for target in (held, held / "letter.txt"):
            said = self.refuse("export-client", self.clinic, CLIENT, "--out", target)
            self.assertIn(f"{target} is not empty. Choose a new folder", said)
        said = self.refuse("export-client", self.clinic, NOBODY, "--out", self.folder / "new")
        self.assertIn(f"There is no client with the id {NOBODY}. Check the id.", said)
        self.assertEqual(files_of(self.folder), before)


class ApplyAndShow(Records):
    def file(self):
        return document((self.clinic / "sessions" / f"{SESSIONS[1]}.json").read_bytes())

    def test_each_line_is_answered_by_its_number(self):
        # An empty line counts; a line that is refused is named, and the next one is taken.
        lines = [json.dumps(set_note("first")), "", "no JSON", json.dumps({"command": "fly"}),
                 json.dumps({"command": "set_mark_level", "id": NOBODY, "level": 3}),
                 json.dumps(set_note("last"))]
        got = run("apply", self.clinic, SESSIONS[1], given="\n".join(lines) + "\n")
        self.assertEqual((got.returncode, got.stdout), (1, "ack 1\nack 6\n"))
        said = got.stderr.splitlines()
        self.assertEqual([re.match(r"palpate-cli: (line \d): .+\.$", line)[1] for line in said],
                         ["line 3", "line 4", "line 5"])
        self.assertIn('There is no command "fly".', said[1])
        self.assertEqual(self.file()["note"], "last")

    def test_a_signed_session_takes_nothing_but_amendments(self):
        file = self.clinic / "sessions" / f"{SESSIONS[0]}.json"
        before = file.read_bytes()
        got = apply(self.clinic, SESSIONS[0], set_note("another past"))
        self.assertEqual((got.returncode, got.stdout), (1, ""))
        self.assertRegex(got.stderr, r"^palpate-cli: line 1: .*Add an amendment instead\.\n$")
        self.assertEqual(file.read_bytes(), before)

    def test_a_session_that_is_not_there(self):
        got = apply(self.clinic, NOBODY, set_note("lost"))
        self.assertEqual((got.returncode, got.stdout), (1, ""))
        self.assertRegex(got.stderr, r"^palpate-cli: line 1: There is no session with this id yet; "
                                     r"open_session begins it\.\n$")
        self.assertFalse((self.clinic / "sessions" / f"{NOBODY}.json").exists())
        self.assertIn(f"{NOBODY}.json", self.refuse("show", self.clinic, NOBODY))
        # Nor is another one begun in its place.
        got = apply(self.clinic, NOBODY, open_session(SESSIONS[1], CLIENT, NAME))
        self.assertEqual((got.returncode, got.stdout), (1, ""))
        self.assertIn(f"It opens another session, {SESSIONS[1]}.", got.stderr)

    def test_what_is_only_in_the_journal_is_shown_and_stays_there(self):
        with OpenSession(self.clinic, SESSIONS[1]) as work:
            self.assertEqual(work.send(set_note("acknowledged")), "ack 1\n")
            self.assertEqual(self.shown(SESSIONS[1])["note"], "acknowledged")
        self.assertEqual(self.file()["note"], "softer")
        shown = self.shown(SESSIONS[1])
        self.assertEqual(shown["note"], "acknowledged")
        self.assertEqual(shown["revision"], self.file()["revision"] + 1)
        # The next one goes on from there and brings it into the file.
        got = apply(self.clinic, SESSIONS[1], {"command": "set_pressure", "pressure": 2})
        self.assertEqual((got.returncode, got.stdout), (0, "ack 1\n"), got.stderr)
        self.assertEqual((self.file()["note"], self.file()["intake"]["pressure"]),
                         ("acknowledged", 2))


class Calls(Records):
    def test_wrong_usage_changes_nothing_and_says_what_to_write(self):
        before = files_of(self.folder)
        clinic = self.clinic
        cases = [
            (["audit"], "Say audit verify or audit show"),
            (["audit", "verify"], "name one folder"),
            (["audit", "explode", clinic], "Say audit verify or audit show"),
            (["backup", clinic], "Name two folders"),
            (["restore", self.folder], "Name two folders"),
            (["verify"], "Name one folder"),
            (["verify", clinic, clinic], "Name one folder"),
            (["erase", clinic, "--yes"], "Name a folder and a client"),
            (["erase", clinic, CLIENT, "--yes", "--reason"], "--reason needs a value"),
            (["export-client", clinic, "--out", "x"], "Name a folder and a client"),
            (["export-client", clinic, CLIENT], "Say where the files go: --out NEW_DIR"),
            (["apply", clinic], "Name a folder and a session"),
            (["apply", clinic, "../settings"], '"../settings" is no id of a session'),
            (["show", clinic, "7"], '"7" is no id of a session'),
            (["show", clinic, SESSIONS[0], "--odd"], "There is no option --odd"),
            (["backup", clinic, "x", "--passphrase-file"], "needs the name of a file"),
        ]
        for args, words in cases:
            with self.subTest(args=args[0], words=words):
                got = run(*args)
                self.assertEqual((got.returncode, got.stdout), (2, ""))
                first, second = got.stderr.splitlines()[:2]
                self.assertRegex(first, r"^palpate-cli: .+\.$")
                self.assertIn(words, first)
                self.assertIn(f"Usage: palpate-cli {args[0]} ", second)
        self.assertEqual(files_of(self.folder), before)

    def test_failures_say_what_is_wrong_and_change_nothing(self):
        nowhere = self.folder / "nowhere"
        documents = self.folder / "documents"
        documents.mkdir()
        (documents / "letter.txt").write_text("Dear Maya", encoding="utf-8")
        before = files_of(self.folder)
        no_folder = f"There is no folder {nowhere}. Check its name."
        cases = [
            (["audit", "verify", nowhere], no_folder),
            (["audit", "show", nowhere], no_folder),
            (["backup", nowhere, self.folder / "backups"], no_folder),
            (["verify", nowhere], no_folder),
            (["restore", nowhere, self.folder / "again"], no_folder),
            (["erase", nowhere, CLIENT, "--yes"], no_folder),
            (["export-client", nowhere, CLIENT, "--out", self.folder / "again"], no_folder),
            (["show", nowhere, SESSIONS[0]], no_folder),
            (["backup", documents, self.folder / "backups"], "There is no clinic in"),
            (["export-client", documents, CLIENT, "--out", self.folder / "again"],
             "There is no clinic in"),
            (["verify", documents], "is neither a backup nor a clinic's folder"),
            (["restore", documents, self.folder / "again"], "There is no backup in"),
            (["backup", self.clinic, self.clinic / "backups"],
             "would lie in the clinic's own folder"),
            (["backup", self.clinic, documents / "letter.txt"], "Choose another folder"),
        ]
        for args, words in cases:
            with self.subTest(args=args[0], words=words):
                self.assertIn(words, self.refuse(*args))
                self.assertEqual(files_of(self.folder), before)
        self.assertFalse(nowhere.exists())


if __name__ == "__main__":
    unittest.main(argv=["records_test.py"], verbosity=2)
