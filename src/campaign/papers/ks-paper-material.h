/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-compare-shares.h"
#include "ks-given-themes.h"
#include "ks-make-paper.h"
#include "ks-paper-settings.h"
#include "ks-paper-template.h"
#include "ks-publish.h"
#include "ks-results.h"
#include "ks-shortlist.h"
#include "ks-unit-work.h"

G_BEGIN_DECLS

/* How a paper is set that must fit on one page, and what it leaves out for that. Sizes in points,
 * lengths in mm; 0: as usual. */
typedef struct
{
  double size;  /* of the body */
  double pitch; /* of its lines */
  double cell;  /* size in tables */
  double row;   /* their rows, at least */
  gboolean unnamed; /* units without an answer are counted alone */
  gboolean summed;  /* districts are told as the province alone */
} KsPaperFit;

/* All that a paper rests on, read once. */
typedef struct
{
  KsPaperKind kind;
  const char *district; /* code, borrowed from the registry; NULL: all of them */
  KsUnit *unit;         /* of a paper about one; borrowed from the registry */
  KsCampaignInfo *info;
  KsResults *live;  /* who took part; NULL in papers of the day */
  KsDayFigures *day; /* of papers of the day: who took part until a moment */
  const KsDayDistrict *part; /* of those figures: the province, or the district of the paper */
  KsMoment now;     /* by which papers of the day tell whether the survey has ended */
  KsPaperFit fit;
  KsResults *given; /* what was answered, as it leaves; NULL: the paper tells nothing of it */
  KsCampaignInfo *previous;      /* an earlier survey; NULL: none is given */
  KsShareComparison *comparison; /* with it */
  GHashTable *open; /* codes of the units that are being reconciled */
  KsPaperSettings *settings;
  KsPaperTemplate *template;
  KsPublication publication;
  GPtrArray *reports;   /* of KsReport */
  GPtrArray *post_days; /* of KsPostDay */
  KsUnitWork *works;    /* per unit */
  GPtrArray *staff_changes; /* of KsStaffChange: since answers came in */
  GPtrArray *quotes;    /* of KsQuote */
  GArray *themes;       /* of KsGivenTheme; NULL: they are not told */
  gint64 n_comments;
  KsShortlist *shortlist; /* of papers that propose somebody */
  char *head;     /* hash of what was done last */
  KsMoment stamp; /* of what was done last: files take their time from it */
} KsPaperMaterial;

KsPaperMaterial *
ks_paper_material_load (KsCampaign *campaign, const KsPaperWish *wish, KsJob *job, GError **error);
KsScope ks_paper_get_scope (KsUnit *unit);
KsPaperMaterial *ks_paper_material_load_facts (KsCampaign *campaign, KsPaperSettings *settings,
                                               GError **error);
KsPaperMaterial *ks_paper_material_load_day (KsCampaign *campaign,
                                             KsDayFigures *figures,
                                             const KsPaperWish *wish,
                                             GError **error);
KsRegistry *ks_paper_material_get_registry (const KsPaperMaterial *self);
KsMoment ks_paper_material_get_as_of (const KsPaperMaterial *self);
KsPaperTemplate *ks_paper_settings_dup_template (KsPaperSettings *settings,
                                                 KsPaperKind paper,
                                                 KsCampaign *campaign,
                                                 GError **error);
void ks_paper_material_free (KsPaperMaterial *self);
gboolean ks_paper_material_is_reconciling (const KsPaperMaterial *self,
                                           const KsParticipation *participation);
char *ks_paper_material_dup_slot (const KsPaperMaterial *self, const char *slot);
gint64 ks_paper_material_get_low (const KsPaperMaterial *self);
gboolean ks_paper_is_low (const KsPaperMaterial *material, KsUnit *unit, gint64 limit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPaperMaterial, ks_paper_material_free)

G_END_DECLS
