/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-mark-item.h"

#include "ks-criterion.h"
#include "ks-number.h"
#include "ks-own-value-table.h"

struct _KsMarkItem
{
  GObject parent_instance;
  KsUnit *unit;
  char *mark;
  char *note;
  char *kept_mark; /* as they are kept */
  char *kept_note;
};

G_DEFINE_FINAL_TYPE (KsMarkItem, ks_mark_item, G_TYPE_OBJECT)

static void
ks_mark_item_finalize (GObject *object)
{
  KsMarkItem *self = KS_MARK_ITEM (object);

  g_clear_object (&self->unit);
  g_free (self->mark);
  g_free (self->note);
  g_free (self->kept_mark);
  g_free (self->kept_note);
  G_OBJECT_CLASS (ks_mark_item_parent_class)->finalize (object);
}

static void
ks_mark_item_class_init (KsMarkItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_mark_item_finalize;
}

static void
ks_mark_item_init (KsMarkItem *self)
{
}

/**
 * ks_mark_item_new:
 * @unit: a unit
 * @mark: its mark, or %KS_OWN_VALUE_NONE
 * @note: (nullable): what was noted with it
 *
 * Returns: (transfer full): its line
 */
KsMarkItem *
ks_mark_item_new (KsUnit *unit, double mark, const char *note)
{
  KsMarkItem *self = g_object_new (KS_TYPE_MARK_ITEM, NULL);

  self->unit = g_object_ref (unit);
  self->mark = mark < 0 ? g_strdup ("") : ks_format_short (mark, 2);
  self->note = g_strdup (note != NULL ? note : "");
  self->kept_mark = g_strdup (self->mark);
  self->kept_note = g_strdup (self->note);
  return self;
}

/**
 * ks_mark_item_get_unit:
 * @self: a line
 *
 * Returns: (transfer none): its unit
 */
KsUnit *
ks_mark_item_get_unit (KsMarkItem *self)
{
  g_return_val_if_fail (KS_IS_MARK_ITEM (self), NULL);

  return self->unit;
}

/**
 * ks_mark_item_get_mark:
 * @self: a line
 *
 * Returns: (transfer none): the mark as it is typed
 */
const char *
ks_mark_item_get_mark (KsMarkItem *self)
{
  g_return_val_if_fail (KS_IS_MARK_ITEM (self), NULL);

  return self->mark;
}

/**
 * ks_mark_item_get_note:
 * @self: a line
 *
 * Returns: (transfer none): the note
 */
const char *
ks_mark_item_get_note (KsMarkItem *self)
{
  g_return_val_if_fail (KS_IS_MARK_ITEM (self), NULL);

  return self->note;
}

/**
 * ks_mark_item_set_mark:
 * @self: a line
 * @mark: as it is typed
 *
 * Takes it over, right or wrong.
 */
void
ks_mark_item_set_mark (KsMarkItem *self, const char *mark)
{
  g_return_if_fail (KS_IS_MARK_ITEM (self));

  g_free (self->mark);
  self->mark = g_strdup (mark);
}

/**
 * ks_mark_item_set_note:
 * @self: a line
 * @note: as it is typed
 *
 * Takes it over.
 */
void
ks_mark_item_set_note (KsMarkItem *self, const char *note)
{
  g_return_if_fail (KS_IS_MARK_ITEM (self));

  g_free (self->note);
  self->note = g_strdup (note);
}

/**
 * ks_mark_item_is_changed:
 * @self: a line
 *
 * Returns: whether it says anything else than what is kept
 */
gboolean
ks_mark_item_is_changed (KsMarkItem *self)
{
  g_return_val_if_fail (KS_IS_MARK_ITEM (self), FALSE);

  return !g_str_equal (self->mark, self->kept_mark) || !g_str_equal (self->note, self->kept_note);
}

/**
 * ks_mark_item_read:
 * @self: a line
 * @mark: (out): the mark; %KS_OWN_VALUE_NONE where nothing is typed
 *
 * Returns: %FALSE if what is typed is no mark from 0 to 10
 */
gboolean
ks_mark_item_read (KsMarkItem *self, double *mark)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (KS_IS_MARK_ITEM (self), FALSE);

  text = g_strstrip (g_strdup (self->mark));
  *mark = KS_OWN_VALUE_NONE;
  if (*text == '\0')
    return TRUE;
  return ks_read_decimal (text, mark) && *mark >= 0 && *mark <= KS_OWN_VALUE_MAX;
}
