/* SPDX-FileCopyrightText: The Khảo Sát authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ks-pages-private.h"

/* So many are freed in no time. */
#define FEW_PAGES 20

struct _KsPages {
  GObject            parent_instance;
  const KsPagesKind *kind;
  gpointer           layout;
  char              *title;
  char              *author;
  char              *keywords;
  char              *warning;
  guint              n_pages;
  double             width_mm;
  double             height_mm;
  double             module_mm;
  gboolean           one_colour;
  GArray            *bookmarks;
};

G_DEFINE_FINAL_TYPE (KsPages, ks_pages, G_TYPE_OBJECT)

static void
ks_pages_finalize (GObject *object)
{
  KsPages *self = KS_PAGES (object);

  self->kind->free (self->layout);
  g_free (self->title);
  g_free (self->author);
  g_free (self->keywords);
  g_free (self->warning);
  g_array_unref (self->bookmarks);
  G_OBJECT_CLASS (ks_pages_parent_class)->finalize (object);
}

static void
ks_pages_class_init (KsPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ks_pages_finalize;
}

static void
clear_bookmark (gpointer data)
{
  KsBookmark *bookmark = data;

  g_free (bookmark->title);
}

static void
ks_pages_init (KsPages *self)
{
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (KsBookmark));
  g_array_set_clear_func (self->bookmarks, clear_bookmark);
}

/**
 * ks_pages_new:
 * @kind: how it is laid out
 * @layout: (transfer full): what @kind works on
 * @facts: what the document says of itself
 *
 * Returns: (transfer full): a document of pages of one size
 */
KsPages *
ks_pages_new (const KsPagesKind *kind, gpointer layout, const KsPagesFacts *facts)
{
  KsPages *self = g_object_new (KS_TYPE_PAGES, NULL);

  self->kind = kind;
  self->layout = layout;
  self->title = g_strdup (facts->title);
  self->author = g_strdup (facts->author);
  self->keywords = g_strdup (facts->keywords);
  self->warning = g_strdup (facts->warning);
  self->width_mm = facts->width_mm > 0 ? facts->width_mm : KS_A4_WIDTH;
  self->height_mm = facts->height_mm > 0 ? facts->height_mm : KS_A4_HEIGHT;
  self->n_pages = facts->n_pages;
  self->module_mm = facts->module_mm;
  self->one_colour = facts->one_colour;
  return self;
}

static gpointer
unref_thread (gpointer pages)
{
  g_object_unref (pages);
  return NULL;
}

/**
 * ks_pages_let_go:
 * @self: (transfer full): a document
 *
 * Gives it back without waiting: hundreds of pages take a while to be freed.
 */
void
ks_pages_let_go (KsPages *self)
{
  g_return_if_fail (KS_IS_PAGES (self));

  if (self->n_pages > FEW_PAGES)
    g_thread_unref (g_thread_new ("pages", unref_thread, self));
  else
    g_object_unref (self);
}

/**
 * ks_pages_add_bookmark:
 * @self: a document that nobody else knows yet
 * @title: what the list of contents says
 * @page: where it leads, from 0
 */
void
ks_pages_add_bookmark (KsPages *self, const char *title, guint page)
{
  KsBookmark bookmark = { g_strdup (title), page };

  g_array_append_val (self->bookmarks, bookmark);
}

/**
 * ks_pages_add_warning:
 * @self: a document that nobody else knows yet
 * @warning: a sentence that follows those it has
 */
void
ks_pages_add_warning (KsPages *self, const char *warning)
{
  char *both = self->warning != NULL ? g_strjoin (" ", self->warning, warning, NULL)
                                     : g_strdup (warning);

  g_free (self->warning);
  self->warning = both;
}

/**
 * ks_pages_get_n_bookmarks:
 * @self: a document
 *
 * Returns: the number of entries in its list of contents
 */
guint
ks_pages_get_n_bookmarks (KsPages *self)
{
  return self->bookmarks->len;
}

/**
 * ks_pages_get_bookmark:
 * @self: a document
 * @index: which one
 *
 * Returns: (transfer none): an entry of its list of contents
 */
const KsBookmark *
ks_pages_get_bookmark (KsPages *self, guint index)
{
  return &g_array_index (self->bookmarks, KsBookmark, index);
}

/**
 * ks_pages_get_title:
 * @self: a document
 *
 * Returns: (transfer none): its title, in Vietnamese
 */
const char *
ks_pages_get_title (KsPages *self)
{
  g_return_val_if_fail (KS_IS_PAGES (self), NULL);
  return self->title;
}

/**
 * ks_pages_get_author:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the body that issues it
 */
const char *
ks_pages_get_author (KsPages *self)
{
  g_return_val_if_fail (KS_IS_PAGES (self), NULL);
  return self->author;
}

/**
 * ks_pages_get_one_colour:
 * @self: a document
 *
 * Returns: whether the accent is painted in black
 */
gboolean
ks_pages_get_one_colour (KsPages *self)
{
  g_return_val_if_fail (KS_IS_PAGES (self), FALSE);
  return self->one_colour;
}

/**
 * ks_pages_get_keywords:
 * @self: a document
 *
 * Returns: (transfer none): what its PDF says of layout and version, for ks_sheet_mark_parse()
 */
const char *
ks_pages_get_keywords (KsPages *self)
{
  g_return_val_if_fail (KS_IS_PAGES (self), NULL);
  return self->keywords;
}

/**
 * ks_pages_get_n_pages:
 * @self: a document
 *
 * Returns: the number of its pages
 */
guint
ks_pages_get_n_pages (KsPages *self)
{
  g_return_val_if_fail (KS_IS_PAGES (self), 0);
  return self->n_pages;
}

/**
 * ks_pages_get_size:
 * @self: a document
 * @width_mm: (out): width of a page
 * @height_mm: (out): height of a page
 */
void
ks_pages_get_size (KsPages *self, double *width_mm, double *height_mm)
{
  g_return_if_fail (KS_IS_PAGES (self));
  *width_mm = self->width_mm;
  *height_mm = self->height_mm;
}

/**
 * ks_pages_get_module_mm:
 * @self: a document
 *
 * Tells how fine its finest code is. Below %KS_MODULE_MM_MIN a code may not be readable once it
 * was copied: shorten the link.
 *
 * Returns: side of the smallest printed module, in mm; 0 if there is no code
 */
double
ks_pages_get_module_mm (KsPages *self)
{
  g_return_val_if_fail (KS_IS_PAGES (self), 0);
  return self->module_mm;
}

/**
 * ks_pages_get_warning:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what is wrong with the sheets and what to do: a code too
 *   fine to be copied, a printer's margin too wide; %NULL if nothing is
 */
const char *
ks_pages_get_warning (KsPages *self)
{
  g_return_val_if_fail (KS_IS_PAGES (self), NULL);
  return self->warning;
}

/**
 * ks_pages_lay_out:
 * @self: a document
 * @index: a page, from 0
 *
 * Returns: (transfer full): the page with its items
 */
KsFolio *
ks_pages_lay_out (KsPages *self, guint index)
{
  g_return_val_if_fail (KS_IS_PAGES (self) && index < self->n_pages, NULL);
  return self->kind->lay_out (self->layout, index);
}

/**
 * ks_pages_paint:
 * @self: a document
 * @index: a page, from 0
 * @cr: where to paint: the origin is the page's corner, the unit a point
 *
 * Paints a page on what is white paper already.
 */
void
ks_pages_paint (KsPages *self, guint index, cairo_t *cr)
{
  g_autoptr (KsFolio) page = ks_pages_lay_out (self, index);

  g_return_if_fail (page != NULL);
  ks_folio_paint (page, cr, self->one_colour);
}

/**
 * ks_pages_dup_cells:
 * @self: a document
 * @index: a page, from 0
 *
 * Returns: (transfer full) (element-type KsCodeCell): where its codes stand and what they say
 */
GPtrArray *
ks_pages_dup_cells (KsPages *self, guint index)
{
  g_autoptr (KsFolio) page = ks_pages_lay_out (self, index);

  g_return_val_if_fail (page != NULL, NULL);
  return ks_folio_dup_cells (page, index);
}

/**
 * ks_pages_dup_all_cells:
 * @self: a document
 * @cancellable: (nullable): stops the work, for every page is laid out for it
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type KsCodeCell): the codes of all pages, in their order; %NULL
 *   with @error set if it was stopped
 */
GPtrArray *
ks_pages_dup_all_cells (KsPages *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) ks_code_cell_free);

  g_return_val_if_fail (KS_IS_PAGES (self), NULL);
  for (guint i = 0; i < self->n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_extend_and_steal (all, ks_pages_dup_cells (self, i));
    }
  return g_steal_pointer (&all);
}
