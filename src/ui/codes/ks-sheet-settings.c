/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-sheet-settings.h"

#include "ks-guide-words.h"
#include "ks-i18n.h"
#include "ks-scope-button.h"
#include "ks-units-button.h"

/* A row of the list of what can be made. */
typedef struct
{
  KsLayout layout;
  gboolean packs;
  const char *title;
  const char *text;
} Kind;

static const Kind kinds[] = {
  { KS_LAYOUT_POSTER, FALSE, N_ ("Poster with QR code"), N_ ("one for each unit") },
  { KS_LAYOUT_ANNEX, FALSE, N_ ("List of QR codes"), N_ ("annex of the plan") },
  { KS_LAYOUT_GUIDE, FALSE, N_ ("Guide for working groups"), N_ ("one sheet") },
  { KS_LAYOUT_LABELS, FALSE, N_ ("Labels"), N_ ("many codes on a sheet") },
  { KS_LAYOUT_CARDS, FALSE, N_ ("Table cards"), N_ ("to be folded") },
  { KS_LAYOUT_IMAGE, FALSE, N_ ("Pictures for Zalo"), N_ ("PNG, SVG") },
  { KS_LAYOUT_POSTER, TRUE, N_ ("Packs by district"), N_ ("a ZIP each") },
};

struct _KsSheetSettings
{
  AdwBin parent_instance;

  KsRegistry *registry;

  GtkWidget *kind_list;
  GtkWidget *checks[G_N_ELEMENTS (kinds)];
  GtkWidget *units;
  GtkWidget *order_row;
  GtkWidget *order;
  GtkWidget *from_row;
  GtkWidget *from;
  GtkWidget *paper_row;
  GtkWidget *a3;
  GtkWidget *two_a5;
  GtkWidget *columns_row;
  GtkWidget *two_columns;
  GtkWidget *district_row;
  GtkWidget *district_pages;
  GtkWidget *grid_row;
  GtkWidget *grid;
  GtkWidget *skip_row;
  GtkWidget *skip;
  GtkWidget *copies_row;
  GtkWidget *copies;
  GtkWidget *format_row;
  GtkWidget *svg;
  GtkWidget *ink_row;
  GtkWidget *save_ink;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsSheetSettings, ks_sheet_settings, ADW_TYPE_BIN)

static const Kind *
get_kind (KsSheetSettings *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      return &kinds[i];
  return &kinds[0];
}

/* Only what the layout has a use for is asked. */
static void
show_rows (KsSheetSettings *self)
{
  const Kind *kind = get_kind (self);
  gboolean poster = kind->layout == KS_LAYOUT_POSTER && !kind->packs;
  gboolean labels = kind->layout == KS_LAYOUT_LABELS;
  /* A list is in the office's own order, and whole. */
  gboolean single = !ks_layout_is_list (kind->layout) && !kind->packs;

  gtk_widget_set_visible (self->from_row, single);
  gtk_widget_set_visible (self->order_row, single);
  gtk_widget_set_visible (self->paper_row, poster);
  gtk_widget_set_visible (self->columns_row, kind->layout == KS_LAYOUT_ANNEX);
  gtk_widget_set_visible (self->district_row, kind->layout == KS_LAYOUT_ANNEX);
  gtk_widget_set_visible (self->grid_row, labels);
  gtk_widget_set_visible (self->skip_row, labels);
  gtk_widget_set_visible (self->copies_row, poster || labels || kind->layout == KS_LAYOUT_CARDS);
  gtk_widget_set_visible (self->format_row, kind->layout == KS_LAYOUT_IMAGE);
  gtk_widget_set_visible (self->ink_row, !kind->packs);
  /* Packs are of whole districts. */
  ks_place_button_offer (KS_PLACE_BUTTON (self->units), KS_PLACE_UNIT, !kind->packs);
}

static void
choice_changed_cb (KsSheetSettings *self)
{
  show_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* It goes on from no unit that is not printed at all. */
static void
units_changed_cb (KsSheetSettings *self)
{
  KsScope from;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->from), &from);
  if (from.kind == KS_SCOPE_UNIT && !ks_units_button_has (KS_UNITS_BUTTON (self->units), from.code))
    ks_scope_button_select (KS_SCOPE_BUTTON (self->from), "");
  choice_changed_cb (self);
}

/* One radio button goes off where another goes on: once is enough. */
static void
kind_toggled_cb (KsSheetSettings *self, GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    choice_changed_cb (self);
}

static void
paper_toggled_cb (KsSheetSettings *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    choice_changed_cb (self);
}

static void
add_kind (KsSheetSettings *self, guint index)
{
  const Kind *kind = &kinds[index];
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *text = gtk_label_new (_ (kind->text));

  self->checks[index] = check;
  if (index > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->checks[0]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->title), -1);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "secondary");
  gtk_widget_add_css_class (row, "setting");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (kind->title));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), text);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (self->kind_list), row);
}

static void
fill_kinds (KsSheetSettings *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[0]), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_signal_connect_swapped (self->checks[i], "toggled", G_CALLBACK (kind_toggled_cb), self);
}

/* The office's own sheet, which its texts name, comes first; it is the usual one where none is. */
static void
fill_grids (KsSheetSettings *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("As set"));
  for (guint i = 0; i < ks_label_preset_count (); i++)
    gtk_string_list_take (names, ks_label_preset_dup_name (i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->grid), G_LIST_MODEL (names));
  g_signal_connect_swapped (self->order, "notify::selected", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect_swapped (self->grid, "notify::selected", G_CALLBACK (choice_changed_cb), self);
}

static void
ks_sheet_settings_dispose (GObject *object)
{
  g_clear_object (&KS_SHEET_SETTINGS (object)->registry);
  G_OBJECT_CLASS (ks_sheet_settings_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/codes/ks-sheet-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, kind_list);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, units);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, order_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, order);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, from_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, from);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, paper_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, a3);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, two_a5);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, columns_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, two_columns);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, district_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, district_pages);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, grid_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, grid);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, skip_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, skip);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, copies_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, copies);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, format_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, svg);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, ink_row);
  gtk_widget_class_bind_template_child (widget_class, KsSheetSettings, save_ink);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, units_changed_cb);
}

static void
ks_sheet_settings_class_init (KsSheetSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_sheet_settings_dispose;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_SHEET_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_SCOPE_BUTTON);
  g_type_ensure (KS_TYPE_UNITS_BUTTON);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ks_sheet_settings_init (KsSheetSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_kinds (self);
  fill_grids (self);
  ks_place_button_offer (KS_PLACE_BUTTON (self->from), KS_PLACE_DISTRICT, FALSE);
  ks_scope_button_set_words (KS_SCOPE_BUTTON (self->from), _ ("Go on from"), _ ("the first sheet"));
  show_rows (self);
}

/**
 * ks_sheet_settings_set_registry:
 * @self: the settings
 * @registry: (nullable): the units to choose from
 *
 * Offers other units, without telling of a change.
 */
void
ks_sheet_settings_set_registry (KsSheetSettings *self, KsRegistry *registry)
{
  g_return_if_fail (KS_IS_SHEET_SETTINGS (self));

  if (!g_set_object (&self->registry, registry))
    return;
  ks_units_button_set_registry (KS_UNITS_BUTTON (self->units), registry);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->from), registry);
}

/**
 * ks_sheet_settings_select:
 * @self: the settings
 * @code: of a district or unit; empty for the province
 *
 * Returns: %FALSE, with nothing changed, if nothing has that code
 */
gboolean
ks_sheet_settings_select (KsSheetSettings *self, const char *code)
{
  g_return_val_if_fail (KS_IS_SHEET_SETTINGS (self), FALSE);

  if (!ks_units_button_select (KS_UNITS_BUTTON (self->units), code))
    return FALSE;
  units_changed_cb (self);
  return TRUE;
}

/**
 * ks_sheet_settings_get_layout:
 * @self: the settings
 *
 * Returns: the layout wanted
 */
KsLayout
ks_sheet_settings_get_layout (KsSheetSettings *self)
{
  g_return_val_if_fail (KS_IS_SHEET_SETTINGS (self), KS_LAYOUT_POSTER);

  return get_kind (self)->layout;
}

/**
 * ks_sheet_settings_set_layout:
 * @self: the settings
 * @layout: a layout
 *
 * Chooses the layout as a click would.
 */
void
ks_sheet_settings_set_layout (KsSheetSettings *self, KsLayout layout)
{
  g_return_if_fail (KS_IS_SHEET_SETTINGS (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].layout == layout && !kinds[i].packs)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]), TRUE);
}

/**
 * ks_sheet_settings_get_packs:
 * @self: the settings
 *
 * Returns: whether a pack for every district is wanted, with sheets of several layouts in it
 */
gboolean
ks_sheet_settings_get_packs (KsSheetSettings *self)
{
  g_return_val_if_fail (KS_IS_SHEET_SETTINGS (self), FALSE);

  return get_kind (self)->packs;
}

/**
 * ks_sheet_settings_dup_districts:
 * @self: the settings
 *
 * Returns: (transfer full) (nullable): the codes of the districts of which a unit is chosen; %NULL:
 *   all
 */
char **
ks_sheet_settings_dup_districts (KsSheetSettings *self)
{
  g_return_val_if_fail (KS_IS_SHEET_SETTINGS (self), NULL);

  return ks_units_button_dup_districts (KS_UNITS_BUTTON (self->units));
}

/**
 * ks_sheet_settings_go_on:
 * @self: the settings
 * @missing: (element-type utf8): codes of the units whose sheets did not come out, as they would
 *   have
 * @in_order: whether these are the last ones in the order of the settings
 *
 * Asks for the sheets that are missing: from the first of them on, or for these alone.
 */
void
ks_sheet_settings_go_on (KsSheetSettings *self, GPtrArray *missing, gboolean in_order)
{
  g_return_if_fail (KS_IS_SHEET_SETTINGS (self));
  g_return_if_fail (missing->len > 0);

  if (in_order && gtk_widget_get_visible (self->from_row))
    ks_scope_button_select (KS_SCOPE_BUTTON (self->from), g_ptr_array_index (missing, 0));
  else
    ks_units_button_choose (KS_UNITS_BUTTON (self->units), missing);
  units_changed_cb (self);
}

/**
 * ks_sheet_settings_get_format:
 * @self: the settings
 *
 * Returns: of which kind pictures shall be
 */
KsPictureFormat
ks_sheet_settings_get_format (KsSheetSettings *self)
{
  g_return_val_if_fail (KS_IS_SHEET_SETTINGS (self), KS_FORMAT_PNG);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->svg)) ? KS_FORMAT_SVG
                                                                      : KS_FORMAT_PNG;
}

/**
 * ks_layout_get_title:
 * @layout: a layout
 *
 * Returns: (transfer none): what people call it
 */
const char *
ks_layout_get_title (KsLayout layout)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].layout == layout)
      return _ (kinds[i].title);
  return "";
}

/**
 * ks_layout_get_file_name:
 * @layout: a layout
 *
 * Returns: (transfer none): what its file is called, which is for others than the officer: in
 *   Vietnamese
 */
const char *
ks_layout_get_file_name (KsLayout layout)
{
  static const char *const names[] = {
    [KS_LAYOUT_POSTER] = "Tờ niêm yết mã QR.pdf",
    [KS_LAYOUT_ANNEX] = "Danh sách mã QR.pdf",
    [KS_LAYOUT_GUIDE] = KS_GUIDE_TITLE ".pdf",
    [KS_LAYOUT_LABELS] = "Tem nhãn mã QR.pdf",
    [KS_LAYOUT_CARDS] = "Thẻ để bàn mã QR.pdf",
    [KS_LAYOUT_IMAGE] = "Ảnh mã QR",
  };

  return names[layout];
}

/* Interned, since a choice outlives the list that it was made in. */
static const char *
find_first (KsSheetSettings *self)
{
  KsScope from;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->from), &from);
  return from.kind == KS_SCOPE_UNIT && gtk_widget_get_visible (self->from_row)
             ? g_intern_string (from.code)
             : NULL;
}

static KsPosterPaper
get_paper (KsSheetSettings *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->a3)))
    return KS_PAPER_A3;
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->two_a5)) ? KS_PAPER_2A5
                                                                         : KS_PAPER_A4;
}

static void
fill_labels (KsSheetSettings *self, KsSheetOptions *options)
{
  guint picked = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->grid));

  options->skip = (guint)gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->skip));
  if (picked > 0 && picked != GTK_INVALID_LIST_POSITION)
    options->grid = *ks_label_preset_get_grid (picked - 1);
}

/**
 * ks_sheet_settings_fill_choice:
 * @self: the settings
 * @choice: (out caller-allocates): what is wanted; its units are the caller's to give back
 *
 * Tells which sheets are wanted.
 */
void
ks_sheet_settings_fill_choice (KsSheetSettings *self, KsSheetChoice *choice)
{
  g_return_if_fail (KS_IS_SHEET_SETTINGS (self));

  *choice = (KsSheetChoice){
    .options = {
      .layout = ks_sheet_settings_get_layout (self),
      .paper = get_paper (self),
      .columns = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->two_columns)) ? 2 : 1,
      .order = (KsSheetOrder)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)),
      .district_pages = gtk_switch_get_active (GTK_SWITCH (self->district_pages)),
      .copies = (guint)gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->copies)),
    },
    .save_ink = gtk_switch_get_active (GTK_SWITCH (self->save_ink)),
    .units = ks_units_button_dup_units (KS_UNITS_BUTTON (self->units)),
    .from = find_first (self),
  };
  fill_labels (self, &choice->options);
}
