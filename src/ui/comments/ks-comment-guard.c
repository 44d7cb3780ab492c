/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comment-guard.h"

typedef struct
{
  KsGuardFunc get_item;
  gpointer data;
} Guard;

/* What of the spans lies within the selection, counted from its beginning. */
static GArray *
cut_spans (GArray *spans, glong start, glong end)
{
  GArray *within = g_array_new (FALSE, FALSE, sizeof (KsCommentSpan));

  for (guint i = 0; i < spans->len; i++)
    {
      KsCommentSpan span = g_array_index (spans, KsCommentSpan, i);
      glong first = MAX (span.start, start);
      glong last = MIN (span.start + span.length, end);

      span.start = first - start;
      span.length = last - first;
      if (span.length > 0)
        g_array_append_val (within, span);
    }
  return within;
}

/* (transfer full) (nullable): the selected words as they may leave */
static char *
dup_selection (GtkTextView *view, const Guard *guard)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  KsCommentItem *item = guard->get_item (guard->data);
  g_autoptr (GArray) spans = NULL;
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  if (item == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  words = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  spans = cut_spans (ks_comment_item_get_comment (item)->spans, gtk_text_iter_get_offset (&start),
                     gtk_text_iter_get_offset (&end));
  return ks_comment_text_redact (words, spans);
}

static void
copy_cb (GtkTextView *view, const Guard *guard)
{
  g_autofree char *words = dup_selection (view, guard);

  if (words != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), words);
  g_signal_stop_emission_by_name (view, "copy-clipboard");
}

/* The view offers its selection as soon as it is shown. */
static void
realize_cb (GtkTextView *view)
{
  gtk_text_buffer_remove_selection_clipboard (
      gtk_text_view_get_buffer (view), gtk_widget_get_primary_clipboard (GTK_WIDGET (view)));
}

/* The view gives back at its end what was taken. */
static void
unrealize_cb (GtkTextView *view)
{
  gtk_text_buffer_add_selection_clipboard (gtk_text_view_get_buffer (view),
                                           gtk_widget_get_primary_clipboard (GTK_WIDGET (view)));
}

/* A press on words that are selected would drag them; it begins another selection instead. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end, at;
  int left, top;

  if (n_press > 1 || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &left, &top);
  gtk_text_view_get_iter_at_location (view, &at, left, top);
  if (gtk_text_iter_in_range (&at, &start, &end))
    gtk_text_buffer_place_cursor (buffer, &at);
}

static void
free_guard (gpointer data, GClosure *closure)
{
  g_free (data);
}

/**
 * ks_comment_guard_view:
 * @view: shows the words of a comment, as they are
 * @get_item: tells which comment
 * @data: for @get_item
 *
 * Lets only what others may read leave the view.
 */
void
ks_comment_guard_view (GtkTextView *view, KsGuardFunc get_item, gpointer data)
{
  GtkGesture *press = gtk_gesture_click_new ();
  Guard *guard = g_new0 (Guard, 1);

  guard->get_item = get_item;
  guard->data = data;
  g_signal_connect_data (view, "copy-clipboard", G_CALLBACK (copy_cb), guard, free_guard, 0);
  g_signal_connect_after (view, "realize", G_CALLBACK (realize_cb), NULL);
  g_signal_connect (view, "unrealize", G_CALLBACK (unrealize_cb), NULL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (pressed_cb), view);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (press));
}
