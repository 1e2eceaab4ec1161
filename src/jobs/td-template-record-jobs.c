/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-record-jobs"

#include "config.h"

#include <string.h>

#include "td-award-layout.h"
#include "td-catalogue-reader.h"
#include "td-certificate-set.h"
#include "td-emblem-jobs.h"
#include "td-template-record-private.h"

/* Reading whose text a template is tried with: the awards of the office, one after the other, and those with the
 * longest texts, by the same way as what is printed. */

/* As many as are offered, and as many as are looked at for them: the longest columns do not always make the
 * longest line. */
#define N_LONGEST    10
#define N_CANDIDATES 40

/* The awards a template is for; all when it is for none we know. */
static TdQuery *
make_query (const char *const *award_forms)
{
  TdQuery *query = td_query_new (TD_TYPE_AWARD);

  if (award_forms != NULL && award_forms[0] != NULL)
    td_query_where_any_text (query, "award-form", award_forms);
  return query;
}

static char **
dup_award_forms (TdTemplate *template)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *forms = td_catalogue_get_forms (td_catalogue_get_shipped ());

  for (guint i = 0; i < forms->len; i++)
    {
      const TdAwardForm *form = g_ptr_array_index (forms, i);

      if (td_template_suits (template, form->id) && !g_ptr_array_find_with_equal_func (names, form->name, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (form->name));
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static TdTemplateRecord *
read_record (TdJob *job, TdConnection *connection, const TdAward *award, const char *template_name, GError **error)
{
  const gint64 id = td_entity_get_id ((TdEntity *) award);
  const TdCertificateOptions options = { .template_name = template_name, .award_ids = &id, .n_awards = 1 };
  TdCertificateSet *set = td_certificate_set_new (award->decision_id, &options);
  TdTemplateRecord *self = NULL;

  if (td_certificate_set_read (set, job, connection, error))
    {
      self = g_object_new (TD_TYPE_TEMPLATE_RECORD, NULL);
      self->award_id = id;
      self->name = g_strdup (award->subject_name);
      self->fields = td_recipients_dup (set->recipients, 0);
      self->template = g_object_ref (td_certificate_set_get_template (set, 0));
      self->layouts = g_ptr_array_ref (set->layouts);
    }
  td_certificate_set_free (set);
  return self;
}

/* What stands in the emblem's place: the same for all records. A file that cannot be drawn is a matter of the preflight;
 * here its place stays empty. */
static gboolean
read_emblem (TdConnection *connection, TdPicture **picture, GError **error)
{
  g_autoptr (TdEmblem) emblem = NULL;

  if (!td_emblem_read (connection, &emblem, error))
    return FALSE;
  *picture = emblem != NULL ? td_emblem_make_picture (emblem, NULL) : NULL;
  return TRUE;
}

static void
set_emblem (TdTemplateRecord *self, TdPicture *emblem)
{
  self->emblem = emblem != NULL ? td_picture_ref (emblem) : NULL;
}

typedef struct
{
  char **award_forms;
  char *template_name;
  guint position;
  gint64 award_id;
  TdTemplateBox *box;
} Input;

static void
input_free (Input *input)
{
  g_strfreev (input->award_forms);
  g_free (input->template_name);
  g_clear_pointer (&input->box, td_template_box_free);
  g_free (input);
}

static TdTemplateRecord *
read_at (TdJob *job, TdConnection *connection, TdQuery *query, guint position, guint total, GError **error)
{
  g_autoptr (GPtrArray) awards = td_connection_list_page (connection, query, position, 1, error);
  TdTemplateRecord *record = awards != NULL && awards->len > 0 ? read_record (job, connection, g_ptr_array_index (awards, 0), NULL, error) : NULL;

  if (record != NULL)
    {
      record->position = position;
      record->total = total;
    }
  return record;
}

/* Which awards come, and how many: those the template is for, else all. */
static TdQuery *
find_awards (TdConnection *connection, const Input *input, gint64 *total, GError **error)
{
  g_autoptr (TdQuery) query = make_query ((const char *const *) input->award_forms);

  *total = td_connection_count (connection, query, error);
  if (*total != 0)
    return g_steal_pointer (&query);
  td_query_unref (query);
  query = make_query (NULL);
  *total = td_connection_count (connection, query, error);
  return g_steal_pointer (&query);
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  gint64 total;
  g_autoptr (TdQuery) query = find_awards (connection, input, &total, error);
  g_autoptr (TdPicture) emblem = NULL;
  TdTemplateRecord *record;

  if (total < 0 || !read_emblem (connection, &emblem, error))
    return FALSE;
  record = total == 0 ? td_template_record_new_sample ()
                      : read_at (job, connection, query, MIN (input->position, (guint) total - 1), (guint) total, error);
  if (record == NULL)
    return FALSE;
  set_emblem (record, emblem);
  td_job_take_object (job, record);
  return TRUE;
}

/**
 * td_template_record_job:
 * @template: what is to be tried: awards of its forms come, or all when there are none
 * @position: which of them, from 0; the last when there are fewer
 *
 * Returns: (transfer full): a job whose object is a #TdTemplateRecord: the sample in an office without awards
 */
TdJob *
td_template_record_job (TdTemplate *template, guint position)
{
  Input *input = g_new0 (Input, 1);

  input->award_forms = dup_award_forms (template);
  input->position = position;
  return td_job_new_read (read_cb, input, (GDestroyNotify) input_free);
}

static gboolean
read_award_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, input->award_id, error);
  g_autoptr (TdTemplateRecord) record = award != NULL ? read_record (job, connection, award, input->template_name, error) : NULL;
  g_autoptr (TdPicture) emblem = NULL;

  if (record == NULL || !read_emblem (connection, &emblem, error))
    return FALSE;
  set_emblem (record, emblem);
  record->total = 1;
  td_job_take_object (job, g_steal_pointer (&record));
  return TRUE;
}

/**
 * td_template_record_award_job:
 * @award_id: an award
 * @template_name: (nullable): id of a template; %NULL for the one that suits
 *
 * Returns: (transfer full): a job whose object is its #TdTemplateRecord
 */
TdJob *
td_template_record_award_job (gint64 award_id, const char *template_name)
{
  Input *input = g_new0 (Input, 1);

  input->template_name = g_strdup (template_name);
  input->award_id = award_id;
  return td_job_new_read (read_award_cb, input, (GDestroyNotify) input_free);
}

/* The longest */

typedef struct
{
  guint position;
  glong length;
  guint hash; /* of the text: what is the same is offered once */
} Candidate;

typedef struct
{
  TdTemplateBox *box;
  GArray *candidates; /* longest first */
  guint position;
  gboolean by_post;
  gboolean by_achievement;
} Longest;

static void
offer (Longest *longest, glong length, guint hash)
{
  Candidate candidate = { longest->position, length, hash };
  guint at = longest->candidates->len;

  for (guint i = 0; i < longest->candidates->len; i++)
    if (g_array_index (longest->candidates, Candidate, i).hash == hash && g_array_index (longest->candidates, Candidate, i).length == length)
      return;
  while (at > 0 && g_array_index (longest->candidates, Candidate, at - 1).length < length)
    at--;
  if (at >= N_CANDIDATES)
    return;
  g_array_insert_val (longest->candidates, at, candidate);
  g_array_set_size (longest->candidates, MIN (longest->candidates->len, N_CANDIDATES));
}

static const char *const columns[] = { "subject-name", "printed-name", "post", "unit-name", "residence", "achievement", NULL };

static void
add_text (const char *text, glong *length, guint *hash)
{
  if (text == NULL)
    return;
  *length += g_utf8_strlen (text, -1);
  *hash = *hash * 33 + g_str_hash (text);
}

static gboolean
look_cb (const TdValue *values, gpointer user_data, GError **error)
{
  Longest *longest = user_data;
  glong length = 0;
  guint hash = 5381;

  if (longest->by_achievement)
    add_text (values[5].text, &length, &hash);
  else if (longest->by_post)
    for (guint i = 2; i < 5; i++)
      add_text (values[i].text, &length, &hash);
  else
    add_text (values[1].text != NULL ? values[1].text : values[0].text, &length, &hash);
  offer (longest, length, hash);
  longest->position++;
  return TRUE;
}

static int
compare_by_text (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TdTemplateBox *box = user_data;
  g_autofree char *one = td_template_record_dup_text ((TdTemplateRecord *) a, box);
  g_autofree char *other = td_template_record_dup_text ((TdTemplateRecord *) b, box);
  glong difference = g_utf8_strlen (other, -1) - g_utf8_strlen (one, -1);

  return difference < 0 ? -1 : difference > 0;
}

static gboolean
longest_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  gint64 total;
  g_autoptr (TdQuery) query = find_awards (connection, input, &total, error);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GListStore) list = g_list_store_new (TD_TYPE_TEMPLATE_RECORD);
  g_autoptr (TdPicture) emblem = NULL;
  Longest longest = { input->box, candidates, 0, strstr (input->box->text, "{" TD_CERTIFICATE_POST_LINE) != NULL, strstr (input->box->text, "{" TD_CERTIFICATE_ACHIEVEMENT) != NULL };

  if (total < 0 || !read_emblem (connection, &emblem, error) || !td_connection_each_values (connection, query, columns, look_cb, &longest, error))
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      g_autoptr (TdTemplateRecord) record = read_at (job, connection, query, g_array_index (candidates, Candidate, i).position, (guint) total, error);

      if (record == NULL)
        return FALSE;
      set_emblem (record, emblem);
      g_list_store_append (list, record);
    }
  g_list_store_sort (list, compare_by_text, input->box);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) > N_LONGEST)
    g_list_store_remove (list, g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
  td_job_take_object (job, g_steal_pointer (&list));
  return TRUE;
}

/**
 * td_template_record_longest_job:
 * @template: what is to be tried
 * @box: the box whose text is measured
 *
 * Returns: (transfer full): a job whose object is a #GListModel of the ten #TdTemplateRecord with the longest texts,
 *   the same text once
 */
TdJob *
td_template_record_longest_job (TdTemplate *template, const TdTemplateBox *box)
{
  Input *input = g_new0 (Input, 1);

  input->award_forms = dup_award_forms (template);
  input->box = td_template_box_dup (box);
  return td_job_new_read (longest_cb, input, (GDestroyNotify) input_free);
}
