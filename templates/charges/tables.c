/* Counts solutions with tables in place of hashes.
 *
 * The equations are told apart here: `upper` is what a state adds to the last one, `lower` to the others together. For one
 * value of the lower parts after the other, the upper parts of one side are counted in a table that they are positions in, and
 * looked up for the other side. The sums of a tuple are those of an outer group and of inner ones, the latter sorted by lower
 * part: so no entry is ever stored, and loops run over numbers side by side. Differences of parts have common factors, since
 * x^2 and x^3 go like x modulo 2 and 6 and linear parts are equal: parts are counted from a base and in units of the factor. */
enum { MOST_CELLS = 1 << 24, MOST_LOOKUPS = 8 };

typedef struct {
    int64_t lower, upper;
} parts;

/* Sums of a tuple: base + outer + inner. */
typedef struct {
    parts base;
    size_t outer_from, outer_to;
    size_t start;      /* where the inner sums of each lower part begin, in `starts` */
    int64_t low, width; /* of the lower parts of the inner sums */
} term;

/* Inner sums with the same lower part, and where in the table their upper parts begin to count. */
typedef struct {
    const int32_t *from, *to;
    int64_t at;
} range;

typedef struct {
    term *terms;
    int32_t *outer_lower, *outer_upper;
    int32_t *inner; /* upper parts, term by term, sorted by lower part */
    int32_t *starts;
    int32_t *scratch; /* lower parts of the inner sums of a term, and their upper parts */
    range *ranges;    /* at the position in work */
    size_t term_count, range_count;
    size_t term_capacity, outer_capacity, inner_capacity, start_capacity, scratch_capacity, range_capacity;
} side;

/* What is known of a side before anything is computed. */
typedef struct {
    parts base, low, high, factor;
    size_t entries, outer, inner, widest;
} extent;

/* How a job is counted: the positions of lower parts that both sides have, and the cells of the table. */
typedef struct {
    extent left, right;
    parts factor, end;
    int64_t low, high, origin;
    size_t cells;
} layout;

typedef struct {
    side left, right;
    uint32_t *table;
    size_t table_capacity;
} tables;

/* The array, or a larger one if it is too small; what was in it is lost. NULL if there is no memory. */
static void *grow(void *array, size_t *capacity, size_t wanted, size_t size) {
    if (*capacity >= wanted) return array;
    free(array);
    *capacity = wanted + wanted / 2;
    array = calloc(*capacity, size);
    if (!array) *capacity = 0;
    return array;
}

static void release_side(side *s) {
    free(s->terms);
    free(s->outer_lower);
    free(s->outer_upper);
    free(s->inner);
    free(s->starts);
    free(s->scratch);
    free(s->ranges);
}

static void release_tables(tables *t) {
    release_side(&t->left);
    release_side(&t->right);
    free(t->table);
}

/* ------------------------------------------------------------------ extents */
static int64_t group_size(const half *h, int32_t g) { return h->start[g + 1] - h->start[g]; }

/* The block that is looped over outside: of those that leave few inner sums the one with the smallest group. */
static int outer_block(const half *h, int64_t tuple) {
    int best = -1;
    const size_t all = tuple_size(h, tuple);
    for (int b = 0; b < h->blocks; b++) {
        const int64_t n = group_size(h, h->tuples[tuple * h->blocks + b]);
        if (all / (size_t)n > MOST_CELLS / 16) continue;
        if (best < 0 || n < group_size(h, h->tuples[tuple * h->blocks + best])) best = b;
    }
    return best;
}

static void add_group(const half *h, int32_t g, parts *base, parts *low, parts *high, parts *factor) {
    const int64_t from = h->start[g], to = h->start[g + 1];
    parts least = {h->lower[from], h->upper[from]}, most = least;
    base->lower += h->lower[from];
    base->upper += h->upper[from];
    for (int64_t i = from; i < to; i++) {
        const int64_t lower = h->lower[i], upper = h->upper[i];
        if (lower < least.lower) least.lower = lower;
        if (lower > most.lower) most.lower = lower;
        if (upper < least.upper) least.upper = upper;
        if (upper > most.upper) most.upper = upper;
        if (factor->lower != 1) factor->lower = common_divisor(magnitude(lower - h->lower[from]), factor->lower);
        if (factor->upper != 1) factor->upper = common_divisor(magnitude(upper - h->upper[from]), factor->upper);
    }
    low->lower += least.lower;
    low->upper += least.upper;
    high->lower += most.lower;
    high->upper += most.upper;
}

/* Looks at all groups of the tuples of a job; 0 if a tuple has too many inner sums. */
static int measure(const half *h, int64_t from, int64_t to, extent *e) {
    *e = (extent){0};
    for (int64_t t = from; t < to; t++) {
        parts base = {0, 0}, low = {0, 0}, high = {0, 0};
        const size_t entries = tuple_size(h, t);
        const int outer = outer_block(h, t);
        if (h->blocks && outer < 0) return 0;
        const size_t loops = h->blocks > 1 ? (size_t)group_size(h, h->tuples[t * h->blocks + outer]) : 1;
        for (int b = 0; b < h->blocks; b++) add_group(h, h->tuples[t * h->blocks + b], &base, &low, &high, &e->factor);
        if (t == from) {
            e->base = base;
            e->low = low;
            e->high = high;
        }
        e->factor.lower = common_divisor(magnitude(base.lower - e->base.lower), e->factor.lower);
        e->factor.upper = common_divisor(magnitude(base.upper - e->base.upper), e->factor.upper);
        if (low.lower < e->low.lower) e->low.lower = low.lower;
        if (low.upper < e->low.upper) e->low.upper = low.upper;
        if (high.lower > e->high.lower) e->high.lower = high.lower;
        if (high.upper > e->high.upper) e->high.upper = high.upper;
        e->entries += entries;
        e->outer += loops;
        e->inner += entries / loops;
        if ((size_t)(high.lower - low.lower) > e->widest) e->widest = (size_t)(high.lower - low.lower);
    }
    return 1;
}

/* ------------------------------------------------------------------ sums */
/* How positions follow from parts: sign * (part - part of the first state) / factor. */
typedef struct {
    int64_t sign;
    parts factor;
} scale;

static int32_t lower_step(const half *h, int64_t state, int64_t first, const scale *s) {
    return (int32_t)(s->sign * (h->lower[state] - h->lower[first]) / s->factor.lower);
}

static int32_t upper_step(const half *h, int64_t state, int64_t first, const scale *s) {
    return (int32_t)(s->sign * (h->upper[state] - h->upper[first]) / s->factor.upper);
}

/* Lower and upper parts of all inner sums of a tuple, in two rows; gives their number. */
static size_t inner_sums(const half *h, const int32_t *groups, int outer, const scale *s, int32_t *lower, int32_t *upper) {
    size_t count = 1;
    lower[0] = upper[0] = 0;
    for (int b = 0; b < h->blocks; b++) {
        if (b == outer) continue;
        const int64_t first = h->start[groups[b]], n = group_size(h, groups[b]);
        /* From the last state on, so that the sums so far are overwritten last. */
        for (int64_t i = n; i-- > 0;) {
            const int32_t dl = lower_step(h, first + i, first, s), du = upper_step(h, first + i, first, s);
            for (size_t k = 0; k < count; k++) {
                lower[(size_t)i * count + k] = lower[k] + dl;
                upper[(size_t)i * count + k] = upper[k] + du;
            }
        }
        count *= (size_t)n;
    }
    return count;
}

/* Sorts inner sums by lower part. */
static void sort_inner(side *s, term *t, const int32_t *lower, const int32_t *upper, size_t count, size_t *inner, size_t *starts) {
    int32_t low = lower[0], high = lower[0];
    for (size_t i = 0; i < count; i++) {
        if (lower[i] < low) low = lower[i];
        if (lower[i] > high) high = lower[i];
    }
    t->low = low;
    t->width = (int64_t)high - low + 1;
    t->start = *starts;
    int32_t *next = s->starts + t->start;
    memset(next, 0, ((size_t)t->width + 2) * sizeof *next);
    /* next[p + 1] is where p begins, until all is placed; then it is where p ends. */
    for (size_t i = 0; i < count; i++) next[lower[i] - low + 2]++;
    next[1] = (int32_t)*inner;
    for (int64_t p = 1; p <= t->width; p++) next[p + 1] += next[p];
    for (size_t i = 0; i < count; i++) s->inner[next[lower[i] - low + 1]++] = upper[i];
    next[0] = (int32_t)*inner;
    *inner += count;
    *starts += (size_t)t->width + 2;
}

static int fill_side(side *s, const half *h, int64_t from, int64_t to, const extent *e, const scale *sc, parts zero) {
    const size_t term_count = (size_t)(to - from), width = e->widest / (size_t)sc->factor.lower + 3;
    size_t capacity = s->outer_capacity;
    s->terms = grow(s->terms, &s->term_capacity, term_count, sizeof *s->terms);
    s->outer_lower = grow(s->outer_lower, &capacity, e->outer, sizeof *s->outer_lower);
    s->outer_upper = grow(s->outer_upper, &s->outer_capacity, e->outer, sizeof *s->outer_upper);
    s->ranges = grow(s->ranges, &s->range_capacity, e->outer, sizeof *s->ranges);
    s->inner = grow(s->inner, &s->inner_capacity, e->inner, sizeof *s->inner);
    s->starts = grow(s->starts, &s->start_capacity, term_count * width, sizeof *s->starts);
    s->scratch = grow(s->scratch, &s->scratch_capacity, 2 * e->inner, sizeof *s->scratch);
    if (!s->terms || !s->outer_lower || !s->outer_upper || !s->ranges || !s->inner || !s->starts || !s->scratch)
        return NO_MEMORY;
    size_t outer = 0, inner = 0, starts = 0;
    s->term_count = term_count;
    for (int64_t tuple = from; tuple < to; tuple++) {
        const int32_t *groups = h->tuples + tuple * h->blocks;
        const int chosen = h->blocks > 1 ? outer_block(h, tuple) : -1;
        term *t = &s->terms[tuple - from];
        parts base = {0, 0};
        for (int b = 0; b < h->blocks; b++) {
            base.lower += h->lower[h->start[groups[b]]];
            base.upper += h->upper[h->start[groups[b]]];
        }
        t->base.lower = sc->sign * (base.lower - zero.lower) / sc->factor.lower;
        t->base.upper = sc->sign * (base.upper - zero.upper) / sc->factor.upper;
        t->outer_from = outer;
        if (chosen < 0) s->outer_lower[outer] = s->outer_upper[outer] = 0, outer++;
        else
            for (int64_t i = h->start[groups[chosen]]; i < h->start[groups[chosen] + 1]; i++, outer++) {
                s->outer_lower[outer] = lower_step(h, i, h->start[groups[chosen]], sc);
                s->outer_upper[outer] = upper_step(h, i, h->start[groups[chosen]], sc);
            }
        t->outer_to = outer;
        int32_t *lower = s->scratch, *upper = s->scratch + e->inner;
        sort_inner(s, t, lower, upper, inner_sums(h, groups, chosen, sc, lower, upper), &inner, &starts);
    }
    return OK;
}

/* ------------------------------------------------------------------ counting */
/* Finds the ranges of inner sums that have a lower part with some outer state; gives the number of sums in them. */
static uint64_t find_ranges(side *s, int64_t position, int64_t origin) {
    uint64_t total = 0;
    s->range_count = 0;
    for (size_t k = 0; k < s->term_count; k++) {
        const term *t = &s->terms[k];
        for (size_t o = t->outer_from; o < t->outer_to; o++) {
            const int64_t p = position - t->base.lower - s->outer_lower[o] - t->low;
            if (p < 0 || p >= t->width) continue;
            const int32_t *start = s->starts + t->start + p;
            if (start[0] == start[1]) continue;
            const int64_t at = t->base.upper + s->outer_upper[o] - origin;
            s->ranges[s->range_count++] = (range){s->inner + start[0], s->inner + start[1], at};
            total += (uint64_t)(start[1] - start[0]);
        }
    }
    return total;
}

static uint64_t count_pairs(const side *counted, const side *sought, uint32_t *table) {
    uint64_t total = 0;
    for (size_t k = 0; k < counted->range_count; k++) {
        const range r = counted->ranges[k];
        for (const int32_t *i = r.from; i < r.to; i++) table[r.at + *i]++;
    }
    for (size_t k = 0; k < sought->range_count; k++) {
        const range r = sought->ranges[k];
        for (const int32_t *i = r.from; i < r.to; i++) total += table[r.at + *i];
    }
    for (size_t k = 0; k < counted->range_count; k++) {
        const range r = counted->ranges[k];
        for (const int32_t *i = r.from; i < r.to; i++) table[r.at + *i] = 0;
    }
    return total;
}

static int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }

/* Lays out the tables of a job in all its rounds; 0 if they are no good for it. If low > high it has no solutions. */
static int lay_out(layout *y, const half *left, const half *right, const job *j, parts target) {
    extent *l = &y->left, *r = &y->right;
    if (!measure(left, j->left_from, j->left_to, l) || !measure(right, j->right_from, j->right_to, r)) return 0;
    parts factor = {common_divisor(l->factor.lower, r->factor.lower), common_divisor(l->factor.upper, r->factor.upper)};
    if (!factor.lower) factor.lower = 1;
    if (!factor.upper) factor.upper = 1;
    /* A right sum stands where the left one stands that it goes with. */
    const parts end = {target.lower - l->base.lower, target.upper - l->base.upper};
    y->factor = factor;
    y->end = end;
    y->low = larger((l->low.lower - l->base.lower) / factor.lower, (end.lower - r->high.lower) / factor.lower);
    y->high = smaller((l->high.lower - l->base.lower) / factor.lower, (end.lower - r->low.lower) / factor.lower);
    y->origin = smaller((l->low.upper - l->base.upper) / factor.upper, (end.upper - r->high.upper) / factor.upper);
    const int64_t last = larger((l->high.upper - l->base.upper) / factor.upper, (end.upper - r->low.upper) / factor.upper);
    y->cells = (size_t)(last - y->origin + 1);
    if ((end.lower - r->base.lower) % factor.lower || (end.upper - r->base.upper) % factor.upper) y->high = y->low - 1;
    if (y->low > y->high) return 1;
    const size_t entries = l->entries + r->entries, positions = (size_t)(y->high - y->low + 1);
    const size_t terms = (size_t)(j->left_to - j->left_from + j->right_to - j->right_from);
    const size_t width = (size_t)larger((int64_t)l->widest, (int64_t)r->widest) / (size_t)factor.lower;
    return y->cells <= MOST_CELLS && l->inner + r->inner <= MOST_CELLS && l->entries < UINT32_MAX && r->entries < UINT32_MAX &&
           positions <= MOST_LOOKUPS * (entries / (l->outer + r->outer) + 1) && width <= MOST_LOOKUPS * (entries / terms + 8) &&
           width <= MOST_CELLS / terms;
}

static int count_with_tables(tables *w, const layout *y, const half *left, const half *right, const job *j, uint64_t *total) {
    const scale forward = {1, y->factor}, backward = {-1, y->factor};
    if (y->low > y->high) return OK;
    /* A table is all zeros before and after each use. */
    w->table = grow(w->table, &w->table_capacity, y->cells, sizeof *w->table);
    if (!w->table || fill_side(&w->left, left, j->left_from, j->left_to, &y->left, &forward, y->left.base) ||
        fill_side(&w->right, right, j->right_from, j->right_to, &y->right, &backward, y->end))
        return NO_MEMORY;
    for (int64_t position = y->low; position <= y->high; position++) {
        const uint64_t on_left = find_ranges(&w->left, position, y->origin);
        const uint64_t on_right = on_left ? find_ranges(&w->right, position, y->origin) : 0;
        if (!on_right) continue;
        const uint64_t found = on_left < on_right ? count_pairs(&w->left, &w->right, w->table)
                                                  : count_pairs(&w->right, &w->left, w->table);
        if (__builtin_add_overflow(*total, found, total)) return TOO_MANY;
    }
    return OK;
}
