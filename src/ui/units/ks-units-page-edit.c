/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-page-private.h"

#include "ks-choice-window.h"
#include "ks-edit-unit.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-shell.h"
#include "ks-staff-reason.h"

/* One field that somebody has typed into. */
typedef struct
{
  char *code;
  KsUnitField field;
  char *text;
} Typed;

static void
free_typed (gpointer data)
{
  Typed *typed = data;

  g_free (typed->code);
  g_free (typed->text);
  g_free (typed);
}

typedef enum
{
  ACT_EDIT,
  ACT_RETIRE,
  ACT_RESTORE,
} Act;

/* An act on one unit that may have to tell its reason first. */
typedef struct
{
  KsUnitsPage *page;
  Act act;
  char *code;
  GPtrArray *typed; /* of Typed; ACT_EDIT */
  gboolean done;
  gboolean passed; /* another goes on in its place */
} Saving;

/* Whoever leaves instead of telling a reason sees again what the unit holds. */
static void
free_saving (gpointer data)
{
  Saving *saving = data;

  if (!saving->done && saving->page->pane != NULL)
    ks_unit_fields_revert (ks_unit_pane_get_fields (saving->page->pane));
  if (!saving->passed)
    g_clear_pointer (&saving->page->asking, g_free);
  g_object_unref (saving->page);
  g_free (saving->code);
  g_clear_pointer (&saving->typed, g_ptr_array_unref);
  g_free (saving);
}

static gboolean
edit (Saving *saving, const char *reason, KsOutcome **outcome, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (KsUnitEdit));

  for (guint i = 0; i < saving->typed->len; i++)
    {
      const Typed *typed = saving->typed->pdata[i];
      const KsUnitEdit each = { typed->field, typed->text };

      g_array_append_val (edits, each);
    }
  return ks_edit_unit (saving->page->campaign, saving->code,
                       (const KsUnitEdit *)(gpointer)edits->data, edits->len, reason, outcome,
                       error);
}

static KsDay
get_own_day (KsUnitsPage *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);

  return info->day;
}

static void
carry_out (Saving *saving, const char *reason)
{
  KsUnitsPage *self = saving->page;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;
  gboolean ok = FALSE;

  if (shell == NULL || self->campaign == NULL)
    return;
  if (saving->act == ACT_EDIT)
    ok = edit (saving, reason, &outcome, &error);
  else if (saving->act == ACT_RETIRE)
    ok = ks_retire_unit (self->campaign, saving->code, get_own_day (self), reason, &outcome,
                         &error);
  else
    ok = ks_restore_unit (self->campaign, saving->code, reason, &outcome, &error);
  saving->done = ok;
  if (!ok)
    ks_shell_show_error (shell, error);
  else if (outcome != NULL)
    ks_shell_show_outcome (shell, outcome);
}

static void
reason_given (const char *reason, gpointer data)
{
  carry_out (data, reason);
}

static gboolean
changes_staff (const Saving *saving)
{
  if (saving->act != ACT_EDIT)
    return TRUE;
  for (guint i = 0; i < saving->typed->len; i++)
    if (ks_unit_field_is_staff (((const Typed *)saving->typed->pdata[i])->field))
      return TRUE;
  return FALSE;
}

static void
ask_reason (Saving *saving)
{
  KsUnit *unit = ks_registry_lookup (saving->page->registry, saving->code);
  g_autofree char *body = g_strdup_printf (
      _ ("Answers have come in already, and their number is held against the staff of %s. The log "
         "and the papers tell the reason."),
      unit != NULL ? ks_unit_get_name (unit) : saving->code);

  ks_staff_reason_ask (GTK_WIDGET (saving->page), body, reason_given, saving, free_saving);
}

static void
start (gpointer data)
{
  Saving *saving = data;
  Saving *own;

  if (saving->page->campaign == NULL)
    return;
  own = g_new0 (Saving, 1);
  *own = *saving;
  own->page = g_object_ref (saving->page);
  own->code = g_strdup (saving->code);
  own->typed = saving->typed != NULL ? g_ptr_array_ref (saving->typed) : NULL;
  saving->done = saving->passed = TRUE; /* from here on it is the copy's to answer for */
  if (changes_staff (own) && ks_staff_needs_reason (own->page->campaign))
    {
      ask_reason (own);
      return;
    }
  carry_out (own, NULL);
  free_saving (own);
}

/* What the log keeps has a name beside it. While that or a reason is asked, the field that was left
 * for the question says once more what it holds: nobody is asked twice. */
static void
begin (KsUnitsPage *self, Act act, const char *code, GPtrArray *typed)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  Saving *saving;

  if (g_strcmp0 (self->asking, code) == 0)
    {
      g_clear_pointer (&typed, g_ptr_array_unref);
      return;
    }
  saving = g_new0 (Saving, 1);
  *saving = (Saving){ g_object_ref (self), act, g_strdup (code), typed, FALSE, FALSE };
  g_free (self->asking);
  self->asking = g_strdup (code);
  if (shell != NULL)
    ks_shell_with_officer (shell, start, saving, free_saving);
  else
    free_saving (saving);
}

/* Fields of one unit that were typed together are saved together. */
static gboolean
save_typed_cb (gpointer data)
{
  KsUnitsPage *self = data;
  g_autoptr (GPtrArray) all = g_steal_pointer (&self->typed);

  self->save_source = 0;
  self->typed = g_ptr_array_new_with_free_func (free_typed);
  while (all->len > 0)
    {
      g_autofree char *code = g_strdup (((Typed *)all->pdata[0])->code);
      GPtrArray *typed = g_ptr_array_new_with_free_func (free_typed);

      for (guint i = 0; i < all->len;)
        if (g_str_equal (((Typed *)all->pdata[i])->code, code))
          g_ptr_array_add (typed, g_ptr_array_steal_index (all, i));
        else
          i++;
      begin (self, ACT_EDIT, code, typed);
    }
  return G_SOURCE_REMOVE;
}

static void
save_cb (KsUnitsPage *self, KsUnit *unit, guint field, const char *text)
{
  Typed *typed = g_new0 (Typed, 1);

  for (guint i = 0; i < self->typed->len; i++)
    {
      const Typed *other = self->typed->pdata[i];

      if (other->field == field && g_str_equal (other->code, ks_unit_get_code (unit)))
        g_ptr_array_remove_index (self->typed, i--);
    }
  *typed = (Typed){ g_strdup (ks_unit_get_code (unit)), (KsUnitField)field, g_strdup (text) };
  g_ptr_array_add (self->typed, typed);
  if (self->save_source == 0)
    self->save_source = g_idle_add (save_typed_cb, self);
}

/**
 * ks_units_page_start_saving:
 * @self: a page with its pane
 *
 * Saves from now on what is typed into the pane and the table.
 */
void
ks_units_page_start_saving (KsUnitsPage *self)
{
  self->typed = g_ptr_array_new_with_free_func (free_typed);
  g_signal_connect_object (ks_unit_pane_get_fields (self->pane), "save", G_CALLBACK (save_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "edited", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ks_units_page_finish_typing:
 * @page: a units page
 *
 * Saves at once what was typed into the pane and the table.
 *
 * Returns: %FALSE if something stands in the pane that the unit does not hold
 */
gboolean
ks_units_page_finish_typing (KsPage *page)
{
  KsUnitsPage *self = KS_UNITS_PAGE (page);
  KsUnitFields *fields = ks_unit_pane_get_fields (self->pane);

  ks_unit_fields_flush (fields);
  if (self->save_source != 0)
    {
      g_clear_handle_id (&self->save_source, g_source_remove);
      save_typed_cb (self);
    }
  return ks_unit_fields_is_saved (fields);
}

/**
 * ks_units_page_stop_saving:
 * @self: a page
 *
 * Forgets what was typed: the campaign goes.
 */
void
ks_units_page_stop_saving (KsUnitsPage *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->typed != NULL)
    g_ptr_array_set_size (self->typed, 0);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);

  ks_side_box_set_show_pane (self->side_box, TRUE);
  ks_units_page_update_actions (self);
  ks_unit_pane_start_editing (self->pane);
}

static void
retire_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  g_autoptr (KsUnit) unit = ks_units_table_dup_selected (self->table, NULL);

  if (unit != NULL)
    begin (self, ACT_RETIRE, ks_unit_get_code (unit), NULL);
}

static void
restore_chosen (guint index, gpointer data)
{
  KsUnitsPage *self = data;
  GPtrArray *retired = ks_registry_get_retired (self->registry);

  if (index < retired->len)
    begin (self, ACT_RESTORE, ks_unit_get_code (retired->pdata[index]), NULL);
}

static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  GPtrArray *retired = ks_registry_get_retired (self->registry);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_choice_row_free);
  const KsChoiceQuestion question
      = { _ ("Units Out of Use"), _ ("All Units Are in Use"), _ ("Take Back Into Use") };

  for (guint i = 0; i < retired->len; i++)
    {
      KsUnit *unit = retired->pdata[i];
      g_autofree char *day = ks_day_format (ks_unit_get_retired (unit));
      KsChoiceRow *row = g_new0 (KsChoiceRow, 1);

      row->title = g_strdup (ks_unit_get_name (unit));
      row->subtitle = g_strdup_printf (_ ("%s · %s · out of use since %s"), ks_unit_get_code (unit),
                                       ks_unit_get_district_name (unit), day);
      g_ptr_array_add (rows, row);
    }
  ks_choice_window_present (widget, &question, rows, restore_chosen, g_object_ref (self),
                            g_object_unref);
}

enum
{
  ADD_CODE,
  ADD_NAME,
  ADD_DISTRICT,
  N_ADD,
};

static void
fill_edits (const char *const *texts, KsUnitEdit *edits)
{
  edits[0] = (KsUnitEdit){ KS_UNIT_NAME, texts[ADD_NAME] };
  edits[1] = (KsUnitEdit){ KS_UNIT_DISTRICT_NAME, texts[ADD_DISTRICT] };
}

static char *
check_new (const char *const *texts, gpointer data)
{
  KsUnitsPage *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KsUnit) unit = NULL;
  KsUnitEdit edits[2];

  fill_edits (texts, edits);
  if (!ks_add_unit_check_code (self->registry, texts[ADD_CODE], &error))
    return g_strdup (error->message);
  unit = ks_unit_apply_edits (self->registry, KS_DAY_NONE, NULL, texts[ADD_CODE], edits, 2, &error);
  return unit == NULL ? g_strdup (error->message) : NULL;
}

/* A new unit that waits until the log knows who acts. */
typedef struct
{
  KsUnitsPage *page;
  char *texts[N_ADD];
} Addition;

static void
free_addition (gpointer data)
{
  Addition *addition = data;

  g_object_unref (addition->page);
  for (guint i = 0; i < N_ADD; i++)
    g_free (addition->texts[i]);
  g_free (addition);
}

static void
add (gpointer data)
{
  Addition *addition = data;
  KsUnitsPage *self = addition->page;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;
  KsUnitEdit edits[2];

  fill_edits ((const char *const *)addition->texts, edits);
  if (!ks_add_unit (self->campaign, addition->texts[ADD_CODE], edits, 2, &outcome, &error))
    {
      ks_shell_show_error (ks_shell_from_widget (GTK_WIDGET (self)), error);
      return;
    }
  ks_shell_show_outcome (ks_shell_from_widget (GTK_WIDGET (self)), outcome);
  ks_page_show_detail (KS_PAGE (self), addition->texts[ADD_CODE]);
}

static void
new_given (const char *const *texts, gpointer data)
{
  KsUnitsPage *self = data;
  Addition *addition = g_new0 (Addition, 1);

  addition->page = g_object_ref (self);
  for (guint i = 0; i < N_ADD; i++)
    addition->texts[i] = g_strdup (texts[i]);
  ks_shell_with_officer (ks_shell_from_widget (GTK_WIDGET (self)), add, addition, free_addition);
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  g_autoptr (KsUnit) selected = ks_units_table_dup_selected (self->table, NULL);
  KsEntryQuestion question = {
    .heading = _ ("Add a Unit"),
    .body = _ ("For a unit that the list has left out. What came of a merge or a split is recorded "
               "in the menu of the unit."),
    .verb = _ ("_Add"),
    .n_entries = N_ADD,
    .entries
    = { [ADD_CODE] = { _ ("Code (5 digits)"), NULL },
        [ADD_NAME] = { _ ("Name in full"), NULL },
        [ADD_DISTRICT]
        = { _ ("District"), selected != NULL ? ks_unit_get_district_name (selected) : NULL } },
  };

  ks_entry_dialog_ask (widget, &question, check_new, new_given, g_object_ref (self),
                       g_object_unref);
}

/**
 * ks_units_page_update_edit_actions:
 * @self: a page
 *
 * Lets those actions sleep that have nothing to act on.
 */
void
ks_units_page_update_edit_actions (KsUnitsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = ks_units_page_is_editable (self);
  gboolean one = ks_units_table_get_n_selected (self->table) == 1;

  ks_units_table_set_editable (self->table, editable);
  gtk_widget_action_set_enabled (widget, "page.edit", editable && one);
  gtk_widget_action_set_enabled (widget, "page.retire", editable && one);
  gtk_widget_action_set_enabled (widget, "page.restore", editable);
  gtk_widget_action_set_enabled (widget, "page.add", editable);
}

/**
 * ks_units_page_install_edit_actions:
 * @widget_class: the class of the page
 *
 * Gives the page the actions that change one unit.
 */
void
ks_units_page_install_edit_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "page.retire", NULL, retire_cb);
  gtk_widget_class_install_action (widget_class, "page.restore", NULL, restore_cb);
  gtk_widget_class_install_action (widget_class, "page.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
}
