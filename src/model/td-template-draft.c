/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-draft"

#include "config.h"

#include "td-template-draft-private.h"

/**
 * TdTemplateDraft:
 *
 * A template that is being changed: every step of it can be taken back and done again, and it knows
 * which of its boxes are chosen. The template it hands out never changes: a step puts another one in
 * its place, so whoever draws the old one may finish.
 */
struct _TdTemplateDraft
{
  GObject parent_instance;

  TdTemplate *current;
  TdTemplate *saved;
  GPtrArray *states; /* TdTemplate: what was there before and after each step */
  guint at;          /* which of them is current */
  guint depth;       /* of steps that have begun */
  GPtrArray *chosen; /* ids */
  gboolean boxes_only;
};

enum
{
  CHANGED,
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdTemplateDraft, td_template_draft, G_TYPE_OBJECT)

static void
td_template_draft_finalize (GObject *object)
{
  TdTemplateDraft *self = TD_TEMPLATE_DRAFT (object);

  g_clear_object (&self->current);
  g_clear_object (&self->saved);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  G_OBJECT_CLASS (td_template_draft_parent_class)->finalize (object);
}

static void
td_template_draft_class_init (TdTemplateDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_template_draft_finalize;

  /**
   * TdTemplateDraft::changed:
   *
   * Another template stands here, or another state counts as saved.
   */
  signals[CHANGED] = g_signal_new ("changed", TD_TYPE_TEMPLATE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TdTemplateDraft::chosen:
   *
   * Other boxes are chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_TEMPLATE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
td_template_draft_init (TdTemplateDraft *self)
{
  self->states = g_ptr_array_new_with_free_func (g_object_unref);
  self->chosen = g_ptr_array_new_with_free_func (g_free);
}

/**
 * td_template_draft_new:
 * @template: where it begins; stays as it is
 *
 * Returns: (transfer full): a draft in which nothing has been changed
 */
TdTemplateDraft *
td_template_draft_new (TdTemplate *template)
{
  TdTemplateDraft *self;

  g_return_val_if_fail (TD_IS_TEMPLATE (template), NULL);

  self = g_object_new (TD_TYPE_TEMPLATE_DRAFT, NULL);
  self->current = g_object_ref (template);
  self->saved = g_object_ref (template);
  g_ptr_array_add (self->states, g_object_ref (template));
  return self;
}

/**
 * td_template_draft_get_template:
 * @self: a draft
 *
 * Returns: (transfer none): the template as it is now
 */
TdTemplate *
td_template_draft_get_template (TdTemplateDraft *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), NULL);

  return self->current;
}

/* Steps */

static void
emit_changed (TdTemplateDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
keep_step (TdTemplateDraft *self)
{
  if (self->current == g_ptr_array_index (self->states, self->at))
    return;
  g_ptr_array_set_size (self->states, (int) self->at + 1);
  g_ptr_array_add (self->states, g_object_ref (self->current));
  self->at++;
}

TdTemplate *
_td_template_draft_edit (TdTemplateDraft *self)
{
  return td_template_dup (self->current);
}

void
_td_template_draft_take (TdTemplateDraft *self, TdTemplate *next)
{
  g_object_unref (self->current);
  self->current = next;
  if (self->depth == 0)
    keep_step (self);
  emit_changed (self);
}

/**
 * td_template_draft_replace:
 * @self: a draft
 * @template: what takes the place of all of it, as one step
 */
void
td_template_draft_replace (TdTemplateDraft *self, TdTemplate *template)
{
  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self) && TD_IS_TEMPLATE (template));

  if (!td_template_equal (self->current, template))
    _td_template_draft_take (self, g_object_ref (template));
}

/**
 * td_template_draft_begin:
 * @self: a draft
 *
 * What is changed until td_template_draft_end() is one step, such as all of a drag.
 */
void
td_template_draft_begin (TdTemplateDraft *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self));

  self->depth++;
}

/**
 * td_template_draft_end:
 * @self: a draft
 */
void
td_template_draft_end (TdTemplateDraft *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self) && self->depth > 0);

  if (--self->depth > 0)
    return;
  keep_step (self);
  emit_changed (self);
}

/* What is no longer there is not chosen. */
static void
drop_lost (TdTemplateDraft *self)
{
  gboolean lost = FALSE;
  TdTemplateArea area;

  for (guint i = self->chosen->len; i-- > 0;)
    if (!_td_template_draft_read_area (self->current, g_ptr_array_index (self->chosen, i), &area))
      {
        g_ptr_array_remove_index (self->chosen, i);
        lost = TRUE;
      }
  if (lost)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
go_to (TdTemplateDraft *self, guint at)
{
  self->at = at;
  g_set_object (&self->current, g_ptr_array_index (self->states, at));
  drop_lost (self);
  emit_changed (self);
}

/**
 * td_template_draft_cancel:
 * @self: a draft
 *
 * Ends the step that has begun and takes back what was changed in it.
 */
void
td_template_draft_cancel (TdTemplateDraft *self)
{
  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self) && self->depth > 0);

  self->depth = 0;
  go_to (self, self->at);
}

/**
 * td_template_draft_is_in_step:
 * @self: a draft
 *
 * Returns: whether a step has begun and not ended
 */
gboolean
td_template_draft_is_in_step (TdTemplateDraft *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), FALSE);

  return self->depth > 0;
}

/**
 * td_template_draft_can_undo:
 * @self: a draft
 *
 * Returns: whether there is a step to take back
 */
gboolean
td_template_draft_can_undo (TdTemplateDraft *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), FALSE);

  return self->depth == 0 && self->at > 0;
}

/**
 * td_template_draft_can_redo:
 * @self: a draft
 *
 * Returns: whether there is a step to do again
 */
gboolean
td_template_draft_can_redo (TdTemplateDraft *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), FALSE);

  return self->depth == 0 && self->at + 1 < self->states->len;
}

/**
 * td_template_draft_undo:
 * @self: a draft
 *
 * Returns: whether a step was taken back
 */
gboolean
td_template_draft_undo (TdTemplateDraft *self)
{
  if (!td_template_draft_can_undo (self))
    return FALSE;
  go_to (self, self->at - 1);
  return TRUE;
}

/**
 * td_template_draft_redo:
 * @self: a draft
 *
 * Returns: whether a step was done again
 */
gboolean
td_template_draft_redo (TdTemplateDraft *self)
{
  if (!td_template_draft_can_redo (self))
    return FALSE;
  go_to (self, self->at + 1);
  return TRUE;
}

/**
 * td_template_draft_is_dirty:
 * @self: a draft
 *
 * Returns: whether it differs from what was saved last
 */
gboolean
td_template_draft_is_dirty (TdTemplateDraft *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), FALSE);

  return self->current != self->saved && !td_template_equal (self->current, self->saved);
}

/**
 * td_template_draft_mark_saved:
 * @self: a draft
 * @saved: what was saved; the draft may have been changed since
 */
void
td_template_draft_mark_saved (TdTemplateDraft *self, TdTemplate *saved)
{
  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self) && TD_IS_TEMPLATE (saved));

  g_set_object (&self->saved, saved);
  emit_changed (self);
}

/* What is chosen */

/**
 * td_template_draft_set_boxes_only:
 * @self: a draft
 * @boxes_only: whether nothing but boxes can be chosen: what else stands on a sheet is the same for all recipients
 */
void
td_template_draft_set_boxes_only (TdTemplateDraft *self, gboolean boxes_only)
{
  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self));

  self->boxes_only = boxes_only;
}

gboolean
_td_template_draft_has_boxes_only (TdTemplateDraft *self)
{
  return self->boxes_only;
}

GPtrArray *
_td_template_draft_get_chosen (TdTemplateDraft *self)
{
  return self->chosen;
}

void
_td_template_draft_take_chosen (TdTemplateDraft *self, GPtrArray *ids)
{
  g_ptr_array_unref (self->chosen);
  self->chosen = ids;
  g_signal_emit (self, signals[CHOSEN], 0);
}
