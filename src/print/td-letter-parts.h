/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-flow.h"
#include "td-letter.h"

G_BEGIN_DECLS

void td_letter_parts_add_head (TdFlow *flow, const TdLetter *letter);
void td_letter_parts_add_addressees (TdFlow *flow, const TdLetter *letter, const TdTextStyle *centred, const TdTextStyle *hanging, GPtrArray *texts);
void td_letter_parts_add_short_head (TdFlow *flow, const TdLetter *letter);
void td_letter_parts_add_signatures (TdFlow *flow, const TdLetter *letter);
void td_letter_parts_add_signature (TdFlow *flow, const TdLetter *letter, GPtrArray *texts);

G_END_DECLS
