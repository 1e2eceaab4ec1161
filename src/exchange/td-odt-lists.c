/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-odt-lists"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "td-odt-lists-private.h"
#include "td-plan-extract-private.h"

/* Lists of OpenDocument 1.3 (part 3, 5.3 and 16.31): how deep one list stands in another tells the level; only the first
 * paragraph of an item has its mark; a list may go on with an earlier one. Headings have a list of their own. */

#define MOST_STYLES 10000
#define MOST_LISTS  100000

typedef struct
{
  TdNumberingLevel levels[TD_NUMBERING_LEVELS];
} Style;

/* A list that is open. */
typedef struct
{
  const Style *style; /* NULL: told by the paragraph, or by none */
  TdNumberingCounter *counter;
  gboolean waits; /* for the first paragraph of its item */
} Open;

struct _TdOdtLists
{
  GHashTable *styles;     /* name → Style */
  GHashTable *paragraphs; /* name of a style of paragraphs → that of its lists */
  GPtrArray *counters;    /* all of them */
  GHashTable *by_id;      /* of a list → its counter */
  GHashTable *by_style;   /* name → the counter of the last list */
  GArray *open;           /* of Open, the innermost last */
  Style *outline;
  TdNumberingCounter headings;
  Style *style; /* being read */
  guint level;
};

static void
style_free (Style *self)
{
  for (guint i = 0; i < TD_NUMBERING_LEVELS; i++)
    g_free (self->levels[i].text);
  g_free (self);
}

TdOdtLists *
_td_odt_lists_new (void)
{
  TdOdtLists *self = g_new0 (TdOdtLists, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_free);
  self->paragraphs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->counters = g_ptr_array_new_with_free_func (g_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_style = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = g_array_new (FALSE, TRUE, sizeof (Open));
  self->outline = g_new0 (Style, 1);
  return self;
}

void
_td_odt_lists_free (TdOdtLists *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->paragraphs);
  g_ptr_array_unref (self->counters);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_style);
  g_array_unref (self->open);
  style_free (self->outline);
  g_free (self);
}

static TdNumbering
numbering_of (const char *format)
{
  switch (format != NULL ? *format : '\0')
    {
    case '\0': return TD_NUMBERING_NONE;
    case 'I': return TD_NUMBERING_UPPER_ROMAN;
    case 'i': return TD_NUMBERING_LOWER_ROMAN;
    case 'A': return TD_NUMBERING_UPPER_LETTER;
    case 'a': return TD_NUMBERING_LOWER_LETTER;
    default: return TD_NUMBERING_DECIMAL;
    }
}

/* "%1%.%2%)" as "%1.%2)". */
static char *
plain_format (const char *format)
{
  GString *text = g_string_new (NULL);

  for (const char *p = format; *p != '\0'; p++)
    {
      g_string_append_c (text, *p);
      if (*p != '%' || !g_ascii_isdigit (p[1]))
        continue;
      while (g_ascii_isdigit (p[1]))
        g_string_append_c (text, *++p);
      p += p[1] == '%';
    }
  return g_string_free (text, FALSE);
}

static char *
build_format (guint level, guint shown, const char *prefix, const char *suffix, gboolean numbered)
{
  GString *text = g_string_new (prefix);

  shown = CLAMP (shown, 1, level);
  for (guint i = level - shown + 1; numbered && i <= level; i++)
    g_string_append_printf (text, "%s%%%u", i > level - shown + 1 ? "." : "", i);
  g_string_append (text, suffix != NULL ? suffix : "");
  return g_string_free (text, FALSE);
}

static void
read_level (Style *style, TdPart *part)
{
  g_autofree char *level_text = td_part_dup_attribute (part, "level");
  g_autofree char *format = td_part_dup_attribute (part, "num-format");
  g_autofree char *whole = td_part_dup_attribute (part, "num-list-format");
  g_autofree char *prefix = td_part_dup_attribute (part, "num-prefix");
  g_autofree char *suffix = td_part_dup_attribute (part, "num-suffix");
  g_autofree char *start = td_part_dup_attribute (part, "start-value");
  g_autofree char *shown = td_part_dup_attribute (part, "display-levels");
  g_autofree char *bullet = td_part_dup_attribute (part, "bullet-char");
  guint number = level_text != NULL ? (guint) CLAMP (atol (level_text), 1, TD_NUMBERING_LEVELS) : 1;
  TdNumberingLevel *level = &style->levels[number - 1];
  g_autofree char *text = NULL;

  g_clear_pointer (&level->text, g_free);
  level->start = start != NULL ? (gint) CLAMP (atol (start), 0, 32767) : 1;
  if (g_str_equal (td_part_get_name (part), "list-level-style-bullet"))
    {
      level->numbering = TD_NUMBERING_BULLET;
      _td_numbering_level_set_text (level, bullet);
      return;
    }
  level->numbering = numbering_of (format);
  if (whole != NULL)
    text = plain_format (whole);
  else
    text = build_format (number, shown != NULL ? (guint) CLAMP (atol (shown), 1, TD_NUMBERING_LEVELS) : 1, prefix, suffix,
                         level->numbering != TD_NUMBERING_NONE);
  _td_numbering_level_set_text (level, text);
}

/* One element before the body. */
void
_td_odt_lists_read_style (TdOdtLists *self, TdPart *part)
{
  const char *element = td_part_get_name (part);

  if (g_str_equal (element, "list-style") || g_str_equal (element, "style"))
    {
      g_autofree char *name = td_part_dup_attribute (part, "name");
      g_autofree char *list = td_part_dup_attribute (part, "list-style-name");

      self->style = NULL;
      if (name == NULL || g_hash_table_size (self->styles) + g_hash_table_size (self->paragraphs) >= MOST_STYLES)
        return;
      if (g_str_equal (element, "list-style"))
        {
          self->style = g_new0 (Style, 1);
          g_hash_table_insert (self->styles, g_steal_pointer (&name), self->style);
        }
      else if (list != NULL)
        g_hash_table_insert (self->paragraphs, g_steal_pointer (&name), g_steal_pointer (&list));
    }
  else if (g_str_equal (element, "outline-style"))
    self->style = self->outline;
  else if (self->style != NULL && (g_str_has_prefix (element, "list-level-style-") || g_str_equal (element, "outline-level-style")))
    read_level (self->style, part);
}

static TdNumberingCounter *
new_counter (TdOdtLists *self)
{
  TdNumberingCounter *counter = g_new0 (TdNumberingCounter, 1);

  g_ptr_array_add (self->counters, counter);
  return counter;
}

/* The counter of a list that stands in no other. */
static TdNumberingCounter *
find_counter (TdOdtLists *self, TdPart *part, const char *style)
{
  g_autofree char *goes_on = td_part_dup_attribute (part, "continue-numbering");
  g_autofree char *with = td_part_dup_attribute (part, "continue-list");
  g_autofree char *id = td_part_dup_attribute (part, "id");
  TdNumberingCounter *counter = NULL;

  if (with != NULL)
    counter = g_hash_table_lookup (self->by_id, with);
  else if (g_strcmp0 (goes_on, "true") == 0)
    counter = g_hash_table_lookup (self->by_style, style != NULL ? style : "");
  if (counter == NULL && self->counters->len >= MOST_LISTS)
    return g_ptr_array_index (self->counters, self->counters->len - 1);
  if (counter == NULL)
    counter = new_counter (self);
  g_hash_table_replace (self->by_style, g_strdup (style != NULL ? style : ""), counter);
  if (id != NULL)
    g_hash_table_replace (self->by_id, g_steal_pointer (&id), counter);
  return counter;
}

void
_td_odt_lists_begin (TdOdtLists *self, TdPart *part)
{
  g_autofree char *style = td_part_dup_attribute (part, "style-name");
  const Open *outer = self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
  Open list = { NULL };

  list.style = style != NULL ? g_hash_table_lookup (self->styles, style) : NULL;
  if (list.style == NULL && outer != NULL)
    list.style = outer->style;
  list.counter = outer != NULL ? outer->counter : find_counter (self, part, style);
  g_array_append_val (self->open, list);
}

/* An item, or the head of a list, which has no mark. */
void
_td_odt_lists_begin_item (TdOdtLists *self, TdPart *part)
{
  g_autofree char *start = td_part_dup_attribute (part, "start-value");
  Open *list = self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
  guint level = MIN (self->open->len, TD_NUMBERING_LEVELS) - 1;

  if (list == NULL)
    return;
  list->waits = g_str_equal (td_part_get_name (part), "list-item");
  if (start == NULL)
    return;
  list->counter->values[level] = (gint) CLAMP (atol (start), 0, 32767) - 1;
  list->counter->begun[level] = TRUE;
}

void
_td_odt_lists_end (TdOdtLists *self)
{
  if (self->open->len > 0)
    g_array_set_size (self->open, self->open->len - 1);
}

static char *
next_heading (TdOdtLists *self, TdPart *part)
{
  g_autofree char *level = td_part_dup_attribute (part, "outline-level");
  g_autofree char *header = td_part_dup_attribute (part, "is-list-header");
  guint n = level != NULL ? (guint) CLAMP (atol (level), 1, TD_NUMBERING_LEVELS) - 1 : 0;

  if (g_strcmp0 (header, "true") == 0 || self->outline->levels[n].numbering == TD_NUMBERING_NONE)
    return NULL;
  return _td_numbering_next (&self->headings, self->outline->levels, n);
}

/**
 * _td_odt_lists_next_mark:
 * @self: the lists
 * @part: at the beginning of a paragraph or heading
 * @style: (nullable): of that
 *
 * Returns: (transfer full) (nullable): the mark it has, if it has one
 */
char *
_td_odt_lists_next_mark (TdOdtLists *self, TdPart *part, const char *style)
{
  Open *list = self->open->len > 0 ? &g_array_index (self->open, Open, self->open->len - 1) : NULL;
  const char *by_style = style != NULL ? g_hash_table_lookup (self->paragraphs, style) : NULL;
  const Style *look;

  if (list == NULL)
    return g_str_equal (td_part_get_name (part), "h") ? next_heading (self, part) : NULL;
  if (!list->waits)
    return NULL;
  /* What goes on in a list within has no mark of the items around it. */
  for (guint i = 0; i < self->open->len; i++)
    g_array_index (self->open, Open, i).waits = FALSE;
  look = list->style;
  if (look == NULL && by_style != NULL)
    look = g_hash_table_lookup (self->styles, by_style);
  if (look == NULL)
    return NULL;
  return _td_numbering_next (list->counter, look->levels, MIN (self->open->len, TD_NUMBERING_LEVELS) - 1);
}
