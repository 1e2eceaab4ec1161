/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-fill"

#include "config.h"

#include "td-letter-fill-private.h"
#include "td-number.h"

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, BAD_CAST name);
}

static xmlNode *
find_child (xmlNode *parent, const char *name)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (is_element (child, name))
      return child;
  return NULL;
}

/* The text of a child, or %NULL when it is absent or its condition does not hold. */
static char *
dup_child (TdLetterFields *fields, xmlNode *parent, const char *name)
{
  xmlNode *child = find_child (parent, name);

  if (child == NULL || !td_letter_fields_hold (fields, child, "when"))
    return NULL;
  return td_letter_fields_expand (fields, child);
}

static void
fill_head (TdLetterFields *fields, TdLetter *letter)
{
  const struct
  {
    const char *name;
    char **place;
  } parts[] = {
    { "state", &letter->state },
    { "motto", &letter->motto },
    { "governing-body", &letter->governing_body },
    { "issuing-body", &letter->issuing_body },
    { "number", &letter->number },
    { "place-date", &letter->place_date },
    { "draft-mark", &letter->draft_mark },
    { "type-name", &letter->type_name },
    { "abstract", &letter->abstract },
    { "about", &letter->about },
    { "authority", &letter->authority },
    { "order-word", &letter->order_word },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    *parts[i].place = dup_child (fields, fields->root, parts[i].name);
}

/* One stands on the line of the label; several stand below each other, as in a list. */
static void
fill_addressees (TdLetterFields *fields, TdLetter *letter)
{
  xmlNode *part = find_child (fields->root, "addressees");
  GPtrArray *addressees = letter->addressees;

  if (part == NULL)
    return;
  letter->addressees_label = td_letter_dup_attribute (part, "label");
  for (xmlNode *node = part->children; node != NULL; node = node->next)
    if (is_element (node, "addressee") && td_letter_fields_hold (fields, node, "when"))
      g_ptr_array_add (addressees, td_letter_fields_expand (fields, node));
  for (guint i = 0; addressees->len > 1 && i < addressees->len; i++)
    {
      char *addressee = g_ptr_array_index (addressees, i);

      addressees->pdata[i] = g_strconcat (addressee, i + 1 < addressees->len ? ";" : ".", NULL);
      g_free (addressee);
    }
}

static GPtrArray *
choose_citations (TdLetterFields *fields, xmlNode *base, GPtrArray *documents)
{
  g_autofree char *topic = td_letter_dup_attribute (base, "cite");
  g_autofree char *each = td_letter_dup_attribute (base, "each");

  if (topic != NULL)
    return td_letter_cite_topic (fields, documents, topic);
  return each != NULL ? td_letter_cite_bases (fields) : NULL;
}

static void
fill_bases (TdLetterFields *fields, GPtrArray *documents, GPtrArray *bases)
{
  for (xmlNode *node = fields->root->children; node != NULL; node = node->next)
    {
      g_autoptr (GPtrArray) citations = NULL;

      if (!is_element (node, "base") || !td_letter_fields_hold (fields, node, "when"))
        continue;
      citations = choose_citations (fields, node, documents);
      for (guint i = 0; citations == NULL ? i < 1 : i < citations->len; i++)
        {
          if (citations != NULL)
            td_letter_fields_set (fields, "citation", g_ptr_array_index (citations, i));
          g_ptr_array_add (bases, td_letter_fields_expand (fields, node));
        }
    }

  for (guint i = 0; i < bases->len; i++)
    {
      char *base = g_ptr_array_index (bases, i);

      bases->pdata[i] = g_strconcat (base, i + 1 < bases->len ? ";" : ".", NULL);
      g_free (base);
    }
}

/* A paragraph for every entry of the case: {entry}, {entry-number}. */
static void
fill_entries (TdLetterFields *fields, xmlNode *node, GPtrArray *paragraphs)
{
  GPtrArray *entries = fields->letter_case->entries;

  for (guint i = 0; i < entries->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      td_letter_fields_set (fields, "entry", g_ptr_array_index (entries, i));
      td_letter_fields_set (fields, "entry-number", number);
      if (td_letter_fields_hold (fields, node, "when"))
        g_ptr_array_add (paragraphs, td_letter_fields_expand (fields, node));
    }
}

static void
fill_paragraph (TdLetterFields *fields, xmlNode *node, GPtrArray *paragraphs)
{
  g_autofree char *each = td_letter_dup_attribute (node, "each");
  gboolean in_lists = g_strcmp0 (each, "list") == 0;
  /* With one list its values are at hand everywhere: the sentence needs no repetition. */
  gboolean only_list = !in_lists && fields->lists->len == 1;
  guint n = in_lists ? fields->lists->len : 1;

  if (g_strcmp0 (each, "entry") == 0)
    {
      fill_entries (fields, node, paragraphs);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      if (in_lists || only_list)
        td_letter_fields_enter_list (fields, i);
      if (td_letter_fields_hold (fields, node, "when"))
        g_ptr_array_add (paragraphs, td_letter_fields_expand (fields, node));
      if (in_lists || only_list)
        td_letter_fields_leave_list (fields);
    }
}

static void
fill_articles (TdLetterFields *fields, TdLetter *letter)
{
  guint number = 0;

  for (xmlNode *node = fields->root->children; node != NULL; node = node->next)
    {
      g_autofree char *template = NULL;
      g_autofree char *digits = NULL;
      TdLetterArticle *article;

      if (!is_element (node, "article") || !td_letter_fields_hold (fields, node, "when"))
        continue;
      digits = g_strdup_printf ("%u", ++number);
      td_letter_fields_set (fields, "article", digits);
      td_letter_fields_set (fields, "last-article", digits);
      template = td_letter_dup_attribute (node, "heading");
      article = td_letter_add_article (letter, NULL);
      if (template != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (template, "{article}", -1);

          article->heading = g_strjoinv (digits, parts);
        }
      for (xmlNode *child = node->children; child != NULL; child = child->next)
        if (is_element (child, "paragraph"))
          fill_paragraph (fields, child, article->paragraphs);
    }
}

static void
add_recipient (TdLetterFields *fields, xmlNode *node, const char *stop, GPtrArray *recipients)
{
  g_autofree char *text = NULL;

  if (!td_letter_fields_hold (fields, node, "when"))
    return;
  text = td_letter_fields_expand (fields, node);
  g_ptr_array_add (recipients, g_strconcat (text, stop, NULL));
}

static void
fill_recipients (TdLetterFields *fields, TdLetter *letter)
{
  xmlNode *part = find_child (fields->root, "recipients");
  GPtrArray *named = fields->letter_case->recipients;

  letter->recipients_label = td_letter_dup_attribute (part, "label");
  for (xmlNode *node = part->children; node != NULL; node = node->next)
    {
      if (is_element (node, "filing"))
        add_recipient (fields, node, ".", letter->recipients);
      else if (is_element (node, "recipient"))
        {
          g_autofree char *each = td_letter_dup_attribute (node, "each");

          for (guint i = 0; each == NULL ? i < 1 : i < named->len; i++)
            {
              if (each != NULL)
                td_letter_fields_set (fields, "recipient", g_ptr_array_index (named, i));
              add_recipient (fields, node, ";", letter->recipients);
            }
        }
    }
}

static char *
dup_cell (const TdAwardRow *row, const char *cell, guint number)
{
  if (g_str_equal (cell, "number"))
    return g_strdup_printf ("%u", number);
  if (g_str_equal (cell, "name"))
    return g_strdup (row->name != NULL ? row->name : "");
  if (g_str_equal (cell, "post"))
    return g_strdup (row->post != NULL ? row->post : "");
  if (g_str_equal (cell, "note"))
    return g_strdup (row->note != NULL ? row->note : "");
  return row->money > 0 ? td_number_to_display (row->money) : g_strdup ("");
}

static void
fill_row (TdLetterTable *table, char **columns, const TdAwardRow *row, guint number)
{
  guint n = g_strv_length (columns);
  char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = dup_cell (row, columns[i], number);
  td_letter_table_take_cells (table, cells);
}

static TdAwardeeKind
get_group_kind (xmlNode *node)
{
  g_autofree char *kind = td_letter_dup_attribute (node, "kind");

  if (g_strcmp0 (kind, "collective") == 0)
    return TD_AWARDEE_COLLECTIVE;
  return g_strcmp0 (kind, "household") == 0 ? TD_AWARDEE_HOUSEHOLD : TD_AWARDEE_PERSON;
}

/* Adds the rows of one kind under a head, if there is one; they keep the submission's order.
 * Numbers run through the whole list, so that a correction can name "số thứ tự 05". */
static void
fill_group (TdAwardeeKind kind, const char *head, const TdAwardList *list, TdLetterTable *table,
            char **columns, guint *number)
{
  if (head != NULL)
    td_letter_table_add_head (table, head);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const TdAwardRow *row = g_ptr_array_index (list->rows, i);

      if (row->kind == kind)
        fill_row (table, columns, row, ++*number);
    }
}

static xmlNode *
find_group (xmlNode *part, TdAwardeeKind kind)
{
  for (xmlNode *node = part->children; node != NULL; node = node->next)
    if (is_element (node, "group") && get_group_kind (node) == kind)
      return node;
  return NULL;
}

/* A template may forget the head of a kind; the decision may not forget its people. */
static void
fill_rows (TdLetterFields *fields, xmlNode *part, const TdAwardList *list, TdLetterTable *table,
           char **columns)
{
  guint number = 0, n_groups = 0, group = 0;

  for (guint kind = 0; kind < TD_N_AWARDEE_KINDS; kind++)
    n_groups += td_award_list_count (list, kind) > 0;
  for (guint i = 0; i < TD_N_AWARDEE_KINDS; i++)
    {
      TdAwardeeKind kind = td_awardee_kind_nth (i, fields->letter_case->persons_first);
      xmlNode *node = find_group (part, kind);
      g_autofree char *roman = NULL;
      g_autofree char *head = NULL;

      if (td_award_list_count (list, kind) == 0)
        continue;
      if (n_groups > 1 && node != NULL) /* a list of one kind needs no heads */
        {
          roman = td_letter_roman (++group);
          td_letter_fields_set (fields, "group-roman", roman);
          head = td_letter_fields_expand (fields, node);
        }
      fill_group (kind, head, list, table, columns, &number);
    }
}

static void
fill_appendix (TdLetterFields *fields, xmlNode *part, guint position, TdLetter *letter)
{
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_auto (GStrv) columns = NULL;
  TdLetterAppendix *appendix;
  TdLetterTable *table;

  td_letter_fields_enter_list (fields, position);
  if (td_letter_fields_hold (fields, part, "when"))
    {
      label = dup_child (fields, part, "label");
      title = dup_child (fields, part, "title");
      subtitle = dup_child (fields, part, "subtitle");
      appendix = td_letter_add_appendix (letter, label, title, subtitle);
      appendix->closing = dup_child (fields, part, "closing");
      table = td_letter_appendix_add_table (appendix);
      columns = td_letter_fill_columns (fields, part, table);
      fill_rows (fields, part, g_ptr_array_index (fields->lists, position), table, columns);
    }
  td_letter_fields_leave_list (fields);
}

/**
 * td_letter_fill:
 * @fields: the values
 * @documents: (element-type TdLegalDocument): what may be cited
 *
 * Returns: (transfer full): the letter
 */
TdLetter *
td_letter_fill (TdLetterFields *fields, GPtrArray *documents)
{
  TdLetter *letter = td_letter_new ();
  xmlNode *signer = find_child (fields->root, "signer");

  fill_head (fields, letter);
  fill_addressees (fields, letter);
  fill_bases (fields, documents, letter->bases);
  fill_articles (fields, letter);
  td_letter_fill_tables (fields, letter);
  td_letter_fill_signatures (fields, letter);
  if (signer != NULL)
    {
      fill_recipients (fields, letter);
      letter->signer_capacity = dup_child (fields, signer, "capacity");
      letter->signer_position = dup_child (fields, signer, "position");
      letter->signer_name = dup_child (fields, signer, "name");
    }
  for (xmlNode *node = fields->root->children; node != NULL; node = node->next)
    if (is_element (node, "appendix"))
      for (guint i = 0; i < fields->lists->len; i++)
        fill_appendix (fields, node, i, letter);
  return letter;
}
