/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-open-finding.h"

#include <string.h>

#include "ks-campaign-error.h"
#include "ks-i18n.h"
#include "ks-payload.h"
#include "ks-response-change.h"
#include "ks-rows.h"

typedef struct {
  KsTransaction *tx;
  KsForm        *form;
  GHashTable    *files;   /* id of an import → name of its file */
  GPtrArray     *sheets;  /* of KsOpenedSheet */
  GHashTable    *texts;   /* of the sheet that is read: question → what was written */
} Opening;

/**
 * ks_opened_sheet_free:
 * @self: (nullable): a sheet
 *
 * Frees the sheet.
 */
void
ks_opened_sheet_free (KsOpenedSheet *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_ptr_array_unref (self->answers);
  g_free (self);
}

static void
remember_text (const char *question, const char *body, gpointer data)
{
  g_hash_table_insert (data, g_strdup (question), g_strdup (body));
}

static char *
dup_choices (const KsQuestion *question, const char *answers)
{
  g_autoptr (GString) chosen = g_string_new (NULL);

  for (guint i = 1; i <= question->n_options; i++)
    if (ks_question_has_choice (question, answers, i))
      g_string_append_printf (chosen, "%s%s", chosen->len > 0 ? "; " : "",
                              question->options[i - 1].label);
  return g_string_free (g_steal_pointer (&chosen), FALSE);
}

/* What people said of themselves stays masked. */
static void
add_answers (Opening *self, KsOpenedSheet *sheet, const char *answers)
{
  gboolean fits = strlen (answers) == ks_form_get_answer_width (self->form);

  for (guint i = 0; i < ks_form_get_n_questions (self->form); i++)
    {
      const KsQuestion *question = ks_form_get_question (self->form, i);
      const char *text = g_hash_table_lookup (self->texts, question->id);

      if (question->profile)
        continue;
      g_ptr_array_add (sheet->answers,
                       g_strdup_printf ("%s. %s", question->id, question->short_text));
      g_ptr_array_add (sheet->answers, question->width > 0 && fits
                                           ? dup_choices (question, answers)
                                           : g_strdup (text != NULL ? text : ""));
    }
}

static gboolean
open_sheet (const KsResponse *response, gpointer data, GError **error)
{
  Opening *self = data;
  const char *file
      = g_hash_table_lookup (self->files, GSIZE_TO_POINTER ((gsize) response->batch));
  KsOpenedSheet *sheet;

  g_hash_table_remove_all (self->texts);
  if (!ks_response_table_foreach_text (self->tx, response->id, remember_text, self->texts, error))
    return FALSE;
  sheet = g_new0 (KsOpenedSheet, 1);
  sheet->file = g_strdup (file != NULL ? file : "");
  sheet->row = response->source_row;
  sheet->answers = g_ptr_array_new_with_free_func (g_free);
  add_answers (self, sheet, response->answers);
  g_ptr_array_add (self->sheets, sheet);
  return TRUE;
}

/* No finding has the number 0: a filter without one lets all sheets through. */
static gboolean
open_sheets (Opening *self, gint64 id, GError **error)
{
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;

  filter.finding = id;
  if (id > 0 && !ks_response_table_foreach (self->tx, &filter, open_sheet, self, error))
    return FALSE;
  return self->sheets->len > 0
         || ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                                _ ("This finding has no sheets that could be opened."));
}

static gboolean
commit (KsCampaign *campaign, KsTransaction *tx, gint64 id, const char *reason, guint n_sheets,
        GError **error)
{
  g_autoptr (KsPayload) payload = ks_payload_new ();
  g_autofree char *json = NULL;

  ks_payload_add_number (payload, "finding", id);
  ks_payload_add_number (payload, "sheets", n_sheets);
  ks_payload_add_text (payload, "reason", reason);
  json = ks_payload_to_json (payload);
  return ks_campaign_commit (campaign, tx, "open-finding", json, 0, error);
}

/**
 * ks_open_finding:
 * @campaign: a campaign whose survey has ended
 * @id: of a finding
 * @reason: why its sheets must be looked at
 * @error: return location for an error
 *
 * Opens the sheets of one finding for a look. That it was done, by whom and why is in the log
 * before anything is shown.
 *
 * Returns: (transfer full) (element-type KsOpenedSheet): the sheets with their answers, or %NULL
 *   with @error set; nothing was opened then
 */
GPtrArray *
ks_open_finding (KsCampaign *campaign, gint64 id, const char *reason, GError **error)
{
  g_autofree char *words = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  g_autoptr (KsTransaction) tx = NULL;
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_opened_sheet_free);
  Opening opening = { NULL, form, NULL, sheets, texts };

  if (ks_campaign_is_window_open (campaign))
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                        _ ("The survey is still open: sheets can be opened once it has ended."));
  else if (words[0] == '\0')
    ks_campaign_refuse (error, KS_CAMPAIGN_ERROR_REFUSED,
                        _ ("Write why the sheets must be opened; it is kept in the log."));
  else
    tx = ks_store_begin_write (ks_campaign_get_store (campaign), error);
  files = tx != NULL ? ks_batches_load_files (tx, error) : NULL;
  opening.tx = tx;
  opening.files = files;
  if (files == NULL || !open_sheets (&opening, id, error)
      || !commit (campaign, tx, id, words, sheets->len, error))
    return NULL;
  return g_steal_pointer (&sheets);
}
