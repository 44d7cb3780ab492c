/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-guide-words.h"

#include "ks-sheet-parts.h"

const char *const ks_guide_ways[KS_GUIDE_N_WAYS]
    = { "Bảng tin của cơ quan", "Trang thông tin điện tử", "Nhóm Zalo của cơ quan", "Facebook",
        "Hội nghị, cuộc họp (số cuộc: ………)" };

const char *const ks_guide_figures[KS_GUIDE_N_FIGURES]
    = { "Số cán bộ, công chức thuộc diện khảo sát", "Số người vắng có lý do",
        "Số người được hướng dẫn", "Số người đã trả lời", "Khó khăn, vướng mắc; kiến nghị" };

const char *const ks_guide_contacts[KS_GUIDE_N_CONTACTS]
    = { "Tổ trưởng tổ công tác", "Công đoàn cấp huyện", "Ban Chỉ đạo tỉnh" };

/* {day} and {deadline} in the words of a task. */
static char *
fill_in (const KsCampaignInfo *info, const char *words)
{
  g_autoptr (GString) text = g_string_new (words);
  g_autofree char *day = ks_day_format (info->day);
  g_autofree char *deadline = ks_sheet_format_deadline (info);

  g_string_replace (text, "{day}", day, 0);
  g_string_replace (text, "{deadline}", deadline, 0);
  return g_strdup (text->str);
}

/* The group is called like the campaign where nobody says otherwise. */
static char *
name_group (const KsCampaignInfo *info, const KsSheetTexts *texts)
{
  const char *given = ks_sheet_texts_get (texts, KS_TEXT_GROUP_NAME);
  g_autofree char *usual = g_strdelimit (g_strdup (info->id), "-", '_');

  return g_strdup_printf ("Nhóm Zalo %s", *given != '\0' ? given : usual);
}

static char *
word_note (const KsCampaignInfo *info, const KsSheetTexts *texts)
{
  const char *note = ks_sheet_texts_get (texts, KS_TEXT_GUIDE_NOTE);
  const char *assurance = ks_sheet_texts_get (texts, KS_TEXT_ASSURANCE);

  return info->no_identity ? g_strdup_printf ("%s. %s", assurance, note) : g_strdup (note);
}

/**
 * ks_guide_words_new:
 * @info: a campaign
 * @texts: (nullable): what its sheets say
 *
 * Returns: (transfer full): the words of its guide
 */
KsGuideWords *
ks_guide_words_new (const KsCampaignInfo *info, const KsSheetTexts *texts)
{
  static const char *const moments[KS_GUIDE_N_TASKS]
      = { "Trước ngày khảo sát", "Sáng {day}", "Trong ngày {day}", "Cuối ngày" };
  KsGuideWords *self = g_new0 (KsGuideWords, 1);

  self->subject = g_strjoin (" ", ks_sheet_texts_get (texts, KS_TEXT_TITLE),
                             ks_sheet_texts_get (texts, KS_TEXT_SUBTITLE), NULL);
  self->when = ks_sheet_format_when (info);
  for (guint i = 0; i < KS_GUIDE_N_TASKS; i++)
    {
      self->moments[i] = fill_in (info, moments[i]);
      self->tasks[i] = fill_in (info, ks_sheet_texts_get (texts, KS_TEXT_GUIDE_1 + i));
    }
  self->group = name_group (info, texts);
  self->group_link = g_strdup (ks_sheet_texts_get (texts, KS_TEXT_GROUP_LINK));
  self->board = g_strdup (ks_sheet_texts_get (texts, KS_TEXT_BOARD_CONTACT));
  self->note = word_note (info, texts);
  return self;
}

/**
 * ks_guide_words_free:
 * @self: (transfer full): words
 */
void
ks_guide_words_free (KsGuideWords *self)
{
  g_free (self->subject);
  g_free (self->when);
  for (guint i = 0; i < KS_GUIDE_N_TASKS; i++)
    {
      g_free (self->moments[i]);
      g_free (self->tasks[i]);
    }
  g_free (self->group);
  g_free (self->group_link);
  g_free (self->board);
  g_free (self->note);
  g_free (self);
}

static char *
dup_head (KsUnit *unit)
{
  return ks_sheet_dup_contact (ks_unit_get_text (unit, KS_UNIT_HEAD),
                               ks_unit_get_text (unit, KS_UNIT_PHONE));
}

/**
 * ks_guide_words_dup_contacts:
 * @self: words
 * @sheet: (nullable): a unit; %NULL: any
 *
 * Returns: (transfer full): whom it calls, as %ks_guide_contacts lists them; an empty text is
 *   written by hand
 */
char **
ks_guide_words_dup_contacts (const KsGuideWords *self, const KsSheet *sheet)
{
  g_autofree char *head = sheet != NULL ? dup_head (sheet->unit) : NULL;
  const char *of_union = sheet != NULL ? sheet->union_contact : NULL;
  char **contacts = g_new0 (char *, KS_GUIDE_N_CONTACTS + 1);

  contacts[0] = g_strdup (head != NULL ? head : "");
  contacts[1] = g_strdup (of_union != NULL ? of_union : "");
  contacts[2] = g_strdup (self->board);
  return contacts;
}

static gboolean
has_contact (const KsSheet *sheet)
{
  g_autofree char *head = dup_head (sheet->unit);

  return sheet->union_contact != NULL || head != NULL;
}

/**
 * ks_guide_is_one_for_all:
 * @sheets: (element-type KsSheet): units
 *
 * Returns: whether one guide is enough for all of them, until the registry knows whom a unit calls
 */
gboolean
ks_guide_is_one_for_all (GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    if (has_contact (sheets->pdata[i]))
      return FALSE;
  return TRUE;
}
