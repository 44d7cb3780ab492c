/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-json.h"

#define MAX_DEPTH 32

/**
 * ks_json_is_plain:
 * @json: what claims to be JSON
 * @length: its length in bytes
 *
 * The parser goes down one call per bracket, so a file of brackets alone would exhaust the stack;
 * it also reads comments and other quotes than JSON has, in which brackets could hide.
 *
 * Returns: whether it can be given to the parser
 */
gboolean
ks_json_is_plain (const char *json, gsize length)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    {
      char c = json[i];

      if (c == '"')
        quoted = !quoted;
      else if (c == '\\' && quoted)
        i++;
      else if (quoted)
        continue;
      else if (c == '/' || c == '#' || c == '\'')
        return FALSE;
      else if (c == '[' || c == '{')
        depth++;
      else if (c == ']' || c == '}')
        depth--;
    }
  return depth <= MAX_DEPTH;
}
