/* The clusters of a run: which glyphs stand for which text. Knows nothing of faces. */
#include "page.h"

static size_t cluster_start(const struct page_glyphs *run, size_t glyph)
{
	size_t start = run->glyph[glyph].text;
	return start < run->text_size ? start : run->text_size;
}

/* Glyphs that stand for text of the run: all but an added hyphen. */
static size_t text_glyphs(const struct page_glyphs *run)
{
	return run->count - (run->added_hyphen && run->count > 0);
}

/* One past the text of the glyphs from first to end. Clusters rise in left-to-right runs and fall in right-to-left
 * ones, so that the next text begins at the neighbour on one side or the other. */
static size_t cluster_end(const struct page_glyphs *run, size_t first, size_t end)
{
	size_t start = cluster_start(run, first);
	if (end < text_glyphs(run) && cluster_start(run, end) > start)
		return cluster_start(run, end);
	if (first > 0 && cluster_start(run, first - 1) > start)
		return cluster_start(run, first - 1);
	return run->text_size;
}

static struct page_cluster cluster_of(const struct page_glyphs *run, size_t glyph, size_t count, size_t start,
                                      size_t end)
{
	return (struct page_cluster){glyph, count, run->text ? run->text + start : "", end - start};
}

bool page_next_cluster(const struct page_glyphs *run, struct page_cluster *cluster)
{
	size_t first = cluster->glyph + cluster->count;
	if (first >= run->count)
		return false;
	if (first == text_glyphs(run)) {
		*cluster = cluster_of(run, first, 1, run->text_size, run->text_size);
		return true;
	}
	size_t end = first + 1;
	while (end < text_glyphs(run) && run->glyph[end].text == run->glyph[first].text)
		end++;
	*cluster = cluster_of(run, first, end - first, cluster_start(run, first), cluster_end(run, first, end));
	return true;
}
