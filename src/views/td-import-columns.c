/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-import-columns"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-choice-row.h"
#include "td-import-columns.h"

/* What each column of a list is taken for, to be changed by hand. */

struct _TdImportColumns
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
  GtkLabel *remembered;
  GtkWidget *read;

  TdListPreview *preview;
  GPtrArray *rows; /* TdChoiceRow of each column */
  gboolean setting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TdImportColumns, td_import_columns, ADW_TYPE_WINDOW)

static const TdListPreviewColumn *
get_column (TdImportColumns *self, guint i)
{
  return g_ptr_array_index (self->preview->columns, i);
}

static TdListRole
get_role (TdImportColumns *self, guint i)
{
  return (TdListRole) adw_combo_row_get_selected (g_ptr_array_index (self->rows, i));
}

/* One head has a thing once, but for award forms: each may have a column of crosses. */
static void
selected_cb (TdImportColumns *self, GParamSpec *pspec, AdwComboRow *row)
{
  gboolean changed = FALSE;
  guint number = 0;

  if (self->setting)
    return;
  g_ptr_array_find (self->rows, row, &number);
  self->setting = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (i != number && get_role (self, i) == get_role (self, number) && get_role (self, i) != TD_LIST_ROLE_AWARD_FORM
          && g_str_equal (get_column (self, i)->fingerprint, get_column (self, number)->fingerprint))
        adw_combo_row_set_selected (g_ptr_array_index (self->rows, i), TD_LIST_ROLE_NONE);
      changed = changed || get_role (self, i) != get_column (self, i)->role;
    }
  self->setting = FALSE;
  gtk_widget_set_sensitive (self->read, changed);
}

static const char *
get_source (const TdListPreviewColumn *column)
{
  switch (column->source)
    {
    case TD_LIST_SOURCE_HEADING: return _ ("By its heading");
    case TD_LIST_SOURCE_CONTENT: return column->role != TD_LIST_ROLE_NONE ? _ ("By what stands in it") : _ ("Not recognised");
    case TD_LIST_SOURCE_REMEMBERED: return _ ("As the last time");
    case TD_LIST_SOURCE_HAND: return _ ("By hand");
    case TD_LIST_SOURCE_NONE:
    default: return _ ("Not recognised");
    }
}

/* Columns go by letters in spreadsheets. */
static char *
dup_place (guint number)
{
  return number < 26 ? g_strdup_printf (_ ("Column %c"), 'A' + number)
                     : g_strdup_printf (_ ("Column %c%c"), 'A' + number / 26 - 1, 'A' + number % 26);
}

static GtkWidget *
make_row (TdImportColumns *self, const TdListPreviewColumn *column, GtkStringList *roles)
{
  g_autofree char *place = dup_place (column->number);
  g_autofree char *title = g_markup_escape_text (*column->heading != '\0' ? column->heading : place, -1);
  g_autofree char *subtitle = *column->sample != '\0' ? g_strdup_printf ("%s – %s", get_source (column), column->sample) : g_strdup (get_source (column));
  g_autofree char *escaped = g_markup_escape_text (subtitle, -1);
  GtkWidget *row = g_object_new (TD_TYPE_CHOICE_ROW, "title", title, "subtitle", escaped, "title-lines", 2, "subtitle-lines", 1, "model", roles,
                                 "selected", (guint) column->role, NULL);

  gtk_widget_set_tooltip_text (row, subtitle);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_rows (TdImportColumns *self)
{
  GtkStringList *roles = gtk_string_list_new (NULL);
  AdwPreferencesGroup *group = NULL;
  const char *last = NULL;
  gboolean several = FALSE;

  for (guint i = 1; i < self->preview->columns->len; i++)
    several = several || !g_str_equal (get_column (self, i)->fingerprint, get_column (self, 0)->fingerprint);
  for (guint i = 0; i < TD_N_LIST_ROLES; i++)
    gtk_string_list_append (roles, _ (td_list_role_get_label (i)));
  for (guint i = 0; i < self->preview->columns->len; i++)
    {
      const TdListPreviewColumn *column = get_column (self, i);
      g_autofree char *sheet = g_markup_escape_text (column->sheet, -1);
      GtkWidget *row;

      if (g_strcmp0 (column->fingerprint, last) != 0)
        {
          group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", several ? sheet : "", NULL);
          adw_preferences_page_add (self->page, group);
        }
      last = column->fingerprint;
      row = make_row (self, column, roles);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (group, row);
    }
  g_object_unref (roles);
}

static GHashTable *
dup_mappings (TdImportColumns *self)
{
  GHashTable *mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *fingerprint = get_column (self, i)->fingerprint;
      const char *before = g_hash_table_lookup (mappings, fingerprint);
      const char *nick = td_list_role_to_nick (get_role (self, i));

      g_hash_table_replace (mappings, g_strdup (fingerprint), before != NULL ? g_strdup_printf ("%s,%s", before, nick) : g_strdup (nick));
    }
  return mappings;
}

static void
read_cb (TdImportColumns *self)
{
  g_autoptr (GHashTable) mappings = dup_mappings (self);

  g_signal_emit (self, signals[CHOSEN], 0, mappings);
  gtk_window_close (GTK_WINDOW (self));
}

static void
td_import_columns_dispose (GObject *object)
{
  TdImportColumns *self = TD_IMPORT_COLUMNS (object);

  g_clear_object (&self->preview);
  gtk_widget_dispose_template (GTK_WIDGET (self), TD_TYPE_IMPORT_COLUMNS);
  G_OBJECT_CLASS (td_import_columns_parent_class)->dispose (object);
}

static void
td_import_columns_finalize (GObject *object)
{
  g_ptr_array_unref (TD_IMPORT_COLUMNS (object)->rows);
  G_OBJECT_CLASS (td_import_columns_parent_class)->finalize (object);
}

static void
td_import_columns_class_init (TdImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_import_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = td_import_columns_finalize;
  /**
   * TdImportColumns::chosen:
   * @mappings: (element-type utf8 utf8): what the columns of each head hold, as in #TdListMappings
   */
  signals[CHOSEN] = g_signal_new ("chosen", TD_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_HASH_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, TdImportColumns, page);
  gtk_widget_class_bind_template_child (widget_class, TdImportColumns, remembered);
  gtk_widget_class_bind_template_child (widget_class, TdImportColumns, read);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
td_import_columns_init (TdImportColumns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

/**
 * td_import_columns_new:
 * @preview: a list
 * @has_sender: whether it is known who sent it, so that what is chosen is remembered
 *
 * Returns: the dialog
 */
GtkWidget *
td_import_columns_new (TdListPreview *preview, gboolean has_sender)
{
  TdImportColumns *self = g_object_new (TD_TYPE_IMPORT_COLUMNS, NULL);

  self->preview = g_object_ref (preview);
  gtk_label_set_label (self->remembered, has_sender ? _ ("When the list is taken in, this is remembered for the next one of the same sender.")
                                                    : _ ("Choose who sent the list to have this remembered."));
  add_rows (self);
  return GTK_WIDGET (self);
}
