/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-letter"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-wording.h"
#include "td-choices.h"
#include "td-date.h"
#include "td-plan-letter.h"
#include "td-plan-parts.h"
#include "td-text.h"

/* A plan as an official document: NĐ 30/2020/NĐ-CP, Mẫu 1.4; of one that a decision issues the
 * decision with the plan behind it, Mẫu 1.3. Its words are Vietnamese whatever the window speaks. */

#define STATE        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO        "Độc lập - Tự do - Hạnh phúc"
#define BLANK_NUMBER "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"
#define BLANK_DAY    "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0"
#define END_MARK     "./."

typedef struct
{
  TdPlan *plan;
  GPtrArray *clauses;
  TdGiver *giver; /* whose letterhead it has, where the office knows it */
  TdLetter *letter;
  char *type;   /* "Kế hoạch" */
  char *body;   /* "Ủy ban nhân dân tỉnh …", without the post of who heads it */
  char *number; /* "15/KH-UBND"; with a blank in a draft */
  char *date;   /* "ngày 05 tháng 3 năm 2026" */
} Maker;

static char *
capitalize (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

static gboolean
is_decision (const Maker *self)
{
  return g_str_has_prefix (self->plan->doc_type != NULL ? self->plan->doc_type : "", "quyết định");
}

/* "Chủ tịch Ủy ban nhân dân tỉnh" signs for the body that issues. */
static char *
dup_body (const char *issuer)
{
  static const char *const heads[] = { "Chủ tịch ", "Giám đốc ", "Tổng Giám đốc ", "Hiệu trưởng ", "Bộ trưởng ", "Thủ trưởng " };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (issuer, heads[i]))
      return capitalize (issuer + strlen (heads[i]));
  return g_strdup (issuer);
}

static gboolean
find_giver (TdConnection *connection, Maker *self, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_GIVER);
  g_autoptr (GPtrArray) givers = td_connection_list (connection, query, error);
  g_autofree char *body = td_text_fold (self->body);

  for (guint i = 0; givers != NULL && i < givers->len && self->giver == NULL; i++)
    {
      TdGiver *giver = g_ptr_array_index (givers, i);
      g_autofree char *name = td_text_fold (giver->body_name != NULL ? giver->body_name : "");

      if (*name != '\0' && g_str_equal (name, body))
        self->giver = g_object_ref (giver);
    }
  return givers != NULL;
}

/* Head */

static void
find_number_and_date (Maker *self)
{
  const TdPlan *plan = self->plan;
  const char *month = plan->issue_date;

  self->number = plan->number != NULL ? g_strdup (plan->number)
                                      : g_strconcat (BLANK_NUMBER, plan->symbol != NULL ? "/" : "", plan->symbol, NULL);
  if (td_date_is_day (month))
    self->date = td_date_to_words (month);
  else
    {
      g_autofree char *words = month != NULL && strlen (month) == strlen ("2026-01") ? td_date_to_words (month) : NULL;

      self->date = words != NULL ? g_strconcat ("ngày", BLANK_DAY, words, NULL)
                                 : g_strconcat ("ngày", BLANK_DAY, "tháng", BLANK_DAY, "năm", BLANK_DAY, NULL);
    }
}

static gboolean
is_draft (const Maker *self)
{
  const char *date = self->plan->issue_date;

  return g_strcmp0 (self->plan->state, "draft") == 0 || self->plan->number == NULL || !td_date_is_day (date);
}

static void
set_head (Maker *self)
{
  TdLetter *letter = self->letter;
  const TdPlan *plan = self->plan;

  letter->state = g_strdup (STATE);
  letter->motto = g_strdup (MOTTO);
  letter->governing_body = self->giver != NULL ? g_strdup (self->giver->governing_body) : NULL;
  letter->issuing_body = *self->body != '\0' ? g_utf8_strup (self->body, -1) : NULL;
  letter->number = g_strconcat ("Số: ", self->number, NULL);
  letter->place_date = g_strconcat (plan->place != NULL ? plan->place : self->giver != NULL && self->giver->place != NULL ? self->giver->place
                                                                                                                          : BLANK_NUMBER,
                                    ", ", self->date, NULL);
  if (is_draft (self))
    letter->draft_mark = g_strdup ("DỰ THẢO");
}

/* Bases */

static gboolean
begins_like_basis (const char *line)
{
  static const char *const words[] = { "Căn cứ ", "Thực hiện ", "Theo ", "Xét ", "Thi hành " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (line, words[i]))
      return TRUE;
  return FALSE;
}

/* Every line without its blanks and its stop. */
static GPtrArray *
dup_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *line = g_strstrip (parts[i]);
      gsize length;

      /* The dash of a list is the printer's. */
      while (*line == '-' || *line == '+' || *line == ' ' || g_str_has_prefix (line, "–"))
        line = g_utf8_next_char (line);
      length = strlen (line);

      while (length > 0 && strchr (".;, ", line[length - 1]) != NULL)
        line[--length] = '\0';
      if (length > 0)
        g_ptr_array_add (lines, g_strdup (line));
    }
  return lines;
}

static void
add_bases (Maker *self)
{
  g_autoptr (GPtrArray) lines = dup_lines (self->plan->legal_bases);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      g_autofree char *first = capitalize (line);

      g_ptr_array_add (self->letter->bases, g_strconcat (begins_like_basis (first) ? "" : "Căn cứ ", first, i + 1 < lines->len ? ";" : ".", NULL));
    }
}

/* Body */

static gboolean
is_closing (const TdClause *clause)
{
  return g_strcmp0 (clause->role, "closing") == 0;
}

/* Of the decision, not of the plan behind it. */
static gboolean
is_article (const TdClause *clause)
{
  return g_strcmp0 (clause->role, "article") == 0;
}

static TdMarkerKind
get_kind (const TdClause *clause)
{
  for (TdMarkerKind kind = TD_MARKER_ARTICLE; clause->marker_kind != NULL && kind <= TD_MARKER_TEXT; kind++)
    if (g_str_equal (clause->marker_kind, td_marker_kind_to_nick (kind)))
      return kind;
  return TD_MARKER_TEXT;
}

static gboolean
says_theme (const Maker *self)
{
  g_autofree char *theme = td_text_fold (self->plan->theme);
  g_autofree char *title = td_text_fold (self->plan->title);

  if (strstr (title, theme) != NULL)
    return TRUE;
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const TdClause *clause = g_ptr_array_index (self->clauses, i);
      g_autofree char *body = td_text_fold (clause->body != NULL ? clause->body : "");

      if (!is_closing (clause) && strstr (body, theme) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* "Kế hoạch triển khai …": what the sentences of the document call it. */
static char *
dup_name (const Maker *self, const char *type)
{
  g_autofree char *title = td_award_wording_lower_first (self->plan->title);
  g_autofree char *low = g_utf8_strdown (type, -1);

  /* A title that says its kind says it once. */
  return g_str_has_prefix (title, low) ? capitalize (title) : g_strconcat (type, " ", title, NULL);
}

/* Who issues what, and what it is called from here on; a theme that nothing else says is said here. */
static void
add_opening (const Maker *self, GPtrArray *sections, const char *type)
{
  const TdPlan *plan = self->plan;
  g_autofree char *name = dup_name (self, type);
  GString *text = g_string_new (plan->issuer != NULL ? plan->issuer : "");

  g_string_append_printf (text, plan->issuer != NULL ? " ban hành %s" : "Ban hành %s", name);
  if (plan->theme != NULL && !says_theme (self))
    g_string_append_printf (text, ", với chủ đề: “%s”", plan->theme);
  if (plan->short_name != NULL)
    g_string_append_printf (text, " (sau đây gọi tắt là %s)", plan->short_name);
  g_string_append (text, ", cụ thể như sau:");
  td_letter_add_section (sections, TD_MARKER_TEXT, 1, NULL, NULL, text->str);
  g_string_free (text, TRUE);
}

static void
add_clauses (const Maker *self, GPtrArray *sections)
{
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const TdClause *clause = g_ptr_array_index (self->clauses, i);

      if (!is_closing (clause) && (!is_article (clause) || !is_decision (self)) && (clause->marker != NULL || clause->title != NULL || clause->body != NULL))
        td_letter_add_section (sections, get_kind (clause), MAX (clause->level, 1), clause->marker, clause->title, clause->body);
    }
}

static char *
end_document (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr ("./ ;", text[length - 1]) != NULL)
    length--;
  return g_strdup_printf ("%.*s" END_MARK, (int) length, text);
}

static char *
dup_own_closing (const Maker *self)
{
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const TdClause *clause = g_ptr_array_index (self->clauses, i);

      if (is_closing (clause) && clause->body != NULL)
        return end_document (clause->body);
    }
  return NULL;
}

/* The plan's own last words, or those every plan ends with. */
static char *
dup_closing (const Maker *self, const char *type)
{
  g_autofree char *own = dup_own_closing (self);
  g_autofree char *name = dup_name (self, type);
  g_autofree char *usual = NULL;

  if (own != NULL)
    return g_steal_pointer (&own);
  usual = g_strdup_printf ("Trên đây là %s; đề nghị các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện", name);
  return end_document (usual);
}

/* Foot */

static void
add_recipients (Maker *self)
{
  TdLetter *letter = self->letter;
  g_autoptr (GPtrArray) lines = dup_lines (self->plan->recipients);
  const char *filing = self->giver != NULL && self->giver->filing != NULL ? self->giver->filing : "VT";
  gboolean filed = FALSE;

  letter->recipients_label = g_strdup ("Nơi nhận:");
  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      filed = filed || g_str_has_prefix (line, "Lưu");
      g_ptr_array_add (letter->recipients, g_strconcat (line, i + 1 < lines->len || !filed ? ";" : ".", NULL));
    }
  if (!filed)
    g_ptr_array_add (letter->recipients, g_strconcat ("Lưu: ", filing, ".", NULL));
}

static void
set_signer (Maker *self)
{
  const TdPlan *plan = self->plan;

  self->letter->signer_capacity = g_strdup (plan->signer_capacity);
  self->letter->signer_position = g_strdup (plan->signer_position);
  self->letter->signer_name = g_strdup (plan->signer_name);
}

/* The two kinds of document */

static gboolean
is_plain_letter (const Maker *self)
{
  return g_str_has_prefix (self->plan->doc_type != NULL ? self->plan->doc_type : "", "công văn");
}

/* "V/v triển khai …" */
static char *
dup_about (const char *title)
{
  static const char *const words[] = { "V/v ", "v/v ", "Về việc ", "về việc " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (title, words[i]))
      return g_strconcat ("V/v ", title + strlen (words[i]), NULL);
  {
    g_autofree char *low = td_award_wording_lower_first (title);

    return g_strconcat ("V/v ", low, NULL);
  }
}

static void
make_plain (Maker *self)
{
  TdLetter *letter = self->letter;

  if (is_plain_letter (self))
    letter->about = dup_about (self->plan->title);
  else
    {
      letter->type_name = g_utf8_strup (self->type, -1);
      letter->abstract = capitalize (self->plan->title);
    }
  add_opening (self, letter->sections, self->type);
  add_clauses (self, letter->sections);
  letter->closing = dup_closing (self, self->type);
}

/* @text: its paragraphs, one on a line */
static void
add_article (TdLetter *letter, const char *heading, const char *text, gboolean last)
{
  g_autofree char *usual = g_strdup_printf ("Điều %u.", letter->articles->len + 1);
  g_autofree char *ended = last ? end_document (text) : g_strdup (text);
  TdLetterArticle *article = td_letter_add_article (letter, heading != NULL ? heading : usual);
  g_auto (GStrv) lines = g_strsplit (ended, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (article->paragraphs, g_strdup (lines[i]));
}

/* The decision's own, or those every decision that issues a plan has. */
static void
add_articles (const Maker *self, const char *name)
{
  TdLetter *letter = self->letter;
  g_autofree char *first = g_strconcat ("Ban hành kèm theo Quyết định này ", name, ".", NULL);

  for (guint i = 0; i < self->clauses->len; i++)
    {
      const TdClause *clause = g_ptr_array_index (self->clauses, i);
      const TdClause *next = i + 1 < self->clauses->len ? g_ptr_array_index (self->clauses, i + 1) : NULL;

      if (is_article (clause) && clause->body != NULL)
        add_article (letter, clause->marker, clause->body, next == NULL || !is_article (next));
    }
  if (letter->articles->len > 0)
    return;
  add_article (letter, NULL, first, FALSE);
  add_article (letter, NULL, "Quyết định này có hiệu lực kể từ ngày ký.", FALSE);
  add_article (letter, NULL, "Thủ trưởng các cơ quan, đơn vị, địa phương và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này", TRUE);
}

/* A decision without articles of its own issues what stands behind it. */
static void
make_decision (Maker *self)
{
  TdLetter *letter = self->letter;
  const TdClause *first = self->clauses->len > 0 ? g_ptr_array_index (self->clauses, 0) : NULL;
  g_autofree char *name = dup_name (self, "Kế hoạch");
  g_autofree char *subtitle = NULL;
  TdLetterAppendix *plan;

  letter->type_name = g_strdup ("QUYẾT ĐỊNH");
  letter->authority = self->plan->issuer != NULL ? g_utf8_strup (self->plan->issuer, -1) : NULL;
  letter->order_word = g_strdup ("QUYẾT ĐỊNH:");
  if (first != NULL && get_kind (first) == TD_MARKER_ARTICLE && !is_article (first))
    {
      letter->abstract = capitalize (self->plan->title);
      add_clauses (self, letter->sections);
      letter->closing = dup_own_closing (self);
      return;
    }
  letter->abstract = g_strconcat ("Ban hành ", name, NULL);
  add_articles (self, name);
  subtitle = g_strconcat ("(Kèm theo Quyết định số ", self->number, " ", self->date, self->plan->issuer != NULL ? " của " : ")",
                          self->plan->issuer, ")", NULL);
  plan = td_letter_add_appendix (letter, NULL, "KẾ HOẠCH", subtitle);
  plan->headed = TRUE;
  plan->abstract = capitalize (self->plan->title);
  add_opening (self, plan->sections, "Kế hoạch");
  add_clauses (self, plan->sections);
  plan->closing = dup_closing (self, "Kế hoạch");
}

/* What an official document needs and the plan does not say. */
static void
find_missing (const Maker *self, GPtrArray *findings)
{
  const TdPlan *plan = self->plan;
  const struct
  {
    const char *value;
    const char *text;
  } parts[] = {
    { plan->number, N_ ("The plan has no number; it is printed as a draft.") },
    { plan->issue_date, N_ ("The plan has no date; it is printed as a draft.") },
    { plan->signer_name, N_ ("The plan has no signer.") },
    { plan->legal_bases, N_ ("The plan names no bases.") },
    { plan->recipients, N_ ("The plan names no recipients.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].value == NULL || *parts[i].value == '\0')
      g_ptr_array_add (findings, td_finding_new ("plan-incomplete", TD_SEVERITY_INFO, "%s", _ (parts[i].text)));
}

static void
maker_clear (Maker *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->clauses, g_ptr_array_unref);
  g_clear_object (&self->giver);
  g_clear_pointer (&self->letter, td_letter_unref);
  g_free (self->type);
  g_free (self->body);
  g_free (self->number);
  g_free (self->date);
}

static gboolean
load (TdConnection *connection, Maker *self, gint64 plan_id, GError **error)
{
  const TdPlan *plan = self->plan = td_connection_get (connection, TD_TYPE_PLAN, plan_id, error);

  if (plan == NULL)
    return FALSE;
  self->clauses = td_plan_list_parts (connection, TD_TYPE_CLAUSE, plan_id, error);
  if (self->clauses == NULL)
    return FALSE;
  self->type = capitalize (plan->doc_type != NULL ? plan->doc_type : "kế hoạch");
  self->body = dup_body (plan->issuer != NULL ? plan->issuer : "");
  self->letter = td_letter_new ();
  return find_giver (connection, self, error);
}

/**
 * td_plan_letter_make:
 * @connection: the office file
 * @plan_id: a plan
 * @findings: (element-type TdFinding): where to add what it lacks
 * @error: return location
 *
 * Words a plan as NĐ 30/2020/NĐ-CP has it: its bases, clauses, recipients and signer with the head of
 * who issues it. One without number or day is a draft.
 *
 * Returns: (transfer full): the document, ready to be laid out or written
 */
TdLetter *
td_plan_letter_make (TdConnection *connection, gint64 plan_id, GPtrArray *findings, GError **error)
{
  Maker self = { NULL };
  TdLetter *letter = NULL;

  if (load (connection, &self, plan_id, error))
    {
      find_missing (&self, findings);
      find_number_and_date (&self);
      set_head (&self);
      add_bases (&self);
      if (is_decision (&self))
        make_decision (&self);
      else
        make_plain (&self);
      add_recipients (&self);
      set_signer (&self);
      letter = g_steal_pointer (&self.letter);
    }
  maker_clear (&self);
  return letter;
}
