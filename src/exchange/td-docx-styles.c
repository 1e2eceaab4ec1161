/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-docx-styles"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-docx-styles-private.h"
#include "td-plan-extract-private.h"

/* Styles (ECMA-376 part 1, 17.7) and lists (17.9): a list is an instance of an abstract one, which it may start anew or write
 * otherwise; a paragraph is of a list by itself or by its style. */

#define MOST_STYLES 10000
#define MOST_LISTS  20000
#define MOST_BASES  20

typedef struct
{
  char *based_on;
  char *font; /* of the table of fonts */
  gboolean contents;
  int capitals, hidden; /* -1 not told */
  int list, level;      /* -1 not told */
} Style;

typedef struct
{
  TdNumberingLevel levels[TD_NUMBERING_LEVELS];
  char *level_styles[TD_NUMBERING_LEVELS];
  TdNumberingCounter counter;
  char *by_style; /* the style whose list this is one of */
} Abstract;

typedef struct
{
  int abstract;
  int starts[TD_NUMBERING_LEVELS]; /* -1 goes on */
  TdNumberingLevel *levels;        /* of its own, or NULL */
  gboolean used;
} List;

struct _TdDocxStyles
{
  GHashTable *styles;    /* id → Style */
  GHashTable *fonts;     /* every name of a font once */
  GHashTable *abstracts; /* number → Abstract */
  GHashTable *lists;     /* number → List */
  Style *defaults;
  char *default_style; /* of paragraphs */
};

static void
style_free (Style *self)
{
  g_free (self->based_on);
  g_free (self);
}

static void
clear_levels (TdNumberingLevel *levels)
{
  for (guint i = 0; i < TD_NUMBERING_LEVELS; i++)
    g_free (levels[i].text);
}

static void
abstract_free (Abstract *self)
{
  clear_levels (self->levels);
  for (guint i = 0; i < TD_NUMBERING_LEVELS; i++)
    g_free (self->level_styles[i]);
  g_free (self->by_style);
  g_free (self);
}

static void
list_free (List *self)
{
  if (self->levels != NULL)
    clear_levels (self->levels);
  g_free (self->levels);
  g_free (self);
}

void
_td_docx_styles_free (TdDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->lists);
  style_free (self->defaults);
  g_free (self->default_style);
  g_free (self);
}

/* <w:caps/> is on, <w:caps w:val="0"/> off. */
static gboolean
is_on (TdPart *part)
{
  g_autofree char *value = td_part_dup_attribute (part, "val");

  return value == NULL || (!g_str_equal (value, "0") && !g_str_equal (value, "false") && !g_str_equal (value, "off"));
}

static const char *
intern_font (TdDocxStyles *self, TdPart *part)
{
  g_autofree char *ascii = td_part_dup_attribute (part, "ascii");
  g_autofree char *name = ascii != NULL ? g_steal_pointer (&ascii) : td_part_dup_attribute (part, "hAnsi");
  const char *known;

  if (name == NULL || g_hash_table_size (self->fonts) >= MOST_STYLES)
    return NULL;
  known = g_hash_table_lookup (self->fonts, name);
  if (known == NULL)
    {
      known = g_strdup (name);
      g_hash_table_add (self->fonts, (gpointer) known);
    }
  return known;
}

/* One element of the look of a run. */
void
_td_docx_look_read (TdDocxLook *self, TdDocxStyles *styles, TdPart *part)
{
  if (td_part_is (part, "rFonts"))
    {
      const char *font = intern_font (styles, part);

      if (font != NULL)
        self->font = font;
    }
  else if (td_part_is (part, "caps"))
    self->capitals = is_on (part);
  else if (td_part_is (part, "vanish"))
    self->hidden = is_on (part);
}

static Style *
style_new (void)
{
  Style *style = g_new0 (Style, 1);

  style->capitals = style->hidden = style->list = style->level = -1;
  return style;
}

static Style *
begin_style (TdDocxStyles *self, TdPart *part)
{
  g_autofree char *type = td_part_dup_attribute (part, "type");
  g_autofree char *id = td_part_dup_attribute (part, "styleId");
  g_autofree char *is_default = td_part_dup_attribute (part, "default");
  Style *style;

  if (id == NULL || g_hash_table_size (self->styles) >= MOST_STYLES)
    return NULL;
  if (g_strcmp0 (type, "paragraph") == 0 && g_strcmp0 (is_default, "1") == 0 && self->default_style == NULL)
    self->default_style = g_strdup (id);
  style = style_new ();
  g_hash_table_insert (self->styles, g_steal_pointer (&id), style);
  return style;
}

static void
read_style_part (TdDocxStyles *self, Style *style, TdPart *part)
{
  if (td_part_is (part, "basedOn") && style->based_on == NULL)
    style->based_on = td_part_dup_attribute (part, "val");
  else if (td_part_is (part, "name"))
    {
      g_autofree char *name = td_part_dup_attribute (part, "val");

      style->contents = name != NULL && g_ascii_strncasecmp (name, "toc ", 4) == 0 && g_ascii_isdigit (name[4]);
    }
  else if (td_part_is (part, "rFonts") && style->font == NULL)
    style->font = (char *) intern_font (self, part);
  else if (td_part_is (part, "caps"))
    style->capitals = is_on (part);
  else if (td_part_is (part, "vanish"))
    style->hidden = is_on (part);
  else if (td_part_is (part, "numId"))
    style->list = td_part_get_int (part, "val", -1);
  else if (td_part_is (part, "ilvl"))
    style->level = td_part_get_int (part, "val", -1);
}

static gboolean
read_styles (TdDocxStyles *self, TdPackage *package, const char *name, GError **error)
{
  g_autoptr (TdPart) part = td_package_open_part (package, name, error);
  Style *style = NULL;
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    {
      if (type != XML_READER_TYPE_ELEMENT)
        continue;
      if (td_part_is (part, "style"))
        style = begin_style (self, part);
      else if (td_part_is (part, "docDefaults"))
        style = self->defaults;
      else if (td_part_is (part, "tblStylePr") || td_part_is (part, "latentStyles"))
        td_part_skip (part);
      else if (style != NULL)
        read_style_part (self, style, part);
    }
  return part != NULL && td_part_finish (part, error);
}

/* The formats that Vietnamese documents number with; others are written as 1, 2, 3. */
static TdNumbering
numbering_of (const char *format)
{
  static const struct
  {
    const char *name;
    TdNumbering numbering;
  } formats[] = {
    { "upperRoman", TD_NUMBERING_UPPER_ROMAN },
    { "lowerRoman", TD_NUMBERING_LOWER_ROMAN },
    { "upperLetter", TD_NUMBERING_UPPER_LETTER },
    { "lowerLetter", TD_NUMBERING_LOWER_LETTER },
    { "bullet", TD_NUMBERING_BULLET },
    { "none", TD_NUMBERING_NONE },
  };

  for (guint i = 0; format != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, format))
      return formats[i].numbering;
  return TD_NUMBERING_DECIMAL;
}

static void
read_level_part (TdNumberingLevel *level, char **style, TdPart *part)
{
  g_autofree char *value = td_part_dup_attribute (part, "val");

  if (td_part_is (part, "start"))
    level->start = td_part_get_int (part, "val", 1);
  else if (td_part_is (part, "numFmt"))
    level->numbering = numbering_of (value);
  else if (td_part_is (part, "lvlText") && value != NULL)
    _td_numbering_level_set_text (level, value);
  else if (td_part_is (part, "lvlRestart"))
    level->keeps = g_strcmp0 (value, "0") == 0;
  else if (td_part_is (part, "isLgl"))
    level->decimal = is_on (part);
  else if (td_part_is (part, "pStyle") && style != NULL && *style == NULL)
    *style = g_steal_pointer (&value);
}

typedef struct
{
  Abstract *abstract;
  List *list;
  int index; /* of the level */
} Lists;

static TdNumberingLevel *
level_at (Lists *open)
{
  TdNumberingLevel *levels = open->list != NULL ? open->list->levels : open->abstract != NULL ? open->abstract->levels
                                                                                              : NULL;

  return levels != NULL && open->index >= 0 && open->index < TD_NUMBERING_LEVELS ? &levels[open->index] : NULL;
}

static void
begin_list (TdDocxStyles *self, Lists *open, TdPart *part)
{
  gboolean abstract = td_part_is (part, "abstractNum");
  int number = td_part_get_int (part, abstract ? "abstractNumId" : "numId", -1);

  *open = (Lists){ .index = -1 };
  if (g_hash_table_size (self->lists) + g_hash_table_size (self->abstracts) >= MOST_LISTS)
    return;
  if (abstract)
    {
      open->abstract = g_new0 (Abstract, 1);
      g_hash_table_insert (self->abstracts, GINT_TO_POINTER (number), open->abstract);
      return;
    }
  open->list = g_new0 (List, 1);
  open->list->abstract = -1;
  for (guint i = 0; i < TD_NUMBERING_LEVELS; i++)
    open->list->starts[i] = -1;
  g_hash_table_insert (self->lists, GINT_TO_POINTER (number), open->list);
}

/* A list that writes a level otherwise has all levels of its own from then on. */
static void
copy_levels (TdDocxStyles *self, List *list)
{
  const Abstract *abstract = g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (list->abstract));

  if (list->levels != NULL || abstract == NULL)
    return;
  list->levels = g_memdup2 (abstract->levels, sizeof abstract->levels);
  for (guint i = 0; i < TD_NUMBERING_LEVELS; i++)
    list->levels[i].text = g_strdup (abstract->levels[i].text);
}

static void
read_numbering_part (TdDocxStyles *self, Lists *open, TdPart *part)
{
  TdNumberingLevel *level;

  if (td_part_is (part, "abstractNum") || td_part_is (part, "num"))
    begin_list (self, open, part);
  else if (td_part_is (part, "abstractNumId") && open->list != NULL)
    open->list->abstract = td_part_get_int (part, "val", -1);
  else if (td_part_is (part, "numStyleLink") && open->abstract != NULL && open->abstract->by_style == NULL)
    open->abstract->by_style = td_part_dup_attribute (part, "val");
  else if (td_part_is (part, "lvlOverride"))
    open->index = td_part_get_int (part, "ilvl", -1);
  else if (td_part_is (part, "startOverride") && open->list != NULL && open->index >= 0 && open->index < TD_NUMBERING_LEVELS)
    open->list->starts[open->index] = MAX (td_part_get_int (part, "val", 1), 0);
  else if (td_part_is (part, "lvl"))
    {
      open->index = td_part_get_int (part, "ilvl", -1);
      if (open->list != NULL)
        copy_levels (self, open->list);
      if ((level = level_at (open)) != NULL)
        level->start = 1;
    }
  else if ((level = level_at (open)) != NULL)
    read_level_part (level, open->abstract != NULL ? &open->abstract->level_styles[open->index] : NULL, part);
}

static gboolean
read_numbering (TdDocxStyles *self, TdPackage *package, const char *name, GError **error)
{
  g_autoptr (TdPart) part = td_package_open_part (package, name, error);
  Lists open = { .index = -1 };
  int type;

  while (part != NULL && (type = td_part_next (part)) != 0)
    if (type == XML_READER_TYPE_ELEMENT)
      read_numbering_part (self, &open, part);
  return part != NULL && td_part_finish (part, error);
}

/* @main_part: the document; its styles lie beside it */
TdDocxStyles *
_td_docx_styles_read (TdPackage *package, const char *main_part, GError **error)
{
  g_autoptr (TdDocxStyles) self = g_new0 (TdDocxStyles, 1);
  g_autofree char *folder = g_path_get_dirname (main_part);
  g_autofree char *styles = g_build_filename (folder, "styles.xml", NULL);
  g_autofree char *numbering = g_build_filename (folder, "numbering.xml", NULL);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_free);
  self->fonts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->abstracts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) abstract_free);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) list_free);
  self->defaults = style_new ();
  if (td_package_has (package, styles) && !read_styles (self, package, styles, error))
    return NULL;
  if (td_package_has (package, numbering) && !read_numbering (self, package, numbering, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* @id: NULL for the style of paragraphs that have none */
TdDocxLook
_td_docx_styles_look_up (TdDocxStyles *self, const char *id)
{
  TdDocxLook look = { NULL };
  int capitals = -1, hidden = -1;
  const Style *style;

  if (id == NULL)
    id = self->default_style;
  for (guint i = 0; i < MOST_BASES && id != NULL && (style = g_hash_table_lookup (self->styles, id)) != NULL; i++)
    {
      look.font = look.font != NULL ? look.font : style->font;
      capitals = capitals >= 0 ? capitals : style->capitals;
      hidden = hidden >= 0 ? hidden : style->hidden;
      id = style->based_on;
    }
  look.font = look.font != NULL ? look.font : self->defaults->font;
  look.capitals = capitals > 0;
  look.hidden = hidden > 0;
  return look;
}

/* Whether a paragraph of this style is a line of a table of contents. */
gboolean
_td_docx_styles_is_contents (TdDocxStyles *self, const char *id)
{
  const Style *style = id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;

  return style != NULL && style->contents;
}

/* What a style and those it is made from say of the list. */
static void
complete_by_style (TdDocxStyles *self, const char *id, int *list, int *level)
{
  const Style *style;

  for (guint i = 0; i < MOST_BASES && id != NULL && (style = g_hash_table_lookup (self->styles, id)) != NULL; i++)
    {
      if (*list < 0)
        *list = style->list;
      if (*level < 0)
        *level = style->level;
      id = style->based_on;
    }
}

static Abstract *
find_abstract (TdDocxStyles *self, const List *list)
{
  Abstract *abstract = g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (list->abstract));
  const Style *style = abstract != NULL && abstract->by_style != NULL ? g_hash_table_lookup (self->styles, abstract->by_style) : NULL;
  const List *other = style != NULL ? g_hash_table_lookup (self->lists, GINT_TO_POINTER (style->list)) : NULL;
  Abstract *linked = other != NULL ? g_hash_table_lookup (self->abstracts, GINT_TO_POINTER (other->abstract)) : NULL;

  return linked != NULL ? linked : abstract;
}

/* The level that a list keeps for a style. */
static int
level_of_style (const Abstract *abstract, const char *style)
{
  for (int i = 0; style != NULL && i < TD_NUMBERING_LEVELS; i++)
    if (g_strcmp0 (abstract->level_styles[i], style) == 0)
      return i;
  return 0;
}

/**
 * _td_docx_styles_next_mark:
 * @self: the styles
 * @style: (nullable): of a paragraph
 * @list: the list it says it is of, -1 when it says none
 * @level: the same
 *
 * Goes to the next item of the paragraph's list.
 *
 * Returns: (transfer full) (nullable): its mark, %NULL when it is of no list
 */
char *
_td_docx_styles_next_mark (TdDocxStyles *self, const char *style, int list, int level)
{
  List *found;
  Abstract *abstract;

  complete_by_style (self, style != NULL ? style : self->default_style, &list, &level);
  found = list > 0 ? g_hash_table_lookup (self->lists, GINT_TO_POINTER (list)) : NULL;
  abstract = found != NULL ? find_abstract (self, found) : NULL;
  if (abstract == NULL)
    return NULL;
  if (level < 0)
    level = level_of_style (abstract, style);
  if (!found->used)
    for (guint i = 0; i < TD_NUMBERING_LEVELS; i++)
      if (found->starts[i] >= 0)
        {
          abstract->counter.begun[i] = TRUE;
          abstract->counter.values[i] = found->starts[i] - 1;
        }
  found->used = TRUE;
  return _td_numbering_next (&abstract->counter, found->levels != NULL ? found->levels : abstract->levels, MIN (level, TD_NUMBERING_LEVELS - 1));
}
