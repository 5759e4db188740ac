/* Steps towards poles and away from them: each is made in a variable u of its own, in which couplings grow evenly.
 *
 * Up to a pole at T a coupling goes like (T - t)^-p, and steps in t are to be shorter and shorter. So u runs from 0 to 1 in
 *
 *     T - t(u) = (T - t0) r^16,   r = 1 - u s/16,   s = h/(T - t0),
 *
 * almost an exponential function, where h is about the length of the step. The coupling goes like r^(-16p) then, with its
 * pole at u = 16/s instead of 1/s. T need not be known well, nor need there be a pole: a step of any h and s is as exact
 * as it would be in t, s = 0 is the step in t itself, and s < 0 the one of a trajectory that comes from a pole. Beta
 * functions do not depend on t, so that all that changes are the derivatives of the stages, by dt/du = h r^15.
 */
#define MOST_BENT 2.0   /* |s| */
#define LEAST_BENT 0.03 /* less makes no difference, and steps that are not bent need less work */
#define CARE 10.0       /* DOP853 sees too little of the error where couplings grow almost like an exponential function */

static inline double run_radius(double bend, double u)
{
    return 1.0 - 0.0625 * bend * u;
}

/* dt/du in units of h. */
static inline double run_pace(double bend, double u)
{
    const double r = run_radius(bend, u), r2 = r * r, r4 = r2 * r2;
    return r4 * r4 * r4 * r2 * r;
}

/* (T - t(u))/(T - t0). */
static inline double run_distance(double bend, double u)
{
    return run_pace(bend, u) * run_radius(bend, u);
}

/* (t(u) - t0)/h = (1 - r^16)/s. */
static inline double run_time(double bend, double u)
{
    const double r = run_radius(bend, u), r2 = r * r, r4 = r2 * r2;
    return 0.0625 * u * (1.0 + r) * (1.0 + r2) * (1.0 + r4) * (1.0 + r4 * r4);
}

/* The inverse of it. */
static inline double run_place(double bend, double time)
{
    double power = 1.0 - bend * time, product = 0.0625;
    for (int root = 0; root < 4; root++) {
        power = sqrt(power);
        product *= 1.0 + power;
    }
    return time / product;
}
