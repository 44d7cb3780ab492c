/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-comments-filter.h"

#include "ks-comment-number.h"
#include "ks-i18n.h"
#include "ks-wrap-layout.h"

/* Before the themes stand: any, none. */
#define N_OTHERS 2

struct _KsCommentsFilter
{
  GtkBox parent_instance;

  GPtrArray *questions; /* of char *: ids */
  GArray *themes;       /* of gint64: ids */
  GPtrArray *names;     /* of char *: of the themes */
  gboolean filling;

  GtkWidget *question;
  GtkWidget *theme;
  GtkWidget *search;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsCommentsFilter, ks_comments_filter, GTK_TYPE_BOX)

static void
changed_cb (KsCommentsFilter *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ks_comments_filter_finalize (GObject *object)
{
  KsCommentsFilter *self = KS_COMMENTS_FILTER (object);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->themes, g_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  G_OBJECT_CLASS (ks_comments_filter_parent_class)->finalize (object);
}

static void
ks_comments_filter_class_init (KsCommentsFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ks_comments_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", KS_TYPE_COMMENTS_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (KS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/vn/danvan/KhaoSat/ui/comments/ks-comments-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, KsCommentsFilter, question);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsFilter, theme);
  gtk_widget_class_bind_template_child (widget_class, KsCommentsFilter, search);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
fill (KsCommentsFilter *self, GtkWidget *drop_down, char **words, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const *)words);

  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  self->filling = FALSE;
}

static void
fill_themes (KsCommentsFilter *self, guint selected)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer)_ ("Any theme"));
  g_ptr_array_add (words, (gpointer)_ ("Without a theme"));
  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (words, self->names->pdata[i]);
  g_ptr_array_add (words, NULL);
  fill (self, self->theme, (char **)words->pdata, selected);
}

static void
ks_comments_filter_init (KsCommentsFilter *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->themes = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_themes (self, 0);
}

static gint64
get_theme (KsCommentsFilter *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->theme));

  if (selected == 1)
    return KS_COMMENTS_NO_THEME;
  return selected >= N_OTHERS && selected - N_OTHERS < self->themes->len
             ? g_array_index (self->themes, gint64, selected - N_OTHERS)
             : KS_COMMENTS_ANY_THEME;
}

/**
 * ks_comments_filter_set_form:
 * @self: a filter
 * @form: (nullable): the form whose open questions can be chosen
 *
 * Offers the open questions.
 */
void
ks_comments_filter_set_form (KsCommentsFilter *self, KsForm *form)
{
  g_autoptr (GPtrArray) questions = form != NULL ? ks_comment_questions_dup (form) : NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (self->questions, 0);
  g_ptr_array_add (words, g_strdup (_ ("All open questions")));
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      const KsQuestion *question = questions->pdata[i];

      g_ptr_array_add (self->questions, g_strdup (question->id));
      g_ptr_array_add (words, g_strdup_printf ("%s. %s", question->id, question->short_text));
    }
  g_ptr_array_add (words, NULL);
  fill (self, self->question, (char **)words->pdata, 0);
  gtk_widget_set_visible (self->question, self->questions->len > 1);
}

static gboolean
is_same (KsCommentsFilter *self, KsComments *comments)
{
  guint n = comments != NULL ? ks_comments_get_n_themes (comments) : 0;

  for (guint i = 0; n == self->themes->len && i < n; i++)
    {
      const KsTheme *theme = ks_comments_get_theme (comments, i)->theme;

      if (theme->id != g_array_index (self->themes, gint64, i)
          || !g_str_equal (theme->name, self->names->pdata[i]))
        return FALSE;
    }
  return n == self->themes->len;
}

/**
 * ks_comments_filter_set_themes:
 * @self: a filter
 * @comments: (nullable): comments of a scope
 *
 * Offers the themes; the one that is chosen stays chosen.
 */
void
ks_comments_filter_set_themes (KsCommentsFilter *self, KsComments *comments)
{
  gint64 chosen = get_theme (self);
  guint selected = chosen == KS_COMMENTS_NO_THEME ? 1 : 0;

  if (is_same (self, comments))
    return;
  g_array_set_size (self->themes, 0);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; comments != NULL && i < ks_comments_get_n_themes (comments); i++)
    {
      const KsTheme *theme = ks_comments_get_theme (comments, i)->theme;

      g_array_append_val (self->themes, theme->id);
      g_ptr_array_add (self->names, g_strdup (theme->name));
      if (theme->id == chosen)
        selected = i + N_OTHERS;
    }
  fill_themes (self, selected);
}

/**
 * ks_comments_filter_get:
 * @self: a filter
 * @filter: (out caller-allocates): what is chosen; its strings live until it changes, its scope is not
 *   written
 */
void
ks_comments_filter_get (KsCommentsFilter *self, KsCommentFilter *filter)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->question));

  filter->question
      = selected > 0 && selected <= self->questions->len ? self->questions->pdata[selected - 1] : NULL;
  filter->search = gtk_editable_get_text (GTK_EDITABLE (self->search));
  filter->theme = get_theme (self);
}

/**
 * ks_comments_filter_is_narrow:
 * @self: a filter
 *
 * Returns: whether words or a theme are looked for
 */
gboolean
ks_comments_filter_is_narrow (KsCommentsFilter *self)
{
  return get_theme (self) != KS_COMMENTS_ANY_THEME
         || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

/**
 * ks_comments_filter_clear:
 * @self: a filter
 *
 * Looks for no words and no theme any more.
 */
void
ks_comments_filter_clear (KsCommentsFilter *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->theme), 0);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->filling = FALSE;
  changed_cb (self);
}

/**
 * ks_comments_filter_start_search:
 * @self: a filter
 *
 * Lets the person type what is looked for.
 */
void
ks_comments_filter_start_search (KsCommentsFilter *self)
{
  gtk_widget_grab_focus (self->search);
}
