/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-award-layout-jobs.h"
#include "td-certificate-rules.h"
#include "td-decision-act-jobs.h"
#include "td-preflight-mend.h"
#include "td-test-office.h"

/* What preflight finds is mended where it is found: then it is not found any more, and undoing brings both back. */

#define TEMPLATE "giay-khen-a4"

typedef struct
{
  TdTestOffice office;
  gint64 giver_id, subject_id;
  gint64 decisions[2]; /* a draft, an issued one */
} Fixture;

static gboolean
fill_office (TdConnection *connection, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (TdGiver) giver = g_object_new (TD_TYPE_GIVER, "name", "Giám đốc Sở Nội vụ", "level", "department", "place", "Đắk Lắk", NULL);

  if (!td_connection_insert (connection, giver, error))
    return FALSE;
  fixture->giver_id = td_entity_get_id (TD_ENTITY (giver));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TdDecision) decision = g_object_new (TD_TYPE_DECISION, "title", "tặng Giấy khen", "state", i == 0 ? "draft" : "issued", "giver-id", fixture->giver_id, "number", i == 0 ? NULL : "15/QĐ-SNV",
                                                      "date", i == 0 ? NULL : "2026-01-20", "signer-position", "Giám đốc", "signer-name", "Trần Văn Ký", NULL);

      if (!td_connection_insert (connection, decision, error))
        return FALSE;
      fixture->decisions[i] = td_entity_get_id (TD_ENTITY (decision));
    }
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  td_test_office_set_up (&fixture->office, NULL);
  td_test_office_write (&fixture->office, fill_office, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  td_test_office_tear_down (&fixture->office, NULL);
}

typedef struct
{
  const char *what;
  guint decision; /* 0 draft, 1 issued */
  const char *name, *sex, *printed, *post, *achievement;
  const char *rule;
  TdMendingKind kind;
  const char *proposal;
  const char *typed; /* NULL: the proposal is taken */
} Case;

static const Case cases[] = {
  { "spaces in a name", 1, "Lê Thị Bé", "female", "Bà Lê  Thị Bé", "Chuyên viên", "Đã có thành tích.", "certificate-spaces", TD_MENDING_TEXT, "Bà Lê Thị Bé", NULL },
  { "capitals of a name", 1, "lê thị bé", "female", "Bà lê thị bé", "Chuyên viên", "Đã có thành tích.", "certificate-capitals", TD_MENDING_TEXT, "Bà Lê Thị Bé", NULL },
  { "spaces in a post that was decided", 1, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên  viên chính , phụ trách", "Đã có thành tích.", "certificate-spaces", TD_MENDING_TEXT, "Chuyên viên chính, phụ trách, Sở Y tế", NULL },
  { "capitals of a wording that was decided", 1, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên", "đã có thành tích.", "certificate-capitals", TD_MENDING_TEXT, "Đã có thành tích.", NULL },
  { "capitals of a wording in the draft", 0, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên", "đã có thành tích.", "certificate-capitals", TD_MENDING_TEXT, "Đã có thành tích.", NULL },
  { "a wording that is missing in the draft", 0, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên", NULL, "certificate-empty-field", TD_MENDING_TEXT, NULL, "Đã có thành tích xuất sắc." },
  { "a wording that is missing in what was decided", 1, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên", NULL, "certificate-empty-field", TD_MENDING_TEXT, NULL, "Đã có thành tích xuất sắc." },
  { "the sex", 0, "Lê Thị Bé", NULL, "Lê Thị Bé", "Chuyên viên", "Đã có thành tích.", "certificate-address", TD_MENDING_SEX, NULL, "female" },
  { "the sex of what was decided", 1, "Đỗ Văn Ba", NULL, "Đỗ Văn Ba", "Chuyên viên", "Đã có thành tích.", "certificate-address", TD_MENDING_SEX, NULL, "male" },
  { "the address of another sex", 1, "Lê Thị Bé", "female", "Ông Lê Thị Bé", "Chuyên viên", "Đã có thành tích.", "certificate-address", TD_MENDING_TEXT, "Bà Lê Thị Bé", NULL },
  { "another name", 1, "Lê Thị Bé", "female", "Bà Lê Thị Bế", "Chuyên viên", "Đã có thành tích.", "certificate-name-differs", TD_MENDING_TEXT, NULL, "Bà Lê Thị Bé" },
};

typedef struct
{
  Fixture *fixture;
  const Case *c;
  gint64 award_id;
} Insert;

static gboolean
insert_cb (TdConnection *connection, gpointer data, GError **error)
{
  Insert *insert = data;
  const Case *c = insert->c;
  g_autoptr (TdSubject) subject = g_object_new (TD_TYPE_SUBJECT, "kind", "person", "name", c->name, "sex", c->sex, NULL);
  g_autoptr (TdAward) award = NULL;

  if (!td_connection_insert (connection, subject, error))
    return FALSE;
  award = g_object_new (TD_TYPE_AWARD, "decision-id", insert->fixture->decisions[c->decision], "subject-id", td_entity_get_id (TD_ENTITY (subject)), "giver-id", insert->fixture->giver_id, "subject-name", c->name,
                        "printed-name", c->printed, "subject-kind", "person", "unit-name", "Sở Y tế", "post", c->post, "award-form", "Giấy khen", "achievement", c->achievement,
                        "position", (gint64) 1, "register-year", (gint64) (c->decision ? 2026 : 0), "register-number", (gint64) c->decision, NULL);
  if (!td_connection_insert (connection, award, error))
    return FALSE;
  insert->award_id = td_entity_get_id (TD_ENTITY (award));
  return TRUE;
}

static TdPreflight *
look (Fixture *fixture, guint decision)
{
  const TdCertificateOptions options = { .template_name = TEMPLATE };
  g_autoptr (TdJob) job = td_preflight_job (fixture->decisions[decision], &options);
  g_autoptr (GError) error = NULL;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (td_job_get_object (job));
}

static const TdMending *
find (TdPreflight *preflight, const char *rule, const TdFinding **finding)
{
  g_assert_cmpuint (preflight->mendings->len, ==, preflight->findings->len);
  for (guint i = 0; i < preflight->findings->len; i++)
    {
      const TdFinding *candidate = g_ptr_array_index (preflight->findings, i);

      if (!g_str_equal (candidate->rule, rule))
        continue;
      if (finding != NULL)
        *finding = candidate;
      return g_ptr_array_index (preflight->mendings, i);
    }
  return NULL;
}

static void
mend (Fixture *fixture, TdPreflight *preflight, const TdMending *mending, const char *text)
{
  g_autoptr (TdJob) job = td_preflight_mend_job (preflight, mending, text);
  g_autoptr (GError) error = NULL;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_mend (Fixture *fixture, gconstpointer data)
{
  const Case *c = data;
  Insert insert = { fixture, c, 0 };
  g_autoptr (TdPreflight) before = NULL;
  g_autoptr (TdPreflight) after = NULL;
  g_autoptr (TdPreflight) again = NULL;
  const TdFinding *finding = NULL;
  const TdMending *mending;
  g_autofree char *dump = NULL;

  td_test_office_write (&fixture->office, insert_cb, &insert);
  dump = td_test_office_dump (&fixture->office);
  before = look (fixture, c->decision);
  mending = find (before, c->rule, &finding);
  g_assert_nonnull (mending);
  g_assert_cmpint (mending->kind, ==, c->kind);
  g_assert_cmpint (mending->award_id, ==, insert.award_id);
  g_assert_cmpstr (finding->proposal, ==, c->proposal);
  mend (fixture, before, mending, c->typed != NULL ? c->typed : mending->text);
  after = look (fixture, c->decision);
  g_assert_cmpuint (after->n_stopping, ==, 0);
  td_test_office_undo (&fixture->office);
  td_test_office_assert_dump (&fixture->office, dump);
  again = look (fixture, c->decision);
  g_assert_cmpuint (again->n_stopping, ==, before->n_stopping);
}

/* A long wording keeps its lines: it is broken as the box breaks it. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  const Case c = { "long", 1, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên",
                   "đã có thành tích xuất sắc trong phong trào thi đua chào mừng ngày lễ lớn của tỉnh nhà, góp phần hoàn thành thắng lợi nhiệm vụ chính trị của cơ quan năm 2025 và những năm sau", "certificate-capitals", TD_MENDING_TEXT };
  Insert insert = { fixture, &c, 0 };
  g_autoptr (TdPreflight) before = NULL;
  g_autoptr (TdPreflight) after = NULL;

  td_test_office_write (&fixture->office, insert_cb, &insert);
  before = look (fixture, 1);
  mend (fixture, before, find (before, c.rule, NULL), find (before, c.rule, NULL)->text);
  after = look (fixture, 1);
  g_assert_cmpuint (after->n_stopping, ==, 0);
}

/* What mends the others is done elsewhere. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  const Case c = { "two", 0, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên", "Đã có thành tích.", NULL, 0 };
  Insert insert = { fixture, &c, 0 };
  g_autoptr (TdPreflight) preflight = NULL;
  const TdMending *mending;

  td_test_office_write (&fixture->office, insert_cb, &insert);
  td_test_office_write (&fixture->office, insert_cb, &insert);
  preflight = look (fixture, 0);
  mending = find (preflight, "certificate-doubled", NULL);
  g_assert_cmpint (mending->kind, ==, TD_MENDING_LEAVE_OUT);
  g_assert_cmpint (mending->award_id, ==, insert.award_id);
  mending = find (preflight, "decision-not-issued", NULL);
  g_assert_cmpint (mending->kind, ==, TD_MENDING_ISSUE);
  g_assert_cmpint (mending->decision_id, ==, fixture->decisions[0]);
}

static void
arrange (Fixture *fixture, gint64 award_id, const char *box, const char *text)
{
  g_autoptr (TdAwardLayout) layout = g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", award_id, "template-name", TEMPLATE, "box", box, "text", text, "dx", (gint64) 1000, NULL);
  g_autoptr (TdJob) job = td_award_layout_set_job (layout);
  g_autoptr (GError) error = NULL;

  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
}

static void
correct (Fixture *fixture, gint64 award_id, const char *number, const char *now)
{
  g_autoptr (TdDecisionAct) act = g_object_new (TD_TYPE_DECISION_ACT, "decision-id", fixture->decisions[1], "kind", "correction", "number", number, "date", "2026-02-01", "reason", "Sai chức vụ", NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TdJob) job = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", award_id, "field", "post", "now", now, NULL));
  job = td_decision_act_job (act, lines);
  td_job_run (job, fixture->office.store, NULL, &error);
  g_assert_no_error (error);
}

/* What was arranged by hand does not win over a later correction without a word. */
static void
test_arranged_before (Fixture *fixture, gconstpointer data)
{
  const Case c = { "arranged", 1, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên", "Đã có thành tích.", NULL, 0 };
  Insert insert = { fixture, &c, 0 };
  g_autoptr (TdPreflight) arranged = NULL;
  g_autoptr (TdPreflight) corrected = NULL;
  g_autoptr (TdPreflight) mended = NULL;
  const TdFinding *finding = NULL;
  const TdMending *mending;

  td_test_office_write (&fixture->office, insert_cb, &insert);
  arrange (fixture, insert.award_id, "post", "Chuyên viên,\nSở Y tế");
  arranged = look (fixture, 1);
  g_assert_cmpuint (arranged->n_stopping, ==, 0);
  correct (fixture, insert.award_id, "17/QĐ-SNV", "Trưởng phòng");
  correct (fixture, insert.award_id, "19/QĐ-SNV", "Phó Trưởng phòng");
  corrected = look (fixture, 1);
  mending = find (corrected, "certificate-arranged-before", &finding);
  g_assert_nonnull (mending);
  g_assert_cmpint (mending->kind, ==, TD_MENDING_RECORD);
  g_assert_nonnull (g_strrstr (finding->text, "17/QĐ-SNV"));
  g_assert_null (find (corrected, "certificate-differs-from-decision", NULL));
  mend (fixture, corrected, mending, NULL);
  mended = look (fixture, 1);
  g_assert_cmpuint (mended->n_stopping, ==, 0);
}

/* What was never decided differs from the decision, corrected or not. */
static void
test_arranged_otherwise (Fixture *fixture, gconstpointer data)
{
  const Case c = { "arranged", 1, "Lê Thị Bé", "female", "Bà Lê Thị Bé", "Chuyên viên", "Đã có thành tích.", NULL, 0 };
  Insert insert = { fixture, &c, 0 };
  g_autoptr (TdPreflight) preflight = NULL;

  td_test_office_write (&fixture->office, insert_cb, &insert);
  arrange (fixture, insert.award_id, "post", "Giám đốc, Sở Y tế");
  correct (fixture, insert.award_id, "17/QĐ-SNV", "Trưởng phòng");
  preflight = look (fixture, 1);
  g_assert_null (find (preflight, "certificate-arranged-before", NULL));
  g_assert_cmpint (find (preflight, "certificate-differs-from-decision", NULL)->kind, ==, TD_MENDING_RECORD);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  Insert insert = { fixture, &cases[0], 0 };
  g_autoptr (TdPreflight) preflight = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *endless = g_strnfill (2001, 'a');
  const char *const texts[] = { NULL, " \n ", endless };

  td_test_office_write (&fixture->office, insert_cb, &insert);
  preflight = look (fixture, 1);
  dump = td_test_office_dump (&fixture->office);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TdJob) job = td_preflight_mend_job (preflight, find (preflight, "certificate-spaces", NULL), texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (td_job_run (job, fixture->office.store, NULL, &error));
      g_assert_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED);
    }
  td_test_office_assert_dump (&fixture->office, dump);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/preflight-mend/%s", cases[i].what);

      g_test_add (path, Fixture, &cases[i], set_up, test_mend, tear_down);
    }
  g_test_add ("/preflight-mend/a long wording", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/preflight-mend/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);
  g_test_add ("/preflight-mend/arranged before a correction", Fixture, NULL, set_up, test_arranged_before, tear_down);
  g_test_add ("/preflight-mend/arranged otherwise", Fixture, NULL, set_up, test_arranged_otherwise, tear_down);
  g_test_add ("/preflight-mend/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
