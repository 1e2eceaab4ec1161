/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "td-template-picture-file.h"
#include "td-test-office.h"

/* Files of pictures, made by another program, on their way into a template. */

typedef struct
{
  const char *name;
  const char *how; /* makes it; what %s is, is its path */
  const char *problem;
  double width; /* millimetres, when it is taken */
  double height;
  const char *title;
} Case;

static const Case cases[] = {
  { "bieu-trung.png", "convert -size 300x150 xc:red -density 300 -units PixelsPerInch 'png:%s'", NULL, 25.4, 12.7, "bieu-trung" },
  { "Ảnh của Sở.jpg", "convert -size 100x50 xc:red -density 40 -units PixelsPerCentimeter 'jpeg:%s'", NULL, 25, 12.5, "Ảnh của Sở" },
  { "wrong-ending.png", "convert -size 300x150 xc:red -interlace JPEG -density 300 -units PixelsPerInch 'jpeg:%s'", NULL, 25.4, 12.7, "wrong-ending" },
  /* a file that says nothing of its size is taken as scanned */
  { "no-density.png", "convert -size 300x150 xc:red -define png:exclude-chunk=pHYs 'png:%s'", NULL, 25.4, 12.7, "no-density" },
  { ".png", "convert -size 300x150 xc:red -define png:exclude-chunk=pHYs 'png:%s'", NULL, 25.4, 12.7, ".png" },
  { "animated.gif", "convert -size 30x15 xc:red 'gif:%s'", "no PNG or JPEG", 0, 0, NULL },
  { "empty.png", ": > '%s'", "no PNG or JPEG", 0, 0, NULL },
  { "half.jpg", "convert -size 200x150 plasma: jpeg:- | head -c 2000 > '%s'", "cut off", 0, 0, NULL },
  { "half.png", "convert -size 200x150 plasma: png:- | head -c 2000 > '%s'", "cut off", 0, 0, NULL },
  { "damaged.png", "convert -size 200x150 plasma: png:- | (dd bs=1 count=300; dd bs=1 count=10 of=/dev/null; printf 0123456789; cat) 2>/dev/null > '%s'", "damaged", 0, 0, NULL },
  { "huge.png", "convert -size 5000x4000 xc:red 'png:%s'", "16 million", 0, 0, NULL },
  { "long.png", "convert -size 800x800 xc: +noise Random 'png:%s'", "at most 1 MB", 0, 0, NULL },
  { "folder", "mkdir '%s'", "folder", 0, 0, NULL },
  { "missing.png", ":", "cannot be opened", 0, 0, NULL },
};

static void
make (const char *how, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (how, "%s", 2);
  g_autofree char *command = g_strjoinv (path, parts);
  const char *argv[] = { "sh", "-c", command, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
test_files (TdTestOffice *office, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autofree char *path = g_build_filename (office->folder, c->name, NULL);
      g_autoptr (TdJob) job = td_template_picture_file_job (path);
      g_autoptr (GError) error = NULL;
      const TdTemplatePictureFile *file;

      g_test_message ("%s", c->name);
      make (c->how, path);
      if (c->problem != NULL)
        {
          g_assert_false (td_job_run (job, office->store, NULL, &error));
          g_assert_nonnull (strstr (error->message, c->problem));
          g_assert_null (td_job_get_object (job));
          g_remove (path);
          continue;
        }
      td_job_run (job, office->store, NULL, &error);
      g_assert_no_error (error);
      file = td_job_get_object (job);
      g_assert_cmpfloat_with_epsilon (file->width, c->width, 0.02);
      g_assert_cmpfloat_with_epsilon (file->height, c->height, 0.02);
      g_assert_cmpstr (file->title, ==, c->title);
      g_assert_cmpuint (g_bytes_get_size (file->image), >, 100);
      g_remove (path);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/template-picture-file/files", TdTestOffice, NULL, td_test_office_set_up, test_files, td_test_office_tear_down);
  return g_test_run ();
}
