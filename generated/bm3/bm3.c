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
        const double t3 = g4*g4;
        const double t4 = eta*eta;
        const double t5 = t3*(-977.0/192.0*t4 + 977.0/192.0) + g1*(8.0/3.0*g4*eta + g1*(-41.0/6.0*t4 + 41.0/6.0));
        const double t6 = yt_re*yt_re + yt_im*yt_im;
        const double t7 = yb_re*yb_re + yb_im*yb_im;
        const double t8 = g1*g1;
        const double t9 = y_re*y_re + y_im*y_im;
        const double t10 = (
            2.0*mphi2*delta_t + 18.0*mS2*delta + mH2*(-9.0/2.0*t2 - 3.0/2.0*t8 + 12.0*lambda + 6.0*t6 + 6.0*t7)
        );
        const double t11 = delta*delta;
        const double t12 = delta_t*delta_t;
        const double t13 = (
            3.0/8.0*(t8*t8) + 9.0*t11 + t12 - 6.0*(t6*t6) - 6.0*(t7*t7) + t2*(9.0/8.0*t2 + 3.0/4.0*t8)
            + lambda*(-9.0*t2 - 3.0*t8 + 24.0*lambda + 12.0*t6 + 12.0*t7)
        );
        const double t14 = w*w;
        const double t15 = (
            -9.0/2.0*t2 - 3.0/2.0*t8 + 12.0*lambda + 24.0*u + 40.0*v + 4.0*delta + 6.0*t6 + 6.0*t7 + 2.0*t9
        );
        const double t16 = (
            -9.0/2.0*t2 - 3.0/2.0*t8 - 3.0/32.0*t3 + 12.0*lambda + 8.0*s + 4.0*delta_t + 6.0*t6 + 6.0*t7
        );
        const double t17 = 4.0*delta*delta_t + w*(-3.0/32.0*t3 + 8.0*s + 24.0*u + 40.0*v + 4.0*w + 2.0*t9);
        const double t18 = LOOP_FACTOR*(-8.0*t1 - 9.0/4.0*t2 - 17.0/12.0*t8 + 9.0/2.0*t6 + 3.0/2.0*t7);
        const double t19 = LOOP_FACTOR*(-8.0*t1 - 9.0/4.0*t2 - 5.0/12.0*t8 + 3.0/2.0*t6 + 9.0/2.0*t7);
        const double t20 = LOOP_FACTOR*(-6.0*t3 + 4.0*t9);
        
        dx[p] = -7.0*LOOP_FACTOR*(g3*t1);
        dx[n + p] = -19.0/6.0*LOOP_FACTOR*(g2*t2);
        dx[2*n + p] = g1*(LOOP_FACTOR*(977.0/192.0*t3*t4 + g1*(41.0/6.0*g1 - 8.0/3.0*g4*eta)));
        dx[3*n + p] = g4*(LOOP_FACTOR*(977.0/192.0*t3 + g1*(eta*(41.0/6.0*g1*eta - 8.0/3.0*g4))));
        dx[4*n + p] = LOOP_FACTOR*(-8.0/3.0*g1*g4 + eta*t5);
        dx[5*n + p] = yt_re*t18;
        dx[6*n + p] = yt_im*t18;
        dx[7*n + p] = yb_re*t19;
        dx[8*n + p] = yb_im*t19;
        dx[9*n + p] = y_re*t20;
        dx[10*n + p] = y_im*t20;
        dx[11*n + p] = LOOP_FACTOR*t10;
        dx[12*n + p] = LOOP_FACTOR*(4.0*mH2*delta_t + 18.0*mS2*w + mphi2*(-3.0/32.0*t3 + 8.0*s));
        dx[13*n + p] = LOOP_FACTOR*(4.0*mH2*delta + 2.0*mphi2*w + mS2*(24.0*u + 40.0*v + 2.0*t9));
        dx[14*n + p] = LOOP_FACTOR*t13;
        dx[15*n + p] = LOOP_FACTOR*(20.0*(s*s) + 2.0*t12 + 9.0*t14 + t3*(3.0/2048.0*t3 - 3.0/16.0*s));
        dx[16*n + p] = LOOP_FACTOR*(-2.0*(t9*t9) + u*(24.0*u + 24.0*v + 4.0*t9));
        dx[17*n + p] = LOOP_FACTOR*(12.0*(u*u) + 2.0*t11 + t14 + v*(48.0*u + 52.0*v + 4.0*t9));
        dx[18*n + p] = LOOP_FACTOR*(2.0*delta_t*w + delta*t15);
        dx[19*n + p] = LOOP_FACTOR*(3.0/64.0*t3*t4*t8 + 18.0*delta*w + delta_t*t16);
        dx[20*n + p] = LOOP_FACTOR*t17;
    }
}

/* Their derivatives: columns of numbers one by one, those of an array in a loop over its entries. */
static void jacobian_1(const double *restrict x, double *restrict jacobian)
{
    size_t k;

    for (k = 0; k < 441; ++k)
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
    const double t2 = g2*g2;
    const double t3 = 41.0/6.0*g1 - 8.0/3.0*g4*eta;
    const double t4 = g4*g4;
    const double t5 = eta*eta;
    const double t6 = 41.0/6.0*g1*eta;
    const double t7 = t6 - 8.0/3.0*g4;
    const double t8 = eta*t7;
    const double t9 = g1*(-41.0/6.0*t5 + 41.0/6.0);
    const double t10 = 8.0/3.0*g4*eta + t9;
    const double t11 = -977.0/192.0*t5 + 977.0/192.0;
    const double t12 = yt_re*yt_re + yt_im*yt_im;
    const double t13 = yb_re*yb_re + yb_im*yb_im;
    const double t14 = g1*g1;
    const double t15 = y_re*y_re + y_im*y_im;
    const double t16 = (
        -9.0/2.0*t2 - 3.0/2.0*t14 + 12.0*lambda + 24.0*u + 40.0*v + 4.0*delta + 6.0*t12 + 6.0*t13 + 2.0*t15
    );
    const double t17 = (
        -9.0/2.0*t2 - 3.0/2.0*t14 - 3.0/32.0*t4 + 12.0*lambda + 8.0*s + 4.0*delta_t + 6.0*t12 + 6.0*t13
    );
    const double t18 = LOOP_FACTOR*(-8.0*t1 - 9.0/4.0*t2 - 17.0/12.0*t14 + 9.0/2.0*t12 + 3.0/2.0*t13);
    const double t19 = LOOP_FACTOR*(-8.0*t1 - 9.0/4.0*t2 - 5.0/12.0*t14 + 3.0/2.0*t12 + 9.0/2.0*t13);
    const double t20 = LOOP_FACTOR*(-6.0*t4 + 4.0*t15);
    const double t21 = g3*LOOP_FACTOR;
    const double t22 = g2*LOOP_FACTOR;
    const double t23 = g1*LOOP_FACTOR;
    const double t24 = -8.0/3.0*g1*eta;
    const double t25 = g4*LOOP_FACTOR;
    const double t26 = t4*t11 + g1*t10 + eta*(-977.0/96.0*eta*t4 + g1*(8.0/3.0*g4 - 41.0/3.0*g1*eta));
    const double t27 = yt_re*LOOP_FACTOR;
    const double t28 = yt_im*LOOP_FACTOR;
    const double t29 = yb_re*LOOP_FACTOR;
    const double t30 = yb_im*LOOP_FACTOR;
    const double t31 = y_re*LOOP_FACTOR;
    const double t32 = y_im*LOOP_FACTOR;
    const double t33 = 4.0*delta_t*LOOP_FACTOR;
    const double t34 = 4.0*delta*LOOP_FACTOR;
    const double t35 = 2.0*delta_t*LOOP_FACTOR;
    const double t36 = 2.0*w*LOOP_FACTOR;
    const double t37 = 18.0*delta*LOOP_FACTOR;
    const double t38 = 18.0*w*LOOP_FACTOR;
    const double t39 = 18.0*mS2*LOOP_FACTOR;
    const double t40 = 4.0*mH2*LOOP_FACTOR;
    const double t41 = 2.0*mphi2*LOOP_FACTOR;
    jacobian[0*21 + 0] = -7.0*LOOP_FACTOR*(t1 + 2.0*g3*g3);
    jacobian[5*21 + 0] = -16.0*yt_re*t21;
    jacobian[6*21 + 0] = -16.0*yt_im*t21;
    jacobian[7*21 + 0] = -16.0*yb_re*t21;
    jacobian[8*21 + 0] = -16.0*yb_im*t21;
    jacobian[1*21 + 1] = -19.0/6.0*LOOP_FACTOR*(t2 + 2.0*g2*g2);
    jacobian[5*21 + 1] = -9.0/2.0*yt_re*t22;
    jacobian[6*21 + 1] = -9.0/2.0*yt_im*t22;
    jacobian[7*21 + 1] = -9.0/2.0*yb_re*t22;
    jacobian[8*21 + 1] = -9.0/2.0*yb_im*t22;
    jacobian[11*21 + 1] = -9.0*LOOP_FACTOR*(g2*mH2);
    jacobian[14*21 + 1] = LOOP_FACTOR*(2.0*g2*(9.0/8.0*t2 + 3.0/4.0*t14) + 9.0/4.0*g2*t2 - 18.0*g2*lambda);
    jacobian[18*21 + 1] = -9.0*LOOP_FACTOR*(g2*delta);
    jacobian[19*21 + 1] = -9.0*LOOP_FACTOR*(g2*delta_t);
    jacobian[2*21 + 2] = LOOP_FACTOR*(977.0/192.0*t4*t5 + g1*t3) + g1*(LOOP_FACTOR*(t3 + 41.0/6.0*g1));
    jacobian[3*21 + 2] = g4*(LOOP_FACTOR*(t8 + 41.0/6.0*g1*t5));
    jacobian[4*21 + 2] = LOOP_FACTOR*(-8.0/3.0*g4 + eta*(t10 + t9));
    jacobian[5*21 + 2] = -17.0/6.0*yt_re*t23;
    jacobian[6*21 + 2] = -17.0/6.0*yt_im*t23;
    jacobian[7*21 + 2] = -5.0/6.0*yb_re*t23;
    jacobian[8*21 + 2] = -5.0/6.0*yb_im*t23;
    jacobian[11*21 + 2] = -3.0*LOOP_FACTOR*(g1*mH2);
    jacobian[14*21 + 2] = LOOP_FACTOR*(3.0/2.0*(g1*t14) + 3.0/2.0*g1*t2 - 6.0*g1*lambda);
    jacobian[18*21 + 2] = -3.0*LOOP_FACTOR*(g1*delta);
    jacobian[19*21 + 2] = LOOP_FACTOR*(3.0/32.0*g1*t4*t5 - 3.0*g1*delta_t);
    jacobian[2*21 + 3] = g1*(LOOP_FACTOR*(977.0/96.0*g4*t5 + t24));
    jacobian[3*21 + 3] = LOOP_FACTOR*(977.0/192.0*t4 + g1*t8) + g4*(LOOP_FACTOR*(977.0/96.0*g4 + t24));
    jacobian[4*21 + 3] = LOOP_FACTOR*(-8.0/3.0*g1 + eta*(2.0*g4*t11 + 8.0/3.0*g1*eta));
    jacobian[9*21 + 3] = -12.0*y_re*t25;
    jacobian[10*21 + 3] = -12.0*y_im*t25;
    jacobian[12*21 + 3] = -3.0/16.0*LOOP_FACTOR*(g4*mphi2);
    jacobian[15*21 + 3] = LOOP_FACTOR*(2.0*g4*(3.0/2048.0*t4 - 3.0/16.0*s) + 3.0/1024.0*g4*t4);
    jacobian[19*21 + 3] = LOOP_FACTOR*(3.0/32.0*g4*t5*t14 - 3.0/16.0*g4*delta_t);
    jacobian[20*21 + 3] = -3.0/16.0*LOOP_FACTOR*(g4*w);
    jacobian[2*21 + 4] = g1*(LOOP_FACTOR*(977.0/96.0*eta*t4 - 8.0/3.0*g1*g4));
    jacobian[3*21 + 4] = g4*(LOOP_FACTOR*(g1*(t7 + t6)));
    jacobian[4*21 + 4] = LOOP_FACTOR*t26;
    jacobian[19*21 + 4] = 3.0/32.0*LOOP_FACTOR*(eta*t4*t14);
    jacobian[5*21 + 5] = t18 + 9.0*yt_re*t27;
    jacobian[6*21 + 5] = 9.0*yt_im*t27;
    jacobian[7*21 + 5] = 3.0*yb_re*t27;
    jacobian[8*21 + 5] = 3.0*yb_im*t27;
    jacobian[11*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*mH2);
    jacobian[14*21 + 5] = LOOP_FACTOR*(-24.0*(yt_re*t12) + 24.0*yt_re*lambda);
    jacobian[18*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*delta);
    jacobian[19*21 + 5] = 12.0*LOOP_FACTOR*(yt_re*delta_t);
    jacobian[5*21 + 6] = 9.0*yt_re*t28;
    jacobian[6*21 + 6] = t18 + 9.0*yt_im*t28;
    jacobian[7*21 + 6] = 3.0*yb_re*t28;
    jacobian[8*21 + 6] = 3.0*yb_im*t28;
    jacobian[11*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*mH2);
    jacobian[14*21 + 6] = LOOP_FACTOR*(-24.0*(yt_im*t12) + 24.0*yt_im*lambda);
    jacobian[18*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*delta);
    jacobian[19*21 + 6] = 12.0*LOOP_FACTOR*(yt_im*delta_t);
    jacobian[5*21 + 7] = 3.0*yt_re*t29;
    jacobian[6*21 + 7] = 3.0*yt_im*t29;
    jacobian[7*21 + 7] = t19 + 9.0*yb_re*t29;
    jacobian[8*21 + 7] = 9.0*yb_im*t29;
    jacobian[11*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*mH2);
    jacobian[14*21 + 7] = LOOP_FACTOR*(-24.0*(yb_re*t13) + 24.0*yb_re*lambda);
    jacobian[18*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*delta);
    jacobian[19*21 + 7] = 12.0*LOOP_FACTOR*(yb_re*delta_t);
    jacobian[5*21 + 8] = 3.0*yt_re*t30;
    jacobian[6*21 + 8] = 3.0*yt_im*t30;
    jacobian[7*21 + 8] = 9.0*yb_re*t30;
    jacobian[8*21 + 8] = t19 + 9.0*yb_im*t30;
    jacobian[11*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*mH2);
    jacobian[14*21 + 8] = LOOP_FACTOR*(-24.0*(yb_im*t13) + 24.0*yb_im*lambda);
    jacobian[18*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*delta);
    jacobian[19*21 + 8] = 12.0*LOOP_FACTOR*(yb_im*delta_t);
    jacobian[9*21 + 9] = t20 + 8.0*y_re*t31;
    jacobian[10*21 + 9] = 8.0*y_im*t31;
    jacobian[13*21 + 9] = 4.0*LOOP_FACTOR*(y_re*mS2);
    jacobian[16*21 + 9] = LOOP_FACTOR*(-8.0*(y_re*t15) + 8.0*y_re*u);
    jacobian[17*21 + 9] = 8.0*LOOP_FACTOR*(y_re*v);
    jacobian[18*21 + 9] = 4.0*LOOP_FACTOR*(y_re*delta);
    jacobian[20*21 + 9] = 4.0*LOOP_FACTOR*(y_re*w);
    jacobian[9*21 + 10] = 8.0*y_re*t32;
    jacobian[10*21 + 10] = t20 + 8.0*y_im*t32;
    jacobian[13*21 + 10] = 4.0*LOOP_FACTOR*(y_im*mS2);
    jacobian[16*21 + 10] = LOOP_FACTOR*(-8.0*(y_im*t15) + 8.0*y_im*u);
    jacobian[17*21 + 10] = 8.0*LOOP_FACTOR*(y_im*v);
    jacobian[18*21 + 10] = 4.0*LOOP_FACTOR*(y_im*delta);
    jacobian[20*21 + 10] = 4.0*LOOP_FACTOR*(y_im*w);
    jacobian[11*21 + 11] = LOOP_FACTOR*(-9.0/2.0*t2 - 3.0/2.0*t14 + 12.0*lambda + 6.0*t12 + 6.0*t13);
    jacobian[12*21 + 11] = t33;
    jacobian[13*21 + 11] = t34;
    jacobian[11*21 + 12] = t35;
    jacobian[12*21 + 12] = LOOP_FACTOR*(-3.0/32.0*t4 + 8.0*s);
    jacobian[13*21 + 12] = t36;
    jacobian[11*21 + 13] = t37;
    jacobian[12*21 + 13] = t38;
    jacobian[13*21 + 13] = LOOP_FACTOR*(24.0*u + 40.0*v + 2.0*t15);
    jacobian[11*21 + 14] = 12.0*mH2*LOOP_FACTOR;
    jacobian[14*21 + 14] = LOOP_FACTOR*(-9.0*t2 - 3.0*t14 + 24.0*lambda + 12.0*t12 + 12.0*t13 + 24.0*lambda);
    jacobian[18*21 + 14] = 12.0*delta*LOOP_FACTOR;
    jacobian[19*21 + 14] = 12.0*delta_t*LOOP_FACTOR;
    jacobian[12*21 + 15] = 8.0*mphi2*LOOP_FACTOR;
    jacobian[15*21 + 15] = LOOP_FACTOR*(40.0*s - 3.0/16.0*t4);
    jacobian[19*21 + 15] = 8.0*delta_t*LOOP_FACTOR;
    jacobian[20*21 + 15] = 8.0*w*LOOP_FACTOR;
    jacobian[13*21 + 16] = 24.0*mS2*LOOP_FACTOR;
    jacobian[16*21 + 16] = LOOP_FACTOR*(24.0*u + 24.0*v + 4.0*t15 + 24.0*u);
    jacobian[17*21 + 16] = LOOP_FACTOR*(24.0*u + 48.0*v);
    jacobian[18*21 + 16] = 24.0*delta*LOOP_FACTOR;
    jacobian[20*21 + 16] = 24.0*w*LOOP_FACTOR;
    jacobian[13*21 + 17] = 40.0*mS2*LOOP_FACTOR;
    jacobian[16*21 + 17] = 24.0*u*LOOP_FACTOR;
    jacobian[17*21 + 17] = LOOP_FACTOR*(48.0*u + 52.0*v + 4.0*t15 + 52.0*v);
    jacobian[18*21 + 17] = 40.0*delta*LOOP_FACTOR;
    jacobian[20*21 + 17] = 40.0*w*LOOP_FACTOR;
    jacobian[11*21 + 18] = t39;
    jacobian[13*21 + 18] = t40;
    jacobian[14*21 + 18] = t37;
    jacobian[17*21 + 18] = t34;
    jacobian[18*21 + 18] = LOOP_FACTOR*(t16 + 4.0*delta);
    jacobian[19*21 + 18] = t38;
    jacobian[20*21 + 18] = t33;
    jacobian[11*21 + 19] = t41;
    jacobian[12*21 + 19] = t40;
    jacobian[14*21 + 19] = t35;
    jacobian[15*21 + 19] = t33;
    jacobian[18*21 + 19] = t36;
    jacobian[19*21 + 19] = LOOP_FACTOR*(t17 + 4.0*delta_t);
    jacobian[20*21 + 19] = t34;
    jacobian[12*21 + 20] = t39;
    jacobian[13*21 + 20] = t41;
    jacobian[15*21 + 20] = t38;
    jacobian[17*21 + 20] = t36;
    jacobian[18*21 + 20] = t35;
    jacobian[19*21 + 20] = t37;
    jacobian[20*21 + 20] = LOOP_FACTOR*(-3.0/32.0*t4 + 8.0*s + 24.0*u + 40.0*v + 4.0*w + 2.0*t15 + 4.0*w);
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
        const double t4 = g4*g4;
        const double t5 = eta*eta;
        const double t6 = 8.0/3.0*g4*eta;
        const double t7 = yt_re*yt_re + yt_im*yt_im;
        const double t8 = yb_re*yb_re + yb_im*yb_im;
        const double t9 = g1*g1;
        const double t10 = y_re*y_re + y_im*y_im;
        const double t11 = delta*delta;
        const double t12 = delta_t*delta_t;
        const double t13 = t7*t7;
        const double t14 = t8*t8;
        const double t15 = s*s;
        const double t16 = w*w;
        const double t17 = t10*t10;
        const double t18 = (
            -9.0/2.0*t2 - 3.0/2.0*t9 - 3.0/32.0*t4 + 12.0*lambda + 8.0*s + 4.0*delta_t + 6.0*t7 + 6.0*t8
        );
        const double t19 = -26.0*t1 + 9.0/2.0*t2 + 1.0/8.0*t4 - 2.0*t7 - 2.0*t8 + g1*(11.0/6.0*g1 - 1.0/3.0*g4*eta);
        const double t20 = 12.0*t1 + 35.0/6.0*t2 + 13.0/32.0*t4 - 3.0/2.0*t7 - 3.0/2.0*t8 + g1*(3.0/2.0*g1 - g4*eta);
        const double t21 = (
            44.0/3.0*t1 + 9.0/2.0*t2 + 199.0/18.0*t9 - 17.0/6.0*t7 - 5.0/6.0*t8 + g4*(-82.0/9.0*g1*eta
            + g4*(505.0/96.0*t5 + 101.0/96.0))
        );
        const double t22 = g4*(eta*(-8.0/3.0*t1 - 3.0*t2 + t4*(-37.0/32.0*t5 - 37.0/32.0))) + g1*t21;
        const double t23 = t1 + 39.0/32.0*t2 + 12845.0/1024.0*t4 - 18.0*t10;
        const double t24 = (
            44.0/3.0*t1 + 9.0/2.0*t2 + 505.0/96.0*t4 - 17.0/6.0*t7 - 5.0/6.0*t8 + g1*(199.0/18.0*g1 - 41.0/9.0*g4*eta)
        );
        const double t25 = g4*(-8.0/3.0*t1 - 3.0*t2 - 37.0/16.0*t4) + g1*(-41.0/9.0*g1*g4 + eta*t24);
        const double t26 = (
            -44.0/3.0*t1 - 9.0/2.0*t2 - 101.0/16.0*t4 + 17.0/6.0*t7 + 5.0/6.0*t8 + g1*(-199.0/18.0*g1
            + 41.0/9.0*g4*eta)
        );
        const double t27 = (
            44.0/3.0*t1 + 9.0/2.0*t2 + 199.0/18.0*t9 + 101.0/16.0*t4 - 17.0/6.0*t7 - 5.0/6.0*t8 + t5*t26
        );
        const double t28 = (
            t1 + 39.0/32.0*t2 + 12845.0/1024.0*t4 - 18.0*t10 + t5*(-t1 - 39.0/32.0*t2 - 12845.0/1024.0*t4 + 18.0*t10)
        );
        const double t29 = t4*t28 + g1*(g4*(eta*(8.0/3.0*t1 + 3.0*t2 + 37.0/32.0*t4*t5)) + g1*t27);
        const double t30 = (
            19.0/9.0*t1 - 3.0/4.0*t2 + 887.0/216.0*t4*t5 + 131.0/16.0*t7 + 7.0/48.0*t8 + g1*(1187.0/216.0*g1
            - 58.0/27.0*g4*eta)
        );
        const double t31 = lambda*lambda;
        const double t32 = (
            6.0*t31 + 9.0/2.0*t11 + 1.0/2.0*t12 - 1.0/4.0*t14 + t2*(-23.0/4.0*t2 + 99.0/16.0*t8) + t1*(-108.0*t1
            + 9.0*t2 + 4.0*t8) + t7*(36.0*t1 + 225.0/16.0*t2 - 12.0*lambda - 12.0*t7 - 11.0/4.0*t8) + t9*t30
        );
        const double t33 = (
            31.0/9.0*t1 - 9.0/4.0*t2 - 481.0/3456.0*t4*t5 + 91.0/48.0*t7 + 79.0/16.0*t8 + g1*(-127.0/216.0*g1
            + 2.0/27.0*g4*eta)
        );
        const double t34 = (
            6.0*t31 + 9.0/2.0*t11 + 1.0/2.0*t12 - 1.0/4.0*t13 + t2*(-23.0/4.0*t2 + 99.0/16.0*t7) + t1*(-108.0*t1
            + 9.0*t2 + 4.0*t7) + t8*(36.0*t1 + 225.0/16.0*t2 - 12.0*lambda - 11.0/4.0*t7 - 12.0*t8) + t9*t33
        );
        const double t35 = t4*(4315.0/192.0*t4 + 29.0*t10 + g1*(eta*(211.0/6.0*g1*eta - 40.0/3.0*g4)));
        const double t36 = (
            t11 + 1.0/2.0*t16 - 37.0/4.0*t17 + v*(20.0*v - 24.0*t10) + u*(20.0*u + 24.0*v - 40.0*t10) + t35
        );
        const double t37 = g1*(557.0/48.0*g1 - 10.0/3.0*g4*eta);
        const double t38 = 15.0/8.0*t2 + 4891.0/768.0*t4*t5 + 24.0*lambda + 85.0/12.0*t7 + 25.0/12.0*t8 + t37;
        const double t39 = t9*t38;
        const double t40 = t7*(40.0*t1 + 45.0/4.0*t2 - 72.0*lambda - 27.0/2.0*t7 - 21.0*t8);
        const double t41 = t8*(40.0*t1 + 45.0/4.0*t2 - 72.0*lambda - 27.0/2.0*t8);
        const double t42 = t2*(-145.0/16.0*t2 + 72.0*lambda);
        const double t43 = (
            mS2*(delta*(-36.0*delta - 36.0*t10)) + mphi2*(-4.0*t12 + t4*(5.0/64.0*t5*t9 + 1.0/4.0*delta_t))
        );
        const double t44 = g1*(eta*(211.0/384.0*g1*eta - 5.0/24.0*g4));
        const double t45 = mphi2*(-40.0*t15 - 2.0*t12 - 9.0*t16 + t4*(2483.0/6144.0*t4 + s + t44));
        const double t46 = 5.0/32.0*t4*t5*t9;
        const double t47 = mH2*(t46 + delta_t*(24.0*t2 + 8.0*t9 - 8.0*delta_t - 24.0*t7 - 24.0*t8));
        const double t48 = t10*(10.0*t4 - 48.0*u - 80.0*v - 9.0*t10);
        const double t49 = u*(-200.0*u - 240.0*v);
        const double t50 = v*v;
        const double t51 = (
            mphi2*(w*(1.0/4.0*t4 - 4.0*w)) + mH2*(delta*(24.0*t2 + 8.0*t9 - 8.0*delta - 24.0*t7 - 24.0*t8))
            + mS2*(-200.0*t50 - 2.0*t11 - t16 + t49 + t48)
        );
        const double t52 = -3911.0/768.0*t4*t5;
        const double t53 = (
            -559.0/48.0*t2 + t52 + 629.0/24.0*lambda - 19.0/4.0*t7 + 5.0/4.0*t8 + g1*(-379.0/48.0*g1 + t6)
        );
        const double t54 = (
            5.0/64.0*delta_t*t4*t5 - 8.0/3.0*t13 + 4.0/3.0*t14 + lambda*(4891.0/384.0*t4*t5 + 36.0*lambda
            + 85.0/6.0*t7 + 25.0/6.0*t8) + t2*(-289.0/48.0*t2 + t52 + 39.0/4.0*lambda + 21.0/2.0*t7 + 9.0/2.0*t8)
            + g1*(g4*(eta*(8.0/3.0*t2 - 20.0/3.0*lambda)) + g1*t53)
        );
        const double t55 = (
            -312.0*t31 - 90.0*t11 - 10.0*t12 + t2*(-73.0/8.0*t2 + 108.0*lambda) + t8*(80.0*t1 + 45.0/2.0*t2
            - 144.0*lambda - 3.0*t8) + t7*(80.0*t1 + 45.0/2.0*t2 - 144.0*lambda - 3.0*t7 - 42.0*t8)
        );
        const double t56 = -9.0/4.0*(t2*t2);
        const double t57 = (
            305.0/16.0*(t3*t3) + t12*(1.0/8.0*t4 - 4.0*delta_t) + t11*(-36.0*delta - 18.0*t10) + t8*(t56
            + t8*(-32.0*t1 + 30.0*t8)) + t7*(t56 - 6.0*t14 + t7*(-32.0*t1 + 30.0*t7 - 6.0*t8)) + lambda*t55 + t9*t54
        );
        const double t58 = (
            g4*(1.0/96.0*t4 - 5.0/12.0*s) + g1*(eta*(-167.0/6144.0*t4 + 211.0/192.0*s + 5.0/32.0*delta_t))
        );
        const double t59 = t4*(7.0/4.0*t15 + t4*(-989.0/49152.0*t4 + 2519.0/3072.0*s) + g1*(eta*t58));
        const double t60 = (
            -240.0*(s*t15) + t16*(-90.0*s - 36.0*w - 18.0*t10) + t12*(12.0*t2 + 4.0*t9 - 20.0*s - 8.0*delta_t
            - 12.0*t7 - 12.0*t8) + t59
        );
        const double t61 = (
            -688.0*t50 - 20.0*t11 - 10.0*t16 + u*(-336.0*u - 1056.0*v) + t10*(20.0*t4 - 48.0*u - 48.0*v - 18.0*t10)
        );
        const double t62 = (
            -816.0*t50 - 20.0*t11 - 10.0*t16 + u*(-688.0*u - 1056.0*v) + t10*(20.0*t4 - 96.0*u - 104.0*v - 18.0*t10)
        );
        const double t63 = (
            4.0*(t10*t17) + t16*(1.0/8.0*t4 - 4.0*w) + u*(8.0*t17 + u*(-288.0*u - 24.0*t10)) + t11*(12.0*t2 + 4.0*t9
            - 8.0*delta - 12.0*t7 - 12.0*t8) + v*t62
        );
        const double t64 = 3.0*t2 + t9 - 72.0*lambda - 144.0*u - 240.0*v - 19.0*delta - 12.0*t7 - 12.0*t8 - 4.0*t10;
        const double t65 = (
            -60.0*t31 - 200.0*t50 - t16 + delta_t*(-delta_t - 8.0*w) + t49 + t42 + t48 + t41 + t40 + t39 + delta*t64
        );
        const double t66 = (
            15.0/8.0*t2 + 1779.0/256.0*t4*t5 + 24.0*lambda + delta_t + 85.0/12.0*t7 + 25.0/12.0*t8 + t37
        );
        const double t67 = 3.0*t2 + 1.0/16.0*t4 - 72.0*lambda - 48.0*s - 11.0*delta_t - 12.0*t7 - 12.0*t8;
        const double t68 = (
            -60.0*t31 - 40.0*t15 - 9.0*t16 + delta*(-9.0*delta - 72.0*w) + t4*(2483.0/6144.0*t4 + s) + t42 + t41 + t40
            + delta_t*t67 + g1*(-5.0/24.0*eta*(g4*t4) + g1*t66)
        );
        const double t69 = (
            -45.0/256.0*t2 - 7867.0/12288.0*t4 + 15.0/32.0*lambda + 5.0/16.0*s - 19.0/64.0*t7 + 5.0/64.0*t8
            + g1*(-713.0/768.0*g1 + 1.0/6.0*g4*eta)
        );
        const double t70 = (
            delta*(w*(-36.0*delta - 36.0*w - 36.0*t10)) + t9*(t4*(eta*(1.0/6.0*g1*g4 + eta*t69))) + delta_t*t68
        );
        const double t71 = (
            -40.0*t15 - 2.0*t12 - 9.0*t17 + delta*(-2.0*delta - 16.0*delta_t) + v*(-200.0*v - 80.0*t10) + u*(-200.0*u
            - 240.0*v - 48.0*t10) + w*(-48.0*s - 144.0*u - 240.0*v - 18.0*w - 4.0*t10) + t4*(2483.0/6144.0*t4 + s
            + 1.0/16.0*w + 10.0*t10 + t44)
        );
        const double t72 = delta_t*(24.0*t2 + 8.0*t9 - 8.0*delta - 8.0*delta_t - 24.0*t7 - 24.0*t8);
        const double t73 = 977.0/192.0*t4*t5 + g1*(41.0/6.0*g1 - 8.0/3.0*g4*eta) + LOOP_FACTOR*(t4*(t5*t23) + g1*t22);
        const double t74 = (
            977.0/192.0*t4 + g1*(eta*(41.0/6.0*g1*eta - 8.0/3.0*g4)) + LOOP_FACTOR*(t4*t23 + g1*(101.0/96.0*g1*t4
            + eta*t25))
        );
        const double t75 = (
            t4*(-977.0/192.0*t5 + 977.0/192.0) + g1*(t6 + g1*(-41.0/6.0*t5 + 41.0/6.0)) + LOOP_FACTOR*t29
        );
        const double t76 = LOOP_FACTOR*(-8.0/3.0*t1 - 3.0*t2 - 41.0/9.0*t9 - 37.0/32.0*t4) - 8.0/3.0;
        const double t77 = -8.0*t1 - 9.0/4.0*t2 - 17.0/12.0*t9 + 9.0/2.0*t7 + 3.0/2.0*t8 + LOOP_FACTOR*t32;
        const double t78 = LOOP_FACTOR*t77;
        const double t79 = -8.0*t1 - 9.0/4.0*t2 - 5.0/12.0*t9 + 3.0/2.0*t7 + 9.0/2.0*t8 + LOOP_FACTOR*t34;
        const double t80 = LOOP_FACTOR*t79;
        const double t81 = LOOP_FACTOR*(-6.0*t4 + 4.0*t10 + LOOP_FACTOR*t36);
        const double t82 = (
            -9.0/2.0*t2 - 3.0/2.0*t9 + 12.0*lambda + 6.0*t7 + 6.0*t8 + LOOP_FACTOR*(-60.0*t31 - 9.0*t11 - t12 + t42
            + t41 + t40 + t39)
        );
        const double t83 = (
            4.0*mH2*delta_t + 18.0*mS2*w + mphi2*(-3.0/32.0*t4 + 8.0*s) + LOOP_FACTOR*(mS2*(w*(-36.0*w - 36.0*t10))
            + t47 + t45)
        );
        const double t84 = 4.0*mH2*delta + 2.0*mphi2*w + mS2*(24.0*u + 40.0*v + 2.0*t10) + LOOP_FACTOR*t51;
        const double t85 = (
            3.0/8.0*(t9*t9) + 9.0*t11 + t12 - 6.0*t13 - 6.0*t14 + t2*(9.0/8.0*t2 + 3.0/4.0*t9) + lambda*(-9.0*t2
            - 3.0*t9 + 24.0*lambda + 12.0*t7 + 12.0*t8) + LOOP_FACTOR*t57
        );
        const double t86 = 20.0*t15 + 2.0*t12 + 9.0*t16 + t4*(3.0/2048.0*t4 - 3.0/16.0*s) + LOOP_FACTOR*t60;
        const double t87 = (
            t17*(LOOP_FACTOR*(-8.0*t4 + 8.0*v + 12.0*t10) - 2.0) + u*(24.0*u + 24.0*v + 4.0*t10 + LOOP_FACTOR*t61)
        );
        const double t88 = 12.0*(u*u) + 2.0*t11 + t16 + v*(48.0*u + 52.0*v + 4.0*t10) + LOOP_FACTOR*t63;
        const double t89 = (
            -9.0/2.0*t2 - 3.0/2.0*t9 + 12.0*lambda + 24.0*u + 40.0*v + 4.0*delta + 6.0*t7 + 6.0*t8 + 2.0*t10
            + LOOP_FACTOR*t65
        );
        const double t90 = (
            5.0/64.0*LOOP_FACTOR*t4*t5*t9 + delta_t*(LOOP_FACTOR*(1.0/4.0*t4 - 4.0*delta_t - 4.0*w) + 2.0)
        );
        const double t91 = (
            4.0*delta*delta_t + w*(-3.0/32.0*t4 + 8.0*s + 24.0*u + 40.0*v + 4.0*w + 2.0*t10)
            + LOOP_FACTOR*(-3.0/4.0*t10*(t4*t4) + delta*(t46 + t72) + w*t71)
        );
        
        dx[p] = g3*t1*(LOOP_FACTOR*(LOOP_FACTOR*t19 - 7.0));
        dx[n + p] = t3*(LOOP_FACTOR*(LOOP_FACTOR*t20 - 19.0/6.0));
        dx[2*n + p] = g1*(LOOP_FACTOR*t73);
        dx[3*n + p] = g4*(LOOP_FACTOR*t74);
        dx[4*n + p] = LOOP_FACTOR*(g1*(g4*t76) + eta*t75);
        dx[5*n + p] = yt_re*t78;
        dx[6*n + p] = yt_im*t78;
        dx[7*n + p] = yb_re*t80;
        dx[8*n + p] = yb_im*t80;
        dx[9*n + p] = y_re*t81;
        dx[10*n + p] = y_im*t81;
        dx[11*n + p] = LOOP_FACTOR*(2.0*mphi2*delta_t + 18.0*mS2*delta + LOOP_FACTOR*t43 + mH2*t82);
        dx[12*n + p] = LOOP_FACTOR*t83;
        dx[13*n + p] = LOOP_FACTOR*t84;
        dx[14*n + p] = LOOP_FACTOR*t85;
        dx[15*n + p] = LOOP_FACTOR*t86;
        dx[16*n + p] = LOOP_FACTOR*t87;
        dx[17*n + p] = LOOP_FACTOR*t88;
        dx[18*n + p] = LOOP_FACTOR*(-12.0*LOOP_FACTOR*t4*t5*t9*t10 + w*t90 + delta*t89);
        dx[19*n + p] = LOOP_FACTOR*(3.0/64.0*t4*t5*t9 + 18.0*delta*w + delta_t*t18 + LOOP_FACTOR*t70);
        dx[20*n + p] = LOOP_FACTOR*t91;
    }
}

/* Their derivatives: columns of numbers one by one, those of an array in a loop over its entries. */
static void jacobian_2(const double *restrict x, double *restrict jacobian)
{
    size_t k;

    for (k = 0; k < 441; ++k)
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
    const double t2 = g3*t1;
    const double t3 = g2*g2;
    const double t4 = g2*t3;
    const double t5 = 41.0/6.0*g1 - 8.0/3.0*g4*eta;
    const double t6 = g4*g4;
    const double t7 = eta*eta;
    const double t8 = 41.0/6.0*g1*eta;
    const double t9 = t8 - 8.0/3.0*g4;
    const double t10 = eta*t9;
    const double t11 = g1*(-41.0/6.0*t7 + 41.0/6.0);
    const double t12 = 8.0/3.0*g4*eta;
    const double t13 = t12 + t11;
    const double t14 = -977.0/192.0*t7 + 977.0/192.0;
    const double t15 = yt_re*yt_re + yt_im*yt_im;
    const double t16 = yb_re*yb_re + yb_im*yb_im;
    const double t17 = g1*g1;
    const double t18 = y_re*y_re + y_im*y_im;
    const double t19 = delta*delta;
    const double t20 = delta_t*delta_t;
    const double t21 = t15*t15;
    const double t22 = t16*t16;
    const double t23 = s*s;
    const double t24 = w*w;
    const double t25 = t18*t18;
    const double t26 = (
        -9.0/2.0*t3 - 3.0/2.0*t17 - 3.0/32.0*t6 + 12.0*lambda + 8.0*s + 4.0*delta_t + 6.0*t15 + 6.0*t16
    );
    const double t27 = 11.0/6.0*g1 - 1.0/3.0*g4*eta;
    const double t28 = 3.0/2.0*g1 - g4*eta;
    const double t29 = 12.0*t1 + 35.0/6.0*t3 + 13.0/32.0*t6 - 3.0/2.0*t15 - 3.0/2.0*t16 + g1*t28;
    const double t30 = g4*(505.0/96.0*t7 + 101.0/96.0);
    const double t31 = -82.0/9.0*g1*eta + t30;
    const double t32 = 44.0/3.0*t1 + 9.0/2.0*t3 + 199.0/18.0*t17 - 17.0/6.0*t15 - 5.0/6.0*t16 + g4*t31;
    const double t33 = -37.0/32.0*t7 - 37.0/32.0;
    const double t34 = -8.0/3.0*t1 - 3.0*t3 + t6*t33;
    const double t35 = eta*t34;
    const double t36 = g4*t35 + g1*t32;
    const double t37 = t1 + 39.0/32.0*t3 + 12845.0/1024.0*t6 - 18.0*t18;
    const double t38 = t7*t37;
    const double t39 = 199.0/18.0*g1 - 41.0/9.0*g4*eta;
    const double t40 = 44.0/3.0*t1 + 9.0/2.0*t3 + 505.0/96.0*t6 - 17.0/6.0*t15 - 5.0/6.0*t16 + g1*t39;
    const double t41 = -41.0/9.0*g1*g4 + eta*t40;
    const double t42 = -8.0/3.0*t1 - 3.0*t3 - 37.0/16.0*t6;
    const double t43 = g4*t42 + g1*t41;
    const double t44 = 101.0/96.0*g1*t6 + eta*t43;
    const double t45 = -199.0/18.0*g1 + 41.0/9.0*g4*eta;
    const double t46 = -44.0/3.0*t1 - 9.0/2.0*t3 - 101.0/16.0*t6 + 17.0/6.0*t15 + 5.0/6.0*t16 + g1*t45;
    const double t47 = (
        44.0/3.0*t1 + 9.0/2.0*t3 + 199.0/18.0*t17 + 101.0/16.0*t6 - 17.0/6.0*t15 - 5.0/6.0*t16 + t7*t46
    );
    const double t48 = 8.0/3.0*t1 + 3.0*t3 + 37.0/32.0*t6*t7;
    const double t49 = eta*t48;
    const double t50 = g4*t49 + g1*t47;
    const double t51 = -t1 - 39.0/32.0*t3 - 12845.0/1024.0*t6 + 18.0*t18;
    const double t52 = t1 + 39.0/32.0*t3 + 12845.0/1024.0*t6 - 18.0*t18 + t7*t51;
    const double t53 = 1187.0/216.0*g1 - 58.0/27.0*g4*eta;
    const double t54 = 19.0/9.0*t1 - 3.0/4.0*t3 + 887.0/216.0*t6*t7 + 131.0/16.0*t15 + 7.0/48.0*t16 + g1*t53;
    const double t55 = 36.0*t1 + 225.0/16.0*t3 - 12.0*lambda - 12.0*t15 - 11.0/4.0*t16;
    const double t56 = -108.0*t1 + 9.0*t3 + 4.0*t16;
    const double t57 = -23.0/4.0*t3 + 99.0/16.0*t16;
    const double t58 = lambda*lambda;
    const double t59 = 6.0*t58 + 9.0/2.0*t19 + 1.0/2.0*t20 - 1.0/4.0*t22 + t3*t57 + t1*t56 + t15*t55 + t17*t54;
    const double t60 = -127.0/216.0*g1 + 2.0/27.0*g4*eta;
    const double t61 = 31.0/9.0*t1 - 9.0/4.0*t3 - 481.0/3456.0*t6*t7 + 91.0/48.0*t15 + 79.0/16.0*t16 + g1*t60;
    const double t62 = 36.0*t1 + 225.0/16.0*t3 - 12.0*lambda - 11.0/4.0*t15 - 12.0*t16;
    const double t63 = -108.0*t1 + 9.0*t3 + 4.0*t15;
    const double t64 = -23.0/4.0*t3 + 99.0/16.0*t15;
    const double t65 = 6.0*t58 + 9.0/2.0*t19 + 1.0/2.0*t20 - 1.0/4.0*t21 + t3*t64 + t1*t63 + t16*t62 + t17*t61;
    const double t66 = 211.0/6.0*g1*eta;
    const double t67 = t66 - 40.0/3.0*g4;
    const double t68 = eta*t67;
    const double t69 = 4315.0/192.0*t6 + 29.0*t18 + g1*t68;
    const double t70 = 20.0*u + 24.0*v - 40.0*t18;
    const double t71 = 20.0*v - 24.0*t18;
    const double t72 = 557.0/48.0*g1 - 10.0/3.0*g4*eta;
    const double t73 = g1*t72;
    const double t74 = 15.0/8.0*t3 + 4891.0/768.0*t6*t7 + 24.0*lambda + 85.0/12.0*t15 + 25.0/12.0*t16 + t73;
    const double t75 = t17*t74;
    const double t76 = 40.0*t1 + 45.0/4.0*t3 - 72.0*lambda - 27.0/2.0*t15 - 21.0*t16;
    const double t77 = t15*t76;
    const double t78 = 40.0*t1 + 45.0/4.0*t3 - 72.0*lambda - 27.0/2.0*t16;
    const double t79 = t16*t78;
    const double t80 = -145.0/16.0*t3 + 72.0*lambda;
    const double t81 = t3*t80;
    const double t82 = 5.0/64.0*t7*t17 + 1.0/4.0*delta_t;
    const double t83 = -36.0*delta - 36.0*t18;
    const double t84 = 211.0/384.0*g1*eta;
    const double t85 = t84 - 5.0/24.0*g4;
    const double t86 = eta*t85;
    const double t87 = g1*t86;
    const double t88 = 2483.0/6144.0*t6 + s;
    const double t89 = 2483.0/6144.0*t6 + s + t87;
    const double t90 = 24.0*t3 + 8.0*t17 - 8.0*delta_t - 24.0*t15 - 24.0*t16;
    const double t91 = 5.0/32.0*t6*t7*t17;
    const double t92 = -36.0*w - 36.0*t18;
    const double t93 = 10.0*t6 - 48.0*u - 80.0*v - 9.0*t18;
    const double t94 = t18*t93;
    const double t95 = -200.0*u - 240.0*v;
    const double t96 = u*t95;
    const double t97 = v*v;
    const double t98 = 24.0*t3 + 8.0*t17 - 8.0*delta - 24.0*t15 - 24.0*t16;
    const double t99 = 1.0/4.0*t6 - 4.0*w;
    const double t100 = -379.0/48.0*g1 + t12;
    const double t101 = -3911.0/768.0*t6*t7;
    const double t102 = -559.0/48.0*t3 + t101 + 629.0/24.0*lambda - 19.0/4.0*t15 + 5.0/4.0*t16 + g1*t100;
    const double t103 = 8.0/3.0*t3 - 20.0/3.0*lambda;
    const double t104 = eta*t103;
    const double t105 = g4*t104 + g1*t102;
    const double t106 = -289.0/48.0*t3 + t101 + 39.0/4.0*lambda + 21.0/2.0*t15 + 9.0/2.0*t16;
    const double t107 = 4891.0/384.0*t6*t7 + 36.0*lambda + 85.0/6.0*t15 + 25.0/6.0*t16;
    const double t108 = 5.0/64.0*delta_t*t6*t7 - 8.0/3.0*t21 + 4.0/3.0*t22 + lambda*t107 + t3*t106 + g1*t105;
    const double t109 = 80.0*t1 + 45.0/2.0*t3 - 144.0*lambda - 3.0*t15 - 42.0*t16;
    const double t110 = 80.0*t1 + 45.0/2.0*t3 - 144.0*lambda - 3.0*t16;
    const double t111 = -73.0/8.0*t3 + 108.0*lambda;
    const double t112 = -32.0*t1 + 30.0*t15 - 6.0*t16;
    const double t113 = -9.0/4.0*(t3*t3);
    const double t114 = t113 - 6.0*t22 + t15*t112;
    const double t115 = -32.0*t1 + 30.0*t16;
    const double t116 = t113 + t16*t115;
    const double t117 = -167.0/6144.0*t6 + 211.0/192.0*s + 5.0/32.0*delta_t;
    const double t118 = eta*t117;
    const double t119 = 1.0/96.0*t6 - 5.0/12.0*s;
    const double t120 = g4*t119 + g1*t118;
    const double t121 = eta*t120;
    const double t122 = -989.0/49152.0*t6 + 2519.0/3072.0*s;
    const double t123 = 20.0*t6 - 48.0*u - 48.0*v - 18.0*t18;
    const double t124 = -336.0*u - 1056.0*v;
    const double t125 = 20.0*t6 - 96.0*u - 104.0*v - 18.0*t18;
    const double t126 = -688.0*u - 1056.0*v;
    const double t127 = -288.0*u - 24.0*t18;
    const double t128 = (
        3.0*t3 + t17 - 72.0*lambda - 144.0*u - 240.0*v - 19.0*delta - 12.0*t15 - 12.0*t16 - 4.0*t18
    );
    const double t129 = -delta_t - 8.0*w;
    const double t130 = (
        -60.0*t58 - 200.0*t97 - t24 + delta_t*t129 + t96 + t81 + t94 + t79 + t77 + t75 + delta*t128
    );
    const double t131 = (
        15.0/8.0*t3 + 1779.0/256.0*t6*t7 + 24.0*lambda + delta_t + 85.0/12.0*t15 + 25.0/12.0*t16 + t73
    );
    const double t132 = g4*t6;
    const double t133 = -5.0/24.0*eta*t132 + g1*t131;
    const double t134 = 3.0*t3 + 1.0/16.0*t6 - 72.0*lambda - 48.0*s - 11.0*delta_t - 12.0*t15 - 12.0*t16;
    const double t135 = -9.0*delta - 72.0*w;
    const double t136 = (
        -60.0*t58 - 40.0*t23 - 9.0*t24 + delta*t135 + t6*t88 + t81 + t79 + t77 + delta_t*t134 + g1*t133
    );
    const double t137 = -713.0/768.0*g1 + 1.0/6.0*g4*eta;
    const double t138 = (
        -45.0/256.0*t3 - 7867.0/12288.0*t6 + 15.0/32.0*lambda + 5.0/16.0*s - 19.0/64.0*t15 + 5.0/64.0*t16
        + g1*t137
    );
    const double t139 = 1.0/6.0*g1*g4 + eta*t138;
    const double t140 = eta*t139;
    const double t141 = -36.0*delta - 36.0*w - 36.0*t18;
    const double t142 = 2483.0/6144.0*t6 + s + 1.0/16.0*w + 10.0*t18 + t87;
    const double t143 = -48.0*s - 144.0*u - 240.0*v - 18.0*w - 4.0*t18;
    const double t144 = -200.0*u - 240.0*v - 48.0*t18;
    const double t145 = -200.0*v - 80.0*t18;
    const double t146 = -2.0*delta - 16.0*delta_t;
    const double t147 = -40.0*t23 - 2.0*t20 - 9.0*t25 + delta*t146 + v*t145 + u*t144 + w*t143 + t6*t142;
    const double t148 = 24.0*t3 + 8.0*t17 - 8.0*delta - 8.0*delta_t - 24.0*t15 - 24.0*t16;
    const double t149 = t6*t6;
    const double t150 = LOOP_FACTOR*(-26.0*t1 + 9.0/2.0*t3 + 1.0/8.0*t6 - 2.0*t15 - 2.0*t16 + g1*t27);
    const double t151 = LOOP_FACTOR*(977.0/192.0*t6*t7 + g1*t5 + LOOP_FACTOR*(t6*t38 + g1*t36));
    const double t152 = LOOP_FACTOR*(-8.0/3.0*t1 - 3.0*t3 - 41.0/9.0*t17 - 37.0/32.0*t6) - 8.0/3.0;
    const double t153 = -8.0*t1 - 9.0/4.0*t3 - 17.0/12.0*t17 + 9.0/2.0*t15 + 3.0/2.0*t16 + LOOP_FACTOR*t59;
    const double t154 = LOOP_FACTOR*t153;
    const double t155 = -8.0*t1 - 9.0/4.0*t3 - 5.0/12.0*t17 + 3.0/2.0*t15 + 9.0/2.0*t16 + LOOP_FACTOR*t65;
    const double t156 = LOOP_FACTOR*t155;
    const double t157 = LOOP_FACTOR*(t19 + 1.0/2.0*t24 - 37.0/4.0*t25 + v*t71 + u*t70 + t6*t69);
    const double t158 = LOOP_FACTOR*(-6.0*t6 + 4.0*t18 + t157);
    const double t159 = (
        -9.0/2.0*t3 - 3.0/2.0*t17 + 12.0*lambda + 6.0*t15 + 6.0*t16 + LOOP_FACTOR*(-60.0*t58 - 9.0*t19 - t20 + t81
        + t79 + t77 + t75)
    );
    const double t160 = (
        24.0*u + 24.0*v + 4.0*t18 + LOOP_FACTOR*(-688.0*t97 - 20.0*t19 - 10.0*t24 + u*t124 + t18*t123)
    );
    const double t161 = LOOP_FACTOR*(-8.0*t6 + 8.0*v + 12.0*t18) - 2.0;
    const double t162 = (
        -9.0/2.0*t3 - 3.0/2.0*t17 + 12.0*lambda + 24.0*u + 40.0*v + 4.0*delta + 6.0*t15 + 6.0*t16 + 2.0*t18
        + LOOP_FACTOR*t130
    );
    const double t163 = LOOP_FACTOR*(1.0/4.0*t6 - 4.0*delta_t - 4.0*w) + 2.0;
    const double t164 = g3*eta;
    const double t165 = t6*(2.0*g3 - 2.0*g3*t7) + g1*(16.0/3.0*g4*t164 + g1*(88.0/3.0*g3 - 88.0/3.0*g3*t7));
    const double t166 = -216.0*g3*t1;
    const double t167 = 80.0*g3*t16 + 80.0*g3*t15;
    const double t168 = -64.0*t16*(g3*t16) - 64.0*t15*(g3*t15) + lambda*(160.0*g3*t16 + 160.0*g3*t15);
    const double t169 = g3*LOOP_FACTOR;
    const double t170 = LOOP_FACTOR*t169;
    const double t171 = LOOP_FACTOR*(LOOP_FACTOR*(2.0*t6*(g3*t7) + g1*(-16.0/3.0*g4*t164 + 88.0/3.0*g3*g1)));
    const double t172 = LOOP_FACTOR*(2.0*g3*t6 + g1*(eta*(-16.0/3.0*g3*g4 + 88.0/3.0*g1*t164)));
    const double t173 = -16.0*g3 + LOOP_FACTOR*(2.0*g3*t56 + t166 + 72.0*g3*t15 + 38.0/9.0*g3*t17);
    const double t174 = LOOP_FACTOR*t173;
    const double t175 = -16.0*g3 + LOOP_FACTOR*(2.0*g3*t63 + t166 + 72.0*g3*t16 + 62.0/9.0*g3*t17);
    const double t176 = LOOP_FACTOR*t175;
    const double t177 = LOOP_FACTOR*t167;
    const double t178 = t3 + 2.0*g2*g2;
    const double t179 = g2*eta;
    const double t180 = t6*(39.0/16.0*g2 - 39.0/16.0*g2*t7) + g1*(6.0*g4*t179 + g1*(9.0*g2 - 9.0*g2*t7));
    const double t181 = 18.0*g2*t1;
    const double t182 = -23.0/2.0*g2*t3;
    const double t183 = 15.0/4.0*g2*t17;
    const double t184 = 45.0/2.0*g2*t15;
    const double t185 = 45.0/2.0*g2*t16;
    const double t186 = 2.0*g2*t80 - 145.0/8.0*g2*t3;
    const double t187 = g2*delta_t;
    const double t188 = 2.0*g2*t106 - 289.0/24.0*g2*t3 + g1*(16.0/3.0*g4*t179 - 559.0/24.0*g2*g1);
    const double t189 = (
        305.0/8.0*(t4*t178) - 9.0*t4*t16 - 9.0*t4*t15 + lambda*(2.0*g2*t111 - 73.0/4.0*g2*t3 + 45.0*g2*t16
        + 45.0*g2*t15) + t17*t188
    );
    const double t190 = (
        -45.0/128.0*t17*(t6*(eta*t179)) + delta_t*(t186 + t185 + t184 + 6.0*g2*delta_t + 15.0/4.0*g1*(g2*g1))
    );
    const double t191 = g2*LOOP_FACTOR;
    const double t192 = LOOP_FACTOR*t191;
    const double t193 = LOOP_FACTOR*(LOOP_FACTOR*(39.0/16.0*t6*(g2*t7) + g1*(-6.0*g4*t179 + 9.0*g2*g1)));
    const double t194 = LOOP_FACTOR*(LOOP_FACTOR*(39.0/16.0*g2*t6 + g1*(eta*(-6.0*g2*g4 + 9.0*g1*t179))));
    const double t195 = LOOP_FACTOR*(2.0*g2*t57 + t182 + t181 + 225.0/8.0*g2*t15 - 3.0/2.0*g2*t17);
    const double t196 = LOOP_FACTOR*(-9.0/2.0*g2 + t195);
    const double t197 = LOOP_FACTOR*(2.0*g2*t64 + t182 + t181 + 225.0/8.0*g2*t16 - 9.0/2.0*g2*t17);
    const double t198 = LOOP_FACTOR*(-9.0/2.0*g2 + t197);
    const double t199 = 2.0*g2*(9.0/8.0*t3 + 3.0/4.0*t17) + 9.0/4.0*g2*t3 - 18.0*g2*lambda + LOOP_FACTOR*t189;
    const double t200 = delta*(-9.0*g2 + LOOP_FACTOR*(t186 + t185 + t184 + t183 + 6.0*g2*delta));
    const double t201 = 101.0/96.0*t6 + eta*(t41 + g1*(-41.0/9.0*g4 + eta*(t39 + 199.0/18.0*g1)));
    const double t202 = t72 + 557.0/48.0*g1;
    const double t203 = 2.0*g1*t74 + t17*t202;
    const double t204 = t6*(t86 + 211.0/384.0*g1*t7);
    const double t205 = 5.0/16.0*g1*t6*t7 + 16.0*g1*delta_t;
    const double t206 = 2.0*g1*(t6*t140) + t17*(t6*(eta*(1.0/6.0*g4 + eta*(t137 - 713.0/768.0*g1))));
    const double t207 = t5 + 41.0/6.0*g1 + LOOP_FACTOR*(t36 + g1*(t32 + g1*(199.0/9.0*g1 - 82.0/9.0*g4*eta)));
    const double t208 = LOOP_FACTOR*(t50 + g1*(t47 + g1*(199.0/9.0*g1 + t7*(t45 - 199.0/18.0*g1))));
    const double t209 = LOOP_FACTOR*(-17.0/6.0*g1 + LOOP_FACTOR*(2.0*g1*t54 + t17*(t53 + 1187.0/216.0*g1)));
    const double t210 = LOOP_FACTOR*(-5.0/6.0*g1 + LOOP_FACTOR*(2.0*g1*t61 + t17*(t60 - 127.0/216.0*g1)));
    const double t211 = LOOP_FACTOR*(LOOP_FACTOR*(t6*(t68 + 211.0/6.0*g1*t7)));
    const double t212 = 5.0/32.0*LOOP_FACTOR*(mphi2*(t6*(g1*t7))) + mH2*(-3.0*g1 + LOOP_FACTOR*t203);
    const double t213 = LOOP_FACTOR*(2.0*g1*t108 + t17*(t105 + g1*(t102 + g1*(t100 - 379.0/48.0*g1))));
    const double t214 = (
        -24.0*g1*LOOP_FACTOR*t6*t7*t18 + 5.0/32.0*w*(g1*LOOP_FACTOR*t6*t7) + delta*(-3.0*g1 + LOOP_FACTOR*(t203
        + 2.0*g1*delta))
    );
    const double t215 = (
        3.0/32.0*g1*t6*t7 - 3.0*g1*delta_t + LOOP_FACTOR*(t206 + delta_t*(t133 + g1*(t131 + g1*t202)))
    );
    const double t216 = -8.0/3.0*g1*eta;
    const double t217 = 8.0/3.0*g1*eta;
    const double t218 = g4*t7;
    const double t219 = 2.0*g4*t38 + 12845.0/512.0*t6*t218 + g1*(t35 + 2.0*g4*(eta*(g4*t33)) + g1*(t31 + t30));
    const double t220 = t42 - 37.0/8.0*g4*g4 + g1*(-41.0/9.0*g1 + eta*(505.0/48.0*g4 - 41.0/9.0*g1*eta));
    const double t221 = t49 + 37.0/16.0*g4*(eta*t218) + g1*(101.0/8.0*g4 + t7*(-101.0/8.0*g4 + 41.0/9.0*g1*eta));
    const double t222 = -10.0/3.0*g1*eta;
    const double t223 = t17*(4891.0/384.0*g4*t7 + t222);
    const double t224 = t6*(2483.0/3072.0*g4 - 5.0/24.0*g1*eta);
    const double t225 = g4*t7*t17;
    const double t226 = g4*t18;
    const double t227 = (
        5.0/32.0*g4*delta_t*t7 + 4891.0/192.0*lambda*t218 - 3911.0/384.0*t3*t218 + g1*(t104
        + g1*(-3911.0/384.0*g4*t7 + t217))
    );
    const double t228 = (
        2.0*g4*t122 - 989.0/24576.0*g4*t6 + g1*(eta*(t119 + 1.0/48.0*g4*g4 - 167.0/3072.0*g1*(g4*eta)))
    );
    const double t229 = (
        2.0*g4*t88 + 2483.0/3072.0*g4*t6 + 1.0/8.0*g4*delta_t + g1*(-5.0/24.0*eta*(t6 + 2.0*g4*g4)
        + g1*(1779.0/128.0*g4*t7 + t222))
    );
    const double t230 = 2.0*g4*t140 + t6*(eta*(1.0/6.0*g1 + eta*(-7867.0/6144.0*g4 + 1.0/6.0*g1*eta)));
    const double t231 = LOOP_FACTOR*(2.0*g4*t37 + 12845.0/512.0*g4*t6 + g1*(101.0/48.0*g1*g4 + eta*t220));
    const double t232 = LOOP_FACTOR*(2.0*g4*t52 + t6*(12845.0/512.0*g4 - 12845.0/512.0*g4*t7) + g1*t221);
    const double t233 = g4*LOOP_FACTOR;
    const double t234 = LOOP_FACTOR*(LOOP_FACTOR*(t17*(887.0/108.0*g4*t7 - 58.0/27.0*g1*eta)));
    const double t235 = LOOP_FACTOR*(LOOP_FACTOR*(t17*(-481.0/1728.0*g4*t7 + 2.0/27.0*g1*eta)));
    const double t236 = -12.0*g4 + LOOP_FACTOR*(2.0*g4*t69 + t6*(4315.0/96.0*g4 - 40.0/3.0*g1*eta));
    const double t237 = LOOP_FACTOR*t236;
    const double t238 = -3.0/16.0*g4*mphi2 + LOOP_FACTOR*(5.0/16.0*mH2*t225 + mphi2*(2.0*g4*t89 + t224));
    const double t239 = (
        2.0*g4*(3.0/2048.0*t6 - 3.0/16.0*s) + 3.0/1024.0*g4*t6 + LOOP_FACTOR*(2.0*g4*(7.0/4.0*t23 + t6*t122
        + g1*t121) + t6*t228)
    );
    const double t240 = (
        -24.0*g4*LOOP_FACTOR*t7*t17*t18 + w*(5.0/32.0*g4*LOOP_FACTOR*t7*t17 + 1.0/2.0*delta_t*t233)
        + delta*(LOOP_FACTOR*(20.0*g4*t18 + t223))
    );
    const double t241 = 3.0/32.0*g4*t7*t17 - 3.0/16.0*g4*delta_t + LOOP_FACTOR*(t17*t230 + delta_t*t229);
    const double t242 = LOOP_FACTOR*(-3.0*t18*t132 + 5.0/16.0*delta*t225 + w*(2.0*g4*t142 + t224));
    const double t243 = eta*t6;
    const double t244 = g4*(t34 - 37.0/16.0*eta*t243) + g1*(g4*(-82.0/9.0*g1 + 505.0/48.0*g4*eta));
    const double t245 = g1*g4;
    const double t246 = g1*(g4*(t48 + 37.0/16.0*eta*t243) + g1*(2.0*eta*t46 + 41.0/9.0*t7*t245));
    const double t247 = -10.0/3.0*g1*g4;
    const double t248 = t6*(g1*(t85 + t84));
    const double t249 = eta*t6*t17;
    const double t250 = (
        5.0/32.0*eta*delta_t*t6 + 4891.0/192.0*lambda*t243 - 3911.0/384.0*t3*t243 + g1*(g4*t103
        + g1*(-3911.0/384.0*eta*t6 + 8.0/3.0*g1*g4))
    );
    const double t251 = (
        t17*(t6*(t139 + eta*(t138 + 1.0/6.0*eta*t245))) + delta_t*(g1*(-5.0/24.0*t132 + g1*(1779.0/128.0*eta*t6
        + t247)))
    );
    const double t252 = LOOP_FACTOR*(LOOP_FACTOR*t245);
    const double t253 = 977.0/96.0*eta*t6 - 8.0/3.0*g1*g4 + LOOP_FACTOR*(2.0*t6*(eta*t37) + g1*t244);
    const double t254 = g1*(t9 + t8) + LOOP_FACTOR*(g1*(t43 + eta*(g1*(t40 - 41.0/9.0*eta*t245))));
    const double t255 = (
        -977.0/96.0*eta*t6 + g1*(8.0/3.0*g4 - 41.0/3.0*g1*eta) + LOOP_FACTOR*(2.0*t6*(eta*t51) + t246)
    );
    const double t256 = LOOP_FACTOR*(LOOP_FACTOR*(t17*(887.0/108.0*eta*t6 - 58.0/27.0*g1*g4)));
    const double t257 = LOOP_FACTOR*(LOOP_FACTOR*(t17*(-481.0/1728.0*eta*t6 + 2.0/27.0*g1*g4)));
    const double t258 = LOOP_FACTOR*(LOOP_FACTOR*(t6*(g1*(t67 + t66))));
    const double t259 = LOOP_FACTOR*(t17*(4891.0/384.0*eta*t6 + t247));
    const double t260 = -24.0*eta*LOOP_FACTOR*t6*t17*t18 + 5.0/32.0*w*(eta*LOOP_FACTOR*t6*t17) + delta*t259;
    const double t261 = yt_re*t15;
    const double t262 = g1*yt_re;
    const double t263 = eta*yt_re;
    const double t264 = -t261 + 99.0/8.0*yt_re*t3 + 8.0*yt_re*t1 - 11.0/2.0*yt_re*t16 + 91.0/24.0*yt_re*t17;
    const double t265 = 85.0/6.0*yt_re*t17;
    const double t266 = 2.0*yt_re*t76 - 27.0*yt_re*t15;
    const double t267 = yt_re*delta_t;
    const double t268 = -32.0/3.0*t261 + 85.0/3.0*yt_re*lambda + 21.0*yt_re*t3 - 19.0/2.0*g1*t262;
    const double t269 = (
        2.0*yt_re*t114 + t15*(2.0*yt_re*t112 + 60.0*yt_re*t15) + lambda*(2.0*yt_re*t109 - 6.0*yt_re*t15)
        + t17*t268
    );
    const double t270 = -19.0/32.0*t17*(t6*(eta*t263)) + delta_t*(t266 - 24.0*yt_re*delta_t + 85.0/6.0*g1*t262);
    const double t271 = LOOP_FACTOR*(yt_re*LOOP_FACTOR);
    const double t272 = 9.0*yt_re + LOOP_FACTOR*(2.0*yt_re*t55 - 24.0*yt_re*t15 + 131.0/8.0*yt_re*t17);
    const double t273 = LOOP_FACTOR*t272;
    const double t274 = LOOP_FACTOR*(3.0*yt_re + LOOP_FACTOR*t264);
    const double t275 = yt_im*t15;
    const double t276 = g1*yt_im;
    const double t277 = eta*yt_im;
    const double t278 = -t275 + 99.0/8.0*yt_im*t3 + 8.0*yt_im*t1 - 11.0/2.0*yt_im*t16 + 91.0/24.0*yt_im*t17;
    const double t279 = 85.0/6.0*yt_im*t17;
    const double t280 = 2.0*yt_im*t76 - 27.0*yt_im*t15;
    const double t281 = yt_im*delta_t;
    const double t282 = -32.0/3.0*t275 + 85.0/3.0*yt_im*lambda + 21.0*yt_im*t3 - 19.0/2.0*g1*t276;
    const double t283 = (
        2.0*yt_im*t114 + t15*(2.0*yt_im*t112 + 60.0*yt_im*t15) + lambda*(2.0*yt_im*t109 - 6.0*yt_im*t15)
        + t17*t282
    );
    const double t284 = -19.0/32.0*t17*(t6*(eta*t277)) + delta_t*(t280 - 24.0*yt_im*delta_t + 85.0/6.0*g1*t276);
    const double t285 = LOOP_FACTOR*(yt_im*LOOP_FACTOR);
    const double t286 = 9.0*yt_im + LOOP_FACTOR*(2.0*yt_im*t55 - 24.0*yt_im*t15 + 131.0/8.0*yt_im*t17);
    const double t287 = LOOP_FACTOR*t286;
    const double t288 = LOOP_FACTOR*(3.0*yt_im + LOOP_FACTOR*t278);
    const double t289 = yb_re*t16;
    const double t290 = g1*yb_re;
    const double t291 = eta*yb_re;
    const double t292 = -t289 + 99.0/8.0*yb_re*t3 + 8.0*yb_re*t1 - 11.0/2.0*yb_re*t15 + 7.0/24.0*yb_re*t17;
    const double t293 = 25.0/6.0*yb_re*t17;
    const double t294 = -42.0*yb_re*t15;
    const double t295 = 2.0*yb_re*t78 - 27.0*yb_re*t16;
    const double t296 = yb_re*delta_t;
    const double t297 = t17*(16.0/3.0*t289 + 25.0/3.0*yb_re*lambda + 9.0*yb_re*t3 + 5.0/2.0*g1*t290);
    const double t298 = (
        2.0*yb_re*t116 + t16*(2.0*yb_re*t115 + 60.0*yb_re*t16) + t15*(-24.0*t289 - 12.0*yb_re*t15)
        + lambda*(2.0*yb_re*t110 - 6.0*yb_re*t16 - 84.0*yb_re*t15) + t297
    );
    const double t299 = (
        5.0/32.0*t17*(t6*(eta*t291)) + delta_t*(t295 + t294 - 24.0*yb_re*delta_t + 25.0/6.0*g1*t290)
    );
    const double t300 = LOOP_FACTOR*(yb_re*LOOP_FACTOR);
    const double t301 = LOOP_FACTOR*(3.0*yb_re + LOOP_FACTOR*t292);
    const double t302 = 9.0*yb_re + LOOP_FACTOR*(2.0*yb_re*t62 - 24.0*yb_re*t16 + 79.0/8.0*yb_re*t17);
    const double t303 = LOOP_FACTOR*t302;
    const double t304 = delta*(12.0*yb_re + LOOP_FACTOR*(t295 + t294 + t293 - 24.0*yb_re*delta));
    const double t305 = yb_im*t16;
    const double t306 = g1*yb_im;
    const double t307 = eta*yb_im;
    const double t308 = -t305 + 99.0/8.0*yb_im*t3 + 8.0*yb_im*t1 - 11.0/2.0*yb_im*t15 + 7.0/24.0*yb_im*t17;
    const double t309 = 25.0/6.0*yb_im*t17;
    const double t310 = -42.0*yb_im*t15;
    const double t311 = 2.0*yb_im*t78 - 27.0*yb_im*t16;
    const double t312 = yb_im*delta_t;
    const double t313 = t17*(16.0/3.0*t305 + 25.0/3.0*yb_im*lambda + 9.0*yb_im*t3 + 5.0/2.0*g1*t306);
    const double t314 = (
        2.0*yb_im*t116 + t16*(2.0*yb_im*t115 + 60.0*yb_im*t16) + t15*(-24.0*t305 - 12.0*yb_im*t15)
        + lambda*(2.0*yb_im*t110 - 6.0*yb_im*t16 - 84.0*yb_im*t15) + t313
    );
    const double t315 = (
        5.0/32.0*t17*(t6*(eta*t307)) + delta_t*(t311 + t310 - 24.0*yb_im*delta_t + 25.0/6.0*g1*t306)
    );
    const double t316 = LOOP_FACTOR*(yb_im*LOOP_FACTOR);
    const double t317 = LOOP_FACTOR*(3.0*yb_im + LOOP_FACTOR*t308);
    const double t318 = 9.0*yb_im + LOOP_FACTOR*(2.0*yb_im*t62 - 24.0*yb_im*t16 + 79.0/8.0*yb_im*t17);
    const double t319 = LOOP_FACTOR*t318;
    const double t320 = delta*(12.0*yb_im + LOOP_FACTOR*(t311 + t310 + t309 - 24.0*yb_im*delta));
    const double t321 = y_re*t18;
    const double t322 = y_re*w;
    const double t323 = 2.0*y_re*t93 - 18.0*y_re*t18;
    const double t324 = -36.0*y_re*t18;
    const double t325 = (
        4.0*(2.0*y_re*t25 + 4.0*t18*t321) + u*(32.0*t321 - 48.0*y_re*u) + v*(2.0*y_re*t125 + t324)
    );
    const double t326 = w*(-36.0*t321 - 160.0*y_re*v - 96.0*y_re*u - 8.0*y_re*w + 20.0*y_re*t6);
    const double t327 = 8.0*y_re + LOOP_FACTOR*(-37.0*t321 - 48.0*y_re*v - 80.0*y_re*u + 58.0*y_re*t6);
    const double t328 = LOOP_FACTOR*t327;
    const double t329 = (
        4.0*t161*t321 + 24.0*t25*(y_re*LOOP_FACTOR) + u*(8.0*y_re + LOOP_FACTOR*(2.0*y_re*t123 + t324))
    );
    const double t330 = -24.0*y_re*LOOP_FACTOR*t6*t7*t17 + delta*(4.0*y_re + LOOP_FACTOR*(t323 - 8.0*y_re*delta));
    const double t331 = y_im*t18;
    const double t332 = y_im*w;
    const double t333 = 2.0*y_im*t93 - 18.0*y_im*t18;
    const double t334 = -36.0*y_im*t18;
    const double t335 = (
        4.0*(2.0*y_im*t25 + 4.0*t18*t331) + u*(32.0*t331 - 48.0*y_im*u) + v*(2.0*y_im*t125 + t334)
    );
    const double t336 = w*(-36.0*t331 - 160.0*y_im*v - 96.0*y_im*u - 8.0*y_im*w + 20.0*y_im*t6);
    const double t337 = 8.0*y_im + LOOP_FACTOR*(-37.0*t331 - 48.0*y_im*v - 80.0*y_im*u + 58.0*y_im*t6);
    const double t338 = LOOP_FACTOR*t337;
    const double t339 = (
        4.0*t161*t331 + 24.0*t25*(y_im*LOOP_FACTOR) + u*(8.0*y_im + LOOP_FACTOR*(2.0*y_im*t123 + t334))
    );
    const double t340 = -24.0*y_im*LOOP_FACTOR*t6*t7*t17 + delta*(4.0*y_im + LOOP_FACTOR*(t333 - 8.0*y_im*delta));
    const double t341 = -3.0/32.0*t6 + 8.0*s + LOOP_FACTOR*(-40.0*t23 - 2.0*t20 - 9.0*t24 + t6*t89);
    const double t342 = 24.0*u + 40.0*v + 2.0*t18 + LOOP_FACTOR*(-200.0*t97 - 2.0*t19 - t24 + t96 + t94);
    const double t343 = t107 + 36.0*lambda + 39.0/4.0*t3 + g1*(-20.0/3.0*g4*eta + 629.0/24.0*g1);
    const double t344 = (
        -312.0*t58 - 90.0*t19 - 10.0*t20 + t3*t111 + t16*t110 + t15*t109 + lambda*(-624.0*lambda + 108.0*t3
        - 144.0*t16 - 144.0*t15)
    );
    const double t345 = -120.0*lambda + 72.0*t3 - 72.0*t16 - 72.0*t15 - 72.0*delta_t + 24.0*g1*g1;
    const double t346 = t6*t7;
    const double t347 = LOOP_FACTOR*(LOOP_FACTOR*(12.0*lambda - 12.0*t15));
    const double t348 = LOOP_FACTOR*(LOOP_FACTOR*(12.0*lambda - 12.0*t16));
    const double t349 = LOOP_FACTOR*(-120.0*lambda + 72.0*t3 - 72.0*t16 - 72.0*t15 + 24.0*t17) + 12.0;
    const double t350 = (
        -9.0*t3 - 3.0*t17 + 24.0*lambda + 12.0*t15 + 12.0*t16 + 24.0*lambda + LOOP_FACTOR*(t344 + t17*t343)
    );
    const double t351 = LOOP_FACTOR*(-120.0*lambda + 72.0*t3 - 72.0*t16 - 72.0*t15 + 24.0*t17 - 72.0*delta);
    const double t352 = 7.0/2.0*s + 2519.0/3072.0*t6 + g1*(eta*(-5.0/12.0*g4 + 211.0/192.0*g1*eta));
    const double t353 = (
        40.0*s - 3.0/16.0*t6 + LOOP_FACTOR*(-240.0*(t23 + 2.0*s*s) - 90.0*t24 - 20.0*t20 + t6*t352)
    );
    const double t354 = LOOP_FACTOR*(5.0/16.0*t17*t346 + delta_t*(-80.0*s + t6 - 48.0*delta_t));
    const double t355 = t95 - 200.0*u;
    const double t356 = LOOP_FACTOR*(LOOP_FACTOR*(t70 + 20.0*u));
    const double t357 = LOOP_FACTOR*(8.0*t25 + u*t127 + u*(t127 - 288.0*u) + v*(t126 - 688.0*u - 96.0*t18));
    const double t358 = (
        -816.0*t97 - 20.0*t19 - 10.0*t24 + u*t126 + t18*t125 + v*(-1632.0*v - 1056.0*u - 104.0*t18)
    );
    const double t359 = LOOP_FACTOR*(LOOP_FACTOR*(t71 + 20.0*v + 24.0*u));
    const double t360 = 8.0*LOOP_FACTOR*t25 + u*(LOOP_FACTOR*(-1376.0*v - 1056.0*u - 48.0*t18) + 24.0);
    const double t361 = delta*(LOOP_FACTOR*(-400.0*v - 240.0*u - 80.0*t18 - 240.0*delta) + 40.0);
    const double t362 = 2.0*delta*(12.0*t3 + 4.0*t17 - 8.0*delta - 12.0*t15 - 12.0*t16) - 8.0*t19;
    const double t363 = delta*LOOP_FACTOR;
    const double t364 = LOOP_FACTOR*t363;
    const double t365 = LOOP_FACTOR*(2.0*delta*(-36.0*delta - 18.0*t18) - 36.0*t19 - 180.0*lambda*delta);
    const double t366 = 18.0*w + LOOP_FACTOR*(w*t141 - 36.0*delta*w + delta_t*(t135 - 9.0*delta));
    const double t367 = LOOP_FACTOR*(t91 + delta_t*t148 - 8.0*delta*delta_t + w*(t146 - 2.0*delta));
    const double t368 = (
        2.0*delta_t*(1.0/8.0*t6 - 4.0*delta_t) - 4.0*t20 - 20.0*lambda*delta_t + 5.0/64.0*t17*t346
    );
    const double t369 = 2.0*delta_t*(12.0*t3 + 4.0*t17 - 20.0*s - 8.0*delta_t - 12.0*t15 - 12.0*t16);
    const double t370 = delta_t*LOOP_FACTOR;
    const double t371 = LOOP_FACTOR*t370;
    const double t372 = 2.0*mphi2 + LOOP_FACTOR*(mphi2*(-8.0*delta_t + 1.0/4.0*t6)) - 2.0*mH2*t370;
    const double t373 = 4.0*delta_t + LOOP_FACTOR*(t369 - 8.0*t20 + 5.0/32.0*t6*(g1*(eta*(g1*eta))));
    const double t374 = w*(t163 - 4.0*delta_t*LOOP_FACTOR) + delta*(LOOP_FACTOR*(t129 - delta_t));
    const double t375 = t26 + 4.0*delta_t + LOOP_FACTOR*(t136 + delta_t*(t134 - 11.0*delta_t + t17));
    const double t376 = LOOP_FACTOR*(delta*(t148 - 8.0*delta_t) + w*(-4.0*delta_t - 16.0*delta));
    const double t377 = w*LOOP_FACTOR;
    const double t378 = LOOP_FACTOR*t377;
    const double t379 = (
        5.0/64.0*LOOP_FACTOR*t6*t7*t17 + delta_t*t163 - 4.0*w*t370 + delta*(LOOP_FACTOR*(-2.0*w - 8.0*delta_t))
    );
    const double t380 = 18.0*delta + LOOP_FACTOR*(delta*(t141 - 36.0*w) + delta_t*(-18.0*w - 72.0*delta));
    const double t381 = (
        -3.0/32.0*t6 + 8.0*s + 24.0*u + 40.0*v + 4.0*w + 2.0*t18 + 4.0*w + LOOP_FACTOR*(t147 + w*(t143 - 18.0*w
        + 1.0/16.0*t6))
    );
    jacobian[0*21 + 0] = LOOP_FACTOR*(t150 - 7.0)*(t1 + 2.0*g3*g3) - 52.0*t2*t170;
    jacobian[1*21 + 0] = 24.0*t4*t170;
    jacobian[2*21 + 0] = g1*t171;
    jacobian[3*21 + 0] = g4*(LOOP_FACTOR*t172);
    jacobian[4*21 + 0] = LOOP_FACTOR*(-16.0/3.0*g1*(g4*t169) + eta*(LOOP_FACTOR*t165));
    jacobian[5*21 + 0] = yt_re*t174;
    jacobian[6*21 + 0] = yt_im*t174;
    jacobian[7*21 + 0] = yb_re*t176;
    jacobian[8*21 + 0] = yb_im*t176;
    jacobian[11*21 + 0] = LOOP_FACTOR*(mH2*t177);
    jacobian[14*21 + 0] = LOOP_FACTOR*(LOOP_FACTOR*t168);
    jacobian[18*21 + 0] = LOOP_FACTOR*(delta*t177);
    jacobian[19*21 + 0] = LOOP_FACTOR*(LOOP_FACTOR*(delta_t*t167));
    jacobian[0*21 + 1] = 9.0*t2*t192;
    jacobian[1*21 + 1] = LOOP_FACTOR*(LOOP_FACTOR*t29 - 19.0/6.0)*t178 + 35.0/3.0*t4*t192;
    jacobian[2*21 + 1] = g1*t193;
    jacobian[3*21 + 1] = g4*t194;
    jacobian[4*21 + 1] = LOOP_FACTOR*(-6.0*g1*(g4*t191) + eta*(LOOP_FACTOR*t180));
    jacobian[5*21 + 1] = yt_re*t196;
    jacobian[6*21 + 1] = yt_im*t196;
    jacobian[7*21 + 1] = yb_re*t198;
    jacobian[8*21 + 1] = yb_im*t198;
    jacobian[11*21 + 1] = LOOP_FACTOR*(mH2*(-9.0*g2 + LOOP_FACTOR*(t186 + t185 + t184 + t183)));
    jacobian[12*21 + 1] = 48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t187));
    jacobian[13*21 + 1] = 48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(g2*delta)));
    jacobian[14*21 + 1] = LOOP_FACTOR*t199;
    jacobian[15*21 + 1] = 24.0*LOOP_FACTOR*(LOOP_FACTOR*(g2*t20));
    jacobian[17*21 + 1] = 24.0*LOOP_FACTOR*(LOOP_FACTOR*(g2*t19));
    jacobian[18*21 + 1] = LOOP_FACTOR*t200;
    jacobian[19*21 + 1] = LOOP_FACTOR*(-9.0*g2*delta_t + LOOP_FACTOR*t190);
    jacobian[20*21 + 1] = 48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t187));
    jacobian[0*21 + 2] = t2*(LOOP_FACTOR*(LOOP_FACTOR*(t27 + 11.0/6.0*g1)));
    jacobian[1*21 + 2] = t4*(LOOP_FACTOR*(LOOP_FACTOR*(t28 + 3.0/2.0*g1)));
    jacobian[2*21 + 2] = t151 + g1*(LOOP_FACTOR*t207);
    jacobian[3*21 + 2] = g4*(LOOP_FACTOR*(t10 + 41.0/6.0*g1*t7 + LOOP_FACTOR*(t44 + g1*t201)));
    jacobian[4*21 + 2] = LOOP_FACTOR*(g4*t152 - 82.0/9.0*g1*(g4*(g1*LOOP_FACTOR)) + eta*(t13 + t11 + t208));
    jacobian[5*21 + 2] = yt_re*t209;
    jacobian[6*21 + 2] = yt_im*t209;
    jacobian[7*21 + 2] = yb_re*t210;
    jacobian[8*21 + 2] = yb_im*t210;
    jacobian[9*21 + 2] = y_re*t211;
    jacobian[10*21 + 2] = y_im*t211;
    jacobian[11*21 + 2] = LOOP_FACTOR*t212;
    jacobian[12*21 + 2] = LOOP_FACTOR*(LOOP_FACTOR*(mH2*t205 + mphi2*t204));
    jacobian[13*21 + 2] = 16.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(g1*delta)));
    jacobian[14*21 + 2] = LOOP_FACTOR*(3.0/2.0*(g1*t17) + 3.0/2.0*g1*t3 - 6.0*g1*lambda + t213);
    jacobian[15*21 + 2] = LOOP_FACTOR*(LOOP_FACTOR*(8.0*g1*t20 + t6*(t121 + g1*(eta*t118))));
    jacobian[17*21 + 2] = 8.0*LOOP_FACTOR*(LOOP_FACTOR*(g1*t19));
    jacobian[18*21 + 2] = LOOP_FACTOR*t214;
    jacobian[19*21 + 2] = LOOP_FACTOR*t215;
    jacobian[20*21 + 2] = LOOP_FACTOR*(LOOP_FACTOR*(delta*t205 + w*t204));
    jacobian[0*21 + 3] = t2*(LOOP_FACTOR*(LOOP_FACTOR*(1.0/4.0*g4 - 1.0/3.0*g1*eta)));
    jacobian[1*21 + 3] = t4*(LOOP_FACTOR*(LOOP_FACTOR*(13.0/16.0*g4 - g1*eta)));
    jacobian[2*21 + 3] = g1*(LOOP_FACTOR*(977.0/96.0*g4*t7 + t216 + LOOP_FACTOR*t219));
    jacobian[3*21 + 3] = (
        LOOP_FACTOR*(977.0/192.0*t6 + g1*t10 + LOOP_FACTOR*(t6*t37 + g1*t44)) + g4*(LOOP_FACTOR*(977.0/96.0*g4
        + t216 + t231))
    );
    jacobian[4*21 + 3] = LOOP_FACTOR*(g1*(t152 - 37.0/16.0*g4*t233) + eta*(2.0*g4*t14 + t217 + t232));
    jacobian[5*21 + 3] = yt_re*t234;
    jacobian[6*21 + 3] = yt_im*t234;
    jacobian[7*21 + 3] = yb_re*t235;
    jacobian[8*21 + 3] = yb_im*t235;
    jacobian[9*21 + 3] = y_re*t237;
    jacobian[10*21 + 3] = y_im*t237;
    jacobian[11*21 + 3] = LOOP_FACTOR*(2.0*LOOP_FACTOR*(mphi2*(g4*t82)) + mH2*(LOOP_FACTOR*t223));
    jacobian[12*21 + 3] = LOOP_FACTOR*t238;
    jacobian[13*21 + 3] = LOOP_FACTOR*(LOOP_FACTOR*(1.0/2.0*mphi2*(g4*w) + 20.0*mS2*t226));
    jacobian[14*21 + 3] = LOOP_FACTOR*(LOOP_FACTOR*(1.0/4.0*g4*t20 + t17*t227));
    jacobian[15*21 + 3] = LOOP_FACTOR*t239;
    jacobian[16*21 + 3] = LOOP_FACTOR*(-16.0*t25*t233 + 40.0*u*(LOOP_FACTOR*t226));
    jacobian[17*21 + 3] = LOOP_FACTOR*(LOOP_FACTOR*(1.0/4.0*g4*t24 + 40.0*v*t226));
    jacobian[18*21 + 3] = LOOP_FACTOR*t240;
    jacobian[19*21 + 3] = LOOP_FACTOR*t241;
    jacobian[20*21 + 3] = LOOP_FACTOR*(-3.0/16.0*g4*w + t242);
    jacobian[0*21 + 4] = -1.0/3.0*t2*t252;
    jacobian[1*21 + 4] = -t4*t252;
    jacobian[2*21 + 4] = g1*(LOOP_FACTOR*t253);
    jacobian[3*21 + 4] = g4*(LOOP_FACTOR*t254);
    jacobian[4*21 + 4] = LOOP_FACTOR*(t6*t14 + g1*t13 + LOOP_FACTOR*(t6*t52 + g1*t50) + eta*t255);
    jacobian[5*21 + 4] = yt_re*t256;
    jacobian[6*21 + 4] = yt_im*t256;
    jacobian[7*21 + 4] = yb_re*t257;
    jacobian[8*21 + 4] = yb_im*t257;
    jacobian[9*21 + 4] = y_re*t258;
    jacobian[10*21 + 4] = y_im*t258;
    jacobian[11*21 + 4] = LOOP_FACTOR*(5.0/32.0*LOOP_FACTOR*(mphi2*(t6*(eta*t17))) + mH2*t259);
    jacobian[12*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(5.0/16.0*mH2*t249 + mphi2*t248));
    jacobian[14*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(t17*t250));
    jacobian[15*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(t6*(g1*(t120 + eta*(g1*t117)))));
    jacobian[18*21 + 4] = LOOP_FACTOR*t260;
    jacobian[19*21 + 4] = LOOP_FACTOR*(3.0/32.0*eta*t6*t17 + LOOP_FACTOR*t251);
    jacobian[20*21 + 4] = LOOP_FACTOR*(LOOP_FACTOR*(5.0/16.0*delta*t249 + w*t248));
    jacobian[0*21 + 5] = -4.0*t2*t271;
    jacobian[1*21 + 5] = -3.0*t4*t271;
    jacobian[2*21 + 5] = -17.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t262)));
    jacobian[3*21 + 5] = -17.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t263)))));
    jacobian[4*21 + 5] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(-17.0/3.0*yt_re + 17.0/3.0*yt_re*t7)))));
    jacobian[5*21 + 5] = t154 + yt_re*t273;
    jacobian[6*21 + 5] = yt_im*t273;
    jacobian[7*21 + 5] = yb_re*t274;
    jacobian[8*21 + 5] = yb_im*t274;
    jacobian[11*21 + 5] = LOOP_FACTOR*(mH2*(12.0*yt_re + LOOP_FACTOR*(t266 + t265)));
    jacobian[12*21 + 5] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t267));
    jacobian[13*21 + 5] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yt_re*delta)));
    jacobian[14*21 + 5] = LOOP_FACTOR*(-24.0*t261 + 24.0*yt_re*lambda + LOOP_FACTOR*t269);
    jacobian[15*21 + 5] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_re*t20));
    jacobian[17*21 + 5] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_re*t19));
    jacobian[18*21 + 5] = LOOP_FACTOR*(delta*(12.0*yt_re + LOOP_FACTOR*(t266 + t265 - 24.0*yt_re*delta)));
    jacobian[19*21 + 5] = LOOP_FACTOR*(12.0*yt_re*delta_t + LOOP_FACTOR*t270);
    jacobian[20*21 + 5] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t267));
    jacobian[0*21 + 6] = -4.0*t2*t285;
    jacobian[1*21 + 6] = -3.0*t4*t285;
    jacobian[2*21 + 6] = -17.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t276)));
    jacobian[3*21 + 6] = -17.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t277)))));
    jacobian[4*21 + 6] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(-17.0/3.0*yt_im + 17.0/3.0*yt_im*t7)))));
    jacobian[5*21 + 6] = yt_re*t287;
    jacobian[6*21 + 6] = t154 + yt_im*t287;
    jacobian[7*21 + 6] = yb_re*t288;
    jacobian[8*21 + 6] = yb_im*t288;
    jacobian[11*21 + 6] = LOOP_FACTOR*(mH2*(12.0*yt_im + LOOP_FACTOR*(t280 + t279)));
    jacobian[12*21 + 6] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t281));
    jacobian[13*21 + 6] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yt_im*delta)));
    jacobian[14*21 + 6] = LOOP_FACTOR*(-24.0*t275 + 24.0*yt_im*lambda + LOOP_FACTOR*t283);
    jacobian[15*21 + 6] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_im*t20));
    jacobian[17*21 + 6] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yt_im*t19));
    jacobian[18*21 + 6] = LOOP_FACTOR*(delta*(12.0*yt_im + LOOP_FACTOR*(t280 + t279 - 24.0*yt_im*delta)));
    jacobian[19*21 + 6] = LOOP_FACTOR*(12.0*yt_im*delta_t + LOOP_FACTOR*t284);
    jacobian[20*21 + 6] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t281));
    jacobian[0*21 + 7] = -4.0*t2*t300;
    jacobian[1*21 + 7] = -3.0*t4*t300;
    jacobian[2*21 + 7] = -5.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t290)));
    jacobian[3*21 + 7] = -5.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t291)))));
    jacobian[4*21 + 7] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(-5.0/3.0*yb_re + 5.0/3.0*yb_re*t7)))));
    jacobian[5*21 + 7] = yt_re*t301;
    jacobian[6*21 + 7] = yt_im*t301;
    jacobian[7*21 + 7] = t156 + yb_re*t303;
    jacobian[8*21 + 7] = yb_im*t303;
    jacobian[11*21 + 7] = LOOP_FACTOR*(mH2*(12.0*yb_re + LOOP_FACTOR*(t295 + t294 + t293)));
    jacobian[12*21 + 7] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t296));
    jacobian[13*21 + 7] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yb_re*delta)));
    jacobian[14*21 + 7] = LOOP_FACTOR*(-24.0*t289 + 24.0*yb_re*lambda + LOOP_FACTOR*t298);
    jacobian[15*21 + 7] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_re*t20));
    jacobian[17*21 + 7] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_re*t19));
    jacobian[18*21 + 7] = LOOP_FACTOR*t304;
    jacobian[19*21 + 7] = LOOP_FACTOR*(12.0*yb_re*delta_t + LOOP_FACTOR*t299);
    jacobian[20*21 + 7] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t296));
    jacobian[0*21 + 8] = -4.0*t2*t316;
    jacobian[1*21 + 8] = -3.0*t4*t316;
    jacobian[2*21 + 8] = -5.0/3.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(g1*t306)));
    jacobian[3*21 + 8] = -5.0/3.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(g1*(eta*(g1*t307)))));
    jacobian[4*21 + 8] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(g1*(g1*(-5.0/3.0*yb_im + 5.0/3.0*yb_im*t7)))));
    jacobian[5*21 + 8] = yt_re*t317;
    jacobian[6*21 + 8] = yt_im*t317;
    jacobian[7*21 + 8] = yb_re*t319;
    jacobian[8*21 + 8] = t156 + yb_im*t319;
    jacobian[11*21 + 8] = LOOP_FACTOR*(mH2*(12.0*yb_im + LOOP_FACTOR*(t311 + t310 + t309)));
    jacobian[12*21 + 8] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*t312));
    jacobian[13*21 + 8] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(mH2*(yb_im*delta)));
    jacobian[14*21 + 8] = LOOP_FACTOR*(-24.0*t305 + 24.0*yb_im*lambda + LOOP_FACTOR*t314);
    jacobian[15*21 + 8] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_im*t20));
    jacobian[17*21 + 8] = -24.0*LOOP_FACTOR*(LOOP_FACTOR*(yb_im*t19));
    jacobian[18*21 + 8] = LOOP_FACTOR*t320;
    jacobian[19*21 + 8] = LOOP_FACTOR*(12.0*yb_im*delta_t + LOOP_FACTOR*t315);
    jacobian[20*21 + 8] = -48.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t312));
    jacobian[2*21 + 9] = -36.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(t6*(y_re*t7))));
    jacobian[3*21 + 9] = -36.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(y_re*t6)));
    jacobian[4*21 + 9] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(t6*(-36.0*y_re + 36.0*y_re*t7))));
    jacobian[9*21 + 9] = t158 + y_re*t328;
    jacobian[10*21 + 9] = y_im*t328;
    jacobian[11*21 + 9] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*(y_re*delta)));
    jacobian[12*21 + 9] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*t322));
    jacobian[13*21 + 9] = LOOP_FACTOR*(4.0*y_re*mS2 + LOOP_FACTOR*(mS2*t323));
    jacobian[14*21 + 9] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_re*t19));
    jacobian[15*21 + 9] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_re*t24));
    jacobian[16*21 + 9] = LOOP_FACTOR*t329;
    jacobian[17*21 + 9] = LOOP_FACTOR*(8.0*y_re*v + LOOP_FACTOR*t325);
    jacobian[18*21 + 9] = LOOP_FACTOR*t330;
    jacobian[19*21 + 9] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t322));
    jacobian[20*21 + 9] = LOOP_FACTOR*(4.0*y_re*w + LOOP_FACTOR*(-3.0/2.0*y_re*t149 + t326));
    jacobian[2*21 + 10] = -36.0*g1*(LOOP_FACTOR*(LOOP_FACTOR*(t6*(y_im*t7))));
    jacobian[3*21 + 10] = -36.0*g4*(LOOP_FACTOR*(LOOP_FACTOR*(y_im*t6)));
    jacobian[4*21 + 10] = LOOP_FACTOR*(eta*(LOOP_FACTOR*(t6*(-36.0*y_im + 36.0*y_im*t7))));
    jacobian[9*21 + 10] = y_re*t338;
    jacobian[10*21 + 10] = t158 + y_im*t338;
    jacobian[11*21 + 10] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*(y_im*delta)));
    jacobian[12*21 + 10] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(mS2*t332));
    jacobian[13*21 + 10] = LOOP_FACTOR*(4.0*y_im*mS2 + LOOP_FACTOR*(mS2*t333));
    jacobian[14*21 + 10] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_im*t19));
    jacobian[15*21 + 10] = -36.0*LOOP_FACTOR*(LOOP_FACTOR*(y_im*t24));
    jacobian[16*21 + 10] = LOOP_FACTOR*t339;
    jacobian[17*21 + 10] = LOOP_FACTOR*(8.0*y_im*v + LOOP_FACTOR*t335);
    jacobian[18*21 + 10] = LOOP_FACTOR*t340;
    jacobian[19*21 + 10] = -72.0*LOOP_FACTOR*(LOOP_FACTOR*(delta*t332));
    jacobian[20*21 + 10] = LOOP_FACTOR*(4.0*y_im*w + LOOP_FACTOR*(-3.0/2.0*y_im*t149 + t336));
    jacobian[11*21 + 11] = LOOP_FACTOR*t159;
    jacobian[12*21 + 11] = LOOP_FACTOR*(4.0*delta_t + LOOP_FACTOR*(t91 + delta_t*t90));
    jacobian[13*21 + 11] = LOOP_FACTOR*(4.0*delta + LOOP_FACTOR*(delta*t98));
    jacobian[11*21 + 12] = LOOP_FACTOR*(2.0*delta_t + LOOP_FACTOR*(-4.0*t20 + t6*t82));
    jacobian[12*21 + 12] = LOOP_FACTOR*t341;
    jacobian[13*21 + 12] = LOOP_FACTOR*(2.0*w + LOOP_FACTOR*(w*t99));
    jacobian[11*21 + 13] = LOOP_FACTOR*(18.0*delta + LOOP_FACTOR*(delta*t83));
    jacobian[12*21 + 13] = LOOP_FACTOR*(18.0*w + LOOP_FACTOR*(w*t92));
    jacobian[13*21 + 13] = LOOP_FACTOR*t342;
    jacobian[5*21 + 14] = yt_re*t347;
    jacobian[6*21 + 14] = yt_im*t347;
    jacobian[7*21 + 14] = yb_re*t348;
    jacobian[8*21 + 14] = yb_im*t348;
    jacobian[11*21 + 14] = LOOP_FACTOR*(mH2*t349);
    jacobian[14*21 + 14] = LOOP_FACTOR*t350;
    jacobian[18*21 + 14] = LOOP_FACTOR*(delta*(t351 + 12.0));
    jacobian[19*21 + 14] = LOOP_FACTOR*(12.0*delta_t + LOOP_FACTOR*(15.0/32.0*t17*t346 + delta_t*t345));
    jacobian[12*21 + 15] = LOOP_FACTOR*(8.0*mphi2 + LOOP_FACTOR*(mphi2*(-80.0*s + t6)));
    jacobian[15*21 + 15] = LOOP_FACTOR*t353;
    jacobian[19*21 + 15] = LOOP_FACTOR*(8.0*delta_t + t354);
    jacobian[20*21 + 15] = LOOP_FACTOR*(8.0*w + LOOP_FACTOR*(w*(-80.0*s - 48.0*w + t6)));
    jacobian[9*21 + 16] = y_re*t356;
    jacobian[10*21 + 16] = y_im*t356;
    jacobian[13*21 + 16] = LOOP_FACTOR*(24.0*mS2 + LOOP_FACTOR*(mS2*(t355 - 48.0*t18)));
    jacobian[16*21 + 16] = LOOP_FACTOR*(t160 + u*(LOOP_FACTOR*(t124 - 336.0*u - 48.0*t18) + 24.0));
    jacobian[17*21 + 16] = LOOP_FACTOR*(24.0*u + 48.0*v + t357);
    jacobian[18*21 + 16] = LOOP_FACTOR*(delta*(LOOP_FACTOR*(t355 - 48.0*t18 - 144.0*delta) + 24.0));
    jacobian[20*21 + 16] = LOOP_FACTOR*(24.0*w + LOOP_FACTOR*(w*(t144 - 200.0*u - 144.0*w)));
    jacobian[9*21 + 17] = y_re*t359;
    jacobian[10*21 + 17] = y_im*t359;
    jacobian[13*21 + 17] = LOOP_FACTOR*(40.0*mS2 + LOOP_FACTOR*(mS2*(-400.0*v - 240.0*u - 80.0*t18)));
    jacobian[16*21 + 17] = LOOP_FACTOR*t360;
    jacobian[17*21 + 17] = LOOP_FACTOR*(48.0*u + 52.0*v + 4.0*t18 + 52.0*v + LOOP_FACTOR*t358);
    jacobian[18*21 + 17] = LOOP_FACTOR*t361;
    jacobian[20*21 + 17] = LOOP_FACTOR*(40.0*w + LOOP_FACTOR*(w*(t145 - 200.0*v - 240.0*u - 240.0*w)));
    jacobian[5*21 + 18] = 9.0*yt_re*t364;
    jacobian[6*21 + 18] = 9.0*yt_im*t364;
    jacobian[7*21 + 18] = 9.0*yb_re*t364;
    jacobian[8*21 + 18] = 9.0*yb_im*t364;
    jacobian[9*21 + 18] = 2.0*y_re*t364;
    jacobian[10*21 + 18] = 2.0*y_im*t364;
    jacobian[11*21 + 18] = LOOP_FACTOR*(18.0*mS2 + LOOP_FACTOR*(mS2*(t83 - 36.0*delta)) - 18.0*mH2*t363);
    jacobian[13*21 + 18] = LOOP_FACTOR*(4.0*mH2 + LOOP_FACTOR*(mH2*(t98 - 8.0*delta) - 4.0*mS2*delta));
    jacobian[14*21 + 18] = LOOP_FACTOR*(18.0*delta + t365);
    jacobian[16*21 + 18] = -40.0*LOOP_FACTOR*(u*t363);
    jacobian[17*21 + 18] = LOOP_FACTOR*(4.0*delta + LOOP_FACTOR*(t362 - 40.0*v*delta));
    jacobian[18*21 + 18] = LOOP_FACTOR*(t162 + delta*(LOOP_FACTOR*(t128 - 19.0*delta) + 4.0));
    jacobian[19*21 + 18] = LOOP_FACTOR*t366;
    jacobian[20*21 + 18] = LOOP_FACTOR*(4.0*delta_t + t367);
    jacobian[5*21 + 19] = yt_re*t371;
    jacobian[6*21 + 19] = yt_im*t371;
    jacobian[7*21 + 19] = yb_re*t371;
    jacobian[8*21 + 19] = yb_im*t371;
    jacobian[11*21 + 19] = LOOP_FACTOR*t372;
    jacobian[12*21 + 19] = LOOP_FACTOR*(4.0*mH2 + LOOP_FACTOR*(mH2*(t90 - 8.0*delta_t) - 4.0*mphi2*delta_t));
    jacobian[14*21 + 19] = LOOP_FACTOR*(2.0*delta_t + LOOP_FACTOR*t368);
    jacobian[15*21 + 19] = LOOP_FACTOR*t373;
    jacobian[18*21 + 19] = LOOP_FACTOR*t374;
    jacobian[19*21 + 19] = LOOP_FACTOR*t375;
    jacobian[20*21 + 19] = LOOP_FACTOR*(4.0*delta + t376);
    jacobian[9*21 + 20] = y_re*t378;
    jacobian[10*21 + 20] = y_im*t378;
    jacobian[12*21 + 20] = LOOP_FACTOR*(18.0*mS2 + LOOP_FACTOR*(mS2*(t92 - 36.0*w) - 18.0*mphi2*w));
    jacobian[13*21 + 20] = LOOP_FACTOR*(2.0*mphi2 + LOOP_FACTOR*(mphi2*(t99 - 4.0*w) - 2.0*mS2*w));
    jacobian[15*21 + 20] = LOOP_FACTOR*(18.0*w + LOOP_FACTOR*(2.0*w*(-90.0*s - 36.0*w - 18.0*t18) - 36.0*t24));
    jacobian[16*21 + 20] = -20.0*LOOP_FACTOR*(u*t377);
    jacobian[17*21 + 20] = LOOP_FACTOR*(2.0*w + LOOP_FACTOR*(2.0*w*(1.0/8.0*t6 - 4.0*w) - 4.0*t24 - 20.0*v*w));
    jacobian[18*21 + 20] = LOOP_FACTOR*t379;
    jacobian[19*21 + 20] = LOOP_FACTOR*t380;
    jacobian[20*21 + 20] = LOOP_FACTOR*t381;
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
        stable[p] = stable[p] & (s > 0.0);
        stable[p] = stable[p] & (t1 > 0.0);
        stable[p] = stable[p] & (t2 > 0.0);
        stable[p] = stable[p] & (t3 > 0.0);
        stable[p] = stable[p] & (t4 > 0.0);
        stable[p] = stable[p] & (2.0*t5*t6*t7 + delta_t*t7 + delta*t6 + w*t5 + sqrt(t2*t3*t4) > 0.0);
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
    const double t116 = g4*t20;
    const double t117 = 1.0/128.0*t12 + t13 + 1.0/8.0*t14 + t15;
    const double t118 = -t117 + 9000000.0;
    const double t119 = 238732414637843.0/4000000000.0*t79 + 238732414637843.0/4000000000.0*t80;
    const double t120 = -t16 + 9000000.0;
    const double t121 = t107*t107;
    const double t122 = t109*t109;
    const double t123 = 238732414637843.0/4000000000.0*t121 + 238732414637843.0/4000000000.0*t122;
    const double t124 = (t120*t120 + t16*(t99*t99))*t123*(t112*t112 + t113*t113 + t115*t115 + 3.0*(t116*t116));
    const double t125 = t106 + t111;
    const double t126 = -eta*g1*t20 + t108;
    const double t127 = 1.0/4.0*t114 + t106;
    const double t128 = 1.0/2.0*t114 + t108;
    const double t129 = t121 + t122;
    
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
    out[22] = t118*t118*t119*(t58 + t62 + t66 + t90 + t91 + 6.0*t89)/t124 + sqrt(minimum(t16 - t117, 0.0));
    out[23] = 1.0/4.0*t14/(t117*(-t2*t23/t6 + 1.0)) - 1.0;
    out[24] = (t125*t125 + t126*t126)/t129 - 1.0;
    out[25] = (t127*t127 + t128*t128)/t129 - 1.0;
    out[26] = 197892936801441.0/31250000000000000.0*t2;
    out[27] = exp(11554658811031443.0/1000000000000000.0/t2);
    out[28] = 197892936801441.0/31250000000000000.0*t8;
    out[29] = exp(15516594022592889.0/1000000000000000.0/t8);
}
