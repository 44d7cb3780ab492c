/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comment-item.h"

#include "ks-i18n.h"

/* Seen in light and dark, and in grey by its line. */
#define PROPOSED "<span bgcolor=\"#e5a50a\" bgalpha=\"30%%\" underline=\"single\">%s</span>"
#define FOUND "<b>%s</b>"

/* A byte per character of a comment: how it is shown. */
enum
{
  INK_PROPOSED = 1 << 0,
  INK_BLACK = 1 << 1,
  INK_FOUND = 1 << 2,
};

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
paint (guint8 *ink, glong start, glong length, guint8 colour)
{
  for (glong i = start; i < start + length; i++)
    ink[i] |= colour;
}

/* What is blacked out shows nothing else. (transfer full) */
static guint8 *
paint_comment (KsCommentItem *self, glong length)
{
  const char *search = ks_comments_get_search (self->list);
  GArray *spans = self->comment->spans;
  g_autoptr (GArray) found = NULL;
  guint8 *ink = g_malloc0 ((gsize)length + 1);

  if (search != NULL)
    found = ks_comment_text_find (self->comment->text, search, FALSE);
  for (guint i = 0; found != NULL && i < found->len; i++)
    paint (ink, g_array_index (found, KsCommentMark, i).start,
           g_array_index (found, KsCommentMark, i).length, INK_FOUND);
  for (guint i = 0; i < spans->len; i++)
    {
      const KsCommentSpan *span = &g_array_index (spans, KsCommentSpan, i);

      paint (ink, span->start, span->length,
             span->state == KS_SPAN_BLACK ? INK_BLACK : INK_PROPOSED);
    }
  for (glong i = 0; i < length; i++)
    if (ink[i] & INK_BLACK)
      ink[i] = INK_BLACK;
  return ink;
}

static void
append_run (GString *markup, const char *begin, const char *end, guint8 ink)
{
  g_autofree char *escaped = g_markup_escape_text (begin, end - begin);
  g_autofree char *found
      = ink & INK_FOUND ? g_strdup_printf (FOUND, escaped) : g_strdup (escaped);

  if (ink & INK_BLACK)
    g_string_append (markup, KS_BLACKED_OUT);
  else if (ink & INK_PROPOSED)
    g_string_append_printf (markup, PROPOSED, found);
  else
    g_string_append (markup, found);
}

/**
 * ks_comment_item_dup_markup:
 * @self: an item
 *
 * Returns: (transfer full): the comment as Pango markup: what is blacked out is not in it, what is
 *   proposed and what was looked for stand out
 */
char *
ks_comment_item_dup_markup (KsCommentItem *self)
{
  glong length = g_utf8_strlen (self->comment->text, -1);
  g_autofree guint8 *ink = paint_comment (self, length);
  GString *markup = g_string_new (NULL);
  const char *p = self->comment->text;

  for (glong start = 0, end; start < length; start = end)
    {
      const char *next;

      for (end = start; end < length && ink[end] == ink[start];)
        end++;
      next = g_utf8_offset_to_pointer (p, end - start);
      append_run (markup, p, next, ink[start]);
      p = next;
    }
  /* Blanks at the ends would move the line. */
  return g_strstrip (g_string_free (markup, FALSE));
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
  g_autofree char *question = g_markup_escape_text (self->comment->question->id, -1);
  GString *facts = g_string_new (question);

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
