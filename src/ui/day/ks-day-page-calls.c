/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-page-private.h"

#include "ks-call.h"
#include "ks-day-pane.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-shell.h"

/* A call to be logged once the log knows who acts. */
typedef struct
{
  KsDayPage *page;
  KsCall *call;
} Logging;

static void
free_logging (gpointer data)
{
  Logging *logging = data;

  g_object_unref (logging->page);
  ks_call_free (logging->call);
  g_free (logging);
}

static Logging *
create_logging (KsDayPage *page, const KsDayUnit *unit, KsCallOutcome outcome)
{
  Logging *logging = g_new0 (Logging, 1);

  logging->page = g_object_ref (page);
  logging->call = ks_call_new (FALSE, ks_unit_get_code (unit->unit));
  logging->call->outcome = outcome;
  return logging;
}

/* The list goes on to the next unit, whose call comes next. */
static void
log_call (gpointer data)
{
  Logging *logging = data;
  KsDayPage *self = logging->page;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (shell == NULL || self->campaign == NULL)
    return;
  if (!ks_log_call (self->campaign, logging->call, &outcome, &error))
    {
      ks_shell_show_error (shell, error);
      return;
    }
  ks_shell_show_outcome (shell, outcome);
  ks_day_units_step (KS_DAY_UNITS (self->table), 1);
}

/* @logging: (transfer full) */
static void
begin_logging (Logging *logging)
{
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (logging->page));

  ks_shell_with_officer (shell, log_call, logging, free_logging);
}

static char *
check_time (const char *const *texts, gpointer data)
{
  Logging *logging = data;
  KsMoment now = ks_campaign_now (logging->page->campaign), moment;

  if (!ks_call_read_time (texts[0], now, &moment))
    return g_strdup (_ ("Write the hour as 16:30."));
  return moment <= now ? g_strdup (_ ("This hour has passed.")) : NULL;
}

static char *
check_word (const char *const *texts, gpointer data)
{
  g_autofree char *word = g_strstrip (g_strdup (texts[0]));

  return *word == '\0' ? g_strdup (_ ("Write down what hinders them.")) : NULL;
}

static void
given_cb (const char *const *texts, gpointer data)
{
  Logging *asked = data;
  Logging *logging = g_new0 (Logging, 1);

  logging->page = g_object_ref (asked->page);
  logging->call = g_steal_pointer (&asked->call);
  asked->call = ks_call_new (FALSE, logging->call->code);
  g_free (logging->call->note);
  if (logging->call->outcome == KS_CALL_APPOINTMENT)
    {
      ks_call_read_time (texts[0], ks_campaign_now (asked->page->campaign),
                         &logging->call->appointment);
      logging->call->note = g_strdup (texts[1]);
    }
  else
    logging->call->note = g_strdup (texts[0]);
  begin_logging (logging);
}

/* @logging: (transfer full) */
static void
ask (Logging *logging, const char *unit)
{
  gboolean time = logging->call->outcome == KS_CALL_APPOINTMENT;
  KsEntryQuestion question = {
    .heading = time ? _ ("Promised by When?") : _ ("What Hinders Them?"),
    .body = unit,
    .verb = _ ("_Note Down"),
    .n_entries = time ? 2 : 1,
    .entries = { { time ? _ ("Hour, such as 16:30") : _ ("In a word"), NULL },
                 { _ ("Note"), NULL } },
  };

  ks_entry_dialog_ask (GTK_WIDGET (logging->page), &question, time ? check_time : check_word,
                       given_cb, logging, free_logging);
}

static void
log_call_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsDayPage *self = KS_DAY_PAGE (widget);
  const KsDayUnit *unit = ks_day_units_get_unit (KS_DAY_UNITS (self->table));
  KsCallOutcome outcome = (KsCallOutcome)g_variant_get_int32 (parameter);
  Logging *logging;

  if (unit == NULL || outcome >= KS_N_CALL_OUTCOMES)
    return;
  logging = create_logging (self, unit, outcome);
  if (outcome == KS_CALL_REMINDED || outcome == KS_CALL_UNREACHABLE)
    begin_logging (logging);
  else
    ask (logging, ks_unit_get_name (unit->unit));
}

static void
take_back_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KsDayPage *self = KS_DAY_PAGE (widget);
  KsShell *shell = ks_shell_from_widget (widget);
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (ks_take_back_call (self->campaign, g_variant_get_int64 (parameter), &outcome, &error))
    ks_shell_show_outcome (shell, outcome);
  else
    ks_shell_show_error (shell, error);
}

static void
arm (KsDayPage *self, gboolean armed)
{
  self->armed = armed;
  ks_day_pane_set_armed (KS_DAY_PANE (self->pane), armed);
}

/* Letters belong to what is typed; elsewhere, and on the list of units alone, G is a key. */
static gboolean
takes_keys (KsDayPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return ks_day_page_shows (self, "units") && focus != NULL && !GTK_IS_EDITABLE (focus)
         && !GTK_IS_TEXT_VIEW (focus) && ks_day_units_get_unit (KS_DAY_UNITS (self->table)) != NULL;
}

static gboolean
read_digit (guint key, int *outcome)
{
  if (key >= GDK_KEY_KP_1 && key < GDK_KEY_KP_1 + KS_N_CALL_OUTCOMES)
    *outcome = (int)(key - GDK_KEY_KP_1);
  else if (key >= GDK_KEY_1 && key < GDK_KEY_1 + KS_N_CALL_OUTCOMES)
    *outcome = (int)(key - GDK_KEY_1);
  else
    return FALSE;
  return TRUE;
}

/* In the other views these keys belong to what has the focus: the typing grid turns by itself. */
static gboolean
turn_key (KsDayPage *self, guint key)
{
  if ((key != GDK_KEY_Page_Up && key != GDK_KEY_Page_Down) || !ks_day_page_shows (self, "units"))
    return GDK_EVENT_PROPAGATE;
  ks_day_units_turn (KS_DAY_UNITS (self->table), key == GDK_KEY_Page_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                KsDayPage *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK);
  gboolean armed = self->armed;
  int outcome;

  arm (self, FALSE);
  if (held == GDK_CONTROL_MASK)
    return turn_key (self, key);
  if (held != 0 || !takes_keys (self))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_g || key == GDK_KEY_G)
    {
      arm (self, TRUE);
      return GDK_EVENT_STOP;
    }
  if (!armed || !read_digit (key, &outcome))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "page.log-call", "i", outcome);
  return GDK_EVENT_STOP;
}

/**
 * ks_day_page_install_call_actions:
 * @widget_class: the class of the page
 *
 * Gives the page what logs calls.
 */
void
ks_day_page_install_call_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.log-call", "i", log_call_action_cb);
  gtk_widget_class_install_action (widget_class, "page.take-back-call", "x", take_back_action_cb);
}

/**
 * ks_day_page_add_keys:
 * @self: a page
 *
 * Lets G and a number log a call, and Ctrl+Page Up and Down turn to other districts: before the
 * list scrolls by them. Ctrl+P shows the quick report wherever in the window the focus is.
 */
void
ks_day_page_add_keys (KsDayPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  ks_page_add_key (KS_PAGE (self), GDK_KEY_p, GDK_CONTROL_MASK, "page.brief");
}
