/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-seal-figures.h"

G_BEGIN_DECLS

/* Private to seals: a campaign that is made anew from the pieces of an archive, in a folder of its
 * own that goes with it. */
typedef struct
{
  char *folder;
  KsClock *clock;
  KsCampaign *campaign;
  GHashTable *numbers; /* number of an import here (gint64) → in the archive (gint64) */
  GHashTable *batches; /* and the other way round */
  guint n_inputs;      /* files that came in */
  guint n_refused;     /* files that did not */
  guint n_decided;     /* sheets that stand where an officer put them … */
  guint n_taken;       /* … and that the archive alone says how they were read */
  guint n_counts;      /* units of which it says what they once put into tables */
} KsRebuild;

gboolean ks_rebuild_begin (KsRebuild *self, GPtrArray *pieces, KsJob *job, GError **error);
gboolean ks_rebuild_place (KsRebuild *self, GPtrArray *pieces, GError **error);
gboolean ks_rebuild_give (KsRebuild *self, GPtrArray *pieces, GError **error);
gboolean ks_rebuild_add_figures (
    KsRebuild *self, GPtrArray *pieces, GPtrArray *figures, KsJob *job, GError **error);
void ks_rebuild_clear (KsRebuild *self);

/* A sheet by its place in what was kept: number of the import in the archive, row of its file. */
typedef struct
{
  gint64 input;
  gint64 row;
} KsSheetPlace;

guint ks_sheet_place_hash (gconstpointer place);
gboolean ks_sheet_place_equal (gconstpointer a, gconstpointer b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KsRebuild, ks_rebuild_clear)

G_END_DECLS
