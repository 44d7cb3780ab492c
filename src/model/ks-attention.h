/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-time.h"

G_BEGIN_DECLS

/* What of a unit asks for a call on the day. */
typedef enum {
  KS_ATTENTION_NONE = 0,
  KS_ATTENTION_NO_ANSWER = 1 << 0,  /* no answer yet */
  KS_ATTENTION_BELOW = 1 << 1,      /* fewer answers than the limit in force asks for */
  KS_ATTENTION_NO_REPORT = 1 << 2,  /* no report of its working group after the deadline */
  KS_ATTENTION_OVER_STAFF = 1 << 3, /* more answers than officials */
} KsAttention;
#define KS_N_ATTENTIONS 4

/* The rules that the officer sets. Of the two limits the later one is in force. */
typedef enum {
  KS_ATTENTION_RULE_NO_ANSWER,
  KS_ATTENTION_RULE_FIRST_LIMIT,
  KS_ATTENTION_RULE_SECOND_LIMIT,
  KS_ATTENTION_RULE_NO_REPORT,
  KS_ATTENTION_RULE_OVER_STAFF,
  KS_N_ATTENTION_RULES,
} KsAttentionRuleId;

typedef struct {
  gboolean on;
  int      minute;  /* from when on, after the beginning of the day: 720 is noon, 1440 its end */
  int      percent; /* of the staff; 0 for rules without a limit */
} KsAttentionRule;

/* A plain value. */
typedef struct {
  KsAttentionRule rules[KS_N_ATTENTION_RULES];
} KsAttentionRules;

/* What the rules are asked about. */
typedef struct {
  gint64   staff;
  gint64   answers;
  gboolean reported;
} KsAttentionCase;

void        ks_attention_rules_init (KsAttentionRules *self);
gboolean    ks_attention_rules_equal (const KsAttentionRules *self, const KsAttentionRules *other);
char       *ks_attention_rules_to_text (const KsAttentionRules *self);
gboolean    ks_attention_rules_set (KsAttentionRules *self, const char *text, GError **error);
gboolean    ks_attention_rules_parse (KsAttentionRules *self, const char *text, GError **error);
int         ks_attention_rules_get_limit (const KsAttentionRules *self, KsDay day, KsMoment at);
KsAttention ks_attention_rules_judge (const KsAttentionRules *self, const KsAttentionCase *unit,
                                      KsDay day, KsMoment at);

const char *ks_attention_rule_to_id (KsAttentionRuleId rule);
char       *ks_attention_rule_dup_setting (const KsAttentionRules *rules, KsAttentionRuleId rule);
char       *ks_attention_rule_dup_sentence (const KsAttentionRules *rules, KsAttentionRuleId rule,
                                            KsDay day);
const char *ks_attention_to_id (KsAttention attention);

G_END_DECLS
