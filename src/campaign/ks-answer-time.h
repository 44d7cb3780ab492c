/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"

G_BEGIN_DECLS

/* Times as form services write them. */
typedef enum {
  KS_DATE_NO_DOUBT,     /* year first, or a zone with it */
  KS_DATE_DAY_FIRST,    /* 01/04/2024 is the first of April */
  KS_DATE_MONTH_FIRST,
} KsDateOrder;

/* What the slashes of a file say about their order. */
typedef struct {
  guint64 n_times;
  guint64 n_exact;         /* with seconds */
  guint64 n_slashed;       /* of them, dates whose order is in question */
  guint64 n_day_first;     /* a first number above twelve */
  guint64 n_month_first;   /* a second number above twelve */
  guint64 n_inside_day_first;    /* in the survey's time, read one way … */
  guint64 n_inside_month_first;  /* … and the other */
} KsDateEvidence;

gboolean    ks_answer_time_parse (const char *text, gsize length, KsDateOrder order,
                                  KsMoment *moment);
void        ks_date_evidence_add (KsDateEvidence *self, const char *text, gsize length,
                                  KsMoment from, KsMoment to);
KsDateOrder ks_date_evidence_decide (const KsDateEvidence *self, gboolean *ambiguous);

G_END_DECLS
