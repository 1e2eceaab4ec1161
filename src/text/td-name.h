/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdNameFlaws:
 * @TD_NAME_FLAW_BLANKS: blanks at the ends, several in a row, or others than the space
 * @TD_NAME_FLAW_INVISIBLE: characters nobody sees
 * @TD_NAME_FLAW_DECOMPOSED: marks that are characters of their own
 * @TD_NAME_FLAW_LOOKALIKE: letters that only look like Vietnamese ones: Ð for Đ, Cyrillic А
 * @TD_NAME_FLAW_ODD: figures or signs no name has
 *
 * What is wrong with a name as it was typed.
 */
typedef enum
{
  TD_NAME_FLAW_BLANKS = 1 << 0,
  TD_NAME_FLAW_INVISIBLE = 1 << 1,
  TD_NAME_FLAW_DECOMPOSED = 1 << 2,
  TD_NAME_FLAW_LOOKALIKE = 1 << 3,
  TD_NAME_FLAW_ODD = 1 << 4,
} TdNameFlaws;

/**
 * TdNameLikeness:
 * @TD_NAME_DIFFERENT: other names
 * @TD_NAME_SLIP: one letter missing, added, changed, or two swapped, marks aside
 * @TD_NAME_OTHER_MARKS: the same letters with other marks: Hà, Hạ
 * @TD_NAME_UNMARKED: the same letters, one of them typed without marks
 * @TD_NAME_SPACING: the same but for blanks and hyphens: Pi Năng, Pinăng
 * @TD_NAME_I_Y: the same but for i and y: Lý, Lí
 * @TD_NAME_EQUAL: the same; capitals, apostrophes and the place of the tone do not count
 *
 * How alike two names are: the greater, the more.
 */
typedef enum
{
  TD_NAME_DIFFERENT,
  TD_NAME_SLIP,
  TD_NAME_OTHER_MARKS,
  TD_NAME_UNMARKED,
  TD_NAME_SPACING,
  TD_NAME_I_Y,
  TD_NAME_EQUAL,
} TdNameLikeness;

char *td_name_clean (const char *name, TdNameFlaws *flaws);
char *td_name_proper_case (const char *name);

char *td_name_key (const char *name);
char *td_name_compact_key (const char *name);
gboolean td_name_keys_slip (const char *a, const char *b);
TdNameLikeness td_name_compare (const char *a, const char *b);

G_END_DECLS
