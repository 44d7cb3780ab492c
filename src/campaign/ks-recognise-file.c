/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-recognise-file.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-answer-file.h"
#include "ks-columns.h"
#include "ks-form-file.h"
#include "ks-i18n.h"
#include "ks-links-file.h"
#include "ks-list-letters.h"
#include "ks-platform.h"
#include "ks-work-words.h"

#define CAMPAIGN_MAGIC "SQLite format 3"

static gboolean
is_campaign (const char *path)
{
  g_autoptr (GFileInputStream) stream = ks_file_open (path, NULL);
  char start[sizeof CAMPAIGN_MAGIC] = "";
  gsize length = 0;

  if (stream == NULL)
    return FALSE;
  g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &length, NULL, NULL);
  return length == sizeof start && memcmp (start, CAMPAIGN_MAGIC, sizeof start) == 0;
}

static gboolean
has (const KsRow *header, const char *name)
{
  const char *const names[] = { name, NULL };

  return ks_find_column (header, names) >= 0;
}

/* Whatever the letters are, those of the likest encoding tell what the list is. */
static void
settle_letters (KsListSheet *sheet)
{
  g_autoptr (KsEncodingQuestion) question = ks_list_letters_settle (sheet, KS_ENCODING_AUTO);
  g_autoptr (KsEncodingQuestion) none = NULL;

  if (question != NULL)
    none = ks_list_letters_settle (sheet,
                                   ((KsEncodingChoice *) question->choices->pdata[0])->encoding);
}

static guint
count_columns (KsListSheet *sheet, guint *n_posts)
{
  guint n_told = 0;

  *n_posts = 0;
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const KsListMeaning *meaning = &((KsListColumn *) sheet->columns->pdata[i])->meaning;

      if (meaning->role == KS_LIST_OTHER && meaning->other <= KS_WORK_COLUMN_POSTED_AT)
        {
          n_told++;
          *n_posts += meaning->other == KS_WORK_POSTS || meaning->other == KS_WORK_COLUMN_POSTED_AT;
        }
      else if (meaning->role == KS_LIST_SUM
               || (meaning->role == KS_LIST_FIELD && meaning->field > KS_UNIT_DISTRICT_NAME))
        n_told++;
    }
  return n_told;
}

/* A sheet of units may tell of them, or of their work: whatever more of its columns tell. */
static KsFileKind
judge_sheet (KsListSheet *sheet, KsCampaignInfo *info)
{
  gboolean is_list = ks_list_sheet_find_header (sheet);
  guint n_posts = 0, n_of_units = is_list ? count_columns (sheet, &n_posts) : 0, n_of_work;

  sheet->read_title = ks_work_read_title;
  sheet->title_data = info;
  n_of_work = ks_list_sheet_find_header (sheet) ? count_columns (sheet, &n_posts) : 0;
  if (n_of_work > n_of_units)
    return n_posts == n_of_work ? KS_FILE_POSTS : KS_FILE_REPORTS;
  return is_list ? KS_FILE_UNITS : KS_FILE_UNKNOWN;
}

/* What the first sheet that a person sees and that has the header of a list of units tells; an error
 * that keeps it from being read is the caller's to tell. */
static KsFileKind
judge_sheets (KsSheetSource *source, KsCampaignInfo *info, GError **error)
{
  KsFileKind found = KS_FILE_UNKNOWN;

  for (guint i = 0; i < ks_sheet_source_get_n_sheets (source) && found == KS_FILE_UNKNOWN; i++)
    {
      g_autoptr (KsListSheet) sheet = NULL;

      if (ks_sheet_source_is_hidden (source, i))
        continue;
      sheet = ks_list_sheet_read (source, i, error);
      if (sheet == NULL)
        return KS_FILE_UNKNOWN;
      if (ks_sheet_source_is_workbook (source))
        settle_letters (sheet);
      found = judge_sheet (sheet, info);
    }
  return found;
}

static KsFileKind
recognise_list (KsCampaign *campaign, const char *path, KsEncoding encoding, GError **error)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (KsSheetSource) source = ks_open_list (path, encoding, error);
  g_autoptr (GError) local = NULL;
  KsFileKind kind;

  if (source == NULL)
    return KS_FILE_UNKNOWN;
  kind = judge_sheets (source, info, &local);
  if (kind != KS_FILE_UNKNOWN)
    return kind;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                 _ ("%s: a list of units needs a header row with the column “code” (Mã ĐVHC) or "
                    "“name” (Tên đơn vị)"),
                 ks_sheet_source_get_name (source));
  return KS_FILE_UNKNOWN;
}

/* A list whose encoding must be asked for is a list all the same; whoever takes it asks. */
static gboolean
is_doubtful_list (KsCampaign *campaign, const char *path, KsCsvReader *reader)
{
  const KsEncodingGuess *guess = ks_csv_reader_get_guess (reader);

  for (guint i = 0; i < guess->n_candidates && !guess->sure; i++)
    if (recognise_list (campaign, path, guess->candidates[i].encoding, NULL) == KS_FILE_UNITS)
      return TRUE;
  return FALSE;
}

static gboolean
holds_answers (KsCampaign *campaign, const char *path, GError **error)
{
  g_autoptr (KsResponseReader) reader = ks_response_reader_new (campaign, NULL, error);
  g_auto (KsAnswerFile) file = { 0 };

  g_autoptr (GError) local = NULL;

  if (reader == NULL || !ks_answer_file_open (&file, path, KS_ENCODING_AUTO, error))
    return FALSE;
  if (ks_answer_file_find_header (&file, reader, &local) != NULL)
    return TRUE;
  if (local == NULL)
    return ks_answer_file_refuse (&file, FALSE, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* What the header of delimited text says; a workbook has none that says so. */
static KsFileKind
recognise_header (const KsRow *header)
{
  if (has (header, "reported_at") && has (header, "code"))
    return KS_FILE_REPORTS;
  if (has (header, "posted_at") && has (header, "code"))
    return KS_FILE_POSTS;
  if (ks_is_links_header (header))
    return KS_FILE_LINKS;
  return KS_FILE_UNKNOWN;
}

/* Of workbooks only a table of links shows by its first row. */
static KsFileKind
recognise_links (KsSheetSource *source)
{
  const KsRow *header = source != NULL ? ks_sheet_source_next (source, NULL) : NULL;

  return header != NULL && ks_is_links_header (header) ? KS_FILE_LINKS : KS_FILE_UNKNOWN;
}

static KsFileKind
recognise_text (KsCampaign *campaign, const char *path, gboolean *is_text, GError **error)
{
  g_autoptr (KsSheetSource) source = ks_open_list (path, KS_ENCODING_AUTO, error);
  const KsRow *header;

  *is_text = source != NULL && !ks_sheet_source_is_workbook (source);
  if (!*is_text)
    return recognise_links (source);
  header = ks_sheet_source_next (source, error);
  if (header != NULL && has (header, "code") && has (header, "name")
      && recognise_header (header) == KS_FILE_UNKNOWN)
    return recognise_list (campaign, path, KS_ENCODING_AUTO, error);
  if (header != NULL)
    return recognise_header (header);
  if (!is_doubtful_list (campaign, path, ks_sheet_source_get_csv (source)))
    return KS_FILE_UNKNOWN;
  g_clear_error (error);
  return KS_FILE_UNITS;
}

/**
 * ks_recognise_file:
 * @campaign: a campaign
 * @path: a file
 * @error: return location for an error
 *
 * Looks at what a file is, by its content and never by its name.
 *
 * Returns: its kind; %KS_FILE_UNKNOWN with @error set when it is nothing that the campaign reads
 */
KsFileKind
ks_recognise_file (KsCampaign *campaign, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean is_text;
  KsFileKind kind;

  if (is_campaign (path))
    return KS_FILE_CAMPAIGN;
  if (ks_is_form_file (path))
    return KS_FILE_FORM;
  kind = recognise_text (campaign, path, &is_text, &local);
  if (kind == KS_FILE_UNKNOWN && local == NULL)
    {
      if (holds_answers (campaign, path, &local))
        return KS_FILE_RESPONSES;
      /* Of text it is said that it holds no answers, of a workbook what a list would need. */
      kind = recognise_list (campaign, path, KS_ENCODING_AUTO, is_text ? NULL : error);
      if (kind != KS_FILE_UNKNOWN || !is_text)
        return kind;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return kind;
}
