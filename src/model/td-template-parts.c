/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-parts"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-template-private.h"

/**
 * td_template_take_box:
 * @self: a template
 * @box: (transfer full): drawn after those already there
 */
void
td_template_take_box (TdTemplate *self, TdTemplateBox *box)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && box != NULL);

  g_ptr_array_add (self->boxes, box);
}

/**
 * td_template_take_box_at:
 * @self: a template
 * @box: (transfer full): a box
 * @n: drawn before the box that is there now; the number of boxes: drawn last
 */
void
td_template_take_box_at (TdTemplate *self, TdTemplateBox *box, guint n)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && box != NULL && n <= self->boxes->len);

  g_ptr_array_insert (self->boxes, n, box);
}

/**
 * td_template_replace_box:
 * @self: a template
 * @n: a box, counted from 0
 * @box: (transfer full): what stands there from now on
 */
void
td_template_replace_box (TdTemplate *self, guint n, TdTemplateBox *box)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && box != NULL && n < self->boxes->len);

  td_template_box_free (g_ptr_array_index (self->boxes, n));
  g_ptr_array_index (self->boxes, n) = box;
}

/**
 * td_template_remove_box:
 * @self: a template
 * @n: a box, counted from 0
 */
void
td_template_remove_box (TdTemplate *self, guint n)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && n < self->boxes->len);

  g_ptr_array_remove_index (self->boxes, n);
}

/**
 * td_template_move_box:
 * @self: a template
 * @from: where a box is, counted from 0
 * @to: where it is to be; those between move up by one
 *
 * Changes the order in which boxes are drawn and listed.
 */
void
td_template_move_box (TdTemplate *self, guint from, guint to)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && from < self->boxes->len && to < self->boxes->len);

  g_ptr_array_insert (self->boxes, to, g_ptr_array_steal_index (self->boxes, from));
}

/**
 * td_template_get_n_boxes:
 * @self: a template
 *
 * Returns: how many boxes it has
 */
guint
td_template_get_n_boxes (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), 0);

  return self->boxes->len;
}

/**
 * td_template_get_box:
 * @self: a template
 * @n: from 0
 *
 * Returns: (transfer none): a box
 */
const TdTemplateBox *
td_template_get_box (TdTemplate *self, guint n)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self) && n < self->boxes->len, NULL);

  return g_ptr_array_index (self->boxes, n);
}

/**
 * td_template_find_box:
 * @self: a template
 * @id: id of a box
 *
 * Returns: (transfer none) (nullable): the box
 */
const TdTemplateBox *
td_template_find_box (TdTemplate *self, const char *id)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self) && id != NULL, NULL);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TdTemplateBox *box = g_ptr_array_index (self->boxes, i);

      if (strcmp (box->id, id) == 0)
        return box;
    }
  return NULL;
}

static gboolean
is_taken (TdTemplate *self, const char *id)
{
  for (guint i = 0; i < self->pictures->len; i++)
    if (strcmp (((const TdTemplatePicture *) g_ptr_array_index (self->pictures, i))->id, id) == 0)
      return TRUE;
  return td_template_find_box (self, id) != NULL;
}

/**
 * td_template_dup_free_id:
 * @self: a template
 * @stem: what it should be like, an id itself
 *
 * Returns: (transfer full): @stem, or @stem and a number: no box and no picture has it
 */
char *
td_template_dup_free_id (TdTemplate *self, const char *stem)
{
  g_autofree char *id = g_strdup (stem);

  g_return_val_if_fail (TD_IS_TEMPLATE (self) && stem != NULL, NULL);

  for (guint n = 2; is_taken (self, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, n);
    }
  return g_steal_pointer (&id);
}

/**
 * td_template_take_picture:
 * @self: a template
 * @picture: (transfer full): drawn below all boxes
 */
void
td_template_take_picture (TdTemplate *self, TdTemplatePicture *picture)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && picture != NULL);

  g_ptr_array_add (self->pictures, picture);
}

/**
 * td_template_replace_picture:
 * @self: a template
 * @n: a picture, counted from 0
 * @picture: (transfer full): what stands there from now on
 */
void
td_template_replace_picture (TdTemplate *self, guint n, TdTemplatePicture *picture)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && picture != NULL && n < self->pictures->len);

  td_template_picture_free (g_ptr_array_index (self->pictures, n));
  g_ptr_array_index (self->pictures, n) = picture;
}

/**
 * td_template_remove_picture:
 * @self: a template
 * @n: a picture, counted from 0
 */
void
td_template_remove_picture (TdTemplate *self, guint n)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && n < self->pictures->len);

  g_ptr_array_remove_index (self->pictures, n);
}

/**
 * td_template_get_n_pictures:
 * @self: a template
 *
 * Returns: how many pictures it has, emblem and ornament apart
 */
guint
td_template_get_n_pictures (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), 0);

  return self->pictures->len;
}

/**
 * td_template_get_picture:
 * @self: a template
 * @n: counted from 0
 *
 * Returns: (transfer none): picture @n
 */
const TdTemplatePicture *
td_template_get_picture (TdTemplate *self, guint n)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self) && n < self->pictures->len, NULL);

  return g_ptr_array_index (self->pictures, n);
}

/**
 * td_template_set_guides:
 * @self: a template
 * @guides: (array length=n_guides): lines that help to place boxes
 * @n_guides: how many
 */
void
td_template_set_guides (TdTemplate *self, const TdTemplateGuide *guides, guint n_guides)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && (guides != NULL || n_guides == 0));

  g_array_set_size (self->guides, 0);
  if (n_guides > 0)
    g_array_append_vals (self->guides, guides, n_guides);
}

/**
 * td_template_get_guides:
 * @self: a template
 * @n_guides: (out): how many
 *
 * Returns: (transfer none) (array length=n_guides): lines that help to place boxes
 */
const TdTemplateGuide *
td_template_get_guides (TdTemplate *self, guint *n_guides)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self) && n_guides != NULL, NULL);

  *n_guides = self->guides->len;
  return (const TdTemplateGuide *) (gpointer) self->guides->data;
}

/**
 * td_template_set_phrases:
 * @self: a template
 * @phrases: (array zero-terminated=1): words that stay on one line, beside those of
 *   data/catalogue/keep-together.txt and written as there
 */
void
td_template_set_phrases (TdTemplate *self, const char *const *phrases)
{
  char **copy;

  g_return_if_fail (TD_IS_TEMPLATE (self) && phrases != NULL);

  copy = g_strdupv ((char **) phrases);
  g_strfreev (self->phrases);
  self->phrases = copy;
}

/**
 * td_template_get_phrases:
 * @self: a template
 *
 * Returns: (transfer none) (array zero-terminated=1): words that stay on one line in this template
 */
const char *const *
td_template_get_phrases (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return (const char *const *) self->phrases;
}

/**
 * td_template_join_phrases:
 * @self: a template
 * @others: (nullable) (array zero-terminated=1): words that stay on one line everywhere
 *
 * Returns: (transfer container) (array zero-terminated=1): the template's phrases, then the others; they are lent
 */
const char **
td_template_join_phrases (TdTemplate *self, const char *const *others)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; self->phrases[i] != NULL; i++)
    g_ptr_array_add (all, self->phrases[i]);
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    g_ptr_array_add (all, (gpointer) others[i]);
  g_ptr_array_add (all, NULL);
  return (const char **) g_ptr_array_free (all, FALSE);
}

/**
 * td_template_dup:
 * @self: a template
 *
 * Returns: (transfer full): another template that is the same
 */
TdTemplate *
td_template_dup (TdTemplate *self)
{
  g_autoptr (TdTemplate) copy = NULL;

  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  copy = td_template_new (self->id, self->title, self->width, self->height);
  td_template_set_award_forms (copy, td_template_get_award_forms (self));
  td_template_set_ornament (copy, self->ornament, &self->ornament_area);
  copy->emblem_area = self->emblem_area;
  copy->valid_from = self->valid_from;
  copy->valid_to = self->valid_to;
  td_template_set_source (copy, self->source, self->verified);
  for (guint i = 0; i < self->boxes->len; i++)
    td_template_take_box (copy, td_template_box_dup (g_ptr_array_index (self->boxes, i)));
  for (guint i = 0; i < self->pictures->len; i++)
    td_template_take_picture (copy, td_template_picture_dup (g_ptr_array_index (self->pictures, i)));
  td_template_set_guides (copy, (const TdTemplateGuide *) (gpointer) self->guides->data, self->guides->len);
  td_template_set_phrases (copy, td_template_get_phrases (self));
  return g_steal_pointer (&copy);
}

static gboolean
is_same_day (const GDate *a, const GDate *b)
{
  return g_date_valid (a) == g_date_valid (b) && (!g_date_valid (a) || g_date_compare (a, b) == 0);
}

static gboolean
has_same_head (TdTemplate *a, TdTemplate *b)
{
  return strcmp (a->id, b->id) == 0 && strcmp (a->title, b->title) == 0
         && fabs (a->width - b->width) < TD_TEMPLATE_STEP / 2 && fabs (a->height - b->height) < TD_TEMPLATE_STEP / 2
         && g_strv_equal (td_template_get_award_forms (a), td_template_get_award_forms (b))
         && g_strcmp0 (a->ornament, b->ornament) == 0 && td_template_area_equal (&a->ornament_area, &b->ornament_area)
         && td_template_area_equal (&a->emblem_area, &b->emblem_area) && is_same_day (&a->valid_from, &b->valid_from)
         && is_same_day (&a->valid_to, &b->valid_to) && g_strcmp0 (a->source, b->source) == 0
         && a->verified == b->verified;
}

static gboolean
has_same_guides (TdTemplate *a, TdTemplate *b)
{
  if (a->guides->len != b->guides->len)
    return FALSE;
  for (guint i = 0; i < a->guides->len; i++)
    {
      const TdTemplateGuide *left = &g_array_index (a->guides, TdTemplateGuide, i);
      const TdTemplateGuide *right = &g_array_index (b->guides, TdTemplateGuide, i);

      if (left->vertical != right->vertical || fabs (left->at - right->at) >= TD_TEMPLATE_STEP / 2)
        return FALSE;
    }
  return TRUE;
}

/**
 * td_template_equal:
 * @a: a template
 * @b: another
 *
 * Returns: whether they are the same, as far as a template file tells templates apart
 */
gboolean
td_template_equal (TdTemplate *a, TdTemplate *b)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (a) && TD_IS_TEMPLATE (b), FALSE);

  if (!has_same_head (a, b) || a->boxes->len != b->boxes->len || a->pictures->len != b->pictures->len
      || !has_same_guides (a, b) || !g_strv_equal ((const char *const *) a->phrases, (const char *const *) b->phrases))
    return FALSE;
  for (guint i = 0; i < a->boxes->len; i++)
    if (!td_template_box_equal (g_ptr_array_index (a->boxes, i), g_ptr_array_index (b->boxes, i)))
      return FALSE;
  for (guint i = 0; i < a->pictures->len; i++)
    if (!td_template_picture_equal (g_ptr_array_index (a->pictures, i), g_ptr_array_index (b->pictures, i)))
      return FALSE;
  return TRUE;
}
