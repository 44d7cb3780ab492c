/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static GBytes *
read_part (struct archive *archive, gsize size)
{
  g_autofree char *data = g_malloc (size + 1);

  g_assert_cmpint (archive_read_data (archive, data, size), ==, (gssize)size);
  return g_bytes_new (data, size);
}

/**
 * The parts of an archive by their names; @names has those in their order.
 */
GHashTable *
ks_test_package_read (GBytes *bytes, GPtrArray **names)
{
  GHashTable *parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  if (names != NULL)
    *names = g_ptr_array_new_with_free_func (g_free);
  archive_read_support_format_zip_seekable (archive);
  g_assert_cmpint (archive_read_open_memory (archive, (void *)g_bytes_get_data (bytes, NULL),
                                             g_bytes_get_size (bytes)),
                   ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname_utf8 (entry);

      g_assert_false (g_hash_table_contains (parts, name));
      if (names != NULL)
        g_ptr_array_add (*names, g_strdup (name));
      g_hash_table_insert (parts, g_strdup (name),
                           read_part (archive, (gsize)archive_entry_size (entry)));
    }
  archive_read_free (archive);
  return parts;
}

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **keys,
          const char **values,
          gpointer data,
          GError **error)
{
  KsTestNode **at = data;
  KsTestNode *node = g_new0 (KsTestNode, 1);

  node->name = g_strdup (name);
  node->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify)ks_test_node_free);
  node->text = g_string_new (NULL);
  node->parent = *at;
  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_insert (node->attributes, g_strdup (keys[i]), g_strdup (values[i]));
  if (*at != NULL)
    g_ptr_array_add ((*at)->children, node);
  *at = node;
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  KsTestNode **at = data;

  if ((*at)->parent != NULL)
    *at = (*at)->parent;
}

static void
text_cb (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  KsTestNode **at = data;

  if (*at != NULL)
    g_string_append_len ((*at)->text, text, (gssize)length);
}

/**
 * A part as a tree; it must be well-formed.
 */
KsTestNode *
ks_test_package_parse (GHashTable *parts, const char *name)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  KsTestNode *at = NULL;
  GBytes *part = g_hash_table_lookup (parts, name);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &at, NULL);
  g_autoptr (GError) error = NULL;

  if (part == NULL)
    g_error ("no part %s", name);
  g_markup_parse_context_parse (context, g_bytes_get_data (part, NULL),
                                (gssize)g_bytes_get_size (part), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  return at;
}

void
ks_test_node_free (KsTestNode *self)
{
  g_free (self->name);
  g_hash_table_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_string_free (self->text, TRUE);
  g_free (self);
}

const char *
ks_test_node_get (const KsTestNode *self, const char *attribute)
{
  return g_hash_table_lookup (self->attributes, attribute);
}

/**
 * Calls @func for a node and everything in it, in the order of reading.
 */
void
ks_test_node_walk (const KsTestNode *self, KsTestNodeFunc func, gpointer data)
{
  func (self, data);
  for (guint i = 0; i < self->children->len; i++)
    ks_test_node_walk (self->children->pdata[i], func, data);
}

typedef struct
{
  const char *name;
  GPtrArray *found;
} List;

static void
list_cb (const KsTestNode *node, gpointer data)
{
  List *list = data;

  if (g_str_equal (node->name, list->name))
    g_ptr_array_add (list->found, (gpointer)node);
}

/**
 * All nodes of that name in @self, in the order of reading.
 */
GPtrArray *
ks_test_node_list (const KsTestNode *self, const char *name)
{
  List list = { name, g_ptr_array_new () };

  ks_test_node_walk (self, list_cb, &list);
  return list.found;
}

/**
 * The first of those, or %NULL.
 */
const KsTestNode *
ks_test_node_find (const KsTestNode *self, const char *name)
{
  g_autoptr (GPtrArray) found = ks_test_node_list (self, name);

  return found->len > 0 ? found->pdata[0] : NULL;
}

/**
 * The first of those whose @attribute is @value, or %NULL.
 */
const KsTestNode *
ks_test_node_find_with (const KsTestNode *self,
                        const char *name,
                        const char *attribute,
                        const char *value)
{
  g_autoptr (GPtrArray) found = ks_test_node_list (self, name);

  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (ks_test_node_get (found->pdata[i], attribute), value) == 0)
      return found->pdata[i];
  return NULL;
}

/**
 * The texts of all nodes of that name, together.
 */
char *
ks_test_node_dup_text (const KsTestNode *self, const char *name)
{
  g_autoptr (GPtrArray) found = ks_test_node_list (self, name);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append (text, ((const KsTestNode *)found->pdata[i])->text->str);
  return g_string_free (text, FALSE);
}
