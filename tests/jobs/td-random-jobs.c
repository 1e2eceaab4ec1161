/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-bloc-jobs.h"
#include "td-decision-jobs.h"
#include "td-nomination-jobs.h"
#include "td-office-jobs.h"
#include "td-random-jobs.h"
#include "td-record-jobs.h"
#include "td-unit-act-jobs.h"
#include "td-unit-history.h"
#include "td-unit-jobs.h"
#include "td-unit-province-job.h"

/* Every job there is, with something at random to do. */

static const char *const words[] = {
  "Nguyễn", "Trần", "Lê", "Đặng", "Y Bhiông", "H’Ăng", "Thị", "Văn", "Hoà", "Ánh", "Quý", "Niê", "Kđăm", "xã", "phường", "Ea Kar", "Krông Pắc"
};

guint
td_random_below (TdRandomOffice *self, guint n)
{
  return g_rand_int_range (self->rand, 0, n);
}

gboolean
td_random_one_in (TdRandomOffice *self, guint n)
{
  return td_random_below (self, n) == 0;
}

char *
td_random_text (TdRandomOffice *self)
{
  GString *text = g_string_new (words[td_random_below (self, G_N_ELEMENTS (words))]);

  for (guint i = td_random_below (self, 3); i > 0; i--)
    g_string_append_printf (text, " %s", words[td_random_below (self, G_N_ELEMENTS (words))]);
  if (!td_random_one_in (self, 4))
    g_string_append_printf (text, " %u", ++self->serial);
  return g_string_free (text, FALSE);
}

static char *
make_date (TdRandomOffice *self)
{
  guint year = 2020 + td_random_below (self, 7);

  if (td_random_one_in (self, 4))
    return g_strdup_printf ("%u", year);
  return td_random_one_in (self, 4) ? g_strdup_printf ("%u-%02u", year, 1 + td_random_below (self, 12))
                                    : g_strdup_printf ("%u-%02u-%02u", year, 1 + td_random_below (self, 12), 1 + td_random_below (self, 28));
}

typedef struct
{
  TdQuery *query;
  GRand *rand;
  gpointer entity;
} Pick;

static gboolean
pick_cb (TdConnection *connection, gpointer data, GError **error)
{
  Pick *pick = data;
  gint64 n = td_connection_count (connection, pick->query, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (n <= 0)
    return n == 0;
  rows = td_connection_list_page (connection, pick->query, g_rand_int_range (pick->rand, 0, n), 1, error);
  if (rows != NULL)
    pick->entity = g_object_ref (g_ptr_array_index (rows, 0));
  return rows != NULL;
}

/* A record at random, with a value when one is given; NULL when there is none. */
gpointer
td_random_office_pick (TdRandomOffice *self, GType type, const char *field, const char *value)
{
  g_autoptr (TdQuery) query = td_query_new (type);
  g_autoptr (GError) error = NULL;
  Pick pick = { query, self->rand, NULL };

  if (field != NULL)
    td_query_where_text (query, field, value);
  td_store_read (self->office->store, pick_cb, &pick, NULL, &error);
  g_assert_no_error (error);
  return pick.entity;
}

gint64
td_random_pick_id (TdRandomOffice *self, GType type, const char *field, const char *value)
{
  g_autoptr (TdEntity) entity = td_random_office_pick (self, type, field, value);

  return entity != NULL ? td_entity_get_id (entity) : 0;
}

static void
fill_field (TdRandomOffice *self, TdEntity *entity, const TdField *field)
{
  g_autofree char *text = NULL;
  guint n = 0;

  switch (field->kind)
    {
    case TD_FIELD_TEXT:
    case TD_FIELD_LONG_TEXT:
      text = td_random_text (self);
      break;
    case TD_FIELD_DATE:
      text = make_date (self);
      break;
    case TD_FIELD_CHOICE:
      while (field->choices[n].nick != NULL)
        n++;
      text = g_strdup (field->choices[td_random_below (self, n)].nick);
      break;
    case TD_FIELD_BOOLEAN:
      td_entity_set_number (entity, field, td_random_below (self, 2));
      return;
    case TD_FIELD_REFERENCE:
      td_entity_set_number (entity, field, td_random_pick_id (self, td_model_type_of_table (field->target), NULL, NULL));
      return;
    case TD_FIELD_INTEGER:
    case TD_FIELD_MONEY:
    default:
      td_entity_set_number (entity, field, td_random_below (self, 1000));
      return;
    }
  td_entity_set_text (entity, field, text);
}

/* What a form would let a person enter, all of it or a little. */
static void
fill (TdRandomOffice *self, TdEntity *entity, gboolean is_new)
{
  TdEntityClass *klass = TD_ENTITY_GET_CLASS (entity);

  for (guint i = 2; i < klass->n_fields; i++)
    {
      const TdField *field = &klass->fields[i];
      gboolean needed = is_new && (field->flags & TD_FIELD_REQUIRED) != 0;

      if (field->via == NULL && (field->flags & TD_FIELD_FIXED) == 0 && (needed || td_random_one_in (self, 3)))
        fill_field (self, entity, field);
    }
}

static TdJob *
save_record (TdRandomOffice *self)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  GType type = types[td_random_below (self, n_types)];
  /* There is one office and one wording; awards are made by decisions, and called at ceremonies when they are issued. */
  gboolean may_add = type != TD_TYPE_OFFICE && type != TD_TYPE_WORDING && type != TD_TYPE_AWARD && type != TD_TYPE_CEREMONY_LINE;
  g_autoptr (TdEntity) entity = may_add && td_random_one_in (self, 2) ? NULL : td_random_office_pick (self, type, NULL, NULL);
  gboolean is_new = entity == NULL;

  if (is_new && !may_add)
    return NULL;
  if (is_new)
    entity = g_object_new (type, NULL);
  fill (self, entity, is_new);
  return td_record_save_job (entity);
}

static TdJob *
delete_records (TdRandomOffice *self)
{
  guint n_types;
  const GType *types = td_model_get_types (&n_types);
  /* Groups of units often: seeding has something to do only when one is gone. */
  GType type = td_random_one_in (self, 6) ? TD_TYPE_UNIT_GROUP : types[1 + td_random_below (self, n_types - 1)];
  gint64 ids[3];
  guint n = 1 + td_random_below (self, G_N_ELEMENTS (ids));

  for (guint i = 0; i < n; i++)
    {
      ids[i] = td_random_pick_id (self, type, NULL, NULL);
      if (ids[i] == 0)
        return NULL;
    }
  return td_record_delete_job (type, ids, n);
}

static TdJob *
get_record (TdRandomOffice *self)
{
  return td_record_get_job (TD_TYPE_GIVER, td_random_pick_id (self, TD_TYPE_GIVER, NULL, NULL));
}

static TdJob *
list_parts (TdRandomOffice *self)
{
  return td_record_parts_job (TD_TYPE_NOMINATION, "subject-id", td_random_pick_id (self, TD_TYPE_SUBJECT, NULL, NULL));
}

static gpointer
get_stored (TdRandomOffice *self, GType type, gint64 id)
{
  g_autoptr (TdJob) job = td_record_get_job (type, id);
  g_autoptr (GError) error = NULL;

  td_job_run (job, self->office->store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

TdNomination *
td_random_nomination (TdRandomOffice *self, TdSubject **subject)
{
  g_autofree char *name = td_random_text (self);
  g_autofree char *birth = make_date (self);
  gboolean province = td_random_one_in (self, 2);
  TdNomination *nomination;
  gint64 unit_id = td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL);

  *subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", name, "sex", "female", "birth", birth, "unit-id", unit_id, NULL);
  nomination = g_object_new (TD_TYPE_NOMINATION, "plan-id", td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL),
                             "award-form", province ? "Bằng khen" : "Giấy khen",
                             "giver-id", td_random_pick_id (self, TD_TYPE_GIVER, "level", province ? "province" : "department"),
                             "kind", td_random_one_in (self, 2) ? "movement" : "sudden", "unit-id", unit_id,
                             "achievement", "Đã có thành tích xuất sắc", "posthumous", td_random_one_in (self, 5), NULL);
  return nomination;
}

static TdJob *
save_nomination (TdRandomOffice *self)
{
  g_autoptr (TdSubject) subject = NULL;
  g_autoptr (TdNomination) nomination = td_random_one_in (self, 2) ? td_random_office_pick (self, TD_TYPE_NOMINATION, NULL, NULL) : NULL;

  if (nomination != NULL)
    {
      g_autofree char *post = td_random_text (self);

      subject = get_stored (self, TD_TYPE_SUBJECT, nomination->subject_id);
      g_object_set (subject, "post", post, "sex", "male", NULL);
      if (td_random_one_in (self, 3))
        g_object_set (subject, "name", post, NULL);
      g_object_set (nomination, "post", post, "achievement", post, NULL);
    }
  else
    nomination = td_random_nomination (self, &subject);
  return td_nomination_save_job (nomination, subject);
}

static TdJob *
check_nominations (TdRandomOffice *self)
{
  return td_nomination_check_job (td_random_one_in (self, 2) ? 0 : td_random_pick_id (self, TD_TYPE_NOMINATION, NULL, NULL));
}

static TdJob *
check_draft (TdRandomOffice *self)
{
  g_autoptr (TdSubject) subject = NULL;
  g_autoptr (TdNomination) nomination = td_random_nomination (self, &subject);

  return td_nomination_check_draft_job (nomination, subject);
}

char *
td_random_write_file (TdRandomOffice *self, const char *name, GString *text)
{
  char *path = g_build_filename (self->office->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  return path;
}

static TdJob *
import_nominations (TdRandomOffice *self)
{
  g_autoptr (GString) text = g_string_new ("Họ và tên,Loại,Ngày sinh,Giới tính,Số CCCD,Đơn vị,Hình thức khen thưởng,Loại hình,Thành tích,Từ ngày,Đến ngày\n");
  g_autofree char *path = NULL;

  for (guint i = 1 + td_random_below (self, 12); i > 0; i--)
    {
      g_autoptr (TdUnit) unit = td_random_office_pick (self, TD_TYPE_UNIT, NULL, NULL);
      g_autofree char *name = td_random_text (self);

      g_string_append_printf (text, "%s,%s,%02u/03/19%u,%s,%s%09u,%s,%s,%s,Đã có thành tích xuất sắc,01/01/2025,%s\n", name,
                              td_random_one_in (self, 5) ? "Tập thể" : "Cá nhân", 1 + td_random_below (self, 28), 60 + td_random_below (self, 40),
                              td_random_one_in (self, 2) ? "Nam" : "Nữ", "066", 100000 + td_random_below (self, 200),
                              unit != NULL && unit->code != NULL ? unit->code : unit != NULL ? unit->name
                                                                                             : "",
                              td_random_one_in (self, 2) ? "Bằng khen" : "Giấy khen", td_random_one_in (self, 2) ? "Phong trào" : "Đột xuất",
                              td_random_one_in (self, 2) ? "30/06/2025" : "");
    }
  path = td_random_write_file (self, "nominations.csv", text);
  return td_nomination_import_job (path, td_random_pick_id (self, TD_TYPE_PLAN, NULL, NULL), td_random_one_in (self, 5));
}

static TdJob *
import_units (TdRandomOffice *self)
{
  g_autoptr (GString) text = g_string_new ("Mã,Tên đơn vị,Loại,Trực thuộc,Từ ngày\n");
  g_autofree char *path = NULL;

  for (guint i = 1 + td_random_below (self, 6); i > 0; i--)
    {
      g_autofree char *name = td_random_text (self);

      g_string_append_printf (text, "U%u,%s,%s,U%u,%s\n", td_random_below (self, 60), name, td_random_one_in (self, 2) ? "xã" : "phường",
                              td_random_below (self, 60), td_random_one_in (self, 2) ? "01/07/2025" : "");
    }
  path = td_random_write_file (self, "units.csv", text);
  return td_unit_import_job (path);
}

static TdJob *
draft_decision (TdRandomOffice *self)
{
  g_autoptr (TdNomination) nomination = td_random_office_pick (self, TD_TYPE_NOMINATION, "state", "new");

  return nomination != NULL ? td_decision_draft_job (nomination->plan_id, nomination->giver_id, td_random_one_in (self, 2) ? "Trần Văn A" : NULL,
                                                     NULL, 0, td_random_one_in (self, 10))
                            : NULL;
}

static TdJob *
add_to_decision (TdRandomOffice *self)
{
  g_autoptr (TdNomination) nomination = td_random_office_pick (self, TD_TYPE_NOMINATION, "state", "new");
  g_autoptr (TdDecision) decision = td_random_office_pick (self, TD_TYPE_DECISION, NULL, NULL);
  gint64 id = nomination != NULL ? td_entity_get_id (TD_ENTITY (nomination)) : 0;

  return id != 0 && decision != NULL ? td_decision_add_job (td_entity_get_id (TD_ENTITY (decision)), &id, 1) : NULL;
}

static TdJob *
strike_names (TdRandomOffice *self)
{
  gint64 ids[2] = { td_random_pick_id (self, TD_TYPE_AWARD, NULL, NULL), td_random_pick_id (self, TD_TYPE_AWARD, NULL, NULL) };

  return ids[0] != 0 ? td_decision_strike_job (ids, ids[0] != ids[1] && td_random_one_in (self, 2) ? 2 : 1) : NULL;
}

static TdJob *
submit_decision (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);

  return id != 0 ? td_decision_submit_job (id, !td_random_one_in (self, 3)) : NULL;
}

static TdJob *
issue_decision (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, "state", td_random_one_in (self, 2) ? "draft" : "submitted");
  g_autofree char *number = g_strdup_printf ("%u/QĐ-UBND", ++self->serial);

  return id != 0 ? td_decision_issue_job (id, number, "2026-09-02") : NULL;
}

static TdJob *
print_decision (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, "decision.pdf", NULL);

  return id != 0 ? td_decision_print_job (id, path) : NULL;
}

static TdJob *
check_office (TdRandomOffice *self)
{
  return td_office_check_job (NULL);
}

/* Mostly after what has happened so far, sometimes before. */
static TdUnitAct *
make_act (TdRandomOffice *self)
{
  g_autofree char *date = g_strdup_printf ("%u-%02u-%02u", td_random_one_in (self, 4) ? 2022 : 2026 + self->serial++ / 100, 1 + td_random_below (self, 12), 1 + td_random_below (self, 28));
  g_autofree char *document = td_random_one_in (self, 4) ? NULL : td_random_text (self);

  return g_object_new (TD_TYPE_UNIT_ACT, "date", date, "document", document, NULL);
}

static TdUnit *
make_unit (TdRandomOffice *self)
{
  g_autoptr (TdUnit) stored = td_random_one_in (self, 3) ? td_random_office_pick (self, TD_TYPE_UNIT, NULL, NULL) : NULL;
  g_autofree char *name = td_random_text (self);

  return stored != NULL ? g_steal_pointer (&stored) : g_object_new (TD_TYPE_UNIT, "name", name, NULL);
}

static TdJob *
merge_units (TdRandomOffice *self)
{
  gint64 ids[] = { td_random_pick_id (self, TD_TYPE_UNIT, "valid-to", NULL), td_random_pick_id (self, TD_TYPE_UNIT, "valid-to", NULL), td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL) };
  g_autoptr (TdUnitAct) act = make_act (self);
  g_autoptr (TdUnit) into = make_unit (self);

  return ids[0] != 0 ? td_unit_merge_job (act, ids, td_random_one_in (self, 3) ? 3 : 2, into) : NULL;
}

static TdJob *
split_unit (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_UNIT, "valid-to", NULL);
  g_autoptr (TdUnitAct) act = make_act (self);
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1 + td_random_below (self, 3); i > 0; i--)
    g_ptr_array_add (into, make_unit (self));
  return id != 0 ? td_unit_split_job (act, id, into, td_random_one_in (self, 2)) : NULL;
}

static TdJob *
rename_unit (TdRandomOffice *self)
{
  g_autoptr (TdUnit) unit = td_random_office_pick (self, TD_TYPE_UNIT, NULL, NULL);
  g_autoptr (TdUnitAct) act = make_act (self);
  g_autofree char *name = td_random_text (self);

  if (unit == NULL)
    return NULL;
  g_object_set (unit, "name", name, NULL);
  return td_unit_rename_job (act, unit);
}

static TdJob *
move_unit (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL);
  g_autoptr (TdUnitAct) act = make_act (self);

  return id != 0 ? td_unit_move_job (act, id, td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL), td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL) : 0) : NULL;
}

static TdJob *
take_province (TdRandomOffice *self)
{
  return td_unit_take_province_job (td_random_one_in (self, 2) ? "56" : "Sơn La");
}

static TdJob *
list_provinces (TdRandomOffice *self)
{
  return td_unit_provinces_job ();
}

static TdJob *
copy_blocs (TdRandomOffice *self)
{
  g_autoptr (TdBloc) bloc = td_random_office_pick (self, TD_TYPE_BLOC, NULL, NULL);

  return bloc != NULL ? td_bloc_copy_job (bloc->year) : NULL;
}

/* All of them may have been deleted. */
static TdJob *
make_bloc (TdRandomOffice *self)
{
  g_autofree char *name = td_random_text (self);
  g_autoptr (TdBloc) bloc = g_object_new (TD_TYPE_BLOC, "year", (gint64) 1990 + td_random_below (self, 20), "name", name, "kind", "bloc", NULL);

  return td_record_save_job (bloc);
}

static TdJob *
add_members (TdRandomOffice *self)
{
  gint64 bloc_id = td_random_pick_id (self, TD_TYPE_BLOC, NULL, NULL);
  gint64 ids[] = { td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL), td_random_pick_id (self, TD_TYPE_UNIT, NULL, NULL) };

  return bloc_id != 0 && ids[0] != 0 ? td_bloc_add_members_job (bloc_id, ids, td_random_one_in (self, 2) ? 2 : 1) : NULL;
}

static TdJob *
remove_members (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_BLOC_MEMBER, NULL, NULL);

  return id != 0 ? td_bloc_remove_members_job (&id, 1) : NULL;
}

/* A new job belongs here; a test says so. */
/* The usual groups are taken as far as they lack. */
static const TdRandomJob delete_group = { "td_record_delete_job", td_random_delete_group, 0, TRUE };

static const TdRandomJob new_bloc = { "td_record_save_job", make_bloc, 0, TRUE };

const TdRandomJob td_random_jobs[] = {
  { "td_record_save_job", save_record, 30, TRUE },
  { "td_record_delete_job", delete_records, 8, TRUE },
  { "td_record_get_job", get_record, 1, FALSE },
  { "td_record_parts_job", list_parts, 1, FALSE },
  { "td_calibration_keep_job", td_random_keep_calibration, 5, TRUE },
  { "td_calibration_find_job", td_random_find_calibration, 1, FALSE },
  { "td_calibration_days_job", td_random_read_days, 1, FALSE },
  { "td_calibration_set_days_job", td_random_set_days, 3, TRUE },
  { "td_calibration_target_job", td_random_write_target, 1, FALSE },
  { "td_emblem_set_job", td_random_set_emblem, 3, TRUE },
  { "td_emblem_remove_job", td_random_remove_emblem, 2, TRUE },
  { "td_emblem_show_job", td_random_show_emblem, 1, FALSE },
  { "td_nomination_save_job", save_nomination, 12, TRUE },
  { "td_nomination_check_job", check_nominations, 1, FALSE },
  { "td_nomination_check_draft_job", check_draft, 1, FALSE },
  { "td_nomination_import_job", import_nominations, 14, TRUE },
  { "td_list_import_job", td_random_import_list, 10, TRUE },
  { "td_list_take_job", td_random_take_list, 6, TRUE },
  { "td_list_preview_job", td_random_preview_list, 1, FALSE },
  { "td_list_preview_look_job", td_random_look_at_row, 1, FALSE },
  { "td_list_preview_mend_job", td_random_mend_row, 1, FALSE },
  { "td_list_preview_mend_all_job", td_random_mend_rows, 1, FALSE },
  { "td_list_preview_type_job", td_random_type_in_row, 1, FALSE },
  { "td_list_export_job", td_random_export_list, 1, FALSE },
  { "td_list_form_job", td_random_write_form, 1, FALSE },
  { "td_entry_line_save_job", td_random_save_line, 8, TRUE },
  { "td_entry_words_job", td_random_read_words, 1, FALSE },
  { "td_entry_subjects_job", td_random_find_subjects, 1, FALSE },
  { "td_entry_lines_read_job", td_random_read_lines, 1, FALSE },
  { "td_unit_import_job", import_units, 6, TRUE },
  { "td_unit_merge_job", merge_units, 8, TRUE },
  { "td_unit_split_job", split_unit, 8, TRUE },
  { "td_unit_rename_job", rename_unit, 6, TRUE },
  { "td_unit_move_job", move_unit, 8, TRUE },
  { "td_unit_history_job", td_random_unit_history, 2, FALSE },
  { "td_unit_list_job", td_random_list_units, 1, FALSE },
  { "td_unit_take_province_job", take_province, 1, TRUE },
  { "td_unit_provinces_job", list_provinces, 1, FALSE },
  { "td_unit_group_seed_job", td_random_seed_groups, 4, TRUE, &delete_group },
  { "td_task_units_job", td_random_list_task_units, 1, FALSE },
  { "td_bloc_copy_job", copy_blocs, 4, TRUE, &new_bloc },
  { "td_bloc_add_members_job", add_members, 6, TRUE },
  { "td_bloc_remove_members_job", remove_members, 4, TRUE },
  { "td_plan_import_job", td_random_import_plan, 1, TRUE },
  { "td_plan_import_text_job", td_random_import_plan_text, 1, TRUE },
  { "td_plan_accept_job", td_random_accept_plan, 1, TRUE },
  { "td_plan_accept_file_job", td_random_accept_plan_file, 1, TRUE },
  { "td_plan_review_job", td_random_review_plan, 1, FALSE },
  { "td_plan_review_text_job", td_random_review_plan_text, 1, FALSE },
  { "td_plan_review_save_job", td_random_save_review, 1, FALSE },
  { "td_plan_diff_job", td_random_compare_plan, 1, FALSE },
  { "td_event_new_job", td_random_note_event, 3, TRUE },
  { "td_plan_new_job", td_random_begin_plan, 4, TRUE },
  { "td_outline_step_job", td_random_write_plan, 12, TRUE },
  { "td_plan_issue_job", td_random_issue_plan, 0, TRUE }, /* a barrier: its own test */
  { "td_plan_kin_job", td_random_read_kin, 1, FALSE },
  { "td_plan_draft_job", td_random_read_draft, 1, FALSE },
  { "td_event_set_day_job", td_random_set_event, 5, TRUE },
  { "td_plan_document_job", td_random_print_plan, 1, FALSE },
  { "td_plan_change_job", td_random_change_plan, 2, TRUE },
  { "td_plan_view_job", td_random_view_plan, 1, FALSE },
  { "td_plan_recipients_job", td_random_list_recipients, 1, FALSE },
  { "td_plan_whole_text_job", td_random_read_whole_text, 1, FALSE },
  { "td_task_list_job", td_random_list_tasks, 1, FALSE },
  { "td_plan_interim_job", td_random_ask_every_year, 1, TRUE },
  { "td_record_save_with_file_job", td_random_note_fact, 3, TRUE },
  { "td_overview_job", td_random_look_over, 1, FALSE },
  { "td_timeline_save_job", td_random_draw_timeline, 1, FALSE },
  { "td_report_list_job", td_random_list_reports, 1, FALSE },
  { "td_report_receive_job", td_random_receive_report, 4, TRUE },
  { "td_report_remind_job", td_random_remind, 2, TRUE },
  { "td_decision_draft_job", draft_decision, 8, TRUE },
  { "td_decision_add_job", add_to_decision, 8, TRUE },
  { "td_decision_strike_job", strike_names, 6, TRUE },
  { "td_decision_submit_job", submit_decision, 6, TRUE },
  { "td_decision_issue_job", issue_decision, 0, TRUE }, /* a barrier: its own scenario */
  { "td_decision_print_job", print_decision, 1, FALSE },
  { "td_decision_act_job", td_random_act_on_decision, 0, TRUE }, /* of what is issued: test-decision-acts.c */
  { "td_decision_history_job", td_random_read_acts, 1, FALSE },
  { "td_certificate_document_job", td_random_document_certificates, 1, FALSE },
  { "td_wording_job", td_random_read_wording, 1, FALSE },
  { "td_wording_save_job", td_random_save_wording, 1, TRUE },
  { "td_wording_set_job", td_random_set_wording, 1, TRUE },
  { "td_certificate_files_job", td_random_save_certificate_files, 1, FALSE },
  { "td_certificate_print_job", td_random_print_certificates, 1, FALSE },
  { "td_key_make_job", td_random_make_key, 3, TRUE },
  { "td_key_import_job", td_random_import_key, 3, TRUE },
  { "td_key_restore_job", td_random_restore_key, 3, TRUE },
  { "td_key_retire_job", td_random_retire_key, 3, TRUE },
  { "td_key_passphrase_job", td_random_change_passphrase, 0, TRUE }, /* a barrier: test-authentic.py */
  { "td_key_export_job", td_random_export_key, 1, FALSE },
  { "td_key_sheet_job", td_random_write_sheet, 1, FALSE },
  { "td_code_place_job", td_random_place_codes, 3, TRUE },
  { "td_authenticity_state_job", td_random_read_authenticity, 1, FALSE },
  { "td_code_find_job", td_random_find_code, 1, FALSE },
  { "td_statement_sign_job", td_random_sign, 0, TRUE }, /* after a barrier: test-authentic.py */
  { "td_statement_pages_job", td_random_print_codes, 1, FALSE },
  { "td_verify_job", td_random_verify, 1, FALSE },
  { "td_preflight_job", td_random_preflight, 2, FALSE },
  { "td_preflight_mend_job", td_random_mend, 0, TRUE },           /* each way: test-preflight-mend.c */
  { "td_preflight_sign_off_job", td_random_sign_off, 0, TRUE },   /* of what is issued: test-preflight.c */
  { "td_print_batch_begin_job", td_random_begin_batch, 0, TRUE }, /* after a barrier: test-print-batch.c */
  { "td_print_batch_check_job", td_random_check_batch, 1, FALSE },
  { "td_print_batch_reprint_job", td_random_reprint, 0, TRUE },
  { "td_print_batch_last_job", td_random_last_batch, 1, FALSE },
  { "td_print_batch_test_sheet_job", td_random_test_sheet, 1, FALSE },
  { "td_print_batch_parcel_job", td_random_make_parcel, 0, FALSE },
  { "td_print_batch_sending_job", td_random_send_chunk, 0, TRUE },
  { "td_print_batch_sent_job", td_random_sent_chunk, 0, TRUE },
  { "td_print_batch_returned_job", td_random_return_chunk, 0, TRUE },
  { "td_print_batch_finished_job", td_random_finish_chunk, 0, TRUE },
  { "td_print_batch_unclear_job", td_random_unclear_chunk, 0, TRUE },
  { "td_print_batch_pause_job", td_random_pause_batch, 0, TRUE },
  { "td_print_batch_settle_job", td_random_settle_batch, 0, TRUE },
  { "td_print_batch_give_up_job", td_random_give_up_batch, 0, TRUE },
  { "td_print_batch_list_open_job", td_random_list_open_batches, 1, FALSE },
  { "td_print_batch_look_job", td_random_look_at_batch, 0, FALSE },
  { "td_ceremony_new_job", td_random_new_ceremony, 4, TRUE },
  { "td_ceremony_add_job", td_random_add_to_ceremony, 0, TRUE }, /* after a barrier, like all on lines: test-ceremony-jobs.c */
  { "td_ceremony_strike_job", td_random_strike_lines, 0, TRUE },
  { "td_ceremony_order_job", td_random_order_ceremony, 0, TRUE },
  { "td_ceremony_move_job", td_random_move_lines, 0, TRUE },
  { "td_ceremony_seat_job", td_random_seat, 3, TRUE },
  { "td_ceremony_mark_job", td_random_mark_lines, 0, TRUE },
  { "td_ceremony_present_job", td_random_present, 0, TRUE },
  { "td_ceremony_send_job", td_random_send, 0, TRUE },
  { "td_ceremony_carry_job", td_random_carry, 0, TRUE },
  { "td_ceremony_choice_job", td_random_list_ceremonies, 1, FALSE },
  { "td_ceremony_count_job", td_random_count_ceremony, 1, FALSE },
  { "td_ceremony_print_job", td_random_print_ceremony, 1, FALSE },
  { "td_kit_set_job", td_random_set_kit, 4, TRUE },
  { "td_kit_list_job", td_random_list_kit, 1, FALSE },
  { "td_kit_order_job", td_random_order_kit, 1, FALSE },
  { "td_stock_add_job", td_random_add_stock, 4, TRUE },
  { "td_stock_receive_job", td_random_receive_blanks, 6, TRUE },
  { "td_stock_spoil_job", td_random_spoil_sheet, 5, TRUE },
  { "td_stock_destroy_job", td_random_destroy_sheet, 3, TRUE },
  { "td_stock_print_job", td_random_print_on_stock, 0, TRUE }, /* after a barrier: test-stock.c */
  { "td_stock_hand_out_job", td_random_hand_out, 0, TRUE },
  { "td_stock_hand_back_job", td_random_hand_back, 0, TRUE },
  { "td_stock_take_back_job", td_random_take_sheet_back, 0, TRUE },
  { "td_stock_count_job", td_random_count_stock, 1, FALSE },
  { "td_template_save_job", td_random_save_template, 4, TRUE },
  { "td_template_import_job", td_random_import_template, 2, TRUE },
  { "td_template_retire_job", td_random_retire_template, 2, TRUE },
  { "td_template_remove_job", td_random_remove_template, 2, TRUE },
  { "td_award_layout_set_job", td_random_arrange_award, 3, TRUE },
  { "td_award_layout_clear_job", td_random_arrange_as_usual, 2, TRUE },
  { "td_award_layout_arrange_job", td_random_arrange_certificate, 3, TRUE },
  { "td_template_record_job", td_random_read_record, 1, FALSE },
  { "td_template_record_award_job", td_random_read_award, 1, FALSE },
  { "td_template_record_longest_job", td_random_find_longest, 1, FALSE },
  { "td_template_picture_file_job", td_random_read_picture, 1, FALSE },
  { "td_underlay_set_job", td_random_lay_under, 2, TRUE },
  { "td_underlay_mark_job", td_random_mark_underlay, 2, TRUE },
  { "td_underlay_remove_job", td_random_take_away, 1, TRUE },
  { "td_underlay_get_job", td_random_get_underlay, 1, FALSE },
  { "td_template_list_job", td_random_list_templates, 1, FALSE },
  { "td_template_get_job", td_random_get_template, 1, FALSE },
  { "td_template_check_job", td_random_check_template, 1, FALSE },
  { "td_template_export_job", td_random_export_template, 1, FALSE },
  { "td_stock_count_print_job", td_random_print_count, 1, FALSE },
  { "td_subject_merge_job", td_random_merge_subjects, 6, TRUE },
  { "td_subject_merge_pairs_job", td_random_merge_pairs, 5, TRUE },
  { "td_subject_merge_look_job", td_random_look_at_merge, 1, FALSE },
  { "td_subject_split_job", td_random_split_subject, 4, TRUE },
  { "td_subject_distinct_job", td_random_tell_apart, 3, TRUE },
  { "td_subject_doubles_job", td_random_find_doubles, 1, FALSE },
  { "td_subject_likely_job", td_random_find_likely, 1, FALSE },
  { "td_subject_history_job", td_random_read_history, 1, FALSE },
  { "td_subject_life_job", td_random_read_life, 1, FALSE },
  { "td_subject_confirm_job", td_random_confirm_awards, 1, FALSE },
  { "td_office_check_job", check_office, 1, FALSE },
};
const guint td_n_random_jobs = G_N_ELEMENTS (td_random_jobs);
