/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-column-item.h"

#include "ks-i18n.h"
#include "ks-import-roles.h"

struct _KsImportColumnItem
{
  GObject parent_instance;

  guint number;
  char *header;
  char *role;
  char *sample;
  char *grounds;
};

G_DEFINE_FINAL_TYPE (KsImportColumnItem, ks_import_column_item, G_TYPE_OBJECT)

static void
ks_import_column_item_finalize (GObject *object)
{
  KsImportColumnItem *self = KS_IMPORT_COLUMN_ITEM (object);

  g_free (self->header);
  g_free (self->role);
  g_free (self->sample);
  g_free (self->grounds);
  G_OBJECT_CLASS (ks_import_column_item_parent_class)->finalize (object);
}

static void
ks_import_column_item_class_init (KsImportColumnItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_import_column_item_finalize;
}

static void
ks_import_column_item_init (KsImportColumnItem *self)
{
}

static KsColumnRole
get_role (const KsImportColumn *column)
{
  return column->personal != KS_PERSONAL_NONE ? KS_COLUMN_PERSONAL : column->role;
}

/* What somebody wrote in own words is nobody's example. */
static char *
dup_sample (const KsImportColumn *column, KsForm *form)
{
  const KsQuestion *question
      = column->question_id != NULL ? ks_form_lookup (form, column->question_id) : NULL;

  if (question != NULL && question->type == KS_QUESTION_TEXT)
    return g_strdup (_ ("(not shown)"));
  return g_strdup (column->sample != NULL ? column->sample : "–");
}

static char *
dup_grounds (const KsImportColumn *column)
{
  if (column->personal != KS_PERSONAL_NONE)
    return g_strdup (ks_personal_kind_get_label (column->personal));
  if (column->role == KS_COLUMN_IGNORED)
    return g_strdup (column->is_new ? _ ("new in this file")
                                    : _ ("no question has this header"));
  if (column->n_filled == 0)
    return g_strdup (_ ("header matches; first rows are empty"));
  if (column->role == KS_COLUMN_QUESTION && column->n_recognised == column->n_filled)
    return g_strdup (_ ("matches the form"));
  return g_strdup_printf (_ ("%u of the first %u read"), column->n_recognised, column->n_filled);
}

/**
 * ks_import_columns_new:
 * @plan: what a file is
 * @form: the campaign's form
 *
 * Returns: (transfer full): a list of KsImportColumnItem: first the columns that are not used or
 *   not read without a doubt, then the others, each group in the file's order
 */
GListModel *
ks_import_columns_new (const KsImportPlan *plan, KsForm *form)
{
  GListStore *items = g_list_store_new (KS_TYPE_IMPORT_COLUMN_ITEM);
  guint n_doubtful = 0;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const KsImportColumn *column = g_ptr_array_index (plan->columns, i);
      g_autoptr (KsImportColumnItem) item = g_object_new (KS_TYPE_IMPORT_COLUMN_ITEM, NULL);
      gboolean doubtful = column->role == KS_COLUMN_IGNORED
                          || column->n_recognised < column->n_filled;

      item->number = i + 1;
      item->header = g_strdup (column->header);
      item->role = ks_import_role_dup_label (get_role (column), column->question_id, column->choice,
                                             form);
      item->sample = dup_sample (column, form);
      item->grounds = dup_grounds (column);
      g_list_store_insert (items, doubtful ? n_doubtful : i, item);
      n_doubtful += doubtful;
    }
  return G_LIST_MODEL (items);
}

/**
 * ks_import_column_item_get_number:
 * @self: a column
 *
 * Returns: its place in the file, from 1
 */
guint
ks_import_column_item_get_number (KsImportColumnItem *self)
{
  g_return_val_if_fail (KS_IS_IMPORT_COLUMN_ITEM (self), 0);

  return self->number;
}

/**
 * ks_import_column_item_get_header:
 * @self: a column
 *
 * Returns: (transfer none): its header in the file
 */
const char *
ks_import_column_item_get_header (KsImportColumnItem *self)
{
  g_return_val_if_fail (KS_IS_IMPORT_COLUMN_ITEM (self), NULL);

  return self->header;
}

/**
 * ks_import_column_item_get_role:
 * @self: a column
 *
 * Returns: (transfer none): what it is, in words
 */
const char *
ks_import_column_item_get_role (KsImportColumnItem *self)
{
  g_return_val_if_fail (KS_IS_IMPORT_COLUMN_ITEM (self), NULL);

  return self->role;
}

/**
 * ks_import_column_item_get_sample:
 * @self: a column
 *
 * Returns: (transfer none): one of its values; none where people wrote in their own words
 */
const char *
ks_import_column_item_get_sample (KsImportColumnItem *self)
{
  g_return_val_if_fail (KS_IS_IMPORT_COLUMN_ITEM (self), NULL);

  return self->sample;
}

/**
 * ks_import_column_item_get_grounds:
 * @self: a column
 *
 * Returns: (transfer none): why it is taken for that, in words
 */
const char *
ks_import_column_item_get_grounds (KsImportColumnItem *self)
{
  g_return_val_if_fail (KS_IS_IMPORT_COLUMN_ITEM (self), NULL);

  return self->grounds;
}
