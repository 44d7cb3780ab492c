/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* A sheet whose answers are looked at, for one finding alone and with a reason. They are for the
 * eyes of who asked: never copied, exported or printed. */
typedef struct {
  char      *file;
  gint64     row;      /* of its file, the header being 1 */
  GPtrArray *answers;  /* of char *: question and answer by turns, in the form's order */
} KsOpenedSheet;

void       ks_opened_sheet_free (KsOpenedSheet *self);
GPtrArray *ks_open_finding (KsCampaign *campaign, gint64 id, const char *reason, GError **error);

G_END_DECLS
