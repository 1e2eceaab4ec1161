/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "td-letter-case.h"
#include "td-letter.h"

G_BEGIN_DECLS

/**
 * TdLetterTemplateError:
 * @TD_LETTER_TEMPLATE_ERROR_EMPTY: the case names nobody
 * @TD_LETTER_TEMPLATE_ERROR_DATE: the case's date is no day
 */
typedef enum
{
  TD_LETTER_TEMPLATE_ERROR_EMPTY,
  TD_LETTER_TEMPLATE_ERROR_DATE,
} TdLetterTemplateError;

#define TD_LETTER_TEMPLATE_ERROR (td_letter_template_error_quark ())
GQuark td_letter_template_error_quark (void);

#define TD_TYPE_LETTER_TEMPLATE (td_letter_template_get_type ())
G_DECLARE_FINAL_TYPE (TdLetterTemplate, td_letter_template, TD, LETTER_TEMPLATE, GObject)

TdLetterTemplate *td_letter_template_load (const char *id, GError **error);
TdLetterTemplate *td_letter_template_parse (GBytes *bytes, GError **error);
TdLetter *td_letter_template_fill (TdLetterTemplate *self, GPtrArray *documents,
                                   const TdLetterCase *letter_case, GPtrArray *findings,
                                   GError **error);

G_END_DECLS
