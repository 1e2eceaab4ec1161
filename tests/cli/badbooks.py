# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that look like lists in .xlsx, .ods, .docx, .xls or HTML and are something else, or hold what no
list holds.  BOOKS: what it is → (its bytes, the code of the reader's error; None: it is read)."""
import io
import random
import struct
import zipfile

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="{}" ContentType="application/{}+xml"/></Types>'
SHEET_TYPE = TYPES.format("/xl/workbook.xml", "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main")
WORD_TYPE = TYPES.format("/word/document.xml", "vnd.openxmlformats-officedocument.wordprocessingml.document.main")
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
WORKBOOK = f'<workbook {MAIN}><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>{}</Relationships>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def pack(*parts):
    """A zip of (name, contents)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def xlsx(rows, before="", after="", more=(), relations=""):
    return pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS.format(relations)),
                ("xl/worksheets/sheet1.xml", f"{before}<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"), *more)


def text_cell(text, reference=""):
    return f'<c t="inlineStr"{reference}><is><t>{text}</t></is></c>'


def row(*texts):
    return "<row>" + "".join(map(text_cell, texts)) + "</row>"


def ods(body, before="", mimetype=ODS_TYPE, more=()):
    return pack(("mimetype", mimetype), ("content.xml", f"{before}<office:document-content {ODF}><office:body><office:spreadsheet>{body}"
                                                        "</office:spreadsheet></office:body></office:document-content>"), *more)


def ods_table(rows):
    return f'<table:table table:name="A">{rows}</table:table>'


def ods_row(text, cell="", attributes=""):
    return f"<table:table-row{attributes}><table:table-cell{cell}><text:p>{text}</text:p></table:table-cell></table:table-row>"


def docx(body):
    return pack(("[Content_Types].xml", WORD_TYPE), ("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>"))


def word_table(text):
    return f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


def compound(*names):
    """An OLE2 container with streams of these names, each empty."""
    sector = 512
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    head += struct.pack("<109I", *([0] * 109))
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *([0xFFFFFFFF] * 126))
    directory = b""
    for i, name in enumerate(("Root Entry",) + names):
        wide = name.encode("utf-16-le") + b"\0\0"
        directory += wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), 5 if i == 0 else 2, 1, 0xFFFFFFFF, 0xFFFFFFFF, 1 if i == 0 else 0xFFFFFFFF)
        directory += bytes(36) + struct.pack("<III", 0xFFFFFFFE, 0, 0)
    return (head + fat + directory).ljust(3 * sector + 1024, b"\0")


noise = random.Random(7)
GOOD_XLSX = xlsx(row("a", "b") + row("1", "2"))
GOOD_ODS = ods(ods_table(ods_row("a") + ods_row("1")))
LETTERS = "abcdefghi"
BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaa">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 16}">' for a, b in zip(LETTERS, LETTERS[1:])) + "]>"
FETCH = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
DEEP = 100000
WIDE = "".join(text_cell("x") for _ in range(1000))

BOOKS = {
    "xlsx: half of it": (GOOD_XLSX[:len(GOOD_XLSX) // 2], "not-a-table"),
    "xlsx: without its last bytes": (GOOD_XLSX[:-10], "not-a-table"),
    "xlsx: noise in the middle": (GOOD_XLSX[:600] + noise.randbytes(60) + GOOD_XLSX[660:], "not-a-table"),
    "xlsx: without its sheet": (pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS.format(""))), "not-a-table"),
    "xlsx: without its relations": (pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", WORKBOOK)), "not-a-table"),
    "xlsx: without its workbook": (pack(("[Content_Types].xml", SHEET_TYPE)), "not-a-table"),
    "xlsx: an empty sheet": (xlsx(""), "not-a-table"),
    "xlsx: no sheets": (pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", "<workbook/>"), ("xl/_rels/workbook.xml.rels", "<Relationships/>")), "not-a-table"),
    "xlsx: XML that breaks off": (pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS.format("")),
                                       ("xl/worksheets/sheet1.xml", f"<worksheet {MAIN}><sheetData>{row('a', 'b')}")), "not-a-table"),
    "xlsx: the sheet is a picture": (pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS.format("")),
                                          ("xl/worksheets/sheet1.xml", b"\x89PNG\r\n\x1a\n" + noise.randbytes(500))), "not-a-table"),
    "xlsx: a swollen part": (xlsx("<row/>" * 4000000), "too-large"),
    "xlsx: entities that swell": (xlsx(row("&i;"), before=BOMB), "not-a-table"),
    "xlsx: entities in attributes": (xlsx('<row r="&i;">' + text_cell("a") + "</row>", before=BOMB), "not-a-table"),
    "xlsx: an entity that fetches": (xlsx(row("&x;"), before=FETCH), "not-a-table"),
    "xlsx: deep in itself": (xlsx("<row>" * DEEP + "</row>" * DEEP), "not-a-table"),
    "xlsx: a thousand columns": (xlsx(f"<row>{WIDE}</row>"), "too-large"),
    "xlsx: the millionth column": (xlsx("<row>" + text_cell("x", ' r="BDWGN1"') + "</row>"), "too-large"),
    "xlsx: the two millionth row": (xlsx('<row r="2000000">' + text_cell("x") + "</row>"), "too-large"),
    "xlsx: a row without a bound": (xlsx('<row r="99999999999999999999">' + text_cell("x") + "</row>"), "too-large"),
    "xlsx: rows in disorder": (xlsx('<row r="5">' + text_cell("x") + '</row><row r="2">' + text_cell("y") + "</row>"), "not-a-table"),
    "xlsx: a cell of 2 MB": (xlsx(row("x" * 2000000)), "too-large"),
    "xlsx: a cell of 20 MB": (xlsx(row("x y" * 7000000)), "not-a-table"),
    "xlsx: 300,000 merged cells": (xlsx(row("a", "b"), after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 300000 + "</mergeCells>"), None),
    "xlsx: two thousand sheets": (pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", WORKBOOK.replace("</sheets>", '<sheet name="B" r:id="rId1"/>' * 2000 + "</sheets>")),
                                       ("xl/_rels/workbook.xml.rels", RELATIONS.format("")), ("xl/worksheets/sheet1.xml", f"<worksheet {MAIN}><sheetData>{row('a')}</sheetData></worksheet>")), "too-large"),
    "xlsx: 900 sheets of a million rows": (pack(("[Content_Types].xml", SHEET_TYPE), ("xl/workbook.xml", WORKBOOK.replace("</sheets>", '<sheet name="B" r:id="rId1"/>' * 900 + "</sheets>")),
                                                ("xl/_rels/workbook.xml.rels", RELATIONS.format("")),
                                                ("xl/worksheets/sheet1.xml", f'<worksheet {MAIN}><sheetData><row r="1048576">{text_cell("a")}</row></sheetData></worksheet>')), "too-large"),
    "xlsx: only formulas that failed": (xlsx("<row>" + '<c t="e"><v>#N/A</v></c>' * 5 + "</row>" + '<row><c t="e"><v>#REF!</v></c></row>'), None),
    "xlsx: texts that are not there": (xlsx('<row><c t="s"><v>4000000000</v></c><c t="s"><v>-1</v></c><c t="s"><v>x</v></c></row>'), None),
    "xlsx: with a macro": (pack(("[Content_Types].xml", TYPES.format("/xl/workbook.xml", "vnd.ms-excel.sheet.macroEnabled.main")), ("xl/workbook.xml", WORKBOOK),
                                ("xl/_rels/workbook.xml.rels", RELATIONS.format("")), ("xl/vbaProject.bin", noise.randbytes(2000)),
                                ("xl/worksheets/sheet1.xml", f"<worksheet {MAIN}><sheetData>{row('a', 'b')}</sheetData></worksheet>")), None),
    "xlsb": (pack(("[Content_Types].xml", TYPES.format("/xl/workbook.bin", "vnd.ms-excel.sheet.binary.macroEnabled.main")), ("xl/workbook.bin", b"\0" * 100)), "format"),
    "xlsx: protected by a password": (compound("EncryptionInfo", "EncryptedPackage"), "password"),
    "xls: nothing in it": (compound("Workbook"), "not-a-table"),
    "xls: noise": (compound("Workbook")[:1600] + noise.randbytes(20000), "not-a-table"),
    "xls: bare noise": (b"\x09\x08\x10\0\0\x06\x05\0" + noise.randbytes(20000), "not-a-table"),
    "doc": (compound("WordDocument", "1Table"), "format"),
    "another compound file": (compound("PowerPoint Document"), "format"),
    "ods: half of it": (GOOD_ODS[:len(GOOD_ODS) // 2], "not-a-table"),
    "ods: no content": (pack(("mimetype", ODS_TYPE)), "not-a-table"),
    "ods: no table": (ods(""), "not-a-table"),
    "ods: an empty table": (ods(ods_table('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>')), "not-a-table"),
    "ods: a cell a million times": (ods(ods_table(ods_row("x", ' table:number-columns-repeated="1000000"'))), "too-large"),
    "ods: a row a billion times": (ods(ods_table(ods_row("x", "", ' table:number-rows-repeated="1000000000"'))), "too-large"),
    "ods: many rows many times": (ods(ods_table(ods_row("x", "", ' table:number-rows-repeated="100000"') * 1000)), "too-large"),
    "ods: deep in itself": (ods("<table:table-row>" * DEEP + "</table:table-row>" * DEEP), "not-a-table"),
    "ods: tables in tables": (ods("<table:table><table:table-row><table:table-cell>" * 60 + "<text:p>x</text:p>" + "</table:table-cell></table:table-row></table:table>" * 60), "too-large"),
    "ods: entities that swell": (ods(ods_table(ods_row("&i;")), before=BOMB), "not-a-table"),
    "ods: a million blanks": (ods(ods_table(ods_row('a<text:s text:c="2000000000"/>b'))), None),
    "ods: a span without a bound": (ods(ods_table(ods_row("a", ' table:number-columns-spanned="4000000000" table:number-rows-spanned="4000000000"'))), None),
    "ods: protected by a password": (ods("", more=(("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"),)), "password"),
    "odp": (ods("", mimetype="application/vnd.oasis.opendocument.presentation"), "format"),
    "docx: no table": (docx("<w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p>"), "not-a-table"),
    "docx: tables in tables": (docx("<w:tbl><w:tr><w:tc>" * 50 + "</w:tc></w:tr></w:tbl>" * 50), "too-large"),
    "docx: deep in itself": (docx("<w:p>" * DEEP + "</w:p>" * DEEP), "not-a-table"),
    "docx: a column without a bound": (docx(word_table("x").replace("<w:p>", '<w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p>', 1)), None),
    "docx: two thousand tables": (docx(word_table("x") * 2000), "too-large"),
    "docx: half of it": (docx(word_table("x"))[:300], "not-a-table"),
    "HTML without a table": ("<html><body><p>Kế hoạch</p></body></html>\n".encode(), "not-a-table"),
    "HTML: tables in tables": (b"<table><tr><td>" * 10000, "too-large"),
    "HTML: spans without a bound": (b"<table><tr><td rowspan=4000000000 colspan=4000000000>a</td><td>b</td></tr></table>", "too-large"),
    "HTML: in another encoding than it says": (b'<html><head><meta charset="utf-16"></head><body><table><tr><td>\xe9\xff\xd8</td></tr></table></body></html>', None),
    "xlsx: in another encoding than it says": (xlsx(row("a\xe9"), before='<?xml version="1.0" encoding="no-such"?>'), "not-a-table"),
    "HTML: half a tag": (b"<html><table><tr><td>a</td><td", None),
    "a workbook as XML": (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>', "format"),
    "a web page in one file": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "format"),
    "a zip of other files": (pack(("a.txt", "a"), ("b.txt", "b")), "format"),
    "a PDF": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "format"),
    "a picture": (b"\xff\xd8\xff\xe0" + noise.randbytes(500), "format"),
    "RTF": (b"{\\rtf1 a}", "format"),
    "a tar.gz": (b"\x1f\x8b\x08\0" + noise.randbytes(100), "format"),
}
