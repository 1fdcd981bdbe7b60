"""The guidance on the command line.

Usage: guide_test.py PALPATE_CLI
"""

import copy
import datetime
import json
import sys
import tempfile
import unittest
from pathlib import Path

from support import run

RACE = datetime.datetime.fromisoformat("2026-11-22T09:00:00+01:00")
CARD = {"rule", "severity", "title", "reason", "action", "pressure_cap", "blocks_session",
        "blocked_areas", "areas"}


def hours(number):
    return (RACE + datetime.timedelta(hours=number)).isoformat()


class Guide(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temp = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temp.name)
        made = run("demo", cls.folder / "clinic", "--json")
        assert made.returncode == 0, made.stderr
        sessions = [json.loads(Path(f).read_text(encoding="utf-8"))
                    for f in json.loads(made.stdout)]
        cls.closed = next(s for s in sessions if s["stage"] == "closed" and s["marks"])

    @classmethod
    def tearDownClass(cls):
        cls.temp.cleanup()

    def session(self, name="session.json", **intake):
        """An open session with a race, and what else the client says."""
        session = copy.deepcopy(self.closed)
        session.update(stage="ready", signature=None, marks=[], focus=[], zones=[], findings=[],
                       feedback=[], homework=[], treatment=None, follow_up=[])
        session["intake"].update(event={"kind": "race", "start": RACE.isoformat(),
                                        "hour_known": True, "name": ""},
                                 next_training=None, health_yes=[])
        session["intake"].update(intake)
        session["intake"]["health_asked"] = session["intake"]["health_yes"]
        return self.write(name, session)

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content),
                        encoding="utf-8")
        return path

    def guide(self, file, at, *more):
        got = run("guide", file, "--at", at, "--json", *more)
        self.assertEqual((got.returncode, got.stderr), (0, ""))
        answer = json.loads(got.stdout)
        self.assertEqual((answer["format"], answer["version"]), ("palpate-guidance", 1))
        self.assertEqual(answer["at"], at)
        for card in answer["cards"]:
            self.assertEqual(set(card), CARD)
        return answer

    @staticmethod
    def rules(answer, *severities):
        return {c["rule"] for c in answer["cards"] if c["severity"] in severities}

    def test_the_time_takes_the_place_of_the_appointment(self):
        new = self.session(experience="first_time")
        expected = [(-14 * 24, set(), False, 5), (-5 * 24, {"S7"}, False, 5),
                    (-50, {"S7"}, True, 5), (3, set(), False, 2)]
        for after, warned, blocked, cap in expected:
            answer = self.guide(new, hours(after))
            self.assertEqual(self.rules(answer, "stop", "warning"), warned, after)
            self.assertEqual(answer["blocks_session"], blocked)
            self.assertEqual(answer["pressure_cap"], cap)
        used = self.session(experience="used_to_it")
        for after, rule, severity, cap in [(-168, "S18", "note", 5), (-48, "S18", "note", 5),
                                           (-47.9, "S19", "warning", 3), (2, "S20", "caution", 2),
                                           (24, "S22", "note", 5), (60, "S22", "note", 5)]:
            answer = self.guide(used, hours(after))
            self.assertIn(rule, self.rules(answer, severity), after)
            self.assertEqual((answer["blocks_session"], answer["pressure_cap"]), (False, cap))

    def test_the_same_moment_in_another_zone_gives_the_same_cards(self):
        used = self.session(experience="used_to_it")
        at = RACE - datetime.timedelta(hours=40)
        there = at.astimezone(datetime.timezone(datetime.timedelta(hours=-9)))
        self.assertEqual(self.guide(used, at.isoformat())["cards"],
                         self.guide(used, there.isoformat())["cards"])

    def test_a_sign_stops_and_names_its_areas(self):
        answer = self.guide(self.session(experience="used_to_it", health_yes=["RF16"]),
                            hours(-400))
        first = answer["cards"][0]
        self.assertEqual((first["rule"], first["severity"]), ("RFL-R1", "stop"))
        self.assertIn("knee_knee.l", first["blocked_areas"])
        self.assertIn("level C", first["title"])
        self.assertFalse(answer["blocks_session"])
        answer = self.guide(self.session(health_yes=["RF2"]), hours(-400))
        self.assertTrue(answer["blocks_session"])
        answer = self.guide(self.session(health_yes=["CA1"]), hours(-400))
        self.assertEqual((answer["pressure_cap"], answer["blocks_session"]), (2, False))

    def test_day_3_of_a_session_that_is_over(self):
        session = copy.deepcopy(self.closed)
        mark = session["marks"][0]
        mark["level"] = 6
        start = datetime.datetime.fromisoformat(session["appointment"]["start"])
        at = (start + datetime.timedelta(days=3)).isoformat()
        for level, told in [(5, True), (3, False)]:
            session["follow_up"] = [{"mark": mark["id"], "level": level, "better": True, "at": at}]
            answer = self.guide(self.write("over.json", session), at)
            self.assertEqual("S37" in self.rules(answer, "caution"), told)

    def test_history_is_that_of_the_client_and_damaged_files_are_told(self):
        session = self.session(experience=None)
        self.assertTrue(self.guide(session, hours(-50))["blocks_session"])  # nobody knows more
        earlier = copy.deepcopy(self.closed)
        earlier["id"] = "01a00000-0000-7000-8000-000000000001"
        earlier["appointment"]["start"] = hours(-1000)
        self.write("history/earlier.json", earlier)
        later = {**earlier, "id": "01a00000-0000-7000-8000-000000000002"}
        later["appointment"] = {**earlier["appointment"], "start": hours(10)}
        self.write("later/later.json", later)
        other = {**earlier, "client": {**earlier["client"],
                                       "id": "01a00000-0000-7000-8000-000000000003"}}
        self.write("others/other.json", other)
        for folder, blocked in [("history", False), ("later", True), ("others", True)]:
            answer = self.guide(session, hours(-50), "--history", self.folder / folder)
            self.assertEqual(answer["blocks_session"], blocked, folder)
        self.write("history/damaged.json", "{")
        got = run("guide", session, "--at", hours(-50), "--history", self.folder / "history")
        self.assertEqual(got.returncode, 0)
        self.assertEqual(got.stderr.count("\n"), 1)
        self.assertIn("damaged.json", got.stderr)

    def test_the_clinics_settings_count(self):
        new = self.session(experience="first_time")
        settings = self.write("settings.json", {
            "format": "palpate-settings", "version": 1,
            "guidance": {"new_client_blocked_hours": 24, "new_client_clear_hours": 24}})
        answer = self.guide(new, hours(-50), "--settings", settings)
        self.assertFalse(answer["blocks_session"])
        self.assertNotIn("S7", self.rules(answer, "stop", "warning"))

    def test_lines_for_people(self):
        got = run("guide", self.session(experience="first_time"), "--at", hours(-50))
        self.assertEqual((got.returncode, got.stderr), (0, ""))
        lines = got.stdout.splitlines()
        self.assertRegex(lines[0], r"^stop +S7 +New to massage, too close to a race\. ")
        self.assertEqual(lines[-2:], ["Pressure: at most 5.", "No massage now."])

    def test_what_cannot_be_done_is_one_sentence(self):
        session = self.session()
        for args in ([self.folder / "none.json"], [self.write("broken.json", "{")],
                     [session, "--history", self.folder / "none"],
                     [session, "--settings", self.write("bad.json", "[]")]):
            got = run("guide", *args, "--at", hours(0))
            self.assertEqual((got.returncode, got.stdout), (1, ""), args)
            self.assertEqual(got.stderr.count("\n"), 1, got.stderr)
        for args in ([session], [session, "--at", "tomorrow"], ["--at", hours(0)],
                     [session, session, "--at", hours(0)], [session, "--at"],
                     [session, "--at", hours(0), "--loud"]):
            got = run("guide", *args)
            self.assertEqual((got.returncode, got.stdout), (2, ""), args)
        self.assertEqual(run("guide", "--help").returncode, 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
