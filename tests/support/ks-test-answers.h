/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-test-shell.h"

G_BEGIN_DECLS

/* The page of answer sheets of a campaign, in a window, and a folder for files that come in. */
typedef struct {
  KsCampaign  *campaign;
  GtkWidget   *page;
  KsTestShell *shell;
  char        *folder;
} KsTestAnswers;

void ks_test_answers_set_up (KsTestAnswers *self, gconstpointer data);
void ks_test_answers_set_up_empty (KsTestAnswers *self, gconstpointer data);
void ks_test_answers_tear_down (KsTestAnswers *self, gconstpointer data);

G_END_DECLS
