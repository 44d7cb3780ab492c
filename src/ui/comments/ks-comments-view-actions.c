/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comments-view-private.h"

#include "ks-black-out.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-quote-window.h"
#include "ks-quote.h"
#include "ks-themes.h"
#include "ks-verb-task.h"

/* What a verb does, and with which comments. */
typedef struct
{
  GArray *numbers; /* of gint64 */
  GArray *ranges;  /* of KsCommentMark; NULL: none */
  gint64 theme;
  gboolean on;     /* given, blacked out; or taken, left readable */
  char *name;
} Act;

static void
free_act (gpointer data)
{
  Act *act = data;

  g_clear_pointer (&act->numbers, g_array_unref);
  g_clear_pointer (&act->ranges, g_array_unref);
  g_free (act->name);
  g_free (act);
}

static gint64
get_number (const Act *act)
{
  return g_array_index (act->numbers, gint64, 0);
}

static gboolean
tag_verb (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  Act *act = data;

  return ks_tag_comments (campaign, act->numbers, act->theme, act->on, outcome, error);
}

static gboolean
mark_verb (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  Act *act = data;

  return ks_black_out_ranges (campaign, get_number (act), act->ranges, act->on, outcome, error);
}

static gboolean
drop_verb (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  return ks_drop_quote (campaign, get_number (data), outcome, error);
}

static gboolean
add_theme_verb (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  return ks_add_theme (campaign, ((Act *)data)->name, NULL, outcome, error);
}

static gboolean
rename_theme_verb (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  Act *act = data;

  return ks_rename_theme (campaign, act->theme, act->name, outcome, error);
}

static gboolean
remove_theme_verb (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  return ks_remove_theme (campaign, ((Act *)data)->theme, outcome, error);
}

static void
run (KsCommentsView *self, const char *title, KsVerbFunc verb, Act *act)
{
  ks_verb_task_run (GTK_WIDGET (self), title, verb, act, free_act);
}

/* Gives the selected comments a theme, or takes it from them. */
void
ks_comments_view_tag (KsCommentsView *self, gint64 theme, gboolean tagged)
{
  Act *act = g_new0 (Act, 1);

  act->numbers = ks_comments_view_dup_selected (self);
  act->theme = theme;
  act->on = tagged;
  if (act->numbers->len > 0)
    run (self, _ ("Sorting comments"), tag_verb, act);
  else
    free_act (act);
}

/* @ranges: (transfer full) */
static void
mark (KsCommentsView *self, GArray *ranges, gboolean black)
{
  Act *act = g_new0 (Act, 1);

  act->numbers = ks_comments_view_dup_selected (self);
  act->ranges = ranges;
  act->on = black;
  if (act->numbers->len == 1 && ranges->len > 0)
    run (self, _ ("Marking words"), mark_verb, act);
  else
    free_act (act);
}

static void
black_out_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (widget);

  mark (self, ks_comment_card_dup_selection (KS_COMMENT_CARD (self->card)), TRUE);
}

static void
show_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (widget);

  mark (self, ks_comment_card_dup_selection (KS_COMMENT_CARD (self->card)), FALSE);
}

static void
confirm_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (widget);

  mark (self, ks_comment_card_dup_proposed (KS_COMMENT_CARD (self->card)), TRUE);
}

static void
dismiss_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (widget);

  mark (self, ks_comment_card_dup_proposed (KS_COMMENT_CARD (self->card)), FALSE);
}

static void
quote_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (KsCommentItem) item = ks_comments_view_dup_single (KS_COMMENTS_VIEW (widget));

  if (item != NULL)
    ks_quote_window_present (widget, item);
}

static void
drop_quote_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (widget);
  Act *act = g_new0 (Act, 1);

  act->numbers = ks_comments_view_dup_selected (self);
  if (act->numbers->len == 1)
    run (self, _ ("Leaving out of papers"), drop_verb, act);
  else
    free_act (act);
}

static void
toggle_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);

  if (!gtk_bitset_is_empty (selected))
    ks_theme_list_toggle (KS_THEME_LIST (self->themes), (guint)g_variant_get_int32 (parameter));
}

/* Whose name is asked for. */
typedef struct
{
  KsCommentsView *view;
  gint64 theme; /* 0: a new one */
} Naming;

static void
free_naming (gpointer data)
{
  g_object_unref (((Naming *)data)->view);
  g_free (data);
}

static char *
check_name (const char *const *texts, gpointer data)
{
  g_autofree char *name = g_strstrip (g_strdup (texts[0]));

  return *name == '\0' ? g_strdup (_ ("Write the name of the theme.")) : NULL;
}

static void
named_cb (const char *const *texts, gpointer data)
{
  Naming *naming = data;
  Act *act = g_new0 (Act, 1);

  act->theme = naming->theme;
  act->name = g_strdup (texts[0]);
  run (naming->view, _ ("Keeping the theme"),
       naming->theme != 0 ? rename_theme_verb : add_theme_verb, act);
}

static void
ask_name (KsCommentsView *self, gint64 theme, const char *name)
{
  const KsEntryQuestion question = {
    .heading = theme != 0 ? _ ("Rename Theme") : _ ("New Theme"),
    .verb = theme != 0 ? _ ("_Rename") : _ ("_Add"),
    .n_entries = 1,
    .entries = { { _ ("Name"), name } },
  };
  Naming *naming = g_new0 (Naming, 1);

  naming->view = g_object_ref (self);
  naming->theme = theme;
  ks_entry_dialog_ask (GTK_WIDGET (self), &question, check_name, named_cb, naming, free_naming);
}

static void
add_theme_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_name (KS_COMMENTS_VIEW (widget), 0, NULL);
}

static void
rename_theme_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsCommentsView *self = KS_COMMENTS_VIEW (widget);
  KsComments *comments = ks_comment_model_get_comments (self->comments);
  const KsTheme *theme
      = comments != NULL ? ks_comments_find_theme (comments, g_variant_get_int64 (parameter)) : NULL;

  if (theme != NULL)
    ask_name (self, theme->id, theme->name);
}

static void
remove_theme_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Act *act = g_new0 (Act, 1);

  act->theme = g_variant_get_int64 (parameter);
  run (KS_COMMENTS_VIEW (widget), _ ("Keeping the theme"), remove_theme_verb, act);
}

/* What can be done with the comments that are selected. */
void
ks_comments_view_update_actions (KsCommentsView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (KsCommentItem) single = ks_comments_view_dup_single (self);
  const KsComment *comment = single != NULL ? ks_comment_item_get_comment (single) : NULL;
  gboolean words
      = comment != NULL && ks_comment_card_has_selection (KS_COMMENT_CARD (self->card));
  gboolean proposed = comment != NULL && ks_comment_item_count_proposed (single) > 0;

  gtk_widget_action_set_enabled (widget, "comments.black-out", words);
  gtk_widget_action_set_enabled (widget, "comments.show", words);
  gtk_widget_action_set_enabled (widget, "comments.confirm", proposed);
  gtk_widget_action_set_enabled (widget, "comments.dismiss", proposed);
  gtk_widget_action_set_enabled (widget, "comments.quote", comment != NULL && !comment->withheld);
  gtk_widget_action_set_enabled (widget, "comments.drop-quote",
                                 comment != NULL && comment->quote != NULL);
}

/**
 * ks_comments_view_install_actions:
 * @widget_class: the class of the view
 *
 * Gives the view what is done with comments and themes.
 */
void
ks_comments_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "comments.black-out", NULL, black_out_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.show", NULL, show_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.confirm", NULL, confirm_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.dismiss", NULL, dismiss_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.quote", NULL, quote_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.drop-quote", NULL, drop_quote_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.toggle", "i", toggle_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.add-theme", NULL, add_theme_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.rename-theme", "x",
                                   rename_theme_action_cb);
  gtk_widget_class_install_action (widget_class, "comments.remove-theme", "x",
                                   remove_theme_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK,
                                       "comments.black-out", NULL);
}

/* Digits belong to what is typed. */
static gboolean
takes_digits (KsCommentsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && !GTK_IS_EDITABLE (focus);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                KsCommentsView *self)
{
  gunichar digit = gdk_keyval_to_unicode (key);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || digit < '1' || digit > '9'
      || !takes_digits (self))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "comments.toggle", "i", (int)(digit - '1'));
  return GDK_EVENT_STOP;
}

/**
 * ks_comments_view_add_keys:
 * @self: a view
 *
 * Lets a digit give the selected comments a theme, or take it.
 */
void
ks_comments_view_add_keys (KsCommentsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
