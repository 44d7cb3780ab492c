/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* A text of a paper that the office sets otherwise than the program, or that an officer wrote. */
typedef struct
{
  char *paper; /* id of the paper; "all": of every paper */
  char *slot;
  char *body;
} KsPaperText;

void ks_paper_text_free (KsPaperText *self);
GPtrArray *ks_paper_text_table_load (KsTransaction *tx, GError **error);
gboolean ks_paper_text_table_set (
    KsTransaction *tx, const char *paper, const char *slot, const char *body, GError **error);

G_END_DECLS
