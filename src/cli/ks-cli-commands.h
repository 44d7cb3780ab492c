/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli.h"

G_BEGIN_DECLS

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
gboolean ks_cli_weights (KsCli *cli, GError **error);
gboolean ks_cli_bar (KsCli *cli, GError **error);
gboolean ks_cli_shortlist (KsCli *cli, GError **error);
gboolean ks_cli_choose (KsCli *cli, GError **error);
gboolean ks_cli_report (KsCli *cli, GError **error);
gboolean ks_cli_papers (KsCli *cli, GError **error);
gboolean ks_cli_figures (KsCli *cli, GError **error);
gboolean ks_cli_seal (KsCli *cli, GError **error);
gboolean ks_cli_verify (KsCli *cli, GError **error);
gboolean ks_cli_log (KsCli *cli, GError **error);
gboolean ks_cli_check (KsCli *cli, GError **error);

G_END_DECLS
