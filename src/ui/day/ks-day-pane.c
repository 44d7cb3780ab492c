/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-pane.h"

#include <adwaita.h>

#include "ks-actionable.h"
#include "ks-day-cells.h"
#include "ks-day-keys.h"
#include "ks-i18n.h"
#include "ks-icon-button.h"
#include "ks-number.h"
#include "ks-score.h"

#define CALLS_SHOWN 5

struct _KsDayPane
{
  GtkBox parent_instance;

  GtkWidget *name;
  GtkWidget *rate;
  GtkWidget *facts;
  GtkWidget *contact;
  GtkWidget *contact_role;
  GtkWidget *contact_name;
  GtkWidget *phone;
  GtkWidget *copy_phone;
  GtkWidget *missing;
  GtkWidget *calls;
  GtkWidget *log;
  GtkWidget *message;
  GtkWidget *message_title;
  GtkWidget *message_place;
  GtkWidget *message_text;
  GtkWidget *message_note;
  GtkWidget *copy_text;
  char **parts; /* of the text; NULL: there is none */
  guint part;   /* the one that is shown and copied next */
  char *place;  /* code of whom it is for */
};

G_DEFINE_FINAL_TYPE (KsDayPane, ks_day_pane, GTK_TYPE_BOX)

static void
ks_day_pane_finalize (GObject *object)
{
  KsDayPane *self = KS_DAY_PANE (object);

  g_strfreev (self->parts);
  g_free (self->place);
  G_OBJECT_CLASS (ks_day_pane_parent_class)->finalize (object);
}

static void
ks_day_pane_class_init (KsDayPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_day_pane_finalize;

  g_type_ensure (KS_TYPE_DAY_KEYS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-day-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, name);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, rate);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, facts);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, contact);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, contact_role);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, contact_name);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, phone);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, copy_phone);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, missing);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, calls);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, log);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, message);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, message_title);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, message_place);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, message_text);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, message_note);
  gtk_widget_class_bind_template_child (widget_class, KsDayPane, copy_text);
}

static void
ks_day_pane_init (KsDayPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_target (GtkWidget *button, const char *action, const char *text)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (text));

  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/* The head of the working group is the one to call; who types its reports stands in for them. */
static void
show_contact (KsDayPane *self, KsUnit *unit)
{
  const char *head = ks_unit_get_text (unit, KS_UNIT_HEAD);
  const char *typist = ks_unit_get_text (unit, KS_UNIT_TYPIST);
  const char *phone = ks_unit_get_text (unit, KS_UNIT_PHONE);
  const char *name = *head != '\0' ? head : typist;
  gboolean known = *name != '\0' || *phone != '\0';

  gtk_widget_set_visible (self->contact, known);
  gtk_widget_set_visible (self->missing, !known);
  gtk_label_set_text (GTK_LABEL (self->contact_role), *head != '\0' || *typist == '\0'
                                                          ? _ ("Head of the working group")
                                                          : _ ("Civil servant who types data"));
  gtk_label_set_text (GTK_LABEL (self->contact_name), *name != '\0' ? name : _ ("no name given"));
  gtk_label_set_text (GTK_LABEL (self->phone), *phone != '\0' ? phone : _ ("no phone"));
  gtk_widget_set_visible (self->copy_phone, *phone != '\0');
  set_target (self->copy_phone, "page.copy-phone", phone);
}

static char *
dup_rate (const KsDayUnit *unit)
{
  g_autofree char *answers = ks_format_count (unit->answers);
  g_autofree char *staff = ks_format_count (unit->staff);
  g_autofree char *rate = ks_day_dup_unit_rate (unit);

  if (unit->staff <= 0)
    return g_strdup_printf (_ ("%s sheets; the number of staff is not known"), answers);
  return g_strdup_printf (_ ("%s/%s officials · %s"), answers, staff, rate);
}

/* What the table has no room for at all widths. */
static char *
dup_facts (const KsDayUnit *unit)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *last = ks_moment_format (unit->last);
  gint64 change = unit->answers - unit->answers_before;

  if (unit->last != KS_MOMENT_NONE)
    g_string_append_printf (facts, _ ("Last sheet: %s"), last);
  if (change != 0)
    g_string_append_printf (facts, _ ("%s%+d since the import before"), facts->len > 0 ? " · " : "",
                            (int)change);
  if (unit->work.report != NULL)
    g_string_append_printf (facts, _ ("%sreported: %d answered"), facts->len > 0 ? "\n" : "",
                            unit->work.report->answered);
  g_string_append_printf (facts, _ ("%spublicity %u/%d, posts on %u/%d days"),
                          facts->len > 0 ? "\n" : "", unit->work.n_publicity, KS_N_PUBLICITY,
                          unit->work.n_post_days, KS_POST_DAYS);
  if (unit->checking)
    g_string_append_printf (facts, "%s%s", facts->len > 0 ? "\n" : "",
                            _ ("Figures being compared: not named in what is sent."));
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static GtkWidget *
make_call_row (const KsCall *call)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = ks_moment_format (call->called);
  g_autofree char *title = ks_call_dup_words (call);
  g_autofree char *name = g_strdup_printf (_ ("Take back the call of %s"), time);
  GtkWidget *button = ks_icon_button_new ("edit-undo-symbolic", name);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", time, call->actor);
  g_autofree char *action
      = g_strdup_printf ("page.take-back-call(int64 %" G_GINT64_FORMAT ")", call->id);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *call->actor != '\0' ? subtitle : time);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  ks_actionable_set_action (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* The newest first. */
static void
show_calls (KsDayPane *self, GPtrArray *calls)
{
  GtkWidget *row;
  guint n_calls = calls != NULL ? calls->len : 0;

  while ((row = gtk_widget_get_first_child (self->calls)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->calls), row);
  for (guint i = 0; i < MIN (n_calls, CALLS_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->calls), make_call_row (calls->pdata[n_calls - 1 - i]));
  gtk_widget_set_visible (self->calls, n_calls > 0);
}

/**
 * ks_day_pane_show_unit:
 * @self: a pane
 * @snapshot: (nullable): what the page shows
 * @unit: (nullable): a unit of it
 *
 * Shows a unit.
 */
void
ks_day_pane_show_unit (KsDayPane *self, KsDaySnapshot *snapshot, const KsDayUnit *unit)
{
  g_autofree char *rate = NULL, *facts = NULL;
  gboolean known = snapshot != NULL && unit != NULL;

  g_return_if_fail (KS_IS_DAY_PANE (self));

  gtk_label_set_text (GTK_LABEL (self->name), known ? ks_unit_get_name (unit->unit) : "");
  gtk_widget_set_visible (self->log, known);
  gtk_widget_set_visible (self->facts, FALSE);
  gtk_widget_set_visible (self->contact, known);
  gtk_widget_set_visible (self->missing, FALSE);
  gtk_label_set_text (GTK_LABEL (self->rate), "");
  show_calls (self, known ? ks_day_calls_lookup (snapshot->calls, ks_unit_get_code (unit->unit))
                          : NULL);
  if (!known)
    return;
  rate = dup_rate (unit);
  facts = dup_facts (unit);
  gtk_label_set_text (GTK_LABEL (self->rate), rate);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, *facts != '\0');
  show_contact (self, unit->unit);
}

/**
 * ks_day_pane_set_armed:
 * @self: a pane
 * @armed: whether a number is awaited
 *
 * Shows that G was pressed.
 */
void
ks_day_pane_set_armed (KsDayPane *self, gboolean armed)
{
  g_return_if_fail (KS_IS_DAY_PANE (self));

  ks_day_keys_set_armed (KS_DAY_KEYS (self->log), armed);
}

static void
show_part (KsDayPane *self)
{
  guint n_parts = self->parts != NULL ? g_strv_length (self->parts) : 0;
  g_autofree char *label = n_parts > 1
                               ? g_strdup_printf (_ ("Copy Part %u of %u"), self->part + 1, n_parts)
                               : g_strdup (_ ("Copy"));

  gtk_label_set_text (GTK_LABEL (self->message_text), n_parts > 0 ? self->parts[self->part] : "");
  gtk_widget_set_visible (self->message_text, n_parts > 0);
  gtk_button_set_label (GTK_BUTTON (self->copy_text), label);
}

static void
show_problem (KsDayPane *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->message_note), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->message_note, problem != NULL);
}

/**
 * ks_day_pane_show_message:
 * @self: a pane
 * @snapshot: (nullable): what the page shows
 * @district: (nullable): for whom the text is: a district, or the province
 * @index: the district's place in the office's order; beyond the last: the province
 *
 * Shows the text that can be sent to the group of a district.
 */
void
ks_day_pane_show_message (KsDayPane *self, KsDaySnapshot *snapshot, const KsDayDistrict *district,
                          guint index)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL, *place = NULL;
  guint n_districts;

  g_return_if_fail (KS_IS_DAY_PANE (self));

  gtk_widget_set_visible (self->message, snapshot != NULL && district != NULL);
  g_clear_pointer (&self->parts, g_strfreev);
  if (snapshot == NULL || district == NULL)
    return;
  self->parts = ks_remind_dup_parts (snapshot->words, snapshot->figures, district->code, NULL,
                                     &error);
  if (g_strcmp0 (self->place, district->code) != 0 || self->parts == NULL
      || self->part >= g_strv_length (self->parts))
    self->part = 0;
  g_free (self->place);
  self->place = g_strdup (district->code);
  title = g_strdup_printf (_ ("Text for the Zalo Group: %s"), district->name);
  ks_day_figures_get_districts (snapshot->figures, &n_districts);
  place = index < n_districts ? g_strdup_printf ("%u/%u", index + 1, n_districts) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->message_title), title);
  gtk_label_set_text (GTK_LABEL (self->message_place), place);
  show_part (self);
  show_problem (self, error != NULL ? error->message : NULL);
}

/**
 * ks_day_pane_take_text:
 * @self: a pane
 * @message: (out) (transfer full): what was taken, in words
 *
 * Takes the text to be sent; where it has several parts, each in its turn.
 *
 * Returns: (transfer full) (nullable): the text; %NULL: there is none
 */
char *
ks_day_pane_take_text (KsDayPane *self, char **message)
{
  guint n_parts;
  char *text;

  g_return_val_if_fail (KS_IS_DAY_PANE (self), NULL);

  if (self->parts == NULL || self->parts[0] == NULL)
    return NULL;
  n_parts = g_strv_length (self->parts);
  text = g_strdup (self->parts[self->part]);
  *message = n_parts > 1
                 ? g_strdup_printf (_ ("Part %u of %u was copied."), self->part + 1, n_parts)
                 : g_strdup (_ ("The text was copied."));
  self->part = (self->part + 1) % n_parts;
  show_part (self);
  return text;
}
