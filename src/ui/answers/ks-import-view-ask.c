/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-view-private.h"

#include "ks-i18n.h"
#include "ks-import-column-item.h"
#include "ks-import-group.h"
#include "ks-import-question.h"
#include "ks-import-roles.h"
#include "ks-pick.h"

/* What an officer says, and what follows from it. */

/* Tables with the same header share a recipe. */
static KsRecipe *
find_recipe (KsImportView *self)
{
  guint sheet = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sheet_drop_down));
  const KsImportPlan *plan = self->plans->pdata[sheet < self->plans->len ? sheet : 0];

  return ks_recipes_find (self->recipes, plan->recipe);
}

static guint
get_index (GtkListItem *list_item)
{
  return ks_import_column_item_get_number (gtk_list_item_get_item (list_item)) - 1;
}

static char **
list_roles (gpointer data, guint *chosen)
{
  KsImportView *self = g_object_get_data (data, "ks-view");
  KsRecipe *recipe = find_recipe (self);

  *chosen = ks_import_roles_find (self->form, recipe->columns->pdata[get_index (data)]);
  return ks_import_roles_list (self->form);
}

static void
role_picked_cb (guint index, gpointer data)
{
  KsImportView *self = g_object_get_data (data, "ks-view");

  if (gtk_list_item_get_item (data) == NULL)
    return;
  ks_import_roles_say (self->form, find_recipe (self), get_index (data), index);
  g_signal_emit_by_name (self, "answered");
}

static void
set_up_role_cb (GtkListItemFactory *factory, GtkListItem *list_item, KsImportView *self)
{
  GtkWidget *pick = ks_pick_new ();

  g_object_set_data (G_OBJECT (list_item), "ks-view", self);
  ks_pick_set_funcs (pick, list_roles, role_picked_cb, list_item);
  gtk_list_item_set_child (list_item, pick);
}

static void
bind_role_cb (GtkListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *pick = gtk_list_item_get_child (list_item);
  KsImportColumnItem *item = gtk_list_item_get_item (list_item);
  const char *role = ks_import_column_item_get_role (item);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", ks_import_column_item_get_header (item), role);

  ks_pick_set_label (pick, role);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * ks_import_view_offer_roles:
 * @self: a view
 *
 * Lets what a column is be changed where it stands.
 */
void
ks_import_view_offer_roles (KsImportView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_role_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_role_cb), NULL);
  gtk_column_view_column_set_factory (self->role_column, factory);
}

static char **
list_answers (gpointer data, guint *chosen)
{
  return ks_import_question_list (g_object_get_data (data, "ks-question"), chosen);
}

static void
answered_cb (guint index, gpointer data)
{
  KsImportView *self
      = KS_IMPORT_VIEW (gtk_widget_get_ancestor (data, KS_TYPE_IMPORT_VIEW));
  const KsImportGroup *group = g_object_get_data (data, "ks-group");

  ks_import_question_answer (g_object_get_data (data, "ks-question"), group->recipes, index);
  g_signal_emit_by_name (self, "answered");
}

/* Where files are read in several ways a question tells which it is about. */
static void
set_detail (GtkWidget *row, const KsImportQuestion *question, const KsImportGroup *group)
{
  const char *detail = ks_import_question_get_detail (question);
  g_autofree char *both
      = group->files != NULL ? g_strdup_printf ("%s\n%s", group->files, detail) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), both != NULL ? both : detail);
}

static GtkWidget *
make_row (KsImportQuestion *question, const KsImportGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pick = ks_pick_new ();
  const char *title = ks_import_question_get_title (question);
  guint chosen;
  g_auto (GStrv) answers = ks_import_question_list (question, &chosen);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, answers[chosen]);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  set_detail (row, question, group);
  g_object_set_data (G_OBJECT (row), "ks-question", question);
  g_object_set_data (G_OBJECT (row), "ks-group", (gpointer)group);
  ks_pick_set_label (pick, answers[chosen]);
  ks_pick_set_funcs (pick, list_answers, answered_cb, row);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (pick), TRUE);
  gtk_widget_set_size_request (pick, 170, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pick);
  return row;
}

static void
ask_group (KsImportView *self, const KsImportGroup *group, KsCampaign *campaign)
{
  const KsImportPlan *plan = ks_import_group_get_doubtful (group);
  GPtrArray *questions = ks_import_questions_new (
      plan, group->result, ks_recipes_find (group->recipes, plan->recipe), campaign);

  for (guint i = 0; i < questions->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->questions_list),
                         make_row (questions->pdata[i], group));
  g_ptr_array_add (self->questions, questions);
}

/**
 * ks_import_view_ask:
 * @self: a view with groups of files
 * @campaign: where they would go
 *
 * Lists what nobody can know without asking, and what was answered.
 */
void
ks_import_view_ask (KsImportView *self, KsCampaign *campaign)
{
  gboolean asks;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->questions_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->questions_list), row);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < self->groups->len; i++)
    ask_group (self, self->groups->pdata[i], campaign);
  asks = gtk_widget_get_first_child (self->questions_list) != NULL;
  gtk_widget_set_visible (self->questions_box, asks);
  /* In a narrow window the counts would hide what is asked. */
  if (asks)
    ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}
