/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-look"

#include "config.h"

#include <math.h>
#include <string.h>

#include "td-certificate-look.h"
#include "td-fit-pieces.h"
#include "td-preprinted.h"

/* One template on one kind of paper: what stands on a page, and how it is drawn. */

/* Parts of a certificate that are no boxes. */
#define PART_ORNAMENT "ornament"
#define PART_EMBLEM   "emblem"

/**
 * td_certificate_look_new:
 * @template: how a page looks
 * @keep_together: (nullable): phrases that stay on one line
 * @flags: on stock or on white paper, trial or real
 *
 * Returns: (transfer full): the look
 */
TdCertificateLook *
td_certificate_look_new (TdTemplate *template, const char *const *keep_together, TdCertificateFlags flags)
{
  g_autofree const char **phrases = td_template_join_phrases (template, keep_together);
  TdCertificateLook *self = g_new0 (TdCertificateLook, 1);

  self->template = g_object_ref (template);
  self->flags = flags;
  self->fitter = td_fitter_new (phrases);
  self->slots = g_new0 (TdCertificateSlot, td_template_get_n_boxes (template));
  self->pictures = td_template_pictures_new (template);
  return self;
}

/**
 * td_certificate_look_free:
 * @self: (transfer full): a look
 */
void
td_certificate_look_free (TdCertificateLook *self)
{
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    {
      g_clear_pointer (&self->slots[i].fit, td_fit_free);
      g_free (self->slots[i].text);
    }
  g_free (self->slots);
  g_clear_pointer (&self->trial, td_fit_free);
  g_clear_pointer (&self->fitter, td_fitter_free);
  g_clear_pointer (&self->pictures, td_template_pictures_free);
  g_clear_pointer (&self->layouts, td_certificate_layouts_free);
  g_clear_pointer (&self->stock, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_object (&self->template);
  g_free (self);
}

/**
 * td_certificate_look_set_stock:
 * @self: a look
 * @parts: (nullable): what the blanks carry, see td_certificate_document_set_stock()
 * @places: (nullable): where what is written on their dots begins
 */
void
td_certificate_look_set_stock (TdCertificateLook *self, GHashTable *parts, GHashTable *places)
{
  g_clear_pointer (&self->stock, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  self->stock = parts != NULL ? g_hash_table_ref (parts) : NULL;
  self->places = places != NULL ? g_hash_table_ref (places) : NULL;
}

/* Whether this is on the paper before it is printed on. */
static gboolean
is_there (TdCertificateLook *self, const char *part, gboolean as_a_rule)
{
  if (self->stock != NULL)
    return g_hash_table_contains (self->stock, part);
  return as_a_rule && (self->flags & TD_CERTIFICATE_WITH_ORNAMENT) == 0;
}

/**
 * td_certificate_look_make_ornament:
 * @self: a look on its paper
 *
 * Returns: (transfer full) (nullable): the ornament the paper lacks
 */
TdOrnament *
td_certificate_look_make_ornament (TdCertificateLook *self)
{
  const TdTemplateArea *area = td_template_get_ornament_area (self->template);

  if (td_template_get_ornament (self->template) == NULL || is_there (self, PART_ORNAMENT, TRUE))
    return NULL;
  return td_ornament_new (td_template_get_ornament (self->template), area->x, area->y, area->width, area->height);
}

/**
 * td_certificate_look_set_layouts:
 * @self: a look
 * @layouts: (nullable) (element-type TdAwardLayout): what was changed for single recipients; those of other templates
 *   are left out
 */
void
td_certificate_look_set_layouts (TdCertificateLook *self, GPtrArray *layouts)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; layouts != NULL && i < layouts->len; i++)
    {
      TdAwardLayout *layout = g_ptr_array_index (layouts, i);

      if (g_strcmp0 (layout->template_name, td_template_get_id (self->template)) == 0)
        g_ptr_array_add (own, g_object_ref (layout));
    }
  g_clear_pointer (&self->layouts, td_certificate_layouts_free);
  self->layouts = own->len > 0 ? td_certificate_layouts_new (own) : NULL;
}

/**
 * td_certificate_look_wants_emblem:
 * @self: a look
 *
 * Returns: whether the paper lacks the state emblem and the template has a place for it
 */
gboolean
td_certificate_look_wants_emblem (TdCertificateLook *self)
{
  return td_template_get_emblem_area (self->template)->width > 0 && !is_there (self, PART_EMBLEM, TRUE);
}

/**
 * td_certificate_look_get_carried:
 * @self: a look
 * @box: a box of its template
 *
 * Returns: (nullable): what the paper says in the box: %NULL: nothing yet; "": all of it, whatever the words are
 */
const char *
td_certificate_look_get_carried (TdCertificateLook *self, const TdTemplateBox *box)
{
  const char *as_a_rule = box->preprinted != NULL ? box->preprinted : "";
  const char *words;

  if (self->stock == NULL)
    return box->fixed && (self->flags & TD_CERTIFICATE_WITH_ORNAMENT) == 0 ? as_a_rule : NULL;
  words = g_hash_table_lookup (self->stock, box->id);
  /* no blank carries all of what differs from one certificate to the next: it carries what stands around it */
  return words != NULL && *words == '\0' && !box->fixed ? as_a_rule : words;
}

/**
 * td_certificate_look_is_drawn:
 * @self: a look
 * @box: a box of its template
 * @fields: what a certificate says
 *
 * Returns: whether there is something to print in the box
 */
gboolean
td_certificate_look_is_drawn (TdCertificateLook *self, const TdTemplateBox *box, GHashTable *fields)
{
  const char *carried = td_certificate_look_get_carried (self, box);

  return td_template_box_applies (box, fields) && (carried == NULL || td_preprinted_has_gaps (carried));
}

/**
 * td_certificate_look_find_layout:
 * @self: a look
 * @box: a box of its template
 * @fields: what a certificate says
 *
 * Returns: (nullable): what was changed in the box for this recipient
 */
const TdAwardLayout *
td_certificate_look_find_layout (TdCertificateLook *self, const TdTemplateBox *box, GHashTable *fields)
{
  return self->layouts != NULL ? td_certificate_layouts_find (self->layouts, g_hash_table_lookup (fields, TD_CERTIFICATE_AWARD_ID), box->id) : NULL;
}

/**
 * td_certificate_look_fill:
 * @self: a look
 * @box_n: a box of its template, from 0
 * @fields: what a certificate says
 * @empty: (nullable) (element-type utf8): takes the names of fields that must be filled and are not
 *
 * Returns: (transfer none): what the box holds now; lent until it holds something else
 */
TdCertificateSlot *
td_certificate_look_fill (TdCertificateLook *self, guint box_n, GHashTable *fields, GPtrArray *empty)
{
  const TdTemplateBox *box = td_template_get_box (self->template, box_n);
  TdCertificateSlot *slot = &self->slots[box_n];
  TdFitStyle style = { box->family, box->size, box->min_size, box->bold, box->italic, box->line_spacing, box->max_lines };
  g_autofree char *text = td_award_layout_apply (td_certificate_look_find_layout (self, box, fields), box, fields, empty, &style);

  if (slot->fit != NULL && strcmp (slot->text, text) == 0 && slot->size == style.size && slot->max_lines == style.max_lines)
    return slot;
  g_clear_pointer (&slot->fit, td_fit_free);
  g_free (slot->text);
  slot->fit = td_fitter_fit (self->fitter, text, &style, box->area.width, box->area.height);
  slot->text = g_steal_pointer (&text);
  slot->size = style.size;
  slot->max_lines = style.max_lines;
  slot->checked = FALSE;
  return slot;
}

/**
 * td_certificate_look_dup_broken:
 * @self: a look
 * @box: a box of its template
 * @text: what it is to say
 *
 * Returns: (transfer full): the same text with the ends of lines it has in the box
 */
char *
td_certificate_look_dup_broken (TdCertificateLook *self, const TdTemplateBox *box, const char *text)
{
  const TdFitStyle style = { box->family, box->size, box->min_size, box->bold, box->italic, box->line_spacing, box->max_lines };
  TdFit *fit = td_fitter_fit (self->fitter, text, &style, box->area.width, box->area.height);
  g_autoptr (GString) broken = g_string_new (NULL);

  for (guint i = 0; i < fit->n_lines; i++)
    {
      g_autofree char *line = g_strndup (fit->text + fit->lines[i].start, fit->lines[i].end - fit->lines[i].start);

      g_string_append_printf (broken, "%s%s", i > 0 ? "\n" : "", g_strstrip (line));
    }
  td_fit_free (fit);
  return g_string_free (g_steal_pointer (&broken), FALSE);
}

/* Very pale and under everything that is read. As shapes: its turned letters would get between the
 * lines of text that is copied or searched. */
static void
draw_trial_mark (TdCertificateLook *self, cairo_t *cr)
{
  double width = td_template_get_width (self->template);
  double height = td_template_get_height (self->template);
  double length = hypot (width, height) * 0.48;

  if (self->trial == NULL)
    {
      const TdFitStyle style = { "Liberation Serif", 400, 10, TRUE, FALSE, 1.2, 1 };

      self->trial = td_fitter_fit (self->fitter, "BẢN THỬ", &style, length, height);
    }
  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, -atan2 (height, width));
  cairo_set_source_rgb (cr, 0.935, 0.94, 0.95);
  cairo_new_path (cr);
  td_fit_fill_outline (self->trial, cr, -length / 2, -length / 2, length, length);
  cairo_restore (cr);
}

/* The whole text, or what belongs on the dots of the blank. */
static void
draw_box (TdCertificateLook *self, cairo_t *cr, const TdTemplateBox *asked, const TdCertificateSlot *slot, const TdAwardLayout *layout)
{
  TdTemplateBox moved = *asked;
  const TdTemplateBox *box = &moved;
  const char *carried = td_certificate_look_get_carried (self, box);
  g_autoptr (GArray) gaps = NULL;
  GArray *places = self->places != NULL ? g_hash_table_lookup (self->places, box->id) : NULL;

  if (layout != NULL)
    {
      moved.area.x += layout->dx / 1000.0;
      moved.area.y += layout->dy / 1000.0;
    }
  cairo_set_source_rgb (cr, box->red, box->green, box->blue);
  if (carried == NULL)
    td_fit_draw (slot->fit, cr, box->area.x, box->area.y, box->area.width, box->area.height,
                 (TdFitPlace) box->align, (TdFitPlace) box->valign, box->underscore);
  else if (td_preprinted_match (carried, slot->fit->text, &gaps))
    td_fit_draw_pieces (slot->fit, self->fitter, cr, box, gaps, places != NULL ? (const double *) (gpointer) places->data : NULL,
                        places != NULL ? places->len : 0);
}

/**
 * td_certificate_look_draw_boxes:
 * @self: a look
 * @cr: a page; user space in millimetres of the sheet
 * @fields: what a certificate says
 * @fixed: whether those that are the same on most, or the others
 */
void
td_certificate_look_draw_boxes (TdCertificateLook *self, cairo_t *cr, GHashTable *fields, gboolean fixed)
{
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (self->template, i);

      if (box->fixed != fixed || !td_certificate_look_is_drawn (self, box, fields))
        continue;
      draw_box (self, cr, box, td_certificate_look_fill (self, i, fields, NULL), td_certificate_look_find_layout (self, box, fields));
    }
}

/**
 * td_certificate_look_draw_ground:
 * @self: a look
 * @cr: a page; user space in millimetres of the sheet
 * @fields: what a certificate says
 * @in_pdf: whether it goes into a file that will be finished
 *
 * Draws all that pages have in common.
 */
void
td_certificate_look_draw_ground (TdCertificateLook *self, cairo_t *cr, GHashTable *fields, gboolean in_pdf)
{
  const TdTemplateArea *emblem = td_template_get_emblem_area (self->template);

  if (self->ornament != NULL && in_pdf)
    td_ornament_draw_placeholder (self->ornament, cr);
  else if (self->ornament != NULL)
    td_ornament_draw (self->ornament, cr);
  if ((self->flags & TD_CERTIFICATE_TRIAL) != 0)
    draw_trial_mark (self, cr);
  if (self->emblem != NULL && td_certificate_look_wants_emblem (self))
    td_picture_draw (self->emblem, cr, emblem->x, emblem->y, emblem->width, emblem->height);
  for (guint i = 0; i < td_template_get_n_pictures (self->template); i++)
    if (!is_there (self, td_template_get_picture (self->template, i)->id, td_template_get_picture (self->template, i)->fixed))
      td_template_pictures_draw (self->pictures, i, cr);
  td_certificate_look_draw_boxes (self, cr, fields, TRUE);
}

/**
 * td_certificate_look_dup_ground_key:
 * @self: a look
 * @fields: what a certificate says
 *
 * Returns: (transfer full): what tells one ground from another
 */
char *
td_certificate_look_dup_ground_key (TdCertificateLook *self, GHashTable *fields)
{
  g_autoptr (GString) key = g_string_new (td_template_get_id (self->template));

  g_string_append_c (key, '\n');
  for (guint i = 0; i < td_template_get_n_boxes (self->template); i++)
    {
      const TdTemplateBox *box = td_template_get_box (self->template, i);
      const TdAwardLayout *layout;
      TdFitStyle style = { 0 };
      g_autofree char *text = NULL;

      if (!box->fixed || !td_certificate_look_is_drawn (self, box, fields))
        continue;
      layout = td_certificate_look_find_layout (self, box, fields);
      text = td_award_layout_apply (layout, box, fields, NULL, &style);
      g_string_append_printf (key, "%u %s\n", i, text);
      if (layout != NULL)
        g_string_append_printf (key, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", layout->dx, layout->dy, layout->size);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}
