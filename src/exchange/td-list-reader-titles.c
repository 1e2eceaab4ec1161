/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-reader-titles"

#include "config.h"

#include <string.h>

#include "td-date.h"
#include "td-list-reader-private.h"
#include "td-text.h"

/* What titles, groups and the text of a document say about the rows below them. A decision says of all its
 * lists what number and date it has; each list has titles of its own, and headings may stand between its parts. */

#define LONGEST_TITLE   4000
#define LONGEST_HEADING 400
#define LONGEST_JOINED  600 /* of lines that are one sentence */
#define TITLES_APART    3   /* rows, at most, between two that open the same list */

static GRegex *
regex_of (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

/* What a title or the name of a group says. Gives whether it says anything known. */
static gboolean
take_words (TdListReader *self, const char *text, TdListContext *context)
{
  g_autofree char *folded = td_text_fold (text);
  static const char *const kinds[][2] = { { "ho gia dinh", "household" }, { "tap the", "collective" }, { "ca nhan", "person" } };
  const char *kind = NULL, *form = NULL, *giver = NULL;
  gboolean posthumous = FALSE;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (folded, kinds[i][0]) != NULL)
      {
        kind = kinds[i][1];
        n++;
      }
  /* "Tập thể lao động xuất sắc" is an award form, not a kind of subject. */
  if (_td_list_form_read (self, text, &form, &giver, &posthumous) && strstr (form, "ập thể") != NULL && n == 1 && strstr (folded, "cho tap the") == NULL)
    kind = "collective";
  if (n == 1)
    context->kind = kind;
  if (form != NULL)
    {
      context->award_form = form;
      context->giver = giver;
    }
  if (strstr (folded, "truy tang") != NULL)
    context->posthumous = "yes";
  return n > 0 || form != NULL || context->posthumous != NULL;
}

/* "- Đơn vị: Sở Y tế (05 người):" is Sở Y tế. */
static char *
dup_group_name (TdListReader *self, const char *text)
{
  static GRegex *before, *behind;
  static gsize once;
  g_autofree char *normal = td_text_normalize (text);
  g_autofree char *bare = NULL;
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;
  const char *colon;
  TdListRole role;

  if (g_once_init_enter (&once))
    {
      before = regex_of ("^(?:[-+*•]|\\d+(?:\\.\\d+)*\\s*[.)/:])\\s*");
      behind = regex_of ("[\\s:]*(?:\\(\\s*\\d[^)]*\\)|:\\s*\\d+\\s+(?:tập thể|cá nhân|người|hộ|đơn vị)[^:]*)?[\\s:;.,]*$");
      g_once_init_leave (&once, 1);
    }
  bare = g_regex_replace (before, normal, -1, 0, "", 0, NULL);
  name = g_regex_replace (behind, bare != NULL ? bare : normal, -1, 0, "", 0, NULL);
  if (name == NULL)
    return g_steal_pointer (&normal);
  colon = strchr (name, ':');
  if (colon == NULL || colon[1] == '\0')
    return g_steal_pointer (&name);
  first = g_strndup (name, colon - name);
  if (!td_list_words_find (self->words, first, &role) || role != TD_LIST_ROLE_UNIT)
    return g_steal_pointer (&name);
  /* "Lớp: 5A" is called so; "Đơn vị" is no name. */
  colon += 1 + strspn (colon + 1, " ");
  return strchr (first, ' ') != NULL ? g_strdup (colon) : g_strconcat (first, " ", colon, NULL);
}

/**
 * _td_list_group_take:
 * @self: a reader with a table
 * @marker: what it begins with
 * @text: what stands behind the marker
 *
 * Keeps what a group says until the next of its kind: markers may be nested. A group that says nothing known names
 * the unit of the rows below.
 */
void
_td_list_group_take (TdListReader *self, TdListMarker marker, const char *text)
{
  g_autofree char *name = dup_group_name (self, text);
  g_autofree char *folded = td_text_fold (name);
  TdListLevel level = { marker, self->context };

  for (guint i = 0; i < self->levels->len; i++)
    if (g_array_index (self->levels, TdListLevel, i).marker == marker)
      {
        self->context = level.before = g_array_index (self->levels, TdListLevel, i).before;
        g_array_set_size (self->levels, i);
        break;
      }
  g_array_append_val (self->levels, level);
  if (!take_words (self, name, &self->context) && td_list_phrases_find_start (self->words->collective_words, folded, NULL) != NULL)
    self->context.unit = td_list_reading_keep (self->reading, name);
}

static const char *
keep_group (TdListReader *self, GMatchInfo *match, int group)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  gsize length = text != NULL ? strlen (g_strstrip (text)) : 0;

  while (length > 0 && strchr (".,;: ", text[length - 1]) != NULL)
    text[--length] = '\0';
  return length > 0 ? td_list_reading_keep (self->reading, text) : NULL;
}

/* Bases and orders name decisions that are not the list's. */
static gboolean
names_another (const char *folded)
{
  static const char *const words[] = { "can cu ", "thuc hien ", "xet ", "thay the ", "sua doi ", "trien khai ", "kinh gui", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]) || strstr (folded, "theo quy dinh tai") != NULL)
      return TRUE;
  return FALSE;
}

/* "Kèm theo Quyết định số 123/QĐ-UBND ngày 01/02/2026 của …" */
static void
take_decision (TdListReader *self, const char *text, const char *folded, TdListContext *context)
{
  static GRegex *regex;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&once))
    {
      regex = regex_of ("(?:quyết\\s+định|\\bqđ)\\s*(?:khen\\s+thưởng\\s*)?(?:số)?\\s*:?\\s*(\\d+\\s*/[^\\s,;:()]+)"
                        "(?:[\\s,;]*(ngày\\s+\\d{1,2}\\s*(?:[/.-]\\s*\\d{1,2}\\s*[/.-]|tháng\\s*\\d{1,2}\\s*năm)\\s*\\d{4}))?"
                        "(?:[\\s,;]*của\\s+((?:(?!\\s+(?:về|v/v)\\s)[^(),;.])+))?");
      g_once_init_leave (&once, 1);
    }
  if (names_another (folded) || !g_regex_match (regex, text, 0, &match))
    return;
  {
    g_autofree char *number = g_match_info_fetch (match, 1);
    g_autofree char *day = g_match_info_fetch (match, 2);
    g_autofree char *iso = day != NULL && *day != '\0' ? td_date_parse (day) : NULL;
    g_auto (GStrv) parts = g_strsplit (number, " ", -1);
    g_autofree char *joined = g_strjoinv ("", parts);

    context->decision_number = td_list_reading_keep (self->reading, joined);
    context->decision_date = iso != NULL ? td_list_reading_keep (self->reading, iso) : NULL;
    context->issuer = keep_group (self, match, 3);
  }
}

/* "… đã có thành tích xuất sắc trong …", to the end of the sentence. */
static void
take_achievement (TdListReader *self, const char *text, TdListContext *context)
{
  static GRegex *regex;
  static gsize once;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&once))
    {
      regex = regex_of ("(?<!\\pL)((?:vì\\s+)?(?:đã\\s+)?(?:có|lập(?:\\s+được)?)\\s+(?:nhiều\\s+)?thành\\s+tích\\s[^(]+)");
      g_once_init_leave (&once, 1);
    }
  if (g_regex_match (regex, text, 0, &match))
    context->achievement = keep_group (self, match, 1);
}

/* The number and the day of a decision, at its head. */
static void
learn_letterhead (TdListReader *self, const char *text, TdListContext *said)
{
  static GRegex *number, *day;
  static gsize once;
  g_autoptr (GMatchInfo) numbered = NULL;
  g_autoptr (GMatchInfo) dated = NULL;

  if (g_once_init_enter (&once))
    {
      number = regex_of ("^\\s*số\\s*:?\\s*(\\d+\\s*/\\s*QĐ[^\\s,;:()]*)");
      day = regex_of ("^(?:số\\s*:?\\s*\\S+\\s+)?[^(\\d]{2,40},?\\s(ngày\\s+\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4})\\s*$");
      g_once_init_leave (&once, 1);
    }
  if (g_regex_match (number, text, 0, &numbered))
    said->decision_number = keep_group (self, numbered, 1);
  if (g_regex_match (day, text, 0, &dated))
    {
      g_autofree char *written = g_match_info_fetch (dated, 1);
      g_autofree char *iso = td_date_parse (written);

      said->decision_date = iso != NULL ? td_list_reading_keep (self->reading, iso) : NULL;
    }
}

static void
learn_value (TdListReader *self, TdListRole role, const char **known, const char *said)
{
  if (said == NULL || self->disputed[role])
    return;
  /* Several awards in one decision: each list says which is its own. */
  self->disputed[role] = *known != NULL && g_strcmp0 (*known, said) != 0;
  *known = self->disputed[role] ? NULL : said;
}

/* "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho … đã có thành tích …" */
static void
learn_article (TdListReader *self, const char *text, const char *folded, TdListContext *said)
{
  gsize length = 0;
  const char *bare = _td_list_marker_find (text, &length) != TD_LIST_MARKER_NONE ? text + length : text + strspn (text, "-+ ");
  g_autofree char *first = td_text_fold (bare);

  if (!g_str_has_prefix (first, "tang ") && !g_str_has_prefix (first, "truy tang ") && !(g_str_has_prefix (folded, "dieu ") && g_ascii_isdigit (folded[5]) && strstr (folded, " tang ") != NULL))
    return;
  take_words (self, text, said);
  take_achievement (self, text, said);
  said->kind = NULL;
}

static void
learn_line (TdListReader *self, const char *raw)
{
  TdListContext said = { 0 };
  g_autofree char *text = td_text_normalize (raw);
  g_autofree char *folded = td_text_fold (text);
  TdListContext *document = &self->document;

  learn_letterhead (self, text, &said);
  learn_article (self, text, folded, &said);
  /* The first number is the decision's own; those that follow are of others. */
  if (document->decision_number == NULL)
    document->decision_number = said.decision_number;
  if (document->decision_date == NULL)
    document->decision_date = said.decision_date;
  learn_value (self, TD_LIST_ROLE_AWARD_FORM, &document->award_form, said.award_form);
  if (said.award_form != NULL)
    learn_value (self, TD_LIST_ROLE_GIVER, &document->giver, said.giver);
  learn_value (self, TD_LIST_ROLE_POSTHUMOUS, &document->posthumous, said.award_form != NULL && said.posthumous == NULL ? "no" : said.posthumous);
  learn_value (self, TD_LIST_ROLE_ACHIEVEMENT, &document->achievement, said.achievement);
}

static void
learn_text (TdListReader *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    learn_line (self, lines[i]);
}

/* A title says something about all rows below: what it does not say stays as it was. */
static void
merge (TdListContext *context, const TdListContext *said)
{
  if (said->award_form != NULL)
    context->giver = NULL;
  for (gsize i = 0; i < sizeof *said / sizeof (const char *); i++)
    if (((const char *const *) said)[i] != NULL)
      ((const char **) context)[i] = ((const char *const *) said)[i];
}

/* Gives whether the title has a sentence about the achievement, which may go on in the next line. */
static gboolean
take_title (TdListReader *self, const char *text)
{
  TdListContext said = { 0 };
  g_autofree char *folded = td_text_fold (text);
  gboolean speaks = strstr (folded, "danh sach") != NULL || strstr (folded, "tang ") != NULL || strstr (folded, "khen thuong") != NULL;

  /* Letters and laws are not what the list is about. */
  if (speaks && strstr (folded, "luat ") == NULL && strstr (folded, "kinh gui") == NULL && strstr (folded, "hoi dong") == NULL && !names_another (folded))
    take_words (self, text, &said);
  take_achievement (self, text, &said);
  take_decision (self, text, folded, &said);
  merge (&self->title, &said);
  merge (&self->context, &said);
  return said.achievement != NULL;
}

/* "DANH SÁCH …", but neither "(Danh sách kèm theo …)" nor "Danh sách gồm có …". */
static gboolean
opens_list (TdListReader *self, const char *text)
{
  g_autofree char *folded = td_text_fold (text);

  if (*text == '(' || td_list_phrases_find_start (self->words->totals, folded, NULL) != NULL)
    return FALSE;
  return g_str_has_prefix (folded, "danh sach") || g_str_has_prefix (folded, "phu luc") || g_str_has_prefix (folded, "bieu ") || g_str_has_prefix (folded, "bang tong hop");
}

/* A new list: only the decision it belongs to is still the same. */
static void
begin_list (TdListReader *self)
{
  self->title = (TdListContext){ .decision_number = self->title.decision_number, .decision_date = self->title.decision_date, .issuer = self->title.issuer };
  self->context = self->title;
  g_array_set_size (self->levels, 0);
}

/* "II. CÁ NHÂN" above the head, or between two tables also "Tặng Giấy khen" or the name of a unit. */
static gboolean
take_heading (TdListReader *self, const char *text, gboolean follows)
{
  gsize length = 0;
  TdListMarker marker = _td_list_marker_find (text, &length);
  const char *bare = marker != TD_LIST_MARKER_NONE ? text + length : text;
  g_autofree char *folded = td_text_fold (bare);
  gboolean speaks = _td_list_speaks_of_group (self, bare);

  if (strlen (text) > LONGEST_HEADING || *bare == '\0')
    return FALSE;
  if (marker == TD_LIST_MARKER_ARABIC && !speaks && td_list_phrases_find_start (self->words->collective_words, folded, NULL) == NULL)
    return FALSE;
  if (marker == TD_LIST_MARKER_NONE && (!follows || (!speaks && td_list_phrases_find_start (self->words->collective_words, folded, NULL) == NULL)))
    return FALSE;
  _td_list_group_take (self, marker, bare);
  return TRUE;
}

static gboolean
is_prose (const char *text)
{
  g_autofree char *folded = td_text_fold (text);

  return names_another (folded) || (g_str_has_prefix (folded, "dieu ") && g_ascii_isdigit (folded[5]));
}

static guint
count_open (const char *text)
{
  int n = 0;

  for (; *text != '\0'; text++)
    n += *text == '(' ? 1 : *text == ')' && n > 0 ? -1
                                                  : 0;
  return n;
}

/* Whether a line goes on with the one before: in its bracket, or with the sentence about the achievement. */
static gboolean
goes_on (TdListReader *self, const GString *before, gboolean in_sentence, const char *text)
{
  gunichar first = g_utf8_get_char (text);

  if (before->len == 0 || before->len + strlen (text) > LONGEST_JOINED)
    return FALSE;
  if (count_open (before->str) > 0)
    return !opens_list (self, text);
  return in_sentence && before->str[before->len - 1] != '.' && (g_unichar_islower (first) || g_unichar_isdigit (first) || first == '"' || first == 0x201c);
}

/* Reading titles line by line. */
typedef struct
{
  GString *before;      /* the line before, or what it goes on with */
  gboolean in_sentence; /* about the achievement */
  gboolean opened;      /* a list was */
  gboolean follows;     /* on another list */
} Titles;

static void
take_text (TdListReader *self, Titles *state, const char *raw)
{
  g_autofree char *text = td_text_normalize (raw);

  if (goes_on (self, state->before, state->in_sentence, text))
    g_string_append_printf (state->before, " %s", text);
  else
    {
      g_string_assign (state->before, text);
      state->in_sentence = FALSE;
      if (opens_list (self, text))
        {
          /* "PHỤ LỤC I" and "DANH SÁCH …" are the titles of one list. */
          if (!state->opened && state->follows)
            begin_list (self);
          state->opened = TRUE;
        }
      else if (take_heading (self, text, state->follows))
        return;
    }
  state->in_sentence = !is_prose (state->before->str) && take_title (self, state->before->str);
}

static gboolean
row_opens_list (TdListReader *self, guint row)
{
  for (guint i = 0; i < MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS); i++)
    if (opens_list (self, _td_list_cell (self, row, i, NULL)))
      return TRUE;
  return FALSE;
}

/* Where the titles of the last list above a head begin; @end where no line opens one. */
static guint
find_list_title (TdListReader *self, guint first, guint end)
{
  guint found = end;

  for (guint row = end; row > first; row--)
    if (row_opens_list (self, row - 1))
      found = row - 1;
    else if (found < end && row + TITLES_APART <= found)
      break;
  return found;
}

/* Sheets may be called by what is in them: "Tập thể", "Giấy khen". */
static void
take_sheet_name (TdListReader *self)
{
  TdListContext said = { 0 };

  if (self->in_document || self->delimited)
    return;
  take_words (self, td_sheet_get_name (self->sheet), &said);
  merge (&self->title, &said);
  merge (&self->context, &said);
}

/* Collectives and households by what the column of names is called; "Họ và tên" may be over both. */
static const char *
kind_of_head (TdListReader *self, const TdListHead *head)
{
  for (guint i = 0; i < head->n_columns; i++)
    {
      g_autofree char *folded = head->roles[i] == TD_LIST_ROLE_NAME ? td_text_fold (head->headings[i]) : NULL;
      TdListRole role;

      if (folded == NULL)
        continue;
      if (strstr (folded, "ca nhan") != NULL || strstr (folded, "ho va ten") != NULL || strstr (folded, "ho ten") != NULL)
        return strstr (folded, "chu ho") != NULL ? "household" : NULL;
      if (strstr (folded, "chu ho") != NULL || strstr (folded, "ho gia dinh") != NULL || g_str_equal (folded, "ten ho"))
        return "household";
      return strstr (folded, "tap the") != NULL || g_str_has_prefix (folded, "ten don vi") || (td_list_words_find (self->words, head->headings[i], &role) && role == TD_LIST_ROLE_UNIT) ? "collective" : NULL;
    }
  return NULL;
}

/**
 * _td_list_titles_begin:
 * @self: a reader at a new sheet
 *
 * The sheets of a workbook are lists of their own; the tables of a document belong together.
 */
void
_td_list_titles_begin (TdListReader *self)
{
  if (self->in_document)
    return;
  self->n_tables = 0;
  self->document = (TdListContext){ 0 };
  self->title = self->context = self->document;
  memset (self->disputed, 0, sizeof self->disputed);
  g_array_set_size (self->levels, 0);
}

/**
 * _td_list_titles_learn:
 * @self: a reader
 * @first: a row of text, or of a table that is no list
 * @end: the row behind the last
 *
 * Keeps what the text of a decision says about its lists: number and date at its head, and what is given for what.
 */
void
_td_list_titles_learn (TdListReader *self, guint first, guint end)
{
  for (guint row = first; row < end; row++)
    for (guint i = 0; i < MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS); i++)
      {
        const char *text = _td_list_cell (self, row, i, NULL);

        if (*text != '\0' && strlen (text) < LONGEST_TITLE)
          learn_text (self, text);
      }
}

/**
 * _td_list_titles_take:
 * @self: a reader
 * @first: the first row above a head
 * @end: the row behind the last
 * @head: the head
 *
 * Keeps what the titles say about the whole list. What was said above an earlier head still counts, until a
 * title opens another list.
 */
void
_td_list_titles_take (TdListReader *self, guint first, guint end, const TdListHead *head)
{
  guint title = find_list_title (self, first, end);
  g_autoptr (GString) before = g_string_new (NULL);
  Titles state = { .before = before, .follows = self->n_tables++ > 0 };
  const char *kind = kind_of_head (self, head);

  if (self->block > 0)
    {
      /* The titles of all lists beside one another stand above them. */
      self->context = self->title;
      g_array_set_size (self->levels, 0);
      return;
    }
  if (!state.follows)
    take_sheet_name (self);
  _td_list_titles_learn (self, first, title);
  for (guint row = title < end ? title : first; row < end; row++)
    for (guint i = 0; i < MIN (td_sheet_get_n_cells (self->sheet, row), TD_LIST_MOST_COLUMNS); i++)
      {
        const char *text = _td_list_cell (self, row, i, NULL);

        if (*text != '\0' && strlen (text) < LONGEST_TITLE)
          take_text (self, &state, text);
      }
  if (self->context.kind == NULL)
    self->context.kind = kind;
  if (self->title.kind == NULL)
    self->title.kind = kind;
}
