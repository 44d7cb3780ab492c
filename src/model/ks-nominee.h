/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"

G_BEGIN_DECLS

typedef enum {
  KS_NOMINEE_UNIT,       /* a unit of the registry */
  KS_NOMINEE_COLLECTIVE, /* free entry: a district's board or union, a working group */
  KS_NOMINEE_PERSON,
} KsNomineeKind;

#define KS_MIN_NOMINEES 3
#define KS_MAX_NOMINEES 5

/* Whom people propose, and why. Strings are never NULL. */
typedef struct {
  KsNomineeKind kind;
  char    *unit;     /* code; of a person and a collective: may be empty */
  char    *district; /* code, of a collective without a unit; may be empty */
  char    *name;     /* of a collective or a person; empty: the unit's own */
  char    *post;     /* of a person */
  char    *merits;   /* as the officer wrote them; empty: of a unit, as they are drafted */
  char    *form;     /* Giấy khen */
  char    *note;
  char    *reason;   /* why, for one outside the suggestion */
  KsMoment chosen;
} KsNominee;

KsNominee  *ks_nominee_new (KsNomineeKind kind);
KsNominee  *ks_nominee_new_unit (const char *code, const char *reason);
KsNominee  *ks_nominee_copy (const KsNominee *self);
gboolean    ks_nominee_equal (const KsNominee *self, const KsNominee *other);
void        ks_nominee_free (KsNominee *self);
const char *ks_nominee_kind_to_id (KsNomineeKind kind);
gboolean    ks_nominee_kind_from_id (const char *id, KsNomineeKind *kind);

/* Lists of nominees. */
GPtrArray  *ks_nominees_new (void);
GPtrArray  *ks_nominees_copy (GPtrArray *nominees);
guint       ks_nominees_count (GPtrArray *nominees, KsNomineeKind kind);
char       *ks_nominees_dup_warning (GPtrArray *nominees);
char       *ks_nominees_dup_total (GPtrArray *nominees);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsNominee, ks_nominee_free)

G_END_DECLS
