/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-work-words.h"

#include <string.h>

#include "ks-text.h"

#define MAX_TITLE 200 /* bytes; what is longer is a text, no title */

/* Titles as ks_text_key() writes them, parted by "|". */
static const struct {
  guint       column;
  const char *titles;
} titles[] = {
  { KS_WORK_REPORTED,
    "reported at|thoi diem bao cao|gio nhap|gio bao cao|thoi gian bao cao|thoi gian nhap|"
    "ngay gio nhap|thoi diem nhap|gio|ngay gio|ngay bao cao|thoi gian|nhap luc|bao cao luc|"
    "ngay gio bao cao|thoi gian gui|thoi diem gui|ngay nhap" },
  { KS_WORK_PRESENT,
    "staff present|co mat|hien dien|tong so co mat|can bo cong chuc co mat|cbcc co mat" },
  { KS_WORK_GUIDED, "guided|huong dan|duoc huong dan|da huong dan|da duoc huong dan" },
  { KS_WORK_ANSWERED,
    "answered|da tra loi|tra loi|phieu|da thuc hien|da khao sat|tham gia|tham gia khao sat|"
    "phieu tra loi|da tham gia|da tham gia khao sat|da tra loi phieu|da quet ma|da gui phieu|"
    "hoan thanh|da hoan thanh" },
  { KS_WORK_POSTED,
    "posted|niem yet|da niem yet|bang tin|niem yet ke hoach|niem yet cong khai|"
    "niem yet tai tru so|bang thong bao|dan bang tin" },
  { KS_WORK_WEBSITE,
    "website|trang ttdt|trang thong tin dien tu|trang tin|cong ttdt|cong thong tin dien tu|"
    "trang tin dien tu|cong thong tin|web|dang website|dang trang ttdt|tren trang ttdt|tren website" },
  { KS_WORK_ZALO, "zalo|nhom zalo|dang zalo|dang tren zalo|tren zalo|qua zalo|dang nhom zalo" },
  { KS_WORK_FACEBOOK,
    "facebook|fb|dang facebook|trang facebook|fanpage|tren facebook|qua facebook" },
  { KS_WORK_MEETINGS,
    "meetings|hoi nghi|cuoc hop|qua hoi nghi|hop|hoi nghi long ghep|tai hoi nghi|hoi nghi cuoc hop" },
  { KS_WORK_COLUMN_POSTED_AT,
    "posted at|thoi diem dang|thoi gian dang|ngay dang|gio dang|ngay gio dang|dang luc|ngay dang tin" },
  { KS_WORK_COLUMN_KIND, "kind|loai|loai tin|noi dung|loai tin anh|noi dung tin" },
  { KS_WORK_COLUMN_COPIES, "copies|tin|tin anh|bai|luong tin|luong|anh|tin bai|posts" },
};

/* "Số người có mặt", "Số CBCC đã trả lời": what stands before is counted. */
static const char *const counted[]
    = { "tong so ", "so luong ", "so nguoi ", "so can bo cong chuc ", "so cbcc ", "so " };

static gboolean
is_listed (const char *key, const char *list)
{
  g_auto (GStrv) entries = g_strsplit (list, "|", -1);

  return g_strv_contains ((const char *const *) entries, key);
}

static gboolean
find_column (const char *key, guint *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (is_listed (key, titles[i].titles))
      {
        *column = titles[i].column;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (g_str_has_prefix (key, counted[i]))
      return find_column (key + strlen (counted[i]), column);
  return FALSE;
}

/* "25/3", "Ngày 25/03/2024", "2024-03-25", "Thứ Hai 25/3": the posts of that day. */
static gboolean
read_day (const char *title, const KsCampaignInfo *info, KsDay *day)
{
  g_autofree char *text = g_strdup (title);
  g_auto (GStrv) parts = NULL;
  const char *start;
  int year;

  g_strstrip (text);
  start = strrchr (text, ' ') != NULL ? strrchr (text, ' ') + 1 : text;
  if (ks_day_read (start, day))
    return TRUE;
  parts = g_strsplit_set (start, "/.-", 4);
  if (g_strv_length (parts) != 2)
    return FALSE;
  ks_moment_to_civil (ks_day_get_start (info->day), &year, NULL, NULL, NULL, NULL, NULL);
  for (int tried = year; tried >= year - 1; tried--)
    {
      g_autofree char *whole = g_strdup_printf ("%s/%s/%d", parts[0], parts[1], tried);

      if (ks_day_read (whole, day) && *day <= info->day + 31)
        return TRUE;
    }
  return FALSE;
}

/* Of lists of units only what tells which unit a row means. */
static KsListMeaning
read_unit_title (const char *above, const char *title)
{
  KsListMeaning meaning = ks_list_read_title (above, title);

  if (meaning.role == KS_LIST_NUMBER || meaning.role == KS_LIST_CODE
      || (meaning.role == KS_LIST_FIELD
          && (meaning.field == KS_UNIT_NAME || meaning.field == KS_UNIT_DISTRICT_NAME
              || meaning.field == KS_UNIT_DISTRICT_CODE)))
    return meaning;
  return (KsListMeaning){ KS_LIST_IGNORED };
}

/**
 * ks_work_read_title:
 * @above: (nullable): the title that spans several columns, with this one under it
 * @title: the title of a column
 * @info: the survey, a #KsCampaignInfo
 *
 * Returns: what stands in the column of a table of reports or posts
 */
KsListMeaning
ks_work_read_title (const char *above, const char *title, gpointer info)
{
  KsListMeaning meaning = { KS_LIST_OTHER };
  g_autofree char *key = NULL;

  if (strlen (title) > MAX_TITLE)
    return (KsListMeaning){ KS_LIST_IGNORED };
  meaning.day = KS_DAY_NONE;
  key = ks_text_key (title);
  if (find_column (key, &meaning.other))
    return meaning;
  if (read_day (title, info, &meaning.day))
    {
      meaning.other = KS_WORK_POSTS;
      return meaning;
    }
  return read_unit_title (above, title);
}
