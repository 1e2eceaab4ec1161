/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-draft-items"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-template-draft-private.h"

/* What stands on a sheet and can be chosen, by its id; and guides, which cannot. */

int
_td_template_draft_find (TdTemplate *template, const char *id)
{
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    if (g_str_equal (td_template_get_box (template, i)->id, id))
      return (int) i;
  return -1;
}

int
_td_template_draft_find_picture (TdTemplate *template, const char *id)
{
  for (guint i = 0; i < td_template_get_n_pictures (template); i++)
    if (g_str_equal (td_template_get_picture (template, i)->id, id))
      return (int) i;
  return -1;
}

gboolean
_td_template_draft_read_area (TdTemplate *template, const char *id, TdTemplateArea *area)
{
  int n = _td_template_draft_find (template, id);
  int picture_n = _td_template_draft_find_picture (template, id);

  if (n >= 0)
    *area = td_template_get_box (template, (guint) n)->area;
  else if (picture_n >= 0)
    *area = td_template_get_picture (template, (guint) picture_n)->area;
  else if (g_str_equal (id, TD_TEMPLATE_EMBLEM))
    *area = *td_template_get_emblem_area (template);
  else if (g_str_equal (id, TD_TEMPLATE_ORNAMENT) && td_template_get_ornament (template) != NULL)
    *area = *td_template_get_ornament_area (template);
  else
    return FALSE;
  return area->width > 0;
}

void
_td_template_draft_write_area (TdTemplate *template, const char *id, const TdTemplateArea *area)
{
  int n = _td_template_draft_find (template, id);
  int picture_n = _td_template_draft_find_picture (template, id);

  if (n >= 0)
    {
      TdTemplateBox *box = td_template_box_dup (td_template_get_box (template, (guint) n));

      box->area = *area;
      td_template_replace_box (template, (guint) n, box);
    }
  else if (picture_n >= 0)
    {
      TdTemplatePicture *picture = td_template_picture_dup (td_template_get_picture (template, (guint) picture_n));

      picture->area = *area;
      td_template_replace_picture (template, (guint) picture_n, picture);
    }
  else if (g_str_equal (id, TD_TEMPLATE_EMBLEM))
    td_template_set_emblem_area (template, area);
  else if (g_str_equal (id, TD_TEMPLATE_ORNAMENT))
    {
      g_autofree char *ornament = g_strdup (td_template_get_ornament (template));

      td_template_set_ornament (template, ornament, area);
    }
}

/* A picture that is added covers at most this part of the sheet's sides. */
#define MOST_OF_SHEET (1.0 / 3)

static double
to_tenths (double mm)
{
  return round (mm * 10) / 10;
}

/**
 * td_template_draft_add_picture:
 * @self: a draft
 * @title: what a clerk calls it
 * @image: a PNG or JPEG file that td_template_picture_judge() lets pass
 * @width: its own, millimetres
 * @height: its own, millimetres
 *
 * Adds a picture in its own size, smaller when that is more than a third of the sheet's sides, in the middle, and
 * chooses it.
 *
 * Returns: (transfer none): its id
 */
const char *
td_template_draft_add_picture (TdTemplateDraft *self, const char *title, GBytes *image, double width, double height)
{
  TdTemplate *next;
  TdTemplatePicture *picture;
  g_autofree char *id = NULL;
  double scale, sheet_width, sheet_height;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && title != NULL && image != NULL && width > 0 && height > 0, NULL);

  next = _td_template_draft_edit (self);
  id = td_template_dup_free_id (next, "picture");
  sheet_width = td_template_get_width (next);
  sheet_height = td_template_get_height (next);
  scale = MIN (1, MIN (sheet_width * MOST_OF_SHEET / width, sheet_height * MOST_OF_SHEET / height));
  picture = td_template_picture_new (id, image);
  picture->title = g_strdup (title);
  picture->area.width = MAX (TD_TEMPLATE_LEAST, to_tenths (width * scale));
  picture->area.height = MAX (TD_TEMPLATE_LEAST, to_tenths (height * scale));
  picture->area.x = to_tenths ((sheet_width - picture->area.width) / 2);
  picture->area.y = to_tenths ((sheet_height - picture->area.height) / 2);
  td_template_take_picture (next, picture);
  _td_template_draft_take (self, next);
  td_template_draft_choose (self, id, FALSE);
  return td_template_draft_get_single (self);
}

/* Guides */

static GArray *
dup_guides (TdTemplate *template)
{
  guint n;
  const TdTemplateGuide *guides = td_template_get_guides (template, &n);
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (TdTemplateGuide));

  if (n > 0)
    g_array_append_vals (copy, guides, n);
  return copy;
}

static void
take_guides (TdTemplateDraft *self, GArray *guides)
{
  TdTemplate *next = _td_template_draft_edit (self);

  td_template_set_guides (next, (const TdTemplateGuide *) (gpointer) guides->data, guides->len);
  _td_template_draft_take (self, next);
}

/* On the sheet, to tenths of a millimetre: nobody pulls finer than that. */
static double
tidy_place (TdTemplateDraft *self, gboolean vertical, double at)
{
  TdTemplate *template = td_template_draft_get_template (self);

  return CLAMP (round (at * 10) / 10, 0, vertical ? td_template_get_width (template) : td_template_get_height (template));
}

/**
 * td_template_draft_add_guide:
 * @self: a draft
 * @vertical: whether it runs from the top edge to the lower one
 * @at: millimetres from the sheet's left or upper edge
 *
 * Returns: which guide it is
 */
guint
td_template_draft_add_guide (TdTemplateDraft *self, gboolean vertical, double at)
{
  g_autoptr (GArray) guides = NULL;
  TdTemplateGuide guide = { vertical, 0 };

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), 0);

  guides = dup_guides (td_template_draft_get_template (self));
  guide.at = tidy_place (self, vertical, at);
  g_array_append_val (guides, guide);
  take_guides (self, guides);
  return guides->len - 1;
}

/**
 * td_template_draft_move_guide:
 * @self: a draft
 * @n: which guide
 * @at: millimetres from the sheet's left or upper edge
 *
 * Returns: whether it moved
 */
gboolean
td_template_draft_move_guide (TdTemplateDraft *self, guint n, double at)
{
  g_autoptr (GArray) guides = NULL;
  TdTemplateGuide *guide;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self), FALSE);

  guides = dup_guides (td_template_draft_get_template (self));
  g_return_val_if_fail (n < guides->len, FALSE);
  guide = &g_array_index (guides, TdTemplateGuide, n);
  at = tidy_place (self, guide->vertical, at);
  if (fabs (guide->at - at) < TD_TEMPLATE_STEP)
    return FALSE;
  guide->at = at;
  take_guides (self, guides);
  return TRUE;
}

/**
 * td_template_draft_remove_guide:
 * @self: a draft
 * @n: which guide
 */
void
td_template_draft_remove_guide (TdTemplateDraft *self, guint n)
{
  g_autoptr (GArray) guides = NULL;

  g_return_if_fail (TD_IS_TEMPLATE_DRAFT (self));

  guides = dup_guides (td_template_draft_get_template (self));
  g_return_if_fail (n < guides->len);
  g_array_remove_index (guides, n);
  take_guides (self, guides);
}

/**
 * td_template_draft_get_title:
 * @self: a draft
 * @id: what stands on its sheet
 *
 * Returns: (transfer none): what people call it
 */
const char *
td_template_draft_get_title (TdTemplateDraft *self, const char *id)
{
  TdTemplate *template = td_template_draft_get_template (self);
  int box = _td_template_draft_find (template, id);
  int picture = _td_template_draft_find_picture (template, id);

  if (box >= 0)
    return td_template_get_box (template, (guint) box)->title;
  if (picture >= 0)
    return td_template_get_picture (template, (guint) picture)->title;
  return g_str_equal (id, TD_TEMPLATE_EMBLEM) ? _ ("Place of the state emblem") : _ ("Place of the ornament");
}
