/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-letter-looks"

#include "config.h"

#include "td-letter-writer-private.h"

#define INDENT 12.7
#define GAP    6
#define LEFT   TD_LETTER_STAND_LEFT
#define CENTER TD_LETTER_STAND_CENTER
#define RIGHT  TD_LETTER_STAND_RIGHT
#define FULL   TD_LETTER_STAND_JUSTIFIED

/* NĐ 30/2020/NĐ-CP, Phụ lục I: sizes, weight and place of each part of a document. What offices call
 * the parts are the styles' names, so that they are found in the list of styles of Word. */
const TdLetterLook _td_letter_looks[TD_LETTER_N_STYLES] = {
  [TD_LETTER_STYLE_STATE] = { "QuocHieu", "Quốc hiệu", 13, TRUE, FALSE, CENTER, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_MOTTO] = { "TieuNgu", "Tiêu ngữ", 14, TRUE, FALSE, CENTER, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_GOVERNING] = { "CoQuanChuQuan", "Cơ quan chủ quản", 13, FALSE, FALSE, CENTER, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_ISSUING] = { "CoQuanBanHanh", "Cơ quan ban hành", 13, TRUE, FALSE, CENTER, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_NUMBER] = { "SoKyHieu", "Số, ký hiệu", 13, FALSE, FALSE, CENTER, GAP, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_ABOUT] = { "TrichYeuCongVan", "Trích yếu công văn", 13, FALSE, FALSE, CENTER, GAP, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_DATE] = { "DiaDanhNgay", "Địa danh, ngày tháng", 13, FALSE, TRUE, CENTER, GAP, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_DRAFT] = { "DuThao", "Dự thảo", 13, TRUE, FALSE, CENTER, GAP, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_RULE] = { "DuongKe", "Đường kẻ", 2, FALSE, FALSE, CENTER, 3, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_ADDRESSEES] = { "KinhGui", "Kính gửi", 14, FALSE, FALSE, LEFT, 18, 30, 0, 0, TRUE },
  [TD_LETTER_STYLE_ADDRESSEE] = { "NoiKinhGui", "Nơi kính gửi", 14, FALSE, FALSE, LEFT, 0, 52, 0, 0, TRUE },
  [TD_LETTER_STYLE_TYPE] = { "TenLoai", "Tên loại", 14, TRUE, FALSE, CENTER, 18, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_ABSTRACT] = { "TrichYeu", "Trích yếu", 14, TRUE, FALSE, CENTER, 0, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_AUTHORITY] = { "ThamQuyen", "Thẩm quyền ban hành", 14, TRUE, FALSE, CENTER, 16, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_BASE] = { "CanCu", "Căn cứ", 14, FALSE, TRUE, FULL, GAP, 0, INDENT, 0, FALSE },
  [TD_LETTER_STYLE_ORDER] = { "LenhBanHanh", "Lệnh ban hành", 14, TRUE, FALSE, CENTER, 12, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_ARTICLE] = { "Dieu", "Điều", 14, FALSE, FALSE, FULL, GAP, 0, INDENT, 1, FALSE },
  [TD_LETTER_STYLE_CHAPTER] = { "PhanChuong", "Phần, chương", 14, TRUE, FALSE, CENTER, 12, 0, 0, 1, TRUE },
  [TD_LETTER_STYLE_MUC] = { "Muc", "Mục", 14, TRUE, FALSE, LEFT, GAP, 0, INDENT, 1, TRUE },
  [TD_LETTER_STYLE_KHOAN_TITLE] = { "KhoanCoTen", "Khoản có tên", 14, TRUE, FALSE, FULL, GAP, 0, INDENT, 2, FALSE },
  [TD_LETTER_STYLE_KHOAN] = { "Khoan", "Khoản", 14, FALSE, FALSE, FULL, GAP, 0, INDENT, 0, FALSE },
  [TD_LETTER_STYLE_DIEM] = { "Diem", "Điểm", 14, FALSE, FALSE, FULL, GAP, 0, INDENT, 0, FALSE },
  [TD_LETTER_STYLE_BULLET] = { "GachDauDong", "Gạch đầu dòng", 14, FALSE, FALSE, FULL, GAP, 0, INDENT, 0, FALSE },
  [TD_LETTER_STYLE_BODY] = { "NoiDung", "Nội dung", 14, FALSE, FALSE, FULL, GAP, 0, INDENT, 0, FALSE },
  [TD_LETTER_STYLE_TABLE_TITLE] = { "TenBang", "Tên bảng", 14, TRUE, FALSE, CENTER, 12, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_CELL_HEAD] = { "DauBang", "Đầu bảng", 13, TRUE, FALSE, CENTER, 0, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_CELL_GROUP] = { "NhomTrongBang", "Nhóm trong bảng", 13, TRUE, FALSE, LEFT, 0, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_CELL_LEFT] = { "OBang", "Ô bảng", 13, FALSE, FALSE, LEFT, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_CELL_CENTER] = { "OBangGiua", "Ô bảng, giữa", 13, FALSE, FALSE, CENTER, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_CELL_RIGHT] = { "OBangPhai", "Ô bảng, phải", 13, FALSE, FALSE, RIGHT, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_RECIPIENTS] = { "NoiNhan", "Nơi nhận", 12, TRUE, TRUE, LEFT, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_RECIPIENT] = { "TenNoiNhan", "Tên nơi nhận", 11, FALSE, FALSE, LEFT, 0, 1.9, -1.9, 0, FALSE },
  [TD_LETTER_STYLE_CAPACITY] = { "QuyenHanChucVu", "Quyền hạn, chức vụ", 14, TRUE, FALSE, CENTER, 0, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_SIGNER] = { "HoTenNguoiKy", "Họ tên người ký", 14, TRUE, FALSE, CENTER, 90, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_SIGN_HINT] = { "GhiChuKy", "Ghi chú chỗ ký", 13, FALSE, TRUE, CENTER, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_APPENDIX] = { "PhuLuc", "Phụ lục", 14, TRUE, FALSE, CENTER, 0, 0, 0, 1, TRUE },
  [TD_LETTER_STYLE_APPENDIX_TITLE] = { "TenPhuLuc", "Tên phụ lục", 14, TRUE, FALSE, CENTER, 3, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_APPENDIX_NOTE] = { "KemTheo", "Kèm theo", 14, FALSE, TRUE, CENTER, 3, 0, 0, 0, TRUE },
  [TD_LETTER_STYLE_PAGE_NUMBER] = { "SoTrang", "Số trang", 13, FALSE, FALSE, CENTER, 0, 0, 0, 0, FALSE },
  [TD_LETTER_STYLE_SPACER] = { "KhoangCach", "Khoảng cách", 2, FALSE, FALSE, LEFT, 8, 0, 0, 0, FALSE },
};
