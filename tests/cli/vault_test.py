"""Encrypting a clinic's folder with the real palpate-cli, and what the folder shows then.

Usage: vault_test.py PALPATE_CLI
"""

import json
import re
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from support import CLI, OpenSession, environment, files_of, run, set_note

WORDS, OTHER = "four quiet green trees", "eleven slow boats"


class Vault(unittest.TestCase):
    def setUp(self):
        self.temp = tempfile.TemporaryDirectory()
        self.folder = Path(self.temp.name) / "clinic"
        made = run("demo", self.folder, "--json")
        self.assertEqual(made.returncode, 0, made.stderr)
        self.session = Path(json.loads(made.stdout)[-1]).stem
        text = (self.folder / "sessions" / f"{self.session}.json").read_text(encoding="utf-8")
        session = json.loads(text)
        self.secrets = [session["client"]["name"], session["practice"]["therapist"], "Maya",
                        "Tom Reyes", "calf", "hamstring"]

    def tearDown(self):
        self.temp.cleanup()

    def encrypt(self):
        done = run("encrypt", self.folder, given=WORDS + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        keys = re.findall(r"^(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}$", done.stdout, re.MULTILINE)
        self.assertEqual(len(keys), 1, done.stdout)
        return keys[0]

    def assert_nothing_can_be_read(self):
        for name, content in files_of(self.folder).items():
            for secret in self.secrets:
                self.assertNotIn(secret.encode(), content, name)
                self.assertNotIn(secret, name)

    def show(self, **given):
        return run("show", self.folder, self.session, **given)

    def test_encrypted_opened_changed_rekeyed_and_decrypted(self):
        plain = self.show().stdout
        self.assertIn(self.secrets[0], plain)
        key = self.encrypt()
        self.assert_nothing_can_be_read()

        # Opened: by passphrase and recovery key, from each source.
        words_file = Path(self.temp.name) / "words"
        words_file.write_text(WORDS + "\n", encoding="utf-8")
        self.assertEqual(self.show(env={"PALPATE_PASSPHRASE": WORDS}).stdout, plain)
        self.assertEqual(self.show(given=key.lower() + "\n").stdout, plain)
        by_file = run("show", self.folder, self.session, "--passphrase-file", words_file)
        self.assertEqual(by_file.stdout, plain)

        # Not opened.
        wrong = self.show(env={"PALPATE_PASSPHRASE": "not these words"})
        self.assertEqual((wrong.returncode, wrong.stdout), (1, ""))
        self.assertIn("not the passphrase", wrong.stderr)
        self.assertIn("passphrase is needed", self.show().stderr)
        self.assertIn("already", run("encrypt", self.folder, given=WORDS + "\n").stderr)

        # A new passphrase touches vault.json and the list of what was done, and no record.
        before = {p: p.stat().st_mtime_ns for p in self.folder.rglob("*.json")}
        contents = files_of(self.folder)
        changed = run("rekey", self.folder, env={"PALPATE_PASSPHRASE": key,
                                                 "PALPATE_NEW_PASSPHRASE": OTHER})
        self.assertEqual(changed.returncode, 0, changed.stderr)
        after = files_of(self.folder)
        differ = {name for name in after if after[name] != contents.get(name)}
        self.assertLessEqual(differ, {"vault.json", "audit/log.jsonl", "audit/head.json"})
        for path, stamp in before.items():
            if str(path.relative_to(self.folder)) not in differ:
                self.assertEqual(path.stat().st_mtime_ns, stamp, path)
        self.assertEqual(self.show(given=WORDS + "\n").returncode, 1)
        self.assertEqual(self.show(given=OTHER + "\n").stdout, plain)

        # Damaged is not wrong.
        file = self.folder / "sessions" / f"{self.session}.json"
        good = file.read_bytes()
        file.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
        damaged = self.show(given=OTHER + "\n")
        self.assertEqual(damaged.returncode, 1)
        self.assertIn("damaged", damaged.stderr)
        file.write_bytes(good)

        done = run("decrypt", self.folder, given=OTHER + "\n")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse((self.folder / "vault.json").exists())
        self.assertEqual(self.show().stdout, plain)

    def test_while_a_session_is_worked_on_nothing_can_be_read_and_nobody_decrypts(self):
        self.encrypt()
        note = "Told about a fall in the stairway"
        self.secrets.append(note)
        with OpenSession(self.folder, self.session, {"PALPATE_PASSPHRASE": WORDS}) as work:
            self.assertEqual(work.send(set_note(note)), "ack 1\n")
            self.assertGreater((self.folder / "journal" / f"{self.session}.jsonl").stat().st_size,
                               0)
            self.assert_nothing_can_be_read()
            refused = run("decrypt", self.folder, given=WORDS + "\n")
            self.assertEqual(refused.returncode, 1)
            self.assertIn("open in another program", refused.stderr)
        self.assert_nothing_can_be_read()
        self.assertIn(note, self.show(given=WORDS + "\n").stdout)

    def test_killed_in_the_middle_it_goes_on(self):
        plain = self.show().stdout
        for command in ("encrypt", "decrypt"):
            before = None
            for wait in (0.02, 0.4, 0.8, 0.85, 0.9, 0.95, 1.0, 1.1):
                if command == "decrypt" and not (self.folder / "vault.json").exists():
                    break
                with subprocess.Popen([CLI, command, self.folder], stdin=subprocess.PIPE,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                      env=environment({"PALPATE_PASSPHRASE": WORDS})) as program:
                    time.sleep(wait)
                    program.send_signal(signal.SIGKILL)
                before = self.show(env={"PALPATE_PASSPHRASE": WORDS})
                self.assertEqual(before.stdout, plain, before.stderr)
            if command == "encrypt" and not (self.folder / "vault.json").exists():
                self.encrypt()
        if (self.folder / "vault.json").exists():
            run("decrypt", self.folder, given=WORDS + "\n")
        self.assertEqual(self.show().stdout, plain)

    def test_wrong_calls_change_nothing(self):
        nowhere = Path(self.temp.name) / "nowhere"
        for command in ("encrypt", "decrypt", "rekey"):
            self.assertEqual(run(command).returncode, 2)
            self.assertEqual(run(command, nowhere, given=WORDS + "\n").returncode, 1)
            self.assertFalse(nowhere.exists())
        short = run("encrypt", self.folder, given="short\n")
        self.assertEqual(short.returncode, 1)
        self.assertIn("too short", short.stderr)
        self.assertFalse((self.folder / "vault.json").exists())
        self.assertIn("not encrypted", run("decrypt", self.folder, given=WORDS + "\n").stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
