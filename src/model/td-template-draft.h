/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-template.h"

G_BEGIN_DECLS

/**
 * TdTemplateProperty:
 *
 * What can be set of all that is chosen at once: lengths in millimetres, sizes in points, places as
 * #TdTemplatePlace, yes and no as 1 and 0; from %TD_TEMPLATE_COLOUR on they are texts.
 */
typedef enum
{
  TD_TEMPLATE_X,
  TD_TEMPLATE_Y,
  TD_TEMPLATE_WIDTH,
  TD_TEMPLATE_HEIGHT,
  TD_TEMPLATE_SIZE,
  TD_TEMPLATE_MIN_SIZE,
  TD_TEMPLATE_LINE_SPACING,
  TD_TEMPLATE_UNDERSCORE,
  TD_TEMPLATE_MAX_LINES,
  TD_TEMPLATE_ALIGN,
  TD_TEMPLATE_VALIGN,
  TD_TEMPLATE_BOLD,
  TD_TEMPLATE_ITALIC,
  TD_TEMPLATE_UPPER,
  TD_TEMPLATE_OWN_LINES,
  TD_TEMPLATE_FIXED,
  TD_TEMPLATE_COLOUR,
  TD_TEMPLATE_TITLE,
  TD_TEMPLATE_FAMILY,
  TD_TEMPLATE_TEXT,
  TD_TEMPLATE_WHEN,
  TD_TEMPLATE_PREPRINTED,
  TD_TEMPLATE_N_PROPERTIES,
} TdTemplateProperty;

/**
 * TdTemplateEdges:
 *
 * Which edges of a box follow when it is sized.
 */
typedef enum
{
  TD_TEMPLATE_LEFT = 1 << 0,
  TD_TEMPLATE_TOP = 1 << 1,
  TD_TEMPLATE_RIGHT = 1 << 2,
  TD_TEMPLATE_BOTTOM = 1 << 3,
} TdTemplateEdges;

/**
 * TdTemplateAlign:
 *
 * How boxes are set to each other: to an edge or the middle of them all; a single one to the sheet's.
 */
typedef enum
{
  TD_TEMPLATE_ALIGN_LEFT,
  TD_TEMPLATE_ALIGN_CENTER,
  TD_TEMPLATE_ALIGN_RIGHT,
  TD_TEMPLATE_ALIGN_TOP,
  TD_TEMPLATE_ALIGN_MIDDLE,
  TD_TEMPLATE_ALIGN_BOTTOM,
  TD_TEMPLATE_DISTRIBUTE_ACROSS,
  TD_TEMPLATE_DISTRIBUTE_DOWN,
} TdTemplateAlign;

/* A box is never made smaller than this, in millimetres. */
#define TD_TEMPLATE_LEAST 1.0

/* The places that are no boxes are chosen and moved by these ids. */
#define TD_TEMPLATE_ORNAMENT "ornament"
#define TD_TEMPLATE_EMBLEM   "emblem"

#define TD_TYPE_TEMPLATE_DRAFT (td_template_draft_get_type ())
G_DECLARE_FINAL_TYPE (TdTemplateDraft, td_template_draft, TD, TEMPLATE_DRAFT, GObject)

TdTemplateDraft *td_template_draft_new (TdTemplate *template);
TdTemplate *td_template_draft_get_template (TdTemplateDraft *self);
const char *td_template_draft_get_title (TdTemplateDraft *self, const char *id);

/* Steps */
void td_template_draft_replace (TdTemplateDraft *self, TdTemplate *template);
void td_template_draft_begin (TdTemplateDraft *self);
void td_template_draft_end (TdTemplateDraft *self);
void td_template_draft_cancel (TdTemplateDraft *self);
gboolean td_template_draft_is_in_step (TdTemplateDraft *self);
gboolean td_template_draft_undo (TdTemplateDraft *self);
gboolean td_template_draft_redo (TdTemplateDraft *self);
gboolean td_template_draft_can_undo (TdTemplateDraft *self);
gboolean td_template_draft_can_redo (TdTemplateDraft *self);
gboolean td_template_draft_is_dirty (TdTemplateDraft *self);
void td_template_draft_mark_saved (TdTemplateDraft *self, TdTemplate *saved);

/* What can be chosen, and is */
void td_template_draft_set_boxes_only (TdTemplateDraft *self, gboolean boxes_only);
GPtrArray *td_template_draft_list_items (TdTemplateDraft *self);
void td_template_draft_choose (TdTemplateDraft *self, const char *id, gboolean more);
void td_template_draft_toggle (TdTemplateDraft *self, const char *id);
void td_template_draft_choose_within (TdTemplateDraft *self, const TdTemplateArea *area, gboolean more);
void td_template_draft_choose_all (TdTemplateDraft *self);
gboolean td_template_draft_choose_next (TdTemplateDraft *self, int by);
gboolean td_template_draft_is_chosen (TdTemplateDraft *self, const char *id);
guint td_template_draft_get_n_chosen (TdTemplateDraft *self);
const char *td_template_draft_get_single (TdTemplateDraft *self);
gboolean td_template_draft_get_extents (TdTemplateDraft *self, TdTemplateArea *extents);
gboolean td_template_draft_get_area (TdTemplateDraft *self, const char *id, TdTemplateArea *area);

/* Changes of what is chosen */
gboolean td_template_draft_move (TdTemplateDraft *self, double dx, double dy);
gboolean td_template_draft_size (TdTemplateDraft *self, TdTemplateEdges edges, double dx, double dy);
gboolean td_template_draft_align (TdTemplateDraft *self, TdTemplateAlign how);
gboolean td_template_draft_set_number (TdTemplateDraft *self, TdTemplateProperty property, double value);
gboolean td_template_draft_get_number (TdTemplateDraft *self, TdTemplateProperty property, double *value);
gboolean td_template_draft_has (TdTemplateDraft *self, TdTemplateProperty property);
gboolean td_template_draft_set_text (TdTemplateDraft *self, TdTemplateProperty property, const char *text);
gboolean td_template_draft_get_text (TdTemplateDraft *self, TdTemplateProperty property, char **text);
gboolean td_template_draft_duplicate (TdTemplateDraft *self);
gboolean td_template_draft_remove (TdTemplateDraft *self);
gboolean td_template_draft_reorder (TdTemplateDraft *self, int by);

/* Changes of the template */
const char *td_template_draft_add (TdTemplateDraft *self, const char *title, const char *text, const TdTemplateArea *area);
gboolean td_template_draft_set_title (TdTemplateDraft *self, const char *title);
gboolean td_template_draft_set_suits (TdTemplateDraft *self, const char *award_form, gboolean suits);
gboolean td_template_draft_set_sheet (TdTemplateDraft *self, double width, double height);
const char *td_template_draft_add_picture (TdTemplateDraft *self, const char *title, GBytes *image, double width, double height);
guint td_template_draft_add_guide (TdTemplateDraft *self, gboolean vertical, double at);
gboolean td_template_draft_move_guide (TdTemplateDraft *self, guint n, double at);
void td_template_draft_remove_guide (TdTemplateDraft *self, guint n);

G_END_DECLS
