#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of 50,000 rows and 8 columns read from .xlsx and .ods, beside openpyxl and LibreOffice.

usage: bench-book.py READ-BOOK"""
import datetime
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import openpyxl
from openpyxl.cell import WriteOnlyCell

N_ROWS, TIMES = 50000, 3
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Giới tính", "Chức vụ", "Đơn vị", "Thành tích"]
READER = os.path.abspath(sys.argv[1])


def write_list(path):
    rng = random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(HEAD)
    names = [words.split() for words in ("Nguyễn Trần Lê Phạm Đặng Hoàng Niê", "Thị Văn Thanh Quốc Ngọc", "An Ánh Phương Phượng Tuấn Hòa Hương Đạt")]
    for i in range(N_ROWS):
        birth = WriteOnlyCell(sheet, datetime.date(1960, 1, 1) + datetime.timedelta(days=rng.randrange(15000)))
        birth.number_format = "dd/mm/yyyy"
        sheet.append([i + 1, " ".join(map(rng.choice, names)) + f" {i}", birth, f"066{rng.randrange(10 ** 9):09}", rng.choice(["Nam", "Nữ"]),
                      "Chuyên viên", f"UBND xã Ea Kar {i % 400}", "Đã có thành tích xuất sắc trong phong trào thi đua năm 2026"])
    book.save(path)


def soffice(target, path):
    folder = os.path.dirname(path)
    begin = time.monotonic()
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", folder, path],
                   check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return time.monotonic() - begin


def ours(path):
    seconds, memory, rows = subprocess.run([READER, path], check=True, stdout=subprocess.PIPE).stdout.split()
    if int(rows) != N_ROWS + 1:
        raise SystemExit(f"{rows} rows")
    return float(seconds), int(memory)


def by_openpyxl(path):
    begin = time.monotonic()
    n = sum(1 for row in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True) if row)
    if n != N_ROWS + 1:
        raise SystemExit(f"{n} rows")
    return time.monotonic() - begin


def median(function, *args):
    return statistics.median(function(*args) for _ in range(TIMES))


def tell(what, unit, own, beside, other):
    print(f"{what}: {own:.4g} {unit}, {beside} {other:.4g} {unit}, {own / other:.2f}", flush=True)


with tempfile.TemporaryDirectory(prefix="thidua-bench-") as home:
    xlsx, ods = os.path.join(home, "list.xlsx"), os.path.join(home, "list.ods")
    write_list(xlsx)
    soffice("ods", xlsx)
    for path, name in ((xlsx, ".xlsx"), (ods, ".ods")):
        runs = [ours(path) for _ in range(TIMES)]
        seconds = statistics.median(run[0] for run in runs)
        if path == xlsx:
            tell(f"read 50000 rows of {name}", "s", seconds, "openpyxl", median(by_openpyxl, path))
        tell(f"read 50000 rows of {name}", "s", seconds, "LibreOffice", median(soffice, "csv", path))
        memory = max(run[1] for run in runs) / 1024
        theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        tell(f"memory to read 50000 rows of {name}", "MB", memory, "LibreOffice", theirs)
