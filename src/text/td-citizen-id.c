/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-citizen-id"

#include "config.h"

#include <string.h>

#include "td-citizen-id.h"
#include "td-text-private.h"

#define N_CCCD 12
#define N_CMND 9

/* A CMND of the first provinces begins with one zero, a CCCD with one or two: none begins with three. */
#define MAX_LOST_OF_CCCD 2

static gboolean
is_separator (gunichar c)
{
  return _td_text_is_blank (c) || _td_text_is_apostrophe (c) || c == '.' || c == '-' || c == ',' || c == 0x2013
         || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Keeps letters and digits; says how many letters there were. Anything else is kept as well, so that it is no number. */
static guint
clean (const char *text, TdCitizenId *id, gboolean *strange)
{
  gsize length = 0;
  guint n_letters = 0;

  *strange = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_separator (c))
        continue;
      if (c >= 0x80 || !g_ascii_isalnum ((char) c) || length >= TD_CITIZEN_ID_MAX)
        {
          *strange = TRUE;
          continue;
        }
      n_letters += g_ascii_isalpha ((char) c);
      id->n_digits += g_ascii_isdigit ((char) c);
      id->number[length++] = g_ascii_toupper ((char) c);
    }
  id->number[length] = '\0';
  return n_letters;
}

static void
put_zeros_back (TdCitizenId *id, guint n_digits)
{
  id->n_zeros_lost = n_digits - id->n_digits;
  memmove (id->number + id->n_zeros_lost, id->number, id->n_digits + 1);
  memset (id->number, '0', id->n_zeros_lost);
}

static guint
digits (const char *number, guint n)
{
  guint value = 0;

  for (guint i = 0; i < n; i++)
    value = value * 10 + (guint) (number[i] - '0');
  return value;
}

/* Province or country, century and sex, year, serial number: NĐ 137/2015/NĐ-CP, Điều 13; TT 07/2016/TT-BCA. */
static void
read_cccd (TdCitizenId *id)
{
  guint century = digits (id->number + 3, 1);

  id->kind = TD_CITIZEN_ID_CCCD;
  id->province = digits (id->number, 3);
  id->year = 1900 + 100 * (int) (century / 2) + (int) digits (id->number + 4, 2);
  id->sex = century % 2 == 0 ? "male" : "female";
}

/* B1234567 and, since 2022, P01234567; other countries have up to two letters, and figures. */
static gboolean
is_passport (const TdCitizenId *id, guint n_letters)
{
  return n_letters >= 1 && n_letters <= 2 && id->n_digits >= 6 && id->n_digits <= 8 && g_ascii_isalpha (*id->number);
}

/**
 * td_citizen_id_parse:
 * @text: (nullable): valid UTF-8, as written: "066 099 012 345", "66099012345", "C1234567"
 * @id: (out caller-allocates): what it is
 *
 * Takes a number apart. Spreadsheets take numbers for amounts and drop zeros in front: 11 or 10 digits are a
 * CCCD and 8 are a CMND that lost them. What is found is judged by td_citizen_rules_check().
 */
void
td_citizen_id_parse (const char *text, TdCitizenId *id)
{
  gboolean strange = FALSE;
  guint n_letters;

  g_return_if_fail (id != NULL && (text == NULL || g_utf8_validate (text, -1, NULL)));

  memset (id, 0, sizeof *id);
  n_letters = clean (text != NULL ? text : "", id, &strange);
  if (*id->number == '\0' && !strange)
    return;
  id->kind = TD_CITIZEN_ID_UNKNOWN;
  if (strange)
    return;
  if (n_letters > 0)
    {
      if (is_passport (id, n_letters))
        id->kind = TD_CITIZEN_ID_PASSPORT;
      return;
    }
  if (id->n_digits < N_CCCD && id->n_digits >= N_CCCD - MAX_LOST_OF_CCCD)
    put_zeros_back (id, N_CCCD);
  else if (id->n_digits == N_CMND - 1)
    put_zeros_back (id, N_CMND);
  if (strlen (id->number) == N_CCCD)
    read_cccd (id);
  else if (strlen (id->number) == N_CMND)
    id->kind = TD_CITIZEN_ID_CMND;
}
