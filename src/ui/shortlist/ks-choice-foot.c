/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-choice-foot.h"

#include "ks-choice-card.h"
#include "ks-i18n.h"
#include "ks-wrap-layout.h"

struct _KsChoiceFoot
{
  GtkBox parent_instance;
  GListModel *candidates; /* of KsCandidateItem */
  GHashTable *reasons;    /* code → reason typed, kept while a unit is off the list */
  gboolean ready;

  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *why;
  GtkWidget *take_button;
  GtkWidget *save_button;
  GtkWidget *scroller;
  GtkWidget *cards;
};

G_DEFINE_FINAL_TYPE (KsChoiceFoot, ks_choice_foot, GTK_TYPE_BOX)

typedef enum
{
  PROP_READY = 1,
} KsChoiceFootProperty;

static GParamSpec *properties[PROP_READY + 1];

static guint
count_chosen (KsChoiceFoot *self)
{
  guint n_chosen = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    n_chosen++;
  return n_chosen;
}

static gboolean
has_saved_choice (KsChoiceFoot *self)
{
  guint n_items = self->candidates != NULL ? g_list_model_get_n_items (self->candidates) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (KsCandidateItem) item = g_list_model_get_item (self->candidates, i);

      if (ks_candidate_item_get_candidate (item)->chosen)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (nullable): what the first card without a reason waits for */
static char *
explain_missing_reason (KsChoiceFoot *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      g_autofree char *reason = ks_choice_card_dup_reason (KS_CHOICE_CARD (card));
      KsCandidateItem *item = ks_choice_card_get_item (KS_CHOICE_CARD (card));

      if (*reason == '\0')
        return g_strdup_printf (_ ("Give the reason for %s."), ks_candidate_item_get_title (item));
    }
  return NULL;
}

/* Returns: (nullable): why the list cannot be saved; %NULL: it can */
static char *
explain_sleep (KsChoiceFoot *self, guint n_chosen)
{
  guint n;

  if (n_chosen == 0)
    return has_saved_choice (self) ? NULL : g_strdup (_ ("Tick 3 to 5 units of the ranking."));
  if (n_chosen < KS_MIN_CHOSEN)
    {
      n = KS_MIN_CHOSEN - n_chosen;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "Tick %u more unit: 3 to 5 are proposed.",
                                           "Tick %u more units: 3 to 5 are proposed.", n),
                              n);
    }
  if (n_chosen > KS_MAX_CHOSEN)
    {
      n = n_chosen - KS_MAX_CHOSEN;
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "Take %u unit off: at most 5 are proposed.",
                                           "Take %u units off: at most 5 are proposed.", n),
                              n);
    }
  if (!ks_choice_foot_is_changed (self))
    return g_strdup (_ ("The list is saved."));
  return explain_missing_reason (self);
}

static void
update_head (KsChoiceFoot *self)
{
  guint n_chosen = count_chosen (self);
  g_autofree char *why = explain_sleep (self, n_chosen);
  g_autofree char *title
      = n_chosen == 0 ? g_strdup (_ ("Proposed list"))
                      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Proposed list: %u unit",
                                                      "Proposed list: %u units", n_chosen),
                                         n_chosen);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->why), why != NULL ? why : "");
  gtk_button_set_label (GTK_BUTTON (self->save_button), n_chosen == 0 && why == NULL
                                                            ? _ ("Take Back the List")
                                                            : _ ("Save the List"));
  gtk_widget_set_tooltip_text (self->save_button, why);
  gtk_widget_set_visible (self->scroller, n_chosen > 0);
  gtk_widget_set_visible (self->take_button, n_chosen > 0);
  if (self->ready == (why == NULL))
    return;
  self->ready = why == NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}

static void
keep_reason_cb (KsChoiceFoot *self, GParamSpec *pspec, KsChoiceCard *card)
{
  KsCandidateItem *item = ks_choice_card_get_item (card);

  g_hash_table_insert (self->reasons, g_strdup (ks_candidate_item_get_code (item)),
                       ks_choice_card_dup_reason (card));
  update_head (self);
}

static void
remove_card_cb (KsChoiceFoot *self, KsChoiceCard *card)
{
  ks_candidate_item_set_chosen (ks_choice_card_get_item (card), FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
add_card (KsChoiceFoot *self, KsCandidateItem *item)
{
  const char *code = ks_candidate_item_get_code (item);
  GtkWidget *card = ks_choice_card_new (item, g_hash_table_lookup (self->reasons, code));

  g_signal_connect_object (card, "notify::reason", G_CALLBACK (keep_reason_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "removed", G_CALLBACK (remove_card_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->cards), card);
}

/* Cards stand in the order of the ranking. */
static void
rebuild_cards (KsChoiceFoot *self)
{
  guint n_items = self->candidates != NULL ? g_list_model_get_n_items (self->candidates) : 0;
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), card);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (KsCandidateItem) item = g_list_model_get_item (self->candidates, i);

      if (ks_candidate_item_get_chosen (item))
        add_card (self, item);
    }
  update_head (self);
}

static void
disconnect_candidates (KsChoiceFoot *self)
{
  guint n_items = self->candidates != NULL ? g_list_model_get_n_items (self->candidates) : 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (KsCandidateItem) item = g_list_model_get_item (self->candidates, i);

      g_signal_handlers_disconnect_by_data (item, self);
    }
  g_clear_object (&self->candidates);
}

static void
ks_choice_foot_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsChoiceFoot *self = KS_CHOICE_FOOT (object);

  switch ((KsChoiceFootProperty)id)
    {
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_choice_foot_dispose (GObject *object)
{
  disconnect_candidates (KS_CHOICE_FOOT (object));
  G_OBJECT_CLASS (ks_choice_foot_parent_class)->dispose (object);
}

static void
ks_choice_foot_finalize (GObject *object)
{
  g_hash_table_unref (KS_CHOICE_FOOT (object)->reasons);
  G_OBJECT_CLASS (ks_choice_foot_parent_class)->finalize (object);
}

static void
ks_choice_foot_class_init (KsChoiceFootClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_choice_foot_get_property;
  object_class->dispose = ks_choice_foot_dispose;
  object_class->finalize = ks_choice_foot_finalize;

  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shortlist/ks-choice-foot.ui");
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, head);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, title);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, why);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, take_button);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, save_button);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, scroller);
  gtk_widget_class_bind_template_child (widget_class, KsChoiceFoot, cards);
}

static void
ks_choice_foot_init (KsChoiceFoot *self)
{
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->head, ks_wrap_layout_new (12, 6));
  update_head (self);
}

static void
take_saved_reasons (KsChoiceFoot *self)
{
  guint n_items = self->candidates != NULL ? g_list_model_get_n_items (self->candidates) : 0;

  g_hash_table_remove_all (self->reasons);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (KsCandidateItem) item = g_list_model_get_item (self->candidates, i);
      const KsCandidate *candidate = ks_candidate_item_get_candidate (item);

      g_signal_connect_swapped (item, "notify::chosen", G_CALLBACK (rebuild_cards), self);
      if (candidate->chosen)
        g_hash_table_insert (self->reasons, g_strdup (ks_candidate_item_get_code (item)),
                             g_strdup (candidate->chosen_reason));
    }
}

/**
 * ks_choice_foot_set_candidates:
 * @self: a foot
 * @candidates: (nullable): a list of #KsCandidateItem in the order of the ranking
 *
 * Follows what is ticked in @candidates, beginning with the choice that was saved.
 */
void
ks_choice_foot_set_candidates (KsChoiceFoot *self, GListModel *candidates)
{
  g_return_if_fail (KS_IS_CHOICE_FOOT (self));

  disconnect_candidates (self);
  self->candidates = candidates != NULL ? g_object_ref (candidates) : NULL;
  take_saved_reasons (self);
  rebuild_cards (self);
}

/**
 * ks_choice_foot_is_ready:
 * @self: a foot
 *
 * Returns: whether the list differs from the saved one and can be saved
 */
gboolean
ks_choice_foot_is_ready (KsChoiceFoot *self)
{
  g_return_val_if_fail (KS_IS_CHOICE_FOOT (self), FALSE);

  return self->ready;
}

/**
 * ks_choice_foot_is_changed:
 * @self: a foot
 *
 * Returns: whether units or reasons differ from the saved choice
 */
gboolean
ks_choice_foot_is_changed (KsChoiceFoot *self)
{
  guint n_items;

  g_return_val_if_fail (KS_IS_CHOICE_FOOT (self), FALSE);

  n_items = self->candidates != NULL ? g_list_model_get_n_items (self->candidates) : 0;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (KsCandidateItem) item = g_list_model_get_item (self->candidates, i);
      const KsCandidate *candidate = ks_candidate_item_get_candidate (item);
      gboolean chosen = ks_candidate_item_get_chosen (item);

      if (chosen != candidate->chosen)
        return TRUE;
      if (chosen
          && g_strcmp0 (g_hash_table_lookup (self->reasons, ks_candidate_item_get_code (item)),
                        candidate->chosen_reason)
                 != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * ks_choice_foot_dup_choice:
 * @self: a foot
 * @codes: (out) (transfer full): codes of the units on the list, %NULL-terminated
 * @reasons: (out) (transfer full): their reasons, in the same order
 *
 * Gives what ks_choose() takes.
 */
void
ks_choice_foot_dup_choice (KsChoiceFoot *self, char ***codes, char ***reasons)
{
  g_autoptr (GStrvBuilder) code_builder = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) reason_builder = g_strv_builder_new ();

  g_return_if_fail (KS_IS_CHOICE_FOOT (self));

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      g_autofree char *reason = ks_choice_card_dup_reason (KS_CHOICE_CARD (card));
      KsCandidateItem *item = ks_choice_card_get_item (KS_CHOICE_CARD (card));

      g_strv_builder_add (code_builder, ks_candidate_item_get_code (item));
      g_strv_builder_add (reason_builder, reason);
    }
  *codes = g_strv_builder_end (code_builder);
  *reasons = g_strv_builder_end (reason_builder);
}

/**
 * ks_choice_foot_restore:
 * @self: a foot
 * @codes: (array zero-terminated=1): units to tick; all others lose their tick
 * @reasons: (array zero-terminated=1): their reasons, in the same order
 *
 * Takes up a list again that was not saved yet when the ranking was read anew. A unit that is no
 * longer eligible stays off.
 */
void
ks_choice_foot_restore (KsChoiceFoot *self, const char *const *codes, const char *const *reasons)
{
  guint n_items;

  g_return_if_fail (KS_IS_CHOICE_FOOT (self));

  for (guint i = 0; codes[i] != NULL; i++)
    g_hash_table_insert (self->reasons, g_strdup (codes[i]), g_strdup (reasons[i]));
  n_items = self->candidates != NULL ? g_list_model_get_n_items (self->candidates) : 0;
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (KsCandidateItem) item = g_list_model_get_item (self->candidates, i);

      ks_candidate_item_set_chosen (item,
                                    g_strv_contains (codes, ks_candidate_item_get_code (item)));
    }
  rebuild_cards (self);
}

/**
 * ks_choice_foot_take_grounds:
 * @self: a foot
 *
 * Writes the grounds of every unit into its reason where that is empty.
 */
void
ks_choice_foot_take_grounds (KsChoiceFoot *self)
{
  g_return_if_fail (KS_IS_CHOICE_FOOT (self));

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    ks_choice_card_take_grounds (KS_CHOICE_CARD (card));
}
