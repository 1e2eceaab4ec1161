/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-book-private.h"
#include "td-package.h"

G_BEGIN_DECLS

/* A reader for each kind of file. Each gives a finished book, or NULL with an error. */
TdBook *_td_book_read_xlsx (TdPackage *package, const char *main_part, GError **error);
TdBook *_td_book_read_docx (TdPackage *package, const char *main_part, GError **error);
TdBook *_td_book_read_odf (TdPackage *package, TdBookFormat format, GError **error);
TdBook *_td_book_read_html (GBytes *bytes, GCancellable *cancellable, GError **error);
TdBook *_td_book_read_xls (GBytes *bytes, GCancellable *cancellable, GError **error);
TdBook *_td_book_read_xls_records (GInputStream *stream, GCancellable *cancellable, GError **error);

G_END_DECLS
