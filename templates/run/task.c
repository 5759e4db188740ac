/* What is integrated, and how a trajectory ends. Time is ln(mu); place i of point p is x[i*points + p].
 *
 * Before this text stand the model's own source and header, the macros RUN_SIZE (doubles that run), RUN_INPUTS (doubles
 * of a state), RUN_BETA (the batch form of the beta functions), RUN_JACOBIAN (of one point) and LANES, RUN_STABLE (the
 * batch form of the conditions for a stable potential) if there are any, and the table run_power: 1 for a coupling with
 * alpha = g^2/(4 pi)^2, 2 for one with alpha = |lambda|/(4 pi)^2, 0 for what is no dimensionless coupling.
 */
#include <math.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#ifndef INDEPENDENT
#define INDEPENDENT /* for loops over lanes; the model's source tells compilers what they understand */
#endif

#ifdef __GNUC__
#define APART __attribute__((noinline)) /* for what is called seldom, and would only stand in the way */
#define WHOLE __attribute__((noinline, flatten)) /* with copies of all that it calls */
#else
#define APART
#define WHOLE
#endif

#ifndef RUN_STABLE
#define RUN_STABLE(points, x, stable) memset(stable, 1, (points) * sizeof *(stable))
#endif

enum { RUN_ON = -1, RUN_REACHED = 0, RUN_POLE = 1, RUN_NOT_FINITE = 2, RUN_STRONG = 3, RUN_TOO_LONG = 4 };

typedef struct {
    double rtol, atol; /* of each component and step */
    double strong;     /* largest alpha that is allowed */
    double large;      /* a coupling beyond this is taken to have a pole */
    int64_t max_steps; /* of a point */
    int64_t checks;    /* scales at which stability is looked at; a single one is the end */
    int32_t loops;     /* order of the beta functions */
} run_options;

typedef struct {
    size_t points, samples;
    const double *x0, *t0, *t1;
    double *x, *t;
    int32_t *status;
    double *sampled;         /* place i of point p at sample s is sampled[(i*samples + s)*points + p] */
    double *unstable;        /* first of the scales looked at where the potential is not stable */
    _Atomic int64_t waiting; /* the next point that nobody has taken */
} run_task;

/* Scale number k of so many at equal distances between the ends of a trajectory. */
static double run_scale(const run_task *task, size_t p, size_t k, size_t count)
{
    if (k + 1 >= count) return task->t1[p];
    return task->t0[p] + (task->t1[p] - task->t0[p]) * ((double)k / (double)(count - 1));
}

static void run_finish(const run_task *task, size_t p, int status, double t, const double *x, size_t stride)
{
    for (size_t i = 0; i < RUN_SIZE; i++) task->x[i * task->points + p] = x[i * stride];
    task->t[p] = t;
    task->status[p] = status;
}

/* What lies between the end of a step, where a coupling is x with derivative d, and its pole. If it goes like
 * (t_pole - t)^(-1/(m-1)), dx/dt = c x^m, that is x/((m-1) dx/dt); the power m follows from the step's beginning.
 */
static double run_ahead(double x_before, double d_before, double x, double d)
{
    const double m = log(fabs(d / d_before)) / log(fabs(x / x_before));
    return fabs(x / d) / ((m > 1.5 ? m : 1.5) - 1.0);
}
