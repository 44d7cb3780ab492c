/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ks-folio.h"
#include "ks-sheet.h"

G_BEGIN_DECLS

/* What the guide for working groups says: on the sheet that is printed, and in the files that an
 * office edits. */
#define KS_GUIDE_TITLE "Phiếu hướng dẫn tổ công tác"
#define KS_GUIDE_TASKS "Việc cần làm"
#define KS_GUIDE_PUBLICITY "Công khai, tuyên truyền kế hoạch"
#define KS_GUIDE_PUBLICITY_DAY "Ngày ……/……"
#define KS_GUIDE_PUBLICITY_NOTE                                                                    \
  "Chỉ đăng kế hoạch và tin, ảnh. Không đăng mã QR của đơn vị lên mạng xã hội, trang thông tin "   \
  "điện tử."
#define KS_GUIDE_REPORT "Nội dung báo cáo"
#define KS_GUIDE_CONTACTS "Đầu mối liên hệ"
#define KS_GUIDE_GROUP_FOR "Dành cho\nban chỉ đạo,\ncông đoàn,\ntổ công tác."
#define KS_GUIDE_GROUP_USE "Đăng tin, ảnh hằng ngày."
#define KS_GUIDE_GROUP_NOTE "Không niêm yết mã này."

#define KS_GUIDE_N_TASKS 4
#define KS_GUIDE_N_WAYS 5
#define KS_GUIDE_N_FIGURES 5
#define KS_GUIDE_N_CONTACTS 3

extern const char *const ks_guide_ways[KS_GUIDE_N_WAYS];         /* of publicity */
extern const char *const ks_guide_figures[KS_GUIDE_N_FIGURES];   /* that are reported */
extern const char *const ks_guide_contacts[KS_GUIDE_N_CONTACTS]; /* whom a unit calls */

/* The words that a campaign fills in or words otherwise. */
typedef struct {
  char       *subject;                   /* of the survey, in one line */
  char       *when;                      /* its day and hours */
  char       *moments[KS_GUIDE_N_TASKS]; /* when a task is due */
  char       *tasks[KS_GUIDE_N_TASKS];
  char       *group;                     /* "Nhóm Zalo PKS01_2024" */
  char       *group_link;                /* empty: there is no group */
  char       *board;                     /* its contact; empty: not known */
  char       *note;                      /* at the foot */
} KsGuideWords;

KsGuideWords *ks_guide_words_new (const KsCampaignInfo *info, const KsSheetTexts *texts);
void          ks_guide_words_free (KsGuideWords *self);
char        **ks_guide_words_dup_contacts (const KsGuideWords *self, const KsSheet *sheet);
gboolean      ks_guide_is_one_for_all (GPtrArray *sheets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsGuideWords, ks_guide_words_free)

/* The code of the group as a picture; see ks-guide.c. */
KsFolio *ks_guide_code_new (const char *link);
double   ks_guide_code_paint (cairo_t *cr, double width, double height, gpointer code);

G_END_DECLS
