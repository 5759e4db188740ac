/* A step of DOP853 for LANES points side by side, each of a size of its own: so the compiler can use the vector unit. */

typedef struct {
    _Alignas(64) double at[LANES]; /* scale number `next`, or beyond the end */
    size_t next[LANES], count;
} run_marks;

typedef struct {
    _Alignas(64) double x[RUN_INPUTS * LANES]; /* states before the step */
    double y[RUN_INPUTS * LANES];              /* states of a stage; at last, behind the step */
    double z[RUN_INPUTS * LANES];              /* states of stage 12; states inside of the step */
    double k[16][RUN_SIZE * LANES];            /* derivatives by u of pace.c, in units of 1/h */
    double behind[RUN_SIZE * LANES];           /* beta functions behind the step */
    double inside[7][RUN_SIZE * LANES];        /* coefficients of the interpolant */
    double implicit[2][RUN_SIZE * LANES];      /* those of an implicit step, which has fewer */
    double t[LANES], h[LANES], to[LANES], t1[LANES], direction[LANES];
    double bend[LANES];                                   /* s of pace.c */
    double error[LANES], last_h[LANES];
    float last_root[LANES];                               /* of the error, by order of the method */
    double largest[LANES], alpha[LANES];                  /* of the couplings behind the step */
    int64_t point[LANES], steps[LANES];                   /* point: -1 for an idle lane */
    int64_t accepted[LANES];                              /* as wide as numbers are, for the vector unit */
    int rejected[LANES], fresh[LANES], event[LANES], last[LANES];
    double longest[LANES];                                /* of the steps that are known to be stable */
    int unstable[LANES], dared[LANES];                    /* whether this one was not, and how many since then were */
    double limit[LANES];                                  /* how long a step DOP853 could make when RODAS took over */
    int stiff[LANES], explicit_steps[LANES], suspicions[LANES], calm[LANES];
    run_marks samples, checks;
    int interpolated, bent; /* of any lane; behind all arrays, which stand where the vector unit likes them */
} run_lanes;

/* Not written out, or loops would be gone before they can become vectors. */
#define EACH_LANE INDEPENDENT _Pragma("GCC unroll 1") for (int l = 0; l < LANES; l++)
#define K(stage) w->k[(stage) - 1][i * LANES + l]
#define A(row, place, stage) RUN_##row[place] * K(stage)

/* A copy of the right-hand sides for this number of points. */
static WHOLE void run_beta(const double *x, int loops, double *k)
{
    RUN_BETA(LANES, x, loops, k);
}

/* The derivatives of a stage. */
static void run_stage(run_lanes *w, const double *x, int stage, int loops)
{
    double pace[LANES];
    double *const k = w->k[stage - 1];
    run_beta(x, loops, k);
    if (!w->bent) return;
    EACH_LANE pace[l] = run_pace(w->bend[l], RUN_NODES[stage - 1]);
    for (int i = 0; i < RUN_SIZE; i++)
        EACH_LANE k[i * LANES + l] *= pace[l];
}

#define RUN_SUM(to, expression)                                                                                \
    for (int i = 0; i < RUN_SIZE; i++)                                                                         \
        EACH_LANE (to)[i * LANES + l] = w->x[i * LANES + l] + w->h[l] * (expression);

static void run_stages(run_lanes *w, int loops)
{
    RUN_SUM(w->y, A(A2, 0, 1))
    run_stage(w, w->y, 2, loops);
    RUN_SUM(w->y, A(A3, 0, 1) + A(A3, 1, 2))
    run_stage(w, w->y, 3, loops);
    RUN_SUM(w->y, A(A4, 0, 1) + A(A4, 1, 3))
    run_stage(w, w->y, 4, loops);
    RUN_SUM(w->y, A(A5, 0, 1) + A(A5, 1, 3) + A(A5, 2, 4))
    run_stage(w, w->y, 5, loops);
    RUN_SUM(w->y, A(A6, 0, 1) + A(A6, 1, 4) + A(A6, 2, 5))
    run_stage(w, w->y, 6, loops);
    RUN_SUM(w->y, A(A7, 0, 1) + A(A7, 1, 4) + A(A7, 2, 5) + A(A7, 3, 6))
    run_stage(w, w->y, 7, loops);
    RUN_SUM(w->y, A(A8, 0, 1) + A(A8, 1, 4) + A(A8, 2, 5) + A(A8, 3, 6) + A(A8, 4, 7))
    run_stage(w, w->y, 8, loops);
    RUN_SUM(w->y, A(A9, 0, 1) + A(A9, 1, 4) + A(A9, 2, 5) + A(A9, 3, 6) + A(A9, 4, 7) + A(A9, 5, 8))
    run_stage(w, w->y, 9, loops);
    RUN_SUM(w->y, A(A10, 0, 1) + A(A10, 1, 4) + A(A10, 2, 5) + A(A10, 3, 6) + A(A10, 4, 7) + A(A10, 5, 8) + A(A10, 6, 9))
    run_stage(w, w->y, 10, loops);
    RUN_SUM(w->y, A(A11, 0, 1) + A(A11, 1, 4) + A(A11, 2, 5) + A(A11, 3, 6) + A(A11, 4, 7) + A(A11, 5, 8) + A(A11, 6, 9) +
                      A(A11, 7, 10))
    run_stage(w, w->y, 11, loops);
    RUN_SUM(w->z, A(A12, 0, 1) + A(A12, 1, 4) + A(A12, 2, 5) + A(A12, 3, 6) + A(A12, 4, 7) + A(A12, 5, 8) + A(A12, 6, 9) +
                      A(A12, 7, 10) + A(A12, 8, 11))
    run_stage(w, w->z, 12, loops);
}

#define COMBINED(row) (A(row, 0, 1) + A(row, 1, 6) + A(row, 2, 7) + A(row, 3, 8) + A(row, 4, 9) + A(row, 5, 10) + \
                       A(row, 6, 11) + A(row, 7, 12))

/* The larger of an error and a new one; not a number counts as infinite. */
static double run_worse(double error, double other)
{
    const double size = fabs(other) < INFINITY ? fabs(other) : INFINITY;
    return size > error ? size : error;
}

/* What is behind the step, and its error in units of what is allowed, for the component for which it is largest. */
static void run_result(run_lanes *w, double rtol, double atol)
{
    double error5[LANES], error3[LANES];
    EACH_LANE error5[l] = error3[l] = 0.0;
    for (int i = 0; i < RUN_SIZE; i++)
        EACH_LANE {
            const double x = w->x[i * LANES + l], y = x + w->h[l] * COMBINED(B), a = fabs(x), b = fabs(y);
            const double unit = w->h[l] / (atol + rtol * (a > b ? a : b));
            w->y[i * LANES + l] = y;
            error5[l] = run_worse(error5[l], unit * COMBINED(ERROR5));
            error3[l] = run_worse(error3[l], unit * COMBINED(ERROR3));
        }
    EACH_LANE {
        const double ratio = 0.1 * error3[l] / error5[l], care = 1.0 + CARE * fabs(w->bend[l]);
        w->error[l] = error5[l] > 0.0 ? care * error5[l] / sqrt(1.0 + ratio * ratio) : 0.0;
    }
}

static void run_step(run_lanes *w, double rtol, double atol, int loops)
{
    run_stages(w, loops);
    run_result(w, rtol, atol);
    run_beta(w->y, loops, w->behind);
}

#define INSIDE(row) (w->h[l] * (A(row, 0, 1) + A(row, 1, 6) + A(row, 2, 7) + A(row, 3, 8) + A(row, 4, 9) + \
                                A(row, 5, 10) + A(row, 6, 11) + A(row, 7, 12) + A(row, 8, 13) + A(row, 9, 14) + \
                                A(row, 10, 15) + A(row, 11, 16)))

/* The polynomials of order seven through the step. */
static void run_interpolate(run_lanes *w, int loops)
{
    for (int i = 0; i < RUN_SIZE; i++)
        EACH_LANE K(13) = w->behind[i * LANES + l] * run_pace(w->bend[l], 1.0);
    RUN_SUM(w->z, A(A14, 0, 1) + A(A14, 1, 7) + A(A14, 2, 8) + A(A14, 3, 9) + A(A14, 4, 10) + A(A14, 5, 11) + A(A14, 6, 12) +
                      A(A14, 7, 13))
    run_stage(w, w->z, 14, loops);
    RUN_SUM(w->z, A(A15, 0, 1) + A(A15, 1, 6) + A(A15, 2, 7) + A(A15, 3, 8) + A(A15, 4, 11) + A(A15, 5, 12) + A(A15, 6, 13) +
                      A(A15, 7, 14))
    run_stage(w, w->z, 15, loops);
    RUN_SUM(w->z, A(A16, 0, 1) + A(A16, 1, 6) + A(A16, 2, 7) + A(A16, 3, 8) + A(A16, 4, 9) + A(A16, 5, 13) + A(A16, 6, 14) +
                      A(A16, 7, 15))
    run_stage(w, w->z, 16, loops);
    for (int i = 0; i < RUN_SIZE; i++)
        EACH_LANE {
            const int at = i * LANES + l;
            const double step = w->y[at] - w->x[at], first = w->h[l] * K(1), last = w->h[l] * K(13);
            w->inside[0][at] = step;
            w->inside[1][at] = first - step;
            w->inside[2][at] = 2.0 * step - first - last;
            w->inside[3][at] = INSIDE(D4);
            w->inside[4][at] = INSIDE(D5);
            w->inside[5][at] = INSIDE(D6);
            w->inside[6][at] = INSIDE(D7);
        }
}

/* A number inside of the step, at u of pace.c. */
static inline double run_between(const run_lanes *w, int at, double u)
{
    const double v = 1.0 - u;
    const double high = w->inside[3][at] + u * (w->inside[4][at] + v * (w->inside[5][at] + u * w->inside[6][at]));
    const double low = w->inside[0][at] + v * (w->inside[1][at] + u * (w->inside[2][at] + v * high));
    return w->x[at] + u * low;
}
