/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-underlay-jobs"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-file.h"
#include "td-model.h"
#include "td-picture-header.h"
#include "td-template-list.h"
#include "td-underlay-jobs.h"

/* A scan or photo of a blank under its template, brought to true scale by marks. Never printed. */

/* An A3 scan at 600 dpi has 70 million pixels; decoded it takes four bytes each. */
#define MAX_BYTES  (64 * 1024 * 1024)
#define MAX_PIXELS (80 * 1000 * 1000)

/* Marks that contradict one another by more were taken at the wrong place, millimetres. */
#define MOST_ERROR 2.0

G_DEFINE_FINAL_TYPE (TdUnderlayPicture, td_underlay_picture, G_TYPE_OBJECT)

static void
td_underlay_picture_finalize (GObject *object)
{
  TdUnderlayPicture *self = TD_UNDERLAY_PICTURE (object);

  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->image, g_bytes_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  G_OBJECT_CLASS (td_underlay_picture_parent_class)->finalize (object);
}

static void
td_underlay_picture_class_init (TdUnderlayPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_underlay_picture_finalize;
}

static void
td_underlay_picture_init (TdUnderlayPicture *self)
{
}

typedef struct
{
  char *template_name;
  char *path;
  GArray *marks;
} Input;

static Input *
input_new (const char *template_name, const char *path)
{
  Input *input = g_new0 (Input, 1);

  input->template_name = g_strdup (template_name);
  input->path = g_strdup (path);
  input->marks = g_array_new (FALSE, FALSE, sizeof (TdUnderlayMark));
  return input;
}

static void
input_free (Input *input)
{
  g_free (input->template_name);
  g_free (input->path);
  g_array_unref (input->marks);
  g_free (input);
}

/* The picture of a template; an error when the template is none, %NULL without one when it has no picture. */
static TdUnderlay *
find_underlay (TdConnection *connection, Input *input, GError **error)
{
  g_autoptr (GPtrArray) items = td_template_list_read (connection, error);
  g_autoptr (TdQuery) query = td_query_new (TD_TYPE_UNDERLAY);
  const TdTemplateItem *item = items != NULL ? td_template_list_find (items, input->template_name) : NULL;

  if (items == NULL)
    return NULL;
  if (item == NULL)
    {
      td_template_list_get (items, input->template_name, error);
      return NULL;
    }
  if (!g_str_equal (item->name, input->template_name))
    {
      g_free (input->template_name);
      input->template_name = g_strdup (item->name);
    }
  td_query_where_text (query, "template-name", input->template_name);
  return td_connection_find (connection, query, error);
}

static gboolean
get_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (TdUnderlay) underlay = find_underlay (connection, input, &local);
  g_autoptr (TdUnderlayPicture) picture = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (underlay == NULL)
    return TRUE;
  picture = g_object_new (TD_TYPE_UNDERLAY_PICTURE, NULL);
  picture->image = td_connection_get_attachment (connection, underlay->image, error);
  if (picture->image == NULL)
    return FALSE;
  picture->file_name = g_strdup (underlay->file_name);
  picture->columns = underlay->pixel_width;
  picture->rows = underlay->pixel_height;
  picture->marks = td_underlay_marks_read (underlay->marks);
  td_job_take_object (job, g_steal_pointer (&picture));
  return TRUE;
}

/**
 * td_underlay_get_job:
 * @template_name: id or title of a template
 *
 * Returns: (transfer full): the job; its object is the #TdUnderlayPicture, %NULL when the template has none
 */
TdJob *
td_underlay_get_job (const char *template_name)
{
  return td_job_new_read (get_cb, input_new (template_name, NULL), (GDestroyNotify) input_free);
}

static gboolean
check_picture (GBytes *bytes, const char *shown, TdPictureHeader *header, GError **error)
{
  if (!td_picture_read_header (bytes, header))
    {
      /* Translators: %s is a file. */
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” is no PNG or JPEG picture."), shown);
      return FALSE;
    }
  if ((guint64) header->width * header->height > MAX_PIXELS)
    {
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The picture has %u × %u pixels; at most %u million are shown. Scan the blank at 300 dpi."),
                   header->width, header->height, MAX_PIXELS / 1000000);
      return FALSE;
    }
  if (td_picture_is_whole (bytes))
    return TRUE;
  /* Translators: %s is a file. */
  g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("The picture “%s” is damaged or not whole. Copy or scan it again."), shown);
  return FALSE;
}

static gboolean
set_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (GBytes) bytes = td_file_read_limited (input->path, MAX_BYTES, error);
  g_autofree char *name = g_path_get_basename (input->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *hash = NULL;
  g_autoptr (GError) local = NULL;
  g_autoptr (TdUnderlay) underlay = NULL;
  TdPictureHeader header;

  if (bytes == NULL || !check_picture (bytes, shown, &header, error))
    return FALSE;
  underlay = find_underlay (connection, input, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  hash = td_connection_attach (connection, bytes, error);
  if (hash == NULL)
    return FALSE;
  if (underlay == NULL)
    underlay = g_object_new (TD_TYPE_UNDERLAY, "template-name", input->template_name, NULL);
  /* The marks are those of the picture. */
  if (g_strcmp0 (underlay->image, hash) != 0)
    g_object_set (underlay, "image", hash, "marks", NULL, NULL);
  g_object_set (underlay, "file-name", shown, "pixel-width", (gint64) header.width, "pixel-height", (gint64) header.height, NULL);
  td_connection_set_action_name (connection, _ ("Lay “%s” under a certificate template"), shown);
  if (!(td_entity_get_id (TD_ENTITY (underlay)) == 0 ? td_connection_insert (connection, underlay, error) : td_connection_update (connection, underlay, error)))
    return FALSE;
  td_job_set_id (job, td_entity_get_id (TD_ENTITY (underlay)));
  return TRUE;
}

/**
 * td_underlay_set_job:
 * @template_name: id or title of a template
 * @path: a PNG or JPEG picture of its blank, at most 64 MB and 80 million pixels
 *
 * Lays a picture under a template, in place of the one that was there. The office keeps the file itself.
 *
 * Returns: (transfer full): the job; its id is the record's
 */
TdJob *
td_underlay_set_job (const char *template_name, const char *path)
{
  return td_job_new_write (_ ("Lay a picture under a certificate template"), set_cb, input_new (template_name, path), (GDestroyNotify) input_free);
}

static gboolean
get_underlay (TdJob *job, TdConnection *connection, Input *input, TdUnderlay **underlay, GError **error)
{
  g_autoptr (GError) local = NULL;

  *underlay = find_underlay (connection, input, &local);
  if (*underlay != NULL)
    {
      td_job_set_id (job, td_entity_get_id (TD_ENTITY (*underlay)));
      return TRUE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  td_job_take_finding (job, td_finding_new ("underlay-none", TD_SEVERITY_BLOCK, _ ("No picture of a blank lies under this template.")));
  return td_job_refuse (job, error);
}

static gboolean
mark_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  Input *input = data;
  const TdUnderlayMark *marks = (const TdUnderlayMark *) (gpointer) input->marks->data;
  g_autoptr (TdUnderlay) underlay = NULL;
  g_autofree char *text = td_underlay_marks_write (marks, input->marks->len);
  TdUnderlayMap map;
  double error_left;

  if (!get_underlay (job, connection, input, &underlay, error))
    return FALSE;
  if (input->marks->len > 0 && !td_underlay_solve (marks, input->marks->len, &map, &error_left))
    td_job_take_finding (job, td_finding_new ("underlay-marks", TD_SEVERITY_BLOCK, _ ("These marks do not say where the picture lies: take two to four that are far from one another and not in one line.")));
  else if (input->marks->len > 0 && error_left > MOST_ERROR)
    td_job_take_finding (job, td_finding_new ("underlay-error", TD_SEVERITY_WARNING, _ ("The marks contradict one another by %.1f mm."), error_left));
  if (td_findings_block (td_job_get_findings (job)))
    return td_job_refuse (job, error);
  g_object_set (underlay, "marks", input->marks->len > 0 ? text : NULL, NULL);
  return td_connection_update (connection, underlay, error);
}

/**
 * td_underlay_mark_job:
 * @template_name: id or title of a template
 * @marks: (array length=n_marks): two to four places in the picture and on the sheet
 * @n_marks: how many; 0 takes them all back
 *
 * Registers the picture under a template, so that it lies there in true scale.
 *
 * Returns: (transfer full): the job; its id is the record's
 */
TdJob *
td_underlay_mark_job (const char *template_name, const TdUnderlayMark *marks, guint n_marks)
{
  Input *input = input_new (template_name, NULL);

  if (n_marks > 0)
    g_array_append_vals (input->marks, marks, n_marks);
  return td_job_new_write (_ ("Register the picture under a certificate template"), mark_cb, input, (GDestroyNotify) input_free);
}

static gboolean
remove_cb (TdJob *job, TdConnection *connection, gpointer data, GError **error)
{
  g_autoptr (TdUnderlay) underlay = NULL;

  return get_underlay (job, connection, data, &underlay, error) && td_connection_delete (connection, underlay, error);
}

/**
 * td_underlay_remove_job:
 * @template_name: id or title of a template
 *
 * Takes the picture from under a template. Undo lays it there again.
 *
 * Returns: (transfer full): the job; its id was the record's
 */
TdJob *
td_underlay_remove_job (const char *template_name)
{
  return td_job_new_write (_ ("Take the picture from under a certificate template"), remove_cb, input_new (template_name, NULL), (GDestroyNotify) input_free);
}
