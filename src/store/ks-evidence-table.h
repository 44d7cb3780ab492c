/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* What a mark of a unit rests on: a link, a picture, a note; and whether an officer checked it. */
typedef struct {
  char    *unit;
  char    *mark;          /* report, posted, website, zalo, facebook, meetings, or a day, 2024-03-28 */
  char    *link;
  char    *picture_name;  /* empty: there is none */
  GBytes  *picture;       /* NULL: there is none, or it was not asked for */
  char    *note;
  KsMoment verified;      /* KS_MOMENT_NONE: reported by the unit alone */
  char    *actor;         /* who checked it, or told the rest */
} KsEvidence;

KsEvidence *ks_evidence_new (const char *unit, const char *mark);
KsEvidence *ks_evidence_copy (const KsEvidence *self);
gboolean    ks_evidence_equal (const KsEvidence *self, const KsEvidence *other);
gboolean    ks_evidence_is_empty (const KsEvidence *self);
void        ks_evidence_free (KsEvidence *self);
GPtrArray  *ks_evidence_table_load (KsTransaction *tx, const char *unit, GError **error);
KsEvidence *ks_evidence_table_load_one (KsTransaction *tx, const char *unit, const char *mark,
                                        GError **error);
gboolean    ks_evidence_table_save (KsTransaction *tx, const KsEvidence *evidence, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsEvidence, ks_evidence_free)

G_END_DECLS
