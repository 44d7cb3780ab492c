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
clear_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->campaign);
  g_clear_object (&reading->results);
  ks_publication_clear (&reading->publication);
}

static void
unref_reading (gpointer reading)
{
  g_atomic_rc_box_release_full (reading, clear_reading);
}

static Reading *
create_reading (KsResultsPage *page)
{
  Reading *reading = g_atomic_rc_box_new0 (Reading);

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

/* The one that asked may have gone, or have another campaign by now. */
typedef struct
{
  GWeakRef page;
  Reading *reading;
} Asked;

static void
read_cb (GObject *job, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (KsResultsPage) self = g_weak_ref_get (&asked->page);
  g_autoptr (GError) error = NULL;

  ks_job_run_finish (KS_JOB (job), result, &error);
  if (self != NULL && self->job == KS_JOB (job))
    {
      g_clear_object (&self->job);
      take (self, asked->reading, error);
      if (self->again)
        ks_results_page_load (self);
    }
  g_weak_ref_clear (&asked->page);
  unref_reading (asked->reading);
  g_free (asked);
}

static void
read_beside (KsResultsPage *self)
{
  Reading *reading;
  Asked *asked;

  self->again = self->job != NULL;
  if (self->again)
    return;
  reading = create_reading (self);
  asked = g_new0 (Asked, 1);
  asked->reading = g_atomic_rc_box_acquire (reading);
  g_weak_ref_init (&asked->page, self);
  self->job = ks_job_new (_ ("Reading the results"));
  if (self->results == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "reading");
  g_object_bind_property (self->job, "fraction", self->progress, "fraction",
                          G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ks_job_get_title (self->job), -1);
  ks_job_run_async (self->job, read_func, reading, unref_reading, read_cb, asked);
}

static void
read_now (KsResultsPage *self)
{
  Reading *reading = create_reading (self);
  g_autoptr (GError) error = NULL;

  read_func (NULL, reading, &error);
  take (self, reading, error);
  unref_reading (reading);
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
  if (self->job != NULL)
    ks_job_stop (self->job);
  g_clear_object (&self->job);
}
