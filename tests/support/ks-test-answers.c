/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-answers.h"

#include "ks-answers-page.h"
#include "ks-test-campaign.h"
#include "ks-test.h"

static void
open_page (KsTestAnswers *self)
{
  g_autoptr (GError) error = NULL;

  self->page = ks_answers_page_new ();
  self->shell = ks_test_shell_new (self->campaign, self->page, 1094, 768);
  self->folder = g_dir_make_tmp ("ks-answers-XXXXXX", &error);
  g_assert_no_error (error);
}

/* The sample, the day after the survey. */
void
ks_test_answers_set_up (KsTestAnswers *self, gconstpointer data)
{
  self->campaign = ks_test_campaign_new_sample (ks_test_campaign_next_day ());
  open_page (self);
}

/* A campaign without answers. */
void
ks_test_answers_set_up_empty (KsTestAnswers *self, gconstpointer data)
{
  self->campaign = ks_test_campaign_new_some (ks_test_campaign_next_day (), "");
  open_page (self);
}

void
ks_test_answers_tear_down (KsTestAnswers *self, gconstpointer data)
{
  ks_test_shell_close (self->shell);
  ks_test_campaign_free (self->campaign);
  ks_test_remove_folder (self->folder);
  g_free (self->folder);
}
