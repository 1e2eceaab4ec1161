/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TdCitizenIdKind:
 * @TD_CITIZEN_ID_MISSING: nothing was written
 * @TD_CITIZEN_ID_CCCD: số định danh cá nhân, on the CCCD and the căn cước: 12 digits
 * @TD_CITIZEN_ID_CMND: giấy chứng minh nhân dân: 9 digits
 * @TD_CITIZEN_ID_PASSPORT: letters and digits, of any country
 * @TD_CITIZEN_ID_UNKNOWN: none of these
 */
typedef enum
{
  TD_CITIZEN_ID_MISSING,
  TD_CITIZEN_ID_CCCD,
  TD_CITIZEN_ID_CMND,
  TD_CITIZEN_ID_PASSPORT,
  TD_CITIZEN_ID_UNKNOWN,
} TdCitizenIdKind;

#define TD_CITIZEN_ID_MAX 20

/**
 * TdCitizenId:
 * @kind: what the number is
 * @number: without blanks and signs, with the zeros put back when @n_zeros_lost; cut when far too long
 * @n_zeros_lost: how many zeros in front a spreadsheet took away: the number is a guess then
 * @n_digits: as written
 * @province: of a CCCD: its first three digits
 * @year: of a CCCD: the year of birth
 * @sex: (nullable): of a CCCD: "male" or "female"
 *
 * A number that identifies a citizen, taken apart. It owns nothing.
 */
typedef struct
{
  TdCitizenIdKind kind;
  char number[TD_CITIZEN_ID_MAX + 1];
  guint n_zeros_lost;
  guint n_digits;
  guint province;
  int year;
  const char *sex;
} TdCitizenId;

void td_citizen_id_parse (const char *text, TdCitizenId *id);

G_END_DECLS
