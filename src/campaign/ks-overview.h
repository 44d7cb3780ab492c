/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-findings.h"
#include "ks-readiness.h"
#include "ks-results.h"

G_BEGIN_DECLS

typedef enum {
  KS_STEP_SET_LINK,
  KS_STEP_CONFIRM_SCAN,
  KS_STEP_PROVE_CODES,
  KS_STEP_PRINT_AGAIN,
  KS_STEP_COUNT_STAFF,
  KS_STEP_ADD_CONTACTS,
  KS_STEP_LOAD_FORM,
  KS_STEP_SET_FORM,
  KS_STEP_SEND_PACKS,
  KS_STEP_RECORD_RECEIVED,
  KS_STEP_TRY_LINKS,
  KS_STEP_READY,
  KS_STEP_IMPORT_ANSWERS,
  KS_STEP_FOLLOW_DAY,
  KS_STEP_IMPORT_REPORTS,
  KS_STEP_CHECK_WAITING,
  KS_STEP_CHOOSE,
  KS_STEP_WRITE_SUMMARY,
  KS_N_STEPS,
} KsStep;

/* Where the campaign stands. */
typedef struct {
  KsStep          step;
  KsParticipation province;
  gint64          received;
  gint64          waiting;
  guint           n_units_reported;
  gint64 reported; /* how many have answered, as the working groups say */
  gint64          n_posts;
  guint           n_units_over;
  KsFindingCounts findings;
  gint64          n_part_time;      /* answers from outside cán bộ, công chức, counted and told apart */
  gint64          n_other;
  guint           n_links;
  guint           n_proven;
  guint           n_again;          /* sheets that no longer hold */
  guint           n_chosen;
  guint           n_batches;
  KsReadiness     ready;
} KsOverview;

const char *ks_step_to_id (KsStep step);

gboolean ks_overview_load (KsCampaign *campaign, KsResults *results, KsOverview *overview,
                           GError **error);

G_END_DECLS
