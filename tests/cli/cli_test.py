"""palpate-cli through its real binary, and session files through a JSON Schema validator of others.

Usage: cli_test.py PALPATE_CLI SCHEMA
"""

import copy
import csv
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from jsonschema import Draft202012Validator

from support import apply, open_session, run, set_note

SCHEMA = sys.argv[2]


class Cli(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temp = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temp.name)
        made = run("demo", cls.folder / "clinic", "--json")
        assert made.returncode == 0, made.stderr
        cls.files = json.loads(made.stdout)
        with open(SCHEMA, encoding="utf-8") as file:
            schema = json.load(file)
        Draft202012Validator.check_schema(schema)
        cls.schema = Draft202012Validator(schema)
        # A closed session: it has marks, focus areas and homework.
        cls.session = next(s for s in map(cls.load, cls.files) if s["stage"] == "closed")

    @classmethod
    def tearDownClass(cls):
        cls.temp.cleanup()

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return path

    def test_the_version_is_one_line(self):
        said = run("--version")
        self.assertEqual(said.returncode, 0)
        self.assertRegex(said.stdout, r"^palpate-cli \d+\.\d+\.\d+\n$")

    def test_the_content_hash_of_a_signature_can_be_worked_out_by_others(self):
        def without_empty(value):
            if isinstance(value, dict):
                inner = {key: without_empty(item) for key, item in value.items()}
                return {k: v for k, v in inner.items() if v not in (None, False, 0, "", [], {})}
            if isinstance(value, list):
                return [without_empty(item) for item in value]
            return value

        outside = {"format", "version", "revision", "signature", "amendments", "conflicts"}
        for session in map(self.load, self.files):
            if not session["signature"]:
                continue
            content = {key: value for key, value in session.items() if key not in outside}
            text = json.dumps(without_empty(content), sort_keys=True, ensure_ascii=False,
                              separators=(",", ":"))
            self.assertEqual(hashlib.sha256(text.encode("utf-8")).hexdigest(),
                             session["signature"]["content_hash"])

    def test_apply_says_what_is_safe_and_show_prints_it(self):
        clinic, session = self.folder / "applied", "01a00000-0000-7000-8000-000000000001"
        got = apply(clinic, session,
                    open_session(session, "01a00000-0000-7000-8000-000000000002", "Noor Haddad"),
                    set_note("softer"), {"command": "set_pressure", "pressure": 9},
                    {"command": "set_pressure", "pressure": 3})
        self.assertEqual(got.stdout.split("\n"), ["ack 1", "ack 2", "ack 4", ""])
        self.assertIn("line 3: The pressure is 9", got.stderr)
        self.assertEqual(got.returncode, 1)
        shown = run("show", clinic, session)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        document = json.loads(shown.stdout)
        self.schema.validate(document)
        self.assertEqual((document["note"], document["intake"]["pressure"], document["revision"]),
                         ("softer", 3, 3))
        self.assertEqual(run("verify", clinic).returncode, 0)
        self.assertEqual(run("audit", "verify", clinic).returncode, 0)

    def test_regions_are_a_table_of_the_whole_atlas(self):
        got = run("regions", "--csv")
        self.assertEqual((got.returncode, got.stderr), (0, ""))
        rows = list(csv.DictReader(io.StringIO(got.stdout, newline="")))
        self.assertEqual(len(rows), 266)
        by_id = {row["id"]: row for row in rows}
        self.assertEqual(len(by_id), 266)
        self.assertTrue(all(None not in row and None not in row.values() for row in rows))
        piriformis = by_id["piriformis.r"]
        self.assertEqual(
            (piriformis["side"], piriformis["area_id"], piriformis["under"], piriformis["depth"],
             piriformis["latin"]),
            ("right", "hip_buttock_deep_buttock.r", "gluteus_maximus", "2",
             "Musculus piriformis"))
        # A name with a comma survives.
        self.assertEqual(by_id["erector_spinae_lumbar.l"]["anatomical"],
                         "erector spinae, lumbar level")
        self.assertNotIn("snomed", got.stdout)

    def test_regions_take_the_codes_of_a_clinic(self):
        codes = self.write("codes.csv", "region_id,snomed_code\nsoleus.l,123451\n")
        got = run("regions", "--csv", "--snomed", codes)
        self.assertEqual(got.returncode, 0, got.stderr)
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(got.stdout, newline=""))}
        self.assertEqual(rows["soleus.l"]["snomed_code"], "123451")
        self.assertEqual(rows["soleus.r"]["snomed_code"], "")
        wrong = self.write("wrong.csv", "region_id,snomed_code\nsoleus.l,123452\n")
        got = run("regions", "--csv", "--snomed", wrong)
        self.assertEqual((got.returncode, got.stdout), (1, ""))
        self.assertIn("wrong.csv: Line 2:", got.stderr)
        for args in (["regions"], ["regions", "--csv", "--snomed"], ["regions", "--csv", "x"]):
            self.assertEqual(run(*args).returncode, 2, args)

    def test_find_names_places_with_their_regions(self):
        def lines(words):
            got = run("find", words)
            self.assertEqual((got.returncode, got.stderr), (0, ""), words)
            return [line.split("\t") for line in got.stdout.splitlines()]

        self.assertEqual(lines("left calf")[0],
                         ["Calf, left", "gastrocnemius_medial.l gastrocnemius_lateral.l soleus.l"])
        self.assertEqual(lines("piriformus r")[0], ["Piriformis muscle, right", "piriformis.r"])
        self.assertIn("gastrocnemius_medial.l", lines("gastrocnemeus")[0][1].split())
        self.assertEqual(lines("IT band")[0][1], "iliotibial_band.l")
        found = json.loads(run("find", "QL", "--json").stdout)
        self.assertEqual(found[0]["regions"], ["quadratus_lumborum.l"])
        nothing = run("find", "unicorn")
        self.assertEqual((nothing.returncode, nothing.stdout), (1, ""))
        self.assertIn('no place with the words "unicorn"', nothing.stderr)
        self.assertEqual(run("find").returncode, 2)

    def test_export_writes_files_that_others_can_read(self):
        session = next(p for p in self.files if self.load(p)["id"] == self.session["id"])
        out = self.folder / "summary"
        made = run("export", session, "--out", out, "--json")
        self.assertEqual(made.returncode, 0, made.stderr)
        files = [Path(name) for name in json.loads(made.stdout)]
        self.assertEqual(sorted(f.suffix for f in files), [".html", ".pdf", ".png"])
        self.assertTrue(all(f.parent == out and f.stat().st_size > 1000 for f in files))
        pdf = next(f for f in files if f.suffix == ".pdf")
        words = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True,
                               timeout=60, check=True).stdout
        for expected in (self.session["client"]["name"], "Not a diagnosis", "Massage session"):
            self.assertIn(expected, words)
        # The same session gives the same bytes, and only the formats that were asked for.
        again = run("export", session, "--out", self.folder / "again", "--format", "pdf")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(Path(again.stdout.strip()).read_bytes(), pdf.read_bytes())
        self.assertEqual(len(list((self.folder / "again").iterdir())), 1)
        self.assertEqual(run("export", session).returncode, 2)

    def test_every_demo_session_is_valid_for_both(self):
        self.assertEqual(len(self.files), 18)
        for path in self.files:
            errors = [error.message for error in self.schema.iter_errors(self.load(path))]
            self.assertEqual(errors, [], path)
        checked = run("validate", *self.files)
        self.assertEqual((checked.returncode, checked.stdout), (0, ""))

    def spoiled(self):
        """Sessions with one mistake each: what is wrong, where, the session."""
        mistakes = [
            ("/marks/0/level", 11), ("/marks/0/level", -1), ("/marks/0/level", 6.5),
            ("/marks/0/level", "6"), ("/marks/0/level_after", 11), ("/marks/0/channel", "odd"),
            ("/marks/0/author", "nobody"), ("/marks/0/phase", "never"), ("/marks/0/since", "ever"),
            ("/marks/0/qualities", ["odd"]), ("/marks/0/regions", []), ("/marks/0/id", "7"),
            ("/marks/0/made_at", "tomorrow"), ("/marks/0/area", "No Area"),
            ("/focus/0/minutes", 0), ("/focus/0/minutes", 181), ("/homework/0/dose/sets", 11),
            ("/homework/0/dose/hold_s", 1801), ("/homework/0/dose/days_a_week", 8),
            ("/homework/0/dose/max_pain", 11), ("/appointment/minutes", 5),
            ("/appointment/kind", "odd"), ("/client/born", "14.3.92"), ("/client/name", ""),
            ("/client/example", "yes"), ("/stage", "open"), ("/shared_consent", "yes"),
            ("/id", "../x"), ("/version", 0), ("/note", "x" * 10001), ("/note", "\x1b[2J"),
        ]
        for pointer, value in mistakes:
            session = copy.deepcopy(self.session)
            *way, last = [int(p) if p.isdigit() else p for p in pointer.split("/")[1:]]
            place = session
            for step in way:
                place = place[step]
            place[last] = value
            yield pointer, value, session

    def test_schema_and_program_refuse_the_same(self):
        for pointer, value, session in self.spoiled():
            with self.subTest(pointer=pointer, value=str(value)[:20]):
                self.assertFalse(self.schema.is_valid(session))
                path = self.write("spoiled.json", session)
                checked = run("validate", path)
                self.assertEqual(checked.returncode, 1)
                first = checked.stdout.splitlines()[0]
                self.assertTrue(first.startswith(f"{path}: {pointer}"), first)

    def test_unknown_fields_are_welcome_to_both(self):
        session = copy.deepcopy(self.session)
        session["later"] = session["marks"][0]["later"] = {"a": 1}
        self.assertTrue(self.schema.is_valid(session))
        self.assertEqual(run("validate", self.write("later.json", session)).returncode, 0)

    def test_one_line_per_problem(self):
        session = copy.deepcopy(self.session)
        session["marks"][0]["level"] = 11
        session["marks"][1]["area"] = "tail"
        path = self.write("two.json", session)
        checked = run("validate", self.files[0], path)
        self.assertEqual(checked.returncode, 1)
        self.assertEqual(checked.stdout.splitlines(), [
            f"{path}: /marks/0/level: The level is 11; it must be a whole number from 0 to 10.",
            f'{path}: /marks/1/area: The atlas has no area "tail".'])
        as_json = json.loads(run("validate", path, "--json").stdout)
        self.assertEqual([p["pointer"] for p in as_json], ["/marks/0/level", "/marks/1/area"])
        self.assertEqual(as_json[0]["file"], str(path))

    def test_bad_files_get_a_sentence_and_stay_as_they_are(self):
        huge = self.folder / "huge.json"
        with open(huge, "wb") as file:
            file.truncate(1 << 30)
        cases = [
            (self.write("text.json", "Dear Maya"), "it is not JSON"),
            (self.write("other.json", {"type": "FeatureCollection"}), "JSON of another kind"),
            (self.write("future.json", {"format": "palpate-session", "version": 3}),
             "Update Palpate to open it"),
            (huge, "too large: 1024 MB"),
            (self.folder / "missing.json", "There is no file"),
            (self.folder, "is a folder"),
        ]
        for path, words in cases:
            with self.subTest(words=words):
                before = os.stat(path).st_mtime_ns if path.exists() else None
                checked = run("validate", path)
                self.assertEqual(checked.returncode, 1)
                self.assertEqual(len(checked.stdout.splitlines()), 1)
                self.assertIn(words, checked.stdout)
                after = os.stat(path).st_mtime_ns if path.exists() else None
                self.assertEqual(before, after)

    def test_help_and_wrong_usage(self):
        for args in (["--help"], ["demo", "--help"], ["validate", "--help"]):
            shown = run(*args)
            self.assertEqual((shown.returncode, shown.stderr), (0, ""))
            self.assertIn("Usage: palpate-cli", shown.stdout)
        for args in ([], ["explode"], ["validate"], ["demo"], ["demo", "a", "b"],
                     ["validate", "--odd"]):
            with self.subTest(args=args):
                shown = run(*args)
                self.assertEqual((shown.returncode, shown.stdout), (2, ""))
                self.assertIn("Usage: palpate-cli", shown.stderr)

    def test_a_folder_that_cannot_be_written(self):
        self.write("taken", "a file")
        made = run("demo", self.folder / "taken" / "clinic")
        self.assertEqual((made.returncode, made.stdout), (1, ""))
        self.assertIn("Choose another folder", made.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
