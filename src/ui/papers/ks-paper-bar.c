/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-paper-bar.h"

#include "ks-file-dialog.h"
#include "ks-i18n.h"
#include "ks-scope-button.h"
#include "ks-settings.h"
#include "ks-wrap-layout.h"

#define MOST_DRAFTS 99

struct _KsPaperBar
{
  GtkWidget parent_instance;
  KsRegistry *registry;
  KsPaperLine line;
  char *part;     /* code of the district that a paper is cut to; empty: all */
  char *district; /* code, of papers about one */
  char *unit;     /* code, of papers about one */
  char *path;     /* of the campaign */
  char *previous; /* file of the earlier survey that the report is compared with */
  char *chosen;   /* one that was chosen here, and may prove not to be any */

  GtkWidget *scope;
  GtkWidget *draft_box;
  GtkWidget *draft;
  GtkWidget *draft_number;
  GtkWidget *internal;
  GtkWidget *compare;
};

G_DEFINE_FINAL_TYPE (KsPaperBar, ks_paper_bar, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_of_a_unit (KsPaperBar *self)
{
  return ks_paper_line_has (self->line, KS_PAPER_OF_A_UNIT);
}

static gboolean
is_of_a_district (KsPaperBar *self)
{
  return ks_paper_line_has (self->line, KS_PAPER_OF_A_DISTRICT);
}

/* Where the choice of this paper is kept: each kind of papers remembers its own. */
static char **
get_place (KsPaperBar *self)
{
  if (is_of_a_unit (self))
    return &self->unit;
  return is_of_a_district (self) ? &self->district : &self->part;
}

static void
keep_place (KsPaperBar *self, const char *code)
{
  char **place = get_place (self);
  char *before = *place;

  *place = g_strdup (code);
  g_free (before);
}

static void
tell (KsPaperBar *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
scope_changed_cb (KsPaperBar *self)
{
  KsScope scope;

  ks_scope_button_get_scope (KS_SCOPE_BUTTON (self->scope), &scope);
  keep_place (self, scope.code);
  tell (self);
}

static void
draft_toggled_cb (KsPaperBar *self)
{
  gtk_widget_set_sensitive (self->draft_number,
                            gtk_check_button_get_active (GTK_CHECK_BUTTON (self->draft)));
  tell (self);
}

static void
draft_number_cb (KsPaperBar *self)
{
  if (gtk_widget_get_sensitive (self->draft_number))
    tell (self);
}

static gboolean
is_compared (KsPaperBar *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->compare));
}

static void
show_previous (KsPaperBar *self)
{
  g_autofree char *name = self->previous != NULL ? g_path_get_basename (self->previous) : NULL;
  g_autofree char *text
      = name != NULL ? g_strdup_printf (_ ("Compares with “%s”. Another earlier survey is chosen on "
                                           "the page Results."),
                                        name)
                     : g_strdup (_ ("Asks for the campaign of the earlier survey."));

  gtk_widget_set_tooltip_text (self->compare, text);
}

/* The one chosen just now, else that which was compared with last, as long as its file is there. */
static void
find_previous (KsPaperBar *self)
{
  g_free (self->previous);
  self->previous = self->path != NULL && self->chosen == NULL
                       ? ks_settings_dup_earlier_survey (self->path)
                       : g_strdup (self->chosen);
  if (self->previous != NULL && !g_file_test (self->previous, G_FILE_TEST_IS_REGULAR))
    g_clear_pointer (&self->previous, g_free);
  show_previous (self);
}

static void
previous_chosen_cb (GFile *file, gpointer data)
{
  KsPaperBar *self = data;
  g_autofree char *previous = g_file_get_path (file);

  if (previous == NULL || self->path == NULL)
    return;
  g_free (self->chosen);
  self->chosen = g_steal_pointer (&previous);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->compare), TRUE);
}

/* It is on only with a file to compare with. */
static void
compare_toggled_cb (KsPaperBar *self)
{
  if (is_compared (self))
    find_previous (self);
  else
    g_clear_pointer (&self->chosen, g_free);
  if (!is_compared (self) || self->previous != NULL)
    {
      tell (self);
      return;
    }
  g_signal_handlers_block_by_func (self->compare, compare_toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->compare), FALSE);
  g_signal_handlers_unblock_by_func (self->compare, compare_toggled_cb, self);
  ks_file_dialog_open (GTK_WIDGET (self), _ ("The Previous Campaign"), _ ("Campaigns"), ".khaosat",
                       previous_chosen_cb, self);
}

static void
ks_paper_bar_dispose (GObject *object)
{
  KsPaperBar *self = KS_PAPER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->registry);
  g_clear_pointer (&self->part, g_free);
  g_clear_pointer (&self->district, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->previous, g_free);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (ks_paper_bar_parent_class)->dispose (object);
}

static void
ks_paper_bar_class_init (KsPaperBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ks_paper_bar_dispose;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_PAPER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
add_draft (KsPaperBar *self)
{
  self->draft_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->draft = gtk_check_button_new_with_label (_ ("Draft No."));
  self->draft_number = gtk_spin_button_new_with_range (1, MOST_DRAFTS, 1);
  gtk_widget_set_sensitive (self->draft_number, FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->draft_number), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->draft_number),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Number of the draft"), -1);
  gtk_box_append (GTK_BOX (self->draft_box), self->draft);
  gtk_box_append (GTK_BOX (self->draft_box), self->draft_number);
  gtk_widget_set_parent (self->draft_box, GTK_WIDGET (self));
  g_signal_connect_swapped (self->draft, "toggled", G_CALLBACK (draft_toggled_cb), self);
  g_signal_connect_swapped (self->draft_number, "value-changed", G_CALLBACK (draft_number_cb),
                            self);
}

static void
ks_paper_bar_init (KsPaperBar *self)
{
  self->scope = g_object_new (KS_TYPE_SCOPE_BUTTON, NULL);
  gtk_widget_set_parent (self->scope, GTK_WIDGET (self));
  g_signal_connect_swapped (self->scope, "scope-changed", G_CALLBACK (scope_changed_cb), self);
  add_draft (self);
  self->internal = gtk_check_button_new_with_label (_ ("For internal circulation"));
  gtk_widget_set_parent (self->internal, GTK_WIDGET (self));
  g_signal_connect_swapped (self->internal, "toggled", G_CALLBACK (tell), self);
  self->compare = gtk_check_button_new_with_label (_ ("Compare with the earlier survey"));
  gtk_widget_set_parent (self->compare, GTK_WIDGET (self));
  g_signal_connect_swapped (self->compare, "toggled", G_CALLBACK (compare_toggled_cb), self);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ks_wrap_layout_new (12, 4));
  gtk_widget_add_css_class (GTK_WIDGET (self), "tool-bar");
  ks_paper_bar_set_line (self, KS_PAPER_REPORT);
}

static gboolean
is_known (KsPaperBar *self, const char *code)
{
  if (code == NULL || *code == '\0')
    return FALSE;
  return is_of_a_unit (self) ? ks_registry_lookup (self->registry, code) != NULL
                             : ks_registry_lookup_district (self->registry, code) != NULL;
}

/* A paper about one unit or district is about the first until another is picked. */
static const char *
get_first (KsPaperBar *self)
{
  if (is_of_a_unit (self) && ks_registry_get_n_units (self->registry) > 0)
    return ks_unit_get_code (ks_registry_get_unit (self->registry, 0));
  if (is_of_a_district (self) && ks_registry_get_n_districts (self->registry) > 0)
    return ks_registry_get_district (self->registry, 0)->code;
  return "";
}

static void
show_scope (KsPaperBar *self)
{
  KsPlaceButton *places = KS_PLACE_BUTTON (self->scope);
  gboolean unit = is_of_a_unit (self);

  if (self->registry == NULL)
    return;
  if (!is_known (self, *get_place (self)))
    keep_place (self, get_first (self));
  ks_place_button_offer (places, KS_PLACE_ALL, !unit && !is_of_a_district (self));
  ks_place_button_offer (places, KS_PLACE_DISTRICT, !unit);
  ks_place_button_offer (places, KS_PLACE_UNIT, unit);
  ks_scope_button_select (KS_SCOPE_BUTTON (self->scope), *get_place (self));
}

/* Another campaign is compared with nothing yet. */
static void
set_path (KsPaperBar *self, const char *path)
{
  if (g_strcmp0 (self->path, path) == 0)
    return;
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->chosen, g_free);
  g_signal_handlers_block_by_func (self->compare, compare_toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->compare), FALSE);
  g_signal_handlers_unblock_by_func (self->compare, compare_toggled_cb, self);
  find_previous (self);
}

/**
 * ks_paper_bar_set_campaign:
 * @self: a bar
 * @path: the campaign's file
 * @registry: its districts and units, to choose from
 */
void
ks_paper_bar_set_campaign (KsPaperBar *self, const char *path, KsRegistry *registry)
{
  g_return_if_fail (KS_IS_PAPER_BAR (self));

  g_set_object (&self->registry, registry);
  ks_scope_button_set_registry (KS_SCOPE_BUTTON (self->scope), registry);
  show_scope (self);
  set_path (self, path);
}

/**
 * ks_paper_bar_set_line:
 * @self: a bar
 * @line: a paper
 *
 * Shows what can be asked of it.
 */
void
ks_paper_bar_set_line (KsPaperBar *self, KsPaperLine line)
{
  gboolean places, made;

  g_return_if_fail (KS_IS_PAPER_BAR (self));

  self->line = line;
  places = is_of_a_unit (self) || ks_paper_line_takes_district (line);
  made = ks_paper_line_is_made (line);
  gtk_widget_set_visible (self->scope, places);
  gtk_widget_set_visible (self->draft_box, made);
  gtk_widget_set_visible (self->internal, made);
  gtk_widget_set_visible (self->compare, line == (KsPaperLine)KS_PAPER_REPORT);
  gtk_widget_set_visible (GTK_WIDGET (self), places || made);
  show_scope (self);
}

static const char *
get_code (const char *code)
{
  return code != NULL && *code != '\0' ? code : NULL;
}

/**
 * ks_paper_bar_get_marks:
 * @self: a bar
 *
 * Returns: what is asked of whichever paper: whether it is a draft or for internal circulation, and
 *   what a report is compared with
 */
KsPaperWish
ks_paper_bar_get_marks (KsPaperBar *self)
{
  KsPaperWish wish = KS_PAPER_WISH (KS_PAPER_REPORT);

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->draft)))
    wish.draft
        = (guint)gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->draft_number));
  wish.internal = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->internal));
  if (is_compared (self))
    wish.previous = self->previous;
  return wish;
}

/**
 * ks_paper_bar_get_wish:
 * @self: a bar
 *
 * Returns: what is asked; its texts live until something else is
 */
KsPaperWish
ks_paper_bar_get_wish (KsPaperBar *self)
{
  const KsPaperWish marks = ks_paper_bar_get_marks (self);
  KsPaperWish wish = KS_PAPER_WISH ((KsPaperKind)self->line);

  if (is_of_a_unit (self))
    wish.unit = get_code (self->unit);
  else if (is_of_a_district (self))
    wish.district = *get_place (self); /* empty: all units, where there are no districts */
  else if (ks_paper_line_takes_district (self->line))
    wish.district = get_code (*get_place (self));
  if (wish.kind == KS_PAPER_REPORT)
    wish.previous = marks.previous;
  if (ks_paper_line_is_made (self->line))
    {
      wish.draft = marks.draft;
      wish.internal = marks.internal;
    }
  return wish;
}

/**
 * ks_paper_bar_keep_previous:
 * @self: a bar
 *
 * The earlier survey that was chosen here could be compared with: it is the one that is offered from
 * now on, here and on the page of the results.
 */
void
ks_paper_bar_keep_previous (KsPaperBar *self)
{
  if (is_compared (self) && self->chosen != NULL)
    ks_settings_set_earlier_survey (self->path, self->chosen);
}
