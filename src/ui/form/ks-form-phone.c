/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-phone.h"


#include "ks-i18n.h"

/* Neighbours are shown with the question: what comes before it colours how it is read. */
#define MAX_SHOWN 3

struct _KsFormPhone
{
  GtkBox parent_instance;

  GtkWidget *scroller;
  GtkWidget *content;
  GtkWidget *shown; /* the card of the question */
  guint n_frames;   /* to wait before it is scrolled to */
};

G_DEFINE_FINAL_TYPE (KsFormPhone, ks_form_phone, GTK_TYPE_BOX)

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
add_card (KsFormPhone *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (card, "sheet");
  gtk_box_append (GTK_BOX (self->content), card);
  return card;
}

static void
add_text (GtkWidget *card, const char *text, const char *class)
{
  if (*text != '\0')
    gtk_box_append (GTK_BOX (card), create_label (text, class));
}

static void
add_head (KsFormPhone *self, KsForm *form)
{
  GtkWidget *card = add_card (self);
  g_autofree char *notice = ks_form_dup_short_notice (form);

  gtk_widget_add_css_class (card, "first");
  add_text (card, notice, "notice");
  add_text (card, ks_form_get_title (form), "heading");
  add_text (card, ks_form_get_intro (form), "caption");
}

static void
add_unit (KsFormPhone *self, KsForm *form, const char *unit)
{
  GtkWidget *card;

  if (*ks_form_get_unit_text (form) == '\0')
    return;
  card = add_card (self);
  add_text (card, ks_form_get_unit_text (form), "caption");
  add_text (card, unit, "heading");
}

static void
add_options (GtkWidget *card, const KsQuestion *question)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < question->n_options; i++)
    {
      GtkWidget *button = gtk_check_button_new ();

      gtk_check_button_set_child (GTK_CHECK_BUTTON (button),
                                  create_label (question->options[i].label, NULL));
      if (question->type == KS_QUESTION_SINGLE && first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
      if (first == NULL)
        first = button;
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      question->options[i].label, -1);
      gtk_box_append (GTK_BOX (card), button);
    }
}

/* A radio button that stands alone would look like a box. */
static GtkWidget *
add_question (KsFormPhone *self, const KsQuestion *question)
{
  GtkWidget *card = add_card (self);
  g_autofree char *text = g_strdup_printf ("%s. %s", question->id, question->text);
  GtkWidget *entry;

  add_text (card, text, "heading");
  if (question->type == KS_QUESTION_TEXT)
    {
      entry = gtk_entry_new ();
      /* What respondents read is Vietnamese, whatever the window speaks. */
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "Câu trả lời của đồng chí");
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      question->text, -1);
      gtk_box_append (GTK_BOX (card), entry);
    }
  else
    add_options (card, question);
  return card;
}

static void
add_questions (KsFormPhone *self, KsForm *form, guint question)
{
  guint n_questions = ks_form_get_n_questions (form);
  guint first = question > 0 && question < n_questions ? question - 1 : 0;
  guint last = MIN (first + MAX_SHOWN, n_questions);
  g_autofree char *place = g_strdup_printf (_ ("Questions %u–%u of %u"), first + 1, last, n_questions);

  add_text (self->content, place, "caption-heading");
  for (guint i = first; i < last; i++)
    {
      GtkWidget *card = add_question (self, ks_form_get_question (form, i));

      if (i == question)
        self->shown = card;
    }
}

/* Of a section its first question; G_MAXUINT: @item is no question and has none. */
static guint
find_question (KsForm *form, KsFormItem *item)
{
  const KsSection *section;

  if (ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION)
    return ks_form_item_get_index (item);
  if (ks_form_item_get_place (item) != KS_FORM_PLACE_SECTION)
    return G_MAXUINT;
  section = ks_form_get_section (form, ks_form_item_get_index (item));
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    if (g_strcmp0 (ks_form_get_question (form, i)->section_id, section->id) == 0)
      return i;
  return G_MAXUINT;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KsFormPhone *self = KS_FORM_PHONE (widget);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double x, y;

  if (self->n_frames > 0)
    {
      self->n_frames--;
      return G_SOURCE_CONTINUE;
    }
  if (self->shown != NULL
      && gtk_widget_translate_coordinates (self->shown, self->content, 0, 0, &x, &y))
    gtk_adjustment_set_value (adjustment, y - gtk_adjustment_get_page_size (adjustment) / 4);
  else
    gtk_adjustment_set_value (adjustment, 0);
  return G_SOURCE_REMOVE;
}

/**
 * ks_form_phone_show:
 * @self: the phone
 * @form: (nullable): a form
 * @unit: what the form says of the unit after a code was scanned
 * @item: (nullable): what is looked at: a question is marked, of a section its first question is
 *   in sight; else the beginning of the form
 */
void
ks_form_phone_show (KsFormPhone *self, KsForm *form, const char *unit, KsFormItem *item)
{
  GtkWidget *child;
  guint question = form != NULL && item != NULL ? find_question (form, item) : G_MAXUINT;

  self->shown = NULL;
  while ((child = gtk_widget_get_first_child (self->content)) != NULL)
    gtk_box_remove (GTK_BOX (self->content), child);
  if (form == NULL)
    return;
  add_head (self, form);
  add_unit (self, form, unit);
  if (ks_form_get_n_questions (form) > 0)
    add_questions (self, form, question);
  if (self->shown != NULL && ks_form_item_get_place (item) == KS_FORM_PLACE_QUESTION)
    gtk_widget_add_css_class (self->shown, "shown");
  /* Where the card stands is known once it was laid out. */
  self->n_frames = 1;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
ks_form_phone_class_init (KsFormPhoneClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "formphone");
}

static void
ks_form_phone_init (KsFormPhone *self)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (_ ("What a respondent sees on a phone"));
  GtkWidget *foot = create_label (_ ("A preview; the real screen is that of the form service."),
                                  "caption");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_justify (GTK_LABEL (foot), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (foot, GTK_ALIGN_CENTER);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->content, "screen");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->content);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (frame, "phone");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (frame), self->scroller);
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), frame);
  gtk_box_append (GTK_BOX (self), foot);
}
