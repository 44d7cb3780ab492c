/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-decide-dialog.h"

#include "ks-decide.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-scope-button.h"
#include "ks-shell.h"

/* What is decided; shared by the dialog and the thread that carries it out. */
typedef struct
{
  KsShell *shell; /* for the main thread alone */
  KsCampaign *campaign;
  KsRegistry *registry;
  KsDecision decision;
  GArray *findings; /* of gint64; or NULL */
  GArray *rows;     /* of gint64; or NULL */
  GArray *left_out; /* of gint64; or NULL */
  GtkWidget *scope; /* of a move: where the unit is picked; lives as long as the dialog */
  char *unit;
  char *reason;
  KsOutcome *outcome;
} Task;

static void
clear_task (gpointer data)
{
  Task *task = data;

  g_object_unref (task->campaign);
  g_object_unref (task->registry);
  g_clear_pointer (&task->findings, g_array_unref);
  g_clear_pointer (&task->rows, g_array_unref);
  g_clear_pointer (&task->left_out, g_array_unref);
  g_clear_pointer (&task->outcome, ks_outcome_free);
  g_free (task->unit);
  g_free (task->reason);
}

static void
unref_task (gpointer task)
{
  g_atomic_rc_box_release_full (task, clear_task);
}

static gboolean
decide_func (KsJob *job, gpointer data, GError **error)
{
  Task *task = data;
  const KsDecideRequest request = { task->decision, task->unit,  task->reason,
                                    task->findings, task->rows, task->left_out };

  return ks_decide_finding (task->campaign, &request, &task->outcome, error);
}

static void
decided_cb (gpointer data, gboolean ok, const GError *error)
{
  Task *task = data;

  if (ok)
    ks_shell_show_outcome (task->shell, g_steal_pointer (&task->outcome));
  unref_task (task);
}

static void
run (gpointer data)
{
  Task *task = data;
  g_autoptr (KsJob) job = ks_job_new (_ ("Deciding"));

  ks_shell_run_job (task->shell, job, decide_func, g_atomic_rc_box_acquire (task), unref_task,
                    decided_cb, g_atomic_rc_box_acquire (task));
}

/* (transfer none) (nullable): the code of the unit that was picked */
static const char *
get_picked (const Task *task)
{
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (task->scope), &scope);
  return scope.kind == KS_SCOPE_UNIT ? scope.code : NULL;
}

static char *
check (const char *const *texts, gpointer data)
{
  const Task *task = data;
  g_autofree char *reason = g_strstrip (g_strdup (texts[0]));

  if (task->decision == KS_DECISION_MOVE && get_picked (task) == NULL)
    return g_strdup (_ ("Choose the unit to which the sheets belong."));
  return *reason == '\0' ? g_strdup (_ ("The reason is kept in the log.")) : NULL;
}

static void
given_cb (const char *const *texts, gpointer data)
{
  Task *task = data;

  task->reason = g_strstrip (g_strdup (texts[0]));
  task->unit = task->decision == KS_DECISION_MOVE ? g_strdup (get_picked (task)) : NULL;
  ks_shell_with_officer (task->shell, run, g_atomic_rc_box_acquire (task), unref_task);
}

/* Only units can be picked; nothing is picked at first. */
static GtkWidget *
create_scope (KsRegistry *registry)
{
  GtkWidget *scope = g_object_new (KS_TYPE_SCOPE_BUTTON, NULL);

  ks_scope_button_set_words (KS_SCOPE_BUTTON (scope), _ ("Unit to which the sheets belong"),
                             _ ("Choose the Unit…"));
  ks_place_button_offer (KS_PLACE_BUTTON (scope), KS_PLACE_ALL, FALSE);
  ks_place_button_offer (KS_PLACE_BUTTON (scope), KS_PLACE_DISTRICT, FALSE);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (scope), registry);
  gtk_widget_set_halign (scope, GTK_ALIGN_FILL);
  return scope;
}

static const char *
get_verb (KsDecision decision)
{
  switch (decision)
    {
    case KS_DECISION_COUNT:
      return _ ("_Count");
    case KS_DECISION_EXCLUDE:
      return _ ("_Do Not Count");
    case KS_DECISION_MOVE:
      return _ ("_Move");
    case KS_DECISION_NONE:
    case KS_N_DECISIONS:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
dup_heading (const KsDecideQuestion *question)
{
  gboolean of_sheets
      = question->rows != NULL || (question->left_out != NULL && question->left_out->len > 0);
  gint64 n = of_sheets ? question->n_sheets : question->findings->len;
  g_autofree char *count = ks_format_count (n);

  if (!of_sheets)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Decide %s Finding",
                                         "Decide %s Findings", (gulong)n),
                            count);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Decide %s Sheet", "Decide %s Sheets", (gulong)n), count);
}

static GArray *
copy_ids (GArray *ids)
{
  return ids != NULL ? g_array_copy (ids) : NULL;
}

/**
 * ks_decide_dialog_ask:
 * @widget: a widget of the window to ask in
 * @asked: what is decided
 *
 * Nothing happens where somebody leaves the question.
 */
void
ks_decide_dialog_ask (GtkWidget *widget, const KsDecideQuestion *asked)
{
  KsShell *shell = ks_shell_from_widget (widget);
  Task *task;
  g_autofree char *heading = NULL;
  KsEntryQuestion question = { .verb = get_verb (asked->decision) };

  if (shell == NULL || ks_shell_get_campaign (shell) == NULL)
    return;
  task = g_atomic_rc_box_new0 (Task);
  task->shell = shell;
  task->campaign = g_object_ref (ks_shell_get_campaign (shell));
  task->registry = ks_campaign_dup_registry (task->campaign);
  task->decision = asked->decision;
  task->findings = copy_ids (asked->findings);
  task->rows = copy_ids (asked->rows);
  task->left_out = copy_ids (asked->left_out);
  heading = dup_heading (asked);
  question.heading = heading;
  if (asked->decision == KS_DECISION_MOVE)
    question.above = task->scope = create_scope (task->registry);
  question.above_changed = "scope-changed";
  question.entries[question.n_entries++].title = _ ("Reason");
  ks_entry_dialog_ask (widget, &question, check, given_cb, task, unref_task);
}
