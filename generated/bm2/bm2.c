/* bm2: Flavorful U(1)' benchmark 2: see bm2.h for conventions and layout. */
#include "bm2.h"

/* 1/(16 pi^2) */
#define LOOP_FACTOR 0.006332573977646111

const bm2_coupling bm2_couplings[] = {
    {"g3", 0, 1, 1, 0},
    {"g2", 1, 1, 1, 0},
    {"g1", 2, 1, 1, 0},
    {"g4", 3, 1, 1, 0},
    {"eta", 4, 1, 1, 0},
    {"yt", 5, 1, 1, 1},
    {"yb", 7, 1, 1, 1},
    {"y", 9, 1, 1, 1},
    {"mH2", 11, 1, 1, 0},
    {"mphi2", 12, 1, 1, 0},
    {"mS2", 13, 1, 1, 0},
    {"lambda", 14, 1, 1, 0},
    {"s", 15, 1, 1, 0},
    {"u", 16, 1, 1, 0},
    {"v", 17, 1, 1, 0},
    {"delta", 18, 1, 1, 0},
    {"delta_t", 19, 1, 1, 0},
    {"w", 20, 1, 1, 0},
    {NULL, 0, 0, 0, 0}
};

/* Beta functions up to loop order 1; place i of the state is x[i*n]. */
static inline void beta_1(const double *restrict x, size_t n, double *restrict dx)
{
    const double g3 = x[0];
    const double g2 = x[n];
    const double g1 = x[2*n];
    const double g4 = x[3*n];
    const double eta = x[4*n];
    const double yt_im = x[6*n];
    const double yt_re = x[5*n];
    const double yb_im = x[8*n];
    const double yb_re = x[7*n];
    const double y_im = x[10*n];
    const double y_re = x[9*n];
    const double mH2 = x[11*n];
    const double mphi2 = x[12*n];
    const double mS2 = x[13*n];
    const double lambda = x[14*n];
    const double s = x[15*n];
    const double u = x[16*n];
    const double v = x[17*n];
    const double delta = x[18*n];
    const double delta_t = x[19*n];
    const double w = x[20*n];
    const double t1 = g3*g3;
    const double t2 = g2*g2;
    const double t3 = g4*g4;
    const double t4 = eta*eta;
    const double t5 = t3*(-1765.0/243.0*t4 + 1765.0/243.0) + g1*(32.0/9.0*g4*eta + g1*(-41.0/6.0*t4 + 41.0/6.0));
    const double t6 = yt_re*yt_re + yt_im*yt_im;
    const double t7 = yb_re*yb_re + yb_im*yb_im;
    const double t8 = -8.0*t1;
    const double t9 = -9.0/4.0*t2;
    const double t10 = -1.0/6.0*t3;
    const double t11 = t8 + t9 + t10 + 9.0/2.0*t6 + 3.0/2.0*t7 + g1*(-17.0/12.0*g1 - 5.0/6.0*g4*eta);
    const double t12 = t8 + t9 + t10 + 3.0/2.0*t6 + 9.0/2.0*t7 + g1*(-5.0/12.0*g1 + 1.0/6.0*g4*eta);
    const double t13 = y_re*y_re + y_im*y_im;
    const double t14 = 4.0*t13;
    const double t15 = -121.0/24.0*t3 + t14;
    const double t16 = -9.0/2.0*t2;
    const double t17 = g1*g1;
    const double t18 = -3.0/2.0*t17;
    const double t19 = 12.0*lambda;
    const double t20 = 6.0*t6;
    const double t21 = 6.0*t7;
    const double t22 = -2.0/27.0*t3;
    const double t23 = 8.0*s;
    const double t24 = 24.0*u;
    const double t25 = 40.0*v;
    const double t26 = 2.0*t13;
    const double t27 = delta*delta;
    const double t28 = delta_t*delta_t;
    const double t29 = (
        3.0/8.0*(t17*t17) + 9.0*t27 + t28 - 6.0*(t6*t6) - 6.0*(t7*t7) + t2*(9.0/8.0*t2 + 3.0/4.0*t17)
        + lambda*(-9.0*t2 - 3.0*t17 + 24.0*lambda + 12.0*t6 + 12.0*t7)
    );
    const double t30 = w*w;
    const double t31 = 2.0*delta_t*w + delta*(t16 + t18 + t19 + t24 + t25 + 4.0*delta + t20 + t21 + t26);
    const double t32 = (
        1.0/27.0*t3*t4*t17 + 18.0*delta*w + delta_t*(t16 + t18 + t22 + t19 + t23 + 4.0*delta_t + t20 + t21)
    );
    
    dx[0] = -7.0*(g3*t1)*LOOP_FACTOR;
    dx[n] = -19.0/6.0*(g2*t2)*LOOP_FACTOR;
    dx[2*n] = g1*(1765.0/243.0*t3*t4 + g1*(41.0/6.0*g1 - 32.0/9.0*g4*eta))*LOOP_FACTOR;
    dx[3*n] = g4*(1765.0/243.0*t3 + g1*(eta*(41.0/6.0*g1*eta - 32.0/9.0*g4)))*LOOP_FACTOR;
    dx[4*n] = (-32.0/9.0*g1*g4 + eta*t5)*LOOP_FACTOR;
    dx[5*n] = yt_re*t11*LOOP_FACTOR;
    dx[6*n] = yt_im*t11*LOOP_FACTOR;
    dx[7*n] = yb_re*t12*LOOP_FACTOR;
    dx[8*n] = yb_im*t12*LOOP_FACTOR;
    dx[9*n] = y_re*t15*LOOP_FACTOR;
    dx[10*n] = y_im*t15*LOOP_FACTOR;
    dx[11*n] = (2.0*mphi2*delta_t + 18.0*mS2*delta + mH2*(t16 + t18 + t19 + t20 + t21))*LOOP_FACTOR;
    dx[12*n] = (4.0*mH2*delta_t + 18.0*mS2*w + mphi2*(t22 + t23))*LOOP_FACTOR;
    dx[13*n] = (4.0*mH2*delta + 2.0*mphi2*w + mS2*(t24 + t25 + t26))*LOOP_FACTOR;
    dx[14*n] = t29*LOOP_FACTOR;
    dx[15*n] = (20.0*(s*s) + 2.0*t28 + 9.0*t30 + t3*(2.0/2187.0*t3 - 4.0/27.0*s))*LOOP_FACTOR;
    dx[16*n] = (-2.0*(t13*t13) + u*(t24 + 24.0*v + t14))*LOOP_FACTOR;
    dx[17*n] = (12.0*(u*u) + 2.0*t27 + t30 + v*(48.0*u + 52.0*v + t14))*LOOP_FACTOR;
    dx[18*n] = t31*LOOP_FACTOR;
    dx[19*n] = t32*LOOP_FACTOR;
    dx[20*n] = (4.0*delta*delta_t + w*(t22 + t23 + t24 + t25 + 4.0*w + t26))*LOOP_FACTOR;
}

int bm2_beta(const double *x, int loops, double *dx)
{
    return bm2_beta_batch(1, x, loops, dx);
}

int bm2_beta_batch(size_t points, const double *x, int loops, double *dx)
{
    size_t p;

    switch (loops) {
    case 1:
        for (p = 0; p < points; ++p)
            beta_1(x + p, points, dx + p);
        return 0;
    default:
        return 1;
    }
}
