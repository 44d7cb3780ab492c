/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-page-private.h"

#include "ks-document-layout.h"
#include "ks-file-dialog.h"
#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-make-paper.h"
#include "ks-paper-window.h"
#include "ks-shell.h"
#include "ks-write-packs.h"

/* The papers of the figures that are shown, and the packs for the districts. */

/* Work beside the window; shared with its thread. */
typedef struct
{
  KsCampaign *campaign;
  KsDaySnapshot *shown;
  char *district; /* code; NULL: the province, or all districts */
  char *name;     /* of the paper */
  char *folder;   /* of packs */
  KsPages *pages;
  KsMoment stamp;
  guint n_packs;
} Paper;

static void
clear_paper (gpointer data)
{
  Paper *paper = data;

  g_object_unref (paper->campaign);
  ks_day_snapshot_unref (paper->shown);
  g_free (paper->district);
  g_free (paper->name);
  g_free (paper->folder);
  g_clear_object (&paper->pages);
}

static void
unref_paper (gpointer paper)
{
  g_atomic_rc_box_release_full (paper, clear_paper);
}

static gboolean
lay_out_func (KsJob *job, gpointer data, GError **error)
{
  Paper *paper = data;
  g_autoptr (KsDayFigures) figures
      = ks_day_figures_dup_sendable (paper->shown->figures, paper->campaign, job, error);
  KsPaperWish wish
      = KS_PAPER_WISH (paper->district != NULL ? KS_PAPER_DISTRICT : KS_PAPER_BRIEF);
  g_autoptr (KsDocument) document = NULL;

  wish.district = paper->district;
  wish.at = paper->shown->at;
  document = figures != NULL
                 ? ks_make_paper_of_day (paper->campaign, figures, &wish, error)
                 : NULL;
  paper->pages = document != NULL ? ks_document_lay_out (document, job, error) : NULL;
  return paper->pages != NULL && ks_campaign_get_stamp (paper->campaign, &paper->stamp, error);
}

static gboolean
pack_func (KsJob *job, gpointer data, GError **error)
{
  Paper *paper = data;
  const char *codes[] = { paper->district, NULL };

  return ks_write_day_packs (paper->campaign, paper->district != NULL ? codes : NULL,
                             paper->shown->at, paper->folder, job, &paper->n_packs, error);
}

/* The one that asked. */
typedef struct
{
  GtkWidget *page;
  Paper *paper;
} Asked;

static void
free_asked (Asked *asked)
{
  unref_paper (asked->paper);
  g_object_unref (asked->page);
  g_free (asked);
}

static void
laid_out_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Asked *asked = user_data;
  Paper *paper = asked->paper;
  g_autofree char *stem = ks_file_name_make (paper->name);
  g_autofree char *file_name = g_strconcat (stem, ".pdf", NULL);

  if (ok && gtk_widget_get_root (asked->page) != NULL)
    ks_paper_window_present (asked->page, paper->pages, paper->stamp, paper->name, file_name);
  free_asked (asked);
}

static void
packed_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Asked *asked = user_data;
  KsShell *shell = ks_shell_from_widget (asked->page);
  guint n = asked->paper->n_packs;
  g_autoptr (GFile) folder = g_file_new_for_path (asked->paper->folder);
  g_autofree char *message
      = g_strdup_printf (ngettext ("%u pack was written", "%u packs were written", n), n);

  if (ok && shell != NULL)
    ks_shell_show_written (shell, message, folder);
  free_asked (asked);
}

static Paper *
create_paper (KsDayPage *self, const KsDayDistrict *district)
{
  Paper *paper = g_atomic_rc_box_new0 (Paper);
  g_autofree char *moment = ks_moment_format (ks_day_figures_get_as_of (self->shown->figures));

  paper->campaign = g_object_ref (self->campaign);
  paper->shown = ks_day_snapshot_ref (self->shown);
  paper->district = district != NULL ? g_strdup (district->code) : NULL;
  paper->name = g_strchomp (district != NULL && *district->name != '\0'
                                ? g_strdup_printf ("%s %s", district->name, moment)
                                : g_strdup_printf ("Báo cáo nhanh %s", moment));
  return paper;
}

static void
run (KsDayPage *self, Paper *paper, const char *title, KsJobFunc func, KsShellDoneFunc done)
{
  g_autoptr (KsJob) job = ks_job_new (title);
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ GTK_WIDGET (g_object_ref (self)), g_atomic_rc_box_acquire (paper) };
  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (self)), job, func, paper, unref_paper, done,
                    asked);
}

/* NULL: all units are shown. */
static const KsDayDistrict *
get_district (KsDayPage *self)
{
  const KsDayDistrict *district = ks_day_units_get_district (KS_DAY_UNITS (self->table), NULL);

  return district != NULL && *district->code != '\0' ? district : NULL;
}

static void
brief_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsDayPage *self = KS_DAY_PAGE (widget);

  run (self, create_paper (self, NULL), _ ("Laying out the paper"), lay_out_func, laid_out_cb);
}

static void
district_paper_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsDayPage *self = KS_DAY_PAGE (widget);

  run (self, create_paper (self, get_district (self)), _ ("Laying out the paper"), lay_out_func,
       laid_out_cb);
}

static void
pack_into (KsDayPage *self, GFile *folder, const KsDayDistrict *district)
{
  char *path = g_file_get_path (folder);
  Paper *paper;

  if (path == NULL || self->shown == NULL)
    {
      g_free (path);
      return;
    }
  paper = create_paper (self, district);
  paper->folder = path;
  run (self, paper, _ ("Writing the packs"), pack_func, packed_cb);
}

static void
pack_to_cb (GFile *folder, gpointer data)
{
  if (KS_DAY_PAGE (data)->shown != NULL)
    pack_into (data, folder, get_district (data));
}

static void
packs_to_cb (GFile *folder, gpointer data)
{
  pack_into (data, folder, NULL);
}

static void
pack_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ks_file_dialog_choose_folder (widget, _ ("Folder for the Packs"),
                                g_str_equal (name, "page.pack") ? pack_to_cb : packs_to_cb, widget);
}

/**
 * ks_day_page_update_paper_actions:
 * @self: a page
 * @shown: whether it shows figures
 *
 * Lets those be used that have something to act on.
 */
void
ks_day_page_update_paper_actions (KsDayPage *self, gboolean shown)
{
  gboolean district = shown && get_district (self) != NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "page.brief", shown);
  gtk_widget_action_set_enabled (widget, "page.packs", shown);
  gtk_widget_action_set_enabled (widget, "page.pack", district);
  gtk_widget_action_set_enabled (widget, "page.district-paper", district);
}

/**
 * ks_day_page_install_paper_actions:
 * @widget_class: the class of the page
 *
 * Gives the page its papers and packs.
 */
void
ks_day_page_install_paper_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.brief", NULL, brief_action_cb);
  gtk_widget_class_install_action (widget_class, "page.district-paper", NULL,
                                   district_paper_action_cb);
  gtk_widget_class_install_action (widget_class, "page.pack", NULL, pack_action_cb);
  gtk_widget_class_install_action (widget_class, "page.packs", NULL, pack_action_cb);
}
