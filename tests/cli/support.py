"""What the tests of palpate-cli share. The first word of the test's command line is the program."""

import json
import os
import select
import subprocess
import sys

CLI = sys.argv[1]


def environment(extra=None):
    """Without what the person who runs the tests has set for Palpate."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PALPATE_")}
    return {**clean, **(extra or {})}


def run(*args, given="", env=None):
    return subprocess.run([CLI, *map(str, args)], input=given, capture_output=True, text=True,
                          timeout=120, env=environment(env))


def as_lines(commands):
    return "".join(json.dumps(command) + "\n" for command in commands)


def apply(clinic, session, *commands):
    return run("apply", clinic, session, given=as_lines(commands))


def open_session(session, client, name, start="2026-11-23T10:00:00+01:00"):
    return {"command": "open_session", "id": session, "client": {"id": client, "name": name},
            "appointment": {"start": start, "minutes": 60, "kind": "first"}, "practice": {},
            "figure": None, "language": "en"}


def set_note(note):
    return {"command": "set_note", "note": note}


def files_of(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


class OpenSession:
    """A session that palpate-cli has open, with the journal not empty after the first command. At
    the end the program is killed, so that nothing of it gets into the session's file."""

    def __init__(self, clinic, session, env=None):
        self.program = subprocess.Popen([CLI, "apply", str(clinic), session],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=environment(env))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.program.kill()
        self.program.communicate()

    def send(self, command):
        """The answer; "nothing" when there is none within a minute."""
        self.program.stdin.write(as_lines([command]))
        self.program.stdin.flush()
        ready, _, _ = select.select([self.program.stdout], [], [], 60)
        return self.program.stdout.readline() if ready else "nothing"
