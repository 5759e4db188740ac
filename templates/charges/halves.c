/* Halves of a system of equations that meet in the middle; only integers.
 *
 * A half is a product of blocks of unknowns. The states of a block are sorted into groups of equal linear part; `rest` packs
 * what a state adds to the other equations into one number. A job is a set of tuples of groups on each side whose linear
 * parts cancel; its solutions are the pairs of states whose rests add up to the target.
 *
 * The files of this folder are one source: halves.c, tables.c, search.c and shifts.c, one after the other. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { OK = 0, NO_MEMORY = 1, TOO_MANY = 2, MAX_BLOCKS = 64, PARTITION = 1024 };

typedef struct {
    int32_t blocks;
    const int64_t *rest;    /* [state], the blocks one after the other */
    const int64_t *lower;   /* [state], what it adds to all of these equations but the last, packed */
    const int64_t *upper;   /* [state], what it adds to the last one */
    const int64_t *start;   /* [group + 1], first state of each group */
    const int32_t *tuples;  /* [tuple][block], groups */
    const int64_t *first;   /* [block], first state of each block */
    const int16_t *values;  /* charges of the states, block by block */
    const int64_t *offset;  /* [block], where the charges of a block begin */
    const int32_t *size;    /* [block], unknowns of a block */
    const int32_t *columns; /* positions of these unknowns in a record */
} half;

typedef struct {
    int64_t left_from, left_to, right_from, right_to; /* tuples */
    int32_t round, round_bits;
    int32_t mirrored; /* whether a solution and its negative are both found by this job */
    int32_t weight;
} job;

static size_t tuple_size(const half *h, int64_t tuple) {
    size_t size = 1;
    for (int b = 0; b < h->blocks; b++) {
        int32_t g = h->tuples[tuple * h->blocks + b];
        size *= (size_t)(h->start[g + 1] - h->start[g]);
    }
    return size;
}

static size_t job_size(const half *h, int64_t from, int64_t to) {
    size_t size = 0;
    for (int64_t t = from; t < to; t++) size += tuple_size(h, t);
    return size;
}

/* ------------------------------------------------------------------ numbers */
static int64_t magnitude(int64_t a) { return a < 0 ? -a : a; }

static int64_t common_divisor(int64_t a, int64_t b) {
    while (b) {
        const int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}
