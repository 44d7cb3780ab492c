/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-record-dialog.h"

#include "ks-confirm.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-verb-task.h"

/* As many lines that mean nobody as are told. */
#define MAX_TOLD 3

typedef struct
{
  GtkWidget *widget;
  KsCampaign *campaign;
  KsStepKind kind;
  GtkDropDown *what; /* NULL: of districts, where there is no choice */
  GtkTextBuffer *lines;
  GtkLabel *found;
  GtkWindow *dialog;
} Record;

typedef struct
{
  KsStepKind kind;
  KsStepLines *lines;
} Request;

static void
free_record (gpointer data)
{
  Record *record = data;

  g_object_unref (record->campaign);
  g_free (record);
}

static void
free_request (gpointer data)
{
  Request *request = data;

  ks_step_lines_free (request->lines);
  g_free (request);
}

static KsStepKind
get_kind (const Record *record)
{
  return record->what == NULL
             ? record->kind
             : KS_STEP_DONE_RECEIVED + gtk_drop_down_get_selected (record->what);
}

static KsStepLines *
read_lines (const Record *record)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (record->lines, &start, &end);
  text = gtk_text_buffer_get_text (record->lines, &start, &end, FALSE);
  return ks_step_lines_read (record->campaign, get_kind (record), text);
}

static char *
describe (const Record *record, const KsStepLines *lines)
{
  g_autofree char *count = ks_format_count (lines->codes->len);
  g_autofree char *found
      = ks_step_kind_is_of_district (record->kind)
            ? g_strdup_printf (ngettext ("%s district recognised", "%s districts recognised",
                                         lines->codes->len),
                               count)
            : g_strdup_printf (
                ngettext ("%s unit recognised", "%s units recognised", lines->codes->len), count);
  g_autoptr (GString) text = g_string_new (found);

  for (guint i = 0; i < MIN (lines->unknown->len, MAX_TOLD); i++)
    g_string_append_printf (text, "\n%s: %s", _ ("Not certain, left out"),
                            (const char *)lines->unknown->pdata[i]);
  if (lines->unknown->len > MAX_TOLD)
    g_string_append_printf (text, "\n…");
  return g_strdup (text->str);
}

static void
changed_cb (Record *record)
{
  g_autoptr (KsStepLines) lines = read_lines (record);
  g_autofree char *words = describe (record, lines);

  gtk_label_set_text (record->found, words);
  ks_confirm_set_ready (record->dialog, lines->codes->len > 0);
}

/* Of a long list it is quicker to take those away that are still missing. */
static void
fill_cb (Record *record)
{
  g_autofree char *missing = ks_steps_dup_missing (record->campaign, get_kind (record), NULL);

  gtk_text_buffer_set_text (record->lines, missing != NULL ? missing : "", -1);
}

static gboolean
set_steps (KsCampaign *campaign, gpointer data, KsOutcome **outcome, GError **error)
{
  const Request *request = data;

  return ks_set_steps (campaign, request->kind, (const char *const *)request->lines->codes->pdata,
                       TRUE, outcome, error);
}

static void
record_cb (gpointer data)
{
  Record *record = data;
  Request *request = g_new0 (Request, 1);

  request->kind = get_kind (record);
  request->lines = read_lines (record);
  ks_verb_task_run (record->widget, _ ("Keeping what was done"), set_steps, request, free_request);
}

static GtkWidget *
create_choice (Record *record)
{
  const char *const kinds[]
      = { _ ("Have their code"), _ ("Scanned their code"), _ ("Put their sheet up"), NULL };
  GtkWidget *what = gtk_drop_down_new_from_strings (kinds);

  record->what = GTK_DROP_DOWN (what);
  gtk_drop_down_set_selected (record->what, record->kind - KS_STEP_DONE_RECEIVED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (what), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What they did"), -1);
  g_signal_connect_swapped (what, "notify::selected", G_CALLBACK (changed_cb), record);
  return what;
}

static GtkWidget *
create_lines (Record *record)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", view, "min-content-height",
                                      180, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  record->lines = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (view, "sheet-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names or codes, a line each"), -1);
  g_signal_connect_swapped (record->lines, "changed", G_CALLBACK (changed_cb), record);
  return scrolled;
}

static GtkWidget *
create_content (Record *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *fill = gtk_button_new_with_mnemonic (_ ("Fill In _Those Still Missing"));
  GtkWidget *found = gtk_label_new (NULL);

  if (!ks_step_kind_is_of_district (record->kind))
    gtk_box_append (GTK_BOX (box), create_choice (record));
  gtk_box_append (GTK_BOX (box), create_lines (record));
  gtk_widget_set_halign (fill, GTK_ALIGN_START);
  g_signal_connect_swapped (fill, "clicked", G_CALLBACK (fill_cb), record);
  gtk_box_append (GTK_BOX (box), fill);
  record->found = GTK_LABEL (found);
  gtk_label_set_wrap (record->found, TRUE);
  gtk_label_set_xalign (record->found, 0);
  gtk_widget_add_css_class (found, "secondary");
  gtk_box_append (GTK_BOX (box), found);
  return box;
}

/**
 * ks_record_dialog_ask:
 * @widget: a widget of the window to ask in
 * @campaign: its campaign
 * @kind: what is put on record; of units it can be changed there
 *
 * Asks of whom it is put on record.
 */
void
ks_record_dialog_ask (GtkWidget *widget, KsCampaign *campaign, KsStepKind kind)
{
  Record *record = g_new0 (Record, 1);
  KsConfirm question = {
    .heading = ks_step_kind_is_of_district (kind) ? _ ("Packs Sent to Districts")
                                                  : _ ("What Units Have Done"),
    .body = _ ("Paste or type names or codes, a line each, as they stand in the Zalo group or in a "
               "sheet."),
    .verb = _ ("_Record"),
  };

  record->widget = widget;
  record->campaign = g_object_ref (campaign);
  record->kind = kind;
  question.extra = create_content (record);
  record->dialog = ks_confirm_ask (widget, &question, record_cb, record, free_record);
  changed_cb (record);
}
