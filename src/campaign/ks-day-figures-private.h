/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-arrivals.h"
#include "ks-day-figures.h"

G_BEGIN_DECLS

struct _KsDayFigures {
  GObject          parent_instance;

  KsRegistry      *registry;
  KsAttentionRules rules;
  KsDay            day;
  KsMoment         from;      /* first second of the survey window */
  KsMoment         to;        /* first second after it */
  KsMoment         at;        /* what was asked for; KS_MOMENT_NONE: all that is known */
  KsMoment         as_of;     /* KS_MOMENT_NONE: nothing came in */
  KsMoment         previous;  /* KS_MOMENT_NONE: nothing to compare with */
  int              limit;     /* in force, percent; 0: none */
  gboolean         examined;  /* the findings that they know are of these answers */
  KsArrivals      *arrivals;
  GPtrArray       *reports;   /* of KsReport, which units point to */
  GPtrArray       *calls;     /* of KsCall, which units and districts point to */
  KsDayUnit       *units;
  KsDayDistrict   *districts;
  KsDayDistrict    province;
};

G_END_DECLS
