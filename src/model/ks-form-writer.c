/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-private.h"

#include <string.h>

/* What a reader would fill in by itself is left out, so that a form has one way to be written. */

static void
add_text (JsonBuilder *builder, const char *member, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
add_mark (JsonBuilder *builder, const char *member, gboolean mark)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, mark);
}

static void
add_flag (JsonBuilder *builder, const char *member, gboolean flag)
{
  if (flag)
    add_mark (builder, member, TRUE);
}

/* @usual: the marks that the option has if nothing is said. */
static void
add_option (JsonBuilder *builder, const KsOption *option, const KsOption *usual, gboolean ordinal)
{
  gboolean says_good = !option->good != !usual->good;
  gboolean says_poor = !option->poor != !(usual->poor && !option->good);

  if (!ordinal && !option->has_value && !says_good && !says_poor)
    {
      json_builder_add_string_value (builder, option->label);
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "value");
  if (option->has_value)
    json_builder_add_int_value (builder, option->value);
  else
    json_builder_add_null_value (builder);
  add_text (builder, "label", option->label);
  if (says_good)
    add_mark (builder, "good", option->good);
  if (says_poor)
    add_mark (builder, "poor", option->poor);
  json_builder_end_object (builder);
}

static void
add_options (JsonBuilder *builder, const KsOption *options, guint n_options, gboolean ordinal)
{
  KsOption *usual = ks_options_copy (options, n_options);

  ks_options_mark_defaults (usual, n_options, ordinal);
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_options; i++)
    add_option (builder, &options[i], &usual[i], ordinal);
  json_builder_end_array (builder);
  ks_options_free (usual, n_options);
}

static void
add_scales (JsonBuilder *builder, const KsFormContent *self)
{
  if (self->scales->len == 0)
    return;
  json_builder_set_member_name (builder, "scales");
  json_builder_begin_object (builder);
  for (guint i = 0; i < self->scales->len; i++)
    {
      const KsScale *scale = &g_array_index (self->scales, KsScale, i);

      json_builder_set_member_name (builder, scale->id);
      json_builder_begin_object (builder);
      add_text (builder, "kind", scale->ordinal ? "ordinal" : NULL);
      add_options (builder, scale->options, scale->n_options, scale->ordinal);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_question (JsonBuilder *builder, const KsQuestion *question)
{
  json_builder_begin_object (builder);
  add_text (builder, "id", question->id);
  add_flag (builder, "key", question->key);
  add_flag (builder, "sensitive", question->sensitive);
  add_text (builder, "type", ks_question_type_get_name (question->type));
  if (question->type != KS_QUESTION_TEXT)
    add_text (builder, "scale", question->scale_id);
  add_text (builder, "basis", question->basis);
  add_text (builder, "text", question->text);
  if (g_strcmp0 (question->short_text, question->text) != 0)
    add_text (builder, "short", question->short_text);
  if (question->type != KS_QUESTION_TEXT && question->scale_id == NULL)
    add_options (builder, question->options, question->n_options, FALSE);
  json_builder_end_object (builder);
}

static void
add_questions (JsonBuilder *builder, const KsFormContent *self, const char *section_id)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const KsQuestion *question = &g_array_index (self->questions, KsQuestion, i);

      if (g_strcmp0 (question->section_id, section_id) == 0)
        add_question (builder, question);
    }
}

static void
add_profile (JsonBuilder *builder, const KsFormContent *self)
{
  json_builder_set_member_name (builder, "profile");
  json_builder_begin_array (builder);
  if (*self->unit_text != '\0')
    {
      json_builder_begin_object (builder);
      add_text (builder, "id", self->unit_id);
      add_text (builder, "role", "unit");
      add_text (builder, "text", self->unit_text);
      add_flag (builder, "prefill", self->unit_prefill);
      json_builder_end_object (builder);
    }
  add_questions (builder, self, NULL);
  json_builder_end_array (builder);
}

static void
add_sections (JsonBuilder *builder, const KsFormContent *self)
{
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const KsSection *section = &g_array_index (self->sections, KsSection, i);

      json_builder_begin_object (builder);
      add_text (builder, "id", section->id);
      add_text (builder, "title", section->title);
      add_text (builder, "basis", section->basis);
      json_builder_set_member_name (builder, "questions");
      json_builder_begin_array (builder);
      add_questions (builder, self, section->id);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * ks_form_content_dup_json:
 * @self: a form
 *
 * Writes a form in the one way that it has: the same form gives the same bytes.
 *
 * Returns: (transfer full): its JSON
 */
char *
ks_form_content_dup_json (const KsFormContent *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "id", self->id);
  add_text (builder, "title", self->title);
  add_text (builder, "notice", self->notice);
  add_text (builder, "intro", self->intro);
  add_scales (builder, self);
  add_profile (builder, self);
  add_sections (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
