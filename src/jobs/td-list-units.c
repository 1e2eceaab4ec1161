/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-units"

#include "config.h"

#include <string.h>

#include "td-list-units.h"
#include "td-list-words.h"
#include "td-text.h"

/* Units as lists write them: "UBND xã Ea Kar" for "Xã Ea Kar", "Phòng Tổ chức, Sở Y tế" for the department the
 * office knows, "Sở Y tế tỉnh Đắk Lắk". */

static TdUnit *
find_part (TdDirectory *directory, const char *text, gsize length, gboolean *ambiguous)
{
  g_autofree char *part = g_strstrip (g_strndup (text, length));
  gboolean several = FALSE;
  TdUnit *unit = *part != '\0' ? td_directory_find_unit (directory, part, &several) : NULL;

  *ambiguous = *ambiguous || several;
  return unit;
}

/* With and without the authority in front of the place. */
static TdUnit *
find_named (TdDirectory *directory, const char *text, gsize length, gboolean *ambiguous)
{
  static const char *const authorities[] = { "UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân " };
  TdUnit *unit = find_part (directory, text, length, ambiguous);
  g_autofree char *longer = NULL;

  for (guint i = 0; unit == NULL && i < G_N_ELEMENTS (authorities); i++)
    if (length > strlen (authorities[i]) && g_ascii_strncasecmp (text, authorities[i], strlen (authorities[i])) == 0)
      unit = find_part (directory, text + strlen (authorities[i]), length - strlen (authorities[i]), ambiguous);
  if (unit != NULL)
    return unit;
  longer = g_strdup_printf ("UBND %.*s", (int) length, text);
  return find_part (directory, longer, strlen (longer), ambiguous);
}

/**
 * td_list_find_unit:
 * @directory: the units of an office
 * @text: a unit as a list writes it
 * @ambiguous: (out): whether several are called so
 *
 * Returns: (transfer none) (nullable): the unit, or the one it says it belongs to
 */
TdUnit *
td_list_find_unit (TdDirectory *directory, const char *text, gboolean *ambiguous)
{
  TdUnit *unit;
  const char *province;

  *ambiguous = FALSE;
  unit = find_named (directory, text, strlen (text), ambiguous);
  if (unit != NULL || *ambiguous)
    return unit;
  /* What stands behind a comma is larger: nearest first. */
  for (const char *comma = strchr (text, ','); unit == NULL && comma != NULL; comma = strchr (comma + 1, ','))
    {
      const char *next = strchr (comma + 1, ',');

      unit = find_named (directory, comma + 1 + strspn (comma + 1, " "), (next != NULL ? (gsize) (next - comma) - 1 : strlen (comma + 1)) - strspn (comma + 1, " "), ambiguous);
      if (unit == NULL && !*ambiguous && comma == strchr (text, ','))
        unit = find_named (directory, text, comma - text, ambiguous);
    }
  province = strstr (text, " tỉnh ");
  if (unit == NULL && !*ambiguous && province != NULL)
    unit = find_named (directory, text, province - text, ambiguous);
  return unit;
}

/**
 * td_list_is_inner_unit:
 * @text: a unit as a list writes it
 *
 * Returns: whether it is a part of some unit, such as a class or a section, and no unit of its own
 */
gboolean
td_list_is_inner_unit (const char *text)
{
  const TdListWords *words = td_list_words_get ();
  g_autofree char *folded = td_text_fold (text);

  return td_list_phrases_find_within (words->authorities, folded) == NULL
         && (td_list_phrases_find_start (words->inner_units, folded, NULL) != NULL || g_utf8_strlen (text, -1) <= 4);
}
