/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-list"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-model.h"
#include "td-template-list.h"
#include "td-template-reader.h"

/* The templates there are: those the program ships and the office's own, which take their place. */

G_DEFINE_FINAL_TYPE (TdTemplateItem, td_template_item, G_TYPE_OBJECT)

static void
td_template_item_finalize (GObject *object)
{
  TdTemplateItem *self = TD_TEMPLATE_ITEM (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->based_on, g_free);
  g_clear_pointer (&self->changed_on, g_free);
  g_clear_object (&self->template);
  G_OBJECT_CLASS (td_template_item_parent_class)->finalize (object);
}

static void
td_template_item_class_init (TdTemplateItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_template_item_finalize;
}

static void
td_template_item_init (TdTemplateItem *self)
{
}

static TdTemplateItem *
item_new_shipped (TdTemplate *template)
{
  TdTemplateItem *self = g_object_new (TD_TYPE_TEMPLATE_ITEM, NULL);

  self->name = g_strdup (td_template_get_id (template));
  self->title = g_strdup (td_template_get_title (template));
  self->template = g_object_ref (template);
  self->shipped = TRUE;
  return self;
}

/* What was kept is good; one that no longer is must not keep the office from printing with the others. */
static TdTemplateItem *
item_new_own (const TdOfficeTemplate *record)
{
  /* A damaged office file may have none of its texts. */
  const char *text = record->xml != NULL ? record->xml : "";
  g_autoptr (GBytes) xml = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TdTemplateItem *self = g_object_new (TD_TYPE_TEMPLATE_ITEM, NULL);

  self->name = g_strdup (record->name != NULL ? record->name : "");
  self->title = g_strdup (record->title != NULL ? record->title : "");
  self->record_id = td_entity_get_id ((TdEntity *) record);
  self->based_on = g_strdup (record->based_on);
  self->changed_on = g_strdup (record->changed_on);
  self->retired = record->retired;
  self->template = td_template_read (xml, &error);
  if (self->template == NULL)
    self->problem = g_strdup (error->message);
  return self;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const TdTemplateItem *left = *(const TdTemplateItem *const *) a;
  const TdTemplateItem *right = *(const TdTemplateItem *const *) b;

  return strcmp (left->name, right->name);
}

/**
 * td_template_list_read:
 * @connection: the office file
 * @error: return location
 *
 * Reads the templates of the office and those the program ships; where both have one of an id, only the office's.
 *
 * Returns: (transfer full) (element-type TdTemplateItem): in the order of their ids, retired ones too; %NULL on failure
 */
GPtrArray *
td_template_list_read (TdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) shipped = td_templates_load_shipped (error);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_OFFICE_TEMPLATE);
  g_autoptr (GPtrArray) own = shipped != NULL ? td_connection_list (connection, query, error) : NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (own == NULL)
    return NULL;
  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (items, item_new_own (g_ptr_array_index (own, i)));
  for (guint i = 0; i < shipped->len; i++)
    {
      TdTemplate *template = g_ptr_array_index (shipped, i);
      TdTemplateItem *taken = td_template_list_find (items, td_template_get_id (template));

      if (taken != NULL)
        taken->shipped = TRUE;
      else
        g_ptr_array_add (items, item_new_shipped (template));
    }
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

/**
 * td_template_list_find:
 * @items: (element-type TdTemplateItem): templates
 * @name: id or title of one
 *
 * Returns: (transfer none) (nullable): it
 */
TdTemplateItem *
td_template_list_find (GPtrArray *items, const char *name)
{
  TdTemplateItem *by_title = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      TdTemplateItem *item = g_ptr_array_index (items, i);

      if (strcmp (item->name, name) == 0)
        return item;
      if (by_title == NULL && strcmp (item->title, name) == 0)
        by_title = item;
    }
  return by_title;
}

static void
fail_unknown (GPtrArray *items, const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ((TdTemplateItem *) g_ptr_array_index (items, i))->name);
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("There is no certificate template “%s”; there are: %s."), name, known->str);
}

/**
 * td_template_list_get:
 * @items: (element-type TdTemplateItem): templates
 * @name: id or title of one
 * @error: return location
 *
 * Returns: (transfer full): it, or %NULL with an error that names what there is
 */
TdTemplate *
td_template_list_get (GPtrArray *items, const char *name, GError **error)
{
  const TdTemplateItem *item = td_template_list_find (items, name);

  if (item == NULL)
    fail_unknown (items, name, error);
  else if (item->template == NULL)
    /* Translators: a template, then what is wrong with it. */
    g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The certificate template “%s” cannot be used: %s"), item->title, item->problem);
  else
    return g_object_ref (item->template);
  return NULL;
}

static void
add_usable (GPtrArray *templates, GPtrArray *items, gboolean own)
{
  for (guint i = 0; i < items->len; i++)
    {
      const TdTemplateItem *item = g_ptr_array_index (items, i);

      if (item->template != NULL && !item->retired && (item->record_id != 0) == own)
        g_ptr_array_add (templates, item->template);
    }
}

/**
 * td_template_list_choose:
 * @items: (element-type TdTemplateItem): of td_template_list_read()
 * @wish: what is known
 * @error: return location
 *
 * Of those that suit as well, the office's own before the shipped.
 *
 * Returns: (transfer full): the template to print with, or %NULL
 */
TdTemplate *
td_template_list_choose (GPtrArray *items, const TdTemplateWish *wish, GError **error)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new ();

  add_usable (templates, items, TRUE);
  add_usable (templates, items, FALSE);
  return td_template_choose (templates, wish, error);
}

static gboolean
list_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);
  GListStore *store;

  if (items == NULL)
    return FALSE;
  store = g_list_store_new (TD_TYPE_TEMPLATE_ITEM);
  for (guint i = 0; i < items->len; i++)
    g_list_store_append (store, g_ptr_array_index (items, i));
  td_job_set_count (job, items->len);
  td_job_take_object (job, store);
  return TRUE;
}

/**
 * td_template_list_job:
 *
 * Lists the templates of the office and those the program ships.
 *
 * Returns: (transfer full): the job; its object is a #GListModel of #TdTemplateItem in the order of their ids
 */
TdJob *
td_template_list_job (void)
{
  return td_job_new_read (list_cb, NULL, NULL);
}
