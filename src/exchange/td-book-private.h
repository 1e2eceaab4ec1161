/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book.h"
#include "td-sheet-private.h"

G_BEGIN_DECLS

struct _TdBook
{
  TdBookFormat format;
  TdCellStore *store;
  GPtrArray *sheets; /* of TdSheet */
};

TdBook *_td_book_new (TdBookFormat format);
TdSheet *_td_book_add_sheet (TdBook *self, const char *name, GError **error);
TdBook *_td_book_parse (GBytes *bytes, GCancellable *cancellable, GError **error);
gboolean _td_book_finish (TdBook *self, GError **error);

G_END_DECLS
