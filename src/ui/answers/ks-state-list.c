/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-state-list.h"

#include "ks-fact-row.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-row-item.h"

/* A line: which rows it stands for, what they are called in the list and above the table. */
typedef struct
{
  const char *id; /* NULL: all */
  KsReason reason;
  const char *label; /* NULL: the name of the reason */
  const char *sentence;
} Line;

static const Line lines[] = {
  { NULL, KS_REASON_NONE, N_ ("All sheets"), N_ ("All sheets received") },
  { "counted", KS_REASON_NONE, N_ ("Valid"), N_ ("Valid sheets, counted") },
  { "waiting", KS_REASON_NONE, N_ ("Waiting"), N_ ("Sheets waiting, not counted yet") },
  { "outside_window", KS_REASON_OUTSIDE_WINDOW, NULL,
    N_ ("Sheets sent outside the survey time, waiting") },
  { "token_mismatch", KS_REASON_TOKEN_MISMATCH, NULL,
    N_ ("Sheets whose survey code does not match, waiting") },
  { "unknown_unit", KS_REASON_UNKNOWN_UNIT, NULL,
    N_ ("Sheets whose unit is not known, waiting") },
  { "incomplete", KS_REASON_INCOMPLETE, NULL, N_ ("Sheets not fully answered, waiting") },
  { "known_id", KS_REASON_KNOWN_ID, NULL, N_ ("Sheets changed after they came in, waiting") },
  { "excluded", KS_REASON_NONE, N_ ("Not counted"), N_ ("Sheets that an officer left out") },
  { "trial", KS_REASON_NONE, N_ ("Trial Answers"),
    N_ ("Trial answers of before the survey, never counted") },
};

#define N_LINES G_N_ELEMENTS (lines)

struct _KsStateList
{
  AdwBin parent_instance;

  GtkWidget *list;
  KsFactRow *rows[N_LINES];
  gint64 n_rows[N_LINES];
  guint selected;
  gboolean off; /* no line is selected: the page shows something else */
};

typedef enum
{
  PROP_SELECTED = 1,
} KsStateListProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (KsStateList, ks_state_list, ADW_TYPE_BIN)

static void
ks_state_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsStateList *self = KS_STATE_LIST (object);

  switch ((KsStateListProperty)id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, lines[self->selected].id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_state_list_class_init (KsStateListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ks_state_list_get_property;
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
row_selected_cb (KsStateList *self, GtkListBoxRow *row)
{
  if (row == NULL
      || ((guint)gtk_list_box_row_get_index (row) == self->selected && !self->off))
    return;
  self->off = FALSE;
  self->selected = (guint)gtk_list_box_row_get_index (row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
append_line (KsStateList *self, guint index)
{
  const Line *line = &lines[index];
  const char *label
      = line->label != NULL ? _ (line->label) : ks_row_item_name_reason (line->reason);

  self->rows[index] = g_object_new (KS_TYPE_FACT_ROW, "title", label, "selectable", TRUE,
                                    "activatable", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows[index]), line->label != NULL ? "whole" : "part");
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->rows[index]));
}

static void
ks_state_list_init (KsStateList *self)
{
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_add_css_class (self->list, "state-list");
  for (guint i = 0; i < N_LINES; i++)
    append_line (self, i);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Which sheets the table shows"), -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (self->rows[0]));
}

static gint64
count_rows (KsResults *results, guint index)
{
  if (results == NULL)
    return 0;
  if (lines[index].reason != KS_REASON_NONE)
    return ks_results_get_waiting (results, (int)lines[index].reason);
  if (lines[index].id == NULL)
    return ks_results_get_received (results) + ks_results_get_trials (results);
  if (g_str_equal (lines[index].id, "trial"))
    return ks_results_get_trials (results);
  if (g_str_equal (lines[index].id, "counted"))
    return ks_results_get_counted (results);
  if (g_str_equal (lines[index].id, "waiting"))
    return ks_results_get_waiting (results, -1);
  return ks_results_get_excluded (results);
}

/* Reasons that no sheet has, and "not counted" and trials while there are none, stay out of the
 * list. */
static gboolean
is_wanted (KsStateList *self, guint index)
{
  gboolean always = lines[index].reason == KS_REASON_NONE
                    && g_strcmp0 (lines[index].id, "excluded") != 0
                    && g_strcmp0 (lines[index].id, "trial") != 0;

  return always || self->n_rows[index] > 0;
}

/* Of another campaign all sheets are shown first; nobody is told, there is nothing to show yet. */
static void
begin_anew (KsStateList *self)
{
  self->off = FALSE;
  self->selected = 0;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (self->rows[0]));
}

/**
 * ks_state_list_set_results:
 * @self: a list
 * @results: (nullable): where the counts come from; %NULL for none
 *
 * Shows new counts. A selected line that no sheet belongs to any more gives way to all, without
 * coming back where the page shows something else.
 */
void
ks_state_list_set_results (KsStateList *self, KsResults *results)
{
  g_return_if_fail (KS_IS_STATE_LIST (self));

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *count = NULL;

      self->n_rows[i] = count_rows (results, i);
      count = ks_format_count (self->n_rows[i]);
      ks_fact_row_set_figure (self->rows[i], count);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), is_wanted (self, i));
    }
  if (results == NULL)
    begin_anew (self);
  else if (!is_wanted (self, self->selected) && self->off)
    self->selected = 0;
  else if (!is_wanted (self, self->selected))
    ks_state_list_select (self, NULL);
}

/**
 * ks_state_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): id of the state or reason that is selected; %NULL for all
 */
const char *
ks_state_list_get_selected (KsStateList *self)
{
  g_return_val_if_fail (KS_IS_STATE_LIST (self), NULL);

  return lines[self->selected].id;
}

/**
 * ks_state_list_select:
 * @self: a list
 * @id: (nullable): id of a state or a reason; %NULL for all
 *
 * Returns: %FALSE, with nothing changed, if there is no line for @id
 */
gboolean
ks_state_list_select (KsStateList *self, const char *id)
{
  g_return_val_if_fail (KS_IS_STATE_LIST (self), FALSE);

  for (guint i = 0; i < N_LINES; i++)
    if (g_strcmp0 (lines[i].id, id) == 0)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (self->rows[i]));
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_state_list_unselect:
 * @self: a list
 *
 * Selects no line, as the page shows something else; each can be chosen again.
 */
void
ks_state_list_unselect (KsStateList *self)
{
  self->off = TRUE;
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
}

/**
 * ks_state_list_get_sentence:
 * @self: a list
 *
 * Returns: (transfer none): what the rows of the selected line have in common, in words
 */
const char *
ks_state_list_get_sentence (KsStateList *self)
{
  g_return_val_if_fail (KS_IS_STATE_LIST (self), NULL);

  return _ (lines[self->selected].sentence);
}
