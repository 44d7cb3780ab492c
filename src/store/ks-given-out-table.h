/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-store.h"

G_BEGIN_DECLS

/* What the figures were that left the program. */
typedef enum {
  KS_GIVEN_PRELIMINARY,  /* before figures were settled */
  KS_GIVEN_PUBLISHED,    /* figures were settled: for tables of all units from now on */
  KS_GIVEN_CORRECTED,    /* the settled ones were corrected */
  KS_GIVEN_SETTLED,      /* a table of settled figures */
  KS_N_GIVEN_KINDS,
} KsGivenKind;

/* One time that answers left the program. */
typedef struct {
  gint64      seq;
  KsMoment    given_at;
  char       *actor;
  KsGivenKind kind;
  char       *document;  /* id of the paper, "clipboard" …; empty where figures were settled */
  char       *scope;     /* code of a unit or a district, empty for the province */
  char       *note;
  char       *reason;    /* of a correction */
  char       *agreed;    /* who agreed to it */
} KsGivenOut;

const char *ks_given_kind_to_id       (KsGivenKind kind);
void        ks_given_out_free         (KsGivenOut *self);
GPtrArray  *ks_given_out_table_load   (KsTransaction *tx, GError **error);
gboolean    ks_given_out_table_append (KsTransaction *tx, KsGivenOut *out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGivenOut, ks_given_out_free)

G_END_DECLS
