/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-entity.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_RECORD_FORM (td_record_form_get_type ())
G_DECLARE_FINAL_TYPE (TdRecordForm, td_record_form, TD, RECORD_FORM, AdwBin)

/**
 * TdSaveFunc:
 * @records: (array): one for each section of the form
 *
 * Returns: (transfer full): the job that keeps them
 */
typedef TdJob *(*TdSaveFunc) (TdEntity *const *records);

GtkWidget *td_record_form_new (void);
void td_record_form_set_session (TdRecordForm *self, TdSession *session);
void td_record_form_set_save (TdRecordForm *self, TdSaveFunc save);
void td_record_form_add_section (TdRecordForm *self, GType type, const char *title, const char *const *omit);
void td_record_form_show (TdRecordForm *self, TdEntity *const *records);
void td_record_form_begin (TdRecordForm *self, TdEntity *const *records, const char *title);
void td_record_form_cancel (TdRecordForm *self);
gboolean td_record_form_is_new (TdRecordForm *self);
void td_record_form_set_locked (TdRecordForm *self, gboolean locked, const char *why);
void td_record_form_set_findings (TdRecordForm *self, GPtrArray *findings);
TdEntity *td_record_form_get_record (TdRecordForm *self, guint section);
GtkBox *td_record_form_get_top (TdRecordForm *self);
void td_record_form_add_below (TdRecordForm *self, guint section, const char *field, GtkWidget *widget);

G_END_DECLS
