/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Answers against staff in the cell of a table, with a tick where the limit lies. What goes beyond
 * the staff is hatched, never cut off. The figures stand in the cells beside it: it has no name. */
#define KS_TYPE_RATE_BAR (ks_rate_bar_get_type ())
G_DECLARE_FINAL_TYPE (KsRateBar, ks_rate_bar, KS, RATE_BAR, GtkWidget)

/* What a bar shows. */
typedef struct
{
  gint64 answers;
  gint64 staff; /* 0: nothing is shown */
  int limit;    /* per cent of the staff, where the tick stands; 0: there is none */
} KsRate;

typedef KsRate (*KsRateFunc) (gpointer item);

void ks_rate_bar_fill_column (GtkColumnViewColumn *column, KsRateFunc func);

G_END_DECLS
