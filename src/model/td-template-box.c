/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-box"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-template-box.h"

/**
 * td_template_box_new:
 * @id: its id
 *
 * Returns: (transfer full): a box with the values a reader may leave out
 */
TdTemplateBox *
td_template_box_new (const char *id)
{
  TdTemplateBox *box = g_new0 (TdTemplateBox, 1);

  box->id = g_strdup (id);
  box->family = g_strdup ("Liberation Serif");
  box->align = TD_TEMPLATE_CENTER;
  box->valign = TD_TEMPLATE_CENTER;
  box->line_spacing = 1.2;
  box->max_lines = 1;
  return box;
}

/**
 * td_template_box_free:
 * @box: (transfer full): a box
 */
void
td_template_box_free (TdTemplateBox *box)
{
  g_free (box->id);
  g_free (box->title);
  g_free (box->family);
  g_free (box->text);
  g_free (box->when);
  g_free (box->preprinted);
  g_free (box);
}

/**
 * td_template_box_dup:
 * @box: a box
 *
 * Returns: (transfer full): another box that says the same
 */
TdTemplateBox *
td_template_box_dup (const TdTemplateBox *box)
{
  TdTemplateBox *copy;

  g_return_val_if_fail (box != NULL, NULL);

  copy = g_memdup2 (box, sizeof *box);
  copy->id = g_strdup (box->id);
  copy->title = g_strdup (box->title);
  copy->family = g_strdup (box->family);
  copy->text = g_strdup (box->text);
  copy->when = g_strdup (box->when);
  copy->preprinted = g_strdup (box->preprinted);
  return copy;
}

static gboolean
is_near (double a, double b)
{
  return fabs (a - b) < TD_TEMPLATE_STEP / 2;
}

/**
 * td_template_area_equal:
 * @a: an area
 * @b: another
 *
 * Returns: whether they are the same to a thousandth of a millimetre
 */
gboolean
td_template_area_equal (const TdTemplateArea *a, const TdTemplateArea *b)
{
  return is_near (a->x, b->x) && is_near (a->y, b->y) && is_near (a->width, b->width) && is_near (a->height, b->height);
}

static gboolean
is_same_type (const TdTemplateBox *a, const TdTemplateBox *b)
{
  return g_strcmp0 (a->family, b->family) == 0 && is_near (a->size, b->size) && is_near (a->min_size, b->min_size)
         && a->bold == b->bold && a->italic == b->italic && a->upper == b->upper
         && lround (a->red * 255) == lround (b->red * 255) && lround (a->green * 255) == lround (b->green * 255)
         && lround (a->blue * 255) == lround (b->blue * 255) && is_near (a->line_spacing, b->line_spacing)
         && is_near (a->underscore, b->underscore);
}

/**
 * td_template_box_equal:
 * @a: a box
 * @b: another
 *
 * Returns: whether they are the same: lengths and sizes to a thousandth, colours to what a file tells apart
 */
gboolean
td_template_box_equal (const TdTemplateBox *a, const TdTemplateBox *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return strcmp (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0 && td_template_area_equal (&a->area, &b->area)
         && a->align == b->align && a->valign == b->valign && is_same_type (a, b) && a->max_lines == b->max_lines
         && a->own_lines == b->own_lines && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->when, b->when) == 0
         && a->fixed == b->fixed && g_strcmp0 (a->preprinted, b->preprinted) == 0;
}

static const char *
lookup_filled (GHashTable *fields, const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * td_template_box_applies:
 * @box: a box
 * @fields: (element-type utf8 utf8): the fields of one certificate
 *
 * Returns: whether the box's condition holds
 */
gboolean
td_template_box_applies (const TdTemplateBox *box, GHashTable *fields)
{
  if (box->when == NULL)
    return TRUE;
  if (box->when[0] == '!')
    return lookup_filled (fields, box->when + 1) == NULL;
  return lookup_filled (fields, box->when) != NULL;
}

static void
expand_line (GString *out, const char *line, gsize length, GHashTable *fields, GPtrArray *empty)
{
  const char *end = line + length;

  while (line < end)
    {
      const char *open = memchr (line, '{', end - line);
      const char *close = open != NULL ? memchr (open, '}', end - open) : NULL;
      g_autofree char *name = NULL;
      const char *value;
      gboolean optional;

      if (close == NULL)
        {
          g_string_append_len (out, line, end - line);
          return;
        }
      g_string_append_len (out, line, open - line);
      optional = close > open + 1 && close[-1] == '?';
      name = g_strndup (open + 1, close - open - 1 - (optional ? 1 : 0));
      value = lookup_filled (fields, name);
      if (value != NULL)
        g_string_append (out, value);
      else if (!optional && empty != NULL)
        g_ptr_array_add (empty, g_steal_pointer (&name));
      line = close + 1;
    }
}

/**
 * td_template_box_expand:
 * @box: a box
 * @fields: (element-type utf8 utf8): the fields of one certificate, in NFC
 * @empty: (nullable) (element-type utf8): takes the names of fields that must be filled and are not
 *
 * Puts the fields into the box's pattern. A value may hold line breaks of its own: they are the
 * clerk's and are kept.
 *
 * Returns: (transfer full): the text as printed, lines divided by "\n", no empty lines
 */
char *
td_template_box_expand (const TdTemplateBox *box, GHashTable *fields, GPtrArray *empty)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *at = box->text;

  while (at != NULL)
    {
      const char *next = strchr (at, '\n');

      g_string_truncate (line, 0);
      expand_line (line, at, next != NULL ? (gsize) (next - at) : strlen (at), fields, empty);
      g_strstrip (line->str);
      if (line->str[0] != '\0')
        {
          if (all->len > 0)
            g_string_append_c (all, '\n');
          g_string_append (all, line->str);
        }
      at = next != NULL ? next + 1 : NULL;
    }
  if (box->upper)
    return g_utf8_strup (all->str, -1);
  return g_string_free (g_steal_pointer (&all), FALSE);
}
