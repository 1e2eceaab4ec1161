/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-template-record"

#include "config.h"

#include <math.h>

#include "td-award-layout.h"
#include "td-template-reader.h"
#include "td-template-record-private.h"

/* Whose text a template is tried with, and the certificate that makes. */

G_DEFINE_FINAL_TYPE (TdTemplateRecord, td_template_record, G_TYPE_OBJECT)

static void
td_template_record_finalize (GObject *object)
{
  TdTemplateRecord *self = TD_TEMPLATE_RECORD (object);

  g_free (self->name);
  g_strfreev (self->keep_together);
  g_clear_pointer (&self->emblem, td_picture_unref);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_object (&self->template);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  G_OBJECT_CLASS (td_template_record_parent_class)->finalize (object);
}

static void
td_template_record_class_init (TdTemplateRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = td_template_record_finalize;
}

static void
td_template_record_init (TdTemplateRecord *self)
{
  /* What is compiled in can be read. */
  self->keep_together = td_keep_together_load_shipped (NULL);
}

/**
 * td_template_record_new_sample:
 *
 * Returns: (transfer full): somebody who does not exist, for an office without awards
 */
TdTemplateRecord *
td_template_record_new_sample (void)
{
  /* Official text: not translated. */
  static const char *const texts[][2] = {
    { TD_CERTIFICATE_ISSUER_TITLE, "Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk" },
    { TD_CERTIFICATE_GIFT_WORD, "Tặng" },
    { TD_CERTIFICATE_FORM_TITLE, "Bằng khen" },
    { TD_CERTIFICATE_SUBJECT_LINE, "Ông Nguyễn Văn Mẫu" },
    { TD_CERTIFICATE_POST_LINE, "Trưởng phòng Kế hoạch – Tài chính, Sở Nội vụ tỉnh Đắk Lắk" },
    { TD_CERTIFICATE_ACHIEVEMENT, "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm 2026" },
    { TD_CERTIFICATE_DECISION_LINE, "Quyết định số 87/QĐ-UBND ngày 02 tháng 9 năm 2026" },
    { TD_CERTIFICATE_REGISTER_LINE, "Số sổ vàng: 125" },
    { TD_CERTIFICATE_PLACE_DATE, "Đắk Lắk, ngày 02 tháng 9 năm 2026" },
    { TD_CERTIFICATE_SIGNER_CAPACITY, "KT. Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_POSITION, "Phó Chủ tịch" },
    { TD_CERTIFICATE_SIGNER_NAME, "Trần Thị Ký" },
  };
  TdTemplateRecord *self = g_object_new (TD_TYPE_TEMPLATE_RECORD, NULL);

  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_hash_table_insert (self->fields, g_strdup (texts[i][0]), g_strdup (texts[i][1]));
  self->name = g_strdup ("Nguyễn Văn Mẫu");
  return self;
}

/**
 * td_template_record_get_name:
 * @self: a record
 *
 * Returns: (transfer none): who it is
 */
const char *
td_template_record_get_name (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), NULL);

  return self->name;
}

/**
 * td_template_record_get_position:
 * @self: a record
 *
 * Returns: which of the awards it is, from 0
 */
guint
td_template_record_get_position (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), 0);

  return self->position;
}

/**
 * td_template_record_get_total:
 * @self: a record
 *
 * Returns: how many awards there are to step through; 0 for the sample
 */
guint
td_template_record_get_total (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), 0);

  return self->total;
}

/**
 * td_template_record_get_template:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the template its certificate is printed by when nobody chooses another
 */
TdTemplate *
td_template_record_get_template (TdTemplateRecord *self)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self), NULL);

  return self->template;
}

/**
 * td_template_record_dup_text:
 * @self: a record
 * @box: a box of a template
 *
 * Returns: (transfer full): what the box says on this certificate
 */
char *
td_template_record_dup_text (TdTemplateRecord *self, const TdTemplateBox *box)
{
  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && box != NULL, NULL);

  return td_template_box_expand (box, self->fields, NULL);
}

/**
 * td_template_record_make_document:
 * @self: a record
 * @template: how it looks
 * @with_ornament: whether the ornament is drawn; all boxes are, whatever blanks carry
 *
 * Returns: (transfer full): the certificate: one page
 */
TdCertificateDocument *
td_template_record_make_document (TdTemplateRecord *self, TdTemplate *template, gboolean with_ornament)
{
  g_autoptr (GPtrArray) recipients = g_ptr_array_new ();
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  TdCertificateDocument *document;

  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && TD_IS_TEMPLATE (template), NULL);

  g_ptr_array_add (recipients, self->fields);
  document = td_certificate_document_new (template, recipients, (const char *const *) self->keep_together, TD_CERTIFICATE_WITH_ORNAMENT);
  if (!with_ornament)
    g_hash_table_insert (parts, (gpointer) "ornament", (gpointer) "");
  td_certificate_document_set_stock (document, parts, NULL);
  if (self->emblem != NULL)
    td_certificate_document_take_emblem (document, td_picture_ref (self->emblem));
  return document;
}

/* One certificate */

/**
 * td_template_record_dup_arranged:
 * @self: a record
 *
 * Returns: (transfer full): its template as this one certificate is printed: with what was changed on it
 */
TdTemplate *
td_template_record_dup_arranged (TdTemplateRecord *self)
{
  TdTemplate *template;

  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && self->template != NULL, NULL);

  template = td_template_dup (self->template);
  for (guint i = 0; self->layouts != NULL && i < self->layouts->len; i++)
    {
      const TdAwardLayout *layout = g_ptr_array_index (self->layouts, i);

      for (guint n = 0; n < td_template_get_n_boxes (template); n++)
        if (g_strcmp0 (td_template_get_box (template, n)->id, layout->box) == 0)
          {
            TdTemplateBox *box = td_template_box_dup (td_template_get_box (template, n));

            box->area.x += layout->dx / 1000.0;
            box->area.y += layout->dy / 1000.0;
            if (layout->size > 0)
              box->size = layout->size / 100.0;
            if (layout->text != NULL)
              {
                g_free (box->text);
                box->text = g_strdup (layout->text);
              }
            td_template_replace_box (template, n, box);
          }
    }
  return template;
}

/**
 * td_template_record_dup_layouts:
 * @self: a record
 * @arranged: its template, changed for it alone: places, texts, largest sizes
 *
 * Returns: (transfer full) (element-type TdAwardLayout): what that changes on the certificate
 */
GPtrArray *
td_template_record_dup_layouts (TdTemplateRecord *self, TdTemplate *arranged)
{
  GPtrArray *layouts = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TD_IS_TEMPLATE_RECORD (self) && self->template != NULL, layouts);

  for (guint i = 0; i < td_template_get_n_boxes (arranged); i++)
    {
      const TdTemplateBox *box = td_template_get_box (arranged, i);
      const TdTemplateBox *usual = td_template_find_box (self->template, box->id);
      gint64 dx = usual != NULL ? llround ((box->area.x - usual->area.x) * 1000) : 0;
      gint64 dy = usual != NULL ? llround ((box->area.y - usual->area.y) * 1000) : 0;
      gint64 size = usual != NULL && fabs (box->size - usual->size) > 0.001 ? llround (box->size * 100) : 0;
      const char *text = usual != NULL && !g_str_equal (box->text, usual->text) ? box->text : NULL;

      if (dx != 0 || dy != 0 || size != 0 || text != NULL)
        g_ptr_array_add (layouts, g_object_new (TD_TYPE_AWARD_LAYOUT, "award-id", self->award_id, "template-name", td_template_get_id (self->template),
                                                "box", box->id, "dx", dx, "dy", dy, "size", size, "text", text, NULL));
    }
  return layouts;
}

/**
 * td_template_record_make_arranged:
 * @self: a record
 * @arranged: its template, changed for it alone
 * @with_ornament: whether the ornament is drawn
 *
 * Returns: (transfer full): the certificate, made by the template itself and what is changed on it, as it will be printed
 */
TdCertificateDocument *
td_template_record_make_arranged (TdTemplateRecord *self, TdTemplate *arranged, gboolean with_ornament)
{
  TdCertificateDocument *document = td_template_record_make_document (self, self->template, with_ornament);
  g_autoptr (GPtrArray) layouts = td_template_record_dup_layouts (self, arranged);

  td_certificate_document_set_layouts (document, layouts);
  return document;
}
