"""Writes the man page of a program from what its --help says, and that of its commands.

Usage: manpage.py PROGRAM VERSION NAME.1.gz
"""

import gzip
import re
import subprocess
import sys
from pathlib import Path


def help_of(*command):
    return subprocess.run([*command, "--help"], capture_output=True, text=True, check=True,
                          timeout=60).stdout.splitlines()


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in (".", "'") else text


def page(lines, heading):
    """The text of a help: "Word:" becomes a heading, two columns become terms with their text."""
    out = []
    for line in lines:
        text = line.strip()
        term = re.match(r" {1,4}(\S.*?)(?: {2,}(\S.*))?$", line)
        if not text:
            out.append(".PP")
        elif title := re.match(r"([A-Z][a-z ]+):$", line):
            out.append(f"{heading} {title[1].upper()}")
        elif term:
            out += [".TP", f"\\fB{escaped(term[1])}\\fR"]
            out += [escaped(term[2])] if term[2] else []
        elif line.startswith("Usage: "):
            out += [".PP", f"\\fB{escaped(text.removeprefix('Usage: '))}\\fR", ".PP"]
        else:
            out.append(escaped(text))
    return out


def commands_of(lines):
    """The first words of the rows under "Commands:"."""
    rows = []
    inside = False
    for line in lines:
        inside = line == "Commands:" or (inside and line.startswith("  "))
        if inside and (row := re.match(r"  (\w[\w-]*)", line)):
            rows.append(row[1])
    return rows


def main(program, version, to):
    name = Path(program).name
    lines = help_of(program)
    what = lines[0].removeprefix(f"{name}: ")
    out = [f'.TH {name.upper()} 1 "" "{name} {version}" "User Commands"',
           ".SH NAME", f"{escaped(name)} \\- {escaped(what)}", ".SH DESCRIPTION"]
    out += page(lines[1:], ".SH")
    for command in commands_of(lines):
        out += [f".SH {name.upper()} {command.upper()}"]
        out += page(help_of(program, command), ".SS")
    text = "\n".join(out) + "\n"
    Path(to).write_bytes(gzip.compress(text.encode(), mtime=0)) # the same bytes every time


main(*sys.argv[1:])
