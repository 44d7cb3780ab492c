/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-row-item.h"

#include "ks-i18n.h"

struct _KsRowItem
{
  GObject parent_instance;

  KsResponseRow *row;
};

G_DEFINE_FINAL_TYPE (KsRowItem, ks_row_item, G_TYPE_OBJECT)

static void
ks_row_item_finalize (GObject *object)
{
  g_clear_pointer (&KS_ROW_ITEM (object)->row, ks_response_row_free);
  G_OBJECT_CLASS (ks_row_item_parent_class)->finalize (object);
}

static void
ks_row_item_class_init (KsRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_row_item_finalize;
}

static void
ks_row_item_init (KsRowItem *self)
{
}

/**
 * ks_row_item_new:
 * @row: (transfer full) (nullable): a row; %NULL for one that could not be read
 *
 * Returns: (transfer full): the row as an item
 */
KsRowItem *
ks_row_item_new (KsResponseRow *row)
{
  KsRowItem *self = g_object_new (KS_TYPE_ROW_ITEM, NULL);

  self->row = row;
  return self;
}

/**
 * ks_row_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its row; %NULL for one that could not be read
 */
const KsResponseRow *
ks_row_item_get_row (KsRowItem *self)
{
  g_return_val_if_fail (KS_IS_ROW_ITEM (self), NULL);

  return self->row;
}

/**
 * ks_row_item_dup_time:
 * @self: an item
 *
 * Returns: (transfer full): when the sheet was sent, to the minute and no finer: 01/4/2024 08:22;
 *   a dash if its file does not tell
 */
char *
ks_row_item_dup_time (KsRowItem *self)
{
  int year, month, day, hour, minute, second;
  g_autofree char *date = NULL;

  g_return_val_if_fail (KS_IS_ROW_ITEM (self), NULL);

  if (self->row == NULL || self->row->time == KS_MOMENT_NONE)
    return g_strdup ("–");
  ks_moment_to_civil (self->row->time, &year, &month, &day, &hour, &minute, &second);
  date = ks_day_format (ks_moment_get_day (self->row->time));
  return g_strdup_printf ("%s %02d:%02d", date, hour, minute);
}

/**
 * ks_row_item_get_state:
 * @self: an item
 *
 * Returns: (transfer none): where the row stands, in words
 */
const char *
ks_row_item_get_state (KsRowItem *self)
{
  g_return_val_if_fail (KS_IS_ROW_ITEM (self), NULL);

  return self->row != NULL ? ks_row_item_name_state (self->row->state) : "–";
}

/**
 * ks_row_item_name_state:
 * @state: where a sheet stands
 *
 * Returns: (transfer none): the state in words
 */
const char *
ks_row_item_name_state (KsState state)
{
  switch (state)
    {
    case KS_STATE_COUNTED:
      return _ ("Valid");
    case KS_STATE_WAITING:
      return _ ("Waiting");
    case KS_STATE_EXCLUDED:
      return _ ("Not counted");
    case KS_STATE_TRIAL:
      return _ ("Trial answer");
    case KS_N_STATES:
    default:
      return "";
    }
}

/**
 * ks_row_item_name_reason:
 * @reason: why rows wait
 *
 * Returns: (transfer none): the reason in a few neutral words
 */
const char *
ks_row_item_name_reason (KsReason reason)
{
  switch (reason)
    {
    case KS_REASON_UNKNOWN_UNIT:
      return _ ("Unit not known");
    case KS_REASON_TOKEN_MISMATCH:
      return _ ("Survey code does not match");
    case KS_REASON_OUTSIDE_WINDOW:
      return _ ("Outside the survey time");
    case KS_REASON_INCOMPLETE:
      return _ ("Not fully answered");
    case KS_REASON_KNOWN_ID:
      return _ ("Changed after it came in");
    case KS_REASON_NONE:
    case KS_N_REASONS:
    default:
      return "";
    }
}
