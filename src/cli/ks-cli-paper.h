/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-cli.h"
#include "ks-make-paper.h"

G_BEGIN_DECLS

/* Which paper the options ask for; the strings are its own. */
typedef struct
{
  char *document;
  char *district;
  char *unit;
  char *at;
  char *output;
  char *previous;
  char *draft;
  gboolean internal;
  KsPaperWish wish;
} KsCliPaper;

gboolean ks_cli_paper_read (KsCliPaper *self, GError **error);
void ks_cli_paper_clear (KsCliPaper *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsCliPaper, ks_cli_paper_clear)

G_END_DECLS
