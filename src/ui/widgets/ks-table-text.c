/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-table-text.h"

#include <string.h>

/**
 * ks_table_text_add:
 * @table: a table in the making
 * @text: (nullable): what the next cell says
 *
 * Adds a cell of text. Tabs and line breaks in it become blanks; text that a spreadsheet would
 * take for a formula gets an apostrophe, which the spreadsheet hides.
 */
void
ks_table_text_add (GString *table, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');

  if (line[0] != '\0' && strchr ("=+-@", line[0]) != NULL)
    g_string_append_c (table, '\'');
  g_string_append (table, line);
  g_string_append_c (table, '\t');
}

/**
 * ks_table_text_add_number:
 * @table: a table in the making
 * @number: what the next cell says
 *
 * Adds a number: plain digits, that Excel reads as a number in every language.
 */
void
ks_table_text_add_number (GString *table, gint64 number)
{
  g_string_append_printf (table, "%" G_GINT64_FORMAT "\t", number);
}

/**
 * ks_table_text_end_row:
 * @table: a table in the making
 *
 * Ends a row.
 */
void
ks_table_text_end_row (GString *table)
{
  if (g_str_has_suffix (table->str, "\t"))
    g_string_truncate (table, table->len - 1);
  g_string_append (table, "\r\n");
}

/**
 * ks_table_text_copy:
 * @widget: where the person copies
 * @table: the finished table
 *
 * Puts a table on the clipboard.
 */
void
ks_table_text_copy (GtkWidget *widget, const char *table)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), table);
}
