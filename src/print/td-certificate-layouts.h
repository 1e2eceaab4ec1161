/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-award-layout.h"
#include "td-finding.h"
#include "td-fit.h"
#include "td-template.h"

G_BEGIN_DECLS

/**
 * TdCertificateLayouts:
 *
 * What was changed for single recipients, found by award and box. It does not change.
 */
typedef struct _TdCertificateLayouts TdCertificateLayouts;

TdCertificateLayouts *td_certificate_layouts_new (GPtrArray *layouts);
void td_certificate_layouts_free (TdCertificateLayouts *self);
const TdAwardLayout *td_certificate_layouts_find (TdCertificateLayouts *self, const char *award_id, const char *box_id);
void td_certificate_layouts_check (TdCertificateLayouts *self, TdTemplate *template, GPtrArray *findings);

char *td_award_layout_apply (const TdAwardLayout *layout, const TdTemplateBox *box, GHashTable *fields, GPtrArray *empty, TdFitStyle *style);
gboolean td_award_layout_says (const TdAwardLayout *layout, const TdTemplateBox *box, GHashTable *fields);
TdFinding *td_award_layout_check (const TdAwardLayout *layout, guint n, const TdTemplateBox *box, TdTemplate *template, GHashTable *fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdCertificateLayouts, td_certificate_layouts_free)

G_END_DECLS
