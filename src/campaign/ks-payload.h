/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The JSON object that a verb leaves in the log: what it did, never an answer. */
typedef JsonBuilder KsPayload;

KsPayload *ks_payload_new (void);
void       ks_payload_add_text (KsPayload *self, const char *name, const char *value);
void       ks_payload_add_number (KsPayload *self, const char *name, gint64 value);
void       ks_payload_add_texts (KsPayload *self, const char *name, const char *const *values);
void       ks_payload_add_numbers (KsPayload *self, const char *name, GArray *values);
char      *ks_payload_to_json (KsPayload *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPayload, g_object_unref)

G_END_DECLS
