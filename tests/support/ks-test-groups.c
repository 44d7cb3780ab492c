/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-test-groups.h"

#include "ks-response-table.h"
#include "ks-tally-table.h"

typedef struct {
  KsRegistry *registry;
  KsForm     *form;
  GHashTable *counts;  /* "unit|question|option|question|option" → how many */
  gint64      n_sheets;
} Count;

static void
add (Count *self, char *key)
{
  gpointer before = g_hash_table_lookup (self->counts, key);

  g_hash_table_insert (self->counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (before) + 1));
}

static gboolean
count_response (const KsResponse *response, gpointer data, GError **error)
{
  Count *self = data;
  const KsQuestion *groups[KS_MAX_GROUP_QUESTIONS];
  guint n_groups = ks_group_list_questions (self->form, groups);

  if (ks_registry_lookup (self->registry, response->unit) == NULL)
    return TRUE;
  for (guint g = 0; g < n_groups; g++)
    for (guint choice = 1; choice <= groups[g]->n_options; choice++)
      {
        if (!ks_question_has_choice (groups[g], response->answers, choice))
          continue;
        self->n_sheets++;
        add (self, g_strdup_printf ("%s|%s|%u", response->unit, groups[g]->id, choice));
        for (guint i = 0; i < ks_form_get_n_questions (self->form); i++)
          {
            const KsQuestion *question = ks_form_get_question (self->form, i);

            if (question->profile || !ks_question_has_answer (question, response->answers))
              continue;
            add (self, g_strdup_printf ("%s|%s|%u|%s|any", response->unit, groups[g]->id, choice,
                                        question->id));
            for (guint k = 1; k <= question->n_options; k++)
              if (ks_question_has_choice (question, response->answers, k))
                add (self, g_strdup_printf ("%s|%s|%u|%s|%u", response->unit, groups[g]->id, choice,
                                            question->id, k));
          }
      }
  return TRUE;
}

/* Takes a count out of the own ones; what is left at the end was not kept. */
static void
expect (Count *self, char *key, gint32 kept)
{
  g_autofree char *owned = key;
  gint32 own = GPOINTER_TO_INT (g_hash_table_lookup (self->counts, key));

  if (own != kept)
    g_error ("%s: %d kept, %d counted", key, kept, own);
  g_hash_table_remove (self->counts, key);
}

static void
expect_row (Count *self, const gint32 *row, const char *unit, const KsQuestion *group, guint choice)
{
  guint n_columns = 1;

  expect (self, g_strdup_printf ("%s|%s|%u", unit, group->id, choice), row[0]);
  for (guint i = 0; i < ks_form_get_n_questions (self->form); i++)
    {
      const KsQuestion *question = ks_form_get_question (self->form, i);
      const gint32 *slots = row + 1 + question->slot;

      n_columns += 1 + question->n_options;
      expect (self, g_strdup_printf ("%s|%s|%u|%s|any", unit, group->id, choice, question->id),
              slots[0]);
      for (guint k = 1; k <= question->n_options; k++)
        expect (self, g_strdup_printf ("%s|%s|%u|%s|%u", unit, group->id, choice, question->id, k),
                slots[k]);
    }
  g_assert_cmpuint (n_columns, ==, 1 + ks_form_get_n_slots (self->form));
}

gint64
ks_test_assert_groups (KsCampaign *campaign)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (campaign);
  g_autoptr (KsForm) form = ks_campaign_dup_form (campaign);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (KsTransaction) tx = ks_store_begin_read (ks_campaign_get_store (campaign), NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsGroupTally) kept = ks_tally_load_groups (tx, registry, form, &error);
  KsResponseFilter filter = KS_RESPONSE_FILTER_ALL;
  Count self = { registry, form, counts, 0 };

  g_assert_no_error (error);
  filter.state = KS_STATE_COUNTED;
  g_assert_true (ks_response_table_foreach (tx, &filter, count_response, &self, &error));
  for (guint unit = 0; unit < kept->n_units; unit++)
    for (guint g = 0; g < kept->n_questions; g++)
      for (guint choice = 1; choice <= kept->questions[g]->n_options; choice++)
        {
          const gint32 *row = ks_group_tally_get_row (kept, unit, kept->questions[g], choice);

          if (row != NULL)
            expect_row (&self, row, ks_unit_get_code (ks_registry_get_unit (registry, unit)),
                        kept->questions[g], choice);
        }
  g_assert_cmpuint (g_hash_table_size (counts), ==, 0);
  return self.n_sheets;
}
