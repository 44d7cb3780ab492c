/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-cli-table.h"

#include <json-glib/json-glib.h>

#include "ks-csv-writer.h"

struct _KsCliTable {
  char       **columns;
  guint        column;   /* of the next value */
  gboolean     json;
  gboolean     local;    /* decimal comma */
  KsCsvWriter *writer;
  JsonBuilder *builder;
};

/**
 * ks_cli_table_new:
 * @cli: the command line
 * @columns: the header: names with commas between them
 *
 * Returns: (transfer full): an empty table
 */
KsCliTable *
ks_cli_table_new (KsCli *cli, const char *columns)
{
  KsCliTable *self = g_new0 (KsCliTable, 1);

  self->columns = g_strsplit (columns, ",", -1);
  self->json = g_strcmp0 (cli->format, "json") == 0;
  self->local = cli->table_locale != NULL;
  if (self->json)
    {
      self->builder = json_builder_new ();
      json_builder_begin_array (self->builder);
      return self;
    }
  self->writer = ks_csv_writer_new (NULL, KS_CSV_GUARD | (self->local ? KS_CSV_LOCAL : 0));
  for (guint i = 0; self->columns[i] != NULL; i++)
    ks_csv_writer_add_text (self->writer, self->columns[i]);
  ks_csv_writer_end_row (self->writer, NULL);
  return self;
}

/**
 * ks_cli_table_free:
 * @self: (nullable): a table
 *
 * Frees the table.
 */
void
ks_cli_table_free (KsCliTable *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->columns);
  g_clear_pointer (&self->writer, ks_csv_writer_free);
  g_clear_object (&self->builder);
  g_free (self);
}

/* In JSON a row is an object that begins with its first value. */
static void
begin_value (KsCliTable *self)
{
  if (!self->json)
    return;
  if (self->column == 0)
    json_builder_begin_object (self->builder);
  json_builder_set_member_name (self->builder, self->columns[self->column++]);
}

/**
 * ks_cli_table_add_text:
 * @self: a table
 * @text: (nullable): the next value of the row
 *
 * Adds a text.
 */
void
ks_cli_table_add_text (KsCliTable *self, const char *text)
{
  begin_value (self);
  if (self->json)
    json_builder_add_string_value (self->builder, text != NULL ? text : "");
  else
    ks_csv_writer_add_text (self->writer, text != NULL ? text : "");
}

/**
 * ks_cli_table_add_count:
 * @self: a table
 * @count: the next value of the row
 *
 * Adds a whole number.
 */
void
ks_cli_table_add_count (KsCliTable *self, gint64 count)
{
  begin_value (self);
  if (self->json)
    json_builder_add_int_value (self->builder, count);
  else
    ks_csv_writer_add_count (self->writer, count);
}

static char *
format_decimal (double value, guint decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, value));
}

/**
 * ks_cli_table_add_decimal:
 * @self: a table
 * @value: the next value of the row
 * @decimals: digits behind the point
 *
 * Adds a number; the point is a comma in the Vietnamese form.
 */
void
ks_cli_table_add_decimal (KsCliTable *self, double value, guint decimals)
{
  g_autofree char *figure = format_decimal (value, decimals);

  begin_value (self);
  if (self->json)
    {
      json_builder_add_double_value (self->builder, g_ascii_strtod (figure, NULL));
      return;
    }
  if (self->local)
    g_strdelimit (figure, ".", ',');
  ks_csv_writer_add_figure (self->writer, figure);
}

/**
 * ks_cli_table_add_empty:
 * @self: a table
 *
 * Adds a value that is not there: an empty field, null in JSON.
 */
void
ks_cli_table_add_empty (KsCliTable *self)
{
  begin_value (self);
  if (self->json)
    json_builder_add_null_value (self->builder);
  else
    ks_csv_writer_add_text (self->writer, "");
}

/**
 * ks_cli_table_end_row:
 * @self: a table
 *
 * Ends the row.
 */
void
ks_cli_table_end_row (KsCliTable *self)
{
  if (!self->json)
    {
      ks_csv_writer_end_row (self->writer, NULL);
      return;
    }
  json_builder_end_object (self->builder);
  self->column = 0;
}

/**
 * ks_cli_table_print:
 * @self: a table
 *
 * Prints the whole table.
 */
void
ks_cli_table_print (KsCliTable *self)
{
  g_autofree char *text = NULL;

  if (self->json)
    {
      g_autoptr (JsonNode) root = NULL;

      json_builder_end_array (self->builder);
      root = json_builder_get_root (self->builder);
      text = json_to_string (root, TRUE);
      g_print ("%s\n", text);
      return;
    }
  text = ks_csv_writer_steal_text (self->writer);
  g_print ("%s", text);
}
