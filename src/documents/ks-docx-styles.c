/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-docx-private.h"

/* What Word calls in English has that name, by which it is known in every language, and a
 * Vietnamese one beside; what is ours has a Vietnamese one alone. A comma would part two names. */

#define DESCENT 0.216 /* of Times New Roman, in em */
#define ASCENT 0.891
#define RULE_ROOM 1.2  /* for the rule under the Party's name */
#define RULE_SLACK 0.6 /* by which it is longer than the name, so that this stays on a line */
#define TABLE_INDENT (KS_TABLE_PADDING - KS_TABLE_CENTRED_PADDING)
#define CAPTION_AFTER 1.4
#define LIST_TITLE_AFTER 3.7
#define HEADING_SIZE 14.0
#define LINE_EIGHTHS 4 /* of the lines of tables: half a point */

typedef enum
{
  SIDE_LEFT,
  SIDE_CENTRE,
  SIDE_RIGHT,
  SIDE_BOTH,
} Side;

typedef enum
{
  BOLD = 1 << 0,
  ITALIC = 1 << 1,
  KEEP = 1 << 2,  /* with the next one */
  EXACT = 1 << 3, /* a line is no higher, whatever stands in it */
  UNDERLINED = 1 << 4,
  RULED = 1 << 5,    /* a line stands under it */
  DOTTED = 1 << 6,   /* a tab leads to the right edge */
  BUILT_IN = 1 << 7, /* Word knows it */
  LET_GO = 1 << 8,   /* not kept with the next one as what it is based on is */
} Traits;

typedef struct
{
  const char *id;
  const char *name;
  const char *alias;
  const char *base;
  const char *next; /* NULL: the style itself */
  double size;      /* in points; 0: as the one it is based on */
  guint traits;
  Side side;
  double line; /* height at least, in mm; 0: as high as its letters */
  double before;
  double after;
  double indent; /* of the first line */
  double left;
  double right;
  guint level; /* in the outline, from 1; 0: none */
} Style;

static const char *const sides[] = { "left", "center", "right", "both" };

static void
add_names (GString *xml, const Style *style)
{
  g_string_append_printf (
      xml, "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/>",
      style->traits & BUILT_IN ? "" : " w:customStyle=\"1\"", style->id, style->name);
  if (style->alias != NULL)
    g_string_append_printf (xml, "<w:aliases w:val=\"%s\"/>", style->alias);
  g_string_append_printf (xml, "<w:basedOn w:val=\"%s\"/>",
                          style->base != NULL ? style->base : "Normal");
  if (style->next != NULL)
    g_string_append_printf (xml, "<w:next w:val=\"%s\"/>", style->next);
  g_string_append (xml, "<w:qFormat/>");
}

static void
add_tabs (GString *xml, const KsDocx *docx, const Style *style)
{
  if (style->traits & DOTTED)
    g_string_append_printf (
        xml, "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"%d\"/></w:tabs>",
        KS_TWIPS (docx->width));
}

/* The order of properties is that of the schema, which Word insists on. */
static void
add_paragraph (GString *xml, const KsDocx *docx, const Style *style)
{
  g_string_append (xml, "<w:pPr>");
  if (style->traits & (KEEP | LET_GO))
    g_string_append_printf (xml, "<w:keepNext%s/>", style->traits & LET_GO ? " w:val=\"0\"" : "");
  if (style->traits & RULED)
    g_string_append (xml, "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"2\" "
                          "w:color=\"000000\"/></w:pBdr>");
  add_tabs (xml, docx, style);
  g_string_append_printf (xml, "<w:spacing w:before=\"%d\" w:after=\"%d\"",
                          KS_TWIPS (style->before), KS_TWIPS (style->after));
  if (style->line > 0)
    g_string_append_printf (xml, " w:line=\"%d\" w:lineRule=\"%s\"", KS_TWIPS (style->line),
                            style->traits & EXACT ? "exact" : "atLeast");
  g_string_append_printf (xml, "/><w:ind w:left=\"%d\" w:right=\"%d\" w:firstLine=\"%d\"/>",
                          KS_TWIPS (style->left), KS_TWIPS (style->right),
                          KS_TWIPS (style->indent));
  g_string_append_printf (xml, "<w:jc w:val=\"%s\"/>", sides[style->side]);
  if (style->level > 0)
    g_string_append_printf (xml, "<w:outlineLvl w:val=\"%u\"/>", style->level - 1);
  g_string_append (xml, "</w:pPr>");
}

static void
add_letters (GString *xml, double size, guint traits)
{
  g_string_append (xml, "<w:rPr>");
  if (traits & BOLD)
    g_string_append (xml, "<w:b/><w:bCs/>");
  if (traits & ITALIC)
    g_string_append (xml, "<w:i/><w:iCs/>");
  if (size > 0)
    g_string_append_printf (xml, "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>",
                            KS_HALF_POINTS (size), KS_HALF_POINTS (size));
  if (traits & UNDERLINED)
    g_string_append (xml, "<w:u w:val=\"single\"/>");
}

static void
add_style (GString *xml, const KsDocx *docx, const Style *style)
{
  add_names (xml, style);
  add_paragraph (xml, docx, style);
  add_letters (xml, style->size, style->traits);
  g_string_append (xml, "</w:rPr></w:style>\n");
}

/* Texts look as they do in the PDF. */
static void
add_text_style (GString *xml, const KsDocx *docx, Style style, KsBlockKind kind)
{
  KsParagraphLook look = ks_paragraph_get_look (docx->document, kind, style.level);

  style.size = look.style.size;
  style.traits |= (look.style.bold ? BOLD : 0) | (look.style.italic ? ITALIC : 0);
  style.side = look.ragged ? SIDE_LEFT : SIDE_BOTH;
  style.line = look.pitch;
  style.before = look.gap;
  style.indent = look.indent;
  add_style (xml, docx, &style);
}

static void
add_texts (GString *xml, const KsDocx *docx)
{
  static const Style body = { "BodyText", "Body Text", "Thân văn bản", .traits = BUILT_IN };
  static const Style headings[] = {
    { "Heading1", "heading 1", "Đề mục 1", .next = "BodyText", .level = 1,
      .traits = BUILT_IN | KEEP },
    { "Heading2", "heading 2", "Đề mục 2", .next = "BodyText", .level = 2,
      .traits = BUILT_IN | KEEP },
    { "Heading3", "heading 3", "Đề mục 3", .next = "BodyText", .level = 3,
      .traits = BUILT_IN | KEEP },
    { "TableHeading", "Đề mục ngay trên biểu", .base = "Heading3", .next = "BodyText", .level = 3,
      .after = KS_TABLE_HEADING_GAP, .traits = KEEP },
  };
  static const Style point = { "ListParagraph", "List Paragraph", "Ý liệt kê", .traits = BUILT_IN };
  static const Style note = { "TableNote", "Ghi chú dưới biểu" };
  static const Style blank = { "BlankLine", "Dòng để viết", .next = "BodyText", .traits = DOTTED };

  add_text_style (xml, docx, body, KS_BLOCK_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_text_style (xml, docx, headings[i], KS_BLOCK_HEADING);
  add_text_style (xml, docx, point, KS_BLOCK_POINT);
  add_text_style (xml, docx, note, KS_BLOCK_NOTE);
  add_text_style (xml, docx, blank, KS_BLOCK_BLANK);
}

/* The size in which the issuing body's name has room. */
static double
find_organ_size (const KsDocx *docx, const KsPaperHead *head)
{
  double size = head->size;

  for (guint i = 0; i < docx->document->blocks->len; i++)
    {
      const KsBlock *block = ks_document_get_block (docx->document, i);

      if (block->kind == KS_BLOCK_OPENING && block->opening.organ != NULL)
        g_free (ks_paper_fit_organ (head, block->opening.organ, &size));
    }
  return size;
}

static double
measure_party (const KsPaperHead *head)
{
  const KsStyle style = KS_SERIF_BOLD (head->party);

  return ks_type_get_width (ks_type_get (), &style, KS_PAPER_PARTY);
}

static void
add_head (GString *xml, const KsDocx *docx)
{
  const KsPaperHead *head = ks_paper_get_head (&docx->place);
  double size = find_organ_size (docx, head);
  double cell = docx->width - 2 * head->left;
  double free_left = cell - 2 * head->right;
  double beside = (2 * head->right - measure_party (head) - RULE_SLACK) / 2;
  double date
      = head->date - RULE_ROOM - (DESCENT * head->party + ASCENT * head->size) * KS_MM_PER_POINT;
  const Style styles[] = {
    { "Superior", "Cơ quan cấp trên", .next = "Organ", .size = size, .side = SIDE_CENTRE,
      .line = head->organ },
    { "Organ", "Cơ quan ban hành", .size = size, .traits = BOLD, .side = SIDE_CENTRE,
      .line = size < head->size ? 0 : head->organ },
    { "Star", "Dấu sao", .next = "PaperNumber", .size = head->size, .side = SIDE_CENTRE,
      .line = head->star - head->organ },
    { "PaperNumber", "Số và ký hiệu", .size = head->size, .side = SIDE_CENTRE,
      .line = head->number - head->star },
    { "Party", "Tiêu đề Đảng", .next = "PlaceDate", .size = head->party, .traits = BOLD | RULED,
      .side = SIDE_CENTRE, .line = head->organ, .left = free_left + beside, .right = beside },
    { "PlaceDate", "Địa danh và ngày tháng", .size = head->size, .traits = ITALIC,
      .side = SIDE_CENTRE, .before = MAX (0, date), .left = free_left },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    add_style (xml, docx, &styles[i]);
}

/* Above a text. Of what stands free below a paragraph and above the next one, Word takes the
 * larger: the former has to hold both. */
static double
get_text_gap (const KsDocx *docx)
{
  return ks_paragraph_get_look (docx->document, KS_BLOCK_TEXT, 0).gap;
}

static void
add_titles (GString *xml, const KsDocx *docx)
{
  const KsPaperTitle *look = ks_paper_get_title (&docx->place);
  gboolean dashed = ks_paper_is_upright (&docx->place) && !docx->document->facts.compact;
  double gap = ks_paper_is_upright (&docx->place) ? get_text_gap (docx) : 0;
  double after = docx->document->facts.compact ? KS_PAPER_AFTER_COMPACT : look->after;
  double below = gap + MAX (0, after - DESCENT * look->reference * KS_MM_PER_POINT);
  const Style styles[] = {
    { "Title", "Title", "Tên loại văn bản", .next = "Subtitle", .size = look->title,
      .traits = BUILT_IN | BOLD | KEEP, .side = SIDE_CENTRE, .line = KS_PAPER_SUBJECT_PITCH },
    { "Subtitle", "Subtitle", "Trích yếu", .size = HEADING_SIZE, .traits = BUILT_IN | BOLD | KEEP,
      .side = SIDE_CENTRE, .line = KS_PAPER_SUBJECT_PITCH },
    { "Reference", "Văn bản kèm theo", .next = "BodyText", .size = look->reference,
      .traits = ITALIC | KEEP, .side = SIDE_CENTRE, .line = look->pitch,
      .after = dashed ? 0 : below },
    { "Dashes", "Gạch dưới trích yếu", .next = "BodyText", .traits = KEEP, .side = SIDE_CENTRE,
      .line = KS_PAPER_DASHES_PITCH, .after = below },
    { "ListLabel", "Số của danh sách", .next = "ListTitle", .size = HEADING_SIZE,
      .traits = BOLD | KEEP, .side = SIDE_CENTRE, .line = KS_PAPER_SUBJECT_PITCH, .level = 1 },
    { "ListTitle", "Tên của danh sách", .next = "ListReference", .size = HEADING_SIZE,
      .traits = BOLD | KEEP, .side = SIDE_CENTRE, .line = KS_PAPER_SUBJECT_PITCH },
    { "ListReference", "Danh sách kèm theo", .next = "BodyText", .size = 13,
      .traits = ITALIC | KEEP, .side = SIDE_CENTRE, .line = KS_PAPER_SIGNATURE_PITCH,
      .after = LIST_TITLE_AFTER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    add_style (xml, docx, &styles[i]);
}

/* The styles of cells in tables of one size, which is told where it is not the usual one. */
static void
add_cells (GString *xml, const KsDocx *docx, const KsTableLook *look, gboolean usual)
{
  const Style styles[] = {
    { "TableText", "Chữ trong biểu", .left = TABLE_INDENT, .right = TABLE_INDENT },
    { "TableCentre", "Chữ trong biểu – ở giữa", .side = SIDE_CENTRE },
    { "TableRight", "Chữ trong biểu – bên phải", .side = SIDE_RIGHT, .left = TABLE_INDENT,
      .right = TABLE_INDENT },
    { "TableHeader", "Đầu cột của biểu", .traits = BOLD | KEEP, .side = SIDE_CENTRE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *id = ks_docx_name_cells (docx, styles[i].id, look->size);
      char size[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *name = g_strdup_printf (
          "%s – cỡ chữ %s", styles[i].name, g_ascii_formatd (size, sizeof size, "%g", look->size));
      Style style = styles[i];

      style.id = id;
      style.name = usual ? style.name : name;
      style.base = usual ? NULL : styles[i].id;
      style.size = look->size;
      style.line = look->pitch;
      add_style (xml, docx, &style);
    }
}

static void
add_all_cells (GString *xml, const KsDocx *docx)
{
  const KsDocumentTable usual = { 0 };
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  KsTableLook look;

  ks_table_get_look (docx->document, &usual, &look);
  add_cells (xml, docx, &look, TRUE);
  g_hash_table_add (sizes, GINT_TO_POINTER (KS_HALF_POINTS (look.size)));
  for (guint i = 0; i < docx->document->blocks->len; i++)
    {
      const KsBlock *block = ks_document_get_block (docx->document, i);

      if (block->kind != KS_BLOCK_TABLE)
        continue;
      ks_table_get_look (docx->document, &block->table, &look);
      if (g_hash_table_add (sizes, GINT_TO_POINTER (KS_HALF_POINTS (look.size))))
        add_cells (xml, docx, &look, FALSE);
    }
}

static void
add_beside (GString *xml, const KsDocx *docx)
{
  const Style styles[] = {
    { "TableNumber", "Số của cột", .size = 9, .traits = ITALIC | KEEP, .side = SIDE_CENTRE },
    { "Caption", "caption", "Tên của biểu", .size = KS_PAPER_CAPTION_SIZE,
      .traits = BUILT_IN | ITALIC | KEEP, .side = SIDE_CENTRE, .line = KS_PAPER_CAPTION_PITCH,
      .before = KS_TABLE_GAP, .after = CAPTION_AFTER },
    { "Chart", "Biểu đồ", .next = "ChartCaption", .side = SIDE_CENTRE, .before = KS_CHART_GAP },
    { "ChartCaption", "Tên của biểu đồ", .base = "Caption", .next = "BodyText", .traits = LET_GO,
      .side = SIDE_CENTRE, .line = KS_PAPER_CAPTION_PITCH,
      .after = CAPTION_AFTER + KS_CHART_AFTER + get_text_gap (docx) },
    { "Gap", "Cách dòng", .size = 1, .traits = EXACT, .line = KS_TABLE_GAP },
    { "End", "Sau khung", .size = 1, .traits = EXACT, .line = KS_MM_PER_POINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    add_style (xml, docx, &styles[i]);
}

/* Where two sign, both do it in a smaller size. */
static gboolean
signs_small (const KsDocx *docx)
{
  for (guint i = 0; i < docx->document->blocks->len; i++)
    {
      const KsBlock *block = ks_document_get_block (docx->document, i);

      if (block->kind == KS_BLOCK_CLOSING && block->closing.preparer[0] != NULL)
        return TRUE;
    }
  return !ks_paper_is_upright (&docx->place);
}

static void
add_signing (GString *xml, const KsDocx *docx)
{
  const KsPaperSigning *signing = ks_paper_get_signing (&docx->place);
  double size = signs_small (docx) ? 13 : 14;
  double cell = docx->width - 2 * signing->signature;
  const Style styles[] = {
    { "RecipientsLead", "Nơi nhận (chữ đầu)", .next = "Recipients", .size = 14,
      .traits = UNDERLINED },
    { "Recipients", "Nơi nhận", .size = KS_PAPER_RECIPIENT_SIZE, .line = KS_PAPER_RECIPIENT_PITCH },
    { "Signature", "Signature", "Người ký", .size = size, .traits = BUILT_IN | BOLD,
      .side = SIDE_CENTRE, .line = KS_PAPER_SIGNATURE_PITCH },
    { "Preparer", "Người lập", .size = size, .traits = BOLD, .side = SIDE_CENTRE,
      .line = KS_PAPER_SIGNATURE_PITCH, .right = MAX (0, cell - 2 * signing->preparer) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    add_style (xml, docx, &styles[i]);
}

/* The number of the page stands in the middle, the marks at the edges. */
static void
add_marks (GString *xml, const KsDocx *docx)
{
  static const struct
  {
    const char *id;
    const char *name;
    double size;
  } marks[] = {
    { "Mark", "Dấu trên mọi trang", KS_PAPER_MARK_SIZE },
    { "FirstMark", "Dấu trên trang đầu", KS_PAPER_BOX_SIZE },
  };

  g_string_append_printf (
      xml,
      "<w:style w:type=\"paragraph\" w:styleId=\"Header\"><w:name w:val=\"header\"/>"
      "<w:aliases w:val=\"Đầu trang\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:tabs>"
      "<w:tab w:val=\"center\" w:pos=\"%d\"/><w:tab w:val=\"right\" w:pos=\"%d\"/></w:tabs></w:pPr>"
      "</w:style>\n<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"FirstHeader\">"
      "<w:name w:val=\"Đầu trang thứ nhất\"/><w:basedOn w:val=\"Header\"/><w:pPr><w:tabs>"
      "<w:tab w:val=\"clear\" w:pos=\"%d\"/></w:tabs></w:pPr></w:style>\n",
      KS_TWIPS (docx->width / 2), KS_TWIPS (docx->width), KS_TWIPS (docx->width / 2));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_string_append_printf (xml,
                              "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"%s\">"
                              "<w:name w:val=\"%s\"/><w:qFormat/>",
                              marks[i].id, marks[i].name);
      add_letters (xml, marks[i].size, BOLD);
      g_string_append (xml, "<w:bdr w:val=\"single\" w:sz=\"6\" w:space=\"0\" "
                            "w:color=\"000000\"/></w:rPr></w:style>\n");
    }
}

static void
add_table_styles (GString *xml)
{
  static const char *const borders[] = { "top", "left", "bottom", "right", "insideH", "insideV" };

  g_string_append (xml,
                   "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
                   "<w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/>"
                   "<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
                   "</w:tblPr></w:style>\n<w:style w:type=\"table\" w:customStyle=\"1\" "
                   "w:styleId=\"PaperTable\"><w:name w:val=\"Biểu số liệu\"/><w:basedOn "
                   "w:val=\"TableNormal\"/><w:qFormat/><w:tblPr><w:tblBorders>");
  for (guint i = 0; i < G_N_ELEMENTS (borders); i++)
    g_string_append_printf (xml,
                            "<w:%s w:val=\"single\" w:sz=\"%d\" w:space=\"0\" w:color=\"000000\"/>",
                            borders[i], LINE_EIGHTHS);
  g_string_append (xml, "</w:tblBorders></w:tblPr><w:tcPr><w:vAlign w:val=\"center\"/></w:tcPr>"
                        "</w:style>\n");
}

static void
add_defaults (GString *xml, const char *font)
{
  g_autofree char *printable = ks_text_dup_printable (font);
  g_autofree char *name = g_markup_escape_text (printable, -1);

  g_string_append_printf (
      xml,
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"%s\" w:eastAsia=\"%s\" "
      "w:hAnsi=\"%s\" w:cs=\"%s\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/><w:lang "
      "w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
      "<w:pPrDefault/></w:docDefaults>\n<w:style w:type=\"paragraph\" w:default=\"1\" "
      "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:aliases w:val=\"Thường\"/><w:qFormat/>"
      "</w:style>\n<w:style w:type=\"character\" w:default=\"1\" "
      "w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>"
      "<w:uiPriority w:val=\"1\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>\n",
      name, name, name, name);
}

/**
 * ks_docx_write_styles:
 * @self: a document that holds everything already
 *
 * Returns: (transfer full): its styles
 */
GBytes *
ks_docx_write_styles (const KsDocx *self)
{
  GString *xml = g_string_new (KS_DOCX_PROLOG "<w:styles xmlns:w=\"" KS_DOCX_W "\">\n");

  add_defaults (xml, self->document->facts.font);
  add_table_styles (xml);
  add_texts (xml, self);
  add_head (xml, self);
  add_titles (xml, self);
  add_all_cells (xml, self);
  add_beside (xml, self);
  add_signing (xml, self);
  add_marks (xml, self);
  g_string_append (xml, "</w:styles>\n");
  return g_string_free_to_bytes (xml);
}
