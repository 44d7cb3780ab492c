/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-papers.h"

#include <string.h>

#define N_DISTRICTS 10
#define ACCOUNT "Đã nhận 22 phiếu.\nKhông tính 2 phiếu gửi ngoài thời gian khảo sát."

static const char *const recipients[]
    = { "- Thường trực Tỉnh ủy (để báo cáo),", "- Ban Chỉ đạo thực hiện QCDC tỉnh,",
        "- Lãnh đạo Ban,", "- Lưu Ban Dân vận Tỉnh ủy.", NULL };
static const char *const deputy[] = { "K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", NULL };
static const char *const preparer[] = { "NGƯỜI LẬP BIỂU", NULL };
static const char *const subjects[]
    = { "kết quả khảo sát, lấy ý kiến của cán bộ, công chức",
        "về việc thực hiện quy chế dân chủ tại cơ quan cấp xã", NULL };

/* Ten bars, as wide as what they stand for. */
static double
paint_bars (cairo_t *cr, double width, double height, gpointer data)
{
  for (guint i = 0; cr != NULL && i < N_DISTRICTS; i++)
    {
      cairo_set_source_rgb (cr, 0.3, 0.3, 0.3);
      cairo_rectangle (cr, width * 0.28, i * 18.1, width * (0.45 + 0.01 * i), 11.6);
      cairo_fill (cr);
    }
  return N_DISTRICTS * 18.1 + 10;
}

static KsFigureBook *
create_book (void)
{
  KsFigureBook *book = ks_figure_book_new ();

  ks_figure_book_add_count (book, "received", 4487, ACCOUNT);
  ks_figure_book_add_count (book, "counted", 4466, ACCOUNT);
  ks_figure_book_add_count (book, "staff", 4990, ACCOUNT);
  ks_figure_book_add_count (book, "outside", 12, ACCOUNT);
  ks_figure_book_add_count (book, "complete", 41, ACCOUNT);
  ks_figure_book_add_count (book, "units", 209, ACCOUNT);
  ks_figure_book_add_share (book, "rate", 4466, 4990, ACCOUNT);
  ks_figure_book_add_share (book, "good", 3951, 4466, ACCOUNT);
  ks_figure_book_add_words (book, "bounds", "73,07% – 90,50%", ACCOUNT);
  ks_figure_book_add_decimal (book, "mean", 4.4567, 2, ACCOUNT);
  return book;
}

static KsDocument *
create_paper (const char *id, const char *title, gboolean landscape)
{
  const KsDocumentFacts facts = {
    .id = id, .title = title, .author = "BAN DÂN VẬN", .landscape = landscape, .simulated = TRUE
  };
  g_autoptr (KsFigureBook) book = create_book ();

  return ks_document_new (&facts, book);
}

static void
add_levels (KsDocument *self)
{
  static const double widths[] = { 20, 23, 23, 23, 23, 25, 23 };
  static const KsAlign aligns[]
      = { KS_ALIGN_LEFT,   KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE,
          KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };
  static const char *const header[] = { "Mức",          "Rất\nhài lòng",   "Hài lòng",
                                        "Bình\nthường", "Không\nhài lòng", "Rất không\nhài lòng",
                                        "Cộng" };
  static const char *const counts[]
      = { "Số phiếu", "{received}", "{staff}", "{outside}", "{complete}", "{units}", "{counted}" };
  static const char *const shares[]
      = { "Tỷ lệ", "{rate}", "{good}", "{rate}", "{good}", "{rate}", "{mean}" };
  const KsDocumentTable table
      = { .sheet = "Biểu 1",
          .caption = "Biểu {=1}. Mức độ hài lòng về việc thực hiện quy chế dân chủ tại cơ quan",
          .n_columns = 7,
          .widths = widths,
          .aligns = aligns,
          .header = header,
          .row_height = 7.4 };

  ks_document_begin_table (self, &table);
  ks_document_add_row (self, KS_ROW_PLAIN, counts, G_N_ELEMENTS (counts));
  ks_document_add_row (self, KS_ROW_PLAIN, shares, G_N_ELEMENTS (shares));
  ks_document_end_table (self);
  ks_document_add_note (self,
                        "Đánh giá tốt gồm: Rất hài lòng, Hài lòng. Không trả lời câu hỏi này: "
                        "{outside} phiếu.");
}

static void
add_report_head (KsDocument *self)
{
  const KsPaperOpening opening = { .superior = "TỈNH ỦY BẮC GIANG",
                                   .organ = "BAN DÂN VẬN",
                                   .number = "Số" KS_BLANK_NUMBER KS_BLANK_NUMBER "-BC/BDVTU",
                                   .place_date = "Bắc Giang, ngày 02 tháng 4 năm 2024",
                                   .title = "BÁO CÁO",
                                   .subjects = subjects };

  ks_document_open (self, &opening);
  ks_document_add_text (
      self, "Thực hiện Kế hoạch số" KS_BLANK_NUMBER "-KH/BCĐ ngày" KS_BLANK_DAY
            "{=/3/2024} của Ban Chỉ đạo thực hiện Quy chế dân chủ tỉnh về khảo sát, lấy ý kiến của "
            "cán bộ, công chức về việc thực hiện quy chế dân chủ tại cơ quan cấp xã, Ban Dân vận "
            "Tỉnh ủy báo cáo kết quả như sau:");
  ks_document_add_heading (self, 1, "I. CHỈ ĐẠO, TRIỂN KHAI");
  ks_document_add_text (
      self,
      "Khảo sát được tiến hành trong ngày {=01/4/2024} tại cơ quan của {units} xã, phường, "
      "thị trấn thuộc các huyện, thị xã, thành phố. Mỗi đơn vị có một mã QR riêng; phiếu không "
      "ghi họ tên người trả lời.");
}

static void
add_report_end (KsDocument *self)
{
  const KsPaperClosing closing = { recipients, deputy };

  ks_document_add_heading (self, 1, "III. ĐÁNH GIÁ CHUNG");
  ks_document_add_blank (self, "{=1}. Ưu điểm:");
  ks_document_add_blank (self, "{=2}. Hạn chế, khó khăn:");
  ks_document_add_plain (self, "3. Nguyên nhân: 5 xã báo cáo muộn; {không phải trường}.\n"
                               "Hai dòng của cán bộ.");
  ks_document_add_heading (self, 1, "IV. ĐỀ XUẤT, KIẾN NGHỊ");
  ks_document_add_text (self, "{=1}. Ban Chỉ đạo các huyện, thị xã, thành phố phối hợp hoàn thành "
                              "việc đối chiếu số liệu của các đơn vị còn lại.");
  ks_document_add_text (self,
                        "Trên đây là báo cáo kết quả khảo sát, lấy ý kiến của cán bộ, công chức "
                        "về việc thực hiện quy chế dân chủ tại cơ quan cấp xã ./.");
  ks_document_close (self, &closing);
}

/**
 * A report of three pages or more: n_texts paragraphs more in its second part.
 */
KsDocument *
ks_test_report (guint n_texts)
{
  const KsDocumentFacts facts = { .id = "report",
                                  .title = "Báo cáo kết quả khảo sát – PKS01-2024",
                                  .author = "BAN DÂN VẬN",
                                  .simulated = TRUE,
                                  .internal = TRUE,
                                  .draft = "DỰ THẢO LẦN 2",
                                  .notice = "SỐ LIỆU SƠ BỘ" };
  g_autoptr (KsFigureBook) book = create_book ();
  KsDocument *self = ks_document_new (&facts, book);

  add_report_head (self);
  ks_document_add_heading (self, 1, "II. KẾT QUẢ");
  ks_document_add_heading (self, 2, "{=1}. Số người tham gia");
  for (guint i = 0; i <= n_texts; i++)
    ks_document_add_text (
        self,
        "Đã nhận {received} phiếu; phiếu hợp lệ là {counted} phiếu, bằng {rate} so với {staff} "
        "cán bộ, công chức thuộc diện khảo sát (Biểu đồ {=1}). Không tính {outside} phiếu gửi "
        "ngoài thời gian khảo sát; khoảng có thể là {bounds}.");
  ks_document_add_chart (self, "Biểu đồ {=1}. Tỷ lệ tham gia theo huyện, thị xã, thành phố",
                         paint_bars, NULL, NULL, 0, "Mười thanh ngang, từ 45% đến 54%");
  ks_document_add_heading (self, 2, "{=2}. Kết quả từng nội dung");
  ks_document_add_text (self, "Đánh giá chung, có {counted} phiếu, bằng {good} (Biểu {=1}).");
  add_levels (self);
  add_report_end (self);
  return self;
}

static char *
add_unit_figures (KsFigureBook *book, guint unit, const char *what, guint value)
{
  char *id = g_strdup_printf ("unit/%u/%s", unit, what);
  char *mark = g_strdup_printf ("{%s}", id);

  if (g_str_equal (what, "rate"))
    ks_figure_book_add_share (book, id, value, 31, ACCOUNT);
  else
    ks_figure_book_add_count (book, id, value, ACCOUNT);
  g_free (id);
  return mark;
}

static void
add_unit (KsDocument *self, KsFigureBook *book, guint unit, guint n_columns)
{
  g_autofree char *number = g_strdup_printf ("{=%u}", unit % 21 + 1);
  g_autofree char *name = g_strdup_printf ("Xã {=Mẫu %02u}", unit);
  g_autofree char *staff = add_unit_figures (book, unit, "staff", 31);
  g_autofree char *answers = add_unit_figures (book, unit, "answers", unit % 32);
  g_autofree char *rate = add_unit_figures (book, unit, "rate", unit % 32);
  g_autofree char *good = add_unit_figures (book, unit, "good", unit % 20);
  const char *cells[]
      = { number, name, staff, answers, rate, good, "{good}", "{bounds}", "đạt", "chưa đủ căn cứ" };

  ks_document_add_row (self, KS_ROW_PLAIN, cells, n_columns);
}

static void
add_units (KsDocument *self, KsFigureBook *book, guint n_units, gboolean limits)
{
  static const double widths[] = { 11, 48, 26, 24, 26, 28, 26, 42, 26 };
  static const double limited[] = { 11, 42, 22, 20, 25, 24, 23, 38, 26, 26 };
  static const KsAlign aligns[]
      = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT,   KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE,
          KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };
  static const char *const header[] = { "STT",
                                        "Đơn vị",
                                        "Số cán bộ,\ncông chức",
                                        "Số phiếu\nhợp lệ",
                                        "Tỷ lệ\ntham gia",
                                        "Đánh giá tốt\n(số phiếu)",
                                        "Tỷ lệ\nđánh giá tốt",
                                        "Thấp nhất –\ncao nhất có thể",
                                        "So với mức\ntham gia",
                                        "So với mức\nđánh giá tốt" };
  static const char *const total[]
      = { NULL,      "Toàn tỉnh", "{staff}", "{counted}",      "{rate}",
          "{units}", "{good}",    NULL,      "{units} đơn vị", NULL };
  const KsDocumentTable table = { .sheet = "Biểu 02",
                                  .n_columns = limits ? 10 : 9,
                                  .widths = limits ? limited : widths,
                                  .aligns = aligns,
                                  .header = header,
                                  .numbered = TRUE,
                                  .size = 11,
                                  .row_height = 5.9 };

  ks_document_begin_table (self, &table);
  for (guint i = 0; i < n_units; i++)
    {
      g_autofree char *name = g_strdup_printf ("Huyện {=Mẫu %u}", i / 21 + 1);
      const char *group[]
          = { "II", name, "{staff}", "{counted}", "{rate}", "{units}", "{good}", NULL, NULL, NULL };

      if (i % 21 == 0)
        ks_document_add_row (self, KS_ROW_GROUP, group, table.n_columns);
      add_unit (self, book, i, table.n_columns);
    }
  ks_document_add_row (self, KS_ROW_TOTAL, total, table.n_columns);
  ks_document_end_table (self);
  ks_document_add_note (
      self, "Cột ({=3}): số cán bộ, công chức thuộc diện khảo sát. Đánh giá tốt gồm: Rất hài lòng, "
            "Hài lòng. "
            "Cột ({=7}) bằng cột ({=6}) chia cho số phiếu trả lời câu hỏi. Cột ({=8}): mọi người "
            "chưa gửi "
            "phiếu đều đánh giá chưa tốt (thấp nhất) hoặc đều đánh giá tốt (cao nhất).");
}

static KsDocument *
create_units (guint n_units, gboolean limits)
{
  const KsDocumentFacts facts
      = { .id = limits ? "recognition" : "annex",
          .title = limits ? "Biểu số liệu phục vụ đánh giá, công nhận" : "Phụ lục báo cáo",
          .author = "BAN DÂN VẬN",
          .landscape = TRUE,
          .simulated = TRUE };
  static const char *const none[] = { NULL };
  const KsPaperOpening opening
      = { .superior = "TỈNH ỦY BẮC GIANG",
          .organ = "BAN DÂN VẬN",
          .place_date = "Bắc Giang, ngày 04 tháng 4 năm 2024",
          .title = "BIỂU SỐ LIỆU PHỤC VỤ ĐÁNH GIÁ, CÔNG NHẬN CHÍNH QUYỀN THÂN THIỆN NĂM {=2024}",
          .subjects = none,
          .reference = "(Số liệu chốt {=17 giờ 00 ngày 02/4/2024}; mức do cơ quan quy định: tỷ lệ "
                       "tham gia từ {=80%} trở lên, tỷ lệ đánh giá tốt từ {=80%} trở lên)" };
  const KsPaperClosing closing = { NULL, deputy, preparer };
  g_autoptr (KsFigureBook) book = create_book ();
  KsDocument *self = ks_document_new (&facts, book);

  if (limits)
    ks_document_open (self, &opening);
  else
    ks_document_add_title (self, "Biểu số {=02}",
                           "KẾT QUẢ THAM GIA VÀ ĐÁNH GIÁ CHUNG CỦA {units} XÃ, PHƯỜNG, THỊ TRẤN",
                           "(Kèm theo Báo cáo số" KS_BLANK_NUMBER "-BC/BDVTU ngày {=02/4/2024} của "
                           "Ban Dân vận Tỉnh ủy)");
  add_units (self, book, n_units, limits);
  if (limits)
    ks_document_close (self, &closing);
  return self;
}

/**
 * Biểu số 02 with so many units.
 */
KsDocument *
ks_test_units_table (guint n_units)
{
  return create_units (n_units, FALSE);
}

/**
 * The table for recognition, which is signed by two.
 */
KsDocument *
ks_test_recognition (guint n_units)
{
  return create_units (n_units, TRUE);
}

static void
add_collectives (KsDocument *self)
{
  static const double widths[] = { 10, 38, 82, 15, 15 };
  static const KsAlign aligns[]
      = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT, KS_ALIGN_LEFT, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };
  static const char *const header[]
      = { "STT", "Tên tập thể", "Thành tích tóm tắt", "Hình\nthức", "Ghi\nchú" };
  static const char *const cells[] = {
    "{=1}", "Tổ công tác xã Mẫu {=31}, huyện Mẫu A",
    "{outside} cán bộ, công chức tham gia ({rate}); báo cáo lúc {=17 giờ 13} cùng ngày; công "
    "khai, tuyên truyền đủ {=5} hình thức ({=3} hội nghị); {outside} tin, ảnh đăng nhóm Zalo.",
    "Giấy khen", NULL
  };
  const KsDocumentTable table = {
    .sheet = "Tập thể", .n_columns = 5, .widths = widths, .aligns = aligns, .header = header
  };

  ks_document_begin_table (self, &table);
  for (guint i = 0; i < 3; i++)
    ks_document_add_row (self, KS_ROW_PLAIN, cells, G_N_ELEMENTS (cells));
  ks_document_end_table (self);
}

/**
 * The list for commendation, whose issuing body has a long name.
 */
KsDocument *
ks_test_list (void)
{
  static const char *const what[] = { "tập thể, cá nhân đề nghị khen thưởng",
                                      "vì đã thực hiện tốt đợt khảo sát ngày {=01/4/2024}", NULL };
  static const char *const head[] = { "TRƯỞNG PHÒNG", NULL };
  const KsPaperOpening opening
      = { .superior = "BAN DÂN VẬN TỈNH ỦY BẮC GIANG",
          .organ = "PHÒNG DÂN VẬN CÁC CƠ QUAN NHÀ NƯỚC, DÂN TỘC VÀ TÔN GIÁO",
          .title = "DANH SÁCH",
          .subjects = what,
          .reference = "(Kèm theo Tờ trình ngày" KS_BLANK_DAY "tháng {=4} năm {=2024})" };
  const KsPaperClosing closing = { NULL, head };
  KsDocument *self = create_paper ("list", "Danh sách đề nghị khen thưởng", FALSE);

  ks_document_open (self, &opening);
  ks_document_add_heading (self, 3, "I. Tập thể");
  add_collectives (self);
  ks_document_add_heading (self, 3, "II. Cá nhân");
  add_collectives (self);
  ks_document_add_text (self, "Danh sách gồm {outside} tập thể, {outside} cá nhân./.");
  ks_document_close (self, &closing);
  return self;
}

static void
add_account_table (KsDocument *self, const char *heading)
{
  static const double widths[] = { 58, 28, 32, 42 };
  static const KsAlign aligns[]
      = { KS_ALIGN_LEFT, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE, KS_ALIGN_CENTRE };
  static const char *const header[]
      = { "Khối cơ quan", "Tổng số", "Vắng có lý do", "Thuộc diện khảo sát" };
  static const char *const cells[]
      = { "Tổ chức chính trị - xã hội", "{units}", "{outside}", "{rate}" };
  const KsDocumentTable table
      = { .n_columns = 4, .widths = widths, .aligns = aligns, .header = header, .row_height = 5.5 };

  ks_document_add_heading (self, 3, heading);
  ks_document_begin_table (self, &table);
  for (guint i = 0; i < 5; i++)
    ks_document_add_row (self, i < 4 ? KS_ROW_PLAIN : KS_ROW_TOTAL, cells, G_N_ELEMENTS (cells));
  ks_document_end_table (self);
  ks_document_add_note (self, "Nguồn: danh sách của đơn vị gửi Ban Dân vận, số liệu ngày "
                              "{=25/3/2024}.");
}

/**
 * The account of a unit: one page.
 */
KsDocument *
ks_test_account (void)
{
  static const char *const unit[] = { "Xã Mẫu {=12}, thị xã Mẫu", NULL };
  static const char *const checker[] = { "NGƯỜI ĐỐI CHIẾU", NULL };
  const KsPaperOpening opening = { .superior = "TỈNH ỦY BẮC GIANG",
                                   .organ = "BAN DÂN VẬN",
                                   .place_date = "Bắc Giang, ngày 04 tháng 4 năm 2024",
                                   .title = "BIỂU ĐỐI CHIẾU SỐ LIỆU CỦA ĐƠN VỊ",
                                   .subjects = unit,
                                   .reference = "(Số liệu chốt {=17 giờ 00 ngày 02/4/2024})" };
  const KsPaperClosing closing = { NULL, deputy, checker };
  const KsDocumentFacts facts = {
    .id = "unit", .title = "Biểu đối chiếu số liệu của đơn vị", .simulated = TRUE, .compact = TRUE
  };
  g_autoptr (KsFigureBook) book = create_book ();
  KsDocument *self = ks_document_new (&facts, book);

  ks_document_open (self, &opening);
  add_account_table (self, "{=1}. Số cán bộ, công chức");
  add_account_table (self, "{=2}. Phiếu trả lời");
  add_account_table (self, "{=3}. Kết quả");
  ks_document_add_heading (self, 3, "{=4}. Cách tính");
  for (guint i = 0; i < 4; i++)
    ks_document_add_point (self,
                           "– Tỷ lệ tham gia bằng số phiếu hợp lệ chia cho số cán bộ, công chức "
                           "thuộc diện khảo sát.");
  ks_document_close (self, &closing);
  return self;
}

/**
 * What nobody should write, and somebody will.
 */
KsDocument *
ks_test_hostile (void)
{
  static const double widths[] = { 10, 60, 40 };
  static const KsAlign aligns[] = { KS_ALIGN_CENTRE, KS_ALIGN_LEFT, KS_ALIGN_RIGHT };
  static const char *const header[] = { "<STT>", "A & B", "=SUM(A{=1})" };
  const KsDocumentTable table = { .sheet = "a/b:c*?[]",
                                  .caption = "Biểu {=1}. <b>&amp;</b>",
                                  .n_columns = 3,
                                  .widths = widths,
                                  .aligns = aligns,
                                  .header = header };
  KsDocument *self = create_paper ("hostile", "Tiêu đề <&\"'> \x01", FALSE);
  g_autofree char *long_word = g_strnfill (10000, 'x');
  g_autoptr (GString) long_text = g_string_new (NULL);
  const char *const rows[][3] = {
    { "{=1}", long_word, "{counted}" },
    { "{=2}", long_text->str, "=cmd|' /C calc'!A{=0}" },
    { "{=3}", "العربية שלום 👩‍💻 🇻🇳", "\x02\x1F\x7F" },
    { "{=4}", "]]> <!-- & \"'", "@SUM({=1}+{=1})" },
  };

  for (guint i = 0; i < 2000; i++)
    g_string_append (long_text, "xã Mẫu ");
  ks_document_add_plain (self, "Cán bộ viết: <w:p> & ]]> \x03 {đúng} 100% \xE2\x80\xAE ngược \xFF");
  ks_document_add_text (self, "Có {counted} phiếu & {{ngoặc} <ok>");
  ks_document_begin_table (self, &table);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *cells[] = { rows[i][0], i == 1 ? long_text->str : rows[i][1], rows[i][2] };

      ks_document_add_row (self, KS_ROW_PLAIN, cells, G_N_ELEMENTS (cells));
    }
  ks_document_end_table (self);
  return self;
}
