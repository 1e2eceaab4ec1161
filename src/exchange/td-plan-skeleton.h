/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TdPlanSkeletonPart:
 * @text: its heading
 * @role: (nullable): what stands below it, one of td_choices_clause_role
 * @bindings: %NULL-terminated: facts that are told below it
 * @sections: (element-type TdPlanSkeletonPart): what is below it
 *
 * A piece every plan begins with.
 */
typedef struct
{
  char *text;
  char *role;
  char **bindings;
  GPtrArray *sections;
} TdPlanSkeletonPart;

/**
 * TdPlanHead:
 * @kinds: %NULL-terminated: of units
 * @level: what its head gives, one of td_choices_giver_level
 * @issuer: "Ủy ban nhân dân {unit}"
 * @head: "Chủ tịch Ủy ban nhân dân {unit}"
 * @symbol: (nullable): sign of its plans
 * @signer_capacity: (nullable): "TM. ỦY BAN NHÂN DÂN"
 * @signer_position: "CHỦ TỊCH"
 *
 * How the plans of a kind of unit are issued and signed. {unit} is its name inside a sentence, {Unit} as it stands.
 */
typedef struct
{
  char **kinds;
  char *level;
  char *issuer;
  char *head;
  char *symbol;
  char *signer_capacity;
  char *signer_position;
} TdPlanHead;

/**
 * TdPlanSkeleton:
 * @doc_type: what kind of document it is
 * @marks: one of td_choices_outline_marks
 * @topics: %NULL-terminated: of the legal documents it is based on
 * @sections: (element-type TdPlanSkeletonPart): what it begins with
 * @drop: %NULL-terminated: openings of a title that a plan carrying it out leaves out
 * @heads: (element-type TdPlanHead): how units issue
 * @recipients: %NULL-terminated: nơi nhận
 * @reporters: who reports to a unit
 * @words: sentences by their names, with {blanks}
 */
typedef struct
{
  char *doc_type;
  char *marks;
  char **topics;
  GPtrArray *sections;
  char **drop;
  GPtrArray *heads;
  char **recipients;
  char *reporters;
  GHashTable *words;
} TdPlanSkeleton;

TdPlanSkeleton *td_plan_skeleton_load (const char *day, GError **error);
TdPlanSkeleton *td_plan_skeleton_parse (GBytes *bytes, const char *day, GError **error);
void td_plan_skeleton_free (TdPlanSkeleton *self);
const TdPlanHead *td_plan_skeleton_find_head (const TdPlanSkeleton *self, const char *unit_kind);
char *td_plan_skeleton_dup_words (const TdPlanSkeleton *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
char *td_plan_words_fill (const char *pattern, const char *blank, const char *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdPlanSkeleton, td_plan_skeleton_free)

G_END_DECLS
