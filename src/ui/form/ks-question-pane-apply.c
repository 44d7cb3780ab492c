/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-question-pane-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-level-list.h"
#include "ks-text-field.h"

/* What stands in the pane, as a change of the form. */

static void
take_flags (KsQuestionPane *self, KsQuestion *question)
{
  question->sensitive = gtk_switch_get_active (GTK_SWITCH (self->sensitive));
  question->key = gtk_switch_get_active (GTK_SWITCH (self->key));
}

/* Labels that a question starts with when it becomes a choice. */
static void
give_options (KsQuestion *question)
{
  if (question->n_options > 0)
    return;
  question->n_options = 2;
  question->options = g_new0 (KsOption, 2);
  for (guint i = 0; i < 2; i++)
    question->options[i].label = g_strdup_printf (_ ("Option %u"), i + 1);
}

static char *
make_scale_id (KsForm *form)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("T%u", i);

      if (ks_form_lookup_scale (form, id) == NULL)
        return g_steal_pointer (&id);
    }
}

/* A scale that no other question has goes with the question that leaves it. */
static void
leave_scale (KsQuestionPane *self, KsFormBuilder *builder, KsQuestion *question)
{
  if (question->scale_id != NULL
      && ks_form_count_scale_users (self->form, question->scale_id) == 1)
    ks_form_builder_remove_scale (builder, question->scale_id);
  g_clear_pointer (&question->scale_id, g_free);
}

/* A scale of its own begins with the levels that the question has, or with five of them. */
static void
give_own_scale (KsQuestionPane *self, KsFormBuilder *builder, KsQuestion *question)
{
  static const char *const labels[] = { "Rất tốt", "Tốt", "Khá", "Trung bình", "Chưa tốt" };
  KsOption levels[G_N_ELEMENTS (labels)] = { 0 };
  g_autofree char *id = make_scale_id (self->form);
  KsScale scale = { id, TRUE, question->options, question->n_options };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    levels[i] = (KsOption){ .label = (char *) labels[i],
                            .value = (int) (G_N_ELEMENTS (labels) - i),
                            .has_value = TRUE };
  ks_options_mark_defaults (levels, G_N_ELEMENTS (levels), TRUE);
  if (!question->ordinal)
    scale = (KsScale){ id, TRUE, levels, G_N_ELEMENTS (levels) };
  ks_form_builder_set_scale (builder, &scale);
  leave_scale (self, builder, question);
  question->scale_id = g_strdup (id);
}

static void
take_scale (KsQuestionPane *self, KsFormBuilder *builder, KsQuestion *question)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->scale));
  guint n_scales = ks_form_get_n_scales (self->form);
  const KsScale *chosen = selected < n_scales ? ks_form_get_scale (self->form, selected) : NULL;
  gboolean same = chosen != NULL && g_strcmp0 (chosen->id, question->scale_id) == 0;

  if (chosen == NULL && (selected == n_scales || n_scales == 0))
    {
      give_own_scale (self, builder, question);
      return;
    }
  if (chosen == NULL)
    chosen = ks_form_get_scale (self->form, 0);
  if (same && question->ordinal)
    {
      guint n_options;
      KsOption *options = ks_level_list_dup_options (KS_LEVEL_LIST (self->levels), &n_options);
      KsScale scale = { question->scale_id, chosen->ordinal, options, n_options };

      ks_form_builder_set_scale (builder, &scale);
      ks_options_free (options, n_options);
      return;
    }
  leave_scale (self, builder, question);
  question->scale_id = g_strdup (chosen->id);
}

static void
take_options (KsQuestionPane *self, KsFormBuilder *builder, KsQuestion *question, KsPaneKind before)
{
  if (before == KIND_SINGLE || before == KIND_MULTI)
    {
      ks_options_free (question->options, question->n_options);
      question->options
          = ks_level_list_dup_options (KS_LEVEL_LIST (self->levels), &question->n_options);
    }
  for (guint i = 0; before == KIND_SCALE && i < question->n_options; i++)
    question->options[i].has_value = question->options[i].good = question->options[i].poor = FALSE;
  give_options (question);
  leave_scale (self, builder, question);
}

static void
take_kind (KsQuestionPane *self, KsFormBuilder *builder, KsQuestion *question)
{
  KsPaneKind before = ks_question_pane_get_kind (question);
  KsPaneKind kind = (KsPaneKind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));

  question->type = kind == KIND_TEXT    ? KS_QUESTION_TEXT
                   : kind == KIND_MULTI ? KS_QUESTION_MULTI
                                        : KS_QUESTION_SINGLE;
  question->key = question->key && kind == KIND_SCALE;
  if (kind == KIND_SCALE)
    take_scale (self, builder, question);
  else if (kind == KIND_TEXT)
    leave_scale (self, builder, question);
  else
    take_options (self, builder, question, before);
}

static void
take_text (GtkWidget *field, char **text)
{
  g_free (*text);
  *text = ks_text_field_dup_text (KS_TEXT_FIELD (field));
}

/* There is one key question: the one that was it gives way. */
static void
give_way (KsFormBuilder *builder, KsForm *form, const KsQuestion *question)
{
  const KsQuestion *before = ks_form_get_key_question (form);
  KsQuestion changed;

  if (!question->key || before == NULL || strcmp (before->id, question->id) == 0)
    return;
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (ks_form_get_question (form, i) == before)
      {
        changed = *before;
        changed.key = FALSE;
        ks_form_builder_set_question (builder, i, &changed);
      }
}

static void
apply_question (KsQuestionPane *self, KsFormBuilder *builder)
{
  KsQuestion question;

  ks_question_copy_to (ks_question_pane_get_question (self), &question);
  take_text (self->text, &question.text);
  take_text (self->short_text, &question.short_text);
  take_text (self->basis, &question.basis);
  take_flags (self, &question);
  take_kind (self, builder, &question);
  give_way (builder, self->form, &question);
  ks_form_builder_set_question (builder, ks_form_item_get_index (self->item), &question);
  ks_question_clear (&question);
}

static void
apply_text (GtkWidget *field, KsFormBuilder *builder, KsFormText which)
{
  g_autofree char *text = ks_text_field_dup_text (KS_TEXT_FIELD (field));

  ks_form_builder_set_text (builder, which, text);
}

static void
apply_section (KsQuestionPane *self, KsFormBuilder *builder)
{
  g_autofree char *title = ks_text_field_dup_text (KS_TEXT_FIELD (self->text));
  g_autofree char *basis = ks_text_field_dup_text (KS_TEXT_FIELD (self->basis));
  KsSection section = { .title = title, .basis = basis };

  ks_form_builder_set_section (builder, ks_form_item_get_index (self->item), &section);
}

/**
 * ks_question_pane_apply:
 * @self: the pane
 * @builder: of the form that the pane shows
 *
 * Puts what the fields say into the form.
 */
void
ks_question_pane_apply (KsQuestionPane *self, KsFormBuilder *builder)
{
  switch (ks_form_item_get_place (self->item))
    {
    case KS_FORM_PLACE_WHOLE:
      apply_text (self->text, builder, KS_FORM_TEXT_TITLE);
      apply_text (self->short_text, builder, KS_FORM_TEXT_INTRO);
      apply_text (self->notice, builder, KS_FORM_TEXT_NOTICE);
      break;
    case KS_FORM_PLACE_PROFILE:
      apply_text (self->unit, builder, KS_FORM_TEXT_UNIT);
      break;
    case KS_FORM_PLACE_SECTION:
      apply_section (self, builder);
      break;
    case KS_FORM_PLACE_QUESTION:
    default:
      apply_question (self, builder);
    }
}
