/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-draft-changes"

#include "config.h"

#include <math.h>

#include "td-template-draft-private.h"

/* What can be done to the boxes of a draft: they are placed, come and go. A change that changes nothing is no step. */

#define APART 5.0 /* mm between a box and its duplicate */

static double
to_micrometres (double mm)
{
  return round (mm * 1000) / 1000;
}

/* Puts new places where the chosen things stand: as many as are chosen. */
static gboolean
place_chosen (TdTemplateDraft *self, const TdTemplateArea *areas)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  TdTemplate *next = _td_template_draft_edit (self);
  gboolean changed = FALSE;

  for (guint i = 0; i < chosen->len; i++)
    {
      const char *id = g_ptr_array_index (chosen, i);
      const TdTemplateArea area = { to_micrometres (areas[i].x), to_micrometres (areas[i].y), to_micrometres (areas[i].width), to_micrometres (areas[i].height) };
      TdTemplateArea before;

      if (!_td_template_draft_read_area (next, id, &before) || td_template_area_equal (&before, &area))
        continue;
      _td_template_draft_write_area (next, id, &area);
      changed = TRUE;
    }
  if (changed)
    _td_template_draft_take (self, next);
  else
    g_object_unref (next);
  return changed;
}

static TdTemplateArea *
dup_areas (TdTemplateDraft *self)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  TdTemplateArea *areas = g_new0 (TdTemplateArea, chosen->len + 1);

  for (guint i = 0; i < chosen->len; i++)
    td_template_draft_get_area (self, g_ptr_array_index (chosen, i), &areas[i]);
  return areas;
}

/**
 * td_template_draft_move:
 * @self: a draft
 * @dx: to the right, millimetres
 * @dy: down
 *
 * Moves what is chosen, as far as it stays on the sheet.
 *
 * Returns: whether anything moved
 */
gboolean
td_template_draft_move (TdTemplateDraft *self, double dx, double dy)
{
  TdTemplate *template = td_template_draft_get_template (self);
  g_autofree TdTemplateArea *areas = NULL;
  TdTemplateArea all;

  if (!td_template_draft_get_extents (self, &all))
    return FALSE;
  dx = CLAMP (dx, MIN (0, -all.x), MAX (0, td_template_get_width (template) - all.x - all.width));
  dy = CLAMP (dy, MIN (0, -all.y), MAX (0, td_template_get_height (template) - all.y - all.height));
  areas = dup_areas (self);
  for (guint i = 0; i < td_template_draft_get_n_chosen (self); i++)
    {
      areas[i].x += dx;
      areas[i].y += dy;
    }
  return place_chosen (self, areas);
}

/* One side of a box: where its near and far edge come to stand. */
static void
size_side (double *start, double *length, gboolean near, gboolean far, double by, double sheet)
{
  double end = *start + *length;

  if (near)
    {
      *start = MIN (CLAMP (*start + by, MIN (0, *start), MAX (sheet, *start)), end - TD_TEMPLATE_LEAST);
      *length = end - *start;
    }
  else if (far)
    {
      end = CLAMP (end + by, MIN (0, end), MAX (sheet, end));
      *length = MAX (end - *start, TD_TEMPLATE_LEAST);
    }
}

/**
 * td_template_draft_size:
 * @self: a draft
 * @edges: which edges follow
 * @dx: how far, to the right, millimetres
 * @dy: down
 *
 * Sizes each of the boxes that are chosen.
 *
 * Returns: whether anything changed
 */
gboolean
td_template_draft_size (TdTemplateDraft *self, TdTemplateEdges edges, double dx, double dy)
{
  TdTemplate *template = td_template_draft_get_template (self);
  g_autofree TdTemplateArea *areas = dup_areas (self);

  for (guint i = 0; i < td_template_draft_get_n_chosen (self); i++)
    {
      size_side (&areas[i].x, &areas[i].width, (edges & TD_TEMPLATE_LEFT) != 0, (edges & TD_TEMPLATE_RIGHT) != 0, dx, td_template_get_width (template));
      size_side (&areas[i].y, &areas[i].height, (edges & TD_TEMPLATE_TOP) != 0, (edges & TD_TEMPLATE_BOTTOM) != 0, dy, td_template_get_height (template));
    }
  return place_chosen (self, areas);
}

/* Along one axis a box begins and is so long. */
static double *
start_of (TdTemplateArea *area, gboolean down)
{
  return down ? &area->y : &area->x;
}

static double
length_of (const TdTemplateArea *area, gboolean down)
{
  return down ? area->height : area->width;
}

static int
compare_across (gconstpointer a, gconstpointer b)
{
  const TdTemplateArea *const *one = a, *const *other = b;

  return (*one)->x < (*other)->x ? -1 : (*one)->x > (*other)->x;
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  const TdTemplateArea *const *one = a, *const *other = b;

  return (*one)->y < (*other)->y ? -1 : (*one)->y > (*other)->y;
}

/* The same room between each and the next; the first and the last stay. */
static void
distribute (TdTemplateArea *areas, guint n, gboolean down)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  double begin, end, filled = 0, at;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (order, &areas[i]);
      filled += length_of (&areas[i], down);
    }
  g_ptr_array_sort (order, down ? compare_down : compare_across);
  begin = *start_of (g_ptr_array_index (order, 0), down);
  end = *start_of (g_ptr_array_index (order, n - 1), down) + length_of (g_ptr_array_index (order, n - 1), down);
  at = begin;
  for (guint i = 0; i < n; i++)
    {
      *start_of (g_ptr_array_index (order, i), down) = at;
      at += length_of (g_ptr_array_index (order, i), down) + (end - begin - filled) / (n - 1);
    }
}

/**
 * td_template_draft_align:
 * @self: a draft
 * @how: to which edge or middle; distributing takes three boxes
 *
 * Returns: whether anything moved
 */
gboolean
td_template_draft_align (TdTemplateDraft *self, TdTemplateAlign how)
{
  TdTemplate *template = td_template_draft_get_template (self);
  const guint n = td_template_draft_get_n_chosen (self);
  const gboolean down = how >= TD_TEMPLATE_ALIGN_TOP && how != TD_TEMPLATE_DISTRIBUTE_ACROSS;
  g_autofree TdTemplateArea *areas = NULL;
  TdTemplateArea all;

  if (!td_template_draft_get_extents (self, &all) || (how >= TD_TEMPLATE_DISTRIBUTE_ACROSS && n < 3))
    return FALSE;
  if (n == 1)
    all = (TdTemplateArea){ 0, 0, td_template_get_width (template), td_template_get_height (template) };
  areas = dup_areas (self);
  if (how >= TD_TEMPLATE_DISTRIBUTE_ACROSS)
    distribute (areas, n, down);
  else
    for (guint i = 0; i < n; i++)
      {
        double room = length_of (&all, down) - length_of (&areas[i], down);
        guint part = (guint) how % 3; /* begin, middle, end */

        *start_of (&areas[i], down) = MAX (0, *start_of (&all, down) + room * part / 2);
      }
  return place_chosen (self, areas);
}

/* Boxes come and go */

/**
 * td_template_draft_add:
 * @self: a draft
 * @title: what a clerk calls it
 * @text: what it says
 * @area: where it stands
 *
 * Adds a box on top of the others and chooses it.
 *
 * Returns: (transfer none): its id
 */
const char *
td_template_draft_add (TdTemplateDraft *self, const char *title, const char *text, const TdTemplateArea *area)
{
  TdTemplate *next;
  TdTemplateBox *box;
  g_autofree char *id = NULL;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && title != NULL && text != NULL && area != NULL, NULL);

  next = _td_template_draft_edit (self);
  id = td_template_dup_free_id (next, "box");
  box = td_template_box_new (id);
  box->title = g_strdup (title);
  box->text = g_strdup (text);
  box->area = *area;
  box->size = 14;
  box->min_size = 10;
  td_template_take_box (next, box);
  _td_template_draft_take (self, next);
  td_template_draft_choose (self, id, FALSE);
  return td_template_draft_get_single (self);
}

/* Where a duplicate stands: beside its like, on the sheet. */
static void
shift (TdTemplate *template, TdTemplateArea *area)
{
  area->x = MAX (0, MIN (area->x + APART, td_template_get_width (template) - area->width));
  area->y = MAX (0, MIN (area->y + APART, td_template_get_height (template) - area->height));
}

static char *
duplicate (TdTemplate *next, const char *id)
{
  int box_n = _td_template_draft_find (next, id), picture_n = _td_template_draft_find_picture (next, id);
  char *new_id = td_template_dup_free_id (next, id);

  if (box_n >= 0)
    {
      TdTemplateBox *box = td_template_box_dup (td_template_get_box (next, (guint) box_n));

      g_free (box->id);
      box->id = g_strdup (new_id);
      shift (next, &box->area);
      td_template_take_box (next, box);
    }
  else
    {
      TdTemplatePicture *picture = td_template_picture_dup (td_template_get_picture (next, (guint) picture_n));

      g_free (picture->id);
      picture->id = g_strdup (new_id);
      shift (next, &picture->area);
      td_template_take_picture (next, picture);
    }
  return new_id;
}

/**
 * td_template_draft_duplicate:
 * @self: a draft
 *
 * Adds each chosen box or picture once more, a little to the right and below, and chooses the new ones.
 *
 * Returns: whether there was one
 */
gboolean
td_template_draft_duplicate (TdTemplateDraft *self)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  g_autoptr (TdTemplate) next = _td_template_draft_edit (self);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < chosen->len; i++)
    {
      const char *id = g_ptr_array_index (chosen, i);

      if (_td_template_draft_find (next, id) >= 0 || _td_template_draft_find_picture (next, id) >= 0)
        g_ptr_array_add (ids, duplicate (next, id));
    }
  if (ids->len == 0)
    return FALSE;
  _td_template_draft_take (self, g_steal_pointer (&next));
  _td_template_draft_take_chosen (self, g_steal_pointer (&ids));
  return TRUE;
}

/**
 * td_template_draft_remove:
 * @self: a draft
 *
 * Removes the chosen boxes and pictures; one box always stays.
 *
 * Returns: whether anything was removed
 */
gboolean
td_template_draft_remove (TdTemplateDraft *self)
{
  GPtrArray *chosen = _td_template_draft_get_chosen (self);
  g_autoptr (TdTemplate) next = _td_template_draft_edit (self);
  gboolean removed = FALSE;

  for (guint i = 0; i < chosen->len; i++)
    {
      const char *id = g_ptr_array_index (chosen, i);
      int box_n = _td_template_draft_find (next, id), picture_n = _td_template_draft_find_picture (next, id);

      if (box_n >= 0)
        td_template_remove_box (next, (guint) box_n);
      else if (picture_n >= 0)
        td_template_remove_picture (next, (guint) picture_n);
      removed |= box_n >= 0 || picture_n >= 0;
    }
  if (!removed || td_template_get_n_boxes (next) == 0)
    return FALSE;
  td_template_draft_choose (self, NULL, FALSE);
  _td_template_draft_take (self, g_steal_pointer (&next));
  return TRUE;
}

/**
 * td_template_draft_reorder:
 * @self: a draft
 * @by: how many places the one chosen box comes later in the list; less than 0 for earlier
 *
 * Returns: whether it has another place
 */
gboolean
td_template_draft_reorder (TdTemplateDraft *self, int by)
{
  const char *id = td_template_draft_get_single (self);
  TdTemplate *template = td_template_draft_get_template (self);
  int n = id != NULL ? _td_template_draft_find (template, id) : -1;
  int to = n + by;
  TdTemplate *next;

  if (n < 0 || by == 0 || to < 0 || to >= (int) td_template_get_n_boxes (template))
    return FALSE;
  next = _td_template_draft_edit (self);
  td_template_move_box (next, (guint) n, (guint) to);
  _td_template_draft_take (self, next);
  return TRUE;
}

/**
 * td_template_draft_set_title:
 * @self: a draft
 * @title: what people call the template
 *
 * Returns: whether it can be called so
 */
gboolean
td_template_draft_set_title (TdTemplateDraft *self, const char *title)
{
  g_autofree char *plain = NULL;
  TdTemplate *next;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && title != NULL, FALSE);

  plain = g_strstrip (g_utf8_normalize (title, -1, G_NORMALIZE_NFC));
  if (*plain == '\0' || g_utf8_strlen (plain, -1) > 200)
    return FALSE;
  if (g_str_equal (plain, td_template_get_title (td_template_draft_get_template (self))))
    return TRUE;
  next = _td_template_draft_edit (self);
  td_template_set_title (next, plain);
  _td_template_draft_take (self, next);
  return TRUE;
}

/**
 * td_template_draft_set_suits:
 * @self: a draft
 * @award_form: the catalogue's id of an award form
 * @suits: whether certificates of it are made with this template
 *
 * Returns: whether it is so now: a template suits one form at least
 */
gboolean
td_template_draft_set_suits (TdTemplateDraft *self, const char *award_form, gboolean suits)
{
  g_autoptr (GPtrArray) names = NULL;
  const char *const *before;
  TdTemplate *next;

  g_return_val_if_fail (TD_IS_TEMPLATE_DRAFT (self) && award_form != NULL, FALSE);

  if (td_template_suits (td_template_draft_get_template (self), award_form) == suits)
    return TRUE;
  names = g_ptr_array_new ();
  before = td_template_get_award_forms (td_template_draft_get_template (self));
  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], award_form))
      g_ptr_array_add (names, (gpointer) before[i]);
  if (suits)
    g_ptr_array_add (names, (gpointer) award_form);
  if (names->len == 0)
    return FALSE;
  g_ptr_array_add (names, NULL);
  next = _td_template_draft_edit (self);
  td_template_set_award_forms (next, (const char *const *) names->pdata);
  _td_template_draft_take (self, next);
  return TRUE;
}

/**
 * td_template_draft_set_sheet:
 * @self: a draft
 * @width: of the sheet, millimetres
 * @height: millimetres
 *
 * Returns: whether there is such a sheet
 */
gboolean
td_template_draft_set_sheet (TdTemplateDraft *self, double width, double height)
{
  TdTemplate *template = td_template_draft_get_template (self);
  TdTemplate *next;

  if (!(width >= 50 && width <= 1200 && height >= 50 && height <= 1200))
    return FALSE;
  if (fabs (width - td_template_get_width (template)) < 5e-4 && fabs (height - td_template_get_height (template)) < 5e-4)
    return TRUE;
  next = _td_template_draft_edit (self);
  td_template_set_size (next, width, height);
  _td_template_draft_take (self, next);
  return TRUE;
}
