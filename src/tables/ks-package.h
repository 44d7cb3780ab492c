/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-tables-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Private to the reading of workbooks and archives. */

/* The ZIP archive: its parts by name. What comes out of it is counted, whatever it claims to be. */
typedef struct _KsPackage KsPackage;
typedef struct _KsPart KsPart;

KsPackage  *ks_package_new (GBytes *bytes, const char *name, GError **error);
void        ks_package_free (KsPackage *self);
const char *ks_package_get_name (KsPackage *self);
gboolean    ks_package_has (KsPackage *self, const char *part);
GPtrArray  *ks_package_list (KsPackage *self);
gboolean    ks_package_refuse (KsPackage *self, GError **error);
gboolean    ks_package_refuse_password (KsPackage *self, GError **error);
gboolean    ks_package_refuse_growth (KsPackage *self, GError **error);
char       *ks_package_resolve (const char *base, const char *target);
KsPart     *ks_part_open (KsPackage *package, const char *name, GError **error);
void        ks_part_free (KsPart *self);
gssize      ks_part_read (KsPart *self, void *target, gsize length, GError **error);
gint64      ks_part_get_position (KsPart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPackage, ks_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsPart, ks_part_free)

/* The XML of a part, told as it is read. Names come without their prefix. */
typedef struct {
  void (*start) (gpointer data, const char *name, const char **attributes);
  void (*end) (gpointer data, const char *name);
  void (*text) (gpointer data, const char *text, gsize length);
} KsXmlFuncs;

typedef struct _KsXml KsXml;

KsXml      *ks_xml_open (KsPackage *package, const char *part, const KsXmlFuncs *funcs,
                         gpointer data, GError **error);
void        ks_xml_free (KsXml *self);
void        ks_xml_read_ahead (KsXml *self);
gboolean    ks_xml_run (KsXml *self, GError **error);
gboolean    ks_xml_is_done (KsXml *self);
void        ks_xml_pause (KsXml *self);
gint64      ks_xml_get_position (KsXml *self);
void        ks_xml_fail (KsXml *self, GError *error);
void        ks_xml_fail_row (KsXml *self, const char *sheet, guint64 row, KsTablesError code,
                             const char *message);
const char *ks_xml_get (const char **attributes, const char *name);
gboolean    ks_xml_read_part (KsPackage *package, const char *part, const KsXmlFuncs *funcs,
                              gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsXml, ks_xml_free)

G_END_DECLS
