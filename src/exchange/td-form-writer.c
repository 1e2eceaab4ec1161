/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-form-writer"

#include "config.h"

#include <string.h>

#include "td-form-writer.h"
#include "td-xlsx-writer-private.h"

/* The empty form that units fill: a sheet for the list, one with what its columns may hold, which is
 * hidden, and one that explains. It is an official paper, so its words are not translated. */

#define SHEET_LIST    "Danh sách"
#define SHEET_CHOICES "Danh mục"
#define SHEET_GUIDE   "Hướng dẫn"
#define TITLE         "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"

#define HEAD_ROW    5
#define FIRST_ROW   (HEAD_ROW + 1)
#define RULED_ROWS  300  /* with lines, ready to be filled */
#define LAST_ROW    5000 /* as far as the checks go */
#define ERROR_TITLE "Cần xem lại"

typedef enum
{
  CHECK_NOTHING,
  CHECK_KIND,
  CHECK_SEX,
  CHECK_UNIT,
  CHECK_AWARD_FORM,
  CHECK_GIVER,
  CHECK_COMMENDATION,
  CHECK_POSTHUMOUS,
  CHECK_LAST_LIST = CHECK_POSTHUMOUS,
  CHECK_DATE,
  CHECK_CITIZEN_ID,
} Check;

/* The columns of danh sách trích ngang, with the headings the reader of lists knows. */
static const struct
{
  const char *title;
  double width;
  Check check;
  const char *hint;
} columns[] = {
  { "STT", 5, CHECK_NOTHING, NULL },
  { "Loại (cá nhân / tập thể / hộ gia đình)", 14, CHECK_KIND, "Chọn trong danh sách. Để trống là cá nhân." },
  { "Họ và tên / tên tập thể", 30, CHECK_NOTHING, "Viết có dấu, đúng như giấy tờ. Hộ gia đình ghi tên chủ hộ." },
  { "Ngày sinh", 13, CHECK_DATE, "Ngày/tháng/năm, ví dụ 05/03/1980; chỉ biết năm thì ghi năm, ví dụ 1980." },
  { "Giới tính", 9, CHECK_SEX, NULL },
  { "Số CCCD", 16, CHECK_CITIZEN_ID, "12 chữ số, giữ số 0 ở đầu." },
  { "Chức vụ", 20, CHECK_NOTHING, NULL },
  { "Đơn vị", 28, CHECK_UNIT, "Chọn trong danh sách hoặc gõ tên đơn vị." },
  { "Hình thức khen thưởng", 22, CHECK_AWARD_FORM, NULL },
  { "Người tặng", 30, CHECK_GIVER, NULL },
  { "Loại hình khen thưởng", 18, CHECK_COMMENDATION, NULL },
  { "Thành tích", 44, CHECK_NOTHING, "Một câu ngắn, ghi trên quyết định và bằng." },
  { "Từ ngày", 13, CHECK_DATE, "Thành tích tính từ ngày nào, ví dụ 01/01/2025 hoặc 2025." },
  { "Đến ngày", 13, CHECK_DATE, "Thành tích tính đến ngày nào." },
  { "Truy tặng", 9, CHECK_POSTHUMOUS, "Ghi x nếu là truy tặng." },
  { "Ghi chú", 20, CHECK_NOTHING, NULL },
};

static const char *const kinds[] = { "cá nhân", "tập thể", "hộ gia đình", NULL };
static const char *const sexes[] = { "nam", "nữ", NULL };
static const char *const commendations[] = { "công trạng", "đột xuất", "phong trào", "cống hiến", "niên hạn", "đối ngoại", NULL };
static const char *const posthumous[] = { "x", NULL };

static const char *const guide[] = {
  "Mỗi dòng một cá nhân, tập thể hoặc hộ gia đình. Không đổi dòng tiêu đề, không gộp ô, không xóa cột.",
  "Cột Loại, Giới tính, Hình thức khen thưởng, Người tặng, Loại hình, Truy tặng: bấm mũi tên trong ô để chọn.",
  "Cột Đơn vị: chọn trong danh sách; đơn vị chưa có trong danh sách thì gõ tên đầy đủ.",
  "Ngày tháng: ghi ngày/tháng/năm (05/03/1980); chỉ biết năm thì ghi năm (1980).",
  "Số CCCD: đủ 12 chữ số, kể cả số 0 ở đầu; chưa có thì để trống, không ghi số khác.",
  "Thành tích: một câu ngắn, dùng nguyên văn trên quyết định và bằng. Báo cáo thành tích gửi kèm riêng.",
  "Từ ngày, Đến ngày: cần ghi khi khen theo công trạng; khen đột xuất, phong trào có thể để trống.",
  "Dòng nào để trống thì bỏ qua. Gửi lại chính tệp này, giữ đuôi .xlsx.",
};

typedef struct
{
  TdXlsxWriter *xlsx;
  lxw_worksheet *list;
  lxw_worksheet *choices;
  lxw_format *head;
  lxw_format *cell;
  lxw_format *plain;
  guint n_choices[CHECK_LAST_LIST + 1];
} Form;

/* The choices of a column stand in a column of the hidden sheet. */
static void
write_choices (Form *form, Check check, const char *title, const char *const *words)
{
  guint n = 0;

  worksheet_write_string (form->choices, 0, check - 1, title, form->head);
  for (; words[n] != NULL && n < LAST_ROW; n++)
    worksheet_write_string (form->choices, n + 1, check - 1, words[n], form->plain);
  worksheet_set_column (form->choices, check - 1, check - 1, 36, NULL);
  form->n_choices[check] = n;
}

static void
write_all_choices (Form *form, const TdListForm *info)
{
  write_choices (form, CHECK_KIND, "Loại", kinds);
  write_choices (form, CHECK_SEX, "Giới tính", sexes);
  write_choices (form, CHECK_UNIT, "Đơn vị", info->units);
  write_choices (form, CHECK_AWARD_FORM, "Hình thức khen thưởng", info->award_forms);
  write_choices (form, CHECK_GIVER, "Người tặng", info->givers);
  write_choices (form, CHECK_COMMENDATION, "Loại hình khen thưởng", commendations);
  write_choices (form, CHECK_POSTHUMOUS, "Truy tặng", posthumous);
}

static char *
choices_range (Form *form, Check check)
{
  char letter = 'A' + check - 1;

  return g_strdup_printf ("='" SHEET_CHOICES "'!$%c$2:$%c$%u", letter, letter, form->n_choices[check] + 1);
}

/* A day or a year; what is typed stays text, so that no program turns day and month around. */
static char *
date_formula (char column)
{
  return g_strdup_printf ("=AND(IFERROR(VALUE(RIGHT(%1$c%2$u,4)),0)>=1900,IFERROR(VALUE(RIGHT(%1$c%2$u,4)),0)<=2100,"
                          "OR(LEN(%1$c%2$u)=4,AND(LEN(%1$c%2$u)<=10,ISNUMBER(FIND(\"/\",%1$c%2$u)))))",
                          column, FIRST_ROW + 1);
}

static void
add_check (Form *form, guint column)
{
  Check check = columns[column].check;
  g_autofree char *formula = NULL;
  lxw_data_validation rule = {
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = (char *) ERROR_TITLE,
    .input_message = (char *) columns[column].hint,
    .show_input = columns[column].hint != NULL ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
    .ignore_blank = LXW_VALIDATION_ON,
  };

  if (check == CHECK_NOTHING || (check <= CHECK_LAST_LIST && form->n_choices[check] == 0))
    return;
  if (check <= CHECK_LAST_LIST)
    {
      formula = choices_range (form, check);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.dropdown = LXW_VALIDATION_ON;
      rule.error_message = (char *) "Ô này nên chọn trong danh sách. Giữ nguyên nội dung vừa gõ?";
      /* A closed list takes nothing else; a unit may be missing from ours. */
      if (check != CHECK_UNIT)
        {
          rule.error_type = LXW_VALIDATION_ERROR_TYPE_STOP;
          rule.error_message = (char *) "Chọn một mục trong danh sách của ô.";
        }
    }
  else
    {
      rule.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
      formula = check == CHECK_DATE ? date_formula ('A' + column)
                                    : g_strdup_printf ("=AND(LEN(%1$c%2$u)=12,ISNUMBER(VALUE(%1$c%2$u)))", 'A' + column, FIRST_ROW + 1);
      rule.error_message = check == CHECK_DATE ? (char *) "Ghi ngày/tháng/năm (05/03/1980) hoặc năm (1980). Giữ nguyên?"
                                               : (char *) "Số CCCD có 12 chữ số, kể cả số 0 ở đầu. Là số CMND hoặc hộ chiếu thì giữ nguyên?";
    }
  rule.value_formula = formula;
  worksheet_data_validation_range (form->list, FIRST_ROW, column, LAST_ROW, column, &rule);
}

static void
write_list (Form *form, const TdListForm *info)
{
  const guint last = G_N_ELEMENTS (columns) - 1;
  lxw_format *title = _td_xlsx_writer_add_format (form->xlsx);
  lxw_format *plan = _td_xlsx_writer_add_format (form->xlsx);
  lxw_format *fill = _td_xlsx_writer_add_format (form->xlsx);

  format_set_bold (title);
  format_set_font_size (title, 14);
  format_set_align (title, LXW_ALIGN_CENTER);
  format_set_align (plan, LXW_ALIGN_CENTER);
  format_set_text_wrap (plan);
  format_set_bottom (fill, LXW_BORDER_DOTTED);
  format_set_num_format (fill, "@");
  worksheet_merge_range (form->list, 0, 0, 0, last, TITLE, title);
  worksheet_merge_range (form->list, 1, 0, 1, last, info->plan != NULL ? info->plan : "", plan);
  worksheet_set_row (form->list, 1, 34, NULL);
  worksheet_write_string (form->list, 2, 1, "Đơn vị đề nghị:", form->plain);
  worksheet_merge_range (form->list, 2, 2, 2, 6, "", fill);
  worksheet_write_string (form->list, 3, 1, "Người lập:", form->plain);
  worksheet_merge_range (form->list, 3, 2, 3, 6, "", fill);
  worksheet_write_string (form->list, 3, 7, "Điện thoại:", form->plain);
  worksheet_merge_range (form->list, 3, 8, 3, 9, "", fill);
  worksheet_set_row (form->list, HEAD_ROW, 52, NULL);
  for (guint i = 0; i <= last; i++)
    {
      worksheet_set_column (form->list, i, i, columns[i].width, form->cell);
      worksheet_write_string (form->list, HEAD_ROW, i, columns[i].title, form->head);
      for (guint row = FIRST_ROW; row < FIRST_ROW + RULED_ROWS; row++)
        worksheet_write_blank (form->list, row, i, form->cell);
      add_check (form, i);
    }
  worksheet_freeze_panes (form->list, FIRST_ROW, 3);
  worksheet_ignore_errors (form->list, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  _td_xlsx_writer_set_page (form->list, TITLE, HEAD_ROW);
}

static void
write_guide (Form *form)
{
  lxw_worksheet *sheet = workbook_add_worksheet (form->xlsx->workbook, SHEET_GUIDE);
  lxw_format *bold = _td_xlsx_writer_add_format (form->xlsx);
  lxw_format *wrapped = _td_xlsx_writer_add_format (form->xlsx);

  format_set_bold (bold);
  format_set_text_wrap (wrapped);
  worksheet_set_column (sheet, 0, 0, 100, NULL);
  worksheet_write_string (sheet, 0, 0, "Cách điền danh sách", bold);
  for (guint i = 0; i < G_N_ELEMENTS (guide); i++)
    worksheet_write_string (sheet, i + 1, 0, guide[i], wrapped);
  worksheet_set_paper (sheet, 9);
}

static gboolean
write_form (Form *form, const TdListForm *info, GError **error)
{
  lxw_workbook *workbook = form->xlsx->workbook;

  form->list = workbook_add_worksheet (workbook, SHEET_LIST);
  write_guide (form);
  form->choices = workbook_add_worksheet (workbook, SHEET_CHOICES);
  form->head = _td_xlsx_writer_add_head_format (form->xlsx);
  form->plain = _td_xlsx_writer_add_format (form->xlsx);
  form->cell = _td_xlsx_writer_add_format (form->xlsx);
  format_set_num_format (form->cell, "@");
  format_set_text_wrap (form->cell);
  format_set_border (form->cell, LXW_BORDER_HAIR);
  write_all_choices (form, info);
  write_list (form, info);
  worksheet_hide (form->choices);
  worksheet_activate (form->list);
  return _td_xlsx_writer_check (form->list != NULL && form->choices != NULL ? LXW_NO_ERROR : LXW_ERROR_MEMORY_MALLOC_FAILED, error);
}

/**
 * td_list_form_write:
 * @path: the .xlsx to make or replace
 * @form: what it offers
 * @error: return location
 *
 * Writes the form that comes back as a list of nominations: the columns of law, headings the reader
 * knows, choices and checks in the sheet, every cell as text, so that no zero and no date is changed.
 *
 * Returns: whether it is there
 */
gboolean
td_list_form_write (const char *path, const TdListForm *form, GError **error)
{
  Form state = { NULL };
  g_autoptr (TdOutput) output = td_output_open (path, error);
  gboolean ok;

  if (output == NULL)
    return FALSE;
  state.xlsx = _td_xlsx_writer_new (FALSE, TITLE, form->made_at, error);
  if (state.xlsx == NULL)
    return FALSE;
  ok = write_form (&state, form, error) && _td_xlsx_writer_finish (state.xlsx, output, error) && td_output_finish (output, error);
  _td_xlsx_writer_free (state.xlsx);
  return ok;
}
