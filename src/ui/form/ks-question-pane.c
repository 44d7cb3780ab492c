/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-question-pane-private.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-level-list.h"
#include "ks-text-field.h"

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

/**
 * ks_question_pane_get_question:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the question that it shows; %NULL: another part of the form
 */
const KsQuestion *
ks_question_pane_get_question (KsQuestionPane *self)
{
  if (self->item == NULL || ks_form_item_get_place (self->item) != KS_FORM_PLACE_QUESTION)
    return NULL;
  return ks_form_get_question (self->form, ks_form_item_get_index (self->item));
}

/**
 * ks_question_pane_get_kind:
 * @question: a question
 *
 * Returns: its kind, as a person chooses it
 */
KsPaneKind
ks_question_pane_get_kind (const KsQuestion *question)
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

/**
 * ks_question_pane_get_first_words:
 * @place: what is new: a question or a section
 *
 * Returns: (transfer none): what it says until somebody words it
 */
const char *
ks_question_pane_get_first_words (KsFormPlace place)
{
  return place == KS_FORM_PLACE_SECTION ? _ ("New section") : _ ("New question");
}

/* Whoever begins to type words what is new; nobody wants to delete its first words before. */
static void
show_text (KsQuestionPane *self, const char *text)
{
  KsFormPlace place = ks_form_item_get_place (self->item);

  ks_text_field_set_text (KS_TEXT_FIELD (self->text), text);
  if (g_str_equal (text, ks_question_pane_get_first_words (place)))
    ks_text_field_select_all (KS_TEXT_FIELD (self->text));
}

static void
show_question (KsQuestionPane *self, const KsQuestion *question, KsEditLevel level)
{
  gboolean all = level == KS_EDIT_ALL;
  gboolean has_short = strcmp (question->short_text, question->text) != 0;

  show_text (self, question->text);
  ks_text_field_set_text (KS_TEXT_FIELD (self->short_text),
                          has_short ? question->short_text : "");
  ks_text_field_set_text (KS_TEXT_FIELD (self->basis), question->basis);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), ks_question_pane_get_kind (question));
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

  show_text (self, section->title);
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
  const KsQuestion *question = ks_question_pane_get_question (self);
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
      if (ks_question_pane_get_question (self) != NULL)
        show_question (self, ks_question_pane_get_question (self), level);
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
