/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-page-private.h"

#include "ks-i18n.h"
#include "ks-side-box.h"

static KsFormItem *
get_selected (KsFormPage *self)
{
  return ks_form_outline_get_selected (KS_FORM_OUTLINE (self->outline));
}

/* The section that the chosen part belongs to, and the place behind the part. */
static void
find_place (KsFormPage *self, int *section, guint *position)
{
  KsFormItem *item = get_selected (self);
  const KsQuestion *chosen = NULL;
  guint n_sections = ks_form_get_n_sections (self->form);

  *section = (int) n_sections - 1;
  *position = G_MAXUINT;
  if (item == NULL || ks_form_item_get_place (item) == KS_FORM_PLACE_WHOLE)
    return;
  if (ks_form_item_get_place (item) == KS_FORM_PLACE_SECTION)
    *section = (int) ks_form_item_get_index (item);
  else if (ks_form_item_get_place (item) == KS_FORM_PLACE_PROFILE)
    *section = KS_FORM_PROFILE;
  else
    {
      chosen = ks_form_get_question (self->form, ks_form_item_get_index (item));
      *section = KS_FORM_PROFILE;
      for (guint i = 0; i < n_sections; i++)
        if (g_strcmp0 (ks_form_get_section (self->form, i)->id, chosen->section_id) == 0)
          *section = (int) i;
      *position = 1;
      for (guint i = 0; ks_form_get_question (self->form, i) != chosen; i++)
        *position += g_strcmp0 (ks_form_get_question (self->form, i)->section_id,
                                chosen->section_id)
                     == 0;
    }
}

static void
add_question (KsFormPage *self, KsFormBuilder *builder, const KsQuestion *question)
{
  int section;
  guint position, index;
  const char *id;

  find_place (self, &section, &position);
  /* Who answers is asked apart: a form's first question needs a section. */
  if (section == KS_FORM_PROFILE && ks_form_get_n_sections (self->form) == 0
      && (get_selected (self) == NULL
          || ks_form_item_get_place (get_selected (self)) == KS_FORM_PLACE_WHOLE))
    {
      ks_form_builder_add_section (builder, 0, &(KsSection){ .title = _ ("First section") });
      section = 0;
    }
  index = ks_form_builder_add_question (builder, section, position, question);
  id = ks_form_builder_get_question_id (builder, index);
  ks_form_page_save (self, builder, g_strdup_printf (_ ("Question %s was added"), id), id);
}

static void
add_question_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsFormPage *self = KS_FORM_PAGE (widget);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (self->form);
  const KsScale *scale
      = ks_form_get_n_scales (self->form) > 0 ? ks_form_get_scale (self->form, 0) : NULL;
  KsQuestion question = { .text = (char *)ks_question_pane_get_first_words (KS_FORM_PLACE_QUESTION),
                          .type = KS_QUESTION_TEXT };

  if (scale != NULL && scale->ordinal)
    {
      question.type = KS_QUESTION_SINGLE;
      question.scale_id = scale->id;
    }
  add_question (self, builder, &question);
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
  ks_question_pane_start_editing (KS_QUESTION_PANE (self->pane));
}

static void
add_section_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsFormPage *self = KS_FORM_PAGE (widget);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (self->form);
  const KsSection new_section
      = { .title = (char *)ks_question_pane_get_first_words (KS_FORM_PLACE_SECTION) };
  int section;
  guint position, index;
  const char *id;

  find_place (self, &section, &position);
  index = ks_form_builder_add_section (builder, (guint) (section + 1), &new_section);
  id = ks_form_builder_get_section_id (builder, index);
  ks_form_page_save (self, builder, g_strdup_printf (_ ("Section %s was added"), id), id);
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
  ks_question_pane_start_editing (KS_QUESTION_PANE (self->pane));
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsFormPage *self = KS_FORM_PAGE (widget);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (self->form);
  KsQuestion question
      = *ks_form_get_question (self->form, ks_form_item_get_index (get_selected (self)));

  question.id = NULL;
  question.key = FALSE;
  add_question (self, builder, &question);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsFormPage *self = KS_FORM_PAGE (widget);
  KsFormItem *item = get_selected (self);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (self->form);
  const char *id = ks_form_item_get_id (item);

  if (ks_form_item_get_place (item) == KS_FORM_PLACE_SECTION)
    {
      ks_form_builder_remove_section (builder, ks_form_item_get_index (item));
      ks_form_page_save (self, builder,
                         g_strdup_printf (_ ("Section %s was deleted with its questions"), id),
                         NULL);
      return;
    }
  ks_form_builder_remove_question (builder, ks_form_item_get_index (item));
  ks_form_page_save (self, builder, g_strdup_printf (_ ("Question %s was deleted"), id), NULL);
}

static void
move (KsFormPage *self, int by)
{
  KsFormItem *item = get_selected (self);
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (self->form);
  g_autofree char *id = g_strdup (ks_form_item_get_id (item));
  guint index = ks_form_item_get_index (item);

  if (ks_form_item_get_place (item) == KS_FORM_PLACE_SECTION)
    {
      if (by > 0 || index > 0)
        ks_form_builder_move_section (builder, index, (guint) ((int) index + by));
      ks_form_page_save (self, builder, g_strdup_printf (_ ("Section %s was moved"), id), id);
      return;
    }
  ks_form_builder_shift_question (builder, index, by);
  ks_form_page_save (self, builder, g_strdup_printf (_ ("Question %s was moved"), id), id);
}

static void
move_up_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (KS_FORM_PAGE (widget), -1);
}

static void
move_down_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (KS_FORM_PAGE (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_form_outline_step (KS_FORM_OUTLINE (KS_FORM_PAGE (widget)->outline), -1);
}

static void
next_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_form_outline_step (KS_FORM_OUTLINE (KS_FORM_PAGE (widget)->outline), 1);
}

static void
close_pane_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsFormPage *self = KS_FORM_PAGE (widget);

  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  gtk_widget_grab_focus (self->outline);
  ks_form_page_update_actions (self);
}

/*
 * ks_form_page_install_actions:
 * @widget_class: the page's class
 *
 * The page's verbs, for its buttons and keys.
 */
void
ks_form_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.add-question", NULL, add_question_cb);
  gtk_widget_class_install_action (widget_class, "page.add-section", NULL, add_section_cb);
  gtk_widget_class_install_action (widget_class, "page.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "page.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "page.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "page.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "page.close-pane", NULL, close_pane_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "page.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "page.move-down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.close-pane", NULL);
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType state, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, state), gtk_named_action_new (action)));
}

/*
 * ks_form_page_install_keys:
 * @self: the page
 *
 * Delete and Ctrl+D hold for the list alone: in a field they are the field's. Ctrl+P prints
 * wherever in the window the focus is.
 */
void
ks_form_page_install_keys (KsFormPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  add_key (keys, GDK_KEY_Delete, 0, "page.delete");
  add_key (keys, GDK_KEY_d, GDK_CONTROL_MASK, "page.duplicate");
  gtk_widget_add_controller (self->outline, keys);
  ks_page_add_key (KS_PAGE (self), GDK_KEY_p, GDK_CONTROL_MASK, "page.print");
}

/*
 * ks_form_page_update_actions:
 * @self: the page
 *
 * Wakes the verbs that can do something.
 */
void
ks_form_page_update_actions (KsFormPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  KsFormItem *item = self->form != NULL ? get_selected (self) : NULL;
  KsEditLevel level = ks_form_page_get_level (self);
  gboolean all = level == KS_EDIT_ALL;
  gboolean question
      = item != NULL && ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION;
  gboolean section = item != NULL && ks_form_item_get_place (item) == KS_FORM_PLACE_SECTION;

  gtk_widget_action_set_enabled (widget, "page.add-question", all);
  gtk_widget_action_set_enabled (widget, "page.add-section", all);
  gtk_widget_action_set_enabled (widget, "page.duplicate", all && question);
  gtk_widget_action_set_enabled (widget, "page.delete", all && (question || section));
  gtk_widget_action_set_enabled (widget, "page.move-up", all && (question || section));
  gtk_widget_action_set_enabled (widget, "page.move-down", all && (question || section));
  gtk_widget_action_set_enabled (widget, "page.previous", item != NULL);
  gtk_widget_action_set_enabled (widget, "page.next", item != NULL);
  gtk_widget_action_set_enabled (widget, "page.close-pane",
                                 ks_side_box_get_show_pane (KS_SIDE_BOX (self->side_box)));
  gtk_widget_action_set_enabled (widget, "page.import", level != KS_EDIT_NOTHING);
  gtk_widget_action_set_enabled (widget, "page.export-table", self->form != NULL);
  gtk_widget_action_set_enabled (widget, "page.export-json", self->form != NULL);
  gtk_widget_action_set_enabled (widget, "page.save-pdf", self->form != NULL);
  gtk_widget_action_set_enabled (widget, "page.print", self->form != NULL);
}
