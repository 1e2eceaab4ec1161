/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-claim"

#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "td-claim.h"
#include "td-date.h"

/* The text that is signed. One award has one text, byte for byte: NFC, a line for each thing in this
 * order, single blanks, nothing at the ends, days as eight digits, names cut where they are longer
 * than a small code can carry. Its first line says of which kind it is; another order of lines is
 * another kind. */

#define KIND "TD1"

enum
{
  LINE_KIND,
  LINE_OFFICE,
  LINE_GIVER,
  LINE_FORM,
  LINE_NAME,
  LINE_UNIT,
  LINE_NUMBER,
  LINE_NUMBERS,
  N_LINES
};

/* Bytes of UTF-8 that are kept of each line. */
static const gsize most_bytes[N_LINES] = { 3, 96, 96, 64, 128, 128, 48, 64 };

/**
 * td_claim_new:
 *
 * Returns: (transfer full): a claim that says nothing yet
 */
TdClaim *
td_claim_new (void)
{
  return g_new0 (TdClaim, 1);
}

/**
 * td_claim_free:
 * @self: (transfer full): a claim
 */
void
td_claim_free (TdClaim *self)
{
  g_free (self->office);
  g_free (self->giver);
  g_free (self->form);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->number);
  g_free (self->date);
  g_free (self->award);
  g_free (self->signed_on);
  g_free (self);
}

/**
 * td_claim_dup_award:
 * @uuid: of an award
 *
 * Returns: (transfer full): what a claim says of it
 */
char *
td_claim_dup_award (const char *uuid)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = uuid; *p != '\0' && digits->len < TD_CLAIM_AWARD_LENGTH; p++)
    if (g_ascii_isxdigit (*p))
      g_string_append_c (digits, g_ascii_tolower (*p));
  return g_string_free (digits, FALSE);
}

/* One line of text: no controls, single blanks, NFC, and short. */
static char *
make_line (const char *text, gsize most)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *line = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = g_unichar_isspace (c) || g_unichar_iscntrl (c);
      char bytes[6];
      int n = g_unichar_to_utf8 (blank ? ' ' : c, bytes);

      if (blank && (line->len == 0 || line->str[line->len - 1] == ' '))
        continue;
      if (line->len + n > most)
        break;
      g_string_append_len (line, bytes, n);
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  return g_string_free (line, FALSE);
}

/* "2026-01-20" as "20260120"; a day that is none as nothing. */
static char *
make_day (const char *iso)
{
  if (!td_date_is_day (iso))
    return g_strdup ("0");
  return g_strdup_printf ("%.4s%.2s%.2s", iso, iso + 5, iso + 8);
}

/**
 * td_claim_to_text:
 * @self: a claim
 *
 * Returns: (transfer full): the text that is signed
 */
char *
td_claim_to_text (const TdClaim *self)
{
  const char *const values[] = { KIND, self->office, self->giver, self->form, self->name, self->unit, self->number };
  g_autofree char *date = make_day (self->date);
  g_autofree char *signed_on = make_day (self->signed_on);
  GString *text = g_string_new (NULL);

  for (guint i = LINE_KIND; i < LINE_NUMBERS; i++)
    {
      g_autofree char *line = make_line (values[i], most_bytes[i]);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, "%s %" PRId64 "/%" PRId64 " %s %s", date, self->register_number, self->register_year,
                          self->award != NULL ? self->award : "0", signed_on);
  return g_string_free (text, FALSE);
}

static char *
read_day (const char *word)
{
  return strlen (word) == 8 ? g_strdup_printf ("%.4s-%.2s-%.2s", word, word + 4, word + 6) : NULL;
}

/* "20260120 125/2026 3f2a90cd71e4 20260122" */
static gboolean
read_numbers (TdClaim *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  g_auto (GStrv) numbers = NULL;

  if (g_strv_length (words) != 4)
    return FALSE;
  numbers = g_strsplit (words[1], "/", 2);
  self->date = read_day (words[0]);
  self->award = g_strdup (words[2]);
  self->signed_on = read_day (words[3]);
  return g_strv_length (numbers) == 2 && g_ascii_string_to_signed (numbers[0], 10, 0, G_MAXINT64, &self->register_number, NULL)
         && g_ascii_string_to_signed (numbers[1], 10, 0, G_MAXINT64, &self->register_year, NULL);
}

/**
 * td_claim_parse:
 * @text: what may be a claim's text
 * @length: in bytes
 *
 * Returns: (transfer full) (nullable): the claim; %NULL when td_claim_to_text() would not give
 *   just this text for it
 */
TdClaim *
td_claim_parse (const char *text, gsize length)
{
  g_autoptr (TdClaim) self = td_claim_new ();
  char **const places[] = { NULL, &self->office, &self->giver, &self->form, &self->name, &self->unit, &self->number };
  g_autofree char *copy = NULL, *again = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_utf8_validate_len (text, length, NULL))
    return NULL;
  copy = g_strndup (text, length);
  lines = g_strsplit (copy, "\n", N_LINES + 1);
  if (g_strv_length (lines) != N_LINES || !g_str_equal (lines[LINE_KIND], KIND) || !read_numbers (self, lines[LINE_NUMBERS]))
    return NULL;
  for (guint i = LINE_OFFICE; i < LINE_NUMBERS; i++)
    *places[i] = *lines[i] != '\0' ? g_strdup (lines[i]) : NULL;
  again = td_claim_to_text (self);
  return g_str_equal (again, copy) ? g_steal_pointer (&self) : NULL;
}
