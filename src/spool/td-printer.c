/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-printer"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding.h"
#include "td-printer-private.h"
#include "td-spool-link-private.h"

G_DEFINE_FINAL_TYPE (TdPrinter, td_printer, G_TYPE_OBJECT)

#define MAX_PRINTERS 1000

static void
free_tray (gpointer data)
{
  TdPrinterTray *tray = data;

  g_clear_pointer (&tray->loaded, td_printer_paper_free);
  g_free (tray->id);
  g_free (tray->name);
  g_free (tray);
}

static void
td_printer_finalize (GObject *object)
{
  TdPrinter *self = TD_PRINTER (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->location);
  g_free (self->model);
  g_free (self->message);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->papers);
  g_array_unref (self->ranges);
  g_ptr_array_unref (self->trays);
  g_clear_pointer (&self->default_paper, td_printer_paper_free);
  G_OBJECT_CLASS (td_printer_parent_class)->finalize (object);
}

static void
td_printer_class_init (TdPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_printer_finalize;
}

static void
td_printer_init (TdPrinter *self)
{
  self->findings = td_findings_new ();
  self->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) td_printer_paper_free);
  self->ranges = g_array_new (FALSE, TRUE, sizeof (TdPrinterRange));
  self->trays = g_ptr_array_new_with_free_func (free_tray);
}

/**
 * td_printer_state_to_nick:
 *
 * Returns: its word in JSON: "idle", "printing" or "stopped"
 */
const char *
td_printer_state_to_nick (TdPrinterState state)
{
  static const char *const nicks[] = { "idle", "printing", "stopped" };

  return nicks[state];
}

/**
 * td_printer_state_to_text:
 *
 * Returns: what people read
 */
const char *
td_printer_state_to_text (TdPrinterState state)
{
  static const char *const texts[] = { N_ ("ready"), N_ ("printing"), N_ ("stopped") };

  return _ (texts[state]);
}

static TdPrinter *
printer_new (const char *id, ipp_t *attributes, const char *preset)
{
  TdPrinter *self = g_object_new (TD_TYPE_PRINTER, NULL);

  self->id = g_strdup (id);
  td_printer_take_attributes (self, attributes);
  self->is_default = g_strcmp0 (id, preset) == 0;
  return self;
}

/* This user's default: the environment's, the user's own, else that of the service. */
static char *
dup_default (TdSpoolLink *link)
{
  cups_dest_t *dest;
  char *name;

  td_spool_link_set_limit (link, TD_SPOOL_ASK_LIMIT);
  dest = cupsGetNamedDest (link->http, NULL, NULL);
  name = dest != NULL ? g_strdup (dest->name) : NULL;
  cupsFreeDests (dest != NULL, dest);
  return name;
}

/* The attributes of several printers stand one after the other in an answer, each in a group. */
static ipp_t *
next_group (ipp_t *response, ipp_attribute_t **attribute)
{
  ipp_t *group = ippNew ();

  while (*attribute != NULL && ippGetGroupTag (*attribute) != IPP_TAG_PRINTER)
    *attribute = ippNextAttribute (response);
  for (; *attribute != NULL && ippGetGroupTag (*attribute) == IPP_TAG_PRINTER; *attribute = ippNextAttribute (response))
    ippCopyAttribute (group, *attribute, 0);
  return group;
}

/* A class hands a job to any of its printers; each has paper and an offset of its own. */
static gboolean
is_class (ipp_t *attributes)
{
  return (td_spool_get_number (attributes, "printer-type", 0) & CUPS_PRINTER_CLASS) != 0;
}

static int
compare_printers (gconstpointer a, gconstpointer b)
{
  const TdPrinter *left = *(TdPrinter *const *) a, *right = *(TdPrinter *const *) b;

  if (left->is_default != right->is_default)
    return left->is_default ? -1 : 1;
  return g_utf8_collate (left->name, right->name);
}

/**
 * td_printer_list:
 * @cancellable: (nullable): stops it
 * @error: #TdSpoolError
 *
 * Asks the print service for its printers, the default first. Takes at most
 * some 25 seconds. Printers of the network for which it has no queue are not
 * among them, nor groups (classes) of printers.
 *
 * Returns: (transfer full) (element-type TdPrinter): the printers, without what td_printer_read()
 *   tells; empty when there are none
 */
GPtrArray *
td_printer_list (GCancellable *cancellable, GError **error)
{
  static const char *const wanted[] = {
    "printer-name", "printer-info", "printer-location", "printer-make-and-model", "printer-state", "printer-state-reasons",
    "printer-state-message", "printer-is-accepting-jobs", "queued-job-count", "printer-type"
  };
  g_auto (TdSpoolLink) link = { NULL };
  g_autoptr (GPtrArray) printers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ipp_t) response = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *preset = NULL;
  ipp_t *request;

  if (!td_spool_link_open (&link, cancellable, error))
    return NULL;
  request = td_spool_request_printer (IPP_OP_CUPS_GET_PRINTERS, NULL);
  td_spool_request_want (request, wanted, G_N_ELEMENTS (wanted));
  response = td_spool_link_ask (&link, request, &local);
  /* So it says that there are none. */
  if (g_error_matches (local, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND))
    return g_steal_pointer (&printers);
  if (response == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  preset = dup_default (&link);
  for (ipp_attribute_t *attribute = ippFirstAttribute (response); attribute != NULL && printers->len < MAX_PRINTERS;)
    {
      g_autoptr (ipp_t) group = next_group (response, &attribute);
      g_autofree char *id = td_spool_dup_text (group, "printer-name");

      if (id != NULL && !is_class (group))
        g_ptr_array_add (printers, printer_new (id, group, preset));
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_ptr_array_sort (printers, compare_printers);
  return g_steal_pointer (&printers);
}

/**
 * td_printer_read:
 * @id: name of the queue
 * @cancellable: (nullable): stops it
 * @error: #TdSpoolError
 *
 * Asks for one printer with all it tells: paper, margins, trays, resolution. Takes at most some 25
 * seconds.
 *
 * Returns: (transfer full): the printer
 */
TdPrinter *
td_printer_read (const char *id, GCancellable *cancellable, GError **error)
{
  /* The database of papers is only told when it is asked for by name. */
  static const char *const wanted[] = { "all", "media-col-database" };
  g_auto (TdSpoolLink) link = { NULL };
  g_autoptr (ipp_t) response = NULL;
  g_autofree char *preset = NULL;
  ipp_t *request;

  g_return_val_if_fail (id != NULL, NULL);

  if (!td_spool_link_open (&link, cancellable, error))
    return NULL;
  request = td_spool_request_printer (IPP_OP_GET_PRINTER_ATTRIBUTES, id);
  td_spool_request_want (request, wanted, G_N_ELEMENTS (wanted));
  response = td_spool_link_ask (&link, request, error);
  if (response == NULL)
    return NULL;
  if (ippFindAttribute (response, "printer-state", IPP_TAG_ENUM) == NULL)
    {
      td_spool_link_judge (&link, IPP_STATUS_ERROR_SERVICE_UNAVAILABLE, error);
      return NULL;
    }
  if (is_class (response))
    {
      g_set_error (error, TD_SPOOL_ERROR, TD_SPOOL_ERROR_NOT_FOUND, _ ("“%s” is a group of printers. Choose one of them: each prints in its own place."), id);
      return NULL;
    }
  preset = dup_default (&link);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return printer_new (id, response, preset);
}

static void
list_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *printers = td_printer_list (cancellable, &error);

  if (printers != NULL)
    g_task_return_pointer (task, printers, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * td_printer_list_async:
 *
 * td_printer_list() on a thread of its own.
 */
void
td_printer_list_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, td_printer_list_async);
  g_task_run_in_thread (task, list_thread);
}

/**
 * td_printer_list_finish:
 *
 * Returns: (transfer full) (element-type TdPrinter): as td_printer_list()
 */
GPtrArray *
td_printer_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, td_printer_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  TdPrinter *printer = td_printer_read (data, cancellable, &error);

  if (printer != NULL)
    g_task_return_pointer (task, printer, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * td_printer_read_async:
 *
 * td_printer_read() on a thread of its own.
 */
void
td_printer_read_async (const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, td_printer_read_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * td_printer_read_finish:
 *
 * Returns: (transfer full): as td_printer_read()
 */
TdPrinter *
td_printer_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, td_printer_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
