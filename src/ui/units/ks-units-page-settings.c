/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-page-private.h"

#include "ks-choice-window.h"
#include "ks-confirm.h"
#include "ks-district-contacts.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-set-population.h"
#include "ks-shell.h"

/* What somebody has filled in, until the log knows who acts. */
typedef struct
{
  KsUnitsPage *page;
  KsDistrictContact *contact;
  GtkCheckButton *checks[3]; /* in the order of KsPopulation */
} Setting;

static void
free_setting (gpointer data)
{
  Setting *setting = data;

  g_object_unref (setting->page);
  ks_district_contact_free (setting->contact);
  for (guint i = 0; i < G_N_ELEMENTS (setting->checks); i++)
    g_clear_object (&setting->checks[i]);
  g_free (setting);
}

static Setting *
setting_new (KsUnitsPage *self)
{
  Setting *setting = g_new0 (Setting, 1);

  setting->page = g_object_ref (self);
  return setting;
}

static void
report (KsUnitsPage *self, gboolean ok, KsOutcome *outcome, const GError *error)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (!ok)
    ks_shell_show_error (shell, error);
  else if (outcome != NULL)
    ks_shell_show_outcome (shell, outcome);
}

static char *
fill_contact (KsDistrictContact *contact, const char *const *texts)
{
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!ks_district_contact_set (contact, (KsDistrictField)i, texts[i], &error))
        return g_strdup (error->message);
    }
  return NULL;
}

static char *
check_contact (const char *const *texts, gpointer data)
{
  g_autoptr (KsDistrictContact) contact = ks_district_contact_new ("");

  return fill_contact (contact, texts);
}

static void
save_contact (gpointer data)
{
  Setting *setting = data;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;
  gboolean ok
      = ks_set_district_contact (setting->page->campaign, setting->contact, &outcome, &error);

  report (setting->page, ok, outcome, error);
}

static void
contact_given (const char *const *texts, gpointer data)
{
  Setting *setting = data;
  Setting *own = setting_new (setting->page);

  own->contact = ks_district_contact_copy (setting->contact);
  g_free (fill_contact (own->contact, texts));
  ks_shell_with_officer (ks_shell_from_widget (GTK_WIDGET (own->page)), save_contact, own,
                         free_setting);
}

static void
ask_contact (KsUnitsPage *self, const char *code, const char *name)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GError) error = NULL;
  KsDistrictContact *contact = ks_district_contact_load (self->campaign, code, &error);
  KsEntryQuestion question = { .verb = _ ("_Save"), .n_entries = KS_N_DISTRICT_FIELDS };
  g_autofree char *heading = NULL;
  Setting *setting;

  if (contact == NULL)
    {
      ks_shell_show_error (ks_shell_from_widget (widget), error);
      return;
    }
  heading = g_strdup_printf (_ ("Contacts of %s"), name);
  question.heading = heading;
  for (guint i = 0; i < KS_N_DISTRICT_FIELDS; i++)
    question.entries[i]
        = (KsEntrySpec){ ks_district_field_get_label ((KsDistrictField)i), contact->texts[i] };
  setting = setting_new (self);
  setting->contact = contact;
  ks_entry_dialog_ask (widget, &question, check_contact, contact_given, setting, free_setting);
}

static void
district_chosen (guint index, gpointer data)
{
  KsUnitsPage *self = data;
  const KsDistrict *district;

  if (self->registry == NULL || index >= ks_registry_get_n_districts (self->registry))
    return;
  district = ks_registry_get_district (self->registry, index);
  ask_contact (self, district->code, district->name);
}

static void
choose_district (KsUnitsPage *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_choice_row_free);
  const KsChoiceQuestion question
      = { .title = _ ("Contacts of Which District?"), .none = "", .verb = _ ("_Edit") };

  for (guint i = 0; i < ks_registry_get_n_districts (self->registry); i++)
    {
      const KsDistrict *district = ks_registry_get_district (self->registry, i);
      g_autofree char *count = ks_format_count (district->n_units);
      KsChoiceRow *row = g_new0 (KsChoiceRow, 1);

      row->title = g_strdup (*district->name != '\0' ? district->name : _ ("No District"));
      row->subtitle
          = g_strdup_printf (ngettext ("%s unit", "%s units", district->n_units), count);
      g_ptr_array_add (rows, row);
    }
  ks_choice_window_present (GTK_WIDGET (self), &question, rows, district_chosen,
                            g_object_ref (self), g_object_unref);
}

/* Of the unit that is selected; without one somebody chooses. */
static void
contacts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  g_autoptr (KsUnit) unit = ks_units_table_dup_selected (self->table, NULL);

  if (unit != NULL)
    ask_contact (self, ks_unit_get_district_code (unit), ks_unit_get_district_name (unit));
  else
    choose_district (self);
}

static KsPopulation
read_checks (const Setting *setting)
{
  guint population = 0;

  for (guint i = 0; i < G_N_ELEMENTS (setting->checks); i++)
    if (gtk_check_button_get_active (setting->checks[i]))
      population |= 1u << i;
  return (KsPopulation)population;
}

static void
save_population (gpointer data)
{
  Setting *setting = data;
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;
  gboolean ok
      = ks_set_population (setting->page->campaign, read_checks (setting), &outcome, &error);

  report (setting->page, ok, outcome, error);
}

static void
population_given (gpointer data)
{
  Setting *setting = data;
  Setting *own = setting_new (setting->page);

  for (guint i = 0; i < G_N_ELEMENTS (own->checks); i++)
    own->checks[i] = g_object_ref (setting->checks[i]);
  ks_shell_with_officer (ks_shell_from_widget (GTK_WIDGET (own->page)), save_population, own,
                         free_setting);
}

static void
check_toggled_cb (GtkWidget *dialog)
{
  ks_confirm_set_ready (GTK_WINDOW (dialog),
                        read_checks (g_object_get_data (G_OBJECT (dialog), "setting")) != 0);
}

static GtkWidget *
make_checks (Setting *setting, KsPopulation population)
{
  const char *const titles[]
      = { _ ("Cadres"), _ ("Civil servants"), _ ("Part-time commune workers") };
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who is in scope"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      setting->checks[i] = g_object_ref_sink (GTK_CHECK_BUTTON (check));
      gtk_check_button_set_active (setting->checks[i], (population & (1u << i)) != 0);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      titles[i], -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), titles[i]);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  return list;
}

static void
population_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self->campaign);
  Setting *setting = setting_new (self);
  KsConfirm question = {
    .heading = _ ("Who Is in Scope"),
    .body = _ ("Part-time workers count in the staff of a unit only if they are in scope. Answers "
               "of people outside the scope count all the same and are told apart."),
    .verb = _ ("_Save"),
    .extra = make_checks (setting, info->population),
  };
  GtkWindow *dialog = ks_confirm_ask (widget, &question, population_given, setting, free_setting);

  g_object_set_data (G_OBJECT (dialog), "setting", setting);
  for (guint i = 0; i < G_N_ELEMENTS (setting->checks); i++)
    g_signal_connect_object (setting->checks[i], "toggled", G_CALLBACK (check_toggled_cb), dialog,
                             G_CONNECT_SWAPPED);
}

/**
 * ks_units_page_update_setting_actions:
 * @self: a page
 *
 * Lets those actions sleep that have nothing to act on.
 */
void
ks_units_page_update_setting_actions (KsUnitsPage *self)
{
  gboolean editable = ks_units_page_is_editable (self);
  gboolean any = self->registry != NULL && ks_registry_get_n_units (self->registry) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.contacts", editable && any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.population", editable);
}

/**
 * ks_units_page_install_setting_actions:
 * @widget_class: the class of the page
 *
 * Gives the page the actions of its settings.
 */
void
ks_units_page_install_setting_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.contacts", NULL, contacts_cb);
  gtk_widget_class_install_action (widget_class, "page.population", NULL, population_cb);
}
