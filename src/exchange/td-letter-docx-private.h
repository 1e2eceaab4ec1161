/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-letter-writer-private.h"

G_BEGIN_DECLS

#define TD_DOCX_WORD      "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define TD_DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

gint64 _td_docx_twips (double millimetres);
void _td_docx_begin_root (xmlTextWriter *xml, const char *name);
void _td_docx_put_value (xmlTextWriter *xml, const char *name, const char *value);
void _td_docx_put_number (xmlTextWriter *xml, const char *name, gint64 value);
void _td_docx_put_indents (xmlTextWriter *xml, double left, double right, double first);
GBytes *_td_docx_make_styles (void);

G_END_DECLS
