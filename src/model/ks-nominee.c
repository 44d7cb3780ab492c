/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-nominee.h"

#include "ks-i18n.h"

static const char *const kind_ids[] = {
  [KS_NOMINEE_UNIT] = "unit",
  [KS_NOMINEE_COLLECTIVE] = "collective",
  [KS_NOMINEE_PERSON] = "person",
};

#define N_TEXTS 8

static void
list_texts (const KsNominee *self, char *texts[N_TEXTS])
{
  char *const own[N_TEXTS] = { self->unit,   self->district, self->name, self->post,
                               self->merits, self->form,     self->note, self->reason };

  for (guint i = 0; i < N_TEXTS; i++)
    texts[i] = own[i];
}

/**
 * ks_nominee_new:
 * @kind: a unit, another collective or a person
 *
 * Returns: (transfer full): a nominee whose texts are empty, for a Giấy khen
 */
KsNominee *
ks_nominee_new (KsNomineeKind kind)
{
  KsNominee *self = g_new0 (KsNominee, 1);

  self->kind = kind;
  self->unit = g_strdup ("");
  self->district = g_strdup ("");
  self->name = g_strdup ("");
  self->post = g_strdup ("");
  self->merits = g_strdup ("");
  self->form = g_strdup ("Giấy khen");
  self->note = g_strdup ("");
  self->reason = g_strdup ("");
  return self;
}

/**
 * ks_nominee_new_unit:
 * @code: of a unit
 * @reason: (nullable): why, for one outside the suggestion
 *
 * Returns: (transfer full): the unit, its merits as they are drafted
 */
KsNominee *
ks_nominee_new_unit (const char *code, const char *reason)
{
  KsNominee *self = ks_nominee_new (KS_NOMINEE_UNIT);

  g_free (self->unit);
  self->unit = g_strdup (code);
  if (reason != NULL)
    {
      g_free (self->reason);
      self->reason = g_strdup (reason);
    }
  return self;
}

/**
 * ks_nominee_copy:
 * @self: a nominee
 *
 * Returns: (transfer full): the same
 */
KsNominee *
ks_nominee_copy (const KsNominee *self)
{
  KsNominee *copy = g_memdup2 (self, sizeof *self);

  copy->unit = g_strdup (self->unit);
  copy->district = g_strdup (self->district);
  copy->name = g_strdup (self->name);
  copy->post = g_strdup (self->post);
  copy->merits = g_strdup (self->merits);
  copy->form = g_strdup (self->form);
  copy->note = g_strdup (self->note);
  copy->reason = g_strdup (self->reason);
  return copy;
}

/**
 * ks_nominee_equal:
 * @self: a nominee
 * @other: another
 *
 * Returns: whether they say the same, whenever they were chosen
 */
gboolean
ks_nominee_equal (const KsNominee *self, const KsNominee *other)
{
  char *texts[N_TEXTS];
  char *others[N_TEXTS];

  list_texts (self, texts);
  list_texts (other, others);
  for (guint i = 0; i < N_TEXTS; i++)
    if (!g_str_equal (texts[i], others[i]))
      return FALSE;
  return self->kind == other->kind;
}

/**
 * ks_nominee_free:
 * @self: (nullable): a nominee
 *
 * Frees the nominee.
 */
void
ks_nominee_free (KsNominee *self)
{
  char *texts[N_TEXTS];

  if (self == NULL)
    return;
  list_texts (self, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (texts[i]);
  g_free (self);
}

/**
 * ks_nominee_kind_to_id:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in files
 */
const char *
ks_nominee_kind_to_id (KsNomineeKind kind)
{
  return kind_ids[kind];
}

/**
 * ks_nominee_kind_from_id:
 * @id: a name
 * @kind: (out): its kind
 *
 * Returns: %FALSE if there is none
 */
gboolean
ks_nominee_kind_from_id (const char *id, KsNomineeKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_ids); i++)
    if (g_str_equal (id, kind_ids[i]))
      {
        *kind = (KsNomineeKind)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_nominees_new:
 *
 * Returns: (transfer full) (element-type KsNominee): an empty list
 */
GPtrArray *
ks_nominees_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)ks_nominee_free);
}

/**
 * ks_nominees_copy:
 * @nominees: (element-type KsNominee): a list
 *
 * Returns: (transfer full) (element-type KsNominee): the same, to be changed
 */
GPtrArray *
ks_nominees_copy (GPtrArray *nominees)
{
  GPtrArray *copy = ks_nominees_new ();

  for (guint i = 0; i < nominees->len; i++)
    g_ptr_array_add (copy, ks_nominee_copy (nominees->pdata[i]));
  return copy;
}

/**
 * ks_nominees_count:
 * @nominees: (element-type KsNominee): a list
 * @kind: a kind
 *
 * Returns: how many of the list are of the kind
 */
guint
ks_nominees_count (GPtrArray *nominees, KsNomineeKind kind)
{
  guint count = 0;

  for (guint i = 0; i < nominees->len; i++)
    count += ((const KsNominee *)nominees->pdata[i])->kind == kind;
  return count;
}

/**
 * ks_nominees_dup_warning:
 * @nominees: (element-type KsNominee): a list
 *
 * Returns: (transfer full) (nullable): what is to be said of its length; %NULL: it is as the plan
 *   asks, or empty
 */
char *
ks_nominees_dup_warning (GPtrArray *nominees)
{
  if (nominees->len > KS_MAX_NOMINEES)
    return g_strdup_printf (_ ("The list has %u; the plan speaks of %d to %d collectives and "
                               "individuals together."),
                            nominees->len, KS_MIN_NOMINEES, KS_MAX_NOMINEES);
  if (nominees->len > 0 && nominees->len < KS_MIN_NOMINEES)
    return g_strdup_printf (_ ("The list has only %u yet; the plan speaks of %d to %d collectives "
                               "and individuals together."),
                            nominees->len, KS_MIN_NOMINEES, KS_MAX_NOMINEES);
  return NULL;
}

/**
 * ks_nominees_dup_total:
 * @nominees: (element-type KsNominee): a list
 *
 * Returns: (transfer full): "4 tập thể, 1 cá nhân"; of one kind alone only that
 */
char *
ks_nominees_dup_total (GPtrArray *nominees)
{
  guint n_people = ks_nominees_count (nominees, KS_NOMINEE_PERSON);
  guint n_collectives = nominees->len - n_people;
  g_autofree char *collectives = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u collective", "%u collectives", n_collectives),
      n_collectives);
  g_autofree char *people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u individual", "%u individuals", n_people), n_people);

  if (n_people == 0 && n_collectives > 0)
    return g_steal_pointer (&collectives);
  if (n_collectives == 0 && n_people > 0)
    return g_steal_pointer (&people);
  return g_strdup_printf ("%s, %s", collectives, people);
}
