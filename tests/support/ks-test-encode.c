/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-test-encode.h"

/* Letter and spelling in VNI, the latter as Latin-1 characters. */
static const char *const vni[][2] = {
  { "á", "aù" }, { "à", "aø" }, { "ả", "aû" }, { "ã", "aõ" }, { "ạ", "aï" }, { "â", "aâ" },
  { "ấ", "aá" }, { "ầ", "aà" }, { "ẩ", "aå" }, { "ẫ", "aã" }, { "ậ", "aä" }, { "ă", "aê" },
  { "ắ", "aé" }, { "ằ", "aè" }, { "ẳ", "aú" }, { "ẵ", "aü" }, { "ặ", "aë" }, { "é", "eù" },
  { "è", "eø" }, { "ẻ", "eû" }, { "ẽ", "eõ" }, { "ẹ", "eï" }, { "ê", "eâ" }, { "ế", "eá" },
  { "ề", "eà" }, { "ể", "eå" }, { "ễ", "eã" }, { "ệ", "eä" }, { "ó", "où" }, { "ò", "oø" },
  { "ỏ", "oû" }, { "õ", "oõ" }, { "ọ", "oï" }, { "ô", "oâ" }, { "ố", "oá" }, { "ồ", "oà" },
  { "ổ", "oå" }, { "ỗ", "oã" }, { "ộ", "oä" }, { "ơ", "ô" },  { "ớ", "ôù" }, { "ờ", "ôø" },
  { "ở", "ôû" }, { "ỡ", "ôõ" }, { "ợ", "ôï" }, { "ú", "uù" }, { "ù", "uø" }, { "ủ", "uû" },
  { "ũ", "uõ" }, { "ụ", "uï" }, { "ư", "ö" },  { "ứ", "öù" }, { "ừ", "öø" }, { "ử", "öû" },
  { "ữ", "öõ" }, { "ự", "öï" }, { "í", "í" },  { "ì", "ì" },  { "ỉ", "æ" },  { "ĩ", "ó" },
  { "ị", "ò" },  { "ý", "yù" }, { "ỳ", "yø" }, { "ỷ", "yû" }, { "ỹ", "yõ" }, { "ỵ", "î" },
  { "đ", "ñ" },
};

static void
append_vni (GString *text, const char *letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (vni); i++)
    {
      g_autofree char *capital = g_utf8_strup (vni[i][0], -1);
      g_autofree char *spelling = g_utf8_strup (vni[i][1], -1);

      if (g_str_equal (letter, vni[i][0]))
        g_string_append (text, vni[i][1]);
      else if (g_str_equal (letter, capital))
        g_string_append (text, spelling);
      else
        continue;
      return;
    }
  g_string_append (text, letter);
}

static char *
spell_vni (const char *text)
{
  g_autoptr (GString) spelt = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = NULL;

      if ((guchar) *p < 0x80)
        {
          g_string_append_c (spelt, *p);
          continue;
        }
      letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      append_vni (spelt, letter);
    }
  return g_string_free (g_steal_pointer (&spelt), FALSE);
}

/* TCVN3 keeps capitals with tones as small letters, except Ă Â Đ Ê Ô Ơ Ư. */
static char *
lower_tones (const char *text)
{
  g_autoptr (GString) lowered = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean kept = c < 0x80 || g_utf8_strchr ("ĂÂĐÊÔƠƯ", -1, c) != NULL;

      g_string_append_unichar (lowered, kept ? c : g_unichar_tolower (c));
    }
  return g_string_free (g_steal_pointer (&lowered), FALSE);
}

GBytes *
ks_test_encode (KsEncoding encoding, const char *text)
{
  static const char *const charsets[KS_N_ENCODINGS] = {
    [KS_ENCODING_UTF8] = "UTF-8",          [KS_ENCODING_UTF16_LE] = "UTF-16LE",
    [KS_ENCODING_UTF16_BE] = "UTF-16BE",   [KS_ENCODING_WINDOWS_1258] = "CP1258",
    [KS_ENCODING_TCVN3] = "TCVN",          [KS_ENCODING_VNI] = "ISO-8859-1",
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *prepared = encoding == KS_ENCODING_VNI     ? spell_vni (text)
                              : encoding == KS_ENCODING_TCVN3 ? lower_tones (text)
                                                              : g_strdup (text);
  gsize length;
  char *bytes = g_convert (prepared, -1, charsets[encoding], "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

char *
ks_test_encode_text (KsEncoding encoding, const char *text)
{
  g_autoptr (GBytes) bytes = ks_test_encode (encoding, text);
  g_autoptr (GError) error = NULL;
  char *characters = g_convert (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                "UTF-8", "ISO-8859-1", NULL, NULL, &error);

  g_assert_no_error (error);
  return characters;
}
