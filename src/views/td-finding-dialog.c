/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-finding-dialog"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "td-finding-dialog.h"
#include "td-finding-list.h"

#define WIDTH       460 /* of the findings, in pixels */
#define MOST_HEIGHT 360 /* of them; what is higher is scrolled */

static GtkWidget *
make_scroller (GtkWidget *list)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  return scroller;
}

/* GTK 4.8 asks what it scrolls for its height without telling the width, and so takes texts that wrap for lower than they
 * are. The list is measured where it has its style: in the dialog. */
static void
fit_height (GtkWidget *scroller, GtkWidget *list)
{
  int height;

  gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, WIDTH, NULL, &height, NULL, NULL);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN (height, MOST_HEIGHT));
}

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
      GtkWidget *list = td_finding_list_new ();
      GtkWidget *scroller = make_scroller (list);

      td_finding_list_set (TD_FINDING_LIST (list), findings);
      adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
      fit_height (scroller, list);
    }
  gtk_window_present (GTK_WINDOW (dialog));
}
