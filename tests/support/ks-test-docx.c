/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-docx.h"

#include <stdlib.h>
#include <string.h>

/* Word refuses a file whose elements stand in another order than the schema has them (ECMA-376,
 * wml.xsd, dml-wordprocessingDrawing.xsd): an element, and all that it may hold. Without a prefix: w. */
static const char *const orders[] = {
  "w:pPr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
  "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
  "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
  "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
  "sectPr pPrChange",
  "w:rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
  "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
  "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
  "w:tblPr tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
  "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
  "w:tcPr cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
  "vAlign hideMark",
  "w:trPr cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader "
  "tblCellSpacing jc hidden",
  "w:sectPr headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
  "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
  "rtlGutter docGrid printerSettings",
  "w:style name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
  "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
  "tcPr tblStylePr",
  "w:styles docDefaults latentStyles style",
  "w:docDefaults rPrDefault pPrDefault",
  "w:rPrDefault rPr",
  "w:pPrDefault pPr",
  "w:pBdr top left bottom right between bar",
  "w:tabs tab",
  "w:tblBorders top left bottom right insideH insideV",
  "w:tblCellMar top left bottom right",
  "w:tcMar top left bottom right",
  "w:tblGrid gridCol",
  "w:tbl bookmarkStart tblPr tblGrid tr",
  "w:tr tblPrEx trPr tc",
  "w:tc tcPr p",
  "w:document body",
  "w:hdr p",
  "w:settings writeProtection view zoom removePersonalInformation defaultTabStop "
  "characterSpacingControl compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol "
  "listSeparator",
  "w:compat compatSetting",
  "w:drawing wp:inline",
  "wp:inline wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic",
  "wp:cNvGraphicFramePr a:graphicFrameLocks",
  "a:graphic a:graphicData",
  "a:graphicData pic:pic",
  "pic:pic pic:nvPicPr pic:blipFill pic:spPr",
  "pic:nvPicPr pic:cNvPr pic:cNvPicPr",
  "pic:blipFill a:blip a:srcRect a:stretch",
  "pic:spPr a:xfrm a:prstGeom a:noFill a:ln",
  "a:xfrm a:off a:ext",
};

/* What a paragraph and a run hold after their properties, in any order. */
static const char *const contents[] = {
  "w:p pPr r bookmarkStart bookmarkEnd",
  "w:r rPr t br tab fldChar instrText drawing pict",
  "w:body p tbl sectPr",
};

/* Attributes that are no less than 0, and 0 where they are not told. */
static const char *const unsigned_ones[] = { "w:spacing w:before",   "w:spacing w:after",
                                             "w:spacing w:line",     "w:ind w:firstLine",
                                             "w:trHeight w:val",     "w:gridCol w:w",
                                             "w:tcW w:w",            "w:tblW w:w",
                                             "w:sz w:val",           "w:tab w:pos",
                                             "w:pgMar w:left",       "w:pgMar w:right",
                                             "w:pgMar w:header",     "w:pgMar w:footer",
                                             "wp:extent cx",         "wp:extent cy" };

/* A file while it is checked. */
typedef struct
{
  GHashTable *orders;   /* of GStrv, by the element */
  GHashTable *contents;
  GHashTable *marks;    /* ids of bookmarks that began */
  GHashTable *ended;
  GHashTable *drawings; /* their ids */
  GHashTable *styles;   /* ids of what is told: "paragraph Title" */
  const char *part;     /* its name */
  const KsTestNode *links;
} Check;

static char *
qualify (const char *name)
{
  return strchr (name, ':') != NULL ? g_strdup (name) : g_strconcat ("w:", name, NULL);
}

static GHashTable *
read_rules (const char *const *lines, guint n)
{
  GHashTable *rules
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);

  for (guint i = 0; i < n; i++)
    {
      char **words = g_strsplit (lines[i], " ", -1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          char *name = qualify (words[k]);

          g_free (words[k]);
          words[k] = name;
        }
      g_hash_table_insert (rules, g_strdup (words[0]), words);
    }
  return rules;
}

static const char *
get_child (const KsTestNode *node, guint index)
{
  return ((const KsTestNode *)node->children->pdata[index])->name;
}

/* Among what an element may hold, from 1; 0: it may not. */
static int
find_place (char **rule, const char *name)
{
  for (int i = 1; rule[i] != NULL; i++)
    if (g_str_equal (rule[i], name))
      return i;
  return 0;
}

static void
check_order (const Check *self, const KsTestNode *node)
{
  char **rule = g_hash_table_lookup (self->orders, node->name);
  int last = 0;

  for (guint i = 0; rule != NULL && i < node->children->len; i++)
    {
      int place = find_place (rule, get_child (node, i));

      if (place == 0 || place < last)
        g_error ("%s: %s stands out of order in %s", self->part, get_child (node, i), node->name);
      last = place;
    }
}

/* Properties come first, and once. */
static void
check_content (const Check *self, const KsTestNode *node)
{
  char **rule = g_hash_table_lookup (self->contents, node->name);

  for (guint i = 0; rule != NULL && i < node->children->len; i++)
    {
      const char *name = get_child (node, i);

      if (find_place (rule, name) == 0 || (i > 0 && g_str_has_suffix (name, "Pr")
                                           && !g_str_equal (name, "w:sectPr")))
        g_error ("%s: %s stands where it must not in %s", self->part, name, node->name);
    }
}

static void
check_numbers (const Check *self, const KsTestNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (unsigned_ones); i++)
    {
      g_auto (GStrv) words = g_strsplit (unsigned_ones[i], " ", 2);
      const char *value
          = g_str_equal (words[0], node->name) ? ks_test_node_get (node, words[1]) : NULL;

      if (value != NULL && (*value == '\0' || strspn (value, G_CSET_DIGITS) != strlen (value)))
        g_error ("%s: %s is “%s”", self->part, unsigned_ones[i], value);
    }
}

static void
check_blanks (const Check *self, const KsTestNode *node)
{
  const char *text = node->text->str;

  /* A line ends with an element of its own. */
  if (g_str_equal (node->name, "w:t") && strpbrk (text, "\n\t") != NULL)
    g_error ("%s: “%s” holds the end of a line, or a tab", self->part, text);
  if (g_str_equal (node->name, "w:t") && *text != '\0'
      && (*text == ' ' || text[node->text->len - 1] == ' ')
      && g_strcmp0 (ks_test_node_get (node, "xml:space"), "preserve") != 0)
    g_error ("%s: the blanks of “%s” are lost", self->part, text);
}

static void
add_id (const Check *self, GHashTable *ids, const KsTestNode *node, const char *attribute)
{
  const char *id = ks_test_node_get (node, attribute);

  if (id == NULL || !g_hash_table_add (ids, (gpointer)id))
    g_error ("%s: %s has the id %s of another one, or none", self->part, node->name, id);
}

static void
check_ids (const Check *self, const KsTestNode *node)
{
  static const char *const attributes[] = { "r:id", "r:embed" };

  if (g_str_equal (node->name, "w:bookmarkStart"))
    add_id (self, self->marks, node, "w:id");
  if (g_str_equal (node->name, "w:bookmarkEnd"))
    {
      add_id (self, self->ended, node, "w:id");
      g_assert_true (g_hash_table_contains (self->marks, ks_test_node_get (node, "w:id")));
    }
  if (g_str_equal (node->name, "wp:docPr"))
    {
      add_id (self, self->drawings, node, "id");
      g_assert_cmpint (atoi (ks_test_node_get (node, "id")), >, 0);
      g_assert_cmpstr (ks_test_node_get (node, "descr"), !=, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *id = ks_test_node_get (node, attributes[i]);

      g_assert_true (id == NULL
                     || ks_test_node_find_with (self->links, "Relationship", "Id", id) != NULL);
    }
}

/* "paragraph Title" */
static char *
name_style (const char *type, const char *id)
{
  return g_strjoin (" ", type, id, NULL);
}

static const char *
get_type (const KsTestNode *node)
{
  if (g_str_equal (node->name, "w:pStyle"))
    return "paragraph";
  if (g_str_equal (node->name, "w:rStyle"))
    return "character";
  if (g_str_equal (node->name, "w:tblStyle"))
    return "table";
  return g_str_equal (node->name, "w:basedOn") || g_str_equal (node->name, "w:next")
             ? ks_test_node_get (node->parent, "w:type")
             : NULL;
}

/* A style that is not there, or is one of something else, is passed over without a word. */
static void
check_style (const Check *self, const KsTestNode *node)
{
  const char *type = get_type (node);
  g_autofree char *name
      = type != NULL ? name_style (type, ks_test_node_get (node, "w:val")) : NULL;

  if (name != NULL && !g_hash_table_contains (self->styles, name))
    g_error ("%s: there is no style %s", self->part, name);
}

/* A row has a cell for every column of the grid; the last of a cell is a paragraph. What is told
 * again on the next page is the beginning of the table. */
static void
check_table (const Check *self, const KsTestNode *table)
{
  g_autoptr (GPtrArray) columns = NULL;
  gboolean repeated = TRUE;

  if (!g_str_equal (table->name, "w:tbl"))
    return;
  columns = ks_test_node_list (table, "w:gridCol");
  for (guint i = 0; i < table->children->len; i++)
    {
      const KsTestNode *row = table->children->pdata[i];
      g_autoptr (GPtrArray) cells = ks_test_node_list (row, "w:tc");
      gboolean header = ks_test_node_find (row, "w:tblHeader") != NULL;

      if (!g_str_equal (row->name, "w:tr"))
        continue;
      g_assert_cmpuint (cells->len, ==, columns->len);
      g_assert_true (repeated || !header);
      repeated = header;
      for (guint k = 0; k < cells->len; k++)
        {
          const KsTestNode *cell = cells->pdata[k];

          g_assert_cmpstr (get_child (cell, cell->children->len - 1), ==, "w:p");
        }
    }
}

/* A table that another one follows would be one with it, and none may be the last. */
static void
check_body (const KsTestNode *node)
{
  guint n = node->children->len;

  if (!g_str_equal (node->name, "w:body"))
    return;
  for (guint i = 0; i + 1 < n; i++)
    g_assert_true (g_str_equal (get_child (node, i), "w:p")
                   || g_str_equal (get_child (node, i + 1), "w:p"));
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpstr (get_child (node, n - 1), ==, "w:sectPr");
}

/* A header or a footer that begins in the text pushes it away. */
static void
check_margins (const KsTestNode *node)
{
  static const char *const pairs[][2] = { { "w:header", "w:top" }, { "w:footer", "w:bottom" } };

  for (guint i = 0; g_str_equal (node->name, "w:pgMar") && i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpint (atoi (ks_test_node_get (node, pairs[i][0])), <,
                     atoi (ks_test_node_get (node, pairs[i][1])));
}

/* A field begins, has a result and ends in one paragraph. */
static void
check_field (const KsTestNode *node)
{
  static const char *const types[] = { "begin", "separate", "end" };
  g_autoptr (GPtrArray) marks
      = g_str_equal (node->name, "w:p") ? ks_test_node_list (node, "w:fldChar") : NULL;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    g_assert_cmpstr (ks_test_node_get (marks->pdata[i], "w:fldCharType"), ==,
                     types[i % G_N_ELEMENTS (types)]);
  g_assert_true (marks == NULL || marks->len % G_N_ELEMENTS (types) == 0);
}

static void
check_node_cb (const KsTestNode *node, gpointer data)
{
  const Check *self = data;

  check_order (self, node);
  check_content (self, node);
  check_numbers (self, node);
  check_blanks (self, node);
  check_ids (self, node);
  check_style (self, node);
  check_table (self, node);
  check_body (node);
  check_margins (node);
  check_field (node);
}

/* Styles have names of their own; a comma would part two names. */
static void
read_styles (Check *self, const KsTestNode *styles)
{
  g_autoptr (GPtrArray) list = ks_test_node_list (styles, "w:style");
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      const char *name
          = ks_test_node_get (ks_test_node_find (list->pdata[i], "w:name"), "w:val");

      g_assert_true (g_hash_table_add (told, (gpointer)name));
      g_assert_null (strchr (name, ','));
      g_assert_true (g_hash_table_add (
          self->styles, name_style (ks_test_node_get (list->pdata[i], "w:type"),
                                    ks_test_node_get (list->pdata[i], "w:styleId"))));
    }
}

static gboolean
is_typed (const KsTestNode *types, const char *part)
{
  const char *ending = strrchr (part, '.') + 1;
  g_autofree char *name = g_strconcat ("/", part, NULL);

  if (g_str_equal (part, "[Content_Types].xml")
      || ks_test_node_find_with (types, "Override", "PartName", name) != NULL)
    return TRUE;
  return !g_str_equal (ending, "xml")
         && ks_test_node_find_with (types, "Default", "Extension", ending) != NULL;
}

static void
check_links (GHashTable *parts, const char *name, const char *folder)
{
  g_autoptr (KsTestNode) links = ks_test_package_parse (parts, name);
  g_autoptr (GPtrArray) list = ks_test_node_list (links, "Relationship");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *target
          = g_strconcat (folder, ks_test_node_get (list->pdata[i], "Target"), NULL);

      g_assert_true (g_hash_table_contains (parts, target));
      g_assert_true (
          g_hash_table_add (ids, (gpointer)ks_test_node_get (list->pdata[i], "Id")));
    }
}

/* Word 2013 and later lays the text out as such, not as its forerunners did. */
static void
check_settings (GHashTable *parts)
{
  g_autoptr (KsTestNode) settings = ks_test_package_parse (parts, "word/settings.xml");
  const KsTestNode *mode
      = ks_test_node_find_with (settings, "w:compatSetting", "w:name", "compatibilityMode");

  g_assert_nonnull (mode);
  g_assert_cmpstr (ks_test_node_get (mode, "w:val"), ==, "15");
}

static void
check_parts (Check *self, GHashTable *parts, GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (KsTestNode) node = NULL;

      self->part = names->pdata[i];
      if (g_str_has_suffix (self->part, ".png"))
        continue;
      node = ks_test_package_parse (parts, self->part);
      if (g_str_has_prefix (self->part, "word/") && g_str_has_suffix (self->part, ".xml"))
        ks_test_node_walk (node, check_node_cb, self);
      g_assert_cmpuint (g_hash_table_size (self->marks), ==, g_hash_table_size (self->ended));
      g_hash_table_remove_all (self->marks);
      g_hash_table_remove_all (self->ended);
      g_hash_table_remove_all (self->drawings);
    }
}

void
ks_test_docx_assert_sound (GBytes *file)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GHashTable) parts = ks_test_package_read (file, &names);
  g_autoptr (KsTestNode) types = ks_test_package_parse (parts, "[Content_Types].xml");
  g_autoptr (KsTestNode) styles = ks_test_package_parse (parts, "word/styles.xml");
  g_autoptr (KsTestNode) links = ks_test_package_parse (parts, "word/_rels/document.xml.rels");
  g_autoptr (GHashTable) rules = read_rules (orders, G_N_ELEMENTS (orders));
  g_autoptr (GHashTable) loose = read_rules (contents, G_N_ELEMENTS (contents));
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ended = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) drawings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Check check = { .orders = rules, .contents = loose, .marks = marks, .ended = ended,
                  .drawings = drawings, .styles = known, .links = links };

  g_assert_cmpstr (names->pdata[0], ==, "[Content_Types].xml");
  for (guint i = 0; i < names->len; i++)
    g_assert_true (is_typed (types, names->pdata[i]));
  check_links (parts, "_rels/.rels", "");
  check_links (parts, "word/_rels/document.xml.rels", "word/");
  check_settings (parts);
  read_styles (&check, styles);
  check_parts (&check, parts, names);
}
