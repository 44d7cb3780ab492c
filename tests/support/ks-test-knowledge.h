/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What somebody knows who keeps every figure and adds them up and takes them from each other in any
 * way: each figure is a sum over some of all sheets. */
typedef struct _KsTestKnowledge KsTestKnowledge;

KsTestKnowledge *ks_test_knowledge_new     (guint n_sheets);
void             ks_test_knowledge_free    (KsTestKnowledge *self);
/* @of: a byte per sheet: whether the figure counts it. */
void             ks_test_knowledge_learn   (KsTestKnowledge *self, const guint8 *of);
/* Whether the sum over these sheets comes out. */
gboolean         ks_test_knowledge_knows   (KsTestKnowledge *self, const guint8 *of);
/* Which one to four sheets come out, as a list of their numbers; NULL: none do. With @differences also
 * some of them less others, which have a minus. (transfer full) */
char            *ks_test_knowledge_isolate (KsTestKnowledge *self, gboolean differences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTestKnowledge, ks_test_knowledge_free)

G_END_DECLS
