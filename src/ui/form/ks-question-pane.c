/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-question-pane.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-level-list.h"
#include "ks-text-field.h"

typedef enum
{
  KIND_SCALE,
  KIND_SINGLE,
  KIND_MULTI,
  KIND_TEXT,
} Kind;

struct _KsQuestionPane
{
  GtkBox parent_instance;

  GtkWidget *name;
  GtkWidget *close;
  GtkWidget *problem;
  GtkWidget *text;
  GtkWidget *short_text;
  GtkWidget *notice;
  GtkWidget *unit;
  GtkWidget *kind_group;
  GtkWidget *kind;
  GtkWidget *scale;
  GtkWidget *level_title;
  GtkWidget *levels;
  GtkWidget *flags;
  GtkWidget *key;
  GtkWidget *sensitive;
  GtkWidget *basis;
  GtkWidget *note;

  KsForm *form;
  KsFormItem *item;
  gboolean filling;
  guint idle; /* a choice in a row is about to be told */
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsQuestionPane, ks_question_pane, GTK_TYPE_BOX)

static void
edited_cb (KsQuestionPane *self)
{
  if (!self->filling && self->item != NULL)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
tell_cb (gpointer data)
{
  KsQuestionPane *self = data;

  self->idle = 0;
  edited_cb (self);
  return G_SOURCE_REMOVE;
}

/* A row must have ended its own work before it gets other choices. */
static void
chosen_cb (KsQuestionPane *self)
{
  if (!self->filling && self->idle == 0)
    self->idle = g_idle_add (tell_cb, self);
}

static const KsQuestion *
get_question (KsQuestionPane *self)
{
  if (self->item == NULL || ks_form_item_get_place (self->item) != KS_FORM_PLACE_QUESTION)
    return NULL;
  return ks_form_get_question (self->form, ks_form_item_get_index (self->item));
}

static Kind
get_kind (const KsQuestion *question)
{
  if (question->type == KS_QUESTION_TEXT)
    return KIND_TEXT;
  if (question->type == KS_QUESTION_MULTI)
    return KIND_MULTI;
  return question->ordinal ? KIND_SCALE : KIND_SINGLE;
}

/* Scales have no names: their ends tell them apart. */
static char *
describe_scale (const KsScale *scale)
{
  const char *first = scale->options[0].label;
  const char *last = first;

  for (guint i = 0; i < scale->n_options; i++)
    if (scale->options[i].has_value || !scale->ordinal)
      last = scale->options[i].label;
  return g_strdup_printf ("%s – %s", first, last);
}

static void
fill_scales (KsQuestionPane *self, const KsQuestion *question)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < ks_form_get_n_scales (self->form); i++)
    {
      const KsScale *scale = ks_form_get_scale (self->form, i);
      g_autofree char *text = describe_scale (scale);

      gtk_string_list_append (list, text);
      if (g_strcmp0 (scale->id, question->scale_id) == 0)
        selected = i;
    }
  gtk_string_list_append (list, _ ("A scale of its own"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->scale), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->scale), selected);
}

static void
show_options (KsQuestionPane *self, const KsQuestion *question, gboolean editable)
{
  guint n_users = question->scale_id != NULL
                      ? ks_form_count_scale_users (self->form, question->scale_id)
                      : 0;
  g_autofree char *title
      = n_users > 1 ? g_strdup_printf (ngettext ("Levels, shared by %u question",
                                                 "Levels, shared by %u questions", n_users),
                                       n_users)
                    : g_strdup (question->ordinal ? _ ("Levels") : _ ("Options"));

  gtk_label_set_text (GTK_LABEL (self->level_title), title);
  ks_level_list_show (KS_LEVEL_LIST (self->levels), question->options, question->n_options,
                      question->ordinal, editable);
}

static void
show_switch (GtkWidget *widget, gboolean active, gboolean editable)
{
  gtk_switch_set_active (GTK_SWITCH (widget), active);
  gtk_widget_set_sensitive (widget, editable);
}

static void
show_question (KsQuestionPane *self, const KsQuestion *question, KsEditLevel level)
{
  gboolean all = level == KS_EDIT_ALL;
  gboolean has_short = strcmp (question->short_text, question->text) != 0;

  ks_text_field_set_text (KS_TEXT_FIELD (self->text), question->text);
  ks_text_field_set_text (KS_TEXT_FIELD (self->short_text),
                          has_short ? question->short_text : "");
  ks_text_field_set_text (KS_TEXT_FIELD (self->basis), question->basis);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), get_kind (question));
  fill_scales (self, question);
  gtk_widget_set_sensitive (self->kind, all);
  gtk_widget_set_sensitive (self->scale, all);
  show_options (self, question, all);
  show_switch (self->key, question->key, all && question->ordinal && !question->profile);
  show_switch (self->sensitive, question->sensitive, all);
  gtk_widget_set_visible (self->scale, question->scale_id != NULL || question->ordinal);
}

static void
show_whole (KsQuestionPane *self)
{
  ks_text_field_set_text (KS_TEXT_FIELD (self->text), ks_form_get_title (self->form));
  ks_text_field_set_text (KS_TEXT_FIELD (self->short_text), ks_form_get_intro (self->form));
  ks_text_field_set_text (KS_TEXT_FIELD (self->notice), ks_form_get_notice (self->form));
}

static void
show_section (KsQuestionPane *self)
{
  const KsSection *section
      = ks_form_get_section (self->form, ks_form_item_get_index (self->item));

  ks_text_field_set_text (KS_TEXT_FIELD (self->text), section->title);
  ks_text_field_set_text (KS_TEXT_FIELD (self->basis), section->basis);
}

static char *
dup_name (KsQuestionPane *self)
{
  switch (ks_form_item_get_place (self->item))
    {
    case KS_FORM_PLACE_QUESTION:
      return g_strdup_printf (_ ("Question %s"), ks_form_item_get_id (self->item));
    case KS_FORM_PLACE_SECTION:
      return g_strdup_printf (_ ("Section %s"), ks_form_item_get_id (self->item));
    case KS_FORM_PLACE_WHOLE:
    case KS_FORM_PLACE_PROFILE:
    default:
      return g_strdup (ks_form_item_get_title (self->item));
    }
}

static void
show_fields (KsQuestionPane *self)
{
  KsFormPlace place = ks_form_item_get_place (self->item);
  const KsQuestion *question = get_question (self);
  gboolean asks = question != NULL;
  gboolean closed = asks && question->type != KS_QUESTION_TEXT;
  g_autofree char *name = dup_name (self);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  g_object_set (self->text, "title", asks ? _ ("Text of the question") : _ ("Heading"), NULL);
  g_object_set (self->short_text, "title",
                asks ? _ ("Short name (for charts)") : _ ("Introduction"), NULL);
  gtk_widget_set_visible (self->text, place != KS_FORM_PLACE_PROFILE);
  gtk_widget_set_visible (self->short_text, asks || place == KS_FORM_PLACE_WHOLE);
  gtk_widget_set_visible (self->notice, place == KS_FORM_PLACE_WHOLE);
  gtk_widget_set_visible (self->unit, place == KS_FORM_PLACE_PROFILE);
  gtk_widget_set_visible (self->basis, asks || place == KS_FORM_PLACE_SECTION);
  gtk_widget_set_visible (self->kind_group, asks);
  gtk_widget_set_visible (self->level_title, closed);
  gtk_widget_set_visible (self->levels, closed);
  gtk_widget_set_visible (self->flags, asks);
}

static void
set_all_editable (KsQuestionPane *self, gboolean editable)
{
  GtkWidget *const fields[]
      = { self->text, self->short_text, self->notice, self->unit, self->basis };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    ks_text_field_set_editable (KS_TEXT_FIELD (fields[i]), editable);
}

/**
 * ks_question_pane_show:
 * @self: the pane
 * @form: (nullable): a form
 * @item: (nullable): the part of it that is chosen
 * @level: what may be changed
 * @note: why not all may be; may be empty
 *
 * Shows a part of the form. Fields that show it already keep their focus.
 */
void
ks_question_pane_show (KsQuestionPane *self, KsForm *form, KsFormItem *item, KsEditLevel level,
                       const char *note)
{
  self->filling = TRUE;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_set_object (&self->form, form);
  g_set_object (&self->item, item);
  ks_question_pane_set_problem (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL);
  if (item != NULL)
    {
      show_fields (self);
      set_all_editable (self, level != KS_EDIT_NOTHING);
      if (get_question (self) != NULL)
        show_question (self, get_question (self), level);
      else if (ks_form_item_get_place (item) == KS_FORM_PLACE_WHOLE)
        show_whole (self);
      else if (ks_form_item_get_place (item) == KS_FORM_PLACE_SECTION)
        show_section (self);
      else
        ks_text_field_set_text (KS_TEXT_FIELD (self->unit), ks_form_get_unit_text (form));
    }
  gtk_label_set_text (GTK_LABEL (self->note), note);
  gtk_widget_set_visible (self->note, *note != '\0');
  self->filling = FALSE;
}

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
take_options (KsQuestionPane *self, KsFormBuilder *builder, KsQuestion *question, Kind before)
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
  Kind before = get_kind (question);
  Kind kind = (Kind) adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));

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

  ks_question_copy_to (get_question (self), &question);
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

/**
 * ks_question_pane_set_problem:
 * @self: the pane
 * @problem: (nullable): why what the fields say was not saved
 */
void
ks_question_pane_set_problem (KsQuestionPane *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

/**
 * ks_question_pane_set_closable:
 * @self: the pane
 * @closable: whether it covers the list, and so leads back to it
 */
void
ks_question_pane_set_closable (KsQuestionPane *self, gboolean closable)
{
  gtk_widget_set_visible (self->close, closable);
}

/**
 * ks_question_pane_start_editing:
 * @self: the pane
 *
 * Puts the cursor into the first field.
 */
void
ks_question_pane_start_editing (KsQuestionPane *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (self->text) ? self->text : self->unit);
}

static void
ks_question_pane_dispose (GObject *object)
{
  KsQuestionPane *self = KS_QUESTION_PANE (object);

  /* Fields that lose the focus as the pane goes save no more. */
  self->filling = TRUE;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->form);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (ks_question_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, name);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, close);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, problem);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, text);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, short_text);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, notice);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, unit);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, kind_group);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, kind);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, scale);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, level_title);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, levels);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, flags);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, key);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, sensitive);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, basis);
  gtk_widget_class_bind_template_child (widget_class, KsQuestionPane, note);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
ks_question_pane_class_init (KsQuestionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_question_pane_dispose;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_LEVEL_LIST);
  g_type_ensure (KS_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/form/ks-question-pane.ui");
  bind_template (widget_class);
}

static void
ks_question_pane_init (KsQuestionPane *self)
{
  const char *const kinds[]
      = { _ ("Scale"), _ ("One answer"), _ ("Several answers"), _ ("Text"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (kinds);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (list));
  self->filling = FALSE;
}
