/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-shell.h"

#include "ks-ui-harness.h"

struct _KsTestShell
{
  AdwWindow parent_instance;
  KsCampaign *campaign;
  KsPage *page;
  KsOutcome *outcome;
  char *message;
  char *error;
  char *shown_page;
  gboolean stops_jobs;
};

static void shell_interface_init (KsShellInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsTestShell,
                               ks_test_shell,
                               ADW_TYPE_WINDOW,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_SHELL, shell_interface_init))

static KsCampaign *
get_campaign (KsShell *shell)
{
  return KS_TEST_SHELL (shell)->campaign;
}

static void
show_message (KsShell *shell, const char *message)
{
  KsTestShell *self = KS_TEST_SHELL (shell);

  g_free (self->message);
  self->message = g_strdup (message);
}

static void
show_outcome (KsShell *shell, KsOutcome *outcome)
{
  KsTestShell *self = KS_TEST_SHELL (shell);

  g_clear_pointer (&self->outcome, ks_outcome_free);
  self->outcome = outcome;
  show_message (shell, ks_outcome_get_message (outcome));
}

static void
show_error (KsShell *shell, const GError *error)
{
  KsTestShell *self = KS_TEST_SHELL (shell);

  g_free (self->error);
  self->error = g_strdup (error->message);
}

static void
run_job (KsShell *shell,
         KsJob *job,
         KsJobFunc func,
         gpointer data,
         GDestroyNotify destroy,
         KsShellDoneFunc done,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (KS_TEST_SHELL (shell)->stops_jobs)
    ks_job_stop (job);
  ok = func (job, data, &error);
  done (user_data, ok, error);
  if (destroy != NULL)
    destroy (data);
  if (!ok)
    show_error (shell, error);
}

static void
show_page (KsShell *shell, const char *page, const char *detail)
{
  KsTestShell *self = KS_TEST_SHELL (shell);

  g_free (self->shown_page);
  self->shown_page = g_strdup (page);
}

static void
changed_cb (KsTestShell *self, guint change)
{
  ks_page_refresh (self->page, (KsChange)change);
}

static void
ks_test_shell_finalize (GObject *object)
{
  KsTestShell *self = KS_TEST_SHELL (object);

  g_clear_pointer (&self->outcome, ks_outcome_free);
  g_free (self->message);
  g_free (self->error);
  g_free (self->shown_page);
  G_OBJECT_CLASS (ks_test_shell_parent_class)->finalize (object);
}

static void
ks_test_shell_class_init (KsTestShellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_test_shell_finalize;
}

static void
ks_test_shell_init (KsTestShell *self)
{
}

static void
shell_interface_init (KsShellInterface *iface)
{
  iface->get_campaign = get_campaign;
  iface->show_outcome = show_outcome;
  iface->show_message = show_message;
  iface->show_error = show_error;
  iface->run_job = run_job;
  iface->show_page = show_page;
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/vn/danvan/KhaoSat/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    {
      g_autoptr (GtkCssProvider) dark = gtk_css_provider_new ();

      gtk_css_provider_load_from_resource (dark, "/vn/danvan/KhaoSat/ui/style-dark.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (dark),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    }
}

/* A mapped window of that size around the page, which has the campaign. */
KsTestShell *
ks_test_shell_new (KsCampaign *campaign, GtkWidget *page, int width, int height)
{
  KsTestShell *self
      = g_object_new (KS_TYPE_TEST_SHELL, "default-width", width, "default-height", height, NULL);

  load_style ();
  self->campaign = campaign;
  self->page = KS_PAGE (page);
  adw_window_set_content (ADW_WINDOW (self), page);
  ks_page_set_campaign (self->page, campaign);
  g_signal_connect_object (campaign, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  ks_ui_wait_until (gtk_widget_get_mapped (page) && gtk_widget_get_width (page) > 0, 5000);
  return self;
}

const char *
ks_test_shell_get_message (KsTestShell *self)
{
  return self->message;
}

const char *
ks_test_shell_get_error (KsTestShell *self)
{
  return self->error;
}

/* (transfer full) (nullable) */
char *
ks_test_shell_take_error (KsTestShell *self)
{
  return g_steal_pointer (&self->error);
}

const char *
ks_test_shell_get_shown_page (KsTestShell *self)
{
  return self->shown_page;
}

/* As somebody who presses the button of each job as soon as it shows. */
void
ks_test_shell_set_stops_jobs (KsTestShell *self, gboolean stops)
{
  self->stops_jobs = stops;
}

/* What Ctrl+Z does. */
void
ks_test_shell_undo (KsTestShell *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (self->outcome);
  g_assert_true (ks_outcome_can_undo (self->outcome));
  ks_outcome_undo (self->outcome, self->campaign, &error);
  g_assert_no_error (error);
}

/* Takes the campaign from the page and closes the window, of which nothing may remain. */
void
ks_test_shell_close (KsTestShell *self)
{
  ks_page_set_campaign (self->page, NULL);
  ks_ui_assert_freed (GTK_WINDOW (self));
}
