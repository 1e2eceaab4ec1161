/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-preflight"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-certificate-rules.h"
#include "td-date.h"
#include "td-preflight-mend.h"
#include "td-text.h"

/* One list before anything is printed: each case is mended, or let pass by a person by name. Whoever lets one
 * pass does so for what is printed now: the digest of that goes into the record. */

#define MOST_LETTERS 200

G_DEFINE_FINAL_TYPE (TdPreflight, td_preflight, G_TYPE_OBJECT)

static void
td_preflight_finalize (GObject *object)
{
  TdPreflight *self = TD_PREFLIGHT (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->mendings, g_ptr_array_unref);
  G_OBJECT_CLASS (td_preflight_parent_class)->finalize (object);
}

static void
td_preflight_class_init (TdPreflightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_preflight_finalize;
}

static void
td_preflight_init (TdPreflight *self)
{
}

/* A batch keeps a sheet for each page and says so itself. */
static void
check_sheets (const TdCertificateSet *set, TdJob *job)
{
  if (set->stock != NULL && set->n_free < set->keys->len)
    td_job_take_finding (job, td_finding_new ("stock-short", TD_SEVERITY_BLOCK, ngettext ("%u sheet is needed and %u are in store.", "%u sheets are needed and %u are in store.", set->keys->len), set->keys->len, set->n_free));
}

/* Trial sheets of a draft are printed; the certificates themselves are not. */
static void
check_issue (TdCertificateSet *set, TdJob *job)
{
  if (td_certificate_set_is_trial (set))
    td_job_take_finding (job, td_finding_new ("decision-not-issued", TD_SEVERITY_INFO, _ ("The decision has not been issued: number, date and register numbers come then, and sheets are marked BẢN THỬ.")));
}

/* Letting pass */

static void
add_field (GChecksum *checksum, const char *name, const char *value)
{
  g_checksum_update (checksum, (const guchar *) name, strlen (name) + 1);
  g_checksum_update (checksum, (const guchar *) (value != NULL ? value : ""), value != NULL ? strlen (value) + 1 : 1);
}

static void
add_number (GChecksum *checksum, const char *name, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_field (checksum, name, text);
}

static void
add_recipient (GChecksum *checksum, GHashTable *fields)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (fields), (GCompareFunc) strcmp);

  for (GList *at = names; at != NULL; at = at->next)
    if (!g_str_equal (at->data, TD_CERTIFICATE_NAME))
      add_field (checksum, at->data, g_hash_table_lookup (fields, at->data));
}

/* What was arranged otherwise for this one. */
static void
add_layouts (GChecksum *checksum, GPtrArray *layouts, gint64 award_id)
{
  for (guint i = 0; i < layouts->len; i++)
    {
      const TdAwardLayout *layout = g_ptr_array_index (layouts, i);

      if (layout->award_id != award_id)
        continue;
      add_field (checksum, layout->box, layout->text);
      add_number (checksum, "right", layout->dx);
      add_number (checksum, "down", layout->dy);
      add_number (checksum, "size", layout->size);
    }
}

/* Of what a finding is about: of one certificate all it says, of the others what they are printed on. */
static char *
dup_digest (const TdCertificateSet *set, const TdFinding *finding, GHashTable *pages)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gpointer page;

  add_field (checksum, "rule", finding->rule);
  page = g_hash_table_lookup (pages, &finding->subject_id);
  add_field (checksum, "template", td_template_get_id (td_certificate_set_get_template (set, page != NULL ? GPOINTER_TO_UINT (page) - 1 : 0)));
  if (page != NULL)
    {
      add_recipient (checksum, td_certificate_set_get_fields (set, GPOINTER_TO_UINT (page) - 1));
      add_layouts (checksum, set->layouts, finding->subject_id);
    }
  else
    {
      add_field (checksum, "where", finding->where);
      add_number (checksum, "stock", set->stock_id);
      add_number (checksum, "calibration", set->calibration_id);
      add_number (checksum, "ornament", set->with_ornament);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/* Award → its page, from 1. */
static GHashTable *
number_pages (const TdCertificateSet *set)
{
  GHashTable *pages = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < set->keys->len; i++)
    g_hash_table_insert (pages, (gpointer) &td_certificate_set_get_key (set, i)->award_id, GUINT_TO_POINTER (i + 1));
  return pages;
}

/* What the records show of the certificates that are meant. */
static void
add_records (const TdCertificateSet *set, GHashTable *pages, GPtrArray *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < set->found_on->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (set->found_on, i);

      if (g_hash_table_contains (pages, &finding->subject_id))
        g_ptr_array_add (findings, td_finding_copy (finding));
    }
  for (guint i = 0; i < set->keys->len; i++)
    {
      const TdCertificateKey *key = td_certificate_set_get_key (set, i);
      TdFinding *finding = td_certificate_rules_check_double (seen, &key->mark);

      if (finding != NULL)
        g_ptr_array_add (findings, td_finding_at (finding, g_hash_table_lookup (td_certificate_set_get_fields (set, i), TD_CERTIFICATE_NAME), key->award_id, 0));
    }
}

/* What was arranged before a correction differs from the decision; it is told once, with the correction. */
static gboolean
is_told_better (GPtrArray *findings, const TdFinding *finding)
{
  if (!g_str_equal (finding->rule, "certificate-differs-from-decision"))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *other = g_ptr_array_index (findings, i);

      if (other->subject_id == finding->subject_id && g_str_equal (other->rule, "certificate-arranged-before") && g_strcmp0 (other->part, finding->part) == 0)
        return TRUE;
    }
  return FALSE;
}

static TdFinding *
let_pass (const TdFinding *finding, const TdSignOff *sign_off)
{
  g_autofree char *day = td_date_to_display (sign_off->signed_on);

  /* Translators: a finding; who let it pass; when */
  return td_finding_at (td_finding_new (finding->rule, TD_SEVERITY_INFO, _ ("%s – let pass by %s on %s"), finding->text, sign_off->signed_by, day),
                        finding->where, finding->subject_id, finding->line);
}

/**
 * td_preflight_check:
 * @set: certificates that were read
 * @found: (transfer full) (element-type TdFinding): what was found on their pages
 *
 * Adds what the texts, numbers and sheets show; what a person has let pass only tells from then on.
 *
 * Returns: (transfer full) (element-type TdFinding): everything
 */
GPtrArray *
td_preflight_check (const TdCertificateSet *set, GPtrArray *found)
{
  g_autoptr (GPtrArray) raw = found;
  g_autoptr (GHashTable) pages = number_pages (set);
  GPtrArray *settled = td_findings_new ();

  add_records (set, pages, raw);
  for (guint i = 0; i < raw->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (raw, i);
      g_autofree char *digest = dup_digest (set, finding, pages);
      const TdSignOff *sign_off;

      if (is_told_better (raw, finding))
        continue;
      sign_off = finding->severity > TD_SEVERITY_INFO && td_certificate_rules_may_sign_off (finding) ? g_hash_table_lookup (set->sign_offs, digest) : NULL;

      g_ptr_array_add (settled, sign_off != NULL ? let_pass (finding, sign_off) : td_finding_copy (finding));
    }
  return settled;
}

/**
 * td_preflight_count_stopping:
 * @findings: (element-type TdFinding): of td_preflight_check()
 *
 * Returns: how many stand in the way of a batch: not mended, not let pass
 */
guint
td_preflight_count_stopping (GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const TdFinding *) g_ptr_array_index (findings, i))->severity > TD_SEVERITY_INFO;
  return n;
}

/**
 * td_preflight_refuse:
 * @job: a job that prints, with the findings
 * @error: return location
 *
 * Returns: %FALSE, with %TD_JOB_ERROR_REFUSED
 */
gboolean
td_preflight_refuse (TdJob *job, GError **error)
{
  guint n = td_preflight_count_stopping (td_job_get_findings (job));

  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_REFUSED,
               ngettext ("Nothing is printed: %u finding is neither mended nor let pass.", "Nothing is printed: %u findings are neither mended nor let pass.", n), n);
  return FALSE;
}

static TdSignOff *
prepare (const TdCertificateSet *set, const TdFinding *finding, guint page, const char *digest)
{
  return g_object_new (TD_TYPE_SIGN_OFF, "decision-id", td_certificate_set_get_key (set, page > 0 ? page - 1 : 0)->decision_id, "award-id", page > 0 ? finding->subject_id : (gint64) 0, "rule", finding->rule,
                       "about", finding->where, "text", finding->text, "digest", digest, NULL);
}

/**
 * td_preflight_list_open:
 * @set: certificates that were read
 * @findings: (element-type TdFinding): of td_preflight_check(), maybe with others among them
 *
 * Returns: (transfer full) (element-type TdSignOff): for each finding of theirs that may be let pass and was not, what
 *   would be written down
 */
GPtrArray *
td_preflight_list_open (const TdCertificateSet *set, GPtrArray *findings)
{
  g_autoptr (GHashTable) pages = number_pages (set);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *open = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);
      char *digest;

      if (finding->severity == TD_SEVERITY_INFO || !td_certificate_rules_may_sign_off (finding))
        continue;
      digest = dup_digest (set, finding, pages);
      if (!g_hash_table_contains (seen, digest))
        g_ptr_array_add (open, prepare (set, finding, GPOINTER_TO_UINT (g_hash_table_lookup (pages, &finding->subject_id)), digest));
      g_hash_table_add (seen, digest);
    }
  return open;
}

/**
 * td_preflight_let_pass:
 * @connection: inside a transaction
 * @open: (element-type TdSignOff): of td_preflight_list_open()
 * @signed_by: the name of who lets them pass
 * @reason: (nullable): why
 * @error: return location
 *
 * Returns: whether it was written down
 */
gboolean
td_preflight_let_pass (TdConnection *connection, GPtrArray *open, const char *signed_by, const char *reason, GError **error)
{
  g_autofree char *today = td_date_dup_today ();

  for (guint i = 0; i < open->len; i++)
    {
      g_autoptr (TdSignOff) record = td_entity_copy (g_ptr_array_index (open, i));

      g_object_set (record, "signed-by", signed_by, "signed-on", today, "reason", reason, NULL);
      if (!td_connection_insert (connection, record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * td_preflight_may_let_pass:
 * @findings: (element-type TdFinding): all that was found
 *
 * Returns: whether nothing blocks that no name makes right
 */
gboolean
td_preflight_may_let_pass (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TdFinding *finding = g_ptr_array_index (findings, i);

      if (finding->severity == TD_SEVERITY_BLOCK && !td_certificate_rules_may_sign_off (finding))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  return td_certificate_set_read (data, job, connection, error);
}

static gboolean
check_after (TdJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  TdCertificateSet *set = data;
  g_autoptr (TdPreflight) self = g_object_new (TD_TYPE_PREFLIGHT, NULL);
  GPtrArray *findings = td_job_get_findings (job);

  self->document = (TdDocument *) td_certificate_set_make_document (set, job, cancellable, error);
  if (self->document == NULL)
    return FALSE;
  check_sheets (set, job);
  check_issue (set, job);
  self->n_pages = set->keys->len;
  self->trial = td_certificate_set_is_trial (set);
  self->findings = td_findings_new ();
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, td_finding_copy (g_ptr_array_index (findings, i)));
  self->n_stopping = td_preflight_count_stopping (self->findings);
  self->open = td_preflight_list_open (set, self->findings);
  self->mendings = td_mendings_find (set, self->findings);
  td_job_set_count (job, self->n_stopping);
  td_job_take_object (job, g_steal_pointer (&self));
  return TRUE;
}

/**
 * td_preflight_job:
 * @decision_id: a decision
 * @options: (nullable): which of its certificates, and what they are to be printed on
 *
 * Returns: (transfer full): a job whose object is the #TdPreflight; its count is what stands in the way
 */
TdJob *
td_preflight_job (gint64 decision_id, const TdCertificateOptions *options)
{
  TdJob *job = td_job_new_read (read_cb, td_certificate_set_new (decision_id, options), (GDestroyNotify) td_certificate_set_free);

  td_job_set_after (job, check_after);
  return job;
}

/* Signing off */

typedef struct
{
  GPtrArray *records; /* of TdSignOff */
  char *signed_by;
  char *reason;
} Signing;

static void
signing_free (Signing *input)
{
  g_ptr_array_unref (input->records);
  g_free (input->signed_by);
  g_free (input->reason);
  g_free (input);
}

static gboolean
are_issued (TdConnection *connection, GPtrArray *records, gboolean *issued, GError **error)
{
  gint64 last = 0;

  for (guint i = 0; i < records->len; i++)
    {
      gint64 id = ((TdSignOff *) g_ptr_array_index (records, i))->decision_id;
      g_autoptr (TdDecision) decision = id != last ? td_connection_get (connection, TD_TYPE_DECISION, id, error) : NULL;

      if (id != last && decision == NULL)
        return FALSE;
      *issued = *issued && (id == last || g_strcmp0 (decision->state, "issued") == 0);
      last = id;
    }
  return TRUE;
}

static gboolean
check_signing (TdJob *job, TdConnection *connection, const Signing *input, GError **error)
{
  gboolean issued = TRUE;

  if (!are_issued (connection, input->records, &issued, error))
    return FALSE;
  if (!issued)
    td_job_take_finding (job, td_finding_new ("sign-off-draft", TD_SEVERITY_BLOCK, _ ("The decision has not been issued: there is nothing to let pass, trial sheets need nobody's name.")));
  if (input->signed_by == NULL || *input->signed_by == '\0' || g_utf8_strlen (input->signed_by, -1) > MOST_LETTERS)
    td_job_take_finding (job, td_finding_at (td_finding_new ("sign-off-name", TD_SEVERITY_BLOCK, _ ("Who lets it pass? A name is missing.")), "signed_by", 0, 0));
  if (input->records->len == 0)
    td_job_take_finding (job, td_finding_new ("sign-off-nothing", TD_SEVERITY_BLOCK, _ ("Nothing was found that could be let pass.")));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

static gboolean
sign_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Signing *input = data;

  if (!check_signing (job, connection, input, error) || !td_preflight_let_pass (connection, input->records, input->signed_by, input->reason, error))
    return FALSE;
  td_connection_set_action_name (connection, ngettext ("%s lets %u finding pass", "%s lets %u findings pass", input->records->len), input->signed_by, input->records->len);
  td_job_set_count (job, input->records->len);
  return TRUE;
}

/**
 * td_preflight_sign_off_job:
 * @preflight: what was found
 * @signed_by: the name of who lets it pass
 * @reason: (nullable): why
 *
 * Lets all pass that may be. It holds for what would be printed now: a certificate that changes is looked at anew.
 *
 * Returns: (transfer full): the job; its count is how many
 */
TdJob *
td_preflight_sign_off_job (TdPreflight *preflight, const char *signed_by, const char *reason)
{
  Signing *input = g_new0 (Signing, 1);
  g_autofree char *name = td_text_normalize (signed_by != NULL ? signed_by : "");

  g_return_val_if_fail (TD_IS_PREFLIGHT (preflight), NULL);

  input->records = g_ptr_array_ref (preflight->open);
  input->signed_by = g_strdup (g_strstrip (name));
  input->reason = g_strdup (reason);
  return td_job_new_write (_ ("Let findings pass"), sign_cb, input, (GDestroyNotify) signing_free);
}
