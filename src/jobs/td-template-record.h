/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-document.h"
#include "td-job.h"

G_BEGIN_DECLS

#define TD_TYPE_TEMPLATE_RECORD (td_template_record_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateRecord, td_template_record, TD, TEMPLATE_RECORD, GObject)

TdTemplateRecord *td_template_record_new_sample (void);
const char *td_template_record_get_name (TdTemplateRecord *self);
guint td_template_record_get_position (TdTemplateRecord *self);
guint td_template_record_get_total (TdTemplateRecord *self);
TdTemplate *td_template_record_get_template (TdTemplateRecord *self);
char *td_template_record_dup_text (TdTemplateRecord *self, const TdTemplateBox *box);
TdCertificateDocument *td_template_record_make_document (TdTemplateRecord *self, TdTemplate *template, gboolean with_ornament);

TdTemplate *td_template_record_dup_arranged (TdTemplateRecord *self);
GPtrArray *td_template_record_dup_layouts (TdTemplateRecord *self, TdTemplate *arranged);
TdCertificateDocument *td_template_record_make_arranged (TdTemplateRecord *self, TdTemplate *arranged, gboolean with_ornament);

TdJob *td_template_record_job (TdTemplate *template, guint position);
TdJob *td_template_record_award_job (gint64 award_id, const char *template_name);
TdJob *td_template_record_longest_job (TdTemplate *template, const TdTemplateBox *box);

G_END_DECLS
