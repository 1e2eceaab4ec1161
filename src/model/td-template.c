/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template"

#include "config.h"

#include <string.h>

#include "td-template-private.h"

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_WIDTH,
  PROP_HEIGHT,
  PROP_SOURCE,
  PROP_VERIFIED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/**
 * TdTemplate:
 *
 * How a certificate looks: its sheet, the place of ornament and state emblem, and its boxes of
 * text. What draws it takes it as it is: whoever changes one changes a copy.
 */
G_DEFINE_FINAL_TYPE (TdTemplate, td_template, G_TYPE_OBJECT)

static void
td_template_finalize (GObject *object)
{
  TdTemplate *self = TD_TEMPLATE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->award_forms, g_ptr_array_unref);
  g_clear_pointer (&self->ornament, g_free);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);
  g_clear_pointer (&self->guides, g_array_unref);
  g_clear_pointer (&self->phrases, g_strfreev);
  g_clear_pointer (&self->source, g_free);
  G_OBJECT_CLASS (td_template_parent_class)->finalize (object);
}

static void
td_template_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TdTemplate *self = TD_TEMPLATE (object);

  switch (prop_id)
    {
    case PROP_ID: g_value_set_string (value, self->id); break;
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_WIDTH: g_value_set_double (value, self->width); break;
    case PROP_HEIGHT: g_value_set_double (value, self->height); break;
    case PROP_SOURCE: g_value_set_string (value, self->source); break;
    case PROP_VERIFIED: g_value_set_boolean (value, self->verified); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
td_template_class_init (TdTemplateClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = td_template_finalize;
  object_class->get_property = td_template_get_property;
  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_WIDTH] = g_param_spec_double ("width", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  properties[PROP_HEIGHT] = g_param_spec_double ("height", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_VERIFIED] = g_param_spec_boolean ("verified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
td_template_init (TdTemplate *self)
{
  self->award_forms = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->award_forms, NULL);
  self->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) td_template_box_free);
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) td_template_picture_free);
  self->guides = g_array_new (FALSE, FALSE, sizeof (TdTemplateGuide));
  self->phrases = g_new0 (char *, 1);
  g_date_clear (&self->valid_from, 1);
  g_date_clear (&self->valid_to, 1);
}

/**
 * td_template_new:
 * @id: file name without ending, such as "bang-khen-tinh-a3"
 * @title: its name for people
 * @width: of the sheet as it lies before the reader, millimetres
 * @height: millimetres
 *
 * Returns: (transfer full): a template without boxes
 */
TdTemplate *
td_template_new (const char *id, const char *title, double width, double height)
{
  TdTemplate *self;

  g_return_val_if_fail (id != NULL && title != NULL && width > 0 && height > 0, NULL);

  self = g_object_new (TD_TYPE_TEMPLATE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->width = width;
  self->height = height;
  return self;
}

/**
 * td_template_set_id:
 * @self: a template
 * @id: lower case letters and digits in groups divided by "-", such as "bang-khen-tinh-a3-so-noi-vu"
 */
void
td_template_set_id (TdTemplate *self, const char *id)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && id != NULL);

  if (strcmp (self->id, id) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ID]);
}

/**
 * td_template_get_id:
 * @self: a template
 *
 * Returns: (transfer none): its id
 */
const char *
td_template_get_id (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return self->id;
}

/**
 * td_template_get_title:
 * @self: a template
 *
 * Returns: (transfer none): its name for people
 */
const char *
td_template_get_title (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return self->title;
}

/**
 * td_template_set_title:
 * @self: a template
 * @title: its name for people
 */
void
td_template_set_title (TdTemplate *self, const char *title)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && title != NULL);

  if (strcmp (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * td_template_set_size:
 * @self: a template
 * @width: of the sheet as it lies before the reader, millimetres
 * @height: millimetres
 *
 * Boxes stay where they are, even beyond the sheet: that is for a check to find.
 */
void
td_template_set_size (TdTemplate *self, double width, double height)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && width > 0 && height > 0);

  if (self->width != width)
    {
      self->width = width;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
    }
  if (self->height != height)
    {
      self->height = height;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEIGHT]);
    }
}

/**
 * td_template_get_width:
 * @self: a template
 *
 * Returns: millimetres
 */
double
td_template_get_width (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), 0);

  return self->width;
}

/**
 * td_template_get_height:
 * @self: a template
 *
 * Returns: millimetres
 */
double
td_template_get_height (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), 0);

  return self->height;
}

/**
 * td_template_set_award_forms:
 * @self: a template
 * @names: (array zero-terminated=1): the catalogue's ids of the award forms it suits
 */
void
td_template_set_award_forms (TdTemplate *self, const char *const *names)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && names != NULL);

  g_ptr_array_set_size (self->award_forms, 0);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (self->award_forms, g_strdup (names[i]));
  g_ptr_array_add (self->award_forms, NULL);
}

/**
 * td_template_add_award_form:
 * @self: a template
 * @name: the catalogue's id of an award form it suits
 */
void
td_template_add_award_form (TdTemplate *self, const char *name)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && name != NULL);

  g_ptr_array_insert (self->award_forms, self->award_forms->len - 1, g_strdup (name));
}

/**
 * td_template_get_award_forms:
 * @self: a template
 *
 * Returns: (transfer none): the award forms it suits, %NULL-terminated
 */
const char *const *
td_template_get_award_forms (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return (const char *const *) self->award_forms->pdata;
}

/**
 * td_template_suits:
 * @self: a template
 * @award_form: name of an award form
 *
 * Returns: whether the template names it
 */
gboolean
td_template_suits (TdTemplate *self, const char *award_form)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self) && award_form != NULL, FALSE);

  return g_strv_contains (td_template_get_award_forms (self), award_form);
}

/**
 * td_template_set_ornament:
 * @self: a template
 * @id: (nullable): which ornament
 * @area: its outer edge
 */
void
td_template_set_ornament (TdTemplate *self, const char *id, const TdTemplateArea *area)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && area != NULL);

  if (g_strcmp0 (self->ornament, id) != 0)
    {
      g_free (self->ornament);
      self->ornament = g_strdup (id);
    }
  self->ornament_area = *area;
}

/**
 * td_template_get_ornament:
 * @self: a template
 *
 * Returns: (transfer none) (nullable): id of the ornament drawn on white paper
 */
const char *
td_template_get_ornament (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return self->ornament;
}

/**
 * td_template_get_ornament_area:
 * @self: a template
 *
 * Returns: (transfer none): the ornament's outer edge
 */
const TdTemplateArea *
td_template_get_ornament_area (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return &self->ornament_area;
}

/**
 * td_template_set_emblem_area:
 * @self: a template
 * @area: where the state emblem stands
 */
void
td_template_set_emblem_area (TdTemplate *self, const TdTemplateArea *area)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && area != NULL);

  self->emblem_area = *area;
}

/**
 * td_template_get_emblem_area:
 * @self: a template
 *
 * The program never draws an emblem of its own: the place stays empty until the office has
 * supplied the official file.
 *
 * Returns: (transfer none): where the state emblem stands
 */
const TdTemplateArea *
td_template_get_emblem_area (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return &self->emblem_area;
}

/**
 * td_template_set_validity:
 * @self: a template
 * @from: (nullable): first day it holds, %NULL when not known
 * @to: (nullable): last day, %NULL while it holds
 */
void
td_template_set_validity (TdTemplate *self, const GDate *from, const GDate *to)
{
  g_return_if_fail (TD_IS_TEMPLATE (self));

  g_date_clear (&self->valid_from, 1);
  g_date_clear (&self->valid_to, 1);
  if (from != NULL)
    self->valid_from = *from;
  if (to != NULL)
    self->valid_to = *to;
}

/**
 * td_template_get_validity:
 * @self: a template
 * @from: (out): first day it holds, cleared when not known
 * @to: (out): last day, cleared while it holds
 */
void
td_template_get_validity (TdTemplate *self, GDate *from, GDate *to)
{
  g_return_if_fail (TD_IS_TEMPLATE (self) && from != NULL && to != NULL);

  *from = self->valid_from;
  *to = self->valid_to;
}

/**
 * td_template_is_valid_on:
 * @self: a template
 * @day: a day
 *
 * Returns: whether it may be used for a decision of that day
 */
gboolean
td_template_is_valid_on (TdTemplate *self, const GDate *day)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self) && day != NULL, FALSE);

  if (g_date_valid (&self->valid_from) && g_date_compare (day, &self->valid_from) < 0)
    return FALSE;
  return !g_date_valid (&self->valid_to) || g_date_compare (day, &self->valid_to) <= 0;
}

/**
 * td_template_set_source:
 * @self: a template
 * @source: (nullable): where its sizes and wording come from
 * @verified: whether that was seen in the document itself
 */
void
td_template_set_source (TdTemplate *self, const char *source, gboolean verified)
{
  g_return_if_fail (TD_IS_TEMPLATE (self));

  if (g_strcmp0 (self->source, source) != 0)
    {
      g_free (self->source);
      self->source = g_strdup (source);
    }
  self->verified = verified;
}

/**
 * td_template_get_source:
 * @self: a template
 *
 * Returns: (transfer none) (nullable): where its sizes and wording come from, and what is not verified
 */
const char *
td_template_get_source (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), NULL);

  return self->source;
}

/**
 * td_template_get_verified:
 * @self: a template
 *
 * Returns: whether its source was seen in the document itself
 */
gboolean
td_template_get_verified (TdTemplate *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE (self), FALSE);

  return self->verified;
}
