/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "td-session.h"

G_BEGIN_DECLS

#define TD_TYPE_CERTIFICATE_PAGE (td_certificate_page_get_type ())
G_DECLARE_FINAL_TYPE (TdCertificatePage, td_certificate_page, TD, CERTIFICATE_PAGE, AdwBin)

void td_certificate_page_set_session (TdCertificatePage *self, TdSession *session);
void td_certificate_page_look (TdCertificatePage *self);
void td_certificate_page_show_decision (TdCertificatePage *self, gint64 decision_id);

G_END_DECLS
