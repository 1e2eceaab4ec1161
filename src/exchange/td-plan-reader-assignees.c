/* Copyright © 2026 The Thi Đua developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "td-plan-reader-assignees"

#include "config.h"

#include <string.h>

#include "td-plan-reader-private.h"

/* Who has to do what: the parts below "Tổ chức thực hiện". The name is the title, or the words
 * before the first verb. */

/* Verbs that follow the name of an agency; names have capitals, so these are looked for in small
 * letters only. */
const char *const _td_plan_verbs[] = {
  "căn cứ", "chủ trì", "phối hợp", "xây dựng", "triển khai", "thực hiện", "chỉ đạo", "hướng dẫn",
  "theo dõi", "đôn đốc", "kiểm tra", "tham mưu", "đẩy mạnh", "tăng cường", "tiếp tục", "phát huy",
  "nghiên cứu", "ban hành", "có trách nhiệm", "chịu trách nhiệm", "chủ động", "tích cực",
  "tập trung", "thường xuyên", "kịp thời", "quán triệt", "phổ biến", "cụ thể hóa", "bố trí",
  "lồng ghép", "vận động", "tuyên truyền", "phát động", "đăng ký", "báo cáo", "gửi", "lập",
  "rà soát", "tổng hợp", "giúp", "quan tâm", "phản ánh", "đưa tin", "mở", "dành", "nêu cao",
  "nâng cao", "bám sát", "định kỳ", "cân đối", "thẩm định", "đề xuất", "tổ chức", "trên cơ sở",
  "theo chức năng", "theo thẩm quyền", "hưởng ứng", "làm tốt", "bảo đảm", "đảm bảo", "lãnh đạo",
  "cần", "phải", "sẽ", "được giao", "duy trì", "kết hợp", "giám sát", "công bố", "cung cấp",
  "khuyến khích", "động viên", "hỗ trợ", "phân công", "tham gia", "đánh giá", "xem xét",
  "lựa chọn", "giới thiệu", "nghiêm túc", "dựa", "là cơ quan", "là đơn vị", "tiếp nhận", "trình",
  "quyết định", "kêu gọi", "thông báo", "làm đầu mối", "đầu mối", "chuẩn bị", "in ấn", "tạo",
  "ưu tiên", "huy động", "khơi dậy", "kiện toàn", "thành lập", "cử", "nhanh chóng", "khẩn trương",
  "rút kinh nghiệm", "sơ kết", "tổng kết", "phát hiện", "bồi dưỡng", "nhân rộng", "biểu dương",
  "tôn vinh", "đổi mới", "khắc phục", "hoàn thành", "phấn đấu", "thống nhất", "chấm điểm",
  "ra sức", "thi đua hoàn thành", "nộp", "tích hợp", "xét chọn", "niêm yết", "xác nhận",
  "có ý kiến", "trả lời", "đưa", "tăng", "lo", "giải quyết", "bình xét", "hoàn thiện", "lan tỏa",
  "chia sẻ", "cập nhật", "phân bổ", "xử lý", "định hướng", "đăng tải", "phát sóng", "đồng hành",
  "chăm lo", "điều chỉnh", "bổ sung", "ký kết", "gương mẫu", "hằng năm", "hàng năm",
  "có nhiệm vụ", "trong quá trình", "ngay sau khi", "tuyển chọn", "vận dụng", "trao đổi",
  "giữ vững", "nắm bắt", NULL
};

static const char *const org_titles[] = {
  "tổ chức thực hiện", "trách nhiệm", "phân công", "nhiệm vụ của", "phân công nhiệm vụ",
  "tổ chức triển khai", "triển khai thực hiện", "tổ chức, thực hiện", "phân công thực hiện", NULL
};

static const char *const requests[] = {
  "đề nghị", "trân trọng đề nghị", "kính đề nghị", "mời", "kính mời", "kính đề nghị", NULL
};
static const char *const orders[] = {
  "giao", "yêu cầu", "đối với", "trách nhiệm của", "nhiệm vụ của", "phân công", "về phía", NULL
};

/* "các tổ chức", "phòng tổng hợp": verbs that are nouns behind some words. */
static const char *const ambiguous[] = {
  "tổ chức", "tuyên truyền", "lãnh đạo", "kiểm tra", "giám sát", "tổng hợp", "thẩm định", "hỗ trợ",
  "đánh giá", "báo cáo", "xử lý", NULL
};

/* Words whose last part is written like a verb: "Hậu cần", "đầu tư xây dựng". */
static const char *const compounds[] = {
  "đào tạo", "sáng tạo", "chế tạo", "nhân tạo", "hậu cần", "tư xây dựng", "liệu xây dựng",
  "hoạch xây dựng", "án xây dựng", "ban xây dựng", "gia tăng", NULL
};

static const char *const noun_before[] = {
  "các", "và", "cơ quan", "những", "tập thể", "công tác", "lực lượng", "ban", "bộ phận",
  "đồng chí", "phòng", "hội đồng", "đoàn", "mỗi", "của", "về", "tổ", "trung tâm", NULL
};

/* Lists are searched by hand; a plan with more assignees than this is broken. */
#define MAX_NAMED 400

static gboolean
is_noun (const char *low, gsize at)
{
  while (at > 0 && low[at - 1] == ' ')
    at--;
  if (at == 0 || low[at - 1] == ',')
    return at > 0;
  return _td_plan_ends_any (low, at, noun_before);
}

/* Whether the word before and the verb at @at are one word. */
static gboolean
is_compound (const char *low, gsize at)
{
  gsize start = at;

  while (start > 0 && low[start - 1] == ' ')
    start--;
  while (start > 0 && !_td_plan_is_boundary (low + start - 1))
    start--;
  return start < at && start + _td_plan_starts_any (low + start, compounds) > at;
}

/* Where the name at the start of a sentence ends: before its first verb, 0 when there is none. */
gsize
_td_plan_name_length (const char *text, const char *low)
{
  guint n_words = 0;

  for (gsize i = 0; low[i] != '\0' && i < 600; i++)
    {
      gsize length;

      if (strchr (".;", low[i]) != NULL && (low[i + 1] == ' ' || low[i + 1] == '\0'))
        return 0;
      if (i > 0 && low[i - 1] != ' ')
        continue;
      n_words++;
      length = _td_plan_starts_any (low + i, _td_plan_verbs);
      if (n_words < 2 || length == 0 || strncmp (text + i, low + i, length) != 0)
        continue;
      if ((_td_plan_starts_any (low + i, ambiguous) > 0 && is_noun (low, i)) || is_compound (low, i))
        continue;
      return i;
    }
  return 0;
}

/* Skips "Đề nghị", "Giao"; tells which. */
gsize
_td_plan_skip_order (const char *low, gboolean *requested, gboolean *told)
{
  gsize length = _td_plan_starts_any (low, requests);

  *requested = length > 0;
  *told = FALSE;
  if (length == 0)
    {
      length = _td_plan_starts_any (low, orders);
      *told = _td_plan_starts (low, "giao") || _td_plan_starts (low, "yêu cầu")
              || _td_plan_starts (low, "phân công");
    }
  while (low[length] == ' ' || low[length] == ':')
    length++;
  return length;
}

static void
add_task (TdPlanAssignee *assignee, const char *text, gsize length, const TdPlanSection *section)
{
  g_autofree char *cut = _td_plan_cut (text, length);

  if (cut != NULL)
    g_ptr_array_add (assignee->tasks, td_plan_text_new (cut, section->id, section->lines));
}

/* "Giao Sở A chủ trì …; theo dõi …. Đồng thời, phối hợp …": a task per clause. */
static void
add_clauses (TdPlanAssignee *assignee, const char *text, const TdPlanSection *section)
{
  static const char *const links[] = { "đồng thời", "ngoài ra", "bên cạnh đó", NULL };
  g_autofree char *low = _td_plan_dup_lower (text);
  gsize from = 0;

  while (low[from] != '\0')
    {
      gsize end = from, length;
      g_autofree char *clause = NULL;

      while (low[end] != '\0'
             && !(strchr (";.", low[end]) != NULL && (low[end + 1] == ' ' || low[end + 1] == '\0')))
        end++;
      while (low[from] == ' ')
        from++;
      length = _td_plan_starts_any (low + from, links);
      from += length;
      while (low[from] == ' ' || low[from] == ',')
        from++;
      clause = from < end ? _td_plan_cut_bare (text + from, end - from) : NULL;
      if (clause != NULL)
        add_task (assignee, clause, strlen (clause), section);
      from = low[end] != '\0' ? end + 1 : end;
    }
}

static void
add_tasks_below (TdPlanReader *self, TdPlanAssignee *assignee, guint index)
{
  guint end = _td_plan_section_end (self->reading, index);

  for (guint i = index + 1; i < end; i++)
    {
      const TdPlanSection *section = _td_plan_section (self, i);
      g_autofree char *text = NULL;

      if (section->text == NULL && _td_plan_section_end (self->reading, i) > i + 1)
        continue;
      text = _td_plan_section_text (section);
      add_task (assignee, text, strlen (text), section);
    }
}

/* "Sở A (Cơ quan Thường trực Hội đồng B)" is called Sở A. */
static void
cut_office (char *name)
{
  static const char *const offices[] = { "cơ quan", "đơn vị", "bộ phận", "là cơ quan", "thường trực", NULL };
  char *open = strchr (name, '(');
  g_autofree char *low = open != NULL ? _td_plan_dup_lower (open + 1) : NULL;

  if (low == NULL || open == name || _td_plan_starts_any (low, offices) == 0)
    return;
  *open = '\0';
  g_strchomp (name);
}

static void
add_assignee (TdPlanReader *self, guint index, const char *name, gsize length, gboolean requested,
              const char *text, gboolean clauses)
{
  const TdPlanSection *section = _td_plan_section (self, index);
  g_autofree char *cut = _td_plan_cut_bare (name, length);
  TdPlanAssignee *assignee;

  if (cut == NULL)
    return;
  cut_office (cut);
  assignee = td_plan_assignee_new (cut, requested, section->id);
  if (text != NULL && clauses)
    add_clauses (assignee, text, section);
  else if (text != NULL)
    add_task (assignee, text, strlen (text), section);
  add_tasks_below (self, assignee, index);
  g_ptr_array_add (self->reading->assignees, assignee);
}

/* Takes a part with a title: the title is the name, unless it speaks of something else. */
static gboolean
take_titled (TdPlanReader *self, guint index)
{
  const TdPlanSection *section = _td_plan_section (self, index);
  const char *title = _td_plan_title (self, index);
  gboolean requested, told;
  gsize skip = _td_plan_skip_order (title, &requested, &told), length;

  if (!_td_plan_is_unit (title + skip))
    return FALSE;
  length = _td_plan_name_length (section->title + skip, title + skip);
  if (length > 0 && _td_plan_is_caps (section->title, strlen (section->title)))
    length = 0;
  add_assignee (self, index, section->title + skip, length > 0 ? length : strlen (section->title + skip),
                requested, section->text, FALSE);
  return TRUE;
}

static gboolean
take_untitled (TdPlanReader *self, guint index)
{
  const TdPlanSection *section = _td_plan_section (self, index);
  g_autofree char *low = NULL;
  gboolean requested, told;
  gsize skip, length;
  const char *colon;

  if (section->text == NULL)
    return FALSE;
  low = _td_plan_dup_lower (section->text);
  skip = _td_plan_skip_order (low, &requested, &told);
  if (!_td_plan_is_unit (low + skip))
    return FALSE;
  length = _td_plan_name_length (section->text + skip, low + skip);
  colon = memchr (low + skip, ':', strnlen (low + skip, 400));
  if (colon != NULL && (length == 0 || (gsize) (colon - low - skip) < length)
      && memchr (low + skip, '.', colon - low - skip) == NULL)
    {
      const char *rest = colon + 1 + strspn (colon + 1, " ");

      add_assignee (self, index, section->text + skip, colon - low - skip, requested,
                    *rest != '\0' ? section->text + (rest - low) : NULL, FALSE);
      return TRUE;
    }
  if (length == 0)
    return FALSE;
  if (told)
    add_assignee (self, index, section->text + skip, length, FALSE, section->text + skip + length, TRUE);
  else
    add_assignee (self, index, section->text + skip, length, requested, section->text, FALSE);
  return TRUE;
}

/* "1. Liên đoàn Lao động tỉnh", "a) Ban A: …", "b) Văn phòng: …": a name above names. */
static gboolean
stands_above_names (TdPlanReader *self, guint index)
{
  const TdPlanSection *section = _td_plan_section (self, index);
  guint end = _td_plan_section_end (self->reading, index), n = 0;

  if (section->title == NULL || section->text != NULL)
    return FALSE;
  for (guint i = index + 1; i < end; i++)
    {
      const char *title = _td_plan_title (self, i);

      if (_td_plan_section (self, i)->level != section->level + 1)
        continue;
      if (*title == '\0' || !_td_plan_is_unit (title) || _td_plan_name_length (_td_plan_section (self, i)->title, title) > 0)
        return FALSE;
      n++;
    }
  return n > 1;
}

/* A paragraph without a mark tells somebody only where it says so. */
static gboolean
is_order (const TdPlanSection *section)
{
  g_autofree char *low = section->text != NULL ? g_strndup (section->text, strnlen (section->text, 40)) : NULL;
  gboolean requested, told;

  if (low == NULL)
    return FALSE;
  _td_plan_lower (low, strlen (low));
  _td_plan_skip_order (low, &requested, &told);
  return requested || told;
}

/* Goes down from the heading to the first parts that name somebody. */
static void
take_below (TdPlanReader *self, guint index)
{
  guint end = _td_plan_section_end (self->reading, index);

  for (guint i = index + 1; i < end; i++)
    {
      const TdPlanSection *section = _td_plan_section (self, i);
      gboolean taken = FALSE;

      if (section->title != NULL)
        taken = !stands_above_names (self, i) && take_titled (self, i);
      else if (section->marker_kind != TD_MARKER_TEXT || is_order (section))
        taken = take_untitled (self, i);
      if (taken)
        i = _td_plan_section_end (self->reading, i) - 1;
    }
}

/* A sentence elsewhere that gives a known assignee the lead is a task too. */
static void
take_elsewhere (TdPlanReader *self, const gboolean *inside)
{
  static const char *const leads[] = {
    "chủ trì", "có trách nhiệm", "chịu trách nhiệm", "làm đầu mối", NULL
  };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *assignees = self->reading->assignees;

  for (guint i = 0; i < assignees->len && i < MAX_NAMED; i++)
    {
      TdPlanAssignee *assignee = g_ptr_array_index (assignees, i);

      g_hash_table_insert (names, _td_plan_dup_lower (assignee->name), assignee);
    }
  for (guint i = 0; i < self->reading->sections->len; i++)
    {
      const TdPlanSection *section = _td_plan_section (self, i);
      g_autofree char *low = NULL;
      g_autofree char *name = NULL;
      TdPlanAssignee *assignee;
      gboolean requested, told;
      gsize skip, length;

      if (inside[i] || section->text == NULL)
        continue;
      low = g_strndup (section->text, MIN (strlen (section->text), 700));
      _td_plan_lower (low, strlen (low));
      skip = _td_plan_skip_order (low, &requested, &told);
      if (!_td_plan_is_unit (low + skip))
        continue;
      length = _td_plan_name_length (section->text + skip, low + skip);
      if (length == 0 || _td_plan_starts_any (low + skip + length, leads) == 0)
        continue;
      name = _td_plan_cut_bare (low + skip, length);
      assignee = name != NULL ? g_hash_table_lookup (names, name) : NULL;
      if (assignee != NULL)
        add_task (assignee, section->text, strlen (section->text), section);
    }
}

/* A directive has no heading for it: its parts name who has to act. Elsewhere a part that begins
 * with "Giao", "Đề nghị" does. */
static void
take_without_heading (TdPlanReader *self)
{
  gboolean directive = g_strcmp0 (self->reading->doc_type, "chỉ thị") == 0;

  for (guint i = 0; i < self->reading->sections->len; i++)
    {
      const TdPlanSection *section = _td_plan_section (self, i);
      const char *text = section->title != NULL ? section->title : section->text;
      g_autofree char *low = text != NULL ? g_strndup (text, strnlen (text, 60)) : NULL;
      gboolean requested, told, taken;

      if (low == NULL || section->marker_kind == TD_MARKER_TEXT)
        continue;
      _td_plan_lower (low, strlen (low));
      _td_plan_skip_order (low, &requested, &told);
      if (!directive && !requested && !told)
        continue;
      taken = section->title != NULL ? take_titled (self, i) : take_untitled (self, i);
      if (taken)
        i = _td_plan_section_end (self->reading, i) - 1;
    }
}

/* Whether a title is about who does what; "Sở A có trách nhiệm" is one who does. */
static gboolean
is_about_duties (const TdPlanReader *self, guint index)
{
  static const char *const bound[] = { "có trách nhiệm", "chịu trách nhiệm", NULL };

  return _td_plan_title_has (self, index, org_titles) && !_td_plan_title_has (self, index, bound);
}

/* The same for no title below it. */
static gboolean
is_closest_about_duties (const TdPlanReader *self, guint index)
{
  guint end;

  if (!is_about_duties (self, index))
    return FALSE;
  end = _td_plan_section_end (self->reading, index);
  for (guint i = index + 1; i < end; i++)
    if (is_about_duties (self, i))
      return FALSE;
  return TRUE;
}

/* Reads who was told or asked to do what. */
void
_td_plan_read_assignees (TdPlanReader *self)
{
  guint n = self->reading->sections->len;
  g_autofree gboolean *inside = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint end;

      if (inside[i] || !is_closest_about_duties (self, i)
          || _td_plan_count_words (_td_plan_title (self, i), G_MAXSIZE) > 14)
        continue;
      end = _td_plan_section_end (self->reading, i);
      take_below (self, i);
      for (guint j = i; j < end; j++)
        inside[j] = TRUE;
    }
  if (self->reading->assignees->len == 0)
    take_without_heading (self);
  else
    take_elsewhere (self, inside);
}
