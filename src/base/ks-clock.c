/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-time.h"

struct _KsClock
{
  gatomicrefcount references;
  GMutex mutex;
  KsMoment fixed; /* KS_MOMENT_NONE: follows the system */
};

/**
 * ks_clock_new_system:
 *
 * Returns: (transfer full): a clock that follows the computer's
 */
KsClock *
ks_clock_new_system (void)
{
  return ks_clock_new_fixed (KS_MOMENT_NONE);
}

/**
 * ks_clock_new_fixed:
 * @moment: what it shows until it is set
 *
 * Returns: (transfer full): a clock that stands still
 */
KsClock *
ks_clock_new_fixed (KsMoment moment)
{
  KsClock *clock = g_new0 (KsClock, 1);

  g_atomic_ref_count_init (&clock->references);
  g_mutex_init (&clock->mutex);
  clock->fixed = moment;
  return clock;
}

/**
 * ks_clock_ref:
 * @clock: a clock
 *
 * Returns: (transfer full): @clock
 */
KsClock *
ks_clock_ref (KsClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);

  g_atomic_ref_count_inc (&clock->references);
  return clock;
}

/**
 * ks_clock_unref:
 * @clock: (transfer full): a clock
 */
void
ks_clock_unref (KsClock *clock)
{
  g_return_if_fail (clock != NULL);

  if (!g_atomic_ref_count_dec (&clock->references))
    return;
  g_mutex_clear (&clock->mutex);
  g_free (clock);
}

/**
 * ks_clock_now:
 * @clock: a clock; any thread may ask
 *
 * Returns: what it shows
 */
KsMoment
ks_clock_now (KsClock *clock)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (clock != NULL, KS_MOMENT_NONE);

  locker = g_mutex_locker_new (&clock->mutex);
  if (clock->fixed != KS_MOMENT_NONE)
    return clock->fixed;
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * ks_clock_set:
 * @clock: a clock
 * @moment: what it shows from now on, standing still; %KS_MOMENT_NONE: the computer's time
 */
void
ks_clock_set (KsClock *clock, KsMoment moment)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (clock != NULL);

  locker = g_mutex_locker_new (&clock->mutex);
  clock->fixed = moment;
}
