/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-answer-zone.h"
#include "ks-time.h"

G_BEGIN_DECLS

/* Times as form services write them. */
typedef enum {
  KS_DATE_NO_DOUBT,     /* year first, or a zone with it */
  KS_DATE_DAY_FIRST,    /* 01/04/2024 is the first of April */
  KS_DATE_MONTH_FIRST,
} KsDateOrder;

/* What decided the order of day and month. */
typedef enum {
  KS_DATE_BY_YEAR,    /* the year comes first everywhere: nothing to decide */
  KS_DATE_BY_NUMBER,  /* a number above twelve */
  KS_DATE_BY_WINDOW,  /* every date reads both ways; the time of the survey decided */
  KS_DATE_BY_SHEETS,  /* nothing in this sheet decides, the others of its file do */
  KS_DATE_BY_OFFICER, /* somebody said so */
  KS_DATE_BY_CUSTOM,  /* nothing decides: as it is written in Vietnam */
} KsDateGrounds;

/* How the times of a file are read. */
typedef struct {
  KsDateOrder   order;
  KsDateGrounds grounds;
  gboolean      mixed;    /* numbers above twelve on both sides: each row by what it can be */
  gboolean      swapped;  /* a spreadsheet took days for months: year-day-month */
  int           zone;     /* seconds east of Greenwich where the text names none */
  gboolean      foreign;  /* times are told in another zone than Vietnam's … */
  int           foreign_offset; /* … which is that of the first */
} KsTimeReading;

/* What the dates of a file say about their order. */
typedef struct {
  guint64 n_blank;         /* sent, nobody shall know when; the others: */
  guint64 n_times;
  guint64 n_exact;         /* with seconds */
  guint64 n_slashed;       /* dates whose order is in question */
  guint64 n_day_first;     /* a first number above twelve */
  guint64 n_month_first;   /* a second number above twelve */
  guint64 n_inside_day_first;    /* in the survey's time, read one way … */
  guint64 n_inside_month_first;  /* … and the other */
  guint64 n_year_first;
  guint64 n_inside_year_first;   /* in the survey's time, read as they are … */
  guint64 n_inside_swapped;      /* … and with day and month exchanged */
  guint64 n_not_swapped;         /* a day above twelve: nothing was exchanged */
  guint64 n_foreign;             /* with another zone than Vietnam's */
  int     foreign_offset;        /* of the first of them */
  char    unknown_zone[KS_ZONE_MAX_LETTERS + 1]; /* letters that tell no zone for certain; or empty */
} KsDateEvidence;

#define KS_VIETNAM_OFFSET (7 * 3600)

void     ks_time_reading_init (KsTimeReading *self);
gboolean ks_answer_time_parse (const char *text, gsize length, const KsTimeReading *reading,
                               KsMoment *moment);
gboolean ks_answer_time_is_time (const char *text, gsize length, KsMoment *moment);
gboolean ks_answer_time_is_blank (KsMoment moment);
gboolean ks_date_evidence_is_plain (const KsDateEvidence *self);
gboolean ks_date_evidence_parse (KsDateEvidence *self, const char *text, gsize length,
                                 const KsTimeReading *reading, KsMoment from, KsMoment to,
                                 KsMoment *moment);
void     ks_date_evidence_add (KsDateEvidence *self, const char *text, gsize length, int zone,
                               KsMoment from, KsMoment to);
void     ks_date_evidence_decide (const KsDateEvidence *self, KsTimeReading *reading);

G_END_DECLS
