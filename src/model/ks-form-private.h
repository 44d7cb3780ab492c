/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "ks-form.h"

G_BEGIN_DECLS

/* What a form says and asks; KsForm adds the layout. The options of a question with a scale are a
 * copy of the scale's. */
typedef struct {
  char    *id;
  char    *title;
  char    *notice;
  char    *intro;
  char    *unit_id;
  char    *unit_text;    /* "": the form does not ask for the unit */
  gboolean unit_prefill;
  GArray  *questions;    /* KsQuestion, profile first, then section by section */
  GArray  *sections;     /* KsSection */
  GArray  *scales;       /* KsScale */
} KsFormContent;

KsFormContent *ks_form_content_new (void);
KsFormContent *ks_form_content_new_from_json (const char *json, gsize length, GError **error);
void           ks_form_content_free (KsFormContent *self);
KsScale       *ks_form_content_find_scale (KsFormContent *self, const char *id);
char          *ks_form_content_dup_json (const KsFormContent *self);
void           ks_form_content_copy_parts (const KsFormContent *from, KsFormContent *to);
char          *ks_form_content_dup_section_id (const KsFormContent *self);
char          *ks_form_content_dup_question_id (const KsFormContent *self,
                                                const char *section_id);
char          *ks_form_dup_text (const char *text);
void           ks_section_copy_to (const KsSection *section, KsSection *copy);
void           ks_scale_copy_to (const KsScale *scale, KsScale *copy);

const KsFormContent *ks_form_get_content (KsForm *self);

/* Options of a scale or of one question, with what counts as "đánh giá tốt". */
KsOption      *ks_form_read_options (JsonArray *array, const char *where, gboolean ordinal,
                                     guint *n_options, GError **error);

JsonNode      *ks_form_parse_json (const char *json, gsize length, GError **error);
gboolean       ks_form_check_length (gsize length, GError **error);

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
