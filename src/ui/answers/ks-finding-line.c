/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-finding-line.h"

#include "ks-finding-sheets.h"
#include "ks-finding-strip.h"
#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-opened-window.h"
#include "ks-row-item.h"
#include "ks-shell.h"

/* A sheet costs several widgets; more are added when somebody asks for them. */
#define STEP 50

struct _KsFindingLine
{
  AdwExpanderRow parent_instance;

  KsCampaign *campaign;
  KsFinding *finding;
  GtkWidget *check;
  KsFindingSheets *reader;
  GPtrArray *sheets; /* of KsMaskedRow: those that are shown */
  GPtrArray *checks; /* of GtkCheckButton, of each sheet that is shown */
  gboolean unfolded; /* what is known of the unit is shown */
  GtkWidget *more;   /* last row; NULL: all sheets are shown */
};

typedef enum
{
  PROP_CHECKED = 1,
} KsFindingLineProperty;

static GParamSpec *properties[PROP_CHECKED + 1];

G_DEFINE_FINAL_TYPE (KsFindingLine, ks_finding_line, ADW_TYPE_EXPANDER_ROW)

static void
ks_finding_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((KsFindingLineProperty)id)
    {
    case PROP_CHECKED:
      g_value_set_boolean (value, ks_finding_line_get_checked (KS_FINDING_LINE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_finding_line_finalize (GObject *object)
{
  KsFindingLine *self = KS_FINDING_LINE (object);

  g_clear_object (&self->campaign);
  ks_finding_free (self->finding);
  g_clear_pointer (&self->reader, ks_finding_sheets_free);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->checks);
  G_OBJECT_CLASS (ks_finding_line_parent_class)->finalize (object);
}

static void
ks_finding_line_class_init (KsFindingLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ks_finding_line_get_property;
  object_class->finalize = ks_finding_line_finalize;
  properties[PROP_CHECKED] = g_param_spec_boolean ("checked", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static char *
dup_minute (const KsMaskedRow *sheet)
{
  return sheet->minute != KS_MOMENT_NONE ? ks_moment_format (sheet->minute)
                                         : g_strdup (_ ("no time"));
}

static void
open_cb (KsFindingLine *self)
{
  ks_opened_window_ask (GTK_WIDGET (self), self->finding);
}

static GtkWidget *
create_letter (const KsMaskedRow *sheet)
{
  g_autofree char *letter = ks_masked_row_dup_letter (sheet);
  g_autofree char *words = g_strdup_printf (_ ("Sheets %s say the same"), letter);
  GtkWidget *label = gtk_label_new (letter);

  gtk_widget_add_css_class (label, "letter");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return label;
}

static void
add_sheet (KsFindingLine *self, const KsMaskedRow *sheet)
{
  g_autofree char *row = ks_format_count (sheet->row);
  g_autofree char *title = g_strdup_printf (_ ("%s, row %s"), sheet->file, row);
  g_autofree char *minute = dup_minute (sheet);
  g_autofree char *subtitle
      = g_strdup_printf ("%s · %s", minute, ks_row_item_name_state (sheet->state));
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line), subtitle);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (check, ks_finding_is_open (self->finding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (line), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), check);
  if (ks_finding_kind_has_equals (self->finding->kind))
    adw_action_row_add_suffix (ADW_ACTION_ROW (line), create_letter (sheet));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), line);
  g_ptr_array_add (self->checks, check);
}

/* Until the survey has ended nobody looks at answers. */
static void
add_opener (KsFindingLine *self)
{
  GtkWidget *line = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Open Sheets…"));
  gboolean open = ks_campaign_is_window_open (self->campaign);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), _ ("Answers are masked"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (line), open ? _ ("Sheets can be opened once the survey has ended")
                                  : _ ("Opening them asks for a reason, which the log keeps"));
  gtk_widget_set_sensitive (button, !open);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), line);
}

static void show_more (KsFindingLine *self);

static void
more_cb (KsFindingLine *self)
{
  guint first = self->checks->len;

  show_more (self);
  if (first < self->checks->len)
    gtk_widget_grab_focus (self->checks->pdata[first]);
}

static void
add_more (KsFindingLine *self)
{
  g_autofree char *left = ks_format_count (self->finding->n_rows - self->checks->len);
  g_autofree char *words = g_strdup_printf (_ ("Show More (%s)"), left);
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "flat");
  self->more = adw_preferences_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->more), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->more), button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->more);
}

static void
show_more (KsFindingLine *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) next = ks_finding_sheets_read (self->reader, STEP, &error);
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  gboolean more = next != NULL && next->len == STEP;

  if (error != NULL && shell != NULL)
    ks_shell_show_error (shell, error);
  if (self->more != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->more);
  self->more = NULL;
  if (next != NULL && next->len > 0 && self->checks->len == 0)
    add_opener (self);
  if (next != NULL)
    g_ptr_array_extend_and_steal (self->sheets, g_steal_pointer (&next));
  while (self->checks->len < self->sheets->len)
    add_sheet (self, self->sheets->pdata[self->checks->len]);
  if (more && self->checks->len < self->finding->n_rows)
    add_more (self);
}

/* What is known of the unit comes before the sheets. */
static void
show_figures (KsFindingLine *self)
{
  g_autoptr (GError) error = NULL;
  KsShell *shell = ks_shell_from_widget (GTK_WIDGET (self));
  KsFindingFigures figures;

  self->unfolded = TRUE;
  if (*self->finding->unit == '\0')
    return;
  if (ks_finding_figures_load (self->campaign, self->finding, &figures, &error))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self),
                              ks_finding_strip_new (self->finding, &figures));
  else if (shell != NULL)
    ks_shell_show_error (shell, error);
}

static void
expanded_cb (KsFindingLine *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  if (!self->unfolded)
    show_figures (self);
  if (self->checks->len == 0 && ks_finding_kind_has_rows (self->finding->kind))
    show_more (self);
}

static void
toggled_cb (KsFindingLine *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKED]);
}

static void
ks_finding_line_init (KsFindingLine *self)
{
  self->checks = g_ptr_array_new ();
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_masked_row_free);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), self->check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

static const char *
name_decision (KsDecision decision)
{
  return decision == KS_DECISION_COUNT     ? _ ("Counted")
         : decision == KS_DECISION_EXCLUDE ? _ ("Not counted")
                                           : _ ("Moved to another unit");
}

static char *
dup_subtitle (const KsFinding *finding, KsUnit *unit)
{
  const char *district = unit != NULL ? ks_unit_get_district_name (unit) : "";
  g_autofree char *when
      = ks_finding_is_open (finding) ? NULL : ks_moment_format (finding->decided);

  if (when == NULL)
    return g_strdup (district);
  return g_strdup_printf ("%s: %s (%s, %s)", name_decision (finding->decision), finding->reason,
                          finding->actor, when);
}

/**
 * ks_finding_line_new:
 * @campaign: a campaign
 * @registry: its units
 * @finding: a finding
 *
 * Returns: (transfer floating): a row of a boxed list
 */
GtkWidget *
ks_finding_line_new (KsCampaign *campaign, KsRegistry *registry, const KsFinding *finding)
{
  KsFindingLine *self = g_object_new (KS_TYPE_FINDING_LINE, NULL);
  KsUnit *unit = ks_registry_lookup (registry, finding->unit);
  g_autofree char *title
      = ks_finding_dup_statement (finding, unit != NULL ? ks_unit_get_name (unit) : NULL);
  g_autofree char *subtitle = dup_subtitle (finding, unit);

  self->campaign = g_object_ref (campaign);
  self->finding = ks_finding_copy (finding);
  self->reader = ks_finding_sheets_new (campaign, finding->id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self),
                                         ks_finding_kind_has_rows (finding->kind)
                                             || *finding->unit != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (self->check, ks_finding_is_open (finding));
  return GTK_WIDGET (self);
}

/**
 * ks_finding_line_get_finding:
 * @self: a line
 *
 * Returns: (transfer none): its finding
 */
const KsFinding *
ks_finding_line_get_finding (KsFindingLine *self)
{
  return self->finding;
}

/**
 * ks_finding_line_get_checked:
 * @self: a line
 *
 * Returns: whether somebody chose it
 */
gboolean
ks_finding_line_get_checked (KsFindingLine *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

/**
 * ks_finding_line_set_checked:
 * @self: a line
 * @checked: whether it is chosen
 */
void
ks_finding_line_set_checked (KsFindingLine *self, gboolean checked)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), checked);
}

/**
 * ks_finding_line_focus:
 * @self: a line
 *
 * Lets the keyboard be there: the space bar chooses it.
 */
void
ks_finding_line_focus (KsFindingLine *self)
{
  gtk_widget_grab_focus (gtk_widget_get_visible (self->check) ? self->check : GTK_WIDGET (self));
}

/**
 * ks_finding_line_collect_left_out:
 * @self: a line
 * @left_out: (element-type gint64): where to
 *
 * Adds the ids of its sheets whose tick was taken out; all others are meant.
 */
void
ks_finding_line_collect_left_out (KsFindingLine *self, GArray *left_out)
{
  for (guint i = 0; i < self->checks->len; i++)
    if (!gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (left_out, ((const KsMaskedRow *)self->sheets->pdata[i])->id);
}
