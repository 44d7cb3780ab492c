/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"
#include "ks-encoding.h"

G_BEGIN_DECLS

/* What all commands share: the options that every one of them takes, and the campaign. */
typedef struct {
  const char *command;
  char       *format;     /* csv or json, or one of formats */
  const char *const *formats;  /* what --format takes in this command; NULL: csv, json */
  char       *table_locale;  /* vi: as spreadsheets in Việt Nam expect */
  char       *actor;
  gboolean    quiet;
  char      **arguments;  /* FILE and what follows it, options taken out */
  KsClock    *clock;
} KsCli;

typedef enum {
  KS_EXIT_DONE = 0,
  KS_EXIT_REFUSED = 1,
  KS_EXIT_USAGE = 2,
} KsExit;

#define KS_CLI_ERROR (ks_cli_error_quark ())
GQuark      ks_cli_error_quark (void);

typedef enum {
  KS_CLI_ERROR_USAGE,
} KsCliError;

/* A command parses the options of its own (NULL: none), and its arguments stand in
 * self->arguments afterwards. */
gboolean    ks_cli_parse (KsCli *self, const GOptionEntry *entries, const char *usage,
                          guint n_min, guint n_max, GError **error);
gboolean    ks_cli_refuse_usage (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean    ks_cli_read_encoding (const char *id, KsEncoding *encoding, GError **error);
KsCampaign *ks_cli_open (KsCli *self, GError **error);
KsJob      *ks_cli_job_new (KsCli *self, const char *title);
void        ks_cli_note (KsCli *self, const char *note);

typedef gboolean (*KsCommandFunc) (KsCli *cli, GError **error);

/* The commands, a file each. */
gboolean ks_cli_new (KsCli *cli, GError **error);
gboolean ks_cli_sample (KsCli *cli, GError **error);
gboolean ks_cli_units (KsCli *cli, GError **error);
gboolean ks_cli_unit (KsCli *cli, GError **error);
gboolean ks_cli_events (KsCli *cli, GError **error);
gboolean ks_cli_lineage (KsCli *cli, GError **error);
gboolean ks_cli_contacts (KsCli *cli, GError **error);
gboolean ks_cli_calls (KsCli *cli, GError **error);
gboolean ks_cli_remind (KsCli *cli, GError **error);
gboolean ks_cli_population (KsCli *cli, GError **error);
gboolean ks_cli_form (KsCli *cli, GError **error);
gboolean ks_cli_links (KsCli *cli, GError **error);
gboolean ks_cli_texts (KsCli *cli, GError **error);
gboolean ks_cli_print (KsCli *cli, GError **error);
gboolean ks_cli_prints (KsCli *cli, GError **error);
gboolean ks_cli_images (KsCli *cli, GError **error);
gboolean ks_cli_pack (KsCli *cli, GError **error);
gboolean ks_cli_steps (KsCli *cli, GError **error);
gboolean ks_cli_prove (KsCli *cli, GError **error);
gboolean ks_cli_import (KsCli *cli, GError **error);
gboolean ks_cli_watch (KsCli *cli, GError **error);
gboolean ks_cli_recipe (KsCli *cli, GError **error);
gboolean ks_cli_batches (KsCli *cli, GError **error);
gboolean ks_cli_rows (KsCli *cli, GError **error);
gboolean ks_cli_findings (KsCli *cli, GError **error);
gboolean ks_cli_decide (KsCli *cli, GError **error);
gboolean ks_cli_withdraw (KsCli *cli, GError **error);
gboolean ks_cli_reports (KsCli *cli, GError **error);
gboolean ks_cli_posts (KsCli *cli, GError **error);
gboolean ks_cli_status (KsCli *cli, GError **error);
gboolean ks_cli_attention (KsCli *cli, GError **error);
gboolean ks_cli_reconcile (KsCli *cli, GError **error);
gboolean ks_cli_extend (KsCli *cli, GError **error);
gboolean ks_cli_close (KsCli *cli, GError **error);
gboolean ks_cli_participation (KsCli *cli, GError **error);
gboolean ks_cli_chart (KsCli *cli, GError **error);
gboolean ks_cli_export (KsCli *cli, GError **error);
gboolean ks_cli_publish (KsCli *cli, GError **error);
gboolean ks_cli_given (KsCli *cli, GError **error);
gboolean ks_cli_tally (KsCli *cli, GError **error);
gboolean ks_cli_results (KsCli *cli, GError **error);
gboolean ks_cli_comments (KsCli *cli, GError **error);
gboolean ks_cli_themes (KsCli *cli, GError **error);
gboolean ks_cli_tag (KsCli *cli, GError **error);
gboolean ks_cli_black_out (KsCli *cli, GError **error);
gboolean ks_cli_quote (KsCli *cli, GError **error);
gboolean ks_cli_shortlist (KsCli *cli, GError **error);
gboolean ks_cli_choose (KsCli *cli, GError **error);
gboolean ks_cli_report (KsCli *cli, GError **error);
gboolean ks_cli_log (KsCli *cli, GError **error);
gboolean ks_cli_check (KsCli *cli, GError **error);

G_END_DECLS
