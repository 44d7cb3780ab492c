/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-job.h"
#include "ks-outcome.h"

G_BEGIN_DECLS

/* Something in a seal, or in its archive, that is not as it was sealed. */
typedef struct
{
  char *file;    /* base name of the seal or the archive */
  char *part;    /* of it; empty: the file as a whole */
  char *message; /* what is wrong */
} KsSealFault;

gboolean ks_verify_seal (const char *path,
                         const char *archive_path,
                         KsJob *job,
                         GPtrArray **faults,
                         KsOutcome **outcome,
                         GError **error);
void ks_seal_fault_free (KsSealFault *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSealFault, ks_seal_fault_free)

G_END_DECLS
