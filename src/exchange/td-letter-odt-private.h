/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-letter-writer-private.h"

G_BEGIN_DECLS

void _td_odt_set_mm (xmlTextWriter *xml, const char *name, double millimetres);
void _td_odt_begin_root (xmlTextWriter *xml, const char *name);
void _td_odt_begin_style (xmlTextWriter *xml, const char *name, const char *family);
void _td_odt_write_fonts (xmlTextWriter *xml);
GBytes *_td_odt_make_styles (void);

G_END_DECLS
