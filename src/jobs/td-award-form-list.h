/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **td_award_form_list_dup (void);
char **td_award_form_list_dup_ids (void);
char *td_award_form_list_dup_label (const char *id);

G_END_DECLS
