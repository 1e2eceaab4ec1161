# Copyright © 2026 The Thi Đua developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans as offices write them, made of a plan's text and the answer that belongs to it: a document of Word with automatic
numbers, headings, tables for head and foot, a footnote, struck words and page numbers; a page of a portal with its menus."""
import html
import io
import re
import zipfile

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
TYPES = ("KẾ HOẠCH", "QUYẾT ĐỊNH")
MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
NUMBERS = """<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="hybridMultilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>"""
# The numbers below each heading are a list of their own, which begins anew.
BELOW = """<w:num w:numId="{}"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"""
FIRST_BELOW = 10
STYLES = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/>
</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/>
<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="NoteSign"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="NoteText"><w:name w:val="footnote text"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>"""


def clean(line):
    line = re.sub(r"[*|]+", " ", line).strip()
    return "" if re.fullmatch(r"[-_ ]*", line) else re.sub(r"\s+", " ", line)


def is_caps(line):
    letters = [c for c in line if c.isalpha()]
    return bool(letters) and all(c == c.upper() for c in letters)


class Plan:
    """The parts of a plan: ("head", left, right), ("type" | "title" | "centre" | "text", text), ("section", mark, kind, form, text),
    ("foot", recipients, signature)."""

    def __init__(self, lines, answer, join):
        self.parts = []
        sections = answer["sections"]
        first, last = sections[0]["lines"][0] - 1, sections[-1]["lines"][1]
        self.outside(lines[:first], answer, join, first)
        for section in sections:
            text = clean(join(lines[section["lines"][0] - 1:section["lines"][1]]))
            mark = section["marker"] or ""
            assert text.startswith(mark), (mark, text)
            self.parts.append(("section", mark, section["marker_kind"], section["form"], text[len(mark):].strip()))
        closing = (answer.get("closing") or {}).get("lines")
        if closing:
            self.parts.append(("text", clean(join(lines[closing[0] - 1:closing[1]]))))
            last = closing[1]
        self.outside(lines[last:], answer, join, 0)

    def outside(self, lines, answer, join, first):
        """Everything that is not the body, in the order it stands."""
        grown, blank = [], True
        for line in [clean(line) for line in lines] + [""]:
            if line:
                grown.append((line, blank))
            blank = not line
        # Lines that a wrap broke belong together.
        texts = []
        for line, apart in grown:
            if texts and (line[0].islower() or line.startswith("(b/c")) and not texts[-1].startswith("Nơi nhận"):
                texts[-1] += " " + line
            elif texts and not apart and is_caps(line) and is_caps(texts[-1]) and len(texts[-1]) > 40:
                texts[-1] += " " + line
            else:
                texts.append(line)
        self.walk(texts)

    def walk(self, texts):
        i = 0
        while i < len(texts):
            text = texts[i]
            if text.startswith("Nơi nhận"):
                i = self.foot(texts, i)
            elif text.rstrip(":") in TYPES and not text.endswith(":"):
                self.parts.append(("type", text))
                i = self.title(texts, i + 1)
            elif any(t in TYPES for t in texts[i:i + 10]) and not any(len(t) > 200 for t in texts[i:texts.index(next(t for t in texts[i:] if t in TYPES))]):
                i = self.head(texts, i)
            elif is_caps(text):
                self.parts.append(("centre", text))
                i += 1
            else:
                # What a wrap broke before a number.
                if self.parts and self.parts[-1][0] == "text" and self.parts[-1][1][-1] not in ".;:":
                    text = self.parts.pop()[1] + " " + text
                self.parts.append(("text", text))
                i += 1

    def head(self, texts, i):
        left, right = [], []
        while texts[i] not in TYPES:
            text = texts[i]
            if re.match("CỘNG H|CHỦ NGHĨA|Độc lập", text):
                pass
            elif ", ngày" in text:
                right.append(text)
            elif right and right[-1].startswith("tháng"):
                right[-1] += " " + text
            else:
                left.append(text)
            i += 1
        self.parts.append(("head", left, right))
        return i

    def title(self, texts, i):
        title = []
        while i < len(texts) and not re.match("Thực hiện|Căn cứ|CHỦ TỊCH|Để |Nơi nhận", texts[i]):
            title.append(texts[i])
            i += 1
        self.parts.append(("title", " ".join(title)))
        return i

    def foot(self, texts, i):
        recipients, signature = [], []
        rest = texts[i][len("Nơi nhận"):].lstrip(": ")
        i += 1
        if rest:
            recipients.append(rest)
        while i < len(texts) and (texts[i].startswith(("-", "Lưu")) or (recipients and not is_caps(texts[i]))):
            recipients.append(texts[i])
            i += 1
        while i < len(texts) and is_caps(texts[i]):
            signature.append(texts[i])
            i += 1
        if i < len(texts) and len(texts[i].split()) <= 5:
            signature.append(texts[i])
            i += 1
        self.parts.append(("foot", recipients, signature))
        return i


# A document of Word.
def run(text, look=""):
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{html.escape(text, quote=False)}</w:t></w:r>'


def paragraph(runs, look=""):
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


CENTRE = '<w:jc w:val="center"/>'
BODY = '{}<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="{}"/><w:jc w:val="both"/>'


def cells(*columns):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _, width in columns)
    row = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{text or paragraph("")}</w:tc>' for text, width in columns)
    return grid, f"<w:tr>{row}</w:tr>"


def table(*rows):
    return (f'<w:tbl><w:tblPr><w:tblW w:w="9400" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{rows[0][0]}</w:tblGrid>'
            + "".join(row for _, row in rows) + "</w:tbl>" + paragraph(""))


def word_head(left, right):
    names = [text for text in left if not text.startswith("Số")]
    numbers = [text for text in left if text.startswith("Số")]
    bold = "<w:b/>"
    return table(cells(("".join(paragraph(run(t, bold), CENTRE) for t in names), 3700),
                       ("".join(paragraph(run(t, bold + '<w:sz w:val="26"/>'), CENTRE) for t in MOTTO), 5700)),
                 cells(("".join(paragraph(run(t), CENTRE) for t in numbers), 3700),
                       ("".join(paragraph(run(t, "<w:i/>"), CENTRE) for t in right), 5700)))


def word_foot(recipients, signature):
    small = '<w:sz w:val="22"/>'
    left = paragraph(run("Nơi nhận:", "<w:b/><w:i/><w:sz w:val=\"24\"/>")) + "".join(paragraph(run(t, small)) for t in recipients)
    right = "".join(paragraph(run(t, "<w:b/>"), CENTRE) for t in signature[:-1]) + paragraph("") * 4
    right += paragraph(run(signature[-1], "<w:b/>"), CENTRE) if signature else ""
    return table(cells((left, 4700), (right, 4700)))


class Counter:
    """What the lists of NUMBERS write next."""

    def __init__(self):
        self.values = [0, 0, 0]
        self.list = FIRST_BELOW - 1  # of the numbers below the last heading

    def take(self, mark, kind):
        """The level when the next number there is this mark, else None."""
        if kind not in ("roman", "arabic", "letter"):
            return None
        level = ("roman", "arabic", "letter").index(kind)
        n = self.values[level]
        following = (ROMAN[min(n, 14)] + ".", f"{n + 1}.", "abcdefghijklmnopqrstuvwxyz"[min(n, 25)] + ")")[level]
        if following != mark:
            return None
        if level == 0 or self.list < FIRST_BELOW:
            self.list += 1
        self.values[level] += 1
        self.values[level + 1:] = [0] * (2 - level)
        return level


def word_section(mark, kind, form, text, counter):
    level = counter.take(mark, kind)
    look = "<w:b/>" if form == "heading" and len(text) < 100 else ""
    if level == 0:
        return paragraph(run(text), '<w:pStyle w:val="Heading1"/>' + BODY.format("", 700))
    if level is not None:
        return paragraph(run(text, look), BODY.format(f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{counter.list}"/></w:numPr>', 700))
    if mark in ("-", "+"):
        return paragraph(run(text), BODY.format(f'<w:numPr><w:ilvl w:val="{int(mark == "+")}"/><w:numId w:val="2"/></w:numPr>', 700))
    return paragraph(run((mark + " " + text).strip(), look), BODY.format("", 700))


NOTE = '<w:r><w:rPr><w:rStyle w:val="NoteSign"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
STRUCK = '<w:del w:id="9" w:author="An" w:date="2026-01-01T00:00:00Z"><w:r><w:delText xml:space="preserve"> chữ đã gạch bỏ</w:delText></w:r></w:del>'


def word(plan, struck=True):
    """The bytes of a .docx; words that were struck are seen in a printed one."""
    body, counter, n_texts = [], Counter(), 0
    for kind, *parts in plan.parts:
        if kind == "head":
            body.append(word_head(*parts))
        elif kind == "foot":
            body.append(word_foot(*parts))
        elif kind in ("type", "title", "centre"):
            body.append(paragraph(run(parts[0], "<w:b/>"), CENTRE))
        elif kind == "section":
            body.append(word_section(*parts, counter))
        else:
            n_texts += 1
            # One paragraph has a footnote behind it, and words that were struck.
            body.append(paragraph(run(parts[0]) + ((STRUCK if struck else "") + NOTE if n_texts == 1 else ""), BODY.format("", 700)))
    document = (f'<w:document {W}><w:body>{"".join(body)}<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
                '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/><w:titlePg/></w:sectPr></w:body></w:document>')
    header = ('<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
              '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    notes = ('<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
             '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
             '<w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="NoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="NoteSign"/></w:rPr><w:footnoteRef/></w:r>'
             '<w:r><w:t xml:space="preserve"> Văn bản này đã được gửi các đơn vị.</w:t></w:r></w:p></w:footnote>')
    numbers = NUMBERS + "".join(BELOW.format(n) for n in range(FIRST_BELOW, counter.list + 1))
    names = {"styles": STYLES, "numbering": numbers, "footnotes": notes, "header": header}
    tags = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header": "hdr"}
    types = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{OFFICE}{n}+xml"/>' for n in names)
    relations = "".join(f'<Relationship Id="rId{i}" Type="{RELATIONS}{n}" Target="{n}.xml"/>' for i, n in enumerate(names, 1))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        def write(name, text):
            file.writestr(zipfile.ZipInfo(name), '<?xml version="1.0" encoding="UTF-8"?>' + text, zipfile.ZIP_DEFLATED)
        write("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
              'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
              f'<Override PartName="/word/document.xml" ContentType="{OFFICE}document.main+xml"/>{types}</Types>')
        write("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
              f'<Relationship Id="rId1" Type="{RELATIONS}officeDocument" Target="word/document.xml"/></Relationships>')
        write("word/_rels/document.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>')
        write("word/document.xml", document)
        for name, text in names.items():
            write(f"word/{name}.xml", f"<w:{tags[name]} {W}>{text}</w:{tags[name]}>")
    return out.getvalue()


# A page of a portal.
MENU = """<div class="top"><ul><li><a href="/">Trang chủ</a></li><li>Giới thiệu</li><li>1. Văn bản chỉ đạo</li><li>Liên hệ</li></ul></div>
<nav><ol><li>Thi đua</li><li>Khen thưởng</li></ol></nav><script>var a = "<p>KẾ HOẠCH</p>";</script>
<div>Thuộc tính&nbsp;| Văn bản gốc | Tải về</div><p>Lượt xem: 1.204</p>"""
NEWS = """<div class="related"><h3>Tin liên quan</h3><ul><li>1. Hội nghị giao ban tháng</li><li>Phát động tuần lễ vệ sinh nơi công cộng</li></ul></div>
<footer>Bản quyền của Cổng thông tin. Điện thoại: 0200 300 400</footer>"""


def lines_of(texts):
    return "<br>\n".join(html.escape(t, quote=False).replace(" ", "&nbsp;" if len(t) < 30 else " ") for t in texts)


def portal(plan):
    """The text of a page of the web."""
    out = []
    for kind, *parts in plan.parts:
        if kind == "head":
            left, right = parts
            out.append(f'<table border=0 width="100%"><tr><td align=center><b>{lines_of([t for t in left if not t.startswith("Số")])}</b><br>-------</td>'
                       f'<td align=center><b>{lines_of(MOTTO)}</b><br>---------------</td></tr><tr><td>{lines_of([t for t in left if t.startswith("Số")])}</td>'
                       f"<td><i>{lines_of(right)}</i></td></tr></table>")
        elif kind == "foot":
            recipients, signature = parts
            out.append(f'<table><tr><td valign=top><p>&nbsp;</p><p><b><i>Nơi nhận:</i></b><br>{lines_of(recipients)}</p></td>'
                       f'<td><p align=center><b>{lines_of(signature[:-1])}</b></p><p>&nbsp;</p><p><b>{lines_of(signature[-1:])}</b></p></td></tr></table>')
        elif kind == "section":
            mark, _, form, text = parts
            text = html.escape((mark + " " + text).strip(), quote=False)
            out.append(f"<p style='text-align:justify'>{'<b>' + text + '</b>' if form == 'heading' else text}</p>")
        else:
            out.append(f"<p{'' if kind == 'text' else ' align=center'}>{html.escape(parts[0], quote=False)}</p>")
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Cổng thông tin</title><style>p {{ margin: 0 }}</style></head><body>{MENU}'
            f'<div id="content">{"".join(out)}</div>{NEWS}</body></html>')
