/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-connection.h"
#include "td-match-index.h"
#include "td-model.h"

G_BEGIN_DECLS

/**
 * TdMatcher:
 *
 * Answers who of the office's subjects a described one may be. It knows the subjects as they were when it was
 * made, and those added since. For one thread.
 */
typedef struct _TdMatcher TdMatcher;

TdMatcher *td_matcher_new (TdConnection *connection, GError **error);
void td_matcher_free (TdMatcher *self);
void td_matcher_add (TdMatcher *self, TdSubject *subject);
void td_matcher_keep_apart (TdMatcher *self, gint64 a, gint64 b);
gboolean td_matcher_may_have (TdMatcher *self, TdSubject *subject);
GArray *td_matcher_find (TdMatcher *self, TdSubject *subject, guint max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdMatcher, td_matcher_free)

G_END_DECLS
