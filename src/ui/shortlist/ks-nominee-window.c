/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-nominee-window.h"

#include "ks-choose.h"
#include "ks-confirm.h"
#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-list-name.h"
#include "ks-pick.h"
#include "ks-scope-button.h"
#include "ks-shortlist-words.h"
#include "ks-text.h"

struct _KsNomineeWindow
{
  AdwWindow parent_instance;
  KsCampaign *campaign;
  KsRegistry *registry;
  KsShortlist *list;
  KsNominee *nominee; /* as it was */
  KsNominee *shown;   /* the same as its fields said it at first */
  GPtrArray *offered; /* of KsNominee: people of the unit's working group */

  GtkWidget *save_button;
  GtkWidget *who;
  GtkWidget *place;
  GtkWidget *offer_row;
  GtkWidget *offer;
  GtkWidget *name_row;
  GtkWidget *post_row;
  GtkWidget *merits;
  GtkTextBuffer *merits_text;
  GtkWidget *form_row;
  GtkWidget *note_row;
  GtkWidget *reason_row;
};

G_DEFINE_FINAL_TYPE (KsNomineeWindow, ks_nominee_window, ADW_TYPE_WINDOW)

typedef enum
{
  SIGNAL_DONE,
} KsNomineeWindowSignal;

static guint signals[SIGNAL_DONE + 1];

static void
take_text (char **text, GtkWidget *row)
{
  g_free (*text);
  *text = ks_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
take_place (KsNomineeWindow *self, KsNominee *nominee)
{
  KsScope scope;

  if (nominee->kind == KS_NOMINEE_UNIT)
    return;
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->place), &scope);
  g_free (nominee->unit);
  g_free (nominee->district);
  nominee->unit = g_strdup (scope.kind == KS_SCOPE_UNIT ? scope.code : "");
  nominee->district = g_strdup (scope.kind == KS_SCOPE_DISTRICT ? scope.code : "");
}

/* What the figures say of them, where nobody words it otherwise. */
static char *
dup_draft (KsNomineeWindow *self)
{
  g_autoptr (KsNominee) bare = ks_nominee_copy (self->nominee);

  take_place (self, bare);
  g_free (bare->merits);
  bare->merits = g_strdup ("");
  return ks_shortlist_dup_merits (self->list, bare, FALSE);
}

static char *
dup_merits (KsNomineeWindow *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->merits_text, &start, &end);
  text = gtk_text_buffer_get_text (self->merits_text, &start, &end, FALSE);
  return ks_text_clean (text);
}

/* A draft that nobody changed is not kept: papers then mark its figures, each with its account. */
static void
take_merits (KsNomineeWindow *self, KsNominee *nominee)
{
  g_autofree char *draft = dup_draft (self);
  g_autofree char *merits = dup_merits (self);

  g_free (nominee->merits);
  nominee->merits = g_strdup (g_str_equal (merits, draft) ? "" : merits);
}

/**
 * ks_nominee_window_dup_nominee:
 * @self: a window
 *
 * Returns: (transfer full): what was filled in
 */
KsNominee *
ks_nominee_window_dup_nominee (KsNomineeWindow *self)
{
  KsNominee *nominee;

  g_return_val_if_fail (KS_IS_NOMINEE_WINDOW (self), NULL);

  nominee = ks_nominee_copy (self->nominee);
  take_place (self, nominee);
  take_text (&nominee->name, self->name_row);
  take_text (&nominee->post, self->post_row);
  take_text (&nominee->form, self->form_row);
  take_text (&nominee->note, self->note_row);
  take_text (&nominee->reason, self->reason_row);
  take_merits (self, nominee);
  return nominee;
}

static gboolean
needs_reason (KsNomineeWindow *self)
{
  const KsCandidate *candidate = self->nominee->kind == KS_NOMINEE_UNIT
                                     ? ks_shortlist_find (self->list, self->nominee->unit)
                                     : NULL;

  return candidate != NULL && !ks_shortlist_is_suggested (self->list, candidate);
}

static const char *
explain_missing (KsNomineeWindow *self, const KsNominee *nominee, const char *merits)
{
  if (nominee->kind != KS_NOMINEE_UNIT && *nominee->name == '\0')
    return _ ("Write the name.");
  if (nominee->kind == KS_NOMINEE_PERSON && *nominee->post == '\0')
    return _ ("Write the post.");
  if (*merits == '\0')
    return _ ("Write the merits.");
  if (needs_reason (self) && *nominee->reason == '\0')
    return _ ("The unit stands outside the suggestion: write the reason.");
  return NULL;
}

static void
judge_cb (KsNomineeWindow *self)
{
  g_autoptr (KsNominee) nominee = NULL;
  g_autofree char *merits = NULL;
  const char *missing;

  if (self->nominee == NULL)
    return;
  nominee = ks_nominee_window_dup_nominee (self);
  merits = dup_merits (self);
  missing = explain_missing (self, nominee, merits);
  gtk_widget_set_sensitive (self->save_button, missing == NULL);
  gtk_widget_set_tooltip_text (self->save_button, missing);
}

static void
draft_cb (KsNomineeWindow *self)
{
  g_autofree char *draft = dup_draft (self);

  gtk_text_buffer_set_text (self->merits_text, draft, -1);
}

static char **
list_offered_cb (gpointer data, guint *chosen)
{
  KsNomineeWindow *self = data;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; self->offered != NULL && i < self->offered->len; i++)
    {
      const KsNominee *person = self->offered->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s, %s", person->name, person->post);

      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static void
take_offered_cb (guint index, gpointer data)
{
  KsNomineeWindow *self = data;
  const KsNominee *person = self->offered->pdata[index];

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), person->name);
  gtk_editable_set_text (GTK_EDITABLE (self->post_row), person->post);
}

static void
show_offered (KsNomineeWindow *self)
{
  KsScope scope;

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->place), &scope);
  if (self->nominee->kind == KS_NOMINEE_PERSON && scope.kind == KS_SCOPE_UNIT)
    self->offered = ks_offer_people (self->campaign, scope.code);
  gtk_widget_set_visible (self->offer_row, self->offered != NULL && self->offered->len > 0);
}

/* Another unit has another working group and other figures; what somebody wrote stays. */
static void
place_changed_cb (KsNomineeWindow *self)
{
  g_autofree char *merits = dup_merits (self);

  show_offered (self);
  if (*merits == '\0')
    draft_cb (self);
  judge_cb (self);
}

static void
save_cb (KsNomineeWindow *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
discard (GtkWindow *window, const char *action)
{
  gtk_window_destroy (window);
}

static gboolean
ks_nominee_window_close_request (GtkWindow *window)
{
  KsNomineeWindow *self = KS_NOMINEE_WINDOW (window);
  g_autoptr (KsNominee) nominee = ks_nominee_window_dup_nominee (self);

  if (ks_nominee_equal (nominee, self->shown))
    return GTK_WINDOW_CLASS (ks_nominee_window_parent_class)->close_request (window);
  if (!ks_confirm_is_asking (window))
    ks_confirm_discard (window, _ ("What was typed is not saved."), "window.close", discard);
  return TRUE;
}

static void
ks_nominee_window_dispose (GObject *object)
{
  KsNomineeWindow *self = KS_NOMINEE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_NOMINEE_WINDOW);
  g_clear_object (&self->campaign);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->list, ks_shortlist_free);
  g_clear_pointer (&self->nominee, ks_nominee_free);
  g_clear_pointer (&self->shown, ks_nominee_free);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_nominee_window_parent_class)->dispose (object);
}

static void
ks_nominee_window_class_init (KsNomineeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_nominee_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ks_nominee_window_close_request;
  signals[SIGNAL_DONE] = g_signal_new ("done", KS_TYPE_NOMINEE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/shortlist/ks-nominee-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, who);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, place);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, offer_row);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, post_row);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, merits);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, form_row);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, KsNomineeWindow, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, judge_cb);
  gtk_widget_class_bind_template_callback (widget_class, draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
ks_nominee_window_init (KsNomineeWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_escape_closes (GTK_WIDGET (self));
  self->merits_text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->merits));
  g_signal_connect_object (self->merits_text, "changed", G_CALLBACK (judge_cb), self,
                           G_CONNECT_SWAPPED);
  ks_scope_button_set_words (KS_SCOPE_BUTTON (self->place), _ ("Unit or district"),
                             _ ("None, the province’s"));
  self->offer = ks_pick_new ();
  ks_pick_set_label (self->offer, _ ("Take a name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offer), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take a name"), -1);
  ks_pick_set_funcs (self->offer, list_offered_cb, take_offered_cb, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->offer_row), self->offer);
}

static void
show_kind (KsNomineeWindow *self)
{
  static const char *const titles[] = {
    [KS_NOMINEE_COLLECTIVE] = N_ ("Another Collective"),
    [KS_NOMINEE_PERSON] = N_ ("A Person"),
  };
  KsNomineeKind kind = self->nominee->kind;
  g_autofree char *name = ks_nominee_dup_name (self->nominee, self->registry);

  const char *title = kind == KS_NOMINEE_UNIT ? name : _ (titles[kind]);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row),
                                 kind == KS_NOMINEE_PERSON ? _ ("Full name")
                                                           : _ ("Name of the collective"));
  ks_list_name_set (self->name_row, title);
  ks_list_name_set (self->reason_row, _ ("Proposal"));
  gtk_widget_set_visible (self->who, kind != KS_NOMINEE_UNIT);
  gtk_widget_set_visible (self->post_row, kind == KS_NOMINEE_PERSON);
  gtk_widget_set_visible (self->reason_row, kind == KS_NOMINEE_UNIT);
}

static void
show_nominee (KsNomineeWindow *self)
{
  const KsNominee *nominee = self->nominee;
  g_autofree char *merits = ks_shortlist_dup_merits (self->list, nominee, FALSE);

  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->place), self->registry);
  ks_scope_button_select (KS_SCOPE_BUTTON (self->place),
                          *nominee->unit != '\0' ? nominee->unit : nominee->district);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), nominee->name);
  gtk_editable_set_text (GTK_EDITABLE (self->post_row), nominee->post);
  gtk_editable_set_text (GTK_EDITABLE (self->form_row), nominee->form);
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), nominee->note);
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), nominee->reason);
  gtk_text_buffer_set_text (self->merits_text, merits, -1);
  show_offered (self);
}

/**
 * ks_nominee_window_new:
 * @parent: the window that it belongs to
 * @campaign: a campaign
 * @list: (transfer full): the ranking, for what the figures say
 * @nominee: whom it is about; a new one has its kind alone
 * @verb: of the button, with its mnemonic
 *
 * Returns: (transfer floating): the window
 */
GtkWidget *
ks_nominee_window_new (GtkWindow *parent,
                       KsCampaign *campaign,
                       KsShortlist *list,
                       const KsNominee *nominee,
                       const char *verb)
{
  KsNomineeWindow *self
      = g_object_new (KS_TYPE_NOMINEE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->campaign = g_object_ref (campaign);
  self->registry = ks_campaign_dup_registry (campaign);
  self->list = list;
  self->nominee = ks_nominee_copy (nominee);
  gtk_button_set_label (GTK_BUTTON (self->save_button), verb);
  show_kind (self);
  show_nominee (self);
  self->shown = ks_nominee_window_dup_nominee (self);
  judge_cb (self);
  return GTK_WIDGET (self);
}
