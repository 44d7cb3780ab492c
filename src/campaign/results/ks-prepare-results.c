/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-group.h"
#include "ks-results-private.h"

/* What looks at a snapshot share is found at the first of them: sums of districts and the province, whose
 * levels and which groups may be told. Of a whole country that takes longer than a frame. */

static void
prepare_group (KsResults *self, const KsQuestion *group, const KsQuestion *question)
{
  const KsScope people = { KS_SCOPE_PROVINCE, "", "", group, 1 };

  ks_results_shows_group (self, &people, question);
}

static void
prepare_group_sums (KsResults *self, const KsQuestion *group)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  g_autoptr (GArray) people = ks_results_dup_groups (self, &province, group);
  guint row;

  for (guint i = 0; i < people->len; i++)
    ks_results_get_sums (self, &g_array_index (people, KsScope, i), &row);
  prepare_group (self, group, NULL);
}

/**
 * ks_results_prepare:
 * @self: results that nobody else looks at meanwhile
 * @job: (nullable): progress
 * @error: return location for an error
 *
 * Finds what all looks at them share, so that none of them takes long.
 *
 * Returns: %FALSE with @error set if it was stopped
 */
gboolean
ks_results_prepare (KsResults *self, KsJob *job, GError **error)
{
  const KsScope province = { KS_SCOPE_PROVINCE, "", "" };
  const KsQuestion *groups[KS_MAX_GROUP_QUESTIONS];
  guint n_groups = self->closed ? ks_group_list_questions (self->form, groups) : 0;
  guint n_questions = self->closed ? ks_form_get_n_questions (self->form) : 0;
  guint row;

  ks_results_get_sums (self, &province, &row);
  for (guint g = 0; g < n_groups; g++)
    prepare_group_sums (self, groups[g]);
  for (guint i = 0; i < n_questions; i++)
    {
      const KsQuestion *question = ks_form_get_question (self->form, i);

      ks_results_hides_levels (self, KS_SCOPE_PROVINCE, 0, question);
      for (guint g = 0; g < n_groups; g++)
        prepare_group (self, groups[g], question);
      if (!ks_job_report (job, i + 1, n_questions, error))
        return FALSE;
    }
  return TRUE;
}
