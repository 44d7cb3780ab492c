/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ks-form.h"

G_BEGIN_DECLS

#define KS_FORM_MAX_QUESTIONS 500
#define KS_FORM_MAX_OPTIONS 99
#define KS_FORM_MAX_SECTIONS 100

/* What is read from the JSON; the form adds the layout. */
typedef struct {
  char   *id;
  char   *title;
  char   *notice;
  char   *unit_text;
  GArray *questions; /* KsQuestion, profile first */
  GArray *sections;  /* KsSection */
} KsFormContent;

KsFormContent *ks_form_content_new_from_json (const char *json, gsize length, GError **error);
void           ks_form_content_free (KsFormContent *self);

/* Options of a scale or of one question, with what counts as "đánh giá tốt". */
GArray        *ks_form_read_options (JsonArray *array, const char *where, gboolean ordinal,
                                     GError **error);

/* Members of a JSON object, with errors that say @where they stand. */
gboolean       ks_form_read_string (JsonObject *object, const char *member, const char *where,
                                    gboolean required, char **result, GError **error);
gboolean       ks_form_read_boolean (JsonObject *object, const char *member, const char *where,
                                     gboolean *result, GError **error);
gboolean       ks_form_read_array (JsonObject *object, const char *member, const char *where,
                                   JsonArray **result, GError **error);
JsonObject    *ks_form_get_object (JsonArray *array, guint index, const char *where,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFormContent, ks_form_content_free)

G_END_DECLS
