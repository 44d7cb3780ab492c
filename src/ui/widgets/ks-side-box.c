/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-side-box.h"

#include "ks-text-scale.h"

struct _KsSideBox
{
  GtkWidget parent_instance;
  GtkWidget *content;
  GtkWidget *pane;
  GtkWidget *separator;
  GtkPositionType position;
  int fold_width;
  gboolean pinned;
  gboolean show_pane;
  gboolean folded;
  guint notify; /* tells that folded changed */
};

G_DEFINE_FINAL_TYPE (KsSideBox, ks_side_box, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONTENT = 1,
  PROP_PANE,
  PROP_POSITION,
  PROP_PINNED,
  PROP_SHOW_PANE,
  PROP_FOLD_WIDTH,
  PROP_FOLDED,
} KsSideBoxProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

static gboolean
is_pane_wanted (KsSideBox *self)
{
  return self->pane != NULL && (self->show_pane || (self->pinned && !self->folded));
}

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum = 0;

  *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, &minimum, natural, NULL, NULL);
  return minimum;
}

static void
ks_side_box_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  KsSideBox *self = KS_SIDE_BOX (widget);
  int content_natural;
  int pane_natural;
  int content = measure_child (self->content, orientation, -1, &content_natural);
  int pane = measure_child (self->pane, orientation, -1, &pane_natural);

  *minimum = MAX (content, pane);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? content_natural + pane_natural
                                                       : MAX (content_natural, pane_natural);
}

/* A child without a place is not drawn, but a screen reader still reads it: it is hidden too. */
static void
hide_what_gives_way (KsSideBox *self)
{
  gboolean pane = is_pane_wanted (self);

  if (self->pane != NULL)
    gtk_widget_set_visible (self->pane, pane);
  if (self->content != NULL)
    gtk_widget_set_visible (self->content, !pane || !self->folded);
}

static gboolean
notify_folded_cb (gpointer data)
{
  KsSideBox *self = KS_SIDE_BOX (data);

  self->notify = 0;
  hide_what_gives_way (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

/* Large text needs more room to stand side by side. */
static gboolean
is_narrow (KsSideBox *self, int width)
{
  return width < self->fold_width * ks_text_scale_get (GTK_WIDGET (self), KS_TEXT_USUAL);
}

/* The page changed between narrow and wide: those who bind to it hear of it, as a leaflet tells.
 * Not before it has its place: what they then show or hide may lie outside it, where the places of
 * this frame are given already. */
static void
update_folded (KsSideBox *self, int width)
{
  gboolean folded = is_narrow (self, width);

  if (folded == self->folded)
    return;
  self->folded = folded;
  if (self->notify == 0)
    self->notify = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_folded_cb, self, NULL);
}

/* A window that is too narrow for the box is known before the box has its place: what takes turns
 * then does so from the first frame, or the window would grow to what stands side by side. */
static void
ks_side_box_map (GtkWidget *widget)
{
  KsSideBox *self = KS_SIDE_BOX (widget);
  int width = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (widget)));

  if (width > 0 && !self->folded && is_narrow (self, width))
    {
      self->folded = TRUE;
      hide_what_gives_way (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
    }
  GTK_WIDGET_CLASS (ks_side_box_parent_class)->map (widget);
}

static void
place_child (GtkWidget *child, gboolean visible, int x, int width, int height)
{
  GtkAllocation place = { x, 0, width, height };

  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, visible);
  if (visible && gtk_widget_get_visible (child))
    gtk_widget_size_allocate (child, &place, -1);
}

static void
ks_side_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KsSideBox *self = KS_SIDE_BOX (widget);
  gboolean pane;
  gboolean beside;
  int pane_width = width;
  int natural;
  int line;

  update_folded (self, width);
  pane = is_pane_wanted (self);
  beside = pane && !self->folded;
  line = measure_child (self->separator, GTK_ORIENTATION_HORIZONTAL, -1, &natural);
  if (beside)
    pane_width
        = MIN (MAX (measure_child (self->pane, GTK_ORIENTATION_HORIZONTAL, -1, &natural), natural),
               width / 2);
  if (self->position == GTK_POS_LEFT)
    {
      place_child (self->pane, pane, 0, pane_width, height);
      place_child (self->separator, beside, pane_width, line, height);
      place_child (self->content, !pane || beside, beside ? pane_width + line : 0,
                   beside ? width - pane_width - line : width, height);
      return;
    }
  place_child (self->content, !pane || beside, 0, beside ? width - pane_width - line : width,
               height);
  place_child (self->separator, beside, width - pane_width - line, line, height);
  place_child (self->pane, pane, width - pane_width, pane_width, height);
}

static void
set_child (KsSideBox *self, GtkWidget **place, GtkWidget *child)
{
  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
ks_side_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsSideBox *self = KS_SIDE_BOX (object);

  switch ((KsSideBoxProperty)id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_PANE:
      g_value_set_object (value, self->pane);
      break;
    case PROP_POSITION:
      g_value_set_enum (value, self->position);
      break;
    case PROP_PINNED:
      g_value_set_boolean (value, self->pinned);
      break;
    case PROP_SHOW_PANE:
      g_value_set_boolean (value, self->show_pane);
      break;
    case PROP_FOLD_WIDTH:
      g_value_set_int (value, self->fold_width);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_side_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsSideBox *self = KS_SIDE_BOX (object);

  switch ((KsSideBoxProperty)id)
    {
    case PROP_CONTENT:
      set_child (self, &self->content, g_value_get_object (value));
      break;
    case PROP_PANE:
      set_child (self, &self->pane, g_value_get_object (value));
      break;
    case PROP_POSITION:
      self->position = g_value_get_enum (value);
      break;
    case PROP_PINNED:
      self->pinned = g_value_get_boolean (value);
      break;
    case PROP_SHOW_PANE:
      ks_side_box_set_show_pane (self, g_value_get_boolean (value));
      break;
    case PROP_FOLD_WIDTH:
      self->fold_width = g_value_get_int (value);
      break;
    case PROP_FOLDED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  hide_what_gives_way (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
ks_side_box_dispose (GObject *object)
{
  KsSideBox *self = KS_SIDE_BOX (object);

  g_clear_handle_id (&self->notify, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->pane, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  G_OBJECT_CLASS (ks_side_box_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_POSITION]
      = g_param_spec_enum ("position", NULL, NULL, GTK_TYPE_POSITION_TYPE, GTK_POS_RIGHT, flags);
  properties[PROP_PINNED] = g_param_spec_boolean ("pinned", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_PANE]
      = g_param_spec_boolean ("show-pane", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOLD_WIDTH]
      = g_param_spec_int ("fold-width", NULL, NULL, 0, G_MAXINT, 720, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
ks_side_box_class_init (KsSideBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ks_side_box_get_property;
  object_class->set_property = ks_side_box_set_property;
  object_class->dispose = ks_side_box_dispose;
  widget_class->map = ks_side_box_map;
  widget_class->measure = ks_side_box_measure;
  widget_class->size_allocate = ks_side_box_size_allocate;
  install_properties (object_class);
}

static void
ks_side_box_init (KsSideBox *self)
{
  self->position = GTK_POS_RIGHT;
  self->fold_width = 720;
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
}

/**
 * ks_side_box_get_folded:
 * @self: a box
 *
 * Returns: whether the page is narrow: content and pane take turns
 */
gboolean
ks_side_box_get_folded (KsSideBox *self)
{
  g_return_val_if_fail (KS_IS_SIDE_BOX (self), FALSE);

  return self->folded;
}

/**
 * ks_side_box_get_show_pane:
 * @self: a box
 *
 * Returns: whether the pane was asked for
 */
gboolean
ks_side_box_get_show_pane (KsSideBox *self)
{
  g_return_val_if_fail (KS_IS_SIDE_BOX (self), FALSE);

  return self->show_pane;
}

/**
 * ks_side_box_set_show_pane:
 * @self: a box
 * @show_pane: whether the pane shall stand beside, or in a narrow window instead of, the content
 */
void
ks_side_box_set_show_pane (KsSideBox *self, gboolean show_pane)
{
  g_return_if_fail (KS_IS_SIDE_BOX (self));

  if (self->show_pane == show_pane)
    return;
  self->show_pane = show_pane;
  hide_what_gives_way (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_PANE]);
}
