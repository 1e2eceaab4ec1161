/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-picture"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-template-picture.h"

/* What a picture costs stands in its first bytes and in how it is stored: a JPEG goes over its pixels up to some ten
 * times, and one of thousand times would take minutes to decode. */
#define MOST_PIXELS (16 * 1000 * 1000)
#define MOST_SCANS  40

/**
 * td_template_picture_judge:
 * @image: the bytes of a file
 * @header: (out): what they say of themselves
 *
 * Looks at a picture before anything decodes it.
 *
 * Returns: (nullable): why it cannot stand on a certificate, translated; %NULL when it can
 */
const char *
td_template_picture_judge (GBytes *image, TdPictureHeader *header)
{
  g_return_val_if_fail (image != NULL && header != NULL, NULL);

  if (g_bytes_get_size (image) > TD_TEMPLATE_PICTURE_MOST_BYTES)
    return _ ("a picture is at most 1 MB long");
  if (!td_picture_read_header (image, header))
    return _ ("this is no PNG or JPEG picture");
  if ((guint64) header->width * header->height > MOST_PIXELS)
    return _ ("a picture has at most 16 million pixels");
  if (header->n_scans > MOST_SCANS)
    return _ ("this JPEG picture is stored in too many passes");
  return header->is_whole ? NULL : _ ("this picture is cut off");
}

/**
 * td_template_picture_new:
 * @id: its id
 * @image: a PNG or JPEG file
 *
 * Returns: (transfer full): a picture without a place
 */
TdTemplatePicture *
td_template_picture_new (const char *id, GBytes *image)
{
  TdTemplatePicture *picture;

  g_return_val_if_fail (id != NULL && image != NULL, NULL);

  picture = g_new0 (TdTemplatePicture, 1);
  picture->id = g_strdup (id);
  picture->image = g_bytes_ref (image);
  return picture;
}

/**
 * td_template_picture_dup:
 * @picture: a picture
 *
 * Returns: (transfer full): another one of the same file
 */
TdTemplatePicture *
td_template_picture_dup (const TdTemplatePicture *picture)
{
  TdTemplatePicture *copy;

  g_return_val_if_fail (picture != NULL, NULL);

  copy = td_template_picture_new (picture->id, picture->image);
  copy->title = g_strdup (picture->title);
  copy->area = picture->area;
  copy->fixed = picture->fixed;
  return copy;
}

/**
 * td_template_picture_free:
 * @picture: (transfer full): a picture
 */
void
td_template_picture_free (TdTemplatePicture *picture)
{
  g_free (picture->id);
  g_free (picture->title);
  g_bytes_unref (picture->image);
  g_free (picture);
}

/**
 * td_template_picture_equal:
 * @a: a picture
 * @b: another
 *
 * Returns: whether they are the same, the bytes of their files too
 */
gboolean
td_template_picture_equal (const TdTemplatePicture *a, const TdTemplatePicture *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return strcmp (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0 && td_template_area_equal (&a->area, &b->area)
         && a->fixed == b->fixed && g_bytes_equal (a->image, b->image);
}
