/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-page-private.h"

#include "ks-badge.h"
#include "ks-header-button.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-shell.h"
#include "ks-side-box.h"
#include "ks-wrap-layout.h"

static void page_interface_init (KsPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KsFormPage, ks_form_page, GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KS_TYPE_PAGE, page_interface_init))

typedef enum
{
  PROP_STATE = 1,
} KsFormPageProperty;

/*
 * ks_form_page_get_level:
 * @self: the page
 *
 * Returns: what of the form may be changed
 */
KsEditLevel
ks_form_page_get_level (KsFormPage *self)
{
  if (self->campaign == NULL || self->use == NULL
      || ks_store_is_read_only (ks_campaign_get_store (self->campaign)))
    return KS_EDIT_NOTHING;
  return self->use->in_use ? KS_EDIT_WORDING : KS_EDIT_ALL;
}

static gboolean
is_stand_in (KsFormPage *self)
{
  return self->form != NULL && *ks_form_get_notice (self->form) != '\0';
}

static guint
count_kind (KsForm *form, KsQuestionType type)
{
  guint n_questions = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    n_questions += ks_form_get_question (form, i)->type == type;
  return n_questions;
}

static void
append_count (GString *text, const char *singular, const char *plural, guint n)
{
  g_autofree char *count = ks_format_count (n);
  const char *words = ngettext (singular, plural, n);

  if (n > 0)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", count, words);
}

static void
show_summary (KsFormPage *self)
{
  g_autoptr (GString) kinds = g_string_new (NULL);
  guint n_questions = ks_form_get_n_questions (self->form);
  g_autofree char *notice = ks_form_dup_short_notice (self->form);
  g_autofree char *all = g_strdup_printf (ngettext ("%u question", "%u questions", n_questions),
                                          n_questions);
  g_autofree char *text = NULL;

  append_count (kinds, N_ ("with one answer"), N_ ("with one answer"),
                count_kind (self->form, KS_QUESTION_SINGLE));
  append_count (kinds, N_ ("with several answers"), N_ ("with several answers"),
                count_kind (self->form, KS_QUESTION_MULTI));
  append_count (kinds, N_ ("for a text"), N_ ("for a text"),
                count_kind (self->form, KS_QUESTION_TEXT));
  text = g_strdup_printf ("%s%s%s", all, kinds->len > 0 ? " · " : "", kinds->str);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
  ks_badge_set_label (KS_BADGE (self->badge), notice);
  gtk_widget_set_visible (self->badge, *notice != '\0');
}

static void
show_version (KsFormPage *self)
{
  g_autofree char *day = NULL;
  g_autofree char *subtitle = NULL;

  if (self->use == NULL)
    return;
  if (self->use->saved != KS_MOMENT_NONE)
    day = ks_day_format (ks_moment_get_day (self->use->saved));
  subtitle = day != NULL ? g_strdup_printf (_ ("Version %d of day %s"), (int) self->use->version, day)
                         : g_strdup_printf (_ ("Version %d"), (int) self->use->version);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->window_title), subtitle);
}

static void
show_use (KsFormPage *self)
{
  gboolean in_use = self->use != NULL && self->use->in_use;
  g_autofree char *answers = in_use ? ks_form_use_describe (self->use) : NULL;
  g_autofree char *text = NULL;

  if (in_use)
    text = g_strdup_printf (_ ("Answers belong to this form (%s): its wording may change; its "
                               "questions, options, levels and marks stay."),
                            answers);
  gtk_label_set_text (GTK_LABEL (self->use_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->use_bar, in_use);
}

static void
show_part (KsFormPage *self)
{
  KsFormItem *item = ks_form_outline_get_selected (KS_FORM_OUTLINE (self->outline));
  KsEditLevel level = ks_form_page_get_level (self);
  g_autofree char *note = NULL;

  if (level == KS_EDIT_WORDING && self->use->since != KS_MOMENT_NONE)
    {
      g_autofree char *day = ks_day_format (ks_moment_get_day (self->use->since));

      note = g_strdup_printf (_ ("Kept as it is since the first import on %s."), day);
    }
  ks_question_pane_show (KS_QUESTION_PANE (self->pane), self->form, item, level,
                         note != NULL ? note : "");
  ks_form_phone_show (KS_FORM_PHONE (self->phone), self->form, self->unit, item);
  ks_form_page_update_actions (self);
}

static char *
dup_unit (KsFormPage *self)
{
  g_autoptr (KsRegistry) registry = ks_campaign_dup_registry (self->campaign);
  KsUnit *unit;

  if (ks_registry_get_n_units (registry) == 0)
    return g_strdup ("…");
  unit = ks_registry_get_unit (registry, 0);
  return g_strdup_printf ("%s · %s", ks_unit_get_name (unit), ks_unit_get_district_name (unit));
}

static void
load (KsFormPage *self)
{
  gboolean empty;

  self->stale = FALSE;
  g_free (self->unit);
  self->unit = dup_unit (self);
  g_clear_pointer (&self->use, ks_form_use_free);
  self->use = ks_form_use_load (self->campaign, NULL);
  empty = ks_form_get_n_questions (self->form) == 0 && ks_form_get_n_sections (self->form) == 0;
  show_summary (self);
  show_version (self);
  show_use (self);
  ks_form_outline_set_editable (KS_FORM_OUTLINE (self->outline),
                                ks_form_page_get_level (self) == KS_EDIT_ALL);
  ks_form_outline_set_form (KS_FORM_OUTLINE (self->outline), self->form);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "form");
  show_part (self);
}

static void
load_soon (KsFormPage *self)
{
  g_autoptr (KsForm) form = ks_campaign_dup_form (self->campaign);

  g_set_object (&self->form, form);
  g_object_notify (G_OBJECT (self), "state");
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
ks_form_page_map (GtkWidget *widget)
{
  KsFormPage *self = KS_FORM_PAGE (widget);

  GTK_WIDGET_CLASS (ks_form_page_parent_class)->map (widget);
  if (self->stale && self->campaign != NULL)
    load (self);
}

static void
ks_form_page_set_campaign (KsPage *page, KsCampaign *campaign)
{
  KsFormPage *self = KS_FORM_PAGE (page);

  g_set_object (&self->campaign, campaign);
  g_clear_object (&self->form);
  g_clear_pointer (&self->use, ks_form_use_free);
  ks_form_outline_set_form (KS_FORM_OUTLINE (self->outline), NULL);
  if (campaign != NULL)
    load_soon (self);
  else
    ks_form_page_update_actions (self);
  g_object_notify (G_OBJECT (self), "state");
}

static void
ks_form_page_refresh (KsPage *page, KsChange change)
{
  KsFormPage *self = KS_FORM_PAGE (page);

  if (self->campaign != NULL
      && (change & (KS_CHANGE_FORM | KS_CHANGE_ANSWERS | KS_CHANGE_REGISTRY)) != 0)
    load_soon (self);
}

static void
ks_form_page_show_detail (KsPage *page, const char *detail)
{
  ks_form_outline_select (KS_FORM_OUTLINE (KS_FORM_PAGE (page)->outline), detail);
}

static void
ks_form_page_start_search (KsPage *page)
{
  KsFormPage *self = KS_FORM_PAGE (page);

  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), FALSE);
  gtk_widget_grab_focus (self->search);
}

static void
page_interface_init (KsPageInterface *iface)
{
  iface->set_campaign = ks_form_page_set_campaign;
  iface->refresh = ks_form_page_refresh;
  iface->show_detail = ks_form_page_show_detail;
  iface->start_search = ks_form_page_start_search;
}

/* A changed form on its way to the file: it may wait for the name of who acts. */
typedef struct
{
  KsFormPage *page;
  KsForm *form;
  char *message;
  char *select;
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_object_unref (change->page);
  g_object_unref (change->form);
  g_free (change->message);
  g_free (change->select);
  g_free (change);
}

static void
save_change (gpointer data)
{
  Change *change = data;
  KsFormPage *self = change->page;
  KsOutcome *outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (self->campaign == NULL)
    return;
  if (!ks_save_form (self->campaign, change->form, change->message, &outcome, &error))
    {
      ks_question_pane_set_problem (KS_QUESTION_PANE (self->pane), error->message);
      return;
    }
  if (change->select != NULL)
    ks_form_outline_select (KS_FORM_OUTLINE (self->outline), change->select);
  if (outcome != NULL)
    ks_shell_show_outcome (ks_shell_from_widget (GTK_WIDGET (self)), outcome);
  ks_question_pane_set_problem (KS_QUESTION_PANE (self->pane), NULL);
}

/*
 * ks_form_page_save:
 * @self: the page
 * @builder: of the changed form
 * @message: (transfer full): what the toast says
 * @select: (nullable): id of the part to be chosen afterwards
 *
 * Saves a change; what is wrong with it is said over the fields, which keep what was typed.
 */
void
ks_form_page_save (KsFormPage *self, KsFormBuilder *builder, char *message, const char *select)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = message;
  KsForm *form = ks_form_builder_build (builder, &error);
  Change *change;

  if (form == NULL)
    {
      ks_question_pane_set_problem (KS_QUESTION_PANE (self->pane), error->message);
      return;
    }
  change = g_new0 (Change, 1);
  *change = (Change){ g_object_ref (self), form, g_steal_pointer (&text), g_strdup (select) };
  ks_shell_with_officer (ks_shell_from_widget (GTK_WIDGET (self)), save_change, change,
                         free_change);
}

static char *
dup_message (KsFormItem *item)
{
  if (ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION)
    return g_strdup_printf (_ ("Question %s was changed"), ks_form_item_get_id (item));
  if (ks_form_item_get_place (item) == KS_FORM_PLACE_SECTION)
    return g_strdup_printf (_ ("Section %s was changed"), ks_form_item_get_id (item));
  return g_strdup (_ ("The form was changed"));
}

static void
edited_cb (KsFormPage *self)
{
  KsFormItem *item = ks_form_outline_get_selected (KS_FORM_OUTLINE (self->outline));
  g_autoptr (KsFormBuilder) builder = NULL;

  if (self->form == NULL || item == NULL || ks_form_page_get_level (self) == KS_EDIT_NOTHING)
    return;
  builder = ks_form_builder_new_from_form (self->form);
  ks_question_pane_apply (KS_QUESTION_PANE (self->pane), builder);
  ks_form_page_save (self, builder, dup_message (item), NULL);
}

static void
selected_cb (KsFormPage *self)
{
  if (!self->stale)
    show_part (self);
}

static void
opened_cb (KsFormPage *self)
{
  ks_side_box_set_show_pane (KS_SIDE_BOX (self->side_box), TRUE);
  ks_question_pane_start_editing (KS_QUESTION_PANE (self->pane));
  ks_form_page_update_actions (self);
}

static void
moved_cb (KsFormPage *self, guint question, int section, guint position)
{
  g_autoptr (KsFormBuilder) builder = ks_form_builder_new_from_form (self->form);
  const char *id = ks_form_get_question (self->form, question)->id;

  ks_form_builder_move_question (builder, question, section, position);
  ks_form_page_save (self, builder, g_strdup_printf (_ ("Question %s was moved"), id), id);
}

static void
folded_cb (KsFormPage *self)
{
  ks_question_pane_set_closable (KS_QUESTION_PANE (self->pane),
                                 ks_side_box_get_folded (KS_SIDE_BOX (self->side_box)));
}

static void
search_cb (KsFormPage *self)
{
  ks_form_outline_find (KS_FORM_OUTLINE (self->outline),
                        gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
ks_form_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsFormPage *self = KS_FORM_PAGE (object);
  guint n_questions = self->form != NULL ? ks_form_get_n_questions (self->form) : 0;

  switch ((KsFormPageProperty)id)
    {
    case PROP_STATE:
      if (self->form == NULL)
        g_value_set_string (value, "–");
      else if (is_stand_in (self))
        g_value_set_string (value, _ ("stand-in"));
      else
        g_value_take_string (value,
                             g_strdup_printf (ngettext ("%u question", "%u questions", n_questions),
                                              n_questions));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_form_page_dispose (GObject *object)
{
  KsFormPage *self = KS_FORM_PAGE (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->form);
  g_clear_pointer (&self->use, ks_form_use_free);
  g_clear_pointer (&self->unit, g_free);
  G_OBJECT_CLASS (ks_form_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/form/ks-form-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, summary);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, badge);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, use_bar);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, use_label);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, preview_box);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, search);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, outline);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, pane);
  gtk_widget_class_bind_template_child (widget_class, KsFormPage, phone);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, ks_form_page_update_actions);
}

static void
ks_form_page_class_init (KsFormPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_form_page_get_property;
  object_class->dispose = ks_form_page_dispose;
  widget_class->map = ks_form_page_map;
  g_object_class_override_property (object_class, PROP_STATE, "state");
  g_type_ensure (KS_TYPE_BADGE);
  g_type_ensure (KS_TYPE_FORM_OUTLINE);
  g_type_ensure (KS_TYPE_FORM_PHONE);
  g_type_ensure (KS_TYPE_HEADER_BUTTON);
  g_type_ensure (KS_TYPE_QUESTION_PANE);
  g_type_ensure (KS_TYPE_SIDE_BOX);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  ks_form_page_install_actions (widget_class);
  ks_form_page_install_file_actions (widget_class);
}

static void
ks_form_page_init (KsFormPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ks_form_page_install_keys (self);
  ks_form_page_update_actions (self);
}

/**
 * ks_form_page_new:
 *
 * Returns: (transfer floating): the page of the form
 */
GtkWidget *
ks_form_page_new (void)
{
  return g_object_new (KS_TYPE_FORM_PAGE, NULL);
}
