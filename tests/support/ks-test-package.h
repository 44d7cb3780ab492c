/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An Office file as its parts, and a part as a tree. Names have their prefix: "w:p". */
typedef struct _KsTestNode KsTestNode;

struct _KsTestNode {
  char       *name;
  GHashTable *attributes;
  GPtrArray  *children;
  GString    *text;      /* what stands in it and in no child */
  KsTestNode *parent;
};

typedef void (*KsTestNodeFunc) (const KsTestNode *node, gpointer data);

GHashTable       *ks_test_package_read (GBytes *bytes, GPtrArray **names);
KsTestNode       *ks_test_package_parse (GHashTable *parts, const char *name);
void              ks_test_node_free (KsTestNode *self);
const char       *ks_test_node_get (const KsTestNode *self, const char *attribute);
const KsTestNode *ks_test_node_find (const KsTestNode *self, const char *name);
const KsTestNode *ks_test_node_find_with (const KsTestNode *self, const char *name,
                                          const char *attribute, const char *value);
GPtrArray        *ks_test_node_list (const KsTestNode *self, const char *name);
void              ks_test_node_walk (const KsTestNode *self, KsTestNodeFunc func, gpointer data);
char             *ks_test_node_dup_text (const KsTestNode *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsTestNode, ks_test_node_free)

G_END_DECLS
