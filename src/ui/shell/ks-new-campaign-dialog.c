/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-new-campaign-dialog.h"

#include "ks-create-campaign.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-link.h"
#include "ks-settings.h"
#include "ks-shell.h"

struct _KsNewCampaignDialog {
  AdwWindow          parent_instance;

  AdwEntryRow       *title_row;
  AdwEntryRow       *day_row;
  AdwEntryRow       *officer_row;
  AdwActionRow      *units_row;
  AdwActionRow      *form_row;
  AdwEntryRow       *link_row;
  GtkLabel          *problem;

  char              *units_path;  /* NULL: built in */
  char              *form_path;
};

G_DEFINE_FINAL_TYPE (KsNewCampaignDialog, ks_new_campaign_dialog, ADW_TYPE_WINDOW)

/* "01/4/2024", as it is written in Vietnam. */
static gboolean
parse_day (const char *text, KsDay *day)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint64 numbers[3];

  if (g_strv_length (parts) != 3)
    return ks_day_parse (text, day);
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, 1, 9999, &numbers[i], NULL))
      return FALSE;
  if (!g_date_valid_dmy ((GDateDay) numbers[0], (GDateMonth) numbers[1], (GDateYear) numbers[2])
      || numbers[2] < 2000)
    return FALSE;
  *day = ks_moment_get_day (
      ks_moment_from_civil ((int) numbers[2], (int) numbers[1], (int) numbers[0], 0, 0, 0));
  return TRUE;
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* What keeps the campaign from being made, in words; NULL: nothing. */
static char *
find_problem (KsNewCampaignDialog *self)
{
  g_autoptr (GError) error = NULL;
  KsLinkKind kind;
  gboolean unsafe;
  KsDay day;

  if (get_text (self->title_row)[0] == '\0')
    return g_strdup (_ ("Write what the campaign is called."));
  if (!parse_day (get_text (self->day_row), &day))
    return g_strdup (_ ("Write the day like 01/4/2024."));
  if (get_text (self->link_row)[0] != '\0'
      && !ks_link_check_template (get_text (self->link_row), &kind, &unsafe, &error))
    return g_strdup (error->message);
  return NULL;
}

static void
entry_changed_cb (KsNewCampaignDialog *self)
{
  g_autofree char *problem = find_problem (self);

  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.create", problem == NULL);
}

/* A campaign being made, in a thread. */
typedef struct {
  KsNewCampaign what;
  char         *title;
  char         *units_path;
  char         *form_path;
  char         *template;
  char         *path;
  char         *actor;
  KsWindow     *window;  /* for the main thread alone */
} Creation;

static void
free_creation (gpointer data)
{
  Creation *creation = data;

  g_free (creation->title);
  g_free (creation->units_path);
  g_free (creation->form_path);
  g_free (creation->template);
  g_free (creation->path);
  g_free (creation->actor);
  g_free (creation);
}

static gboolean
create_func (KsJob *job, gpointer data, GError **error)
{
  Creation *creation = data;
  g_autoptr (KsClock) clock = ks_clock_new_system ();

  return ks_create_campaign (creation->path, &creation->what, clock, creation->actor, job, error);
}

static void
created_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Creation *creation = user_data;
  g_autoptr (GFile) file = g_file_new_for_path (creation->path);

  if (ok)
    ks_window_open_file (creation->window, file);
}

static void
place_chosen_cb (GFile *file, gpointer data)
{
  KsNewCampaignDialog *self = data;
  Creation *creation = g_new0 (Creation, 1);
  g_autoptr (KsJob) job = ks_job_new (_ ("Creating the campaign"));
  KsWindow *window = KS_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));

  creation->title = g_strdup (get_text (self->title_row));
  creation->units_path = g_strdup (self->units_path);
  creation->form_path = g_strdup (self->form_path);
  creation->template
      = get_text (self->link_row)[0] != '\0' ? g_strdup (get_text (self->link_row)) : NULL;
  creation->path = g_file_get_path (file);
  creation->actor = g_strdup (get_text (self->officer_row));
  creation->window = window;
  creation->what = (KsNewCampaign){
    .title = creation->title,
    .from = KS_MOMENT_NONE,
    .to = KS_MOMENT_NONE,
    .units_path = creation->units_path,
    .form_path = creation->form_path,
    .template = creation->template,
  };
  parse_day (get_text (self->day_row), &creation->what.day);
  ks_settings_set_text ("actor-name", creation->actor);
  ks_shell_run_job (KS_SHELL (window), job, create_func, creation, free_creation, created_cb,
                    creation);
  gtk_window_close (GTK_WINDOW (self));
}

static void
create_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsNewCampaignDialog *self = KS_NEW_CAMPAIGN_DIALOG (widget);

  ks_file_dialog_save (widget, _ ("Where to Keep the Campaign"), get_text (self->title_row),
                       _ ("Campaigns"), ".khaosat", place_chosen_cb, self);
}

static void
show_file (AdwActionRow *row, char **path, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  g_free (*path);
  *path = g_file_get_path (file);
  adw_action_row_set_subtitle (row, name);
}

static void
units_chosen_cb (GFile *file, gpointer data)
{
  KsNewCampaignDialog *self = data;

  show_file (self->units_row, &self->units_path, file);
}

static void
form_chosen_cb (GFile *file, gpointer data)
{
  KsNewCampaignDialog *self = data;

  show_file (self->form_row, &self->form_path, file);
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
ks_new_campaign_dialog_finalize (GObject *object)
{
  KsNewCampaignDialog *self = KS_NEW_CAMPAIGN_DIALOG (object);

  g_free (self->units_path);
  g_free (self->form_path);

  G_OBJECT_CLASS (ks_new_campaign_dialog_parent_class)->finalize (object);
}

static void
ks_new_campaign_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), KS_TYPE_NEW_CAMPAIGN_DIALOG);

  G_OBJECT_CLASS (ks_new_campaign_dialog_parent_class)->dispose (object);
}

static void
ks_new_campaign_dialog_class_init (KsNewCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_new_campaign_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ks_new_campaign_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shell/ks-new-campaign-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, officer_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, units_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, KsNewCampaignDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_install_action (widget_class, "dialog.create", NULL, create_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose-units", NULL,
                                   choose_units_action_cb);
  gtk_widget_class_install_action (widget_class, "dialog.choose-form", NULL,
                                   choose_form_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ks_new_campaign_dialog_init (KsNewCampaignDialog *self)
{
  g_autoptr (KsClock) clock = ks_clock_new_system ();
  g_autofree char *today = ks_day_format (ks_moment_get_day (ks_clock_now (clock)));
  g_autofree char *officer = ks_settings_dup_text ("actor-name");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), today);
  gtk_editable_set_text (GTK_EDITABLE (self->officer_row), officer != NULL ? officer : "");
  entry_changed_cb (self);
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
