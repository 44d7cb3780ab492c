/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-units-page-private.h"

#include "ks-choice-window.h"
#include "ks-entry-dialog.h"
#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-import-events.h"
#include "ks-shell.h"
#include "ks-units-as-of.h"

/* Day and note come first and last; between them stand the codes and names of what comes of it. */
enum
{
  TEXT_DAY,
  TEXT_CODE,
  TEXT_NAME,
};

/* A split makes two units at least; lines for more may stay empty. */
#define N_NEEDED 2

static const char *const code_titles[] = { N_ ("Code since then"), N_ ("Code of the second unit"),
                                           N_ ("Code of a third unit, if any") };
static const char *const name_titles[] = { N_ ("Name since then"), N_ ("Name of the second unit"),
                                           N_ ("Name of a third unit, if any") };

typedef struct
{
  KsUnitsPage *page;
  KsEventKind kind;
  GPtrArray *codes; /* of the units that it is about, with %NULL at the end */
  guint n_after; /* how many there is room for */
} Recording;

static void
free_recording (gpointer data)
{
  Recording *recording = data;

  g_object_unref (recording->page);
  g_clear_pointer (&recording->codes, g_ptr_array_unref);
  g_free (recording);
}

static KsEvent *
read_event (Recording *recording, const char *const *texts, GError **error)
{
  guint n_texts = 2 + 2 * recording->n_after;
  g_autoptr (KsEvent) event = NULL;
  KsDay day = KS_DAY_NONE;

  if (ks_day_read (texts[TEXT_DAY], &day))
    event = ks_plan_event (recording->page->campaign, recording->kind, day, texts[n_texts - 1],
                           (const char *const *)recording->codes->pdata, error);
  else
    event = ks_event_new (KS_DAY_NONE, recording->kind, NULL);
  for (guint i = 0; event != NULL && i < recording->n_after; i++)
    {
      const char *code = texts[TEXT_CODE + 2 * i], *name = texts[TEXT_NAME + 2 * i];

      if (i >= N_NEEDED && *code == '\0' && *name == '\0')
        continue;
      if (!ks_event_add_after (event, code, name, NULL, NULL, error))
        return NULL;
    }
  return event != NULL && ks_event_check (event, error) ? g_steal_pointer (&event) : NULL;
}

static char *
check_event (const char *const *texts, gpointer data)
{
  Recording *recording = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KsEvent) event = NULL;
  KsDay day;

  if (!ks_day_read (texts[TEXT_DAY], &day))
    return g_strdup (_ ("Write the day like 01/4/2024."));
  event = read_event (recording, texts, &error);
  if (event == NULL || !ks_try_event (recording->page->campaign, event, &error))
    return g_strdup (error->message);
  return NULL;
}

/* What is done to the history of the list; whole lists are stored with it, so a thread does it. */
typedef struct
{
  KsUnitsPage *page;
  KsCampaign *campaign;
  KsEvent *event; /* to record, or */
  char *path;     /* of a table of events to record, or */
  gint64 id;      /* of one to take back */
  KsOutcome *outcome;
} Act;

static void
clear_act (gpointer data)
{
  Act *act = data;

  g_object_unref (act->page);
  g_object_unref (act->campaign);
  g_clear_pointer (&act->event, ks_event_free);
  g_free (act->path);
  g_clear_pointer (&act->outcome, ks_outcome_free);
}

static void
unref_act (gpointer act)
{
  g_atomic_rc_box_release_full (act, clear_act);
}

static gboolean
act_func (KsJob *job, gpointer data, GError **error)
{
  Act *act = data;

  if (act->event != NULL)
    return ks_record_event (act->campaign, act->event, &act->outcome, error);
  if (act->path != NULL)
    return ks_import_events (act->campaign, act->path, &act->outcome, job, error);
  return ks_undo_event (act->campaign, act->id, &act->outcome, error);
}

static void
acted_cb (gpointer data, gboolean ok, const GError *error)
{
  Act *act = data;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (act->page));

  if (ok && shell != NULL)
    ks_shell_show_outcome (shell, g_steal_pointer (&act->outcome));
  unref_act (act);
}

static void
run_act (gpointer data)
{
  Act *act = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Recording events"));

  ks_shell_run_job (ks_shell_from_widget (GTK_WIDGET (act->page)), job, act_func,
                    g_atomic_rc_box_acquire (act), unref_act, acted_cb,
                    g_atomic_rc_box_acquire (act));
}

/* Once the log knows who acts. One of the three is told. */
static void
begin_act (KsUnitsPage *self, KsEvent *event, char *path, gint64 id)
{
  Act *act = g_atomic_rc_box_new0 (Act);

  *act = (Act){ g_object_ref (self), g_object_ref (self->campaign), event, path, id, NULL };
  ks_shell_with_officer (ks_shell_from_widget (GTK_WIDGET (self)), run_act, act, unref_act);
}

static void
event_given (const char *const *texts, gpointer data)
{
  Recording *recording = data;
  KsEvent *event = read_event (recording, texts, NULL);

  if (event != NULL)
    begin_act (recording->page, event, NULL, 0);
}

static GPtrArray *
dup_selected_codes (KsUnitsPage *self, KsUnit **first, char **names)
{
  g_autoptr (GPtrArray) units = ks_units_table_dup_all_selected (self->table);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < units->len; i++)
    {
      g_ptr_array_add (codes, g_strdup (ks_unit_get_code (units->pdata[i])));
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", ks_unit_get_name (units->pdata[i]));
    }
  g_ptr_array_add (codes, NULL);
  *first = units->len > 0 ? g_object_ref (units->pdata[0]) : NULL;
  *names = g_string_free (text, FALSE);
  return codes;
}

static void
ask_event (
    KsUnitsPage *self, KsEventKind kind, const char *heading, const char *verb, guint n_after)
{
  g_autoptr (KsUnit) first = NULL;
  g_autofree char *names = NULL;
  g_autofree char *day = ks_units_page_dup_own_day (self);
  g_autofree char *body = NULL;
  Recording *recording = g_new0 (Recording, 1);
  KsEntryQuestion question = { .heading = heading, .verb = verb };

  recording->page = g_object_ref (self);
  recording->kind = kind;
  recording->n_after = n_after;
  recording->codes = dup_selected_codes (self, &first, &names);
  body = g_strdup_printf (_ ("%s. Until the day of this survey (%s) the list changes at once; what "
                             "happens later is kept for the next survey."),
                          names, day);
  question.body = body;
  question.entries[question.n_entries++] = (KsEntrySpec){ _ ("First day on which it holds"), NULL };
  for (guint i = 0; i < n_after; i++)
    {
      question.entries[question.n_entries++] = (KsEntrySpec){
        _ (code_titles[i]), i == 0 ? ks_unit_get_code (first) : NULL
      };
      question.entries[question.n_entries++] = (KsEntrySpec){
        _ (name_titles[i]), i == 0 ? ks_unit_get_name (first) : NULL
      };
    }
  question.entries[question.n_entries++] = (KsEntrySpec){ _ ("Resolution that it rests on"), NULL };
  ks_entry_dialog_ask (GTK_WIDGET (self), &question, check_event, event_given, recording,
                       free_recording);
}

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_event (KS_UNITS_PAGE (widget), KS_EVENT_MERGE, _ ("Merge Units"), _ ("_Merge"), 1);
}

static void
split_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_event (KS_UNITS_PAGE (widget), KS_EVENT_SPLIT, _ ("Split a Unit"), _ ("_Split"), 3);
}

static void
rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_event (KS_UNITS_PAGE (widget), KS_EVENT_RENAME, _ ("Rename From a Day"), _ ("_Rename"), 1);
}

/* The ids of the events, in the order of the rows. */
typedef struct
{
  KsUnitsPage *page;
  GArray *ids;
} History;

static void
free_history (gpointer data)
{
  History *history = data;

  g_object_unref (history->page);
  g_array_unref (history->ids);
  g_free (history);
}

static void
take_back (guint index, gpointer data)
{
  History *history = data;

  if (history->page->campaign != NULL)
    begin_act (history->page, NULL, NULL, g_array_index (history->ids, gint64, index));
}

static void
events_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsUnitsPage *self = KS_UNITS_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = ks_events_load (self->campaign, &error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_choice_row_free);
  const KsChoiceQuestion question = {
    .title = _ ("History of the List"),
    .none = _ ("Nothing Recorded Yet"),
    .verb = _ ("Take Back"),
    .hint = _ ("Select several units to merge them, or one to split or rename it from its menu; or "
               "load a table of events from the menu of the page."),
  };
  History *history;

  if (events == NULL)
    {
      ks_shell_show_error (ks_shell_from_widget (widget), error);
      return;
    }
  history = g_new0 (History, 1);
  history->page = g_object_ref (self);
  history->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < events->len; i++)
    {
      const KsEvent *event = events->pdata[i];
      g_autofree char *day = ks_day_format (event->day);
      KsChoiceRow *row = g_new0 (KsChoiceRow, 1);

      row->title = ks_event_describe (event);
      row->subtitle
          = *event->note != '\0' ? g_strdup_printf ("%s · %s", day, event->note) : g_strdup (day);
      g_ptr_array_add (rows, row);
      g_array_append_val (history->ids, event->id);
    }
  ks_choice_window_present (widget, &question, rows, take_back, history, free_history);
}

static void
file_chosen_cb (GFile *file, gpointer page)
{
  KsUnitsPage *self = KS_UNITS_PAGE (page);

  if (self->campaign != NULL)
    begin_act (self, NULL, g_file_get_path (file), 0);
}

static void
load_events_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_file_dialog_open (widget, _ ("Table of Events"), _ ("Excel workbooks"), ".xlsx",
                       file_chosen_cb, widget);
}

/**
 * ks_units_page_update_event_actions:
 * @self: a page
 *
 * Lets those actions sleep that have nothing to act on.
 */
void
ks_units_page_update_event_actions (KsUnitsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = ks_units_page_is_editable (self);
  guint n_selected = ks_units_table_get_n_selected (self->table);

  gtk_widget_action_set_enabled (widget, "page.merge", editable && n_selected > 1);
  gtk_widget_action_set_enabled (widget, "page.split", editable && n_selected == 1);
  gtk_widget_action_set_enabled (widget, "page.rename", editable && n_selected == 1);
  gtk_widget_action_set_enabled (widget, "page.events", editable);
  gtk_widget_action_set_enabled (widget, "page.load-events", editable);
}

/**
 * ks_units_page_install_event_actions:
 * @widget_class: the class of the page
 *
 * Gives the page the actions that record what happened to units.
 */
void
ks_units_page_install_event_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "page.split", NULL, split_cb);
  gtk_widget_class_install_action (widget_class, "page.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "page.events", NULL, events_cb);
  gtk_widget_class_install_action (widget_class, "page.load-events", NULL, load_events_cb);
}
