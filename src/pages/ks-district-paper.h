/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-participation-words.h"

G_BEGIN_DECLS

/* A unit in the table of its district. */
typedef struct {
  const char *name;
  gint64      staff;
  gint64      answers;
  gboolean    reported;     /* its working group */
  guint       n_publicity;  /* of the five ways of the plan */
  guint       n_post_days;  /* of the seven days before the day */
} KsDistrictUnit;

/* What the paper of a district says; nothing of another one. Strings are borrowed until
 * ks_district_pages_new returns. */
typedef struct {
  KsParticipationFacts  facts;   /* of the district, all of its units */
  const char           *name;    /* Huyện Mẫu A; NULL: the whole province, which has no districts */
  const KsDistrictUnit *units;   /* in the office's order; none whose figures are reconciled */
  guint                 n_units;
} KsDistrictPaper;

KsPages *ks_district_pages_new (const KsDistrictPaper *paper, GError **error);

G_END_DECLS
