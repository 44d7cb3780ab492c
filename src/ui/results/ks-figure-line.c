/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-figure-line.h"

#include "ks-css-class.h"

#define COLUMN_SPACING 18
#define TEXT_CHARS 22
#define TITLE_CHARS 28 /* of a name, where a place has a column */
#define MOST_MEASURED 30

struct _KsFigureLine
{
  GtkWidget parent_instance;
  KsFigures *figures; /* NULL: nothing yet */
  GArray *widths;     /* of KsFigureWidth */
  guint row;
};

G_DEFINE_FINAL_TYPE (KsFigureLine, ks_figure_line, GTK_TYPE_WIDGET)

enum
{
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_number (KsFigureStyle style)
{
  return style == KS_FIGURE_NUMBER || style == KS_FIGURE_STRONG;
}

static KsFigureRowKind
get_kind (KsFigures *figures, guint row)
{
  return row == KS_FIGURE_TITLES ? KS_FIGURE_ROW : ks_figures_get_kind (figures, row);
}

static const char *
get_cell (KsFigures *figures, guint row, guint column)
{
  return row == KS_FIGURE_TITLES ? ks_figures_get_title (figures, column)
                                 : ks_figures_get_cell (figures, row, column);
}

static gboolean
is_bold (KsFigures *figures, guint row, guint column)
{
  KsFigureStyle style = ks_figures_get_style (figures, column);
  KsFigureRowKind kind = get_kind (figures, row);

  return row == KS_FIGURE_TITLES || kind == KS_FIGURE_SECTION || style == KS_FIGURE_STRONG
         || (kind == KS_FIGURE_TOTAL && style != KS_FIGURE_NOTE);
}

static gboolean
is_secondary (KsFigures *figures, guint row, guint column)
{
  KsFigureStyle style = ks_figures_get_style (figures, column);

  return row == KS_FIGURE_TITLES
         || (get_kind (figures, row) != KS_FIGURE_SECTION
             && (style == KS_FIGURE_ID || style == KS_FIGURE_NOTE));
}

static PangoLayout *
create_layout (GtkWidget *widget, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
measure_text (GtkWidget *widget, const char *text, gboolean bold)
{
  g_autoptr (PangoLayout) layout = create_layout (widget, text, bold);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static glong
get_length (KsFigures *figures, guint row, guint column)
{
  return ks_figures_get_kind (figures, row) == KS_FIGURE_SECTION
             ? 0
             : g_utf8_strlen (ks_figures_get_cell (figures, row, column), -1);
}

/* The cells with the most letters are the widest or nearly so: of thousands a few are measured. */
static int
measure_column (GtkWidget *widget, KsFigures *figures, guint column)
{
  g_autofree char *longest = g_strnfill (TITLE_CHARS, 'n');
  int width = MIN (measure_text (widget, ks_figures_get_title (figures, column), TRUE),
                   measure_text (widget, longest, TRUE));
  guint n_left = MOST_MEASURED;
  glong most = 0;

  for (guint row = 0; row < ks_figures_get_n_rows (figures); row++)
    most = MAX (most, get_length (figures, row, column));
  for (guint row = 0; most > 0 && row < ks_figures_get_n_rows (figures) && n_left > 0; row++)
    if (get_length (figures, row, column) == most)
      {
        width = MAX (width, measure_text (widget, ks_figures_get_cell (figures, row, column), TRUE));
        n_left--;
      }
  return width;
}

/**
 * ks_figure_line_measure:
 * @widget: a line of the table
 * @figures: the table
 *
 * Returns: (transfer full) (element-type KsFigureWidth): how wide its columns are in the font of
 *   @widget
 */
GArray *
ks_figure_line_measure (GtkWidget *widget, KsFigures *figures)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (KsFigureWidth));
  g_autofree char *digits = g_strnfill (TEXT_CHARS, 'n');
  int least = measure_text (widget, digits, FALSE);

  for (guint column = 0; column < ks_figures_get_n_columns (figures); column++)
    {
      int natural = measure_column (widget, figures, column);
      KsFigureWidth width = { natural, natural };

      if (ks_figures_get_style (figures, column) == KS_FIGURE_TEXT)
        width.minimum = MIN (least, natural);
      g_array_append_val (widths, width);
    }
  return widths;
}

static void
ks_figure_line_measure_self (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  KsFigureLine *self = KS_FIGURE_LINE (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      g_autoptr (PangoLayout) layout = create_layout (widget, "Ệg", TRUE);

      pango_layout_get_pixel_size (layout, NULL, natural);
      *minimum = *natural;
      return;
    }
  for (guint i = 0; self->widths != NULL && i < self->widths->len; i++)
    {
      *minimum += g_array_index (self->widths, KsFigureWidth, i).minimum;
      *natural += g_array_index (self->widths, KsFigureWidth, i).natural;
    }
  if (self->widths != NULL && self->widths->len > 0)
    {
      *minimum += (int)(self->widths->len - 1) * COLUMN_SPACING;
      *natural += (int)(self->widths->len - 1) * COLUMN_SPACING;
    }
}

/* What is left of the line goes to its texts, or is missing there. */
static int
find_text_width (KsFigureLine *self, int width, guint column)
{
  const KsFigureWidth *own = &g_array_index (self->widths, KsFigureWidth, column);
  int fixed = (int)(self->widths->len - 1) * COLUMN_SPACING;
  int texts = 0;

  for (guint i = 0; i < self->widths->len; i++)
    if (ks_figures_get_style (self->figures, i) == KS_FIGURE_TEXT)
      texts++;
    else
      fixed += g_array_index (self->widths, KsFigureWidth, i).natural;
  return MAX (own->minimum, (width - fixed) / MAX (texts, 1));
}

static void
get_colour (GtkWidget *widget, gboolean secondary, GdkRGBA *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!secondary || !gtk_style_context_lookup_color (context, "secondary_color", colour))
    gtk_style_context_get_color (context, colour);
}

static void
paint (KsFigureLine *self, GtkSnapshot *snapshot, guint column, int x, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *text = get_cell (self->figures, self->row, column);
  g_autoptr (PangoLayout) layout = NULL;
  gboolean right = is_number (ks_figures_get_style (self->figures, column));
  GdkRGBA colour;
  int wide, high;

  if (text == NULL || *text == '\0')
    return;
  layout = create_layout (widget, text, is_bold (self->figures, self->row, column));
  pango_layout_get_pixel_size (layout, &wide, &high);
  if (wide > width)
    {
      pango_layout_set_width (layout, width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      wide = width;
    }
  get_colour (widget, is_secondary (self->figures, self->row, column), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)(x + (right ? width - wide : 0)),
                                      (float)((gtk_widget_get_height (widget) - high) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

/* The column at a place, or the number of columns. */
static guint
find_column (KsFigureLine *self, guint until, int at, int *x, int *width)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));
  guint column;

  *x = 0;
  for (column = 0; column < self->widths->len; column++)
    {
      *width = ks_figures_get_style (self->figures, column) == KS_FIGURE_TEXT
                   ? find_text_width (self, whole, column)
                   : g_array_index (self->widths, KsFigureWidth, column).natural;
      if (column == until || (at >= *x && at < *x + *width))
        return column;
      *x += *width + COLUMN_SPACING;
    }
  return column;
}

static void
ks_figure_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KsFigureLine *self = KS_FIGURE_LINE (widget);
  int x, width;

  if (self->figures == NULL)
    return;
  if (get_kind (self->figures, self->row) == KS_FIGURE_SECTION)
    {
      paint (self, snapshot, 0, 0, gtk_widget_get_width (widget));
      return;
    }
  for (guint column = 0; column < self->widths->len; column++)
    {
      find_column (self, column, -1, &x, &width);
      paint (self, snapshot, column, x, width);
    }
}

/* What is cut off is told whole. */
static gboolean
ks_figure_line_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  KsFigureLine *self = KS_FIGURE_LINE (widget);
  int left, width;
  guint column;
  const char *text;

  if (self->figures == NULL || keyboard)
    return FALSE;
  column = find_column (self, G_MAXUINT, x, &left, &width);
  text = column < self->widths->len ? get_cell (self->figures, self->row, column) : NULL;
  if (text == NULL
      || measure_text (widget, text, is_bold (self->figures, self->row, column)) <= width)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
release_cb (GtkGestureClick *gesture, int n_press, double x, double y, KsFigureLine *self)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[CLICKED], 0);
}

static void
ks_figure_line_dispose (GObject *object)
{
  KsFigureLine *self = KS_FIGURE_LINE (object);

  g_clear_pointer (&self->figures, ks_figures_free);
  g_clear_pointer (&self->widths, g_array_unref);
  G_OBJECT_CLASS (ks_figure_line_parent_class)->dispose (object);
}

static void
ks_figure_line_class_init (KsFigureLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ks_figure_line_dispose;
  widget_class->measure = ks_figure_line_measure_self;
  widget_class->snapshot = ks_figure_line_snapshot;
  widget_class->query_tooltip = ks_figure_line_query_tooltip;
  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "figureline");
}

static void
ks_figure_line_init (KsFigureLine *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (release_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * ks_figure_line_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
ks_figure_line_new (void)
{
  return g_object_new (KS_TYPE_FIGURE_LINE, NULL);
}

/**
 * ks_figure_line_set:
 * @self: a line
 * @figures: the table
 * @row: which row of it, or %KS_FIGURE_TITLES
 * @widths: of its columns, by ks_figure_line_measure()
 *
 * Shows a row.
 */
void
ks_figure_line_set (KsFigureLine *self, KsFigures *figures, guint row, GArray *widths)
{
  g_autofree char *text = NULL;
  KsFigures *held;

  g_return_if_fail (KS_IS_FIGURE_LINE (self));

  held = ks_figures_ref (figures);
  g_clear_pointer (&self->figures, ks_figures_free);
  self->figures = held;
  g_array_ref (widths);
  g_clear_pointer (&self->widths, g_array_unref);
  self->widths = widths;
  self->row = row;
  ks_css_class_set (GTK_WIDGET (self), "titles", row == KS_FIGURE_TITLES);
  ks_css_class_set (GTK_WIDGET (self), "section", get_kind (figures, row) == KS_FIGURE_SECTION);
  ks_css_class_set (GTK_WIDGET (self), "total", get_kind (figures, row) == KS_FIGURE_TOTAL);
  text = ks_figure_line_dup_text (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * ks_figure_line_dup_text:
 * @self: a line
 *
 * Returns: (transfer full): what it says: cells parted by semicolons, numbers behind their titles
 */
char *
ks_figure_line_dup_text (KsFigureLine *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->figures != NULL && i < ks_figures_get_n_columns (self->figures); i++)
    {
      const char *cell = get_cell (self->figures, self->row, i);
      const char *title = ks_figures_get_title (self->figures, i);

      if (cell == NULL || *cell == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      if (self->row != KS_FIGURE_TITLES && *title != '\0'
          && is_number (ks_figures_get_style (self->figures, i)))
        g_string_append_printf (text, "%s: ", title);
      g_string_append (text, cell);
    }
  return g_string_free (text, FALSE);
}
