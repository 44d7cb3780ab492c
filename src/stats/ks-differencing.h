/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables that leave one after the other, or one within the other: whoever has two of them can
 * subtract. Their difference must be nobody's, or that of five sheets and more. */

/* An answer sheet. Sheets that say the same are the same: whichever of them is in a table, the table
 * is the same. */
typedef struct {
  guint64 content;   /* a hash of its answers */
  guint64 answered;  /* a bit per question of the first 64: it was answered */
} KsTableSheet;

/* The sheets of one unit in the tables of one moment, in order of their content. */
typedef struct {
  const KsTableSheet *sheets;
  gsize  n;
  gint64 seq;        /* of the moment: later tables have greater ones */
} KsTableVersion;

typedef struct {
  const KsTableVersion *versions;   /* by seq */
  guint  n_versions;
  KsTableVersion now;
  guint  group;      /* its district */
} KsTableUnit;

#define KS_TABLE_NEVER G_MAXINT64

void     ks_table_sheets_sort (KsTableSheet *sheets, gsize n);
gint64   ks_table_count_apart (const KsTableVersion *a, const KsTableVersion *b);
gboolean ks_table_isolates (const KsTableVersion *a, const KsTableVersion *b);
gboolean ks_table_may_tell_units (const KsTableUnit *units, guint n_units, gint64 units_since);
guint    ks_table_choose (const KsTableUnit *units, guint n_units, gint64 units_since,
                          gboolean *fresh);

G_END_DECLS
