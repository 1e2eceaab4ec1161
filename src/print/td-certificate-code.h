/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "td-template.h"

G_BEGIN_DECLS

gboolean td_certificate_code_find_place (TdTemplate *template, const char *code, TdTemplateArea *area);
gboolean td_certificate_code_draw (TdTemplate *template, cairo_t *cr, const char *code);

G_END_DECLS
