/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-response-reader.h"

#include <string.h>

#include "ks-link.h"
#include "ks-recipe-table.h"
#include "ks-recipe-use.h"
#include "ks-text.h"

#define MAX_FOUND 20000 /* texts kept: more than the country has units */
#define MAX_FOUND_LENGTH 256

static gboolean
looks_like_unit_header (KsForm *form, const char *header)
{
  g_autofree char *folded = ks_text_fold (header);
  g_autofree char *asked = ks_text_fold (ks_form_get_unit_text (form));
  const char *dot = strstr (folded, ". ");

  /* LimeSurvey puts the code of a question before its text. */
  return g_str_equal (folded, asked) || ks_is_unit_header (folded)
         || (dot != NULL && (g_str_equal (dot + 2, asked) || ks_is_unit_header (dot + 2)));
}

/* The same question twice would be counted twice. */
static gboolean
is_mapped (KsResponseReader *self, guint n_columns, const KsQuestion *question, guint choice)
{
  for (guint i = 0; i < n_columns; i++)
    if (self->columns[i].question == question && self->columns[i].choice == choice)
      return TRUE;
  return FALSE;
}

static void
map_column (KsResponseReader *self, guint column, const char *header)
{
  guint choice;
  const KsQuestion *question = ks_question_index_find (self->index, header, &choice);
  KsColumnReader *reader = &self->columns[column];

  if (question != NULL && !is_mapped (self, column, question, choice))
    {
      reader->question = question;
      reader->choice = choice;
      reader->used = TRUE;
      if (question->type != KS_QUESTION_TEXT)
        reader->options = ks_option_reader_new (question);
    }
  else if (question == NULL && self->unit_column < 0 && looks_like_unit_header (self->form, header))
    {
      self->unit_column = (int) column;
      reader->used = TRUE;
    }
}

/* KoBoToolbox repeats in one column what the columns of the options say: blanks part the options
 * there, which may hold blanks themselves. */
static void
drop_joined (KsResponseReader *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    for (guint k = 0; k < self->n_columns && self->columns[i].choice > 0; k++)
      {
        KsColumnReader *joined = &self->columns[k];

        if (joined->question != self->columns[i].question || joined->choice > 0)
          continue;
        g_clear_pointer (&joined->options, ks_option_reader_free);
        joined->question = NULL;
        joined->used = FALSE;
      }
}

/* As form services head the column in which they number their answers. */
static int
find_id_column (const KsRow *header)
{
  static const char *const names[]
      = { "_id", "response id", "id", "_uuid", "uuid", "meta/instanceid", "ma phan hoi" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int column = ks_find_column (header, (const char *const[]){ names[i], NULL });

      if (column >= 0)
        return column;
    }
  return -1;
}

static void
clear_columns (KsResponseReader *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    ks_option_reader_free (self->columns[i].options);
  g_clear_pointer (&self->columns, g_free);
  self->n_columns = self->n_questions = 0;
  self->time_column = self->start_column = self->unit_column = self->id_column = -1;
}

/**
 * ks_response_reader_set_header:
 * @self: a reader
 * @header: a row that may be the header of a table
 *
 * Recognises the columns by what they are called; the time column is found by its content later.
 *
 * Returns: whether a column is a question of the form
 */
gboolean
ks_response_reader_set_header (KsResponseReader *self, const KsRow *header)
{
  clear_columns (self);
  self->n_columns = header->n_cells;
  self->columns = g_new0 (KsColumnReader, header->n_cells + 1);
  for (guint i = 0; i < header->n_cells; i++)
    map_column (self, i, header->cells[i].text);
  self->id_column = find_id_column (header);
  ks_recipe_use_begin (self, header);
  for (guint i = 0; i < header->n_cells; i++)
    self->n_questions
        += self->columns[i].question != NULL && !self->columns[i].question->profile;
  drop_joined (self);
  if (self->id_column >= 0 && self->columns[self->id_column].question != NULL)
    self->id_column = -1;
  return self->n_questions > 0;
}

static KsTokenTable *
make_tokens (KsResponseReader *self)
{
  guint n_units = ks_registry_get_n_units (self->registry);
  g_autofree const char **codes = g_new0 (const char *, n_units + 1);

  for (guint i = 0; i < n_units; i++)
    codes[i] = ks_unit_get_code (ks_registry_get_unit (self->registry, i));
  return ks_token_table_new (self->info->key, self->info->id, codes, n_units);
}

static gboolean
is_proven_by_token (const KsCampaignInfo *info)
{
  KsLinkKind kind = KS_LINK_TOKEN;
  gboolean unsafe;

  return info->template == NULL
         || !ks_link_check_template (info->template, &kind, &unsafe, NULL)
         || kind == KS_LINK_TOKEN;
}

static GPtrArray *
load_recipes (KsCampaign *campaign, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), error);

  return tx != NULL ? ks_recipe_table_load (tx, error) : NULL;
}

/**
 * ks_response_reader_get_matcher:
 * @self: a reader
 *
 * What the units are known by takes a while to make for a whole country: it is made once somebody
 * asks.
 *
 * Returns: (transfer none): knows the names of the units
 */
KsUnitMatcher *
ks_response_reader_get_matcher (KsResponseReader *self)
{
  if (self->matcher == NULL)
    self->matcher = ks_unit_matcher_new (self->registry);
  return self->matcher;
}

static void
share_units (KsResponseReader *self, const KsResponseReader *other)
{
  self->registry = g_object_ref (other->registry);
  self->tokens = ks_token_table_ref (other->tokens);
  self->matcher = other->matcher != NULL ? g_object_ref (other->matcher) : NULL;
}

/**
 * ks_response_reader_new:
 * @campaign: a campaign
 * @other: (nullable): a reader for the same work, whose units it shares
 * @error: return location for an error
 *
 * Returns: (transfer full): a reader that knows no columns yet, or %NULL with @error set
 */
KsResponseReader *
ks_response_reader_new (KsCampaign *campaign, const KsResponseReader *other, GError **error)
{
  g_autoptr (KsResponseReader) self = g_new0 (KsResponseReader, 1);

  self->info = ks_campaign_dup_info (campaign);
  self->early = ks_campaign_now (campaign) < self->info->from;
  self->form = ks_campaign_dup_form (campaign);
  if (other != NULL)
    share_units (self, other);
  else
    {
      self->registry = ks_campaign_dup_registry (campaign);
      self->tokens = make_tokens (self);
    }
  self->by_token = is_proven_by_token (self->info);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->time_column = self->start_column = self->unit_column = self->id_column = -1;
  self->time_step = 1;
  ks_time_reading_init (&self->times);
  self->confirmed = g_hash_table_new (g_str_hash, g_str_equal);
  self->index = ks_question_index_new (campaign, self->form, error);
  self->recipes = self->index != NULL ? load_recipes (campaign, error) : NULL;
  return self->recipes != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_response_reader_set_answers:
 * @self: a reader
 * @answers: (nullable) (element-type KsRecipe): what an officer says of headers; it goes before the
 *   campaign's recipes
 */
void
ks_response_reader_set_answers (KsResponseReader *self, GPtrArray *answers)
{
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  self->answers = answers != NULL ? g_ptr_array_ref (answers) : NULL;
}

/**
 * ks_response_reader_free:
 * @self: (nullable): a reader
 *
 * Frees the reader.
 */
void
ks_response_reader_free (KsResponseReader *self)
{
  if (self == NULL)
    return;
  clear_columns (self);
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_pointer (&self->index, ks_question_index_free);
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  g_clear_pointer (&self->tokens, ks_token_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->confirmed, g_hash_table_unref);
  g_clear_pointer (&self->recipes, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_object (&self->matcher);
  g_free (self->named);
  g_free (self);
}

/* The same few hundred texts stand in all rows of a file: each is looked up once. */
static KsUnit *
find_by_code_or_name (KsResponseReader *self, const char *text)
{
  gpointer unit;

  if (g_hash_table_lookup_extended (self->found, text, NULL, &unit))
    return unit;
  unit = ks_unit_matcher_find (ks_response_reader_get_matcher (self), text);
  if (strlen (text) > MAX_FOUND_LENGTH)
    return unit;
  if (g_hash_table_size (self->found) == MAX_FOUND)
    g_hash_table_remove_all (self->found);
  g_hash_table_insert (self->found, g_strdup (text), unit);
  return unit;
}

/**
 * ks_response_reader_check_unit:
 * @self: a reader
 * @text: what a row says of its unit
 * @unit: (out) (nullable) (transfer none): the unit that it proves
 * @reason: (out): why it proves none
 *
 * A token proves its unit. A bare code or a name proves one only in campaigns whose links carry
 * no token, or where an officer said which unit it means: elsewhere anybody could have typed it.
 *
 * Returns: whether a unit is proven
 */
gboolean
ks_response_reader_check_unit (KsResponseReader *self, const char *text, KsUnit **unit,
                               KsReason *reason)
{
  guint index = 0;
  KsTokenVerdict verdict = ks_token_table_read (self->tokens, text, &index);

  *unit = NULL;
  if (verdict == KS_TOKEN_OK)
    *unit = ks_registry_get_unit (self->registry, index);
  else if (verdict == KS_TOKEN_NOT_A_TOKEN)
    {
      *unit = ks_recipe_use_find_unit (self, text);
      if (*unit == NULL && !self->by_token)
        *unit = find_by_code_or_name (self, text);
    }
  *reason = *unit != NULL                      ? KS_REASON_NONE
            : verdict == KS_TOKEN_MISMATCH ? KS_REASON_TOKEN_MISMATCH
                                           : KS_REASON_UNKNOWN_UNIT;
  return *unit != NULL;
}

/**
 * ks_response_reader_name_unit:
 * @self: a reader
 * @name: what the file or the sheet is called
 *
 * Lets all rows belong to the unit that the name means: the office's own word, which nobody who
 * answers can change. They say then what a column of the export would say, so that they are the
 * same rows in it. Where the name is in doubt they say the name, and wait.
 *
 * Returns: what the name tells
 */
KsNamed
ks_response_reader_name_unit (KsResponseReader *self, const char *name)
{
  guint index;
  KsNamed named = ks_named_unit_find (ks_response_reader_get_matcher (self), self->tokens, name, &index);

  g_clear_pointer (&self->named, g_free);
  if (named == KS_NAMED_UNIT)
    self->named = g_strdup (
        self->by_token ? ks_token_table_get_token (self->tokens, index)
                       : ks_unit_get_code (ks_registry_get_unit (self->registry, index)));
  else if (named == KS_NAMED_DOUBT)
    self->named = ks_text_clean (name);
  return named;
}
