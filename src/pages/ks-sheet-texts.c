/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-texts.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-label-grid.h"
#include "ks-link.h"
#include "ks-logo.h"
#include "ks-pages-error.h"

#define MOST_MARGIN 20.0

typedef struct {
  const char *id;
  const char *label;
  guint       max_lines;
  guint       max_length;  /* letters, line feeds and all */
  const char *words;
} Text;

/* Vietnamese data, as the offices word it. {day} is the day, {deadline} the end of the window. */
static const Text table[KS_N_SHEET_TEXTS] = {
  [KS_TEXT_SUPERIOR_BODY] = { "superior_body", N_("Superior body"), 1, 90, "" },
  [KS_TEXT_ISSUING_BODY] = { "issuing_body", N_("Issuing body"), 1, 160, "" },
  [KS_TEXT_TITLE] = { "title", N_("Title of the sheets"), 1, 90, "Khảo sát, lấy ý kiến của cán bộ, công chức" },
  [KS_TEXT_SUBTITLE]
  = { "subtitle", N_("Second line of the title"), 1, 100,
      "về việc thực hiện quy chế dân chủ tại cơ quan cấp xã" },
  [KS_TEXT_AUDIENCE] = { "audience", N_("For whom"), 3, 200,
                         "Chỉ dành cho cán bộ, công chức cơ quan\n"
                         "Đảng ủy, UBND, MTTQ và các tổ chức chính trị - xã hội" },
  [KS_TEXT_CALL] = { "call", N_("Call to scan"), 1, 60, "Quét mã để trả lời phiếu khảo sát" },
  [KS_TEXT_STEP_1] = { "step_1", N_("Step 1"), 1, 24, "Mở Zalo" },
  [KS_TEXT_STEP_1_NOTE] = { "step_1_note", N_("Step 1, small line"), 1, 48,
      "hoặc máy ảnh, chọn Quét mã QR" },
  [KS_TEXT_STEP_2] = { "step_2", N_("Step 2"), 1, 24, "Quét mã" },
  [KS_TEXT_STEP_2_NOTE] = { "step_2_note", N_("Step 2, small line"), 1, 48,
      "kiểm tra đúng tên cơ quan mình" },
  [KS_TEXT_STEP_3] = { "step_3", N_("Step 3"), 1, 24, "Trả lời và gửi" },
  [KS_TEXT_STEP_3_NOTE] = { "step_3_note", N_("Step 3, small line"), 1, 48,
      "mỗi người gửi một phiếu" },
  [KS_TEXT_ASSURANCE] = { "assurance", N_("Assurance"), 1, 34, "Phiếu không ghi họ tên" },
  [KS_TEXT_ASSURANCE_NOTE] = { "assurance_note", N_("Assurance, small line"), 1, 60,
      "Ý kiến chỉ dùng để tổng hợp chung" },
  [KS_TEXT_WHERE] = { "where", N_("Where to hang"), 2, 70,
      "Treo trong phòng làm việc,\nphòng họp;" },
  [KS_TEXT_NOT_WHERE]
  = { "not_where", N_("Where not to show"), 3, 100,
      "không đăng mã này lên\nmạng xã hội,\ntrang thông tin điện tử" },
  [KS_TEXT_CARD_STEP_1] = { "card_step_1", N_("Card, step 1"), 1, 40, "Mở Zalo, chọn Quét mã QR" },
  [KS_TEXT_CARD_STEP_2] = { "card_step_2", N_("Card, step 2"), 1, 40, "Kiểm tra đúng tên cơ quan" },
  [KS_TEXT_CARD_STEP_3] = { "card_step_3", N_("Card, step 3"), 1, 40, "Trả lời và bấm Gửi" },
  [KS_TEXT_LABEL_CALL] = { "label_call", N_("Label, call to scan"), 1, 30, "Quét mã để trả lời" },
  [KS_TEXT_IMAGE_ONCE] = { "image_once", N_("Picture, one answer each"), 2, 50,
      "Mỗi người gửi\nmột phiếu" },
  [KS_TEXT_IMAGE_NOTE] = { "image_note", N_("Picture, whom to send it to"), 2, 160,
                           "Chỉ gửi cho tổ công tác của đơn vị; không đăng mã này lên "
                           "mạng xã hội,\ntrang thông tin điện tử." },
  [KS_TEXT_GUIDE_1]
  = { "guide_1", N_("Guide, before the day"), 1, 260,
      "Công khai kế hoạch; treo tờ niêm yết mã QR trong phòng làm việc, phòng họp; quét thử, kiểm "
      "tra đúng tên cơ quan (không bấm Gửi)." },
  [KS_TEXT_GUIDE_2]
  = { "guide_2", N_("Guide, the morning"), 1, 260,
      "Phổ biến mục đích, cách trả lời; nhắc mỗi người gửi một phiếu. Không trả lời thay, không "
      "xem phiếu của người khác." },
  [KS_TEXT_GUIDE_3]
  = { "guide_3", N_("Guide, during the day"), 1, 260,
      "Theo dõi số người đã trả lời; hướng dẫn người chưa sử dụng thành thạo điện thoại; nhắc "
      "người chưa trả lời. Đăng tin, ảnh vào nhóm Zalo." },
  [KS_TEXT_GUIDE_4]
  = { "guide_4", N_("Guide, the end of the day"), 1, 260,
      "Báo cáo kết quả hướng dẫn trên phần mềm quản lý của tỉnh trước {deadline}." },
  [KS_TEXT_GUIDE_NOTE]
  = { "guide_note", N_("Guide, foot"), 1, 110,
      "Mỗi người trả lời theo ý kiến của mình; không gợi ý, không trả lời thay." },
  [KS_TEXT_BOARD_CONTACT] = { "board_contact", N_("Contact of the board"), 1, 80, "" },
  [KS_TEXT_GROUP_NAME] = { "group_name", N_("Name of the Zalo group"), 1, 30, "" },
  [KS_TEXT_GROUP_LINK] = { "group_link", N_("Link of the Zalo group"), 1, 200, "" },
  [KS_TEXT_LABEL_GRID] = { "label_grid", N_("Sheet of labels"), 1, 120, "70x37" },
  [KS_TEXT_MARGIN] = { "margin", N_("Margin of the printer (mm)"), 1, 6, "4.2" },
  [KS_TEXT_LOGO_NAME] = { "logo_name", N_("Emblem"), 1, 200, "" },
  [KS_TEXT_LOGO] = { "logo", N_("Picture of the emblem"), 1, KS_LOGO_MAX_BYTES / 3 * 4 + 4, "" },
};

/**
 * ks_sheet_text_get_id:
 * @text: a text
 *
 * Returns: (transfer none): its name in the campaign file and on the command line
 */
const char *
ks_sheet_text_get_id (KsSheetText text)
{
  return table[text].id;
}

/**
 * ks_sheet_text_get_label:
 * @text: a text
 *
 * Returns: (transfer none): what it is, for people
 */
const char *
ks_sheet_text_get_label (KsSheetText text)
{
  return _(table[text].label);
}

/**
 * ks_sheet_text_get_default:
 * @text: a text
 *
 * Returns: (transfer none): the usual words, in Vietnamese
 */
const char *
ks_sheet_text_get_default (KsSheetText text)
{
  return table[text].words;
}

/**
 * ks_sheet_text_find:
 * @id: a name
 * @text: (out): the text
 *
 * Returns: whether there is a text of that name
 */
gboolean
ks_sheet_text_find (const char *id, KsSheetText *text)
{
  for (guint i = 0; i < KS_N_SHEET_TEXTS; i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      {
        *text = (KsSheetText) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
refuse_length (const Text *text, const char *words, GError **error)
{
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING,
               _("The text “%s” has %ld letters; the sheet has room for %u in %u lines. "
                 "Shorten it."),
               text->id, g_utf8_strlen (words, -1), text->max_length, text->max_lines);
  return FALSE;
}

static gboolean
refuse_signs (const Text *text, GError **error)
{
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING,
               _("The text “%s” holds signs that cannot be printed. Type it anew."), text->id);
  return FALSE;
}

/* Control characters, and those that turn the direction of writing. */
static gboolean
has_strange_signs (const char *words)
{
  if (!g_utf8_validate (words, -1, NULL))
    return TRUE;
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c != '\n' && g_unichar_iscntrl (c)) || (c >= 0x202A && c <= 0x202E)
          || (c >= 0x2066 && c <= 0x2069))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_margin (const char *words, GError **error)
{
  char *end;
  double margin = g_ascii_strtod (words, &end);

  if (end != words && *end == '\0' && margin >= 0 && margin <= MOST_MARGIN)
    return TRUE;
  g_set_error (error, KS_PAGES_ERROR, KS_PAGES_ERROR_SETTING,
               _("“%s” is no margin of a printer; give millimetres from 0 to 20, like 4.2."),
               words);
  return FALSE;
}

static gboolean
check_logo (const char *words, GError **error)
{
  g_autoptr (KsLogo) logo = *words != '\0' ? ks_logo_new_from_text (words, error) : NULL;

  return *words == '\0' || logo != NULL;
}

/**
 * ks_sheet_text_check:
 * @text: a text
 * @words: what it shall say
 * @error: return location for an error
 *
 * Returns: %FALSE with %KS_PAGES_ERROR_SETTING (or the error of a link) for what has no place on a
 *   sheet
 */
gboolean
ks_sheet_text_check (KsSheetText text, const char *words, GError **error)
{
  const Text *entry = &table[text];
  guint n_lines = 1;
  KsLabelGrid grid;

  if (has_strange_signs (words))
    return refuse_signs (entry, error);
  for (const char *p = strchr (words, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n_lines++;
  if (n_lines > entry->max_lines || g_utf8_strlen (words, -1) > (glong) entry->max_length)
    return refuse_length (entry, words, error);
  switch (text)
    {
    case KS_TEXT_GROUP_LINK:
      return *words == '\0' || ks_link_check (words, NULL, error);
    case KS_TEXT_LABEL_GRID:
      return ks_label_grid_parse (words, &grid, error);
    case KS_TEXT_MARGIN:
      return check_margin (words, error);
    case KS_TEXT_LOGO:
      return check_logo (words, error);
    default:
      return TRUE;
    }
}

/**
 * ks_sheet_texts_new:
 *
 * Returns: (transfer full): the usual words
 */
KsSheetTexts *
ks_sheet_texts_new (void)
{
  return g_new0 (KsSheetTexts, 1);
}

/**
 * ks_sheet_texts_copy:
 * @self: (nullable): texts
 *
 * Returns: (transfer full): a copy
 */
KsSheetTexts *
ks_sheet_texts_copy (const KsSheetTexts *self)
{
  KsSheetTexts *copy = ks_sheet_texts_new ();

  for (guint i = 0; self != NULL && i < KS_N_SHEET_TEXTS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  return copy;
}

/**
 * ks_sheet_texts_free:
 * @self: (transfer full) (nullable): texts
 */
void
ks_sheet_texts_free (KsSheetTexts *self)
{
  for (guint i = 0; self != NULL && i < KS_N_SHEET_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * ks_sheet_texts_get:
 * @self: (nullable): texts
 * @text: which
 *
 * Returns: (transfer none): what the office says, else the usual words
 */
const char *
ks_sheet_texts_get (const KsSheetTexts *self, KsSheetText text)
{
  return self != NULL && self->texts[text] != NULL ? self->texts[text] : table[text].words;
}

/**
 * ks_sheet_texts_get_margin:
 * @self: (nullable): texts
 *
 * Returns: what the office's printer leaves white at the edges, in mm
 */
double
ks_sheet_texts_get_margin (const KsSheetTexts *self)
{
  return g_ascii_strtod (ks_sheet_texts_get (self, KS_TEXT_MARGIN), NULL);
}
