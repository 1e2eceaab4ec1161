/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-entry-words"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-form-list.h"
#include "td-catalogue-reader.h"
#include "td-date.h"
#include "td-entry-words.h"
#include "td-text.h"

/* What the cells of entry by hand know without asking the office file again: units, posts used
 * before, award forms, and how people shorten the closed lists. */

#define MAX_OFFERS         8
#define RECENT_NOMINATIONS 2000 /* whose posts are offered */

struct _TdEntryWords
{
  GObject parent_instance;

  TdDirectory *directory;
  GPtrArray *posts; /* the most used first */
  char **forms;
  TdNomination *last; /* entered before */
};

G_DEFINE_FINAL_TYPE (TdEntryWords, td_entry_words, G_TYPE_OBJECT)

/* The usual Vietnamese shortenings, whatever the language of the window. The word of one letter
 * for women is the second letter: both sexes begin with the same one. */
static const struct
{
  const TdChoice *choices;
  const char *typed;
  const char *nick;
} shortenings[] = {
  { td_choices_subject_kind, "c", "person" },
  { td_choices_subject_kind, "cn", "person" },
  { td_choices_subject_kind, "ca nhan", "person" },
  { td_choices_subject_kind, "t", "collective" },
  { td_choices_subject_kind, "tt", "collective" },
  { td_choices_subject_kind, "tap the", "collective" },
  { td_choices_subject_kind, "h", "household" },
  { td_choices_subject_kind, "hgd", "household" },
  { td_choices_subject_kind, "ho", "household" },
  { td_choices_subject_kind, "ho gia dinh", "household" },
  { td_choices_sex, "n", "male" },
  { td_choices_sex, "nam", "male" },
  { td_choices_sex, "u", "female" },
  { td_choices_sex, "nu", "female" },
};

void
td_entry_offer_free (TdEntryOffer *offer)
{
  g_free (offer->text);
  g_free (offer->note);
  g_clear_object (&offer->subject);
  g_free (offer);
}

static void
take_offer (GPtrArray *offers, const char *text, const char *note, TdSubject *subject)
{
  TdEntryOffer *offer = g_new0 (TdEntryOffer, 1);

  offer->text = g_strdup (text);
  offer->note = g_strdup (note);
  g_set_object (&offer->subject, subject);
  g_ptr_array_add (offers, offer);
}

static void
td_entry_words_finalize (GObject *object)
{
  TdEntryWords *self = TD_ENTRY_WORDS (object);

  g_clear_pointer (&self->directory, td_directory_free);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_strfreev (self->forms);
  g_clear_object (&self->last);
  G_OBJECT_CLASS (td_entry_words_parent_class)->finalize (object);
}

static void
td_entry_words_class_init (TdEntryWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_entry_words_finalize;
}

static void
td_entry_words_init (TdEntryWords *self)
{
  self->posts = g_ptr_array_new_with_free_func (g_free);
  self->forms = td_award_form_list_dup ();
}

static int
by_use (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint n_a = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, *(char **) a));
  guint n_b = GPOINTER_TO_UINT (g_hash_table_lookup (user_data, *(char **) b));

  return n_a != n_b ? (n_a < n_b ? 1 : -1) : strcmp (*(char **) a, *(char **) b);
}

static gboolean
read_recent (TdEntryWords *self, TdConnection *connection, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_NOMINATION);
  g_autoptr (GHashTable) uses = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) recent = NULL;

  td_query_order_by (query, NULL, TRUE);
  recent = td_connection_list_page (connection, query, 0, RECENT_NOMINATIONS, error);
  for (guint i = 0; recent != NULL && i < recent->len; i++)
    {
      TdNomination *nomination = g_ptr_array_index (recent, i);
      const char *post = nomination->post;
      gpointer known;

      if (i == 0)
        g_set_object (&self->last, nomination);
      if (post == NULL)
        continue;
      if (!g_hash_table_lookup_extended (uses, post, &known, NULL))
        g_ptr_array_add (self->posts, known = g_strdup (post));
      g_hash_table_insert (uses, known, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (uses, post)) + 1));
    }
  g_ptr_array_sort_with_data (self->posts, by_use, uses);
  return recent != NULL;
}

static gboolean
words_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdEntryWords) self = g_object_new (TD_TYPE_ENTRY_WORDS, NULL);

  self->directory = td_directory_load (connection, error);
  if (self->directory == NULL || !read_recent (self, connection, error))
    return FALSE;
  td_job_take_object (job, g_steal_pointer (&self));
  return TRUE;
}

/**
 * td_entry_words_job:
 *
 * Returns: (transfer full): a job whose object is a #TdEntryWords, to be used by one thread
 */
TdJob *
td_entry_words_job (void)
{
  return td_job_new_read (words_cb, NULL, NULL);
}

/**
 * td_entry_words_get_directory:
 * @self: the words
 *
 * Returns: the units and givers
 */
TdDirectory *
td_entry_words_get_directory (TdEntryWords *self)
{
  return self->directory;
}

/**
 * td_entry_words_get_last:
 * @self: the words
 *
 * Returns: (transfer none) (nullable): the nomination entered before: the next one is mostly for
 *   the same plan, form and giver
 */
TdNomination *
td_entry_words_get_last (TdEntryWords *self)
{
  return self->last;
}

/**
 * td_entry_words_find_choice:
 * @choices: td_choices_subject_kind or td_choices_sex
 * @typed: a letter, the beginning or the whole of a word
 *
 * Returns: (nullable): its nick
 */
const char *
td_entry_words_find_choice (const TdChoice *choices, const char *typed)
{
  g_autofree char *folded = td_text_fold (typed);
  const char *nick = NULL;
  guint n = 0;

  if (*folded == '\0')
    return NULL;
  for (const TdChoice *choice = choices; choice->nick != NULL; choice++)
    {
      g_autofree char *label = td_text_fold (_ (choice->label));

      if (g_str_equal (label, folded))
        return choice->nick;
      if (g_str_has_prefix (label, folded))
        {
          nick = choice->nick;
          n++;
        }
    }
  if (n == 1)
    return nick;
  for (guint i = 0; i < G_N_ELEMENTS (shortenings); i++)
    if (shortenings[i].choices == choices && g_str_equal (shortenings[i].typed, folded))
      return shortenings[i].nick;
  return NULL;
}

static char *
spell_choice (const TdChoice *choices, const char *text)
{
  const char *nick = td_entry_words_find_choice (choices, text);

  return g_strdup (nick != NULL ? td_choice_get_label (choices, nick) : text);
}

static char *
spell_citizen_id (const char *text)
{
  GString *id = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p) && *p != '.' && *p != '\'')
      g_string_append_c (id, *p);
  return g_string_free (id, FALSE);
}

/* "so noi vu" names one unit, so does "snv" where it is its short name. */
static TdUnit *
find_unit (TdEntryWords *self, const char *text)
{
  gboolean ambiguous;

  return self != NULL ? td_directory_find_unit (self->directory, text, &ambiguous) : NULL;
}

/**
 * td_entry_words_spell:
 * @self: (nullable): the words; %NULL while they are being read
 * @column: a cell
 * @typed: what was typed in it
 *
 * Writes out what was typed in short: "c" becomes "Cá nhân", "1.2.1980" "01/02/1980", a short name
 * that of its unit. What is not understood stays as it was typed.
 *
 * Returns: (transfer full): the text, on one line, without blanks around it
 */
char *
td_entry_words_spell (TdEntryWords *self, TdEntryColumn column, const char *typed)
{
  g_autofree char *one_line = g_strdelimit (g_strdup (typed), "\n\r\t", ' ');
  g_autofree char *text = td_text_normalize (one_line);
  g_autofree char *date = NULL;
  const TdAwardForm *form;
  TdUnit *unit;

  if (*text == '\0')
    return g_steal_pointer (&text);
  switch (column)
    {
    case TD_ENTRY_KIND:
      return spell_choice (td_choices_subject_kind, text);
    case TD_ENTRY_SEX:
      return spell_choice (td_choices_sex, text);
    case TD_ENTRY_BIRTH:
      date = td_date_parse (text);
      return date != NULL ? td_date_to_display (date) : g_steal_pointer (&text);
    case TD_ENTRY_CITIZEN_ID:
      return spell_citizen_id (text);
    case TD_ENTRY_UNIT:
      unit = find_unit (self, text);
      return unit != NULL ? g_strdup (unit->name) : g_steal_pointer (&text);
    case TD_ENTRY_AWARD_FORM:
      form = td_catalogue_find_form_by_name (td_catalogue_get_shipped (), text);
      return form != NULL ? g_strdup (form->name) : g_steal_pointer (&text);
    case TD_ENTRY_NAME:
    case TD_ENTRY_POST:
    case TD_ENTRY_ACHIEVEMENT:
    case TD_ENTRY_N_COLUMNS:
    default:
      return g_steal_pointer (&text);
    }
}

/* "snv" finds "Sở Nội vụ". */
static gboolean
initials_begin (const char *name, const char *typed)
{
  g_autofree char *folded = td_text_fold (name);
  g_autofree char *wanted = td_text_fold (typed);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint i = 0;

  if (strlen (wanted) < 2)
    return FALSE;
  for (; words[i] != NULL && wanted[i] != '\0'; i++)
    if (words[i][0] != wanted[i])
      return FALSE;
  return wanted[i] == '\0';
}

/* 0: begins with it, 1: a word begins with it, 2: the initials do; -1: no match. */
static int
rank (const char *text, const char *other, const char *typed)
{
  g_autofree char *folded = td_directory_fold (text);
  g_autofree char *wanted = td_directory_fold (typed);
  g_autofree char *both = other != NULL ? g_strconcat (text, " ", other, NULL) : g_strdup (text);

  if (g_str_has_prefix (folded, wanted))
    return td_text_matches (both, typed) || !td_text_has_marks (typed) ? 0 : -1;
  if (td_text_matches (both, typed) || (!td_text_has_marks (typed) && td_text_matches (folded, wanted)))
    return 1;
  return initials_begin (text, typed) ? 2 : -1;
}

static void
complete_units (TdEntryWords *self, const char *typed, GPtrArray *offers)
{
  GPtrArray *units = self != NULL ? td_directory_get_units (self->directory) : NULL;

  for (int wanted = 0; wanted <= 2; wanted++)
    for (guint i = 0; units != NULL && i < units->len && offers->len < MAX_OFFERS; i++)
      {
        TdUnit *unit = g_ptr_array_index (units, i);

        if (unit->valid_to == NULL && rank (unit->name, unit->short_name, typed) == wanted)
          take_offer (offers, unit->name, unit->short_name, NULL);
      }
}

static void
complete_texts (char *const *texts, guint n_texts, const char *typed, GPtrArray *offers)
{
  for (int wanted = 0; wanted <= 2; wanted++)
    for (guint i = 0; i < n_texts && offers->len < MAX_OFFERS; i++)
      if (rank (texts[i], NULL, typed) == wanted)
        take_offer (offers, texts[i], NULL, NULL);
}

/**
 * td_entry_words_complete:
 * @self: (nullable): the words; %NULL while they are being read
 * @column: a cell
 * @typed: what has been typed; empty asks for what is used most
 *
 * Returns: (transfer full) (element-type TdEntryOffer): what it may become, the likeliest first;
 *   empty for cells that are not completed
 */
GPtrArray *
td_entry_words_complete (TdEntryWords *self, TdEntryColumn column, const char *typed)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) td_entry_offer_free);
  const TdChoice *choices = column == TD_ENTRY_KIND ? td_choices_subject_kind : column == TD_ENTRY_SEX ? td_choices_sex
                                                                                                       : NULL;

  for (; choices != NULL && choices->nick != NULL; choices++)
    take_offer (offers, _ (choices->label), NULL, NULL);
  if (column == TD_ENTRY_UNIT)
    complete_units (self, typed, offers);
  else if (column == TD_ENTRY_POST && self != NULL)
    complete_texts ((char *const *) self->posts->pdata, self->posts->len, typed, offers);
  else if (column == TD_ENTRY_AWARD_FORM && self != NULL)
    complete_texts (self->forms, g_strv_length (self->forms), typed, offers);
  return offers;
}

/**
 * td_entry_words_take_post:
 * @self: the words
 * @post: a post that has been entered
 *
 * Offers it from now on.
 */
void
td_entry_words_take_post (TdEntryWords *self, const char *post)
{
  if (post != NULL && *post != '\0' && !g_ptr_array_find_with_equal_func (self->posts, post, g_str_equal, NULL))
    g_ptr_array_add (self->posts, g_strdup (post));
}

/* Persons the office knows */

typedef struct
{
  char *name;
  char *kind;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->name);
  g_free (wanted->kind);
  g_free (wanted);
}

static gboolean
subjects_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Wanted *wanted = data;
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_SUBJECT);
  g_autoptr (GPtrArray) found = NULL;
  GListStore *list;

  td_query_search (query, wanted->name);
  if (wanted->kind != NULL)
    td_query_where_text (query, "kind", wanted->kind);
  td_query_order_by (query, "name", FALSE);
  found = td_connection_list_page (connection, query, 0, MAX_OFFERS, error);
  if (found == NULL)
    return FALSE;
  list = g_list_store_new (TD_TYPE_SUBJECT);
  g_list_store_splice (list, 0, 0, found->pdata, found->len);
  td_job_take_object (job, list);
  return TRUE;
}

/**
 * td_entry_subjects_job:
 * @name: what has been typed of a name
 * @kind: (nullable): the kind of subject
 *
 * Returns: (transfer full): a job that looks for subjects who may be meant
 */
TdJob *
td_entry_subjects_job (const char *name, const char *kind)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->name = g_strdup (name);
  wanted->kind = g_strdup (kind);
  return td_job_new_read (subjects_cb, wanted, (GDestroyNotify) wanted_free);
}

/**
 * td_entry_subjects_offer:
 * @job: a job of td_entry_subjects_job() that has run
 *
 * Returns: (transfer full) (element-type TdEntryOffer): the subjects with birth and unit, by which
 *   people tell them apart
 */
GPtrArray *
td_entry_subjects_offer (TdJob *job)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func ((GDestroyNotify) td_entry_offer_free);
  GListModel *list = td_job_get_object (job);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TdSubject) subject = g_list_model_get_item (list, i);
      g_autofree char *birth = subject->birth != NULL ? td_date_to_display (subject->birth) : NULL;
      g_autofree char *note = birth != NULL && subject->unit_name != NULL ? g_strdup_printf ("%s · %s", birth, subject->unit_name)
                                                                          : g_strdup (birth != NULL ? birth : subject->unit_name);

      take_offer (offers, subject->name, note, subject);
    }
  return offers;
}
