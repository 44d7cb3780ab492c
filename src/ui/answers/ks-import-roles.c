/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-import-roles.h"

#include "ks-i18n.h"

/* One of the choices. */
typedef struct
{
  KsColumnRole role;
  const KsQuestion *question;
  guint choice;
} Role;

static void
append_role (GArray *roles, KsColumnRole role, const KsQuestion *question, guint choice)
{
  const Role entry = { role, question, choice };

  g_array_append_val (roles, entry);
}

static GArray *
make_roles (KsForm *form)
{
  static const KsColumnRole plain[]
      = { KS_COLUMN_IGNORED, KS_COLUMN_TIME, KS_COLUMN_START, KS_COLUMN_UNIT, KS_COLUMN_ID };
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (Role));

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    append_role (roles, plain[i], NULL, 0);
  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);
      guint n_parts = question->type == KS_QUESTION_MULTI ? question->n_options : 0;

      for (guint k = 0; k <= n_parts; k++)
        append_role (roles, KS_COLUMN_QUESTION, question, k);
    }
  return roles;
}

/**
 * ks_import_role_dup_label:
 * @role: what a column is
 * @question_id: (nullable): the question that it answers
 * @choice: the option that it is about, from 1; 0: it holds the whole answer
 * @form: the campaign's form
 *
 * Returns: (transfer full): the same in a few words
 */
char *
ks_import_role_dup_label (KsColumnRole role, const char *question_id, guint choice, KsForm *form)
{
  const KsQuestion *question = question_id != NULL ? ks_form_lookup (form, question_id) : NULL;

  switch (role)
    {
    case KS_COLUMN_TIME:
      return g_strdup (_ ("Time sent"));
    case KS_COLUMN_START:
      return g_strdup (_ ("Time begun"));
    case KS_COLUMN_UNIT:
      return g_strdup (_ ("Survey code"));
    case KS_COLUMN_ID:
      return g_strdup (_ ("Number at the form service"));
    case KS_COLUMN_QUESTION:
      if (question != NULL && choice > 0 && choice <= question->n_options)
        return g_strdup_printf (_ ("Question %s: %s"), question_id,
                                question->options[choice - 1].label);
      return g_strdup_printf (_ ("Question %s"), question_id);
    case KS_COLUMN_PERSONAL:
      return g_strdup (_ ("Left out"));
    case KS_COLUMN_IGNORED:
    case KS_N_COLUMN_ROLES:
    default:
      return g_strdup (_ ("Not used"));
    }
}

static char *
dup_choice (const Role *role, KsForm *form)
{
  if (role->question == NULL || role->choice > 0)
    return ks_import_role_dup_label (role->role, role->question != NULL ? role->question->id : NULL,
                                     role->choice, form);
  return g_strdup_printf (_ ("Question %s: %s"), role->question->id, role->question->short_text);
}

/**
 * ks_import_roles_list:
 * @form: the campaign's form
 *
 * Returns: (transfer full): all that a column can be, in words
 */
char **
ks_import_roles_list (KsForm *form)
{
  g_autoptr (GArray) roles = make_roles (form);
  char **list = g_new0 (char *, roles->len + 1);

  for (guint i = 0; i < roles->len; i++)
    list[i] = dup_choice (&g_array_index (roles, Role, i), form);
  return list;
}

/**
 * ks_import_roles_find:
 * @form: the campaign's form
 * @column: what is said of a column
 *
 * Returns: its place in the list; that of "not used" if it has none
 */
guint
ks_import_roles_find (KsForm *form, const KsRecipeColumn *column)
{
  g_autoptr (GArray) roles = make_roles (form);

  for (guint i = 0; i < roles->len; i++)
    {
      const Role *role = &g_array_index (roles, Role, i);

      if (role->role == column->role && role->choice == column->choice
          && (role->question == NULL
              || g_strcmp0 (role->question->id, column->question_id) == 0))
        return i;
    }
  return 0;
}

static void
set_column (KsRecipeColumn *column, const Role *role)
{
  column->role = role->role;
  column->chosen = TRUE;
  column->choice = role->choice;
  g_free (column->question_id);
  column->question_id = role->question != NULL ? g_strdup (role->question->id) : NULL;
}

/**
 * ks_import_roles_say:
 * @form: the campaign's form
 * @recipe: how the file is read
 * @column: one of its columns
 * @role: place in the list of what the column is
 *
 * Says what a column is. Another one that was the same is not used any more.
 */
void
ks_import_roles_say (KsForm *form, KsRecipe *recipe, guint column, guint role)
{
  static const Role unused = { KS_COLUMN_IGNORED, NULL, 0 };
  g_autoptr (GArray) roles = make_roles (form);
  const Role *said = &g_array_index (roles, Role, role);

  g_return_if_fail (column < recipe->columns->len && role < roles->len);

  for (guint i = 0; i < recipe->columns->len && said->role != KS_COLUMN_IGNORED; i++)
    if (i != column && ks_import_roles_find (form, recipe->columns->pdata[i]) == role)
      set_column (recipe->columns->pdata[i], &unused);
  set_column (recipe->columns->pdata[column], said);
}
