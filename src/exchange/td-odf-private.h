/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-number-format.h"
#include "td-package.h"

G_BEGIN_DECLS

typedef struct _TdOdfStyles TdOdfStyles;

/* What a style means to a reader; the font lives as long as the styles. */
typedef struct
{
  const char *font;
  TdDateParts parts;
  gboolean hidden;   /* a table */
  gboolean capitals; /* all letters are shown large */
} TdOdfLook;

TdOdfStyles *_td_odf_styles_new (void);
void _td_odf_styles_free (TdOdfStyles *self);
void _td_odf_styles_read (TdOdfStyles *self, TdPart *part);
TdOdfLook _td_odf_styles_look_up (TdOdfStyles *self, const char *family, const char *name);

G_END_DECLS
