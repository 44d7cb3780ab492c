/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"
#include "ks-paper-kind.h"

G_BEGIN_DECLS

/* What the office sets for its papers. A slot of a paper is "organ", "signature", "strengths" …;
 * those of the paper "all" hold for every paper that has none of its own. "reason/07201" is the
 * reason that the office gives for the participation of a unit. */
typedef struct _KsPaperSettings KsPaperSettings;

/* What a slot holds. */
typedef enum
{
  KS_SLOT_LINE,    /* one line */
  KS_SLOT_LINES,   /* a line each: signatures, recipients */
  KS_SLOT_TEXT,    /* paragraphs that an officer writes */
  KS_SLOT_PERCENT, /* a limit: 80 or 87,5 */
  KS_SLOT_MARGINS, /* top, right, bottom, left in mm: "20 20 30 30" */
  KS_SLOT_FLAG,    /* 1 or 0 */
  KS_SLOT_TEMPLATE,
} KsPaperSlotType;

typedef struct
{
  const char *id;
  KsPaperSlotType type;
  guint papers;      /* a bit for each paper that has it, and one for "all" */
  const char *label; /* what the window calls it: to be translated with _() */
} KsPaperSlot;

#define KS_PAPER_ALL KS_N_PAPERS /* in place of a paper: what holds for all of them */

/* In a slot: nothing, whatever holds for all papers; in that of the date: no place either. */
#define KS_PAPER_NOTHING "-"

/* A change of a slot. */
typedef struct
{
  const char *paper; /* id of a paper, or "all" */
  const char *slot;
  const char *body; /* NULL or empty: as the program has it */
} KsPaperEdit;

KsPaperSettings *ks_paper_settings_load (KsCampaign *campaign, GError **error);
KsPaperSettings *ks_paper_settings_ref (KsPaperSettings *self);
void ks_paper_settings_unref (KsPaperSettings *self);
KsPaperSettings *
ks_paper_settings_edit (KsPaperSettings *self, const KsPaperEdit *edits, guint n_edits);
const char *ks_paper_settings_get_id (KsPaperKind paper);
const char *
ks_paper_settings_get_own (KsPaperSettings *self, KsPaperKind paper, const char *slot);
const char *ks_paper_settings_get (KsPaperSettings *self, KsPaperKind paper, const char *slot);
const char *
ks_paper_settings_get_usual (KsPaperSettings *self, const char *slot, const char *said);
const char *ks_paper_settings_choose (KsPaperSettings *self,
                                      KsPaperKind paper,
                                      const char *slot,
                                      const char *said);
GPtrArray *ks_paper_settings_get_texts (KsPaperSettings *self);
gint64 ks_paper_settings_get_percent (KsPaperSettings *self, KsPaperKind paper, const char *slot);
gboolean ks_paper_settings_get_margins (KsPaperSettings *self, KsPaperKind paper, double *margins);
const KsPaperSlot *ks_paper_slots_get (guint *n_slots);
gboolean ks_paper_slot_belongs (const char *slot, KsPaperKind paper);
const KsPaperSlot *ks_paper_slot_find (const char *slot, KsPaperKind paper);
gboolean ks_paper_slot_is_checked (const char *slot);
char *ks_paper_slot_check (const KsPaperSlot *slot, const char *body);

gboolean ks_set_paper_texts (KsCampaign *campaign,
                             const KsPaperEdit *edits,
                             guint n_edits,
                             KsOutcome **outcome,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPaperSettings, ks_paper_settings_unref)

G_END_DECLS
