/* Solutions by hashing. Entries are partitioned by their hashes, so that each table fits the first cache; a job that is too
 * large goes in 2^round_bits rounds, each with its share of the hashes. */
typedef struct {
    int32_t width;
    const int16_t *fixed;   /* [width], values of the unknowns that belong to no block */
    const int32_t *mirror;  /* [width], where the negative of an entry goes; NULL if signs matter */
    int32_t primitive;      /* whether records with a common factor are left out */
} record_rules;

typedef struct {
    int64_t *key;
    int64_t *id; /* NULL if nobody asks */
    size_t count, capacity;
} entries;

/* ------------------------------------------------------------------ hashing */
static inline uint64_t hash(int64_t key) {
    uint64_t h = (uint64_t)key * UINT64_C(0x9E3779B97F4A7C15);
    return (h ^ (h >> 32)) * UINT64_C(0xD6E8FEB86659FD93);
}

static inline uint64_t top_bits(uint64_t h, int bits) { return bits ? h >> (64 - bits) : 0; }

/* ------------------------------------------------------------------ entries of a half */
static int reserve(entries *e, size_t capacity, int with_ids) {
    e->count = 0;
    if (e->capacity >= capacity) return OK;
    free(e->key);
    free(e->id);
    e->id = NULL;
    e->capacity = 0;
    e->key = malloc(capacity * sizeof *e->key);
    if (with_ids) e->id = malloc(capacity * sizeof *e->id);
    if (!e->key || (with_ids && !e->id)) return NO_MEMORY;
    e->capacity = capacity;
    return OK;
}

static void release(entries *e) {
    free(e->key);
    free(e->id);
}

/* Sums of rests of the last block's group with a partial sum, or their mirror images in the target. */
static void append_row(entries *e, const int64_t *rest, int64_t n, int64_t base, int64_t sign, const job *j, int64_t id) {
    if (!j->round_bits) {
        int64_t *out = e->key + e->count;
        for (int64_t i = 0; i < n; i++) out[i] = base + sign * rest[i];
        if (e->id)
            for (int64_t i = 0; i < n; i++) e->id[e->count + (size_t)i] = id + i;
        e->count += (size_t)n;
        return;
    }
    for (int64_t i = 0; i < n; i++) {
        int64_t key = base + sign * rest[i];
        /* The lowest bits tell the rounds apart, the highest ones the partitions. */
        if ((int32_t)(hash(key) & ((UINT64_C(1) << j->round_bits) - 1)) != j->round) continue;
        e->key[e->count] = key;
        if (e->id) e->id[e->count] = id + i;
        e->count++;
    }
}

static void append_tuple(entries *e, const half *h, int64_t tuple, int64_t base, int64_t sign, const job *j, int64_t id) {
    const int last = h->blocks - 1;
    if (last < 0) {
        const int64_t nothing = 0;
        append_row(e, &nothing, 1, base, sign, j, id);
        return;
    }
    const int32_t *groups = h->tuples + tuple * h->blocks;
    int64_t at[MAX_BLOCKS];
    for (int b = 0; b < last; b++) at[b] = h->start[groups[b]];
    const int64_t begin = h->start[groups[last]], n = h->start[groups[last] + 1] - begin;
    for (;;) {
        int64_t partial = base;
        for (int b = 0; b < last; b++) partial += sign * h->rest[at[b]];
        append_row(e, h->rest + begin, n, partial, sign, j, id);
        id += n;
        int b = last - 1;
        while (b >= 0 && ++at[b] == h->start[groups[b] + 1]) {
            at[b] = h->start[groups[b]];
            b--;
        }
        if (b < 0) return;
    }
}

static int collect(entries *e, const half *h, int64_t from, int64_t to, int64_t base, int64_t sign, const job *j, int ids) {
    size_t size = job_size(h, from, to), kept = size;
    if (j->round_bits) {
        /* A share of hashes is even only on average, and equal keys stay together: count first. */
        kept = 0;
        entries row = {0};
        size_t longest = 0;
        for (int64_t t = from; t < to; t++) {
            size_t n = tuple_size(h, t);
            longest = n > longest ? n : longest;
        }
        if (reserve(&row, longest, 0)) {
            release(&row);
            return NO_MEMORY;
        }
        for (int64_t t = from; t < to; t++) {
            row.count = 0;
            append_tuple(&row, h, t, base, sign, j, 0);
            kept += row.count;
        }
        release(&row);
    }
    if (reserve(e, kept + 1, ids)) return NO_MEMORY;
    int64_t id = 0;
    for (int64_t t = from; t < to; t++) {
        append_tuple(e, h, t, base, sign, j, id);
        id += (int64_t)tuple_size(h, t);
    }
    return OK;
}

/* ------------------------------------------------------------------ partitions */
/* Sorts entries by the top bits of their hashes, stably; bounds[p] .. bounds[p + 1] is partition p. */
static int partition(const entries *in, entries *out, size_t *bounds, int bits) {
    const size_t parts = (size_t)1 << bits;
    if (reserve(out, in->count + 1, in->id != NULL)) return NO_MEMORY;
    memset(bounds, 0, (parts + 2) * sizeof *bounds);
    size_t *next = bounds + 1;
    for (size_t i = 0; i < in->count; i++) next[top_bits(hash(in->key[i]), bits) + 1]++;
    for (size_t p = 0; p < parts; p++) next[p + 1] += next[p];
    for (size_t i = 0; i < in->count; i++) {
        size_t to = next[top_bits(hash(in->key[i]), bits)]++;
        out->key[to] = in->key[i];
        if (in->id) out->id[to] = in->id[i];
    }
    out->count = in->count;
    return OK;
}

typedef struct {
    entries raw, left, right;
    size_t *left_bounds, *right_bounds;
    int bits;
    size_t slots; /* of a table, a power of two */
    int64_t *slot_key;
    int64_t *slot_value;
    int64_t *next;
    size_t table_capacity, next_capacity, bounds_capacity;
} workspace;

static void release_workspace(workspace *w) {
    release(&w->raw);
    release(&w->left);
    release(&w->right);
    free(w->left_bounds);
    free(w->right_bounds);
    free(w->slot_key);
    free(w->slot_value);
    free(w->next);
}

static int reserve_tables(workspace *w, size_t slots, size_t chain) {
    if (slots > w->table_capacity) {
        free(w->slot_key);
        free(w->slot_value);
        w->slot_key = malloc(slots * sizeof *w->slot_key);
        w->slot_value = malloc(slots * sizeof *w->slot_value);
        w->table_capacity = slots;
    }
    if (chain > w->next_capacity) {
        free(w->next);
        w->next = malloc(chain * sizeof *w->next);
        w->next_capacity = chain;
    }
    return w->slot_key && w->slot_value && (!chain || w->next) ? OK : NO_MEMORY;
}

static int prepare(workspace *w, const half *left, const half *right, const job *j, int64_t target, int ids) {
    const size_t share = job_size(left, j->left_from, j->left_to) >> j->round_bits;
    w->bits = 0;
    while (w->bits < 16 && (share >> w->bits) > PARTITION) w->bits++;
    const size_t parts = ((size_t)1 << w->bits) + 2;
    if (parts > w->bounds_capacity) {
        free(w->left_bounds);
        free(w->right_bounds);
        w->left_bounds = malloc(parts * sizeof *w->left_bounds);
        w->right_bounds = malloc(parts * sizeof *w->right_bounds);
        w->bounds_capacity = parts;
    }
    if (!w->left_bounds || !w->right_bounds) return NO_MEMORY;
    if (collect(&w->raw, left, j->left_from, j->left_to, 0, 1, j, ids)) return NO_MEMORY;
    if (partition(&w->raw, &w->left, w->left_bounds, w->bits)) return NO_MEMORY;
    if (collect(&w->raw, right, j->right_from, j->right_to, target, -1, j, ids)) return NO_MEMORY;
    return partition(&w->raw, &w->right, w->right_bounds, w->bits);
}

static size_t find_slot(const workspace *w, int64_t key, int64_t empty) {
    size_t s = (size_t)(hash(key) >> 8) & (w->slots - 1);
    while (w->slot_value[s] != empty && w->slot_key[s] != key) s = (s + 1) & (w->slots - 1);
    return s;
}

static int open_table(workspace *w, size_t entries_count, size_t chain, int byte) {
    w->slots = 16;
    while (w->slots < 2 * entries_count) w->slots *= 2;
    if (reserve_tables(w, w->slots, chain)) return NO_MEMORY;
    memset(w->slot_value, byte, w->slots * sizeof *w->slot_value);
    return OK;
}

/* ------------------------------------------------------------------ counting */
static int count_partition(workspace *w, size_t p, uint64_t *total) {
    const size_t from = w->left_bounds[p], to = w->left_bounds[p + 1];
    if (from == to || w->right_bounds[p] == w->right_bounds[p + 1]) return OK;
    if (open_table(w, to - from, 0, 0)) return NO_MEMORY;
    for (size_t i = from; i < to; i++) {
        size_t s = find_slot(w, w->left.key[i], 0);
        w->slot_key[s] = w->left.key[i];
        w->slot_value[s]++;
    }
    for (size_t i = w->right_bounds[p]; i < w->right_bounds[p + 1]; i++)
        if (__builtin_add_overflow(*total, (uint64_t)w->slot_value[find_slot(w, w->right.key[i], 0)], total)) return TOO_MANY;
    return OK;
}

static int count_with_hashes(workspace *w, const half *left, const half *right, const job *j, int64_t target, uint64_t *total) {
    int status = prepare(w, left, right, j, target, 0);
    for (size_t p = 0; status == OK && p < (size_t)1 << w->bits; p++) status = count_partition(w, p, total);
    return status;
}

/* Adds up weight times number of pairs over jobs; threads share `next`, the first job that nobody has taken. */
int search_count(const half *left, const half *right, const job *jobs, int64_t count, int64_t *next, int64_t target,
                 int64_t lower_target, int64_t upper_target, int use_tables, uint64_t *result) {
    workspace w = {0};
    tables t = {0};
    const parts target_parts = {lower_target, upper_target};
    int status = OK;
    *result = 0;
    while (status == OK) {
        const int64_t i = __atomic_fetch_add(next, 1, __ATOMIC_RELAXED);
        if (i >= count) break;
        uint64_t total = 0;
        layout y;
        if (use_tables && lay_out(&y, left, right, &jobs[i], target_parts)) {
            if (jobs[i].round) continue; /* tables take all rounds at once */
            status = count_with_tables(&t, &y, left, right, &jobs[i], &total);
        } else {
            status = count_with_hashes(&w, left, right, &jobs[i], target, &total);
        }
        if (status == OK && (__builtin_mul_overflow(total, (uint64_t)jobs[i].weight, &total) ||
                             __builtin_add_overflow(*result, total, result)))
            status = TOO_MANY;
    }
    release_workspace(&w);
    release_tables(&t);
    return status;
}

/* ------------------------------------------------------------------ listing */
static void write_half(const half *h, int64_t tuple, int64_t id, int16_t *record) {
    while ((size_t)id >= tuple_size(h, tuple)) id -= (int64_t)tuple_size(h, tuple++);
    const int32_t *columns = h->columns;
    for (int b = 0; b < h->blocks; b++) columns += h->size[b];
    for (int b = h->blocks - 1; b >= 0; b--) {
        const int32_t g = h->tuples[tuple * h->blocks + b];
        const int64_t n = h->start[g + 1] - h->start[g];
        const int64_t state = h->start[g] + id % n - h->first[b];
        id /= n;
        columns -= h->size[b];
        for (int i = 0; i < h->size[b]; i++) record[columns[i]] = h->values[h->offset[b] + state * h->size[b] + i];
    }
}

static int is_primitive(const int16_t *record, int width) {
    int divisor = 0;
    for (int i = 0; i < width && divisor != 1; i++) {
        int a = divisor, b = abs(record[i]);
        while (b) {
            int rest = a % b;
            a = b;
            b = rest;
        }
        divisor = a;
    }
    return divisor == 1;
}

/* Of a solution and its negative keeps the one that is larger, compared from the first unknown on. */
static int choose_sign(int16_t *record, const record_rules *rules, int mirrored) {
    for (int i = 0; i < rules->width; i++) {
        int negative = -record[rules->mirror[i]];
        if (record[i] > negative) return 1;
        if (record[i] == negative) continue;
        if (mirrored) return 0;
        int16_t copy[rules->width];
        memcpy(copy, record, (size_t)rules->width * sizeof *copy);
        for (int k = 0; k < rules->width; k++) record[k] = (int16_t)-copy[rules->mirror[k]];
        return 1;
    }
    return 1;
}

static int list_partition(workspace *w, size_t p, const half *left, const half *right, const job *j, const record_rules *rules,
                          int16_t *out, int64_t capacity, int64_t *found) {
    const size_t from = w->left_bounds[p], to = w->left_bounds[p + 1];
    if (from == to || w->right_bounds[p] == w->right_bounds[p + 1]) return OK;
    if (open_table(w, to - from, to - from, 0xff)) return NO_MEMORY;
    for (size_t i = to; i-- > from;) {
        size_t s = find_slot(w, w->left.key[i], -1);
        w->slot_key[s] = w->left.key[i];
        w->next[i - from] = w->slot_value[s];
        w->slot_value[s] = (int64_t)(i - from);
    }
    int16_t record[rules->width + 1];
    for (size_t i = w->right_bounds[p]; i < w->right_bounds[p + 1]; i++) {
        int64_t match = w->slot_value[find_slot(w, w->right.key[i], -1)];
        for (; match >= 0; match = w->next[match]) {
            memcpy(record, rules->fixed, (size_t)rules->width * sizeof *record);
            write_half(right, j->right_from, w->right.id[i], record);
            write_half(left, j->left_from, w->left.id[from + (size_t)match], record);
            if (rules->primitive && !is_primitive(record, rules->width)) continue;
            if (rules->mirror && !choose_sign(record, rules, j->mirrored)) continue;
            if (*found < capacity) memcpy(out + *found * rules->width, record, (size_t)rules->width * sizeof *record);
            ++*found;
        }
    }
    return OK;
}

/* Writes the records of one job; `found` is their number even if it exceeds the capacity. */
int search_list(const half *left, const half *right, const job *j, int64_t target, const record_rules *rules, int16_t *out,
                int64_t capacity, int64_t *found) {
    workspace w = {0};
    *found = 0;
    int status = prepare(&w, left, right, j, target, 1);
    for (size_t p = 0; status == OK && p < (size_t)1 << w.bits; p++)
        status = list_partition(&w, p, left, right, j, rules, out, capacity, found);
    release_workspace(&w);
    return status;
}
