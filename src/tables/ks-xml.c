/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-package.h"

#include <expat.h>

#include <string.h>

#include "ks-i18n.h"
#include "ks-number.h"
#include "ks-part-ahead.h"

#define CHUNK (64 * 1024)
#define MAX_DEPTH 64

struct _KsXml {
  KsPackage        *package;
  KsPart           *part;  /* NULL once it is read ahead */
  KsPartAhead      *ahead;
  XML_Parser        parser;
  const KsXmlFuncs *funcs;
  gpointer          data;
  GError           *error; /* what a callback found */
  guint             depth;
  gboolean          done;
};

/* Producers choose their own prefix for the one namespace that they all use. */
static const char *
skip_prefix (const char *name)
{
  /* Names are a letter or two, too short for strchr(). */
  for (const char *c = name; *c != '\0'; c++)
    if (*c == ':')
      return c + 1;
  return name;
}

static void
start_cb (void *data, const char *name, const char **attributes)
{
  KsXml *self = data;

  if (++self->depth > MAX_DEPTH)
    XML_StopParser (self->parser, XML_FALSE);
  else
    self->funcs->start (self->data, skip_prefix (name), attributes);
}

static void
end_cb (void *data, const char *name)
{
  KsXml *self = data;

  self->depth--;
  if (self->funcs->end != NULL)
    self->funcs->end (self->data, skip_prefix (name));
}

static void
text_cb (void *data, const char *text, int length)
{
  KsXml *self = data;

  self->funcs->text (self->data, text, (gsize) length);
}

/* Entities of a document's own can grow without end or read other files; no workbook has them. */
static void
doctype_cb (void *data, const char *name, const char *system_id, const char *public_id,
            int has_internal_subset)
{
  KsXml *self = data;

  ks_xml_fail (self, g_error_new (KS_TABLES_ERROR, KS_TABLES_ERROR_FORMAT,
                                  _("Cannot read “%s”: it declares a document type, which no "
                                    "workbook needs and which can do harm. Ask where it comes "
                                    "from."),
                                  ks_package_get_name (self->package)));
}

/**
 * ks_xml_open:
 * @package: a package
 * @part: name of a part of it
 * @funcs: (transfer none): told of what the part holds
 * @data: for @funcs
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the part before its first element
 */
KsXml *
ks_xml_open (KsPackage *package, const char *part, const KsXmlFuncs *funcs, gpointer data,
             GError **error)
{
  g_autoptr (KsPart) opened = ks_part_open (package, part, error);
  KsXml *self;

  if (opened == NULL)
    return NULL;
  self = g_new0 (KsXml, 1);
  self->package = package;
  self->part = g_steal_pointer (&opened);
  self->funcs = funcs;
  self->data = data;
  self->parser = XML_ParserCreate (NULL);
  XML_SetUserData (self->parser, self);
  XML_SetElementHandler (self->parser, start_cb, end_cb);
  if (funcs->text != NULL)
    XML_SetCharacterDataHandler (self->parser, text_cb);
  XML_SetStartDoctypeDeclHandler (self->parser, doctype_cb);
  return self;
}

/**
 * ks_xml_free:
 * @self: (transfer full): a part
 */
void
ks_xml_free (KsXml *self)
{
  XML_ParserFree (self->parser);
  g_clear_pointer (&self->part, ks_part_free);
  g_clear_pointer (&self->ahead, ks_part_ahead_free);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * ks_xml_read_ahead:
 * @self: a part before its first element
 *
 * Lets a second thread unpack it, which is worth it for a large one. Nothing else is read from its
 * package meanwhile.
 */
void
ks_xml_read_ahead (KsXml *self)
{
  self->ahead = ks_part_ahead_new (g_steal_pointer (&self->part));
}

/**
 * ks_xml_fail:
 * @self: a part that calls back
 * @error: (transfer full): what is wrong with it
 *
 * Ends the reading; ks_xml_run() returns @error.
 */
void
ks_xml_fail (KsXml *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  XML_StopParser (self->parser, XML_FALSE);
}

/**
 * ks_xml_fail_row:
 * @self: a part that calls back
 * @sheet: what its sheet is called
 * @row: the row that is read, from 1
 * @code: what kind of fault it is
 * @message: what is wrong with the row and what to do
 *
 * As ks_xml_fail(), of a row.
 */
void
ks_xml_fail_row (KsXml *self, const char *sheet, guint64 row, KsTablesError code,
                 const char *message)
{
  g_autofree char *number = ks_format_count ((gint64) row);

  ks_xml_fail (self, g_error_new (KS_TABLES_ERROR, code, _("“%s”, sheet “%s”, row %s: %s"),
                                  ks_package_get_name (self->package), sheet, number, message));
}

/**
 * ks_xml_pause:
 * @self: a part that calls back
 *
 * Lets ks_xml_run() return; the next call goes on from here.
 */
void
ks_xml_pause (KsXml *self)
{
  if (self->error == NULL)
    XML_StopParser (self->parser, XML_TRUE);
}

static gboolean
set_error (KsXml *self, GError **error)
{
  if (self->error == NULL)
    return ks_package_refuse (self->package, error);
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
feed (KsXml *self, enum XML_Status *status, GError **error)
{
  void *buffer = XML_GetBuffer (self->parser, CHUNK);
  gssize length;

  if (buffer == NULL)
    return ks_package_refuse (self->package, error);
  length = self->ahead != NULL ? ks_part_ahead_read (self->ahead, buffer, CHUNK, error)
                               : ks_part_read (self->part, buffer, CHUNK, error);
  if (length < 0)
    return FALSE;
  *status = XML_ParseBuffer (self->parser, (int) length, length == 0);
  return TRUE;
}

/**
 * ks_xml_run:
 * @self: a part
 * @error: return location
 *
 * Reads on until the end, or until a callback paused it.
 *
 * Returns: %FALSE on an error, after which it must not be run again
 */
gboolean
ks_xml_run (KsXml *self, GError **error)
{
  XML_ParsingStatus state;

  XML_GetParsingStatus (self->parser, &state);
  while (!self->done)
    {
      enum XML_Status status = XML_STATUS_OK;

      if (state.parsing == XML_SUSPENDED)
        status = XML_ResumeParser (self->parser);
      else if (!feed (self, &status, error))
        return FALSE;
      if (status == XML_STATUS_ERROR)
        return set_error (self, error);
      XML_GetParsingStatus (self->parser, &state);
      if (state.parsing == XML_SUSPENDED)
        return TRUE;
      self->done = state.parsing == XML_FINISHED;
    }
  return TRUE;
}

/**
 * ks_xml_is_done:
 * @self: a part
 *
 * Returns: whether its end was reached
 */
gboolean
ks_xml_is_done (KsXml *self)
{
  return self->done;
}

/**
 * ks_xml_get_position:
 * @self: a part
 *
 * Returns: how far its archive was read, in bytes
 */
gint64
ks_xml_get_position (KsXml *self)
{
  return self->ahead != NULL ? ks_part_ahead_get_position (self->ahead)
                             : ks_part_get_position (self->part);
}

/**
 * ks_xml_get:
 * @attributes: names and values in turns, as a start callback gets them
 * @name: a name without prefix
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
ks_xml_get (const char **attributes, const char *name)
{
  for (; attributes[0] != NULL; attributes += 2)
    if (strcmp (skip_prefix (attributes[0]), name) == 0)
      return attributes[1];
  return NULL;
}

/**
 * ks_xml_read_part:
 * @package: a package
 * @part: name of a part of it
 * @funcs: told of what the part holds; they do not pause
 * @data: for @funcs
 * @error: return location
 *
 * Reads a whole part.
 *
 * Returns: %FALSE on an error
 */
gboolean
ks_xml_read_part (KsPackage *package, const char *part, const KsXmlFuncs *funcs, gpointer data,
                  GError **error)
{
  g_autoptr (KsXml) xml = ks_xml_open (package, part, funcs, data, error);

  return xml != NULL && ks_xml_run (xml, error);
}
