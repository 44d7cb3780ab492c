/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comment-card.h"

#include "ks-comment-guard.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-wrap-layout.h"

/* Of the words in their frame. */
#define TEXT_MARGIN 12
#define USUAL_WIDTH 276
#define MIN_HEIGHT 64
#define MAX_HEIGHT 232

struct _KsCommentCard
{
  GtkBox parent_instance;

  KsCommentItem *item;
  GtkTextTag *proposed;
  GtkTextTag *black;

  GtkWidget *title;
  GtkWidget *frame;
  GtkWidget *view;
  GtkWidget *buttons;
  GtkWidget *proposal;
  GtkWidget *proposal_words;
  GtkWidget *quote_box;
  GtkWidget *quote;
  GtkWidget *quote_title;
  GtkWidget *pick;
};

enum
{
  SELECTION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsCommentCard, ks_comment_card, GTK_TYPE_BOX)

static GtkTextBuffer *
get_buffer (KsCommentCard *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* What is blacked out stays readable on the desk's screen alone, struck through: an officer must see
 * what he takes back. */
static void
show_spans (KsCommentCard *self, const KsComment *comment)
{
  GtkTextBuffer *buffer = get_buffer (self);

  for (guint i = 0; i < comment->spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (comment->spans, KsCommentSpan, i);
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)span->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)(span->start + span->length));
      gtk_text_buffer_apply_tag (
          buffer, span->state == KS_SPAN_BLACK ? self->black : self->proposed, &start, &end);
    }
}

static void
show_proposal (KsCommentCard *self, guint n)
{
  g_autofree char *count = ks_format_count (n);
  g_autofree char *words = g_strdup_printf (
      ngettext ("%s place seems to name somebody", "%s places seem to name somebody", n), count);

  gtk_label_set_text (GTK_LABEL (self->proposal_words), words);
  gtk_widget_set_visible (self->proposal, n > 0);
}

static void
show_quote (KsCommentCard *self, const KsComment *comment)
{
  gboolean quoted = comment->quote != NULL && !comment->withheld;

  gtk_widget_set_visible (self->quote_box, quoted || comment->withheld);
  gtk_label_set_text (GTK_LABEL (self->quote_title),
                      comment->withheld ? _ ("In no paper: its theme is for the leaders")
                                        : _ ("What papers say of it"));
  gtk_label_set_text (GTK_LABEL (self->quote), quoted ? comment->quote : "");
  gtk_widget_set_visible (self->quote, quoted);
  gtk_button_set_label (GTK_BUTTON (self->pick),
                        quoted ? _ ("Word Otherwise…") : _ ("Pick for Papers…"));
}

/* A text view does not tell how high its words will be; longer ones scroll. */
static void
fit_height (KsCommentCard *self, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->view, text);
  int width = gtk_widget_get_width (self->view) - 2 * TEXT_MARGIN;
  int height;

  pango_layout_set_width (layout, (width > 0 ? width : USUAL_WIDTH) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  height = CLAMP (height + 2 * TEXT_MARGIN, MIN_HEIGHT, MAX_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), height);
}

static void
show_comment_cb (KsCommentCard *self)
{
  const KsComment *comment = ks_comment_item_get_comment (self->item);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, comment->number);
  g_autofree char *title = g_strdup_printf (_ ("Comment %s"), number);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_text_buffer_set_text (get_buffer (self), comment->text, -1);
  fit_height (self, comment->text);
  show_spans (self, comment);
  show_proposal (self, ks_comment_item_count_proposed (self->item));
  show_quote (self, comment);
}

static void
show_many (KsCommentCard *self, guint n)
{
  g_autofree char *count = ks_format_count (n);
  g_autofree char *title
      = g_strdup_printf (ngettext ("%s comment selected", "%s comments selected", n), count);

  gtk_label_set_text (GTK_LABEL (self->title), n > 0 ? title : _ ("No comment selected"));
}

static void
set_item (KsCommentCard *self, KsCommentItem *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    g_signal_connect_swapped (item, "changed", G_CALLBACK (show_comment_cb), self);
}

static void
selection_changed_cb (KsCommentCard *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
ks_comment_card_dispose (GObject *object)
{
  set_item (KS_COMMENT_CARD (object), NULL);
  G_OBJECT_CLASS (ks_comment_card_parent_class)->dispose (object);
}

static void
ks_comment_card_class_init (KsCommentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_comment_card_dispose;
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", KS_TYPE_COMMENT_CARD,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/comments/ks-comment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, title);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, frame);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, view);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, proposal);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, proposal_words);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, quote_box);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, quote);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, quote_title);
  gtk_widget_class_bind_template_child (widget_class, KsCommentCard, pick);
}

static KsCommentItem *
get_item (gpointer card)
{
  return KS_COMMENT_CARD (card)->item;
}

static void
ks_comment_card_init (KsCommentCard *self)
{
  GdkRGBA ground = { .898f, .647f, .039f, .3f };
  GdkRGBA grey = { .5f, .5f, .5f, .35f };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->proposed
      = gtk_text_buffer_create_tag (get_buffer (self), NULL, "background-rgba", &ground, "underline",
                                    PANGO_UNDERLINE_SINGLE, NULL);
  self->black = gtk_text_buffer_create_tag (get_buffer (self), NULL, "background-rgba", &grey,
                                            "strikethrough", TRUE, NULL);
  ks_comment_guard_view (GTK_TEXT_VIEW (self->view), get_item, self);
  g_signal_connect_object (get_buffer (self), "notify::has-selection",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * ks_comment_card_show:
 * @self: a card
 * @item: (nullable): the comment; %NULL: not a single one is selected
 * @n_selected: how many are selected
 *
 * Shows a comment.
 */
void
ks_comment_card_show (KsCommentCard *self, KsCommentItem *item, guint n_selected)
{
  gboolean same = item != NULL && item == self->item;

  g_return_if_fail (KS_IS_COMMENT_CARD (self));

  if (same)
    return;
  set_item (self, item);
  gtk_widget_set_visible (self->frame, item != NULL);
  gtk_widget_set_visible (self->buttons, item != NULL);
  if (item != NULL)
    {
      show_comment_cb (self);
      return;
    }
  gtk_text_buffer_set_text (get_buffer (self), "", -1);
  gtk_widget_set_visible (self->proposal, FALSE);
  gtk_widget_set_visible (self->quote_box, FALSE);
  show_many (self, n_selected);
}

static void
append_range (GArray *ranges, glong start, glong length)
{
  const KsCommentMark range = { start, length, FALSE };

  g_array_append_val (ranges, range);
}

/**
 * ks_comment_card_has_selection:
 * @self: a card
 *
 * Returns: whether words of the comment are selected
 */
gboolean
ks_comment_card_has_selection (KsCommentCard *self)
{
  return gtk_text_buffer_get_has_selection (get_buffer (self));
}

/**
 * ks_comment_card_dup_selection:
 * @self: a card
 *
 * Returns: (transfer full) (element-type KsCommentMark): the characters that are selected
 */
GArray *
ks_comment_card_dup_selection (KsCommentCard *self)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  GtkTextIter start, end;

  if (gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    append_range (ranges, gtk_text_iter_get_offset (&start),
                  gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start));
  return ranges;
}

/**
 * ks_comment_card_dup_proposed:
 * @self: a card
 *
 * Returns: (transfer full) (element-type KsCommentMark): the characters that are proposed to be
 *   blacked out
 */
GArray *
ks_comment_card_dup_proposed (KsCommentCard *self)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (KsCommentMark));
  const KsComment *comment
      = self->item != NULL ? ks_comment_item_get_comment (self->item) : NULL;

  for (guint i = 0; comment != NULL && i < comment->spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (comment->spans, KsCommentSpan, i);

      if (span->state == KS_SPAN_PROPOSED)
        append_range (ranges, span->start, span->length);
    }
  return ranges;
}
