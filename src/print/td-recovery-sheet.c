/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-recovery-sheet"

#include "config.h"

#include <string.h>

#include "td-qr.h"
#include "td-recovery-sheet.h"
#include "td-typesetter.h"

/* One page of paper from which a key comes back when the machine is gone: its code to be scanned, and the
 * same in letters to be typed. Without the passphrase, which does not stand on it, it opens nothing. */

#define PAGE_WIDTH  210.0
#define PAGE_HEIGHT 297.0
#define LEFT        30.0
#define RIGHT       15.0
#define TOP         20.0

#define CODE_SIZE  70.0 /* large: read also from a photo */
#define GROUP      5    /* letters; the prefix fills one */
#define LINE_GROUP 10   /* groups */

struct _TdRecoverySheet
{
  GObject parent_instance;

  TdTypesetter *typesetter;
  TdQr *qr;
  char *office;
  char *facts;
  char *letters;
};

static void td_recovery_sheet_document_init (TdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TdRecoverySheet, td_recovery_sheet, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TD_TYPE_DOCUMENT, td_recovery_sheet_document_init))

static const TdTextStyle office_style = { 12, TRUE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.2 };
static const TdTextStyle title_style = { 16, TRUE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.3 };
static const TdTextStyle text_style = { 12, FALSE, FALSE, PANGO_ALIGN_LEFT, FALSE, 0, 1.3 };
static const TdTextStyle letters_style = { 11, FALSE, FALSE, PANGO_ALIGN_CENTER, FALSE, 0, 1.25 };

static const char *const instructions[] = {
  "Phiếu này khôi phục khóa ký mã xác thực khi máy hỏng hoặc tệp dữ liệu bị mất. Phải có cả phiếu và cụm mật khẩu; mất cụm mật khẩu thì không ai khôi phục được khóa.",
  "1. Cất phiếu trong tủ có khóa hoặc két. Không để cụm mật khẩu cùng chỗ với phiếu.",
  "2. Để khôi phục: quét hoặc chụp mã dưới đây; trong phần mềm Thi Đua, mở In bằng, Xác thực, Khôi phục khóa, chọn ảnh và nhập cụm mật khẩu. Ảnh không đọc được thì chép dãy chữ bên dưới vào một tệp văn bản, khoảng trắng không cần đúng.",
  "3. Nếu phiếu bị lộ, hãy cho khóa này thôi dùng và tạo khóa mới.",
};

static guint
td_recovery_sheet_get_n_pages (TdDocument *document)
{
  return 1;
}

static void
td_recovery_sheet_get_page_size (TdDocument *document, guint n, double *width, double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
}

static void
td_recovery_sheet_draw_page (TdDocument *document, cairo_t *cr, guint n)
{
  TdRecoverySheet *self = TD_RECOVERY_SHEET (document);
  const double width = PAGE_WIDTH - LEFT - RIGHT;
  double y = TOP;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y += td_typesetter_draw (self->typesetter, cr, self->office, &office_style, LEFT, y, width, 2) + 6;
  y += td_typesetter_draw (self->typesetter, cr, "PHIẾU KHÔI PHỤC KHÓA XÁC THỰC", &title_style, LEFT, y, width, 1) + 3;
  y += td_typesetter_draw (self->typesetter, cr, self->facts, &text_style, LEFT, y, width, 0) + 3;
  for (guint i = 0; i < G_N_ELEMENTS (instructions); i++)
    y += td_typesetter_draw (self->typesetter, cr, instructions[i], &text_style, LEFT, y, width, 0) + 1.5;
  y += td_qr_get_border (self->qr, CODE_SIZE);
  td_qr_draw (self->qr, cr, LEFT + (width - CODE_SIZE) / 2, y, CODE_SIZE);
  y += CODE_SIZE + td_qr_get_border (self->qr, CODE_SIZE);
  td_typesetter_draw (self->typesetter, cr, self->letters, &letters_style, LEFT, y, width, 0);
}

static void
td_recovery_sheet_finalize (GObject *object)
{
  TdRecoverySheet *self = TD_RECOVERY_SHEET (object);

  g_clear_pointer (&self->typesetter, td_typesetter_free);
  g_clear_pointer (&self->qr, td_qr_free);
  g_free (self->office);
  g_free (self->facts);
  g_free (self->letters);
  G_OBJECT_CLASS (td_recovery_sheet_parent_class)->finalize (object);
}

static void
td_recovery_sheet_class_init (TdRecoverySheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_recovery_sheet_finalize;
}

static void
td_recovery_sheet_document_init (TdDocumentInterface *iface)
{
  iface->get_n_pages = td_recovery_sheet_get_n_pages;
  iface->get_page_size = td_recovery_sheet_get_page_size;
  iface->draw_page = td_recovery_sheet_draw_page;
}

static void
td_recovery_sheet_init (TdRecoverySheet *self)
{
  self->typesetter = td_typesetter_new ();
}

/* In groups, as people type them. */
static char *
group_letters (const char *code)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; code[i] != '\0'; i++)
    {
      if (i > 0 && i % (GROUP * LINE_GROUP) == 0)
        g_string_append_c (text, '\n');
      else if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, code[i]);
    }
  return g_string_free (text, FALSE);
}

/**
 * td_recovery_sheet_new:
 * @words: what stands on it
 *
 * Returns: (transfer full) (nullable): the sheet; %NULL when the code is too long to be drawn
 */
TdRecoverySheet *
td_recovery_sheet_new (const TdRecoveryWords *words)
{
  TdQr *qr = td_qr_new (words->code);
  TdRecoverySheet *self;

  if (qr == NULL)
    return NULL;
  self = g_object_new (TD_TYPE_RECOVERY_SHEET, NULL);
  self->qr = qr;
  self->office = g_utf8_strup (words->office, -1);
  self->facts = g_strdup_printf ("Khóa của: %s\nMã khóa: %s\nTạo %s\nDấu vân tay chứng thư (SHA-256): %s", words->office, words->key, words->made_on, words->fingerprint);
  self->letters = group_letters (words->code);
  return self;
}
