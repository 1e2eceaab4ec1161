/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-finding-list"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-display.h"
#include "td-finding-list.h"

/* What a check has found: an icon and a word by severity, the sentence, and what says so. The
 * heaviest come first. Of a great many only the first are shown. */

#define MAX_ROWS    200
#define FINDING_KEY "td-finding"

struct _TdFindingList
{
  AdwBin parent_instance;

  GtkListBox *rows;

  TdFindingFunc open; /* NULL: rows are only read */
  gpointer owner;
  TdFindingMake make; /* NULL: nothing is mended here */
  gpointer maker;
};

G_DEFINE_FINAL_TYPE (TdFindingList, td_finding_list, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  /* What may break anywhere is as narrow as a letter, or two where GTK asks again: with some fonts it warns of that. */
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
dup_small_print (const TdFinding *finding, gboolean with_place)
{
  GString *text = g_string_new (td_display_severity_word (finding->severity));

  if (with_place && finding->where != NULL)
    g_string_append_printf (text, " · %s", finding->where);
  if (finding->line > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("line %u"), finding->line);
    }
  if (finding->source != NULL)
    g_string_append_printf (text, " · %s", finding->source);
  return g_string_free (text, FALSE);
}

static void
append_mend (TdFindingList *self, const TdFinding *finding, guint n, GtkWidget *box, GtkWidget *texts)
{
  GtkWidget *mend = self->make != NULL ? self->make (finding, n, self->maker) : NULL;

  if (mend == NULL)
    return;
  if (gtk_widget_get_hexpand (mend))
    {
      gtk_box_append (GTK_BOX (texts), mend);
      return;
    }
  gtk_widget_set_valign (mend, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), mend);
}

static void
append_row (TdFindingList *self, const TdFinding *finding, guint n)
{
  g_autofree char *small = dup_small_print (finding, self->open != NULL);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = gtk_image_new_from_icon_name (td_display_severity_icon (finding->severity));

  gtk_widget_add_css_class (icon, td_display_severity_class (finding->severity));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (finding->text, NULL));
  gtk_box_append (GTK_BOX (texts), make_label (small, "td-small"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), self->open != NULL);
  append_mend (self, finding, n, box, texts);
  if (self->open != NULL)
    {
      gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), FINDING_KEY, td_finding_copy (finding), (GDestroyNotify) td_finding_free);
    }
  gtk_widget_add_css_class (row, "td-finding");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, finding->text, -1);
  gtk_list_box_append (self->rows, row);
}

static void
row_activated_cb (TdFindingList *self, GtkListBoxRow *row)
{
  const TdFinding *finding = g_object_get_data (G_OBJECT (row), FINDING_KEY);

  if (self->open != NULL && finding != NULL)
    self->open (finding, self->owner);
}

static void
td_finding_list_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* it does not see that its child is taken down with the template */
  gtk_widget_dispose_template (GTK_WIDGET (object), TD_TYPE_FINDING_LIST);
  G_OBJECT_CLASS (td_finding_list_parent_class)->dispose (object);
}

static void
td_finding_list_class_init (TdFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = td_finding_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/thidua/ThiDua/ui/td-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TdFindingList, rows);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
td_finding_list_init (TdFindingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * td_finding_list_new:
 *
 * Returns: a list of findings, empty and therefore unseen
 */
GtkWidget *
td_finding_list_new (void)
{
  return g_object_new (TD_TYPE_FINDING_LIST, NULL);
}

/**
 * td_finding_list_set_open:
 * @self: a list, before findings are set
 * @open: opens the case a finding is about
 * @owner: given to @open; lives as long as the list
 *
 * From here on each row says what it is about and leads there.
 */
void
td_finding_list_set_open (TdFindingList *self, TdFindingFunc open, gpointer owner)
{
  self->open = open;
  self->owner = owner;
}

/**
 * td_finding_list_set_mend:
 * @self: a list that opens cases, before findings are set
 * @make: makes what mends a finding
 * @owner: given to @make; lives as long as the list
 *
 * From here on rows can be mended where they stand.
 */
void
td_finding_list_set_mend (TdFindingList *self, TdFindingMake make, gpointer owner)
{
  self->make = make;
  self->maker = owner;
}

/* The row that has the focus, or holds it. */
static GtkListBoxRow *
get_focused (TdFindingList *self, gboolean *inside)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    return NULL;
  *inside = focus != row;
  return GTK_LIST_BOX_ROW (row);
}

static gboolean
is_same (const TdFinding *left, const TdFinding *right)
{
  return left != NULL && right != NULL && left->subject_id == right->subject_id && g_str_equal (left->rule, right->rule) && g_strcmp0 (left->part, right->part) == 0;
}

/* Where someone works while the rows are made anew. */
typedef struct
{
  TdFinding *finding; /* NULL: nobody does */
  int place;
  gboolean inside; /* the row, in what mends the finding */
  char *typed;     /* NULL: nothing is being typed */
  int from, to;    /* what of it is selected */
} Working;

static void
working_clear (Working *working)
{
  g_clear_pointer (&working->finding, td_finding_free);
  g_free (working->typed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Working, working_clear)

static GtkEditable *
get_typing (TdFindingList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && GTK_IS_EDITABLE (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? GTK_EDITABLE (focus) : NULL;
}

static void
note_working (TdFindingList *self, Working *working)
{
  GtkListBoxRow *row = self->make != NULL ? get_focused (self, &working->inside) : NULL;
  GtkEditable *typing = row != NULL ? get_typing (self) : NULL;

  if (row == NULL)
    return;
  working->finding = td_finding_copy (g_object_get_data (G_OBJECT (row), FINDING_KEY));
  working->place = gtk_list_box_row_get_index (row);
  if (typing == NULL)
    return;
  working->typed = g_strdup (gtk_editable_get_text (typing));
  if (!gtk_editable_get_selection_bounds (typing, &working->from, &working->to))
    working->from = working->to = gtk_editable_get_position (typing);
}

/* On the same finding, or the one that has taken its place. */
static void
go_on_working (TdFindingList *self, const Working *working)
{
  GtkListBoxRow *row = NULL, *at;
  GtkEditable *typing;

  for (int i = 0; row == NULL && (at = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (is_same (working->finding, g_object_get_data (G_OBJECT (at), FINDING_KEY)))
      row = at;
  for (int place = working->place; row == NULL && place >= 0; place--)
    row = gtk_list_box_get_row_at_index (self->rows, place);
  if (row == NULL)
    return;
  if (!(working->inside && gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD) && gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD)))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  /* An entry selects all its text when it gets the focus, and the next letter would take its place. */
  typing = get_typing (self);
  if (working->typed != NULL && typing != NULL && g_str_equal (gtk_editable_get_text (typing), working->typed))
    gtk_editable_select_region (typing, working->from, working->to);
}

/**
 * td_finding_list_set:
 * @self: a list
 * @findings: (nullable) (element-type TdFinding): what to show
 *
 * Shows them; who was working in the list goes on at the same finding, or the next when that is mended.
 */
void
td_finding_list_set (TdFindingList *self, GPtrArray *findings)
{
  g_auto (Working) working = { 0 };
  GtkListBoxRow *row;
  guint n = 0;

  note_working (self, &working);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (int severity = TD_SEVERITY_BLOCK; severity >= TD_SEVERITY_INFO; severity--)
    for (guint i = 0; findings != NULL && i < findings->len && n < MAX_ROWS; i++)
      {
        const TdFinding *finding = g_ptr_array_index (findings, i);

        if ((int) finding->severity == severity)
          {
            append_row (self, finding, i);
            n++;
          }
      }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (working.finding != NULL)
    go_on_working (self, &working);
}
