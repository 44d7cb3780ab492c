/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-papers-page.h"

#include "ks-file-name.h"
#include "ks-i18n.h"
#include "ks-lazy-load.h"
#include "ks-paper-window.h"
#include "ks-paper-work.h"
#include "ks-preview.h"
#include "ks-publish-dialog.h"
#include "ks-publish.h"
#include "ks-seal-files.h"
#include "ks-shell.h"
#include "ks-side-box.h"
#include "ks-verify-files.h"

struct _KsPapersPage
{
  GtkBox parent_instance;
  KsCampaign *campaign;
  KsLazyLoad *lazy_load;
  GCancellable *asking; /* of the paper being laid out; NULL: none is */
  KsPages *pages;       /* the paper that is shown; NULL: none is */
  KsMoment stamp;       /* of its file */

  GtkWidget *take_button;
  GtkWidget *codes_button;
  GtkWidget *side_box;
  GtkWidget *notice;
  GtkWidget *list;
  GtkWidget *stack;
  GtkWidget *preview;
  GtkWidget *empty_page;
};

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsPapersPage,
                               ks_papers_page,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsPapersPageProperty;

/* What a thread lays out. */
typedef struct
{
  KsCampaign *campaign;
  KsPaperLine line;
} Asking;

/* What a thread made of it. */
typedef struct
{
  KsPages *pages;
  KsMoment stamp;
} LaidOut;

static void
free_laid_out (gpointer data)
{
  g_clear_object (&((LaidOut *)data)->pages);
  g_free (data);
}

static void
free_asking (gpointer data)
{
  g_object_unref (((Asking *)data)->campaign);
  g_free (data);
}

static void
lay_out_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *asking = data;
  GError *error = NULL;
  LaidOut *made = g_new0 (LaidOut, 1);

  made->pages = ks_paper_line_lay_out (asking->line, asking->campaign, NULL, &error);
  if (made->pages != NULL && ks_campaign_get_stamp (asking->campaign, &made->stamp, &error))
    {
      g_task_return_pointer (task, made, free_laid_out);
      return;
    }
  free_laid_out (made);
  g_task_return_error (task, error);
}

static KsPaperLine
get_line (KsPapersPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? (KsPaperLine)gtk_list_box_row_get_index (row) : KS_N_PAPER_LINES;
}

/* Sheets with codes are printed on their own page: there a link is tried out first. */
static void
show_pages (KsPapersPage *self)
{
  KsPaperLine line = get_line (self);
  gboolean codes = line < KS_N_PAPER_LINES && ks_paper_line_has_codes (line);

  ks_preview_set_pages (KS_PREVIEW (self->preview), self->pages);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->pages != NULL ? "preview" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.take", self->pages != NULL && !codes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.codes", codes);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KsPapersPage) self = data;
  g_autoptr (GError) error = NULL;
  LaidOut *made = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) == self->asking)
    {
      g_autofree char *reason = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;

      g_clear_object (&self->asking);
      g_clear_object (&self->pages);
      if (made != NULL)
        self->pages = g_object_ref (made->pages);
      self->stamp = made != NULL ? made->stamp : KS_MOMENT_NONE;
      adw_status_page_set_description (ADW_STATUS_PAGE (self->empty_page), reason);
      show_pages (self);
    }
  g_clear_pointer (&made, free_laid_out);
}

static void
stop_asking (KsPapersPage *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
show_paper (KsPapersPage *self)
{
  KsPaperLine line = get_line (self);
  g_autoptr (GTask) task = NULL;
  Asking *asking;

  stop_asking (self);
  if (line == KS_N_PAPER_LINES || self->campaign == NULL)
    return;
  asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (self->campaign), line };
  self->asking = g_cancellable_new ();
  task = g_task_new (NULL, self->asking, laid_out_cb, g_object_ref (self));
  g_task_set_task_data (task, asking, free_asking);
  g_task_run_in_thread (task, lay_out_thread);
}

static void
load (gpointer page)
{
  KsPapersPage *self = page;
  g_auto (KsPublication) publication = { .settled_at = KS_MOMENT_NONE };
  g_autoptr (GError) error = NULL;
  gboolean settled;

  if (!ks_publication_load (self->campaign, &publication, &error))
    ks_shell_show_error (ks_shell_from_widget (GTK_WIDGET (self)), error);
  settled = publication.settled_at != KS_MOMENT_NONE;
  gtk_widget_set_visible (self->notice, error == NULL && !settled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.seal", settled);
  show_paper (self);
}

static void
ks_papers_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsPapersPage *self = KS_PAPERS_PAGE (page);

  ks_lazy_load_cancel (self->lazy_load);
  stop_asking (self);
  g_clear_object (&self->pages);
  show_pages (self);
  g_set_object (&self->campaign, campaign);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
}

static void
ks_papers_page_refresh (KsPage *page, KsChange change)
{
  if (KS_PAPERS_PAGE (page)->campaign != NULL)
    ks_lazy_load_request (KS_PAPERS_PAGE (page)->lazy_load);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_papers_page_set_campaign;
  iface->refresh = ks_papers_page_refresh;
}

static void
publish_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_publish_dialog_ask (widget, KS_PAPERS_PAGE (widget)->campaign, FALSE);
}

static void
seal_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_seal_files_ask (widget, KS_PAPERS_PAGE (widget)->campaign);
}

static void
take_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsPapersPage *self = KS_PAPERS_PAGE (widget);
  const char *title = ks_pages_get_title (self->pages);
  g_autofree char *stem = ks_file_name_make (title);
  g_autofree char *file_name = g_strconcat (stem, ".pdf", NULL);

  ks_paper_window_present (widget, self->pages, self->stamp, title, file_name);
}

static void
codes_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_show_page (ks_shell_from_widget (widget), "codes", NULL);
}

static void
verify_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_verify_files_ask (widget);
}

static void
show_button (GtkWidget *button, gboolean narrow, const char *icon, const char *label)
{
  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);
}

/* A narrow window has no room for words in its header. */
static void
show_buttons (KsPapersPage *self)
{
  gboolean narrow = ks_side_box_get_folded (KS_SIDE_BOX (self->side_box));

  show_button (self->take_button, narrow, "document-print-symbolic", _ ("Print or Save…"));
  show_button (self->codes_button, narrow, "ks-codes-symbolic", _ ("Open QR Codes"));
}

/* In a narrow window the paper takes the place of the list. */
static void
row_activated_cb (KsPapersPage *self)
{
  if (ks_side_box_get_folded (KS_SIDE_BOX (self->side_box)))
    ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
}

static void
ks_papers_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsPapersPageProperty)id)
    {
    case PROP_STATE:
      g_value_set_string (value, "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_papers_page_dispose (GObject *object)
{
  KsPapersPage *self = KS_PAPERS_PAGE (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  stop_asking (self);
  g_clear_object (&self->pages);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (ks_papers_page_parent_class)->dispose (object);
}

static void
ks_papers_page_class_init (KsPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = ks_papers_page_get_property;
  G_OBJECT_CLASS (klass)->dispose = ks_papers_page_dispose;
  g_object_class_override_property (G_OBJECT_CLASS (klass), PROP_STATE, "state");
  g_type_ensure (KS_TYPE_PREVIEW);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/papers/ks-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, take_button);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, codes_button);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, notice);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, list);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, preview);
  gtk_widget_class_bind_template_child (widget_class, KsPapersPage, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, show_paper);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_buttons);
  gtk_widget_class_install_action (widget_class, "page.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "page.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "page.codes", NULL, codes_cb);
  gtk_widget_class_install_action (widget_class, "page.seal", NULL, seal_cb);
  gtk_widget_class_install_action (widget_class, "page.verify", NULL, verify_cb);
}

static void
add_row (KsPapersPage *self, KsPaperLine line)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ks_paper_line_get_title (line));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ks_paper_line_get_subtitle (line));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "x-office-document-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
ks_papers_page_init (KsPapersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < KS_N_PAPER_LINES; i++)
    add_row (self, (KsPaperLine)i);
  self->stamp = KS_MOMENT_NONE;
  show_buttons (self);
  ks_page_add_key (KS_PAGE (self), GDK_KEY_p, GDK_CONTROL_MASK, "page.take");
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
}

/**
 * ks_papers_page_new:
 *
 * Returns: (transfer floating): the page of the papers
 */
GtkWidget *
ks_papers_page_new (void)
{
  return g_object_new (KS_TYPE_PAPERS_PAGE, NULL);
}
