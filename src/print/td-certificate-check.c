/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-check"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-certificate-code.h"
#include "td-certificate-look.h"
#include "td-preprinted.h"

/* Looks at a certificate before it is printed. */

static const char *
get_field (GHashTable *fields, const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);

  return value != NULL ? value : "";
}

static void
add_finding (const TdCertificateCheck *check, const TdTemplateBox *box, TdFinding *finding)
{
  const char *subject = get_field (check->fields, TD_CERTIFICATE_SUBJECT_LINE);
  g_autofree char *page = NULL, *where = NULL;

  if (*subject == '\0')
    {
      /* Translators: stands for the name of a person whose name is missing; %u counts from 1. */
      page = g_strdup_printf (_ ("Certificate %u"), check->number);
      subject = page;
    }
  /* Translators: a person, then a part of the certificate: "Ông Nguyễn Văn A – Thành tích". */
  where = g_strdup_printf (_ ("%s – %s"), subject, box->title);
  finding = td_finding_with_part (finding, box->id, NULL);
  g_ptr_array_add (check->findings, td_finding_at (finding, where, g_ascii_strtoll (get_field (check->fields, TD_CERTIFICATE_AWARD_ID), NULL, 10), 0));
}

static void
check_fit (const TdCertificateCheck *check, const TdTemplateBox *box, TdCertificateSlot *slot)
{
  const TdFit *fit = slot->fit;

  /* What all pages share is told once. */
  if (slot->checked && box->fixed)
    return;
  if (fit->overflow)
    add_finding (check, box,
                 /* Translators: %g is a type size in points. */
                 td_finding_new ("certificate-overflow", TD_SEVERITY_BLOCK,
                                 _ ("The text does not fit into its place even at %g points"), box->min_size));
  if (fit->n_missing > 0)
    add_finding (check, box,
                 td_finding_new ("certificate-missing-glyph", TD_SEVERITY_BLOCK,
                                 ngettext ("%u character is in no font and would print as a box",
                                           "%u characters are in no font and would print as boxes", fit->n_missing),
                                 fit->n_missing));
  if (fit->unprintable != 0)
    add_finding (check, box,
                 /* Translators: %04X is the number of a character in Unicode. */
                 td_finding_new ("certificate-unprintable", TD_SEVERITY_BLOCK,
                                 _ ("There is a character nobody can see or read here (U+%04X); type the text anew"), fit->unprintable));
  if (fit->substitute != NULL && !slot->checked)
    add_finding (check, box,
                 /* Translators: both are names of fonts. */
                 td_finding_new ("certificate-substituted-font", TD_SEVERITY_WARNING,
                                 _ ("Some letters are not in the font “%s” and would print in “%s”"),
                                 box->family, fit->substitute));
  slot->checked = TRUE;
}

static void
check_preprinted (TdCertificateLook *self, const TdCertificateCheck *check, const TdTemplateBox *box)
{
  g_autofree char *text = NULL;
  const char *words = td_certificate_look_get_carried (self, box);

  if (words == NULL || *words == '\0')
    return;
  text = td_template_box_expand (box, check->fields, NULL);
  if (!td_preprinted_match (words, text, NULL))
    add_finding (check, box,
                 /* Translators: both are words on a certificate. */
                 td_finding_new ("certificate-preprinted-differs", TD_SEVERITY_BLOCK,
                                 _ ("The stock carries “%s”, but this certificate says “%s”"), words, text));
}

static void
check_code (TdCertificateLook *self, const TdCertificateCheck *check)
{
  const char *code = get_field (check->fields, TD_CERTIFICATE_CODE);
  TdTemplateArea area;

  if (*code != '\0' && !td_certificate_code_find_place (self->template, code, &area))
    g_ptr_array_add (check->findings, td_finding_at (td_finding_new ("certificate-code-no-room", TD_SEVERITY_BLOCK,
                                                                     _ ("This template leaves no room for an authenticity code. Print the codes on the back or with the list.")),
                                                     get_field (check->fields, TD_CERTIFICATE_SUBJECT_LINE), g_ascii_strtoll (get_field (check->fields, TD_CERTIFICATE_AWARD_ID), NULL, 10), 0));
}

static void
check_box (TdCertificateLook *self, const TdCertificateCheck *check, guint n)
{
  const TdSeverity weight = (self->flags & TD_CERTIFICATE_TRIAL) != 0 ? TD_SEVERITY_WARNING : TD_SEVERITY_BLOCK;
  const TdTemplateBox *box = td_template_get_box (self->template, n);
  g_autoptr (GPtrArray) empty = NULL;
  TdFinding *finding;

  if (!td_template_box_applies (box, check->fields))
    return;
  check_preprinted (self, check, box);
  if (!td_certificate_look_is_drawn (self, box, check->fields))
    return;
  for (guint k = 0; k < 2; k++)
    if ((finding = td_award_layout_check (td_certificate_look_find_layout (self, box, check->fields), k, box, self->template, check->fields)) != NULL)
      add_finding (check, box, finding);
  empty = g_ptr_array_new_with_free_func (g_free);
  check_fit (check, box, td_certificate_look_fill (self, n, check->fields, empty));
  if (empty->len > 0)
    add_finding (check, box,
                 /* Number and date come at issue: a trial sheet may lack them. */
                 td_finding_new ("certificate-empty-field", weight, _ ("Nothing to print here yet")));
}

/**
 * td_certificate_look_begin_check:
 * @self: a look
 * @findings: (element-type TdFinding): takes what is wrong on every page
 */
void
td_certificate_look_begin_check (TdCertificateLook *self, GPtrArray *findings)
{
  td_template_pictures_check (self->pictures, findings);
  if (self->layouts != NULL)
    td_certificate_layouts_check (self->layouts, self->template, findings);
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    self->slots[i].checked = FALSE;
}

/**
 * td_certificate_look_check:
 * @self: a look
 * @check: a certificate
 *
 * Looks at one page: text that does not fit, letters no font has, fields left empty, words that contradict the paper.
 */
void
td_certificate_look_check (TdCertificateLook *self, const TdCertificateCheck *check)
{
  check_code (self, check);
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    check_box (self, check, i);
}
