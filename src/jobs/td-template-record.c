/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-record"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-award-layout.h"
#include "td-catalogue-reader.h"
#include "td-certificate-set.h"
#include "td-template-reader.h"
#include "td-template-record.h"

/* Whose text a template is tried with: the awards of the office, one after the other, and those with the longest
 * texts, read by the same way as what is printed. */

/* As many as are offered, and as many as are looked at for them: the longest columns do not always make the
 * longest line. */
#define N_LONGEST    10
#define N_CANDIDATES 40

struct _TdTemplateRecord
{
  GObject parent_instance;

  char *name;
  gint64 award_id;
  guint position; /* from 0 */
  guint total;
  GHashTable *fields;
  TdTemplate *template; /* (nullable): the one that suits */
  GPtrArray *layouts;   /* (nullable): TdAwardLayout: what was changed on it, in that template */
  char **keep_together;
};

G_DEFINE_FINAL_TYPE (TdTemplateRecord, td_template_record, G_TYPE_OBJECT)

static void
td_template_record_finalize (GObject *object)
{
  TdTemplateRecord *self = TD_TEMPLATE_RECORD (object);

  g_free (self->name);
  g_strfreev (self->keep_together);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_object (&self->template);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  G_OBJECT_CLASS (td_template_record_parent_class)->finalize (object);
}

static void
td_template_record_class_init (TdTemplateRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_template_record_finalize;
}

static void
td_template_record_init (TdTemplateRecord *self)
{
  /* What is compiled in can be read. */
  self->keep_together = td_keep_together_load_shipped (NULL);
}

/**
 * td_template_record_new_sample:
 *
 * Returns: (transfer full): somebody who does not exist, for an office without awards
 */
TdTemplateRecord *
td_template_record_new_sample (void)
{
  /* Official text: not translated. */
  static const char *const texts[][2] = {
    { TD_CERTIFICATE_ISSUER_TITLE, "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
    { TD_CERTIFICATE_GIFT_WORD, "Tặng" },
    { TD_CERTIFICATE_FORM_TITLE, "Bằng khen" },
    { TD_CERTIFICATE_SUBJECT_LINE, "Ông Nguyễn Văn Mẫu" },
    { TD_CERTIFICATE_POST_LINE, "Trưởng phòng Kế hoạch – Tài chính, Sở Nội vụ tỉnh Đắk Lắk" },
    { TD_CERTIFICATE_ACHIEVEMENT, "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026" },
    { TD_CERTIFICATE_DECISION_LINE, "Quyết định số 87/QĐ-UBND ngày 02 tháng 9 năm 2026" },
    { TD_CERTIFICATE_REGISTER_LINE, "Số sổ vàng: 125" },
    { TD_CERTIFICATE_PLACE_DATE, "Đắk Lắk, ngày 02 tháng 9 năm 2026" },
    { TD_CERTIFICATE_SIGNER_CAPACITY, "KT. Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_POSITION, "Phó Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_NAME, "Trần Thị Ký" },
  };
  TdTemplateRecord *self = g_object_new (TD_TYPE_TEMPLATE_RECORD, NULL);

  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_hash_table_insert (self->fields, g_strdup (texts[i][0]), g_strdup (texts[i][1]));
  self->name = g_strdup ("Nguyễn Văn Mẫu");
  return self;
}

/**
 * td_template_record_get_name:
 * @self: a record
 *
 * Returns: (transfer none): who it is
 */
const char *
td_template_record_get_name (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), NULL);

  return self->name;
}

/**
 * td_template_record_get_award_id:
 * @self: a record
 *
 * Returns: the award; 0 for the sample
 */
gint64
td_template_record_get_award_id (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), 0);

  return self->award_id;
}

/**
 * td_template_record_get_position:
 * @self: a record
 *
 * Returns: which of the awards it is, from 0
 */
guint
td_template_record_get_position (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), 0);

  return self->position;
}

/**
 * td_template_record_get_total:
 * @self: a record
 *
 * Returns: how many awards there are to step through; 0 for the sample
 */
guint
td_template_record_get_total (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), 0);

  return self->total;
}

/**
 * td_template_record_get_template:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the template its certificate is printed by when nobody chooses another
 */
TdTemplate *
td_template_record_get_template (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), NULL);

  return self->template;
}

/**
 * td_template_record_dup_text:
 * @self: a record
 * @box: a box of a template
 *
 * Returns: (transfer full): what the box says on this certificate
 */
char *
td_template_record_dup_text (TdTemplateRecord *self, const TdTemplateBox *box)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && box != NULL, NULL);

  return td_template_box_expand (box, self->fields, NULL);
}

/**
 * td_template_record_make_document:
 * @self: a record
 * @template: how it looks
 * @with_ornament: whether the ornament is drawn; all boxes are, whatever blanks carry
 *
 * Returns: (transfer full): the certificate: one page
 */
TdCertificateDocument *
td_template_record_make_document (TdTemplateRecord *self, TdTemplate *template, gboolean with_ornament)
{
  g_autoptr (GPtrArray) recipients = g_ptr_array_new ();
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  TdCertificateDocument *document;

  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && TD_IS_TEMPLATE (template), NULL);

  g_ptr_array_add (recipients, self->fields);
  document = td_certificate_document_new (template, recipients, (const char *const *) self->keep_together, TD_CERTIFICATE_WITH_ORNAMENT);
  if (!with_ornament)
    g_hash_table_insert (parts, (gpointer) "ornament", (gpointer) "");
  td_certificate_document_set_stock (document, parts, NULL);
  return document;
}

/* One certificate */

/**
 * td_template_record_dup_arranged:
 * @self: a record
 *
 * Returns: (transfer full): its template as this one certificate is printed: with what was changed on it
 */
TdTemplate *
td_template_record_dup_arranged (TdTemplateRecord *self)
{
  TdTemplate *template;

  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && self->template != NULL, NULL);

  template = td_template_dup (self->template);
  for (guint i = 0; self->layouts != NULL && i < self->layouts->len; i++)
    {
      const TdAwardLayout *layout = g_ptr_array_index (self->layouts, i);

      for (guint n = 0; n < td_template_get_n_boxes (template); n++)
        if (g_strcmp0 (td_template_get_box (template, n)->id, layout->box) == 0)
          {
            TdTemplateBox *box = td_template_box_dup (td_template_get_box (template, n));

            box->area.x += layout->dx / 1000.0;
            box->area.y += layout->dy / 1000.0;
            if (layout->size > 0)
              box->size = layout->size / 100.0;
            if (layout->text != NULL)
              {
                g_free (box->text);
                box->text = g_strdup (layout->text);
              }
            td_template_replace_box (template, n, box);
          }
    }
  return template;
}

/**
 * td_template_record_dup_layouts:
 * @self: a record
 * @arranged: its template, changed for it alone: places, texts, largest sizes
 *
 * Returns: (transfer full) (element-type TdAwardLayout): what that changes on the certificate
 */
GPtrArray *
td_template_record_dup_layouts (TdTemplateRecord *self, TdTemplate *arranged)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && self->template != NULL, layouts);

  for (guint i = 0; i < td_template_get_n_boxes (arranged); i++)
    {
      const TdTemplateBox *box = td_template_get_box (arranged, i);
      const TdTemplateBox *usual = td_template_find_box (self->template, box->id);
      gint64 dx = usual != NULL ? llround ((box->area.x - usual->area.x) * 1000) : 0;
      gint64 dy = usual != NULL ? llround ((box->area.y - usual->area.y) * 1000) : 0;
      gint64 size = usual != NULL && fabs (box->size - usual->size) > 0.001 ? llround (box->size * 100) : 0;
      const char *text = usual != NULL && !g_str_equal (box->text, usual->text) ? box->text : NULL;

      if (dx != 0 || dy != 0 || size != 0 || text != NULL)
        g_ptr_array_add (layouts, g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", self->award_id, "template-name", td_template_get_id (self->template),
                                                "box", box->id, "dx", dx, "dy", dy, "size", size, "text", text, NULL));
    }
  return layouts;
}

/**
 * td_template_record_make_arranged:
 * @self: a record
 * @arranged: its template, changed for it alone
 * @with_ornament: whether the ornament is drawn
 *
 * Returns: (transfer full): the certificate, made by the template itself and what is changed on it, as it will be printed
 */
TdCertificateDocument *
td_template_record_make_arranged (TdTemplateRecord *self, TdTemplate *arranged, gboolean with_ornament)
{
  TdCertificateDocument *document = td_template_record_make_document (self, self->template, with_ornament);
  g_autoptr (GPtrArray) layouts = td_template_record_dup_layouts (self, arranged);

  td_certificate_document_set_layouts (document, layouts);
  return document;
}

/* Reading */

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
  TdTemplateRecord *record;

  if (total < 0)
    return FALSE;
  record = total == 0 ? td_template_record_new_sample ()
                      : read_at (job, connection, query, MIN (input->position, (guint) total - 1), (guint) total, error);
  if (record != NULL)
    td_job_take_object (job, record);
  return record != NULL;
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
  TdTemplateRecord *record = award != NULL ? read_record (job, connection, award, input->template_name, error) : NULL;

  if (record == NULL)
    return FALSE;
  record->total = 1;
  td_job_take_object (job, record);
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
  Longest longest = { input->box, candidates, 0, strstr (input->box->text, "{" TD_CERTIFICATE_POST_LINE) != NULL, strstr (input->box->text, "{" TD_CERTIFICATE_ACHIEVEMENT) != NULL };

  if (total < 0 || !td_connection_each_values (connection, query, columns, look_cb, &longest, error))
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    {
      g_autoptr (TdTemplateRecord) record = read_at (job, connection, query, g_array_index (candidates, Candidate, i).position, (guint) total, error);

      if (record == NULL)
        return FALSE;
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
