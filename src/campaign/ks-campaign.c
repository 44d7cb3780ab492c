/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-campaign.h"

#include "ks-form-table.h"
#include "ks-log-table.h"
#include "ks-setting-table.h"
#include "ks-unit-table.h"

/* A command of a script that is at its end is waited for. */
#define HOLD_PATIENCE_MS 1000

struct _KsCampaign {
  GObject         parent_instance;

  KsStore        *store;
  KsClock        *clock;
  char           *actor;

  GMutex          lock;      /* of the snapshots */
  KsCampaignInfo *info;
  KsRegistry     *registry;
  KsForm         *form;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KsCampaign, ks_campaign, G_TYPE_OBJECT)

static void
ks_campaign_finalize (GObject *object)
{
  KsCampaign *self = KS_CAMPAIGN (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->clock, ks_clock_unref);
  g_clear_pointer (&self->info, ks_campaign_info_free);
  g_clear_object (&self->registry);
  g_clear_object (&self->form);
  g_free (self->actor);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (ks_campaign_parent_class)->finalize (object);
}

static void
ks_campaign_class_init (KsCampaignClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_campaign_finalize;

  /**
   * KsCampaign::changed:
   * @self: a campaign
   * @change: flags of #KsChange
   *
   * A verb has changed something. Emitted in the main context.
   */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ks_campaign_init (KsCampaign *self)
{
  g_mutex_init (&self->lock);
}

static gboolean
load_info (KsCampaign *self, KsTransaction *tx, GError **error)
{
  KsCampaignInfo *info = ks_setting_table_load_info (tx, error);

  if (info == NULL)
    return FALSE;
  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->info, ks_campaign_info_free);
  self->info = info;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static gboolean
load_registry (KsCampaign *self, KsTransaction *tx, GError **error)
{
  KsRegistry *registry = ks_unit_table_load (tx, error);

  if (registry == NULL)
    return FALSE;
  g_mutex_lock (&self->lock);
  g_clear_object (&self->registry);
  self->registry = registry;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static gboolean
load_form (KsCampaign *self, KsTransaction *tx, GError **error)
{
  KsForm *form = ks_form_table_load (tx, error);

  if (form == NULL)
    return FALSE;
  g_mutex_lock (&self->lock);
  g_clear_object (&self->form);
  self->form = form;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

typedef struct {
  KsCampaign *campaign;
  KsChange    change;
} Emission;

static void
free_emission (gpointer data)
{
  Emission *emission = data;

  g_object_unref (emission->campaign);
  g_free (emission);
}

static gboolean
emit_changed_cb (gpointer data)
{
  Emission *emission = data;

  g_signal_emit (emission->campaign, signals[SIGNAL_CHANGED], 0, (guint) emission->change);
  return G_SOURCE_REMOVE;
}

/* Verbs run in any thread; who listens does so in the main one. */
static void
announce (KsCampaign *self, KsChange change)
{
  Emission *emission = g_new (Emission, 1);

  emission->campaign = g_object_ref (self);
  emission->change = change;
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, emit_changed_cb, emission, free_emission);
}

static gboolean
load (KsCampaign *self, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (self->store, error);

  return tx != NULL && load_info (self, tx, error) && load_registry (self, tx, error)
         && load_form (self, tx, error);
}

/**
 * ks_campaign_open:
 * @path: a campaign file
 * @clock: what tells the time
 * @actor: (nullable): full name of the officer, for the log
 * @error: return location for an error
 *
 * Opens a campaign.
 *
 * Returns: (transfer full): the campaign, or %NULL with an error of #KS_STORE_ERROR or
 *   #KS_MODEL_ERROR set; the file is then as it was
 */
KsCampaign *
ks_campaign_open (const char *path, KsClock *clock, const char *actor, GError **error)
{
  g_autoptr (KsCampaign) self = g_object_new (KS_TYPE_CAMPAIGN, NULL);

  self->clock = ks_clock_ref (clock);
  ks_campaign_set_actor (self, actor);
  self->store = ks_store_open (path, error);
  if (self->store == NULL)
    return NULL;
  ks_store_set_holder (self->store, self->actor);
  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

/* Another program has written. */
static gboolean
renew (KsCampaign *self, GError **error)
{
  if (!load (self, error))
    return FALSE;
  announce (self, KS_CHANGE_ALL);
  return TRUE;
}

/**
 * ks_campaign_hold:
 * @self: a campaign
 * @error: return location for an error
 *
 * Takes the file for this program, so that no other writes it.
 *
 * Returns: %FALSE with an error of #KS_STORE_ERROR set, which names who works on it; it can be
 *   looked at nevertheless
 */
gboolean
ks_campaign_hold (KsCampaign *self, GError **error)
{
  gboolean changed;

  if (!ks_store_hold (self->store, HOLD_PATIENCE_MS, &changed, error))
    return FALSE;
  return !changed || renew (self, error);
}

/**
 * ks_campaign_refresh:
 * @self: a campaign that another program may be writing
 * @error: return location for an error
 *
 * Reads again what another program has changed, and tells who listens.
 *
 * Returns: %FALSE with @error set when the file cannot be read
 */
gboolean
ks_campaign_refresh (KsCampaign *self, GError **error)
{
  return !ks_store_has_changed (self->store) || renew (self, error);
}

/**
 * ks_campaign_close:
 * @self: a campaign
 * @error: return location for an error
 *
 * Closes the file, so that it is one file again. No verb may run any more.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_campaign_close (KsCampaign *self, GError **error)
{
  return ks_store_close (self->store, error);
}

/**
 * ks_campaign_get_path:
 * @self: a campaign
 *
 * Returns: (transfer none): the path of its file
 */
const char *
ks_campaign_get_path (KsCampaign *self)
{
  return ks_store_get_path (self->store);
}

/**
 * ks_campaign_get_warning:
 * @self: a campaign
 *
 * Returns: (transfer none) (nullable): what the officer should know of the place of the file
 */
const char *
ks_campaign_get_warning (KsCampaign *self)
{
  return ks_store_get_warning (self->store);
}

/**
 * ks_campaign_get_actor:
 * @self: a campaign
 *
 * Returns: (transfer none): the name that the log records
 */
const char *
ks_campaign_get_actor (KsCampaign *self)
{
  return self->actor;
}

/**
 * ks_campaign_set_actor:
 * @self: a campaign
 * @actor: (nullable): full name of the officer; %NULL or empty: the login name
 *
 * Sets who acts from now on. Called in the main thread, while no verb runs.
 */
void
ks_campaign_set_actor (KsCampaign *self, const char *actor)
{
  g_autofree char *name
      = g_strdup (actor != NULL && actor[0] != '\0' ? actor : g_get_user_name ());

  g_free (self->actor);
  self->actor = g_steal_pointer (&name);
}

/**
 * ks_campaign_get_store:
 * @self: a campaign
 *
 * Returns: (transfer none): its file, for verbs
 */
KsStore *
ks_campaign_get_store (KsCampaign *self)
{
  return self->store;
}

/**
 * ks_campaign_now:
 * @self: a campaign
 *
 * Returns: the present moment by the campaign's clock
 */
KsMoment
ks_campaign_now (KsCampaign *self)
{
  return ks_clock_now (self->clock);
}

/**
 * ks_campaign_get_stamp:
 * @self: a campaign
 * @stamp: (out): the moment of the last row of the log that changed something
 * @error: return location for an error
 *
 * Tells the moment that files carry as their date: the same campaign gives the same bytes,
 * whenever they are written.
 *
 * Returns: %FALSE with @error set
 */
gboolean
ks_campaign_get_stamp (KsCampaign *self, KsMoment *stamp, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_read (self->store, error);

  return tx != NULL && ks_log_table_get_last_change (tx, KS_MOMENT_NONE, stamp, error);
}

/**
 * ks_campaign_wait_for_head:
 * @self: a campaign
 * @error: return location for an error
 *
 * Tells where the log ends while nobody writes: the snapshots are not older than it. A long verb that
 * reads first and then writes sees by it whether something was done meanwhile.
 *
 * Returns: (transfer full): the hash of the newest row, or %NULL with @error set
 */
char *
ks_campaign_wait_for_head (KsCampaign *self, GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (self->store, error);

  return tx != NULL ? ks_log_table_dup_head (tx, error) : NULL;
}

/**
 * ks_campaign_is_window_open:
 * @self: a campaign
 *
 * Returns: whether answers may still come: until the survey's end has passed, or an officer has
 *   ended it, nothing but participation is shown
 */
gboolean
ks_campaign_is_window_open (KsCampaign *self)
{
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (self);

  return ks_campaign_now (self) < ks_campaign_info_get_end (info);
}

/**
 * ks_campaign_dup_info:
 * @self: a campaign
 *
 * Returns: (transfer full): what it is called and when it runs
 */
KsCampaignInfo *
ks_campaign_dup_info (KsCampaign *self)
{
  KsCampaignInfo *info;

  g_mutex_lock (&self->lock);
  info = ks_campaign_info_copy (self->info);
  g_mutex_unlock (&self->lock);
  return info;
}

/**
 * ks_campaign_dup_registry:
 * @self: a campaign
 *
 * Returns: (transfer full): its units
 */
KsRegistry *
ks_campaign_dup_registry (KsCampaign *self)
{
  KsRegistry *registry;

  g_mutex_lock (&self->lock);
  registry = g_object_ref (self->registry);
  g_mutex_unlock (&self->lock);
  return registry;
}

/**
 * ks_campaign_dup_form:
 * @self: a campaign
 *
 * Returns: (transfer full): its form
 */
KsForm *
ks_campaign_dup_form (KsCampaign *self)
{
  KsForm *form;

  g_mutex_lock (&self->lock);
  form = g_object_ref (self->form);
  g_mutex_unlock (&self->lock);
  return form;
}

/* What was committed stands, even if it cannot be read back at once: the older snapshots serve
 * until the next verb. */
static void
reload (KsCampaign *self, KsChange change)
{
  g_autoptr (KsTransaction) tx = NULL;

  if ((change & (KS_CHANGE_INFO | KS_CHANGE_REGISTRY | KS_CHANGE_FORM)) == 0)
    return;
  tx = ks_store_begin_read (self->store, NULL);
  if (tx == NULL)
    return;
  if ((change & KS_CHANGE_INFO) != 0)
    load_info (self, tx, NULL);
  if ((change & KS_CHANGE_REGISTRY) != 0)
    load_registry (self, tx, NULL);
  if ((change & KS_CHANGE_FORM) != 0)
    load_form (self, tx, NULL);
}

/**
 * ks_campaign_commit:
 * @self: a campaign
 * @tx: the transaction of a verb
 * @action: the verb's id for the log
 * @payload: what it did, as a JSON object
 * @change: what it touched
 * @error: return location for an error
 *
 * Commits @tx with its row of the log, renews the snapshots and emits #KsCampaign::changed.
 *
 * Returns: %FALSE with @error set when nothing was written
 */
gboolean
ks_campaign_commit (KsCampaign *self, KsTransaction *tx, const char *action, const char *payload,
                    KsChange change, GError **error)
{
  if (!ks_transaction_commit (tx, ks_campaign_now (self), self->actor, action, payload, error))
    return FALSE;

  reload (self, change);
  announce (self, change);
  return TRUE;
}

/**
 * ks_campaign_save_info:
 * @self: a campaign
 * @info: what it is called from now on and when it runs
 * @action: the verb's id for the log
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set; the campaign is then as it was
 */
gboolean
ks_campaign_save_info (KsCampaign *self, const KsCampaignInfo *info, const char *action,
                       GError **error)
{
  g_autoptr (KsTransaction) tx = ks_store_begin_write (self->store, error);

  return tx != NULL && ks_setting_table_save_info (tx, info, error)
         && ks_campaign_commit (self, tx, action, "{}", KS_CHANGE_INFO, error);
}
