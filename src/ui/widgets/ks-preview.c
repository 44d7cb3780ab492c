/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-preview-private.h"

#include "ks-i18n.h"
#include "ks-paper-view.h"

/* A pixel of CSS on an inch of paper, as everywhere on screens. */
#define PIXELS_PER_MM (96 / 25.4)

#define ZOOM_MIN 0.2
#define ZOOM_MAX 3.0

/* The note stands beside the paper where at least this much room is left. */
#define NOTE_WIDTH 140

/* As in the style. */
#define PAPER_MARGIN 20

typedef enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  PROP_NARROW,
} KsPreviewProperty;

static GParamSpec *properties[PROP_NARROW + 1];

enum
{
  SEARCH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsPreview, ks_preview, GTK_TYPE_WIDGET)

/*
 * ks_preview_count_pages:
 * @self: a preview
 *
 * Returns: how many pages there are to turn
 */
guint
ks_preview_count_pages (KsPreview *self)
{
  return self->pages != NULL ? ks_pages_get_n_pages (self->pages) : 0;
}

/* Where nobody answers a search, nobody shall ask: the number of the page stands there. */
static void
show_place (KsPreview *self, guint n_pages)
{
  gboolean searched = g_signal_has_handler_pending (self, signals[SEARCH], 0, TRUE);
  g_autofree char *number = g_strdup_printf ("%u/%u", self->page + 1, n_pages);
  g_autofree char *place = g_strdup_printf (_ ("Page %u/%u"), self->page + 1, n_pages);

  gtk_widget_set_visible (self->search, searched);
  gtk_widget_set_visible (self->place, !searched && n_pages > 0);
  gtk_label_set_text (GTK_LABEL (self->place), self->narrow ? number : place);
}

static void
update_actions (KsPreview *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_pages = ks_preview_count_pages (self);
  gboolean back = self->page > 0;
  gboolean on = self->page + 1 < n_pages;

  gtk_widget_action_set_enabled (widget, "preview.first", back);
  gtk_widget_action_set_enabled (widget, "preview.previous", back);
  gtk_widget_action_set_enabled (widget, "preview.next", on);
  gtk_widget_action_set_enabled (widget, "preview.last", on);
  gtk_widget_action_set_enabled (widget, "preview.zoom-in", n_pages > 0);
  gtk_widget_action_set_enabled (widget, "preview.zoom-out", n_pages > 0);
  gtk_widget_action_set_enabled (widget, "preview.zoom-fit", n_pages > 0);
  gtk_widget_set_sensitive (self->search, n_pages > 0);
  show_place (self, n_pages);
}

/*
 * ks_preview_get_scale:
 * @self: a preview
 *
 * Returns: what the size is now, 1 as on paper, also while the whole page is fitted in
 */
double
ks_preview_get_scale (KsPreview *self)
{
  double width_mm, height_mm;

  if (self->zoom > KS_PREVIEW_FIT || self->pages == NULL)
    return MAX (self->zoom, ZOOM_MIN);
  ks_pages_get_size (self->pages, &width_mm, &height_mm);
  return CLAMP (gtk_widget_get_height (self->paper) / (height_mm * PIXELS_PER_MM), ZOOM_MIN,
                ZOOM_MAX);
}

static void
apply_zoom (KsPreview *self)
{
  gboolean fit = self->zoom <= KS_PREVIEW_FIT;
  GtkAlign align = fit ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER;
  double width_mm = 0, height_mm = 0;
  g_autofree char *percent = g_strdup_printf ("%.0f%%", self->zoom * 100);

  if (self->pages != NULL)
    {
      ks_pages_get_size (self->pages, &width_mm, &height_mm);
      gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (self->frame), (float)(width_mm / height_mm));
    }
  gtk_widget_set_halign (self->frame, align);
  gtk_widget_set_valign (self->frame, align);
  gtk_widget_set_size_request (self->paper,
                               fit ? -1 : (int)(width_mm * PIXELS_PER_MM * self->zoom + .5),
                               fit ? -1 : (int)(height_mm * PIXELS_PER_MM * self->zoom + .5));
  gtk_button_set_label (GTK_BUTTON (self->zoom_button), fit ? _ ("Whole page") : percent);
}

/* A narrow bar has no room for the switch; the margin is drawn as it was left. */
static void
show_margin (KsPreview *self)
{
  gboolean shown = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->margin_button));

  gtk_widget_set_visible (self->margin_button, self->margin_mm > 0 && !self->narrow);
  ks_paper_view_set_margin (KS_PAPER_VIEW (self->paper), shown ? self->margin_mm : 0);
}

static gboolean
scroll_cb (KsPreview *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GtkEventController *events = GTK_EVENT_CONTROLLER (controller);

  if ((gtk_event_controller_get_current_event_state (events) & GDK_CONTROL_MASK) == 0
      || self->pages == NULL)
    return FALSE;
  if (dy != 0)
    ks_preview_set_zoom (self, dy < 0 ? ks_preview_get_scale (self) * KS_PREVIEW_STEP
                                      : ks_preview_get_scale (self) / KS_PREVIEW_STEP);
  return TRUE;
}

static void
search_changed_cb (KsPreview *self)
{
  g_signal_emit (self, signals[SEARCH], 0, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                 FALSE);
}

static void
search_activate_cb (KsPreview *self)
{
  g_signal_emit (self, signals[SEARCH], 0, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                 TRUE);
}

static void
ks_preview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KsPreview *self = KS_PREVIEW (widget);
  double width_mm = 210, height_mm = 297, paper;
  int bar;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, -1, &bar, NULL, NULL, NULL);
  if (self->pages != NULL)
    ks_pages_get_size (self->pages, &width_mm, &height_mm);
  paper = (height - bar - 2 * PAPER_MARGIN) * width_mm / height_mm;
  gtk_widget_set_child_visible (self->note, self->zoom <= KS_PREVIEW_FIT
                                                && (width - paper) / 2 >= NOTE_WIDTH);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
ks_preview_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  gtk_widget_measure (KS_PREVIEW (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
ks_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KsPreview *self = KS_PREVIEW (object);

  switch ((KsPreviewProperty)id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The keys for the first and the last page stay. */
static void
set_narrow (KsPreview *self, gboolean narrow)
{
  self->narrow = narrow;
  gtk_widget_set_visible (self->first_button, !narrow);
  gtk_widget_set_visible (self->last_button, !narrow);
  show_place (self, ks_preview_count_pages (self));
  show_margin (self);
}

static void
ks_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((KsPreviewProperty)id)
    {
    case PROP_NARROW:
      set_narrow (KS_PREVIEW (object), g_value_get_boolean (value));
      break;
    case PROP_PAGE:
    case PROP_ZOOM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ks_preview_dispose (GObject *object)
{
  KsPreview *self = KS_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), KS_TYPE_PREVIEW);
  g_clear_pointer (&self->pages, ks_pages_let_go);
  G_OBJECT_CLASS (ks_preview_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/widgets/ks-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, KsPreview, box);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, bar);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, frame);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, sheet);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, note);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, note_title);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, note_text);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, note_state);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, first_button);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, last_button);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, place);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, search);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, KsPreview, margin_button);
  gtk_widget_class_bind_template_callback (widget_class, scroll_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_margin);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
}

static void
ks_preview_class_init (KsPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ks_preview_get_property;
  object_class->set_property = ks_preview_set_property;
  object_class->dispose = ks_preview_dispose;
  widget_class->measure = ks_preview_measure;
  widget_class->size_allocate = ks_preview_size_allocate;
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, ZOOM_MAX, 0, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SEARCH] = g_signal_new ("search", KS_TYPE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  g_type_ensure (KS_TYPE_PAPER_VIEW);
  bind_template (widget_class);
  ks_preview_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "preview");
}

static void
ks_preview_init (KsPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apply_zoom (self);
  update_actions (self);
}

/**
 * ks_preview_set_pages:
 * @self: a preview
 * @pages: (nullable): what to show; %NULL for nothing
 *
 * Shows another document, at the page shown before where it has one.
 */
void
ks_preview_set_pages (KsPreview *self, KsPages *pages)
{
  KsPages *before;

  g_return_if_fail (KS_IS_PREVIEW (self));

  before = self->pages;
  self->pages = pages != NULL ? g_object_ref (pages) : NULL;
  self->page = MIN (self->page, MAX (ks_preview_count_pages (self), 1) - 1);
  ks_paper_view_show_page (KS_PAPER_VIEW (self->paper), pages, self->page);
  apply_zoom (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
  g_clear_pointer (&before, ks_pages_let_go);
}

/**
 * ks_preview_get_page:
 * @self: a preview
 *
 * Returns: the page shown, from 0
 */
guint
ks_preview_get_page (KsPreview *self)
{
  g_return_val_if_fail (KS_IS_PREVIEW (self), 0);

  return self->page;
}

/**
 * ks_preview_set_page:
 * @self: a preview
 * @page: a page of the document, from 0
 *
 * Turns to a page, from its top.
 */
void
ks_preview_set_page (KsPreview *self, guint page)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (KS_IS_PREVIEW (self));

  if (page == self->page || page >= ks_preview_count_pages (self))
    return;
  self->page = page;
  ks_paper_view_show_page (KS_PAPER_VIEW (self->paper), self->pages, page);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  gtk_adjustment_set_value (adjustment, 0);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/**
 * ks_preview_get_zoom:
 * @self: a preview
 *
 * Returns: the size: 1 as on paper, %KS_PREVIEW_FIT the whole page
 */
double
ks_preview_get_zoom (KsPreview *self)
{
  g_return_val_if_fail (KS_IS_PREVIEW (self), KS_PREVIEW_FIT);

  return self->zoom;
}

/**
 * ks_preview_set_zoom:
 * @self: a preview
 * @zoom: a size, kept within reason; %KS_PREVIEW_FIT for the whole page
 *
 * Shows the page in another size.
 */
void
ks_preview_set_zoom (KsPreview *self, double zoom)
{
  g_return_if_fail (KS_IS_PREVIEW (self));

  self->zoom = zoom <= KS_PREVIEW_FIT ? KS_PREVIEW_FIT : CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  apply_zoom (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * ks_preview_set_mark:
 * @self: a preview
 * @cell: (nullable): an area of the page shown, in mm; %NULL for none
 *
 * Points at a part of the page, on the screen alone, until another page is shown.
 */
void
ks_preview_set_mark (KsPreview *self, const KsRect *cell)
{
  g_return_if_fail (KS_IS_PREVIEW (self));

  ks_paper_view_set_mark (KS_PAPER_VIEW (self->paper), cell);
}

/**
 * ks_preview_set_cover:
 * @self: a preview
 * @cover: what lies over the page, as large as it
 *
 * Lays something over the page, on the screen alone.
 */
void
ks_preview_set_cover (KsPreview *self, GtkWidget *cover)
{
  g_return_if_fail (KS_IS_PREVIEW (self));

  gtk_overlay_add_overlay (GTK_OVERLAY (self->sheet), cover);
}

/**
 * ks_preview_set_margin:
 * @self: a preview
 * @margin_mm: what the printer leaves white at every edge; 0 where nothing is printed
 *
 * Offers to show, on the screen alone, where the printer can print.
 */
void
ks_preview_set_margin (KsPreview *self, double margin_mm)
{
  g_return_if_fail (KS_IS_PREVIEW (self));

  self->margin_mm = margin_mm;
  show_margin (self);
}

/**
 * ks_preview_set_note:
 * @self: a preview
 * @title: (nullable): which page this is: "Tờ 63/209"
 * @text: (nullable): whose it is
 * @state: (nullable): what is known of it: "đã kiểm tra"
 *
 * Says beside the paper, where there is room, and to screen readers what the page is.
 */
void
ks_preview_set_note (KsPreview *self, const char *title, const char *text, const char *state)
{
  g_autofree char *label = NULL;

  g_return_if_fail (KS_IS_PREVIEW (self));

  label = g_strdup_printf ("%s\n%s\n%s", title != NULL ? title : "", text != NULL ? text : "",
                           state != NULL ? state : "");
  gtk_label_set_text (GTK_LABEL (self->note_title), title != NULL ? title : "");
  gtk_label_set_text (GTK_LABEL (self->note_text), text != NULL ? text : "");
  gtk_label_set_text (GTK_LABEL (self->note_state), state != NULL ? state : "");
  gtk_widget_set_visible (self->note_state, state != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strstrip (label), -1);
}

/**
 * ks_preview_start_search:
 * @self: a preview
 *
 * Puts the focus into the search entry.
 */
void
ks_preview_start_search (KsPreview *self)
{
  g_return_if_fail (KS_IS_PREVIEW (self));

  gtk_widget_grab_focus (self->search);
}
