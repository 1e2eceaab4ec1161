/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-model.h"

G_BEGIN_DECLS

char *td_award_wording_printed_name (const TdSubject *subject);
char *td_award_wording_printed_name_with (const TdSubject *subject, const TdOtherName *other);
char *td_award_wording_post_line (const TdAward *award, const TdSubject *subject);
char *td_award_wording_post_line_as (const TdAward *award, const TdSubject *subject, const TdWording *wording);
char *td_award_wording_subject_line (const TdAward *award, const TdWording *wording);
char *td_award_wording_achievement (const char *text, const TdWording *wording);
char *td_award_wording_register_line (gint64 number, gint64 year, const char *blank, const TdWording *wording);
char *td_award_wording_lower_first (const char *text);

G_END_DECLS
