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

G_END_DECLS

#include "ks-cli-commands.h"
