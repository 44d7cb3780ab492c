/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-encoding-question.h"

#include "ks-columns.h"
#include "ks-i18n.h"
#include "ks-tables-error.h"

static void
free_choice (gpointer data)
{
  KsEncodingChoice *choice = data;

  g_free (choice->grounds);
  g_free (choice->preview);
  g_free (choice);
}

/**
 * ks_encoding_question_new:
 * @place: of what it is asked
 *
 * Returns: (transfer full): a question without choices
 */
KsEncodingQuestion *
ks_encoding_question_new (const char *place)
{
  KsEncodingQuestion *self = g_new0 (KsEncodingQuestion, 1);

  self->place = g_strdup (place);
  self->choices = g_ptr_array_new_with_free_func (free_choice);
  return self;
}

static KsEncodingQuestion *
ask_of_text (KsCsvReader *csv)
{
  const KsEncodingGuess *guess = ks_csv_reader_get_guess (csv);
  KsEncodingQuestion *self;

  if (guess->sure || guess->n_candidates == 0)
    return NULL;
  self = ks_encoding_question_new (ks_csv_reader_get_name (csv));
  for (guint i = 0; i < guess->n_candidates; i++)
    ks_encoding_question_add (self, &guess->candidates[i],
                              ks_csv_reader_preview (csv, guess->candidates[i].encoding));
  return self;
}

/**
 * ks_encoding_question_new_for_file:
 * @path: a file of delimited text, or an archive of such
 *
 * Reads on to where its letters leave doubt.
 *
 * Returns: (transfer full) (nullable): what is to be asked; %NULL if that is nothing
 */
KsEncodingQuestion *
ks_encoding_question_new_for_file (const char *path)
{
  g_autoptr (KsSheetSource) source = ks_open_list (path, KS_ENCODING_AUTO, NULL);
  KsEncodingQuestion *question = NULL;
  guint n_sheets = source != NULL ? ks_sheet_source_get_n_sheets (source) : 0;

  for (guint i = 0; i < n_sheets && question == NULL; i++)
    {
      if (n_sheets > 1 && !ks_sheet_source_select (source, i, NULL))
        continue;
      while (ks_sheet_source_next (source, NULL) != NULL)
        ;
      if (ks_sheet_source_get_csv (source) != NULL)
        question = ask_of_text (ks_sheet_source_get_csv (source));
    }
  return question;
}

/**
 * ks_encoding_question_free:
 * @self: (transfer full): a question
 */
void
ks_encoding_question_free (KsEncodingQuestion *self)
{
  g_free (self->place);
  g_ptr_array_unref (self->choices);
  g_free (self);
}

/**
 * ks_encoding_question_add:
 * @self: a question
 * @candidate: what it may be
 * @preview: (transfer full): how it then reads
 */
void
ks_encoding_question_add (KsEncodingQuestion *self, const KsEncodingCandidate *candidate,
                          char *preview)
{
  KsEncodingChoice *choice = g_new (KsEncodingChoice, 1);

  *choice = (KsEncodingChoice){ candidate->encoding, ks_encoding_describe (candidate), preview };
  g_ptr_array_add (self->choices, choice);
}

/**
 * ks_encoding_question_refuse:
 * @self: a question
 * @error: return location for an error
 *
 * Sets %KS_TABLES_ERROR_ENCODING with the choices in words, for where nobody can be asked.
 */
void
ks_encoding_question_refuse (KsEncodingQuestion *self, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const KsEncodingChoice *choice = self->choices->pdata[i];

      g_string_append_printf (list, "%s%s “%s”", i > 0 ? "; " : "",
                              ks_encoding_get_id (choice->encoding), choice->preview);
    }
  g_set_error (error, KS_TABLES_ERROR, KS_TABLES_ERROR_ENCODING,
               _ ("%s: it is not certain how its letters with marks are written. Choose the "
                  "encoding (--encoding) in which it reads right: %s"),
               self->place, list->str);
}
