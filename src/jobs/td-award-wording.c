/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-wording"

#include "config.h"

#include <string.h>

#include "td-award-wording.h"
#include "td-givers.h"
#include "td-text.h"

/* How a subject stands on decisions and certificates. Official documents are Vietnamese whatever
 * the language of the window, so these words are not translated. */

/**
 * td_award_wording_printed_name:
 * @subject: who is awarded
 *
 * "Ông" and "Bà" come from the entered sex, never from the name; a rank replaces them. Without
 * either the bare name stands.
 *
 * Returns: (transfer full): the name as printed
 */
char *
td_award_wording_printed_name (const TdSubject *subject)
{
  const char *address = subject->address_form;

  if (g_strcmp0 (subject->kind, "collective") == 0)
    return g_strdup (subject->name);
  if (address == NULL && subject->sex != NULL)
    address = g_str_equal (subject->sex, "female") ? "Bà" : "Ông";
  if (g_strcmp0 (subject->kind, "household") == 0)
    {
      /* A household is called by its head, unless its name says so already. */
      g_autofree char *folded = td_text_fold (subject->name);
      g_autofree char *lower = address != NULL ? g_utf8_strdown (address, -1) : NULL;

      if (g_str_has_prefix (folded, "ho gia dinh"))
        return g_strdup (subject->name);
      return lower != NULL ? g_strdup_printf ("Hộ gia đình %s %s", lower, subject->name)
                           : g_strdup_printf ("Hộ gia đình %s", subject->name);
    }
  return address != NULL ? g_strdup_printf ("%s %s", address, subject->name) : g_strdup (subject->name);
}

static void
append_part (GString *line, const char *part)
{
  g_autofree char *wide = NULL;
  g_autofree char *narrow = NULL;

  if (part == NULL || *part == '\0')
    return;
  /* Never "Sở Y tế, Sở Y tế" or a place twice. */
  wide = td_text_fold (line->str);
  narrow = td_text_fold (part);
  if (line->len > 0 && g_str_has_suffix (wide, narrow))
    return;
  g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", part);
}

/* What the unit adds to the name: below "Nhân dân và cán bộ xã Xuân Cảnh" the line "xã Xuân Cảnh,
 * tỉnh Đắk Lắk" only needs to say "Tỉnh Đắk Lắk". */
static char *
unit_beside_name (const TdAward *award)
{
  g_autofree char *province = award->unit_name != NULL ? td_office_dup_province (award->unit_name) : NULL;
  g_autofree char *bare = NULL;
  g_autofree char *name = NULL;
  g_autofree char *unit = NULL;
  char first[8] = { 0 };

  if (award->unit_name == NULL || g_strcmp0 (award->subject_kind, "person") == 0)
    return g_strdup (award->unit_name);
  bare = g_strndup (award->unit_name, strlen (award->unit_name) - (province != NULL ? strlen (province) : 0));
  name = td_text_fold (award->subject_name);
  unit = td_text_fold (bare);
  if (strstr (name, unit) == NULL)
    return g_strdup (award->unit_name);
  if (province == NULL)
    return NULL;
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (province)), first);
  return g_strconcat (first, g_utf8_next_char (province), NULL);
}

/**
 * td_award_wording_post_line:
 * @award: a line of a decision
 * @subject: (nullable): its subject, for a household's address where the line does not keep it:
 *   lines made before version 3 of the office file
 *
 * Returns: (transfer full): "Trưởng phòng, Sở Tài chính", a collective's unit, a household's
 *   address; "" when nothing is known
 */
char *
td_award_wording_post_line (const TdAward *award, const TdSubject *subject)
{
  GString *line = g_string_new (NULL);
  g_autofree char *unit = unit_beside_name (award);

  append_part (line, award->post);
  if (award->residence != NULL)
    append_part (line, award->residence);
  else if (g_strcmp0 (award->subject_kind, "household") == 0 && subject != NULL)
    append_part (line, subject->residence);
  append_part (line, unit);
  return g_string_free (line, FALSE);
}

/**
 * td_award_wording_lower_first:
 * @text: a sentence
 *
 * Returns: (transfer full): it as it goes on inside another: "Đã có …" → "đã có …"
 */
char *
td_award_wording_lower_first (const char *text)
{
  char first[8] = { 0 };
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (text)), first);
  text = g_utf8_next_char (text);
  length = strlen (text);
  while (length > 0 && (text[length - 1] == '.' || text[length - 1] == ' '))
    length--;
  return g_strdup_printf ("%s%.*s", first, (int) length, text);
}
