/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-set.h"

G_BEGIN_DECLS

gboolean td_certificate_order_read (TdCertificateSet *set, TdConnection *connection, gboolean persons_first, GError **error);

G_END_DECLS
