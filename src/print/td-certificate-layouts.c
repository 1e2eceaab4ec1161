/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-certificate-layouts"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-certificate-layouts.h"

struct _TdCertificateLayouts
{
  GPtrArray *layouts;
  GHashTable *by_place; /* "award box" → TdAwardLayout */
};

/**
 * td_certificate_layouts_new:
 * @layouts: (element-type TdAwardLayout): of one template
 *
 * Returns: (transfer full): the same, to be found by award and box
 */
TdCertificateLayouts *
td_certificate_layouts_new (GPtrArray *layouts)
{
  TdCertificateLayouts *self = g_new0 (TdCertificateLayouts, 1);

  self->layouts = g_ptr_array_ref (layouts);
  self->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < layouts->len; i++)
    {
      TdAwardLayout *layout = g_ptr_array_index (layouts, i);

      g_hash_table_insert (self->by_place, g_strdup_printf ("%" G_GINT64_FORMAT " %s", layout->award_id, layout->box), layout);
    }
  return self;
}

/**
 * td_certificate_layouts_free:
 * @self: (transfer full): layouts
 */
void
td_certificate_layouts_free (TdCertificateLayouts *self)
{
  g_hash_table_unref (self->by_place);
  g_ptr_array_unref (self->layouts);
  g_free (self);
}

/**
 * td_certificate_layouts_find:
 * @self: (nullable): layouts
 * @award_id: (nullable): id of an award, as a certificate's fields have it
 * @box_id: id of a box
 *
 * Returns: (transfer none) (nullable): what was changed there
 */
const TdAwardLayout *
td_certificate_layouts_find (TdCertificateLayouts *self, const char *award_id, const char *box_id)
{
  g_autofree char *place = NULL;

  if (self == NULL || award_id == NULL || self->layouts->len == 0)
    return NULL;
  place = g_strconcat (award_id, " ", box_id, NULL);
  return g_hash_table_lookup (self->by_place, place);
}

/**
 * td_certificate_layouts_check:
 * @self: layouts
 * @template: their template
 * @findings: (element-type TdFinding): takes what was changed in parts the template no longer has
 */
void
td_certificate_layouts_check (TdCertificateLayouts *self, TdTemplate *template, GPtrArray *findings)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      const TdAwardLayout *layout = g_ptr_array_index (self->layouts, i);

      if (td_template_find_box (template, layout->box) == NULL)
        g_ptr_array_add (findings, td_finding_at (td_finding_new ("certificate-layout-lost", TD_SEVERITY_WARNING, _ ("The template has no part “%s” any more: what was changed there for a recipient is not printed."), layout->box), NULL, layout->award_id, 0));
    }
}

/* As many lines as the text has: nothing is broken that is not broken already. */
static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *at = text; (at = strchr (at, '\n')) != NULL; at++)
    n++;
  return n;
}

/**
 * td_award_layout_apply:
 * @layout: (nullable): what was changed for the recipient
 * @box: a box
 * @fields: the fields of the certificate
 * @empty: (nullable) (element-type utf8): takes the names of fields that must be filled and are not
 * @style: (inout): how the box is set; takes on the size and the lines of the change
 *
 * Returns: (transfer full): what is printed in the box
 */
char *
td_award_layout_apply (const TdAwardLayout *layout, const TdTemplateBox *box, GHashTable *fields, GPtrArray *empty, TdFitStyle *style)
{
  gboolean as_written = layout != NULL && layout->text != NULL;
  char *text = as_written ? g_strdup (layout->text) : td_template_box_expand (box, fields, empty);

  if (layout != NULL && layout->size > 0)
    style->size = style->min_size = layout->size / 100.0;
  if (as_written)
    style->max_lines = count_lines (text);
  else if (box->own_lines)
    style->max_lines = MIN (style->max_lines, count_lines (text));
  return text;
}

static TdFinding *
check_place (const TdAwardLayout *layout, const TdTemplateBox *box, TdTemplate *template)
{
  double x = box->area.x + layout->dx / 1000.0;
  double y = box->area.y + layout->dy / 1000.0;

  if (x >= 0 && y >= 0 && x + box->area.width <= td_template_get_width (template) + TD_TEMPLATE_STEP && y + box->area.height <= td_template_get_height (template) + TD_TEMPLATE_STEP)
    return NULL;
  return td_finding_new ("certificate-off-sheet", TD_SEVERITY_BLOCK, _ ("This was moved beyond the sheet for this recipient"));
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

/* Letters alone: where lines end, what is a capital, and a space before a comma are a matter of looks. */
static char *
dup_letters (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_space (g_utf8_get_char (p)))
      {
        if (strchr (",.;:)!?", *p) != NULL && letters->len > 0 && letters->str[letters->len - 1] == ' ')
          g_string_truncate (letters, letters->len - 1);
        g_string_append_unichar (letters, g_utf8_get_char (p));
      }
    else if (letters->len > 0 && letters->str[letters->len - 1] != ' ' && letters->str[letters->len - 1] != '(')
      g_string_append_c (letters, ' ');
  while (letters->len > 0 && letters->str[letters->len - 1] == ' ')
    g_string_truncate (letters, letters->len - 1);
  return g_string_free (letters, FALSE);
}

static gboolean
says_same (const char *text, const char *made)
{
  g_autofree char *printed = dup_letters (text);
  g_autofree char *wanted = dup_letters (made);

  return strcmp (printed, wanted) == 0;
}

/**
 * td_award_layout_says:
 * @layout: a change on a certificate
 * @box: the box it changes
 * @fields: the fields of a certificate
 *
 * Returns: whether its own text, if it has one, says what these fields say; lines and capitals do not matter
 */
gboolean
td_award_layout_says (const TdAwardLayout *layout, const TdTemplateBox *box, GHashTable *fields)
{
  g_autofree char *made = layout->text != NULL ? td_template_box_expand (box, fields, NULL) : NULL;

  return made == NULL || says_same (layout->text, made);
}

/* A certificate repeats what was decided. Lines and capitals may differ; a person must know of anything else. */
static TdFinding *
check_text (const TdAwardLayout *layout, const char *made)
{
  /* where nothing was decided, nothing can differ from it */
  if (layout->text == NULL || *made == '\0' || says_same (layout->text, made))
    return NULL;
  /* Translators: both are words on a certificate. */
  return td_finding_new ("certificate-differs-from-decision", TD_SEVERITY_WARNING, _ ("Differs from the decision: prints “%s”, but the decision says “%s”"), layout->text, made);
}

/**
 * td_award_layout_check:
 * @layout: (nullable): a change on a certificate
 * @n: which check: 0 where it stands, 1 what it says
 * @box: the box it changes
 * @template: its template
 * @fields: the fields of the certificate
 *
 * Returns: (transfer full) (nullable): what is wrong
 */
TdFinding *
td_award_layout_check (const TdAwardLayout *layout, guint n, const TdTemplateBox *box, TdTemplate *template, GHashTable *fields)
{
  g_autofree char *made = layout != NULL && n == 1 ? td_template_box_expand (box, fields, NULL) : NULL;

  if (layout == NULL)
    return NULL;
  return n == 0 ? check_place (layout, box, template) : check_text (layout, made);
}
