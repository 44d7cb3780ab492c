/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comments-view-private.h"

#include <adwaita.h>

#include "ks-comment-line.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-shell.h"
#include "ks-side-box.h"
#include "ks-wrap-layout.h"

G_DEFINE_FINAL_TYPE (KsCommentsView, ks_comments_view, GTK_TYPE_BOX)

static void
show_status (KsCommentsView *self, const char *icon, const char *title, const char *description)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status), description);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "status");
}

static gboolean
is_anything_shown (KsComments *comments)
{
  for (guint i = 0; comments != NULL && i < ks_comments_get_n_places (comments); i++)
    if (ks_comments_get_place (comments, i)->shown)
      return TRUE;
  return FALSE;
}

static gboolean
is_same_place (const KsCommentPlace *a, const KsCommentPlace *b)
{
  return a->shown == b->shown && a->scope.kind == b->scope.kind;
}

/* The questions that are told of together; %NULL: those of an earlier one are. (transfer full) */
static char *
dup_questions (KsComments *comments, guint index)
{
  const KsCommentPlace *place = ks_comments_get_place (comments, index);
  GString *ids = g_string_new (place->question->id);

  for (guint i = 0; i < ks_comments_get_n_places (comments); i++)
    {
      const KsCommentPlace *other = ks_comments_get_place (comments, i);

      if (i == index || !is_same_place (other, place))
        continue;
      if (i < index)
        {
          g_string_free (ids, TRUE);
          return NULL;
        }
      g_string_append_printf (ids, ", %s", other->question->id);
    }
  return g_string_free (ids, FALSE);
}

/* (transfer full) (nullable): why what is read is not of the scope that was asked for */
static char *
dup_note (KsComments *comments, guint index)
{
  const KsCommentPlace *place = ks_comments_get_place (comments, index);
  g_autofree char *questions = dup_questions (comments, index);

  if (questions == NULL || (place->shown && place->scope.kind == place->asked.kind))
    return NULL;
  if (!place->shown)
    return g_strdup_printf (_ ("%s: fewer than 10 comments, none are shown."), questions);
  if (place->scope.kind == KS_SCOPE_PROVINCE)
    return g_strdup_printf (
        _ ("%s: too few comments for %s alone; those of the whole province are shown."), questions,
        place->asked.name);
  return g_strdup_printf (_ ("%s: too few comments for %s alone; those of %s are shown."), questions,
                          place->asked.name, place->scope.name);
}

static void
show_note (KsCommentsView *self, KsComments *comments)
{
  GString *notes = g_string_new (NULL);

  for (guint i = 0; i < ks_comments_get_n_places (comments); i++)
    {
      g_autofree char *note = dup_note (comments, i);

      if (note != NULL)
        g_string_append_printf (notes, "%s%s", notes->len > 0 ? "\n" : "", note);
    }
  gtk_label_set_text (GTK_LABEL (self->note), notes->str);
  gtk_widget_set_visible (self->note, notes->len > 0);
  g_string_free (notes, TRUE);
}

static void
show_foot (KsCommentsView *self, KsComments *comments)
{
  guint n = ks_comments_get_n (comments);
  guint of = 0;
  g_autofree char *count = ks_format_count (n);
  g_autofree char *words = NULL;

  for (guint i = 0; i < ks_comments_get_n_places (comments); i++)
    of += ks_comments_get_place (comments, i)->n;
  if (n < of)
    {
      g_autofree char *all = ks_format_count (of);

      words = g_strdup_printf (ngettext ("%s of %s comment, shuffled, without unit and time",
                                         "%s of %s comments, shuffled, without unit and time", of),
                               count, all);
    }
  else
    words = g_strdup_printf (ngettext ("%s comment, shuffled, without unit and time",
                                       "%s comments, shuffled, without unit and time", n),
                             count);
  gtk_label_set_text (GTK_LABEL (self->foot), words);
}

/* (transfer full) (element-type gint64): the numbers of the comments that are selected */
GArray *
ks_comments_view_dup_selected (KsCommentsView *self)
{
  KsComments *comments = ks_comment_model_get_comments (self->comments);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position);
       more && comments != NULL; more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 number = ks_comments_get_number (comments, position);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

/* (transfer full) (nullable): the comment that is selected, if it is one */
KsCommentItem *
ks_comments_view_dup_single (KsCommentsView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  return gtk_bitset_get_size (selected) == 1
             ? g_list_model_get_item (G_LIST_MODEL (self->selection),
                                      gtk_bitset_get_minimum (selected))
             : NULL;
}

/* Which of the selected ones have the theme; of thousands, the first ones speak for all. */
KsThemeUse
ks_comments_view_get_use (gint64 theme, gpointer view)
{
  KsCommentsView *self = view;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = (guint)MIN (gtk_bitset_get_size (selected), KS_COMMENT_MODEL_PAGE);
  guint n_with = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KsCommentItem) item = g_list_model_get_item (
          G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, i));

      n_with += ks_comment_item_has_theme (item, theme);
    }
  return n_with == 0 ? KS_THEME_OF_NONE : n_with == n ? KS_THEME_OF_ALL : KS_THEME_OF_SOME;
}

static void
selection_changed_cb (KsCommentsView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  g_autoptr (KsCommentItem) single = ks_comments_view_dup_single (self);
  guint n = (guint)gtk_bitset_get_size (selected);

  if (n > 0)
    self->last_selected = gtk_bitset_get_minimum (selected);
  ks_comment_card_show (KS_COMMENT_CARD (self->card), single, n);
  ks_theme_list_show_use (KS_THEME_LIST (self->themes), n > 0 ? ks_comments_view_get_use : NULL, self);
  ks_comments_view_update_actions (self);
}

/* So that keys go on where the last comment left the list. */
static void
select_again (KsCommentsView *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (gtk_bitset_is_empty (selected) && n > 0)
    gtk_selection_model_select_item (self->selection, MIN (self->last_selected, n - 1), TRUE);
}

/* Why no comment is shown. */
static void
show_reason (KsCommentsView *self, KsComments *comments)
{
  if (ks_comments_get_n_places (comments) == 0)
    show_status (self, "edit-find-symbolic", _ ("No Open Question"),
                 _ ("The form has no question that is answered in words of one’s own."));
  else
    show_status (self, "security-high-symbolic", _ ("Too Few Comments to Be Shown"),
                 _ ("Comments are shown from 10 on, so that nobody can be made out by what he "
                    "wrote."));
}

static void
loaded_cb (KsCommentsView *self)
{
  KsComments *comments = ks_comment_model_get_comments (self->comments);

  gtk_widget_remove_css_class (self->list_stack, "loading");
  if (self->campaign == NULL || comments == NULL)
    return;
  ks_comments_filter_set_themes (KS_COMMENTS_FILTER (self->filter), comments);
  ks_theme_list_set_comments (KS_THEME_LIST (self->themes), comments);
  if (!is_anything_shown (comments))
    {
      show_reason (self, comments);
      return;
    }
  show_note (self, comments);
  show_foot (self, comments);
  gtk_stack_set_visible_child_name (GTK_STACK (self->list_stack),
                                    ks_comments_get_n (comments) > 0 ? "rows" : "none");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  select_again (self);
  selection_changed_cb (self);
}

static void
failed_cb (KsCommentsView *self, const GError *error)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));

  gtk_widget_remove_css_class (self->list_stack, "loading");
  if (shell != NULL)
    ks_shell_show_error (shell, error);
}

static void
load (gpointer view)
{
  KsCommentsView *self = view;
  KsCommentFilter filter = { .scope = self->scope };

  if (ks_campaign_is_window_open (self->campaign))
    {
      ks_comment_model_load (self->comments, NULL, NULL);
      show_status (self, "document-open-recent-symbolic", _ ("The Survey Is Still Open"),
                   _ ("Comments can be read once it has ended: nobody shall be led by what others "
                      "have written."));
      return;
    }
  ks_comments_filter_get (KS_COMMENTS_FILTER (self->filter), &filter);
  ks_comment_model_load (self->comments, self->campaign, &filter);
  gtk_widget_add_css_class (self->list_stack, "loading");
}

static void
filter_changed_cb (KsCommentsView *self)
{
  if (self->campaign != NULL)
    load (self);
}

static void
clear_filter_cb (KsCommentsView *self)
{
  ks_comments_filter_clear (KS_COMMENTS_FILTER (self->filter));
}

/* In a narrow window what is beside the list opens in its place. */
static void
activate_cb (KsCommentsView *self)
{
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
}

static void
close_pane_cb (KsCommentsView *self)
{
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  gtk_widget_grab_focus (self->list);
}

static void
toggled_cb (KsCommentsView *self, gint64 theme, gboolean tagged)
{
  ks_comments_view_tag (self, theme, tagged);
}

static void
words_selected_cb (KsCommentsView *self)
{
  ks_comments_view_update_actions (self);
}

static void
ks_comments_view_dispose (GObject *object)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (object);

  g_clear_pointer (&self->lazy_load, ks_lazy_load_free);
  if (self->comments != NULL)
    g_signal_handlers_disconnect_by_data (self->comments, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->comments);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->scope, g_free);
  G_OBJECT_CLASS (ks_comments_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/comments/ks-comments-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, stack);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, status);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, filter);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, note);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, list);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, foot);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, card);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsView, themes);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_pane_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_selected_cb);
}

static void
ks_comments_view_class_init (KsCommentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_comments_view_dispose;
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_COMMENT_CARD);
  g_type_ensure (KS_TYPE_COMMENTS_FILTER);
  g_type_ensure (KS_TYPE_THEME_LIST);
  ks_comments_view_install_actions (widget_class);
  bind_template (widget_class);
}

static void
set_up_list (KsCommentsView *self)
{
  g_autoptr (GtkListItemFactory) factory = ks_comment_line_create_factory ();

  self->comments = ks_comment_model_new ();
  self->selection = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->comments))));
  g_signal_connect_object (self->comments, "loaded", G_CALLBACK (loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comments, "failed", G_CALLBACK (failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), self->selection);
}

static void
ks_comments_view_init (KsCommentsView *self)
{
  self->scope = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lazy_load = ks_lazy_load_new (GTK_WIDGET (self), load, NULL);
  set_up_list (self);
  ks_comments_view_add_keys (self);
  ks_comments_view_add_menu (self);
  selection_changed_cb (self);
}

/**
 * ks_comments_view_new:
 *
 * Returns: (transfer floating): a view of the comments
 */
GtkWidget *
ks_comments_view_new (void)
{
  return g_object_new (KS_TYPE_COMMENTS_VIEW, NULL);
}

/**
 * ks_comments_view_set_campaign:
 * @self: a view
 * @campaign: (nullable): the campaign whose comments are read; %NULL: it is closed
 *
 * Reads the comments once somebody looks.
 */
void
ks_comments_view_set_campaign (KsCommentsView *self, KsCampaign *campaign)
{
  g_autoptr (KsForm) form = campaign != NULL ? ks_campaign_dup_form (campaign) : NULL;

  g_return_if_fail (KS_IS_COMMENTS_VIEW (self));

  ks_lazy_load_cancel (self->lazy_load);
  g_set_object (&self->campaign, campaign);
  self->last_selected = 0;
  ks_comments_filter_set_form (KS_COMMENTS_FILTER (self->filter), form);
  ks_comment_model_load (self->comments, NULL, NULL);
  ks_theme_list_set_comments (KS_THEME_LIST (self->themes), NULL);
  if (campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
}

/**
 * ks_comments_view_set_scope:
 * @self: a view
 * @code: of a unit or a district; empty for the province
 *
 * Reads the comments of another scope once somebody looks.
 */
void
ks_comments_view_set_scope (KsCommentsView *self, const char *code)
{
  g_return_if_fail (KS_IS_COMMENTS_VIEW (self));

  if (g_str_equal (self->scope, code))
    return;
  g_free (self->scope);
  self->scope = g_strdup (code);
  self->last_selected = 0;
  if (self->campaign != NULL)
    ks_lazy_load_request (self->lazy_load);
}

/**
 * ks_comments_view_refresh:
 * @self: a view
 * @change: what a verb changed
 *
 * Reads the comments anew where they may have changed.
 */
void
ks_comments_view_refresh (KsCommentsView *self, KsChange change)
{
  g_return_if_fail (KS_IS_COMMENTS_VIEW (self));

  if (self->campaign == NULL)
    return;
  if ((change & KS_CHANGE_FORM) != 0)
    {
      g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

      ks_comments_filter_set_form (KS_COMMENTS_FILTER (self->filter), form);
    }
  if ((change
       & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_ANSWERS | KS_CHANGE_FORM
          | KS_CHANGE_COMMENTS))
      != 0)
    ks_lazy_load_request (self->lazy_load);
}

/**
 * ks_comments_view_start_search:
 * @self: a view
 *
 * Lets the person type what is looked for (Ctrl+F).
 */
void
ks_comments_view_start_search (KsCommentsView *self)
{
  g_return_if_fail (KS_IS_COMMENTS_VIEW (self));

  ks_comments_filter_start_search (KS_COMMENTS_FILTER (self->filter));
}
