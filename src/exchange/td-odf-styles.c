/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-odf-styles"

#include "config.h"

#include <string.h>

#include "td-odf-private.h"

/* Styles of OpenDocument 1.3 (part 3, 16): which font a cell has, what of a day it shows, which
 * sheets are hidden. */

#define MOST_STYLES 65536

typedef struct
{
  char *parent, *font, *data_style;
  gboolean hidden;
  int capitals; /* -1 not told */
} Style;

struct _TdOdfStyles
{
  GHashTable *styles; /* family/name → Style; the name is empty for the default */
  GHashTable *faces;  /* name → family of the font */
  GHashTable *dates;  /* name of a data style → TdDateParts */
  Style *style;       /* being read */
  char *family;
  char *date; /* the data style being read */
};

static void
style_free (Style *style)
{
  g_free (style->parent);
  g_free (style->font);
  g_free (style->data_style);
  g_free (style);
}

TdOdfStyles *
_td_odf_styles_new (void)
{
  TdOdfStyles *self = g_new0 (TdOdfStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_free);
  self->faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
_td_odf_styles_free (TdOdfStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->faces);
  g_hash_table_unref (self->dates);
  g_free (self->family);
  g_free (self->date);
  g_free (self);
}

/* What stands in quotation marks, or the first of several: "'.VnTime', serif". */
static char *
dup_first_family (const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, ",", 2);
  gsize length = names[0] != NULL ? strlen (names[0]) : 0;

  if (length >= 2 && (*names[0] == '\'' || *names[0] == '"') && names[0][length - 1] == *names[0])
    return g_strndup (names[0] + 1, length - 2);
  return g_strdup (names[0] != NULL ? names[0] : "");
}

static void
begin_style (TdOdfStyles *self, TdPart *part)
{
  g_autofree char *style_name = NULL;
  g_autofree char *family = NULL;
  Style *style = g_new0 (Style, 1);
  const char *name, *value;

  style->capitals = -1;
  while (td_part_next_attribute (part, &name, &value))
    {
      if (g_str_equal (name, "name") && style_name == NULL)
        style_name = g_strdup (value);
      else if (g_str_equal (name, "family") && family == NULL)
        family = g_strdup (value);
      else if (g_str_equal (name, "parent-style-name") && style->parent == NULL)
        style->parent = g_strdup (value);
      else if (g_str_equal (name, "data-style-name") && style->data_style == NULL)
        style->data_style = g_strdup (value);
    }
  self->style = NULL;
  if (family == NULL || g_hash_table_size (self->styles) >= MOST_STYLES)
    {
      style_free (style);
      return;
    }
  g_hash_table_insert (self->styles, g_strdup_printf ("%s/%s", family, style_name != NULL ? style_name : ""), style);
  if (!td_part_is_empty (part))
    self->style = style;
}

static void
read_text_look (TdOdfStyles *self, TdPart *part)
{
  const char *name, *value;

  while (td_part_next_attribute (part, &name, &value))
    {
      const char *family = g_str_equal (name, "font-name") ? g_hash_table_lookup (self->faces, value) : NULL;

      if (g_str_equal (name, "font-name") && self->style->font == NULL)
        self->style->font = g_strdup (family != NULL ? family : value);
      else if (g_str_equal (name, "font-family") && self->style->font == NULL)
        self->style->font = dup_first_family (value);
      else if (g_str_equal (name, "text-transform"))
        self->style->capitals = g_str_equal (value, "uppercase");
    }
}

static void
read_face (TdOdfStyles *self, TdPart *part)
{
  g_autofree char *face = td_part_dup_attribute (part, "name");
  g_autofree char *family = td_part_dup_attribute (part, "font-family");

  if (face != NULL && family != NULL && g_hash_table_size (self->faces) < MOST_STYLES)
    g_hash_table_insert (self->faces, g_steal_pointer (&face), dup_first_family (family));
}

static void
add_date_part (TdOdfStyles *self, const char *element)
{
  static const struct
  {
    const char *element;
    TdDateParts part;
  } parts[] = {
    { "year", TD_DATE_PART_YEAR },
    { "month", TD_DATE_PART_MONTH },
    { "day", TD_DATE_PART_DAY },
    { "hours", TD_DATE_PART_TIME },
    { "minutes", TD_DATE_PART_TIME },
    { "seconds", TD_DATE_PART_TIME },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].element, element))
      g_hash_table_insert (self->dates, g_strdup (self->date),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (self->dates, self->date)) | parts[i].part));
}

/* One element before the body. */
void
_td_odf_styles_read (TdOdfStyles *self, TdPart *part)
{
  const char *element = td_part_get_name (part);

  if (g_str_equal (element, "style") || g_str_equal (element, "default-style"))
    begin_style (self, part);
  else if (g_str_equal (element, "font-face"))
    read_face (self, part);
  else if (g_str_equal (element, "text-properties") && self->style != NULL)
    read_text_look (self, part);
  else if (g_str_equal (element, "table-properties") && self->style != NULL)
    {
      g_autofree char *display = td_part_dup_attribute (part, "display");

      self->style->hidden = g_strcmp0 (display, "false") == 0;
    }
  else if (g_str_has_suffix (element, "-style"))
    {
      self->style = NULL;
      g_free (self->date);
      self->date = g_str_equal (element, "date-style") ? td_part_dup_attribute (part, "name") : NULL;
    }
  else if (self->date != NULL && g_hash_table_size (self->dates) < MOST_STYLES)
    add_date_part (self, element);
}

static const Style *
find (TdOdfStyles *self, const char *family, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", family, name);

  return g_hash_table_lookup (self->styles, key);
}

/* What a style says, or what it is made from; a style without a parent goes on with the default. */
TdOdfLook
_td_odf_styles_look_up (TdOdfStyles *self, const char *family, const char *name)
{
  TdOdfLook look = { NULL };
  int capitals = -1;

  for (guint depth = 0; depth < 20 && name != NULL; depth++)
    {
      const Style *style = find (self, family, name);

      if (style != NULL && look.font == NULL)
        look.font = style->font;
      if (style != NULL && capitals < 0)
        capitals = style->capitals;
      if (style != NULL && look.parts == 0 && style->data_style != NULL)
        look.parts = GPOINTER_TO_UINT (g_hash_table_lookup (self->dates, style->data_style));
      look.hidden |= style != NULL && style->hidden;
      if (*name == '\0')
        break;
      name = style != NULL && style->parent != NULL ? style->parent : "";
    }
  look.capitals = capitals > 0;
  return look;
}
