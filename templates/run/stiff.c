/* A step of RODAS for a single lane, where DOP853 would have to take steps much smaller than the error asks for.
 *
 * RODAS is linearly implicit, of order 4 with an error of order 3 and an interpolant of order 3, and L-stable: with
 * J = d(beta)/dx, stage s solves (1/(gamma h) - J) k_s = beta(x + sum_j a_sj k_j) + sum_j c_sj k_j/h. The error is k_6.
 * Source: Hairer, Wanner, Solving Ordinary Differential Equations II, 2nd edition, Secs. IV.7 and VI.4.
 *
 * A step costs about as much as twenty of DOP853, which are shared by all lanes. So DOP853 goes first; after PATIENCE
 * steps it is watched for steps at the limit of its stability, as in the same book, Sec. IV.2, and RODAS takes over
 * where it can make steps WORTH times as long, for as long as it can.
 */
#define STAGES 6
#define WORTH 20.0
#define PATIENCE 1000
#define LONG_STEP 4.5 /* h times an eigenvalue: DOP853 is stable up to 6.1, and steps vary around the limit */
#define SUSPICIONS 15 /* steps beyond that, without CALM others in a row, and the trajectory is stiff */
#define CALM 6
#define UNSTABLE 6.1 /* h times an eigenvalue of a step that failed for want of stability */
#define STABLE 5.8   /* and of those that follow */
#define SHORTER 0.1  /* by which steps become shorter at most */
#define DARING 5e-4  /* by which longer steps are tried the faster, the more succeed */

static const double RODAS_GAMMA = 0.25;
static const double RODAS_A[STAGES + 1][STAGES] = {
    {0.0},
    {1.544},
    {0.9466785280815826, 0.2557011698983284},
    {3.314825187068521, 2.896124015972201, 0.9986419139977817},
    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895},
    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1.0},
    {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1.0, 1.0}
};
static const double RODAS_C[STAGES][STAGES] = {
    {0.0},
    {-5.6688},
    {-2.430093356833875, -0.2063599157091915},
    {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
    {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616},
    {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}
};
/* The interpolant is x + theta (step + (1 - theta) (first + theta second)). */
static const double RODAS_FIRST[] = {
    10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662, 0.0
};
static const double RODAS_SECOND[] = {
    -0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872, 0.0
};

typedef struct {
    double x[RUN_INPUTS], y[RUN_INPUTS], derivative[RUN_SIZE];
    double k[STAGES][RUN_SIZE];
    double matrix[RUN_SIZE * RUN_SIZE];
    int pivot[RUN_SIZE];
} run_implicit;

/* Factorizes a matrix in its place, rows exchanged; returns 0 if it is singular. */
static int run_factorize(double *a, int *pivot)
{
    for (int c = 0; c < RUN_SIZE; c++) {
        int p = c;
        for (int r = c + 1; r < RUN_SIZE; r++)
            if (fabs(a[r * RUN_SIZE + c]) > fabs(a[p * RUN_SIZE + c])) p = r;
        pivot[c] = p;
        if (!(fabs(a[p * RUN_SIZE + c]) > 0.0)) return 0;
        for (int j = 0; j < RUN_SIZE && p != c; j++) {
            const double kept = a[c * RUN_SIZE + j];
            a[c * RUN_SIZE + j] = a[p * RUN_SIZE + j];
            a[p * RUN_SIZE + j] = kept;
        }
        for (int r = c + 1; r < RUN_SIZE; r++) {
            const double factor = a[r * RUN_SIZE + c] /= a[c * RUN_SIZE + c];
            if (factor != 0.0)
                for (int j = c + 1; j < RUN_SIZE; j++) a[r * RUN_SIZE + j] -= factor * a[c * RUN_SIZE + j];
        }
    }
    return 1;
}

static void run_solve(const double *a, const int *pivot, double *b)
{
    for (int c = 0; c < RUN_SIZE; c++) {
        const double kept = b[pivot[c]];
        b[pivot[c]] = b[c];
        b[c] = kept;
    }
    for (int r = 0; r < RUN_SIZE; r++)
        for (int j = 0; j < r; j++) b[r] -= a[r * RUN_SIZE + j] * b[j];
    for (int r = RUN_SIZE - 1; r >= 0; r--) {
        for (int j = r + 1; j < RUN_SIZE; j++) b[r] -= a[r * RUN_SIZE + j] * b[j];
        b[r] /= a[r * RUN_SIZE + r];
    }
}

static double run_combined(const run_implicit *s, const double *factors, int stages, int i)
{
    double sum = 0.0;
    for (int j = 0; j < stages; j++) sum += factors[j] * s->k[j][i];
    return sum;
}

static int run_implicit_stages(run_implicit *s, double h, int loops)
{
    RUN_JACOBIAN(s->x, loops, s->matrix);
    for (int i = 0; i < RUN_SIZE * RUN_SIZE; i++) s->matrix[i] = -s->matrix[i];
    for (int i = 0; i < RUN_SIZE; i++) s->matrix[i * RUN_SIZE + i] += 1.0 / (RODAS_GAMMA * h);
    if (!run_factorize(s->matrix, s->pivot)) return 0;
    for (int stage = 0; stage < STAGES; stage++) {
        for (int i = 0; i < RUN_SIZE; i++) s->y[i] = s->x[i] + run_combined(s, RODAS_A[stage], stage, i);
        RUN_BETA(1, s->y, loops, s->k[stage]);
        for (int i = 0; i < RUN_SIZE; i++) s->k[stage][i] += run_combined(s, RODAS_C[stage], stage, i) / h;
        run_solve(s->matrix, s->pivot, s->k[stage]);
    }
    for (int i = 0; i < RUN_SIZE; i++) s->y[i] = s->x[i] + run_combined(s, RODAS_A[STAGES], STAGES, i);
    return 1;
}

/* Replaces the step of a lane, its error and its interpolant. */
static APART void run_implicit_step(run_lanes *w, int l, double rtol, double atol, int loops)
{
    static _Thread_local run_implicit work;
    run_implicit *const s = &work;
    for (int i = 0; i < RUN_INPUTS; i++) s->x[i] = s->y[i] = w->x[i * LANES + l];
    const int solved = run_implicit_stages(s, w->h[l], loops);
    w->error[l] = solved ? 0.0 : INFINITY;
    if (solved) RUN_BETA(1, s->y, loops, s->derivative);
    for (int i = 0; i < RUN_SIZE && solved; i++) {
        const int at = i * LANES + l;
        const double a = fabs(s->x[i]), b = fabs(s->y[i]);
        w->error[l] = run_worse(w->error[l], s->k[STAGES - 1][i] / (atol + rtol * (a > b ? a : b)));
        w->y[at] = s->y[i];
        w->behind[at] = s->derivative[i];
        w->implicit[0][at] = run_combined(s, RODAS_FIRST, STAGES, i);
        w->implicit[1][at] = run_combined(s, RODAS_SECOND, STAGES, i);
    }
}

/* Puts the interpolants of implicit steps in the place of explicit ones. */
static void run_implicit_inside(run_lanes *w)
{
    for (int i = 0; i < RUN_SIZE; i++)
        EACH_LANE {
            const int at = i * LANES + l;
            if (!w->stiff[l]) continue;
            w->inside[0][at] = w->y[at] - w->x[at];
            w->inside[1][at] = w->implicit[0][at];
            w->inside[2][at] = w->implicit[1][at];
            for (int high = 3; high < 7; high++) w->inside[high][at] = 0.0;
        }
}

/* An estimate of h times the largest eigenvalue, from two states that lie side by side at the end of the step; zero if
 * they move apart, as before a pole, where no step is too long for stability.
 */
static APART double run_stiffness(const run_lanes *w, int l, double rtol, double atol)
{
    const double pace = run_pace(w->bend[l], 1.0);
    double rates = 0.0, states = 0.0, apart = 0.0;
    for (int i = 0; i < RUN_SIZE; i++) {
        const int at = i * LANES + l;
        const double unit = 1.0 / (atol + rtol * fabs(w->y[at]));
        const double rate = unit * (w->behind[at] * pace - w->k[11][at]), state = unit * (w->y[at] - w->z[at]);
        rates += rate * rate;
        states += state * state;
        apart += rate * state;
    }
    return states > 0.0 && apart * w->h[l] < 0.0 ? fabs(w->h[l]) * sqrt(rates / states) : 0.0;
}

/* Learns how long steps may be from those that failed for want of stability, which their errors do not foretell. */
static void run_bound(run_lanes *w, double rtol, double atol)
{
    EACH_LANE {
        w->unstable[l] = 0;
        w->dared[l] += w->accepted[l];
        w->longest[l] *= w->accepted[l] ? 1.0 + DARING * w->dared[l] : 1.0;
    }
    for (int l = 0; l < LANES; l++) {
        if (w->accepted[l] || w->point[l] < 0 || w->stiff[l] || !(w->error[l] < INFINITY)) continue;
        const double stiffness = run_stiffness(w, l, rtol, atol);
        if (!(stiffness > UNSTABLE)) continue;
        w->unstable[l] = 1;
        w->longest[l] = fabs(w->h[l]) * fmax(STABLE / stiffness, SHORTER);
        w->dared[l] = 0;
    }
}

/* Counts the steps that are as long as stability allows. */
static void run_watch(run_lanes *w, double rtol, double atol)
{
    for (int l = 0; l < LANES; l++) {
        if (w->stiff[l] || w->explicit_steps[l] < PATIENCE || !w->accepted[l]) continue;
        const int bound = fabs(w->h[l]) >= 0.99 * w->longest[l];
        const int over = bound || run_stiffness(w, l, rtol, atol) > LONG_STEP;
        w->calm[l] = over ? 0 : w->calm[l] + 1;
        w->suspicions[l] = w->calm[l] == CALM ? 0 : w->suspicions[l] + over;
    }
}

static void run_explicit(run_lanes *w, int l)
{
    w->stiff[l] = 0;
    w->longest[l] = INFINITY;
    w->explicit_steps[l] = w->suspicions[l] = w->calm[l] = 0;
}

/* Changes the method of lanes for their next steps. */
static void run_switch(run_lanes *w)
{
    int any = 0;
    EACH_LANE any |= (w->stiff[l] != 0) | (w->suspicions[l] == SUSPICIONS);
    for (int l = 0; l < LANES && any; l++)
        if (w->stiff[l] && fabs(w->h[l]) < WORTH * w->limit[l]) {
            run_explicit(w, l);
            w->h[l] = w->direction[l] * w->limit[l];
            w->last_h[l] = w->direction[l] * 0.0;
        } else if (!w->stiff[l] && w->suspicions[l] == SUSPICIONS) {
            run_explicit(w, l);
            w->stiff[l] = 1;
            w->limit[l] = fabs(w->last_h[l]);
            w->h[l] = w->direction[l] * 2.0 * WORTH * w->limit[l];
            w->last_h[l] = w->direction[l] * 0.0;
        }
}
