/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-campaign.h"

G_BEGIN_DECLS

/* What a dropped file is, by its content. */
typedef enum {
  KS_FILE_UNKNOWN,
  KS_FILE_CAMPAIGN,
  KS_FILE_RESPONSES,
  KS_FILE_REPORTS,
  KS_FILE_POSTS,
  KS_FILE_UNITS,
  KS_FILE_LINKS,
  KS_FILE_FORM,
} KsFileKind;

KsFileKind ks_recognise_file (KsCampaign *campaign, const char *path, GError **error);

G_END_DECLS
