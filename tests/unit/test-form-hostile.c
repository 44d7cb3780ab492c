/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "ks-form.h"
#include "ks-model-error.h"

#define HEAD "{\"id\":\"F\",\"title\":\"T\","
#define SECTION(questions) HEAD "\"sections\":[{\"id\":\"A\",\"title\":\"a\",\"questions\":[" questions "]}]}"
#define SCALE(options, question) \
  HEAD "\"scales\":{\"S\":{\"kind\":\"ordinal\",\"options\":[" options "]}}," \
       "\"sections\":[{\"id\":\"A\",\"title\":\"a\",\"questions\":[" question "]}]}"
#define TEXT(id) "{\"id\":\"" id "\",\"type\":\"text\",\"text\":\"t\"}"
#define LEVELS "{\"value\":2,\"label\":\"a\"},{\"value\":1,\"label\":\"b\"}"
#define SCALED(id, more) "{\"id\":\"" id "\",\"type\":\"single\",\"text\":\"t\",\"scale\":\"S\"" more "}"

typedef struct {
  const char *json;
  const char *wanted; /* part of the message */
} Case;

static const Case cases[] = {
  { "", "not a form in JSON" },
  { "[]", "does not begin with {" },
  { "7", "does not begin with {" },
  { "{\"id\":", "not a form in JSON" },
  { "\xff\xfe", "Line 1" },
  { "{\n\"id\":\"\xc3\"}", "Line 2" },
  { "{}", "“id” is missing" },
  { "{\"id\":\"F\"}", "“Heading” is missing" },
  { "{\"id\":5,\"title\":\"T\"}", "“id” is not a text" },
  { "{\"id\":\"F\",\"title\":\" \"}", "“Heading” is missing" },
  { HEAD "\"notice\":[]}", "“notice” is not a text" },
  { HEAD "\"scales\":[]}", "“scales” is not written" },
  { HEAD "\"profile\":{}}", "“profile” is not a list" },
  { HEAD "\"sections\":\"x\"}", "“sections” is not a list" },
  { HEAD "\"sections\":[5]}", "entry 1" },
  { HEAD "\"sections\":[{\"title\":\"a\"}]}", "Sections: “id” is missing" },
  { HEAD "\"sections\":[{\"id\":\"A\"}]}", "Section A: “Heading” is missing" },
  { HEAD "\"profile\":[{\"role\":\"unit\",\"text\":\"u\"},{\"role\":\"unit\",\"text\":\"v\"}]}",
    "two entries ask for the unit" },
  { SECTION ("null"), "Section A: entry 1" },
  { SECTION ("{}"), "Section A: “id” is missing" },
  { SECTION (TEXT ("Q") "," TEXT ("Q")), "Question Q: the id stands twice" },
  { SECTION (TEXT ("A")), "Question A: the id stands twice" },
  { SECTION (TEXT ("Q 1")), "Question Q 1: the id may" },
  { SECTION (TEXT ("Q,1")), "the id may" },
  { SECTION (TEXT ("Câu")), "the id may" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"text\"}"), "Question Q: “Text of the question” is missing" },
  { SECTION ("{\"id\":\"Q\",\"text\":\"t\"}"), "Question Q: “type” is missing" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"rank\",\"text\":\"t\"}"), "Question Q: the type “rank”" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"text\",\"text\":\"t\",\"sensitive\":\"yes\"}"),
    "“sensitive” is neither" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"text\",\"text\":\"t\",\"key\":true}"), "key question" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"single\",\"text\":\"t\"}"), "Question Q: there are 0" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"single\",\"text\":\"t\",\"options\":[]}"), "there are 0" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"single\",\"text\":\"t\",\"options\":{}}"), "not a list" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"multi\",\"text\":\"t\",\"options\":[5]}"), "no label" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"multi\",\"text\":\"t\",\"options\":[\" \"]}"), "no label" },
  { SECTION ("{\"id\":\"Q\",\"type\":\"multi\",\"text\":\"t\",\"options\":[\"Tốt\",\"TOT\"]}"),
    "two options are called “TOT”" },
  { SECTION (SCALED ("Q", "")), "no scale “S”" },
  { SCALE ("{\"value\":1,\"label\":\"a\"},{\"value\":1,\"label\":\"b\"}", SCALED ("Q", "")),
    "have the value 1" },
  { SCALE ("{\"value\":1,\"label\":\"a\"},{\"value\":null,\"label\":\"b\"}", SCALED ("Q", "")),
    "at least two levels" },
  { SCALE ("{\"value\":1.5,\"label\":\"a\"},{\"value\":1,\"label\":\"b\"}", SCALED ("Q", "")),
    "“a” is not a whole number" },
  { SCALE ("{\"value\":99999999999,\"label\":\"a\"}", SCALED ("Q", "")), "not a whole number" },
  { SCALE ("{\"value\":1,\"label\":\"a\",\"good\":1},{\"value\":2,\"label\":\"b\"}",
           SCALED ("Q", "")), "“good” is neither" },
  { SCALE ("{\"value\":1,\"label\":\"a\",\"good\":true,\"poor\":true},{\"value\":2,\"label\":\"b\"}",
           SCALED ("Q", "")), "both good and poor" },
  { SCALE ("{\"value\":1,\"label\":\"a\",\"poor\":\"x\"},{\"value\":2,\"label\":\"b\"}",
           SCALED ("Q", "")), "“poor” is neither" },
  { HEAD "\"scales\":{\"S\":[]}}", "Scale S is not written" },
  { SCALE (LEVELS, SCALED ("Q", ",\"key\":true") "," SCALED ("R", ",\"key\":true")),
    "Question R: the key question" },
  { HEAD "\"scales\":{\"S\":{\"kind\":\"ordinal\",\"options\":[" LEVELS "]}},\"profile\":["
    SCALED ("P", ",\"key\":true") "]}", "Question P: the key question" },
  { "{/* x */\"id\":\"F\"}", "comments" },
  { "{'id':\"F\"}", "comments" },
};

static void
check_refused (const char *json, gssize length, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KsForm) form = ks_form_new_from_json (json, length, &error);

  g_assert_null (form);
  g_assert_error (error, KS_MODEL_ERROR, KS_MODEL_ERROR_INVALID);
  if (strstr (error->message, wanted) == NULL)
    g_error ("“%s” does not say “%s” of %s", error->message, wanted, json);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_refused (cases[i].json, -1, cases[i].wanted);
}

static void
test_nul (void)
{
  check_refused ("{\0}", 3, "Line 1");
}

static void
test_deep (void)
{
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *hidden = g_strconcat ("/*\"*/", brackets, NULL);
  g_autofree char *quoted = g_strconcat ("{\"a\":\"\\\"\",\"b\":", brackets, NULL);

  check_refused (brackets, -1, "nest too deep");
  check_refused (hidden, -1, "nest too deep");
  check_refused (quoted, -1, "nest too deep");
}

static void
test_large (void)
{
  g_autofree char *blanks = g_strnfill (5 << 20, ' ');

  check_refused (blanks, -1, "too large");
}

static void
test_long_text (void)
{
  g_autofree char *title = g_strnfill (4001, 'x');
  g_autofree char *json = g_strdup_printf ("{\"id\":\"F\",\"title\":\"%s\"}", title);

  check_refused (json, -1, "longer than 4000");
}

static char *
repeat_questions (guint n_questions, guint n_options)
{
  g_autoptr (GString) json = g_string_new (HEAD "\"profile\":[");

  for (guint i = 0; i < n_questions; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"Q%u\",\"type\":\"multi\",\"text\":\"t\","
                                    "\"options\":[",
                              i > 0 ? "," : "", i);
      for (guint k = 0; k < n_options; k++)
        g_string_append_printf (json, "%s\"%u\"", k > 0 ? "," : "", k);
      g_string_append (json, "]}");
    }
  g_string_append (json, "]}");
  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
test_limits (void)
{
  g_autofree char *most = repeat_questions (500, 99);
  g_autofree char *questions = repeat_questions (501, 1);
  g_autofree char *options = repeat_questions (1, 100);
  g_autoptr (GError) error = NULL;
  g_autoptr (KsForm) form = ks_form_new_from_json (most, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ks_form_get_answer_width (form), ==, 500 * 99);
  g_assert_cmpuint (ks_form_get_n_slots (form), ==, 500 * 100);
  check_refused (questions, -1, "more than 500");
  check_refused (options, -1, "Question Q0: there are 100");
}

static void
test_many_sections (void)
{
  g_autoptr (GString) json = g_string_new (HEAD "\"sections\":[");

  for (guint i = 0; i <= 100; i++)
    g_string_append_printf (json, "%s{\"id\":\"S%u\",\"title\":\"t\"}", i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  check_refused (json->str, -1, "more than 100 sections");
}

/* No prefix of a good form, and no good form with a byte changed, does worse than an error. */
static void
test_damaged (void)
{
  static const char good[] = SCALE (LEVELS, SCALED ("Q", ",\"key\":true") "," TEXT ("R"));
  static const char bytes[] = "\"{}[]:,x0-\\\n\xff";

  for (gsize i = 0; i < sizeof good - 1; i++)
    {
      g_autoptr (KsForm) cut = ks_form_new_from_json (good, (gssize) i, NULL);

      g_assert_null (cut);
      for (gsize k = 0; k < sizeof bytes - 1; k++)
        {
          g_autofree char *changed = g_strdup (good);
          g_autoptr (KsForm) form = NULL;
          g_autoptr (GError) error = NULL;

          changed[i] = bytes[k];
          form = ks_form_new_from_json (changed, -1, &error);
          g_assert_true ((form == NULL) == (error != NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-hostile/cases", test_cases);
  g_test_add_func ("/form-hostile/nul", test_nul);
  g_test_add_func ("/form-hostile/deep", test_deep);
  g_test_add_func ("/form-hostile/large", test_large);
  g_test_add_func ("/form-hostile/long-text", test_long_text);
  g_test_add_func ("/form-hostile/limits", test_limits);
  g_test_add_func ("/form-hostile/many-sections", test_many_sections);
  g_test_add_func ("/form-hostile/damaged", test_damaged);
  return g_test_run ();
}
