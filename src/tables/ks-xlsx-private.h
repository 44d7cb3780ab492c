/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <expat.h>

#include "ks-sheet-source.h"

G_BEGIN_DECLS

/* Private to the reading of workbooks. */

/* The ZIP archive: its parts by name. What comes out of it is counted, whatever it claims to be. */
typedef struct _KsPackage KsPackage;
typedef struct _KsPart KsPart;

KsPackage  *ks_package_new (GBytes *bytes, const char *name, GError **error);
void        ks_package_free (KsPackage *self);
const char *ks_package_get_name (KsPackage *self);
gboolean    ks_package_has (KsPackage *self, const char *part);
GPtrArray  *ks_package_list (KsPackage *self);
gboolean    ks_package_refuse (KsPackage *self, GError **error);
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
gboolean    ks_xml_run (KsXml *self, GError **error);
gboolean    ks_xml_is_done (KsXml *self);
void        ks_xml_pause (KsXml *self);
gint64      ks_xml_get_position (KsXml *self);
void        ks_xml_fail (KsXml *self, GError *error);
const char *ks_xml_get (const char **attributes, const char *name);
gboolean    ks_xml_read_part (KsPackage *package, const char *part, const KsXmlFuncs *funcs,
                              gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsXml, ks_xml_free)

/* The texts that cells share by number. */
typedef struct _KsXlsxStrings KsXlsxStrings;

KsXlsxStrings *ks_xlsx_strings_read (KsPackage *package, const char *part, GError **error);
void           ks_xlsx_strings_free (KsXlsxStrings *self);
gboolean       ks_xlsx_strings_get (KsXlsxStrings *self, guint64 index, KsCell *cell);
gsize          ks_xlsx_decode (char *text, gsize length);

/* Which styles show a number as a day, a time, or both, and in which font they show a text. */
typedef struct _KsXlsxStyles KsXlsxStyles;

typedef enum {
  KS_NUMBER_PLAIN,
  KS_NUMBER_DAY,
  KS_NUMBER_TIME,
} KsNumberKind;

KsXlsxStyles *ks_xlsx_styles_read (KsPackage *package, const char *part, GError **error);
void          ks_xlsx_styles_free (KsXlsxStyles *self);
KsNumberKind  ks_xlsx_styles_get (KsXlsxStyles *self, guint style);
const char   *ks_xlsx_styles_get_font (KsXlsxStyles *self, guint style);
void          ks_xlsx_append_number (GString *target, const char *text, gsize length,
                                     KsNumberKind kind, gboolean from_1904);

/* The workbook as a source of sheets. */
typedef struct _KsXlsx KsXlsx;

KsXlsx       *ks_xlsx_open (GBytes *bytes, const char *name, GError **error);
void          ks_xlsx_free (KsXlsx *self);
guint         ks_xlsx_get_n_sheets (KsXlsx *self);
const char   *ks_xlsx_get_sheet_name (KsXlsx *self, guint sheet);
gboolean      ks_xlsx_is_hidden (KsXlsx *self, guint sheet);
gboolean      ks_xlsx_select (KsXlsx *self, guint sheet, GError **error);
const KsRow  *ks_xlsx_next (KsXlsx *self, GError **error);
gint64        ks_xlsx_get_position (KsXlsx *self);
GArray       *ks_xlsx_get_merges (KsXlsx *self);
const char   *ks_xlsx_get_font (KsXlsx *self, guint column);

G_END_DECLS
