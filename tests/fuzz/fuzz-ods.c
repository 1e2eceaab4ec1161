/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"

/* The content of a spreadsheet, and its styles. */
static const TdFuzzPart fixed[] = {
  { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
};
static const TdFuzzPart parts[] = {
  { "content.xml", "<content><body><table><table-row><table-cell><p>a</p></table-cell></table-row></table></body></content>" },
  { "styles.xml", "<styles/>" },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  td_fuzz_read_parts (fixed, G_N_ELEMENTS (fixed), parts, G_N_ELEMENTS (parts), data, size);
  return 0;
}
