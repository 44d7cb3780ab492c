/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-truth.h"

#include "ks-test.h"

#include <json-glib/json-glib.h>

#define STAFF 4990

static gpointer
keep (KsTestTruth *self, gpointer data)
{
  g_ptr_array_add (self->kept, data);
  return data;
}

/* Levels stand best first in the file; "Không biết" is last where a question offers it. */
static void
add_question (KsTestTruth *self, const char *id, JsonObject *totals)
{
  g_autoptr (GList) names = json_object_get_members (totals);
  const char **levels = keep (self, g_new0 (const char *, KS_MAX_LEVELS + 1));
  gint64 *counts = keep (self, g_new0 (gint64, KS_MAX_LEVELS));
  gboolean *good = keep (self, g_new0 (gboolean, KS_MAX_LEVELS));
  KsLikertRow row = {
    .id = keep (self, g_strdup (id)),
    .label = keep (self, g_strdup_printf ("Câu hỏi số %u", self->rows->len + 1)),
    .levels = levels,
    .counts = counts,
    .good = good,
    .staff = STAFF,
    .shown = TRUE,
  };

  for (GList *name = names; name != NULL; name = name->next)
    {
      gint64 count = json_object_get_int_member (totals, name->data);

      if (g_str_has_prefix (name->data, "Không biết"))
        {
          row.has_dont_know = TRUE;
          row.dont_know = count;
          continue;
        }
      levels[row.n_levels] = keep (self, g_strdup (name->data));
      good[row.n_levels] = row.n_levels < 2;
      counts[row.n_levels++] = count;
    }
  g_array_append_val (self->rows, row);
}

static void
add_unit_cb (JsonObject *units, const char *code, JsonNode *node, gpointer data)
{
  KsTestTruth *self = data;
  JsonObject *unit = json_node_get_object (node);
  KsParticipationRow row = {
    .id = keep (self, g_strdup (code)),
    .label = keep (self, g_strconcat ("Xã ", code, NULL)),
    .answers = json_object_get_int_member (unit, "valid"),
    .staff = json_object_get_int_member (unit, "staff"),
  };

  g_array_append_val (self->units, row);
}

static void
add_question_cb (JsonObject *totals, const char *id, JsonNode *node, gpointer data)
{
  /* A6 and the like let people choose several answers. */
  if (JSON_NODE_HOLDS_OBJECT (node)
      && json_object_get_size (json_node_get_object (node)) <= KS_MAX_LEVELS + 1)
    add_question (data, id, json_node_get_object (node));
}

KsTestTruth *
ks_test_truth_load (void)
{
  KsTestTruth *self = g_new0 (KsTestTruth, 1);
  g_autofree char *path = ks_test_data ("day-2024-04-01", "truth.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  self->rows = g_array_new (FALSE, FALSE, sizeof (KsLikertRow));
  self->units = g_array_new (FALSE, FALSE, sizeof (KsParticipationRow));
  self->kept = g_ptr_array_new_with_free_func (g_free);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  json_object_foreach_member (json_object_get_object_member (root, "totals"), add_question_cb,
                              self);
  json_object_foreach_member (json_object_get_object_member (root, "units"), add_unit_cb, self);
  return self;
}

void
ks_test_truth_free (KsTestTruth *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->units);
  g_ptr_array_unref (self->kept);
  g_free (self);
}
