/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-rules.h"

#include <adwaita.h>

#include "ks-escape.h"
#include "ks-i18n.h"
#include "ks-set-attention.h"
#include "ks-shell.h"
#include "ks-text-scale.h"

#define MINUTES_PER_HOUR 60
#define MOST_PERCENT 100
#define HOUR_CHARS 6

/* What asks for a call on the day: a window in which the rules are set. */
typedef struct
{
  GtkWidget *page; /* owned */
  KsCampaign *campaign;
  KsDay day;
  KsAttentionRules rules; /* as they are typed */

  GtkWidget *window;
  GtkWidget *rows[KS_N_ATTENTION_RULES];
  GtkWidget *switches[KS_N_ATTENTION_RULES];
  GtkWidget *percents[KS_N_ATTENTION_RULES]; /* NULL: it has none */
  GtkWidget *hours[KS_N_ATTENTION_RULES];    /* NULL: it has none */
  GtkWidget *problem;
  GtkWidget *save;
} Editor;

static const char *const titles[KS_N_ATTENTION_RULES] = {
  [KS_ATTENTION_RULE_NO_ANSWER] = N_ ("No sheet yet"),
  [KS_ATTENTION_RULE_FIRST_LIMIT] = N_ ("First limit"),
  [KS_ATTENTION_RULE_SECOND_LIMIT] = N_ ("Second limit"),
  [KS_ATTENTION_RULE_NO_REPORT] = N_ ("No report of the working group"),
  [KS_ATTENTION_RULE_OVER_STAFF] = N_ ("More sheets than staff"),
};

static void
free_editor (gpointer data)
{
  Editor *self = data;

  g_object_unref (self->page);
  g_object_unref (self->campaign);
  g_free (self);
}

/* "second_limit=80%@15:00", as the rules read it. */
static char *
dup_setting (Editor *self, KsAttentionRuleId rule)
{
  const char *id = ks_attention_rule_to_id (rule);
  const char *hour
      = self->hours[rule] != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->hours[rule])) : "";

  if (!gtk_switch_get_active (GTK_SWITCH (self->switches[rule])))
    return g_strdup_printf ("%s=off", id);
  if (self->hours[rule] == NULL)
    return g_strdup_printf ("%s=on", id);
  if (self->percents[rule] == NULL)
    return g_strdup_printf ("%s=%s", id, hour);
  return g_strdup_printf (
      "%s=%d%%@%s", id,
      gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->percents[rule])), hour);
}

static void
show_rule (Editor *self, KsAttentionRuleId rule)
{
  gboolean on = gtk_switch_get_active (GTK_SWITCH (self->switches[rule]));
  g_autofree char *sentence = ks_attention_rule_dup_sentence (&self->rules, rule, self->day);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[rule]), on ? sentence : _ ("off"));
  if (self->percents[rule] != NULL)
    gtk_widget_set_sensitive (self->percents[rule], on);
  if (self->hours[rule] != NULL)
    gtk_widget_set_sensitive (self->hours[rule], on);
}

static void
changed_cb (Editor *self)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < KS_N_ATTENTION_RULES && error == NULL; i++)
    {
      g_autofree char *setting = dup_setting (self, (KsAttentionRuleId)i);

      if (ks_attention_rules_set (&self->rules, setting, &error))
        show_rule (self, (KsAttentionRuleId)i);
    }
  gtk_label_set_text (GTK_LABEL (self->problem), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
  gtk_widget_set_sensitive (self->save, error == NULL);
}

static void
save_rules (gpointer data)
{
  Editor *self = data;
  KsShell *shell = ks_shell_from_widget (self->page);
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (shell == NULL)
    return;
  if (!ks_set_attention (self->campaign, &self->rules, &outcome, &error))
    ks_shell_show_error (shell, error);
  else if (outcome != NULL)
    ks_shell_show_outcome (shell, outcome);
}

static void
save_cb (Editor *self)
{
  Editor *saving = g_memdup2 (self, sizeof *self);

  g_object_ref (saving->page);
  g_object_ref (saving->campaign);
  ks_shell_with_officer (ks_shell_from_widget (self->page), save_rules, saving, free_editor);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static void
add_switch (Editor *self, guint rule)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (toggle), self->rules.rules[rule].on);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (titles[rule]), -1);
  g_signal_connect_swapped (toggle, "notify::active", G_CALLBACK (changed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[rule]), toggle);
  self->switches[rule] = toggle;
}

static void
add_percent (Editor *self, guint rule)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MOST_PERCENT, 5);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), self->rules.rules[rule].percent);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Per cent of the staff"), -1);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (changed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[rule]), spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[rule]), gtk_label_new ("%"));
  self->percents[rule] = spin;
}

static void
add_hour (Editor *self, guint rule)
{
  GtkWidget *entry = gtk_entry_new ();
  int minute = self->rules.rules[rule].minute;
  g_autofree char *hour
      = g_strdup_printf ("%02d:%02d", minute / MINUTES_PER_HOUR, minute % MINUTES_PER_HOUR);

  gtk_editable_set_text (GTK_EDITABLE (entry), hour);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), HOUR_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), HOUR_CHARS);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (entry, _ ("From this hour of the day on; 24:00 is its end"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("From this hour on"), -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[rule]), entry);
  self->hours[rule] = entry;
}

static gboolean
has_limit (guint rule)
{
  return rule == KS_ATTENTION_RULE_FIRST_LIMIT || rule == KS_ATTENTION_RULE_SECOND_LIMIT;
}

static void
add_rule (Editor *self, GtkWidget *group, guint rule)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (titles[rule]));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  self->rows[rule] = row;
  if (has_limit (rule))
    add_percent (self, rule);
  if (rule != KS_ATTENTION_RULE_OVER_STAFF)
    add_hour (self, rule);
  add_switch (self, rule);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
make_rules (Editor *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Units to which one of these applies are listed as needing attention. Of the two limits "
         "the later one is in force."));
  for (guint i = 0; i < KS_N_ATTENTION_RULES; i++)
    add_rule (self, group, i);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "failure");
  gtk_widget_set_margin_top (self->problem, 8);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->problem);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

static GtkWidget *
make_content (Editor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->save, "suggested-action");
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (save_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_rules (self));
  return box;
}

/**
 * ks_day_rules_present:
 * @page: the page that was asked
 * @campaign: its campaign
 *
 * Lets somebody set what asks for a call on the day.
 */
void
ks_day_rules_present (GtkWidget *page, KsCampaign *campaign)
{
  Editor *self = g_new0 (Editor, 1);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (campaign);
  g_autoptr (GError) error = NULL;

  self->page = g_object_ref (page);
  self->campaign = g_object_ref (campaign);
  self->day = info->day;
  if (!ks_attention_load (campaign, &self->rules, &error))
    {
      ks_shell_show_error (ks_shell_from_widget (page), error);
      free_editor (self);
      return;
    }
  self->window = adw_window_new ();
  g_object_set_data_full (G_OBJECT (self->window), "ks-editor", self, free_editor);
  gtk_window_set_title (GTK_WINDOW (self->window), _ ("Levels of Attention"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (gtk_widget_get_root (page)));
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self->window),
                               (int)(580 * ks_text_scale_get (page, KS_TEXT_USUAL)), 600);
  adw_window_set_content (ADW_WINDOW (self->window), make_content (self));
  ks_escape_closes (self->window);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
