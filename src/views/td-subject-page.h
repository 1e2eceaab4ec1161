/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-list-page.h"

G_BEGIN_DECLS

#define TD_TYPE_SUBJECT_PAGE (td_subject_page_get_type ())
G_DECLARE_FINAL_TYPE (TdSubjectPage, td_subject_page, TD, SUBJECT_PAGE, TdListPage)

G_END_DECLS
