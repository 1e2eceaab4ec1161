/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-suits"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "td-award-form-list.h"
#include "td-length.h"
#include "td-template-choice.h"
#include "td-template-suits.h"

/* Which certificates are made with a template when nobody chooses one: of which award forms, and whose. The forms are
 * set here; for whom, and for which blanks, follows from its texts and its sheet, and is only said. */

struct _TdTemplateSuits
{
  AdwBin parent_instance;

  GtkLabel *chosen;
  GtkWidget *choose;
  GtkWidget *checks; /* a button for each form of the catalogue */
  GtkLabel *rest;

  TdTemplateDraft *draft;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (TdTemplateSuits, td_template_suits, ADW_TYPE_BIN)

static const char *
get_id (GtkWidget *check)
{
  return g_object_get_data (G_OBJECT (check), "td-id");
}

static void
show_chosen (TdTemplateSuits *self, TdTemplate *template)
{
  const char *const *forms = td_template_get_award_forms (template);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *label = td_award_form_list_dup_label (forms[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", label);
    }
  gtk_label_set_label (self->chosen, text->str);
}

static void
show_rest (TdTemplateSuits *self, TdTemplate *template)
{
  const char *whose = td_template_is_bilingual (template) ? _ ("First of all for foreigners: it has texts in English.")
                                                          : _ ("First of all for Vietnamese: it has no texts in English.");
  g_autofree char *width = td_length_to_display (llround (td_template_get_width (template) * 1000));
  g_autofree char *height = td_length_to_display (llround (td_template_get_height (template) * 1000));
  /* Translators: a sheet, such as 420 × 297 */
  g_autofree char *blanks = g_strdup_printf (_ ("Of several, the one nearest to the size of the blanks is taken: this one for %s × %s mm."), width, height);
  g_autofree char *text = g_strdup_printf ("%s %s", whose, blanks);

  gtk_label_set_label (self->rest, text);
}

static void
show (TdTemplateSuits *self)
{
  TdTemplate *template = td_template_draft_get_template (self->draft);

  self->showing = TRUE;
  show_chosen (self, template);
  show_rest (self, template);
  for (GtkWidget *check = gtk_widget_get_first_child (self->checks); check != NULL; check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), td_template_suits (template, get_id (check)));
  self->showing = FALSE;
}

/* The last one cannot be taken back: it stays checked. */
static void
toggled_cb (TdTemplateSuits *self, GtkCheckButton *check)
{
  if (self->showing || self->draft == NULL)
    return;
  if (!td_template_draft_set_suits (self->draft, get_id (GTK_WIDGET (check)), gtk_check_button_get_active (check)))
    show (self);
}

/* The list is long: it opens where the first form is that is checked. */
static void
mapped_cb (TdTemplateSuits *self)
{
  for (GtkWidget *check = gtk_widget_get_first_child (self->checks); check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      {
        gtk_widget_grab_focus (check);
        return;
      }
}

static GtkWidget *
make_popover (TdTemplateSuits *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_auto (GStrv) ids = td_award_form_list_dup_ids ();

  self->checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *label = td_award_form_list_dup_label (ids[i]);
      GtkWidget *check = gtk_check_button_new_with_label (label);

      g_object_set_data_full (G_OBJECT (check), "td-id", g_strdup (ids[i]), g_free);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->checks), check);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->checks);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  g_signal_connect_object (popover, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return popover;
}

static GtkLabel *
add_label (GtkWidget *column, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (column), label);
  return GTK_LABEL (label);
}

static void
td_template_suits_dispose (GObject *object)
{
  td_template_suits_set_draft (TD_TEMPLATE_SUITS (object), NULL);
  G_OBJECT_CLASS (td_template_suits_parent_class)->dispose (object);
}

static void
td_template_suits_class_init (TdTemplateSuitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = td_template_suits_dispose;
}

static void
td_template_suits_init (TdTemplateSuits *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->chosen = add_label (column, NULL);
  self->choose = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->choose), _ ("Choose Award Forms"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose Award Forms"), -1);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->choose), make_popover (self));
  gtk_box_append (GTK_BOX (column), self->choose);
  self->rest = add_label (column, "td-small");
  adw_bin_set_child (ADW_BIN (self), column);
}

/**
 * td_template_suits_new:
 *
 * Returns: what a template is for, without a template
 */
GtkWidget *
td_template_suits_new (void)
{
  return g_object_new (TD_TYPE_TEMPLATE_SUITS, NULL);
}

/**
 * td_template_suits_set_draft:
 * @self: what a template is for
 * @draft: (nullable): the template that is changed here
 */
void
td_template_suits_set_draft (TdTemplateSuits *self, TdTemplateDraft *draft)
{
  g_return_if_fail (TD_IS_TEMPLATE_SUITS (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_set_object (&self->draft, draft);
  if (draft == NULL)
    return;
  g_signal_connect_object (draft, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
