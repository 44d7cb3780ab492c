/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-day-calls.h"

struct _KsDayCalls
{
  GObject parent_instance;
  GPtrArray *calls;    /* of KsCall */
  GHashTable *by_code; /* of GPtrArray of borrowed KsCall, the oldest first */
};

G_DEFINE_FINAL_TYPE (KsDayCalls, ks_day_calls, G_TYPE_OBJECT)

static void
ks_day_calls_finalize (GObject *object)
{
  KsDayCalls *self = KS_DAY_CALLS (object);

  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->calls);
  G_OBJECT_CLASS (ks_day_calls_parent_class)->finalize (object);
}

static void
ks_day_calls_class_init (KsDayCallsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_day_calls_finalize;
}

static void
ks_day_calls_init (KsDayCalls *self)
{
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify)g_ptr_array_unref);
}

static void
add_call (KsDayCalls *self, KsCall *call)
{
  GPtrArray *calls = g_hash_table_lookup (self->by_code, call->code);

  if (calls == NULL)
    {
      calls = g_ptr_array_new ();
      g_hash_table_insert (self->by_code, call->code, calls);
    }
  g_ptr_array_add (calls, call);
}

/**
 * ks_day_calls_load:
 * @campaign: a campaign
 * @error: return location for an error
 *
 * Returns: (transfer full): all its calls, or %NULL with @error set
 */
KsDayCalls *
ks_day_calls_load (KsCampaign *campaign, GError **error)
{
  GPtrArray *calls = ks_calls_load (campaign, NULL, error);
  KsDayCalls *self;

  if (calls == NULL)
    return NULL;
  self = g_object_new (KS_TYPE_DAY_CALLS, NULL);
  self->calls = calls;
  for (guint i = 0; i < calls->len; i++)
    add_call (self, calls->pdata[i]);
  return self;
}

/**
 * ks_day_calls_lookup:
 * @self: (nullable): the calls
 * @code: of a unit or a district
 *
 * Returns: (transfer none) (nullable) (element-type KsCall): its calls, the oldest first; %NULL:
 *   nobody called
 */
GPtrArray *
ks_day_calls_lookup (KsDayCalls *self, const char *code)
{
  return self != NULL ? g_hash_table_lookup (self->by_code, code) : NULL;
}

/**
 * ks_day_calls_get_last:
 * @self: (nullable): the calls
 * @code: of a unit or a district
 *
 * Returns: (transfer none) (nullable): its last call
 */
const KsCall *
ks_day_calls_get_last (KsDayCalls *self, const char *code)
{
  GPtrArray *calls = ks_day_calls_lookup (self, code);

  return calls != NULL ? calls->pdata[calls->len - 1] : NULL;
}
