/* Pages on sheets: what --nup, --booklet, --sheet, --crop-marks and --duplex ask for, or the template's fo:root where
 * they do not (c:nup, c:booklet, c:sheet, c:crop-marks, c:duplex); and pages that come through the imposer. */
#include "sheet.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { PAGES_A_SIDE = 64 };

static const struct {
	const char *name;
	double width, height; /* mm */
} sizes[] = {
    {"A2", 420, 594},  {"A3", 297, 420},  {"A4", 210, 297},         {"A5", 148, 210},          {"A6", 105, 148},
    {"B4", 250, 353},  {"B5", 176, 250},  {"SRA3", 320, 450},       {"SRA4", 225, 320},        {"RA3", 305, 430},
    {"RA4", 215, 305}, {"16K", 195, 270}, {"letter", 215.9, 279.4}, {"tabloid", 279.4, 431.8},
};

static mpt millimetres(double length)
{
	return mpt_from_points(length * 72 / 25.4);
}

static bool read_grid(const char *text, int *columns, int *rows)
{
	if (strcmp(text, "none") == 0) {
		*columns = *rows = 0;
		return true;
	}
	char *end, *last;
	long across = strtol(text, &end, 10);
	if (*end != 'x')
		return false;
	long down = strtol(end + 1, &last, 10);
	*columns = (int)across;
	*rows = (int)down;
	return !*last && last > end + 1 && across >= 1 && down >= 1 && across <= PAGES_A_SIDE && down <= PAGES_A_SIDE;
}

/* "A3", or "320x450mm", or in pt */
static bool read_sheet(const char *text, mpt *width, mpt *height)
{
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (strcasecmp(text, sizes[i].name) == 0) {
			*width = millimetres(sizes[i].width);
			*height = millimetres(sizes[i].height);
			return true;
		}
	char *end, *last;
	double across = strtod(text, &end);
	if (*end != 'x')
		return false;
	double down = strtod(end + 1, &last);
	bool points = strcmp(last, "pt") == 0;
	if ((!points && strcmp(last, "mm") != 0) || !(across >= 10 && across <= 5000) || !(down >= 10 && down <= 5000))
		return false;
	*width = points ? mpt_from_points(across) : millimetres(across);
	*height = points ? mpt_from_points(down) : millimetres(down);
	return true;
}

bool job_grid_is_good(const char *text)
{
	int columns, rows;
	return read_grid(text, &columns, &rows);
}

bool job_sheet_is_good(const char *text)
{
	mpt width, height;
	return read_sheet(text, &width, &height);
}

/* What the command line says, or else the template. NULL: neither. */
static const char *wish(const char *given, const xmlNode *root, const char *name, struct arena *a)
{
	if (given || !root)
		return given;
	xmlChar *text = xmlGetNsProp(root, (const xmlChar *)name, (const xmlChar *)FUNCTIONS_NAMESPACE);
	const char *kept = text ? arena_strdup(a, (const char *)text) : NULL;
	xmlFree(text);
	return kept;
}

static void report(const struct source *s, const char *name, const char *value)
{
	diag_error(s->d, (struct loc){s->template_path, 0}, "c:%s of fo:root: got '%s', which makes no sense", name, value);
}

bool sheet_wanted(struct source *s, const xmlDoc *fo, struct page_imposition *out)
{
	const struct job_options *options = s->options;
	struct arena *a = arena_new();
	/* A record that gets a file of its own is not laid out among others. */
	const xmlNode *root = options->each ? NULL : xmlDocGetRootElement(fo);
	const char *grid = wish(options->nup, root, "nup", a), *sheet = wish(options->sheet, root, "sheet", a);
	const char *yes = "true";
	const char *marks = wish(options->crop_marks ? yes : NULL, root, "crop-marks", a);
	const char *duplex = wish(options->duplex ? yes : NULL, root, "duplex", a);
	/* Who asks for a grid does not want the template's booklet. */
	const char *booklet = options->nup ? NULL : wish(options->booklet ? yes : NULL, root, "booklet", a);
	*out = (struct page_imposition){.columns = 1, .rows = 1};
	if (grid && !read_grid(grid, &out->columns, &out->rows))
		report(s, "nup", grid);
	if (sheet && !read_sheet(sheet, &out->sheet_width, &out->sheet_height))
		report(s, "sheet", sheet);
	out->crop_marks = marks && strcmp(marks, yes) == 0;
	out->duplex = duplex && strcmp(duplex, yes) == 0;
	out->booklet = booklet && strcmp(booklet, yes) == 0;
	if (out->booklet) {
		out->columns = 2;
		out->rows = 1;
	}
	bool wanted = (out->booklet || grid || sheet || out->crop_marks) && out->columns > 0;
	arena_free(a);
	return wanted;
}

/* ---- pages ---- */

void page_stream_open(struct page_stream *p, struct layout *layout, struct source *s, const xmlDoc *fo)
{
	*p = (struct page_stream){.layout = layout};
	if (sheet_wanted(s, fo, &p->how))
		p->imposer = page_imposer_new(&p->how);
}

struct page_list page_stream_next(struct page_stream *p)
{
	if (!p->imposer)
		return layout_next(p->layout);
	for (;;) {
		struct page_list sheets = page_imposer_take(p->imposer, p->ended);
		if (sheets.count || p->ended)
			return sheets;
		struct page_list pages = layout_next(p->layout);
		if (pages.count)
			page_imposer_add(p->imposer, &pages, layout_take_pages(p->layout));
		else
			p->ended = true;
	}
}

void page_stream_close(struct page_stream *p)
{
	page_imposer_free(p->imposer);
}
