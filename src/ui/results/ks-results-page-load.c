/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-results-page-private.h"

#include "ks-i18n.h"
#include "ks-shell.h"

/* So many units are read within a frame: the page shows them at once. More are read beside the window,
 * while it shows what it has. */
#define FEW_UNITS 1000

/* What is read: in a thread of its own, if need be. */
typedef struct
{
  KsCampaign *campaign;
  KsResults *results;
  KsPublication publication;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->campaign);
  g_clear_object (&reading->results);
  ks_publication_clear (&reading->publication);
  g_free (reading);
}

static Reading *
create_reading (KsResultsPage *page)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->campaign = g_object_ref (page->campaign);
  return reading;
}

static gboolean
read_func (KsJob *job, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (KsResults) results = ks_results_load (reading->campaign, error);

  if (results == NULL || !ks_publication_load (reading->campaign, &reading->publication, error)
      || !ks_results_prepare (results, job, error))
    return FALSE;
  reading->results = g_steal_pointer (&results);
  return TRUE;
}

static void
take (KsResultsPage *self, Reading *reading, const GError *error)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  if (reading->results != NULL)
    ks_results_page_take (self, g_steal_pointer (&reading->results), &reading->publication);
  else if (shell != NULL)
    ks_shell_show_error (shell, error);
  if (self->results == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

/*
 * ks_results_page_take_read:
 * @owner: the page
 * @data: what was read beside the window
 * @error: (nullable): why it could not be
 */
void
ks_results_page_take_read (gpointer owner, gpointer data, const GError *error)
{
  KsResultsPage *self = owner;

  take (self, data, error);
  if (self->again)
    ks_results_page_load (self);
}

static void
read_beside (KsResultsPage *self)
{
  KsJob *job;

  self->again = ks_latest_job_get (self->reading) != NULL;
  if (self->again)
    return;
  ks_latest_job_start (self->reading, NULL, _ ("Reading the results"), read_func,
                       create_reading (self), free_reading);
  job = ks_latest_job_get (self->reading);
  if (self->results == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reading");
  g_object_bind_property (job, "fraction", self->progress, "fraction", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ks_job_get_title (job), -1);
}

static void
read_now (KsResultsPage *self)
{
  Reading *reading = create_reading (self);
  g_autoptr (GError) error = NULL;

  read_func (NULL, reading, &error);
  take (self, reading, error);
  free_reading (reading);
}

/**
 * ks_results_page_load:
 * @page: a page with a campaign
 *
 * Reads the results, and shows them once they are there.
 */
void
ks_results_page_load (gpointer page)
{
  KsResultsPage *self = page;
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);

  if (ks_registry_get_n_units (registry) > FEW_UNITS)
    read_beside (self);
  else
    read_now (self);
}

/**
 * ks_results_page_forget:
 * @self: a page
 *
 * What is being read is not shown any more.
 */
void
ks_results_page_forget (KsResultsPage *self)
{
  self->again = FALSE;
  g_clear_pointer (&self->detail, g_free);
  ks_latest_job_stop (self->reading);
}
