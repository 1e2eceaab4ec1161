/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"

#define TYPE "http://x/"

/* The parts of a workbook: the sheet, its shared texts, its looks, the list of its sheets. */
static const TdFuzzPart fixed[] = {
  { "[Content_Types].xml", "<Types><Override PartName=\"/w.xml\" ContentType=\"spreadsheetml.sheet.main+xml\"/></Types>" },
  { "_rels/w.xml.rels", "<Relationships><Relationship Id=\"a\" Type=\"" TYPE "worksheet\" Target=\"s.xml\"/>"
                        "<Relationship Id=\"b\" Type=\"" TYPE "sharedStrings\" Target=\"t.xml\"/>"
                        "<Relationship Id=\"c\" Type=\"" TYPE "styles\" Target=\"l.xml\"/></Relationships>" },
};
static const TdFuzzPart parts[] = {
  { "s.xml", "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>" },
  { "t.xml", "<sst><si><t>a</t></si><si><r><rPr><rFont val=\".VnTime\"/></rPr><t>b</t></r></si></sst>" },
  { "l.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><fonts><font><name val=\"Arial\"/></font></fonts>"
             "<cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs></styleSheet>" },
  { "w.xml", "<workbook><sheets><sheet name=\"A\" id=\"a\"/></sheets></workbook>" },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  td_fuzz_read_parts (fixed, G_N_ELEMENTS (fixed), parts, G_N_ELEMENTS (parts), data, size);
  return 0;
}
