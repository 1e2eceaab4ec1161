/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-document.h"
#include "td-picture.h"
#include "td-recipients.h"
#include "td-template.h"

G_BEGIN_DECLS

/**
 * TdCertificateFlags:
 * @TD_CERTIFICATE_ON_STOCK: only what blanks do not carry as a rule
 * @TD_CERTIFICATE_WITH_ORNAMENT: on white paper: everything, with the ornament
 * @TD_CERTIFICATE_TRIAL: "BẢN THỬ" lies under the text of every page
 */
typedef enum
{
  TD_CERTIFICATE_ON_STOCK = 0,
  TD_CERTIFICATE_WITH_ORNAMENT = 1 << 0,
  TD_CERTIFICATE_TRIAL = 1 << 1,
} TdCertificateFlags;

/**
 * TdCertificateBoxState:
 * @TD_CERTIFICATE_BOX_FITS: its text stands in its place
 * @TD_CERTIFICATE_BOX_ABSENT: this certificate does not have it
 * @TD_CERTIFICATE_BOX_OVERFLOWS: its text does not fit, even at the smallest size
 */
typedef enum
{
  TD_CERTIFICATE_BOX_FITS,
  TD_CERTIFICATE_BOX_ABSENT,
  TD_CERTIFICATE_BOX_OVERFLOWS,
} TdCertificateBoxState;

/**
 * TdCertificateLeaf:
 * @recipient: whose it is, from 0
 * @template: which of the templates it is in, from 0
 *
 * A page of certificates.
 */
typedef struct
{
  guint recipient;
  guint template;
} TdCertificateLeaf;

/* The fields the shipped templates use. All are printed as they are, in Vietnamese; what is
 * made of data (dates, numbers, Ông or Bà) is made by the caller. */
#define TD_CERTIFICATE_ISSUER_TITLE    "issuer_title"    /* Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk */
#define TD_CERTIFICATE_GIFT_WORD       "gift_word"       /* Tặng, Truy tặng */
#define TD_CERTIFICATE_FORM_TITLE      "form_title"      /* Bằng khen */
#define TD_CERTIFICATE_SUBJECT_LINE    "subject_line"    /* Ông Nguyễn Văn A */
#define TD_CERTIFICATE_POST_LINE       "post_line"       /* Trưởng phòng …, may be empty */
#define TD_CERTIFICATE_ACHIEVEMENT     "achievement"     /* Đã có thành tích xuất sắc … */
#define TD_CERTIFICATE_DECISION_LINE   "decision_line"   /* Quyết định số 87/QĐ-UBND ngày … tháng … năm … */
#define TD_CERTIFICATE_REGISTER_LINE   "register_line"   /* Số sổ vàng: 125 */
#define TD_CERTIFICATE_PLACE_DATE      "place_date"      /* Đắk Lắk, ngày 02 tháng 9 năm 2026 */
#define TD_CERTIFICATE_SIGNER_CAPACITY "signer_capacity" /* KT. Chủ tịch, empty for the chairman */
#define TD_CERTIFICATE_SIGNER_POSITION "signer_position" /* Phó Chủ tịch */
#define TD_CERTIFICATE_SIGNER_NAME     "signer_name"
/* on a certificate for a foreigner, beside the others */
#define TD_CERTIFICATE_NATIONALITY_LINE      "nationality_line" /* Quốc tịch (Nationality): Nhật Bản */
#define TD_CERTIFICATE_ISSUER_TITLE_ENGLISH  "issuer_title_english"
#define TD_CERTIFICATE_GIFT_WORD_ENGLISH     "gift_word_english"
#define TD_CERTIFICATE_FORM_TITLE_ENGLISH    "form_title_english"
#define TD_CERTIFICATE_POST_LINE_ENGLISH     "post_line_english"
#define TD_CERTIFICATE_ACHIEVEMENT_ENGLISH   "achievement_english"
#define TD_CERTIFICATE_DECISION_LINE_ENGLISH "decision_line_english"
#define TD_CERTIFICATE_UNIT                  "unit"              /* not printed: heads the list of pages */
#define TD_CERTIFICATE_CODE                  "authenticity_code" /* drawn as a QR code, mostly empty */
#define TD_CERTIFICATE_AWARD_ID              "award_id"          /* not printed: goes into findings */

#define TD_TYPE_CERTIFICATE_DOCUMENT (td_certificate_document_get_type ())
G_DECLARE_FINAL_TYPE (TdCertificateDocument, td_certificate_document, TD, CERTIFICATE_DOCUMENT, GObject)

TdCertificateDocument *td_certificate_document_new (TdTemplate *template, GPtrArray *recipients,
                                                    const char *const *keep_together,
                                                    TdCertificateFlags flags);
TdCertificateDocument *td_certificate_document_new_mixed (GPtrArray *templates, TdRecipients *recipients, GArray *pages,
                                                          const char *const *keep_together, TdCertificateFlags flags);
void td_certificate_document_set_stock (TdCertificateDocument *self, GHashTable *parts, GHashTable *places);
void td_certificate_document_take_emblem (TdCertificateDocument *self, TdPicture *emblem);
void td_certificate_document_set_layouts (TdCertificateDocument *self, GPtrArray *layouts);
TdCertificateBoxState td_certificate_document_get_box_state (TdCertificateDocument *self, guint n, guint box_n);
char *td_certificate_document_dup_broken (TdCertificateDocument *self, guint n, const char *box_id, const char *text);
GPtrArray *td_certificate_document_check (TdCertificateDocument *self, GCancellable *cancellable);

G_END_DECLS
