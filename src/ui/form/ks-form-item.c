/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-form-item.h"

#include "ks-i18n.h"

struct _KsFormItem
{
  GObject parent_instance;

  KsFormPlace place;
  guint index; /* of the section or of the question */
  char *id;
  char *title;
  char *mark; /* key question, sensitive; may be empty */
  char *aside;
};

G_DEFINE_FINAL_TYPE (KsFormItem, ks_form_item, G_TYPE_OBJECT)

static void
ks_form_item_finalize (GObject *object)
{
  KsFormItem *self = KS_FORM_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->mark);
  g_free (self->aside);
  G_OBJECT_CLASS (ks_form_item_parent_class)->finalize (object);
}

static void
ks_form_item_class_init (KsFormItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_form_item_finalize;
}

static void
ks_form_item_init (KsFormItem *self)
{
}

static KsFormItem *
add_item (GPtrArray *items, KsFormPlace place, guint index, const char *id, const char *title)
{
  KsFormItem *item = g_object_new (KS_TYPE_FORM_ITEM, NULL);

  item->place = place;
  item->index = index;
  item->id = g_strdup (id);
  item->title = g_strdup (title);
  item->mark = g_strdup ("");
  item->aside = g_strdup ("");
  g_ptr_array_add (items, item);
  return item;
}

static char *
describe_kind (const KsQuestion *question)
{
  guint n_levels = 0;

  for (guint i = 0; i < question->n_options; i++)
    n_levels += question->options[i].has_value;
  if (question->type == KS_QUESTION_TEXT)
    return g_strdup (_ ("text"));
  if (question->type == KS_QUESTION_MULTI)
    return g_strdup (_ ("several answers"));
  if (question->ordinal)
    return g_strdup_printf (ngettext ("%u level", "%u levels", n_levels), n_levels);
  return g_strdup (_ ("one answer"));
}

static void
add_question (GPtrArray *items, const KsQuestion *question, guint index)
{
  KsFormItem *item = add_item (items, KS_FORM_PLACE_QUESTION, index, question->id,
                               question->short_text);

  g_free (item->mark);
  item->mark = g_strdup (question->key ? _ ("key question")
                                       : question->sensitive ? _ ("sensitive") : "");
  g_free (item->aside);
  item->aside = describe_kind (question);
}

static void
add_questions (GPtrArray *items, KsFormItem *heading, KsForm *form, const char *section)
{
  guint n_questions = 0;

  for (guint i = 0; i < ks_form_get_n_questions (form); i++)
    {
      const KsQuestion *question = ks_form_get_question (form, i);

      if (g_strcmp0 (question->section_id, section) != 0)
        continue;
      add_question (items, question, i);
      n_questions++;
    }
  g_free (heading->aside);
  heading->aside
      = g_strdup_printf (ngettext ("%u question", "%u questions", n_questions), n_questions);
}

/**
 * ks_form_items_new:
 * @form: a form
 *
 * Returns: (transfer full) (element-type KsFormItem): its parts in their order: the whole, the
 *   questions about who answers, and the sections, each with its questions
 */
GPtrArray *
ks_form_items_new (KsForm *form)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  add_item (items, KS_FORM_PLACE_WHOLE, 0, "", _ ("Title and introduction"));
  add_questions (items, add_item (items, KS_FORM_PLACE_PROFILE, 0, "", _ ("About who answers")),
                 form, NULL);
  for (guint i = 0; i < ks_form_get_n_sections (form); i++)
    {
      const KsSection *section = ks_form_get_section (form, i);

      add_questions (items,
                     add_item (items, KS_FORM_PLACE_SECTION, i, section->id, section->title), form,
                     section->id);
    }
  return items;
}

/**
 * ks_form_item_equal:
 * @a: a part
 * @b: another
 *
 * Returns: whether they look the same and stand in the same place
 */
gboolean
ks_form_item_equal (KsFormItem *a, KsFormItem *b)
{
  return a->place == b->place && a->index == b->index && g_str_equal (a->id, b->id)
         && g_str_equal (a->title, b->title) && g_str_equal (a->mark, b->mark)
         && g_str_equal (a->aside, b->aside);
}

/**
 * ks_form_item_get_place:
 * @self: a part
 *
 * Returns: what it is
 */
KsFormPlace
ks_form_item_get_place (KsFormItem *self)
{
  return self->place;
}

/**
 * ks_form_item_get_index:
 * @self: a section or a question
 *
 * Returns: its index in the form
 */
guint
ks_form_item_get_index (KsFormItem *self)
{
  return self->index;
}

/**
 * ks_form_item_get_id:
 * @self: a part
 *
 * Returns: (transfer none): its id; empty where it has none
 */
const char *
ks_form_item_get_id (KsFormItem *self)
{
  return self->id;
}

/**
 * ks_form_item_get_title:
 * @self: a part
 *
 * Returns: (transfer none): what it is called in the list
 */
const char *
ks_form_item_get_title (KsFormItem *self)
{
  return self->title;
}

/**
 * ks_form_item_get_mark:
 * @self: a part
 *
 * Returns: (transfer none): that it is the key question, or sensitive; may be empty
 */
const char *
ks_form_item_get_mark (KsFormItem *self)
{
  return self->mark;
}

/**
 * ks_form_item_get_aside:
 * @self: a part
 *
 * Returns: (transfer none): its kind, or how many questions it has
 */
const char *
ks_form_item_get_aside (KsFormItem *self)
{
  return self->aside;
}
