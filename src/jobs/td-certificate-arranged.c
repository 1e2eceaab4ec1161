/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-arranged"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-corrections.h"
#include "td-certificate-arranged.h"
#include "td-certificate-document.h"
#include "td-certificate-fields.h"
#include "td-date.h"

/* What was arranged for one recipient stands on the certificate whatever the records say later: here both are held
 * against each other. */

static gboolean
says (const TdTemplateBox *box, const char *field, gboolean alone)
{
  g_autofree char *filled = NULL;
  g_autofree char *maybe = NULL;

  if (strstr (box->text, field) == NULL)
    return FALSE;
  filled = g_strdup_printf ("{%s}", field);
  maybe = g_strdup_printf ("{%s?}", field);
  if (alone)
    return strcmp (box->text, filled) == 0 || strcmp (box->text, maybe) == 0;
  return strstr (box->text, filled) != NULL || strstr (box->text, maybe) != NULL;
}

/**
 * td_template_box_says_alone:
 * @box: a box
 * @field: a field of certificates
 *
 * Returns: whether the box says that and nothing else
 */
gboolean
td_template_box_says_alone (const TdTemplateBox *box, const char *field)
{
  return says (box, field, TRUE);
}

static const TdAwardLayout *
find_layout (const TdArranged *self, const TdTemplateBox *box)
{
  const TdAwardLayout *layout = td_certificate_layouts_find (self->layouts, g_hash_table_lookup (self->record->fields, TD_CERTIFICATE_AWARD_ID), box->id);

  return layout != NULL && layout->text != NULL ? layout : NULL;
}

/* Where the field stands on this certificate. */
static const TdTemplateBox *
find_box (const TdArranged *self, const char *field)
{
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (self->template, i);

      if (says (box, field, FALSE) && td_template_box_applies (box, self->record->fields))
        return box;
    }
  return NULL;
}

/**
 * td_arranged_get_text:
 * @self: a certificate
 * @title: what a clerk calls the text
 * @field: the field that is printed
 *
 * Returns: what stands there, arranged or made of the records, and where that is mended; its strings are lent
 */
TdCertificateText
td_arranged_get_text (const TdArranged *self, const char *title, const char *field)
{
  const TdAward *award = self->record->award;
  const TdTemplateBox *box = find_box (self, field);
  const TdAwardLayout *layout = box != NULL ? find_layout (self, box) : NULL;
  const char *made = g_hash_table_lookup (self->record->fields, field);
  gboolean draft = g_strcmp0 (self->record->decision->state, "issued") != 0;

  if (layout != NULL)
    return (TdCertificateText){ title, layout->text, box->id, NULL };
  if (g_str_equal (field, TD_CERTIFICATE_SUBJECT_LINE))
    return (TdCertificateText){ title, made, TD_CERTIFICATE_PART_NAME, award->printed_name != NULL ? award->printed_name : award->subject_name };
  /* The list that is still drafted is mended itself. */
  if (g_str_equal (field, TD_CERTIFICATE_ACHIEVEMENT) && draft && award->achievement != NULL)
    return (TdCertificateText){ title, made, TD_CERTIFICATE_PART_WORDING, award->achievement };
  return (TdCertificateText){ title, made, box != NULL && says (box, field, TRUE) ? box->id : NULL, NULL };
}

static TdFinding *
tell (const TdArranged *self, const TdTemplateBox *box, const TdDecisionActLine *line)
{
  g_autofree char *where = g_strdup_printf ("%s – %s", self->record->award->subject_name, box->title);
  g_autofree char *made = td_template_box_expand (box, self->record->fields, NULL);
  g_autofree char *day = line->act_date != NULL ? td_date_to_display (line->act_date) : g_strdup ("");
  TdFinding *finding;

  finding = td_finding_new ("certificate-arranged-before", TD_SEVERITY_WARNING,
                            /* Translators: a text, number and day of a document, a text */
                            _ ("Prints “%s” as it was arranged before the correction by %s of %s: “%s”"), find_layout (self, box)->text,
                            line->act_number != NULL ? line->act_number : "", day, made);
  return td_finding_at (td_finding_with_part (finding, box->id, made), where, td_entity_get_id (TD_ENTITY (self->record->award)), 0);
}

/* Which correction the arrangement knows nothing of: the last one before which both said the same. */
static void
check_box (const TdArranged *self, const TdTemplateBox *box, GPtrArray *states, GPtrArray *lines, GPtrArray *findings)
{
  const TdCertificateRecord *record = self->record;

  for (guint i = states->len; i > 0; i--)
    {
      g_autoptr (GHashTable) before = td_certificate_fields_new (record->decision, record->giver, g_ptr_array_index (states, i - 1), record->subject, record->wording);

      if (!td_award_layout_says (find_layout (self, box), box, before))
        continue;
      g_ptr_array_add (findings, tell (self, box, g_ptr_array_index (lines, i - 1)));
      return;
    }
}

/**
 * td_arranged_check:
 * @self: a certificate
 * @connection: the office file
 * @findings: (element-type TdFinding): takes what was arranged before the records were corrected
 * @error: return location
 *
 * Returns: whether it went well
 */
gboolean
td_arranged_check (const TdArranged *self, TdConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (self->template, i);
      const TdAwardLayout *layout = find_layout (self, box);

      if (layout == NULL || td_award_layout_says (layout, box, self->record->fields))
        continue;
      if (states == NULL)
        states = td_award_corrections_list_states (connection, layout->award_id, &lines, error);
      if (states == NULL)
        return FALSE;
      check_box (self, box, states, lines, findings);
    }
  return TRUE;
}
