/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A paper that is made and goes into a seal as it is. */
typedef struct
{
  char *name; /* of its file: "Báo cáo.pdf" */
  GBytes *content;
} KsSealPaper;

KsSealPaper *ks_seal_paper_new (const char *name, GBytes *content, GError **error);
KsSealPaper *ks_seal_paper_load (const char *path, GError **error);
void ks_seal_paper_free (KsSealPaper *self);
void ks_seal_papers_add (GPtrArray *papers, GPtrArray *pieces);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsSealPaper, ks_seal_paper_free)

G_END_DECLS
