/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-package.h"

G_BEGIN_DECLS

/* The lists of a text of OpenDocument, and where they have come to. */
typedef struct _TdOdtLists TdOdtLists;

TdOdtLists *_td_odt_lists_new (void);
void _td_odt_lists_free (TdOdtLists *self);
void _td_odt_lists_read_style (TdOdtLists *self, TdPart *part);
void _td_odt_lists_begin (TdOdtLists *self, TdPart *part);
void _td_odt_lists_begin_item (TdOdtLists *self, TdPart *part);
void _td_odt_lists_end (TdOdtLists *self);
char *_td_odt_lists_next_mark (TdOdtLists *self, TdPart *part, const char *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdOdtLists, _td_odt_lists_free)

G_END_DECLS
