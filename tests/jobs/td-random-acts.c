/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-decision-act-jobs.h"
#include "td-random-jobs.h"

/* Corrections and revocations, some of them of what cannot be corrected. */

static const char *const fields[] = { "subject_name", "printed_name", "post", "unit_name", "achievement", "register_number" };

TdJob *
td_random_act_on_decision (TdRandomOffice *self)
{
  gboolean revoke = td_random_one_in (self, 4);
  g_autoptr (TdAward) award = td_random_office_pick (self, TD_TYPE_AWARD, NULL, NULL);
  g_autofree char *text = td_random_text (self);
  g_autofree char *number = g_strdup_printf ("%u/QĐ-UBND", ++self->serial);
  g_autoptr (TdDecisionAct) act = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  if (award == NULL)
    return NULL;
  act = g_object_new (TD_TYPE_DECISION_ACT, "decision-id", award->decision_id, "kind", revoke ? "revocation" : "correction", "number", number,
                      "date", td_random_one_in (self, 10) ? "2020" : "2026-09-20", "reason", td_random_one_in (self, 5) ? NULL : text, NULL);
  if (!revoke || !td_random_one_in (self, 4))
    g_ptr_array_add (lines, g_object_new (TD_TYPE_DECISION_ACT_LINE, "award-id", td_entity_get_id (TD_ENTITY (award)), "field", revoke ? NULL : fields[td_random_below (self, G_N_ELEMENTS (fields))],
                                          "now", td_random_one_in (self, 6) ? NULL : text, NULL));
  return td_decision_act_job (act, lines);
}

TdJob *
td_random_read_acts (TdRandomOffice *self)
{
  return td_decision_history_job (td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL), TRUE);
}
