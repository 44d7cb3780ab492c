/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-list-words.h"

#include <string.h>

#include "ks-group.h"
#include "ks-i18n.h"
#include "ks-text.h"
#include "ks-unit.h"

#define MAX_TITLE 200 /* bytes; what is longer is a text, no title */

/* Titles as ks_text_key() writes them, parted by "|". */
static const struct {
  KsListMeaning meaning;
  const char   *titles;
} titles[] = {
  { { KS_LIST_NUMBER }, "stt|tt|so tt|so thu tu|no" },
  { { KS_LIST_CODE },
    "code|ma|ma dvhc|ma don vi|ma don vi hanh chinh|ma so|ma dv|ma xa|ma hanh chinh|ma dbhc|"
    "ma xa phuong|ma xa phuong thi tran|ma xa phuong tt|ma so don vi" },
  { { KS_LIST_FIELD, KS_UNIT_NAME },
    "ten|ten don vi|don vi|ten xa|xa phuong thi tran|ten xa phuong thi tran|don vi hanh chinh|"
    "ten don vi hanh chinh|ten dvhc|co quan|ten co quan|co quan don vi|ten co quan don vi|xa phuong|"
    "xa|co so|dia phuong|cap xa|don vi cap xa|ten dv|xa phuong tt|xa phuong va thi tran|"
    "don vi xa phuong thi tran|ten xa phuong|ten dia phuong" },
  { { KS_LIST_FIELD, KS_UNIT_KIND }, "loai|loai don vi|loai hinh|cap|loai dvhc|loai don vi hanh chinh" },
  { { KS_LIST_FIELD, KS_UNIT_DISTRICT_NAME },
    "district|huyen|ten huyen|huyen thi xa thanh pho|huyen thanh pho|huyen thi xa|huyen tx tp|"
    "huyen tp|huyen tp tx|thanh pho thi xa huyen|quan huyen|cap huyen|thuoc huyen|don vi cap huyen|"
    "huyen thanh pho thi xa|truc thuoc|ten huyen thi xa thanh pho|huyen thi|tp tx huyen" },
  { { KS_LIST_FIELD, KS_UNIT_DISTRICT_CODE }, "ma huyen|ma cap huyen|ma qh|ma quan huyen" },
  { { KS_LIST_FIELD, KS_UNIT_ORDER }, "thu tu|thu tu trong huyen|so thu tu cua co quan" },
  { { KS_LIST_FIELD, KS_UNIT_PART_TIME },
    "nguoi hoat dong khong chuyen trach|hoat dong khong chuyen trach|khong chuyen trach|hdkct|kct|"
    "nguoi hdkct|can bo khong chuyen trach|so nguoi hoat dong khong chuyen trach|nguoi hd khong chuyen trach" },
  { { KS_LIST_FIELD, KS_UNIT_STAFF_SOURCE }, "nguon|nguon so lieu|nguon cua so lieu|can cu" },
  { { KS_LIST_FIELD, KS_UNIT_STAFF_DAY },
    "ngay|ngay so lieu|ngay cua so lieu|ngay chot|thoi diem|den ngay|tinh den ngay|ngay chot so lieu|"
    "thoi diem chot so lieu|ngay thong ke|thoi diem thong ke|ngay lay so lieu|so lieu den ngay" },
  { { KS_LIST_FIELD, KS_UNIT_HEAD },
    "to truong|ho ten to truong|ho va ten to truong|to truong to cong tac|dau moi|dau moi lien he|"
    "nguoi phu trach|ho ten to truong to cong tac|to truong chu tich cong doan" },
  { { KS_LIST_FIELD, KS_UNIT_PHONE },
    "dien thoai|so dien thoai|sdt|dt|so dt|di dong|dien thoai to truong|dien thoai lien he|"
    "sdt to truong|dien thoai to cong tac|so dien thoai to truong|so dien thoai lien he" },
  { { KS_LIST_FIELD, KS_UNIT_MEMBERS }, "thanh vien|thanh vien to cong tac|cac thanh vien" },
  { { KS_LIST_FIELD, KS_UNIT_TYPIST },
    "cong chuc nhap so lieu|nguoi nhap so lieu|nguoi nhap lieu|can bo nhap lieu|can bo nhap so lieu|"
    "cong chuc nhap lieu" },
  { { KS_LIST_FIELD, KS_UNIT_ZALO }, "zalo|so zalo|nhom zalo|zalo to cong tac" },
  { { KS_LIST_FIELD, KS_UNIT_FORMER_NAMES },
    "ten cu|ten goi khac|ten truoc day|ten cu ten goi khac|ten goi khac ten cu" },
  { { KS_LIST_FIELD, KS_UNIT_LINK }, "url|duong link|duong dan|duong link rieng|link rieng" },
  { { KS_LIST_FIELD, KS_UNIT_NOTE }, "ghi chu" },
};

/* What says that a figure is of staff, and what may stand beside it. */
static const char staff_words[]
    = "bien che|can bo cong chuc|cbcc|cb cc|can bo|cong chuc|tong so|tong cong|tong|cong|so nguoi|so luong";
static const char filler_words[]
    = "so|luong|nguoi|cua|co|quan|khoi|cac|hien|mat|giao|duoc|nam|xa|phuong|thi|tran|cap|va|trong|do|"
      "lam|viec|den|tai|to|chuc|2023|2024|2025|2026|hdnd|vp|van|phong";
static const char excused_words[] = "vang co ly do|vang mat|vang|nghi co ly do|duoc mien";
static const char reason_words[] = "ly do vang|ghi chu vang|ly do nghi";

static gboolean
is_listed (const char *key, const char *list)
{
  g_auto (GStrv) entries = g_strsplit (list, "|", -1);

  return g_strv_contains ((const char *const *) entries, key);
}

static KsListMeaning
make_field (KsUnitField first, guint body)
{
  return (KsListMeaning){ KS_LIST_FIELD, (KsUnitField) (first + body) };
}

/* "Biên chế" over "Đảng ủy", "Đảng ủy" over "Vắng có lý do", "Số CBCC khối Đảng": all words must
 * be known, so that nothing is taken for a figure that it is not. */
static KsListMeaning
read_staff_title (const char *key)
{
  const KsListMeaning ignored = { KS_LIST_IGNORED };
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean reason, excused, staff;
  guint n_bodies = 0, body = 0;

  g_string_printf (text, " %s ", key);
  reason = ks_text_take_words (text, reason_words);
  excused = ks_text_take_words (text, excused_words);
  for (guint i = 0; i < KS_N_BODIES; i++)
    if (ks_text_take_words (text, ks_body_words[i].words))
      {
        body = ks_body_words[i].body;
        n_bodies++;
      }
  staff = ks_text_take_words (text, staff_words);
  ks_text_take_words (text, filler_words);
  if (strspn (text->str, " ") < text->len || n_bodies > 1)
    return ignored;
  if (n_bodies == 1)
    return make_field (reason    ? KS_UNIT_EXCUSED_NOTE
                       : excused ? KS_UNIT_EXCUSED
                                 : KS_UNIT_TOTAL,
                       body);
  if (reason || !(staff || excused))
    return ignored;
  return (KsListMeaning){ excused ? KS_LIST_EXCUSED_SUM : KS_LIST_SUM };
}

static gboolean
read_known_title (const char *title, const char *key, KsListMeaning *meaning)
{
  g_autofree char *id = g_ascii_strdown (title, -1);

  g_strstrip (id);
  if (ks_unit_field_find (id, &meaning->field))
    {
      meaning->role = KS_LIST_FIELD;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (is_listed (key, titles[i].titles))
      {
        *meaning = titles[i].meaning;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_list_read_title:
 * @above: (nullable): the title that spans several columns, with this one under it
 * @title: the title of a column
 *
 * Returns: what stands in the column
 */
KsListMeaning
ks_list_read_title (const char *above, const char *title)
{
  KsListMeaning meaning = { KS_LIST_IGNORED };
  g_autofree char *whole
      = above != NULL ? g_strdup_printf ("%s %s", above, title) : g_strdup (title);
  g_autofree char *key = NULL;
  g_autofree char *own = NULL;

  if (strlen (whole) > MAX_TITLE)
    return meaning;
  key = ks_text_key (whole);
  own = ks_text_key (title);
  if (*own == '\0' || read_known_title (title, own, &meaning)
      || read_known_title (whole, key, &meaning))
    return meaning;
  return read_staff_title (key);
}

/**
 * ks_list_is_total:
 * @text: the label of a row
 *
 * Returns: whether the row adds up others: "Cộng", "Tổng số", "Cộng huyện Lục Nam"
 */
gboolean
ks_list_is_total (const char *text)
{
  g_autofree char *key = ks_text_key (text);
  g_autoptr (GString) rest = g_string_new (NULL);
  gboolean total;

  g_string_printf (rest, " %s ", key);
  total = g_str_has_prefix (rest->str, " cong ") || g_str_has_prefix (rest->str, " tong ")
          || g_str_has_prefix (rest->str, " toan ");
  if (!total)
    return FALSE;
  ks_text_take_words (rest, "tong cong|tong so|tong|cong|toan|tat ca|so|bo");
  g_string_erase (rest, 0, (gssize) strspn (rest->str, " 0123456789"));
  for (const char *p = "huyen \0thi xa \0thanh pho \0tinh \0tp \0tx \0cac \0don vi \0"; *p != '\0';
       p += strlen (p) + 1)
    if (g_str_has_prefix (rest->str, p))
      return TRUE;
  return rest->len == 0;
}

/**
 * ks_list_is_numeral:
 * @text: what stands in the column of numbers
 *
 * Returns: whether it numbers a heading: "I", "IV.", "A"
 */
gboolean
ks_list_is_numeral (const char *text)
{
  g_autofree char *clean = ks_text_clean (text);
  gsize length = strspn (clean, "IVXLC");

  if (length == 0 && *clean >= 'A' && *clean <= 'H')
    length = 1;
  return length > 0 && strspn (clean + length, ".)/-: ") == strlen (clean + length);
}

/**
 * ks_list_skip_numeral:
 * @text: a heading: "II. Huyện Lục Nam"
 *
 * Returns: (transfer none): what follows the numeral, within @text; @text if there is none
 */
const char *
ks_list_skip_numeral (const char *text)
{
  const char *rest = text + strspn (text, " \t\n\r");
  gsize length = strspn (rest, "IVXLC");

  if (length == 0 && *rest >= 'A' && *rest <= 'H')
    length = 1;
  if (length == 0 || rest[length] == '\0' || strchr (".)/-: ", rest[length]) == NULL)
    return text;
  rest += length;
  return rest + strspn (rest, ".)/-: ");
}

/**
 * ks_list_district_key:
 * @text: the name of a district, with its kind or without
 * @has_kind: (out): whether it says huyện, thị xã, thành phố or quận
 *
 * Returns: (transfer full): the key of the bare name
 */
char *
ks_list_district_key (const char *text, gboolean *has_kind)
{
  static const char *const kinds[]
      = { "huyen ", "thi xa ", "thanh pho ", "quan ", "tp ", "tx ", "h " };
  g_autofree char *key = ks_text_key (text);

  *has_kind = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (key, kinds[i]))
      {
        *has_kind = TRUE;
        return g_strdup (key + strlen (kinds[i]));
      }
  return g_steal_pointer (&key);
}

/**
 * ks_list_is_blank:
 * @text: what a cell holds
 *
 * Returns: whether it says nothing; a dash stands for nothing, too
 */
gboolean
ks_list_is_blank (const char *text)
{
  g_autofree char *clean = ks_text_clean (text);

  return *clean == '\0' || g_str_equal (clean, "-") || g_str_equal (clean, "–")
         || g_str_equal (clean, "—");
}

static gboolean
has_groups (const char *text)
{
  gsize length = strspn (text, "0123456789");

  if (length < 1 || length > 3 || text[length] == '\0')
    return FALSE;
  for (text += length; *text != '\0'; text += 4)
    if ((*text != '.' && *text != ',') || strspn (text + 1, "0123456789") < 3
        || (text[4] != '\0' && text[4] != '.' && text[4] != ','))
      return FALSE;
  return TRUE;
}

/**
 * ks_list_read_count:
 * @text: a cell of figures: 12, 12.0, 1.200
 * @count: (out): the number
 *
 * Returns: whether it is a whole number that is not negative
 */
gboolean
ks_list_read_count (const char *text, gint64 *count)
{
  g_autofree char *clean = ks_text_clean (text);
  guint64 number;
  gsize length;

  if (has_groups (clean))
    {
      g_auto (GStrv) parts = g_strsplit_set (clean, ".,", -1);
      g_autofree char *joined = g_strjoinv ("", parts);

      g_free (clean);
      clean = g_steal_pointer (&joined);
    }
  length = strspn (clean, "0123456789");
  if (length > 0 && (clean[length] == '.' || clean[length] == ',')
      && strspn (clean + length + 1, "0") == strlen (clean + length + 1))
    clean[length] = '\0';
  if (!g_ascii_string_to_unsigned (clean, 10, 0, G_MAXINT, &number, NULL))
    return FALSE;
  *count = (gint64) number;
  return TRUE;
}

/**
 * ks_list_find_fault:
 * @text: a cell
 *
 * Returns: (transfer none) (nullable): what is wrong with it, if it stands there instead of what
 *   somebody meant
 */
const char *
ks_list_find_fault (const char *text)
{
  static const char *const errors[]
      = { "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", NULL };

  if (*text == '=')
    return _ ("the cell holds a formula without its result. Open the file in a spreadsheet, save "
              "it and try again.");
  if (g_strv_contains (errors, text))
    return _ ("the cell holds an error of the spreadsheet. Mend it there.");
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && strchr ("\t\n\r", *p) == NULL)
      return _ ("the cell holds a control character. Type it again.");
  return NULL;
}
