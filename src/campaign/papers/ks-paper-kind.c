/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ks-paper-kind.h"

#include "ks-guide-words.h"
#include "ks-i18n.h"

static const struct
{
  const char *id;
  const char *label;
  const char *title; /* of the file: Vietnamese, as the paper itself */
  guint traits;
} kinds[KS_N_PAPERS] = {
  [KS_PAPER_REPORT] = { "report", N_ ("Report"), "Báo cáo kết quả khảo sát",
                        KS_PAPER_TELLS_NOMINEES },
  [KS_PAPER_ANNEX]
  = { "annex", N_ ("Annex of the report"), "Phụ lục báo cáo",
      KS_PAPER_LANDSCAPE | KS_PAPER_TELLS_NOMINEES | KS_PAPER_TELLS_COMMENTS },
  [KS_PAPER_PROPOSAL]
  = { "proposal", N_ ("Proposal for commendation"), "Tờ trình", KS_PAPER_NO_ANSWERS | KS_PAPER_PROPOSES },
  [KS_PAPER_LIST] = { "list", N_ ("List for commendation"), "Danh sách đề nghị khen thưởng",
                      KS_PAPER_NO_ANSWERS | KS_PAPER_PROPOSES },
  [KS_PAPER_UNIT] = { "unit", N_ ("Account of a unit"), "Biểu đối chiếu số liệu của đơn vị",
                      KS_PAPER_OF_A_UNIT | KS_PAPER_SETTLED },
  [KS_PAPER_RECOGNITION] = { "recognition", N_ ("Figures for recognition"),
                             "Biểu số liệu phục vụ đánh giá, công nhận chính quyền thân thiện",
                             KS_PAPER_SETTLED | KS_PAPER_LANDSCAPE },
  [KS_PAPER_BRIEF] = { "brief", N_ ("Quick report"), "Báo cáo nhanh",
                       KS_PAPER_OF_A_MOMENT | KS_PAPER_NO_ANSWERS | KS_PAPER_ONE_PAGE },
  [KS_PAPER_DISTRICT] = { "district", N_ ("Units of a district"), "Biểu các đơn vị",
                          KS_PAPER_OF_A_DISTRICT | KS_PAPER_OF_A_MOMENT | KS_PAPER_NO_ANSWERS },
  [KS_PAPER_SUMMARY] = { "summary", N_ ("Summary"), "Tổng hợp kết quả",
                         KS_PAPER_TELLS_NOMINEES | KS_PAPER_TELLS_COMMENTS },
  [KS_PAPER_GUIDE] = { "guide", N_ ("Guide for Working Groups"), KS_GUIDE_TITLE, KS_PAPER_NO_ANSWERS },
};

/**
 * ks_paper_kind_get_id:
 * @self: a paper
 *
 * Returns: (transfer none): what the command line and settings call it
 */
const char *
ks_paper_kind_get_id (KsPaperKind self)
{
  return kinds[self].id;
}

/**
 * ks_paper_kind_get_label:
 * @self: a paper
 *
 * Returns: (transfer none): what the window calls it
 */
const char *
ks_paper_kind_get_label (KsPaperKind self)
{
  return _ (kinds[self].label);
}

/**
 * ks_paper_kind_get_title:
 * @self: a paper
 *
 * Returns: (transfer none): what its file is called, in Vietnamese whatever the interface speaks
 */
const char *
ks_paper_kind_get_title (KsPaperKind self)
{
  return kinds[self].title;
}

/**
 * ks_paper_kind_get_endings:
 *
 * Returns: (transfer none) (array zero-terminated=1): of the files that each paper is written as
 */
const char *const *
ks_paper_kind_get_endings (void)
{
  static const char *const endings[] = { ".docx", ".pdf", ".xlsx", NULL };

  return endings;
}

/**
 * ks_paper_kind_has:
 * @self: a paper
 * @trait: one of its traits
 *
 * Returns: whether it has it
 */
gboolean
ks_paper_kind_has (KsPaperKind self, KsPaperTrait trait)
{
  return (kinds[self].traits & (guint)trait) != 0;
}

/**
 * ks_paper_kind_takes_district:
 * @self: a paper
 *
 * Returns: whether it may be asked for a district: of an annex and a table of units one is cut out
 */
gboolean
ks_paper_kind_takes_district (KsPaperKind self)
{
  return ks_paper_kind_has (self, KS_PAPER_OF_A_DISTRICT) || self == KS_PAPER_ANNEX
         || self == KS_PAPER_RECOGNITION;
}

/**
 * ks_paper_kind_find:
 * @id: (nullable): as the command line has it
 * @kind: (out): the paper
 *
 * Returns: whether there is one
 */
gboolean
ks_paper_kind_find (const char *id, KsPaperKind *kind)
{
  for (guint i = 0; i < KS_N_PAPERS; i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      {
        *kind = (KsPaperKind)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * ks_paper_kind_list_ids:
 *
 * Returns: (transfer full): all ids with commas between
 */
char *
ks_paper_kind_list_ids (void)
{
  const char *ids[KS_N_PAPERS + 1] = { NULL };

  for (guint i = 0; i < KS_N_PAPERS; i++)
    ids[i] = kinds[i].id;
  return g_strjoinv (", ", (char **)ids);
}
