#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""reader-names.py SOURCE-ROOT

A reader of plans must not know any plan by heart. Nothing in its sources, its data and its tests may be a name or a
number of the sample plans, or a phrase that only those plans have.
"""
import glob
import json
import os
import re
import sys
import unicodedata

# What every official text may say counts as no name: an expected word of the administrative language.
COMMON = {"tổ quốc", "việt nam", "hồ chí minh", "lao động", "chính phủ", "bộ nội vụ", "sở nội vụ"}
# Syllables in a row that make a phrase; the motto and the names of offices are shorter.
PHRASE = 10


def fold(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text).casefold())


def names(answer):
    """Proper names and numbers of one plan, from its answer."""
    found = set()
    for value in (answer.get("place"), (answer.get("signer") or {}).get("name"), answer.get("number")):
        if value:
            found.add(value)
    issuer = (answer.get("issuer") or {}).get("name") or ""
    match = re.search(r"(?:tỉnh|thành phố) (.+)$", issuer)
    if match:
        found.add(match.group(1))
    for key in ("legal_bases", "plan_bases", "documents_cited_in_body"):
        for basis in answer.get(key) or []:
            if basis.get("number"):
                found.add(basis["number"])
            match = re.search(r"(?:tỉnh|thành phố) ([A-ZĐ].+)$", basis.get("issuer") or "")
            if match:
                found.add(match.group(1))
    found |= set(re.findall(r"lần thứ ([IVX]{2,})", json.dumps(answer, ensure_ascii=False)))
    return {fold(name) for name in found}


def phrases(text):
    words = re.findall(r"\w+", fold(text))
    return {" ".join(words[i:i + PHRASE]) for i in range(len(words) - PHRASE + 1)}


def main():
    root = sys.argv[1]
    files = sorted(glob.glob(os.path.join(root, "src/exchange/td-plan-*.[ch]")) +
                   glob.glob(os.path.join(root, "src/model/td-plan-reading.[ch]")) +
                   [os.path.join(root, "data/catalogue/misprints.json"),
                    os.path.join(root, "tests/exchange/test-plan-reader.c")])
    known, rows = set(), set()
    for path in glob.glob(os.path.join(root, "tests/fixtures/plans/*.json")):
        with open(path, encoding="utf-8") as f:
            known |= names(json.load(f))
    for path in glob.glob(os.path.join(root, "data/samples/plans/*.txt")):
        with open(path, encoding="utf-8") as f:
            rows |= phrases(f.read())
    known -= COMMON
    if len(known) < 20 or len(rows) < 1000:
        sys.exit("the plans to compare with are not there")
    bad = 0
    for path in files:
        with open(path, encoding="utf-8") as f:
            text = f.read()
        # Roman numbers are compared as written, names in any case; a list of Roman numbers is no name.
        for name in sorted(known):
            if re.fullmatch("[ivx]+", name):
                hit = re.search(rf"lần thứ {name}\b", fold(text))
            else:
                hit = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", fold(text))
            if hit:
                bad += 1
                print(f"{os.path.relpath(path, root)}: names “{name}” of a sample plan")
        strings = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
        for phrase in sorted(set().union(*map(phrases, strings)) & rows):
            bad += 1
            print(f"{os.path.relpath(path, root)}: has “{phrase}” from a sample plan")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
