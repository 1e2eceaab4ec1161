/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-print-sizes"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-print-sizes.h"

/* A print job has one size of sheet, and a batch one tray and one pile of blanks: a run with sheets of several sizes is
 * as many batches, one after the other. */

#define SAME 0.1 /* mm */

static gboolean
is_size (TdTemplate *template, double width, double height)
{
  return fabs (td_template_get_width (template) - width) < SAME && fabs (td_template_get_height (template) - height) < SAME;
}

static void
size_free (TdPrintSize *size)
{
  g_free (size->title);
  g_array_unref (size->award_ids);
  g_free (size);
}

static TdPrintSize *
find (GPtrArray *sizes, TdTemplate *template)
{
  TdPrintSize *size;

  for (guint i = 0; i < sizes->len; i++)
    {
      size = g_ptr_array_index (sizes, i);
      if (is_size (template, size->width, size->height))
        return size;
    }
  size = g_new0 (TdPrintSize, 1);
  size->award_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  size->width = td_template_get_width (template);
  size->height = td_template_get_height (template);
  g_ptr_array_add (sizes, size);
  return size;
}

/**
 * td_print_sizes_list:
 * @set: certificates that were read
 *
 * Returns: (transfer full) (element-type TdPrintSize): the sizes of their sheets, in the order they are first met
 */
GPtrArray *
td_print_sizes_list (const TdCertificateSet *set)
{
  GPtrArray *sizes = g_ptr_array_new_with_free_func ((GDestroyNotify) size_free);
  g_autofree gboolean *named = g_new0 (gboolean, set->templates->len);

  for (guint i = 0; i < set->keys->len; i++)
    {
      guint place = td_certificate_set_get_key (set, i)->page.template;
      TdTemplate *template = g_ptr_array_index (set->templates, place);
      TdPrintSize *size = find (sizes, template);

      size->n++;
      g_array_append_val (size->award_ids, td_certificate_set_get_key (set, i)->award_id);
      if (!named[place])
        {
          char *title = size->title == NULL ? g_strdup (td_template_get_title (template)) : g_strdup_printf ("%s; %s", size->title, td_template_get_title (template));

          g_free (size->title);
          size->title = title;
        }
      named[place] = TRUE;
    }
  return sizes;
}

/**
 * td_print_size_dup_text:
 * @size: a size
 *
 * Returns: (transfer full): "420 × 297 mm – Bằng khen tỉnh: 40"
 */
char *
td_print_size_dup_text (const TdPrintSize *size)
{
  /* Translators: width and height of a sheet; title of a template; how many certificates */
  return g_strdup_printf (_ ("%g × %g mm – %s: %u"), size->width, size->height, size->title, size->n);
}

/**
 * td_print_sizes_dup_plan:
 * @sizes: (element-type TdPrintSize): more than one
 *
 * Returns: (transfer full): which batches are needed
 */
char *
td_print_sizes_dup_plan (GPtrArray *sizes)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < sizes->len; i++)
    {
      g_autofree char *text = td_print_size_dup_text (g_ptr_array_index (sizes, i));

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", text);
    }
  /* Translators: a number, then as many sizes of sheets with their certificates */
  return g_strdup_printf (_ ("Each size of sheet is printed by itself, %u batches one after the other: %s."), sizes->len, list->str);
}

/**
 * td_print_sizes_keep:
 * @set: certificates that were read
 * @width: of a sheet, mm
 * @height: of a sheet, mm
 *
 * Leaves out those on other sheets.
 *
 * Returns: whether there are any
 */
gboolean
td_print_sizes_keep (TdCertificateSet *set, double width, double height)
{
  g_autofree gboolean *keeps = g_new0 (gboolean, set->keys->len);

  for (guint i = 0; i < set->keys->len; i++)
    keeps[i] = is_size (td_certificate_set_get_template (set, i), width, height);
  td_certificate_set_keep (set, keeps);
  return set->keys->len > 0;
}
