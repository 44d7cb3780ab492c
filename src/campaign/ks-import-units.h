/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-units-plan.h"

G_BEGIN_DECLS

/* A list of units: a file, or a block that was copied in a spreadsheet. */
typedef struct {
  const char *path;
  const char *block;   /* instead of @path */
  GPtrArray  *units;   /* of KsUnit: what rows of a block without code and name mean */
  guint       n_selected;
  KsEncoding  encoding;
} KsListInput;

gboolean     ks_plan_lists (KsCampaign *campaign, const KsListInput *inputs, guint n_inputs,
                            KsUnitsPlan **plan, guint *failed, KsJob *job, GError **error);
KsUnitsPlan *ks_plan_units (KsCampaign *campaign, const char *const *paths, KsEncoding encoding,
                            KsJob *job, GError **error);
gboolean     ks_export_units (KsCampaign *campaign, KsDay day, const char *path,
                              GError **error);

G_END_DECLS
