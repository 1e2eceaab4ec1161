/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-sections"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Paragraphs become a tree. No order of marks is taken for granted – I/1/a/-, A/I/1/-, 1/1.1/1.1.1
 * and Điều/1/a) are all in use: a mark that goes on with an open list is its next member, a new
 * one opens a list below the last. */

#define MAX_DEPTH       16
#define MAX_TITLE_WORDS 40

typedef struct
{
  TdPlanMark mark;
  guint section;
} Open;

typedef struct
{
  TdPlanReading *reading;
  Open open[MAX_DEPTH];
  guint depth;
} Tree;

/* How a sentence ends whose list follows: it is no title. */
static const char *const introductions[] = {
  "như sau", "sau", "sau đây", "dưới đây", "gồm", "bao gồm", "cụ thể", "gồm có", "là", "trong đó",
  "tập trung vào", NULL
};

/* How the words below the last numbered part begin. */
static const char *const closers[] = {
  "trên đây là", "trên đây", "trong quá trình", "kế hoạch này", "hướng dẫn này", "chỉ thị này", "nhận được", "đề nghị", "yêu cầu",
  "căn cứ nội dung", "căn cứ kế hoạch", "ủy ban nhân dân", "chủ tịch ủy ban nhân dân", "ubnd", NULL
};

static gboolean
is_bullet (const TdPlanMark *mark)
{
  return mark->kind == TD_MARKER_DASH || mark->kind == TD_MARKER_PLUS;
}

static gboolean
same_list (const TdPlanMark *a, const TdPlanMark *b)
{
  return a->kind == b->kind && a->style == b->style;
}

/* Parts hold chapters, chapters hold Roman parts and articles, these hold numbers and letters. */
static guint
rank (const TdPlanMark *mark)
{
  switch (mark->kind)
    {
    case TD_MARKER_ROMAN: return mark->style > 0 ? 0 : 1;
    case TD_MARKER_ARTICLE:
    case TD_MARKER_CAPITAL: return 1;
    default: return 2;
    }
}

/* The list that a bullet goes on with, or the depth below which it opens one. */
static guint
place_bullet (const Tree *tree, const TdPlanMark *mark)
{
  for (guint i = tree->depth; i > 0 && is_bullet (&tree->open[i - 1].mark); i--)
    if (same_list (&tree->open[i - 1].mark, mark))
      return i - 1;
  return tree->depth;
}

static guint
place_decimal (const Tree *tree, const TdPlanMark *mark)
{
  for (guint i = tree->depth; i > 0; i--)
    {
      const TdPlanMark *open = &tree->open[i - 1].mark;

      if (open->kind == TD_MARKER_DECIMAL && open->parts == mark->parts && open->prefix == mark->prefix)
        return i - 1;
      if (!is_bullet (open) && open->hash == mark->prefix && open->parts + 1 == mark->parts)
        return i;
    }
  return G_MAXUINT;
}

static guint
place_number (const Tree *tree, const TdPlanMark *mark)
{
  guint top = tree->depth, same = G_MAXUINT, found;

  if (mark->kind == TD_MARKER_DECIMAL)
    {
      found = place_decimal (tree, mark);
      if (found != G_MAXUINT)
        return found;
    }
  while (top > 0 && is_bullet (&tree->open[top - 1].mark))
    top--;
  for (guint i = top; i > 0; i--)
    {
      const TdPlanMark *open = &tree->open[i - 1].mark;
      guint step = mark->value - open->value;

      if (!same_list (open, mark))
        continue;
      if (same == G_MAXUINT)
        same = i - 1;
      if (mark->value > open->value
          && step <= (mark->kind == TD_MARKER_LETTER || mark->kind == TD_MARKER_CAPITAL ? 2 : 1))
        return i - 1;
    }
  if (same != G_MAXUINT && (mark->value > 1 || same + 1 == top))
    return same;
  while (top > 0 && rank (&tree->open[top - 1].mark) > rank (mark))
    top--;
  return top;
}

/* A word of the path: the mark without its points and parentheses. */
static char *
path_word (const TdPlanParagraph *paragraph)
{
  g_autofree char *word = NULL;
  gsize length;

  if (is_bullet (&paragraph->mark))
    return g_strdup (paragraph->mark.kind == TD_MARKER_PLUS ? "+" : "-");
  word = g_strdup (paragraph->marker[0] == '(' ? paragraph->marker + 1 : paragraph->marker);
  for (length = strlen (word); length > 0 && strchr (".):/- ", word[length - 1]) != NULL; length--)
    word[length - 1] = '\0';
  return g_steal_pointer (&word);
}

/* The colon behind a title; quotations and parentheses are passed over. */
static const char *
title_colon (const char *low)
{
  guint open = 0;

  for (const char *at = low; *at != '\0'; at++)
    {
      if (*at == '(' || strncmp (at, "“", 3) == 0)
        open++;
      else if ((*at == ')' || strncmp (at, "”", 3) == 0) && open > 0)
        open--;
      else if (*at == '"' || *at == ';')
        return NULL;
      else if (*at == '.' && at[1] == ' ' && open == 0)
        return NULL;
      else if (*at == ':' && open == 0)
        return at[1] == ' ' || at[1] == '\0' || (guchar) at[1] >= 0x80 || at[1] == '"' ? at : NULL;
      if (at - low > 600)
        return NULL;
    }
  return NULL;
}

/* Whether the next paragraph stands below this one. */
static gboolean
has_child (const TdPlanParagraph *paragraph, const TdPlanParagraph *next)
{
  if (next == NULL)
    return FALSE;
  if (next->mark.length == 0)
    return TRUE;
  if (is_bullet (&next->mark))
    return !is_bullet (&paragraph->mark) || !same_list (&paragraph->mark, &next->mark);
  return !is_bullet (&paragraph->mark) && !same_list (&paragraph->mark, &next->mark) && next->mark.value == 1;
}

/* Whether words before a colon name something, rather than begin a sentence. */
static gboolean
may_be_title (const char *low, gsize length)
{
  guint words = _td_plan_count_words (low, length);

  if (words == 0 || words > MAX_TITLE_WORDS || _td_plan_ends_any (low, length, introductions))
    return FALSE;
  return words <= 6 || _td_plan_starts_any (low, _td_plan_unit_words) > 0
         || _td_plan_starts_any (low, _td_plan_verbs) == 0;
}

/* How many bytes of the text are the title; the colon behind it not counted. */
static gsize
title_length (const TdPlanParagraph *self, const TdPlanParagraph *next)
{
  gsize length = strlen (self->text);
  const char *colon;
  gboolean child = has_child (self, next);

  if (length == 0 || length > 2000)
    {
      colon = length > 0 ? title_colon (self->low) : NULL;
      if (colon == NULL || self->mark.value == 0 || !may_be_title (self->low, colon - self->low))
        return 0;
      return colon - self->low;
    }
  if (_td_plan_is_caps (self->text, length)
      && (self->mark.value > 0 || _td_plan_count_words (self->text, length) > 1))
    return self->text[length - 1] == ':' ? length - 1 : length;
  colon = title_colon (self->low);
  if (colon != NULL && colon[1] != '\0' && colon[strspn (colon + 1, " ") + 1] != '\0')
    {
      gsize prefix = colon - self->low;

      if (self->mark.value > 0 && (_td_plan_is_caps (self->text, prefix) || may_be_title (self->low, prefix)))
        return prefix;
      return 0;
    }
  if (self->mark.length == 0 || (is_bullet (&self->mark) && !child))
    return 0;
  if (colon != NULL)
    return child && may_be_title (self->low, colon - self->low) ? (gsize) (colon - self->low) : 0;
  if (_td_plan_ends_sentence (self->text, length)
      || _td_plan_count_words (self->text, length) > MAX_TITLE_WORDS)
    return 0;
  return child || rank (&self->mark) < 2 ? length : 0;
}

static void
set_texts (TdPlanSection *section, const TdPlanParagraph *self, const TdPlanParagraph *next)
{
  gsize title = title_length (self, next), skip = title;

  if (title > 0)
    {
      section->title = _td_plan_cut (self->text, title);
      while (self->text[skip] == ':' || self->text[skip] == ' ')
        skip++;
      section->form = TD_PLAN_FORM_HEADING;
    }
  else
    section->form = self->mark.length > 0 ? TD_PLAN_FORM_ITEM : TD_PLAN_FORM_PARAGRAPH;
  section->text = _td_plan_cut (self->text + skip, strlen (self->text + skip));
}

static void
add_section (Tree *tree, const TdPlanParagraph *self, const TdPlanParagraph *next)
{
  TdPlanSection *section = g_new0 (TdPlanSection, 1);
  const TdPlanSection *parent = NULL;
  g_autofree char *word = NULL;
  guint depth;

  if (self->mark.length == 0)
    {
      depth = tree->depth;
      while (depth > 0 && is_bullet (&tree->open[depth - 1].mark))
        depth--;
      tree->depth = depth;
    }
  else
    depth = is_bullet (&self->mark) ? place_bullet (tree, &self->mark) : place_number (tree, &self->mark);
  depth = MIN (depth, MAX_DEPTH - 1);

  section->id = tree->reading->sections->len + 1;
  section->parent = depth > 0 ? tree->open[depth - 1].section : 0;
  section->level = depth + 1;
  section->marker_kind = self->mark.kind;
  section->marker = g_strdup (self->marker);
  section->lines = self->lines;
  parent = td_plan_reading_get_section (tree->reading, section->parent);
  if (self->mark.length > 0)
    word = path_word (self);
  if (parent != NULL && word != NULL)
    section->path = g_strconcat (parent->path, "/", word, NULL);
  else
    section->path = g_strdup (word != NULL ? word : parent != NULL ? parent->path
                                                                   : "");
  set_texts (section, self, next);
  g_ptr_array_add (tree->reading->sections, section);

  if (self->mark.length > 0)
    {
      tree->open[depth].mark = self->mark;
      tree->open[depth].section = section->id;
      tree->depth = depth + 1;
    }
}

static char *
join_texts (GPtrArray *paragraphs, guint from)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < paragraphs->len; i++)
    {
      const TdPlanParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (i > from)
        g_string_append_c (text, ' ');
      g_string_append (text, paragraph->text);
    }
  return g_string_free (text, FALSE);
}

/* The paragraphs below the last numbered one that take leave: how many paragraphs remain. */
static guint
cut_closing (TdPlanReader *self)
{
  guint n = self->body->len, first = n;
  gboolean complete = TRUE;

  while (first > 0 && ((const TdPlanParagraph *) g_ptr_array_index (self->body, first - 1))->mark.length == 0)
    first--;
  if (first == 0)
    return n;
  if (first > 0)
    {
      const TdPlanParagraph *last = g_ptr_array_index (self->body, first - 1);

      complete = _td_plan_ends_sentence (last->text, strlen (last->text));
    }
  for (guint i = first; i < n; i++)
    {
      const TdPlanParagraph *paragraph = g_ptr_array_index (self->body, i);
      gboolean takes_leave = _td_plan_starts (paragraph->low, "trên đây")
                             || ((complete || i > first)
                                 && (_td_plan_starts_any (paragraph->low, closers) > 0
                                     || g_str_has_suffix (paragraph->low, "./.")));

      if (!takes_leave)
        continue;
      self->reading->closing = join_texts (self->body, i);
      self->reading->closing_lines.first = paragraph->lines.first;
      self->reading->closing_lines.last
          = ((const TdPlanParagraph *) g_ptr_array_index (self->body, n - 1))->lines.last;
      return i;
    }
  return n;
}

/* Makes the sections of the body. */
void
_td_plan_read_sections (TdPlanReader *self)
{
  Tree tree = { 0 };
  guint n = cut_closing (self);

  tree.reading = self->reading;
  for (guint i = 0; i < n; i++)
    add_section (&tree, g_ptr_array_index (self->body, i),
                 i + 1 < n ? g_ptr_array_index (self->body, i + 1) : NULL);
}

/* The articles of a decision; what stands below an article belongs to its text. */
void
_td_plan_read_articles (TdPlanReader *self)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  GString *text = NULL;
  TdPlanArticle *article = NULL;

  if (g_strcmp0 (self->main.type, "quyết định") != 0)
    return;
  paragraphs = _td_plan_join (self, self->main.body_from, self->main.body_to, TRUE);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TdPlanParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->mark.kind == TD_MARKER_ARTICLE)
        {
          if (article != NULL)
            article->text = g_string_free (text, FALSE);
          article = g_new0 (TdPlanArticle, 1);
          article->number = paragraph->mark.value;
          article->lines = paragraph->lines;
          text = g_string_new (paragraph->text);
          g_ptr_array_add (self->reading->articles, article);
        }
      else if (article != NULL)
        {
          g_string_append_c (text, '\n');
          if (paragraph->marker != NULL)
            g_string_append_printf (text, "%s ", paragraph->marker);
          g_string_append (text, paragraph->text);
          article->lines.last = paragraph->lines.last;
        }
    }
  if (article != NULL)
    article->text = g_string_free (text, FALSE);
}

/* The index behind the last section below one. */
guint
_td_plan_section_end (const TdPlanReading *reading, guint index)
{
  const TdPlanSection *section = g_ptr_array_index (reading->sections, index);
  guint end = index + 1;

  while (end < reading->sections->len
         && ((const TdPlanSection *) g_ptr_array_index (reading->sections, end))->level > section->level)
    end++;
  return end;
}
