/* Integrates the running couplings of many points, each with steps of its own.
 *
 * A lane whose point is done takes the next one, so that all stay busy although trajectories end at different scales;
 * what happens in one does not depend on the others. Step control: Hairer, Norsett, Wanner, Solving Ordinary
 * Differential Equations I, Sec. II.4, and for steps that shrink by the same factor again and again, the predictive
 * control of volume II, Sec. IV.8.
 */
#define SAFETY 0.9f
#define TWO_LOOPS 3.0 /* about the size of coefficients, beside those at one loop */
#define LOOP 0.006332573977646111 /* 1/(16 pi^2) */
#define LEAST_ROOT 0.1f /* so that a step grows by a factor of nine at most */

static void run_next_mark(const run_task *task, run_marks *marks, const run_lanes *w, int l)
{
    const size_t next = marks->next[l];
    const int any = next < marks->count;
    marks->at[l] = any ? run_scale(task, (size_t)w->point[l], next, marks->count) : w->direction[l] * INFINITY;
}

/* Puts a point into a lane. Its first step has no length: afterwards the derivative is known. */
static void run_start(run_lanes *w, int l, int64_t p, const run_task *task)
{
    for (int i = 0; i < RUN_INPUTS; i++) {
        const double x = task->x0[(size_t)i * task->points + (size_t)p];
        w->x[i * LANES + l] = w->y[i * LANES + l] = w->z[i * LANES + l] = x;
    }
    for (int i = 0; i < RUN_SIZE; i++) w->k[0][i * LANES + l] = 0.0;
    w->t[l] = task->t0[p];
    w->t1[l] = task->t1[p];
    w->direction[l] = copysign(1.0, w->t1[l] - w->t[l]);
    w->point[l] = p;
    w->steps[l] = -1;
    w->fresh[l] = 1;
    w->h[l] = w->direction[l] * 0.0;
    run_explicit(w, l);
    w->samples.next[l] = w->checks.next[l] = 0;
    run_next_mark(task, &w->samples, w, l);
    run_next_mark(task, &w->checks, w, l);
}

/* Numbers near zero do not matter: what they are measured by grows with them. */
static void run_first_step(run_lanes *w, int l, const run_options *o)
{
    double largest = 0.0, fastest = 1e-10;
    for (int i = 0; i < RUN_SIZE; i++) {
        const double size = fabs(w->x[i * LANES + l]);
        if (run_power[i] && size > largest) largest = size;
    }
    for (int i = 0; i < RUN_SIZE; i++) {
        const int at = i * LANES + l;
        const double rate = fabs(w->k[0][at]) / (o->atol / o->rtol + fabs(w->x[at]) + 0.1 * largest);
        if (rate > fastest) fastest = rate;
    }
    w->h[l] = w->direction[l] * pow(o->rtol, 0.125) / fastest;
    w->last_h[l] = w->direction[l] * 0.0; /* none */
    w->last_root[l] = 1.0f;
    w->rejected[l] = 0;
    w->fresh[l] = 0;
}

/* How fast couplings run away, or come from far away: s of pace.c for the pole of an alpha, the root of the sum of all
 * squares, that runs by alpha^2 + TWO_LOOPS alpha^3. Implicit steps are made in ln(mu).
 */
static void run_bend(run_lanes *w, int loops)
{
    double sum[LANES], change[LANES]; /* of alpha^2, and half of its derivative */
    EACH_LANE sum[l] = change[l] = 0.0;
    for (int i = 0; i < RUN_SIZE; i++) {
        if (!run_power[i]) continue;
        const int gauge = run_power[i] == 1;
        EACH_LANE {
            const double x = w->x[i * LANES + l], rate = w->k[0][i * LANES + l], square = x * x;
            sum[l] += gauge ? square * square : square;
            change[l] += gauge ? 2.0 * square * x * rate : x * rate;
        }
    }
    EACH_LANE {
        const double second = loops > 1 ? TWO_LOOPS * LOOP * sqrt(sum[l]) : 0.0;
        const double power = (1.0 + 2.0 * second) / (1.0 + second), bend = w->h[l] * power * change[l] / sum[l];
        const double bounded = fabs(bend) < MOST_BENT ? bend : copysign(MOST_BENT, bend);
        w->bend[l] = fabs(bend) > LEAST_BENT && !w->stiff[l] ? bounded : 0.0;
    }
    w->bent = 0;
    for (int l = 0; l < LANES; l++) w->bent |= w->bend[l] != 0.0;
}

/* Where a step leads; the last one leads to the end. */
static void run_aim(run_lanes *w, int loops)
{
    int any = 0;
    run_bend(w, loops);
    EACH_LANE {
        const double left = w->t1[l] - w->t[l], step = w->h[l] * run_time(w->bend[l], 1.0);
        w->last[l] = !w->fresh[l] && !(fabs(step) < fabs(left));
        w->to[l] = w->last[l] ? w->t1[l] : w->t[l] + step;
        any |= w->last[l];
    }
    for (int l = 0; l < LANES && any; l++) {
        if (!w->last[l]) continue;
        const double part = run_place(w->bend[l], (w->t1[l] - w->t[l]) / w->h[l]);
        w->h[l] *= part;
        w->bend[l] *= part;
    }
}

static inline double run_alpha(int i, double size)
{
    return (run_power[i] == 1 ? size * size : size) * LOOP;
}

/* The largest coupling and the largest alpha behind the step. */
static void run_sizes(run_lanes *w)
{
    EACH_LANE w->largest[l] = w->alpha[l] = 0.0;
    for (int i = 0; i < RUN_SIZE; i++) {
        if (!run_power[i]) continue;
        EACH_LANE {
            const double size = fabs(w->y[i * LANES + l]), alpha = run_alpha(i, size);
            w->largest[l] = size > w->largest[l] ? size : w->largest[l];
            w->alpha[l] = alpha > w->alpha[l] ? alpha : w->alpha[l];
        }
    }
}

/* Whether steps are accepted, and whether anything but another step is to follow in a lane; returns if in any. */
static int run_judge(run_lanes *w, const run_options *o)
{
    int any = 0;
    EACH_LANE {
        const double size = fabs(w->t[l]) > 1.0 ? fabs(w->t[l]) : 1.0;
        const int accepted = w->error[l] <= 1.0, stuck = !(fabs(w->h[l]) >= 1e-13 * size);
        const int ends = (w->to[l] == w->t1[l]) | (w->largest[l] > o->large) | (w->alpha[l] > o->strong) |
                         (w->steps[l] + 1 >= o->max_steps);
        w->accepted[l] = accepted;
        w->event[l] = w->fresh[l] | (accepted ? ends : stuck);
    }
    for (int l = 0; l < LANES; l++) any |= w->event[l] && w->point[l] >= 0;
    return any;
}

/* How a trajectory ends with this step, or that it goes on. */
static int run_status(const run_lanes *w, int l, const run_options *o)
{
    const int finite = isfinite(w->error[l]);
    if (!w->accepted[l]) return w->fresh[l] || !finite ? RUN_NOT_FINITE : RUN_POLE;
    if (w->largest[l] > o->large) return RUN_POLE;
    if (w->alpha[l] > o->strong) return RUN_STRONG;
    if (w->to[l] == w->t1[l]) return RUN_REACHED;
    return w->fresh[l] ? RUN_ON : RUN_TOO_LONG;
}

static void run_prepare(run_lanes *w, int loops)
{
    if (w->interpolated) return;
    run_interpolate(w, loops);
    run_implicit_inside(w);
    w->interpolated = 1;
}

static double run_alpha_between(const run_lanes *w, int l, double theta)
{
    double alpha = 0.0;
    for (int i = 0; i < RUN_SIZE; i++) {
        const double one = run_power[i] ? run_alpha(i, fabs(run_between(w, i * LANES + l, theta))) : 0.0;
        alpha = one > alpha ? one : alpha;
    }
    return alpha;
}

/* Ends steps where an alpha reaches its limit. */
static void run_cut(run_lanes *w, const run_options *o)
{
    for (int l = 0; l < LANES; l++) {
        if (w->point[l] < 0 || w->fresh[l] || !w->event[l] || run_status(w, l, o) != RUN_STRONG) continue;
        run_prepare(w, o->loops);
        double low = 0.0, high = 1.0;
        for (int halves = 0; halves < 52; halves++) {
            const double middle = 0.5 * (low + high);
            if (run_alpha_between(w, l, middle) > o->strong) high = middle;
            else low = middle;
        }
        for (int i = 0; i < RUN_SIZE; i++) w->y[i * LANES + l] = run_between(w, i * LANES + l, high);
        w->to[l] = high < 1.0 ? w->t[l] + w->h[l] * run_time(w->bend[l], high) : w->to[l];
    }
}

static int run_is_due(const run_lanes *w, const run_marks *marks, int l)
{
    return w->point[l] >= 0 && w->accepted[l] && (marks->at[l] - w->to[l]) * w->direction[l] <= 0.0;
}

static int run_due(const run_lanes *w, const run_marks *marks)
{
    int due = 0;
    for (int l = 0; l < LANES; l++) due |= run_is_due(w, marks, l);
    return due;
}

/* States at the marks, into z. */
static void run_states(run_lanes *w, const run_marks *marks)
{
    double u[LANES];
    EACH_LANE u[l] = marks->at[l] == w->t[l] ? 0.0 : run_place(w->bend[l], (marks->at[l] - w->t[l]) / w->h[l]);
    for (int i = 0; i < RUN_SIZE; i++)
        EACH_LANE w->z[i * LANES + l] = run_between(w, i * LANES + l, u[l]);
}

static void run_keep(run_lanes *w, int l, const run_task *task)
{
    const size_t p = (size_t)w->point[l], s = w->samples.next[l]++;
    for (int i = 0; i < RUN_SIZE; i++)
        task->sampled[((size_t)i * task->samples + s) * task->points + p] = w->z[i * LANES + l];
}

static void run_check(run_lanes *w, int l, const run_task *task, int stable)
{
    if (!stable) task->unstable[w->point[l]] = w->checks.at[l];
    w->checks.next[l] = stable ? w->checks.next[l] + 1 : w->checks.count; /* the first one is enough */
}

/* Samples and checks inside of accepted steps. */
static void run_visit(run_lanes *w, const run_task *task, int loops)
{
    int stable[LANES];
    run_marks *const both[] = {&w->samples, &w->checks};
    for (int m = 0; m < 2; m++)
        while (run_due(w, both[m])) {
            run_prepare(w, loops);
            run_states(w, both[m]);
            if (m) RUN_STABLE(LANES, w->z, stable);
            for (int l = 0; l < LANES; l++) {
                if (!run_is_due(w, both[m], l)) continue;
                if (m) run_check(w, l, task, stable[l]);
                else run_keep(w, l, task);
                run_next_mark(task, both[m], w, l);
            }
        }
}

static double run_pole(const run_lanes *w, int l)
{
    int at = 0;
    if (w->fresh[l]) return w->t[l]; /* it starts beyond the limit */
    for (int i = RUN_SIZE - 1; i >= 0; i--)
        if (run_power[i] && fabs(w->y[i * LANES + l]) == w->largest[l]) at = i * LANES + l;
    return w->to[l] + w->direction[l] * run_ahead(w->x[at], w->k[0][at], w->y[at], w->behind[at]);
}

/* Ends trajectories; returns how many. */
static int run_end(run_lanes *w, const run_task *task, const run_options *o)
{
    int ended = 0;
    for (int l = 0; l < LANES; l++) {
        if (w->point[l] < 0 || !w->event[l]) continue;
        const int status = run_status(w, l, o), accepted = w->accepted[l];
        if (status == RUN_ON) continue;
        const double t = !accepted ? w->t[l] : status == RUN_POLE ? run_pole(w, l) : w->to[l];
        run_finish(task, (size_t)w->point[l], status, t, (accepted ? w->y : w->x) + l, LANES);
        w->point[l] = -1;
        ended++;
    }
    return ended;
}

/* By which factors the next steps are to be longer: in single precision, which is faster and does for that. */
static void run_scales(run_lanes *w, float *scale)
{
    EACH_LANE {
        const float fourth = sqrtf(sqrtf((float)w->error[l])), order = w->stiff[l] ? fourth : sqrtf(fourth);
        const float root = order < LEAST_ROOT ? LEAST_ROOT : order, alone = SAFETY / root;
        const float longer = (float)w->h[l] / (float)w->last_h[l];
        const float predicted = alone * alone * longer * w->last_root[l] / SAFETY;
        float one = w->accepted[l] && predicted < alone ? predicted : alone;
        one = w->rejected[l] && one > 1.0f ? 1.0f : one;
        scale[l] = one > (float)SHORTER ? one : (float)SHORTER;
        w->last_root[l] = w->accepted[l] ? root : w->last_root[l];
    }
}

/* Moves on behind accepted steps, and chooses the sizes of the next ones. */
static void run_advance(run_lanes *w)
{
    float scale[LANES];
    for (int i = 0; i < RUN_SIZE; i++)
        EACH_LANE {
            const int at = i * LANES + l;
            w->x[at] = w->accepted[l] ? w->y[at] : w->x[at];
            w->k[0][at] = w->accepted[l] ? w->behind[at] : w->k[0][at];
        }
    run_scales(w, scale);
    EACH_LANE {
        const int accepted = (int)w->accepted[l];
        w->h[l] *= accepted ? run_distance(w->bend[l], 1.0) : 1.0; /* what is left of the way to the pole */
        w->last_h[l] = accepted ? w->h[l] : w->last_h[l];
        w->t[l] = accepted ? w->to[l] : w->t[l];
        w->steps[l] += accepted;
        w->explicit_steps[l] += accepted;
        w->rejected[l] = !accepted;
        const double size = w->unstable[l] ? INFINITY : fabs(w->h[l]) * scale[l];
        w->h[l] = w->direction[l] * (size < w->longest[l] ? size : w->longest[l]);
    }
}

/* Gives idle lanes new points; returns how many. */
static int run_refill(run_lanes *w, run_task *task)
{
    int started = 0;
    for (int l = 0; l < LANES; l++) {
        if (w->point[l] >= 0) continue;
        const int64_t next = atomic_fetch_add(&task->waiting, 1);
        if (next >= (int64_t)task->points) break;
        run_start(w, l, next, task);
        started++;
    }
    return started;
}

static APART void run_all(run_lanes *w, run_task *task, const run_options *o)
{
    memset(w, 0, sizeof *w);
    w->samples.count = task->samples;
    w->checks.count = (size_t)o->checks;
    for (int l = 0; l < LANES; l++) w->point[l] = -1;
    int active = run_refill(w, task);
    while (active) {
        run_aim(w, o->loops);
        run_step(w, o->rtol, o->atol, o->loops);
        for (int l = 0; l < LANES; l++)
            if (w->stiff[l]) run_implicit_step(w, l, o->rtol, o->atol, o->loops);
        run_sizes(w);
        const int event = run_judge(w, o);
        run_watch(w, o->rtol, o->atol);
        run_bound(w, o->rtol, o->atol);
        w->interpolated = 0;
        if (event) run_cut(w, o);
        run_visit(w, task, o->loops);
        if (event) active -= run_end(w, task, o);
        run_advance(w);
        run_switch(w);
        if (!event) continue;
        for (int l = 0; l < LANES; l++)
            if (w->point[l] >= 0 && w->fresh[l]) run_first_step(w, l, o);
        active += run_refill(w, task);
    }
}

/* Runs points as long as there are any; several threads may share a task. */
void run_points(run_task *task, const run_options *o)
{
    static _Thread_local run_lanes lanes;
    run_lanes *volatile where = &lanes; /* or compilers ask for the address again and again */
    run_all(where, task, o);
}
