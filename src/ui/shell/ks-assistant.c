/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-assistant.h"

#include "ks-i18n.h"

/* What takes no longer shows no progress. */
#define PATIENCE 150 /* milliseconds */

typedef struct
{
  GtkWidget *shell; /* weak */
  gpointer task;
  char *name;       /* of what is looked at, for people */
  KsJob *job;       /* works on the task, which is the thread's meanwhile; NULL: none does */
  guint patience_source;
  gboolean committing;

  GtkWidget *title;
  GtkWidget *leave_button;
  GtkWidget *commit_button;
  GtkWidget *pane_button;
  KsSideBox *side_box; /* of the view */
  GtkWidget *stack;
  GtkWidget *progress;
  GtkWidget *progress_label;
  GtkWidget *view_bin;
  GtkWidget *question_bin;
  GtkWidget *error_page;
} KsAssistantPrivate;

typedef enum
{
  PROP_VIEW = 1,
  PROP_QUESTION,
  PROP_REFUSAL,
} KsAssistantProperty;

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KsAssistant, ks_assistant, ADW_TYPE_WINDOW)

static KsAssistantPrivate *
get_private (KsAssistant *self)
{
  return ks_assistant_get_instance_private (self);
}

/* A commit that was begun outlives its window. */
typedef struct
{
  KsAssistant *window;
  KsShell *shell;
  gpointer task;
} Commit;

static void
committed_cb (gpointer user_data, gboolean ok, const GError *error)
{
  Commit *commit = user_data;
  const KsAssistantClass *klass = KS_ASSISTANT_GET_CLASS (commit->window);
  KsOutcome *outcome = ok ? klass->steal_outcome (commit->task) : NULL;

  if (outcome != NULL)
    ks_shell_show_outcome (commit->shell, outcome);
  if (ok)
    ks_shell_show_page (commit->shell, klass->page, NULL);
  g_signal_emit (commit->window, signals[FINISHED], 0);
  klass->unref_task (commit->task);
  g_object_unref (commit->window);
  g_object_unref (commit->shell);
  g_free (commit);
}

static void
begin_commit (gpointer data)
{
  KsAssistant *self = data;
  KsAssistantPrivate *priv = get_private (self);
  const KsAssistantClass *klass = KS_ASSISTANT_GET_CLASS (self);
  g_autofree char *title = g_strdup_printf (_ ("Importing %s"), priv->name);
  g_autoptr (KsJob) job = ks_job_new (title);
  gpointer task = klass->ref_task (priv->task);
  KsShell *shell = g_object_ref (KS_SHELL (priv->shell));
  Commit *commit = g_new0 (Commit, 1);

  *commit = (Commit){ g_object_ref (self), shell, klass->ref_task (task) };
  priv->committing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
  ks_shell_run_job (shell, job, klass->commit, task, klass->unref_task, committed_cb, commit);
}

static void
commit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KsAssistant *self = KS_ASSISTANT (widget);

  if (!ks_assistant_is_working (self))
    KS_ASSISTANT_GET_CLASS (self)->confirm (self);
}

/* In a narrow window the pane at the side takes the place of the rest. */
static void
update_pane_button (KsAssistant *self)
{
  KsAssistantPrivate *priv = get_private (self);
  const char *shown = gtk_stack_get_visible_child_name (GTK_STACK (priv->stack));

  gtk_widget_set_visible (priv->pane_button, priv->side_box != NULL
                                                 && ks_side_box_get_folded (priv->side_box)
                                                 && g_strcmp0 (shown, "view") == 0);
}

static void
show_part (KsAssistant *self, const char *name)
{
  KsAssistantPrivate *priv = get_private (self);

  gtk_stack_set_visible_child_name (GTK_STACK (priv->stack), name);
  if (!g_str_equal (name, "view"))
    gtk_widget_set_visible (priv->commit_button, FALSE);
  update_pane_button (self);
}

static void
show_view (KsAssistant *self)
{
  KsAssistantPrivate *priv = get_private (self);

  gtk_widget_set_sensitive (priv->view_bin, TRUE);
  KS_ASSISTANT_GET_CLASS (self)->show (self);
  show_part (self, "view");
  gtk_widget_grab_focus (gtk_widget_get_visible (priv->commit_button)
                                 && gtk_widget_is_sensitive (priv->commit_button)
                             ? priv->commit_button
                             : priv->leave_button);
}

static void
show_failure (KsAssistant *self, const GError *error)
{
  KsAssistantPrivate *priv = get_private (self);
  const KsAssistantClass *klass = KS_ASSISTANT_GET_CLASS (self);
  g_autofree char *sentences
      = g_strdup_printf ("%s\n%s", error->message, _ ("Nothing was changed."));
  g_autofree char *markup = g_markup_escape_text (sentences, -1);

  if (klass->ask != NULL && klass->ask (self))
    {
      show_part (self, "question");
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (priv->error_page), markup);
  gtk_button_set_label (GTK_BUTTON (priv->leave_button), _ ("_Close"));
  show_part (self, "error");
  gtk_widget_grab_focus (priv->leave_button);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (KsAssistant) self = user_data;
  KsAssistantPrivate *priv = get_private (self);
  g_autoptr (GError) error = NULL;
  gboolean ok = ks_job_run_finish (KS_JOB (source), result, &error);

  g_clear_handle_id (&priv->patience_source, g_source_remove);
  g_clear_object (&priv->job);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (ok)
    show_view (self);
  else
    show_failure (self, error);
}

static void
show_progress_cb (KsAssistant *self)
{
  KsAssistantPrivate *priv = get_private (self);
  double seconds = priv->job != NULL ? ks_job_get_seconds_left (priv->job) : -1;
  g_autofree char *text = NULL;

  if (priv->job == NULL)
    return;
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (priv->progress),
                                 ks_job_get_fraction (priv->job));
  if (seconds >= 1)
    text = g_strdup_printf (_ ("%s · about %d s left"), ks_job_get_title (priv->job),
                            (int)seconds);
  gtk_label_set_text (GTK_LABEL (priv->progress_label),
                      text != NULL ? text : ks_job_get_title (priv->job));
}

static gboolean
lose_patience_cb (gpointer data)
{
  KsAssistant *self = data;

  get_private (self)->patience_source = 0;
  show_part (self, "reading");
  return G_SOURCE_REMOVE;
}

static gboolean
ks_assistant_close_request (GtkWindow *window)
{
  KsAssistant *self = KS_ASSISTANT (window);
  KsAssistantPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->patience_source, g_source_remove);
  if (priv->job != NULL)
    ks_job_stop (priv->job);
  if (!priv->committing)
    g_signal_emit (self, signals[FINISHED], 0);
  return GTK_WINDOW_CLASS (ks_assistant_parent_class)->close_request (window);
}

static void
ks_assistant_dispose (GObject *object)
{
  KsAssistant *self = KS_ASSISTANT (object);
  KsAssistantPrivate *priv = get_private (self);

  g_clear_handle_id (&priv->patience_source, g_source_remove);
  if (priv->shell != NULL)
    g_object_remove_weak_pointer (G_OBJECT (priv->shell), (gpointer *)&priv->shell);
  priv->shell = NULL;
  g_clear_pointer (&priv->task, KS_ASSISTANT_GET_CLASS (self)->unref_task);
  g_clear_pointer (&priv->name, g_free);
  G_OBJECT_CLASS (ks_assistant_parent_class)->dispose (object);
}

static void
ks_assistant_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KsAssistantPrivate *priv = get_private (KS_ASSISTANT (object));

  switch ((KsAssistantProperty)id)
    {
    case PROP_VIEW:
      adw_bin_set_child (ADW_BIN (priv->view_bin), g_value_get_object (value));
      break;
    case PROP_QUESTION:
      adw_bin_set_child (ADW_BIN (priv->question_bin), g_value_get_object (value));
      break;
    case PROP_REFUSAL:
      adw_status_page_set_title (ADW_STATUS_PAGE (priv->error_page), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (
      object_class, PROP_VIEW, g_param_spec_object ("view", NULL, NULL, GTK_TYPE_WIDGET, flags));
  g_object_class_install_property (
      object_class, PROP_QUESTION,
      g_param_spec_object ("question", NULL, NULL, GTK_TYPE_WIDGET, flags));
  g_object_class_install_property (object_class, PROP_REFUSAL,
                                   g_param_spec_string ("refusal", NULL, NULL, NULL, flags));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/shell/ks-assistant.ui");
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, title);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, leave_button);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, commit_button);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, pane_button);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, stack);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, progress);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, progress_label);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, view_bin);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, question_bin);
  gtk_widget_class_bind_template_child_private (widget_class, KsAssistant, error_page);
}

static void
ks_assistant_class_init (KsAssistantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ks_assistant_dispose;
  object_class->set_property = ks_assistant_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = ks_assistant_close_request;
  klass->confirm = ks_assistant_commit;
  install_properties (object_class);
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "import.commit", NULL, commit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ks_assistant_init (KsAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_assistant_set_task:
 * @self: a window that has no task yet
 * @shell: the window with the campaign
 * @task: (transfer full): what is looked at
 * @name: what that is called, for people
 *
 * Tells what the window is for.
 */
void
ks_assistant_set_task (KsAssistant *self, KsShell *shell, gpointer task, const char *name)
{
  KsAssistantPrivate *priv = get_private (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (shell));

  g_return_if_fail (KS_IS_ASSISTANT (self) && priv->task == NULL);

  priv->task = task;
  priv->name = g_strdup (name);
  priv->shell = GTK_WIDGET (shell);
  g_object_add_weak_pointer (G_OBJECT (shell), (gpointer *)&priv->shell);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (priv->title), name);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
}

/**
 * ks_assistant_set_side_box:
 * @self: a window
 * @side_box: the box of its view, whose halves take turns in a narrow window
 *
 * Gives the header a button to turn them.
 */
void
ks_assistant_set_side_box (KsAssistant *self, KsSideBox *side_box)
{
  KsAssistantPrivate *priv = get_private (self);

  priv->side_box = side_box;
  g_object_bind_property (side_box, "show-pane", priv->pane_button, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (side_box, "notify::folded", G_CALLBACK (update_pane_button), self,
                           G_CONNECT_SWAPPED);
}

/**
 * ks_assistant_begin:
 * @self: a window with its task
 * @func: what looks at the task
 *
 * Shows the window and looks, off the main thread.
 */
void
ks_assistant_begin (KsAssistant *self, KsJobFunc func)
{
  ks_assistant_work (self, func);
  show_part (self, "reading");
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * ks_assistant_is_working:
 * @self: a window
 *
 * Returns: whether the task is the thread's now
 */
gboolean
ks_assistant_is_working (KsAssistant *self)
{
  return get_private (self)->job != NULL;
}

/**
 * ks_assistant_work:
 * @self: a window that is not working
 * @func: what a thread does with the task
 *
 * Lets a thread have the task, then shows it anew.
 */
void
ks_assistant_work (KsAssistant *self, KsJobFunc func)
{
  KsAssistantPrivate *priv = get_private (self);
  const KsAssistantClass *klass = KS_ASSISTANT_GET_CLASS (self);
  g_autofree char *title = g_strdup_printf (_ ("Reading %s"), priv->name);

  g_return_if_fail (KS_IS_ASSISTANT (self) && priv->job == NULL);

  priv->job = ks_job_new (title);
  g_signal_connect_object (priv->job, "notify::fraction", G_CALLBACK (show_progress_cb), self,
                           G_CONNECT_SWAPPED);
  show_progress_cb (self);
  gtk_widget_set_sensitive (priv->view_bin, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", FALSE);
  priv->patience_source = g_timeout_add (PATIENCE, lose_patience_cb, self);
  ks_job_run_async (priv->job, func, klass->ref_task (priv->task), klass->unref_task, worked_cb,
                    g_object_ref (self));
}

/**
 * ks_assistant_offer:
 * @self: a window
 * @verb: (nullable): the label of the button that commits; %NULL: there is nothing to commit
 * @ready: whether nothing is open any more
 *
 * Offers to commit what the view shows.
 */
void
ks_assistant_offer (KsAssistant *self, const char *verb, gboolean ready)
{
  KsAssistantPrivate *priv = get_private (self);

  if (verb != NULL)
    gtk_button_set_label (GTK_BUTTON (priv->commit_button), verb);
  gtk_widget_set_visible (priv->commit_button, verb != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.commit", verb != NULL && ready);
  gtk_button_set_label (GTK_BUTTON (priv->leave_button), verb != NULL ? _ ("_Leave") : _ ("_Close"));
}

/**
 * ks_assistant_commit:
 * @self: a window that is not working
 *
 * Commits the task and closes the window, as soon as the log knows who acts.
 */
void
ks_assistant_commit (KsAssistant *self)
{
  ks_shell_with_officer (KS_SHELL (get_private (self)->shell), begin_commit, g_object_ref (self),
                         g_object_unref);
}
