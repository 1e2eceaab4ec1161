/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TdAwardeeKind:
 * @TD_AWARDEE_COLLECTIVE: tập thể
 * @TD_AWARDEE_HOUSEHOLD: hộ gia đình
 * @TD_AWARDEE_PERSON: cá nhân
 *
 * Who receives an award, in the order most decisions name them.
 */
typedef enum
{
  TD_AWARDEE_COLLECTIVE,
  TD_AWARDEE_HOUSEHOLD,
  TD_AWARDEE_PERSON,
} TdAwardeeKind;

#define TD_N_AWARDEE_KINDS (TD_AWARDEE_PERSON + 1)

/**
 * TdAwardRow:
 * @kind: who it is
 * @name: the name as it is to be printed, with the form of address if one is wanted
 * @post: post, unit and address, or %NULL
 * @note: an achievement of its own or another remark, or %NULL
 * @money: the reward in đồng, 0 while it is not known
 * @subject_id: the record behind it, for findings; 0 for none
 */
typedef struct
{
  TdAwardeeKind kind;
  char *name;
  char *post;
  char *note;
  gint64 money;
  gint64 subject_id;
} TdAwardRow;

/**
 * TdAwardList:
 * @form: the award form ("Bằng khen") or the emulation title
 * @giver: who gives it, as after "của", or %NULL where the form's name says it
 * @title: whether @form is an emulation title; titles and forms never share a list
 * @posthumous: whether it is given after death (truy tặng)
 * @achievement: what it is given for where that differs from the other lists, or %NULL
 * @rows: (element-type TdAwardRow): in the order of the submission
 *
 * The receivers of one form in one decision.
 */
typedef struct
{
  char *form;
  char *giver;
  gboolean title;
  gboolean posthumous;
  char *achievement;
  GPtrArray *rows;
} TdAwardList;

TdAwardList *td_award_list_new (const char *form, const char *giver);
void td_award_list_free (TdAwardList *self);
TdAwardRow *td_award_list_add (TdAwardList *self, TdAwardeeKind kind, const char *name,
                               const char *post);

const char *td_awardee_kind_name (TdAwardeeKind kind);
guint td_award_list_count (const TdAwardList *self, TdAwardeeKind kind);
gboolean td_award_list_sum (const TdAwardList *self, gint64 *sum);
TdAwardeeKind td_awardee_kind_nth (guint nth, gboolean persons_first);
char *td_award_counts_phrase (const guint counts[TD_N_AWARDEE_KINDS], gboolean persons_first);
char *td_award_list_counts_phrase (const TdAwardList *self, gboolean persons_first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TdAwardList, td_award_list_free)

G_END_DECLS
