#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Authenticity codes from the key to the scan. The oracles are not ours: zbarimg reads the codes from the rendered
pages, openssl verifies signatures and opens keys, Python takes a code apart, poppler renders, sqlite3 looks for what
must not be in the file."""
import base64
import hashlib
import os
import pty
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import zlib

sys.dont_write_bytecode = True
from common import (DEPARTMENT, DONE, FAILED, HOME, PROGRAM, PROVINCE, REFUSED, USAGE, Tap, dump, make_office, must, nominations, path,
                    row, run, same, write)

tap = Tap()
PASSPHRASE = "ba con trâu gặm cỏ 1954"
PASS = write("passphrase", PASSPHRASE + "\n")
WRONG = write("wrong", PASSPHRASE + "!\n")
DAY = ("--date", "2026-02-03")
HARD = ("Y Bhiông Niê Kđăm", "H’Ăng Niê", "Trần Thị Ngọc Ánh")


def tool(*words, data=None):
    """Another program's answer as bytes, or None when it says no."""
    done = subprocess.run([str(w) for w in words], input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=HOME)
    return done.stdout if done.returncode == 0 else None


def render(pdf, dpi=300, page=1, ending="png", *options):
    name = path("page")
    for old in os.listdir(HOME):
        if old.startswith("page-") or old.startswith("page."):
            os.unlink(path(old))
    assert tool("pdftoppm", "-r", dpi, "-f", page, "-l", page, "-" + ending, *options, pdf, name) is not None
    return next(path(f) for f in sorted(os.listdir(HOME)) if f.startswith("page-"))


def pdf_of(jpeg):
    """A page that is nothing but a picture, as scanners make it."""
    width, height = (int(n) for n in tool("identify", "-format", "%w %h", jpeg).split())
    with open(jpeg, "rb") as file:
        picture = file.read()
    draw = b"q %f 0 0 %f 0 0 cm /Im0 Do Q" % (width * .24, height * .24)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %f %f]/Resources<</XObject<</Im0 4 0 R>>>>/Contents 5 0 R>>" % (width * .24, height * .24),
               b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n%s\nendstream"
               % (width, height, len(picture), picture), b"<</Length %d>>stream\n%s\nendstream" % (len(draw), draw)]
    out, places = b"%PDF-1.4\n", []
    for n, data in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, data)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))


def scan(picture):
    """What zbarimg reads from a picture: the QR codes."""
    said = tool("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture)
    return said.decode().split() if said else []


def take_apart(code):
    """Key, signature and text of a code, by Python alone."""
    assert code.startswith("TD1:"), code
    letters = code[4:]
    data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    return data[:8].hex(), data[8:72], data[72:]


def openssl_verifies(code, certificate):
    key, signature, text = take_apart(code)
    public = tool("openssl", "x509", "-in", certificate, "-noout", "-pubkey")
    der = tool("openssl", "pkey", "-pubin", "-outform", "DER", data=public)
    problems = same("the key's name", key, hashlib.sha256(der).hexdigest()[:16])
    files = write("signature", signature), write("text", text), write("public", public)
    said = tool("openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", files[2], "-sigfile", files[0], "-in", files[1])
    return problems + ([] if said is not None else [f"openssl does not verify {text.decode()!r}"])


def people(names, **values):
    return write("people.csv", nominations(*(row(name, **values) for name in names)))


def make_signing_office(name):
    """Decision 1: Bằng khen of the province; 2: Giấy khen of the department; 3: a draft."""
    make_office(name)
    at = ("--office", path(name))
    must(*at, "nomination", "import", people(HARD, form="Bằng khen", giver=PROVINCE), "--plan", 1)
    must(*at, "decision", "new", "--plan", 1, "--giver", PROVINCE, "--signer", "X", "--all")
    must(*at, "decision", "issue", 1, "--number", "15/QĐ-UBND", "--date", "2026-01-20")
    must(*at, "nomination", "import", people(("Lê Văn Bốn", "Đỗ Thị Năm"), giver=DEPARTMENT), "--plan", 1)
    must(*at, "decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "X", "--all")
    must(*at, "decision", "issue", 2, "--number", "7/QĐ-SNV", "--date", "2026-01-21")
    must(*at, "nomination", "import", people(("Hồ Văn Sáu",), giver=DEPARTMENT), "--plan", 1)
    must(*at, "decision", "new", "--plan", 1, "--giver", DEPARTMENT, "--signer", "X", "--all")
    return at


AT = make_signing_office("office.thidua")
CERTIFICATE = path("certificate.pem")


def off_by_default():
    problems = []
    for words in (("certificate", "codes", "--decision", 2, "--output", path("none.pdf")),
                  ("certificate", "sign", "--decision", 2, "--passphrase-file", PASS)):
        result = run(*AT, *words)
        problems += same(f"{words[1]} without a place", result.code, REFUSED) + result.faults()
    must(*AT, "certificate", "print", "--decision", 2, "--output", path("plain.pdf"), "--with-ornament")
    problems += same("codes on a certificate", scan(render(path("plain.pdf"))), [])
    return problems + same("files", os.path.exists(path("none.pdf")), False)


tap.check("there are no codes unless the office wants them", off_by_default)


def keys():
    problems = []
    weak = run(*AT, "key", "new", "--passphrase-file", write("weak", "matkhau123\n"))
    problems += same("a weak passphrase", weak.code, REFUSED)
    problems += same("no terminal", run(*AT, "key", "new").code, USAGE)
    for name, data in (("empty", b""), ("blank", b"\n"), ("long", b"x" * 5000)):
        problems += same(f"a {name} passphrase", run(*AT, "key", "new", "--passphrase-file", write(name, data)).code, FAILED)
    problems += same("no such file", run(*AT, "key", "new", "--passphrase-file", path("nowhere")).code, FAILED)
    problems += same("an endless file", run(*AT, "key", "new", "--passphrase-file", "/dev/zero").code, FAILED)
    problems += same("the key", must(*AT, "key", "new", "--passphrase-file", PASS, *DAY).id(), 1)
    second = run(*AT, "key", "new", "--passphrase-file", PASS)
    problems += same("another beside it", (second.code, "retire it" in second.err), (DONE, True))
    must(*AT, "office", "undo")
    must(*AT, "key", "export-certificate", 1, "--output", CERTIFICATE)
    shown = must(*AT, "key", "show", 1, "--json").json()
    said = tool("openssl", "x509", "-in", CERTIFICATE, "-noout", "-fingerprint", "-sha256").decode()
    problems += same("the fingerprint", shown["fingerprint"].replace(":", ""), said.split("=")[1].strip().replace(":", "").lower())
    subject = tool("openssl", "x509", "-in", CERTIFICATE, "-noout", "-subject", "-nameopt", "RFC2253,utf8,-esc_msb").decode()
    problems += same("whose", "CN=Sở Nội vụ tỉnh Đắk Lắk" in subject, True)
    problems += same("self-signed", tool("openssl", "verify", "-CAfile", CERTIFICATE, CERTIFICATE) is not None, True)
    return problems + same("listed", [k["own"] for k in must(*AT, "key", "list", "--json").json()], [True])


tap.check("a key is made once, under a good passphrase", keys)


def secrets():
    """The private key: opened by openssl with the passphrase alone, and nowhere but in its own table."""
    db = sqlite3.connect(path("office.thidua"))
    (secret,), = db.execute("SELECT secret FROM signing_secret WHERE code IN (SELECT code FROM signing_key)")
    opened = tool("openssl", "pkey", "-in", write("secret.pem", secret), "-passin", "file:" + PASS, "-pubout")
    problems = same("openssl opens it", opened, tool("openssl", "x509", "-in", CERTIFICATE, "-noout", "-pubkey"))
    problems += same("with another", tool("openssl", "pkey", "-in", path("secret.pem"), "-passin", "file:" + WRONG), None)
    method = tool("openssl", "asn1parse", "-in", path("secret.pem")).decode()
    problems += same("scrypt", ":scrypt" in method and "aes-256-cbc" in method, True)
    body = re.sub(r"-----[^-]+-----|\s", "", secret)
    der = base64.b64decode(body)
    for (changeset,) in db.execute("SELECT changeset FROM change_entry"):
        if der[-40:] in changeset or body[-40:].encode() in changeset:
            problems.append("the log holds the private key")
    db.close()
    problems += [f"{word} tells the private key" for word in ("list", "show")
                 if body[-20:] in must(*AT, "key", *((word,) if word == "list" else (word, 1)), "--json").out]
    with open(path("office.thidua"), "rb") as file:
        problems += same("the passphrase in the file", PASSPHRASE.encode() in file.read(), False)
    return problems


tap.check("the private key is only where it belongs", secrets)


def signing():
    problems = []
    must(*AT, "certificate", "place", "list")
    before = dump(path("office.thidua"))
    problems += same("another passphrase", run(*AT, "certificate", "sign", "--decision", 1, "--passphrase-file", WRONG).code, REFUSED)
    problems += same("a draft", run(*AT, "certificate", "sign", "--decision", 3, "--passphrase-file", PASS).code, REFUSED)
    problems += same("codes not signed yet", run(*AT, "certificate", "codes", "--decision", 1, "--output", path("no.pdf")).code, REFUSED)
    problems += same("the office", dump(path("office.thidua")) == before, True)
    must_sign = ("certificate", "sign", "--decision", 1, "--passphrase-file", PASS, *DAY)
    problems += same("signed", must(*AT, *must_sign).id(), len(HARD))
    problems += same("signed again", must(*AT, *must_sign).id(), 0)
    with open(PASS, "rb") as passphrase:
        piped = subprocess.run([PROGRAM, *map(str, AT), "certificate", "sign", "--decision", "2", "--passphrase-file", "-", *DAY],
                               stdin=passphrase, stdout=subprocess.PIPE)
    problems += same("the other decision, through a pipe", piped.stdout, b"2\n")
    undo = run(*AT, "office", "undo")
    return problems + same("undo", undo.code, REFUSED) + same("why", "signed" in undo.err, True)


tap.check("awards of an issued decision are signed once", signing)
CODES = {}


def on_the_list():
    problems = []
    must(*AT, "certificate", "codes", "--decision", 1, "--output", path("list.pdf"))
    codes = scan(render(path("list.pdf")))
    problems += same("codes", len(set(codes)), len(HARD))
    for code in codes:
        problems += openssl_verifies(code, CERTIFICATE)
        text = take_apart(code)[2].decode().split("\n")
        CODES[text[4]] = code
        problems += same("lines", (text[0], text[1], text[2], text[3], text[6]), ("TD1", "Sở Nội vụ tỉnh Đắk Lắk", PROVINCE, "Bằng khen", "15/QĐ-UBND"))
        verdict = must(*AT, "certificate", "verify", code, "--json").json()
        problems += same("genuine", (verdict["outcome"], verdict["register_asked"], verdict["statement"]["name"]), ("genuine", True, text[4]))
        problems += same("without the office", must("certificate", "verify", code, "--certificate", CERTIFICATE, "--json").json()["register_asked"], False)
    problems += same("names", set(CODES), set(HARD))
    text = tool("pdftotext", "-layout", path("list.pdf"), "-").decode()
    return problems + [f"{word!r} does not stand on the page" for word in ("TRANG XÁC THỰC", "15/QĐ-UBND", "Số sổ vàng 1/2026") if word not in text]


tap.check("the page of the list: zbar reads it, openssl verifies it, so do we", on_the_list)


def scans():
    """The back of a certificate as scanners and telephones give it."""
    problems = []
    must(*AT, "certificate", "place", "back")
    must(*AT, "certificate", "codes", "--decision", 1, "--output", path("backs.pdf"))
    sizes = tool("pdfinfo", "-f", 1, "-l", 9, path("backs.pdf")).decode()
    front = must(*AT, "certificate", "print", "--decision", 1, "--output", path("fronts.pdf")) and tool("pdfinfo", "-f", 1, "-l", 9, path("fronts.pdf")).decode()
    problems += same("pages as the certificates", re.findall(r"Page +\d+ size:.*", sizes), re.findall(r"Page +\d+ size:.*", front))
    problems += same("no code on the front", scan(render(path("fronts.pdf"))), [])
    page = render(path("backs.pdf"))
    page_rgb = ("-colorspace", "sRGB", "-type", "TrueColor")
    changes = {
        "grey.png": ("-colorspace", "Gray"), "bad.jpg": ("-quality", "40"), "crooked.jpg": ("-background", "white", "-rotate", "2.5", *page_rgb),
        "upside-down.png": ("-rotate", "180"), "speckled.png": ("-attenuate", "0.3", "+noise", "Gaussian"), "yellowed.jpg": ("-fill", "#e8d8a0", "-tint", "60"),
        "scan.tif": ("-compress", "Group4", "-monochrome"), "blurred.jpg": ("-blur", "0x1.2"), "dark.png": ("-brightness-contrast", "-30x-20"),
    }
    for name, options in changes.items():
        assert tool("convert", page, *options, path(name)) is not None
        result = run(*AT, "certificate", "verify", path(name), "--json")
        problems += same(name, (result.code, result.code == DONE and result.json()["statement"]["name"]), (DONE, HARD[0])) + result.faults()
    # What many scanners make of a page: a PDF of one picture; and a page that was never on paper.
    write("scan.pdf", pdf_of(path("crooked.jpg")))
    assert tool("qpdf", path("backs.pdf"), "--pages", ".", "2", "--", path("one.pdf")) is not None
    for name, who in (("scan.pdf", HARD[0]), ("one.pdf", HARD[1])):
        result = run(*AT, "certificate", "verify", path(name), "--json", timeout=60)
        problems += same(name, (result.code, result.code == DONE and result.json()["statement"]["name"]), (DONE, who)) + result.faults()
    several = run(*AT, "certificate", "verify", path("backs.pdf"), timeout=60)
    problems += same("several codes", (several.code, "several codes" in several.err), (FAILED, True))
    for dpi in (200, 600):
        result = run(*AT, "certificate", "verify", render(path("backs.pdf"), dpi), "--json", timeout=60)
        problems += same(f"{dpi} dpi", result.code, DONE)
    problems += same("the other pages", [scan(render(path("backs.pdf"), page=n)) for n in (2, 3)], [[CODES[n]] for n in HARD[1:]])
    return problems


tap.check("the back, scanned well and badly", scans)


def on_the_front():
    problems = []
    must(*AT, "certificate", "place", "front")
    problems += same("of a state form", run(*AT, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS).code, REFUSED)
    told = run(*AT, "certificate", "print", "--decision", 1, "--output", path("state.pdf"))
    problems += same("printed without", (told.code, scan(render(path("state.pdf"))), "state form" in told.err), (DONE, [], True))
    problems += same("no pages of their own", run(*AT, "certificate", "codes", "--decision", 2, "--output", path("no.pdf")).code, REFUSED)
    for options in (("--with-ornament",), ()):
        must(*AT, "certificate", "print", "--decision", 2, "--output", path("front.pdf"), *options)
        codes = scan(render(path("front.pdf")))
        problems += same(f"on the front {options}", len(codes), 1)
        problems += [p for code in codes for p in openssl_verifies(code, CERTIFICATE)]
        # The words of the page are those without the code: it covers none.
        problems += same("words", tool("pdftotext", path("front.pdf"), "-"), tool("pdftotext", path("plain.pdf"), "-") if options else tool("pdftotext", path("front.pdf"), "-"))
    must(*AT, "certificate", "place", "front", "--number", "12/CV-BTĐKT ngày 05/01/2026")
    must(*AT, "certificate", "print", "--decision", 1, "--output", path("state.pdf"), "--with-ornament")
    problems += same("allowed by a document", len(scan(render(path("state.pdf")))), 1)
    must(*AT, "certificate", "place", "list")
    must(*AT, "certificate", "print", "--decision", 2, "--output", path("front.pdf"), "--with-ornament")
    problems += same("off again", scan(render(path("front.pdf"))), [])
    return problems + same("nowhere", run(*AT, "certificate", "place", "moon").code, REFUSED)


tap.check("the front: own certificates only, unless a document allows it", on_the_front)


def find_code(code_page, bare_page):
    """Where two renderings of a page differ: left, top and edge in dots."""
    box = tool("convert", code_page, bare_page, "-compose", "difference", "-composite", "-threshold", "20%", "-format", "%@", "info:").decode()
    width, height, left, top = (int(n) for n in re.match(r"(\d+)x(\d+)\+(\d+)\+(\d+)", box).groups())
    return left, top, max(width, height)


def no_box_under_the_code():
    """Where the code stands there is nothing else, and nothing in the light border it needs."""
    must(*AT, "certificate", "place", "front", "--number", "12/CV-BTĐKT")
    problems = []
    for decision, options in ((1, ()), (2, ()), (1, ("--with-ornament",)), (2, ("--with-ornament",))):
        pages = []
        for place in (("front", "--number", "12/CV-BTĐKT"), ("off",)):
            must(*AT, "certificate", "place", *place)
            must(*AT, "certificate", "print", "--decision", decision, "--output", path("room.pdf"), *options)
            pages.append(path(place[0] + ".png"))
            shutil.copyfile(render(path("room.pdf"), 100), pages[-1])
        left, top, edge = find_code(*pages)
        light = edge // 20
        crop = f"{edge + 2 * light}x{edge + 2 * light}+{left - light}+{top - light}"
        darkest = float(tool("convert", pages[1], "-crop", crop, "+repage", "-colorspace", "Gray", "-format", "%[fx:minima]", "info:"))
        problems += [] if darkest > 0.85 else [f"decision {decision} {options}: {darkest} under the code at {crop}"]
        problems += [] if 100 <= edge <= 125 else [f"decision {decision} {options}: the code is {edge / 100 * 25.4} mm"]
    must(*AT, "certificate", "place", "list")
    return problems


tap.check("the code covers nothing", no_box_under_the_code)


def not_genuine():
    problems = []
    code = CODES[HARD[0]]
    key, signature, text = take_apart(code)

    def made(*parts):
        return "TD1:" + base64.b32encode(b"".join(parts)).decode().rstrip("=")

    raw = bytes.fromhex(key)
    problems += same("as it was", made(raw, signature, text), code)
    forged = {
        "another name": made(raw, signature, text.replace("Y Bhiông".encode(), "Y Bhiếng".encode())),
        "another number": made(raw, signature, text.replace(b"15/Q", b"16/Q")),
        "no signature": made(raw, bytes(64), text),
        "a signature of another": made(raw, take_apart(CODES[HARD[1]])[1], text),
    }
    for name, false in forged.items():
        for at in (AT, ()):
            result = run(*at, "certificate", "verify", false, "--certificate", CERTIFICATE, "--json")
            problems += same(name, (result.code, result.json()["outcome"], result.json()["genuine"]), (REFUSED, "altered", False)) + result.faults()
        plain = run("certificate", "verify", false, "--certificate", CERTIFICATE)
        problems += same(f"{name} in words", (plain.code, plain.out, "Not genuine" in plain.err), (REFUSED, "", True))
    unknown = run("certificate", "verify", code, "--json")
    problems += same("no certificate", (unknown.code, unknown.json()["outcome"]), (REFUSED, "unknown-key"))
    other = made(bytes(8), signature, text)
    problems += same("a key nobody has", run(*AT, "certificate", "verify", other, "--json").json()["outcome"], "unknown-key")
    for name, word in (("half", code[:200]), ("empty", "TD1:"), ("one letter more", code + "A"), ("small letters", "TD1:" + code[4:].lower()), ("anything", "TD1:ĐÂY LÀ GÌ")):
        problems += same(name, run(*AT, "certificate", "verify", word).code, FAILED)
    problems += same("with line ends", run(*AT, "certificate", "verify", write("letter.txt", "Mã:\r\n" + "\r\n".join(code[i:i + 60] for i in range(0, len(code), 60)) + "\r\n")).code, DONE)
    problems += same("a bad certificate", run("certificate", "verify", code, "--certificate", PASS).code, FAILED)
    return problems


tap.check("what is not genuine is told, and why", not_genuine)


def by_the_register():
    """The same code against registers that say something else."""
    code = CODES[HARD[0]]
    cases = {
        "differs": "UPDATE award SET subject_name = 'Người Khác' WHERE subject_name = 'Y Bhiông Niê Kđăm'",
        "not-in-register": "UPDATE award SET register_number = 999 WHERE subject_name = 'Y Bhiông Niê Kđăm'",
    }
    problems = []
    for outcome, sql in cases.items():
        copy = path("copy.thidua")
        shutil.copyfile(path("office.thidua"), copy)
        db = sqlite3.connect(copy)
        for name in set(re.findall(r"\btd_\w+(?=\s*\()", " ".join(s for (s,) in db.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")))):
            db.create_function(name, -1, lambda text, *rest, name=name: text.encode() if name.endswith("_key") else text)
        with db:
            problems += same("rows", db.execute(sql).rowcount, 1)
        db.close()
        result = run("--office", copy, "certificate", "verify", code, "--json")
        answer = result.json()
        problems += same(outcome, (result.code, answer["outcome"]), (REFUSED, outcome))
        if outcome == "differs":
            problems += same("in what", [(d["stated"], d["registered"]) for d in answer["differences"]], [(HARD[0], "Người Khác")])
        # Who has only the certificate cannot know.
        problems += same("without the register", run("certificate", "verify", code, "--certificate", CERTIFICATE).code, DONE)
    return problems


tap.check("the register has the last word", by_the_register)


def taken_back():
    """A certificate that was presented and taken back is revoked; another in its place is not."""
    at = ("--office", path("back.thidua"))
    shutil.copyfile(path("office.thidua"), path("back.thidua"))
    awards = must(*at, "decision", "show", 1, "--json").json()["awards"]
    award = next(a["id"] for a in awards if a["subject_name"] == HARD[0])
    must(*at, "stock", "new", "Phôi", "--size", "420x297")
    must(*at, "stock", "receive", 1, 5, *DAY)
    must(*at, "stock", "print", 1, "--awards", award, *DAY)
    for step in ("signature", "seal", "presentation"):
        out = must(*at, "stock", "out", 1, 1, "--kind", step, *DAY).id()
        must(*at, "stock", "back", out, *DAY)

    def outcome():
        result = run(*at, "certificate", "verify", CODES[HARD[0]], "--json")
        return result.code, result.json()["outcome"]

    problems = same("presented", outcome(), (DONE, "genuine"))
    must(*at, "stock", "take-back", 1, 1, "--note", "Quyết định thu hồi số 9", *DAY)
    problems += same("taken back", outcome(), (REFUSED, "revoked"))
    result = run(*at, "certificate", "verify", CODES[HARD[0]])
    problems += same("why", "Quyết định thu hồi số 9" in result.err, True)
    must(*at, "stock", "print", 1, "--awards", award, *DAY)
    return problems + same("a new one", outcome(), (DONE, "genuine"))


tap.check("a certificate that was taken back is revoked", taken_back)


def recovery():
    """The sheet brings the key back into another office file, scanned or typed, with the passphrase only."""
    must(*AT, "key", "recovery-sheet", 1, "--output", path("sheet.pdf"))
    page = render(path("sheet.pdf"))
    problems = same("pages", re.search(rb"Pages: +(\d+)", tool("pdfinfo", path("sheet.pdf"))).group(1), b"1")
    codes = scan(page)
    problems += same("zbar reads it", len(codes) == 1 and codes[0].startswith("TDK1:"), True)
    text = tool("pdftotext", "-layout", path("sheet.pdf"), "-").decode()
    typed = text[text.index("TDK1:"):]
    problems += same("the letters", re.sub(r"\s", "", typed), codes[0])
    problems += same("no passphrase on it", PASSPHRASE in text, False)
    scanned = path("scanned.jpg")
    assert tool("convert", page, "-rotate", "1.5", "-quality", "60", scanned) is not None
    at = make_signing_office("other.thidua")
    before = dump(path("other.thidua"))
    problems += same("another passphrase", run(*at, "key", "restore", scanned, "--passphrase-file", WRONG).code, REFUSED)
    slip = write("slip.txt", typed.replace("A", "B", 1) if "A" in typed[5:] else typed + "A")
    problems += same("a slip", run(*at, "key", "restore", slip, "--passphrase-file", PASS).code, FAILED)
    problems += same("the office", dump(path("other.thidua")) == before, True)
    problems += same("restored", must(*at, "key", "restore", scanned, "--passphrase-file", PASS).id(), 1)
    problems += same("again, typed", must(*at, "key", "restore", write("typed.txt", typed), "--passphrase-file", PASS).id(), 1)
    must(*at, "certificate", "place", "list")
    must(*at, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS, *DAY)
    must(*at, "certificate", "codes", "--decision", 1, "--output", path("other.pdf"))
    problems += [p for code in scan(render(path("other.pdf"))) for p in openssl_verifies(code, CERTIFICATE)]
    stranger = make_signing_office("stranger.thidua")
    must(*stranger, "key", "new", "--passphrase-file", PASS)
    problems += same("beside another key", "retire it" in run(*stranger, "key", "restore", scanned, "--passphrase-file", PASS).err, True)
    return problems


tap.check("the recovery sheet brings the key back", recovery)


def others():
    """Another office trusts the certificate, without a register to ask; a retired key counts no more."""
    at = make_signing_office("third.thidua")
    code = CODES[HARD[1]]
    problems = same("before", run(*at, "certificate", "verify", code, "--json").json()["outcome"], "unknown-key")
    key = must(*at, "key", "import-certificate", CERTIFICATE).id()
    trusted = must(*at, "certificate", "verify", code, "--json").json()
    problems += same("trusted", (trusted["outcome"], trusted["register_asked"]), ("genuine", False))
    problems += same("twice", run(*at, "key", "import-certificate", CERTIFICATE).code, REFUSED)
    problems += same("its recovery sheet", run(*at, "key", "recovery-sheet", key, "--output", path("none.pdf")).code, REFUSED)
    must(*at, "certificate", "place", "list")
    problems += same("sign with it", run(*at, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS).code, REFUSED)
    for day, outcome in (("2026-02-04", "genuine"), ("2026-02-03", "key-retired"), ("2026-01-01", "key-retired")):
        must(*at, "key", "retire", key, "--date", day, "--note", "lộ khóa")
        answer = run(*at, "certificate", "verify", code, "--json").json()
        problems += same(day, answer["outcome"], outcome)
        problems += same("a note", "note" in answer, outcome == "genuine")
        must(*at, "office", "undo")
    must(*at, "key", "retire", key)
    return problems + same("retired twice", run(*at, "key", "retire", key).code, REFUSED)


tap.check("keys of others are trusted and retired", others)


def retired_own():
    at = ("--office", path("retired.thidua"))
    shutil.copyfile(path("office.thidua"), path("retired.thidua"))
    must(*at, "key", "retire", 1, "--note", "đổi người", "--date", "2026-03-01")
    must(*at, "certificate", "place", "list")
    problems = same("sign", run(*at, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS).code, REFUSED)
    problems += same("codes of a retired key", run(*at, "certificate", "codes", "--decision", 1, "--output", path("no.pdf")).code, REFUSED)
    problems += same("another key", must(*at, "key", "new", "--passphrase-file", PASS).id(), 2)
    problems += same("signed anew", must(*at, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS, "--date", "2026-03-02").id(), len(HARD))
    must(*at, "certificate", "place", "list")
    must(*at, "certificate", "codes", "--decision", 1, "--output", path("anew.pdf"))
    codes = scan(render(path("anew.pdf")))
    problems += same("new codes", len(set(codes)) == len(HARD) and not set(codes) & set(CODES.values()), True)
    for code in codes + [CODES[HARD[0]]]:
        problems += same("genuine", run(*at, "certificate", "verify", code).code, DONE)
    return problems


tap.check("after a key is retired another signs", retired_own)


def undone_key():
    """Undo takes the key, redo brings it back with its private part; a new one makes the old impossible."""
    at = make_signing_office("undo.thidua")
    must(*at, "key", "new", "--passphrase-file", PASS)
    must(*at, "office", "undo")
    problems = same("undone", must(*at, "key", "list", "--json").json(), [])
    must(*at, "office", "redo")
    must(*at, "certificate", "place", "list")
    problems += same("sign after redo", must(*at, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS).id(), len(HARD))
    second = make_signing_office("undo2.thidua")
    must(*second, "key", "new", "--passphrase-file", PASS)
    must(*second, "office", "undo")
    must(*second, "key", "new", "--passphrase-file", PASS)
    db = sqlite3.connect(path("undo2.thidua"))
    problems += same("secrets", db.execute("SELECT count(*) FROM signing_secret").fetchone(), (1,))
    db.close()
    return problems


tap.check("making a key can be undone and redone", undone_key)


def changed_passphrase():
    """The old passphrase proves itself, then opens nothing here; a sheet of before keeps it. openssl is asked, too."""
    at = make_signing_office("passphrase.thidua")
    office = path("passphrase.thidua")
    fresh = write("fresh", "bốn cái thuyền chở trăng 1972\n")
    must(*at, "key", "new", "--passphrase-file", PASS)
    must(*at, "key", "recovery-sheet", 1, "--output", path("before.pdf"))

    def secret():
        with sqlite3.connect(f"file:{office}?mode=ro", uri=True) as db:
            return db.execute("SELECT secret FROM signing_secret").fetchone()[0]

    def opens(pem, passphrase):
        return tool("openssl", "pkey", "-in", write("secret.pem", pem), "-passin", "file:" + passphrase, "-pubout")

    first, before, problems = secret(), dump(office), []
    for what, old, new, said in (("a wrong old one", WRONG, fresh, "passphrase"), ("a weak new one", PASS, write("weak", "123456\n"), "too easy"), ("the same", PASS, PASS, "is the old one")):
        result = run(*at, "key", "passphrase", 1, "--passphrase-file", old, "--new-passphrase-file", new)
        problems += result.faults() + same(what, (result.code, said in result.err), (REFUSED, True))
    problems += same("nothing changed", (dump(office) == before, secret() == first), (True, True))
    told = must(*at, "key", "passphrase", 1, "--passphrase-file", PASS, "--new-passphrase-file", fresh, *DAY)
    problems += [] if "old passphrase" in told.err else [f"the old sheets are not spoken of: {told}"]
    second = secret()
    public = opens(first, PASS)
    problems += same("one key", (public is not None, opens(second, fresh) == public), (True, True))
    problems += same("the old one opens it", opens(second, PASS), None)
    salts = [re.findall(r"OCTET STRING *\[HEX DUMP\]:(\w+)", tool("openssl", "asn1parse", "-in", write("salt.pem", pem)).decode()) for pem in (first, second)]
    problems += same("a salt and a vector of its own", bool(salts[0]) and not set(salts[0]) & set(salts[1]), True)
    problems += same("since when", must(*at, "key", "list", "--json").json()[0]["passphrase_on"], DAY[1])
    must(*at, "certificate", "place", "list")
    problems += same("signing with the old one", run(*at, "certificate", "sign", "--decision", 1, "--passphrase-file", PASS).code, REFUSED)
    problems += same("signing with the new one", must(*at, "certificate", "sign", "--decision", 1, "--passphrase-file", fresh).id(), len(HARD))
    other = make_signing_office("passphrase2.thidua")
    problems += same("a sheet of before", must(*other, "key", "restore", render(path("before.pdf")), "--passphrase-file", PASS).id(), 1)
    must(*at, "key", "recovery-sheet", 1, "--output", path("after.pdf"))
    problems += same("a sheet of now", (run(*other, "key", "restore", render(path("after.pdf")), "--passphrase-file", PASS).code,
                                        run(*other, "key", "restore", render(path("after.pdf")), "--passphrase-file", fresh).code), (REFUSED, DONE))
    undone = make_signing_office("passphrase3.thidua")
    must(*undone, "key", "new", "--passphrase-file", PASS)
    must(*undone, "key", "passphrase", 1, "--passphrase-file", PASS, "--new-passphrase-file", fresh)
    return problems + same("undo", run(*undone, "office", "undo").code, REFUSED)


tap.check("a passphrase is changed", changed_passphrase)


def at_the_terminal():
    """Typed on a terminal it is asked for, twice when it is new, and never shown."""
    at = make_signing_office("terminal.thidua")

    def typed(words, *lines):
        child, terminal = pty.fork()
        if child == 0:
            os.execv(PROGRAM, [PROGRAM, *map(str, words)])
        shown = b""
        for line in lines:
            while not shown.rstrip().endswith(b":"):
                shown += os.read(terminal, 1000)
            time.sleep(0.05)  # the terminal is set before the question, all but
            os.write(terminal, line)
            shown += b" "
        try:
            while chunk := os.read(terminal, 1000):
                shown += chunk
        except OSError:
            pass
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()

    line = PASSPHRASE.encode() + b"\n"
    problems = []
    code, shown = typed((*at, "key", "new"), line, b"sai\n")
    problems += same("not the same", code, FAILED)
    code, shown = typed((*at, "key", "new"), b"\3")
    problems += same("Ctrl+C", code, FAILED)
    code, shown = typed((*at, "key", "new"), line, line)
    problems += same("the same", code, DONE)
    problems += same("shown", PASSPHRASE in shown, False)
    must(*at, "certificate", "place", "list")
    code, shown = typed((*at, "certificate", "sign", "--decision", 1), line)
    return problems + same("sign", (code, PASSPHRASE in shown), (DONE, False))


tap.check("a passphrase is asked for at the terminal", at_the_terminal)


def white_png(edge):
    """A square of paper: many dots in few bytes."""
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(b"\0" + b"\xff" * edge) for _ in range(edge)) + packer.flush()
    size = edge.to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + size + bytes((8, 0, 0, 0, 0))) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def large_pictures():
    """A picture of 500 MB, one that says it is as large as a field, and a photo: one clear message, little memory."""
    problems = []
    with open(path("large.png"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(500 * 1000 * 1000)
    with open(path("field.png"), "wb") as file:
        file.write(white_png(12000))
    for name in ("large.png", "field.png"):
        result = run("certificate", "verify", path(name), memory=1 << 29)
        problems += same(name, (result.code, len(result.err.strip().splitlines()), result.out), (FAILED, 1, "")) + result.faults()
        os.unlink(path(name))
    return problems


tap.check("a picture of 500 MB", large_pictures)
tap.end()
