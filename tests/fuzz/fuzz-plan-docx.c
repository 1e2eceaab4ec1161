/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"

/* A document with its styles and its lists, read as a plan. */
static const TdFuzzPart fixed[] = {
  { "[Content_Types].xml", "<Types><Override PartName=\"/word/d.xml\" ContentType=\"wordprocessingml.document.main+xml\"/></Types>" },
};
static const TdFuzzPart parts[] = {
  { "word/d.xml", "<document><p><pPr><numPr><numId val=\"1\"/></numPr></pPr><r><t>a</t></r></p></document>" },
  { "word/styles.xml", "<styles/>" },
  { "word/numbering.xml", "<numbering/>" },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  td_fuzz_read_plan_parts (fixed, G_N_ELEMENTS (fixed), parts, G_N_ELEMENTS (parts), data, size);
  return 0;
}
