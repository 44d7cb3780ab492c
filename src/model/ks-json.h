/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean ks_json_is_plain (const char *json, gsize length);
char    *ks_json_dup_canonical (JsonNode *node, gboolean indented);

G_END_DECLS
