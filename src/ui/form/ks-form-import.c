/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-import.h"

#include "ks-confirm.h"
#include "ks-form-file.h"
#include "ks-i18n.h"

#define LIST_HEIGHT 300

/* A file being read, and then what it gives. Reference counted, as thread and window hold it. */
typedef struct
{
  KsShell *shell; /* for the main thread alone */
  KsCampaign *campaign;
  char *path;
  KsFormProposal *proposal;
} Reading;

static void
clear_reading (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->campaign);
  g_free (reading->path);
  ks_form_proposal_free (reading->proposal);
}

static void
unref_reading (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_reading);
}

static gboolean
read_func (KsJob *job, gpointer data, GError **error)
{
  Reading *reading = data;

  reading->proposal = ks_read_form_file (reading->path, job, error);
  return reading->proposal != NULL;
}

static void
take (gpointer data)
{
  Reading *reading = data;
  KsOutcome *outcome = NULL;
  g_autoptr (GError) error = NULL;

  if (!ks_import_form (reading->campaign, reading->proposal, &outcome, &error))
    ks_shell_show_error (reading->shell, error);
  else if (outcome != NULL)
    ks_shell_show_outcome (reading->shell, outcome);
  else
    ks_shell_show_message (reading->shell, _ ("The form is the same already; nothing was changed"));
}

static void
confirmed_cb (gpointer data)
{
  Reading *reading = data;

  if (ks_shell_get_campaign (reading->shell) == reading->campaign)
    ks_shell_with_officer (reading->shell, take, g_atomic_rc_box_acquire (reading), unref_reading);
}

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static char *
list_options (const KsQuestion *question)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < question->n_options; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " · " : "", question->options[i].label);
  if (question->type == KS_QUESTION_TEXT)
    g_string_append (list, _ ("text"));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
add_doubts (GtkWidget *box, const KsFormProposal *proposal, const char *question)
{
  for (guint i = 0; i < proposal->doubts->len; i++)
    {
      const KsFormDoubt *doubt = g_ptr_array_index (proposal->doubts, i);

      if (g_strcmp0 (doubt->question, question) == 0)
        gtk_box_append (GTK_BOX (box), create_label (doubt->text, "notice"));
    }
}

static void
add_question (GtkWidget *box, const KsFormProposal *proposal, const KsQuestion *question)
{
  g_autofree char *text = g_strdup_printf ("%s. %s", question->id, question->text);
  g_autofree char *options = list_options (question);

  gtk_box_append (GTK_BOX (box), create_label (text, NULL));
  gtk_box_append (GTK_BOX (box), create_label (options, "caption"));
  add_doubts (box, proposal, question->id);
}

static GtkWidget *
create_list (const KsFormProposal *proposal)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "proposal");
  add_doubts (box, proposal, NULL);
  for (guint i = 0; i < ks_form_get_n_questions (proposal->form); i++)
    add_question (box, proposal, ks_form_get_question (proposal->form, i));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static guint
count_doubtful (const KsFormProposal *proposal)
{
  guint n_doubts = 0;

  for (guint i = 0; i < proposal->doubts->len; i++)
    n_doubts += ((KsFormDoubt *) g_ptr_array_index (proposal->doubts, i))->question != NULL;
  return n_doubts;
}

static char *
dup_body (const KsFormProposal *proposal, KsForm *before)
{
  guint n_questions = ks_form_get_n_questions (proposal->form);
  guint n_before = ks_form_get_n_questions (before);
  guint n_doubts = count_doubtful (proposal);
  g_autofree char *change = g_strdup_printf (
      ngettext ("It has %u question; the form in force has %u.",
                "It has %u questions; the form in force has %u.", n_questions),
      n_questions, n_before);
  g_autofree char *doubts = g_strdup_printf (
      ngettext ("It is proposed from answers; %u question needs a look.",
                "It is proposed from answers; %u questions need a look.", n_doubts),
      n_doubts);

  if (proposal->source != KS_FORM_SOURCE_EXPORT)
    return g_steal_pointer (&change);
  return g_strdup_printf ("%s %s", change, doubts);
}

static void
ask (Reading *reading)
{
  const KsFormProposal *proposal = reading->proposal;
  g_autoptr (KsForm) before = ks_campaign_dup_form (reading->campaign);
  g_autofree char *body = dup_body (proposal, before);
  g_autofree char *heading = g_strdup_printf (_ ("Form of %s"), proposal->file);
  KsConfirm question = {
    .heading = heading,
    .body = body,
    .verb = _ ("_Use This Form"),
    .extra = create_list (proposal),
  };

  ks_confirm_ask (GTK_WIDGET (reading->shell), &question, confirmed_cb,
                  g_atomic_rc_box_acquire (reading), unref_reading);
}

static void
read_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Reading *reading = user_data;

  if (ok && ks_shell_get_campaign (reading->shell) == reading->campaign)
    ask (reading);
  unref_reading (reading);
}

/**
 * ks_form_import_present:
 * @shell: the window
 * @file: what may hold a form
 */
void
ks_form_import_present (KsShell *shell, GFile *file)
{
  g_autoptr (KsJob) job = ks_job_new (_ ("Reading the form"));
  Reading *reading = g_atomic_rc_box_new0 (Reading);

  reading->shell = shell;
  reading->campaign = g_object_ref (ks_shell_get_campaign (shell));
  reading->path = g_file_get_path (file);
  ks_shell_run_job (shell, job, read_func, g_atomic_rc_box_acquire (reading), unref_reading,
                    read_cb, reading);
}
