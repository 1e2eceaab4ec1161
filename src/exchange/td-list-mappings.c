/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-list-mappings"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-list-mappings.h"
#include "td-text.h"

/* What a person says of the columns of a list by their headings: a heading nobody has thought of
 * still makes a head. */

#define NOT_USED "none"

typedef struct
{
  char *heading; /* as given */
  char *folded;
  TdListRole role;
} Heading;

struct _TdListHeadings
{
  gatomicrefcount ref_count;
  GPtrArray *headings; /* of Heading */
};

G_DEFINE_BOXED_TYPE (TdListHeadings, td_list_headings, td_list_headings_ref, td_list_headings_unref)

static void
heading_free (Heading *heading)
{
  g_free (heading->heading);
  g_free (heading->folded);
  g_free (heading);
}

/**
 * td_list_headings_new:
 *
 * Returns: (transfer full): nothing said yet
 */
TdListHeadings *
td_list_headings_new (void)
{
  TdListHeadings *self = g_new0 (TdListHeadings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) heading_free);
  return self;
}

/**
 * td_list_headings_ref:
 * @self: some headings
 *
 * Returns: (transfer full): the same
 */
TdListHeadings *
td_list_headings_ref (TdListHeadings *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * td_list_headings_unref:
 * @self: (transfer full): some headings
 */
void
td_list_headings_unref (TdListHeadings *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->headings);
  g_free (self);
}

static char *
dup_roles (void)
{
  GString *all = g_string_new (NOT_USED);

  for (guint i = TD_LIST_ROLE_NONE + 1; i < TD_N_LIST_ROLES; i++)
    g_string_append_printf (all, ", %s", td_list_role_to_nick (i));
  return g_string_free (all, FALSE);
}

static gboolean
read_role (const char *text, TdListRole *role)
{
  g_autofree char *nick = g_strstrip (g_strdelimit (g_strdup (text), "_", '-'));

  if (g_str_equal (nick, NOT_USED))
    *role = TD_LIST_ROLE_NONE;
  else if (*nick == '\0' || !td_list_role_from_nick (nick, role))
    return FALSE;
  return TRUE;
}

/**
 * td_list_headings_add:
 * @self: some headings
 * @text: "HEADING=ROLE": a role as in JSON, or "none" for a column that is not used
 * @error: return location
 *
 * Says what the column below a heading holds. Small and capital letters and tone marks of the heading do not matter.
 *
 * Returns: whether it could be understood; not when the heading or the role was given before
 */
gboolean
td_list_headings_add (TdListHeadings *self, const char *text, GError **error)
{
  const char *sign = strrchr (text, '=');
  g_autofree char *heading = g_strndup (text, sign != NULL ? sign - text : 0);
  g_autofree char *folded = td_text_fold (g_strstrip (heading));
  g_autofree char *roles = NULL;
  Heading *added;
  TdListRole role;

  if (sign == NULL || *folded == '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” does not say what a column holds: it must be HEADING=ROLE."), text);
      return FALSE;
    }
  if (!read_role (sign + 1, &role))
    {
      roles = dup_roles ();
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is nothing a column can hold. It is one of: %s."), sign + 1, roles);
      return FALSE;
    }
  for (guint i = 0; i < self->headings->len; i++)
    {
      const Heading *other = g_ptr_array_index (self->headings, i);

      if (g_str_equal (other->folded, folded) || (role != TD_LIST_ROLE_NONE && other->role == role))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” does not go with “%s=%s”."), text, other->heading,
                       other->role != TD_LIST_ROLE_NONE ? td_list_role_to_nick (other->role) : NOT_USED);
          return FALSE;
        }
    }
  added = g_new0 (Heading, 1);
  added->heading = g_steal_pointer (&heading);
  added->folded = g_steal_pointer (&folded);
  added->role = role;
  g_ptr_array_add (self->headings, added);
  return TRUE;
}

/**
 * td_list_headings_find:
 * @self: (nullable): some headings
 * @heading: of a column
 * @role: (out): what it holds
 *
 * Returns: whether a person has said it
 */
gboolean
td_list_headings_find (const TdListHeadings *self, const char *heading, TdListRole *role)
{
  g_autofree char *folded = self != NULL && *heading != '\0' ? td_text_fold (heading) : NULL;

  for (guint i = 0; folded != NULL && i < self->headings->len; i++)
    {
      const Heading *said = g_ptr_array_index (self->headings, i);

      if (!g_str_equal (said->folded, folded))
        continue;
      *role = said->role;
      return TRUE;
    }
  return FALSE;
}

static gboolean
stands_in (const Heading *said, TdListReading *reading)
{
  GPtrArray *tables = td_list_reading_get_tables (reading);

  for (guint i = 0; i < tables->len; i++)
    {
      TdListTable *table = g_ptr_array_index (tables, i);

      for (guint j = 0; j < table->columns->len; j++)
        {
          g_autofree char *folded = td_text_fold (((TdListColumn *) g_ptr_array_index (table->columns, j))->heading);

          if (g_str_equal (folded, said->folded))
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * td_list_headings_check:
 * @self: (nullable): some headings
 * @reading: a list that was read with them
 * @error: return location
 *
 * Returns: whether each of them is the heading of a column
 */
gboolean
td_list_headings_check (const TdListHeadings *self, TdListReading *reading, GError **error)
{
  for (guint i = 0; self != NULL && i < self->headings->len; i++)
    {
      const Heading *said = g_ptr_array_index (self->headings, i);

      if (stands_in (said, reading))
        continue;
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("No column of this list is called “%s”."), said->heading);
      return FALSE;
    }
  return TRUE;
}
