#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: every verb that reads a file meets every bad file, every verb that opens an office
meets every bad office, every output that cannot be written is tried, every write meets a full disk.
Each time: the exit code of the table, one clear message, nothing on stdout, bounded time and
memory, and all that was there is still there.

The verbs come from the program's own help: a new one fails until it is in the table."""
import atexit
import base64
import contextlib
import fcntl
import hashlib
import os
import random
import re
import shutil
import socket
import sqlite3
import stat
import struct
import subprocess
import sys
import unicodedata
import zlib

sys.dont_write_bytecode = True
sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
import badbooks
import badplans
import loopback_printer
from common import (DEPARTMENT, DONE, FAILED, HOME, PROVINCE, REFUSED, SANITIZED, UNITS, Tap, dump, make_office, must, nominations,
                    path, plan_text, row, run, same, write)

tap = Tap()
ROOT = os.geteuid() == 0
WORK = path("work")  # where the bad things lie; emptied before every case
OFFICE = os.path.join(WORK, "office.thidua")
OUTPUT = os.path.join(WORK, "out.pdf")


class Verb:
    """Words of a call that succeeds on the good office, and what it does."""

    def __init__(self, *words, reads=None, writes=False, output=False, makes=False, ending=".pdf", steps=False):
        self.words, self.reads, self.writes, self.output, self.makes = words, reads, writes, output, makes
        self.ending = ending  # of what it makes
        self.steps = steps  # several actions, each whole: what was done before one fails stays

    def call(self, office=OFFICE, file=None, output=OUTPUT, **options):
        output = re.sub(r"\.pdf$", self.ending, output)
        words = [file if w == "FILE" and file is not None else GOOD.get(self.reads) if w == "FILE" else output if w == "OUT" else w
                 for w in self.words]
        return run("--office", office, *words, **options)


FILES = path("files")  # beside the work: a folder of its own
COLUMNS = "subject_name,subject_kind,plan_id,award_form,giver,kind,unit_name,post,achievement,state"
NEW = ("--plan", 1, "--giver", DEPARTMENT, "--signer", "X", "--all")
ACT = ("--date", "2026-03-01", "--number", "9/NQ-HĐND")
VERBS = {
    "office new": Verb("office", "new", "OUT", "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk", output=True, makes=True),
    "office info": Verb("office", "info"),
    "office check": Verb("office", "check"),
    "office log": Verb("office", "log"),
    "office undo": Verb("office", "undo", writes=True),
    "office redo": Verb("office", "redo", writes=True),
    "office overview": Verb("office", "overview", "--as-of", "2026-01-03"),
    "office emblem": Verb("office", "emblem", "set", "FILE", reads="emblem", writes=True),
    "office wording": Verb("office", "wording"),
    "office wording --set": Verb("office", "wording", "set", "final_stop=none", writes=True),
    "demo": Verb("demo", "OUT", "--nominations", 12, output=True, makes=True),
    "plan read": Verb("plan", "read", "FILE", reads="plan", makes=True),
    "plan import": Verb("plan", "import", "FILE", reads="plan", writes=True),
    "plan import --review": Verb("plan", "import", "FILE", "--review", "OUT", reads="plan", output=True, ending=".json"),
    "plan accept": Verb("plan", "accept", "FILE", reads="review", writes=True),
    "plan diff": Verb("plan", "diff", 1, "FILE", reads="plan"),
    "plan new": Verb("plan", "new", "--from", 1, "--unit", "Sở Y tế", writes=True),
    "plan new --goes-on": Verb("plan", "new", "--from", 1, "--goes-on", writes=True),
    "plan check": Verb("plan", "check", 3),
    "plan issue": Verb("plan", "issue", 3, "--number", "3/KH-UBND", "--date", "2026-03-01", writes=True),
    "plan list": Verb("plan", "list"),
    "plan show": Verb("plan", "show", 1),
    "plan tasks": Verb("plan", "tasks", 1),
    "plan recipients": Verb("plan", "recipients", 1, "--as-of", "2026-03-01"),
    "plan reports": Verb("plan", "reports", "--late", "--as-of", "2026-03-01"),
    "plan timeline": Verb("plan", "timeline", "--output", "OUT", "--as-of", "2026-01-03", output=True),
    "plan timeline --output .svg": Verb("plan", "timeline", "--output", "OUT", "--as-of", "2026-01-03", output=True, ending=".svg"),
    "plan print": Verb("plan", "print", 1, "--output", "OUT", output=True),
    "plan print --docx": Verb("plan", "print", 1, "--output", "OUT", output=True, ending=".docx"),
    "decision print --odt": Verb("decision", "print", 1, "--output", "OUT", output=True, ending=".odt"),
    "plan received": Verb("plan", "received", 1, 1, "--date", "2026-01-02", writes=True),
    "plan remind": Verb("plan", "remind", "--number", 45, "--as-of", "2026-03-01", "--output", "OUT", output=True, writes=True),
    "plan change": Verb("plan", "change", 1, "--kind", "extension", "--number", "1/CV", "--date", "2026-01-02", "--end", "2026-03-31", writes=True),
    "plan change --take-back": Verb("plan", "change", 1, "--take-back", writes=True),
    "plan changes": Verb("plan", "changes", 1),
    "plan interim": Verb("plan", "interim", 1, "--what", "Báo cáo năm", "--due", "12-01", "--since", 2026, "--until", 2027, writes=True),
    "plan works": Verb("plan", "works", "--late", "--as-of", "2026-03-01"),
    "work list": Verb("work", "list", 1),
    "work new": Verb("work", "new", 1, "Cầu", writes=True),
    "work set": Verb("work", "set", 1, "--set", "value=1000", writes=True),
    "work delete": Verb("work", "delete", 1, writes=True),
    "exemplar list": Verb("exemplar", "list", 1),
    "exemplar new": Verb("exemplar", "new", 1, "Bà Mẫu", writes=True),
    "exemplar set": Verb("exemplar", "set", 1, "--set", "found_on=2026-01", writes=True),
    "exemplar delete": Verb("exemplar", "delete", 1, writes=True),
    "occasion list": Verb("occasion", "list", 1),
    "occasion new": Verb("occasion", "new", 1, "launch", writes=True),
    "occasion set": Verb("occasion", "set", 1, "--set", "place=Nhà văn hoá", writes=True),
    "occasion delete": Verb("occasion", "delete", 1, writes=True),
    "difficulty list": Verb("difficulty", "list", 1),
    "difficulty new": Verb("difficulty", "new", 1, "Thiếu kinh phí", writes=True),
    "difficulty set": Verb("difficulty", "set", 1, "--set", "raised_on=2026-01-02", writes=True),
    "difficulty delete": Verb("difficulty", "delete", 1, writes=True),
    "target list": Verb("target", "list", 1),
    "target new": Verb("target", "new", 1, "Nhà tạm", writes=True),
    "target set": Verb("target", "set", 1, "--set", "planned=12", writes=True),
    "target delete": Verb("target", "delete", 1, writes=True),
    "clause set": Verb("clause", "set", 1, "--set", "points=5", writes=True),
    "event list": Verb("event", "list"),
    "event new": Verb("event", "new", "Đại hội Thi đua yêu nước tỉnh", writes=True),
    "event set": Verb("event", "set", 1, "2026-01-23", writes=True),
    "unit list": Verb("unit", "list"),
    "unit import": Verb("unit", "import", "FILE", reads="units", writes=True),
    "unit import --province": Verb("unit", "import", "--province", "14", writes=True),
    "unit show": Verb("unit", "show", 1),
    "unit merge": Verb("unit", "merge", 1, 2, "--name", "Đơn vị mới", *ACT, writes=True),
    "unit split": Verb("unit", "split", 1, "--name", "Đơn vị mới", "--goes-on", *ACT, writes=True),
    "unit rename": Verb("unit", "rename", 1, "--name", "Tên mới", *ACT, writes=True),
    "unit move": Verb("unit", "move", 1, "--parent", 2, *ACT, writes=True),
    "bloc list": Verb("bloc", "list"),
    "bloc show": Verb("bloc", "show", 1),
    "bloc new": Verb("bloc", "new", "Khối mới", "--year", 2026, "--kind", "bloc", writes=True),
    "bloc add": Verb("bloc", "add", 1, 3, writes=True),
    "bloc copy": Verb("bloc", "copy", 2026, writes=True),
    "nomination set": Verb("nomination", "set", 4, "--set", "received_on=2026-01-02", writes=True),
    "nomination import": Verb("nomination", "import", "FILE", "--plan", 1, reads="list", writes=True),
    "nomination import --dry-run": Verb("nomination", "import", "FILE", "--plan", 1, "--dry-run", reads="list"),
    "list import": Verb("list", "import", "FILE", "--plan", 1, "--from", "SYT", reads="any list", writes=True),
    "list import --history": Verb("list", "import", "FILE", "--history", reads="any list", writes=True),
    "subject import": Verb("subject", "import", "FILE", reads="any list", writes=True),
    "list read": Verb("list", "read", "FILE", reads="any list", makes=True),
    "certificate arrange": Verb("certificate", "arrange", 1, "subject", "--template", "bang-khen-tinh-a3", "--text", "Nguyễn/Thị A", writes=True),
    "certificate changes": Verb("certificate", "changes"),
    "template list": Verb("template", "list"),
    "template show": Verb("template", "show", "mau-rieng"),
    "template check": Verb("template", "check", "FILE", reads="template"),
    "template export": Verb("template", "export", "giay-khen-a4", "--output", "OUT", output=True, ending=".xml"),
    "template import": Verb("template", "import", "FILE", reads="template", writes=True),
    "template retire": Verb("template", "retire", "mau-rieng", writes=True),
    "template remove": Verb("template", "remove", "mau-rieng", writes=True),
    "template underlay": Verb("template", "underlay", "giay-khen-a4", "FILE", reads="picture", writes=True),
    "stock list": Verb("stock", "list"),
    "stock new": Verb("stock", "new", "Phôi mới", "--size", "420x297", writes=True),
    "stock show": Verb("stock", "show", 1),
    "stock receive": Verb("stock", "receive", 1, 5, writes=True),
    "stock sheets": Verb("stock", "sheets", 1),
    "stock count": Verb("stock", "count", 1, "--since", "2026-01-01", "--until", "2026-01-31", "--output", "OUT", output=True),
    "stock print": Verb("stock", "print", 1, "--decision", 1, writes=True),
    "stock spoil": Verb("stock", "spoil", 1, "1", "--note", "rách", writes=True),
    "stock take-back": Verb("stock", "take-back", 1, "20", "--note", "sai", writes=True),
    "stock destroy": Verb("stock", "destroy", 1, "10", "--number", "1/BB", writes=True),
    "stock out": Verb("stock", "out", 1, "21", "--kind", "signature", "--date", "2026-01-22", writes=True),
    "stock back": Verb("stock", "back", 4, "--date", "2026-01-22", writes=True),
    "ceremony new": Verb("ceremony", "new", "Lễ ba", "--decisions", 3, writes=True),
    "ceremony list": Verb("ceremony", "list"),
    "ceremony show": Verb("ceremony", "show", 1),
    "ceremony lines": Verb("ceremony", "lines", 1),
    "ceremony add": Verb("ceremony", "add", 2, "--decisions", 3, writes=True),
    "ceremony strike": Verb("ceremony", "strike", 1, "2", writes=True),
    "ceremony order": Verb("ceremony", "order", 1, "form", writes=True),
    "ceremony move": Verb("ceremony", "move", 1, "1-2", "down", writes=True),
    "ceremony seat": Verb("ceremony", "seat", 1, 3, 3, writes=True),
    "ceremony mark": Verb("ceremony", "mark", 1, "1", "came", writes=True),
    "ceremony carry": Verb("ceremony", "carry", 1, 2, writes=True),
    "ceremony present": Verb("ceremony", "present", 1, "1", "--date", "2026-02-20", writes=True),
    "ceremony send": Verb("ceremony", "send", 1, "2", "--how", "bưu điện", "--date", "2026-02-20", writes=True),
    "ceremony print": Verb("ceremony", "print", 1, "--what", "calling", "--output", "OUT", output=True),
    "ceremony print --seating": Verb("ceremony", "print", 1, "--what", "seating", "--output", "OUT", output=True),
    "ceremony labels": Verb("ceremony", "labels", 1, "--output", "OUT", output=True),
    "kit list": Verb("kit", "list"),
    "kit set": Verb("kit", "set", "Bằng khen", "frame", "1,2,1", writes=True),
    "kit order": Verb("kit", "order", "--decision", 1),
    "nomination list": Verb("nomination", "list"),
    "nomination check": Verb("nomination", "check"),
    "decision new": Verb("decision", "new", *NEW, writes=True),
    "decision issue": Verb("decision", "issue", 2, "--number", "16/QĐ-SNV", "--date", "2026-02-20", writes=True),
    "decision list": Verb("decision", "list"),
    "decision show": Verb("decision", "show", 1),
    "decision correct": Verb("decision", "correct", 3, "--award", 8, "--set", "post=Trưởng phòng", "--number", "20/QĐ-SNV", "--date", "2026-03-01", writes=True),
    "decision revoke": Verb("decision", "revoke", 3, "--number", "21/QĐ-SNV", "--date", "2026-03-01", "--reason", "hồ sơ giả", writes=True),
    "decision acts": Verb("decision", "acts", 1),
    "decision print": Verb("decision", "print", 1, "--output", "OUT", output=True),
    "certificate preflight": Verb("certificate", "preflight", "--decision", 1),
    "certificate print": Verb("certificate", "print", "--decision", 1, "--output", "OUT", output=True),
    "certificate place": Verb("certificate", "place", "back", writes=True),
    "certificate sign": Verb("certificate", "sign", "--decision", 3, "--passphrase-file", path("passphrase"), writes=True),
    "certificate codes": Verb("certificate", "codes", "--decision", 1, "--output", "OUT", output=True),
    "certificate verify": Verb("certificate", "verify", "FILE", reads="code"),
    "key new": Verb("key", "new", "--passphrase-file", path("passphrase"), writes=True),
    "key list": Verb("key", "list"),
    "key show": Verb("key", "show", 1),
    "key export-certificate": Verb("key", "export-certificate", 1, "--output", "OUT", output=True, ending=".pem"),
    "key import-certificate": Verb("key", "import-certificate", "FILE", reads="certificate", writes=True),
    "key recovery-sheet": Verb("key", "recovery-sheet", 2, "--output", "OUT", output=True),
    "key restore": Verb("key", "restore", "FILE", "--passphrase-file", path("passphrase"), reads="recovery", writes=True),
    "key passphrase": Verb("key", "passphrase", 2, "--passphrase-file", path("passphrase"), "--new-passphrase-file", path("new-passphrase"), writes=True),
    "key retire": Verb("key", "retire", 1, writes=True),
    "certificate print --printer": Verb("certificate", "print", "--decision", 3, "--with-ornament", "--sign-off", "Người Soát", "--printer", "a3", writes=True, steps=True),
    "certificate batches": Verb("certificate", "batches"),
    "certificate resume": Verb("certificate", "resume", 1, writes=True, steps=True),
    "certificate give-up": Verb("certificate", "give-up", 1, writes=True, steps=True),
    "certificate reprint": Verb("certificate", "reprint", "--award", 8, "--reason", "sai", "--sign-off", "Người Soát", "--printer", "a3", "--stock", 1, writes=True, steps=True),
    "certificate files": Verb("certificate", "files", "--decision", 1, "--folder", FILES, "--replace"),
    "subject search": Verb("subject", "search", "nguyen"),
    "subject list": Verb("subject", "list"),
    "subject show": Verb("subject", "show", 1),
    "subject merge": Verb("subject", "merge", 40, 41, writes=True),
    "subject split": Verb("subject", "split", 48, writes=True),
    "subject distinct": Verb("subject", "distinct", 42, 43, writes=True),
    "subject match": Verb("subject", "match"),
    "subject confirm": Verb("subject", "confirm", 1, "--output", "OUT", output=True),
    "list export": Verb("list", "export", "nominations", "--output", "OUT", output=True, ending=".xlsx"),
    "list export --ods": Verb("list", "export", "nominations", "--output", "OUT", "--columns", COLUMNS, output=True, ending=".ods"),
    "printer calibrate": Verb("printer", "calibrate", "--readings", "FILE", "--printer", "Máy in 1", reads="readings", writes=True),
    "printer calibrate --target": Verb("printer", "calibrate", "--target", "OUT", "--size", "297x210", output=True, makes=True),
    "printer reminder": Verb("printer", "reminder"),
    "printer reminder --set": Verb("printer", "reminder", 60, writes=True),
    "printer list": Verb("printer", "list", makes=True),
    "printer show": Verb("printer", "show", "a3", makes=True),
    "printer jobs": Verb("printer", "jobs", "--done", makes=True),
    "printer print": Verb("printer", "print", "FILE", "--printer", "a3", "--size", "420x297", reads="pdf", makes=True),
    "printer cancel": Verb("printer", "cancel", 1, makes=True),
    "list form": Verb("list", "form", "--plan", 1, "--output", "OUT", output=True, ending=".xlsx"),
}


def told_verbs():
    """Noun, verb and usage of every line of the help."""
    for line in must("--help").out.splitlines():
        match = re.match(r"  ([a-z]\S*)(?: ([a-z]\S*))?(.*)", line)
        if match:
            yield " ".join(filter(None, match.group(1, 2))), match.group(3)


def every_verb():
    problems = []
    told = dict(told_verbs())
    problems += [] if len(told) > 20 else [f"the help cannot be read: {told}"]
    for name, usage in told.items():
        if name not in VERBS:
            problems.append(f"{name} is not in the table of this test")
            continue
        bare = re.sub(r"\[?--(?!readings)[a-z-]+( [A-Z]\S*)?\]?", "", usage)
        reads = ("FILE" in bare or "." in bare) and not VERBS[name].output
        problems += same(f"{name} reads a file", VERBS[name].reads is not None, reads)
        problems += same(f"{name} makes a file", VERBS[name].output, "--output" in usage or (VERBS[name].makes and "FILE" in bare and not reads))
    return problems + [f"{name} is no longer in the help" for name in VERBS if name.split(" --")[0] not in told]


tap.check("every verb of the help is in the table", every_verb)

# A print server of its own; where none can run the verbs that need one are left out.

SERVER = loopback_printer.Server()
atexit.register(SERVER.remove)
os.environ.update(SERVER.env)
try:
    SERVER.start()
    SERVER.add_all()
    SERVER.do("cupsdisable", "small")
    SERVER.do("lp", "-d", "small", write("held.pdf", loopback_printer.PDF))
except (OSError, subprocess.SubprocessError) as error:
    tap.skip("verbs that need a print server", str(error).replace("\n", " "))
    for verb_name in ("list", "show", "jobs", "print", "cancel"):
        del VERBS["printer " + verb_name]
    for verb_name in ("print --printer", "resume", "give-up", "reprint"):
        del VERBS["certificate " + verb_name]

# The good office, and good files.


def certificate_template(name):
    """A shipped template under another name."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "templates", "certificates", "giay-khen-a4.xml"), encoding="utf-8") as file:
        return write(name + ".xml", file.read().replace("giay-khen-a4", name))


make_office("good.thidua")
GOOD = {
    "plan": plan_text("son-la"),
    "units": write("good-units.csv", "mã,tên đơn vị,loại\nX1,Xã Krông Ana,xã\n"),
    "list": write("good-list.csv", nominations(row("Người mới"), row("Người mới khác"))),
    "any list": write("good-any-list.csv", nominations(row("Người mới"))),
    "readings": write("good-readings.csv", "mark,right,down\n1,2.3,-0.4\n2,2.3,-0.4\n3,2.2,-0.4\n4,2.3,-0.5\n5,2.3,-0.4\n"),
    "emblem": write("good.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#c00"/></svg>'),
    "pdf": write("good.pdf", loopback_printer.PDF),
    "template": certificate_template("mau-moi"),
    "picture": write("good.png", base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")),
}
TEMPLATE = path("good.thidua")


def at_template(*words):
    return must("--office", TEMPLATE, *words)


def people(prefix, n, **values):
    return write("people.csv", nominations(*(row(f"{prefix} {i}", **values) for i in range(n))))


at_template("bloc", "new", "Khối một", "--year", 2026, "--kind", "bloc")
at_template("plan", "import", plan_text("khanh-hoa"))
at_template("plan", "change", 1, "--kind", "guidance", "--number", "9/HD", "--date", "2026-01-02")
for noun, first in (("work", "Nhà văn hoá"), ("exemplar", "Ông Mẫu"), ("occasion", "closing"), ("difficulty", "Khó"), ("target", "Đường")):
    at_template(noun, "new", 1, first)
at_template("plan", "new", "--title", "Kế hoạch thi đua năm 2026", "--date", "2026-01-05")
at_template("event", "new", "Ngày hội Văn hóa các dân tộc")
at_template("nomination", "import", people("Nguyễn Thị A", 3, form="Bằng khen", giver=PROVINCE), "--plan", 1)
at_template("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
at_template("decision", "issue", 1, "--number", "15/QĐ-UBND", "--date", "2026-01-20")
if SERVER.process is not None:
    # A batch that waits: the conversation broke off while it was being sent.
    SERVER.gate.set("cut", 8000)
    run("--office", TEMPLATE, "certificate", "print", "--decision", 1, "--with-ornament", "--sign-off", "Người Soát", "--printer", "a3")
    SERVER.gate.set("pass", 0)
at_template("nomination", "import", people("Trần Thị B", 3), "--plan", 1)
at_template("decision", "new", *NEW)
at_template("nomination", "import", people("Lê Thị C", 40), "--plan", 1)
at_template("subject", "import", write("two.csv", "Họ và tên,Ngày sinh\nVõ Thị E,01/02/1980\nVõ Thị F,03/04/1981\n"))
at_template("subject", "merge", 47, 48)
at_template("template", "import", certificate_template("mau-rieng"))
at_template("stock", "new", "Phôi", "--size", "420x297")
at_template("stock", "receive", 1, 30, "--date", "2026-01-20")
at_template("stock", "spoil", 1, "10", "--note", "rách")
at_template("nomination", "import", people("Hồ Thị G", 3, form="Bằng khen", giver=PROVINCE), "--plan", 1)
at_template("decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
at_template("decision", "issue", 3, "--number", "17/QĐ-UBND", "--date", "2026-01-20")
at_template("stock", "print", 1, "--decision", 3, "--number", 20, "--date", "2026-01-20")
AWAY = ("--date", "2026-01-21")
at_template("stock", "out", 1, "20,22", "--kind", "signature", *AWAY)
at_template("stock", "back", 1, *AWAY)
at_template("stock", "out", 1, "20,22", "--kind", "seal", *AWAY)
at_template("stock", "back", 2, *AWAY)
at_template("stock", "out", 1, "20", "--kind", "presentation", *AWAY)
at_template("stock", "back", 3, *AWAY)
at_template("stock", "out", 1, "22", "--kind", "presentation", *AWAY)
at_template("ceremony", "new", "Lễ một", "--decisions", 1, "--date", "2026-02-20")
at_template("ceremony", "new", "Lễ hai")
at_template("ceremony", "move", 1, "3", "1")
at_template("ceremony", "seat", 1, 2, 2)
at_template("ceremony", "mark", 1, "3", "absent")
at_template("nomination", "import", people("Phạm Thị D", 3), "--plan", 1)
at_template("office", "undo")
# A key of another office, whose certificate is good, and an own one that has signed decision 1.
write("passphrase", "ba con trâu gặm cỏ 1954\n")
write("new-passphrase", "bốn cái thuyền chở trăng 1972\n")
make_office("elsewhere.thidua")
for n_key, kind in enumerate(("known", "certificate", "recovery"), 1):
    must("--office", path("elsewhere.thidua"), "key", "new", "--passphrase-file", path("passphrase"))
    must("--office", path("elsewhere.thidua"), "key", "export-certificate", n_key, "--output", path(kind + ".pem"))
must("--office", path("elsewhere.thidua"), "key", "recovery-sheet", 3, "--output", path("sheet.pdf"))
subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", path("sheet.pdf"), path("sheet")], check=True)
at_template("plan", "import", plan_text("son-la"), "--review", path("review.json"))
GOOD.update({"review": path("review.json"), "certificate": path("certificate.pem"), "recovery": path("sheet.png"), "code": path("code.txt")})
at_template("key", "import-certificate", path("known.pem"))
at_template("key", "new", "--passphrase-file", path("passphrase"))
at_template("certificate", "place", "list")
at_template("certificate", "sign", "--decision", 1, "--passphrase-file", path("passphrase"))
for letter in "ĐE":  # one to be undone, one to be done again
    at_template("nomination", "import", people("Phạm Thị " + letter, 3), "--plan", 1)
at_template("office", "undo")
db = sqlite3.connect(TEMPLATE)
write("code.txt", "Mã xác thực:\n" + db.execute("SELECT code FROM statement").fetchone()[0] + "\n")
db.close()
with open(TEMPLATE, "rb") as template:
    BYTES = template.read()
STATE = dump(TEMPLATE)
VERSION = int.from_bytes(BYTES[60:64], "big")  # where SQLite keeps it


def fresh():
    """An empty folder with a good office in it."""
    shutil.rmtree(WORK, ignore_errors=True)
    os.mkdir(WORK)
    put(BYTES)


def put(data):
    with open(OFFICE, "wb") as file:
        file.write(data)


def digest(name):
    info = os.lstat(name)
    if not stat.S_ISREG(info.st_mode) or info.st_size > 1 << 24:
        return info.st_mode, info.st_size, info.st_mtime_ns
    with open(name, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def snapshot(folder=WORK):
    return {name: digest(os.path.join(folder, name)) for name in os.listdir(folder)}


def judge(result, codes):
    """What is wrong with an answer."""
    problems = result.faults()
    lines = [line for line in result.err.strip().splitlines() if not re.search(r"(^|: )(note|warning): ", line)]
    if result.code not in codes:
        problems.append(f"exit not in {sorted(codes)}")
    if result.code == FAILED and (len(lines) != 1 or not lines[0].strip()):
        problems.append("not exactly one message")
    if result.code == REFUSED and not lines:
        problems.append("no message")
    if result.code in (REFUSED, FAILED) and result.out:
        problems.append("prints something")
    return [f"{problem}: {result}" for problem in problems]


OUTPUT_SIZES = {}


def in_turn(verbs, step):
    """Some of them: every so-manieth, others in each case, so that each verb meets each kind of damage in some of its cases.
    Under sanitizers, where a call takes several times as long, half as many, and others than in the plain build."""
    offset = step // 2 if SANITIZED else 0
    step *= 2 if SANITIZED else 1
    return dict(list(verbs.items())[(tap.number + offset) % step::step])


def good_calls():
    problems = []
    for name, verb in VERBS.items():
        fresh()
        result = verb.call()
        problems += [f"{name}: {p}" for p in judge(result, {DONE})]
        changed = dump(OFFICE) != STATE
        problems += same(f"{name} changes the office", changed, verb.writes)
        expected = {"office.thidua"} | ({"out" + verb.ending} if verb.output else set())
        problems += same(f"{name}: files", set(os.listdir(WORK)), expected)
        if verb.output:
            OUTPUT_SIZES[name] = os.path.getsize(os.path.join(WORK, "out" + verb.ending))
    return problems


tap.check("every call of the table succeeds on good input", good_calls)

# Bad files for the verbs that read one.

BAD = os.path.join(WORK, "bad")
SIZE = 200 * 1000 * 1000
HEADS = {"list": nominations().strip(), "units": "mã,tên đơn vị,loại,từ ngày"}
C_SOURCE = "#include <stdio.h>\n\n/* 1. In */\nint\nmain (void)\n{\n  puts (\"xin chào\");\n  return 0;\n}\n" * 40


def make_bad(data):
    def maker():
        with open(BAD, "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())
    return maker


def make_sparse():
    with open(BAD, "wb") as file:
        file.truncate(SIZE)


def make_socket():
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(BAD)


def make_unreadable():
    make_bad(nominations(row("A")))()
    os.chmod(BAD, 0)


def make_device(major, minor):
    def maker():
        os.mknod(BAD, stat.S_IFCHR | 0o666, os.makedev(major, minor))
    return maker


def read_good(kind):
    with open(GOOD[kind], "rb") as file:
        return file.read()


noise = random.Random(1)
PLAN_UTF8 = read_good("plan").decode()
NOT_A_FILE = {
    "missing": lambda: None,
    "a folder": lambda: os.mkdir(BAD),
    "a link to nowhere": lambda: os.symlink("nowhere", BAD),
    "a link to itself": lambda: os.symlink("bad", BAD),
    "below a file": lambda: os.symlink("office.thidua/x", BAD),
    "a pipe": lambda: os.mkfifo(BAD),
    "a socket": make_socket,
    "a link to /dev/zero": lambda: os.symlink("/dev/zero", BAD),
    "a link to /dev/null": lambda: os.symlink("/dev/null", BAD),
    "200 MB": make_sparse,
}
if not ROOT:
    NOT_A_FILE["unreadable"] = make_unreadable
else:
    NOT_A_FILE["a device"] = make_device(1, 5)
    NOT_A_FILE["a disk that is not there"] = make_device(240, 1)
# Contents that no reader takes.
NOT_TEXT = {
    "empty": b"", "one byte": b"\xff", "only a byte order mark": b"\xef\xbb\xbf", "only blanks": b" \t  \n\r\n  \n", "only a zero": b"\0",
    "random bytes": noise.randbytes(100000),
    "random bytes after a good start": read_good("plan")[:2000] + noise.randbytes(4000),
    "UTF-16 cut in half a letter": b"\xff\xfe" + PLAN_UTF8.encode("utf-16-le")[:2001],
    "Windows-1258": "Kế hoạch".encode("cp1258", "replace") + b" \xd2\xec\n" * 50,
    "zeros in the text": read_good("plan").replace(b"\n", b"\0\n"),
    "half a letter at the end": read_good("plan")[:500].rsplit(b"\n", 1)[0] + b"\n\xe1\xbb",
    "an office": BYTES, "a PDF": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n", "a zip": b"PK\3\4" + bytes(1000),
    "an image": b"\x89PNG\r\n\x1a\n" + noise.randbytes(500), "C source": C_SOURCE,
    "JSON": '{"họ và tên": "A", "hình thức khen thưởng": "Giấy khen"}\n', "one long word": "a" * 5000000,
    "all control characters": bytes(range(1, 32)) * 100, "a name alone": "Nguyễn Văn An\n",
}


def listing(*rows, head=HEADS["list"]):
    return head + "\n" + "\n".join(rows) + "\n"


# Lists with something wrong in them: what the list reader, the unit reader and others say.
LISTS = {
    "short rows": (listing(row("A"), "Người thiếu,cá nhân,1980"), REFUSED),
    "long rows": (listing(row("A") + ",thừa,thừa"), REFUSED),
    "a row of one cell": (listing("x"), REFUSED),
    "wrong dates": (listing(row("A", birth="31/02/1980"), row("B", begin="2025-13-01"), row("C", end="hôm qua")), REFUSED),
    "a date far away": (listing(row("A", birth="99999-01-01"), row("B", birth="0000-00-00")), REFUSED),
    "dates turned round": (listing(row("A", begin="2025-12-31", end="2025-01-01")), REFUSED),
    "11 digits in the CCCD": (listing(row("A", cccd="66080001234")), DONE),
    "two digits in the CCCD": (listing(row("A", cccd="12")), DONE),
    "anything in the CCCD": (listing(row("A", cccd="6.61E+10 ‘’ Ж" * 10)), DONE),
    "unknown unit": (listing(row("A", unit="Sở Không Có")), REFUSED),
    "no unit": (listing(row("A", unit="")), REFUSED),
    "unknown form": (listing(row("A", form="Huy chương Vàng")), REFUSED),
    "unknown giver": (listing(row("A", giver="Ông Bụt")), REFUSED),
    "unknown kind, sex, subject": (listing(row("A", kind="vui"), row("B", sex="?"), row("C", subject="mèo"), row("D", posthumous="có lẽ")), REFUSED),
    "no name": (listing(row("")), REFUSED),
    "no wording": (listing(row("A", achievement="")), REFUSED),
    "duplicates": (listing(row("A"), row("B"), row("A")), REFUSED),
    "duplicates of what is there": (listing(row("Lê Thị C 1")), REFUSED),
    "the same CCCD twice": (listing(row("A", cccd="066080001234"), row("B", cccd="066080001234")), REFUSED),
    "a quotation mark not closed": (listing(row("A"), 'B,"chưa hết'), FAILED),
    "a quotation mark not closed, in the head": ('"họ và tên,x\n', FAILED),
    "300 columns": (listing("x" + "," * 299), FAILED),
    "300 columns in the head": ("," * 299 + "\nx\n", FAILED),
    "a million columns": ("x," * 1000000 + "\n", FAILED),
    "no head": (row("A") + "\n" + row("B") + "\n", FAILED),
    "a head alone": (listing().rstrip() + "\n", FAILED),
    "a head without an end": (HEADS["list"], FAILED),
    "a head that names nothing": ("a,b,c\n1,2,3\n", FAILED),
    "a list that is not UTF-8": (listing(row("A")).encode("utf-16-le"), FAILED),
    "Latin-1 in one row": (listing(row("A")).encode() + b"Ng\xfb\xfd\n", FAILED),
    "zeros in a row": (listing(row("A")).encode() + b"A\0B\n", FAILED),
    "10,000 bad rows": (listing(*["x"] * 10000), REFUSED),
    "a cell of 5 MB": (listing(row("A" * 5000000, unit="?")), FAILED),
    "a cell of 1 MB": (listing(row("A" * 1000000, unit="?")), REFUSED),
    "60 MB of line ends": (b"\n" * 60000000, FAILED),
    "60 MB of commas": ((b"," * 200 + b"\n") * 300000, FAILED),
    "a head and 60 MB of empty rows": (HEADS["list"].encode() + b"\n" + b",\n" * 30000000, FAILED),
}
UNIT_LISTS = {
    "units: short rows": ("mã,tên đơn vị,loại\nA1\n", REFUSED),
    "units: wrong dates": ("mã,tên đơn vị,từ ngày\nA1,Xã A,31/02/2025\n", REFUSED),
    "units: unknown kind": ("mã,tên đơn vị,loại\nA1,Xã A,vương quốc\n", REFUSED),
    "units: duplicates": ("mã,tên đơn vị\nA1,Xã A\nA1,Xã B\n", REFUSED),
    "units: duplicates without code": ("tên đơn vị\nXã A\nXã A\n", REFUSED),
    "units: no name": ("mã,tên đơn vị\nA1,\n", REFUSED),
    "units: a head alone": ("mã,tên đơn vị\n", FAILED),
    "units: a head and empty rows": ("mã,tên đơn vị\n,\n,\n", FAILED),
    "units: a quotation mark not closed": ('mã,tên đơn vị\nA1,"Xã A\n', FAILED),
    "units: Latin-1": (b"m\xe3,t\xean\nA1,X\xe3\n", FAILED),
    "units: 300 columns": ("mã,tên đơn vị" + "," * 298 + "\n", FAILED),
}
# Texts for the plan reader alone.
PLANS = {
    # A strange text is read as far as it goes; what to look at is among the findings.
    "plan: a letter": ("Kính gửi: Sở Nội vụ\n\nTôi tên là Nguyễn Văn An.\nTrân trọng cảm ơn.\n", {DONE}),
    "plan: HTML": ("<html><body><p>Kế hoạch</p></body></html>\n", {DONE, FAILED}),
    "plan: a poem": ("Trăm năm trong cõi người ta\nChữ tài chữ mệnh khéo là ghét nhau\n" * 50, {FAILED}),
    "plan: 19 MB on one line": ("Kế hoạch thi đua " * 1000000, {DONE, FAILED}),
    "plan: 21 MB": ("Kế hoạch thi đua\n" * 1300000, {FAILED}),
    "plan: English": ("I. Plan\n1. Do\n2. Say\nII. More\n1. Do\n" * 20, {FAILED}),
}
def svg(content="", attributes='viewBox="0 0 9 9"', before=""):
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{content}</svg>'


ENTITIES = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
NESTED = "".join(f'<g id="n{i}">' + f'<use xlink:href="#n{i - 1}"/>' * 10 + "</g>" for i in range(1, 12))
EMBLEMS = {
    "a picture from the network": svg('<image xlink:href="http://127.0.0.1:9/x.png" width="9" height="9"/>'),
    "a picture from the disk": svg('<image xlink:href="file:///etc/passwd" width="9" height="9"/>'),
    "a style from elsewhere": svg("<style>@import 'http://127.0.0.1:9/x.css';</style>"),
    "a colour from elsewhere": svg('<path fill="url(http://127.0.0.1:9/x.svg#a)" d="M0 0L9 9"/>'),
    "a copy from elsewhere": svg('<use xlink:href="other.svg#a"/>'),
    "a script": svg("<script>1</script>"),
    "what happens at a click": svg('<path onclick="x()" d="M0 0"/>'),
    "a text": svg("<text>Quốc huy</text>"),
    "a filter": svg('<filter id="f"><feTurbulence numOctaves="999"/></filter>'),
    "HTML in it": svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
    "no size": svg('<path d="M0 0"/>', ""),
    "no height": svg('<path d="M0 0"/>', 'viewBox="0 0 9 0"'),
    "as wide as never": svg('<path d="M0 0"/>', 'viewBox="0 0 9000 1"'),
    "cut": svg("<g><path d='M0 0'/>"),
    "a million elements": svg("<g/>" * 1000000),
    "groups in groups": svg("<g>" * 1000 + "</g>" * 1000),
    "an entity of entities": svg("&e11;", before=f'<!DOCTYPE svg [<!ENTITY e0 "xxxxxxxxxx">{ENTITIES}]>'),
    "an entity from the disk": svg("&e;", before='<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    "copies of copies": svg('<g id="n0"><path d="M0 0L9 9 0 9z"/></g>' + NESTED),
    "no SVG": "<svg><path d='M0 0'/></svg>",
    "a letter about svg": "<svg what is that?",
    "a PNG of nothing": b"\x89PNG\r\n\x1a\n",
    "a PNG cut": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x09\0\0\0\x09\x08\x06\0\0\0",
    "a PNG as large as a town": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\0\0\0\x09\x08\x06\0\0\0",
    "more than 5 MB": svg(" " * (5 << 20)),
}
FIVE = "1,2,1\n2,2,1\n3,2,1\n4,2,1\n5,2,1\n"
READINGS = {
    "readings: a head alone": ("mark,right,down\n", REFUSED),
    "readings: a head and empty rows": ("mark,right,down\n,,\n,,\n", REFUSED),
    "readings: no head": (FIVE, FAILED),
    "readings: no cross": ("right,down\n1,1\n", FAILED),
    "readings: two": ("mark,right,down\n1,2,1\n4,2,1\n", REFUSED),
    "readings: in a line": ("mark,right,down\n1,2,1\n4,2,1\n5,2,1\n", REFUSED),
    "readings: twice the same": ("mark,right,down\n1,2,1\n" + FIVE, REFUSED),
    "readings: words": ("mark,right,down\n1,hai,1\n" + FIVE, REFUSED),
    "readings: not a number": ("mark,right,down\n1,nan,inf\n2,1e308,0\n3,0x1p3,1\n", REFUSED),
    "readings: another sheet": ("mark,right,down\n1,400,1\n2,2,1\n3,2,-300\n", REFUSED),
    "readings: contradicting": ("mark,right,down\n1,3,-5\n2,-4,2\n3,0,5\n4,6,-3\n5,-5,4\n", REFUSED),
    "readings: a sign swapped": ("mark,right,down\n" + FIVE.replace("4,2,1", "4,-2,1"), REFUSED),
    "readings: no such cross": ("mark,right,down\n0,1,1\n6,1,1\n-1,1,1\n1.5,1,1\n99999999999,1,1\n", REFUSED),
    "readings: both ways": ("mark,right,from_left,down\n1,2,17,1\n", REFUSED),
    "readings: 100,000 rows": ("mark,right,down\n" + FIVE * 20000, REFUSED),
    "readings: 5 MB": ("mark,right,down\n" + FIVE * 200000, FAILED),
    "readings: cut JSON": ('{"readings": [{"mark": 1, "right"', FAILED),
    "readings: JSON of another kind": ('{"readings": {"mark": 1}}', FAILED),
    "readings: an array": ("[1, 2, 3]", FAILED),
    "readings: empty JSON": ('{"readings": []}', REFUSED),
    "readings: anything in JSON": ('{"readings": [null, 1, "x", [], {}, {"mark": "1", "right": null, "down": {}}]}', REFUSED),
    "readings: numbers too large": ('{"readings": [{"mark": 1e300, "right": 1e308, "down": -1e308}]}', REFUSED),
    "readings: no sheet": ('{"width": 0, "height": -5, "readings": []}', FAILED),
    "readings: a sheet too large": ('{"width": 1e300, "readings": []}', FAILED),
    "readings: no accuracy": ('{"accuracy": 0, "readings": []}', FAILED),
    "readings: a million brackets": ("{\"readings\": " + "[" * 1000000, FAILED),
    "readings: a million brackets in brackets": ("[" * 500000 + "]" * 500000, FAILED),
    "readings: a million brackets behind a comment": ('{/*"*/"readings": ' + "[" * 500000 + "]" * 500000, FAILED),
}
GOOD_TEMPLATE = read_good("template").decode()


def template(*changes):
    """The good template with some of its text changed."""
    text = GOOD_TEMPLATE
    for old, new in changes:
        if old not in text:
            raise ValueError(old)
        text = text.replace(old, new, 1)
    return text


def picture(width, height, rest=b""):
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 6, 0, 0, 0)
    data = base64.b64encode(head + struct.pack(">I", zlib.crc32(head[12:29])) + rest).decode()
    return f"<picture id='logo' title='L' printed='variable' x='5' y='5' width='9' height='9'>{data}</picture>\n  <box"


LAUGH = "<!DOCTYPE t [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {n} '{('&' + m + ';') * 10}'>" for m, n in zip("abcdefghi", "bcdefghij")) + "]>"
NAMESPACE = "urn:x-thidua:template:1"
TEMPLATES = {
    "template: cut": (GOOD_TEMPLATE[:len(GOOD_TEMPLATE) // 2], FAILED),
    "template: two roots": (GOOD_TEMPLATE + "<template/>", FAILED),
    "template: of another program": (template((NAMESPACE, "http://www.w3.org/2000/svg")), FAILED),
    "template: of no program": (template((f' xmlns="{NAMESPACE}"', "")), FAILED),
    "template: of a newer version": (template((NAMESPACE, "urn:x-thidua:template:2")), FAILED),
    "template: a letter": ('<letter xmlns="urn:x-thidua:letter:1"/>', FAILED),
    "template: a billion laughs": (LAUGH + "<t>&j;</t>", FAILED),
    "template: a billion laughs in an attribute": (LAUGH + "<t a='&j;'/>", FAILED),
    "template: somebody's file": ("<!DOCTYPE t [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><t>&e;</t>", FAILED),
    "template: somebody's server": ("<!DOCTYPE t SYSTEM 'http://127.0.0.1:9/t.dtd'><t/>", FAILED),
    "template: a million elements deep": ("<a>" * 1000000, FAILED),
    "template: a million boxes": (template(("</template>", "<box/>" * 600000 + "</template>")), FAILED),
    "template: 5 MB": (template(("</template>", " " * 5000000 + "</template>")), FAILED),
    "template: a box beyond the sheet": (template(('x="60" y="48.6"', 'x="260" y="48"')), FAILED),
    "template: no such number": (template(('x="60" y="48.6"', 'x="NaN" y="1e9"')), FAILED),
    "template: no such field": (template(("{achievement}", "{thanh_tich}")), REFUSED),
    "template: nobody's": (GOOD_TEMPLATE.replace("{subject_line}", "Ai"), REFUSED),
    "template: a brace alone": (template(("{achievement}", "{achievement")), FAILED),
    "template: no such font": (template(('id="subject"', 'id="subject" family=".VnTimeH"')), DONE),
    "template: decomposed": (unicodedata.normalize("NFD", GOOD_TEMPLATE), DONE),
    "template: UTF-16": (GOOD_TEMPLATE.replace("UTF-8", "UTF-16").encode("utf-16"), DONE),
    "template: a picture of nothing": (template(("<box", picture(0, 20))), FAILED),
    "template: a picture without data": (template(("<box", picture(20, 20))), REFUSED),
    "template: a picture of 40,000 × 40,000": (template(("<box", picture(40000, 40000))), FAILED),
    "template: a picture of 2 MB": (template(("<box", picture(20, 20, bytes(2000000)))), FAILED),
}


def meet(verb, codes):
    """One call on WORK/bad: the problems."""
    before = snapshot()
    result = verb.call(file=BAD)
    problems = judge(result, codes)
    if result.code != DONE:
        problems += [] if dump(OFFICE) == STATE else [f"the office has changed: {result}"]
        after = snapshot()
        problems += same("files", sorted(after), sorted(before))
        problems += [f"{name} has changed: {result}" for name in before if name in after and name != "office.thidua" and after[name] != before[name]]
    return problems


READERS = {name: verb for name, verb in VERBS.items() if verb.reads is not None}


def cross(name, maker, codes_for):
    def function():
        problems = []
        for verb_name, verb in in_turn(READERS, 3).items():
            fresh()
            maker()
            problems += [f"{verb_name}: {p}" for p in meet(verb, codes_for(verb.reads))]
        return problems
    tap.check(f"a file that is {name}", function)


for title, make in NOT_A_FILE.items():
    cross(title, make, lambda kind: {FAILED})
for title, data in NOT_TEXT.items():
    # A plan is read as far as it goes; a page of it is a list for nobody.
    cross(title, make_bad(data), lambda kind: {FAILED})
for title, (data, code) in LISTS.items():
    # A list of nominations names units too, so the unit reader may take it, or find fault.
    cross("a list: " + title, make_bad(data), lambda kind, code=code: {"list": {code}, "any list": {FAILED} if code == FAILED else {DONE, REFUSED}, "units": {DONE, REFUSED, FAILED}, "plan": {FAILED}}.get(kind, {FAILED}))
for title, (data, code) in UNIT_LISTS.items():
    cross("a list: " + title, make_bad(data), lambda kind, code=code: {"list": {REFUSED, FAILED}, "any list": {DONE, REFUSED, FAILED}, "units": {code}, "plan": {FAILED}}.get(kind, {FAILED}))
for title, (data, code) in READINGS.items():
    # What names no people is no list; the reader of plans takes a few words of anything.
    cross("a table: " + title, make_bad(data), lambda kind, code=code: {"readings": {code}, "emblem": {FAILED}}.get(kind, {REFUSED, FAILED}))
for title, (data, code) in TEMPLATES.items():
    cross("a text: " + title, make_bad(data), lambda kind, code=code:
          {"template": {code}, "plan": {DONE, FAILED}, "any list": {DONE, REFUSED, FAILED}, "list": {REFUSED, FAILED}, "units": {REFUSED, FAILED}}.get(kind, {FAILED}))
for title, (data, codes) in PLANS.items():
    cross("a text: " + title, make_bad(data), lambda kind, codes=codes: codes if kind == "plan" else {FAILED})
for title, (data, code) in badbooks.BOOKS.items():
    # What can be read in part is a list for nobody; a web page is text to the reader of plans.
    cross("a book: " + title, make_bad(data), lambda kind: {DONE, FAILED} if kind == "plan" else {FAILED})
cross("a good list in .xlsx", make_bad(badbooks.xlsx("".join(badbooks.row(*line.split(",")) for line in nominations(row("Người mới")).splitlines()))),
      lambda kind: {"list": {DONE}, "any list": {DONE}, "units": {DONE, REFUSED, FAILED}, "plan": {FAILED}}.get(kind, {FAILED}))
for title, (data, codes) in badplans.make(PLAN_UTF8, DONE, FAILED).items():
    tap.check("a file that is " + title, lambda data=data, codes=codes: [p for name in ("plan read", "plan import") for p in (fresh(), make_bad(data)(), meet(VERBS[name], codes))[2]])
for title, data in EMBLEMS.items():
    tap.check("an emblem: " + title, lambda data=data: (make_bad(data)(), meet(VERBS["office emblem"], {FAILED}))[1])
cross("a list, read as a plan", make_bad(read_good("list")), lambda kind: {FAILED} if kind not in ("list", "any list", "units") else {DONE, REFUSED})
cross("a plan, read as a list", make_bad(read_good("plan")), lambda kind: {DONE} if kind == "plan" else {FAILED})

# Pictures and letters of codes, and certificates, with something wrong in them.
CODE = read_good("code").decode()
PEM = read_good("certificate").decode()
SHEET = read_good("recovery")
SIGNED = {
    "half a code": (CODE[:200], "code", {FAILED}),
    "a code with a letter changed": (CODE[:-20] + ("A" if CODE[-20] != "A" else "B") + CODE[-19:], "code", {FAILED, REFUSED}),
    "a code and nothing": ("TD1:", "code", {FAILED}),
    "a code of a million letters": ("TD1:" + "A" * 1000000, "code", {FAILED}),
    "a sheet's letters and nothing": ("TDK1:", "recovery", {FAILED}),
    "a sheet's letters without an end": ("TDK1:" + "A" * 1000000, "recovery", {FAILED}),
    "a code in place of a sheet": (CODE, "recovery", {FAILED}),
    "half a certificate": (PEM[:len(PEM) // 2], "certificate", {FAILED}),
    "a certificate with a letter changed": (PEM.replace("A", "B", 1) if "A" in PEM[30:] else PEM[:90] + PEM[100:], "certificate", {FAILED}),
    "a certificate of nothing": ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "certificate", {FAILED}),
    "half a picture": (SHEET[:len(SHEET) // 3], "recovery", {FAILED}),
    "a picture with noise in it": (SHEET[:5000] + noise.randbytes(5000) + SHEET[10000:], "recovery", {FAILED}),
    "a JPEG of noise": (b"\xff\xd8\xff\xe0" + noise.randbytes(100000), "code", {FAILED}),
    "a TIFF of noise": (b"II*\0" + noise.randbytes(100000), "code", {FAILED}),
    "a BMP of noise": (b"BM" + noise.randbytes(100000), "code", {FAILED}),
}
for title, (data, meant, codes) in SIGNED.items():
    cross("signed: " + title, make_bad(data), lambda kind, meant=meant, codes=codes: codes if kind == meant else {DONE, REFUSED, FAILED} if kind in ("plan", "code") else {FAILED})

# Bad offices for every verb that opens one.

OPENERS = {name: verb for name, verb in VERBS.items() if not verb.makes}
PAGE = 4096


def overwrite(seed, share):
    def function():
        rng = random.Random(seed)
        data = bytearray(BYTES)
        for page in range(1, len(data) // PAGE):
            if rng.random() < share:
                data[page * PAGE:(page + 1) * PAGE] = rng.randbytes(PAGE)
        put(bytes(data))
    return function


def flip(seed, n):
    def function():
        rng = random.Random(seed)
        data = bytearray(BYTES)
        for _ in range(n):
            data[rng.randrange(100, len(data))] ^= 1 << rng.randrange(8)
        put(bytes(data))
    return function


def with_sql(*statements):
    def function():
        db = sqlite3.connect(OFFICE)
        # What the file's own triggers call.
        for name in set(re.findall(r"\btd_\w+(?=\s*\()", " ".join(sql for (sql,) in db.execute(
                "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")))):
            db.create_function(name, -1, lambda text, *rest, name=name: text.encode() if name.endswith("_key") else text)
        db.executescript(";".join(statements))
        db.close()
    return function


def other_database(*statements):
    def function():
        os.unlink(OFFICE)
        with_sql("CREATE TABLE t (a)", "INSERT INTO t VALUES (1)", *statements)()
    return function


def replaced(maker):
    def function():
        os.unlink(OFFICE)
        global BAD  # pylint: disable=global-statement
        BAD, kept = OFFICE, BAD
        try:
            maker()
        finally:
            BAD = kept
    return function


def newer():
    with_sql("PRAGMA user_version = 999")()


NOTHING = {FAILED}
# How to spoil it: what every verb answers. Nothing of the file may change.
REFUSED_OFFICES = {name: replaced(maker) for name, maker in NOT_A_FILE.items()}
REFUSED_OFFICES.update({
    "empty": lambda: put(b""),
    "a text": lambda: put(PLAN_UTF8.encode()),
    "random bytes": lambda: put(random.Random(2).randbytes(50000)),
    "another database": other_database(),
    "another database with our name": other_database("PRAGMA application_id = 0x54684475"),
    "from a newer version": newer,
    "cut to 15 bytes": lambda: put(BYTES[:15]),
    "cut to 99 bytes": lambda: put(BYTES[:99]),
    "cut to 100 bytes": lambda: put(BYTES[:100]),
    "cut to 101 bytes": lambda: put(BYTES[:101]),
    "cut to a page": lambda: put(BYTES[:PAGE]),
    "cut to a page and a half": lambda: put(BYTES[:PAGE * 3 // 2]),
    "a header and then nothing": lambda: put(BYTES[:100] + bytes(len(BYTES) - 100)),
    "a header and then noise": lambda: put(BYTES[:100] + random.Random(3).randbytes(len(BYTES) - 100)),
})
# What may be read in part; the check must tell of the damage.
DAMAGED_OFFICES = {
    "cut to a half": lambda: put(BYTES[:len(BYTES) // 2]),
    "without its last page": lambda: put(BYTES[:-PAGE]),
    "without its last byte": lambda: put(BYTES[:-1]),
}
DAMAGED_OFFICES.update({f"with {share:.0%} of its pages overwritten ({seed})": overwrite(seed, share)
                        for share in (0.1, 0.5, 1) for seed in range(4)})
DAMAGED_OFFICES.update({"without a table": with_sql("PRAGMA foreign_keys = OFF", "DROP TABLE award"),
                        "without its log": with_sql("PRAGMA foreign_keys = OFF", "DROP TABLE change_entry"),
                        "without search": with_sql("DROP TABLE subject_fts"),
                        "without words to search": with_sql("DELETE FROM subject_fts_key"),
                        "with a short hash": with_sql("UPDATE change_entry SET hash = x'01' WHERE seq = 2"),
                        "with noise for a change": with_sql("UPDATE change_entry SET changeset = randomblob(500) WHERE state IN ('done', 'undone')"),
                        "with a changed word": with_sql("UPDATE award SET printed_name = 'Ông Khác' WHERE id = 1"),
                        "with half a letter": with_sql("UPDATE task SET body = CAST(x'c3' AS TEXT)"),
                        "of our name and version alone": other_database("PRAGMA application_id = 0x54684475", f"PRAGMA user_version = {VERSION}"),
                        "without a record": with_sql("DELETE FROM task"),
                        "with a record too many": with_sql("INSERT INTO unit (uuid, name) VALUES ('x', 'Sở Lạ')")})
MAYBE_DAMAGED = {f"with {n} bits turned ({seed})": flip(seed, n) for n in (1, 30, 1000) for seed in range(3)}


def try_dump():
    try:
        return dump(OFFICE)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def meet_office(verb_name, codes, state):
    before = snapshot()
    result = VERBS[verb_name].call()
    problems = judge(result, codes)
    if result.code != DONE:
        after = snapshot()
        problems += same("files", sorted(after), sorted(before))
        if state is None:
            problems += [] if after == before else [f"the file has changed: {result}"]
        else:
            problems += [] if VERBS[verb_name].steps or try_dump() == state else [f"the office has changed: {result}"]
    return [f"{verb_name}: {p}" for p in problems]


def refused_office(name, maker):
    def function():
        problems = []
        for verb_name in in_turn(OPENERS, 5):
            fresh()
            maker()
            problems += meet_office(verb_name, NOTHING, None)
        return problems
    tap.check(f"an office that is {name}", function)


def damaged_office(name, maker, check_codes):
    def function():
        problems = []
        for verb_name in in_turn(OPENERS, 5):
            fresh()
            maker()
            state = try_dump()
            codes = check_codes if verb_name == "office check" else {DONE, REFUSED, FAILED}
            for problem in meet_office(verb_name, codes, state if state is not None else {}):
                # What cannot be dumped before cannot be compared; a listing may have begun.
                if not (state is None and "the office has changed" in problem) and "prints something" not in problem:
                    problems.append(problem)
        return problems
    tap.check(f"an office {name}", function)


for title, make in REFUSED_OFFICES.items():
    refused_office(title, make)
for title, make in DAMAGED_OFFICES.items():
    damaged_office(title, make, {REFUSED, FAILED})
for title, make in MAYBE_DAMAGED.items():
    damaged_office(title, make, {DONE, REFUSED, FAILED})


def only_read(name, prepare, undo=lambda: None, write_codes=frozenset({FAILED})):
    """An office that may be read and not written."""
    def function():
        problems = []
        for verb_name, verb in in_turn(OPENERS, 5).items():
            fresh()
            prepare()
            try:
                before = snapshot()
                output = path("elsewhere.pdf")
                result = verb.call(output=output)
                problems += [f"{verb_name}: {p}" for p in judge(result, write_codes if verb.writes else {DONE})]
                problems += [] if snapshot() == before else [f"{verb_name}: something has changed"]
                if os.path.exists(output):
                    os.unlink(output)
            finally:
                undo()
        return problems
    tap.check(f"an office that is {name}", function)


held = []


def hold():
    lock = open(os.path.join(WORK, ".office.thidua.lock"), "w+", encoding="utf-8")
    fcntl.flock(lock, fcntl.LOCK_EX)
    lock.write("Nguyễn Văn An (thidua, 1)")
    lock.flush()
    held.append(lock)


only_read("held by another program", hold, lambda: held.pop().close())
only_read("read-only", lambda: os.chmod(OFFICE, 0o444))


def mounted(size):
    """A small disk at WORK, or why there is none."""
    if not ROOT:
        return "not root"
    shutil.rmtree(WORK, ignore_errors=True)
    os.mkdir(WORK)
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "none", WORK], capture_output=True, text=True, check=False)
    return done.stderr.strip() or "no mount" if done.returncode else None


def unmount():
    subprocess.run(["umount", "-l", WORK], check=False, capture_output=True)


def read_only_folder():
    if ROOT:
        why = mounted("8m")
        if why is not None:
            tap.skip("an office in a read-only folder", why)
            return
        put(BYTES)
        unmount()

        def prepare():
            mounted("8m")
            put(BYTES)
            subprocess.run(["mount", "-o", "remount,ro", WORK], check=True)
        only_read("in a read-only folder", prepare, unmount)
    else:
        only_read("in a read-only folder", lambda: os.chmod(WORK, 0o555), lambda: os.chmod(WORK, 0o755))


read_only_folder()


def with_journal():
    """A program was killed: what it finished stands in the journal beside the file."""
    problems = []
    for verb_name in in_turn(OPENERS, 5):
        fresh()
        db = sqlite3.connect(OFFICE)
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("INSERT INTO change_actor (name, system_user) VALUES ('K', 'k')")
        db.commit()
        for name in ("", "-wal"):
            shutil.copyfile(OFFICE + name, path("kept" + name))
        db.close()
        for name in ("", "-wal"):
            os.replace(path("kept" + name), OFFICE + name)
        problems += [f"{verb_name}: {p}" for p in judge(VERBS[verb_name].call(), {DONE})]
        problems += [f"{verb_name}: leaves {n}" for n in os.listdir(WORK) if n not in ("office.thidua", "out" + VERBS[verb_name].ending)]
        db = sqlite3.connect(OFFICE)
        problems += same(verb_name, db.execute("SELECT count(*) FROM change_actor WHERE name = 'K'").fetchone(), (1,))
        db.close()
    return problems


def with_bad_journal():
    problems = []
    for data in (b"", b"x" * 31, noise.randbytes(32), noise.randbytes(100000), bytes(65536)):
        for verb_name in ("office check", "plan list", "unit import"):
            fresh()
            with open(OFFICE + "-wal", "wb") as file:
                file.write(data)
            problems += [f"{verb_name}: {p}" for p in judge(VERBS[verb_name].call(), {DONE})]
            problems += [f"{verb_name}: leaves {n}" for n in os.listdir(WORK) if n != "office.thidua"]
    return problems


def by_links():
    """The same office under two names has one holder."""
    fresh()
    os.symlink("office.thidua", os.path.join(WORK, "other"))
    problems = judge(VERBS["unit import"].call(office=os.path.join(WORK, "other")), {DONE})
    hold()
    result = VERBS["office undo"].call(office=os.path.join(WORK, "other"))
    held.pop().close()
    problems += judge(result, {FAILED}) + same("files", sorted(os.listdir(WORK)), [".office.thidua.lock", "office.thidua", "other"])
    return problems


tap.check("an office with what a killed program left", with_journal)
tap.check("an office with a damaged journal", with_bad_journal)
tap.check("an office opened by a link", by_links)


def busy():
    fresh()
    db = sqlite3.connect(OFFICE, isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    problems = judge(VERBS["unit import"].call(), {FAILED}) + judge(VERBS["unit list"].call(), {DONE})
    db.execute("ROLLBACK")
    db.close()
    return problems + ([] if dump(OFFICE) == STATE else ["changed"])


tap.check("an office another program is writing into with SQLite", busy)

# Outputs that cannot be written.

WRITERS = {name: verb for name, verb in VERBS.items() if verb.output}


def make_output_device():
    os.mknod(os.path.join(WORK, "device"), stat.S_IFCHR | 0o666, os.makedev(1, 7))


def bad_output(name, output, prepare=lambda: None, undo=lambda: None, **options):
    def function():
        problems = []
        for verb_name, verb in in_turn(WRITERS, 3).items():
            if OUTPUT_SIZES.get(verb_name, 0) < options.get("size", 0):
                continue  # smaller than what SQLite needs
            fresh()
            prepare()
            try:
                before = snapshot()
                result = verb.call(office=TEMPLATE, output=os.path.join(WORK, output) if output else "", **options)
                lines = [line for line in result.err.splitlines() if not re.search(r"(^|: )(note|warning): ", line)]
                problems += [f"{verb_name}: {p}" for p in result.faults() + same("exit", result.code, FAILED)
                             + same("messages", len(lines), 1) + same("printed", result.out, "")]
                problems += [] if snapshot() == before else [f"{verb_name}: {sorted(before)} became {sorted(snapshot())}"]
            finally:
                undo()
        return problems
    tap.check(f"an output {name}", function)


bad_output("without a name", "")
bad_output("in a folder that is not there", "gone/out.pdf")
bad_output("that is a folder", ".")
bad_output("that is a folder with a slash", "folder/", lambda: os.mkdir(os.path.join(WORK, "folder")))
bad_output("below a file", "office.thidua/out.pdf")
bad_output("with too long a name", "x" * 300)
bad_output("with a name that leaves no room", "x" * 252)
bad_output("that is a pipe", "pipe", lambda: os.mkfifo(os.path.join(WORK, "pipe")))
bad_output("that leads to a device", "link", lambda: os.symlink("/dev/null", os.path.join(WORK, "link")))
if ROOT:
    bad_output("that is a full device", "device", make_output_device)
else:
    bad_output("in a folder that may not be written", "out.pdf", lambda: os.chmod(WORK, 0o555), lambda: os.chmod(WORK, 0o755))
# Enough for what SQLite keeps beside the office, too little for a PDF with its fonts.
MAY_GROW = 40000
bad_output("that may not grow", "out.pdf", size=MAY_GROW)
bad_output("that may not grow at all", "out.pdf", size=0)


def kept_output():
    """What was there before a failed print is still there."""
    problems = []
    for verb_name in ("decision print", "certificate print"):
        fresh()
        with open(OUTPUT, "wb") as file:
            file.write(b"yesterday's")
        before = snapshot()
        problems += same(verb_name, VERBS[verb_name].call(size=MAY_GROW).code, FAILED)
        problems += [] if snapshot() == before else [f"{verb_name}: yesterday's file is gone"]
    return problems


tap.check("a failed print keeps what was there", kept_output)

# Full disks.


def no_room():
    """Every write fails at every size: nothing changes; with room again it works."""
    problems = []
    for verb_name, verb in in_turn({name: verb for name, verb in OPENERS.items() if verb.writes}, 6).items():
        done = False
        for size in (0, 1, 512, 4096, 20000, 32768, 40000, 65536, 100000, 200000, len(BYTES) - 1, len(BYTES), len(BYTES) + 30000, 1 << 26):
            fresh()
            result = verb.call(size=size)
            problems += [f"{verb_name} with {size} bytes: {p}" for p in judge(result, {FAILED, DONE})]
            done = result.code == DONE
            state = dump(OFFICE)
            if not done and state != STATE and not verb.steps:
                problems.append(f"{verb_name} with {size} bytes: half done")
            problems += [f"{verb_name} with {size} bytes: {p}" for p in judge(run("--office", OFFICE, "office", "check"), {DONE})]
            if dump(OFFICE) != state:
                problems.append(f"{verb_name} with {size} bytes: the next opening changed it")
        problems += [] if done else [f"{verb_name}: never done"]
    return problems


tap.check("writing where the file may not grow", no_room)


def full_disk():
    problems = []
    imported = 0
    put(BYTES)
    there = len(run("--office", OFFICE, "nomination", "list", "--json").json())
    ballast = os.path.join(WORK, "ballast")
    with open(ballast, "wb") as file:
        file.write(bytes(1 << 20))
    for n in range(200):
        list_file = people(f"Người {n} số", 300)
        result = run("--office", OFFICE, "nomination", "import", list_file, "--plan", 1, "--actor", "An")
        if result.code != DONE:
            break
        imported += 300
    problems += judge(result, {FAILED}) + ([] if imported else ["nothing went in"])
    problems += judge(run("--office", OFFICE, "office", "check"), {DONE})
    problems += same("nominations", len(run("--office", OFFICE, "nomination", "list", "--json").json()), there + imported)
    log = run("--office", OFFICE, "office", "log", "--json").json()
    problems += same("last action", log[0]["name"], "Import 300 nominations")
    # To the last byte.
    with contextlib.suppress(OSError), open(os.path.join(WORK, "filler"), "wb", buffering=0) as filler:
        while True:
            filler.write(bytes(512))
    for verb_name, verb in OPENERS.items():
        result = verb.call(output=OUTPUT)
        codes = {FAILED, REFUSED} if verb.writes else {FAILED} if verb.output else {DONE, FAILED}
        lines = [line for line in result.err.splitlines() if not re.search(r"(^|: )(note|warning): ", line)]
        problems += [f"{verb_name}: {p}" for p in result.faults() + ([] if result.code in codes else [f"exit {result.code}: {result}"])
                     + same("messages", len(lines), 1 if result.code else 0)]
    result = VERBS["office new"].call(output=os.path.join(WORK, "new.thidua"))
    problems += judge(result, {FAILED})
    os.unlink(os.path.join(WORK, "filler"))
    problems += same("files", sorted(n for n in os.listdir(WORK) if not n.endswith(("-wal", "-shm"))), ["ballast", "office.thidua"])
    problems += judge(run("--office", OFFICE, "office", "check"), {DONE})
    # With room again the journal goes into the file.
    os.unlink(ballast)
    problems += judge(run("--office", OFFICE, "office", "check"), {DONE})
    problems += same("nominations", len(run("--office", OFFICE, "nomination", "list", "--json").json()), there + imported)
    problems += same("files", os.listdir(WORK), ["office.thidua"])
    return problems


reason = mounted("4m")
try:
    if reason is None:
        tap.check("a full disk", full_disk)
    else:
        tap.skip("a full disk", reason)
finally:
    unmount()
tap.end()
