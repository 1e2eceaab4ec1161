#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads is what it expects: launcher, description, file type, settings; and every
file of XML or JSON can be parsed."""
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from common import run

XML = (".ui", ".xml", ".xml.in", ".svg", ".rng")
# An SQLite header with the number of our offices where SQLite keeps an application's number.
OFFICE = b"SQLite format 3\0" + bytes(52) + b"ThDu" + bytes(28)
FILE_TYPE = "application/x-thidua-office"


def merged(tree, path, folder):
    """The file as it will be installed: with its translations."""
    kind = "--desktop" if path.endswith(".desktop.in") else "--xml"
    out = os.path.join(folder, os.path.basename(path)[:-len(".in")])
    if complaint := tree.tool("msgfmt", kind, "-d", tree.path("po"), "--template", tree.path(path),
                              "--output-file", out):
        raise ValueError(complaint)
    return out


def validated(tree, ending, *command):
    problems = []
    for path in tree.files(ending, under="data/"):
        with tempfile.TemporaryDirectory() as folder:
            try:
                complaint = tree.tool(*command, merged(tree, path, folder))
            except ValueError as error:
                complaint = str(error)
        if complaint:
            problems.append(f"{path}: {complaint.replace(folder + '/', '')}")
    return problems


def launcher(tree):
    return validated(tree, ".desktop.in", "desktop-file-validate")


def description(tree):
    return validated(tree, ".metainfo.xml.in", "appstreamcli", "validate", "--no-net", "--no-color")


def file_type(tree):
    """The type is known by the file's name and, without one, by its first bytes."""
    problems = []
    for path in tree.files(".mime.xml.in", under="data/"):
        with tempfile.TemporaryDirectory() as folder:
            packages = os.path.join(folder, "mime", "packages")
            os.makedirs(packages)
            try:
                os.rename(merged(tree, path, folder), os.path.join(packages, "thidua.xml"))
            except ValueError as error:
                problems.append(f"{path}: {error}")
                continue
            # The system's own types, so that the question is put as on a real desktop.
            for name in glob.glob("/usr/share/mime/packages/freedesktop.org.xml"):
                shutil.copy(name, packages)
            if complaint := tree.tool("update-mime-database", os.path.dirname(packages)):
                problems.append(f"{path}: {complaint}")
            for name, content in (("a.thidua", b"-"), ("a.thidua", OFFICE), ("nameless", OFFICE)):
                file = os.path.join(folder, name)
                with open(file, "wb") as out:
                    out.write(content)
                got = subprocess.run(
                    ["gio", "info", "-a", "standard::content-type", file], text=True,
                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                    env=dict(os.environ, XDG_DATA_HOME=folder, XDG_DATA_DIRS=folder)).stdout
                if FILE_TYPE not in got.split():
                    problems.append(f"{path}: {name} of {len(content)} bytes is not {FILE_TYPE}")
    return problems


def settings(tree):
    if not tree.files(".gschema.xml", under="data/"):
        return []
    complaint = tree.tool("glib-compile-schemas", "--strict", "--dry-run", "data")
    return [complaint] if complaint else []


def parse(tree):
    problems = []
    for path in tree.files(*XML):
        if complaint := tree.tool("xmllint", "--noout", "--nonet", path):
            problems.append(complaint)
    for path in tree.files(".json"):
        try:
            json.loads(tree.text(path) or "")
        except ValueError as error:
            problems.append(f"{path}: {error}")
    return problems


DESKTOP = "[Desktop Entry]\nType=Application\nName=A\nExec=a\nCategories=Office;\n"
METAINFO = """<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>org.a.B</id><metadata_license>CC0-1.0</metadata_license><name>A</name>
  <project_license>GPL-3.0-or-later</project_license><summary>A thing</summary>
  <description><p>It does what it does, and it does so rather well.</p></description>
  <launchable type="desktop-id">org.a.B.desktop</launchable>
  <content_rating type="oars-1.1"/>
</component>
"""
MIME = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-thidua-office"><comment>A</comment>
    <magic priority="60"><match type="string" offset="0" value="SQLite format 3">
      <match type="big32" offset="68" value="0x54684475"/></match></magic>
    <glob pattern="*.thidua"/>
  </mime-type>
</mime-info>
"""
SCHEMA = '<schemalist><schema id="org.a" path="/org/a/"><key name="b" type="s">' \
         "<default>'c'</default></key></schema></schemalist>\n"
GOOD = {
    "po/LINGUAS": "",
    "data/org.a.B.desktop.in": DESKTOP,
    "data/org.a.B.metainfo.xml.in": METAINFO,
    "data/a.mime.xml.in": MIME,
    "data/org.a.gschema.xml": SCHEMA,
    "data/a.json": "[1]\n",
    "ui/a.ui": "<interface/>\n",
}

if __name__ == "__main__":
    run(("the launcher is valid", launcher, GOOD,
         [{"data/org.a.B.desktop.in": DESKTOP.replace("Name=A\n", "")},
          {"data/org.a.B.desktop.in": DESKTOP.replace("Office", "Offices")}]),
        ("the description is valid", description, GOOD,
         [{"data/org.a.B.metainfo.xml.in": METAINFO.replace("<name>A</name>", "")},
          {"data/org.a.B.metainfo.xml.in": METAINFO.replace("GPL-3.0-or-later", "mine")}]),
        ("offices are known by name and content", file_type, GOOD,
         [{"data/a.mime.xml.in": MIME.replace("*.thidua", "*.office")},
          {"data/a.mime.xml.in": MIME.replace("0x54684475", "0x54684476")},
          {"data/a.mime.xml.in": MIME.replace("</mime-info>", "")}]),
        ("settings are valid", settings, GOOD,
         [{"data/org.a.gschema.xml": SCHEMA.replace("'c'", "c c")}]),
        ("XML and JSON can be parsed", parse, GOOD,
         [{"ui/b.ui": "<interface>\n"},
          {"data/schema/b.rng": "<a><b></a>\n"},
          {"data/b.json": "[1,]\n"}]))
