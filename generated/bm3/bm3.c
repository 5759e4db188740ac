/* bm3: Flavorful U(1)' benchmark 3: see bm3.h for conventions and layout. */
#include "bm3.h"

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

const bm3_coupling bm3_couplings[] = {
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
        const double t7 = -8.0/3.0*(g1*g4) + eta*(-977.0/192.0*(t4*t6) + g1*(8.0/3.0*t3 - 41.0/6.0*(g1*t6)));
        const double t8 = yt_re*yt_re + yt_im*yt_im;
        const double t9 = yb_re*yb_re + yb_im*yb_im;
        const double t10 = g1*g1;
        const double t11 = -8.0*(t1 + 9.0/32.0*t2);
        const double t12 = y_re*y_re + y_im*y_im;
        const double t13 = t8 + t9 - 1.0/4.0*(t10 - 8.0*(lambda - 3.0/8.0*t2));
        const double t14 = s - 3.0/256.0*t4;
        const double t15 = u + 1.0/12.0*t12;
        const double t16 = v + 3.0/5.0*t15;
        const double t17 = delta*delta;
        const double t18 = delta_t*delta_t;
        const double t19 = (
            3.0/8.0*(t10*t10) + 9.0*t17 + t18 - 6.0*(t8*t8) - 6.0*(t9*t9) + t2*(9.0/8.0*t2 + 3.0/4.0*t10)
            + 12.0*(lambda*t13)
        );
        const double t20 = w*w;
        const double t21 = 3.0/64.0*(t4*t5*t10) + 18.0*(delta*w) + delta_t*(4.0*delta_t + 6.0*t13 + 8.0*t14);
        const double t22 = LOOP_FACTOR*(977.0/192.0*t4 + g1*(eta*(41.0/6.0*(g1*eta) - 8.0/3.0*g4)));
        const double t23 = LOOP_FACTOR*(-17.0/12.0*t10 + 9.0/2.0*t8 + 3.0/2.0*t9 + t11);
        const double t24 = LOOP_FACTOR*(-5.0/12.0*t10 + 3.0/2.0*t8 + 9.0/2.0*t9 + t11);
        const double t25 = LOOP_FACTOR*(-6.0*t4 + 4.0*t12);
        
        dx[p] = -7.0*LOOP_FACTOR*(g3*t1);
        dx[n + p] = -19.0/6.0*LOOP_FACTOR*(g2*t2);
        dx[2*n + p] = g1*(LOOP_FACTOR*(977.0/192.0*(t4*t5) + g1*(41.0/6.0*g1 - 8.0/3.0*t3)));
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
        dx[15*n + p] = LOOP_FACTOR*(20.0*(s*s) + 2.0*t18 + 9.0*t20 + t4*(3.0/2048.0*t4 - 3.0/16.0*s));
        dx[16*n + p] = LOOP_FACTOR*(-2.0*(t12*t12) + u*(24.0*u + 24.0*v + 4.0*t12));
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
    const double t24 = g3*LOOP_FACTOR;
    jacobian[0*21 + 0] = -7.0*LOOP_FACTOR*(t1 + 2.0*g3*g3);
    jacobian[5*21 + 0] = -16.0*yt_re*t24;
    jacobian[6*21 + 0] = -16.0*yt_im*t24;
    jacobian[7*21 + 0] = -16.0*yb_re*t24;
    jacobian[8*21 + 0] = -16.0*yb_im*t24;
    const double t2 = g2*g2;
    const double t14 = g1*g1;
    const double t25 = g2*LOOP_FACTOR;
    jacobian[1*21 + 1] = -19.0/6.0*LOOP_FACTOR*(t2 + 2.0*g2*g2);
    jacobian[5*21 + 1] = -9.0/2.0*yt_re*t25;
    jacobian[6*21 + 1] = -9.0/2.0*yt_im*t25;
    jacobian[7*21 + 1] = -9.0/2.0*yb_re*t25;
    jacobian[8*21 + 1] = -9.0/2.0*yb_im*t25;
    jacobian[11*21 + 1] = -9.0*LOOP_FACTOR*(g2*mH2);
    jacobian[14*21 + 1] = LOOP_FACTOR*(2.0*g2*(9.0/8.0*t2 + 3.0/4.0*t14) + 9.0/4.0*g2*t2 - 18.0*(g2*lambda));
    jacobian[18*21 + 1] = -9.0*LOOP_FACTOR*(g2*delta);
    jacobian[19*21 + 1] = -9.0*LOOP_FACTOR*(g2*delta_t);
    const double t3 = g4*eta;
    const double t4 = 41.0/6.0*g1 - 8.0/3.0*t3;
    const double t5 = g4*g4;
    const double t6 = eta*eta;
    const double t7 = g1*eta;
    const double t8 = 41.0/6.0*t7 - 8.0/3.0*g4;
    const double t9 = eta*t8;
    const double t10 = t6 - 1.0;
    const double t11 = 8.0/3.0*t3 - 41.0/6.0*(g1*t10);
    const double t26 = g1*LOOP_FACTOR;
    jacobian[2*21 + 2] = LOOP_FACTOR*(977.0/192.0*(t5*t6) + g1*t4) + g1*(LOOP_FACTOR*(t4 + 41.0/6.0*g1));
    jacobian[3*21 + 2] = g4*(LOOP_FACTOR*(t9 + 41.0/6.0*g1*t6));
    jacobian[4*21 + 2] = LOOP_FACTOR*(-8.0/3.0*g4 + eta*(t11 - 41.0/6.0*g1*t10));
    jacobian[5*21 + 2] = -17.0/6.0*yt_re*t26;
    jacobian[6*21 + 2] = -17.0/6.0*yt_im*t26;
    jacobian[7*21 + 2] = -5.0/6.0*yb_re*t26;
    jacobian[8*21 + 2] = -5.0/6.0*yb_im*t26;
    jacobian[11*21 + 2] = -3.0*LOOP_FACTOR*(g1*mH2);
    jacobian[14*21 + 2] = LOOP_FACTOR*(3.0/2.0*(g1*t14) + 3.0/2.0*g1*t2 - 6.0*(g1*lambda));
    jacobian[18*21 + 2] = -3.0*LOOP_FACTOR*(g1*delta);
    jacobian[19*21 + 2] = LOOP_FACTOR*(3.0/32.0*(g1*t5*t6) - 3.0*g1*delta_t);
    const double t27 = -8.0/3.0*g1*eta;
    const double t28 = g4*LOOP_FACTOR;
    jacobian[2*21 + 3] = g1*(LOOP_FACTOR*(977.0/96.0*(g4*t6) + t27));
    jacobian[3*21 + 3] = LOOP_FACTOR*(977.0/192.0*t5 + g1*t9) + g4*(LOOP_FACTOR*(977.0/96.0*g4 + t27));
    jacobian[4*21 + 3] = LOOP_FACTOR*(-8.0/3.0*g1 + eta*(-977.0/96.0*(g4*t10) + 8.0/3.0*g1*eta));
    jacobian[9*21 + 3] = -12.0*y_re*t28;
    jacobian[10*21 + 3] = -12.0*y_im*t28;
    jacobian[12*21 + 3] = -3.0/16.0*LOOP_FACTOR*(g4*mphi2);
    jacobian[15*21 + 3] = LOOP_FACTOR*(2.0*g4*(3.0/2048.0*t5 - 3.0/16.0*s) + 3.0/1024.0*g4*t5);
    jacobian[19*21 + 3] = LOOP_FACTOR*(3.0/32.0*(g4*t6*t14) - 3.0/16.0*g4*delta_t);
    jacobian[20*21 + 3] = -3.0/16.0*LOOP_FACTOR*(g4*w);
    const double t29 = eta*t5;
    const double t30 = -977.0/192.0*(t5*t10) + g1*t11 + eta*(-977.0/96.0*t29 + g1*(8.0/3.0*g4 - 41.0/3.0*t7));
    jacobian[2*21 + 4] = g1*(LOOP_FACTOR*(977.0/96.0*t29 - 8.0/3.0*g1*g4));
    jacobian[3*21 + 4] = g4*(LOOP_FACTOR*(g1*(t8 + 41.0/6.0*g1*eta)));
    jacobian[4*21 + 4] = LOOP_FACTOR*t30;
    jacobian[19*21 + 4] = 3.0/32.0*LOOP_FACTOR*(eta*t5*t14);
    const double t12 = yt_re*yt_re + yt_im*yt_im;
    const double t13 = yb_re*yb_re + yb_im*yb_im;
    const double t15 = -8.0*(t1 + 9.0/32.0*t2);
    const double t21 = LOOP_FACTOR*(-17.0/12.0*t14 + 9.0/2.0*t12 + 3.0/2.0*t13 + t15);
    const double t31 = yt_re*LOOP_FACTOR;
    jacobian[5*21 + 5] = t21 + 9.0*yt_re*t31;
    jacobian[6*21 + 5] = 9.0*yt_im*t31;
    jacobian[7*21 + 5] = 3.0*yb_re*t31;
    jacobian[8*21 + 5] = 3.0*yb_im*t31;
    jacobian[11*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*mH2);
    jacobian[14*21 + 5] = LOOP_FACTOR*(-24.0*(yt_re*t12) + 24.0*(yt_re*lambda));
    jacobian[18*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*delta);
    jacobian[19*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*delta_t);
    const double t32 = yt_im*LOOP_FACTOR;
    jacobian[5*21 + 6] = 9.0*yt_re*t32;
    jacobian[6*21 + 6] = t21 + 9.0*yt_im*t32;
    jacobian[7*21 + 6] = 3.0*yb_re*t32;
    jacobian[8*21 + 6] = 3.0*yb_im*t32;
    jacobian[11*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*mH2);
    jacobian[14*21 + 6] = LOOP_FACTOR*(-24.0*(yt_im*t12) + 24.0*(yt_im*lambda));
    jacobian[18*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*delta);
    jacobian[19*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*delta_t);
    const double t22 = LOOP_FACTOR*(-5.0/12.0*t14 + 3.0/2.0*t12 + 9.0/2.0*t13 + t15);
    const double t33 = yb_re*LOOP_FACTOR;
    jacobian[5*21 + 7] = 3.0*yt_re*t33;
    jacobian[6*21 + 7] = 3.0*yt_im*t33;
    jacobian[7*21 + 7] = t22 + 9.0*yb_re*t33;
    jacobian[8*21 + 7] = 9.0*yb_im*t33;
    jacobian[11*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*mH2);
    jacobian[14*21 + 7] = LOOP_FACTOR*(-24.0*(yb_re*t13) + 24.0*(yb_re*lambda));
    jacobian[18*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*delta);
    jacobian[19*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*delta_t);
    const double t34 = yb_im*LOOP_FACTOR;
    jacobian[5*21 + 8] = 3.0*yt_re*t34;
    jacobian[6*21 + 8] = 3.0*yt_im*t34;
    jacobian[7*21 + 8] = 9.0*yb_re*t34;
    jacobian[8*21 + 8] = t22 + 9.0*yb_im*t34;
    jacobian[11*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*mH2);
    jacobian[14*21 + 8] = LOOP_FACTOR*(-24.0*(yb_im*t13) + 24.0*(yb_im*lambda));
    jacobian[18*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*delta);
    jacobian[19*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*delta_t);
    const double t16 = y_re*y_re + y_im*y_im;
    const double t23 = LOOP_FACTOR*(-6.0*t5 + 4.0*t16);
    const double t35 = y_re*LOOP_FACTOR;
    jacobian[9*21 + 9] = t23 + 8.0*y_re*t35;
    jacobian[10*21 + 9] = 8.0*y_im*t35;
    jacobian[13*21 + 9] = 4.0*LOOP_FACTOR*(y_re*mS2);
    jacobian[16*21 + 9] = LOOP_FACTOR*(-8.0*(y_re*t16) + 8.0*y_re*u);
    jacobian[17*21 + 9] = 8.0*LOOP_FACTOR*(y_re*v);
    jacobian[18*21 + 9] = 4.0*LOOP_FACTOR*(y_re*delta);
    jacobian[20*21 + 9] = 4.0*LOOP_FACTOR*(y_re*w);
    const double t36 = y_im*LOOP_FACTOR;
    jacobian[9*21 + 10] = 8.0*y_re*t36;
    jacobian[10*21 + 10] = t23 + 8.0*y_im*t36;
    jacobian[13*21 + 10] = 4.0*LOOP_FACTOR*(y_im*mS2);
    jacobian[16*21 + 10] = LOOP_FACTOR*(-8.0*(y_im*t16) + 8.0*y_im*u);
    jacobian[17*21 + 10] = 8.0*LOOP_FACTOR*(y_im*v);
    jacobian[18*21 + 10] = 4.0*LOOP_FACTOR*(y_im*delta);
    jacobian[20*21 + 10] = 4.0*LOOP_FACTOR*(y_im*w);
    const double t17 = t12 + t13 - 1.0/4.0*(t14 - 8.0*(lambda - 3.0/8.0*t2));
    const double t37 = 4.0*delta_t*LOOP_FACTOR;
    const double t38 = 4.0*delta*LOOP_FACTOR;
    jacobian[11*21 + 11] = 6.0*LOOP_FACTOR*t17;
    jacobian[12*21 + 11] = t37;
    jacobian[13*21 + 11] = t38;
    const double t18 = s - 3.0/256.0*t5;
    const double t39 = 2.0*delta_t*LOOP_FACTOR;
    const double t40 = 2.0*w*LOOP_FACTOR;
    jacobian[11*21 + 12] = t39;
    jacobian[12*21 + 12] = 8.0*LOOP_FACTOR*t18;
    jacobian[13*21 + 12] = t40;
    const double t19 = u + 1.0/12.0*t16;
    const double t20 = v + 3.0/5.0*t19;
    const double t41 = 18.0*delta*LOOP_FACTOR;
    const double t42 = 18.0*w*LOOP_FACTOR;
    jacobian[11*21 + 13] = t41;
    jacobian[12*21 + 13] = t42;
    jacobian[13*21 + 13] = 40.0*LOOP_FACTOR*t20;
    jacobian[11*21 + 14] = 12.0*mH2*LOOP_FACTOR;
    jacobian[14*21 + 14] = 12.0*LOOP_FACTOR*(t17 + 2.0*lambda);
    jacobian[18*21 + 14] = 12.0*delta*LOOP_FACTOR;
    jacobian[19*21 + 14] = 12.0*delta_t*LOOP_FACTOR;
    jacobian[12*21 + 15] = 8.0*mphi2*LOOP_FACTOR;
    jacobian[15*21 + 15] = LOOP_FACTOR*(40.0*s - 3.0/16.0*t5);
    jacobian[19*21 + 15] = 8.0*delta_t*LOOP_FACTOR;
    jacobian[20*21 + 15] = 8.0*w*LOOP_FACTOR;
    jacobian[13*21 + 16] = 24.0*mS2*LOOP_FACTOR;
    jacobian[16*21 + 16] = LOOP_FACTOR*(24.0*u + 24.0*v + 4.0*t16 + 24.0*u);
    jacobian[17*21 + 16] = LOOP_FACTOR*(24.0*u + 48.0*v);
    jacobian[18*21 + 16] = 24.0*delta*LOOP_FACTOR;
    jacobian[20*21 + 16] = 24.0*w*LOOP_FACTOR;
    jacobian[13*21 + 17] = 40.0*mS2*LOOP_FACTOR;
    jacobian[16*21 + 17] = 24.0*u*LOOP_FACTOR;
    jacobian[17*21 + 17] = LOOP_FACTOR*(52.0*v + 48.0*t19 + 52.0*v);
    jacobian[18*21 + 17] = 40.0*delta*LOOP_FACTOR;
    jacobian[20*21 + 17] = 40.0*w*LOOP_FACTOR;
    const double t43 = 18.0*mS2*LOOP_FACTOR;
    const double t44 = 4.0*mH2*LOOP_FACTOR;
    jacobian[11*21 + 18] = t43;
    jacobian[13*21 + 18] = t44;
    jacobian[14*21 + 18] = t41;
    jacobian[17*21 + 18] = t38;
    jacobian[18*21 + 18] = LOOP_FACTOR*(4.0*delta + 6.0*t17 + 40.0*t20 + 4.0*delta);
    jacobian[19*21 + 18] = t42;
    jacobian[20*21 + 18] = t37;
    const double t45 = 2.0*mphi2*LOOP_FACTOR;
    jacobian[11*21 + 19] = t45;
    jacobian[12*21 + 19] = t44;
    jacobian[14*21 + 19] = t39;
    jacobian[15*21 + 19] = t37;
    jacobian[18*21 + 19] = t40;
    jacobian[19*21 + 19] = LOOP_FACTOR*(4.0*delta_t + 6.0*t17 + 8.0*t18 + 4.0*delta_t);
    jacobian[20*21 + 19] = t38;
    jacobian[12*21 + 20] = t43;
    jacobian[13*21 + 20] = t45;
    jacobian[15*21 + 20] = t42;
    jacobian[17*21 + 20] = t40;
    jacobian[18*21 + 20] = t39;
    jacobian[19*21 + 20] = t41;
    jacobian[20*21 + 20] = LOOP_FACTOR*(4.0*w + 8.0*t18 + 40.0*t20 + 4.0*w);
}

/* Beta functions up to loop order 2; place i of point p is x[i*n + p]. */
static void beta_2(size_t n, const double *restrict x, double *restrict dx)
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
        const double t3 = g2*t2;
        const double t4 = g4*eta;
        const double t5 = g4*g4;
        const double t6 = eta*eta;
        const double t7 = g1*eta;
        const double t8 = t6 - 1.0;
        const double t9 = yt_re*yt_re + yt_im*yt_im;
        const double t10 = yb_re*yb_re + yb_im*yb_im;
        const double t11 = g1*g1;
        const double t12 = y_re*y_re + y_im*y_im;
        const double t13 = s - 3.0/256.0*t5;
        const double t14 = u + 5.0/3.0*v;
        const double t15 = t12 + 12.0*t14;
        const double t16 = t9 + t10;
        const double t17 = t2 + 1.0/3.0*t11;
        const double t18 = t17 - 8.0/3.0*(lambda + 1.0/2.0*t16);
        const double t19 = delta*delta;
        const double t20 = delta_t*delta_t;
        const double t21 = t9*t9;
        const double t22 = t10*t10;
        const double t23 = s*s;
        const double t24 = w*w;
        const double t25 = t12*t12;
        const double t26 = u + 13.0/12.0*v;
        const double t27 = -26.0*t1 + 9.0/2.0*t2 + 1.0/8.0*t5 + g1*(11.0/6.0*g1 - 1.0/3.0*t4) - 2.0*t16;
        const double t28 = 12.0*t1 + 35.0/6.0*t2 + 13.0/32.0*t5 + g1*(3.0/2.0*g1 - t4) - 3.0/2.0*t16;
        const double t29 = t9 + 5.0/17.0*t10;
        const double t30 = t29 - 88.0/17.0*(t1 + 27.0/88.0*t2);
        const double t31 = 199.0/18.0*t11 + g4*(-82.0/9.0*t7 + g4*(505.0/96.0*t6 + 101.0/96.0)) - 17.0/6.0*t30;
        const double t32 = t1 + 9.0/8.0*t2;
        const double t33 = t1 + 39.0/32.0*t2 + 12845.0/1024.0*(t5 - 18432.0/12845.0*t12);
        const double t34 = t6*t33;
        const double t35 = t5*t34 + g1*(g4*(eta*(t5*(-37.0/32.0*t6 - 37.0/32.0) - 8.0/3.0*t32)) + g1*t31);
        const double t36 = g1*(g1 - 82.0/199.0*t4);
        const double t37 = g1*g4;
        const double t38 = g1*(-41.0/9.0*t37 + eta*(505.0/96.0*t5 + 199.0/18.0*t36 - 17.0/6.0*t30));
        const double t39 = t5*t33 + g1*(101.0/96.0*(g1*t5) + eta*(g4*(-37.0/16.0*t5 - 8.0/3.0*t32) + t38));
        const double t40 = t5 - 136.0/303.0*t30;
        const double t41 = 199.0/18.0*t11 + t6*(-199.0/18.0*t36 - 101.0/16.0*t40) + 101.0/16.0*t40;
        const double t42 = t5*t6;
        const double t43 = (
            19.0/9.0*t1 - 3.0/4.0*t2 + 887.0/216.0*t42 + 131.0/16.0*t9 + 7.0/48.0*t10 + g1*(1187.0/216.0*g1
            - 58.0/27.0*t4)
        );
        const double t44 = 225.0/16.0*(t2 - 64.0/75.0*(lambda - 3.0*t1));
        const double t45 = -108.0*(t1 - 1.0/12.0*t2);
        const double t46 = lambda*lambda;
        const double t47 = t19 + 1.0/9.0*t20;
        const double t48 = 6.0*(t46 + 3.0/4.0*t47);
        const double t49 = (
            -1.0/4.0*t22 + t2*(-23.0/4.0*t2 + 99.0/16.0*t10) + t1*(4.0*t10 + t45) + t9*(-12.0*t9 - 11.0/4.0*t10 + t44)
            + t11*t43 + t48
        );
        const double t50 = (
            31.0/9.0*t1 - 9.0/4.0*t2 - 481.0/3456.0*t42 + 91.0/48.0*t9 + 79.0/16.0*t10 + g1*(-127.0/216.0*g1
            + 2.0/27.0*t4)
        );
        const double t51 = (
            -1.0/4.0*t21 + t2*(-23.0/4.0*t2 + 99.0/16.0*t9) + t1*(4.0*t9 + t45) + t10*(-11.0/4.0*t9 - 12.0*t10 + t44)
            + t11*t50 + t48
        );
        const double t52 = g1*(eta*(g4 - 211.0/80.0*t7));
        const double t53 = u + 6.0/5.0*v;
        const double t54 = t19 + 1.0/2.0*t24;
        const double t55 = (
            -37.0/4.0*t25 + v*(20.0*v - 24.0*t12) + u*(-40.0*t12 + 20.0*t53) + t5*(4315.0/192.0*t5 + 29.0*t12
            - 40.0/3.0*t52) + t54
        );
        const double t56 = lambda + 5.0/64.0*t2 + 1.0/24.0*(g1*(557.0/48.0*g1 - 10.0/3.0*t4) + 85.0/12.0*t29);
        const double t57 = t1 + 9.0/32.0*t2;
        const double t58 = lambda - 5.0/9.0*t57;
        const double t59 = t10 + 24.0/7.0*t58;
        const double t60 = -1.0/60.0*(t10*(-27.0/2.0*t10 - 72.0*t58) + t2*(-145.0/16.0*t2 + 72.0*lambda));
        const double t61 = -60.0*(t46 - 1.0/60.0*(t9*(-27.0/2.0*t9 - 21.0*t59)) + t60);
        const double t62 = t11*(4891.0/768.0*t42 + 24.0*t56) + t61;
        const double t63 = delta + t12;
        const double t64 = -36.0*(mS2*(delta*t63)) + mphi2*(-4.0*t20 + t5*(5.0/64.0*(t6*t11) + 1.0/4.0*delta_t));
        const double t65 = s + 2483.0/6144.0*t5;
        const double t66 = -5.0/24.0*t52 + t65;
        const double t67 = -2.0*(t20 + 20.0*t23);
        const double t68 = t16 - t17;
        const double t69 = t5*t6*t11;
        const double t70 = (
            mS2*(w*(-36.0*w - 36.0*t12)) + mH2*(5.0/32.0*t69 + delta_t*(-8.0*delta_t - 24.0*t68)) + mphi2*(-9.0*t24
            + t5*t66 + t67)
        );
        const double t71 = t5 - 9.0/10.0*t12;
        const double t72 = v*v;
        const double t73 = -200.0*(t72 - 1.0/200.0*(t12*(-48.0*t14 + 10.0*t71) - 200.0*(u*t53)));
        const double t74 = delta + 3.0*t68;
        const double t75 = w - 1.0/16.0*t5;
        const double t76 = t9 - 5.0/19.0*t10;
        const double t77 = (
            -559.0/48.0*t2 - 3911.0/768.0*t42 + 629.0/24.0*lambda + g1*(-379.0/48.0*g1 + 8.0/3.0*t4) - 19.0/4.0*t76
        );
        const double t78 = -289.0/48.0*t2 - 3911.0/768.0*t42 + 39.0/4.0*lambda + 21.0/2.0*t9 + 9.0/2.0*t10;
        const double t79 = (
            5.0/64.0*(delta_t*t5*t6) - 8.0/3.0*t21 + 4.0/3.0*t22 + lambda*(4891.0/384.0*t42 + 36.0*lambda
            + 85.0/6.0*t29) + t2*t78 + g1*(g4*(eta*(8.0/3.0*t2 - 20.0/3.0*lambda)) + g1*t77)
        );
        const double t80 = (
            -312.0*t46 + t2*(-73.0/8.0*t2 + 108.0*lambda) + t10*(-3.0*t10 - 144.0*t58) + t9*(-3.0*t9 - 42.0*t59)
            - 90.0*t47
        );
        const double t81 = -9.0/4.0*(t2*t2);
        const double t82 = (
            305.0/16.0*(t3*t3) + t20*(1.0/8.0*t5 - 4.0*delta_t) + t19*(-36.0*delta - 18.0*t12) + t10*(t81
            + t10*(-32.0*t1 + 30.0*t10)) + t9*(t81 - 6.0*t22 + t9*(-32.0*t1 + 30.0*t9 - 6.0*t10)) + lambda*t80
            + t11*t79
        );
        const double t83 = (
            g4*(1.0/96.0*t5 - 5.0/12.0*s) + g1*(eta*(-167.0/6144.0*t5 + 211.0/192.0*s + 5.0/32.0*delta_t))
        );
        const double t84 = t5*(7.0/4.0*t23 + t5*(-989.0/49152.0*t5 + 2519.0/3072.0*s) + g1*(eta*t83));
        const double t85 = (
            -240.0*(s*t23) + t24*(-90.0*s - 36.0*w - 18.0*t12) + t20*(-20.0*s - 8.0*delta_t - 12.0*t68) + t84
        );
        const double t86 = u + v;
        const double t87 = -688.0*t72 + u*(-336.0*u - 1056.0*v) + t12*(20.0*t71 - 48.0*t86) - 20.0*t54;
        const double t88 = -816.0*t72 + u*(-688.0*u - 1056.0*v) + t12*(20.0*t71 - 96.0*t26) - 20.0*t54;
        const double t89 = (
            4.0*(t12*t25) + t24*(1.0/8.0*t5 - 4.0*w) + u*(8.0*t25 + u*(-288.0*u - 24.0*t12)) + t19*(-8.0*delta
            - 12.0*t68) + v*t88
        );
        const double t90 = -4.0*(t12 + 36.0*t14);
        const double t91 = (
            -t24 + delta_t*(-delta_t - 8.0*w) + delta*(-72.0*lambda - 19.0*delta - 12.0*t16 + 3.0*t17 + t90) + t62
            + t73
        );
        const double t92 = g1*(-5.0/24.0*(eta*(g4*t5)) + g1*(1779.0/256.0*t42 + delta_t + 24.0*t56));
        const double t93 = lambda + 2.0/3.0*s;
        const double t94 = (
            -40.0*t23 - 9.0*t24 + delta*(-9.0*delta - 72.0*w) + t5*t65 + delta_t*(3.0*t2 + 1.0/16.0*t5 - 11.0*delta_t
            - 12.0*t16 - 72.0*t93) + t92 + t61
        );
        const double t95 = (
            -45.0/256.0*t2 - 7867.0/12288.0*t5 + g1*(-713.0/768.0*g1 + 1.0/6.0*t4) + 15.0/32.0*t93 - 19.0/64.0*t76
        );
        const double t96 = delta*(w*(-36.0*w - 36.0*t63)) + t11*(t5*(eta*(1.0/6.0*t37 + eta*t95))) + delta_t*t94;
        const double t97 = (
            -9.0*t25 + delta*(-2.0*delta - 16.0*delta_t) + v*(-200.0*v - 80.0*t12) + u*(-48.0*t12 - 200.0*t53)
            + w*(-48.0*s - 18.0*w + t90) + t5*(1.0/16.0*w + 10.0*t12 + t66) + t67
        );
        const double t98 = -3.0/4.0*(t12*(t5*t5)) + delta*(5.0/32.0*t69 + delta_t*(-8.0*delta_t - 8.0*t74)) + w*t97;
        const double t99 = LOOP_FACTOR*(977.0/192.0*t42 + g1*(41.0/6.0*g1 - 8.0/3.0*t4) + LOOP_FACTOR*t35);
        const double t100 = LOOP_FACTOR*(977.0/192.0*t5 + g1*(eta*(41.0/6.0*t7 - 8.0/3.0*g4)) + LOOP_FACTOR*t39);
        const double t101 = LOOP_FACTOR*(t5*(-t34 + t33) + g1*(g4*(eta*(37.0/32.0*t42 + 8.0/3.0*t32)) + g1*t41));
        const double t102 = g4*(LOOP_FACTOR*(-41.0/9.0*t11 - 37.0/32.0*t5 - 8.0/3.0*t32) - 8.0/3.0);
        const double t103 = g1*t102 + eta*(-977.0/192.0*(t5*t8) + g1*(8.0/3.0*t4 - 41.0/6.0*(g1*t8)) + t101);
        const double t104 = LOOP_FACTOR*(-17.0/12.0*t11 + 9.0/2.0*t9 + 3.0/2.0*t10 + LOOP_FACTOR*t49 - 8.0*t57);
        const double t105 = LOOP_FACTOR*(-5.0/12.0*t11 + 3.0/2.0*t9 + 9.0/2.0*t10 + LOOP_FACTOR*t51 - 8.0*t57);
        const double t106 = LOOP_FACTOR*(-6.0*t5 + 4.0*t12 + LOOP_FACTOR*t55);
        const double t107 = (
            2.0*(mphi2*delta_t) + 18.0*(mS2*delta) + LOOP_FACTOR*t64 + mH2*(LOOP_FACTOR*(-9.0*t47 + t62)
            - 9.0/2.0*t18)
        );
        const double t108 = LOOP_FACTOR*(-4.0*(mphi2*(w*t75)) - 8.0*(mH2*(delta*t74)) + mS2*(-2.0*t54 + t73));
        const double t109 = (
            3.0/8.0*(t11*t11) - 6.0*t21 - 6.0*t22 + t2*(9.0/8.0*t2 + 3.0/4.0*t11) - 9.0*(lambda*t18) + LOOP_FACTOR*t82
            + 9.0*t47
        );
        const double t110 = 20.0*t23 + 2.0*t20 + 9.0*t24 + t5*(3.0/2048.0*t5 - 3.0/16.0*s) + LOOP_FACTOR*t85;
        const double t111 = (
            t25*(LOOP_FACTOR*(-8.0*t5 + 8.0*v + 12.0*t12) - 2.0) + u*(4.0*t12 + LOOP_FACTOR*t87 + 24.0*t86)
        );
        const double t112 = 5.0/64.0*(LOOP_FACTOR*t5*t6*t11) + delta_t*(LOOP_FACTOR*(-4.0*delta_t - 4.0*t75) + 2.0);
        const double t113 = (
            -12.0*(LOOP_FACTOR*t5*t6*t11*t12) + w*t112 + delta*(4.0*delta + LOOP_FACTOR*t91 - 9.0/2.0*t18 + 2.0*t15)
        );
        const double t114 = (
            3.0/64.0*t69 + 18.0*(delta*w) + delta_t*(4.0*delta_t - 9.0/2.0*t18 + 8.0*t13) + LOOP_FACTOR*t96
        );
        
        dx[p] = g3*t1*(LOOP_FACTOR*(LOOP_FACTOR*t27 - 7.0));
        dx[n + p] = t3*(LOOP_FACTOR*(LOOP_FACTOR*t28 - 19.0/6.0));
        dx[2*n + p] = g1*t99;
        dx[3*n + p] = g4*t100;
        dx[4*n + p] = LOOP_FACTOR*t103;
        dx[5*n + p] = yt_re*t104;
        dx[6*n + p] = yt_im*t104;
        dx[7*n + p] = yb_re*t105;
        dx[8*n + p] = yb_im*t105;
        dx[9*n + p] = y_re*t106;
        dx[10*n + p] = y_im*t106;
        dx[11*n + p] = LOOP_FACTOR*t107;
        dx[12*n + p] = LOOP_FACTOR*(4.0*(mH2*delta_t) + 18.0*(mS2*w) + 8.0*(mphi2*t13) + LOOP_FACTOR*t70);
        dx[13*n + p] = LOOP_FACTOR*(4.0*(mH2*delta) + 2.0*(mphi2*w) + 2.0*(mS2*t15) + t108);
        dx[14*n + p] = LOOP_FACTOR*t109;
        dx[15*n + p] = LOOP_FACTOR*t110;
        dx[16*n + p] = LOOP_FACTOR*t111;
        dx[17*n + p] = LOOP_FACTOR*(12.0*(u*u) + v*(4.0*t12 + 48.0*t26) + LOOP_FACTOR*t89 + 2.0*t54);
        dx[18*n + p] = LOOP_FACTOR*t113;
        dx[19*n + p] = LOOP_FACTOR*t114;
        dx[20*n + p] = LOOP_FACTOR*(4.0*(delta*delta_t) + w*(4.0*w + 8.0*t13 + 2.0*t15) + LOOP_FACTOR*t98);
    }
}

/* Parts of what is below, one after the other: compilers take long for long functions. */
static void jacobian_2_1(const double *restrict x, double *restrict shared, double *restrict jacobian)
{
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
    const double t2 = g3*t1;
    const double t3 = g2*g2;
    shared[0] = t3;
    const double t4 = g2*t3;
    const double t5 = g4*eta;
    const double t7 = g4*g4;
    shared[1] = t7;
    const double t8 = eta*eta;
    shared[2] = t8;
    const double t14 = yt_re*yt_re + yt_im*yt_im;
    shared[3] = t14;
    const double t15 = yb_re*yb_re + yb_im*yb_im;
    shared[4] = t15;
    const double t16 = g1*g1;
    shared[5] = t16;
    const double t21 = t14 + t15;
    shared[6] = t21;
    const double t32 = 11.0/6.0*g1 - 1.0/3.0*t5;
    const double t66 = -108.0*(t1 - 1.0/12.0*t3);
    const double t67 = 4.0*t15 + t66;
    const double t75 = 4.0*t14 + t66;
    const double t162 = LOOP_FACTOR*(-26.0*t1 + 9.0/2.0*t3 + 1.0/8.0*t7 + g1*t32 - 2.0*t21) - 7.0;
    const double t175 = g3*eta;
    const double t176 = g3*t8;
    const double t177 = t7*(-2.0*t176 + 2.0*g3) + g1*(16.0/3.0*g4*t175 + g1*(-88.0/3.0*g3*t8 + 88.0/3.0*g3));
    const double t178 = -216.0*g3*t1;
    const double t179 = g3*t14;
    const double t180 = g3*t15;
    const double t181 = -4.0/3.0*t179 - 4.0/3.0*t180;
    const double t182 = g3*LOOP_FACTOR;
    const double t183 = LOOP_FACTOR*t182;
    const double t184 = LOOP_FACTOR*(LOOP_FACTOR*(2.0*t7*t176 + g1*(-16.0/3.0*g4*t175 + 88.0/3.0*g3*g1)));
    const double t185 = LOOP_FACTOR*(2.0*g3*t7 + g1*(eta*(-16.0/3.0*g3*g4 + 88.0/3.0*g1*t175)));
    const double t186 = LOOP_FACTOR*(2.0*g3*t67 + t178 + 72.0*g3*t14 + 38.0/9.0*g3*t16) - 16.0*g3;
    const double t187 = LOOP_FACTOR*t186;
    const double t188 = LOOP_FACTOR*(2.0*g3*t75 + t178 + 72.0*g3*t15 + 62.0/9.0*g3*t16) - 16.0*g3;
    const double t189 = LOOP_FACTOR*t188;
    const double t190 = LOOP_FACTOR*t181;
    const double t191 = LOOP_FACTOR*(-64.0*t15*t180 - 64.0*t14*t179 + lambda*(160.0*g3*t15 + 160.0*g3*t14));
    jacobian[0*21 + 0] = LOOP_FACTOR*t162*(t1 + 2.0*g3*g3) - 52.0*t2*t183;
    jacobian[1*21 + 0] = 24.0*t4*t183;
    jacobian[2*21 + 0] = g1*t184;
    jacobian[3*21 + 0] = g4*(LOOP_FACTOR*t185);
    jacobian[4*21 + 0] = LOOP_FACTOR*(-16.0/3.0*g1*(g4*t182) + eta*(LOOP_FACTOR*t177));
    jacobian[5*21 + 0] = yt_re*t187;
    jacobian[6*21 + 0] = yt_im*t187;
    jacobian[7*21 + 0] = yb_re*t189;
    jacobian[8*21 + 0] = yb_im*t189;
    jacobian[11*21 + 0] = -60.0*LOOP_FACTOR*(mH2*t190);
    jacobian[14*21 + 0] = LOOP_FACTOR*t191;
    jacobian[18*21 + 0] = -60.0*LOOP_FACTOR*(delta*t190);
    jacobian[19*21 + 0] = -60.0*LOOP_FACTOR*(LOOP_FACTOR*(delta_t*t181));
    const double t24 = delta*delta;
    shared[7] = t24;
    const double t25 = delta_t*delta_t;
    shared[8] = t25;
    const double t33 = 3.0/2.0*g1 - t5;
    const double t57 = t7*t8;
    shared[9] = t57;
    const double t68 = -23.0/4.0*t3 + 99.0/16.0*t15;
    const double t76 = -23.0/4.0*t3 + 99.0/16.0*t14;
    const double t93 = -145.0/16.0*t3 + 72.0*lambda;
    shared[10] = t93;
    const double t117 = -289.0/48.0*t3 - 3911.0/768.0*t57 + 39.0/4.0*lambda + 21.0/2.0*t14 + 9.0/2.0*t15;
    const double t122 = -73.0/8.0*t3 + 108.0*lambda;
    shared[11] = t122;
    const double t163 = LOOP_FACTOR*(12.0*t1 + 35.0/6.0*t3 + 13.0/32.0*t7 + g1*t33 - 3.0/2.0*t21);
    const double t192 = t3 + 2.0*g2*g2;
    const double t193 = g2*eta;
    const double t194 = g2*t8;
    const double t195 = t7*(-39.0/16.0*t194 + 39.0/16.0*g2) + g1*(6.0*g4*t193 + g1*(-9.0*g2*t8 + 9.0*g2));
    const double t196 = 18.0*g2*t1;
    const double t197 = -23.0/2.0*g2*t3;
    const double t198 = -3.0/8.0*(g2*t14) - 1.0/60.0*(45.0/2.0*g2*t15 + 2.0*g2*t93 - 145.0/8.0*g2*t3);
    const double t199 = 15.0/4.0*g2*t16 - 60.0*t198;
    const double t200 = g2*delta_t;
    const double t201 = 2.0*g2*t117 - 289.0/24.0*g2*t3 + g1*(16.0/3.0*g4*t193 - 559.0/24.0*g2*g1);
    const double t202 = (
        305.0/8.0*(t4*t192) - 9.0*t4*t15 - 9.0*t4*t14 + lambda*(2.0*g2*t122 - 73.0/4.0*g2*t3 + 45.0*g2*t15
        + 45.0*g2*t14) + t16*t201
    );
    const double t203 = (
        -45.0/128.0*t16*(t7*(eta*t193)) + delta_t*(6.0*g2*delta_t + 15.0/4.0*g1*(g2*g1) - 60.0*t198)
    );
    const double t204 = g2*LOOP_FACTOR;
    const double t205 = LOOP_FACTOR*t204;
    const double t206 = LOOP_FACTOR*(LOOP_FACTOR*(39.0/16.0*t7*t194 + g1*(-6.0*g4*t193 + 9.0*g2*g1)));
    const double t207 = LOOP_FACTOR*(LOOP_FACTOR*(39.0/16.0*g2*t7 + g1*(eta*(-6.0*g2*g4 + 9.0*g1*t193))));
    const double t208 = LOOP_FACTOR*(2.0*g2*t68 + t197 + t196 + 225.0/8.0*g2*t14 - 3.0/2.0*g2*t16);
    const double t209 = LOOP_FACTOR*(t208 - 9.0/2.0*g2);
    const double t210 = LOOP_FACTOR*(2.0*g2*t76 + t197 + t196 + 225.0/8.0*g2*t15 - 9.0/2.0*g2*t16);
    const double t211 = LOOP_FACTOR*(t210 - 9.0/2.0*g2);
    const double t212 = 2.0*g2*(9.0/8.0*t3 + 3.0/4.0*t16) + 9.0/4.0*g2*t3 - 18.0*(g2*lambda) + LOOP_FACTOR*t202;
    jacobian[0*21 + 1] = 9.0*t2*t205;
    jacobian[1*21 + 1] = LOOP_FACTOR*(t163 - 19.0/6.0)*t192 + 35.0/3.0*t4*t205;
    jacobian[2*21 + 1] = g1*t206;
    jacobian[3*21 + 1] = g4*t207;
    jacobian[4*21 + 1] = LOOP_FACTOR*(-6.0*g1*(g4*t204) + eta*(LOOP_FACTOR*t195));
    jacobian[5*21 + 1] = yt_re*t209;
    jacobian[6*21 + 1] = yt_im*t209;
    jacobian[7*21 + 1] = yb_re*t211;
    jacobian[8*21 + 1] = yb_im*t211;
    jacobian[11*21 + 1] = LOOP_FACTOR*(mH2*(LOOP_FACTOR*t199 - 9.0*g2));
    jacobian[12*21 + 1] = 48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t200));
    jacobian[13*21 + 1] = 48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(g2*delta)));
    jacobian[14*21 + 1] = LOOP_FACTOR*t212;
    jacobian[15*21 + 1] = 24.0*LOOP_FACTOR*(LOOP_FACTOR*(g2*t25));
    jacobian[17*21 + 1] = 24.0*LOOP_FACTOR*(LOOP_FACTOR*(g2*t24));
    jacobian[18*21 + 1] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(6.0*g2*delta + t199) - 9.0*g2));
    jacobian[19*21 + 1] = LOOP_FACTOR*(-9.0*g2*delta_t + LOOP_FACTOR*t203);
    jacobian[20*21 + 1] = 48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t200));
    const double t6 = 41.0/6.0*g1 - 8.0/3.0*t5;
    const double t9 = g1*eta;
    shared[12] = t9;
    const double t10 = 41.0/6.0*t9 - 8.0/3.0*g4;
    const double t11 = eta*t10;
    const double t12 = t8 - 1.0;
    const double t13 = 8.0/3.0*t5 - 41.0/6.0*(g1*t12);
    const double t17 = y_re*y_re + y_im*y_im;
    shared[13] = t17;
    const double t26 = t14*t14;
    const double t27 = t15*t15;
    const double t34 = g4*(505.0/96.0*t8 + 101.0/96.0);
    const double t35 = -82.0/9.0*t9 + t34;
    const double t36 = t14 + 5.0/17.0*t15;
    const double t37 = t36 - 88.0/17.0*(t1 + 27.0/88.0*t3);
    const double t38 = 199.0/18.0*t16 + g4*t35 - 17.0/6.0*t37;
    const double t39 = -37.0/32.0*t8 - 37.0/32.0;
    const double t40 = t1 + 9.0/8.0*t3;
    const double t41 = t7*t39 - 8.0/3.0*t40;
    const double t42 = eta*t41;
    const double t43 = g4*t42 + g1*t38;
    const double t44 = t1 + 39.0/32.0*t3 + 12845.0/1024.0*(t7 - 18432.0/12845.0*t17);
    const double t45 = t8*t44;
    const double t46 = g1 - 82.0/199.0*t5;
    const double t47 = g1*t46;
    const double t48 = 505.0/96.0*t7 + 199.0/18.0*t47 - 17.0/6.0*t37;
    const double t49 = g1*g4;
    const double t50 = -41.0/9.0*t49 + eta*t48;
    const double t51 = -37.0/16.0*t7 - 8.0/3.0*t40;
    const double t52 = g4*t51 + g1*t50;
    const double t53 = 101.0/96.0*(g1*t7) + eta*t52;
    const double t54 = t7 - 136.0/303.0*t37;
    const double t55 = -199.0/18.0*t47 - 101.0/16.0*t54;
    const double t56 = 199.0/18.0*t16 + t8*t55 + 101.0/16.0*t54;
    const double t58 = 37.0/32.0*t57 + 8.0/3.0*t40;
    const double t59 = eta*t58;
    const double t60 = g4*t59 + g1*t56;
    const double t62 = 1187.0/216.0*g1 - 58.0/27.0*t5;
    const double t63 = 19.0/9.0*t1 - 3.0/4.0*t3 + 887.0/216.0*t57 + 131.0/16.0*t14 + 7.0/48.0*t15 + g1*t62;
    const double t72 = -127.0/216.0*g1 + 2.0/27.0*t5;
    const double t73 = 31.0/9.0*t1 - 9.0/4.0*t3 - 481.0/3456.0*t57 + 91.0/48.0*t14 + 79.0/16.0*t15 + g1*t72;
    const double t77 = g4 - 211.0/80.0*t9;
    const double t78 = eta*t77;
    const double t85 = 557.0/48.0*g1 - 10.0/3.0*t5;
    const double t86 = 24.0*(lambda + 5.0/64.0*t3 + 1.0/24.0*(g1*t85 + 85.0/12.0*t36));
    const double t87 = 4891.0/768.0*t57 + t86;
    shared[14] = t87;
    const double t111 = -379.0/48.0*g1 + 8.0/3.0*t5;
    const double t112 = t14 - 5.0/19.0*t15;
    const double t113 = -559.0/48.0*t3 - 3911.0/768.0*t57 + 629.0/24.0*lambda + g1*t111 - 19.0/4.0*t112;
    const double t114 = 8.0/3.0*t3 - 20.0/3.0*lambda;
    const double t115 = eta*t114;
    const double t116 = g4*t115 + g1*t113;
    const double t118 = 4891.0/384.0*t57 + 36.0*lambda + 85.0/6.0*t36;
    shared[15] = t118;
    const double t119 = 5.0/64.0*(delta_t*t7*t8) - 8.0/3.0*t26 + 4.0/3.0*t27 + lambda*t118 + t3*t117 + g1*t116;
    const double t128 = -167.0/6144.0*t7 + 211.0/192.0*s + 5.0/32.0*delta_t;
    const double t129 = eta*t128;
    const double t130 = 1.0/96.0*t7 - 5.0/12.0*s;
    const double t131 = g4*t130 + g1*t129;
    const double t132 = eta*t131;
    const double t143 = 1779.0/256.0*t57 + delta_t + t86;
    const double t144 = g4*t7;
    const double t145 = -5.0/24.0*(eta*t144) + g1*t143;
    shared[16] = t145;
    const double t146 = lambda + 2.0/3.0*s;
    shared[17] = t146;
    const double t150 = -713.0/768.0*g1 + 1.0/6.0*t5;
    const double t151 = -45.0/256.0*t3 - 7867.0/12288.0*t7 + g1*t150 + 15.0/32.0*t146 - 19.0/64.0*t112;
    const double t152 = 1.0/6.0*t49 + eta*t151;
    const double t153 = eta*t152;
    const double t164 = LOOP_FACTOR*(-41.0/9.0*t16 - 37.0/32.0*t7 - 8.0/3.0*t40) - 8.0/3.0;
    const double t213 = t46 + g1;
    const double t214 = g1*(101.0/96.0*t7 + eta*(t50 + g1*(-41.0/9.0*g4 + 199.0/18.0*eta*t213)));
    const double t215 = t85 + 557.0/48.0*g1;
    const double t216 = 2.0*g1*t87 + t16*t215;
    const double t217 = t7*(t78 - 211.0/80.0*g1*t8);
    const double t218 = g1*t7*t8;
    const double t219 = 5.0/16.0*t218 + 16.0*g1*delta_t;
    const double t220 = 2.0*g1*(t7*t153) + t16*(t7*(eta*(1.0/6.0*g4 + eta*(t150 - 713.0/768.0*g1))));
    const double t221 = t6 + 41.0/6.0*g1 + LOOP_FACTOR*(t43 + g1*(t38 + g1*(199.0/9.0*g1 - 82.0/9.0*g4*eta)));
    const double t222 = (
        t13 - 41.0/6.0*g1*t12 + LOOP_FACTOR*(t60 + g1*(t56 + g1*(199.0/9.0*g1 - 199.0/18.0*t8*t213)))
    );
    const double t223 = LOOP_FACTOR*(-17.0/6.0*g1 + LOOP_FACTOR*(2.0*g1*t63 + t16*(t62 + 1187.0/216.0*g1)));
    const double t224 = LOOP_FACTOR*(-5.0/6.0*g1 + LOOP_FACTOR*(2.0*g1*t73 + t16*(t72 - 127.0/216.0*g1)));
    const double t225 = LOOP_FACTOR*(LOOP_FACTOR*t217);
    const double t226 = 5.0/32.0*LOOP_FACTOR*(mphi2*(t7*(g1*t8))) + mH2*(LOOP_FACTOR*t216 - 3.0*g1);
    const double t227 = LOOP_FACTOR*(2.0*g1*t119 + t16*(t116 + g1*(t113 + g1*(t111 - 379.0/48.0*g1))));
    const double t228 = (
        -24.0*(g1*LOOP_FACTOR*t7*t8*t17) + 5.0/32.0*w*(g1*LOOP_FACTOR*t7*t8) + delta*(LOOP_FACTOR*(2.0*g1*delta
        + t216) - 3.0*g1)
    );
    const double t229 = (
        3.0/32.0*t218 - 3.0*g1*delta_t + LOOP_FACTOR*(t220 + delta_t*(t145 + g1*(t143 + g1*t215)))
    );
    jacobian[0*21 + 2] = t2*(LOOP_FACTOR*(LOOP_FACTOR*(t32 + 11.0/6.0*g1)));
    jacobian[1*21 + 2] = t4*(LOOP_FACTOR*(LOOP_FACTOR*(t33 + 3.0/2.0*g1)));
    jacobian[2*21 + 2] = (
        LOOP_FACTOR*(977.0/192.0*t57 + g1*t6 + LOOP_FACTOR*(t7*t45 + g1*t43)) + g1*(LOOP_FACTOR*t221)
    );
    jacobian[3*21 + 2] = g4*(LOOP_FACTOR*(t11 + 41.0/6.0*g1*t8 + LOOP_FACTOR*(t53 + t214)));
    jacobian[4*21 + 2] = LOOP_FACTOR*(g4*t164 - 82.0/9.0*g1*(g4*(g1*LOOP_FACTOR)) + eta*t222);
    jacobian[5*21 + 2] = yt_re*t223;
    jacobian[6*21 + 2] = yt_im*t223;
    jacobian[7*21 + 2] = yb_re*t224;
    jacobian[8*21 + 2] = yb_im*t224;
    jacobian[9*21 + 2] = -40.0/3.0*y_re*t225;
    jacobian[10*21 + 2] = -40.0/3.0*y_im*t225;
    jacobian[11*21 + 2] = LOOP_FACTOR*t226;
    jacobian[12*21 + 2] = LOOP_FACTOR*(LOOP_FACTOR*(mH2*t219 - 5.0/24.0*mphi2*t217));
    jacobian[13*21 + 2] = 16.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(g1*delta)));
    jacobian[14*21 + 2] = LOOP_FACTOR*(3.0/2.0*(g1*t16) + 3.0/2.0*g1*t3 - 6.0*(g1*lambda) + t227);
    jacobian[15*21 + 2] = LOOP_FACTOR*(LOOP_FACTOR*(8.0*g1*t25 + t7*(t132 + g1*(eta*t129))));
    jacobian[17*21 + 2] = 8.0*LOOP_FACTOR*(LOOP_FACTOR*(g1*t24));
    jacobian[18*21 + 2] = LOOP_FACTOR*t228;
    jacobian[19*21 + 2] = LOOP_FACTOR*t229;
    jacobian[20*21 + 2] = LOOP_FACTOR*(LOOP_FACTOR*(delta*t219 - 5.0/24.0*w*t217));
    const double t28 = s*s;
    shared[18] = t28;
    const double t29 = w*w;
    shared[19] = t29;
    const double t30 = t17*t17;
    shared[20] = t30;
    const double t61 = -t45 + t44;
    const double t79 = g1*t78;
    const double t80 = 4315.0/192.0*t7 + 29.0*t17 - 40.0/3.0*t79;
    shared[21] = t80;
    const double t96 = 5.0/64.0*(t8*t16) + 1.0/4.0*delta_t;
    shared[22] = t96;
    const double t98 = s + 2483.0/6144.0*t7;
    shared[23] = t98;
    const double t99 = -5.0/24.0*t79 + t98;
    shared[24] = t99;
    const double t133 = -989.0/49152.0*t7 + 2519.0/3072.0*s;
    const double t155 = 1.0/16.0*w + 10.0*t17 + t99;
    shared[25] = t155;
    const double t230 = -8.0/3.0*g1*eta;
    const double t231 = 8.0/3.0*g1*eta;
    const double t232 = g4*t8;
    const double t233 = 2.0*g4*t45 + 12845.0/512.0*t7*t232 + g1*(t42 + 2.0*g4*(eta*(g4*t39)) + g1*(t35 + t34));
    const double t234 = t51 - 37.0/8.0*g4*g4 + g1*(-41.0/9.0*g1 + eta*(505.0/48.0*g4 - 41.0/9.0*t9));
    const double t235 = t59 + 37.0/16.0*g4*(eta*t232) + g1*(t8*(41.0/9.0*t9 - 101.0/8.0*g4) + 101.0/8.0*g4);
    const double t236 = t16*(4891.0/384.0*t232 - 10.0/3.0*t9);
    const double t237 = t7*(-5.0/24.0*t9 + 2483.0/3072.0*g4);
    const double t238 = g4*t8*t16;
    const double t239 = g4*t17;
    const double t240 = (
        5.0/32.0*(g4*delta_t*t8) + 4891.0/192.0*lambda*t232 - 3911.0/384.0*t3*t232 + g1*(t115
        + g1*(-3911.0/384.0*t232 + t231))
    );
    const double t241 = 2.0*g4*t133 - 989.0/24576.0*g4*t7 + g1*(eta*(t130 + 1.0/48.0*g4*g4 - 167.0/3072.0*g1*t5));
    const double t242 = -5.0/24.0*(eta*(t7 + 2.0*g4*g4)) + g1*(1779.0/128.0*t232 - 10.0/3.0*t9);
    const double t243 = delta_t*(2.0*g4*t98 + 2483.0/3072.0*g4*t7 + 1.0/8.0*g4*delta_t + g1*t242);
    const double t244 = 2.0*g4*t153 + t7*(eta*(1.0/6.0*g1 + eta*(-7867.0/6144.0*g4 + 1.0/6.0*g1*eta)));
    const double t245 = LOOP_FACTOR*(2.0*g4*t44 + 12845.0/512.0*g4*t7 + g1*(101.0/48.0*t49 + eta*t234));
    const double t246 = LOOP_FACTOR*(2.0*g4*t61 + t7*(-12845.0/512.0*t232 + 12845.0/512.0*g4) + g1*t235);
    const double t247 = g4*LOOP_FACTOR;
    const double t248 = g1*(t164 - 37.0/16.0*g4*t247) + eta*(-977.0/96.0*(g4*t12) + t231 + t246);
    const double t249 = LOOP_FACTOR*(LOOP_FACTOR*(t16*(887.0/108.0*t232 - 58.0/27.0*g1*eta)));
    const double t250 = LOOP_FACTOR*(LOOP_FACTOR*(t16*(-481.0/1728.0*t232 + 2.0/27.0*g1*eta)));
    const double t251 = -12.0*g4 + LOOP_FACTOR*(2.0*g4*t80 + t7*(4315.0/96.0*g4 - 40.0/3.0*t9));
    const double t252 = LOOP_FACTOR*t251;
    const double t253 = -3.0/16.0*(g4*mphi2) + LOOP_FACTOR*(5.0/16.0*mH2*t238 + mphi2*(2.0*g4*t99 + t237));
    const double t254 = (
        2.0*g4*(3.0/2048.0*t7 - 3.0/16.0*s) + 3.0/1024.0*g4*t7 + LOOP_FACTOR*(2.0*g4*(7.0/4.0*t28 + t7*t133
        + g1*t132) + t7*t241)
    );
    const double t255 = (
        -24.0*(g4*LOOP_FACTOR*t8*t16*t17) + w*(5.0/32.0*(g4*LOOP_FACTOR*t8*t16) + 1.0/2.0*delta_t*t247)
        + delta*(LOOP_FACTOR*(t236 + 20.0*t239))
    );
    const double t256 = LOOP_FACTOR*(-3.0*(t17*t144) + 5.0/16.0*delta*t238 + w*(2.0*g4*t155 + t237));
    jacobian[0*21 + 3] = t2*(LOOP_FACTOR*(LOOP_FACTOR*(1.0/4.0*g4 - 1.0/3.0*g1*eta)));
    jacobian[1*21 + 3] = t4*(LOOP_FACTOR*(LOOP_FACTOR*(13.0/16.0*g4 - g1*eta)));
    jacobian[2*21 + 3] = g1*(LOOP_FACTOR*(977.0/96.0*t232 + t230 + LOOP_FACTOR*t233));
    jacobian[3*21 + 3] = (
        LOOP_FACTOR*(977.0/192.0*t7 + g1*t11 + LOOP_FACTOR*(t7*t44 + g1*t53)) + g4*(LOOP_FACTOR*(977.0/96.0*g4
        + t230 + t245))
    );
    jacobian[4*21 + 3] = LOOP_FACTOR*t248;
    jacobian[5*21 + 3] = yt_re*t249;
    jacobian[6*21 + 3] = yt_im*t249;
    jacobian[7*21 + 3] = yb_re*t250;
    jacobian[8*21 + 3] = yb_im*t250;
    jacobian[9*21 + 3] = y_re*t252;
    jacobian[10*21 + 3] = y_im*t252;
    jacobian[11*21 + 3] = LOOP_FACTOR*(2.0*LOOP_FACTOR*(mphi2*(g4*t96)) + mH2*(LOOP_FACTOR*t236));
    jacobian[12*21 + 3] = LOOP_FACTOR*t253;
    jacobian[13*21 + 3] = LOOP_FACTOR*(LOOP_FACTOR*(1.0/2.0*(mphi2*(g4*w)) + 20.0*mS2*t239));
    jacobian[14*21 + 3] = LOOP_FACTOR*(LOOP_FACTOR*(1.0/4.0*g4*t25 + t16*t240));
    jacobian[15*21 + 3] = LOOP_FACTOR*t254;
    jacobian[16*21 + 3] = LOOP_FACTOR*(-16.0*t30*t247 + 40.0*u*(LOOP_FACTOR*t239));
    jacobian[17*21 + 3] = LOOP_FACTOR*(LOOP_FACTOR*(1.0/4.0*g4*t29 + 40.0*v*t239));
    jacobian[18*21 + 3] = LOOP_FACTOR*t255;
    jacobian[19*21 + 3] = LOOP_FACTOR*(3.0/32.0*t238 - 3.0/16.0*g4*delta_t + LOOP_FACTOR*(t16*t244 + t243));
    jacobian[20*21 + 3] = LOOP_FACTOR*(-3.0/16.0*g4*w + t256);
    const double t257 = eta*t7;
    const double t258 = g4*(t41 - 37.0/16.0*eta*t257) + g1*(g4*(-82.0/9.0*g1 + 505.0/48.0*g4*eta));
    const double t259 = eta*t44;
    const double t260 = g1*(g4*(t58 + 37.0/16.0*eta*t257) + g1*(2.0*eta*t55 + 41.0/9.0*t8*t49));
    const double t261 = t7*(g1*(t77 - 211.0/80.0*g1*eta));
    const double t262 = eta*t7*t16;
    const double t263 = (
        5.0/32.0*(eta*delta_t*t7) + 4891.0/192.0*lambda*t257 - 3911.0/384.0*t3*t257 + g1*(g4*t114
        + g1*(-3911.0/384.0*t257 + 8.0/3.0*g1*g4))
    );
    const double t264 = (
        t16*(t7*(t152 + eta*(t151 + 1.0/6.0*eta*t49))) + delta_t*(g1*(-5.0/24.0*t144 + g1*(1779.0/128.0*t257
        - 10.0/3.0*t49)))
    );
    const double t265 = LOOP_FACTOR*(LOOP_FACTOR*t49);
    const double t266 = LOOP_FACTOR*(977.0/96.0*t257 - 8.0/3.0*g1*g4 + LOOP_FACTOR*(2.0*t7*t259 + g1*t258));
    const double t267 = g1*(t10 + 41.0/6.0*g1*eta) + LOOP_FACTOR*(g1*(t52 + eta*(g1*(t48 - 41.0/9.0*eta*t49))));
    const double t268 = -977.0/96.0*t257 + g1*(8.0/3.0*g4 - 41.0/3.0*t9) + LOOP_FACTOR*(-2.0*t7*t259 + t260);
    const double t269 = -977.0/192.0*(t7*t12) + g1*t13 + LOOP_FACTOR*(t7*t61 + g1*t60) + eta*t268;
    const double t270 = LOOP_FACTOR*(LOOP_FACTOR*(t16*(887.0/108.0*t257 - 58.0/27.0*g1*g4)));
    const double t271 = LOOP_FACTOR*(LOOP_FACTOR*(t16*(-481.0/1728.0*t257 + 2.0/27.0*g1*g4)));
    const double t272 = LOOP_FACTOR*(LOOP_FACTOR*t261);
    const double t273 = LOOP_FACTOR*(t16*(4891.0/384.0*t257 - 10.0/3.0*t49));
    const double t274 = -24.0*(eta*LOOP_FACTOR*t7*t16*t17) + 5.0/32.0*w*(eta*LOOP_FACTOR*t7*t16) + delta*t273;
    jacobian[0*21 + 4] = -1.0/3.0*t2*t265;
    jacobian[1*21 + 4] = -t4*t265;
    jacobian[2*21 + 4] = g1*t266;
    jacobian[3*21 + 4] = g4*(LOOP_FACTOR*t267);
    jacobian[4*21 + 4] = LOOP_FACTOR*t269;
    jacobian[5*21 + 4] = yt_re*t270;
    jacobian[6*21 + 4] = yt_im*t270;
    jacobian[7*21 + 4] = yb_re*t271;
    jacobian[8*21 + 4] = yb_im*t271;
    jacobian[9*21 + 4] = -40.0/3.0*y_re*t272;
    jacobian[10*21 + 4] = -40.0/3.0*y_im*t272;
    jacobian[11*21 + 4] = LOOP_FACTOR*(5.0/32.0*LOOP_FACTOR*(mphi2*(t7*(eta*t16))) + mH2*t273);
    jacobian[12*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(5.0/16.0*mH2*t262 - 5.0/24.0*mphi2*t261));
    jacobian[14*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(t16*t263));
    jacobian[15*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(t7*(g1*(t131 + eta*(g1*t128)))));
    jacobian[18*21 + 4] = LOOP_FACTOR*t274;
    jacobian[19*21 + 4] = LOOP_FACTOR*(3.0/32.0*t262 + LOOP_FACTOR*t264);
    jacobian[20*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(5.0/16.0*delta*t262 - 5.0/24.0*w*t261));
    const double t64 = 225.0/16.0*(t3 - 64.0/75.0*(lambda - 3.0*t1));
    const double t65 = -12.0*t14 - 11.0/4.0*t15 + t64;
    const double t69 = lambda*lambda;
    shared[26] = t69;
    const double t70 = t24 + 1.0/9.0*t25;
    shared[27] = t70;
    const double t71 = 6.0*(t69 + 3.0/4.0*t70);
    const double t88 = t1 + 9.0/32.0*t3;
    const double t89 = lambda - 5.0/9.0*t88;
    const double t90 = t15 + 24.0/7.0*t89;
    const double t91 = -27.0/2.0*t14 - 21.0*t90;
    shared[28] = t91;
    const double t120 = -3.0*t14 - 42.0*t90;
    shared[29] = t120;
    const double t123 = -32.0*t1 + 30.0*t14 - 6.0*t15;
    const double t124 = -9.0/4.0*(t3*t3);
    const double t125 = t124 - 6.0*t27 + t14*t123;
    const double t165 = (
        -17.0/12.0*t16 + 9.0/2.0*t14 + 3.0/2.0*t15 + LOOP_FACTOR*(-1.0/4.0*t27 + t3*t68 + t1*t67 + t14*t65
        + t16*t63 + t71) - 8.0*t88
    );
    const double t166 = LOOP_FACTOR*t165;
    const double t275 = yt_re*t14;
    const double t276 = g1*yt_re;
    const double t277 = eta*yt_re;
    const double t278 = -t275 + 99.0/8.0*yt_re*t3 + 8.0*yt_re*t1 - 11.0/2.0*yt_re*t15 + 91.0/24.0*yt_re*t16;
    const double t279 = 2.0*yt_re*t91 - 27.0*yt_re*t14;
    const double t280 = 85.0/6.0*yt_re*t16 + t279;
    const double t281 = yt_re*delta_t;
    const double t282 = -32.0/3.0*t275 + 85.0/3.0*yt_re*lambda + 21.0*yt_re*t3 - 19.0/2.0*g1*t276;
    const double t283 = (
        2.0*yt_re*t125 + t14*(2.0*yt_re*t123 + 60.0*yt_re*t14) + lambda*(2.0*yt_re*t120 - 6.0*yt_re*t14)
        + t16*t282
    );
    const double t284 = -19.0/32.0*t16*(t7*(eta*t277)) + delta_t*(-24.0*yt_re*delta_t + 85.0/6.0*g1*t276 + t279);
    const double t285 = LOOP_FACTOR*(yt_re*LOOP_FACTOR);
    const double t286 = 9.0*yt_re + LOOP_FACTOR*(2.0*yt_re*t65 - 24.0*yt_re*t14 + 131.0/8.0*yt_re*t16);
    const double t287 = LOOP_FACTOR*t286;
    const double t288 = LOOP_FACTOR*(3.0*yt_re + LOOP_FACTOR*t278);
    jacobian[0*21 + 5] = -4.0*t2*t285;
    jacobian[1*21 + 5] = -3.0*t4*t285;
    jacobian[2*21 + 5] = -17.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t276)));
    jacobian[3*21 + 5] = -17.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t277)))));
    jacobian[4*21 + 5] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(17.0/3.0*yt_re*t8 - 17.0/3.0*yt_re)))));
    jacobian[5*21 + 5] = t166 + yt_re*t287;
    jacobian[6*21 + 5] = yt_im*t287;
    jacobian[7*21 + 5] = yb_re*t288;
    jacobian[8*21 + 5] = yb_im*t288;
    jacobian[11*21 + 5] = LOOP_FACTOR*(mH2*(LOOP_FACTOR*t280 + 12.0*yt_re));
    jacobian[12*21 + 5] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t281));
    jacobian[13*21 + 5] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yt_re*delta)));
    jacobian[14*21 + 5] = LOOP_FACTOR*(-24.0*t275 + 24.0*(yt_re*lambda) + LOOP_FACTOR*t283);
    jacobian[15*21 + 5] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_re*t25));
    jacobian[17*21 + 5] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_re*t24));
    jacobian[18*21 + 5] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(-24.0*yt_re*delta + t280) + 12.0*yt_re));
    jacobian[19*21 + 5] = LOOP_FACTOR*(12.0*yt_re*delta_t + LOOP_FACTOR*t284);
    jacobian[20*21 + 5] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t281));
    const double t289 = yt_im*t14;
    const double t290 = g1*yt_im;
    const double t291 = eta*yt_im;
    const double t292 = -t289 + 99.0/8.0*yt_im*t3 + 8.0*yt_im*t1 - 11.0/2.0*yt_im*t15 + 91.0/24.0*yt_im*t16;
    const double t293 = 2.0*yt_im*t91 - 27.0*yt_im*t14;
    const double t294 = 85.0/6.0*yt_im*t16 + t293;
    const double t295 = yt_im*delta_t;
    const double t296 = -32.0/3.0*t289 + 85.0/3.0*yt_im*lambda + 21.0*yt_im*t3 - 19.0/2.0*g1*t290;
    const double t297 = (
        2.0*yt_im*t125 + t14*(2.0*yt_im*t123 + 60.0*yt_im*t14) + lambda*(2.0*yt_im*t120 - 6.0*yt_im*t14)
        + t16*t296
    );
    const double t298 = -19.0/32.0*t16*(t7*(eta*t291)) + delta_t*(-24.0*yt_im*delta_t + 85.0/6.0*g1*t290 + t293);
    const double t299 = LOOP_FACTOR*(yt_im*LOOP_FACTOR);
    const double t300 = 9.0*yt_im + LOOP_FACTOR*(2.0*yt_im*t65 - 24.0*yt_im*t14 + 131.0/8.0*yt_im*t16);
    const double t301 = LOOP_FACTOR*t300;
    const double t302 = LOOP_FACTOR*(3.0*yt_im + LOOP_FACTOR*t292);
    jacobian[0*21 + 6] = -4.0*t2*t299;
    jacobian[1*21 + 6] = -3.0*t4*t299;
    jacobian[2*21 + 6] = -17.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t290)));
    jacobian[3*21 + 6] = -17.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t291)))));
    jacobian[4*21 + 6] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(17.0/3.0*yt_im*t8 - 17.0/3.0*yt_im)))));
    jacobian[5*21 + 6] = yt_re*t301;
    jacobian[6*21 + 6] = t166 + yt_im*t301;
    jacobian[7*21 + 6] = yb_re*t302;
    jacobian[8*21 + 6] = yb_im*t302;
    jacobian[11*21 + 6] = LOOP_FACTOR*(mH2*(LOOP_FACTOR*t294 + 12.0*yt_im));
    jacobian[12*21 + 6] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t295));
    jacobian[13*21 + 6] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yt_im*delta)));
    jacobian[14*21 + 6] = LOOP_FACTOR*(-24.0*t289 + 24.0*(yt_im*lambda) + LOOP_FACTOR*t297);
    jacobian[15*21 + 6] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_im*t25));
    jacobian[17*21 + 6] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_im*t24));
    jacobian[18*21 + 6] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(-24.0*yt_im*delta + t294) + 12.0*yt_im));
    jacobian[19*21 + 6] = LOOP_FACTOR*(12.0*yt_im*delta_t + LOOP_FACTOR*t298);
    jacobian[20*21 + 6] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t295));
    const double t74 = -11.0/4.0*t14 - 12.0*t15 + t64;
    const double t92 = -27.0/2.0*t15 - 72.0*t89;
    shared[30] = t92;
    const double t121 = -3.0*t15 - 144.0*t89;
    shared[31] = t121;
    const double t126 = -32.0*t1 + 30.0*t15;
    const double t127 = t124 + t15*t126;
    const double t167 = (
        -5.0/12.0*t16 + 3.0/2.0*t14 + 9.0/2.0*t15 + LOOP_FACTOR*(-1.0/4.0*t26 + t3*t76 + t1*t75 + t15*t74
        + t16*t73 + t71) - 8.0*t88
    );
    const double t168 = LOOP_FACTOR*t167;
    const double t303 = yb_re*t15;
    const double t304 = g1*yb_re;
    const double t305 = eta*yb_re;
    const double t306 = -t303 + 99.0/8.0*yb_re*t3 + 8.0*yb_re*t1 - 11.0/2.0*yb_re*t14 + 7.0/24.0*yb_re*t16;
    const double t307 = -60.0*(7.0/10.0*(yb_re*t14) - 1.0/60.0*(2.0*yb_re*t92 - 27.0*yb_re*t15));
    const double t308 = 25.0/6.0*yb_re*t16 + t307;
    const double t309 = yb_re*delta_t;
    const double t310 = t16*(16.0/3.0*t303 + 25.0/3.0*yb_re*lambda + 9.0*yb_re*t3 + 5.0/2.0*g1*t304);
    const double t311 = (
        2.0*yb_re*t127 + t15*(2.0*yb_re*t126 + 60.0*yb_re*t15) + t14*(-24.0*t303 - 12.0*yb_re*t14)
        + lambda*(2.0*yb_re*t121 - 6.0*yb_re*t15 - 84.0*yb_re*t14) + t310
    );
    const double t312 = 5.0/32.0*t16*(t7*(eta*t305)) + delta_t*(-24.0*yb_re*delta_t + 25.0/6.0*g1*t304 + t307);
    const double t313 = LOOP_FACTOR*(yb_re*LOOP_FACTOR);
    const double t314 = LOOP_FACTOR*(3.0*yb_re + LOOP_FACTOR*t306);
    const double t315 = 9.0*yb_re + LOOP_FACTOR*(2.0*yb_re*t74 - 24.0*yb_re*t15 + 79.0/8.0*yb_re*t16);
    const double t316 = LOOP_FACTOR*t315;
    jacobian[0*21 + 7] = -4.0*t2*t313;
    jacobian[1*21 + 7] = -3.0*t4*t313;
    jacobian[2*21 + 7] = -5.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t304)));
    jacobian[3*21 + 7] = -5.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t305)))));
    jacobian[4*21 + 7] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(5.0/3.0*yb_re*t8 - 5.0/3.0*yb_re)))));
    jacobian[5*21 + 7] = yt_re*t314;
    jacobian[6*21 + 7] = yt_im*t314;
    jacobian[7*21 + 7] = t168 + yb_re*t316;
    jacobian[8*21 + 7] = yb_im*t316;
    jacobian[11*21 + 7] = LOOP_FACTOR*(mH2*(LOOP_FACTOR*t308 + 12.0*yb_re));
    jacobian[12*21 + 7] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t309));
    jacobian[13*21 + 7] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yb_re*delta)));
    jacobian[14*21 + 7] = LOOP_FACTOR*(-24.0*t303 + 24.0*(yb_re*lambda) + LOOP_FACTOR*t311);
    jacobian[15*21 + 7] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_re*t25));
    jacobian[17*21 + 7] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_re*t24));
    jacobian[18*21 + 7] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(-24.0*yb_re*delta + t308) + 12.0*yb_re));
    jacobian[19*21 + 7] = LOOP_FACTOR*(12.0*yb_re*delta_t + LOOP_FACTOR*t312);
    jacobian[20*21 + 7] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t309));
    const double t317 = yb_im*t15;
    const double t318 = g1*yb_im;
    const double t319 = eta*yb_im;
    const double t320 = -t317 + 99.0/8.0*yb_im*t3 + 8.0*yb_im*t1 - 11.0/2.0*yb_im*t14 + 7.0/24.0*yb_im*t16;
    const double t321 = -60.0*(7.0/10.0*(yb_im*t14) - 1.0/60.0*(2.0*yb_im*t92 - 27.0*yb_im*t15));
    const double t322 = 25.0/6.0*yb_im*t16 + t321;
    const double t323 = yb_im*delta_t;
    const double t324 = t16*(16.0/3.0*t317 + 25.0/3.0*yb_im*lambda + 9.0*yb_im*t3 + 5.0/2.0*g1*t318);
    const double t325 = (
        2.0*yb_im*t127 + t15*(2.0*yb_im*t126 + 60.0*yb_im*t15) + t14*(-24.0*t317 - 12.0*yb_im*t14)
        + lambda*(2.0*yb_im*t121 - 6.0*yb_im*t15 - 84.0*yb_im*t14) + t324
    );
    const double t326 = 5.0/32.0*t16*(t7*(eta*t319)) + delta_t*(-24.0*yb_im*delta_t + 25.0/6.0*g1*t318 + t321);
    const double t327 = LOOP_FACTOR*(yb_im*LOOP_FACTOR);
    const double t328 = LOOP_FACTOR*(3.0*yb_im + LOOP_FACTOR*t320);
    const double t329 = 9.0*yb_im + LOOP_FACTOR*(2.0*yb_im*t74 - 24.0*yb_im*t15 + 79.0/8.0*yb_im*t16);
    const double t330 = LOOP_FACTOR*t329;
    jacobian[0*21 + 8] = -4.0*t2*t327;
    jacobian[1*21 + 8] = -3.0*t4*t327;
    jacobian[2*21 + 8] = -5.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t318)));
    jacobian[3*21 + 8] = -5.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t319)))));
    jacobian[4*21 + 8] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(5.0/3.0*yb_im*t8 - 5.0/3.0*yb_im)))));
    jacobian[5*21 + 8] = yt_re*t328;
    jacobian[6*21 + 8] = yt_im*t328;
    jacobian[7*21 + 8] = yb_re*t330;
    jacobian[8*21 + 8] = t168 + yb_im*t330;
    jacobian[11*21 + 8] = LOOP_FACTOR*(mH2*(LOOP_FACTOR*t322 + 12.0*yb_im));
    jacobian[12*21 + 8] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t323));
    jacobian[13*21 + 8] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yb_im*delta)));
    jacobian[14*21 + 8] = LOOP_FACTOR*(-24.0*t317 + 24.0*(yb_im*lambda) + LOOP_FACTOR*t325);
    jacobian[15*21 + 8] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_im*t25));
    jacobian[17*21 + 8] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_im*t24));
    jacobian[18*21 + 8] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(-24.0*yb_im*delta + t322) + 12.0*yb_im));
    jacobian[19*21 + 8] = LOOP_FACTOR*(12.0*yb_im*delta_t + LOOP_FACTOR*t326);
    jacobian[20*21 + 8] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t323));
    const double t19 = u + 5.0/3.0*v;
    shared[32] = t19;
    const double t31 = u + 13.0/12.0*v;
    shared[33] = t31;
    const double t81 = u + 6.0/5.0*v;
    shared[34] = t81;
    const double t82 = -40.0*t17 + 20.0*t81;
    shared[35] = t82;
    const double t83 = 20.0*v - 24.0*t17;
    shared[36] = t83;
    const double t84 = t24 + 1.0/2.0*t29;
    shared[37] = t84;
    const double t105 = t7 - 9.0/10.0*t17;
    shared[38] = t105;
}

static void jacobian_2_2(const double *restrict x, double *restrict shared, double *restrict jacobian)
{
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
    const double t3 = shared[0];
    const double t7 = shared[1];
    const double t8 = shared[2];
    const double t14 = shared[3];
    const double t15 = shared[4];
    const double t16 = shared[5];
    const double t21 = shared[6];
    const double t24 = shared[7];
    const double t25 = shared[8];
    const double t57 = shared[9];
    const double t93 = shared[10];
    const double t122 = shared[11];
    const double t9 = shared[12];
    const double t17 = shared[13];
    const double t87 = shared[14];
    const double t118 = shared[15];
    const double t145 = shared[16];
    const double t146 = shared[17];
    const double t28 = shared[18];
    const double t29 = shared[19];
    const double t30 = shared[20];
    const double t80 = shared[21];
    const double t96 = shared[22];
    const double t98 = shared[23];
    const double t99 = shared[24];
    const double t155 = shared[25];
    const double t69 = shared[26];
    const double t70 = shared[27];
    const double t91 = shared[28];
    const double t120 = shared[29];
    const double t92 = shared[30];
    const double t121 = shared[31];
    const double t19 = shared[32];
    const double t31 = shared[33];
    const double t81 = shared[34];
    const double t82 = shared[35];
    const double t83 = shared[36];
    const double t84 = shared[37];
    const double t105 = shared[38];
    const double t106 = -48.0*t19 + 10.0*t105;
    const double t134 = u + v;
    const double t135 = 20.0*t105 - 48.0*t134;
    const double t137 = 20.0*t105 - 96.0*t31;
    const double t161 = t7*t7;
    const double t169 = -6.0*t7 + 4.0*t17 + LOOP_FACTOR*(-37.0/4.0*t30 + v*t83 + u*t82 + t7*t80 + t84);
    const double t170 = LOOP_FACTOR*t169;
    const double t172 = LOOP_FACTOR*(-8.0*t7 + 8.0*v + 12.0*t17) - 2.0;
    const double t331 = y_re*t8;
    const double t332 = y_re*t17;
    const double t333 = y_re*w;
    const double t334 = 2.0*y_re*t106 - 18.0*y_re*t17;
    const double t335 = -36.0*y_re*t17;
    const double t336 = (
        4.0*(2.0*y_re*t30 + 4.0*t17*t332) + u*(32.0*t332 - 48.0*y_re*u) + v*(2.0*y_re*t137 + t335)
    );
    const double t337 = w*(-36.0*t332 - 160.0*y_re*v - 96.0*y_re*u - 8.0*y_re*w + 20.0*y_re*t7);
    const double t338 = 8.0*y_re + LOOP_FACTOR*(-37.0*t332 - 48.0*y_re*v - 80.0*y_re*u + 58.0*y_re*t7);
    const double t339 = LOOP_FACTOR*t338;
    const double t340 = (
        4.0*t172*t332 + 24.0*t30*(y_re*LOOP_FACTOR) + u*(8.0*y_re + LOOP_FACTOR*(2.0*y_re*t135 + t335))
    );
    const double t341 = (
        -24.0*(y_re*LOOP_FACTOR*t7*t8*t16) + delta*(LOOP_FACTOR*(-8.0*y_re*delta + t334) + 4.0*y_re)
    );
    jacobian[2*21 + 9] = -36.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(t7*t331)));
    jacobian[3*21 + 9] = -36.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(y_re*t7)));
    jacobian[4*21 + 9] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(t7*(36.0*t331 - 36.0*y_re))));
    jacobian[9*21 + 9] = t170 + y_re*t339;
    jacobian[10*21 + 9] = y_im*t339;
    jacobian[11*21 + 9] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*(y_re*delta)));
    jacobian[12*21 + 9] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*t333));
    jacobian[13*21 + 9] = LOOP_FACTOR*(4.0*(y_re*mS2) + LOOP_FACTOR*(mS2*t334));
    jacobian[14*21 + 9] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_re*t24));
    jacobian[15*21 + 9] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_re*t29));
    jacobian[16*21 + 9] = LOOP_FACTOR*t340;
    jacobian[17*21 + 9] = LOOP_FACTOR*(8.0*y_re*v + LOOP_FACTOR*t336);
    jacobian[18*21 + 9] = LOOP_FACTOR*t341;
    jacobian[19*21 + 9] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t333));
    jacobian[20*21 + 9] = LOOP_FACTOR*(4.0*y_re*w + LOOP_FACTOR*(-3.0/2.0*(y_re*t161) + t337));
    const double t342 = y_im*t8;
    const double t343 = y_im*t17;
    const double t344 = y_im*w;
    const double t345 = 2.0*y_im*t106 - 18.0*y_im*t17;
    const double t346 = -36.0*y_im*t17;
    const double t347 = (
        4.0*(2.0*y_im*t30 + 4.0*t17*t343) + u*(32.0*t343 - 48.0*y_im*u) + v*(2.0*y_im*t137 + t346)
    );
    const double t348 = w*(-36.0*t343 - 160.0*y_im*v - 96.0*y_im*u - 8.0*y_im*w + 20.0*y_im*t7);
    const double t349 = 8.0*y_im + LOOP_FACTOR*(-37.0*t343 - 48.0*y_im*v - 80.0*y_im*u + 58.0*y_im*t7);
    const double t350 = LOOP_FACTOR*t349;
    const double t351 = (
        4.0*t172*t343 + 24.0*t30*(y_im*LOOP_FACTOR) + u*(8.0*y_im + LOOP_FACTOR*(2.0*y_im*t135 + t346))
    );
    const double t352 = (
        -24.0*(y_im*LOOP_FACTOR*t7*t8*t16) + delta*(LOOP_FACTOR*(-8.0*y_im*delta + t345) + 4.0*y_im)
    );
    jacobian[2*21 + 10] = -36.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(t7*t342)));
    jacobian[3*21 + 10] = -36.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(y_im*t7)));
    jacobian[4*21 + 10] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(t7*(36.0*t342 - 36.0*y_im))));
    jacobian[9*21 + 10] = y_re*t350;
    jacobian[10*21 + 10] = t170 + y_im*t350;
    jacobian[11*21 + 10] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*(y_im*delta)));
    jacobian[12*21 + 10] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*t344));
    jacobian[13*21 + 10] = LOOP_FACTOR*(4.0*(y_im*mS2) + LOOP_FACTOR*(mS2*t345));
    jacobian[14*21 + 10] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_im*t24));
    jacobian[15*21 + 10] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_im*t29));
    jacobian[16*21 + 10] = LOOP_FACTOR*t351;
    jacobian[17*21 + 10] = LOOP_FACTOR*(8.0*y_im*v + LOOP_FACTOR*t347);
    jacobian[18*21 + 10] = LOOP_FACTOR*t352;
    jacobian[19*21 + 10] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t344));
    jacobian[20*21 + 10] = LOOP_FACTOR*(4.0*y_im*w + LOOP_FACTOR*(-3.0/2.0*(y_im*t161) + t348));
    const double t22 = t3 + 1.0/3.0*t16;
    const double t23 = t22 - 8.0/3.0*(lambda + 1.0/2.0*t21);
    const double t94 = -60.0*(t69 - 1.0/60.0*(t14*t91) - 1.0/60.0*(t15*t92 + t3*t93));
    const double t95 = t16*t87 + t94;
    const double t101 = t21 - t22;
    const double t102 = -8.0*delta_t - 24.0*t101;
    const double t103 = 5.0/32.0*(t7*t8*t16);
    const double t109 = delta + 3.0*t101;
    jacobian[11*21 + 11] = LOOP_FACTOR*(LOOP_FACTOR*(-9.0*t70 + t95) - 9.0/2.0*t23);
    jacobian[12*21 + 11] = LOOP_FACTOR*(4.0*delta_t + LOOP_FACTOR*(t103 + delta_t*t102));
    jacobian[13*21 + 11] = LOOP_FACTOR*(4.0*delta - 8.0*LOOP_FACTOR*(delta*t109));
    const double t18 = 8.0*(s - 3.0/256.0*t7);
    const double t100 = -2.0*(t25 + 20.0*t28);
    const double t110 = w - 1.0/16.0*t7;
    jacobian[11*21 + 12] = LOOP_FACTOR*(2.0*delta_t + LOOP_FACTOR*(-4.0*t25 + t7*t96));
    jacobian[12*21 + 12] = LOOP_FACTOR*(t18 + LOOP_FACTOR*(-9.0*t29 + t7*t99 + t100));
    jacobian[13*21 + 12] = LOOP_FACTOR*(2.0*w - 4.0*LOOP_FACTOR*(w*t110));
    const double t20 = 2.0*(t17 + 12.0*t19);
    const double t97 = delta + t17;
    const double t104 = -36.0*w - 36.0*t17;
    const double t107 = v*v;
    const double t108 = -200.0*(t107 - 1.0/200.0*(t17*t106 - 200.0*(u*t81)));
    jacobian[11*21 + 13] = LOOP_FACTOR*(18.0*delta - 36.0*LOOP_FACTOR*(delta*t97));
    jacobian[12*21 + 13] = LOOP_FACTOR*(18.0*w + LOOP_FACTOR*(w*t104));
    jacobian[13*21 + 13] = LOOP_FACTOR*(t20 + LOOP_FACTOR*(-2.0*t84 + t108));
    const double t353 = -60.0*(2.0*lambda + 6.0/5.0*t14 - 1.0/60.0*(-72.0*t15 + 72.0*t3));
    const double t354 = 24.0*t16 + t353;
    const double t355 = t118 + 36.0*lambda + 39.0/4.0*t3 + g1*(-20.0/3.0*g4*eta + 629.0/24.0*g1);
    const double t356 = (
        -312.0*t69 + t3*t122 + t15*t121 + t14*t120 - 90.0*t70 + lambda*(-624.0*lambda + 108.0*t3 - 144.0*t15
        - 144.0*t14)
    );
    const double t357 = LOOP_FACTOR*(LOOP_FACTOR*(-12.0*t14 + 12.0*lambda));
    const double t358 = LOOP_FACTOR*(LOOP_FACTOR*(-12.0*t15 + 12.0*lambda));
    const double t359 = LOOP_FACTOR*(15.0/32.0*t16*t57 + delta_t*(-72.0*delta_t + 24.0*g1*g1 + t353));
    jacobian[5*21 + 14] = yt_re*t357;
    jacobian[6*21 + 14] = yt_im*t357;
    jacobian[7*21 + 14] = yb_re*t358;
    jacobian[8*21 + 14] = yb_im*t358;
    jacobian[11*21 + 14] = LOOP_FACTOR*(mH2*(LOOP_FACTOR*t354 + 12.0));
    jacobian[14*21 + 14] = LOOP_FACTOR*(-9.0*(t23 - 8.0/3.0*lambda) + LOOP_FACTOR*(t356 + t16*t355));
    jacobian[18*21 + 14] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(-72.0*delta + t354) + 12.0));
    jacobian[19*21 + 14] = LOOP_FACTOR*(12.0*delta_t + t359);
    const double t360 = 7.0/2.0*s + 2519.0/3072.0*t7 + g1*(eta*(-5.0/12.0*g4 + 211.0/192.0*g1*eta));
    const double t361 = (
        40.0*s - 3.0/16.0*t7 + LOOP_FACTOR*(-240.0*(t28 + 2.0*s*s) - 90.0*t29 - 20.0*t25 + t7*t360)
    );
    const double t362 = 8.0*delta_t + LOOP_FACTOR*(5.0/16.0*t16*t57 + delta_t*(-80.0*s + t7 - 48.0*delta_t));
    jacobian[12*21 + 15] = LOOP_FACTOR*(8.0*mphi2 + LOOP_FACTOR*(mphi2*(t7 - 80.0*s)));
    jacobian[15*21 + 15] = LOOP_FACTOR*t361;
    jacobian[19*21 + 15] = LOOP_FACTOR*t362;
    jacobian[20*21 + 15] = LOOP_FACTOR*(8.0*w + LOOP_FACTOR*(w*(-48.0*w + t7 - 80.0*s)));
    const double t136 = -336.0*u - 1056.0*v;
    const double t138 = -688.0*u - 1056.0*v;
    const double t139 = -288.0*u - 24.0*t17;
    const double t157 = -48.0*t17 - 200.0*t81;
    const double t171 = 4.0*t17 + LOOP_FACTOR*(-688.0*t107 + u*t136 + t17*t135 - 20.0*t84) + 24.0*t134;
    const double t363 = -48.0*t17 - 200.0*(t81 + u);
    const double t364 = LOOP_FACTOR*(LOOP_FACTOR*(t82 + 20.0*u));
    const double t365 = LOOP_FACTOR*(8.0*t30 + u*t139 + u*(t139 - 288.0*u) + v*(t138 - 688.0*u - 96.0*t17));
    jacobian[9*21 + 16] = y_re*t364;
    jacobian[10*21 + 16] = y_im*t364;
    jacobian[13*21 + 16] = LOOP_FACTOR*(24.0*mS2 + LOOP_FACTOR*(mS2*t363));
    jacobian[16*21 + 16] = LOOP_FACTOR*(t171 + u*(LOOP_FACTOR*(t136 - 336.0*u - 48.0*t17) + 24.0));
    jacobian[17*21 + 16] = LOOP_FACTOR*(24.0*u + 48.0*v + t365);
    jacobian[18*21 + 16] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(-144.0*delta + t363) + 24.0));
    jacobian[20*21 + 16] = LOOP_FACTOR*(24.0*w + LOOP_FACTOR*(w*(t157 - 200.0*u - 144.0*w)));
    const double t158 = -200.0*v - 80.0*t17;
    const double t366 = 2.0*v - 1.0/200.0*(-80.0*t17 - 240.0*u);
    const double t367 = -816.0*t107 + u*t138 + t17*t137 - 20.0*t84 + v*(-1632.0*v - 1056.0*u - 104.0*t17);
    const double t368 = LOOP_FACTOR*(LOOP_FACTOR*(t83 + 20.0*v + 24.0*u));
    const double t369 = 8.0*LOOP_FACTOR*t30 + u*(LOOP_FACTOR*(-1376.0*v - 1056.0*u - 48.0*t17) + 24.0);
    jacobian[9*21 + 17] = y_re*t368;
    jacobian[10*21 + 17] = y_im*t368;
    jacobian[13*21 + 17] = LOOP_FACTOR*(40.0*mS2 - 200.0*LOOP_FACTOR*(mS2*t366));
    jacobian[16*21 + 17] = LOOP_FACTOR*t369;
    jacobian[17*21 + 17] = LOOP_FACTOR*(4.0*t17 + 48.0*t31 + 52.0*v + LOOP_FACTOR*t367);
    jacobian[18*21 + 17] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(-240.0*delta - 200.0*t366) + 40.0));
    jacobian[20*21 + 17] = LOOP_FACTOR*(40.0*w + LOOP_FACTOR*(w*(t158 - 200.0*v - 240.0*u - 240.0*w)));
    const double t140 = -4.0*(t17 + 36.0*t19);
    const double t141 = -72.0*lambda - 19.0*delta - 12.0*t21 + 3.0*t22 + t140;
    const double t142 = -delta_t - 8.0*w;
    const double t148 = -9.0*delta - 72.0*w;
    const double t154 = -36.0*w - 36.0*t97;
    const double t159 = -2.0*delta - 16.0*delta_t;
    const double t160 = -8.0*delta_t - 8.0*t109;
    const double t173 = (
        4.0*delta + LOOP_FACTOR*(-t29 + delta_t*t142 + delta*t141 + t95 + t108) - 9.0/2.0*t23 + t20
    );
    const double t370 = delta*LOOP_FACTOR;
    const double t371 = LOOP_FACTOR*t370;
    const double t372 = LOOP_FACTOR*(2.0*delta*(-36.0*delta - 18.0*t17) - 36.0*t24 - 180.0*lambda*delta);
    const double t373 = LOOP_FACTOR*(2.0*delta*(-8.0*delta - 12.0*t101) - 8.0*t24 - 40.0*v*delta);
    const double t374 = 18.0*w + LOOP_FACTOR*(w*t154 - 36.0*delta*w + delta_t*(t148 - 9.0*delta));
    const double t375 = LOOP_FACTOR*(t103 + delta_t*t160 - 8.0*delta*delta_t + w*(t159 - 2.0*delta));
    jacobian[5*21 + 18] = 9.0*yt_re*t371;
    jacobian[6*21 + 18] = 9.0*yt_im*t371;
    jacobian[7*21 + 18] = 9.0*yb_re*t371;
    jacobian[8*21 + 18] = 9.0*yb_im*t371;
    jacobian[9*21 + 18] = 2.0*y_re*t371;
    jacobian[10*21 + 18] = 2.0*y_im*t371;
    jacobian[11*21 + 18] = LOOP_FACTOR*(18.0*mS2 - 36.0*LOOP_FACTOR*(mS2*(t97 + delta)) - 18.0*mH2*t370);
    jacobian[13*21 + 18] = LOOP_FACTOR*(4.0*mH2 + LOOP_FACTOR*(-8.0*(mH2*(t109 + delta)) - 4.0*mS2*delta));
    jacobian[14*21 + 18] = LOOP_FACTOR*(t372 + 18.0*delta);
    jacobian[16*21 + 18] = -40.0*LOOP_FACTOR*(u*t370);
    jacobian[17*21 + 18] = LOOP_FACTOR*(t373 + 4.0*delta);
    jacobian[18*21 + 18] = LOOP_FACTOR*(t173 + delta*(LOOP_FACTOR*(t141 - 19.0*delta) + 4.0));
    jacobian[19*21 + 18] = LOOP_FACTOR*t374;
    jacobian[20*21 + 18] = LOOP_FACTOR*(4.0*delta_t + t375);
    const double t147 = 3.0*t3 + 1.0/16.0*t7 - 11.0*delta_t - 12.0*t21 - 72.0*t146;
    const double t149 = -40.0*t28 - 9.0*t29 + delta*t148 + t7*t98 + delta_t*t147 + g1*t145 + t94;
    const double t174 = LOOP_FACTOR*(-4.0*delta_t - 4.0*t110) + 2.0;
    const double t376 = 2.0*delta_t*(1.0/8.0*t7 - 4.0*delta_t) - 4.0*t25 - 20.0*lambda*delta_t + 5.0/64.0*t16*t57;
    const double t377 = 2.0*delta_t*(-20.0*s - 8.0*delta_t - 12.0*t101) - 8.0*t25 + 5.0/32.0*t7*(g1*(eta*t9));
    const double t378 = delta_t*LOOP_FACTOR;
    const double t379 = LOOP_FACTOR*t378;
    const double t380 = 2.0*mphi2 + LOOP_FACTOR*(mphi2*(-8.0*delta_t + 1.0/4.0*t7)) - 2.0*mH2*t378;
    const double t381 = w*(t174 - 4.0*delta_t*LOOP_FACTOR) + delta*(LOOP_FACTOR*(t142 - delta_t));
    const double t382 = (
        4.0*delta_t - 9.0/2.0*t23 + t18 + 4.0*delta_t + LOOP_FACTOR*(t149 + delta_t*(t147 - 11.0*delta_t + t16))
    );
    const double t383 = LOOP_FACTOR*(delta*(t160 - 8.0*delta_t) + w*(-16.0*delta - 4.0*delta_t));
    jacobian[5*21 + 19] = yt_re*t379;
    jacobian[6*21 + 19] = yt_im*t379;
    jacobian[7*21 + 19] = yb_re*t379;
    jacobian[8*21 + 19] = yb_im*t379;
    jacobian[11*21 + 19] = LOOP_FACTOR*t380;
    jacobian[12*21 + 19] = LOOP_FACTOR*(4.0*mH2 + LOOP_FACTOR*(mH2*(t102 - 8.0*delta_t) - 4.0*mphi2*delta_t));
    jacobian[14*21 + 19] = LOOP_FACTOR*(LOOP_FACTOR*t376 + 2.0*delta_t);
    jacobian[15*21 + 19] = LOOP_FACTOR*(4.0*delta_t + LOOP_FACTOR*t377);
    jacobian[18*21 + 19] = LOOP_FACTOR*t381;
    jacobian[19*21 + 19] = LOOP_FACTOR*t382;
    jacobian[20*21 + 19] = LOOP_FACTOR*(4.0*delta + t383);
    const double t156 = -48.0*s - 18.0*w + t140;
    const double t384 = (
        -9.0*t30 + delta*t159 + v*t158 + u*t157 + w*t156 + t7*t155 + t100 + w*(t156 - 18.0*w + 1.0/16.0*t7)
    );
    const double t385 = w*LOOP_FACTOR;
    const double t386 = LOOP_FACTOR*t385;
    const double t387 = (
        5.0/64.0*(LOOP_FACTOR*t7*t8*t16) + delta_t*t174 - 4.0*w*t378 + delta*(LOOP_FACTOR*(-2.0*w - 8.0*delta_t))
    );
    const double t388 = 18.0*delta + LOOP_FACTOR*(delta*(t154 - 36.0*w) + delta_t*(-18.0*w - 72.0*delta));
    jacobian[9*21 + 20] = y_re*t386;
    jacobian[10*21 + 20] = y_im*t386;
    jacobian[12*21 + 20] = LOOP_FACTOR*(18.0*mS2 + LOOP_FACTOR*(mS2*(t104 - 36.0*w) - 18.0*mphi2*w));
    jacobian[13*21 + 20] = LOOP_FACTOR*(2.0*mphi2 + LOOP_FACTOR*(-4.0*(mphi2*(t110 + w)) - 2.0*mS2*w));
    jacobian[15*21 + 20] = LOOP_FACTOR*(18.0*w + LOOP_FACTOR*(2.0*w*(-90.0*s - 36.0*w - 18.0*t17) - 36.0*t29));
    jacobian[16*21 + 20] = -20.0*LOOP_FACTOR*(u*t385);
    jacobian[17*21 + 20] = LOOP_FACTOR*(LOOP_FACTOR*(2.0*w*(1.0/8.0*t7 - 4.0*w) - 4.0*t29 - 20.0*v*w) + 2.0*w);
    jacobian[18*21 + 20] = LOOP_FACTOR*t387;
    jacobian[19*21 + 20] = LOOP_FACTOR*t388;
    jacobian[20*21 + 20] = LOOP_FACTOR*(4.0*w + t18 + t20 + 4.0*w + LOOP_FACTOR*t384);
}

/* Their derivatives: columns of numbers one by one, those of an array in a loop over its entries. */
static void jacobian_2(const double *restrict x, double *restrict jacobian)
{
    for (size_t k = 0; k < 441; ++k)
        jacobian[k] = 0.0;
    double shared[39];
    
    jacobian_2_1(x, shared, jacobian);
    jacobian_2_2(x, shared, jacobian);
}

int bm3_beta(const double *x, int loops, double *dx)
{
    return bm3_beta_batch(1, x, loops, dx);
}

int bm3_beta_batch(size_t points, const double *x, int loops, double *dx)
{
    switch (loops) {
    case 1:
        beta_1(points, x, dx);
        return 0;
    case 2:
        beta_2(points, x, dx);
        return 0;
    default:
        return 1;
    }
}

int bm3_jacobian(const double *x, int loops, double *jacobian)
{
    switch (loops) {
    case 1:
        jacobian_1(x, jacobian);
        return 0;
    case 2:
        jacobian_2(x, jacobian);
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

int bm3_stable(const double *x)
{
    int stable;

    bm3_stable_batch(1, x, &stable);
    return stable;
}

/* Roots of negative numbers are not positive, as it should be. */
void bm3_stable_batch(size_t n, const double *x, int *stable)
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

const char *const bm3_observables_inputs[] = {
    "eta",
    "g1",
    "g2",
    "g4",
    "v_h",
    "v_phi",
    NULL
};

const char *const bm3_observables_names[] = {
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

void bm3_observables(const double *in, double *out)
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
    const double t10 = -t8*t9 + 16.0*t1*t2 + 16.0*t1*t3 - 32.0*t1*t2*t4;
    const double t11 = -1.0/2.0*atan(32.0*eta*g1*t1*t7/t10);
    const double t12 = t10*sqrt(1024.0*t2*t4*t6*(t1*t1)/(t10*t10) + 1.0);
    const double t13 = 1.0/8.0*(t1*t2);
    const double t14 = t1*t3;
    const double t15 = 1.0/128.0*(t8*t9);
    const double t16 = -1.0/128.0*t12 + t13 + 1.0/8.0*t14 + t15;
    const double t17 = sqrt(t16);
    const double t18 = cos(t11);
    const double t19 = 1.0/24.0*((-3.0*g4 + 4.0*eta*g1)*t18);
    const double t20 = sin(t11);
    const double t21 = (t2 - 3.0*t3 + t5)*t20/(6.0*t7);
    const double t22 = t19 + t21;
    const double t23 = -t4 + 1.0;
    const double t24 = 2.0*t2*t20*t23/(3.0*t7);
    const double t25 = 1.0/24.0*(t18*(-3.0*g4 + 16.0*eta*g1)) + t24;
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
    const double t37 = eta*g1*t18;
    const double t38 = 1.0/6.0*t37 + t21;
    const double t39 = 2.0/3.0*t37 + t24;
    const double t40 = (
        (t38*t38 + t39*t39)*((-297804049.0/10000.0)/t16 + t28 + 1.0) + 6.0*(t38*t39)*(297804049.0/10000.0/t16)
    );
    const double t41 = 3.0*(sqrt(t32*minimum(297804049.0/2500.0/t16 - 1.0, 0.0))*t40);
    const double t42 = t20*(t2 + 3.0*t3 + t5)/(6.0*t7);
    const double t43 = t19 + t42;
    const double t44 = -t2*t20*t23;
    const double t45 = t44/(3.0*t7);
    const double t46 = 1.0/24.0*(t18*(-3.0*g4 - 8.0*eta*g1)) + t45;
    const double t47 = t43*t43 + t46*t46;
    const double t48 = t43*t46;
    const double t49 = 3.0*(t33*(t29*t47 + 6.0*t31*t48));
    const double t50 = (
        t47*((-243716980329.0/1000000000000.0)/t16 + t28 + 1.0) + 6.0*t48*(243716980329.0/1000000000000.0/t16)
    );
    const double t51 = 3.0*(sqrt(t32*minimum(243716980329.0/250000000000.0/t16 - 1.0, 0.0))*t50);
    const double t52 = 1.0/6.0*t37 + t42;
    const double t53 = -1.0/3.0*t37 + t45;
    const double t54 = (
        (t52*t52 + t53*t53)*((-17497489.0/1000000.0)/t16 + t28 + 1.0) + 6.0*(t52*t53)*(17497489.0/1000000.0/t16)
    );
    const double t55 = 3.0*(sqrt(t32*minimum(17497489.0/250000.0/t16 - 1.0, 0.0))*t54);
    const double t56 = -1.0/2.0*(t7*t20);
    const double t57 = t56 - 1.0/2.0*t37;
    const double t58 = t57*t57;
    const double t59 = g4 - eta*g1;
    const double t60 = 1.0/2.0*(t18*t59);
    const double t61 = t60 + t56;
    const double t62 = t61*t61;
    const double t63 = g4 - 2.0*eta*g1;
    const double t64 = t18*t63;
    const double t65 = 1.0/4.0*t64 + t56;
    const double t66 = t65*t65;
    const double t67 = t2 - t3 + t5;
    const double t68 = (-t20*t67)/(2.0*t7);
    const double t69 = -1.0/2.0*t37 + t68;
    const double t70 = t44/t7;
    const double t71 = -eta*g1*t18 + t70;
    const double t72 = (-2611199276062810514761.0/10000000000000000000000000000.0)/t16 + t28 + 1.0;
    const double t73 = 6.0*(t69*t71)*(2611199276062810514761.0/10000000000000000000000000000.0/t16);
    const double t74 = minimum(2611199276062810514761.0/2500000000000000000000000000.0/t16 - 1.0, 0.0);
    const double t75 = sqrt(t32*t74)*((t69*t69 + t71*t71)*t72 + t73);
    const double t76 = t60 + t68;
    const double t77 = g4 - 4.0*eta*g1;
    const double t78 = 1.0/4.0*(t18*t77) + t70;
    const double t79 = t76*t76;
    const double t80 = t78*t78;
    const double t81 = sqrt(t32*minimum(44654769253196001.0/1000000000000000000.0/t16 - 1.0, 0.0));
    const double t82 = (t79 + t80)*((-44654769253196001.0/4000000000000000000.0)/t16 + t28 + 1.0);
    const double t83 = t81*(t82 + 6.0*(t76*t78)*(44654769253196001.0/4000000000000000000.0/t16));
    const double t84 = 1.0/4.0*t64 + t68;
    const double t85 = 1.0/2.0*t64 + t70;
    const double t86 = (
        (t84*t84 + t85*t85)*((-31574802249.0/10000000000.0)/t16 + t28 + 1.0)
        + 6.0*(t84*t85)*(31574802249.0/10000000000.0/t16)
    );
    const double t87 = sqrt(t32*minimum(31574802249.0/2500000000.0/t16 - 1.0, 0.0))*t86;
    const double t88 = g4*t18;
    const double t89 = t88*t88;
    const double t90 = 1.0/16.0*t88*t88;
    const double t91 = 1.0/4.0*t88*t88;
    const double t92 = t2*t20*t23/(2.0*t7);
    const double t93 = 1.0/2.0*t37 + (-t3*t20)/(2.0*t7) + t92;
    const double t94 = 1.0/2.0*t37 + t3*t20/(2.0*t7) + t92;
    const double t95 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0*(t16
        - 161480207716.0/390625.0)
    );
    const double t96 = 1.0/2.0*(t93*t93 + t94*t94)*minimum(-minimum(t95, 0.0), 1.0);
    const double t97 = (
        t34 + t36 + t41 + t49 + t51 + t55 + t58 + t62 + t66 + t75 + t83 + t87 + 3.0*t89 + t90 + t91 + 3.0*t89
        + t96
    );
    const double t98 = 96.0*atan(1.0);
    const double t99 = t17*t97/t98;
    const double t100 = 3.0*t89/t97;
    const double t101 = 48129.0/12500.0*t16 + 1212482328743739.0/10000000000.0*t61*(t76 + t78);
    const double t102 = 4.0*(t16*t16);
    const double t103 = 2.0*t16 + 1212482328743739.0/10000000000.0*t61*(t76 - t78);
    const double t104 = (
        10338607967496169.0/50000000000000000.0*(t101*t101)/t102
        + 1168262700327067.0/5000000000000000.0*(t103*t103)/t102
    );
    const double t105 = 1.0/2.0*(t20*t59);
    const double t106 = t18*t67/(2.0*t7);
    const double t107 = t105 + t106;
    const double t108 = t2*t18*t23/t7;
    const double t109 = 1.0/4.0*(t20*t77) + t108;
    const double t110 = 1.0/2.0*(t7*t18);
    const double t111 = -1.0/2.0*(eta*g1*t20);
    const double t112 = t110 + t111;
    const double t113 = t105 + t110;
    const double t114 = t20*t63;
    const double t115 = 1.0/4.0*t114 + t110;
    const double t116 = 1.0/128.0*t12 + t13 + 1.0/8.0*t14 + t15;
    const double t117 = -t116 + 9000000.0;
    const double t118 = 238732414637843.0/4000000000.0*t79 + 238732414637843.0/4000000000.0*t80;
    const double t119 = -t16 + 9000000.0;
    const double t120 = t107*t107;
    const double t121 = t109*t109;
    const double t122 = 238732414637843.0/4000000000.0*t120 + 238732414637843.0/4000000000.0*t121;
    const double t123 = (
        t117*t117*t118*(t58 + t62 + t66 + t90 + t91 + 6.0*t89)/((t119*t119 + t16*(t99*t99))*t122*(t112*t112
        + t113*t113 + t115*t115))
    );
    const double t124 = t106 + t111;
    const double t125 = -eta*g1*t20 + t108;
    const double t126 = 1.0/4.0*t114 + t106;
    const double t127 = 1.0/2.0*t114 + t108;
    const double t128 = t120 + t121;
    
    out[0] = t17;
    out[1] = t99;
    out[2] = t97/t98;
    out[3] = t34/t97;
    out[4] = t36/t97;
    out[5] = t41/t97;
    out[6] = t49/t97;
    out[7] = t51/t97;
    out[8] = t55/t97;
    out[9] = t58/t97;
    out[10] = t62/t97;
    out[11] = t66/t97;
    out[12] = t75/t97;
    out[13] = t83/t97;
    out[14] = t87/t97;
    out[15] = t100;
    out[16] = t90/t97;
    out[17] = t91/t97;
    out[18] = t100;
    out[19] = t96/t97;
    out[20] = (t58 + t62 + t66 + 3.0*t89 + t90 + t91 + 3.0*t89)/t97;
    out[21] = t104 + sqrt(minimum(t16 - 400.0, 0.0));
    out[22] = t123 + sqrt(minimum(t16 - t116, 0.0));
    out[23] = 1.0/4.0*t14/(t116*(-t2*t23/t6 + 1.0)) - 1.0;
    out[24] = (t124*t124 + t125*t125)/t128 - 1.0;
    out[25] = (t126*t126 + t127*t127)/t128 - 1.0;
    out[26] = 197892936801441.0/31250000000000000.0*t2;
    out[27] = exp(11554658811031443.0/1000000000000000.0/t2);
    out[28] = 197892936801441.0/31250000000000000.0*t8;
    out[29] = exp(15516594022592889.0/1000000000000000.0/t8);
}
