/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template-draft.h"

G_BEGIN_DECLS

/* A box that is being changed, and how it is compared and written to: td-template-property.c. */
gboolean _td_template_property_is_text (TdTemplateProperty property);
double _td_template_property_get_number (const TdTemplateBox *box, TdTemplateProperty property);
gboolean _td_template_property_set_number (TdTemplateBox *box, TdTemplateProperty property, double value);
char *_td_template_property_dup_text (const TdTemplateBox *box, TdTemplateProperty property);
gboolean _td_template_property_set_text (TdTemplateBox *box, TdTemplateProperty property, const char *text);

/* Steps: a change is made to a copy, which then takes the place of what was there. */
TdTemplate *_td_template_draft_edit (TdTemplateDraft *self);
void _td_template_draft_take (TdTemplateDraft *self, TdTemplate *next);
GPtrArray *_td_template_draft_get_chosen (TdTemplateDraft *self);
gboolean _td_template_draft_has_boxes_only (TdTemplateDraft *self);
void _td_template_draft_take_chosen (TdTemplateDraft *self, GPtrArray *ids);

/* What can be chosen: boxes, pictures and the places that are neither: td-template-draft-items.c. */
int _td_template_draft_find (TdTemplate *template, const char *id);
int _td_template_draft_find_picture (TdTemplate *template, const char *id);
gboolean _td_template_draft_read_area (TdTemplate *template, const char *id, TdTemplateArea *area);
void _td_template_draft_write_area (TdTemplate *template, const char *id, const TdTemplateArea *area);

G_END_DECLS
