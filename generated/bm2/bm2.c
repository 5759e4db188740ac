/* bm2: Flavorful U(1)' benchmark 2: see bm2.h for conventions and layout. */
#include "bm2.h"

#include <math.h>

/* 1/(16 pi^2) */
#define LOOP_FACTOR 0.006332573977646111

/* Tells the compiler that points do not depend on each other, so that it can use the vector unit. */
#if defined(__clang__)
#define INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")
#elif defined(__GNUC__)
#define INDEPENDENT _Pragma("GCC ivdep")
#else
#define INDEPENDENT
#endif

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

/* Beta functions up to loop order 1; place i of point p is x[i*n + p]. */
static void beta_1(size_t n, const double *restrict x, double *restrict dx)
{
    size_t p;

    INDEPENDENT
    for (p = 0; p < n; ++p) {
        const double g3 = x[p];
        const double g2 = x[n + p];
        const double g1 = x[2*n + p];
        const double g4 = x[3*n + p];
        const double eta = x[4*n + p];
        const double yt_re = x[5*n + p];
        const double yt_im = x[6*n + p];
        const double yb_re = x[7*n + p];
        const double yb_im = x[8*n + p];
        const double y_re = x[9*n + p];
        const double y_im = x[10*n + p];
        const double mH2 = x[11*n + p];
        const double mphi2 = x[12*n + p];
        const double mS2 = x[13*n + p];
        const double lambda = x[14*n + p];
        const double s = x[15*n + p];
        const double u = x[16*n + p];
        const double v = x[17*n + p];
        const double delta = x[18*n + p];
        const double delta_t = x[19*n + p];
        const double w = x[20*n + p];
        const double t1 = g3*g3;
        const double t2 = g2*g2;
        const double t3 = g4*eta;
        const double t4 = g4*g4;
        const double t5 = eta*eta;
        const double t6 = t5 - 1.0;
        const double t7 = -32.0/9.0*(g1*g4) + eta*(-1765.0/243.0*(t4*t6) + g1*(32.0/9.0*t3 - 41.0/6.0*(g1*t6)));
        const double t8 = yt_re*yt_re + yt_im*yt_im;
        const double t9 = yb_re*yb_re + yb_im*yb_im;
        const double t10 = -1.0/6.0*(t4 + 48.0*(t1 + 9.0/32.0*t2));
        const double t11 = y_re*y_re + y_im*y_im;
        const double t12 = g1*g1;
        const double t13 = t8 + t9 - 1.0/4.0*(t12 - 8.0*(lambda - 3.0/8.0*t2));
        const double t14 = s - 1.0/108.0*t4;
        const double t15 = u + 1.0/12.0*t11;
        const double t16 = v + 3.0/5.0*t15;
        const double t17 = delta*delta;
        const double t18 = delta_t*delta_t;
        const double t19 = (
            3.0/8.0*(t12*t12) + 9.0*t17 + t18 - 6.0*(t8*t8) - 6.0*(t9*t9) + t2*(9.0/8.0*t2 + 3.0/4.0*t12)
            + 12.0*(lambda*t13)
        );
        const double t20 = w*w;
        const double t21 = 1.0/27.0*(t4*t5*t12) + 18.0*(delta*w) + delta_t*(4.0*delta_t + 6.0*t13 + 8.0*t14);
        const double t22 = LOOP_FACTOR*(1765.0/243.0*t4 + g1*(eta*(41.0/6.0*(g1*eta) - 32.0/9.0*g4)));
        const double t23 = LOOP_FACTOR*(9.0/2.0*t8 + 3.0/2.0*t9 + g1*(-17.0/12.0*g1 - 5.0/6.0*t3) + t10);
        const double t24 = LOOP_FACTOR*(3.0/2.0*t8 + 9.0/2.0*t9 + g1*(-5.0/12.0*g1 + 1.0/6.0*t3) + t10);
        const double t25 = LOOP_FACTOR*(-121.0/24.0*t4 + 4.0*t11);
        
        dx[p] = -7.0*LOOP_FACTOR*(g3*t1);
        dx[n + p] = -19.0/6.0*LOOP_FACTOR*(g2*t2);
        dx[2*n + p] = g1*(LOOP_FACTOR*(1765.0/243.0*(t4*t5) + g1*(41.0/6.0*g1 - 32.0/9.0*t3)));
        dx[3*n + p] = g4*t22;
        dx[4*n + p] = LOOP_FACTOR*t7;
        dx[5*n + p] = yt_re*t23;
        dx[6*n + p] = yt_im*t23;
        dx[7*n + p] = yb_re*t24;
        dx[8*n + p] = yb_im*t24;
        dx[9*n + p] = y_re*t25;
        dx[10*n + p] = y_im*t25;
        dx[11*n + p] = LOOP_FACTOR*(2.0*(mphi2*delta_t) + 18.0*(mS2*delta) + 6.0*(mH2*t13));
        dx[12*n + p] = LOOP_FACTOR*(4.0*(mH2*delta_t) + 18.0*(mS2*w) + 8.0*(mphi2*t14));
        dx[13*n + p] = LOOP_FACTOR*(4.0*(mH2*delta) + 2.0*(mphi2*w) + 40.0*(mS2*t16));
        dx[14*n + p] = LOOP_FACTOR*t19;
        dx[15*n + p] = LOOP_FACTOR*(20.0*(s*s) + 2.0*t18 + 9.0*t20 + t4*(2.0/2187.0*t4 - 4.0/27.0*s));
        dx[16*n + p] = LOOP_FACTOR*(-2.0*(t11*t11) + u*(24.0*u + 24.0*v + 4.0*t11));
        dx[17*n + p] = LOOP_FACTOR*(12.0*(u*u) + 2.0*t17 + t20 + v*(52.0*v + 48.0*t15));
        dx[18*n + p] = LOOP_FACTOR*(2.0*(delta_t*w) + delta*(4.0*delta + 6.0*t13 + 40.0*t16));
        dx[19*n + p] = LOOP_FACTOR*t21;
        dx[20*n + p] = LOOP_FACTOR*(4.0*(delta*delta_t) + w*(4.0*w + 8.0*t14 + 40.0*t16));
    }
}

/* Their derivatives: columns of numbers one by one, those of an array in a loop over its entries. */
static void jacobian_1(const double *restrict x, double *restrict jacobian)
{
    for (size_t k = 0; k < 441; ++k)
        jacobian[k] = 0.0;
    const double g3 = x[0];
    const double g2 = x[1];
    const double g1 = x[2];
    const double g4 = x[3];
    const double eta = x[4];
    const double yt_re = x[5];
    const double yt_im = x[6];
    const double yb_re = x[7];
    const double yb_im = x[8];
    const double y_re = x[9];
    const double y_im = x[10];
    const double mH2 = x[11];
    const double mphi2 = x[12];
    const double mS2 = x[13];
    const double lambda = x[14];
    const double s = x[15];
    const double u = x[16];
    const double v = x[17];
    const double delta = x[18];
    const double delta_t = x[19];
    const double w = x[20];
    const double t1 = g3*g3;
    const double t26 = g3*LOOP_FACTOR;
    jacobian[0*21 + 0] = -7.0*LOOP_FACTOR*(t1 + 2.0*g3*g3);
    jacobian[5*21 + 0] = -16.0*yt_re*t26;
    jacobian[6*21 + 0] = -16.0*yt_im*t26;
    jacobian[7*21 + 0] = -16.0*yb_re*t26;
    jacobian[8*21 + 0] = -16.0*yb_im*t26;
    const double t2 = g2*g2;
    const double t18 = g1*g1;
    const double t27 = g2*LOOP_FACTOR;
    jacobian[1*21 + 1] = -19.0/6.0*LOOP_FACTOR*(t2 + 2.0*g2*g2);
    jacobian[5*21 + 1] = -9.0/2.0*yt_re*t27;
    jacobian[6*21 + 1] = -9.0/2.0*yt_im*t27;
    jacobian[7*21 + 1] = -9.0/2.0*yb_re*t27;
    jacobian[8*21 + 1] = -9.0/2.0*yb_im*t27;
    jacobian[11*21 + 1] = -9.0*LOOP_FACTOR*(g2*mH2);
    jacobian[14*21 + 1] = LOOP_FACTOR*(2.0*g2*(9.0/8.0*t2 + 3.0/4.0*t18) + 9.0/4.0*g2*t2 - 18.0*(g2*lambda));
    jacobian[18*21 + 1] = -9.0*LOOP_FACTOR*(g2*delta);
    jacobian[19*21 + 1] = -9.0*LOOP_FACTOR*(g2*delta_t);
    const double t3 = g4*eta;
    const double t4 = 41.0/6.0*g1 - 32.0/9.0*t3;
    const double t5 = g4*g4;
    const double t6 = eta*eta;
    const double t7 = g1*eta;
    const double t8 = 41.0/6.0*t7 - 32.0/9.0*g4;
    const double t9 = eta*t8;
    const double t10 = t6 - 1.0;
    const double t11 = 32.0/9.0*t3 - 41.0/6.0*(g1*t10);
    const double t14 = -17.0/12.0*g1 - 5.0/6.0*t3;
    const double t16 = -5.0/12.0*g1 + 1.0/6.0*t3;
    const double t28 = LOOP_FACTOR*(t14 - 17.0/12.0*g1);
    const double t29 = LOOP_FACTOR*(t16 - 5.0/12.0*g1);
    jacobian[2*21 + 2] = LOOP_FACTOR*(1765.0/243.0*(t5*t6) + g1*t4) + g1*(LOOP_FACTOR*(t4 + 41.0/6.0*g1));
    jacobian[3*21 + 2] = g4*(LOOP_FACTOR*(t9 + 41.0/6.0*g1*t6));
    jacobian[4*21 + 2] = LOOP_FACTOR*(-32.0/9.0*g4 + eta*(t11 - 41.0/6.0*g1*t10));
    jacobian[5*21 + 2] = yt_re*t28;
    jacobian[6*21 + 2] = yt_im*t28;
    jacobian[7*21 + 2] = yb_re*t29;
    jacobian[8*21 + 2] = yb_im*t29;
    jacobian[11*21 + 2] = -3.0*LOOP_FACTOR*(g1*mH2);
    jacobian[14*21 + 2] = LOOP_FACTOR*(3.0/2.0*(g1*t18) + 3.0/2.0*g1*t2 - 6.0*(g1*lambda));
    jacobian[18*21 + 2] = -3.0*LOOP_FACTOR*(g1*delta);
    jacobian[19*21 + 2] = LOOP_FACTOR*(2.0/27.0*(g1*t5*t6) - 3.0*g1*delta_t);
    const double t30 = -32.0/9.0*g1*eta;
    const double t31 = LOOP_FACTOR*(-5.0/6.0*g1*eta - 1.0/3.0*g4);
    const double t32 = LOOP_FACTOR*(1.0/6.0*g1*eta - 1.0/3.0*g4);
    const double t33 = g4*LOOP_FACTOR;
    jacobian[2*21 + 3] = g1*(LOOP_FACTOR*(3530.0/243.0*(g4*t6) + t30));
    jacobian[3*21 + 3] = LOOP_FACTOR*(1765.0/243.0*t5 + g1*t9) + g4*(LOOP_FACTOR*(3530.0/243.0*g4 + t30));
    jacobian[4*21 + 3] = LOOP_FACTOR*(-32.0/9.0*g1 + eta*(-3530.0/243.0*(g4*t10) + 32.0/9.0*g1*eta));
    jacobian[5*21 + 3] = yt_re*t31;
    jacobian[6*21 + 3] = yt_im*t31;
    jacobian[7*21 + 3] = yb_re*t32;
    jacobian[8*21 + 3] = yb_im*t32;
    jacobian[9*21 + 3] = -121.0/12.0*y_re*t33;
    jacobian[10*21 + 3] = -121.0/12.0*y_im*t33;
    jacobian[12*21 + 3] = -4.0/27.0*LOOP_FACTOR*(g4*mphi2);
    jacobian[15*21 + 3] = LOOP_FACTOR*(2.0*g4*(2.0/2187.0*t5 - 4.0/27.0*s) + 4.0/2187.0*g4*t5);
    jacobian[19*21 + 3] = LOOP_FACTOR*(2.0/27.0*(g4*t6*t18) - 4.0/27.0*g4*delta_t);
    jacobian[20*21 + 3] = -4.0/27.0*LOOP_FACTOR*(g4*w);
    const double t34 = eta*t5;
    const double t35 = -1765.0/243.0*(t5*t10) + g1*t11 + eta*(-3530.0/243.0*t34 + g1*(32.0/9.0*g4 - 41.0/3.0*t7));
    const double t36 = LOOP_FACTOR*(g1*g4);
    jacobian[2*21 + 4] = g1*(LOOP_FACTOR*(3530.0/243.0*t34 - 32.0/9.0*g1*g4));
    jacobian[3*21 + 4] = g4*(LOOP_FACTOR*(g1*(t8 + 41.0/6.0*g1*eta)));
    jacobian[4*21 + 4] = LOOP_FACTOR*t35;
    jacobian[5*21 + 4] = -5.0/6.0*yt_re*t36;
    jacobian[6*21 + 4] = -5.0/6.0*yt_im*t36;
    jacobian[7*21 + 4] = 1.0/6.0*yb_re*t36;
    jacobian[8*21 + 4] = 1.0/6.0*yb_im*t36;
    jacobian[19*21 + 4] = 2.0/27.0*LOOP_FACTOR*(eta*t5*t18);
    const double t12 = yt_re*yt_re + yt_im*yt_im;
    const double t13 = yb_re*yb_re + yb_im*yb_im;
    const double t15 = -1.0/6.0*(t5 + 48.0*(t1 + 9.0/32.0*t2));
    const double t23 = LOOP_FACTOR*(9.0/2.0*t12 + 3.0/2.0*t13 + g1*t14 + t15);
    const double t37 = yt_re*LOOP_FACTOR;
    jacobian[5*21 + 5] = t23 + 9.0*yt_re*t37;
    jacobian[6*21 + 5] = 9.0*yt_im*t37;
    jacobian[7*21 + 5] = 3.0*yb_re*t37;
    jacobian[8*21 + 5] = 3.0*yb_im*t37;
    jacobian[11*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*mH2);
    jacobian[14*21 + 5] = LOOP_FACTOR*(-24.0*(yt_re*t12) + 24.0*(yt_re*lambda));
    jacobian[18*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*delta);
    jacobian[19*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*delta_t);
    const double t38 = yt_im*LOOP_FACTOR;
    jacobian[5*21 + 6] = 9.0*yt_re*t38;
    jacobian[6*21 + 6] = t23 + 9.0*yt_im*t38;
    jacobian[7*21 + 6] = 3.0*yb_re*t38;
    jacobian[8*21 + 6] = 3.0*yb_im*t38;
    jacobian[11*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*mH2);
    jacobian[14*21 + 6] = LOOP_FACTOR*(-24.0*(yt_im*t12) + 24.0*(yt_im*lambda));
    jacobian[18*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*delta);
    jacobian[19*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*delta_t);
    const double t24 = LOOP_FACTOR*(3.0/2.0*t12 + 9.0/2.0*t13 + g1*t16 + t15);
    const double t39 = yb_re*LOOP_FACTOR;
    jacobian[5*21 + 7] = 3.0*yt_re*t39;
    jacobian[6*21 + 7] = 3.0*yt_im*t39;
    jacobian[7*21 + 7] = t24 + 9.0*yb_re*t39;
    jacobian[8*21 + 7] = 9.0*yb_im*t39;
    jacobian[11*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*mH2);
    jacobian[14*21 + 7] = LOOP_FACTOR*(-24.0*(yb_re*t13) + 24.0*(yb_re*lambda));
    jacobian[18*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*delta);
    jacobian[19*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*delta_t);
    const double t40 = yb_im*LOOP_FACTOR;
    jacobian[5*21 + 8] = 3.0*yt_re*t40;
    jacobian[6*21 + 8] = 3.0*yt_im*t40;
    jacobian[7*21 + 8] = 9.0*yb_re*t40;
    jacobian[8*21 + 8] = t24 + 9.0*yb_im*t40;
    jacobian[11*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*mH2);
    jacobian[14*21 + 8] = LOOP_FACTOR*(-24.0*(yb_im*t13) + 24.0*(yb_im*lambda));
    jacobian[18*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*delta);
    jacobian[19*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*delta_t);
    const double t17 = y_re*y_re + y_im*y_im;
    const double t25 = LOOP_FACTOR*(-121.0/24.0*t5 + 4.0*t17);
    const double t41 = y_re*LOOP_FACTOR;
    jacobian[9*21 + 9] = t25 + 8.0*y_re*t41;
    jacobian[10*21 + 9] = 8.0*y_im*t41;
    jacobian[13*21 + 9] = 4.0*LOOP_FACTOR*(y_re*mS2);
    jacobian[16*21 + 9] = LOOP_FACTOR*(-8.0*(y_re*t17) + 8.0*y_re*u);
    jacobian[17*21 + 9] = 8.0*LOOP_FACTOR*(y_re*v);
    jacobian[18*21 + 9] = 4.0*LOOP_FACTOR*(y_re*delta);
    jacobian[20*21 + 9] = 4.0*LOOP_FACTOR*(y_re*w);
    const double t42 = y_im*LOOP_FACTOR;
    jacobian[9*21 + 10] = 8.0*y_re*t42;
    jacobian[10*21 + 10] = t25 + 8.0*y_im*t42;
    jacobian[13*21 + 10] = 4.0*LOOP_FACTOR*(y_im*mS2);
    jacobian[16*21 + 10] = LOOP_FACTOR*(-8.0*(y_im*t17) + 8.0*y_im*u);
    jacobian[17*21 + 10] = 8.0*LOOP_FACTOR*(y_im*v);
    jacobian[18*21 + 10] = 4.0*LOOP_FACTOR*(y_im*delta);
    jacobian[20*21 + 10] = 4.0*LOOP_FACTOR*(y_im*w);
    const double t19 = t12 + t13 - 1.0/4.0*(t18 - 8.0*(lambda - 3.0/8.0*t2));
    const double t43 = 4.0*delta_t*LOOP_FACTOR;
    const double t44 = 4.0*delta*LOOP_FACTOR;
    jacobian[11*21 + 11] = 6.0*LOOP_FACTOR*t19;
    jacobian[12*21 + 11] = t43;
    jacobian[13*21 + 11] = t44;
    const double t20 = s - 1.0/108.0*t5;
    const double t45 = 2.0*delta_t*LOOP_FACTOR;
    const double t46 = 2.0*w*LOOP_FACTOR;
    jacobian[11*21 + 12] = t45;
    jacobian[12*21 + 12] = 8.0*LOOP_FACTOR*t20;
    jacobian[13*21 + 12] = t46;
    const double t21 = u + 1.0/12.0*t17;
    const double t22 = v + 3.0/5.0*t21;
    const double t47 = 18.0*delta*LOOP_FACTOR;
    const double t48 = 18.0*w*LOOP_FACTOR;
    jacobian[11*21 + 13] = t47;
    jacobian[12*21 + 13] = t48;
    jacobian[13*21 + 13] = 40.0*LOOP_FACTOR*t22;
    jacobian[11*21 + 14] = 12.0*mH2*LOOP_FACTOR;
    jacobian[14*21 + 14] = 12.0*LOOP_FACTOR*(t19 + 2.0*lambda);
    jacobian[18*21 + 14] = 12.0*delta*LOOP_FACTOR;
    jacobian[19*21 + 14] = 12.0*delta_t*LOOP_FACTOR;
    jacobian[12*21 + 15] = 8.0*mphi2*LOOP_FACTOR;
    jacobian[15*21 + 15] = LOOP_FACTOR*(40.0*s - 4.0/27.0*t5);
    jacobian[19*21 + 15] = 8.0*delta_t*LOOP_FACTOR;
    jacobian[20*21 + 15] = 8.0*w*LOOP_FACTOR;
    jacobian[13*21 + 16] = 24.0*mS2*LOOP_FACTOR;
    jacobian[16*21 + 16] = LOOP_FACTOR*(24.0*u + 24.0*v + 4.0*t17 + 24.0*u);
    jacobian[17*21 + 16] = LOOP_FACTOR*(24.0*u + 48.0*v);
    jacobian[18*21 + 16] = 24.0*delta*LOOP_FACTOR;
    jacobian[20*21 + 16] = 24.0*w*LOOP_FACTOR;
    jacobian[13*21 + 17] = 40.0*mS2*LOOP_FACTOR;
    jacobian[16*21 + 17] = 24.0*u*LOOP_FACTOR;
    jacobian[17*21 + 17] = LOOP_FACTOR*(52.0*v + 48.0*t21 + 52.0*v);
    jacobian[18*21 + 17] = 40.0*delta*LOOP_FACTOR;
    jacobian[20*21 + 17] = 40.0*w*LOOP_FACTOR;
    const double t49 = 18.0*mS2*LOOP_FACTOR;
    const double t50 = 4.0*mH2*LOOP_FACTOR;
    jacobian[11*21 + 18] = t49;
    jacobian[13*21 + 18] = t50;
    jacobian[14*21 + 18] = t47;
    jacobian[17*21 + 18] = t44;
    jacobian[18*21 + 18] = LOOP_FACTOR*(4.0*delta + 6.0*t19 + 40.0*t22 + 4.0*delta);
    jacobian[19*21 + 18] = t48;
    jacobian[20*21 + 18] = t43;
    const double t51 = 2.0*mphi2*LOOP_FACTOR;
    jacobian[11*21 + 19] = t51;
    jacobian[12*21 + 19] = t50;
    jacobian[14*21 + 19] = t45;
    jacobian[15*21 + 19] = t43;
    jacobian[18*21 + 19] = t46;
    jacobian[19*21 + 19] = LOOP_FACTOR*(4.0*delta_t + 6.0*t19 + 8.0*t20 + 4.0*delta_t);
    jacobian[20*21 + 19] = t44;
    jacobian[12*21 + 20] = t49;
    jacobian[13*21 + 20] = t51;
    jacobian[15*21 + 20] = t48;
    jacobian[17*21 + 20] = t46;
    jacobian[18*21 + 20] = t45;
    jacobian[19*21 + 20] = t47;
    jacobian[20*21 + 20] = LOOP_FACTOR*(4.0*w + 8.0*t20 + 40.0*t22 + 4.0*w);
}

int bm2_beta(const double *x, int loops, double *dx)
{
    return bm2_beta_batch(1, x, loops, dx);
}

int bm2_beta_batch(size_t points, const double *x, int loops, double *dx)
{
    switch (loops) {
    case 1:
        beta_1(points, x, dx);
        return 0;
    default:
        return 1;
    }
}

int bm2_jacobian(const double *x, int loops, double *jacobian)
{
    switch (loops) {
    case 1:
        jacobian_1(x, jacobian);
        return 0;
    default:
        return 1;
    }
}

/* The lesser of two numbers; not a number if one of them is not. */
static double minimum(double a, double b)
{
    return a < b || a != a ? a : b;
}

int bm2_stable(const double *x)
{
    int stable;

    bm2_stable_batch(1, x, &stable);
    return stable;
}

/* Roots of negative numbers are not positive, as it should be. */
void bm2_stable_batch(size_t n, const double *x, int *stable)
{
    size_t p;

    for (p = 0; p < n; ++p) {
        const double lambda = x[14*n + p];
        const double s = x[15*n + p];
        const double v = x[17*n + p];
        const double u = x[16*n + p];
        const double delta_t = x[19*n + p];
        const double delta = x[18*n + p];
        const double w = x[20*n + p];
        const double t1 = minimum(v + 1.0/3.0*u, v + u);
        const double t2 = delta_t + 2.0*sqrt(lambda*s);
        const double t3 = delta + 2.0*sqrt(lambda*t1);
        const double t4 = w + 2.0*sqrt(s*t1);
        const double t5 = sqrt(lambda);
        const double t6 = sqrt(s);
        const double t7 = sqrt(t1);
        stable[p] = (lambda > 0.0);
        stable[p] = (s > 0.0) ? stable[p] : 0;
        stable[p] = (t1 > 0.0) ? stable[p] : 0;
        stable[p] = (t2 > 0.0) ? stable[p] : 0;
        stable[p] = (t3 > 0.0) ? stable[p] : 0;
        stable[p] = (t4 > 0.0) ? stable[p] : 0;
        stable[p] = (2.0*t5*t6*t7 + delta_t*t7 + delta*t6 + w*t5 + sqrt(t2*t3*t4) > 0.0) ? stable[p] : 0;
    }
}

const char *const bm2_observables_inputs[] = {
    "eta",
    "g1",
    "g2",
    "g4",
    "v_h",
    "v_phi",
    NULL
};

const char *const bm2_observables_names[] = {
    "M\050Z\047\051",
    "Gamma\050Z\047\051",
    "Gamma\057M\050Z\047\051",
    "BR\050Z\047 -\076 u u\051",
    "BR\050Z\047 -\076 c c\051",
    "BR\050Z\047 -\076 t t\051",
    "BR\050Z\047 -\076 d d\051",
    "BR\050Z\047 -\076 s s\051",
    "BR\050Z\047 -\076 b b\051",
    "BR\050Z\047 -\076 nu_e nu_e\051",
    "BR\050Z\047 -\076 nu_mu nu_mu\051",
    "BR\050Z\047 -\076 nu_tau nu_tau\051",
    "BR\050Z\047 -\076 e e\051",
    "BR\050Z\047 -\076 mu mu\051",
    "BR\050Z\047 -\076 tau tau\051",
    "BR\050Z\047 -\076 psiL psiL\051",
    "BR\050Z\047 -\076 N[1] N[1]\051",
    "BR\050Z\047 -\076 N[2] N[2]\051",
    "BR\050Z\047 -\076 N[3] N[3]\051",
    "BR\050Z\047 -\076 psiR psiR\051",
    "BR\050Z\047 -\076 H H\051",
    "BR\050Z\047 -\076 invisible\051",
    "sigma\050nu_mu -\076 nu_mu mu mu\051\057SM from Z\047",
    "sigma\050mu mu -\076 Z\047 -\076 invisible\051\057sigma\050mu mu -\076 Z -\076 nu nu\051 at 3 TeV",
    "rho - 1, tree level",
    "Gamma\050Z -\076 e e\051\057Gamma\050Z -\076 mu mu\051 - 1",
    "Gamma\050Z -\076 tau tau\051\057Gamma\050Z -\076 mu mu\051 - 1",
    "alpha\050g1\051",
    "Landau pole of g1\057mu, one loop",
    "alpha\050g4\051",
    "Landau pole of g4\057mu, one loop",
    NULL
};

void bm2_observables(const double *in, double *out)
{
    const double eta = in[0];
    const double g1 = in[1];
    const double g2 = in[2];
    const double g4 = in[3];
    const double v_h = in[4];
    const double v_phi = in[5];
    const double t1 = v_h*v_h;
    const double t2 = g1*g1;
    const double t3 = g2*g2;
    const double t4 = eta*eta;
    const double t5 = -t2*t4;
    const double t6 = t2 + t3 + t5;
    const double t7 = sqrt(t6);
    const double t8 = g4*g4;
    const double t9 = v_phi*v_phi;
    const double t10 = -4.0*t8*t9 + 81.0*t1*t2 + 81.0*t1*t3 - 162.0*t1*t2*t4;
    const double t11 = -1.0/2.0*atan(162.0*eta*g1*t1*t7/t10);
    const double t12 = t10*sqrt(26244.0*t2*t4*t6*(t1*t1)/(t10*t10) + 1.0);
    const double t13 = 1.0/8.0*(t1*t2);
    const double t14 = t1*t3;
    const double t15 = 1.0/162.0*(t8*t9);
    const double t16 = -1.0/648.0*t12 + t13 + 1.0/8.0*t14 + t15;
    const double t17 = sqrt(t16);
    const double t18 = cos(t11);
    const double t19 = 1.0/12.0*((-3.0*g4 + 2.0*eta*g1)*t18);
    const double t20 = sin(t11);
    const double t21 = (t2 - 3.0*t3 + t5)*t20/(6.0*t7);
    const double t22 = t19 + t21;
    const double t23 = -t4 + 1.0;
    const double t24 = 2.0*t2*t20*t23/(3.0*t7);
    const double t25 = 1.0/12.0*(t18*(-3.0*g4 + 8.0*eta*g1)) + t24;
    const double t26 = t22*t22 + t25*t25;
    const double t27 = 0.0/t16;
    const double t28 = -1.0/2.0*(t27*t27);
    const double t29 = (-194798937647521.0/10000000000000000.0)/t16 + t28 + 1.0;
    const double t30 = t22*t25;
    const double t31 = 194798937647521.0/10000000000000000.0/t16;
    const double t32 = t27 - 1.0;
    const double t33 = sqrt(minimum(194798937647521.0/2500000000000000.0/t16 - 1.0, 0.0)*t32);
    const double t34 = 3.0*(t33*(t26*t29 + 6.0*t30*t31));
    const double t35 = t26*((-1620529.0/1000000.0)/t16 + t28 + 1.0) + 6.0*t30*(1620529.0/1000000.0/t16);
    const double t36 = 3.0*(sqrt(t32*minimum(1620529.0/250000.0/t16 - 1.0, 0.0))*t35);
    const double t37 = 1.0/6.0*(t18*(g4 + eta*g1));
    const double t38 = t37 + t21;
    const double t39 = 1.0/6.0*(t18*(g4 + 4.0*eta*g1)) + t24;
    const double t40 = (
        (t38*t38 + t39*t39)*((-297804049.0/10000.0)/t16 + t28 + 1.0) + 6.0*(t38*t39)*(297804049.0/10000.0/t16)
    );
    const double t41 = 3.0*(sqrt(t32*minimum(297804049.0/2500.0/t16 - 1.0, 0.0))*t40);
    const double t42 = t20*(t2 + 3.0*t3 + t5)/(6.0*t7);
    const double t43 = t19 + t42;
    const double t44 = -t2*t20*t23;
    const double t45 = t44/(3.0*t7);
    const double t46 = 1.0/12.0*(t18*(-3.0*g4 - 4.0*eta*g1)) + t45;
    const double t47 = t43*t43 + t46*t46;
    const double t48 = t43*t46;
    const double t49 = 3.0*(t33*(t29*t47 + 6.0*t31*t48));
    const double t50 = (
        t47*((-243716980329.0/1000000000000.0)/t16 + t28 + 1.0) + 6.0*t48*(243716980329.0/1000000000000.0/t16)
    );
    const double t51 = 3.0*(sqrt(t32*minimum(243716980329.0/250000000000.0/t16 - 1.0, 0.0))*t50);
    const double t52 = t37 + t42;
    const double t53 = 1.0/6.0*(t18*(g4 - 2.0*eta*g1)) + t45;
    const double t54 = (
        (t52*t52 + t53*t53)*((-17497489.0/1000000.0)/t16 + t28 + 1.0) + 6.0*(t52*t53)*(17497489.0/1000000.0/t16)
    );
    const double t55 = 3.0*(sqrt(t32*minimum(17497489.0/250000.0/t16 - 1.0, 0.0))*t54);
    const double t56 = -1.0/2.0*(t7*t20);
    const double t57 = eta*g1*t18;
    const double t58 = t56 - 1.0/2.0*t57;
    const double t59 = t58*t58;
    const double t60 = -eta*g1;
    const double t61 = 2.0*g4 + t60;
    const double t62 = 1.0/2.0*(t18*t61);
    const double t63 = t62 + t56;
    const double t64 = t63*t63;
    const double t65 = t2 - t3 + t5;
    const double t66 = (-t20*t65)/(2.0*t7);
    const double t67 = -1.0/2.0*t57 + t66;
    const double t68 = t44/t7;
    const double t69 = -eta*g1*t18 + t68;
    const double t70 = t67*t67;
    const double t71 = t69*t69;
    const double t72 = (-2611199276062810514761.0/10000000000000000000000000000.0)/t16 + t28 + 1.0;
    const double t73 = 6.0*(t67*t69)*(2611199276062810514761.0/10000000000000000000000000000.0/t16);
    const double t74 = minimum(2611199276062810514761.0/2500000000000000000000000000.0/t16 - 1.0, 0.0);
    const double t75 = sqrt(t32*t74)*((t70 + t71)*t72 + t73);
    const double t76 = t62 + t66;
    const double t77 = t76*t76;
    const double t78 = sqrt(t32*minimum(44654769253196001.0/1000000000000000000.0/t16 - 1.0, 0.0));
    const double t79 = (t77 + t71)*((-44654769253196001.0/4000000000000000000.0)/t16 + t28 + 1.0);
    const double t80 = t78*(t79 + 6.0*(t69*t76)*(44654769253196001.0/4000000000000000000.0/t16));
    const double t81 = g4 + t60;
    const double t82 = t18*t81 + t68;
    const double t83 = (
        (t70 + t82*t82)*((-31574802249.0/10000000000.0)/t16 + t28 + 1.0)
        + 6.0*(t67*t82)*(31574802249.0/10000000000.0/t16)
    );
    const double t84 = sqrt(t32*minimum(31574802249.0/2500000000.0/t16 - 1.0, 0.0))*t83;
    const double t85 = g4*t18;
    const double t86 = t85*t85;
    const double t87 = 1.0/144.0*t85*t85;
    const double t88 = t2*t20*t23/(2.0*t7);
    const double t89 = 1.0/2.0*t57 + (-t3*t20)/(2.0*t7) + t88;
    const double t90 = 1.0/2.0*t57 + t3*t20/(2.0*t7) + t88;
    const double t91 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0*(t16
        - 161480207716.0/390625.0)
    );
    const double t92 = 1.0/2.0*(t89*t89 + t90*t90)*minimum(-minimum(t91, 0.0), 1.0);
    const double t93 = (
        t34 + t36 + t41 + t49 + t51 + t55 + t59 + t64 + t59 + t75 + t80 + t84 + 121.0/48.0*t86 + t87 + t87 + t86
        + 121.0/48.0*t86 + t92
    );
    const double t94 = 96.0*atan(1.0);
    const double t95 = t17*t93/t94;
    const double t96 = t59/t93;
    const double t97 = 121.0/48.0*t86/t93;
    const double t98 = t87/t93;
    const double t99 = 48129.0/12500.0*t16 + 1212482328743739.0/10000000000.0*t63*(t69 + t76);
    const double t100 = 4.0*(t16*t16);
    const double t101 = 2.0*t16 + 1212482328743739.0/10000000000.0*t63*(t76 - t69);
    const double t102 = (
        10338607967496169.0/50000000000000000.0*(t99*t99)/t100
        + 1168262700327067.0/5000000000000000.0*(t101*t101)/t100
    );
    const double t103 = 1.0/2.0*(t20*t61);
    const double t104 = t18*t65/(2.0*t7);
    const double t105 = t103 + t104;
    const double t106 = t2*t18*t23/t7;
    const double t107 = -eta*g1*t20 + t106;
    const double t108 = 1.0/2.0*(t7*t18);
    const double t109 = -1.0/2.0*(eta*g1*t20);
    const double t110 = t108 + t109;
    const double t111 = t103 + t108;
    const double t112 = 1.0/648.0*t12 + t13 + 1.0/8.0*t14 + t15;
    const double t113 = -t112 + 9000000.0;
    const double t114 = 238732414637843.0/4000000000.0*t71 + 238732414637843.0/4000000000.0*t77;
    const double t115 = -t16 + 9000000.0;
    const double t116 = t105*t105;
    const double t117 = t107*t107;
    const double t118 = 238732414637843.0/4000000000.0*t116 + 238732414637843.0/4000000000.0*t117;
    const double t119 = (
        t113*t113*t114*(t64 + t86 + t87 + t87 + 2.0*t59 + 121.0/24.0*t86)/((t111*t111
        + 2.0*(t110*t110))*(t115*t115 + t16*(t95*t95))*t118)
    );
    const double t120 = t104 + t109;
    const double t121 = t20*t81 + t106;
    const double t122 = t120*t120;
    const double t123 = t116 + t117;
    
    out[0] = t17;
    out[1] = t95;
    out[2] = t93/t94;
    out[3] = t34/t93;
    out[4] = t36/t93;
    out[5] = t41/t93;
    out[6] = t49/t93;
    out[7] = t51/t93;
    out[8] = t55/t93;
    out[9] = t96;
    out[10] = t64/t93;
    out[11] = t96;
    out[12] = t75/t93;
    out[13] = t80/t93;
    out[14] = t84/t93;
    out[15] = t97;
    out[16] = t98;
    out[17] = t98;
    out[18] = t86/t93;
    out[19] = t97;
    out[20] = t92/t93;
    out[21] = (t59 + t64 + t59 + 121.0/48.0*t86 + t87 + t87 + t86 + 121.0/48.0*t86)/t93;
    out[22] = t102 + sqrt(minimum(t16 - 400.0, 0.0));
    out[23] = t119 + sqrt(minimum(t16 - t112, 0.0));
    out[24] = 1.0/4.0*t14/(t112*(-t2*t23/t6 + 1.0)) - 1.0;
    out[25] = (t117 + t122)/t123 - 1.0;
    out[26] = (t122 + t121*t121)/t123 - 1.0;
    out[27] = 197892936801441.0/31250000000000000.0*t2;
    out[28] = exp(11554658811031443.0/1000000000000000.0/t2);
    out[29] = 197892936801441.0/31250000000000000.0*t8;
    out[30] = exp(2174108890166313.0/200000000000000.0/t8);
}
