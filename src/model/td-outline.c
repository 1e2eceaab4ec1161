/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-outline"

#include "config.h"

#include <string.h>

#include "td-outline.h"

/* The clauses of a plan in their order, as an outline: what nesting, moving and deleting do to them, and the marks and
 * paths that follow from where a clause stands. The order and the levels are all there is; marks are never kept by
 * hand. Ways of marking: NĐ 30/2020, Phụ lục I, II.5, and the two that plans are written in besides. */

#define MOST_LEVELS 6

struct _TdOutline
{
  GObject parent_instance;

  char *marks;
  GPtrArray *clauses; /* TdClause */
};

G_DEFINE_FINAL_TYPE (TdOutline, td_outline, G_TYPE_OBJECT)

/* A way of marking: the kind of each level, as td_marker_kind_to_nick() names them. */
typedef struct
{
  const char *nick;
  const char *kinds[MOST_LEVELS + 1];
} Scheme;

static const Scheme schemes[] = {
  { "roman", { "roman", "arabic", "letter", "dash", "plus", NULL } },
  { "decimal", { "arabic", "decimal", "decimal", "letter", "dash", "plus", NULL } },
  { "article", { "article", "arabic", "letter", "dash", "plus", NULL } },
};

static const Scheme *
get_scheme (TdOutline *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_strcmp0 (schemes[i].nick, self->marks) == 0)
      return &schemes[i];
  return &schemes[0];
}

static void
td_outline_finalize (GObject *object)
{
  TdOutline *self = TD_OUTLINE (object);

  g_free (self->marks);
  g_ptr_array_unref (self->clauses);
  G_OBJECT_CLASS (td_outline_parent_class)->finalize (object);
}

static void
td_outline_class_init (TdOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_outline_finalize;
}

static void
td_outline_init (TdOutline *self)
{
  self->clauses = g_ptr_array_new_with_free_func (g_object_unref);
}

static guint
level_at (TdOutline *self, guint position)
{
  return (guint) td_outline_get (self, position)->level;
}

static void
set_level (TdClause *clause, guint level)
{
  g_object_set (clause, "level", (gint64) level, NULL);
}

/* No level is left out on the way down, and none is below the last that has a mark. */
static void
straighten (TdOutline *self)
{
  guint before = 0;

  for (guint i = 0; i < self->clauses->len; i++)
    {
      guint level = CLAMP (td_outline_get (self, i)->level, 1, (gint64) MIN (before + 1, td_outline_get_deepest (self)));

      if (td_outline_get (self, i)->level != level)
        set_level (td_outline_get (self, i), level);
      before = level;
    }
}

/**
 * td_outline_new:
 * @marks: (nullable): one of td_choices_outline_marks; the first when it is none
 * @clauses: (element-type TdClause): the clauses of one plan in their order; they are changed in place
 *
 * Returns: (transfer full): the outline they make
 */
TdOutline *
td_outline_new (const char *marks, GPtrArray *clauses)
{
  TdOutline *self = g_object_new (TD_TYPE_OUTLINE, NULL);

  self->marks = g_strdup (marks);
  for (guint i = 0; i < clauses->len; i++)
    g_ptr_array_add (self->clauses, g_object_ref (g_ptr_array_index (clauses, i)));
  straighten (self);
  return self;
}

/**
 * td_outline_get_n:
 * @self: an outline
 *
 * Returns: how many clauses it has
 */
guint
td_outline_get_n (TdOutline *self)
{
  return self->clauses->len;
}

/**
 * td_outline_get:
 * @self: an outline
 * @position: from 0
 *
 * Returns: (transfer none): the clause there
 */
TdClause *
td_outline_get (TdOutline *self, guint position)
{
  g_return_val_if_fail (position < self->clauses->len, NULL);

  return g_ptr_array_index (self->clauses, position);
}

/**
 * td_outline_find:
 * @self: an outline
 * @id: of a clause
 *
 * Returns: its position; %TD_OUTLINE_NONE when it is not there
 */
guint
td_outline_find (TdOutline *self, gint64 id)
{
  for (guint i = 0; i < self->clauses->len; i++)
    if (td_entity_get_id (TD_ENTITY (td_outline_get (self, i))) == id)
      return i;
  return TD_OUTLINE_NONE;
}

/**
 * td_outline_get_end:
 * @self: an outline
 * @position: from 0
 *
 * Returns: the position behind the last clause that belongs to the one at @position
 */
guint
td_outline_get_end (TdOutline *self, guint position)
{
  guint end = position + 1;

  while (end < self->clauses->len && level_at (self, end) > level_at (self, position))
    end++;
  return end;
}

/**
 * td_outline_get_parent:
 * @self: an outline
 * @position: from 0
 *
 * Returns: the position of the clause it belongs to; %TD_OUTLINE_NONE at the top
 */
guint
td_outline_get_parent (TdOutline *self, guint position)
{
  for (guint i = position; i > 0; i--)
    if (level_at (self, i - 1) < level_at (self, position))
      return i - 1;
  return TD_OUTLINE_NONE;
}

/**
 * td_outline_get_deepest:
 * @self: an outline
 *
 * Returns: the lowest level its marks know, from 1
 */
guint
td_outline_get_deepest (TdOutline *self)
{
  return g_strv_length ((char **) get_scheme (self)->kinds);
}

/**
 * td_outline_insert:
 * @self: an outline
 * @position: where it is to stand
 * @level: from 1; no more than one below the clause before it
 * @form: what it is
 *
 * Returns: (transfer none): a new, empty clause
 */
TdClause *
td_outline_insert (TdOutline *self, guint position, guint level, TdOutlineForm form)
{
  TdClause *clause = g_object_new (TD_TYPE_CLAUSE, "level", (gint64) level, NULL);

  td_outline_set_form (clause, form);
  g_ptr_array_insert (self->clauses, (int) MIN (position, self->clauses->len), clause);
  straighten (self);
  return clause;
}

/**
 * td_outline_add:
 * @self: an outline
 * @below: the clause it comes below; %TD_OUTLINE_NONE for the end
 *
 * What Enter does: the next of its kind, or the first of what belongs to it when something does.
 *
 * Returns: (transfer none): a new, empty clause
 */
TdClause *
td_outline_add (TdOutline *self, guint below)
{
  guint level;

  if (below == TD_OUTLINE_NONE || below >= self->clauses->len)
    return td_outline_insert (self, self->clauses->len, 1, TD_OUTLINE_HEADING);
  level = level_at (self, below);
  if (td_outline_get_end (self, below) > below + 1)
    return td_outline_insert (self, below + 1, level + 1, td_outline_get_form (td_outline_get (self, below + 1)));
  return td_outline_insert (self, below + 1, level, td_outline_get_form (td_outline_get (self, below)));
}

static gboolean
is_empty (TdClause *clause)
{
  return clause->title == NULL && clause->body == NULL;
}

static void
shift (TdOutline *self, guint position, int by)
{
  guint end = td_outline_get_end (self, position);
  TdClause *clause = td_outline_get (self, position);

  for (guint i = position; i < end; i++)
    set_level (td_outline_get (self, i), (guint) ((int) level_at (self, i) + by));
  /* What nobody has written yet becomes what stands at its level by custom. */
  if (is_empty (clause) && td_outline_get_form (clause) != TD_OUTLINE_PARAGRAPH)
    td_outline_set_form (clause, clause->level == 1 ? TD_OUTLINE_HEADING : TD_OUTLINE_ITEM);
}

/**
 * td_outline_nest:
 * @self: an outline
 * @position: from 0
 *
 * Puts a clause with all that belongs to it below the one before it.
 *
 * Returns: whether there is one and a level for it
 */
gboolean
td_outline_nest (TdOutline *self, guint position)
{
  guint end = td_outline_get_end (self, position);

  if (position == 0 || level_at (self, position - 1) < level_at (self, position))
    return FALSE;
  for (guint i = position; i < end; i++)
    if (level_at (self, i) >= td_outline_get_deepest (self))
      return FALSE;
  shift (self, position, 1);
  return TRUE;
}

/**
 * td_outline_unnest:
 * @self: an outline
 * @position: from 0
 *
 * Takes a clause out of what it belongs to; what followed it there belongs to it from now on.
 *
 * Returns: whether it was not at the top
 */
gboolean
td_outline_unnest (TdOutline *self, guint position)
{
  if (level_at (self, position) == 1)
    return FALSE;
  shift (self, position, -1);
  return TRUE;
}

/* [from, until) goes to stand before @to, which is outside of it. */
static void
carry (TdOutline *self, guint from, guint until, guint to)
{
  g_autoptr (GPtrArray) part = g_ptr_array_new ();

  for (guint i = from; i < until; i++)
    g_ptr_array_add (part, g_object_ref (td_outline_get (self, i)));
  g_ptr_array_remove_range (self->clauses, from, until - from);
  if (to > from)
    to -= until - from;
  for (guint i = 0; i < part->len; i++)
    g_ptr_array_insert (self->clauses, (int) (to + i), g_ptr_array_index (part, i));
}

/**
 * td_outline_move:
 * @self: an outline
 * @position: from 0
 * @down: whether down
 *
 * Moves a clause with all that belongs to it past the next one of its level; at the edge of what it belongs to into
 * the next of those.
 *
 * Returns: whether there was somewhere to go
 */
gboolean
td_outline_move (TdOutline *self, guint position, gboolean down)
{
  guint end = td_outline_get_end (self, position);
  guint level = level_at (self, position);

  if (down)
    {
      if (end >= self->clauses->len || (level_at (self, end) != level && level_at (self, end) + 1 != level))
        return FALSE;
      carry (self, position, end, level_at (self, end) == level ? td_outline_get_end (self, end) : end + 1);
      return TRUE;
    }
  for (guint i = position; i > 0; i--)
    {
      guint before = level_at (self, i - 1);

      if (before == level)
        {
          carry (self, position, end, i - 1);
          return TRUE;
        }
      /* First of its parent: last of the parent's neighbour, when there is one of the same level. */
      if (before + 1 == level)
        {
          if (i - 1 == 0 || level_at (self, i - 2) < before)
            return FALSE;
          carry (self, position, end, i - 1);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * td_outline_remove:
 * @self: an outline
 * @position: from 0
 *
 * Takes out a clause with all that belongs to it.
 */
void
td_outline_remove (TdOutline *self, guint position)
{
  g_ptr_array_remove_range (self->clauses, position, td_outline_get_end (self, position) - position);
}

/**
 * td_outline_set_marks:
 * @self: an outline
 * @marks: one of td_choices_outline_marks
 *
 * What lies deeper than the new marks go is lifted to their last level.
 */
void
td_outline_set_marks (TdOutline *self, const char *marks)
{
  g_free (self->marks);
  self->marks = g_strdup (marks);
  straighten (self);
}

/* Numbers */

static char *
dup_roman (guint value)
{
  static const struct
  {
    guint value;
    const char *text;
  } digits[] = { { 1000, "M" }, { 900, "CM" }, { 500, "D" }, { 400, "CD" }, { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" }, { 9, "IX" }, { 5, "V" }, { 4, "IV" }, { 1, "I" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    for (; value >= digits[i].value; value -= digits[i].value)
      g_string_append (text, digits[i].text);
  return g_string_free (text, FALSE);
}

/* Điểm go by the Vietnamese alphabet (NĐ 30/2020): a, b, c, d, đ, e, g …; behind y they are doubled. */
static char *
dup_letter (guint value)
{
  static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= (value - 1) / G_N_ELEMENTS (letters); i++)
    g_string_append (text, letters[(value - 1) % G_N_ELEMENTS (letters)]);
  return g_string_free (text, FALSE);
}

/* The mark as it is read, and its word in the path: the mark without its point or parenthesis. */
static char *
dup_mark (const char *kind, const guint *counts, guint level, char **word)
{
  guint value = counts[level];

  if (g_str_equal (kind, "dash") || g_str_equal (kind, "plus"))
    {
      *word = g_strdup (g_str_equal (kind, "dash") ? "-" : "+");
      return g_strdup (*word);
    }
  if (g_str_equal (kind, "letter"))
    {
      *word = dup_letter (value);
      return g_strconcat (*word, ")", NULL);
    }
  if (g_str_equal (kind, "roman"))
    *word = dup_roman (value);
  else if (g_str_equal (kind, "article"))
    *word = g_strdup_printf ("Điều %u", value);
  else if (g_str_equal (kind, "decimal"))
    {
      GString *text = g_string_new (NULL);

      for (guint i = 1; i <= level; i++)
        g_string_append_printf (text, "%s%u", i > 1 ? "." : "", counts[i]);
      *word = g_string_free (text, FALSE);
    }
  else
    *word = g_strdup_printf ("%u", value);
  return g_strconcat (*word, ".", NULL);
}

static void
number_one (TdOutline *self, guint position, const guint *counts, const char *above)
{
  TdClause *clause = td_outline_get (self, position);
  const char *kind = get_scheme (self)->kinds[clause->level - 1];
  g_autofree char *word = NULL;
  g_autofree char *mark = NULL;
  g_autofree char *path = NULL;

  if (td_outline_get_form (clause) == TD_OUTLINE_PARAGRAPH)
    kind = "text";
  else
    mark = dup_mark (kind, counts, (guint) clause->level, &word);
  path = word != NULL && above != NULL ? g_strconcat (above, "/", word, NULL) : g_strdup (word != NULL ? word : above);
  g_object_set (clause, "position", (gint64) position + 1, "marker", mark, "marker-kind", kind, "path", path, NULL);
}

/**
 * td_outline_number:
 * @self: an outline
 *
 * Gives every clause its position, mark and path. Paragraphs have no mark and are not counted. A dash of the same
 * parent has the path of its neighbours, as in a plan that was read.
 */
void
td_outline_number (TdOutline *self)
{
  guint counts[MOST_LEVELS + 2] = { 0 };
  const char *paths[MOST_LEVELS + 2] = { NULL };

  for (guint i = 0; i < self->clauses->len; i++)
    {
      TdClause *clause = td_outline_get (self, i);
      guint level = (guint) clause->level;

      if (td_outline_get_form (clause) != TD_OUTLINE_PARAGRAPH)
        counts[level]++;
      for (guint deeper = level + 1; deeper < G_N_ELEMENTS (counts); deeper++)
        counts[deeper] = 0;
      number_one (self, i, counts, level > 1 ? paths[level - 1] : NULL);
      paths[level] = clause->path;
    }
}

/* What a clause says */

/**
 * td_outline_get_form:
 * @clause: a clause
 *
 * Returns: what it is
 */
TdOutlineForm
td_outline_get_form (TdClause *clause)
{
  if (g_strcmp0 (clause->form, "heading") == 0)
    return TD_OUTLINE_HEADING;
  return g_strcmp0 (clause->form, "paragraph") == 0 ? TD_OUTLINE_PARAGRAPH : TD_OUTLINE_ITEM;
}

/**
 * td_outline_set_form:
 * @clause: a clause
 * @form: what it is to be; its words stay
 */
void
td_outline_set_form (TdClause *clause, TdOutlineForm form)
{
  static const char *const nicks[] = { "heading", "item", "paragraph" };
  g_autofree char *text = td_outline_dup_text (clause);

  g_object_set (clause, "form", nicks[form], NULL);
  td_outline_set_text (clause, text);
}

/**
 * td_outline_dup_text:
 * @clause: a clause
 *
 * Returns: (transfer full): its words as they are edited: of a heading the title is the first line
 */
char *
td_outline_dup_text (TdClause *clause)
{
  if (clause->title == NULL || clause->body == NULL)
    return g_strdup (clause->title != NULL ? clause->title : clause->body != NULL ? clause->body
                                                                                  : "");
  return g_strconcat (clause->title, "\n", clause->body, NULL);
}

/**
 * td_outline_set_text:
 * @clause: a clause
 * @text: its words as they are edited
 */
void
td_outline_set_text (TdClause *clause, const char *text)
{
  const char *end = td_outline_get_form (clause) == TD_OUTLINE_HEADING ? text + strcspn (text, "\n") : text;
  g_autofree char *title = g_strstrip (g_strndup (text, (gsize) (end - text)));
  g_autofree char *body = g_strstrip (g_strdup (end));

  g_object_set (clause, "title", *title != '\0' ? title : NULL, "body", *body != '\0' ? body : NULL, NULL);
}
