/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-preflight-mend"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-award-corrections.h"
#include "td-award-layout-jobs.h"
#include "td-award-lines.h"
#include "td-certificate-arranged.h"
#include "td-preflight-mend.h"
#include "td-text.h"

/* Each finding of preflight leads to what mends it. What a certificate says is mended where it comes from as long as
 * that is open: the printed name always, the wording while the decision is a draft; else on this certificate alone, since
 * what was decided stays as it is. */

#define MOST_LETTERS 2000

static const struct
{
  const char *rule; /* all that begin so */
  TdMendingKind kind;
} rules[] = {
  { "certificate-doubled", TD_MENDING_LEAVE_OUT },
  { "certificates-left-out", TD_MENDING_TAKE_BACK },
  { "certificate-arranged-before", TD_MENDING_RECORD },
  { "certificate-differs-from-decision", TD_MENDING_RECORD },
  { "certificate-overflow", TD_MENDING_ARRANGE },
  { "certificate-off-sheet", TD_MENDING_ARRANGE },
  { "certificate-layout-lost", TD_MENDING_ARRANGE },
  { "certificate-missing-glyph", TD_MENDING_ARRANGE },
  { "certificate-unprintable", TD_MENDING_ARRANGE },
  { "certificate-decision-number", TD_MENDING_ISSUE },
  { "certificate-register-number", TD_MENDING_ISSUE },
  { "decision-not-issued", TD_MENDING_ISSUE },
  { "certificate-emblem-missing", TD_MENDING_EMBLEM },
  { "stock-short", TD_MENDING_RECEIVE },
  { "calibration", TD_MENDING_CALIBRATE },
  { "certificate-spaces", TD_MENDING_TEXT },
  { "certificate-capitals", TD_MENDING_TEXT },
  { "certificate-repeats", TD_MENDING_TEXT },
  { "certificate-address", TD_MENDING_TEXT },
  { "certificate-name-differs", TD_MENDING_TEXT },
  { "certificate-empty-field", TD_MENDING_TEXT },
};

/**
 * td_mending_kind_to_nick:
 * @kind: how something is mended
 *
 * Returns: its word in JSON
 */
const char *
td_mending_kind_to_nick (TdMendingKind kind)
{
  static const char *const nicks[] = { "text", "sex", "record", "arrange", "leave-out", "take-back", "issue", "receive", "calibrate", "emblem" };

  return nicks[kind];
}

static void
mending_free (TdMending *self)
{
  if (self == NULL)
    return;
  g_free (self->template_name);
  g_free (self->part);
  g_free (self->text);
  g_free (self);
}

static const TdAwardLayout *
find_layout (const TdCertificateSet *set, gint64 award_id, const char *template_name, const char *box)
{
  for (guint i = 0; i < set->layouts->len; i++)
    {
      const TdAwardLayout *layout = g_ptr_array_index (set->layouts, i);

      if (layout->award_id == award_id && g_strcmp0 (layout->template_name, template_name) == 0 && g_strcmp0 (layout->box, box) == 0)
        return layout;
    }
  return NULL;
}

/* What a box says now, on one line: where lines end is found anew. */
static char *
dup_said (const TdCertificateSet *set, const TdMending *self, const TdTemplateBox *box)
{
  const TdAwardLayout *layout = find_layout (set, self->award_id, self->template_name, box->id);
  char *text = layout != NULL && layout->text != NULL ? g_strdup (layout->text) : td_template_box_expand (box, td_certificate_set_get_fields (set, self->page), NULL);

  return g_strdelimit (text, "\n", ' ');
}

/* Text needs to know where it goes. */
static gboolean
place_text (const TdCertificateSet *set, TdMending *self, const TdFinding *finding)
{
  const TdTemplateBox *box;

  if (self->award_id == 0 || finding->part == NULL)
    return FALSE;
  if (g_str_equal (finding->part, TD_CERTIFICATE_PART_SEX))
    {
      self->kind = TD_MENDING_SEX;
      return TRUE;
    }
  self->text = g_strdup (finding->proposal);
  if (*finding->part == ':')
    {
      const char *field = g_str_equal (finding->part, TD_CERTIFICATE_PART_NAME) ? TD_CERTIFICATE_SUBJECT_LINE : TD_CERTIFICATE_ACHIEVEMENT;

      if (self->text == NULL)
        self->text = g_strdup (g_hash_table_lookup (td_certificate_set_get_fields (set, self->page), field));
      return TRUE;
    }
  box = td_template_find_box (td_certificate_set_get_template (set, self->page), finding->part);
  if (box == NULL)
    return FALSE;
  if (self->text == NULL)
    self->text = dup_said (set, self, box);
  else
    g_strdelimit (self->text, "\n", ' ');
  /* What all have in common is missing for all; what is drafted for this one is missing in the draft. */
  if (td_template_box_says_alone (box, TD_CERTIFICATE_ACHIEVEMENT) && find_layout (set, self->award_id, self->template_name, box->id) == NULL
      && g_strcmp0 (td_certificate_set_get_decision (set, self->page)->state, "issued") != 0)
    {
      g_free (self->part);
      self->part = g_strdup (TD_CERTIFICATE_PART_WORDING);
    }
  return TRUE;
}

static TdMending *
find_mending (const TdCertificateSet *set, GHashTable *pages, const TdFinding *finding)
{
  guint page = GPOINTER_TO_UINT (g_hash_table_lookup (pages, &finding->subject_id));
  TdMending *self;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (!g_str_has_prefix (finding->rule, rules[i].rule))
        continue;
      self = g_new0 (TdMending, 1);
      self->kind = rules[i].kind;
      self->page = page > 0 ? page - 1 : 0;
      self->award_id = page > 0 ? finding->subject_id : 0;
      self->decision_id = td_certificate_set_get_key (set, self->page)->decision_id;
      self->stock_id = set->stock_id;
      self->template_name = g_strdup (td_template_get_id (td_certificate_set_get_template (set, self->page)));
      self->part = g_strdup (finding->part);
      if (self->kind != TD_MENDING_TEXT || place_text (set, self, finding))
        return self;
      mending_free (self);
      return NULL;
    }
  return NULL;
}

/**
 * td_mendings_find:
 * @set: certificates that were read
 * @findings: (element-type TdFinding): of td_preflight_check(), maybe with others among them
 *
 * Returns: (transfer full) (element-type TdMending): for each finding what mends it, %NULL where only opening its case
 *   does, or nothing is to be mended
 */
GPtrArray *
td_mendings_find (const TdCertificateSet *set, GPtrArray *findings)
{
  g_autoptr (GHashTable) pages = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *mendings = g_ptr_array_new_with_free_func ((GDestroyNotify) mending_free);

  for (guint i = 0; i < set->keys->len; i++)
    g_hash_table_insert (pages, (gpointer) &td_certificate_set_get_key (set, i)->award_id, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);
      gboolean told = finding->severity == TD_SEVERITY_INFO && !g_str_equal (finding->rule, "decision-not-issued") && !g_str_equal (finding->rule, "certificates-left-out");

      g_ptr_array_add (mendings, told ? NULL : find_mending (set, pages, finding));
    }
  return mendings;
}

/* Doing it */

typedef struct
{
  TdMendingKind kind;
  TdAwardLayout *place;
  char *text;   /* on one line */
  char *broken; /* as lines of the box */
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->place);
  g_free (input->text);
  g_free (input->broken);
  g_free (input);
}

/* What a correcting document says of the name is not said otherwise by hand. */
static gboolean
check_corrected (TdJob *job, TdConnection *connection, TdAward *award, GError **error)
{
  g_autoptr (TdAward) corrected = td_award_corrections_get (connection, td_entity_get_id (TD_ENTITY (award)), error);

  if (corrected == NULL)
    return FALSE;
  if (g_strcmp0 (corrected->printed_name, award->printed_name) == 0)
    return TRUE;
  td_job_take_finding (job, td_finding_new ("record-corrected", TD_SEVERITY_BLOCK, _ ("The name on the certificate is that of a correction; record another correction, or arrange this certificate.")));
  return td_job_refuse (job, error);
}

static gboolean
set_printed_name (TdJob *job, TdConnection *connection, TdAward *award, const char *name, GError **error)
{
  g_autoptr (TdNomination) nomination = NULL;

  if (!check_corrected (job, connection, award, error))
    return FALSE;

  /* a name that was asked for in the nomination would come back */
  if (award->nomination_id != 0 && g_strcmp0 (award->decision_state, "issued") != 0)
    {
      nomination = td_connection_get (connection, TD_TYPE_NOMINATION, award->nomination_id, error);
      if (nomination == NULL)
        return FALSE;
    }
  if (nomination != NULL && nomination->printed_name != NULL)
    {
      g_object_set (nomination, "printed-name", name, NULL);
      if (!td_connection_update (connection, nomination, error))
        return FALSE;
    }
  g_object_set (award, "printed-name", name, NULL);
  return td_connection_update (connection, award, error);
}

static gboolean
set_wording (TdJob *job, TdConnection *connection, TdAward *award, const char *text, GError **error)
{
  g_autoptr (TdNomination) nomination = NULL;

  if (g_strcmp0 (award->decision_state, "issued") == 0)
    {
      td_job_take_finding (job, td_finding_new ("record-locked", TD_SEVERITY_BLOCK, _ ("Issued as %s and locked; use a correction or a revocation."), award->decision_number));
      return td_job_refuse (job, error);
    }
  if (award->nomination_id == 0)
    {
      g_object_set (award, "achievement", text, NULL);
      return td_connection_update (connection, award, error);
    }
  nomination = td_connection_get (connection, TD_TYPE_NOMINATION, award->nomination_id, error);
  if (nomination == NULL)
    return FALSE;
  g_object_set (nomination, "achievement", text, NULL);
  return td_connection_update (connection, nomination, error) && td_award_lines_refresh (connection, award->nomination_id, error);
}

static gboolean
set_sex (TdConnection *connection, TdAward *award, const char *sex, GError **error)
{
  g_autoptr (TdSubject) subject = td_connection_get (connection, TD_TYPE_SUBJECT, award->subject_id, error);
  g_autoptr (TdSubject) before = subject != NULL ? td_entity_copy (subject) : NULL;

  if (subject == NULL)
    return FALSE;
  g_object_set (subject, "sex", sex, NULL);
  return td_connection_update (connection, subject, error) && td_award_lines_follow_subject (connection, award, before, subject, error);
}

static gboolean
check_text (TdJob *job, const Input *input, GError **error)
{
  if (input->kind == TD_MENDING_RECORD)
    return TRUE;
  if (*input->text == '\0')
    td_job_take_finding (job, td_finding_new ("mending-empty", TD_SEVERITY_BLOCK, _ ("What is to stand there? A text is missing.")));
  else if (input->kind == TD_MENDING_TEXT && g_utf8_strlen (input->text, -1) > MOST_LETTERS)
    td_job_take_finding (job, td_finding_new ("layout-text", TD_SEVERITY_BLOCK, _ ("The text is too long for a certificate.")));
  else if (input->kind == TD_MENDING_SEX && !g_str_equal (input->text, "male") && !g_str_equal (input->text, "female"))
    td_job_take_finding (job, td_finding_new ("field-choice", TD_SEVERITY_BLOCK, _ ("“%s” is not one of the choices for “%s”."), input->text, _ ("Sex")));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

static gboolean
mend_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, input->place->award_id, error);

  if (award == NULL || !check_text (job, input, error))
    return FALSE;
  /* Translators: a person. */
  td_connection_set_action_name (connection, _ ("Mend the certificate of %s"), award->subject_name);
  if (input->kind == TD_MENDING_SEX)
    return set_sex (connection, award, input->text, error);
  if (input->kind == TD_MENDING_RECORD)
    return td_award_layout_set_text (connection, input->place, NULL, error);
  if (g_strcmp0 (input->place->box, TD_CERTIFICATE_PART_NAME) == 0)
    return set_printed_name (job, connection, award, input->text, error);
  if (g_strcmp0 (input->place->box, TD_CERTIFICATE_PART_WORDING) == 0)
    return set_wording (job, connection, award, input->text, error);
  return td_award_layout_set_text (connection, input->place, input->broken, error);
}

/**
 * td_preflight_mend_job:
 * @preflight: what was found
 * @mending: one of its mendings, of a kind that is done here
 * @text: (nullable): what is to stand there, or "male" or "female"
 *
 * Mends one finding. Preflight is asked anew afterwards.
 *
 * Returns: (transfer full): the job
 */
TdJob *
td_preflight_mend_job (TdPreflight *preflight, const TdMending *mending, const char *text)
{
  Input *input = g_new0 (Input, 1);
  g_autofree char *normal = td_text_normalize (text != NULL ? text : "");

  g_return_val_if_fail (TD_IS_PREFLIGHT (preflight) && mending->kind <= TD_MENDING_RECORD, NULL);

  input->kind = mending->kind;
  input->place = g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", mending->award_id, "template-name", mending->template_name, "box", mending->part, NULL);
  input->text = g_strdup (g_strstrip (g_strdelimit (normal, "\r\n\t", ' ')));
  if (mending->kind == TD_MENDING_TEXT && mending->part != NULL && *mending->part != ':' && *input->text != '\0')
    input->broken = td_certificate_document_dup_broken (TD_CERTIFICATE_DOCUMENT (preflight->document), mending->page, mending->part, input->text);
  return td_job_new_write (_ ("Mend a certificate"), mend_cb, input, (GDestroyNotify) input_free);
}
