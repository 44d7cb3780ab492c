/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-outcome.h"

G_BEGIN_DECLS

typedef enum {
  KS_FORM_SOURCE_JSON,
  KS_FORM_SOURCE_TABLE,   /* one question per row */
  KS_FORM_SOURCE_EXPORT,  /* header and answers of a form service */
} KsFormSource;

/* Something that the program is not sure of. */
typedef struct {
  char *question;  /* its id; NULL: the form as a whole */
  char *text;      /* a sentence */
} KsFormDoubt;

/* A form as a file gives it. Of an export it is a proposal: an officer must confirm it. */
typedef struct {
  KsForm      *form;
  char        *file;     /* name of the file */
  KsFormSource source;
  gint64       n_rows;   /* rows of answers that it was made from */
  GPtrArray   *doubts;   /* KsFormDoubt, in the form's order */
} KsFormProposal;

KsFormProposal *ks_form_proposal_new (const char *path, KsFormSource source);
void            ks_form_proposal_free (KsFormProposal *self);
void            ks_form_proposal_add_doubt (KsFormProposal *self, const char *question,
                                            char *text);

gboolean        ks_is_form_file (const char *path);
KsFormProposal *ks_read_form_file (const char *path, KsJob *job, GError **error);
gboolean        ks_import_form (KsCampaign *campaign, const KsFormProposal *proposal,
                                KsOutcome **outcome, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFormProposal, ks_form_proposal_free)

G_END_DECLS
