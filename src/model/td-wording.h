/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-entity.h"

G_BEGIN_DECLS

#define TD_TYPE_WORDING (td_wording_get_type ())
G_DECLARE_FINAL_TYPE (TdWording, td_wording, TD, WORDING, TdEntity)

/**
 * TdWording:
 *
 * What offices word in their own way on decisions and certificates. There is at most one; where a
 * value is missing the usual one holds, see td_wording_new_usual().
 *
 * @opening: how an achievement begins
 * @tail: what every achievement ends with, "góp phần …"; %NULL for nothing
 * @final_stop: whether a full stop ends it
 * @name_case: how names of people are written on certificates
 * @register_label: how the number of the golden register is told; {number} and {year} stand for the values
 * @register_restart: when the numbers begin at 1 again
 * @province_use: whether the province stands in addresses
 * @province: what stands there then; %NULL for the office's
 * @thousand: nghìn or ngàn
 * @certificate_signer: whose name stands on certificates
 * @kind_order: who stands first in a list
 * @money_in_list: whether each line of an issued decision shows its money
 */
struct _TdWording
{
  TdEntity parent_instance;

  char *opening;
  char *tail;
  char *final_stop;
  char *name_case;
  char *register_label;
  char *register_restart;
  char *province_use;
  char *province;
  char *thousand;
  char *certificate_signer;
  char *kind_order;
  char *money_in_list;
};

/* What stands in register_label for the number and for its year. */
#define TD_WORDING_NUMBER "{number}"
#define TD_WORDING_YEAR   "{year}"

TdWording *td_wording_new_usual (void);
void td_wording_fill_usual (TdWording *self);

G_END_DECLS
