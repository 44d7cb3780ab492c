/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-form.h"

#include <string.h>

#include "ks-i18n.h"
#include "ks-paper-template.h"
#include "ks-paper-text-table.h"
#include "ks-scope-button.h"
#include "ks-slot-field.h"
#include "ks-template-row.h"

typedef enum
{
  GROUP_TEXTS,
  GROUP_LIMITS,
  GROUP_HEAD,
  GROUP_FOOT,
  GROUP_LAYOUT,
  GROUP_REASONS,
  N_GROUPS,
} Group;

static const char *const group_titles[N_GROUPS] = {
  [GROUP_TEXTS] = N_ ("What Officers Write"), [GROUP_LIMITS] = N_ ("Limits"),
  [GROUP_HEAD] = N_ ("Head of the Paper"),    [GROUP_FOOT] = N_ ("Foot of the Paper"),
  [GROUP_LAYOUT] = N_ ("Layout"),             [GROUP_REASONS] = N_ ("Reasons of Units"),
};

struct _KsPaperForm
{
  GtkBox parent_instance;
  KsRegistry *registry;
  KsForm *form;
  KsPaperEdits *edits; /* the window's */
  KsPaperKind paper;
  KsPaperSettings *settings;  /* as they would be, while fields are made */
  KsPaperTemplate *template;  /* what the paper says by itself; NULL: all papers are shown */
  GtkWidget *groups[N_GROUPS]; /* NULL: the paper has none of it */
};

G_DEFINE_FINAL_TYPE (KsPaperForm, ks_paper_form, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Group
get_group (const KsPaperSlot *slot)
{
  if (g_str_has_suffix (slot->id, "/"))
    return GROUP_REASONS;
  if (slot->type == KS_SLOT_TEXT)
    return GROUP_TEXTS;
  if (slot->type == KS_SLOT_PERCENT)
    return GROUP_LIMITS;
  if (slot->type == KS_SLOT_MARGINS || slot->type == KS_SLOT_FLAG
      || slot->type == KS_SLOT_TEMPLATE)
    return GROUP_LAYOUT;
  return g_str_equal (slot->id, "signature") || g_str_equal (slot->id, "preparer")
                 || g_str_equal (slot->id, "recipients")
             ? GROUP_FOOT
             : GROUP_HEAD;
}

static GtkBox *
bring_group (KsPaperForm *self, Group group)
{
  GtkWidget *title;

  if (self->groups[group] != NULL)
    return GTK_BOX (self->groups[group]);
  self->groups[group] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  title = gtk_label_new (_ (group_titles[group]));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self->groups[group]), title);
  return GTK_BOX (self->groups[group]);
}

static void
put (KsPaperForm *self, const char *slot, const char *body)
{
  ks_paper_edits_put (self->edits, self->paper, slot, body);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
field_changed_cb (KsSlotField *field, KsPaperForm *self)
{
  g_autofree char *body = ks_slot_field_dup_body (field);

  put (self, g_object_get_data (G_OBJECT (field), "slot"), body);
}

/* What the paper says where nothing is set for it alone: what is set for all, else its template. */
static char *
dup_usual (KsPaperForm *self, const char *slot)
{
  g_autofree char *said
      = self->template != NULL ? ks_paper_template_dup_slot (self->template, slot) : NULL;

  return self->paper != (KsPaperKind)KS_PAPER_ALL
             ? g_strdup (ks_paper_settings_get_usual (self->settings, slot, said))
             : NULL;
}

static KsPaperTemplate *
load_template (KsPaperForm *self)
{
  const char *body;
  KsPaperTemplate *own = NULL;

  if (self->paper == (KsPaperKind)KS_PAPER_ALL)
    return NULL;
  body = ks_paper_settings_get_own (self->settings, self->paper, "template");
  if (body != NULL)
    own = ks_paper_template_new (self->paper, body, "", self->form, NULL);
  return own != NULL ? own : ks_paper_template_new_own (self->paper);
}

/* Fields tell what the template says where nothing is set. */
static void
show_usual (KsPaperForm *self, Group group)
{
  GtkWidget *child = self->groups[group] != NULL
                         ? gtk_widget_get_first_child (self->groups[group])
                         : NULL;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *id = g_object_get_data (G_OBJECT (child), "slot");
      g_autofree char *usual = id != NULL ? dup_usual (self, id) : NULL;

      if (id != NULL)
        ks_slot_field_set_usual (KS_SLOT_FIELD (child), usual);
    }
}

static void
template_changed_cb (KsTemplateRow *row, KsPaperForm *self)
{
  put (self, "template", ks_template_row_get_body (row));
  self->settings = ks_paper_edits_dup_settings (self->edits);
  g_clear_pointer (&self->template, ks_paper_template_free);
  self->template = load_template (self);
  for (Group group = 0; group < N_GROUPS; group++)
    show_usual (self, group);
  g_clear_pointer (&self->settings, ks_paper_settings_unref);
}

static GtkWidget *
add_field (KsPaperForm *self, const KsPaperSlot *slot, const char *id, const char *label)
{
  GtkWidget *field = ks_slot_field_new (slot, label);
  g_autofree char *usual = dup_usual (self, id);

  g_object_set_data_full (G_OBJECT (field), "slot", g_strdup (id), g_free);
  ks_slot_field_show (KS_SLOT_FIELD (field),
                      ks_paper_settings_get_own (self->settings, self->paper, id), usual);
  g_signal_connect (field, "changed", G_CALLBACK (field_changed_cb), self);
  gtk_box_append (bring_group (self, get_group (slot)), field);
  return field;
}

static void
add_template (KsPaperForm *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = ks_template_row_new (
      self->paper, self->form,
      ks_paper_settings_get_own (self->settings, self->paper, "template"));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Template"), -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect (row, "changed", G_CALLBACK (template_changed_cb), self);
  gtk_box_append (bring_group (self, GROUP_LAYOUT), list);
}

static GtkWidget *
add_reason (KsPaperForm *self, const KsPaperSlot *slot, const char *code)
{
  KsUnit *unit = ks_registry_lookup (self->registry, code);
  g_autofree char *id = g_strconcat (slot->id, code, NULL);

  return unit != NULL ? add_field (self, slot, id, ks_unit_get_name (unit)) : NULL;
}

static GtkWidget *
find_field (KsPaperForm *self, Group group, const char *id)
{
  GtkWidget *child = self->groups[group] != NULL
                         ? gtk_widget_get_first_child (self->groups[group])
                         : NULL;

  while (child != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (child), "slot"), id) != 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
unit_picked_cb (KsScopeButton *button, KsPaperForm *self)
{
  const KsPaperSlot *slot = g_object_get_data (G_OBJECT (button), "reasons");
  g_autofree char *id = NULL;
  GtkWidget *field;
  KsScope scope;

  ks_scope_button_get_scope (button, &scope);
  if (scope.kind != KS_SCOPE_UNIT)
    return;
  id = g_strconcat (slot->id, scope.code, NULL);
  field = find_field (self, GROUP_REASONS, id);
  if (field == NULL)
    {
      self->settings = ks_paper_edits_dup_settings (self->edits);
      field = add_reason (self, slot, scope.code);
      g_clear_pointer (&self->settings, ks_paper_settings_unref);
    }
  gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
}

/* Units that have a reason, and one that gets its own. */
static void
add_reasons (KsPaperForm *self, const KsPaperSlot *slot)
{
  GtkWidget *button = g_object_new (KS_TYPE_SCOPE_BUTTON, "halign", GTK_ALIGN_START, NULL);
  GPtrArray *texts = ks_paper_settings_get_texts (self->settings);

  ks_scope_button_set_words (KS_SCOPE_BUTTON (button), _ ("Unit with a reason"),
                             _ ("Choose a unit…"));
  ks_place_button_offer (KS_PLACE_BUTTON (button), KS_PLACE_ALL, FALSE);
  ks_place_button_offer (KS_PLACE_BUTTON (button), KS_PLACE_DISTRICT, FALSE);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (button), self->registry);
  g_object_set_data (G_OBJECT (button), "reasons", (gpointer)slot);
  g_signal_connect (button, "scope-changed", G_CALLBACK (unit_picked_cb), self);
  gtk_box_append (bring_group (self, GROUP_REASONS), button);
  for (guint i = 0; i < texts->len; i++)
    {
      const KsPaperText *text = texts->pdata[i];

      if (g_str_equal (text->paper, ks_paper_settings_get_id (self->paper))
          && g_str_has_prefix (text->slot, slot->id))
        add_reason (self, slot, text->slot + strlen (slot->id));
    }
}

static void
add_slot (KsPaperForm *self, const KsPaperSlot *slot)
{
  if (g_str_has_suffix (slot->id, "/"))
    add_reasons (self, slot);
  else if (slot->type == KS_SLOT_TEMPLATE)
    add_template (self);
  else
    add_field (self, slot, slot->id, NULL);
}

static void
clear (KsPaperForm *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  memset (self->groups, 0, sizeof self->groups);
  g_clear_pointer (&self->template, ks_paper_template_free);
}

/**
 * ks_paper_form_show:
 * @self: a form
 * @paper: a paper that is made from a template, or %KS_PAPER_ALL
 *
 * Shows what can be set for it.
 */
void
ks_paper_form_show (KsPaperForm *self, KsPaperKind paper)
{
  guint n_slots;
  const KsPaperSlot *slots = ks_paper_slots_get (&n_slots);

  g_return_if_fail (KS_IS_PAPER_FORM (self));

  clear (self);
  self->paper = paper;
  self->settings = ks_paper_edits_dup_settings (self->edits);
  self->template = load_template (self);
  for (guint i = 0; i < n_slots; i++)
    if ((slots[i].papers & (1u << paper)) != 0)
      add_slot (self, &slots[i]);
  for (guint i = 0; i < N_GROUPS; i++)
    if (self->groups[i] != NULL)
      gtk_box_append (GTK_BOX (self), self->groups[i]);
  g_clear_pointer (&self->settings, ks_paper_settings_unref);
}

static void
ks_paper_form_dispose (GObject *object)
{
  KsPaperForm *self = KS_PAPER_FORM (object);

  g_clear_pointer (&self->template, ks_paper_template_free);
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (ks_paper_form_parent_class)->dispose (object);
}

static void
ks_paper_form_class_init (KsPaperFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_paper_form_dispose;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_PAPER_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ks_paper_form_init (KsPaperForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 20);
}

/**
 * ks_paper_form_new:
 * @campaign: a campaign
 * @edits: takes what is typed; outlives the form
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
ks_paper_form_new (KsCampaign *campaign, KsPaperEdits *edits)
{
  KsPaperForm *self = g_object_new (KS_TYPE_PAPER_FORM, NULL);

  self->registry = ks_campaign_dup_registry (campaign);
  self->form = ks_campaign_dup_form (campaign);
  self->edits = edits;
  return GTK_WIDGET (self);
}
