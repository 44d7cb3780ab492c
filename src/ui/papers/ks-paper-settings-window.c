/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-settings-window.h"

#include "ks-confirm.h"
#include "ks-documents-error.h"
#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-latest-job.h"
#include "ks-paper-edits.h"
#include "ks-paper-form.h"
#include "ks-paper-sight.h"
#include "ks-preview.h"
#include "ks-side-box.h"

#define WIDTH 1120
#define HEIGHT 720
#define PANE_WIDTH 340
#define FOLD_WIDTH 760

/* A moment without a key: the paper need not follow every letter. */
#define PAUSE_MS 250

struct _KsPaperSettingsWindow
{
  AdwWindow parent_instance;
  KsShell *shell; /* the window's parent, which outlives it */
  KsCampaign *campaign;
  KsPaperEdits *edits;
  char *district;       /* of the paper that was shown behind; NULL: all */
  char *first_district; /* which a paper about one is of where all are */
  char *unit;
  KsPaperKind paper;   /* whose settings are shown */
  KsPaperLine on_show; /* the paper in the preview */
  KsLatestJob *laying;
  guint timeout;
  gboolean unprintable; /* what was typed cannot stand in the paper */

  GtkWidget *side_box;
  GtkWidget *choice;
  GtkWidget *form;
  GtkWidget *preview;
  GtkWidget *problem;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (KsPaperSettingsWindow, ks_paper_settings_window, ADW_TYPE_WINDOW)

static void
show_problem (KsPaperSettingsWindow *self, const GError *error)
{
  gtk_label_set_text (GTK_LABEL (self->problem), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
}

static void
update_save (KsPaperSettingsWindow *self)
{
  gtk_widget_set_sensitive (self->save, !ks_paper_edits_is_empty (self->edits)
                                            && ks_paper_edits_is_valid (self->edits)
                                            && !self->unprintable);
}

static void
laid_out_cb (gpointer owner, gpointer data, const GError *unused)
{
  KsPaperSettingsWindow *self = owner;
  const KsPaperSight *sight = data;
  const GError *error = sight->error;

  /* While somebody types, the paper stays as it was last; another one does not stay in its place. */
  if (sight->pages != NULL || sight->line != self->on_show)
    ks_preview_set_pages (KS_PREVIEW (self->preview), sight->pages);
  self->on_show = sight->line;
  self->unprintable = error != NULL && error->domain == KS_DOCUMENTS_ERROR;
  show_problem (self, error);
  update_save (self);
}

/* Empty where there are no districts: a table of all units, but no part of any other paper. */
static const char *
get_district (KsPaperSettingsWindow *self, KsPaperLine line)
{
  if (ks_paper_line_has (line, KS_PAPER_OF_A_DISTRICT))
    return self->district != NULL ? self->district : self->first_district;
  return ks_paper_line_takes_district (line) && g_strcmp0 (self->district, "") != 0
             ? self->district
             : NULL;
}

/* What holds for all papers is seen in the report. */
static void
show_paper (KsPaperSettingsWindow *self)
{
  KsPaperLine line = self->paper == (KsPaperKind)KS_PAPER_ALL ? KS_PAPER_REPORT : self->paper;
  g_autoptr (KsPaperSettings) settings = ks_paper_edits_dup_settings (self->edits);
  KsPaperWish wish = KS_PAPER_WISH ((KsPaperKind)line);

  g_clear_handle_id (&self->timeout, g_source_remove);
  wish.settings = settings;
  wish.unit = ks_paper_line_has (line, KS_PAPER_OF_A_UNIT) ? self->unit : NULL;
  wish.district = get_district (self, line);
  ks_latest_job_start (self->laying, NULL, _ ("Laying out the paper"), ks_paper_sight_func,
                       ks_paper_sight_new (self->campaign, line, &wish), ks_paper_sight_unref);
}

static gboolean
pause_over_cb (gpointer data)
{
  KsPaperSettingsWindow *self = data;

  self->timeout = 0;
  show_paper (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (KsPaperSettingsWindow *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE_MS, pause_over_cb, self);
  update_save (self);
}

static void
choose_paper (KsPaperSettingsWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice));

  self->paper = selected < KS_N_MADE_PAPERS ? (KsPaperKind)selected : (KsPaperKind)KS_PAPER_ALL;
  ks_paper_form_show (KS_PAPER_FORM (self->form), self->paper);
  ks_preview_set_page (KS_PREVIEW (self->preview), 0);
  show_paper (self);
}

static void
save_cb (KsPaperSettingsWindow *self)
{
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_paper_edits_save (self->edits, self->campaign, &outcome, &error))
    {
      show_problem (self, error);
      return;
    }
  if (outcome != NULL)
    ks_shell_show_outcome (self->shell, outcome);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
discard (GtkWindow *window, const char *action)
{
  gtk_window_destroy (window);
}

static gboolean
ks_paper_settings_window_close_request (GtkWindow *window)
{
  KsPaperSettingsWindow *self = KS_PAPER_SETTINGS_WINDOW (window);

  if (ks_paper_edits_is_empty (self->edits))
    return FALSE;
  if (!ks_confirm_is_asking (window))
    ks_confirm_discard (window, _ ("What was typed is not saved."), "window.close", discard);
  return TRUE;
}

static void
ks_paper_settings_window_dispose (GObject *object)
{
  KsPaperSettingsWindow *self = KS_PAPER_SETTINGS_WINDOW (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->laying, ks_latest_job_free);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_paper_settings_window_parent_class)->dispose (object);
}

static void
ks_paper_settings_window_finalize (GObject *object)
{
  KsPaperSettingsWindow *self = KS_PAPER_SETTINGS_WINDOW (object);

  ks_paper_edits_free (self->edits);
  g_free (self->district);
  g_free (self->first_district);
  g_free (self->unit);
  G_OBJECT_CLASS (ks_paper_settings_window_parent_class)->finalize (object);
}

static void
ks_paper_settings_window_class_init (KsPaperSettingsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_paper_settings_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ks_paper_settings_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ks_paper_settings_window_close_request;
}

static void
ks_paper_settings_window_init (KsPaperSettingsWindow *self)
{
  self->laying = ks_latest_job_new (self, laid_out_cb);
}

static GtkWidget *
make_choice (KsPaperSettingsWindow *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < KS_N_MADE_PAPERS; i++)
    gtk_string_list_append (names, ks_paper_line_get_title (i));
  gtk_string_list_append (names, _ ("All papers"));
  self->choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choice), self->paper);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Paper that the settings are of"), -1);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (choose_paper), self);
  return self->choice;
}

static GtkWidget *
make_pane (KsPaperSettingsWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->form = ks_paper_form_new (self->campaign, self->edits);
  g_signal_connect_swapped (self->form, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_add_css_class (box, "settings-pane");
  gtk_box_append (GTK_BOX (box), make_choice (self));
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, PANE_WIDTH, -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
make_header (KsPaperSettingsWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *toggle = gtk_toggle_button_new_with_label (_ ("Settings"));

  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->save);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), toggle);
  g_object_bind_property (self->side_box, "folded", toggle, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->side_box, "show-pane", toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return header;
}

static GtkWidget *
make_content (KsPaperSettingsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_widget_add_css_class (self->problem, "reason-bar");
  self->preview = g_object_new (KS_TYPE_PREVIEW, "hexpand", TRUE, "vexpand", TRUE, NULL);
  self->side_box = g_object_new (KS_TYPE_SIDE_BOX, "position", GTK_POS_LEFT, "pinned", TRUE,
                                 "fold-width", FOLD_WIDTH, "show-pane", TRUE, "pane",
                                 make_pane (self), "content", self->preview, "vexpand", TRUE, NULL);
  g_object_bind_property (self->side_box, "folded", self->preview, "narrow",
                          G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), self->side_box);
  return box;
}

/* Papers about one unit or district are seen of the first, unless they were seen of another. */
static void
take_places (KsPaperSettingsWindow *self, const KsPaperWish *wish)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  const char *unit = wish->unit;

  if (unit == NULL && ks_registry_get_n_units (registry) > 0)
    unit = ks_unit_get_code (ks_registry_get_unit (registry, 0));
  if (ks_registry_get_n_districts (registry) > 0)
    self->first_district = g_strdup (ks_registry_get_district (registry, 0)->code);
  self->district = g_strdup (wish->district);
  self->unit = g_strdup (unit);
}

/**
 * ks_paper_settings_window_present:
 * @shell: the window around
 * @campaign: whose papers they are
 * @wish: the paper that is shown at first
 *
 * Lets an officer set what stands in papers.
 *
 * Returns: (transfer none) (nullable): the window; %NULL if the settings cannot be read
 */
GtkWindow *
ks_paper_settings_window_present (KsShell *shell, KsCampaign *campaign, const KsPaperWish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsPaperSettings) saved = ks_paper_settings_load (campaign, &error);
  KsPaperSettingsWindow *self;

  if (saved == NULL)
    {
      ks_shell_show_error (shell, error);
      return NULL;
    }
  self = g_object_new (KS_TYPE_PAPER_SETTINGS_WINDOW, "modal", TRUE, "transient-for", shell,
                       "title", _ ("Settings of the Papers"), "default-width", WIDTH,
                       "default-height", HEIGHT, NULL);
  self->shell = shell;
  self->campaign = g_object_ref (campaign);
  self->edits = ks_paper_edits_new (saved);
  take_places (self, wish);
  self->paper = wish->kind;
  adw_window_set_content (ADW_WINDOW (self), make_content (self));
  choose_paper (self);
  update_save (self);
  ks_escape_closes (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
