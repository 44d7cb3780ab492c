/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-remind.h"
#include "ks-sheet-texts.h"

G_BEGIN_DECLS

/* What a new campaign keeps of an earlier one. */
typedef struct {
  KsCampaignInfo *info;
  GPtrArray      *units;    /* of KsUnit, as of the new day, without links of their own */
  GPtrArray      *events;   /* of KsEvent */
  GPtrArray      *contacts; /* of KsDistrictContact */
  KsForm         *form;
  GPtrArray      *recipes;  /* of KsRecipe */
  GPtrArray      *themes;   /* of KsTheme: of comments */
  KsSheetTexts   *words;    /* of the sheets, but for the group, which is another one */
  KsRemindWords  *remind;   /* of the texts for groups */
  KsAttentionRules attention;
} KsPrevious;

KsPrevious *ks_previous_load (const char *path, KsDay day, KsClock *clock, GError **error);
gboolean    ks_previous_save (const KsPrevious *self, KsTransaction *tx, GError **error);
void        ks_previous_free (KsPrevious *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPrevious, ks_previous_free)

G_END_DECLS
