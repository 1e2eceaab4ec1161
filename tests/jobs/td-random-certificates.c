/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "td-calibration-jobs.h"
#include "td-certificate-jobs.h"
#include "td-preflight-mend.h"
#include "td-random-jobs.h"

static const char *const printers[] = { "Máy in phòng hành chính", "Máy in A3", "  ", "Canon LBP" };
static const char *const trays[] = { NULL, "", "Khay tay" };

static TdCalibrationFor
make_what (TdRandomOffice *self)
{
  return (TdCalibrationFor){ printers[td_random_below (self, G_N_ELEMENTS (printers))], trays[td_random_below (self, G_N_ELEMENTS (trays))],
                             td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_STOCK, NULL, NULL) : 0 };
}

/* Some of them are nonsense. */
static TdCalibrationReadings *
make_readings (TdRandomOffice *self, guint n)
{
  TdCalibrationReadings *readings = td_random_one_in (self, 2) ? td_calibration_readings_new (420, 297) : td_calibration_readings_new (210, 297);

  for (guint i = 1; i <= n; i++)
    td_calibration_readings_add (readings, i, 2.3 + td_random_below (self, 20) / 100.0, -1 - (td_random_one_in (self, 20) ? 9.0 : 0.1));
  return readings;
}

TdJob *
td_random_keep_calibration (TdRandomOffice *self)
{
  TdCalibrationFor what = make_what (self);
  g_autoptr (TdCalibrationReadings) readings = make_readings (self, 2 + td_random_below (self, 4));
  g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", 1 + td_random_below (self, 13), 1 + td_random_below (self, 28));
  g_autofree char *proof = g_build_filename (self->office->folder, "proof.pdf", NULL);

  return td_calibration_keep_job (&what, readings, date, "Người đo", td_random_one_in (self, 3) ? proof : NULL, 0);
}

TdJob *
td_random_find_calibration (TdRandomOffice *self)
{
  TdCalibrationFor what = make_what (self);

  return td_calibration_find_job (&what, 420, 297, "2026-09-02");
}

TdJob *
td_random_read_days (TdRandomOffice *self)
{
  return td_calibration_days_job ();
}

TdJob *
td_random_set_days (TdRandomOffice *self)
{
  return td_calibration_set_days_job ((gint64) td_random_below (self, 5000) - 100);
}

TdJob *
td_random_write_target (TdRandomOffice *self)
{
  TdCalibrationFor what = make_what (self);
  g_autoptr (TdCalibrationReadings) readings = make_readings (self, td_random_one_in (self, 2) ? 0 : 5);
  g_autofree char *path = g_build_filename (self->office->folder, "target.pdf", NULL);

  return td_calibration_target_job (&what, readings, "2026-09-02", path);
}

TdJob *
td_random_document_certificates (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);

  return id != 0 ? td_certificate_document_job (id, NULL) : NULL;
}

TdJob *
td_random_print_certificates (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
  g_autofree char *path = g_build_filename (self->office->folder, "certificates.pdf", NULL);

  return id != 0 ? td_certificate_print_job (id, path, NULL) : NULL;
}

TdJob *
td_random_preflight (TdRandomOffice *self)
{
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
  const TdCertificateOptions options = { .stock_id = td_random_one_in (self, 2) ? td_random_pick_id (self, TD_TYPE_STOCK, NULL, NULL) : 0,
                                         .with_ornament = td_random_one_in (self, 2),
                                         .order = td_random_below (self, 3) };

  return id != 0 ? td_preflight_job (id, &options) : NULL;
}

/* Of an issued decision, as a rule. */
TdJob *
td_random_sign_off (TdRandomOffice *self)
{
  static const char *const names[] = { "Nguyễn Văn Soát", "Nguyễn Văn Soát", "  " };
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, "state", td_random_one_in (self, 6) ? "draft" : "issued");
  g_autoptr (TdJob) look = id != 0 ? td_preflight_job (id, NULL) : NULL;

  if (look == NULL || !td_job_run (look, self->office->store, NULL, NULL))
    return NULL;
  return td_preflight_sign_off_job (td_job_get_object (look), names[td_random_below (self, G_N_ELEMENTS (names))], td_random_one_in (self, 2) ? "đã xem" : NULL);
}

/* One of those that are mended in the list. */
TdJob *
td_random_mend (TdRandomOffice *self)
{
  static const char *const texts[] = { "Ông Nguyễn Văn Sửa", "Đã có thành tích xuất sắc.", "male", "female", "" };
  gint64 id = td_random_pick_id (self, TD_TYPE_DECISION, NULL, NULL);
  g_autoptr (TdJob) look = id != 0 ? td_preflight_job (id, NULL) : NULL;
  TdPreflight *preflight;
  guint first;

  if (look == NULL || !td_job_run (look, self->office->store, NULL, NULL))
    return NULL;
  preflight = td_job_get_object (look);
  first = preflight->mendings->len > 0 ? td_random_below (self, preflight->mendings->len) : 0;
  for (guint i = 0; i < preflight->mendings->len; i++)
    {
      const TdMending *mending = g_ptr_array_index (preflight->mendings, (first + i) % preflight->mendings->len);

      if (mending != NULL && mending->kind <= TD_MENDING_RECORD)
        return td_preflight_mend_job (preflight, mending, mending->kind == TD_MENDING_SEX ? texts[2 + td_random_below (self, 2)] : td_random_one_in (self, 3) && mending->text != NULL ? mending->text
                                                                                                                                                                                       : texts[td_random_below (self, G_N_ELEMENTS (texts))]);
    }
  return NULL;
}
