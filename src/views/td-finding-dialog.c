/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-finding-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding-dialog.h"
#include "td-finding-list.h"

/**
 * td_finding_dialog_show:
 * @parent: the window it is about
 * @heading: what it is about, translated
 * @text: (nullable): the sentence to read, translated
 * @findings: (nullable) (element-type TdFinding): what was found
 *
 * Shows news that a person has to read.
 */
void
td_finding_dialog_show (GtkWindow *parent, const char *heading, const char *text, GPtrArray *findings)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  if (findings != NULL && findings->len > 0)
    {
      GtkWidget *scroller = gtk_scrolled_window_new ();
      GtkWidget *list = td_finding_list_new ();

      td_finding_list_set (TD_FINDING_LIST (list), findings);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
      gtk_widget_set_size_request (scroller, 460, -1);
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}
