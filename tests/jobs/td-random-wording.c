/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-certificate-files.h"
#include "td-random-jobs.h"
#include "td-wording-jobs.h"

TdJob *
td_random_read_wording (TdRandomOffice *self)
{
  return td_wording_job ();
}

/* Some of it is nonsense. */
TdJob *
td_random_save_wording (TdRandomOffice *self)
{
  static const char *const labels[] = { "Số sổ vàng: {number}", "Vào sổ số {number}/{year}", "Số sổ vàng" };
  static const char *const orders[] = { "collectives", "persons", "persons", "neither" };
  g_autoptr (TdWording) wording = td_wording_new_usual ();
  g_autofree char *tail = td_random_one_in (self, 2) ? td_random_text (self) : NULL;

  g_object_set (wording, "register-label", labels[td_random_below (self, G_N_ELEMENTS (labels))],
                "kind-order", orders[td_random_below (self, G_N_ELEMENTS (orders))], "tail", tail, NULL);
  return td_wording_save_job (wording);
}

TdJob *
td_random_set_wording (TdRandomOffice *self)
{
  static const char *const settings[] = { "register_restart=never", "register_restart=", "final_stop=always", "name_case=upper",
                                          "province_use=always", "money_in_list=hidden", "thousand=a lot" };
  const char *chosen[] = { settings[td_random_below (self, G_N_ELEMENTS (settings))], settings[td_random_below (self, G_N_ELEMENTS (settings))], NULL };

  return td_wording_set_job (chosen);
}

TdJob *
td_random_save_certificate_files (TdRandomOffice *self)
{
  static const char *const rules[] = { NULL, "{number}", "{name}", "{nothing}" };
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
  g_autofree char *folder = g_build_filename (self->office->folder, "files", NULL);

  return id != 0 ? td_certificate_files_job (id, folder, td_random_below (self, 2), rules[td_random_below (self, G_N_ELEMENTS (rules))], td_random_one_in (self, 2), NULL) : NULL;
}
