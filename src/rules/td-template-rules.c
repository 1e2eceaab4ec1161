/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-rules"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-choices.h"
#include "td-finding.h"
#include "td-template-rules.h"

/* Whether certificates can be made with a template. What a file could not keep blocks; what prints but would hardly be
 * meant is a warning. Findings name the box's title in "where" and its number in the order of drawing, from 1, in
 * "line". */

/* So much may boxes touch, millimetres: lines of type leave about this free above and below. */
#define TOUCH 1.5

typedef struct
{
  TdTemplate *template;
  const TdTemplateKnown *known;
  GPtrArray *findings;
} Check;

static void
take_at (Check *self, guint n, TdFinding *finding)
{
  const TdTemplateBox *box = td_template_get_box (self->template, n);

  g_ptr_array_add (self->findings, td_finding_at (finding, box->title != NULL ? box->title : box->id, 0, n + 1));
}

static void
take (Check *self, TdFinding *finding)
{
  g_ptr_array_add (self->findings, finding);
}

static gboolean
is_id (const char *text)
{
  return g_regex_match_simple ("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[strspn (text, " \n")] == '\0';
}

static gboolean
is_on_sheet (TdTemplate *template, const TdTemplateArea *area)
{
  return area->x >= 0 && area->y >= 0 && area->x + area->width <= td_template_get_width (template) + TD_TEMPLATE_STEP && area->y + area->height <= td_template_get_height (template) + TD_TEMPLATE_STEP;
}

static void
check_head (Check *self)
{
  const char *const *forms = td_template_get_award_forms (self->template);

  if (!is_id (td_template_get_id (self->template)))
    take (self, td_finding_new ("template-id", TD_SEVERITY_BLOCK, _ ("“%s” cannot be the short name: write small letters without tone marks, digits and “-”."), td_template_get_id (self->template)));
  if (is_empty (td_template_get_title (self->template)))
    take (self, td_finding_new ("template-title", TD_SEVERITY_BLOCK, _ ("The template needs a title.")));
  if (forms[0] == NULL)
    take (self, td_finding_new ("template-no-award-form", TD_SEVERITY_BLOCK, _ ("It is not said which award forms the template is for.")));
  for (guint i = 0; forms[i] != NULL && self->known->award_forms != NULL; i++)
    if (!g_strv_contains (self->known->award_forms, forms[i]))
      take (self, td_finding_new ("template-unknown-award-form", TD_SEVERITY_WARNING, _ ("There is no award form “%s”."), forms[i]));
  if (td_template_get_n_boxes (self->template) == 0)
    take (self, td_finding_new ("template-empty", TD_SEVERITY_BLOCK, _ ("The template has no parts.")));
}

static void
check_places (Check *self)
{
  const TdTemplateArea *emblem = td_template_get_emblem_area (self->template);

  if (td_template_get_ornament (self->template) != NULL && !is_on_sheet (self->template, td_template_get_ornament_area (self->template)))
    take (self, td_finding_at (td_finding_new ("template-off-sheet", TD_SEVERITY_BLOCK, _ ("This reaches beyond the sheet.")), _ ("Ornament"), 0, 0));
  if (emblem->width > 0 && !is_on_sheet (self->template, emblem))
    take (self, td_finding_at (td_finding_new ("template-off-sheet", TD_SEVERITY_BLOCK, _ ("This reaches beyond the sheet.")), _ ("State emblem"), 0, 0));
  for (guint i = 0; i < td_template_get_n_pictures (self->template); i++)
    {
      const TdTemplatePicture *picture = td_template_get_picture (self->template, i);

      if (picture->area.width <= 0 || picture->area.height <= 0 || !is_on_sheet (self->template, &picture->area))
        take (self, td_finding_at (td_finding_new ("template-off-sheet", TD_SEVERITY_BLOCK, _ ("This reaches beyond the sheet.")), picture->title, 0, 0));
    }
}

/* "{name}" and "{name?}". */
static void
check_fields (Check *self, guint n, const char *text)
{
  for (const char *at = text; at != NULL && (at = strpbrk (at, "{}")) != NULL;)
    {
      const char *close = *at == '{' ? strpbrk (at + 1, "{}") : NULL;
      g_autofree char *name = close != NULL && *close == '}' ? g_strndup (at + 1, close - at - 1) : NULL;

      if (name == NULL)
        {
          take_at (self, n, td_finding_new ("template-brace", TD_SEVERITY_BLOCK, _ ("A brace stands alone: fields are written {name} or {name?}.")));
          return;
        }
      if (g_str_has_suffix (name, "?"))
        name[strlen (name) - 1] = '\0';
      if (self->known->fields != NULL && !g_strv_contains (self->known->fields, name))
        take_at (self, n, td_finding_new ("template-unknown-field", TD_SEVERITY_BLOCK, _ ("There is no field “%s”."), name));
      at = close + 1;
    }
}

static void
check_type (Check *self, guint n, const TdTemplateBox *box)
{
  const char *instead = self->known->substitutes != NULL ? g_hash_table_lookup (self->known->substitutes, box->family) : NULL;

  if (box->min_size > box->size || box->min_size < 4 || box->size > 300)
    take_at (self, n, td_finding_new ("template-type-size", TD_SEVERITY_BLOCK, _ ("Type sizes go from 4 to 300 points, and the smallest is not above the largest.")));
  else if (box->min_size < TD_TEMPLATE_LEAST_SIZE)
    take_at (self, n, td_finding_new ("template-small-type", TD_SEVERITY_WARNING, _ ("The type may shrink to %g points, which is too small to be read on a wall."), box->min_size));
  if (box->line_spacing < 0.8 || box->line_spacing > 3 || box->max_lines < 1 || box->max_lines > 12)
    take_at (self, n, td_finding_new ("template-lines", TD_SEVERITY_BLOCK, _ ("A part has 1 to 12 lines, 0.8 to 3 sizes apart.")));
  if (instead != NULL)
    take_at (self, n, td_finding_new ("template-font", TD_SEVERITY_WARNING, _ ("The font “%s” is not installed here; “%s” is used instead."), box->family, instead));
}

static void
check_box (Check *self, guint n)
{
  const TdTemplateBox *box = td_template_get_box (self->template, n);
  const char *when = box->when != NULL && box->when[0] == '!' ? box->when + 1 : box->when;

  if (!is_id (box->id))
    take_at (self, n, td_finding_new ("template-id", TD_SEVERITY_BLOCK, _ ("“%s” cannot be the short name: write small letters without tone marks, digits and “-”."), box->id));
  if (is_empty (box->title))
    take_at (self, n, td_finding_new ("template-title", TD_SEVERITY_BLOCK, _ ("This part needs a title.")));
  if (is_empty (box->text))
    take_at (self, n, td_finding_new ("template-no-text", TD_SEVERITY_BLOCK, _ ("This part says nothing.")));
  if (box->area.width <= 0 || box->area.height <= 0 || !is_on_sheet (self->template, &box->area))
    take_at (self, n, td_finding_new ("template-off-sheet", TD_SEVERITY_BLOCK, _ ("This reaches beyond the sheet.")));
  if (when != NULL && self->known->fields != NULL && !g_strv_contains (self->known->fields, when))
    take_at (self, n, td_finding_new ("template-unknown-field", TD_SEVERITY_BLOCK, _ ("There is no field “%s”."), when));
  if (box->fixed && td_choice_find (td_choices_stock_part, box->id) == NULL)
    take_at (self, n, td_finding_new ("template-unknown-part", TD_SEVERITY_WARNING, _ ("No stock can be said to carry “%s”: it is printed on every blank."), box->id));
  check_fields (self, n, box->text);
  check_type (self, n, box);
  for (guint i = 0; i < n; i++)
    if (strcmp (td_template_get_box (self->template, i)->id, box->id) == 0)
      take_at (self, n, td_finding_new ("template-same-id", TD_SEVERITY_BLOCK, _ ("Two parts have the short name “%s”."), box->id));
}

/* One is there when the other is not. */
static gboolean
exclude_each_other (const TdTemplateBox *a, const TdTemplateBox *b)
{
  if (a->when == NULL || b->when == NULL)
    return FALSE;
  return (a->when[0] == '!' && strcmp (a->when + 1, b->when) == 0) || (b->when[0] == '!' && strcmp (b->when + 1, a->when) == 0);
}

static gboolean
overlap (const TdTemplateArea *a, const TdTemplateArea *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > TOUCH && MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > TOUCH;
}

static void
check_overlaps (Check *self)
{
  const TdTemplateArea *emblem = td_template_get_emblem_area (self->template);

  for (guint n = 0; n < td_template_get_n_boxes (self->template); n++)
    {
      const TdTemplateBox *box = td_template_get_box (self->template, n);

      if (emblem->width > 0 && overlap (emblem, &box->area))
        take_at (self, n, td_finding_new ("template-overlap", TD_SEVERITY_WARNING, _ ("This lies over “%s”."), _ ("State emblem")));
      for (guint i = 0; i < n; i++)
        {
          const TdTemplateBox *other = td_template_get_box (self->template, i);

          if (overlap (&other->area, &box->area) && !exclude_each_other (other, box))
            take_at (self, n, td_finding_new ("template-overlap", TD_SEVERITY_WARNING, _ ("This lies over “%s”."), other->title != NULL ? other->title : other->id));
        }
    }
}

static gboolean
says (TdTemplate *template, const char *field)
{
  g_autofree char *needed = g_strconcat ("{", field, "}", NULL);
  g_autofree char *optional = g_strconcat ("{", field, "?}", NULL);

  for (guint n = 0; n < td_template_get_n_boxes (template); n++)
    {
      const char *text = td_template_get_box (template, n)->text;

      if (text != NULL && (strstr (text, needed) != NULL || strstr (text, optional) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* What makes it the certificate of somebody, by somebody, for something. */
static void
check_required (Check *self)
{
  static const struct
  {
    const char *field;
    const char *label;
  } required[] = {
    { "subject_line", N_ ("Who receives it") },
    { "achievement", N_ ("For what") },
    { "form_title", N_ ("Award form") },
    { "issuer_title", N_ ("Who gives it") },
    { "decision_line", N_ ("Decision") },
    { "signer_name", N_ ("Who signs") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!says (self->template, required[i].field))
      take (self, td_finding_new ("template-lacks-field", i == 0 ? TD_SEVERITY_BLOCK : TD_SEVERITY_WARNING, _ ("No part of the certificate says: %s."), _ (required[i].label)));
}

/**
 * td_template_rules_check:
 * @template: a template, maybe half made
 * @known: what it is held against
 *
 * Returns: (transfer full) (element-type TdFinding): what is wrong with it
 */
GPtrArray *
td_template_rules_check (TdTemplate *template, const TdTemplateKnown *known)
{
  Check check = { template, known, td_findings_new () };

  g_return_val_if_fail (TD_IS_TEMPLATE (template) && known != NULL, NULL);

  check_head (&check);
  check_places (&check);
  for (guint n = 0; n < td_template_get_n_boxes (template); n++)
    check_box (&check, n);
  check_overlaps (&check);
  check_required (&check);
  return check.findings;
}
