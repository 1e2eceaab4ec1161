/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-property"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-template-draft-private.h"

/* What can be set of a box, described once, with the limits of data/schema/template.rng. */

typedef enum
{
  KIND_LENGTH,
  KIND_POINTS, /* to hundredths */
  KIND_COUNT,
  KIND_PLACE,
  KIND_FLAG,
  KIND_COLOUR,
  KIND_WORDS, /* must say something */
  KIND_LINES,
  KIND_FIELD, /* the name of a field, with "!" before it when it must be empty */
  KIND_MAYBE, /* words, or nothing */
} Kind;

typedef struct
{
  Kind kind;
  gsize offset;
  double least;
  double most;
} Property;

#define AT(member) G_STRUCT_OFFSET (TdTemplateBox, member)
#define LONGEST    600 /* characters of a line */

static const Property table[TD_TEMPLATE_N_PROPERTIES] = {
  [TD_TEMPLATE_X] = { KIND_LENGTH, AT (area.x), 0, 2000 },
  [TD_TEMPLATE_Y] = { KIND_LENGTH, AT (area.y), 0, 2000 },
  [TD_TEMPLATE_WIDTH] = { KIND_LENGTH, AT (area.width), TD_TEMPLATE_LEAST, 2000 },
  [TD_TEMPLATE_HEIGHT] = { KIND_LENGTH, AT (area.height), TD_TEMPLATE_LEAST, 2000 },
  [TD_TEMPLATE_SIZE] = { KIND_POINTS, AT (size), 4, 300 },
  [TD_TEMPLATE_MIN_SIZE] = { KIND_POINTS, AT (min_size), 4, 300 },
  [TD_TEMPLATE_LINE_SPACING] = { KIND_POINTS, AT (line_spacing), 0.8, 3 },
  [TD_TEMPLATE_UNDERSCORE] = { KIND_LENGTH, AT (underscore), 0, 2000 },
  [TD_TEMPLATE_MAX_LINES] = { KIND_COUNT, AT (max_lines), 1, 12 },
  [TD_TEMPLATE_ALIGN] = { KIND_PLACE, AT (align), TD_TEMPLATE_START, TD_TEMPLATE_END },
  [TD_TEMPLATE_VALIGN] = { KIND_PLACE, AT (valign), TD_TEMPLATE_START, TD_TEMPLATE_END },
  [TD_TEMPLATE_BOLD] = { KIND_FLAG, AT (bold), 0, 1 },
  [TD_TEMPLATE_ITALIC] = { KIND_FLAG, AT (italic), 0, 1 },
  [TD_TEMPLATE_UPPER] = { KIND_FLAG, AT (upper), 0, 1 },
  [TD_TEMPLATE_OWN_LINES] = { KIND_FLAG, AT (own_lines), 0, 1 },
  [TD_TEMPLATE_FIXED] = { KIND_FLAG, AT (fixed), 0, 1 },
  [TD_TEMPLATE_COLOUR] = { KIND_COLOUR, 0, 0, 0 },
  [TD_TEMPLATE_TITLE] = { KIND_WORDS, AT (title), 0, 0 },
  [TD_TEMPLATE_FAMILY] = { KIND_WORDS, AT (family), 0, 0 },
  [TD_TEMPLATE_TEXT] = { KIND_LINES, AT (text), 0, 0 },
  [TD_TEMPLATE_WHEN] = { KIND_FIELD, AT (when), 0, 0 },
  [TD_TEMPLATE_PREPRINTED] = { KIND_MAYBE, AT (preprinted), 0, 0 },
};

gboolean
_td_template_property_is_text (TdTemplateProperty property)
{
  return property >= TD_TEMPLATE_COLOUR;
}

double
_td_template_property_get_number (const TdTemplateBox *box, TdTemplateProperty property)
{
  const Property *p = &table[property];

  switch (p->kind)
    {
    case KIND_LENGTH:
    case KIND_POINTS:
      return G_STRUCT_MEMBER (double, box, p->offset);
    case KIND_COUNT:
      return G_STRUCT_MEMBER (guint, box, p->offset);
    case KIND_PLACE:
      return G_STRUCT_MEMBER (TdTemplatePlace, box, p->offset);
    case KIND_FLAG:
      return G_STRUCT_MEMBER (gboolean, box, p->offset) ? 1 : 0;
    case KIND_COLOUR:
    case KIND_WORDS:
    case KIND_LINES:
    case KIND_FIELD:
    case KIND_MAYBE:
    default:
      g_return_val_if_reached (0);
    }
}

/* The largest size is never below the smallest: the other one follows. */
static void
keep_sizes_in_order (TdTemplateBox *box, TdTemplateProperty property)
{
  if (property == TD_TEMPLATE_SIZE)
    box->min_size = MIN (box->min_size, box->size);
  else if (property == TD_TEMPLATE_MIN_SIZE)
    box->size = MAX (box->min_size, box->size);
}

gboolean
_td_template_property_set_number (TdTemplateBox *box, TdTemplateProperty property, double value)
{
  const Property *p = &table[property];

  if (!(value >= p->least && value <= p->most))
    return FALSE;
  switch (p->kind)
    {
    case KIND_LENGTH:
      G_STRUCT_MEMBER (double, box, p->offset) = round (value * 1000) / 1000;
      break;
    case KIND_POINTS:
      G_STRUCT_MEMBER (double, box, p->offset) = round (value * 100) / 100;
      break;
    case KIND_COUNT:
      G_STRUCT_MEMBER (guint, box, p->offset) = (guint) round (value);
      break;
    case KIND_PLACE:
      G_STRUCT_MEMBER (TdTemplatePlace, box, p->offset) = (TdTemplatePlace) round (value);
      break;
    case KIND_FLAG:
      G_STRUCT_MEMBER (gboolean, box, p->offset) = value > 0.5;
      break;
    case KIND_COLOUR:
    case KIND_WORDS:
    case KIND_LINES:
    case KIND_FIELD:
    case KIND_MAYBE:
    default:
      g_return_val_if_reached (FALSE);
    }
  keep_sizes_in_order (box, property);
  return TRUE;
}

char *
_td_template_property_dup_text (const TdTemplateBox *box, TdTemplateProperty property)
{
  const Property *p = &table[property];
  const char *text;

  if (p->kind == KIND_COLOUR)
    return g_strdup_printf ("#%02x%02x%02x", (guint) round (box->red * 255), (guint) round (box->green * 255), (guint) round (box->blue * 255));
  text = G_STRUCT_MEMBER (char *, box, p->offset);
  return g_strdup (text != NULL ? text : "");
}

static gboolean
set_colour (TdTemplateBox *box, const char *text)
{
  guint value = 0;

  if (strlen (text) != 7 || text[0] != '#')
    return FALSE;
  for (const char *p = text + 1; *p != '\0'; p++)
    {
      if (!g_ascii_isxdigit (*p))
        return FALSE;
      value = value * 16 + (guint) g_ascii_xdigit_value (*p);
    }
  box->red = (value >> 16) / 255.0;
  box->green = (value >> 8 & 0xff) / 255.0;
  box->blue = (value & 0xff) / 255.0;
  return TRUE;
}

static gboolean
is_field (const char *text)
{
  const char *name = text + (*text == '!' ? 1 : 0);

  if (!g_ascii_islower (*name))
    return FALSE;
  return strspn (name, "abcdefghijklmnopqrstuvwxyz_") == strlen (name);
}

/* Each line without blanks about it, none empty; NULL for a text that says nothing or too much. */
static char *
tidy_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) tidy = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_utf8_strlen (line, -1) > LONGEST)
        return NULL;
      if (*line != '\0')
        g_string_append_printf (tidy, "%s%s", tidy->len > 0 ? "\n" : "", line);
    }
  return tidy->len > 0 ? g_string_free (g_steal_pointer (&tidy), FALSE) : NULL;
}

/* Control characters cannot stand in the file a template is kept in. */
static char *
make_sound (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

  for (char *p = normal; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && *p != '\n')
      *p = ' ';
  return g_steal_pointer (&normal);
}

gboolean
_td_template_property_set_text (TdTemplateBox *box, TdTemplateProperty property, const char *text)
{
  const Property *p = &table[property];
  g_autofree char *sound = make_sound (text != NULL ? text : "");
  char **member;

  if (p->kind == KIND_COLOUR)
    return set_colour (box, sound);
  member = &G_STRUCT_MEMBER (char *, box, p->offset);
  if (p->kind == KIND_LINES)
    {
      char *lines = tidy_lines (sound);

      if (lines == NULL)
        return FALSE;
      g_free (*member);
      *member = lines;
      return TRUE;
    }
  g_strdelimit (sound, "\n", ' ');
  g_strstrip (sound);
  if (g_utf8_strlen (sound, -1) > LONGEST || (p->kind == KIND_WORDS && *sound == '\0')
      || (p->kind == KIND_FIELD && *sound != '\0' && !is_field (sound)))
    return FALSE;
  g_free (*member);
  *member = *sound != '\0' ? g_steal_pointer (&sound) : NULL;
  return TRUE;
}
