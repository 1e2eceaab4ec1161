/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-fuzz.h"

/* A text of OpenDocument with its styles, read as a plan. */
static const TdFuzzPart fixed[] = {
  { "mimetype", "application/vnd.oasis.opendocument.text" },
};
static const TdFuzzPart parts[] = {
  { "content.xml", "<document-content><body><text><p>a</p></text></body></document-content>" },
  { "styles.xml", "<document-styles/>" },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  td_fuzz_read_plan_parts (fixed, G_N_ELEMENTS (fixed), parts, G_N_ELEMENTS (parts), data, size);
  return 0;
}
