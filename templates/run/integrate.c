/* Integrates the running couplings of many points: Dormand-Prince 5(4), each point with steps of its own.
 *
 * LANES points are stepped side by side, so that the compiler can use the vector unit. A lane whose point is done
 * takes the next one, so that all stay busy although trajectories end at different scales. Time is ln(mu); place i of
 * point p is x[i*points + p].
 *
 * Before this text stand the model's own source and header, the macros RUN_SIZE (doubles that run), RUN_INPUTS (doubles
 * of a state), RUN_BETA (the batch form of the beta functions), RUN_STABLE(x) (whether the potential is stable at a state,
 * 1 if nothing is known) and LANES, and the table run_power: 1 for a coupling with alpha = g^2/(4 pi)^2, 2 for one with
 * alpha = |lambda|/(4 pi)^2, 0 for what is no dimensionless coupling.
 *
 * Coefficients: Dormand, Prince, J. Comp. Appl. Math. 6 (1980) 19; interpolation and step control: Hairer, Norsett,
 * Wanner, Solving Ordinary Differential Equations I, Secs. II.4 to II.6.
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { RUN_REACHED = 0, RUN_POLE = 1, RUN_NOT_FINITE = 2, RUN_STRONG = 3, RUN_TOO_LONG = 4 };

typedef struct {
    double rtol, atol; /* of each component and step */
    double strong;     /* largest alpha that is allowed; 0 for any */
    double large;      /* a coupling beyond this is taken to have a pole */
    int64_t max_steps; /* of a point */
    int64_t checks;    /* scales at which stability is looked at; a single one is the end */
    int32_t loops;     /* order of the beta functions */
} run_options;

typedef struct {
    double x[RUN_INPUTS * LANES];     /* states */
    double stage[RUN_INPUTS * LANES]; /* where the beta functions are evaluated */
    double next[RUN_SIZE * LANES];    /* states behind the step */
    double k[7][RUN_SIZE * LANES];
    double t[LANES], h[LANES], error[LANES], last_error[LANES];
    int64_t point[LANES], steps[LANES];
    size_t sample[LANES], check[LANES];
    int rejected[LANES];
} run_lanes;

#define SUM_STAGE(expression)                                                                     \
    for (int i = 0; i < RUN_SIZE; i++) {                                                          \
        const double *x = w->x + i * LANES;                                                       \
        const double *k1 = w->k[0] + i * LANES, *k2 = w->k[1] + i * LANES, *k3 = w->k[2] + i * LANES; \
        const double *k4 = w->k[3] + i * LANES, *k5 = w->k[4] + i * LANES, *k6 = w->k[5] + i * LANES; \
        double *to = w->stage + i * LANES;                                                        \
        (void)k2; (void)k3; (void)k4; (void)k5; (void)k6;                                         \
        for (int l = 0; l < LANES; l++) to[l] = x[l] + w->h[l] * (expression);                    \
    }

static void run_step(run_lanes *w, int loops)
{
    SUM_STAGE(k1[l] * (1.0 / 5.0))
    RUN_BETA(LANES, w->stage, loops, w->k[1]);
    SUM_STAGE(k1[l] * (3.0 / 40.0) + k2[l] * (9.0 / 40.0))
    RUN_BETA(LANES, w->stage, loops, w->k[2]);
    SUM_STAGE(k1[l] * (44.0 / 45.0) - k2[l] * (56.0 / 15.0) + k3[l] * (32.0 / 9.0))
    RUN_BETA(LANES, w->stage, loops, w->k[3]);
    SUM_STAGE(k1[l] * (19372.0 / 6561.0) - k2[l] * (25360.0 / 2187.0) + k3[l] * (64448.0 / 6561.0) - k4[l] * (212.0 / 729.0))
    RUN_BETA(LANES, w->stage, loops, w->k[4]);
    SUM_STAGE(k1[l] * (9017.0 / 3168.0) - k2[l] * (355.0 / 33.0) + k3[l] * (46732.0 / 5247.0) + k4[l] * (49.0 / 176.0) -
              k5[l] * (5103.0 / 18656.0))
    RUN_BETA(LANES, w->stage, loops, w->k[5]);
    SUM_STAGE(k1[l] * (35.0 / 384.0) + k3[l] * (500.0 / 1113.0) + k4[l] * (125.0 / 192.0) - k5[l] * (2187.0 / 6784.0) +
              k6[l] * (11.0 / 84.0))
    memcpy(w->next, w->stage, sizeof w->next);
    RUN_BETA(LANES, w->stage, loops, w->k[6]);
}

static void run_errors(run_lanes *w, const run_options *o)
{
    for (int l = 0; l < LANES; l++) w->error[l] = 0.0;
    for (int i = 0; i < RUN_SIZE; i++) {
        const double *k1 = w->k[0] + i * LANES, *k3 = w->k[2] + i * LANES, *k4 = w->k[3] + i * LANES;
        const double *k5 = w->k[4] + i * LANES, *k6 = w->k[5] + i * LANES, *k7 = w->k[6] + i * LANES;
        const double *x = w->x + i * LANES, *y = w->next + i * LANES;
        for (int l = 0; l < LANES; l++) {
            const double e = w->h[l] * (k1[l] * (71.0 / 57600.0) - k3[l] * (71.0 / 16695.0) + k4[l] * (71.0 / 1920.0) -
                                        k5[l] * (17253.0 / 339200.0) + k6[l] * (22.0 / 525.0) - k7[l] * (1.0 / 40.0));
            const double a = fabs(x[l]), b = fabs(y[l]);
            const double scaled = fabs(e) / (o->atol + o->rtol * (a > b ? a : b));
            /* Not a number counts as infinite. */
            w->error[l] = scaled <= w->error[l] ? w->error[l] : scaled;
        }
    }
}

/* The polynomial of order four through a step, at x + theta h. */
static double run_between(const run_lanes *w, int i, int l, double theta)
{
    const int at = i * LANES + l;
    const double h = w->h[l], k1 = w->k[0][at], k3 = w->k[2][at], k4 = w->k[3][at], k5 = w->k[4][at], k6 = w->k[5][at],
                 k7 = w->k[6][at];
    const double step = w->next[at] - w->x[at], bend = h * k1 - step;
    const double d = h * (-k1 * (12715105075.0 / 11282082432.0) + k3 * (87487479700.0 / 32700410799.0) -
                          k4 * (10690763975.0 / 1880347072.0) + k5 * (701980252875.0 / 199316789632.0) -
                          k6 * (1453857185.0 / 822651844.0) + k7 * (69997945.0 / 29380423.0));
    const double rest = step - h * k7 - bend, other = 1.0 - theta;
    return w->x[at] + theta * (step + other * (bend + theta * (rest + other * d)));
}

/* The place of the largest coupling, -1 if there is none, and the largest alpha. */
static int run_largest(const run_lanes *w, int l, double *alpha)
{
    int place = -1;
    double largest = 0.0, strongest = 0.0;
    for (int i = 0; i < RUN_SIZE; i++) {
        const double value = fabs(w->next[i * LANES + l]);
        const double a = run_power[i] == 1 ? value * value : value;
        if (!run_power[i]) continue;
        if (value > largest) {
            largest = value;
            place = i;
        }
        if (a > strongest) strongest = a;
    }
    *alpha = strongest * 0.006332573977646111; /* 1/(16 pi^2) */
    return place;
}

/* A coupling that goes like (t_pole - t)^(-1/(m-1)), dx/dt = c x^m, has its pole x/((m-1) dx/dt) ahead. */
static double run_pole(const run_lanes *w, int i, int l)
{
    const int at = i * LANES + l;
    const double x0 = fabs(w->x[at]), x1 = fabs(w->next[at]), d0 = fabs(w->k[0][at]), d1 = fabs(w->k[6][at]);
    double m = log(d1 / d0) / log(x1 / x0);
    if (!(m > 1.5)) m = 1.5;
    return w->t[l] + w->h[l] + copysign(x1 / ((m - 1.0) * d1), w->h[l]);
}

typedef struct {
    size_t points, samples;
    const double *x0, *t0, *t1;
    double *x, *t;
    int32_t *status;
    double *sampled;  /* place i of point p at sample s is sampled[(i*samples + s)*points + p] */
    double *unstable; /* first of the scales looked at where the potential is not stable */
} run_task;

static void run_start(run_lanes *w, int l, int64_t p, const run_task *task)
{
    for (int i = 0; i < RUN_INPUTS; i++) w->x[i * LANES + l] = task->x0[(size_t)i * task->points + (size_t)p];
    for (int i = 0; i < RUN_INPUTS; i++) w->stage[i * LANES + l] = w->x[i * LANES + l];
    w->t[l] = task->t0[p];
    w->point[l] = p;
    w->steps[l] = 0;
    w->sample[l] = 0;
    w->check[l] = 0;
    w->rejected[l] = 0;
    w->last_error[l] = 1e-4;
    w->h[l] = 0.0; /* chosen once the derivative is known */
}

static void run_first_step(run_lanes *w, int l, const run_task *task, const run_options *o)
{
    double fastest = 0.0;
    const double length = task->t1[w->point[l]] - w->t[l];
    for (int i = 0; i < RUN_SIZE; i++) {
        const int at = i * LANES + l;
        const double rate = fabs(w->k[0][at]) / (o->atol / o->rtol + fabs(w->x[at]));
        if (rate > fastest) fastest = rate;
    }
    double h = pow(o->rtol, 0.2) / (fastest > 1e-10 ? fastest : 1e-10);
    if (h > fabs(length)) h = fabs(length);
    w->h[l] = copysign(h, length);
}

static void run_finish(run_lanes *w, int l, const run_task *task, int status, double t, const double *x)
{
    const size_t p = (size_t)w->point[l];
    for (int i = 0; i < RUN_SIZE; i++) task->x[(size_t)i * task->points + p] = x[i * LANES + l];
    task->t[p] = t;
    task->status[p] = status;
    w->point[l] = -1;
}

/* Scale number k of so many at equal distances between the ends of a trajectory. */
static double run_scale(const run_task *task, size_t p, size_t k, size_t count)
{
    if (k == count - 1) return task->t1[p];
    return task->t0[p] + (task->t1[p] - task->t0[p]) * ((double)k / (double)(count - 1));
}

/* Whether a scale lies within the step to t; then theta is its place in the step. */
static int run_passed(const run_lanes *w, int l, double scale, double t, double *theta)
{
    *theta = scale == t ? 1.0 : (scale - w->t[l]) / w->h[l];
    return *theta <= 1.0;
}

static void run_samples(run_lanes *w, int l, const run_task *task, double t)
{
    const size_t p = (size_t)w->point[l];
    double theta;
    for (; w->sample[l] < task->samples; w->sample[l]++) {
        if (!run_passed(w, l, run_scale(task, p, w->sample[l], task->samples), t, &theta)) break;
        for (int i = 0; i < RUN_SIZE; i++)
            task->sampled[((size_t)i * task->samples + w->sample[l]) * task->points + p] = run_between(w, i, l, theta);
    }
}

static void run_checks(run_lanes *w, int l, const run_task *task, size_t checks, double t)
{
    const size_t p = (size_t)w->point[l];
    double x[RUN_INPUTS], theta;
    for (int i = RUN_SIZE; i < RUN_INPUTS; i++) x[i] = w->x[i * LANES + l];
    for (; w->check[l] < checks; w->check[l]++) {
        const double scale = run_scale(task, p, w->check[l], checks);
        if (!run_passed(w, l, scale, t, &theta)) break;
        for (int i = 0; i < RUN_SIZE; i++) x[i] = run_between(w, i, l, theta);
        if (!RUN_STABLE(x)) {
            task->unstable[p] = scale;
            w->check[l] = checks; /* the first one is enough */
            break;
        }
    }
}

/* Runs the points from .. to - 1. */
int run_points(const run_task *task, const run_options *o, int64_t from, int64_t to)
{
    static _Thread_local run_lanes lanes;
    run_lanes *w = &lanes;
    int64_t waiting = from;
    int active = 0, fresh = 1;
    memset(w, 0, sizeof *w);
    for (int l = 0; l < LANES; l++) {
        w->point[l] = -1;
        if (waiting < to) {
            run_start(w, l, waiting++, task);
            active++;
        } else if (l) { /* an idle lane repeats the first one, and nobody looks */
            for (int i = 0; i < RUN_INPUTS; i++) w->x[i * LANES + l] = w->stage[i * LANES + l] = w->x[i * LANES];
        }
    }
    while (active) {
        if (fresh) {
            for (int i = 0; i < RUN_INPUTS * LANES; i++) w->stage[i] = w->x[i];
            if (RUN_BETA(LANES, w->stage, o->loops, w->k[6])) return 1;
            for (int l = 0; l < LANES; l++)
                if (w->point[l] >= 0 && w->h[l] == 0.0) {
                    for (int i = 0; i < RUN_SIZE; i++) w->k[0][i * LANES + l] = w->k[6][i * LANES + l];
                    run_first_step(w, l, task, o);
                }
            fresh = 0;
        }
        for (int l = 0; l < LANES; l++)
            if (w->point[l] >= 0) {
                const double left = task->t1[w->point[l]] - w->t[l];
                if (fabs(w->h[l]) >= fabs(left)) w->h[l] = left;
            }
        run_step(w, o->loops);
        run_errors(w, o);
        for (int l = 0; l < LANES; l++) {
            if (w->point[l] < 0) continue;
            const double t1 = task->t1[w->point[l]], left = t1 - w->t[l];
            if (w->error[l] <= 1.0) {
                double alpha, scale;
                const int largest = run_largest(w, l, &alpha);
                const int last = w->h[l] == left;
                const double t = last ? t1 : w->t[l] + w->h[l];
                w->steps[l]++;
                run_samples(w, l, task, t);
                run_checks(w, l, task, (size_t)o->checks, t);
                if (largest >= 0 && fabs(w->next[largest * LANES + l]) > o->large) {
                    run_finish(w, l, task, RUN_POLE, run_pole(w, largest, l), w->next);
                } else if (o->strong > 0.0 && alpha > o->strong) {
                    run_finish(w, l, task, RUN_STRONG, t, w->next);
                } else if (last) {
                    run_finish(w, l, task, RUN_REACHED, t, w->next);
                } else if (w->steps[l] >= o->max_steps) {
                    run_finish(w, l, task, RUN_TOO_LONG, t, w->next);
                } else {
                    w->t[l] = t;
                    for (int i = 0; i < RUN_SIZE; i++) {
                        w->x[i * LANES + l] = w->next[i * LANES + l];
                        w->k[0][i * LANES + l] = w->k[6][i * LANES + l];
                    }
                    const double e = w->error[l] > 1e-10 ? w->error[l] : 1e-10;
                    scale = 0.9 * pow(e, -0.17) * pow(w->last_error[l], 0.04);
                    if (scale > 10.0) scale = 10.0;
                    if (scale < 0.2) scale = 0.2;
                    if (w->rejected[l] && scale > 1.0) scale = 1.0;
                    w->h[l] *= scale;
                    w->last_error[l] = e > 1e-4 ? e : 1e-4;
                    w->rejected[l] = 0;
                }
            } else {
                const int finite = isfinite(w->error[l]);
                double scale = finite ? 0.9 * pow(w->error[l], -0.2) : 0.1;
                if (scale < 0.1) scale = 0.1;
                w->h[l] *= scale;
                w->rejected[l] = 1;
                if (fabs(w->h[l]) < 1e-13 * (fabs(w->t[l]) > 1.0 ? fabs(w->t[l]) : 1.0)) {
                    run_finish(w, l, task, finite ? RUN_POLE : RUN_NOT_FINITE, w->t[l], w->x);
                }
            }
            if (w->point[l] < 0) {
                active--;
                if (waiting < to) {
                    run_start(w, l, waiting++, task);
                    active++;
                    fresh = 1;
                }
            }
        }
    }
    return 0;
}
