/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-propose-marks.h"

#include <string.h>

#include "ks-comment-table.h"
#include "ks-personal-data.h"
#include "ks-text.h"

#define MAX_NAME_WORDS 4
#define CODE_LENGTH 5
#define PHONE_SIGNS "+.-()"

typedef struct {
  glong       start;    /* in characters */
  glong       length;
  const char *text;     /* in the comment */
  gsize       bytes;
  char       *lower;
  gboolean    capital;
  gboolean    joined;   /* nothing but blanks stands between it and the word before */
} Word;

typedef struct {
  GArray  *words;       /* of Word */
  GArray  *marks;       /* of KsCommentMark */
  gboolean has_small;   /* somewhere a small letter stands … */
  gboolean has_capital; /* … and somewhere a capital one */
} Proposal;

/* Forms of address and offices; what follows is a name. */
static const char *const titles[][3]
    = { { "đồng", "chí", NULL }, { "đ", "c", NULL },    { "đc", NULL },          { "ông", NULL },
        { "bà", NULL },          { "anh", NULL },       { "chị", NULL },         { "cô", NULL },
        { "chú", NULL },         { "bác", NULL },       { "thầy", NULL },        { "em", NULL },
        { "chủ", "tịch", NULL }, { "bí", "thư", NULL }, { "trưởng", "thôn", NULL },
        { "kế", "toán", NULL },  { "văn", "thư", NULL } };

/* A unit's name leads to it as a person's name does to him. */
static const char *const places[][4]
    = { { "xã", NULL },           { "phường", NULL }, { "thị", "trấn", NULL }, { "huyện", NULL },
        { "thành", "phố", NULL }, { "thôn", NULL },   { "bản", NULL },         { "tt", NULL },
        { "tổ", "dân", "phố", NULL } };

/* Offices that people are addressed by, what they are in, and words of every day: no names. */
static const char *const no_names[]
    = { "chủ",  "phó",  "bí",   "trưởng", "chánh", "lãnh", "cán",   "công", "giám", "hiệu", "thường",
        "đảng", "văn",  "phụ",  "trong",  "là",    "có",   "đã",    "được", "và",   "các",  "cần",
        "nên",  "phải", "khi",  "ở",      "tại",   "của",  "không", "cho",  "với",  "em",   "đang",
        "chưa", "rất",  "đồng", "đứng",   "ấy",    "này",  "con",   "bé",   "để",   "mới",  "nào",
        "đó",   "cũng", "tôi",  "xin",    "vẫn",   "luôn", "từ",    "thì",  "lại",  "mà",   "ông",
        "bà",   "hội",  "ủy",   "uỷ",     "mặt",   "đoàn", "xã",    "phường", "thị", "huyện", "tỉnh",
        "thành", "chi", "ban",  "trước",  "sau",   "việt", NULL };

/* Begin as names do. */
static const char *const no_people[]
    = { "đảng ủy", "đảng uỷ", "đảng bộ", "đoàn thanh", "hà nội", "hồ chí", "lê nin", "la bàn", NULL };

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->lower);
}

static void
end_word (Proposal *self, Word *word, const char *end, glong index)
{
  if (word->text == NULL)
    return;
  word->length = index - word->start;
  word->bytes = (gsize) (end - word->text);
  word->lower = g_utf8_strdown (word->text, (gssize) word->bytes);
  word->capital = g_unichar_isupper (g_utf8_get_char (word->text));
  g_array_append_val (self->words, *word);
  *word = (Word){ .joined = TRUE };
}

/* Initials are written with points: N.V.A. */
static gboolean
is_joint (gunichar c, const Word *last)
{
  return c == ' ' || c == 0xa0 || (c == '.' && last != NULL && last->capital && last->length == 1);
}

static void
split (Proposal *self, const char *text)
{
  Word word = { 0 };
  glong index = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), index++)
    {
      gunichar c = g_utf8_get_char (p);

      self->has_small |= g_unichar_islower (c);
      self->has_capital |= g_unichar_isupper (c);
      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        {
          if (word.text == NULL)
            {
              word.text = p;
              word.start = index;
            }
          continue;
        }
      end_word (self, &word, p, index);
      if (!is_joint (c, self->words->len > 0
                            ? &g_array_index (self->words, Word, self->words->len - 1)
                            : NULL))
        word.joined = FALSE;
    }
  end_word (self, &word, text + strlen (text), index);
}

static const Word *
get_word (const Proposal *self, guint index)
{
  return index < self->words->len ? &g_array_index (self->words, Word, index) : NULL;
}

static void
add_words (Proposal *self, guint first, guint n)
{
  const Word *begin = get_word (self, first);
  const Word *end = get_word (self, first + n - 1);
  const KsCommentMark mark = { begin->start, end->start + end->length - begin->start, FALSE };

  g_array_append_val (self->marks, mark);
}

/* How many words of @phrase stand at @index; 0 if it does not. */
static guint
match_phrase (const Proposal *self, guint index, const char *const *phrase)
{
  guint n = 0;

  for (; phrase[n] != NULL; n++)
    {
      const Word *word = get_word (self, index + n);

      if (word == NULL || strcmp (word->lower, phrase[n]) != 0)
        return 0;
    }
  return n;
}

/* Capitals tell nothing where somebody writes with none or with nothing else. */
static gboolean
tells_names (const Proposal *self)
{
  return self->has_small && self->has_capital;
}

/* UBND, MTTQ: an office, where letters small and capital tell names. */
static gboolean
is_abbreviation (const Word *word)
{
  for (const char *p = word->text; p < word->text + word->bytes; p = g_utf8_next_char (p))
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;
  return word->length >= 3;
}

/* So many words from @index on may be a name behind a form of address. */
static guint
count_name (const Proposal *self, guint index)
{
  guint n = 0;
  guint limit = self->has_small && !self->has_capital ? 1 : MAX_NAME_WORDS;

  for (; n < limit; n++)
    {
      const Word *word = get_word (self, index + n);

      if (word == NULL || !word->joined || g_unichar_isdigit (g_utf8_get_char (word->text))
          || (tells_names (self) && (!word->capital || is_abbreviation (word)))
          || ((n == 0 || !tells_names (self)) && g_strv_contains (no_names, word->lower)))
        break;
    }
  return n;
}

static void
propose_addressed (Proposal *self, guint index)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      guint n_title = match_phrase (self, index, titles[i]);
      guint n = n_title > 0 ? count_name (self, index + n_title) : 0;

      if (n > 0)
        add_words (self, index + n_title, n);
    }
}

static void
propose_place (Proposal *self, guint index)
{
  for (guint i = 0; tells_names (self) && i < G_N_ELEMENTS (places); i++)
    {
      guint n_kind = match_phrase (self, index, places[i]);
      guint n = n_kind > 0 ? count_name (self, index + n_kind) : 0;

      if (n > 0)
        add_words (self, index + n_kind, n);
    }
}

static gboolean
is_code (const Word *word)
{
  gboolean digits = word->length == CODE_LENGTH && word->text[0] == '0';

  for (gsize i = 0; digits && i < word->bytes; i++)
    digits = g_ascii_isdigit (word->text[i]);
  return digits;
}

/* The code of a unit, with what makes a token of it. */
static void
propose_code (Proposal *self, guint index)
{
  const Word *word = get_word (self, index);
  const Word *next = get_word (self, index + 1);

  if (is_code (word))
    add_words (self, index, next != NULL && next->text == word->text + word->bytes + 1
                                    && next->text[-1] == '-'
                                ? 2
                                : 1);
}

static gboolean
is_person (const Word *first, const Word *last)
{
  gsize length = (gsize) (last->text + last->bytes - first->text);
  g_autofree char *text = g_strndup (first->text, length);
  g_autofree char *clean = ks_text_clean (text);
  g_autofree char *lower = g_utf8_strdown (clean, -1);

  for (guint i = 0; no_people[i] != NULL; i++)
    if (g_str_has_prefix (lower, no_people[i]))
      return FALSE;
  return ks_personal_kind_of_text (clean) == KS_PERSONAL_NAME;
}

/* A family's name and one to three more words with capitals. */
static void
propose_name (Proposal *self, guint index)
{
  const Word *first = get_word (self, index);
  guint n = 1;

  if (!tells_names (self) || !first->capital)
    return;
  for (; n < MAX_NAME_WORDS; n++)
    {
      const Word *word = get_word (self, index + n);

      if (word == NULL || !word->joined || !word->capital)
        break;
    }
  if (n > 1 && is_person (first, get_word (self, index + n - 1)))
    add_words (self, index, n);
}

static gboolean
is_phone_sign (char c)
{
  return g_ascii_isdigit (c) || (c != '\0' && strchr (PHONE_SIGNS, c) != NULL);
}

/* The longest telephone number that begins at @p; %NULL if none does. */
static const char *
find_phone_end (const char *p)
{
  const char *found = NULL;
  const char *end = p;

  while (is_phone_sign (*end) || (*end == ' ' && is_phone_sign (end[1])))
    {
      g_autofree char *number = g_strndup (p, (gsize) (++end - p));

      if (g_ascii_isdigit (end[-1]) && !g_ascii_isdigit (*end)
          && ks_personal_kind_of_text (number) == KS_PERSONAL_PHONE)
        found = end;
      /* No number is so long. */
      if (end - p > 24)
        break;
    }
  return found;
}

static void
propose_phones (Proposal *self, const char *text)
{
  glong index = 0;
  char last = ' ';

  for (const char *p = text; *p != '\0';)
    {
      const char *end = is_phone_sign (*p) && !g_ascii_isalnum (last) ? find_phone_end (p) : NULL;

      if (end != NULL)
        {
          const KsCommentMark mark = { index, end - p, FALSE };

          g_array_append_val (self->marks, mark);
          index += end - p;
          p = end;
          last = '0';
          continue;
        }
      last = *p;
      p = g_utf8_next_char (p);
      index++;
    }
}

static gboolean
is_blank (const char *p)
{
  return *p == '\0' || g_unichar_isspace (g_utf8_get_char (p));
}

/* Addresses of mail and of computers: words between blanks, without the point behind them. */
static void
propose_addresses (Proposal *self, const char *text)
{
  const char *begin = text;
  glong index = 0;
  glong start = 0;

  for (const char *p = text;; p = g_utf8_next_char (p), index++)
    {
      gsize length = (gsize) (p - begin);

      if (is_blank (p) && length > 0)
        {
          g_autofree char *word = g_strndup (begin, length);
          KsPersonalKind kind;

          while (length > 0 && strchr (".,;:)!?", word[length - 1]) != NULL)
            word[--length] = '\0';
          kind = ks_personal_kind_of_text (word);
          if (kind == KS_PERSONAL_EMAIL || kind == KS_PERSONAL_ADDRESS)
            {
              const KsCommentMark mark = { start, g_utf8_strlen (word, -1), FALSE };

              g_array_append_val (self->marks, mark);
            }
        }
      if (*p == '\0')
        return;
      if (is_blank (p))
        {
          begin = g_utf8_next_char (p);
          start = index + 1;
        }
    }
}

/**
 * ks_propose_marks:
 * @text: a comment
 *
 * Looks for telephone numbers, addresses, words behind forms of address, names of people that begin
 * with a family's name, names of places behind their kind, and codes of units.
 *
 * Returns: (transfer full) (element-type KsCommentMark): what may have to be blacked out; they may
 *   overlap
 */
GArray *
ks_propose_marks (const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  Proposal proposal = { words, g_array_new (FALSE, FALSE, sizeof (KsCommentMark)), FALSE, FALSE };

  g_array_set_clear_func (words, clear_word);
  split (&proposal, text);
  for (guint i = 0; i < words->len; i++)
    {
      propose_addressed (&proposal, i);
      propose_place (&proposal, i);
      propose_name (&proposal, i);
      propose_code (&proposal, i);
    }
  propose_phones (&proposal, text);
  propose_addresses (&proposal, text);
  return proposal.marks;
}
