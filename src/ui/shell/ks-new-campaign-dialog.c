/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-new-campaign-dialog.h"

#include "ks-civil-entry.h"
#include "ks-create-job.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-list-name.h"
#include "ks-number.h"
#include "ks-officer.h"

struct _KsNewCampaignDialog {
  AdwWindow      parent_instance;

  GtkWidget     *create_button;
  AdwEntryRow   *title_row;
  AdwEntryRow   *day_row;
  AdwEntryRow   *from_row;
  AdwEntryRow   *to_row;
  AdwActionRow  *units_row;
  GtkWidget     *units_built_in;
  GtkWidget     *units_choose;
  AdwActionRow  *form_row;
  GtkWidget     *form_built_in;
  GtkWidget     *form_choose;
  AdwPreferencesGroup *content_group;
  AdwEntryRow   *link_row;
  GtkWidget     *officer_group;
  AdwEntryRow   *officer_row;
  GtkLabel      *problem;

  char          *units_path;  /* NULL: built in */
  char          *form_path;
  KsEarlierCampaign *earlier; /* NULL: it goes on from none */
};

G_DEFINE_FINAL_TYPE (KsNewCampaignDialog, ks_new_campaign_dialog, ADW_TYPE_WINDOW)

/* %NULL where nothing is written. */
static const char *
get_text (AdwEntryRow *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  return text[0] != '\0' ? text : NULL;
}

static gboolean
read_hour (AdwEntryRow *row, KsDay day, KsMoment *moment)
{
  int minutes;

  if (!ks_civil_entry_read_hour (gtk_editable_get_text (GTK_EDITABLE (row)), &minutes))
    return FALSE;
  *moment = ks_day_get_start (day) + minutes * 60;
  return TRUE;
}

/* Reads what is written; what is wrong first is said in words. */
static const char *
read_entries (KsNewCampaignDialog *self, KsNewCampaign *what)
{
  what->title = get_text (self->title_row);
  what->units_path = self->units_path;
  what->form_path = self->form_path;
  what->template = get_text (self->link_row);
  what->previous_path = self->earlier != NULL ? self->earlier->path : NULL;
  if (what->title == NULL)
    return _ ("Write what the campaign is called.");
  if (!ks_day_read (gtk_editable_get_text (GTK_EDITABLE (self->day_row)), &what->day))
    return _ ("Write the day like 01/4/2024.");
  if (self->earlier != NULL && what->day < self->earlier->info->day)
    return _ ("The new survey cannot be before the previous one.");
  if (!read_hour (self->from_row, what->day, &what->from)
      || !read_hour (self->to_row, what->day, &what->to))
    return _ ("Write the hours like 7:30; the end of the day is 24:00.");
  if (what->from >= what->to)
    return _ ("The survey must end after it begins.");
  if (get_text (self->officer_row) == NULL)
    return _ ("Write your full name.");
  return NULL;
}

static char *
find_problem (KsNewCampaignDialog *self)
{
  g_autoptr (GError) error = NULL;
  KsNewCampaign what = { 0 };
  const char *problem = read_entries (self, &what);
  KsLinkKind kind;
  gboolean unsafe;

  if (problem == NULL && what.template != NULL
      && !ks_link_check_template (what.template, &kind, &unsafe, &error))
    problem = error->message;
  return g_strdup (problem);
}

static void
show_problem (KsNewCampaignDialog *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
entry_changed_cb (KsNewCampaignDialog *self)
{
  g_autofree char *problem = find_problem (self);

  show_problem (self, problem);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", problem == NULL);
}

/* The file chooser has asked whether to replace a file, but no campaign ever replaces one. */
static void
place_chosen_cb (GFile *file, gpointer data)
{
  KsNewCampaignDialog *self = data;
  KsWindow *window = KS_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *path = g_file_get_path (file);
  KsNewCampaign what = { 0 };

  if (path == NULL || read_entries (self, &what) != NULL)
    return;
  if (g_file_query_exists (file, NULL))
    {
      show_problem (self, _ ("A file of that name is there already; choose another name."));
      return;
    }
  ks_officer_set_name (get_text (self->officer_row), NULL);
  ks_create_job_run (window, path, &what, get_text (self->officer_row));
  gtk_window_close (GTK_WINDOW (self));
}

static void
create_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsNewCampaignDialog *self = KS_NEW_CAMPAIGN_DIALOG (widget);
  g_autofree char *proposal = g_strdelimit (g_strdup (get_text (self->title_row)), "/\\:", '-');

  ks_file_dialog_save (widget, _ ("Where to Keep the Campaign"), proposal, _ ("Campaigns"),
                       ".khaosat", place_chosen_cb, self);
}

/* Shows which file was chosen; %NULL goes back to what the program brings. */
static void
set_units (KsNewCampaignDialog *self, GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  g_free (self->units_path);
  self->units_path = file != NULL ? g_file_get_path (file) : NULL;
  adw_action_row_set_subtitle (
      self->units_row, name != NULL ? name : _ ("Built in: 209 units of Bắc Giang, April 2024"));
  gtk_widget_set_visible (self->units_built_in, name != NULL);
}

static void
set_form (KsNewCampaignDialog *self, GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  g_free (self->form_path);
  self->form_path = file != NULL ? g_file_get_path (file) : NULL;
  adw_action_row_set_subtitle (self->form_row,
                               name != NULL ? name : "PHIẾU DÙNG TẠM – CHƯA PHẢI MẪU PKS 01");
  gtk_widget_set_visible (self->form_built_in, name != NULL);
}

static void
units_chosen_cb (GFile *file, gpointer data)
{
  set_units (data, file);
}

static void
form_chosen_cb (GFile *file, gpointer data)
{
  set_form (data, file);
}

static void
choose_units_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_file_dialog_open (widget, _ ("List of Units"), _ ("Tables (CSV)"), ".csv", units_chosen_cb,
                       widget);
}

static void
choose_form_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_file_dialog_open (widget, _ ("Form"), _ ("Forms (JSON)"), ".json", form_chosen_cb, widget);
}

static void
built_in_units_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_units (KS_NEW_CAMPAIGN_DIALOG (widget), NULL);
}

static void
built_in_form_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_form (KS_NEW_CAMPAIGN_DIALOG (widget), NULL);
}

static void
ks_new_campaign_dialog_finalize (GObject *object)
{
  KsNewCampaignDialog *self = KS_NEW_CAMPAIGN_DIALOG (object);

  g_free (self->units_path);
  g_free (self->form_path);
  ks_earlier_campaign_free (self->earlier);

  G_OBJECT_CLASS (ks_new_campaign_dialog_parent_class)->finalize (object);
}

static void
ks_new_campaign_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KS_TYPE_NEW_CAMPAIGN_DIALOG);

  G_OBJECT_CLASS (ks_new_campaign_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shell/ks-new-campaign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, units_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, units_built_in);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, units_choose);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, form_built_in);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, form_choose);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, content_group);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, officer_group);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, officer_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
ks_new_campaign_dialog_class_init (KsNewCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_new_campaign_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ks_new_campaign_dialog_finalize;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose-units", NULL,
                                   choose_units_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.built-in-units", NULL,
                                   built_in_units_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose-form", NULL,
                                   choose_form_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.built-in-form", NULL,
                                   built_in_form_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The title goes into documents: it is Vietnamese whatever the window speaks. */
static void
fill_in_defaults (KsNewCampaignDialog *self)
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  KsDay tomorrow = ks_moment_get_day (ks_clock_now (clock)) + 1;
  g_autofree char *day = ks_day_format (tomorrow);
  g_autofree char *officer = ks_officer_dup_name ();
  g_autofree char *title = NULL;
  int year;

  ks_moment_to_civil (ks_day_get_start (tomorrow), &year, NULL, NULL, NULL, NULL, NULL);
  title = g_strdup_printf ("Khảo sát cán bộ, công chức cấp xã năm %d", year);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), day);
  gtk_editable_set_text (GTK_EDITABLE (self->officer_row), officer != NULL ? officer : "");
  gtk_widget_set_visible (self->officer_group, officer == NULL);
}

static void
name_lists (KsNewCampaignDialog *self)
{
  ks_list_name_set (GTK_WIDGET (self->title_row), _ ("Campaign"));
  ks_list_name_set (GTK_WIDGET (self->officer_row), _ ("Who acts"));
  ks_list_name_set (GTK_WIDGET (self->units_row), _ ("Units and form"));
  ks_list_name_set (GTK_WIDGET (self->link_row), _ ("Link of the form"));
}

static void
ks_new_campaign_dialog_init (KsNewCampaignDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_lists (self);
  fill_in_defaults (self);
  set_units (self, NULL);
  set_form (self, NULL);
  entry_changed_cb (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create_button);
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (get_text (self->officer_row) == NULL ? self->officer_row
                                                                         : self->title_row));
}

/**
 * ks_new_campaign_dialog_present:
 * @parent: the window that the campaign will open in
 *
 * Asks what a new campaign is made of.
 */
void
ks_new_campaign_dialog_present (KsWindow *parent)
{
  GtkWindow *dialog
      = g_object_new (KS_TYPE_NEW_CAMPAIGN_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  gtk_window_present (dialog);
}

static void
show_earlier (KsNewCampaignDialog *self)
{
  const KsCampaignInfo *info = self->earlier->info;
  g_autofree char *count = ks_format_count (self->earlier->n_units);
  g_autofree char *units = g_strdup_printf (
      ngettext ("%s unit of “%s”, with staff, contacts and history",
                "%s units of “%s”, with staff, contacts and history", self->earlier->n_units),
      count, info->title);

  adw_action_row_set_subtitle (self->units_row, units);
  adw_action_row_set_subtitle (self->form_row, self->earlier->form_title);
  gtk_widget_set_visible (self->units_choose, FALSE);
  gtk_widget_set_visible (self->form_choose, FALSE);
  adw_preferences_group_set_description (
      self->content_group, _ ("Taken over from the previous campaign, with the texts of the sheets "
                              "and the scope. The codes are new, and no answers are taken over."));
}

/* The day is one that the earlier survey allows, the title the earlier one in its year. */
static void
fill_in_earlier (KsNewCampaignDialog *self)
{
  KsDay day = KS_DAY_NONE;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  if (!ks_day_read (gtk_editable_get_text (GTK_EDITABLE (self->day_row)), &day)
      || day <= self->earlier->info->day)
    day = self->earlier->info->day + 1;
  text = ks_day_format (day);
  title = ks_earlier_campaign_dup_title (self->earlier, day);
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), text);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
}

/**
 * ks_new_campaign_dialog_present_after:
 * @parent: the window that the campaign will open in
 * @earlier: (transfer full): the campaign that the new one goes on from
 *
 * Asks what the next campaign is called, and when it is held.
 */
void
ks_new_campaign_dialog_present_after (KsWindow *parent, KsEarlierCampaign *earlier)
{
  KsNewCampaignDialog *self
      = g_object_new (KS_TYPE_NEW_CAMPAIGN_DIALOG, "transient-for", parent, "modal", TRUE, "title",
                      _ ("New Campaign From the Previous One"), NULL);

  self->earlier = earlier;
  show_earlier (self);
  fill_in_earlier (self);
  entry_changed_cb (self);
  gtk_window_present (GTK_WINDOW (self));
}
