/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-length"

#include "config.h"

#include <string.h>

#include "td-length.h"
#include "td-text.h"

#define MM      G_GINT64_CONSTANT (1000)
#define LONGEST (100000 * MM) /* a hundred metres: more is a slip */

/**
 * td_length_to_display:
 * @length: micrometres
 *
 * Returns: (transfer full): millimetres as they are written here: "419,5"
 */
char *
td_length_to_display (gint64 length)
{
  gint64 size = ABS (length);
  GString *text = g_string_new (length < 0 ? "-" : NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT ",%03" G_GINT64_FORMAT, size / MM, size % MM);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == ',')
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

/* Takes the unit off the end; the factor is in micrometres, 0 for a unit that is not one. */
static gint64
take_unit (char *text)
{
  static const struct
  {
    const char *unit;
    gint64 factor;
  } units[] = { { "mm", MM }, { "cm", 10 * MM }, { "m", 1000 * MM } };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_suffix (text, units[i].unit))
      {
        text[strlen (text) - strlen (units[i].unit)] = '\0';
        g_strchomp (text);
        return units[i].factor;
      }
  return MM;
}

/**
 * td_length_parse:
 * @text: valid UTF-8
 * @length: (out): micrometres; untouched on failure
 *
 * Reads a length as people write it: "420", "419,5", "419.5", "42 cm", "-2,3 mm". Without a unit
 * it is millimetres; what is finer than a micrometre is no length anybody measured.
 *
 * Returns: whether @text is one
 */
gboolean
td_length_parse (const char *text, gint64 *length)
{
  g_autofree char *plain = NULL;
  const char *p;
  gint64 value = 0, factor, part;
  gboolean negative, fraction = FALSE;
  guint n_digits = 0;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), FALSE);
  g_return_val_if_fail (length != NULL, FALSE);

  plain = td_text_normalize (text);
  part = factor = take_unit (plain);
  negative = *plain == '-';
  for (p = plain + negative; *p != '\0'; p++)
    {
      if ((*p == ',' || *p == '.') && !fraction && n_digits > 0)
        fraction = TRUE;
      else if (!g_ascii_isdigit (*p))
        return FALSE;
      else if (!fraction)
        {
          value = value * 10 + (*p - '0') * factor;
          n_digits++;
        }
      else if (part % 10 == 0)
        value += (*p - '0') * (part /= 10);
      else
        return FALSE;
      if (value > LONGEST)
        return FALSE;
    }
  if (n_digits == 0 || !g_ascii_isdigit (p[-1]))
    return FALSE;
  *length = negative ? -value : value;
  return TRUE;
}

/**
 * td_length_parse_sheet:
 * @text: any bytes
 * @width: (out): micrometres; untouched on failure
 * @height: (out): micrometres; untouched on failure
 *
 * Reads the size of a sheet as people write it: "420x297", "297 × 419,5", "210*297 mm".
 *
 * Returns: whether @text is one
 */
gboolean
td_length_parse_sheet (const char *text, gint64 *width, gint64 *height)
{
  g_auto (GStrv) sides = NULL;
  gint64 lengths[2];

  g_return_val_if_fail (text != NULL && width != NULL && height != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 64)
    return FALSE;
  sides = g_regex_split_simple ("[xX×*]", text, 0, 0);
  if (g_strv_length (sides) != 2 || !td_length_parse (sides[0], &lengths[0]) || !td_length_parse (sides[1], &lengths[1]) || lengths[0] <= 0 || lengths[1] <= 0)
    return FALSE;
  *width = lengths[0];
  *height = lengths[1];
  return TRUE;
}
