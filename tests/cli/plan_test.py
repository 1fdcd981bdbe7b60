"""Plans, the wording check and day 3 on the command line.

Usage: plan_test.py PALPATE_CLI
"""

import json
import sys
import tempfile
import unittest
from pathlib import Path

from support import run

MAIN_ZONES = ["back", "front", "head_neck", "hips", "lower_legs", "shoulders_arms", "thighs"]


class Sessions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temp = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temp.name)
        made = run("demo", cls.folder / "clinic", "--json")
        assert made.returncode == 0, made.stderr
        cls.files = json.loads(made.stdout)

    @classmethod
    def tearDownClass(cls):
        cls.temp.cleanup()

    @staticmethod
    def load(path):
        return json.loads(Path(path).read_text(encoding="utf-8"))

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return path


class Plans(Sessions):
    def test_minutes_of_every_part_add_up(self):
        for file in self.files:
            before = Path(file).read_bytes()
            for minutes in (10, 37, 60, 180):
                done = run("plan", file, "--minutes", minutes, "--json")
                self.assertEqual(done.returncode, 0, done.stderr)
                plan = json.loads(done.stdout)
                self.assertEqual((plan["format"], plan["version"]), ("palpate-plan", 1))
                self.assertEqual(plan["minutes"], minutes)
                items = plan["items"]
                self.assertEqual(sum(item["minutes"] for item in items), minutes)
                focus = [item for item in items if item["kind"] == "focus"]
                zones = [item for item in items if item["kind"] == "zone"]
                self.assertEqual(plan["focus_minutes"], sum(item["minutes"] for item in focus))
                for item in items:
                    self.assertTrue(item["reason"] and item["name"], item)
                if minutes >= 37:
                    self.assertEqual(sorted(item["region"] for item in zones), MAIN_ZONES)
            self.assertEqual(Path(file).read_bytes(), before)

    def test_plain_lines_and_the_booked_time(self):
        session = self.load(self.files[0])
        done = run("plan", self.files[0])
        self.assertEqual(done.returncode, 0, done.stderr)
        minutes = session["appointment"]["minutes"]
        self.assertRegex(done.stdout.splitlines()[-1],
                         rf"^ *{minutes} min, \d+ of them for focus areas$")

    def test_wrong_minutes_are_refused_with_a_sentence(self):
        for minutes in ("9", "181", "-20", "60.5", "many"):
            done = run("plan", self.files[0], "--minutes", minutes, "--json")
            self.assertEqual(done.returncode, 1, minutes)
            self.assertEqual(done.stdout, "")
            self.assertIn("from 10 to 180", done.stderr)

    def test_wrong_calls(self):
        self.assertEqual(run("plan").returncode, 2)
        self.assertEqual(run("plan", self.files[0], "--minutes").returncode, 2)
        self.assertEqual(run("plan", self.files[0], "--fast").returncode, 2)
        self.assertEqual(run("plan", "--help").returncode, 0)
        missing = run("plan", self.folder / "none.json", "--minutes", 60)
        self.assertEqual(missing.returncode, 1)
        self.assertIn("none.json", missing.stderr)
        broken = run("plan", self.write("broken.json", "{"), "--minutes", 60)
        self.assertEqual(broken.returncode, 1)

    def test_history_makes_a_place_that_is_worse_weigh_more(self):
        empty = self.folder / "empty"
        empty.mkdir()
        told = []
        for file in self.files:
            reasons = [[item["reason"] for item in json.loads(
                run("plan", file, "--minutes", 60, "--json", *more).stdout)["items"]]
                for more in ((), ("--history", empty))]
            told += [r for r in reasons[0] if r not in reasons[1]]
        self.assertTrue(any("keeps coming back" in reason for reason in told), told)


class Wording(Sessions):
    def test_one_line_for_each_finding(self):
        done = run("wording", self.write("note.txt", "Calf warm.\nCaf\u00e9: two knots, tendinitis\n"))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines(), [
            '2:11: knots: There are no knots in muscle. Say "tight and tender spot" instead. (S33)',
            '2:18: tendinitis: This names a disease, which is for a doctor. '
            'Say "warm, swollen or sore to touch" instead. (S36)'])
        self.assertEqual(run("wording", "-", given="a knot").returncode, 1)

    def test_none_for_a_clean_text_and_for_what_the_client_says(self):
        for text in ("", "Calf warm and guarded.", "Client says: tendinitis last year."):
            done = run("wording", "-", given=text)
            self.assertEqual((done.returncode, done.stdout), (0, ""), done.stdout + done.stderr)

    def test_the_texts_of_a_session(self):
        for file in self.files:
            done = run("wording", file)
            self.assertEqual((done.returncode, done.stdout), (0, ""), done.stdout + done.stderr)
        session = self.load(self.files[0])
        session["question"] = "Is it sciatica?"
        done = run("wording", self.write("knot.json", session))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertRegex(done.stdout, r"^question:1:7: sciatica: .* \(S36\)\n$")

    def test_wrong_calls(self):
        self.assertEqual(run("wording").returncode, 2)
        missing = run("wording", self.folder / "none.txt")
        self.assertEqual((missing.returncode, missing.stdout), (1, ""))
        self.assertIn("none.txt", missing.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
