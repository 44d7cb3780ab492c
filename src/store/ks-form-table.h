/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-form.h"
#include "ks-store.h"

G_BEGIN_DECLS

/* A state of the form, and what was answered with it. */
typedef struct {
  gint64   version;    /* from 1 */
  KsMoment saved;      /* when it took this state; KS_MOMENT_NONE: not known */
  KsMoment first;      /* its first import; KS_MOMENT_NONE: none yet */
  gint64   n_batches;  /* imports, those that were withdrawn among them */
  gint64   n_answers;  /* sheets that its imports brought, withdrawn ones not */
} KsFormVersion;

KsForm   *ks_form_table_load (KsTransaction *tx, GError **error);
KsForm   *ks_form_table_load_version (KsTransaction *tx, gint64 version, GError **error);
GArray   *ks_form_table_list (KsTransaction *tx, GError **error);
gint64    ks_form_table_get_newest (KsTransaction *tx);
gboolean  ks_form_table_is_in_use (KsTransaction *tx);
gboolean  ks_form_table_save (KsTransaction *tx, KsForm *form, gint64 version, KsMoment now,
                              GError **error);
gboolean  ks_form_table_drop (KsTransaction *tx, gint64 version, GError **error);

G_END_DECLS
