/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-choice"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "td-catalogue-reader.h"
#include "td-job.h"
#include "td-template-choice.h"
#include "td-text.h"

/* Which template a certificate is printed with, when nobody says so. */

/* Fields in English end so. */
#define ENGLISH "_english"

/**
 * td_subject_is_foreigner:
 * @subject: a subject
 *
 * Returns: whether a nationality was entered, and another one than Vietnamese
 */
gboolean
td_subject_is_foreigner (const TdSubject *subject)
{
  g_autofree char *folded = subject->nationality != NULL ? td_text_fold (subject->nationality) : NULL;

  return folded != NULL && *folded != '\0' && !g_str_equal (folded, "viet nam") && !g_str_equal (folded, "vietnam") && !g_str_equal (folded, "vn");
}

/**
 * td_template_is_bilingual:
 * @template: a template
 *
 * Returns: whether it has fields in English
 */
gboolean
td_template_is_bilingual (TdTemplate *template)
{
  for (guint i = 0; i < td_template_get_n_boxes (template); i++)
    if (strstr (td_template_get_box (template, i)->text, ENGLISH) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * td_blanks_suit_foreigners:
 * @parts: (element-type utf8 utf8): what blanks carry
 *
 * Returns: whether a page in two languages can be printed on them: they have no words yet, or such in English too
 */
gboolean
td_blanks_suit_foreigners (GHashTable *parts)
{
  GHashTableIter iter;
  gpointer part;
  gboolean words = FALSE;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &part, NULL))
    {
      if (g_str_has_suffix (part, "-english"))
        return TRUE;
      words = words || (!g_str_equal (part, "ornament") && !g_str_equal (part, "emblem"));
    }
  return !words;
}

/* How far a sheet is from the blanks; on white paper the larger sheet is nearer. */
static double
get_distance (TdTemplate *template, const TdTemplateWish *wish)
{
  double width = td_template_get_width (template), height = td_template_get_height (template);

  return wish->width > 0 ? fabs (width - wish->width) + fabs (height - wish->height) : -width * height;
}

/**
 * td_template_choose:
 * @templates: (element-type TdTemplate): what there is; of equals the first is taken
 * @wish: what is known
 * @error: return location
 *
 * Takes the one for the award form and for foreigners or for all others, with the
 * sheet that is nearest to the blanks, on white paper the largest. Forms without a template of their own look like
 * the province's Bằng khen or a department's Giấy khen.
 *
 * Returns: (transfer full): a template, or %NULL with an error when there is no such one
 */
TdTemplate *
td_template_choose (GPtrArray *templates, const TdTemplateWish *wish, GError **error)
{
  const TdAwardForm *form = td_catalogue_find_form (td_catalogue_get_shipped (), wish->award_form, wish->level);
  const char *like = g_strcmp0 (wish->level, "province") == 0 ? "BK_TINH" : "GK_SO";
  TdTemplate *best = NULL;
  int best_rank = 0;

  g_return_val_if_fail (templates != NULL && wish != NULL, NULL);

  for (guint i = 0; i < templates->len; i++)
    {
      TdTemplate *template = g_ptr_array_index (templates, i);
      int rank = form != NULL && td_template_suits (template, form->id) ? 4 : td_template_suits (template, like) ? 2
                                                                                                                 : 0;

      if (rank == 0)
        continue;
      rank += td_template_is_bilingual (template) == wish->foreigners;
      if (rank > best_rank || (rank == best_rank && get_distance (template, wish) < get_distance (best, wish)))
        {
          best = template;
          best_rank = rank;
        }
    }
  if (best == NULL)
    g_set_error_literal (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("No certificate template suits this award form."));
  return best != NULL ? g_object_ref (best) : NULL;
}
