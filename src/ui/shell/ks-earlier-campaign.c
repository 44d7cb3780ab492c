/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-earlier-campaign.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-new-campaign-dialog.h"
#include "ks-shell.h"

/**
 * ks_earlier_campaign_free:
 * @self: (transfer full) (nullable): what is known of an earlier campaign
 */
void
ks_earlier_campaign_free (KsEarlierCampaign *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_free (self->form_title);
  g_free (self);
}

/**
 * ks_earlier_campaign_load:
 * @path: file of a campaign
 * @clock: what tells the time
 * @error: return location for an error
 *
 * Looks into a campaign without changing it.
 *
 * Returns: (transfer full): what is known of it, or %NULL with @error set
 */
KsEarlierCampaign *
ks_earlier_campaign_load (const char *path, KsClock *clock, GError **error)
{
  g_autoptr (KsCampaign) campaign = ks_campaign_open (path, clock, NULL, error);
  g_autoptr (KsEarlierCampaign) self = g_new0 (KsEarlierCampaign, 1);
  g_autoptr (KsRegistry) registry = NULL;
  g_autoptr (KsForm) form = NULL;

  if (campaign == NULL)
    return NULL;
  registry = ks_campaign_dup_registry (campaign);
  form = ks_campaign_dup_form (campaign);
  self->path = g_strdup (path);
  self->info = ks_campaign_dup_info (campaign);
  self->n_units = ks_registry_get_n_units (registry);
  self->form_title = g_strdup (ks_form_get_title (form));
  return ks_campaign_close (campaign, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * ks_earlier_campaign_dup_title:
 * @self: an earlier campaign
 * @day: the day of the new one
 *
 * Returns: (transfer full): its title, with the new year in place of its own
 */
char *
ks_earlier_campaign_dup_title (const KsEarlierCampaign *self, KsDay day)
{
  g_autoptr (GString) title = g_string_new (self->info->title);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  int year;

  ks_moment_to_civil (ks_day_get_start (self->info->day), &year, NULL, NULL, NULL, NULL, NULL);
  before = g_strdup_printf ("%d", year);
  ks_moment_to_civil (ks_day_get_start (day), &year, NULL, NULL, NULL, NULL, NULL);
  after = g_strdup_printf ("%d", year);
  g_string_replace (title, before, after, 0);
  return g_strdup (title->str);
}

typedef struct {
  KsWindow          *window;
  char              *path;
  KsEarlierCampaign *earlier;
} Look;

static void
free_look (gpointer data)
{
  Look *look = data;

  g_object_unref (look->window);
  g_free (look->path);
  ks_earlier_campaign_free (look->earlier);
  g_free (look);
}

static gboolean
look_func (KsJob *job, gpointer data, GError **error)
{
  Look *look = data;
  g_autoptr (KsClock) clock = ks_clock_new_system ();

  look->earlier = ks_earlier_campaign_load (look->path, clock, error);
  return look->earlier != NULL;
}

static void
looked_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Look *look = user_data;

  if (ok)
    ks_new_campaign_dialog_present_after (look->window, g_steal_pointer (&look->earlier));
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (KsJob) job = ks_job_new (_ ("Looking at the earlier campaign"));
  Look *look = NULL;

  if (g_file_peek_path (file) == NULL)
    return;
  look = g_new0 (Look, 1);
  look->window = g_object_ref (KS_WINDOW (data));
  look->path = g_file_get_path (file);
  ks_shell_run_job (KS_SHELL (data), job, look_func, look, free_look, looked_cb, look);
}

/**
 * ks_earlier_campaign_ask:
 * @window: the window that the new campaign will open in
 *
 * Asks for the file of an earlier campaign, then what the new one is called.
 */
void
ks_earlier_campaign_ask (KsWindow *window)
{
  ks_file_dialog_open (GTK_WIDGET (window), _ ("The Previous Campaign"), _ ("Campaigns"),
                       ".khaosat", chosen_cb, window);
}
