/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-finding-kinds.h"

#include <string.h>

#include "ks-fact-row.h"
#include "ks-i18n.h"
#include "ks-number.h"

#define DECIDED KS_N_FINDING_KINDS
#define N_LINES (KS_N_FINDING_KINDS + 1)

struct _KsFindingKinds
{
  AdwBin parent_instance;

  GtkListBox *list;
  KsFactRow *rows[N_LINES];
  guint counts[N_LINES];
  guint selected;
  gboolean off; /* no line is selected: the page shows something else */
};

typedef enum
{
  PROP_SELECTED = 1,
} KsFindingKindsProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

G_DEFINE_FINAL_TYPE (KsFindingKinds, ks_finding_kinds, ADW_TYPE_BIN)

static void
ks_finding_kinds_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsFindingKindsProperty)id)
    {
    case PROP_SELECTED:
      g_value_set_uint (value, KS_FINDING_KINDS (object)->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_finding_kinds_class_init (KsFindingKindsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ks_finding_kinds_get_property;
  properties[PROP_SELECTED] = g_param_spec_uint ("selected", NULL, NULL, 0, DECIDED, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
row_selected_cb (KsFindingKinds *self, GtkListBoxRow *row)
{
  if (row == NULL
      || ((guint)gtk_list_box_row_get_index (row) == self->selected && !self->off))
    return;
  self->off = FALSE;
  self->selected = (guint)gtk_list_box_row_get_index (row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
append_line (KsFindingKinds *self, guint index)
{
  const char *label = index == DECIDED ? _ ("Decided") : ks_finding_kind_get_title (index);

  self->rows[index] = g_object_new (KS_TYPE_FACT_ROW, "title", label, "title-lines", 2,
                                    "selectable", TRUE, "activatable", TRUE, NULL);
  gtk_list_box_append (self->list, GTK_WIDGET (self->rows[index]));
}

static void
ks_finding_kinds_init (KsFindingKinds *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "state-list");
  for (guint i = 0; i < N_LINES; i++)
    append_line (self, i);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is to be checked"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
  self->off = TRUE;
}

/**
 * ks_finding_kinds_set_findings:
 * @self: a list
 * @findings: (element-type KsFinding): all findings, open and decided
 *
 * Shows new counts. A kind that has none stays out of the list; the next one takes its place.
 */
void
ks_finding_kinds_set_findings (KsFindingKinds *self, GPtrArray *findings)
{
  guint first = DECIDED;

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < findings->len; i++)
    {
      const KsFinding *finding = g_ptr_array_index (findings, i);

      self->counts[ks_finding_is_open (finding) ? finding->kind : DECIDED]++;
    }
  for (guint i = N_LINES; i > 0; i--)
    {
      g_autofree char *count = ks_format_count (self->counts[i - 1]);

      if (self->counts[i - 1] > 0)
        first = i - 1;
      ks_fact_row_set_figure (self->rows[i - 1], count);
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i - 1]),
                              i - 1 == DECIDED || self->counts[i - 1] > 0);
    }
  if (self->counts[self->selected] > 0)
    return;
  if (self->off)
    self->selected = first;
  else
    ks_finding_kinds_select (self, first);
}

/**
 * ks_finding_kinds_unselect:
 * @self: a list
 *
 * Selects no line, as the page shows something else; each can be chosen again.
 */
void
ks_finding_kinds_unselect (KsFindingKinds *self)
{
  self->off = TRUE;
  gtk_list_box_unselect_all (self->list);
}

/**
 * ks_finding_kinds_is_shown:
 * @self: a list
 *
 * Returns: whether a line is selected
 */
gboolean
ks_finding_kinds_is_shown (KsFindingKinds *self)
{
  return !self->off;
}

/**
 * ks_finding_kinds_get_selected:
 * @self: a list
 *
 * Returns: a #KsFindingKind, or %KS_N_FINDING_KINDS for those that were decided
 */
guint
ks_finding_kinds_get_selected (KsFindingKinds *self)
{
  return self->selected;
}

/**
 * ks_finding_kinds_select:
 * @self: a list
 * @kind: a #KsFindingKind, or %KS_N_FINDING_KINDS
 */
void
ks_finding_kinds_select (KsFindingKinds *self, guint kind)
{
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->rows[kind]));
}
