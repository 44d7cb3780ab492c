/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-papers-page-private.h"

#include "ks-actionable.h"
#include "ks-figure-layer.h"
#include "ks-i18n.h"
#include "ks-paper-bar.h"
#include "ks-preview.h"

/* The paper that is chosen, as it will be printed. It is laid out in a thread; of those that are
 * asked for the newest counts. */

/* What an officer does about a paper that waits. */
static const struct
{
  KsPaperState state;
  const char *label;
  const char *action;
} remedies[] = {
  { KS_PAPER_STATE_NO_NOMINEES, N_ ("Choose for Commendation…"), "page.show-page::shortlist" },
  { KS_PAPER_STATE_NO_ANSWERS, N_ ("Import Answers…"), "page.show-page::answers" },
  { KS_PAPER_STATE_OPEN, N_ ("Show the Quick Report"), "page.show-brief" },
  { KS_PAPER_STATE_UNSETTLED, N_ ("Settle the Figures…"), "page.publish" },
  { KS_PAPER_STATE_NO_LIMITS, N_ ("Enter the Limits…"), "page.settings" },
  { KS_PAPER_STATE_NO_LINKS, N_ ("Open QR Codes"), "page.show-page::codes" },
};

static gboolean
is_ready (KsPapersPage *self)
{
  return self->sight != NULL && self->sight->pages != NULL && self->asking == 0
         && ks_latest_job_get (self->laying) == NULL;
}

/*
 * ks_papers_page_update_actions:
 * @self: the page
 *
 * Wakes the verbs that can do something. Sheets are printed on their own page: there a link is tried
 * out first, and it is kept what was printed.
 */
void
ks_papers_page_update_actions (KsPapersPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  KsPaperLine line = ks_papers_page_get_line (self);
  gboolean sheet = ks_paper_line_is_sheet (line);

  gtk_widget_action_set_enabled (widget, "page.print", is_ready (self) && !sheet);
  gtk_widget_action_set_enabled (widget, "page.export", is_ready (self) && line < KS_N_PAPERS);
  gtk_widget_action_set_enabled (widget, "page.export-all", self->campaign != NULL);
  gtk_widget_action_set_enabled (widget, "page.settings", self->campaign != NULL);
  gtk_widget_set_visible (self->codes_button, sheet);
}

/*
 * ks_papers_page_show_figures:
 * @self: the page
 *
 * Lets the figures of the page that is seen be pointed at.
 */
void
ks_papers_page_show_figures (KsPapersPage *self)
{
  KsPages *pages = self->sight != NULL ? self->sight->pages : NULL;
  guint page = ks_preview_get_page (KS_PREVIEW (self->preview));

  ks_figure_layer_show_page (KS_FIGURE_LAYER (self->figures), pages, page);
}

static void
show_remedy (KsPapersPage *self, KsPaperState state)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (remedies) && remedies[i].state != state)
    i++;
  gtk_widget_set_visible (self->empty_button, i < G_N_ELEMENTS (remedies));
  if (i == G_N_ELEMENTS (remedies))
    return;
  gtk_button_set_label (GTK_BUTTON (self->empty_button), _ (remedies[i].label));
  ks_actionable_set_action (GTK_ACTIONABLE (self->empty_button), remedies[i].action);
}

static void
show_empty (KsPapersPage *self, KsPaperState state, const char *reason)
{
  g_autofree char *markup = reason != NULL ? g_markup_escape_text (reason, -1) : NULL;

  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty_page),
                             ks_paper_state_stops (state) ? ks_paper_state_get_words (state)
                                                          : _ ("Nothing to Show"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty_page), markup);
  show_remedy (self, state);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static KsPaperState
judge (KsPapersPage *self)
{
  return self->known
             ? ks_paper_standing_judge (&self->standing, ks_papers_page_get_line (self))
             : KS_PAPER_STATE_READY;
}

/* Why there is nothing to show. */
static const char *
get_reason (KsPapersPage *self, KsPaperState state)
{
  const GError *error = self->sight != NULL ? self->sight->error : NULL;

  if (ks_paper_state_stops (state))
    return ks_paper_state_get_reason (state);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return _ ("The paper was stopped. Choose it again to lay it out.");
  return error != NULL ? error->message : NULL;
}

/* The preview says that it shows another page: its figures follow. */
static void
show_sight (KsPapersPage *self)
{
  KsPages *pages = self->sight != NULL ? self->sight->pages : NULL;
  KsPaperState state = judge (self);

  gtk_widget_remove_css_class (self->preview, "loading");
  ks_preview_set_pages (KS_PREVIEW (self->preview), pages);
  if (pages != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "preview");
  else
    show_empty (self, state, get_reason (self, state));
  ks_papers_page_update_actions (self);
}

/*
 * ks_papers_page_take_laid_out:
 * @owner: the page
 * @data: a paper that was laid out
 * @error: (nullable): why it was not
 */
void
ks_papers_page_take_laid_out (gpointer owner, gpointer data, const GError *error)
{
  KsPapersPage *self = owner;

  g_clear_pointer (&self->sight, ks_paper_sight_unref);
  self->sight = ks_paper_sight_ref (data);
  if (self->sight->error == NULL && error != NULL)
    self->sight->error = g_error_copy (error);
  if (self->sight->error == NULL)
    ks_paper_bar_keep_previous (KS_PAPER_BAR (self->bar));
  show_sight (self);
}

static void
stop (KsPapersPage *self)
{
  g_clear_handle_id (&self->asking, g_source_remove);
  ks_latest_job_stop (self->laying);
}

/*
 * ks_papers_page_forget:
 * @self: the page
 *
 * Forgets the paper that was laid out, and stops what is being laid out.
 */
void
ks_papers_page_forget (KsPapersPage *self)
{
  stop (self);
  g_clear_pointer (&self->sight, ks_paper_sight_unref);
}

static gboolean
lay_out_cb (gpointer data)
{
  KsPapersPage *self = data;
  KsPaperWish wish = ks_paper_bar_get_wish (KS_PAPER_BAR (self->bar));
  KsPaperSight *sight;

  self->asking = 0;
  sight = ks_paper_sight_new (self->campaign, ks_papers_page_get_line (self), &wish);
  ks_latest_job_start (self->laying, ks_shell_from_widget (GTK_WIDGET (self)),
                       _ ("Laying out the paper"), ks_paper_sight_func, sight,
                       ks_paper_sight_unref);
  return G_SOURCE_REMOVE;
}

/* Several questions at once are one. */
static void
ask (KsPapersPage *self)
{
  self->asking = g_idle_add (lay_out_cb, self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "preview") == 0)
    gtk_widget_add_css_class (self->preview, "loading");
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "waiting");
  ks_papers_page_update_actions (self);
}

/*
 * ks_papers_page_show_paper:
 * @self: the page
 *
 * Lays out the paper that is chosen, or says what it waits for.
 */
void
ks_papers_page_show_paper (KsPapersPage *self)
{
  KsPaperState state = judge (self);

  stop (self);
  if (self->campaign == NULL || !self->known
      || ks_papers_page_get_line (self) == KS_N_PAPER_LINES)
    return;
  if (!ks_paper_state_stops (state))
    {
      ask (self);
      return;
    }
  ks_papers_page_forget (self);
  show_sight (self);
}
