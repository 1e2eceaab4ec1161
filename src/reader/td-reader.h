/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-reader-protocol.h"

G_BEGIN_DECLS

void td_reader_put (TdReaderTag tag, guint number, const char *text);
TdReaderTag td_reader_read_book (void);
TdReaderTag td_reader_try_drawing (void);
TdReaderTag td_reader_read_picture (void);
TdReaderTag td_reader_read_plan (void);

G_END_DECLS
