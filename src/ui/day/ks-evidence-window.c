/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-evidence-window.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-shell.h"
#include "ks-verify-work.h"
#include "ks-work-plan.h"

struct _KsEvidenceWindow
{
  AdwWindow parent_instance;
  KsCampaign *campaign;
  GtkWidget *origin; /* a weak pointer: where it was asked for */
  char *unit;
  GPtrArray *marks;  /* of char: as they are kept */
  guint shown;       /* the mark that the fields tell of */
  gboolean verified; /* as it is kept */
  char *picture;     /* chosen anew: its path; empty: taken away; NULL: as it is */

  GtkWidget *mark;
  GtkWidget *link;
  GtkWidget *note;
  GtkWidget *picture_row;
  GtkWidget *remove;
  GtkWidget *checked_row;
  GtkWidget *checked;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (KsEvidenceWindow, ks_evidence_window, ADW_TYPE_WINDOW)

static void
show_problem (KsEvidenceWindow *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

static void
show_picture (KsEvidenceWindow *self, const char *name)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->picture_row),
                               *name != '\0' ? name : _ ("none"));
  gtk_widget_set_visible (self->remove, *name != '\0');
}

static void
show_mark (KsEvidenceWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsEvidence) evidence
      = ks_load_evidence (self->campaign, self->unit, self->marks->pdata[self->shown], &error);
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  show_problem (self, error != NULL ? error->message : NULL);
  if (evidence == NULL)
    return;
  g_clear_pointer (&self->picture, g_free);
  self->verified = evidence->verified != KS_MOMENT_NONE;
  when = ks_moment_format (evidence->verified);
  text = self->verified ? g_strdup_printf (_ ("%s, %s"), evidence->actor, when)
                        : g_strdup (_ ("Reported by the unit"));
  gtk_editable_set_text (GTK_EDITABLE (self->link), evidence->link);
  gtk_editable_set_text (GTK_EDITABLE (self->note), evidence->note);
  show_picture (self, evidence->picture_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->checked_row), text);
  gtk_switch_set_active (GTK_SWITCH (self->checked), self->verified);
}

static void
keep_outcome (KsEvidenceWindow *self, KsOutcome *outcome)
{
  KsShell *shell = self->origin != NULL ? ks_shell_from_widget (self->origin) : NULL;

  if (shell != NULL && outcome != NULL && ks_outcome_can_undo (outcome))
    ks_shell_show_outcome (shell, outcome);
  else
    g_clear_pointer (&outcome, ks_outcome_free);
}

/* Returns: %FALSE if what stands in the fields cannot be kept, which is said. */
static gboolean
save (KsEvidenceWindow *self)
{
  const char *mark = self->marks->pdata[self->shown];
  const KsEvidenceEdit edit = { gtk_editable_get_text (GTK_EDITABLE (self->link)),
                                gtk_editable_get_text (GTK_EDITABLE (self->note)), self->picture };
  gboolean verified = gtk_switch_get_active (GTK_SWITCH (self->checked));
  g_autoptr (GError) error = NULL;
  KsOutcome *outcome = NULL;

  if (!ks_set_evidence (self->campaign, self->unit, mark, &edit, &outcome, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  keep_outcome (self, outcome);
  outcome = NULL;
  if (verified != self->verified
      && !ks_verify_work (self->campaign, self->unit, mark, verified, &outcome, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  keep_outcome (self, outcome);
  return TRUE;
}

static void
save_and_close (gpointer data)
{
  if (save (data))
    gtk_window_close (data);
}

static void
save_cb (KsEvidenceWindow *self)
{
  KsShell *shell = self->origin != NULL ? ks_shell_from_widget (self->origin) : NULL;

  if (shell != NULL)
    ks_shell_with_officer (shell, save_and_close, g_object_ref (self), g_object_unref);
}

/* What stands in the fields is of the mark that was shown: it is kept before another one is. */
static void
mark_cb (KsEvidenceWindow *self)
{
  guint next = adw_combo_row_get_selected (ADW_COMBO_ROW (self->mark));

  if (self->marks == NULL || next == self->shown || next >= self->marks->len)
    return;
  if (!save (self))
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->mark), self->shown);
      return;
    }
  self->shown = next;
  show_mark (self);
}

static void
chosen (GFile *file, gpointer data)
{
  KsEvidenceWindow *self = data;
  g_autofree char *name = g_file_get_basename (file);

  g_free (self->picture);
  self->picture = g_file_get_path (file);
  show_picture (self, name);
}

static void
choose_cb (KsEvidenceWindow *self)
{
  ks_file_dialog_open (GTK_WIDGET (self), _ ("Picture"), _ ("Pictures"), NULL, chosen, self);
}

static void
remove_cb (KsEvidenceWindow *self)
{
  g_free (self->picture);
  self->picture = g_strdup ("");
  show_picture (self, "");
}

static void
ks_evidence_window_dispose (GObject *object)
{
  KsEvidenceWindow *self = KS_EVIDENCE_WINDOW (object);

  g_clear_weak_pointer (&self->origin);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->picture, g_free);
  G_OBJECT_CLASS (ks_evidence_window_parent_class)->dispose (object);
}

static void
ks_evidence_window_class_init (KsEvidenceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_evidence_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/day/ks-evidence-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, mark);
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, link);
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, note);
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, picture_row);
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, remove);
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, checked_row);
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, checked);
  gtk_widget_class_bind_template_child (widget_class, KsEvidenceWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ks_evidence_window_init (KsEvidenceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GPtrArray *
list_marks (KsWorkSheet *sheet)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (marks, g_strdup ("report"));
  for (int field = KS_WORK_POSTED; field <= KS_WORK_MEETINGS; field++)
    g_ptr_array_add (marks, ks_work_dup_mark ((KsWorkField)field, KS_DAY_NONE));
  for (guint day = 0; day < KS_POST_DAYS; day++)
    g_ptr_array_add (marks, ks_work_dup_mark (KS_WORK_POSTS, ks_work_sheet_get_day (sheet, day)));
  return marks;
}

/* The list is filled before the window knows the marks: nobody picks one by that. */
static void
show_marks (KsEvidenceWindow *self, GPtrArray *marks)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    gtk_string_list_take (labels, ks_work_mark_dup_label (marks->pdata[i]));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->mark), G_LIST_MODEL (labels));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->mark), self->shown);
  self->marks = marks;
}

/**
 * ks_evidence_window_present:
 * @widget: the widget where it is asked for
 * @campaign: a campaign
 * @row: the unit
 * @sheet: what is known of it
 * @column: a column of the grid, whose mark is shown first
 *
 * Returns: (transfer none): the window
 */
KsEvidenceWindow *
ks_evidence_window_present (GtkWidget *widget, KsCampaign *campaign, const KsWorkRow *row,
                            KsWorkSheet *sheet, guint column)
{
  KsEvidenceWindow *self = g_object_new (KS_TYPE_EVIDENCE_WINDOW, NULL);
  guint day = column >= KS_WORK_POSTS ? MIN (column - KS_WORK_POSTS, KS_POST_DAYS - 1) : 0;

  g_set_weak_pointer (&self->origin, widget);
  self->campaign = g_object_ref (campaign);
  self->unit = g_strdup (ks_unit_get_code (row->unit));
  self->shown = column >= KS_N_WORK_COLUMNS
                    ? 0
                    : ks_work_mark_index ((KsWorkField)MIN (column, KS_WORK_POSTS), day);
  show_marks (self, list_marks (sheet));
  show_mark (self);
  gtk_window_set_title (GTK_WINDOW (self), ks_unit_get_name (row->unit));
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
