/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-window-entries.h"

#include "ks-answers-page.h"
#include "ks-codes-page.h"
#include "ks-day-page.h"
#include "ks-form-page.h"
#include "ks-i18n.h"
#include "ks-overview-page.h"
#include "ks-papers-page.h"
#include "ks-results-page.h"
#include "ks-shortlist-page.h"
#include "ks-units-page.h"

/* In the order of the work. */
const KsWindowEntry ks_window_entries[] = {
  { { "overview", N_ ("Overview"), "go-home-symbolic", NULL }, ks_overview_page_new },
  { { "units", N_ ("Units"), "find-location-symbolic", N_ ("Preparation") }, ks_units_page_new },
  { { "form", N_ ("Survey Form"), "view-list-symbolic", NULL }, ks_form_page_new },
  { { "codes", N_ ("QR Codes"), "ks-codes-symbolic", NULL }, ks_codes_page_new },
  { { "day", N_ ("Follow-Up"), "document-open-recent-symbolic", N_ ("Survey day") },
    ks_day_page_new },
  { { "answers", N_ ("Answer Sheets"), "mail-unread-symbolic", NULL }, ks_answers_page_new },
  { { "results", N_ ("Results"), "ks-results-symbolic", N_ ("Summing up") },
    ks_results_page_new },
  { { "shortlist", N_ ("Commendation"), "starred-symbolic", NULL }, ks_shortlist_page_new },
  { { "papers", N_ ("Papers"), "x-office-document-symbolic", NULL }, ks_papers_page_new },
};

const guint ks_window_n_entries = G_N_ELEMENTS (ks_window_entries);
