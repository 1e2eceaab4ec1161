/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-draft-chosen"

#include "config.h"

#include <math.h>

#include "td-template-draft-private.h"

/* What of a draft is chosen: what is changed next. */

static gboolean
can_be_chosen (TdTemplateDraft *self, const char *id)
{
  TdTemplateArea area;

  return _td_template_draft_has_boxes_only (self) ? _td_template_draft_find (td_template_draft_get_template (self), id) >= 0 : _td_template_draft_read_area (td_template_draft_get_template (self), id, &area);
}

/**
 * td_template_draft_list_items:
 * @self: a draft
 *
 * Returns: (transfer container) (element-type utf8): ids of what stands on the sheet, in the order one walks through it:
 *   boxes, pictures, the place of the emblem, that of the ornament
 */
GPtrArray *
td_template_draft_list_items (TdTemplateDraft *self)
{
  GPtrArray *ids;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), NULL);

  ids = g_ptr_array_new ();
  for (guint i = 0; i < td_template_get_n_boxes (td_template_draft_get_template (self)); i++)
    g_ptr_array_add (ids, td_template_get_box (td_template_draft_get_template (self), i)->id);
  for (guint i = 0; i < td_template_get_n_pictures (td_template_draft_get_template (self)); i++)
    g_ptr_array_add (ids, td_template_get_picture (td_template_draft_get_template (self), i)->id);
  g_ptr_array_add (ids, (gpointer) TD_TEMPLATE_EMBLEM);
  g_ptr_array_add (ids, (gpointer) TD_TEMPLATE_ORNAMENT);
  for (guint i = ids->len; i-- > 0;)
    if (!can_be_chosen (self, g_ptr_array_index (ids, i)))
      g_ptr_array_remove_index (ids, i);
  return ids;
}

/**
 * td_template_draft_choose:
 * @self: a draft
 * @id: (nullable): a box, or one of the other places; %NULL for none
 * @more: whether what was chosen stays so
 */
void
td_template_draft_choose (TdTemplateDraft *self, const char *id, gboolean more)
{
  GPtrArray *ids;

  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self));

  if (id != NULL && !can_be_chosen (self, id))
    return;
  if (id != NULL && td_template_draft_is_chosen (self, id) && (more || _td_template_draft_get_chosen (self)->len == 1))
    return;
  if (id == NULL && (more || _td_template_draft_get_chosen (self)->len == 0))
    return;
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; more && i < _td_template_draft_get_chosen (self)->len; i++)
    g_ptr_array_add (ids, g_strdup (g_ptr_array_index (_td_template_draft_get_chosen (self), i)));
  if (id != NULL)
    g_ptr_array_add (ids, g_strdup (id));
  _td_template_draft_take_chosen (self, ids);
}

static gpointer
dup_id (gconstpointer id, gpointer user_data)
{
  return g_strdup (id);
}

/**
 * td_template_draft_toggle:
 * @self: a draft
 * @id: a box: chosen beside the others, or no longer
 */
void
td_template_draft_toggle (TdTemplateDraft *self, const char *id)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  GPtrArray *rest;
  guint at;

  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self) && id != NULL);

  if (!g_ptr_array_find_with_equal_func (chosen, id, g_str_equal, &at))
    {
      td_template_draft_choose (self, id, TRUE);
      return;
    }
  rest = g_ptr_array_copy (chosen, dup_id, NULL);
  g_ptr_array_set_free_func (rest, g_free);
  g_ptr_array_remove_index (rest, at);
  _td_template_draft_take_chosen (self, rest);
}

static gboolean
touches (const TdTemplateArea *a, const TdTemplateArea *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Boxes and pictures lie beside one another; the other places reach under them and are meant only when pressed. */
static GPtrArray *
list_beside (TdTemplateDraft *self)
{
  GPtrArray *ids = td_template_draft_list_items (self);

  g_ptr_array_remove (ids, (gpointer) TD_TEMPLATE_EMBLEM);
  g_ptr_array_remove (ids, (gpointer) TD_TEMPLATE_ORNAMENT);
  return ids;
}

/**
 * td_template_draft_choose_within:
 * @self: a draft
 * @area: what was drawn around
 * @more: whether what was chosen stays so
 *
 * Chooses the boxes and pictures that @area touches.
 */
void
td_template_draft_choose_within (TdTemplateDraft *self, const TdTemplateArea *area, gboolean more)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *ids;

  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self) && area != NULL);

  all = list_beside (self);
  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->len; i++)
    {
      const char *id = g_ptr_array_index (all, i);
      TdTemplateArea place;

      if ((_td_template_draft_read_area (td_template_draft_get_template (self), id, &place) && touches (area, &place)) || (more && td_template_draft_is_chosen (self, id)))
        g_ptr_array_add (ids, g_strdup (id));
    }
  _td_template_draft_take_chosen (self, ids);
}

/**
 * td_template_draft_choose_all:
 * @self: a draft
 */
void
td_template_draft_choose_all (TdTemplateDraft *self)
{
  const TdTemplateArea everywhere = { -G_MAXINT / 4, -G_MAXINT / 4, G_MAXINT / 2, G_MAXINT / 2 };

  td_template_draft_choose_within (self, &everywhere, FALSE);
}

/**
 * td_template_draft_choose_next:
 * @self: a draft
 * @by: 1 for the box or picture after the one chosen last, -1 for the one before
 *
 * Returns: whether there is one
 */
gboolean
td_template_draft_choose_next (TdTemplateDraft *self, int by)
{
  g_autoptr (GPtrArray) ids = NULL;
  guint found;
  int at;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), FALSE);

  ids = list_beside (self);
  at = by > 0 ? -1 : (int) ids->len;
  if (_td_template_draft_get_chosen (self)->len > 0 && g_ptr_array_find_with_equal_func (ids, g_ptr_array_index (_td_template_draft_get_chosen (self), _td_template_draft_get_chosen (self)->len - 1), g_str_equal, &found))
    at = (int) found;
  if (at + by < 0 || at + by >= (int) ids->len)
    return FALSE;
  td_template_draft_choose (self, g_ptr_array_index (ids, at + by), FALSE);
  return TRUE;
}

/**
 * td_template_draft_is_chosen:
 * @self: a draft
 * @id: a box
 *
 * Returns: whether it is chosen
 */
gboolean
td_template_draft_is_chosen (TdTemplateDraft *self, const char *id)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && id != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (_td_template_draft_get_chosen (self), id, g_str_equal, NULL);
}

/**
 * td_template_draft_get_n_chosen:
 * @self: a draft
 *
 * Returns: how many boxes are chosen
 */
guint
td_template_draft_get_n_chosen (TdTemplateDraft *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), 0);

  return _td_template_draft_get_chosen (self)->len;
}

/**
 * td_template_draft_get_single:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): what is chosen, when it is one thing
 */
const char *
td_template_draft_get_single (TdTemplateDraft *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), NULL);

  return _td_template_draft_get_chosen (self)->len == 1 ? g_ptr_array_index (_td_template_draft_get_chosen (self), 0) : NULL;
}

/**
 * td_template_draft_get_area:
 * @self: a draft
 * @id: a box, or one of the other places
 * @area: (out): where it stands
 *
 * Returns: whether it is there
 */
gboolean
td_template_draft_get_area (TdTemplateDraft *self, const char *id, TdTemplateArea *area)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && id != NULL && area != NULL, FALSE);

  return _td_template_draft_read_area (td_template_draft_get_template (self), id, area);
}

/**
 * td_template_draft_get_extents:
 * @self: a draft
 * @extents: (out): what all that is chosen covers
 *
 * Returns: whether anything is chosen
 */
gboolean
td_template_draft_get_extents (TdTemplateDraft *self, TdTemplateArea *extents)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  TdTemplateArea area;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && extents != NULL, FALSE);

  for (guint i = 0; i < _td_template_draft_get_chosen (self)->len; i++)
    if (_td_template_draft_read_area (td_template_draft_get_template (self), g_ptr_array_index (_td_template_draft_get_chosen (self), i), &area))
      {
        left = MIN (left, area.x);
        top = MIN (top, area.y);
        right = MAX (right, area.x + area.width);
        bottom = MAX (bottom, area.y + area.height);
      }
  if (right < left)
    return FALSE;
  *extents = (TdTemplateArea){ left, top, right - left, bottom - top };
  return TRUE;
}
