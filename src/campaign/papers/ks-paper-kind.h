/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The papers of a survey, in the order of the work. Those before KS_N_MADE_PAPERS are made from
 * templates as documents; the guide is a sheet of its own. */
typedef enum
{
  KS_PAPER_REPORT,   /* Báo cáo */
  KS_PAPER_ANNEX,    /* Phụ lục of the report */
  KS_PAPER_PROPOSAL, /* Tờ trình đề nghị khen thưởng */
  KS_PAPER_LIST,     /* Danh sách đề nghị khen thưởng */
  KS_PAPER_UNIT,     /* Biểu đối chiếu số liệu của đơn vị */
  KS_PAPER_RECOGNITION, /* Biểu số liệu phục vụ đánh giá, công nhận chính quyền thân thiện */
  KS_PAPER_BRIEF,    /* Báo cáo nhanh */
  KS_PAPER_DISTRICT, /* Biểu các đơn vị of a district */
  KS_PAPER_SUMMARY,  /* Tổng hợp kết quả */
  KS_N_MADE_PAPERS,
  KS_PAPER_GUIDE = KS_N_MADE_PAPERS, /* Phiếu hướng dẫn tổ công tác: its PDF is a sheet, see KsLayout */
  KS_N_PAPERS,
} KsPaperKind;

typedef enum
{
  KS_PAPER_OF_A_DISTRICT = 1 << 0, /* is asked for one */
  KS_PAPER_OF_A_UNIT = 1 << 1,
  KS_PAPER_OF_A_MOMENT = 1 << 2, /* of the day: who took part, as of any moment */
  KS_PAPER_SETTLED = 1 << 3,     /* tells answers of units: once figures are settled */
  KS_PAPER_LANDSCAPE = 1 << 4,
  KS_PAPER_NO_ANSWERS = 1 << 5, /* tells of no answer */
  KS_PAPER_PROPOSES = 1 << 6,   /* is made once somebody is proposed for commendation */
  KS_PAPER_TELLS_NOMINEES = 1 << 7,
  KS_PAPER_TELLS_COMMENTS = 1 << 8,
  KS_PAPER_ONE_PAGE = 1 << 9, /* as long as one can hold it: type and content give way */
} KsPaperTrait;

/* Sets of papers that are made from templates, a bit each. */
#define KS_PAPER_BIT(paper) (1u << (paper))
#define KS_PAPERS_OF_UNITS (KS_PAPER_BIT (KS_PAPER_ANNEX) | KS_PAPER_BIT (KS_PAPER_RECOGNITION))
#define KS_PAPERS_OF_ANSWERS                                                                       \
  (KS_PAPERS_OF_UNITS | KS_PAPER_BIT (KS_PAPER_REPORT) | KS_PAPER_BIT (KS_PAPER_UNIT)              \
   | KS_PAPER_BIT (KS_PAPER_SUMMARY))
#define KS_PAPERS_OF_RESULTS                                                                       \
  (KS_PAPERS_OF_ANSWERS | KS_PAPER_BIT (KS_PAPER_PROPOSAL) | KS_PAPER_BIT (KS_PAPER_LIST))

const char *ks_paper_kind_get_id (KsPaperKind self);
const char *ks_paper_kind_get_label (KsPaperKind self);
const char *ks_paper_kind_get_title (KsPaperKind self);
const char *const *ks_paper_kind_get_endings (void);
gboolean ks_paper_kind_has (KsPaperKind self, KsPaperTrait trait);
gboolean ks_paper_kind_takes_district (KsPaperKind self);
gboolean ks_paper_kind_find (const char *id, KsPaperKind *kind);
char *ks_paper_kind_list_ids (void);

G_END_DECLS
