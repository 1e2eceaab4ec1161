/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-draft-properties"

#include "config.h"

#include <math.h>

#include "td-template-draft-private.h"

/* What is set of all that is chosen at once. A picture has a place, a name, and is pre-printed or not; the places of
 * emblem and ornament are only places. What has no such property is left as it is. */

static gboolean
has_property (TdTemplate *template, const char *id, TdTemplateProperty property)
{
  if (property <= TD_TEMPLATE_HEIGHT || _td_template_draft_find (template, id) >= 0)
    return TRUE;
  return (property == TD_TEMPLATE_TITLE || property == TD_TEMPLATE_FIXED) && _td_template_draft_find_picture (template, id) >= 0;
}

/* All of them are read and written as boxes. */
static TdTemplateBox *
dup_as_box (TdTemplate *template, const char *id)
{
  int n = _td_template_draft_find (template, id), picture_n = _td_template_draft_find_picture (template, id);
  g_autoptr (TdTemplateBox) box = NULL;

  if (n >= 0)
    return td_template_box_dup (td_template_get_box (template, (guint) n));
  box = td_template_box_new (id);
  if (picture_n >= 0)
    {
      box->title = g_strdup (td_template_get_picture (template, (guint) picture_n)->title);
      box->fixed = td_template_get_picture (template, (guint) picture_n)->fixed;
    }
  return _td_template_draft_read_area (template, id, &box->area) ? g_steal_pointer (&box) : NULL;
}

static void
take_as_box (TdTemplate *next, TdTemplateBox *box)
{
  int n = _td_template_draft_find (next, box->id), picture_n = _td_template_draft_find_picture (next, box->id);

  if (n >= 0)
    {
      td_template_replace_box (next, (guint) n, box);
      return;
    }
  _td_template_draft_write_area (next, box->id, &box->area);
  if (picture_n >= 0)
    {
      TdTemplatePicture *picture = td_template_picture_dup (td_template_get_picture (next, (guint) picture_n));

      g_free (picture->title);
      picture->title = g_strdup (box->title);
      picture->fixed = box->fixed;
      td_template_replace_picture (next, (guint) picture_n, picture);
    }
  td_template_box_free (box);
}

typedef gboolean (*ChangeFunc) (TdTemplateBox *box, TdTemplateProperty property, gconstpointer value);

static gboolean
change_number (TdTemplateBox *box, TdTemplateProperty property, gconstpointer value)
{
  return _td_template_property_set_number (box, property, *(const double *) value);
}

static gboolean
change_text (TdTemplateBox *box, TdTemplateProperty property, gconstpointer value)
{
  return _td_template_property_set_text (box, property, value);
}

static gboolean
change (TdTemplateDraft *self, TdTemplateProperty property, ChangeFunc func, gconstpointer value)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  g_autoptr (TdTemplate) next = _td_template_draft_edit (self);
  gboolean found = FALSE, changed = FALSE;

  for (guint i = 0; i < chosen->len; i++)
    {
      const char *id = g_ptr_array_index (chosen, i);
      g_autoptr (TdTemplateBox) before = has_property (next, id, property) ? dup_as_box (next, id) : NULL;
      g_autoptr (TdTemplateBox) box = before != NULL ? td_template_box_dup (before) : NULL;

      if (box == NULL)
        continue;
      if (!func (box, property, value))
        return FALSE;
      found = TRUE;
      if (td_template_box_equal (box, before))
        continue;
      take_as_box (next, g_steal_pointer (&box));
      changed = TRUE;
    }
  if (changed)
    _td_template_draft_take (self, g_steal_pointer (&next));
  return found;
}

/**
 * td_template_draft_set_number:
 * @self: a draft
 * @property: a property that is a number
 * @value: its value, in all that is chosen and has it
 *
 * Returns: whether @value can stand there; else nothing is changed
 */
gboolean
td_template_draft_set_number (TdTemplateDraft *self, TdTemplateProperty property, double value)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && !_td_template_property_is_text (property), FALSE);

  return change (self, property, change_number, &value);
}

/**
 * td_template_draft_set_text:
 * @self: a draft
 * @property: a property that is a text
 * @text: its value, in all that is chosen and has it
 *
 * Returns: whether @text can stand there; else nothing is changed
 */
gboolean
td_template_draft_set_text (TdTemplateDraft *self, TdTemplateProperty property, const char *text)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && _td_template_property_is_text (property) && text != NULL, FALSE);

  return change (self, property, change_text, text);
}

/**
 * td_template_draft_has:
 * @self: a draft
 * @property: a property
 *
 * Returns: whether anything that is chosen has it
 */
gboolean
td_template_draft_has (TdTemplateDraft *self, TdTemplateProperty property)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);

  for (guint i = 0; i < chosen->len; i++)
    if (has_property (td_template_draft_get_template (self), g_ptr_array_index (chosen, i), property))
      return TRUE;
  return FALSE;
}

/**
 * td_template_draft_get_number:
 * @self: a draft
 * @property: a property that is a number
 * @value: (out): its value
 *
 * Returns: whether something that is chosen has it, and all that have it the same
 */
gboolean
td_template_draft_get_number (TdTemplateDraft *self, TdTemplateProperty property, double *value)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  TdTemplate *template = td_template_draft_get_template (self);
  gboolean found = FALSE;

  for (guint i = 0; i < chosen->len; i++)
    {
      const char *id = g_ptr_array_index (chosen, i);
      g_autoptr (TdTemplateBox) box = has_property (template, id, property) ? dup_as_box (template, id) : NULL;
      double other = box != NULL ? _td_template_property_get_number (box, property) : 0;

      if (box == NULL)
        continue;
      if (found && fabs (other - *value) > 1e-9)
        return FALSE;
      *value = other;
      found = TRUE;
    }
  return found;
}

/**
 * td_template_draft_get_text:
 * @self: a draft
 * @property: a property that is a text
 * @text: (out) (transfer full): its value; %NULL when there is none
 *
 * Returns: whether something that is chosen has it, and all that have it the same
 */
gboolean
td_template_draft_get_text (TdTemplateDraft *self, TdTemplateProperty property, char **text)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  TdTemplate *template = td_template_draft_get_template (self);
  g_autofree char *all = NULL;

  *text = NULL;
  for (guint i = 0; i < chosen->len; i++)
    {
      const char *id = g_ptr_array_index (chosen, i);
      g_autoptr (TdTemplateBox) box = has_property (template, id, property) ? dup_as_box (template, id) : NULL;
      g_autofree char *one = box != NULL ? _td_template_property_dup_text (box, property) : NULL;

      if (box == NULL)
        continue;
      if (all != NULL && !g_str_equal (one, all))
        return FALSE;
      g_free (all);
      all = g_steal_pointer (&one);
    }
  *text = g_steal_pointer (&all);
  return *text != NULL;
}
