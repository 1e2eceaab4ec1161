/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-file-dialog"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "td-file-dialog.h"

/* Asking for a file. The only place that knows GtkFileChooserNative, which newer GTK replaces. */

typedef struct
{
  GtkFileChooserNative *native;
  TdFileKind kind;
  gboolean save;
  TdFileFunc func;
  GObject *owner;
  char *path; /* what was chosen */
} Ask;

static const struct
{
  const char *label;
  const char *patterns[12];
  const char *ending; /* given to new files */
} kinds[] = {
  [TD_FILE_OFFICE] = { N_ ("Office files"), { "*.thidua" }, ".thidua" },
  [TD_FILE_TEXT] = { N_ ("Plans"), { "*.docx", "*.DOCX", "*.pdf", "*.PDF", "*.odt", "*.txt", "*.TXT", "*.md", "*.html", "*.htm" }, ".txt" },
  [TD_FILE_TABLE] = { N_ ("Lists"), { "*.xlsx", "*.XLSX", "*.xls", "*.XLS", "*.ods", "*.csv", "*.CSV", "*.tsv", "*.docx", "*.odt", "*.html" }, ".xlsx" },
  [TD_FILE_PDF] = { N_ ("PDF documents"), { "*.pdf" }, ".pdf" },
  [TD_FILE_DOCX] = { N_ ("Word (.docx)"), { "*.docx", "*.DOCX" }, ".docx" },
  [TD_FILE_ODT] = { N_ ("LibreOffice (.odt)"), { "*.odt", "*.ODT" }, ".odt" },
  [TD_FILE_XLSX] = { N_ ("Excel (.xlsx)"), { "*.xlsx" }, ".xlsx" },
  [TD_FILE_ODS] = { N_ ("LibreOffice (.ods)"), { "*.ods" }, ".ods" },
  [TD_FILE_CSV] = { N_ ("Text with commas (.csv)"), { "*.csv" }, ".csv" },
  [TD_FILE_PICTURE] = { N_ ("Drawings and pictures"), { "*.svg", "*.SVG", "*.png", "*.PNG" }, ".svg" },
  [TD_FILE_SCAN] = { N_ ("Scans and photos (.png, .jpg)"), { "*.png", "*.PNG", "*.jpg", "*.JPG", "*.jpeg", "*.JPEG" }, ".png" },
  [TD_FILE_CODE] = { N_ ("Pictures and text"), { "*.png", "*.PNG", "*.jpg", "*.JPG", "*.jpeg", "*.tif", "*.tiff", "*.TIF", "*.bmp", "*.pdf", "*.txt" }, ".png" },
  [TD_FILE_CERTIFICATE] = { N_ ("Certificates (.pem)"), { "*.pem", "*.PEM", "*.crt", "*.cer", "*.der" }, ".pem" },
  [TD_FILE_ANY] = { N_ ("All files"), { "*" }, "" },
};

#define KIND_KEY "td-kind"

/* Some files are saved as one of several kinds, each with a filter of its own. */
static void
get_choice (TdFileKind kind, TdFileKind *first, TdFileKind *last)
{
  *first = kind == TD_FILE_LIST ? TD_FILE_XLSX : kind == TD_FILE_LETTER ? TD_FILE_PDF
                                                                        : kind;
  *last = kind == TD_FILE_LIST ? TD_FILE_CSV : kind == TD_FILE_LETTER ? TD_FILE_ODT
                                                                      : kind;
}

/* The ending a name to save under must have: its own, when it is one of the kind's, else that of the
 * filter that is chosen. */
static const char *
ending_for (Ask *request, const char *path)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (request->native));
  TdFileKind first, last;

  get_choice (request->kind, &first, &last);
  for (TdFileKind kind = first; kind <= last; kind++)
    if (g_str_has_suffix (path, kinds[kind].ending))
      return kinds[kind].ending;
  return kinds[filter != NULL ? GPOINTER_TO_INT (g_object_get_data (G_OBJECT (filter), KIND_KEY)) : (int) first].ending;
}

/**
 * td_file_dialog_suits:
 * @kind: what is looked for
 * @path: a file
 *
 * Returns: whether its name says that it is of this kind
 */
gboolean
td_file_dialog_suits (TdFileKind kind, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds[kind].patterns) && kinds[kind].patterns[i] != NULL; i++)
    if (g_pattern_match_simple (kinds[kind].patterns[i], path))
      return TRUE;
  return FALSE;
}

static void
request_free (Ask *request)
{
  g_object_unref (request->native);
  g_object_unref (request->owner);
  g_free (request->path);
  g_free (request);
}

static void
replace_cb (Ask *request, const char *response)
{
  if (g_str_equal (response, "replace"))
    request->func (request->path, request->owner);
  request_free (request);
}

/* The chooser has asked for the name as it was typed, without the ending it gets. */
static void
ask_to_replace (Ask *request)
{
  g_autofree char *base = g_path_get_basename (request->path);
  g_autofree char *name = g_filename_display_name (base);
  /* Translators: the name of a file */
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  GtkWidget *dialog = adw_message_dialog_new (gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (request->native)), heading, _ ("There is such a file already; what it holds would be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace", _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (replace_cb), request);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Ask *request = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      const char *ending;

      request->path = g_file_get_path (file);
      ending = request->path != NULL && request->save ? ending_for (request, request->path) : NULL;
      if (ending != NULL && !g_str_has_suffix (request->path, ending))
        {
          char *full = g_strconcat (request->path, ending, NULL);

          g_free (request->path);
          request->path = full;
          if (g_file_test (full, G_FILE_TEST_EXISTS))
            {
              gtk_native_dialog_hide (dialog);
              ask_to_replace (request);
              return;
            }
        }
      if (request->path != NULL)
        request->func (request->path, request->owner);
    }
  gtk_native_dialog_destroy (dialog);
  request_free (request);
}

static void
add_filter (GtkFileChooser *chooser, TdFileKind kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  g_object_set_data (G_OBJECT (filter), KIND_KEY, GINT_TO_POINTER (kind));
  gtk_file_filter_set_name (filter, _ (kinds[kind].label));
  for (guint i = 0; kinds[kind].patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, kinds[kind].patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
  g_object_unref (filter);
}

static void
ask (GtkWidget *parent, const char *title, gboolean save, TdFileKind kind, const char *name, TdFileFunc func, gpointer owner)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  TdFileKind first, last;
  GtkFileChooserAction action = save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  Ask *request = g_new0 (Ask, 1);

  get_choice (kind, &first, &last);
  if (kind == TD_FILE_FOLDER)
    action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  request->native = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action,
                                                 save ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  request->kind = kind;
  request->save = save;
  request->func = func;
  request->owner = g_object_ref (owner);
  for (TdFileKind each = first; each <= last && kind != TD_FILE_FOLDER; each++)
    add_filter (GTK_FILE_CHOOSER (request->native), each);
  if (name != NULL)
    {
      g_autofree char *begun = g_strdup (name);

      /* Of several kinds the filter that is chosen says which, unless the name is given an ending by hand. */
      if (last > first && strrchr (begun, '.') != NULL)
        *strrchr (begun, '.') = '\0';
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (request->native), begun);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (request->native), TRUE);
  g_signal_connect (request->native, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (request->native));
}

/**
 * td_file_dialog_open:
 * @parent: a widget of the window that asks
 * @title: what for, translated
 * @kind: which files are shown
 * @func: told which was chosen; not told when none was
 * @owner: a #GObject kept alive until then and given to @func
 */
void
td_file_dialog_open (GtkWidget *parent, const char *title, TdFileKind kind, TdFileFunc func, gpointer owner)
{
  ask (parent, title, FALSE, kind, NULL, func, owner);
}

/**
 * td_file_dialog_save:
 * @parent: a widget of the window that asks
 * @title: what for, translated
 * @kind: which files are shown; its ending is added to the name
 * @name: (nullable): a name to begin with
 * @func: told which was chosen; not told when none was
 * @owner: a #GObject kept alive until then and given to @func
 */
void
td_file_dialog_save (GtkWidget *parent, const char *title, TdFileKind kind, const char *name, TdFileFunc func, gpointer owner)
{
  ask (parent, title, TRUE, kind, name, func, owner);
}

/**
 * td_file_dialog_folder:
 * @parent: a widget of the window that asks
 * @title: what for, translated
 * @func: told which folder was chosen; not told when none was
 * @owner: a #GObject kept alive until then and given to @func
 */
void
td_file_dialog_folder (GtkWidget *parent, const char *title, TdFileFunc func, gpointer owner)
{
  ask (parent, title, FALSE, TD_FILE_FOLDER, NULL, func, owner);
}
