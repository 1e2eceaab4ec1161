# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans in .docx, .odt, HTML and PDF, good and bad.  make (text of a plan, the code that is good, the code of a failure):
what it is → (its bytes, the codes that reading it may end with)."""
import os
import random
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import badbooks  # noqa: E402  pylint: disable=wrong-import-position

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "exchange"))
import oldtexts  # noqa: E402  pylint: disable=wrong-import-position

ODT_TYPE = "application/vnd.oasis.opendocument.text"


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("*", "")


def docx(body, before="", more=()):
    return badbooks.pack(("[Content_Types].xml", badbooks.WORD_TYPE),
                         ("word/document.xml", f"{before}<w:document {badbooks.WORD}><w:body>{body}</w:body></w:document>"), *more)


def paragraphs(text):
    return "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))


def odt(body, before="", more=()):
    return badbooks.pack(("mimetype", ODT_TYPE), ("content.xml", f"{before}<office:document-content {badbooks.ODF}><office:body><office:text>{body}"
                                                             "</office:text></office:body></office:document-content>"), *more)


def odt_paragraphs(text):
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))


def pdf(content, pages=1, more=b""):
    """A PDF of pages that share one stream, without a table of where its objects are."""
    stream = zlib.compress(content)
    kids = b" ".join(b"%d 0 R" % (10 + i) for i in range(pages))
    out = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count " + b"%d/Kids[%b]>>endobj\n" % (pages, kids)
    out += b"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>endobj\n4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream endobj\n"
    for i in range(pages):
        out += b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 4 0 R>>endobj\n" % (10 + i)
    return out + more + b"trailer<</Root 1 0 R>>\n%%EOF\n"


def make(text, done, failed):
    noise = random.Random(11)
    good, open_text = docx(paragraphs(text)), odt(odt_paragraphs(text))
    page = "<!DOCTYPE html><html><body>" + "".join(f"<p>{escape(line)}</p>" for line in text.split("\n")) + "</body></html>"
    level = '<w:lvl w:ilvl="{0}"><w:numFmt w:val="decimal"/><w:lvlText w:val="' + "%1.%2.%3." * 200 + '"/></w:lvl>'
    lists = f'<w:numbering {badbooks.WORD}><w:abstractNum w:abstractNumId="1">' + "".join(level.format(i) for i in range(9)) + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    circle = f'<w:styles {badbooks.WORD}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    return {
        "plan: UTF-16 without its mark": (text.encode("utf-16-le"), {done}),
        "plan: TCVN3": (oldtexts.tcvn3(text), {done}),
        "plan: VNI": (oldtexts.vni(text), {done}),
        "plan: docx": (good, {done}),
        "plan: docx: half of it": (good[:len(good) // 2], {failed}),
        "plan: docx: noise in the middle": (good[:900] + noise.randbytes(60) + good[960:], {failed}),
        "plan: docx: nothing in it": (docx(""), {failed}),
        "plan: docx: without its document": (badbooks.pack(("[Content_Types].xml", badbooks.WORD_TYPE)), {failed}),
        "plan: docx: a swollen part": (docx("<w:p/>" * 4000000), {failed}),
        "plan: docx: more text than is read": (docx(paragraphs(noise.randbytes(11000000).hex())), {failed}),
        "plan: docx: entities that swell": (docx(paragraphs(text) + "<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", before=badbooks.BOMB), {failed}),
        "plan: docx: an entity that fetches": (docx("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", before=badbooks.FETCH), {failed}),
        "plan: docx: deep in itself": (docx("<w:tbl><w:tr><w:tc>" * 100000), {failed}),
        "plan: docx: tables in tables": (docx(paragraphs(text) + "<w:tbl><w:tr><w:tc>" * 60 + paragraphs("a") + "</w:tc></w:tr></w:tbl>" * 60), {done}),
        "plan: docx: boxes in boxes": (docx(paragraphs(text) + "<w:p><w:r><w:txbxContent>" * 60 + paragraphs("a") + "</w:txbxContent></w:r></w:p>" * 60), {done}),
        "plan: docx: marks without end": (docx(paragraphs(text) + item * 2000, more=(("word/numbering.xml", lists),)), {done}),
        "plan: docx: styles in a circle": (docx(paragraphs(text) + '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>', more=(("word/styles.xml", circle),)), {done}),
        "plan: docx: styles that break off": (docx(paragraphs(text), more=(("word/styles.xml", "<w:styles"),)), {failed}),
        "plan: odt": (open_text, {done}),
        "plan: odt: half of it": (open_text[:len(open_text) // 2], {failed}),
        "plan: odt: a swollen part": (odt("<text:p/>" * 3000000), {failed}),
        "plan: odt: entities that swell": (odt("<text:p>&i;</text:p>", before=badbooks.BOMB), {failed}),
        "plan: odt: a password": (odt("", more=(("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>"),)), {failed}),
        "plan: odt: lists in lists": (odt(odt_paragraphs(text) + "<text:list><text:list-item>" * 100 + "<text:p>a</text:p>" + "</text:list-item></text:list>" * 100), {done}),
        "plan: odt: blanks without end": (odt(odt_paragraphs(text) + '<text:p>a<text:s text:c="2000000000"/>b</text:p>'), {done}),
        "plan: a page of the web": (page, {done}),
        "plan: a page of the web: cut off": (page[:len(page) // 2], {done}),
        "plan: a page of the web: 20 MB of tags": ("<html>" + "<div><ol><table>" * 1300000, {failed}),
        "plan: a PDF without text": (pdf(b"0 0 100 100 re f"), {failed}),
        "plan: a PDF of noise": (b"%PDF-1.4\n" + noise.randbytes(50000), {failed}),
        "plan: a PDF in English": (pdf(b"BT /F 12 Tf 50 700 Td (" + b"The plan of the office is this. " * 40 + b") Tj ET", pages=3), {failed}),
        "plan: a PDF with more words than are read": (pdf(b"BT /F 12 Tf 50 700 Td " + b"(" + b"word " * 20000 + b") Tj ET", pages=300), {failed}),
        "plan: a PDF of pages in a circle": (pdf(b"").replace(b"/Kids[10 0 R]", b"/Kids[2 0 R]"), {failed}),
        "plan: a PDF with a password": (pdf(b"", more=b"9 0 obj<</Filter/Standard/V 1/R 2/O(12345678901234567890123456789012)/U(12345678901234567890123456789012)/P -4>>endobj\n")
                                        .replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt 9 0 R/ID[(a)(a)]"), {failed}),
    }
