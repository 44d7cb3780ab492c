/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A moment is a count of seconds since 1970-01-01T00:00:00Z; a day is a count of days since
 * 1970-01-01 of the Vietnamese calendar (UTC+7, no summer time), under any TZ. */
typedef gint64 KsMoment;
typedef gint32 KsDay;

#define KS_MOMENT_NONE G_MININT64
#define KS_DAY_NONE G_MININT32
#define KS_SECONDS_PER_DAY 86400

KsMoment ks_moment_from_civil (int year, int month, int day, int hour, int minute, int second);
void     ks_moment_to_civil (KsMoment moment, int *year, int *month, int *day,
                             int *hour, int *minute, int *second);
KsDay    ks_moment_get_day (KsMoment moment);
KsMoment ks_day_get_start (KsDay day);
gboolean ks_day_parse (const char *text, KsDay *day);
gboolean ks_day_read (const char *text, KsDay *day);
gboolean ks_moment_parse (const char *text, KsMoment *moment);

char    *ks_day_to_iso (KsDay day);
char    *ks_moment_to_iso (KsMoment moment);
char    *ks_moment_to_utc (KsMoment moment);
char    *ks_day_format (KsDay day);
char    *ks_day_format_long (KsDay day);
char    *ks_moment_format (KsMoment moment);
char    *ks_moment_format_end (KsMoment end);

/* An injected clock: nothing in the libraries asks the system for the time by itself. */
typedef struct _KsClock KsClock;

KsClock *ks_clock_new_system (void);
KsClock *ks_clock_new_fixed (KsMoment moment);
KsClock *ks_clock_ref (KsClock *clock);
void     ks_clock_unref (KsClock *clock);
KsMoment ks_clock_now (KsClock *clock);
void     ks_clock_set (KsClock *clock, KsMoment moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsClock, ks_clock_unref)

G_END_DECLS
