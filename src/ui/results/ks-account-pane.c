/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-account-pane.h"

#include "ks-i18n.h"

struct _KsAccountPane
{
  GtkBox parent_instance;
  GtkWidget *heading;
  GtkWidget *question;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (KsAccountPane, ks_account_pane, GTK_TYPE_BOX)

static void
ks_account_pane_class_init (KsAccountPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/results/ks-account-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, KsAccountPane, heading);
  gtk_widget_class_bind_template_child (widget_class, KsAccountPane, question);
  gtk_widget_class_bind_template_child (widget_class, KsAccountPane, list);
}

static void
ks_account_pane_init (KsAccountPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_text (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* "Phiếu nhận được: 387": words at the left, the figure at the right. Other sentences stay. */
static const char *
find_figure (const char *sentence)
{
  const char *colon = strrchr (sentence, ':');
  const char *figure = colon != NULL ? colon + 1 : NULL;

  if (figure == NULL || *figure != ' ')
    return NULL;
  figure++;
  for (const char *p = figure; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_isdigit (*p) && strchr (".,% ", *p) == NULL && !g_str_has_prefix (p, "–"))
      return NULL;
  return *figure != '\0' ? figure : NULL;
}

static void
add_sentence (KsAccountPane *self, const char *sentence)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *figure = find_figure (sentence);
  g_autofree char *words = figure != NULL
                               ? g_strndup (sentence, (gsize)(figure - sentence) - strlen (": "))
                               : g_strdup (sentence);
  GtkWidget *text = new_text (words, 0);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (line), text);
  if (figure != NULL)
    {
      GtkWidget *number = new_text (figure, 1);

      gtk_label_set_wrap (GTK_LABEL (number), FALSE);
      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_widget_add_css_class (number, "numeric");
      gtk_widget_add_css_class (number, "heading");
      gtk_box_append (GTK_BOX (line), number);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static char *
dup_heading (const KsScope *scope, const KsQuestion *question)
{
  const char *name = scope->kind == KS_SCOPE_PROVINCE ? _ ("Whole province") : scope->name;

  if (scope->group != NULL && question == NULL)
    return g_strdup_printf ("%s · %s", name, scope->group->options[scope->choice - 1].label);
  if (scope->group != NULL)
    return g_strdup_printf (_ ("%s · %s, question %s"), name,
                            scope->group->options[scope->choice - 1].label, question->id);
  if (question == NULL)
    return g_strdup (name);
  /* Translators: a district or unit, then the id of a question. */
  return g_strdup_printf (_ ("%s, question %s"), name, question->id);
}

/**
 * ks_account_pane_show:
 * @self: a pane
 * @results: a snapshot of the tallies
 * @scope: whose figure
 * @question: (nullable): which figure; %NULL: participation
 *
 * Shows how the figure came about.
 */
void
ks_account_pane_show (KsAccountPane *self,
                      KsResults *results,
                      const KsScope *scope,
                      const KsQuestion *question)
{
  g_autofree char *heading = dup_heading (scope, question);
  g_autoptr (GPtrArray) account = NULL;
  GtkWidget *row;

  g_return_if_fail (KS_IS_ACCOUNT_PANE (self));

  account = ks_results_dup_account (results, scope, question);
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_label_set_text (GTK_LABEL (self->question),
                      question != NULL ? question->text : _ ("Participation"));
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < account->len; i++)
    add_sentence (self, g_ptr_array_index (account, i));
}
