/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-picture-file"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-file.h"
#include "td-template-picture-file.h"
#include "td-template-picture.h"

/* A picture from outside on its way into a template: nothing but its bytes is kept, after it was looked at and drawn
 * once. */

/* A picture whose file does not say how large it is: as printing houses scan. */
#define USUAL_DOTS (300 / 0.0254) /* to a metre */

/* In characters, of a file's name. */
#define LONGEST_TITLE 60

G_DEFINE_FINAL_TYPE (TdTemplatePictureFile, td_template_picture_file, G_TYPE_OBJECT)

static void
td_template_picture_file_finalize (GObject *object)
{
  TdTemplatePictureFile *self = TD_TEMPLATE_PICTURE_FILE (object);

  g_free (self->title);
  g_clear_pointer (&self->picture, td_picture_unref);
  g_clear_pointer (&self->image, g_bytes_unref);
  G_OBJECT_CLASS (td_template_picture_file_parent_class)->finalize (object);
}

static void
td_template_picture_file_class_init (TdTemplatePictureFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_template_picture_file_finalize;
}

static void
td_template_picture_file_init (TdTemplatePictureFile *self)
{
}

/* "bieu-trung_so.png" → "bieu-trung_so"; control characters cannot stand in a template. */
static char *
dup_title (const char *shown)
{
  g_autofree char *title = g_utf8_normalize (shown, -1, G_NORMALIZE_NFC);
  char *dot = strrchr (title, '.');

  if (dot != NULL && dot != title)
    *dot = '\0';
  for (char *p = title; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (title);
  if (*title == '\0')
    return g_strdup (_ ("Picture"));
  return g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), LONGEST_TITLE));
}

static gboolean
read_cb (TdJob *job, TdConnection *connection, gpointer path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GBytes) bytes = td_file_read_limited (path, TD_TEMPLATE_PICTURE_MOST_BYTES, error);
  g_autoptr (TdTemplatePictureFile) self = NULL;
  g_autoptr (TdPicture) picture = NULL;
  g_autoptr (GError) local = NULL;
  TdPictureHeader header;
  const char *problem;

  if (bytes == NULL)
    return FALSE;
  problem = td_template_picture_judge (bytes, &header);
  if (problem == NULL)
    picture = td_picture_new (bytes, header.kind == TD_PICTURE_JPEG ? "jpeg" : "png", &local);
  if (picture == NULL)
    {
      /* Translators: a file, and why it is not taken, such as "this is no PNG or JPEG picture" */
      g_set_error (error, TD_JOB_ERROR, TD_JOB_ERROR_INPUT, _ ("“%s” cannot be used: %s"), shown, problem != NULL ? problem : local->message);
      return FALSE;
    }
  self = g_object_new (TD_TYPE_TEMPLATE_PICTURE_FILE, NULL);
  self->title = dup_title (shown);
  self->image = g_bytes_ref (bytes);
  td_picture_get_size (picture, &self->width, &self->height);
  self->width *= 1000 / (header.dots_across > 0 ? header.dots_across : USUAL_DOTS);
  self->height *= 1000 / (header.dots_down > 0 ? header.dots_down : USUAL_DOTS);
  self->picture = g_steal_pointer (&picture);
  td_job_take_object (job, g_steal_pointer (&self));
  return TRUE;
}

/**
 * td_template_picture_file_job:
 * @path: a PNG or JPEG file
 *
 * Returns: (transfer full): a job whose object is the #TdTemplatePictureFile; it fails when the file is no such picture,
 *   too large, or damaged
 */
TdJob *
td_template_picture_file_job (const char *path)
{
  return td_job_new_read (read_cb, g_strdup (path), g_free);
}
