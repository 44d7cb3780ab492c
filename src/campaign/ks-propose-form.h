/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-csv-reader.h"
#include "ks-form-file.h"

G_BEGIN_DECLS

/* Makes a form from the header and the answers of an export, row by row. */
typedef struct _KsFormProposer KsFormProposer;

KsFormProposer *ks_form_proposer_new (const KsRow *header);
void            ks_form_proposer_free (KsFormProposer *self);
void            ks_form_proposer_add (KsFormProposer *self, const KsRow *row);
gboolean        ks_form_proposer_finish (KsFormProposer *self, KsFormProposal *proposal,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFormProposer, ks_form_proposer_free)

G_END_DECLS
