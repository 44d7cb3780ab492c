/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "ks-encoding.h"
#include "ks-syllable.h"
#include "ks-test-encode.h"

/* Every letter with marks, in words where it may stand. */
static const char all_letters[]
    = "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ "
      "ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ";
static const char all_capitals[]
    = "À Á Ả Ã Ạ Ă Ằ Ắ Ẳ Ẵ Ặ Â Ầ Ấ Ẩ Ẫ Ậ Đ È É Ẻ Ẽ Ẹ Ê Ề Ế Ể Ễ Ệ Ì Í Ỉ Ĩ Ị Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ "
      "Ơ Ờ Ớ Ở Ỡ Ợ Ù Ú Ủ Ũ Ụ Ư Ừ Ứ Ử Ữ Ự Ỳ Ý Ỷ Ỹ Ỵ";
static const char list[] = "code,name\n07201,Phường Thọ Xương\n07216,Phường Mỹ Độ\n07375,Thị trấn Vôi\n"
                           "07318,Xã Phúc Sơn\n07324,Xã Phúc Hòa\n07777,Phường Nếnh\n";

static const KsEncoding encodings[] = {
  KS_ENCODING_UTF8,         KS_ENCODING_UTF16_LE, KS_ENCODING_UTF16_BE,
  KS_ENCODING_WINDOWS_1258, KS_ENCODING_TCVN3,    KS_ENCODING_VNI,
};

static void
assert_converts (KsEncoding encoding, const char *text)
{
  g_autoptr (GBytes) bytes = ks_test_encode (encoding, text);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree char *converted = ks_encoding_convert (encoding, data, length);

  g_assert_cmpstr (converted, ==, text);
}

static void
test_convert (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      assert_converts (encodings[i], all_letters);
      assert_converts (encodings[i], list);
      assert_converts (encodings[i], "");
      if (encodings[i] != KS_ENCODING_TCVN3)
        assert_converts (encodings[i], all_capitals);
    }
}

/* What was composed of single characters comes out as one. */
static void
test_compose (void)
{
  static const char nfd[] = "Xa\xcc\x83 Phu\xcc\x81""c";
  g_autofree char *utf8 = ks_encoding_convert (KS_ENCODING_UTF8, (const guint8 *) nfd, strlen (nfd));
  /* â and a dot below, which Unicode composes in the other order */
  g_autofree char *dot = ks_encoding_convert (KS_ENCODING_WINDOWS_1258, (const guint8 *) "L\xe2\xf2p", 4);
  /* a tone without a letter stays where it is */
  g_autofree char *alone = ks_encoding_convert (KS_ENCODING_WINDOWS_1258, (const guint8 *) "1\xec", 2);

  g_assert_cmpstr (utf8, ==, "Xã Phúc");
  g_assert_cmpstr (dot, ==, "Lập");
  g_assert_cmpstr (alone, ==, "1\xcc\x81");
}

/* The result does not depend on where the pieces end. */
static void
test_pieces (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (gsize step = 1; step < 6; step++)
      {
        g_autoptr (GBytes) bytes = ks_test_encode (encodings[i], list);
        g_autoptr (GString) text = g_string_new (NULL);
        g_auto (KsDecoder) decoder = { 0 };
        gsize length;
        const guint8 *data = g_bytes_get_data (bytes, &length);

        ks_decoder_init (&decoder, encodings[i], FALSE);
        for (gsize at = 0; at < length; at += step)
          ks_decoder_push (&decoder, data + at, MIN (step, length - at), at + step >= length, text);
        g_assert_cmpstr (text->str, ==, list);
      }
}

static void
assert_guess (const guint8 *data, gsize length, KsEncoding encoding, gboolean layered)
{
  KsEncodingGuess guess;

  ks_encoding_guess (data, length, TRUE, &guess);
  g_assert_true (guess.sure);
  g_assert_cmpstr (ks_encoding_get_id (guess.candidates[0].encoding), ==, ks_encoding_get_id (encoding));
  g_assert_cmpint (guess.layered, ==, layered);
}

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GBytes) bytes = ks_test_encode (encodings[i], list);

      assert_guess (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), encodings[i], FALSE);
    }
  assert_guess ((const guint8 *) "\xef\xbb\xbf" "a", 4, KS_ENCODING_UTF8, FALSE);
  assert_guess ((const guint8 *) "\xff\xfe" "a\0", 4, KS_ENCODING_UTF16_LE, FALSE);
  assert_guess ((const guint8 *) "\xfe\xff\0a", 4, KS_ENCODING_UTF16_BE, FALSE);
  assert_guess ((const guint8 *) "a,b\n1,2\n", 8, KS_ENCODING_UTF8, FALSE);
  assert_guess ((const guint8 *) "", 0, KS_ENCODING_UTF8, FALSE);
  assert_guess ((const guint8 *) "caf\xc3\xa9, d\xc3\xa9j\xc3\xa0 vu", 16, KS_ENCODING_UTF8, FALSE);
}

/* A spreadsheet saved cells in .VnTime as "CSV UTF-8", with or without a mark. */
static void
test_layers (void)
{
  static const KsEncoding old[] = { KS_ENCODING_TCVN3, KS_ENCODING_VNI };

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    {
      g_autofree char *text = ks_test_encode_text (old[i], list);
      g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", text, NULL);
      g_autoptr (GString) decoded = g_string_new (NULL);
      g_auto (KsDecoder) decoder = { 0 };

      assert_guess ((const guint8 *) text, strlen (text), old[i], TRUE);
      assert_guess ((const guint8 *) marked, strlen (marked), old[i], TRUE);
      ks_decoder_init (&decoder, old[i], TRUE);
      for (const char *p = text; *p != '\0'; p++)
        ks_decoder_push (&decoder, (const guint8 *) p, 1, p[1] == '\0', decoded);
      g_assert_cmpstr (decoded->str, ==, list);
    }
}

/* Few words, and words that two encodings know, are asked, with the text as each reads it. */
static void
test_ask (void)
{
  static const char few[] = "name\nX\xb7 T\xa9n\n";
  KsEncodingGuess guess;
  g_autofree char *reason = NULL;
  g_autofree char *preview = NULL;

  ks_encoding_guess ((const guint8 *) few, strlen (few), TRUE, &guess);
  g_assert_false (guess.sure);
  g_assert_cmpuint (guess.n_candidates, >=, 1);
  g_assert_cmpint (guess.candidates[0].encoding, ==, KS_ENCODING_TCVN3);
  g_assert_cmpuint (guess.candidates[0].n_words, ==, 2);
  reason = ks_encoding_describe (&guess.candidates[0]);
  g_assert_nonnull (strstr (reason, "2"));
  preview = ks_encoding_preview (&guess, KS_ENCODING_TCVN3, (const guint8 *) few, strlen (few));
  g_assert_cmpstr (preview, ==, "Xã Tân");

  /* ó in Windows-1258, ú in TCVN3, ĩ in VNI: all make words. */
  ks_encoding_guess ((const guint8 *) "x\xf3m l\xf3n h\xf3t n\xf3m", 15, TRUE, &guess);
  g_assert_false (guess.sure);
  g_assert_cmpuint (guess.n_candidates, ==, 3);
}

/* What is no text in any of them has no candidates. */
static void
test_foreign (void)
{
  static const char french[] = "L'\xe9t\xe9 \xe0 Nice \xe9tait d\xe9j\xe0 tr\xe8s tr\xe8s ensoleill\xe9";
  KsEncodingGuess guess;

  ks_encoding_guess ((const guint8 *) french, strlen (french), TRUE, &guess);
  g_assert_false (guess.sure);
  ks_encoding_guess ((const guint8 *) "\x81\x8d\xff\xff", 4, TRUE, &guess);
  g_assert_cmpuint (guess.n_candidates, ==, 0);
}

static void
test_choose (void)
{
  static const char bytes[] = "a\xb7";
  g_autofree char *layered = ks_test_encode_text (KS_ENCODING_TCVN3, list);
  KsEncodingGuess guess;

  ks_encoding_guess ((const guint8 *) bytes, 2, TRUE, &guess);
  ks_encoding_choose (KS_ENCODING_TCVN3, (const guint8 *) bytes, 2, &guess);
  g_assert_true (guess.sure);
  g_assert_false (guess.layered);
  g_assert_cmpint (guess.candidates[0].encoding, ==, KS_ENCODING_TCVN3);

  ks_encoding_guess ((const guint8 *) layered, strlen (layered), TRUE, &guess);
  ks_encoding_choose (KS_ENCODING_VNI, (const guint8 *) layered, strlen (layered), &guess);
  g_assert_true (guess.layered);

  ks_encoding_guess ((const guint8 *) "\xfe\xff\0a", 4, TRUE, &guess);
  ks_encoding_choose (KS_ENCODING_UTF16_LE, (const guint8 *) "\xfe\xff\0a", 4, &guess);
  g_assert_cmpint (guess.candidates[0].encoding, ==, KS_ENCODING_UTF16_BE);
  g_assert_cmpuint (guess.mark, ==, 2);
}

static void
assert_cell (KsEncoding encoding, const char *given, gboolean capitals, const char *expected)
{
  g_autofree char *text = ks_encoding_convert_text (encoding, given, capitals);

  g_assert_cmpstr (text, ==, expected);
}

/* Cells of a workbook: bytes that became characters; a soft hyphen is an ư, a Greek µ an à. */
static void
test_cells (void)
{
  static const char *const column[] = { "Ph\xc2\xad\xc3\xaang Th\xc3\xa4 X\xc2\xad\xc2\xac" "ng",
                                        "X\xc2\xb7 T\xc2\xa9n Ti\xc3\x95n", "", "12", NULL };
  static const char *const plain[] = { "Phường Thọ Xương", "Xã Tân Tiến", NULL };
  KsEncodingGuess guess;

  ks_encoding_guess_texts (column, -1, &guess);
  g_assert_true (guess.sure);
  g_assert_cmpint (guess.candidates[0].encoding, ==, KS_ENCODING_TCVN3);
  ks_encoding_guess_texts (plain, 2, &guess);
  g_assert_true (guess.sure);
  g_assert_cmpint (guess.candidates[0].encoding, ==, KS_ENCODING_UTF8);

  assert_cell (KS_ENCODING_TCVN3, column[0], FALSE, "Phường Thọ Xương");
  assert_cell (KS_ENCODING_TCVN3, column[0], TRUE, "PHƯỜNG THỌ XƯƠNG");
  assert_cell (KS_ENCODING_TCVN3, "nh\xce\xbc – “a”", FALSE, "nhà – “a”");
  assert_cell (KS_ENCODING_VNI, "Ñoàng Sôn", FALSE, "Đồng Sơn");
  assert_cell (KS_ENCODING_UTF8, "Xa\xcc\x83", FALSE, "Xã");
}

/* TCVN3 has no capitals with tones: they are told by the other letters of the word and cell. */
static void
test_tcvn_capitals (void)
{
  static const struct
  {
    const char *meant;
    const char *read;
  } cases[] = {
    { "XÃ PHÚC SƠN", "XÃ PHÚC SƠN" },
    { "UBND XÃ TÂN TIẾN,Xã Ý", "UBND XÃ TÂN TIẾN,Xã ý" },
    { "Xã Hồ", "Xã Hồ" },
    { "xã PHÚC Sơn", "xã PHÚC Sơn" },
    { "TT Hồ", "TT Hồ" },
    { "DANH SÁCH,Xã Đại Sơn", "DANH SÁCH,Xã Đại Sơn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = ks_test_encode (KS_ENCODING_TCVN3, cases[i].meant);
      g_autofree char *text = ks_encoding_convert (KS_ENCODING_TCVN3, g_bytes_get_data (bytes, NULL),
                                                   g_bytes_get_size (bytes));

      g_assert_cmpstr (text, ==, cases[i].read);
    }
}

static void
test_names (void)
{
  gboolean capitals;

  for (guint i = KS_ENCODING_UTF8; i < KS_N_ENCODINGS; i++)
    {
      g_assert_cmpint (ks_encoding_find (ks_encoding_get_id (i)), ==, i);
      g_assert_nonnull (ks_encoding_get_label (i));
    }
  g_assert_cmpint (ks_encoding_find ("TCVN3"), ==, KS_ENCODING_TCVN3);
  g_assert_cmpint (ks_encoding_find ("auto"), ==, KS_ENCODING_AUTO);
  g_assert_cmpint (ks_encoding_find ("latin1"), ==, KS_ENCODING_AUTO);
  g_assert_cmpint (ks_encoding_find_by_font (".VnTimeH", &capitals), ==, KS_ENCODING_TCVN3);
  g_assert_true (capitals);
  g_assert_cmpint (ks_encoding_find_by_font (".VnArial", &capitals), ==, KS_ENCODING_TCVN3);
  g_assert_false (capitals);
  g_assert_cmpint (ks_encoding_find_by_font ("VNI-Times", &capitals), ==, KS_ENCODING_VNI);
  g_assert_cmpint (ks_encoding_find_by_font ("Times New Roman", &capitals), ==, KS_ENCODING_AUTO);
  g_assert_cmpint (ks_encoding_find_by_font ("", &capitals), ==, KS_ENCODING_AUTO);
}

static gboolean
is_syllable (const char *word)
{
  glong length;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (word, -1, &length);

  return ks_syllable_check (letters, (guint) length);
}

static void
test_syllables (void)
{
  static const char *const right[]
      = { "Xã", "phường", "nghiêng", "Quyết", "giếng", "gì", "ậu", "Đồng", "uỷ", "Ý", "khuya", NULL };
  static const char *const wrong[]
      = { "Phuùc", "Phuỡc", "Tiễc", "bàp", "Xµ", "strasse", "été", "ngxa", "V«i", "", "nghiêngs", NULL };

  for (guint i = 0; right[i] != NULL; i++)
    g_assert_true (is_syllable (right[i]));
  for (guint i = 0; wrong[i] != NULL; i++)
    g_assert_false (is_syllable (wrong[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/convert", test_convert);
  g_test_add_func ("/encoding/compose", test_compose);
  g_test_add_func ("/encoding/pieces", test_pieces);
  g_test_add_func ("/encoding/guess", test_guess);
  g_test_add_func ("/encoding/layers", test_layers);
  g_test_add_func ("/encoding/ask", test_ask);
  g_test_add_func ("/encoding/foreign", test_foreign);
  g_test_add_func ("/encoding/choose", test_choose);
  g_test_add_func ("/encoding/cells", test_cells);
  g_test_add_func ("/encoding/tcvn-capitals", test_tcvn_capitals);
  g_test_add_func ("/encoding/names", test_names);
  g_test_add_func ("/encoding/syllables", test_syllables);
  return g_test_run ();
}
