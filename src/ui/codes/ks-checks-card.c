/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-checks-card.h"

#include "ks-check-row.h"
#include "ks-i18n.h"
#include "ks-links-given.h"
#include "ks-links.h"
#include "ks-print-sheets.h"

struct _KsChecksCard
{
  AdwBin parent_instance;

  GtkWidget *again_row;
  GtkWidget *again_button;
  GtkWidget *scan_row;
  GtkWidget *scan_button;
  GtkWidget *proof_row;
  GtkWidget *faults;
};

G_DEFINE_FINAL_TYPE (KsChecksCard, ks_checks_card, ADW_TYPE_BIN)

/* More lines than these say no more than that something is wrong with all of them. */
#define FAULTS_SHOWN 8

static char *
dup_faults (GPtrArray *faults)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < MIN (faults->len, FAULTS_SHOWN); i++)
    {
      g_autofree char *sentence = ks_proof_result_dup_sentence (faults->pdata[i]);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  if (faults->len > FAULTS_SHOWN)
    {
      guint n_more = faults->len - FAULTS_SHOWN;

      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("and %u more", "and %u more", n_more), n_more);
    }
  return g_strdup (lines->str);
}

static void
show_proof (KsChecksCard *self, const KsCodesState *state, GPtrArray *faults)
{
  KsCheckRow *row = KS_CHECK_ROW (self->proof_row);

  gtk_widget_set_visible (self->faults, faults != NULL);
  if (faults != NULL)
    {
      g_autofree char *lines = dup_faults (faults);
      g_autofree char *title
          = g_strdup_printf (ngettext ("%u code could not be read back",
                                       "%u codes could not be read back", faults->len),
                             faults->len);

      ks_check_row_set (row, FALSE, title, _ ("Do not hang these sheets before they are right."));
      gtk_label_set_text (GTK_LABEL (self->faults), lines);
    }
  else if (state->is_proven)
    {
      g_autofree char *title = g_strdup_printf (_ ("%u/%u codes checked"), state->n_proven, state->n_proven);
      g_autofree char *moment = ks_moment_format (state->proven);
      g_autofree char *text
          = g_strdup_printf (_ ("Each code was read back from the final print, at %s"), moment);

      ks_check_row_set (row, TRUE, title, text);
    }
  else
    ks_check_row_set (row, FALSE, _ ("Codes not checked yet"),
                      _ ("“Check QR Codes” reads each code back from the final print and compares "
                         "it with the link and the name of its unit."));
}

static char *
dup_host (const KsCampaignInfo *info)
{
  g_autoptr (GUri) uri
      = info->template != NULL ? g_uri_parse (info->template, G_URI_FLAGS_PARSE_RELAXED, NULL)
                               : NULL;

  return g_strdup (uri != NULL ? g_uri_get_host (uri) : _ ("links of the units' own"));
}

/* A survey of one or two units has no three. */
static void
show_trial (KsChecksCard *self, const KsCodesState *state)
{
  gboolean few = state->n_links < KS_TRIAL_CODES;

  gtk_button_set_label (GTK_BUTTON (self->scan_button),
                        few ? _ ("_Try the Codes…") : _ ("_Try Three Codes…"));
  gtk_widget_set_visible (self->scan_button, state->n_links > 0);
}

static void
show_scan (KsChecksCard *self, const KsCodesState *state)
{
  KsCheckRow *row = KS_CHECK_ROW (self->scan_row);
  g_autoptr (KsCampaignInfo) info = ks_campaign_dup_info (state->campaign);
  g_autofree char *host = dup_host (info);
  g_autofree char *text
      = g_strdup_printf ("%s · %s", host,
                         info->no_identity ? _ ("the form asks for no e-mail and no sign-in")
                                           : _ ("whether the form asks for e-mail is not checked"));

  if (state->is_scanned)
    ks_check_row_set (row, TRUE, _ ("One code was scanned with a phone"), text);
  else
    ks_check_row_set (row, FALSE, _ ("No code scanned with a phone yet"),
                      _ ("Scan codes from the screen with a phone and see whether the form of the "
                         "right unit opens."));
  show_trial (self, state);
}

static void
ks_checks_card_class_init (KsChecksCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KS_TYPE_CHECK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/danvan/KhaoSat/ui/codes/ks-checks-card.ui");
  gtk_widget_class_bind_template_child (widget_class, KsChecksCard, again_row);
  gtk_widget_class_bind_template_child (widget_class, KsChecksCard, again_button);
  gtk_widget_class_bind_template_child (widget_class, KsChecksCard, scan_row);
  gtk_widget_class_bind_template_child (widget_class, KsChecksCard, scan_button);
  gtk_widget_class_bind_template_child (widget_class, KsChecksCard, proof_row);
  gtk_widget_class_bind_template_child (widget_class, KsChecksCard, faults);
}

static void
ks_checks_card_init (KsChecksCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ks_checks_card_show:
 * @self: a card
 * @state: what is known of the codes
 * @faults: (nullable) (element-type KsProofResult): what the last proof found wrong; %NULL for nothing
 *
 * Shows what was checked of the codes.
 */
void
ks_checks_card_show (KsChecksCard *self, const KsCodesState *state, GPtrArray *faults)
{
  g_return_if_fail (KS_IS_CHECKS_CARD (self));

  show_proof (self, state, faults);
  show_scan (self, state);
}

/**
 * ks_checks_card_show_again:
 * @self: a card
 * @title: (nullable): how many sheets no longer hold; %NULL: all that were printed do
 * @text: (nullable): which, and why
 * @verb: (nullable): what the button does; %NULL: there is nothing to print
 *
 * Shows what is to be printed again.
 */
void
ks_checks_card_show_again (KsChecksCard *self, const char *title, const char *text,
                           const char *verb)
{
  g_return_if_fail (KS_IS_CHECKS_CARD (self));

  gtk_widget_set_visible (self->again_row, title != NULL);
  if (title == NULL)
    return;
  ks_check_row_set (KS_CHECK_ROW (self->again_row), FALSE, title, text);
  gtk_widget_set_visible (self->again_button, verb != NULL);
  gtk_button_set_label (GTK_BUTTON (self->again_button), verb != NULL ? verb : "");
}
