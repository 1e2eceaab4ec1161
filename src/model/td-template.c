/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template"

#include "config.h"

#include <string.h>

#include "td-template.h"

/**
 * TdTemplate:
 *
 * How a certificate looks: its sheet, the place of ornament and state emblem, and its boxes of
 * text. It is filled by its reader and does not change afterwards.
 */
struct _TdTemplate
{
  GObject parent_instance;

  char *id;
  char *title;
  double width;
  double height;
  GPtrArray *award_forms; /* names, NULL-terminated */
  char *ornament;
  TdTemplateArea ornament_area;
  TdTemplateArea emblem_area;
  GPtrArray *boxes;
  GDate valid_from; /* cleared: since ever */
  GDate valid_to;   /* cleared: until further notice */
  char *source;
  gboolean verified;
};

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

G_DEFINE_FINAL_TYPE (TdTemplate, td_template, G_TYPE_OBJECT)

/**
 * td_template_box_new:
 * @id: its id
 *
 * Returns: (transfer full): a box with the values a reader may leave out
 */
TdTemplateBox *
td_template_box_new (const char *id)
{
  TdTemplateBox *box = g_new0 (TdTemplateBox, 1);

  box->id = g_strdup (id);
  box->family = g_strdup ("Liberation Serif");
  box->align = TD_TEMPLATE_CENTER;
  box->valign = TD_TEMPLATE_CENTER;
  box->line_spacing = 1.2;
  box->max_lines = 1;
  return box;
}

/**
 * td_template_box_free:
 * @box: (transfer full): a box
 */
void
td_template_box_free (TdTemplateBox *box)
{
  g_free (box->id);
  g_free (box->title);
  g_free (box->family);
  g_free (box->text);
  g_free (box->when);
  g_free (box->preprinted);
  g_free (box);
}

static const char *
lookup_filled (GHashTable *fields, const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/**
 * td_template_box_applies:
 * @box: a box
 * @fields: (element-type utf8 utf8): the fields of one certificate
 *
 * Returns: whether the box's condition holds
 */
gboolean
td_template_box_applies (const TdTemplateBox *box, GHashTable *fields)
{
  if (box->when == NULL)
    return TRUE;
  if (box->when[0] == '!')
    return lookup_filled (fields, box->when + 1) == NULL;
  return lookup_filled (fields, box->when) != NULL;
}

static void
expand_line (GString *out, const char *line, gsize length, GHashTable *fields, GPtrArray *empty)
{
  const char *end = line + length;

  while (line < end)
    {
      const char *open = memchr (line, '{', end - line);
      const char *close = open != NULL ? memchr (open, '}', end - open) : NULL;
      g_autofree char *name = NULL;
      const char *value;
      gboolean optional;

      if (close == NULL)
        {
          g_string_append_len (out, line, end - line);
          return;
        }
      g_string_append_len (out, line, open - line);
      optional = close > open + 1 && close[-1] == '?';
      name = g_strndup (open + 1, close - open - 1 - (optional ? 1 : 0));
      value = lookup_filled (fields, name);
      if (value != NULL)
        g_string_append (out, value);
      else if (!optional && empty != NULL)
        g_ptr_array_add (empty, g_steal_pointer (&name));
      line = close + 1;
    }
}

/**
 * td_template_box_expand:
 * @box: a box
 * @fields: (element-type utf8 utf8): the fields of one certificate, in NFC
 * @empty: (nullable) (element-type utf8): takes the names of fields that must be filled and are not
 *
 * Puts the fields into the box's pattern. A value may hold line breaks of its own: they are the
 * clerk's and are kept.
 *
 * Returns: (transfer full): the text as printed, lines divided by "\n", no empty lines
 */
char *
td_template_box_expand (const TdTemplateBox *box, GHashTable *fields, GPtrArray *empty)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  const char *at = box->text;

  while (at != NULL)
    {
      const char *next = strchr (at, '\n');

      g_string_truncate (line, 0);
      expand_line (line, at, next != NULL ? (gsize) (next - at) : strlen (at), fields, empty);
      g_strstrip (line->str);
      if (line->str[0] != '\0')
        {
          if (all->len > 0)
            g_string_append_c (all, '\n');
          g_string_append (all, line->str);
        }
      at = next != NULL ? next + 1 : NULL;
    }
  if (box->upper)
    return g_utf8_strup (all->str, -1);
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
td_template_finalize (GObject *object)
{
  TdTemplate *self = TD_TEMPLATE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->award_forms, g_ptr_array_unref);
  g_clear_pointer (&self->ornament, g_free);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
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

  g_free (self->ornament);
  self->ornament = g_strdup (id);
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

  g_free (self->source);
  self->source = g_strdup (source);
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
