/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-fonts"

#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "td-fonts.h"

/* What is installed on this machine. Font maps are used by one thread at a time, so each question has its own. */

static char *
find_substitute (const char *family)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *wanted = pango_font_description_new ();
  PangoFontDescription *found;
  PangoFont *font;
  g_autofree char *wanted_name = g_utf8_casefold (family, -1);
  g_autofree char *found_name = NULL;
  const char *name;
  char *substitute = NULL;

  pango_font_description_set_family (wanted, family);
  pango_font_description_set_size (wanted, 12 * PANGO_SCALE);
  font = pango_font_map_load_font (map, context, wanted);
  pango_font_description_free (wanted);
  found = font != NULL ? pango_font_describe (font) : pango_font_description_new ();
  g_clear_object (&font);
  g_object_unref (context);
  g_object_unref (map);
  name = pango_font_description_get_family (found);
  found_name = g_utf8_casefold (name != NULL ? name : "", -1);
  if (strcmp (wanted_name, found_name) != 0)
    substitute = g_strdup (name != NULL ? name : "");
  pango_font_description_free (found);
  return substitute;
}

/* Asking takes some milliseconds, and an editor asks at every change. A font installed meanwhile is known after the
 * next start, as it is to everything that draws. */
static GMutex substitutes_lock;
static GHashTable *substitutes;

/**
 * td_fonts_dup_substitute:
 * @family: a font family
 *
 * Returns: (transfer full) (nullable): what is used in its place, %NULL when this machine has it
 */
char *
td_fonts_dup_substitute (const char *family)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&substitutes_lock);
  gpointer known;

  if (substitutes == NULL)
    substitutes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_hash_table_lookup_extended (substitutes, family, NULL, &known))
    {
      known = find_substitute (family);
      g_hash_table_insert (substitutes, g_strdup (family), known);
    }
  return g_strdup (known);
}
