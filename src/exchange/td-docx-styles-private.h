/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-package.h"

G_BEGIN_DECLS

/* Styles and lists of a document of Word, and where its lists have come to. */
typedef struct _TdDocxStyles TdDocxStyles;

/* How text looks, as far as it tells what is read. */
typedef struct
{
  const char *font; /* of the styles; NULL: not told */
  gboolean capitals;
  gboolean hidden;
} TdDocxLook;

TdDocxStyles *_td_docx_styles_read (TdPackage *package, const char *main_part, GError **error);
void _td_docx_styles_free (TdDocxStyles *self);
TdDocxLook _td_docx_styles_look_up (TdDocxStyles *self, const char *id);
void _td_docx_look_read (TdDocxLook *self, TdDocxStyles *styles, TdPart *part);
gboolean _td_docx_styles_is_contents (TdDocxStyles *self, const char *id);
char *_td_docx_styles_next_mark (TdDocxStyles *self, const char *style, int list, int level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdDocxStyles, _td_docx_styles_free)

G_END_DECLS
