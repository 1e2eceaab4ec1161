/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-award-layout-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-award-layout-jobs.h"
#include "td-model.h"
#include "td-template-list.h"

/* What is printed otherwise for one recipient: lines, place, size. It belongs to the award, so that it is the same on
 * the screen, on paper and when a spoiled sheet is printed again; the decision is not touched. */

/* What stands on a certificate is at most some lines long. */
#define MOST_CHARACTERS 2000

typedef struct
{
  TdAwardLayout *layout;
  gint64 award_id;
  char *template_name;
  char *box;
} Input;

static void
input_free (Input *input)
{
  g_clear_object (&input->layout);
  g_free (input->template_name);
  g_free (input->box);
  g_free (input);
}

static void
refuse_at (TdJob *job, const char *field, TdFinding *finding)
{
  td_job_take_finding (job, td_finding_at (finding, field, 0, 0));
}

static gboolean
check (TdJob *job, TdConnection *connection, const TdAwardLayout *layout, GError **error)
{
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);
  const TdTemplateItem *item = items != NULL && layout->template_name != NULL ? td_template_list_find (items, layout->template_name) : NULL;

  if (items == NULL)
    return FALSE;
  if (item == NULL || item->template == NULL)
    refuse_at (job, "template_name", td_finding_new ("layout-template", TD_SEVERITY_BLOCK, _ ("There is no certificate template “%s”."), layout->template_name != NULL ? layout->template_name : ""));
  else if (layout->box == NULL || td_template_find_box (item->template, layout->box) == NULL)
    refuse_at (job, "box", td_finding_new ("layout-box", TD_SEVERITY_BLOCK, _ ("The template “%s” has no part “%s”."), item->title, layout->box != NULL ? layout->box : ""));
  if (layout->text != NULL && g_utf8_strlen (layout->text, -1) > MOST_CHARACTERS)
    refuse_at (job, "text", td_finding_new ("layout-text", TD_SEVERITY_BLOCK, _ ("The text is too long for a certificate.")));
  if (layout->size != 0 && (layout->size < 400 || layout->size > 30000))
    refuse_at (job, "size", td_finding_new ("layout-size", TD_SEVERITY_BLOCK, _ ("Type sizes go from 4 to 300 points.")));
  if (ABS (layout->dx) > 2000000 || ABS (layout->dy) > 2000000)
    refuse_at (job, "dx", td_finding_new ("layout-place", TD_SEVERITY_BLOCK, _ ("That is beyond every sheet.")));
  return !td_findings_block (td_job_get_findings (job)) || td_job_refuse (job, error);
}

/* As it is printed: NFC, no control characters but the ends of lines, no blank lines. */
static char *
dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_auto (GStrv) lines = g_strsplit_set (normal, "\r\n", -1);
  GString *clean = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      for (char *p = lines[i]; *p != '\0'; p++)
        if (g_ascii_iscntrl (*p))
          *p = ' ';
      if (*g_strstrip (lines[i]) != '\0')
        g_string_append_printf (clean, "%s%s", clean->len > 0 ? "\n" : "", lines[i]);
    }
  if (clean->len > 0)
    return g_string_free (clean, FALSE);
  g_string_free (clean, TRUE);
  return NULL;
}

static TdQuery *
query_of (gint64 award_id, const char *template_name, const char *box)
{
  TdQuery *query = td_query_new (TD_TYPE_AWARD_LAYOUT);

  td_query_where_number (query, "award-id", award_id);
  if (template_name != NULL)
    td_query_where_text (query, "template-name", template_name);
  if (box != NULL)
    td_query_where_text (query, "box", box);
  return query;
}

static gboolean
is_nothing (const TdAwardLayout *layout)
{
  return layout->text == NULL && layout->dx == 0 && layout->dy == 0 && layout->size == 0;
}

/**
 * td_award_layout_keep:
 * @connection: inside a transaction
 * @wanted: award, template, box, and how it differs there
 * @id: (out) (optional): the layout that is kept, 0 for none
 * @error: return location
 *
 * Returns: whether it is kept in place of what was changed there before; one that changes nothing is not kept
 */
gboolean
td_award_layout_keep (TdConnection *connection, TdAwardLayout *wanted, gint64 *id, GError **error)
{
  g_autoptr (TdQuery) query = query_of (wanted->award_id, wanted->template_name, wanted->box);
  g_autoptr (GError) local = NULL;
  g_autoptr (TdAwardLayout) stored = td_connection_find (connection, query, &local);
  gboolean kept;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_nothing (wanted))
    return stored == NULL || td_connection_delete (connection, stored, error);
  if (stored == NULL)
    kept = td_connection_insert (connection, wanted, error);
  else if (g_strcmp0 (stored->text, wanted->text) == 0 && stored->dx == wanted->dx && stored->dy == wanted->dy && stored->size == wanted->size)
    kept = TRUE;
  else
    {
      g_object_set (stored, "text", wanted->text, "dx", wanted->dx, "dy", wanted->dy, "size", wanted->size, NULL);
      kept = td_connection_update (connection, stored, error);
    }
  if (id != NULL)
    *id = td_entity_get_id (TD_ENTITY (stored != NULL ? stored : wanted));
  return kept;
}

/**
 * td_award_layout_set_text:
 * @connection: inside a transaction
 * @place: award, template and box; the rest is not looked at
 * @text: (nullable): what is printed there, as lines; %NULL for what the records say
 * @error: return location
 *
 * Returns: whether the text alone was changed: place and size stay as they were arranged
 */
gboolean
td_award_layout_set_text (TdConnection *connection, const TdAwardLayout *place, const char *text, GError **error)
{
  g_autoptr (TdQuery) query = query_of (place->award_id, place->template_name, place->box);
  g_autoptr (GError) local = NULL;
  g_autoptr (TdAwardLayout) stored = td_connection_find (connection, query, &local);
  g_autoptr (TdAwardLayout) wanted = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  wanted = stored != NULL ? td_entity_copy (stored) : g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", place->award_id, "template-name", place->template_name, "box", place->box, NULL);
  g_object_set (wanted, "text", text, NULL);
  return td_award_layout_keep (connection, wanted, NULL, error);
}

static gboolean
set_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, input->layout->award_id, error);
  g_autoptr (TdAwardLayout) layout = NULL;
  gint64 id = 0;

  if (award == NULL || !check (job, connection, input->layout, error))
    return FALSE;
  layout = g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", input->layout->award_id, "template-name", input->layout->template_name, "box", input->layout->box,
                         "text", input->layout->text, "dx", input->layout->dx, "dy", input->layout->dy, "size", input->layout->size, NULL);
  /* Translators: a person. */
  td_connection_set_action_name (connection, _ ("Arrange the certificate of %s"), award->subject_name);
  if (!td_award_layout_keep (connection, layout, &id, error))
    return FALSE;
  td_job_set_id (job, id);
  return TRUE;
}

/**
 * td_award_layout_set_job:
 * @layout: award, template, box, and how it differs there; a copy is kept
 *
 * Prints a part of one certificate otherwise, in place of what was changed there before; a layout that changes nothing
 * takes that back. What was issued may be arranged too: lines and places are no part of the decision.
 *
 * Returns: (transfer full): the job; its id is the layout's
 */
TdJob *
td_award_layout_set_job (TdAwardLayout *layout)
{
  Input *input = g_new0 (Input, 1);
  g_autofree char *text = NULL;

  g_return_val_if_fail (TD_IS_AWARD_LAYOUT (layout), NULL);

  input->layout = td_entity_copy (layout);
  text = layout->text != NULL ? dup_clean (layout->text) : NULL;
  g_object_set (input->layout, "text", text, NULL);
  return td_job_new_write (_ ("Arrange a certificate"), set_cb, input, (GDestroyNotify) input_free);
}

static gboolean
clear_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Input *input = data;
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, input->award_id, error);
  g_autoptr (TdQuery) query = query_of (input->award_id, input->template_name, input->box);
  gint64 n = award != NULL ? td_connection_count (connection, query, error) : -1;

  if (n < 0)
    return FALSE;
  td_job_set_count (job, n);
  td_connection_set_action_name (connection, _ ("Arrange the certificate of %s as usual"), award->subject_name);
  return td_connection_delete_all (connection, query, error);
}

typedef struct
{
  gint64 award_id;
  char *template_name;
  GPtrArray *layouts; /* TdAwardLayout */
} Arrangement;

static void
arrangement_free (Arrangement *input)
{
  g_free (input->template_name);
  g_ptr_array_unref (input->layouts);
  g_free (input);
}

static gboolean
is_among (GPtrArray *layouts, const char *box)
{
  for (guint i = 0; i < layouts->len; i++)
    if (g_strcmp0 (((const TdAwardLayout *) g_ptr_array_index (layouts, i))->box, box) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
arrange_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  const Arrangement *input = data;
  g_autoptr (TdAward) award = td_connection_get (connection, TD_TYPE_AWARD, input->award_id, error);
  g_autoptr (TdQuery) query = query_of (input->award_id, input->template_name, NULL);
  g_autoptr (GPtrArray) stored = award != NULL ? td_connection_list (connection, query, error) : NULL;

  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < input->layouts->len; i++)
    if (!check (job, connection, g_ptr_array_index (input->layouts, i), error))
      return FALSE;
  td_connection_set_action_name (connection, _ ("Arrange the certificate of %s"), award->subject_name);
  for (guint i = 0; i < stored->len; i++)
    if (!is_among (input->layouts, ((const TdAwardLayout *) g_ptr_array_index (stored, i))->box) && !td_connection_delete (connection, g_ptr_array_index (stored, i), error))
      return FALSE;
  for (guint i = 0; i < input->layouts->len; i++)
    {
      g_autoptr (TdEntity) layout = td_entity_copy (g_ptr_array_index (input->layouts, i));

      if (!td_award_layout_keep (connection, TD_AWARD_LAYOUT (layout), NULL, error))
        return FALSE;
    }
  td_job_set_count (job, input->layouts->len);
  return TRUE;
}

/**
 * td_award_layout_arrange_job:
 * @award_id: an award
 * @template_name: id of a template
 * @layouts: (element-type TdAwardLayout): how parts of it differ there; copies are kept
 *
 * Prints one certificate as it was arranged, in place of all that was changed on it before: one action, however many parts.
 *
 * Returns: (transfer full): the job; its count is how many parts differ
 */
TdJob *
td_award_layout_arrange_job (gint64 award_id, const char *template_name, GPtrArray *layouts)
{
  Arrangement *input = g_new0 (Arrangement, 1);

  input->award_id = award_id;
  input->template_name = g_strdup (template_name);
  input->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < layouts->len; i++)
    {
      TdEntity *layout = td_entity_copy (g_ptr_array_index (layouts, i));

      g_object_set (layout, "award-id", award_id, "template-name", template_name, NULL);
      g_ptr_array_add (input->layouts, layout);
    }
  return td_job_new_write (_ ("Arrange a certificate"), arrange_cb, input, (GDestroyNotify) arrangement_free);
}

/**
 * td_award_layout_clear_job:
 * @award_id: an award
 * @template_name: (nullable): id of a template, %NULL for all
 * @box: (nullable): id of a box, %NULL for all
 *
 * Prints a certificate as its template makes it again.
 *
 * Returns: (transfer full): the job; its count is how many changes were taken back
 */
TdJob *
td_award_layout_clear_job (gint64 award_id, const char *template_name, const char *box)
{
  Input *input = g_new0 (Input, 1);

  input->award_id = award_id;
  input->template_name = g_strdup (template_name);
  input->box = g_strdup (box);
  return td_job_new_write (_ ("Arrange a certificate as usual"), clear_cb, input, (GDestroyNotify) input_free);
}

/**
 * td_award_layouts_read:
 * @connection: the office file
 * @template_name: id of a template
 * @award_ids: (element-type gint64): set of the certificates that are to be made
 * @error: return location
 *
 * Returns: (transfer full) (element-type TdAwardLayout): what was changed on them
 */
GPtrArray *
td_award_layouts_read (TdConnection *connection, const char *template_name, GHashTable *award_ids, GError **error)
{
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_AWARD_LAYOUT);
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *layouts;

  td_query_where_text (query, "template-name", template_name);
  all = td_connection_list (connection, query, error);
  if (all == NULL)
    return NULL;
  layouts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    {
      TdAwardLayout *layout = g_ptr_array_index (all, i);

      if (g_hash_table_contains (award_ids, &layout->award_id))
        g_ptr_array_add (layouts, g_object_ref (layout));
    }
  return layouts;
}
