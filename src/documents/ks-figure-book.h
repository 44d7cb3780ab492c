/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  KS_FIGURE_COUNT,
  KS_FIGURE_SHARE,    /* 0…1, printed in per cent with two decimals */
  KS_FIGURE_DECIMAL,
  KS_FIGURE_WORDS,    /* a range, a dash, "đang đối chiếu": nothing to compute with */
} KsFigureFormat;

typedef struct {
  const char    *id;        /* a path in ASCII: "counted", "district/213/staff" */
  KsFigureFormat format;
  guint          decimals;  /* of KS_FIGURE_DECIMAL */
  double         value;
  const char    *text;      /* as it is printed */
  const char    *account;   /* how it came about: Vietnamese sentences, a line each */
} KsFigure;

/* Every number that papers print, by its id, with its account. It is filled by one thread and read
 * by any number of them afterwards. */
typedef struct _KsFigureBook KsFigureBook;

KsFigureBook   *ks_figure_book_new (void);
KsFigureBook   *ks_figure_book_ref (KsFigureBook *self);
void            ks_figure_book_unref (KsFigureBook *self);
void            ks_figure_book_add_count (KsFigureBook *self, const char *id, gint64 count,
                                          const char *account);
void            ks_figure_book_add_share (KsFigureBook *self, const char *id, gint64 part,
                                          gint64 whole, const char *account);
void            ks_figure_book_add_percent (KsFigureBook *self, const char *id,
                                            gint64 hundredths, const char *account);
void            ks_figure_book_add_decimal (KsFigureBook *self, const char *id, double value,
                                            guint decimals, const char *account);
void            ks_figure_book_add_words (KsFigureBook *self, const char *id, const char *text,
                                          const char *account);
const KsFigure *ks_figure_book_lookup (KsFigureBook *self, const char *id);
guint           ks_figure_book_get_size (KsFigureBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KsFigureBook, ks_figure_book_unref)

G_END_DECLS
