/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-certificate-files.h"
#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_FILES_QUESTION (td_files_question_get_type ())
G_DECLARE_FINAL_TYPE (TdFilesQuestion, td_files_question, TD, FILES_QUESTION, TdEntity)

void td_files_question_present (GtkWidget *parent, TdSession *session, gint64 decision_id, const TdCertificateOptions *options);

G_END_DECLS
