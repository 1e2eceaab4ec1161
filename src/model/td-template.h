/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "td-template-box.h"
#include "td-template-picture.h"

G_BEGIN_DECLS

/**
 * TdTemplateGuide:
 * @vertical: runs from the top edge to the lower one
 * @at: millimetres from the sheet's left or upper edge
 *
 * A line that helps to place boxes; never printed.
 */
typedef struct
{
  gboolean vertical;
  double at;
} TdTemplateGuide;

#define TD_TYPE_TEMPLATE (td_template_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplate, td_template, TD, TEMPLATE, GObject)

TdTemplate *td_template_new (const char *id, const char *title, double width, double height);
TdTemplate *td_template_dup (TdTemplate *self);
gboolean td_template_equal (TdTemplate *a, TdTemplate *b);
const char *td_template_get_id (TdTemplate *self);
void td_template_set_id (TdTemplate *self, const char *id);
const char *td_template_get_title (TdTemplate *self);
void td_template_set_title (TdTemplate *self, const char *title);
void td_template_set_size (TdTemplate *self, double width, double height);
double td_template_get_width (TdTemplate *self);
double td_template_get_height (TdTemplate *self);

void td_template_set_award_forms (TdTemplate *self, const char *const *names);
void td_template_add_award_form (TdTemplate *self, const char *name);
const char *const *td_template_get_award_forms (TdTemplate *self);
gboolean td_template_suits (TdTemplate *self, const char *award_form);

void td_template_set_ornament (TdTemplate *self, const char *id, const TdTemplateArea *area);
const char *td_template_get_ornament (TdTemplate *self);
const TdTemplateArea *td_template_get_ornament_area (TdTemplate *self);
void td_template_set_emblem_area (TdTemplate *self, const TdTemplateArea *area);
const TdTemplateArea *td_template_get_emblem_area (TdTemplate *self);

void td_template_take_box (TdTemplate *self, TdTemplateBox *box);
void td_template_take_box_at (TdTemplate *self, TdTemplateBox *box, guint n);
void td_template_replace_box (TdTemplate *self, guint n, TdTemplateBox *box);
void td_template_remove_box (TdTemplate *self, guint n);
void td_template_move_box (TdTemplate *self, guint from, guint to);
guint td_template_get_n_boxes (TdTemplate *self);
const TdTemplateBox *td_template_get_box (TdTemplate *self, guint n);
const TdTemplateBox *td_template_find_box (TdTemplate *self, const char *id);
char *td_template_dup_free_id (TdTemplate *self, const char *stem);

void td_template_take_picture (TdTemplate *self, TdTemplatePicture *picture);
void td_template_replace_picture (TdTemplate *self, guint n, TdTemplatePicture *picture);
void td_template_remove_picture (TdTemplate *self, guint n);
guint td_template_get_n_pictures (TdTemplate *self);
const TdTemplatePicture *td_template_get_picture (TdTemplate *self, guint n);

void td_template_set_guides (TdTemplate *self, const TdTemplateGuide *guides, guint n_guides);
const TdTemplateGuide *td_template_get_guides (TdTemplate *self, guint *n_guides);

void td_template_set_phrases (TdTemplate *self, const char *const *phrases);
const char *const *td_template_get_phrases (TdTemplate *self);
const char **td_template_join_phrases (TdTemplate *self, const char *const *others);

void td_template_set_validity (TdTemplate *self, const GDate *from, const GDate *to);
void td_template_get_validity (TdTemplate *self, GDate *from, GDate *to);
gboolean td_template_is_valid_on (TdTemplate *self, const GDate *day);
void td_template_set_source (TdTemplate *self, const char *source, gboolean verified);
const char *td_template_get_source (TdTemplate *self);
gboolean td_template_get_verified (TdTemplate *self);

G_END_DECLS
