/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-form-file.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-form-rows.h"
#include "ks-i18n.h"
#include "ks-list-words.h"
#include "ks-platform.h"
#include "ks-propose-form.h"
#include "ks-save-form.h"
#include "ks-sheet-source.h"

#define REPORT_EVERY 4096
#define MAX_ROWS_ABOVE 10

static void
free_doubt (gpointer data)
{
  KsFormDoubt *doubt = data;

  g_free (doubt->question);
  g_free (doubt->text);
  g_free (doubt);
}

/**
 * ks_form_proposal_new:
 * @path: a file
 * @source: what it holds
 *
 * Returns: (transfer full): a proposal without its form
 */
KsFormProposal *
ks_form_proposal_new (const char *path, KsFormSource source)
{
  KsFormProposal *self = g_new0 (KsFormProposal, 1);

  self->file = g_path_get_basename (path);
  self->source = source;
  self->doubts = g_ptr_array_new_with_free_func (free_doubt);
  return self;
}

/**
 * ks_form_proposal_free:
 * @self: (nullable): a proposal
 */
void
ks_form_proposal_free (KsFormProposal *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->form);
  g_free (self->file);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

/**
 * ks_form_proposal_add_doubt:
 * @self: a proposal
 * @question: (nullable): id of a question; %NULL: the form as a whole
 * @text: (transfer full): what is not sure
 */
void
ks_form_proposal_add_doubt (KsFormProposal *self, const char *question, char *text)
{
  KsFormDoubt *doubt = g_new0 (KsFormDoubt, 1);

  doubt->question = g_strdup (question);
  doubt->text = text;
  g_ptr_array_add (self->doubts, doubt);
}

static gboolean
is_called_json (const char *path)
{
  gsize length = strlen (path);

  return length >= 5 && g_ascii_strcasecmp (path + length - 5, ".json") == 0;
}

/* JSON begins with a brace or a bracket, whatever the file is called; what is called so and is
 * damaged shall not pass for a table of answers. */
static gboolean
looks_like_json (const char *path, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize i = length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;
  return (i < length && (text[i] == '{' || text[i] == '[')) || is_called_json (path);
}

static gboolean
read_json (GBytes *bytes, KsFormProposal *proposal, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize mark = length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

  /* An empty file has no text at all. */
  proposal->form = ks_form_new_from_json (length > 0 ? text + mark : "", (gssize) (length - mark),
                                          error);
  if (proposal->form == NULL)
    g_prefix_error (error, "%s: ", proposal->file);
  return proposal->form != NULL;
}

static gboolean
read_rows (KsSheetSource *source, const KsRow *header, KsFormProposal *proposal, GError **error)
{
  g_autoptr (KsFormRows) rows = ks_form_rows_new (header, proposal->file);
  g_autoptr (GError) local = NULL;
  const KsRow *row;

  while ((row = ks_sheet_source_next (source, &local)) != NULL)
    if (!ks_form_rows_add (rows, row, error))
      return FALSE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  proposal->form = ks_form_rows_finish (rows, error);
  return proposal->form != NULL;
}

/* How long a workbook is shows only at its end. */
static gboolean
report (KsSheetSource *source, guint64 n_rows, KsJob *job, GError **error)
{
  KsCsvReader *csv = ks_sheet_source_get_csv (source);

  return csv != NULL ? ks_job_report (job, ks_csv_reader_get_position (csv),
                                      ks_csv_reader_get_size (csv), error)
                     : ks_job_report (job, (gint64) n_rows, 0, error);
}

static gboolean
read_export (KsSheetSource *source, const KsRow *header, KsFormProposal *proposal, KsJob *job,
             GError **error)
{
  g_autoptr (KsFormProposer) proposer = ks_form_proposer_new (header);
  g_autoptr (GError) local = NULL;
  const KsRow *row;
  guint64 n_rows = 0;

  while ((row = ks_sheet_source_next (source, &local)) != NULL)
    {
      ks_form_proposer_add (proposer, row);
      if (++n_rows % REPORT_EVERY == 0 && job != NULL && !report (source, n_rows, job, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return ks_form_proposer_finish (proposer, proposal, error);
}

/* Where somebody keeps a table in a workbook, a title may stand above it, and other sheets beside. */
static const KsRow *
find_table (KsSheetSource *source, GError **error)
{
  for (guint sheet = 0; sheet < ks_sheet_source_get_n_sheets (source); sheet++)
    {
      const KsRow *row = NULL;

      if (!ks_sheet_source_select (source, sheet, error))
        return NULL;
      for (guint i = 0; i < MAX_ROWS_ABOVE; i++)
        {
          row = ks_sheet_source_next (source, NULL);
          if (row == NULL || ks_form_rows_recognise (row))
            break;
        }
      if (row != NULL && ks_form_rows_recognise (row))
        return row;
    }
  return NULL;
}

static guint
find_visible (KsSheetSource *source)
{
  for (guint sheet = 0; sheet < ks_sheet_source_get_n_sheets (source); sheet++)
    if (!ks_sheet_source_is_hidden (source, sheet))
      return sheet;
  return 0;
}

static const KsRow *
find_header (KsSheetSource *source, GError **error)
{
  const KsRow *header = NULL;

  if (ks_sheet_source_is_workbook (source))
    {
      header = find_table (source, error);
      if (header != NULL || (error != NULL && *error != NULL)
          || !ks_sheet_source_select (source, find_visible (source), error))
        return header;
    }
  return ks_sheet_source_next (source, error);
}

/* Most of its columns are those of a list of units; in an export most are questions. */
static gboolean
is_list_of_units (const KsRow *header)
{
  guint n_known = 0, n_other = 0;

  for (guint i = 0; i < header->n_cells; i++)
    if (!ks_list_is_blank (header->cells[i].text))
      {
        if (ks_list_read_title (NULL, header->cells[i].text).role != KS_LIST_IGNORED)
          n_known++;
        else
          n_other++;
      }
  return n_known > 1 && n_known > n_other;
}

static gboolean
read_table (const char *path, KsFormProposal *proposal, KsJob *job, GError **error)
{
  g_autoptr (KsSheetSource) source = ks_sheet_source_new_for_path (path, error);
  g_autoptr (GError) local = NULL;
  const KsRow *header = source != NULL ? find_header (source, &local) : NULL;

  if (header == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else if (source != NULL)
        g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                     _ ("%s: the file is empty."), proposal->file);
      return FALSE;
    }
  if (ks_form_rows_recognise (header))
    {
      proposal->source = KS_FORM_SOURCE_TABLE;
      return read_rows (source, header, proposal, error);
    }
  if (is_list_of_units (header))
    {
      g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
                   _ ("%s: this is a list of units, not a form. Import it on the page Units."),
                   proposal->file);
      return FALSE;
    }
  proposal->source = KS_FORM_SOURCE_EXPORT;
  return read_export (source, header, proposal, job, error);
}

/**
 * ks_is_form_file:
 * @path: a file
 *
 * Returns: whether it looks like a form itself: JSON, or a table with one question per row
 */
gboolean
ks_is_form_file (const char *path)
{
  g_autoptr (GBytes) bytes = ks_file_map (path, NULL);
  g_autoptr (KsSheetSource) source = NULL;
  const KsRow *row;

  if (bytes == NULL || looks_like_json (path, bytes))
    return bytes != NULL;
  source = ks_sheet_source_new_for_path (path, NULL);
  if (source == NULL)
    return FALSE;
  row = ks_sheet_source_is_workbook (source) ? find_table (source, NULL)
                                             : ks_sheet_source_next (source, NULL);
  return row != NULL && ks_form_rows_recognise (row);
}

/**
 * ks_read_form_file:
 * @path: a form in JSON, a table with one question per row (CSV, XLSX), or an export of answers
 * @job: (nullable): progress
 * @error: return location for an error that names file, row and column
 *
 * Reads a form from a file, whatever it is called. An export gives a proposal with doubts.
 *
 * Returns: (transfer full): what the file gives, or %NULL with @error set
 */
KsFormProposal *
ks_read_form_file (const char *path, KsJob *job, GError **error)
{
  g_autoptr (KsFormProposal) proposal = ks_form_proposal_new (path, KS_FORM_SOURCE_JSON);
  g_autoptr (GBytes) bytes = ks_file_map (path, error);

  if (bytes == NULL)
    return NULL;
  if (!(looks_like_json (path, bytes) ? read_json (bytes, proposal, error)
                                : read_table (path, proposal, job, error)))
    return NULL;
  if (ks_form_get_n_questions (proposal->form) > 0)
    return g_steal_pointer (&proposal);
  g_set_error (error, KS_CAMPAIGN_ERROR, KS_CAMPAIGN_ERROR_INVALID,
               _ ("%s: the form has no questions."), proposal->file);
  return NULL;
}

/**
 * ks_import_form:
 * @campaign: a campaign
 * @proposal: what a file gave, confirmed by an officer
 * @outcome: (out) (optional) (nullable) (transfer full): what was done; %NULL where nothing changed
 * @error: return location for an error
 *
 * Puts the form of a file in force.
 *
 * Returns: %FALSE with @error set; the form is then as it was
 */
gboolean
ks_import_form (KsCampaign *campaign, const KsFormProposal *proposal, KsOutcome **outcome,
                GError **error)
{
  guint n_questions = ks_form_get_n_questions (proposal->form);
  char *message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The form of %s is in force: %u question",
                   "The form of %s is in force: %u questions", n_questions),
      proposal->file, n_questions);

  return ks_save_form_as (campaign, proposal->form, "import-form", proposal->file, message,
                          outcome, error);
}
