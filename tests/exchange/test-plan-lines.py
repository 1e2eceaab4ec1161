#!/usr/bin/python3
# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-plan-lines.py PLAN-LINES

What a person sees of documents written by hand: the lines that are taken out of them, one case per habit of the formats."""
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "cli")]
import badbooks  # noqa: E402  pylint: disable=wrong-import-position
import oldtexts  # noqa: E402  pylint: disable=wrong-import-position

PROGRAM = os.path.abspath(sys.argv[1])
FILE = os.path.join(tempfile.mkdtemp(prefix="thidua-plan-lines-"), "plan")
number = failed = 0


def check(name, data, expected):
    global number, failed  # pylint: disable=global-statement
    with open(FILE, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())
    done = subprocess.run([PROGRAM, FILE], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60, check=False)
    lines = [line.rstrip() for line in done.stdout.decode().split("\n") if line.strip()] if done.returncode == 0 else [done.stderr.decode()]
    number += 1
    failed += lines != expected
    print(f"{'ok' if lines == expected else 'not ok'} {number} - {name}", flush=True)
    if lines != expected:
        print(f"# {lines}\n# not {expected}")


def western(text, encode):
    """As a file has it whose font draws other letters."""
    return encode(text).decode("cp1252")


# Word.
def docx(body, styles="", numbering=""):
    parts = [("[Content_Types].xml", badbooks.WORD_TYPE), ("word/document.xml", f"<w:document {badbooks.WORD}><w:body>{body}</w:body></w:document>")]
    parts += [("word/styles.xml", f"<w:styles {badbooks.WORD}>{styles}</w:styles>")] if styles else []
    parts += [("word/numbering.xml", f"<w:numbering {badbooks.WORD}>{numbering}</w:numbering>")] if numbering else []
    return badbooks.pack(*parts)


def p(text, look=""):
    return f"<w:p>{'<w:pPr>' + look + '</w:pPr>' if look else ''}{r(text)}</w:p>"


def r(text, look=""):
    return f"<w:r>{'<w:rPr>' + look + '</w:rPr>' if look else ''}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def item(text, number_id=1, level=0):
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>')


def level(n, kind, text, more=""):
    return f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


LEVELS = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>") + level(2, "lowerLetter", "%3)") + level(3, "bullet", "\uf0b7") + level(4, "bullet", "-")
LISTS = (f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
         '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
         f'<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1/")}</w:lvlOverride></w:num>')
check("docx: numbers of levels, which begin anew below each other", docx(
    item("a") + item("b", level=1) + item("c", level=1) + item("d", level=2) + item("e", level=2) + item("f") + item("g", level=1) + item("h", level=2), numbering=LISTS),
    ["I. a", "1.1. b", "1.2. c", "a) d", "b) e", "II. f", "2.1. g", "a) h"])
check("docx: a list that begins elsewhere, and one written otherwise", docx(item("a") + item("b", 2) + item("c", 2) + item("d", 3), numbering=LISTS),
      ["I. a", "V. b", "VI. c", "G/ d"])
check("docx: bullets", docx(item("a", level=3) + item("b", level=4), numbering=LISTS), ["• a", "- b"])
check("docx: a number taken away, a list that is not there, an empty item", docx(item("a") + item("b", 0) + item("c", 77) + item("") + item("d"), numbering=LISTS),
      ["I. a", "b", "c", "III. d"])
STYLES = ('<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="I"><w:name w:val="own"/><w:basedOn w:val="H"/><w:rPr><w:caps/></w:rPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
          '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style><w:style w:type="character" w:styleId="V"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>')
BY_STYLE = (f'<w:abstractNum w:abstractNumId="4">{level(0, "decimal", "Điều %1.", "<w:pStyle w:val=&quot;H&quot;/>".replace("&quot;", chr(34)))}{level(1, "decimal", "%2.")}</w:abstractNum>'
            '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>')
check("docx: numbers and capitals by styles", docx(p("một", '<w:pStyle w:val="H"/>') + p("hai", '<w:pStyle w:val="I"/>') + p("ba", '<w:pStyle w:val="K"/>'), STYLES, BY_STYLE),
      ["Điều 1. một", "Điều 2. HAI", "1. ba"])
check("docx: a table of contents is no text", docx(p("1 Mục đích\t3", '<w:pStyle w:val="T"/>') + p("Mục đích"), STYLES), ["Mục đích"])
check("docx: what was struck, moved, or hidden", docx(
    f"<w:p>{r('một ')}<w:del>{r('không ')}</w:del><w:ins>{r('hai ')}</w:ins><w:moveFrom>{r('đi ')}</w:moveFrom>{r('kín ', '<w:vanish/>')}{r('ba', '<w:vanish w:val=&quot;0&quot;/>'.replace('&quot;', chr(34)))}</w:p>"),
    ["một hai ba"])
check("docx: tabs, breaks, hyphens, fields, notes", docx(
    "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='100'/></w:tabs></w:pPr><w:r><w:t>1.</w:t><w:tab/><w:t>một</w:t><w:br/><w:t>02</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>"
    "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>" + "<w:p><w:r><w:t>trái</w:t><w:tab/><w:t>phải</w:t></w:r></w:p>"),
    ["1. một", "02-KH", "trái\tphải"])
OLD = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
check("docx: letters by font", docx(
    f"<w:p>{r(western('Đợt thi đua ', oldtexts.tcvn3), OLD)}{r('và ')}{r(western('phong trào', oldtexts.vni)[:7], '<w:rFonts w:ascii=&quot;VNI-Times&quot;/>'.replace('&quot;', chr(34)))}"
    f"{r(western('phong trào', oldtexts.vni)[7:], '<w:rFonts w:ascii=&quot;VNI-Times&quot;/>'.replace('&quot;', chr(34)))}</w:p><w:p>{r(western('mục đích', oldtexts.tcvn3), '<w:rStyle w:val=&quot;V&quot;/>'.replace('&quot;', chr(34)))}</w:p>"
    f"<w:p>{r(western('kế hoạch', oldtexts.tcvn3), '<w:rFonts w:ascii=&quot;.VnTimeH&quot;/>'.replace('&quot;', chr(34)))}</w:p>", STYLES),
    ["Đợt thi đua và phong trào", "mục đích", "KẾ HOẠCH"])


def tbl(*rows):
    return "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"


check("docx: the columns of a head follow one another", docx(tbl((p("ỦY BAN NHÂN DÂN") + p("TỈNH A"), p("CỘNG HÒA")), (p("Số: 1/KH"), p("A, ngày 2"))) + p("KẾ HOẠCH")),
      ["ỦY BAN NHÂN DÂN", "TỈNH A", "CỘNG HÒA", "Số: 1/KH", "A, ngày 2", "KẾ HOẠCH"])
check("docx: a row of data is a line", docx(tbl((p("TT"), p("Đơn vị"), p("Số")), (p("1"), p("Sở A") + p("(mới)"), p("5")))), ["TT\tĐơn vị\tSố", "1\tSở A (mới)\t5"])
check("docx: a table in a cell", docx(tbl((p("a") + tbl((p("b"), p("c"))) + p("d"),))), ["a", "b", "c", "d"])
BOX = ("<mc:AlternateContent xmlns:mc='m'><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback>"
       "</mc:AlternateContent>")
check("docx: a text box comes before the paragraph it hangs on, once", docx(f"<w:p>{r('một ')}<w:r>{BOX.format(p('hộp'), p('hộp'))}</w:r>{r('hai')}</w:p>"), ["hộp", "một hai"])

# LibreOffice.
ODT_TYPE = "application/vnd.oasis.opendocument.text"
NAMES = badbooks.ODF + (' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
                        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"')


def odt(body, automatic="", styles=""):
    parts = [("mimetype", ODT_TYPE), ("content.xml", f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
                                      f"<office:body><office:text>{body}</office:text></office:body></office:document-content>")]
    parts += [("styles.xml", f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles></office:document-styles>")] if styles else []
    return badbooks.pack(*parts)


def tp(text, style="S"):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def li(*content, attributes=""):
    return f"<text:list-item{attributes}>{''.join(content)}</text:list-item>"


def lst(*items, attributes=""):
    return f"<text:list{attributes}>{''.join(items)}</text:list>"


ODT_LIST = ('<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="I"/>'
            '<text:list-level-style-number text:level="2" style:num-suffix="." style:num-format="1" text:display-levels="2"/>'
            '<text:list-level-style-bullet text:level="3" text:bullet-char="+"/></text:list-style>')
L = ' text:style-name="L"'
check("odt: lists in lists, items of two paragraphs, heads of lists", odt(
    lst(li(tp("a"), tp("thêm"), lst(li(tp("b")), li(tp("c"), lst(li(tp("d")))))), "<text:list-header>" + tp("đầu") + "</text:list-header>", li(tp("e"), lst(li(tp("f")))), attributes=L), ODT_LIST),
    ["I. a", "thêm", "I.1. b", "I.2. c", "+ d", "đầu", "II. e", "II.1. f"])
check("odt: lists that go on, and one that begins elsewhere", odt(
    lst(li(tp("a")), attributes=L + ' xml:id="x"') + tp("giữa") + lst(li(tp("b")), attributes=L + ' text:continue-list="x"') + lst(li(tp("c")), attributes=L + ' text:continue-numbering="true"')
    + lst(li(tp("d")), li(tp("e"), attributes=' text:start-value="7"'), attributes=L), ODT_LIST), ["I. a", "giữa", "II. b", "III. c", "I. d", "VII. e"])
OUTLINE = ('<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Điều " style:num-suffix="."/>'
           '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>')
check("odt: numbers of headings", odt('<text:h text:outline-level="1">một</text:h><text:h text:outline-level="2">hai</text:h><text:h text:outline-level="1" text:is-list-header="true">ba</text:h>'
                                      '<text:h text:outline-level="1">bốn</text:h>', styles=OUTLINE), ["Điều 1. một", "hai", "ba", "Điều 2. bốn"])
check("odt: struck text, notes, contents, readings", odt(
    "<text:tracked-changes><text:changed-region><text:deletion>" + tp("không") + "</text:deletion></text:changed-region></text:tracked-changes>"
    "<text:table-of-content><text:index-body>" + tp("mục lục") + "</text:index-body></text:table-of-content>"
    + tp('một<text:note><text:note-citation>1</text:note-citation><text:note-body>' + tp("chú") + "</text:note-body></text:note> hai<office:annotation>" + tp("ý") + "</office:annotation>")), ["một hai"])
check("odt: blanks, tabs, breaks", odt(tp('1.<text:tab/>một \n\t  hai<text:s text:c="2"/>ba<text:line-break/>bốn')), ["1. một hai  ba", "bốn"])
ODT_LOOKS = ('<style:style style:name="O" style:family="text"><style:text-properties style:font-name="F"/></style:style><style:style style:name="C" style:family="paragraph">'
             '<style:text-properties fo:text-transform="uppercase"/></style:style>')
check("odt: letters by font, capitals by style", odt(
    tp(f'<text:span text:style-name="O">{western("mục đích", oldtexts.tcvn3)}</text:span> và') + tp("kế hoạch", "C"),
    '<style:font-face style:name="F" svg:font-family="\'.VnTime\'"/>' + ODT_LOOKS), ["mục đích và", "KẾ HOẠCH"])
check("odt: a frame, a table", odt(tp("một <draw:frame><draw:text-box>" + tp("hộp") + "</draw:text-box><svg:title>tên</svg:title></draw:frame>hai")
                                   + "<table:table><table:table-row><table:table-cell>" + tp("trái") + "</table:table-cell><table:table-cell>" + tp("phải")
                                   + "</table:table-cell></table:table-row></table:table>"), ["hộp", "một hai", "trái", "phải"])

# The web.
check("html: lists with kinds, starts and values", "<html><body><ol type=I start=3><li>a<ol type=a><li><p>b</p><li value=4>c</ol><li>d</ol><ul><li>e</ul><ol style='list-style-type:lower-roman'><li>f</ol>",
      ["III. a", "a. b", "d. c", "IV. d", "• e", "i. f"])
check("html: blanks, breaks, entities, what is not shown", "<html><head><title>không</title></head><body><p>một &nbsp;hai\n ba<br>bốn &amp; năm<script>x</script><span style='display:none'>kín <span>x</span></span> sáu</p>"
      "<pre>bảy\n  tám</pre><del>gạch</del></body></html>", ["một \u00a0hai ba", "bốn & năm sáu", "bảy", "  tám"])
for encoding in ("utf-8", "utf-8-sig", "utf-16"):
    check(f"html: {encoding}", "<!DOCTYPE html><html><body><p>Kế hoạch</p></body></html>".encode(encoding), ["Kế hoạch"])
check("html: an encoding of its own", b'<html><head><meta charset="iso-8859-1"></head><body><p>Caf\xe9</p></body></html>', ["Café"])
check("html: letters by font", f"<html><body><p><font face='.VnTime'>{western('mục đích', oldtexts.tcvn3)}</font> của</p></body></html>", ["mục đích của"])
check("html: menus above and news below are no plan", "<html><body><ul><li>Trang chủ<li>Liên hệ</ul><p>Lượt xem: 5<p>ỦY BAN NHÂN DÂN<p>TỈNH NINH HÀ<p>Số: 7/KH-UBND<p>KẾ HOẠCH<p>I. MỘT<p>Hết./."
      "<p>TM. ỦY BAN NHÂN DÂN<p>CHỦ TỊCH<p>Lý Thanh Tùng<p>Các tin khác: hội nghị giao ban công tác tháng ba và nhiệm vụ tháng tư<p>II. TIN</body></html>",
      ["ỦY BAN NHÂN DÂN", "TỈNH NINH HÀ", "Số: 7/KH-UBND", "KẾ HOẠCH", "I. MỘT", "Hết./.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lý Thanh Tùng"])
check("XML that is no page of the web", '<?xml version="1.0"?><office:document><office:body/></office:document>', ["This is no document with the text of a plan.\n"])
print(f"1..{number}")
sys.exit(1 if failed else 0)
