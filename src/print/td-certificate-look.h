/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "td-certificate-document.h"
#include "td-certificate-layouts.h"
#include "td-ornament.h"
#include "td-template-pictures.h"

G_BEGIN_DECLS

/**
 * TdCertificateSlot:
 * @fit: its text as it is set
 * @text: the same
 * @size: largest asked for
 * @max_lines: and how many lines allowed
 * @checked: the fit's findings have been told
 *
 * What a box holds at the moment. Most boxes say the same on page after page, so the last text of
 * each is kept, and only that: memory does not grow with the pages.
 */
typedef struct
{
  TdFit *fit;
  char *text;
  double size;
  guint max_lines;
  gboolean checked;
} TdCertificateSlot;

/**
 * TdCertificateLook:
 * @template: how a page looks
 * @flags: on stock or on white paper, trial or real
 * @stock: (nullable): what the blanks carry: part → its words, maybe empty; %NULL: as the template says
 * @places: (nullable): part → #GArray of double: where what is written on its dots begins, millimetres; %NULL: as in
 *   the template
 * @slots: one per box
 * @trial: (nullable): BẢN THỬ, once drawn
 * @ornament: (nullable): what the paper lacks; the document's
 * @emblem: (nullable): the official drawing; the document's
 * @layouts: (nullable): what was changed for single recipients
 *
 * One template on one kind of paper: draws and checks certificates of it.
 */
typedef struct
{
  TdTemplate *template;
  TdCertificateFlags flags;
  GHashTable *stock;
  GHashTable *places;
  TdFitter *fitter;
  TdCertificateSlot *slots;
  TdFit *trial;
  TdOrnament *ornament;
  TdPicture *emblem;
  TdTemplatePictures *pictures;
  TdCertificateLayouts *layouts;
} TdCertificateLook;

/**
 * TdCertificateCheck:
 * @fields: what a certificate says
 * @number: of its page, from 1
 * @findings: (element-type TdFinding): takes what is wrong
 *
 * A certificate that is looked at.
 */
typedef struct
{
  GHashTable *fields;
  guint number;
  GPtrArray *findings;
} TdCertificateCheck;

TdCertificateLook *td_certificate_look_new (TdTemplate *template, const char *const *keep_together, TdCertificateFlags flags);
void td_certificate_look_free (TdCertificateLook *self);
void td_certificate_look_set_stock (TdCertificateLook *self, GHashTable *parts, GHashTable *places);
void td_certificate_look_set_layouts (TdCertificateLook *self, GPtrArray *layouts);
TdOrnament *td_certificate_look_make_ornament (TdCertificateLook *self);

const TdAwardLayout *td_certificate_look_find_layout (TdCertificateLook *self, const TdTemplateBox *box, GHashTable *fields);
const char *td_certificate_look_get_carried (TdCertificateLook *self, const TdTemplateBox *box);
gboolean td_certificate_look_wants_emblem (TdCertificateLook *self);
gboolean td_certificate_look_is_drawn (TdCertificateLook *self, const TdTemplateBox *box, GHashTable *fields);
TdCertificateSlot *td_certificate_look_fill (TdCertificateLook *self, guint box_n, GHashTable *fields, GPtrArray *empty);

char *td_certificate_look_dup_broken (TdCertificateLook *self, const TdTemplateBox *box, const char *text);

void td_certificate_look_draw_boxes (TdCertificateLook *self, cairo_t *cr, GHashTable *fields, gboolean fixed);
void td_certificate_look_draw_ground (TdCertificateLook *self, cairo_t *cr, GHashTable *fields, gboolean in_pdf);
char *td_certificate_look_dup_ground_key (TdCertificateLook *self, GHashTable *fields);

void td_certificate_look_begin_check (TdCertificateLook *self, GPtrArray *findings);
void td_certificate_look_check (TdCertificateLook *self, const TdCertificateCheck *check);

G_END_DECLS
