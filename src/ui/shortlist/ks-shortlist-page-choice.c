/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-shortlist-page-private.h"

#include "ks-bar-unit.h"
#include "ks-choice-foot.h"
#include "ks-choose.h"
#include "ks-entry-dialog.h"
#include "ks-i18n.h"
#include "ks-nominee-window.h"
#include "ks-text.h"
#include "ks-verb-task.h"

/* One change of the list of proposals, made of what is kept when its turn comes: two quick ticks do
 * not undo each other. */
typedef struct
{
  KsNominee *before; /* NULL: somebody is added */
  KsNominee *after;  /* NULL: somebody is taken off */
  int by;            /* places to move */
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->before, ks_nominee_free);
  g_clear_pointer (&change->after, ks_nominee_free);
  g_free (change);
}

static guint
find_nominee (GPtrArray *nominees, const KsNominee *nominee)
{
  for (guint i = 0; i < nominees->len; i++)
    if (ks_nominee_equal (nominees->pdata[i], nominee))
      return i;
  return G_MAXUINT;
}

static void
move_nominee (GPtrArray *nominees, guint index, int by)
{
  int place = CLAMP ((int)index + by, 0, (int)nominees->len - 1);

  g_ptr_array_insert (nominees, place, g_ptr_array_steal_index (nominees, index));
}

static void
make_change (GPtrArray *nominees, const Change *change)
{
  guint index = change->before != NULL ? find_nominee (nominees, change->before) : G_MAXUINT;

  if (change->before == NULL)
    g_ptr_array_add (nominees, ks_nominee_copy (change->after));
  else if (index == G_MAXUINT)
    return;
  else if (change->by != 0)
    move_nominee (nominees, index, change->by);
  else
    {
      g_ptr_array_remove_index (nominees, index);
      if (change->after != NULL)
        g_ptr_array_insert (nominees, (int)index, ks_nominee_copy (change->after));
    }
}

static gboolean
change_func (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  g_autoptr (GPtrArray) nominees = ks_nominees_load (campaign, error);

  if (nominees == NULL)
    return FALSE;
  make_change (nominees, data);
  return ks_choose (campaign, nominees, outcome, error);
}

static void
run_change (KsShortlistPage *self, const KsNominee *before, const KsNominee *after, int by)
{
  Change *change = g_new0 (Change, 1);

  change->before = before != NULL ? ks_nominee_copy (before) : NULL;
  change->after = after != NULL ? ks_nominee_copy (after) : NULL;
  change->by = by;
  ks_verb_task_run (GTK_WIDGET (self), _ ("Keeping the list of proposals"), change_func, change,
                    free_change);
}

static const KsNominee *
find_unit_nominee (const KsShortlist *list, const char *code)
{
  for (guint i = 0; i < list->nominees->len; i++)
    {
      const KsNominee *nominee = list->nominees->pdata[i];

      if (nominee->kind == KS_NOMINEE_UNIT && g_str_equal (nominee->unit, code))
        return nominee;
    }
  return NULL;
}

/* A question about a unit. */
typedef struct
{
  KsShortlistPage *page;
  char *code;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->page);
  g_free (question->code);
  g_free (question);
}

static Question *
new_question (KsShortlistPage *self, const char *code)
{
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->code = g_strdup (code);
  return question;
}

static char *
check_reason (const char *const *texts, gpointer data)
{
  g_autofree char *reason = ks_text_clean (texts[0]);

  return *reason == '\0' ? g_strdup (_ ("Write the reason.")) : NULL;
}

static void
choose_with_reason (const char *const *texts, gpointer data)
{
  const Question *question = data;
  g_autoptr (KsNominee) nominee = ks_nominee_new_unit (question->code, texts[0]);

  run_change (question->page, NULL, nominee, 0);
}

static void
ask_reason (KsShortlistPage *self, const KsCandidate *candidate)
{
  g_autofree char *heading = g_strdup_printf (_ ("Choose %s?"), ks_unit_get_name (candidate->unit));
  const KsEntryQuestion question = {
    .heading = heading,
    .body = _ ("It stands outside the suggestion. The reason is kept with the choice and stands in "
               "the log."),
    .verb = _ ("_Choose"),
    .n_entries = 1,
    .entries = { { _ ("Reason"), NULL } },
  };

  ks_entry_dialog_ask (GTK_WIDGET (self), &question, check_reason, choose_with_reason,
                       new_question (self, ks_unit_get_code (candidate->unit)), free_question);
}

static void
choose (KsShortlistPage *self, const KsShortlist *list, const KsCandidate *candidate)
{
  g_autoptr (KsNominee) nominee = NULL;

  if (!candidate->eligible)
    return;
  if (!ks_shortlist_is_suggested (list, candidate))
    {
      ask_reason (self, candidate);
      return;
    }
  nominee = ks_nominee_new_unit (ks_unit_get_code (candidate->unit), NULL);
  run_change (self, NULL, nominee, 0);
}

/* While names are hidden nobody is chosen: the scale comes first. */
static const KsCandidate *
find_candidate (KsShortlistPage *self, GVariant *code)
{
  return ks_shortlist_page_is_blind (self) ? NULL
                                           : ks_shortlist_find (ks_shortlist_page_get_list (self),
                                                                g_variant_get_string (code, NULL));
}

static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *code)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);
  const KsShortlist *list = ks_shortlist_page_get_list (self);
  const KsCandidate *candidate = find_candidate (self, code);
  const KsNominee *chosen;

  if (candidate == NULL)
    return;
  chosen = find_unit_nominee (list, ks_unit_get_code (candidate->unit));
  if (chosen != NULL)
    run_change (self, chosen, NULL, 0);
  else
    choose (self, list, candidate);
}

static gboolean
bar_func (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  char **texts = data;

  return ks_bar_unit (campaign, texts[0], texts[1], outcome, error);
}

static gboolean
unbar_func (KsCampaign *campaign, gpointer code, KsOutcome **outcome, GError **error)
{
  return ks_unbar_unit (campaign, code, outcome, error);
}

static void
bar_with_reason (const char *const *texts, gpointer data)
{
  const Question *question = data;
  const char *const words[] = { question->code, texts[0], NULL };

  ks_verb_task_run (GTK_WIDGET (question->page), _ ("Leaving out a unit"), bar_func,
                    g_strdupv ((char **)words), (GDestroyNotify)g_strfreev);
}

static void
bar_cb (GtkWidget *widget, const char *action, GVariant *code)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);
  const KsCandidate *candidate = find_candidate (self, code);
  g_autofree char *heading = NULL;
  KsEntryQuestion question = {
    .body
    = _ ("The unit is not ranked any more; it stays at the end of the list with the reason, and "
         "can take part again at any time."),
    .verb = _ ("_Leave Out"),
    .n_entries = 1,
    .entries = { { _ ("Reason"), NULL } },
  };

  if (candidate == NULL)
    return;
  heading = g_strdup_printf (_ ("Leave Out %s?"), ks_unit_get_name (candidate->unit));
  question.heading = heading;
  ks_entry_dialog_ask (widget, &question, check_reason, bar_with_reason,
                       new_question (self, ks_unit_get_code (candidate->unit)), free_question);
}

static void
unbar_cb (GtkWidget *widget, const char *action, GVariant *code)
{
  if (find_candidate (KS_SHORTLIST_PAGE (widget), code) != NULL)
    ks_verb_task_run (widget, _ ("Letting a unit take part"), unbar_func,
                      g_variant_dup_string (code, NULL), g_free);
}

static void
show_findings_cb (GtkWidget *widget, const char *action, GVariant *code)
{
  if (find_candidate (KS_SHORTLIST_PAGE (widget), code) == NULL)
    return;
  ks_shell_show_page (ks_shell_from_widget (widget), "answers", g_variant_get_string (code, NULL));
}

/* A proposal that is filled in in a window of its own. */
static void
edited_cb (KsNomineeWindow *window, gpointer data)
{
  KsShortlistPage *self = data;
  const KsNominee *before = g_object_get_data (G_OBJECT (window), "before");
  g_autoptr (KsNominee) after = ks_nominee_window_dup_nominee (window);

  if (before == NULL || !ks_nominee_equal (before, after))
    run_change (self, before, after, 0);
}

/* @before: NULL for somebody new. */
static void
edit (KsShortlistPage *self, const KsNominee *before, KsNomineeKind kind)
{
  const KsShortlist *list = ks_shortlist_page_get_list (self);
  g_autoptr (KsNominee) nominee = before != NULL ? ks_nominee_copy (before) : ks_nominee_new (kind);
  GtkWidget *window = ks_nominee_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                             self->campaign, ks_shortlist_copy (list), nominee,
                                             before != NULL ? _ ("_Keep") : _ ("_Add to the List"));

  if (before != NULL)
    g_object_set_data_full (G_OBJECT (window), "before", ks_nominee_copy (before),
                            (GDestroyNotify)ks_nominee_free);
  g_signal_connect_object (window, "done", G_CALLBACK (edited_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
add_person_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!ks_shortlist_page_is_blind (KS_SHORTLIST_PAGE (widget)))
    edit (KS_SHORTLIST_PAGE (widget), NULL, KS_NOMINEE_PERSON);
}

static void
add_collective_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!ks_shortlist_page_is_blind (KS_SHORTLIST_PAGE (widget)))
    edit (KS_SHORTLIST_PAGE (widget), NULL, KS_NOMINEE_COLLECTIVE);
}

static const KsNominee *
get_nominee (KsShortlistPage *self, guint index)
{
  const KsShortlist *list = ks_shortlist_page_get_list (self);

  return list != NULL && index < list->nominees->len ? list->nominees->pdata[index] : NULL;
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *index)
{
  const KsNominee *nominee = get_nominee (KS_SHORTLIST_PAGE (widget), g_variant_get_uint32 (index));

  if (nominee != NULL)
    edit (KS_SHORTLIST_PAGE (widget), nominee, nominee->kind);
}

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *index)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);
  guint place = g_variant_get_uint32 (index);
  const KsNominee *nominee = get_nominee (self, place);

  if (nominee == NULL)
    return;
  ks_choice_foot_focus_next (KS_CHOICE_FOOT (self->foot), place > 0 ? place - 1 : 0);
  run_change (self, nominee, NULL, 0);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsShortlistPage *self = KS_SHORTLIST_PAGE (widget);
  const KsNominee *nominee;
  guint index;
  int by;

  g_variant_get (parameter, "(ui)", &index, &by);
  nominee = get_nominee (self, index);
  if (nominee == NULL || get_nominee (self, (guint)((int)index + by)) == NULL)
    return;
  ks_choice_foot_focus_next (KS_CHOICE_FOOT (self->foot), (guint)((int)index + by));
  run_change (self, nominee, NULL, by);
}

static void
make_papers_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ks_shell_show_page (ks_shell_from_widget (widget), "papers", "proposal");
}

/**
 * ks_shortlist_page_install_choice:
 * @klass: the class of the page
 *
 * Installs what can be done with units and with the list of proposals.
 */
void
ks_shortlist_page_install_choice (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "page.toggle-choice", "s", toggle_cb);
  gtk_widget_class_install_action (klass, "page.bar-unit", "s", bar_cb);
  gtk_widget_class_install_action (klass, "page.unbar-unit", "s", unbar_cb);
  gtk_widget_class_install_action (klass, "page.show-findings", "s", show_findings_cb);
  gtk_widget_class_install_action (klass, "page.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (klass, "page.add-collective", NULL, add_collective_cb);
  gtk_widget_class_install_action (klass, "page.edit-nominee", "u", edit_cb);
  gtk_widget_class_install_action (klass, "page.remove-nominee", "u", remove_cb);
  gtk_widget_class_install_action (klass, "page.move-nominee", "(ui)", move_cb);
  gtk_widget_class_install_action (klass, "page.make-papers", NULL, make_papers_cb);
}
