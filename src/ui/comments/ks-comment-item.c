/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comment-item.h"

#include <string.h>

#include "ks-i18n.h"

/* Seen in light and dark, and in grey by its line. */
#define PROPOSED_BEGIN "<span bgcolor=\"#e5a50a\" bgalpha=\"30%\" underline=\"single\">"
#define PROPOSED_END "</span>"

struct _KsCommentItem
{
  GObject parent_instance;

  KsComments *list; /* the comment borrows from it */
  KsComment *comment;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsCommentItem, ks_comment_item, G_TYPE_OBJECT)

static void
ks_comment_item_finalize (GObject *object)
{
  KsCommentItem *self = KS_COMMENT_ITEM (object);

  g_clear_pointer (&self->comment, ks_comment_free);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (ks_comment_item_parent_class)->finalize (object);
}

static void
ks_comment_item_class_init (KsCommentItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_comment_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_COMMENT_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ks_comment_item_init (KsCommentItem *self)
{
}

/**
 * ks_comment_item_new:
 * @list: the list that it is of
 * @comment: (transfer full): a comment
 *
 * Returns: (transfer full): the comment as an item
 */
KsCommentItem *
ks_comment_item_new (KsComments *list, KsComment *comment)
{
  KsCommentItem *self = g_object_new (KS_TYPE_COMMENT_ITEM, NULL);

  self->list = g_object_ref (list);
  self->comment = comment;
  return self;
}

/**
 * ks_comment_item_set:
 * @self: an item
 * @list: the list that the comment is of
 * @comment: (transfer full): the same comment as it is now
 *
 * Tells who shows it that it changed.
 */
void
ks_comment_item_set (KsCommentItem *self, KsComments *list, KsComment *comment)
{
  g_clear_pointer (&self->comment, ks_comment_free);
  g_set_object (&self->list, list);
  self->comment = comment;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * ks_comment_item_get_comment:
 * @self: an item
 *
 * Returns: (transfer none): the comment
 */
const KsComment *
ks_comment_item_get_comment (KsCommentItem *self)
{
  return self->comment;
}

/**
 * ks_comment_item_has_theme:
 * @self: an item
 * @theme: id of a theme
 *
 * Returns: whether the comment has it
 */
gboolean
ks_comment_item_has_theme (KsCommentItem *self, gint64 theme)
{
  for (guint i = 0; i < self->comment->themes->len; i++)
    if (g_array_index (self->comment->themes, gint64, i) == theme)
      return TRUE;
  return FALSE;
}

/**
 * ks_comment_item_count_proposed:
 * @self: an item
 *
 * Returns: in how many places something is proposed to be blacked out
 */
guint
ks_comment_item_count_proposed (KsCommentItem *self)
{
  guint n = 0;

  for (guint i = 0; i < self->comment->spans->len; i++)
    n += g_array_index (self->comment->spans, KsCommentSpan, i).state == KS_SPAN_PROPOSED;
  return n;
}

static void
append_part (GString *markup, const char *begin, const char *end)
{
  g_autofree char *escaped = g_markup_escape_text (begin, end - begin);

  g_string_append (markup, escaped);
}

/**
 * ks_comment_item_dup_markup:
 * @self: an item
 *
 * Returns: (transfer full): the comment as Pango markup: what is blacked out is not in it, what is
 *   proposed stands out
 */
char *
ks_comment_item_dup_markup (KsCommentItem *self)
{
  GString *markup = g_string_new (NULL);
  const char *p = self->comment->text;
  glong index = 0;

  for (guint i = 0; i < self->comment->spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (self->comment->spans, KsCommentSpan, i);
      const char *begin = g_utf8_offset_to_pointer (p, span->start - index);
      const char *end = g_utf8_offset_to_pointer (begin, span->length);

      append_part (markup, p, begin);
      if (span->state == KS_SPAN_BLACK)
        g_string_append (markup, KS_BLACKED_OUT);
      else
        {
          g_string_append (markup, PROPOSED_BEGIN);
          append_part (markup, begin, end);
          g_string_append (markup, PROPOSED_END);
        }
      p = end;
      index = span->start + span->length;
    }
  append_part (markup, p, p + strlen (p));
  return g_string_free (markup, FALSE);
}

/**
 * ks_comment_item_dup_facts:
 * @self: an item
 *
 * Returns: (transfer full): as Pango markup the question, the number, the themes, and whether papers
 *   quote it
 */
char *
ks_comment_item_dup_facts (KsCommentItem *self)
{
  GString *facts = g_string_new (NULL);

  append_part (facts, self->comment->question->id,
               self->comment->question->id + strlen (self->comment->question->id));
  g_string_append_printf (facts, " · %" G_GINT64_FORMAT, self->comment->number);
  for (guint i = 0; i < self->comment->themes->len; i++)
    {
      const KsTheme *theme
          = ks_comments_find_theme (self->list, g_array_index (self->comment->themes, gint64, i));
      g_autofree char *name = theme != NULL ? g_markup_escape_text (theme->name, -1) : NULL;

      if (name != NULL)
        g_string_append_printf (facts, " · <b>%s</b>", name);
    }
  if (self->comment->quote != NULL && !self->comment->withheld)
    g_string_append_printf (facts, " · %s", _ ("for the papers"));
  return g_string_free (facts, FALSE);
}
