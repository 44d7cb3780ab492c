/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-quote-window.h"

#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-quote.h"

struct _KsQuoteWindow
{
  AdwWindow parent_instance;

  GtkWidget *problem;
  GtkWidget *comment;
  GtkWidget *view;

  KsShell *shell; /* the window's parent, which outlives it */
  gint64 number;
};

G_DEFINE_FINAL_TYPE (KsQuoteWindow, ks_quote_window, ADW_TYPE_WINDOW)

static char *
dup_typed (KsQuoteWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What cannot be said is told where it is typed, which stays. */
static void
save (gpointer data)
{
  KsQuoteWindow *self = data;
  g_autofree char *typed = dup_typed (self);
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (ks_quote_comment (ks_shell_get_campaign (self->shell), self->number, typed, &outcome, &error))
    {
      ks_shell_show_outcome (self->shell, outcome);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, TRUE);
  gtk_widget_grab_focus (self->view);
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsQuoteWindow *self = KS_QUOTE_WINDOW (widget);

  ks_shell_with_officer (self->shell, save, g_object_ref (self), g_object_unref);
}

static void
ks_quote_window_class_init (KsQuoteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "quote.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "quote.save",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/comments/ks-quote-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsQuoteWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, KsQuoteWindow, comment);
  gtk_widget_class_bind_template_child (widget_class, KsQuoteWindow, view);
}

static void
ks_quote_window_init (KsQuoteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_escape_closes (GTK_WIDGET (self));
}

/**
 * ks_quote_window_present:
 * @widget: a widget of the window that it belongs to
 * @item: a comment
 *
 * Lets an officer word what papers say of a comment; at first it is the comment without what is
 * blacked out.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
ks_quote_window_present (GtkWidget *widget, KsCommentItem *item)
{
  KsQuoteWindow *self = g_object_new (KS_TYPE_QUOTE_WINDOW, NULL);
  const KsComment *comment = ks_comment_item_get_comment (item);
  g_autofree char *readable = ks_comment_text_redact (comment->text, comment->spans);

  self->shell = ks_shell_from_widget (widget);
  self->number = comment->number;
  gtk_label_set_text (GTK_LABEL (self->comment), readable);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)),
                            comment->quote != NULL ? comment->quote : readable, -1);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WINDOW (self);
}
