/* Which vectors are the smallest ones of their class up to multiples of a direction, sign and factor. */
typedef struct {
    int32_t width, unknowns;
    const int64_t *along;  /* [width], the direction, without common factor */
    const int32_t *mirror; /* [unknowns], where the negative of an unknown goes */
} shift_rules;

static int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0); } /* b > 0 */

/* The largest number that v + t along can be divided by for some t; 0 if v is a multiple of the direction. */
static int64_t content(const int64_t *v, const shift_rules *rules) {
    int64_t divisor = 0;
    for (int i = 0; i < rules->width; i++)
        for (int j = 0; j < i; j++) {
            divisor = common_divisor(magnitude(v[i] * rules->along[j] - v[j] * rules->along[i]), divisor);
            if (divisor == 1) return 1;
        }
    return divisor;
}

/* Integers t with |m v + t along| <= limit everywhere; 0 if there are none for real t, and so none for larger m. */
static int shift_range(const int64_t *v, int64_t m, int64_t limit, const shift_rules *rules, int64_t *low, int64_t *high) {
    *low = INT64_MIN;
    *high = INT64_MAX;
    for (int i = 0; i < rules->width; i++) {
        const int64_t step = magnitude(rules->along[i]), value = rules->along[i] < 0 ? -m * v[i] : m * v[i];
        if (!step && magnitude(value) > limit) return 0;
        if (!step) continue;
        const int64_t from = -floor_div(limit + value, step), to = floor_div(limit - value, step);
        if (from > *low) *low = from;
        if (to < *high) *high = to;
        /* A real interval without integers is one short of being none. */
        if (*low > *high && *low - *high > 1) return 0;
    }
    return 1;
}

/* Whether m v + t along comes before a vector with the same largest entry, in the order of `smallest_of_class`. */
static int comes_before(const int64_t *v, int64_t m, int64_t t, const int64_t *vector, const shift_rules *rules) {
    int sign = 0;
    for (int i = 0; i < rules->unknowns && !sign; i++) {
        const int32_t k = rules->mirror[i];
        const int64_t sum = m * (v[i] + v[k]) + t * (rules->along[i] + rules->along[k]);
        sign = (sum > 0) - (sum < 0);
    }
    for (int i = 0; i < rules->unknowns; i++) {
        const int32_t k = rules->mirror[i];
        const int64_t value = sign < 0 ? -m * v[k] - t * rules->along[k] : m * v[i] + t * rules->along[i];
        if (value != vector[i]) return value > vector[i];
    }
    return 0;
}

static int is_smallest(const int64_t *vector, const shift_rules *rules) {
    int64_t v[rules->width], largest = 0, low, high, shift = 0;
    for (int i = 0; i < rules->width; i++) largest = magnitude(vector[i]) > largest ? magnitude(vector[i]) : largest;
    const int64_t divisor = content(vector, rules);
    if (!divisor) return largest == 0; /* a multiple of the direction is like zero */
    for (int i = 0; i < rules->width; i++)
        if ((vector[i] + shift * rules->along[i]) % divisor) shift++, i = -1;
    for (int i = 0; i < rules->width; i++) v[i] = (vector[i] + shift * rules->along[i]) / divisor;
    /* With v so divided, all integer vectors of the class are m v + t along for integers m and t. */
    for (int64_t m = 1; shift_range(v, m, largest, rules, &low, &high); m++)
        for (int64_t t = low; t <= high; t++) {
            int64_t most = 0;
            for (int i = 0; i < rules->width && most < largest; i++) {
                const int64_t size = magnitude(m * v[i] + t * rules->along[i]);
                most = size > most ? size : most;
            }
            if (most < largest || comes_before(v, m, t, vector, rules)) return 0;
        }
    return 1;
}

/* Marks the rows that are the smallest ones of their class up to shifts, sign and factor. */
void smallest_of_class(const int64_t *rows, int64_t count, const shift_rules *rules, uint8_t *keep) {
    for (int64_t i = 0; i < count; i++) keep[i] = (uint8_t)is_smallest(rows + i * rules->width, rules);
}
