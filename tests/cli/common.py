# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running it, TAP, an office to work on.

A test is started with the program and the folder of the sample plans.  Everything happens in a
folder of its own that is removed at the end."""
import atexit
import contextlib
import hashlib
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

DONE, REFUSED, USAGE, FAILED = 0, 1, 2, 3
PROGRAM = os.path.abspath(sys.argv[1])
PLANS = os.path.abspath(sys.argv[2])


def _memory():
    """A folder in memory, where syncing is free; thousands of runs would wait for the disk."""
    folder = "/dev/shm"
    roomy = os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > 1 << 30
    return folder if roomy else None


HOME = tempfile.mkdtemp(prefix="thidua-cli-", dir=_memory())
atexit.register(shutil.rmtree, HOME, True)
with open(PROGRAM, "rb") as _file:
    SANITIZED = b"__asan_init" in _file.read()

PROVINCE = "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk"
DEPARTMENT = "Giám đốc Sở Nội vụ tỉnh Đắk Lắk"
# What no message may contain: it would be the program's fault, not the file's.
FAULTS = ("CRITICAL", "WARNING **", "Assertion", "assertion", "ERROR:", "AddressSanitizer", "LeakSanitizer",
          "runtime error", "Traceback", "core dumped", "(null)")


class Result:
    def __init__(self, command, code, out, err):
        self.command, self.code, self.out, self.err = command, code, out, err

    def json(self):
        return json.loads(self.out)

    def id(self):
        return int(self.out)

    def faults(self):
        """What is wrong whatever was asked."""
        found = [f"says {fault}" for fault in FAULTS if fault in self.err + self.out]
        if self.code is None:
            found.append("takes too long")
        elif self.code not in (DONE, REFUSED, USAGE, FAILED):
            found.append(f"ends with {self.code}")
        return found

    def __str__(self):
        words = " ".join(os.fsdecode(w).replace(HOME, "") for w in self.command)
        return f"{words}: exit {self.code}, says {self.err.strip()[-400:]!r}, prints {self.out[:200]!r}"


def path(*names):
    return os.path.join(HOME, *names)


def write(name, data):
    full = path(name)
    with open(full, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    return full


def plan_text(name):
    return os.path.join(PLANS, name + ".txt")


@contextlib.contextmanager
def limits(memory, size):
    """What is started in here may take so much. The limits are this program's own for that moment: a function that ran
    in the child would have the whole of this program copied for each call."""
    wanted = {}
    if memory and not SANITIZED:
        wanted[resource.RLIMIT_AS] = memory
    if size is not None:
        # Writing beyond fails with EFBIG, which is as good as a full disk: Python ignores SIGXFSZ, and so does the child.
        wanted[resource.RLIMIT_FSIZE] = size
    kept = {what: resource.getrlimit(what) for what in wanted}
    for what, value in wanted.items():
        resource.setrlimit(what, (value, kept[what][1]))
    try:
        yield
    finally:
        for what, value in kept.items():
            resource.setrlimit(what, value)


def run(*words, timeout=20, memory=2 << 30, size=None, env=None):
    command = [str(w) if not isinstance(w, bytes) else w for w in words]
    with limits(memory, size):
        process = subprocess.Popen([PROGRAM, *command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   restore_signals=size is None, cwd=HOME, env=dict(os.environ, **(env or {})))
    with process:
        try:
            out, err = process.communicate(timeout=timeout * (6 if SANITIZED else 1))
        except subprocess.TimeoutExpired:
            process.kill()
            return Result(command, None, "", process.communicate()[1].decode("utf-8", "replace"))
    return Result(command, process.returncode, out.decode("utf-8", "surrogateescape"), err.decode("utf-8", "surrogateescape"))


def must(*words, **options):
    result = run(*words, **options)
    if result.code != DONE or result.faults():
        raise AssertionError(f"{result} {result.faults()}")
    return result


DUMPS = {}  # of files that were dumped, by what is in them


def dump(office):
    """All that is stored but the log and what is derived, read by SQLite alone from a copy."""
    parts = {}
    for ending in ("", "-wal"):
        if os.path.exists(office + ending):
            with open(office + ending, "rb") as file:
                parts[ending] = file.read()
    key = tuple((ending, hashlib.sha256(data).digest()) for ending, data in parts.items())
    if key not in DUMPS:
        if len(DUMPS) > 20:
            DUMPS.clear()
        DUMPS[key] = dump_parts(parts)
    return DUMPS[key]


def dump_parts(parts):
    with tempfile.TemporaryDirectory(dir=HOME) as folder:
        for ending, data in parts.items():
            with open(os.path.join(folder, "copy" + ending), "wb") as file:
                file.write(data)
        db = sqlite3.connect(os.path.join(folder, "copy"))
        db.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        try:
            tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
                      if not row[0].startswith("change_") and "_fts" not in row[0] and row[0] != "attachment"]
            return {table: db.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables}
        finally:
            db.close()


def leftovers(folder, *expected):
    """Files in a folder that nobody asked for."""
    return [f"leaves {name}" for name in sorted(set(os.listdir(folder)) - {os.path.basename(e) for e in expected})]


HEAD = "họ và tên,loại,ngày sinh,giới tính,số cccd,chức vụ,đơn vị,hình thức khen thưởng,người tặng,loại hình,thành tích,từ ngày,đến ngày,truy tặng"


def row(name, sex="nữ", form="Giấy khen", unit="Sở Y tế", kind="phong trào", subject="cá nhân", birth="1980", cccd="",
        giver="", begin="", end="", posthumous="", achievement="Đã có thành tích xuất sắc trong phong trào thi đua"):
    return ",".join((name, subject, birth, sex, cccd, "Chuyên viên", unit, form, giver, kind, achievement, begin, end, posthumous))


def nominations(*rows):
    return "\n".join((HEAD,) + rows) + "\n"


UNITS = "mã,tên đơn vị,loại\nSYT,Sở Y tế,sở\nTL,Phường Tân Lập,phường\nEK,Xã Ea Kao,xã\n"


def make_office(name="office.thidua", plan="dak-lak-8-percent"):
    """An office with a plan (1) and three units."""
    office = path(name)
    must("office", "new", office, "--unit", "Sở Nội vụ tỉnh Đắk Lắk", "--place", "Đắk Lắk", "--actor", "An")
    must("--office", office, "plan", "import", plan_text(plan))
    must("--office", office, "unit", "import", write("units.csv", UNITS))
    return office


class Tap:
    """Prints TAP; a case is a name and the list of what is wrong."""

    def __init__(self):
        self.number = self.failed = 0

    def case(self, name, problems):
        problems = [str(p) for p in problems]
        self.number += 1
        self.failed += bool(problems)
        for problem in problems[:30]:
            print("# " + problem.replace("\n", "\n# "))
        print(f"{'not ok' if problems else 'ok'} {self.number} - {name}", flush=True)

    def skip(self, name, why):
        self.number += 1
        print(f"ok {self.number} - {name} # SKIP {why}", flush=True)

    def check(self, name, function):
        """A function that gives the list, or raises."""
        try:
            self.case(name, function() or [])
        except Exception as error:  # pylint: disable=broad-except
            import traceback
            self.case(name, [traceback.format_exc() if not isinstance(error, AssertionError) or not error.args else error])

    def end(self):
        print(f"1..{self.number}")
        sys.exit(1 if self.failed else 0)


def same(what, got, expected):
    return [] if got == expected else [f"{what}: {got!r}, not {expected!r}"]
