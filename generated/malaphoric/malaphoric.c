/* malaphoric: B3 - L2 with kinetic mixing: see malaphoric.h for conventions and layout. */
#include "malaphoric.h"

#include <math.h>

/* 1/(16 pi^2) */
#define LOOP_FACTOR 0.006332573977646111

const malaphoric_coupling malaphoric_couplings[] = {
    {"g3", 0, 1, 1, 0},
    {"g2", 1, 1, 1, 0},
    {"g1", 2, 1, 1, 0},
    {"gX", 3, 1, 1, 0},
    {"epsilon", 4, 1, 1, 0},
    {"Yu", 5, 3, 3, 1},
    {"Yd", 23, 3, 3, 1},
    {"Ye", 41, 3, 3, 1},
    {"Ynu", 59, 3, 3, 1},
    {"MN", 77, 3, 3, 1},
    {"mH2", 95, 1, 1, 0},
    {"lambda", 96, 1, 1, 0},
    {"mtheta2", 97, 1, 1, 0},
    {"lambda_theta", 98, 1, 1, 0},
    {"lambda_mix", 99, 1, 1, 0},
    {NULL, 0, 0, 0, 0}
};

/* Beta functions up to loop order 1; place i of the state is x[i*n]. */
static inline void beta_1(const double *restrict x, size_t n, double *restrict dx)
{
    const double g3 = x[0];
    const double g2 = x[n];
    const double g1 = x[2*n];
    const double gX = x[3*n];
    const double epsilon = x[4*n];
    const double Yu_11_im = x[6*n];
    const double Yu_11_re = x[5*n];
    const double Yu_12_im = x[8*n];
    const double Yu_12_re = x[7*n];
    const double Yu_13_im = x[10*n];
    const double Yu_13_re = x[9*n];
    const double Yu_21_im = x[12*n];
    const double Yu_21_re = x[11*n];
    const double Yu_22_im = x[14*n];
    const double Yu_22_re = x[13*n];
    const double Yu_23_im = x[16*n];
    const double Yu_23_re = x[15*n];
    const double Yu_31_im = x[18*n];
    const double Yu_31_re = x[17*n];
    const double Yu_32_im = x[20*n];
    const double Yu_32_re = x[19*n];
    const double Yu_33_im = x[22*n];
    const double Yu_33_re = x[21*n];
    const double Yd_11_im = x[24*n];
    const double Yd_11_re = x[23*n];
    const double Yd_12_im = x[26*n];
    const double Yd_12_re = x[25*n];
    const double Yd_13_im = x[28*n];
    const double Yd_13_re = x[27*n];
    const double Yd_21_im = x[30*n];
    const double Yd_21_re = x[29*n];
    const double Yd_22_im = x[32*n];
    const double Yd_22_re = x[31*n];
    const double Yd_23_im = x[34*n];
    const double Yd_23_re = x[33*n];
    const double Yd_31_im = x[36*n];
    const double Yd_31_re = x[35*n];
    const double Yd_32_im = x[38*n];
    const double Yd_32_re = x[37*n];
    const double Yd_33_im = x[40*n];
    const double Yd_33_re = x[39*n];
    const double Ye_11_im = x[42*n];
    const double Ye_11_re = x[41*n];
    const double Ye_12_im = x[44*n];
    const double Ye_12_re = x[43*n];
    const double Ye_13_im = x[46*n];
    const double Ye_13_re = x[45*n];
    const double Ye_21_im = x[48*n];
    const double Ye_21_re = x[47*n];
    const double Ye_22_im = x[50*n];
    const double Ye_22_re = x[49*n];
    const double Ye_23_im = x[52*n];
    const double Ye_23_re = x[51*n];
    const double Ye_31_im = x[54*n];
    const double Ye_31_re = x[53*n];
    const double Ye_32_im = x[56*n];
    const double Ye_32_re = x[55*n];
    const double Ye_33_im = x[58*n];
    const double Ye_33_re = x[57*n];
    const double Ynu_11_im = x[60*n];
    const double Ynu_11_re = x[59*n];
    const double Ynu_12_im = x[62*n];
    const double Ynu_12_re = x[61*n];
    const double Ynu_13_im = x[64*n];
    const double Ynu_13_re = x[63*n];
    const double Ynu_21_im = x[66*n];
    const double Ynu_21_re = x[65*n];
    const double Ynu_22_im = x[68*n];
    const double Ynu_22_re = x[67*n];
    const double Ynu_23_im = x[70*n];
    const double Ynu_23_re = x[69*n];
    const double Ynu_31_im = x[72*n];
    const double Ynu_31_re = x[71*n];
    const double Ynu_32_im = x[74*n];
    const double Ynu_32_re = x[73*n];
    const double Ynu_33_im = x[76*n];
    const double Ynu_33_re = x[75*n];
    const double MN_11_im = x[78*n];
    const double MN_11_re = x[77*n];
    const double MN_12_im = x[80*n];
    const double MN_12_re = x[79*n];
    const double MN_13_im = x[82*n];
    const double MN_13_re = x[81*n];
    const double MN_21_im = x[84*n];
    const double MN_21_re = x[83*n];
    const double MN_22_im = x[86*n];
    const double MN_22_re = x[85*n];
    const double MN_23_im = x[88*n];
    const double MN_23_re = x[87*n];
    const double MN_31_im = x[90*n];
    const double MN_31_re = x[89*n];
    const double MN_32_im = x[92*n];
    const double MN_32_re = x[91*n];
    const double MN_33_im = x[94*n];
    const double MN_33_re = x[93*n];
    const double mH2 = x[95*n];
    const double lambda = x[96*n];
    const double mtheta2 = x[97*n];
    const double lambda_theta = x[98*n];
    const double lambda_mix = x[99*n];
    const double t1 = 1.0/(-epsilon*epsilon + 1.0);
    const double t2 = g1*g1*t1;
    const double t3 = gX*gX*t1;
    const double t4 = g3*g3;
    const double t5 = g2*g2;
    const double t6 = gX*gX;
    const double t7 = (
        Yu_11_re*Yu_11_re + Yu_11_im*Yu_11_im + Yu_12_re*Yu_12_re + Yu_12_im*Yu_12_im + Yu_13_re*Yu_13_re
        + Yu_13_im*Yu_13_im
    );
    const double t8 = (
        -Yu_11_im*Yu_11_re + Yu_11_im*Yu_11_re - Yu_12_im*Yu_12_re + Yu_12_im*Yu_12_re - Yu_13_im*Yu_13_re
        + Yu_13_im*Yu_13_re
    );
    const double t9 = (
        Yu_11_re*Yu_21_re + Yu_11_im*Yu_21_im + Yu_12_re*Yu_22_re + Yu_12_im*Yu_22_im + Yu_13_re*Yu_23_re
        + Yu_13_im*Yu_23_im
    );
    const double t10 = (
        -Yu_11_re*Yu_21_im + Yu_11_im*Yu_21_re - Yu_12_re*Yu_22_im + Yu_12_im*Yu_22_re - Yu_13_re*Yu_23_im
        + Yu_13_im*Yu_23_re
    );
    const double t11 = (
        Yu_11_re*Yu_31_re + Yu_11_im*Yu_31_im + Yu_12_re*Yu_32_re + Yu_12_im*Yu_32_im + Yu_13_re*Yu_33_re
        + Yu_13_im*Yu_33_im
    );
    const double t12 = (
        -Yu_11_re*Yu_31_im + Yu_11_im*Yu_31_re - Yu_12_re*Yu_32_im + Yu_12_im*Yu_32_re - Yu_13_re*Yu_33_im
        + Yu_13_im*Yu_33_re
    );
    const double t13 = (
        -Yu_11_im*Yu_21_re + Yu_11_re*Yu_21_im - Yu_12_im*Yu_22_re + Yu_12_re*Yu_22_im - Yu_13_im*Yu_23_re
        + Yu_13_re*Yu_23_im
    );
    const double t14 = (
        Yu_21_re*Yu_21_re + Yu_21_im*Yu_21_im + Yu_22_re*Yu_22_re + Yu_22_im*Yu_22_im + Yu_23_re*Yu_23_re
        + Yu_23_im*Yu_23_im
    );
    const double t15 = (
        -Yu_21_im*Yu_21_re + Yu_21_im*Yu_21_re - Yu_22_im*Yu_22_re + Yu_22_im*Yu_22_re - Yu_23_im*Yu_23_re
        + Yu_23_im*Yu_23_re
    );
    const double t16 = (
        Yu_21_re*Yu_31_re + Yu_21_im*Yu_31_im + Yu_22_re*Yu_32_re + Yu_22_im*Yu_32_im + Yu_23_re*Yu_33_re
        + Yu_23_im*Yu_33_im
    );
    const double t17 = (
        -Yu_21_re*Yu_31_im + Yu_21_im*Yu_31_re - Yu_22_re*Yu_32_im + Yu_22_im*Yu_32_re - Yu_23_re*Yu_33_im
        + Yu_23_im*Yu_33_re
    );
    const double t18 = (
        -Yu_11_im*Yu_31_re + Yu_11_re*Yu_31_im - Yu_12_im*Yu_32_re + Yu_12_re*Yu_32_im - Yu_13_im*Yu_33_re
        + Yu_13_re*Yu_33_im
    );
    const double t19 = (
        -Yu_21_im*Yu_31_re + Yu_21_re*Yu_31_im - Yu_22_im*Yu_32_re + Yu_22_re*Yu_32_im - Yu_23_im*Yu_33_re
        + Yu_23_re*Yu_33_im
    );
    const double t20 = (
        Yu_31_re*Yu_31_re + Yu_31_im*Yu_31_im + Yu_32_re*Yu_32_re + Yu_32_im*Yu_32_im + Yu_33_re*Yu_33_re
        + Yu_33_im*Yu_33_im
    );
    const double t21 = (
        -Yu_31_im*Yu_31_re + Yu_31_im*Yu_31_re - Yu_32_im*Yu_32_re + Yu_32_im*Yu_32_re - Yu_33_im*Yu_33_re
        + Yu_33_im*Yu_33_re
    );
    const double t22 = t7 + t14 + t20;
    const double t23 = Ynu_11_re*Ynu_11_re + Ynu_11_im*Ynu_11_im;
    const double t24 = -Ynu_11_im*Ynu_11_re + Ynu_11_im*Ynu_11_re;
    const double t25 = Ynu_12_re*Ynu_12_re + Ynu_12_im*Ynu_12_im;
    const double t26 = -Ynu_12_im*Ynu_12_re + Ynu_12_im*Ynu_12_re;
    const double t27 = Ynu_13_re*Ynu_13_re + Ynu_13_im*Ynu_13_im;
    const double t28 = -Ynu_13_im*Ynu_13_re + Ynu_13_im*Ynu_13_re;
    const double t29 = t23 + t25 + t27;
    const double t30 = t24 + t26 + t28;
    const double t31 = (
        Ynu_11_re*Ynu_21_re + Ynu_11_im*Ynu_21_im + Ynu_12_re*Ynu_22_re + Ynu_12_im*Ynu_22_im
        + Ynu_13_re*Ynu_23_re + Ynu_13_im*Ynu_23_im
    );
    const double t32 = (
        -Ynu_11_re*Ynu_21_im + Ynu_11_im*Ynu_21_re - Ynu_12_re*Ynu_22_im + Ynu_12_im*Ynu_22_re
        - Ynu_13_re*Ynu_23_im + Ynu_13_im*Ynu_23_re
    );
    const double t33 = (
        Ynu_11_re*Ynu_31_re + Ynu_11_im*Ynu_31_im + Ynu_12_re*Ynu_32_re + Ynu_12_im*Ynu_32_im
        + Ynu_13_re*Ynu_33_re + Ynu_13_im*Ynu_33_im
    );
    const double t34 = (
        -Ynu_11_re*Ynu_31_im + Ynu_11_im*Ynu_31_re - Ynu_12_re*Ynu_32_im + Ynu_12_im*Ynu_32_re
        - Ynu_13_re*Ynu_33_im + Ynu_13_im*Ynu_33_re
    );
    const double t35 = (
        -Ynu_11_im*Ynu_21_re + Ynu_11_re*Ynu_21_im - Ynu_12_im*Ynu_22_re + Ynu_12_re*Ynu_22_im
        - Ynu_13_im*Ynu_23_re + Ynu_13_re*Ynu_23_im
    );
    const double t36 = Ynu_21_re*Ynu_21_re + Ynu_21_im*Ynu_21_im;
    const double t37 = -Ynu_21_im*Ynu_21_re + Ynu_21_im*Ynu_21_re;
    const double t38 = Ynu_22_re*Ynu_22_re + Ynu_22_im*Ynu_22_im;
    const double t39 = -Ynu_22_im*Ynu_22_re + Ynu_22_im*Ynu_22_re;
    const double t40 = Ynu_23_re*Ynu_23_re + Ynu_23_im*Ynu_23_im;
    const double t41 = -Ynu_23_im*Ynu_23_re + Ynu_23_im*Ynu_23_re;
    const double t42 = t36 + t38 + t40;
    const double t43 = t37 + t39 + t41;
    const double t44 = (
        Ynu_21_re*Ynu_31_re + Ynu_21_im*Ynu_31_im + Ynu_22_re*Ynu_32_re + Ynu_22_im*Ynu_32_im
        + Ynu_23_re*Ynu_33_re + Ynu_23_im*Ynu_33_im
    );
    const double t45 = (
        -Ynu_21_re*Ynu_31_im + Ynu_21_im*Ynu_31_re - Ynu_22_re*Ynu_32_im + Ynu_22_im*Ynu_32_re
        - Ynu_23_re*Ynu_33_im + Ynu_23_im*Ynu_33_re
    );
    const double t46 = (
        -Ynu_11_im*Ynu_31_re + Ynu_11_re*Ynu_31_im - Ynu_12_im*Ynu_32_re + Ynu_12_re*Ynu_32_im
        - Ynu_13_im*Ynu_33_re + Ynu_13_re*Ynu_33_im
    );
    const double t47 = (
        -Ynu_21_im*Ynu_31_re + Ynu_21_re*Ynu_31_im - Ynu_22_im*Ynu_32_re + Ynu_22_re*Ynu_32_im
        - Ynu_23_im*Ynu_33_re + Ynu_23_re*Ynu_33_im
    );
    const double t48 = Ynu_31_re*Ynu_31_re + Ynu_31_im*Ynu_31_im;
    const double t49 = -Ynu_31_im*Ynu_31_re + Ynu_31_im*Ynu_31_re;
    const double t50 = Ynu_32_re*Ynu_32_re + Ynu_32_im*Ynu_32_im;
    const double t51 = -Ynu_32_im*Ynu_32_re + Ynu_32_im*Ynu_32_re;
    const double t52 = Ynu_33_re*Ynu_33_re + Ynu_33_im*Ynu_33_im;
    const double t53 = -Ynu_33_im*Ynu_33_re + Ynu_33_im*Ynu_33_re;
    const double t54 = t48 + t50 + t52;
    const double t55 = t49 + t51 + t53;
    const double t56 = t29 + t42 + t54;
    const double t57 = (
        Yd_11_re*Yd_11_re + Yd_11_im*Yd_11_im + Yd_12_re*Yd_12_re + Yd_12_im*Yd_12_im + Yd_13_re*Yd_13_re
        + Yd_13_im*Yd_13_im
    );
    const double t58 = (
        -Yd_11_im*Yd_11_re + Yd_11_im*Yd_11_re - Yd_12_im*Yd_12_re + Yd_12_im*Yd_12_re - Yd_13_im*Yd_13_re
        + Yd_13_im*Yd_13_re
    );
    const double t59 = (
        Yd_11_re*Yd_21_re + Yd_11_im*Yd_21_im + Yd_12_re*Yd_22_re + Yd_12_im*Yd_22_im + Yd_13_re*Yd_23_re
        + Yd_13_im*Yd_23_im
    );
    const double t60 = (
        -Yd_11_re*Yd_21_im + Yd_11_im*Yd_21_re - Yd_12_re*Yd_22_im + Yd_12_im*Yd_22_re - Yd_13_re*Yd_23_im
        + Yd_13_im*Yd_23_re
    );
    const double t61 = (
        Yd_11_re*Yd_31_re + Yd_11_im*Yd_31_im + Yd_12_re*Yd_32_re + Yd_12_im*Yd_32_im + Yd_13_re*Yd_33_re
        + Yd_13_im*Yd_33_im
    );
    const double t62 = (
        -Yd_11_re*Yd_31_im + Yd_11_im*Yd_31_re - Yd_12_re*Yd_32_im + Yd_12_im*Yd_32_re - Yd_13_re*Yd_33_im
        + Yd_13_im*Yd_33_re
    );
    const double t63 = (
        -Yd_11_im*Yd_21_re + Yd_11_re*Yd_21_im - Yd_12_im*Yd_22_re + Yd_12_re*Yd_22_im - Yd_13_im*Yd_23_re
        + Yd_13_re*Yd_23_im
    );
    const double t64 = (
        Yd_21_re*Yd_21_re + Yd_21_im*Yd_21_im + Yd_22_re*Yd_22_re + Yd_22_im*Yd_22_im + Yd_23_re*Yd_23_re
        + Yd_23_im*Yd_23_im
    );
    const double t65 = (
        -Yd_21_im*Yd_21_re + Yd_21_im*Yd_21_re - Yd_22_im*Yd_22_re + Yd_22_im*Yd_22_re - Yd_23_im*Yd_23_re
        + Yd_23_im*Yd_23_re
    );
    const double t66 = (
        Yd_21_re*Yd_31_re + Yd_21_im*Yd_31_im + Yd_22_re*Yd_32_re + Yd_22_im*Yd_32_im + Yd_23_re*Yd_33_re
        + Yd_23_im*Yd_33_im
    );
    const double t67 = (
        -Yd_21_re*Yd_31_im + Yd_21_im*Yd_31_re - Yd_22_re*Yd_32_im + Yd_22_im*Yd_32_re - Yd_23_re*Yd_33_im
        + Yd_23_im*Yd_33_re
    );
    const double t68 = (
        -Yd_11_im*Yd_31_re + Yd_11_re*Yd_31_im - Yd_12_im*Yd_32_re + Yd_12_re*Yd_32_im - Yd_13_im*Yd_33_re
        + Yd_13_re*Yd_33_im
    );
    const double t69 = (
        -Yd_21_im*Yd_31_re + Yd_21_re*Yd_31_im - Yd_22_im*Yd_32_re + Yd_22_re*Yd_32_im - Yd_23_im*Yd_33_re
        + Yd_23_re*Yd_33_im
    );
    const double t70 = (
        Yd_31_re*Yd_31_re + Yd_31_im*Yd_31_im + Yd_32_re*Yd_32_re + Yd_32_im*Yd_32_im + Yd_33_re*Yd_33_re
        + Yd_33_im*Yd_33_im
    );
    const double t71 = (
        -Yd_31_im*Yd_31_re + Yd_31_im*Yd_31_re - Yd_32_im*Yd_32_re + Yd_32_im*Yd_32_re - Yd_33_im*Yd_33_re
        + Yd_33_im*Yd_33_re
    );
    const double t72 = t57 + t64 + t70;
    const double t73 = (
        Ye_11_re*Ye_11_re + Ye_11_im*Ye_11_im + Ye_12_re*Ye_12_re + Ye_12_im*Ye_12_im + Ye_13_re*Ye_13_re
        + Ye_13_im*Ye_13_im
    );
    const double t74 = (
        -Ye_11_im*Ye_11_re + Ye_11_im*Ye_11_re - Ye_12_im*Ye_12_re + Ye_12_im*Ye_12_re - Ye_13_im*Ye_13_re
        + Ye_13_im*Ye_13_re
    );
    const double t75 = (
        Ye_11_re*Ye_21_re + Ye_11_im*Ye_21_im + Ye_12_re*Ye_22_re + Ye_12_im*Ye_22_im + Ye_13_re*Ye_23_re
        + Ye_13_im*Ye_23_im
    );
    const double t76 = (
        -Ye_11_re*Ye_21_im + Ye_11_im*Ye_21_re - Ye_12_re*Ye_22_im + Ye_12_im*Ye_22_re - Ye_13_re*Ye_23_im
        + Ye_13_im*Ye_23_re
    );
    const double t77 = (
        Ye_11_re*Ye_31_re + Ye_11_im*Ye_31_im + Ye_12_re*Ye_32_re + Ye_12_im*Ye_32_im + Ye_13_re*Ye_33_re
        + Ye_13_im*Ye_33_im
    );
    const double t78 = (
        -Ye_11_re*Ye_31_im + Ye_11_im*Ye_31_re - Ye_12_re*Ye_32_im + Ye_12_im*Ye_32_re - Ye_13_re*Ye_33_im
        + Ye_13_im*Ye_33_re
    );
    const double t79 = (
        -Ye_11_im*Ye_21_re + Ye_11_re*Ye_21_im - Ye_12_im*Ye_22_re + Ye_12_re*Ye_22_im - Ye_13_im*Ye_23_re
        + Ye_13_re*Ye_23_im
    );
    const double t80 = (
        Ye_21_re*Ye_21_re + Ye_21_im*Ye_21_im + Ye_22_re*Ye_22_re + Ye_22_im*Ye_22_im + Ye_23_re*Ye_23_re
        + Ye_23_im*Ye_23_im
    );
    const double t81 = (
        -Ye_21_im*Ye_21_re + Ye_21_im*Ye_21_re - Ye_22_im*Ye_22_re + Ye_22_im*Ye_22_re - Ye_23_im*Ye_23_re
        + Ye_23_im*Ye_23_re
    );
    const double t82 = (
        Ye_21_re*Ye_31_re + Ye_21_im*Ye_31_im + Ye_22_re*Ye_32_re + Ye_22_im*Ye_32_im + Ye_23_re*Ye_33_re
        + Ye_23_im*Ye_33_im
    );
    const double t83 = (
        -Ye_21_re*Ye_31_im + Ye_21_im*Ye_31_re - Ye_22_re*Ye_32_im + Ye_22_im*Ye_32_re - Ye_23_re*Ye_33_im
        + Ye_23_im*Ye_33_re
    );
    const double t84 = (
        -Ye_11_im*Ye_31_re + Ye_11_re*Ye_31_im - Ye_12_im*Ye_32_re + Ye_12_re*Ye_32_im - Ye_13_im*Ye_33_re
        + Ye_13_re*Ye_33_im
    );
    const double t85 = (
        -Ye_21_im*Ye_31_re + Ye_21_re*Ye_31_im - Ye_22_im*Ye_32_re + Ye_22_re*Ye_32_im - Ye_23_im*Ye_33_re
        + Ye_23_re*Ye_33_im
    );
    const double t86 = (
        Ye_31_re*Ye_31_re + Ye_31_im*Ye_31_im + Ye_32_re*Ye_32_re + Ye_32_im*Ye_32_im + Ye_33_re*Ye_33_re
        + Ye_33_im*Ye_33_im
    );
    const double t87 = (
        -Ye_31_im*Ye_31_re + Ye_31_im*Ye_31_re - Ye_32_im*Ye_32_re + Ye_32_im*Ye_32_re - Ye_33_im*Ye_33_re
        + Ye_33_im*Ye_33_re
    );
    const double t88 = t73 + t80 + t86;
    const double t89 = -8.0*t4;
    const double t90 = -9.0/4.0*t5;
    const double t91 = 3.0*t22;
    const double t92 = 3.0*t72;
    const double t93 = t89 + t90 - 17.0/12.0*t2 + t91 + t56 + t92 + t88;
    const double t94 = g1*gX*epsilon*t1;
    const double t95 = -3.0*Yu_33_re*t3;
    const double t96 = -3.0*Yu_33_im*t3;
    const double t97 = Yu_11_re*t57 - Yu_11_im*t58 + Yu_21_re*t59 - Yu_21_im*t60 + Yu_31_re*t61 - Yu_31_im*t62;
    const double t98 = Yu_11_im*t57 + Yu_11_re*t58 + Yu_21_im*t59 + Yu_21_re*t60 + Yu_31_im*t61 + Yu_31_re*t62;
    const double t99 = Yu_12_re*t57 - Yu_12_im*t58 + Yu_22_re*t59 - Yu_22_im*t60 + Yu_32_re*t61 - Yu_32_im*t62;
    const double t100 = Yu_12_im*t57 + Yu_12_re*t58 + Yu_22_im*t59 + Yu_22_re*t60 + Yu_32_im*t61 + Yu_32_re*t62;
    const double t101 = Yu_13_re*t57 - Yu_13_im*t58 + Yu_23_re*t59 - Yu_23_im*t60 + Yu_33_re*t61 - Yu_33_im*t62;
    const double t102 = Yu_13_im*t57 + Yu_13_re*t58 + Yu_23_im*t59 + Yu_23_re*t60 + Yu_33_im*t61 + Yu_33_re*t62;
    const double t103 = Yu_11_re*t59 - Yu_11_im*t63 + Yu_21_re*t64 - Yu_21_im*t65 + Yu_31_re*t66 - Yu_31_im*t67;
    const double t104 = Yu_11_im*t59 + Yu_11_re*t63 + Yu_21_im*t64 + Yu_21_re*t65 + Yu_31_im*t66 + Yu_31_re*t67;
    const double t105 = Yu_12_re*t59 - Yu_12_im*t63 + Yu_22_re*t64 - Yu_22_im*t65 + Yu_32_re*t66 - Yu_32_im*t67;
    const double t106 = Yu_12_im*t59 + Yu_12_re*t63 + Yu_22_im*t64 + Yu_22_re*t65 + Yu_32_im*t66 + Yu_32_re*t67;
    const double t107 = Yu_13_re*t59 - Yu_13_im*t63 + Yu_23_re*t64 - Yu_23_im*t65 + Yu_33_re*t66 - Yu_33_im*t67;
    const double t108 = Yu_13_im*t59 + Yu_13_re*t63 + Yu_23_im*t64 + Yu_23_re*t65 + Yu_33_im*t66 + Yu_33_re*t67;
    const double t109 = Yu_11_re*t61 - Yu_11_im*t68 + Yu_21_re*t66 - Yu_21_im*t69 + Yu_31_re*t70 - Yu_31_im*t71;
    const double t110 = Yu_11_im*t61 + Yu_11_re*t68 + Yu_21_im*t66 + Yu_21_re*t69 + Yu_31_im*t70 + Yu_31_re*t71;
    const double t111 = Yu_12_re*t61 - Yu_12_im*t68 + Yu_22_re*t66 - Yu_22_im*t69 + Yu_32_re*t70 - Yu_32_im*t71;
    const double t112 = Yu_12_im*t61 + Yu_12_re*t68 + Yu_22_im*t66 + Yu_22_re*t69 + Yu_32_im*t70 + Yu_32_re*t71;
    const double t113 = Yu_13_re*t61 - Yu_13_im*t68 + Yu_23_re*t66 - Yu_23_im*t69 + Yu_33_re*t70 - Yu_33_im*t71;
    const double t114 = Yu_13_im*t61 + Yu_13_re*t68 + Yu_23_im*t66 + Yu_23_re*t69 + Yu_33_im*t70 + Yu_33_re*t71;
    const double t115 = Yu_11_re*t7 - Yu_11_im*t8 + Yu_21_re*t9 - Yu_21_im*t10 + Yu_31_re*t11 - Yu_31_im*t12;
    const double t116 = Yu_11_im*t7 + Yu_11_re*t8 + Yu_21_im*t9 + Yu_21_re*t10 + Yu_31_im*t11 + Yu_31_re*t12;
    const double t117 = Yu_12_re*t7 - Yu_12_im*t8 + Yu_22_re*t9 - Yu_22_im*t10 + Yu_32_re*t11 - Yu_32_im*t12;
    const double t118 = Yu_12_im*t7 + Yu_12_re*t8 + Yu_22_im*t9 + Yu_22_re*t10 + Yu_32_im*t11 + Yu_32_re*t12;
    const double t119 = Yu_13_re*t7 - Yu_13_im*t8 + Yu_23_re*t9 - Yu_23_im*t10 + Yu_33_re*t11 - Yu_33_im*t12;
    const double t120 = Yu_13_im*t7 + Yu_13_re*t8 + Yu_23_im*t9 + Yu_23_re*t10 + Yu_33_im*t11 + Yu_33_re*t12;
    const double t121 = Yu_11_re*t9 - Yu_11_im*t13 + Yu_21_re*t14 - Yu_21_im*t15 + Yu_31_re*t16 - Yu_31_im*t17;
    const double t122 = Yu_11_im*t9 + Yu_11_re*t13 + Yu_21_im*t14 + Yu_21_re*t15 + Yu_31_im*t16 + Yu_31_re*t17;
    const double t123 = Yu_12_re*t9 - Yu_12_im*t13 + Yu_22_re*t14 - Yu_22_im*t15 + Yu_32_re*t16 - Yu_32_im*t17;
    const double t124 = Yu_12_im*t9 + Yu_12_re*t13 + Yu_22_im*t14 + Yu_22_re*t15 + Yu_32_im*t16 + Yu_32_re*t17;
    const double t125 = Yu_13_re*t9 - Yu_13_im*t13 + Yu_23_re*t14 - Yu_23_im*t15 + Yu_33_re*t16 - Yu_33_im*t17;
    const double t126 = Yu_13_im*t9 + Yu_13_re*t13 + Yu_23_im*t14 + Yu_23_re*t15 + Yu_33_im*t16 + Yu_33_re*t17;
    const double t127 = Yu_11_re*t11 - Yu_11_im*t18 + Yu_21_re*t16 - Yu_21_im*t19 + Yu_31_re*t20 - Yu_31_im*t21;
    const double t128 = Yu_11_im*t11 + Yu_11_re*t18 + Yu_21_im*t16 + Yu_21_re*t19 + Yu_31_im*t20 + Yu_31_re*t21;
    const double t129 = Yu_12_re*t11 - Yu_12_im*t18 + Yu_22_re*t16 - Yu_22_im*t19 + Yu_32_re*t20 - Yu_32_im*t21;
    const double t130 = Yu_12_im*t11 + Yu_12_re*t18 + Yu_22_im*t16 + Yu_22_re*t19 + Yu_32_im*t20 + Yu_32_re*t21;
    const double t131 = Yu_13_re*t11 - Yu_13_im*t18 + Yu_23_re*t16 - Yu_23_im*t19 + Yu_33_re*t20 - Yu_33_im*t21;
    const double t132 = Yu_13_im*t11 + Yu_13_re*t18 + Yu_23_im*t16 + Yu_23_re*t19 + Yu_33_im*t20 + Yu_33_re*t21;
    const double t133 = Yu_13_re*t93 + 4.0*Yu_13_re*t94 - 3.0*Yu_13_re*t3 - 3.0/2.0*t101 + 3.0/2.0*t119;
    const double t134 = Yu_13_im*t93 + 4.0*Yu_13_im*t94 - 3.0*Yu_13_im*t3 - 3.0/2.0*t102 + 3.0/2.0*t120;
    const double t135 = Yu_23_re*t93 + 4.0*Yu_23_re*t94 - 3.0*Yu_23_re*t3 - 3.0/2.0*t107 + 3.0/2.0*t125;
    const double t136 = Yu_23_im*t93 + 4.0*Yu_23_im*t94 - 3.0*Yu_23_im*t3 - 3.0/2.0*t108 + 3.0/2.0*t126;
    const double t137 = Yu_31_re*t93 + Yu_31_re*t94 - 3.0*Yu_31_re*t3 - 3.0/2.0*t109 + 3.0/2.0*t127;
    const double t138 = Yu_31_im*t93 + Yu_31_im*t94 - 3.0*Yu_31_im*t3 - 3.0/2.0*t110 + 3.0/2.0*t128;
    const double t139 = Yu_32_re*t93 + Yu_32_re*t94 - 3.0*Yu_32_re*t3 - 3.0/2.0*t111 + 3.0/2.0*t129;
    const double t140 = Yu_32_im*t93 + Yu_32_im*t94 - 3.0*Yu_32_im*t3 - 3.0/2.0*t112 + 3.0/2.0*t130;
    const double t141 = Yu_33_re*t93 + Yu_33_re*t94 + t95 + 4.0*Yu_33_re*t94 + t95 - 3.0/2.0*t113 + 3.0/2.0*t131;
    const double t142 = Yu_33_im*t93 + Yu_33_im*t94 + t96 + 4.0*Yu_33_im*t94 + t96 - 3.0/2.0*t114 + 3.0/2.0*t132;
    const double t143 = t89 + t90 - 5.0/12.0*t2 + t91 + t56 + t92 + t88;
    const double t144 = -3.0*Yd_33_re*t3;
    const double t145 = -3.0*Yd_33_im*t3;
    const double t146 = Yd_11_re*t57 - Yd_11_im*t58 + Yd_21_re*t59 - Yd_21_im*t60 + Yd_31_re*t61 - Yd_31_im*t62;
    const double t147 = Yd_11_im*t57 + Yd_11_re*t58 + Yd_21_im*t59 + Yd_21_re*t60 + Yd_31_im*t61 + Yd_31_re*t62;
    const double t148 = Yd_12_re*t57 - Yd_12_im*t58 + Yd_22_re*t59 - Yd_22_im*t60 + Yd_32_re*t61 - Yd_32_im*t62;
    const double t149 = Yd_12_im*t57 + Yd_12_re*t58 + Yd_22_im*t59 + Yd_22_re*t60 + Yd_32_im*t61 + Yd_32_re*t62;
    const double t150 = Yd_13_re*t57 - Yd_13_im*t58 + Yd_23_re*t59 - Yd_23_im*t60 + Yd_33_re*t61 - Yd_33_im*t62;
    const double t151 = Yd_13_im*t57 + Yd_13_re*t58 + Yd_23_im*t59 + Yd_23_re*t60 + Yd_33_im*t61 + Yd_33_re*t62;
    const double t152 = Yd_11_re*t59 - Yd_11_im*t63 + Yd_21_re*t64 - Yd_21_im*t65 + Yd_31_re*t66 - Yd_31_im*t67;
    const double t153 = Yd_11_im*t59 + Yd_11_re*t63 + Yd_21_im*t64 + Yd_21_re*t65 + Yd_31_im*t66 + Yd_31_re*t67;
    const double t154 = Yd_12_re*t59 - Yd_12_im*t63 + Yd_22_re*t64 - Yd_22_im*t65 + Yd_32_re*t66 - Yd_32_im*t67;
    const double t155 = Yd_12_im*t59 + Yd_12_re*t63 + Yd_22_im*t64 + Yd_22_re*t65 + Yd_32_im*t66 + Yd_32_re*t67;
    const double t156 = Yd_13_re*t59 - Yd_13_im*t63 + Yd_23_re*t64 - Yd_23_im*t65 + Yd_33_re*t66 - Yd_33_im*t67;
    const double t157 = Yd_13_im*t59 + Yd_13_re*t63 + Yd_23_im*t64 + Yd_23_re*t65 + Yd_33_im*t66 + Yd_33_re*t67;
    const double t158 = Yd_11_re*t61 - Yd_11_im*t68 + Yd_21_re*t66 - Yd_21_im*t69 + Yd_31_re*t70 - Yd_31_im*t71;
    const double t159 = Yd_11_im*t61 + Yd_11_re*t68 + Yd_21_im*t66 + Yd_21_re*t69 + Yd_31_im*t70 + Yd_31_re*t71;
    const double t160 = Yd_12_re*t61 - Yd_12_im*t68 + Yd_22_re*t66 - Yd_22_im*t69 + Yd_32_re*t70 - Yd_32_im*t71;
    const double t161 = Yd_12_im*t61 + Yd_12_re*t68 + Yd_22_im*t66 + Yd_22_re*t69 + Yd_32_im*t70 + Yd_32_re*t71;
    const double t162 = Yd_13_re*t61 - Yd_13_im*t68 + Yd_23_re*t66 - Yd_23_im*t69 + Yd_33_re*t70 - Yd_33_im*t71;
    const double t163 = Yd_13_im*t61 + Yd_13_re*t68 + Yd_23_im*t66 + Yd_23_re*t69 + Yd_33_im*t70 + Yd_33_re*t71;
    const double t164 = Yd_11_re*t7 - Yd_11_im*t8 + Yd_21_re*t9 - Yd_21_im*t10 + Yd_31_re*t11 - Yd_31_im*t12;
    const double t165 = Yd_11_im*t7 + Yd_11_re*t8 + Yd_21_im*t9 + Yd_21_re*t10 + Yd_31_im*t11 + Yd_31_re*t12;
    const double t166 = Yd_12_re*t7 - Yd_12_im*t8 + Yd_22_re*t9 - Yd_22_im*t10 + Yd_32_re*t11 - Yd_32_im*t12;
    const double t167 = Yd_12_im*t7 + Yd_12_re*t8 + Yd_22_im*t9 + Yd_22_re*t10 + Yd_32_im*t11 + Yd_32_re*t12;
    const double t168 = Yd_13_re*t7 - Yd_13_im*t8 + Yd_23_re*t9 - Yd_23_im*t10 + Yd_33_re*t11 - Yd_33_im*t12;
    const double t169 = Yd_13_im*t7 + Yd_13_re*t8 + Yd_23_im*t9 + Yd_23_re*t10 + Yd_33_im*t11 + Yd_33_re*t12;
    const double t170 = Yd_11_re*t9 - Yd_11_im*t13 + Yd_21_re*t14 - Yd_21_im*t15 + Yd_31_re*t16 - Yd_31_im*t17;
    const double t171 = Yd_11_im*t9 + Yd_11_re*t13 + Yd_21_im*t14 + Yd_21_re*t15 + Yd_31_im*t16 + Yd_31_re*t17;
    const double t172 = Yd_12_re*t9 - Yd_12_im*t13 + Yd_22_re*t14 - Yd_22_im*t15 + Yd_32_re*t16 - Yd_32_im*t17;
    const double t173 = Yd_12_im*t9 + Yd_12_re*t13 + Yd_22_im*t14 + Yd_22_re*t15 + Yd_32_im*t16 + Yd_32_re*t17;
    const double t174 = Yd_13_re*t9 - Yd_13_im*t13 + Yd_23_re*t14 - Yd_23_im*t15 + Yd_33_re*t16 - Yd_33_im*t17;
    const double t175 = Yd_13_im*t9 + Yd_13_re*t13 + Yd_23_im*t14 + Yd_23_re*t15 + Yd_33_im*t16 + Yd_33_re*t17;
    const double t176 = Yd_11_re*t11 - Yd_11_im*t18 + Yd_21_re*t16 - Yd_21_im*t19 + Yd_31_re*t20 - Yd_31_im*t21;
    const double t177 = Yd_11_im*t11 + Yd_11_re*t18 + Yd_21_im*t16 + Yd_21_re*t19 + Yd_31_im*t20 + Yd_31_re*t21;
    const double t178 = Yd_12_re*t11 - Yd_12_im*t18 + Yd_22_re*t16 - Yd_22_im*t19 + Yd_32_re*t20 - Yd_32_im*t21;
    const double t179 = Yd_12_im*t11 + Yd_12_re*t18 + Yd_22_im*t16 + Yd_22_re*t19 + Yd_32_im*t20 + Yd_32_re*t21;
    const double t180 = Yd_13_re*t11 - Yd_13_im*t18 + Yd_23_re*t16 - Yd_23_im*t19 + Yd_33_re*t20 - Yd_33_im*t21;
    const double t181 = Yd_13_im*t11 + Yd_13_re*t18 + Yd_23_im*t16 + Yd_23_re*t19 + Yd_33_im*t20 + Yd_33_re*t21;
    const double t182 = Yd_13_re*t143 - 2.0*Yd_13_re*t94 - 3.0*Yd_13_re*t3 + 3.0/2.0*t150 - 3.0/2.0*t168;
    const double t183 = Yd_13_im*t143 - 2.0*Yd_13_im*t94 - 3.0*Yd_13_im*t3 + 3.0/2.0*t151 - 3.0/2.0*t169;
    const double t184 = Yd_23_re*t143 - 2.0*Yd_23_re*t94 - 3.0*Yd_23_re*t3 + 3.0/2.0*t156 - 3.0/2.0*t174;
    const double t185 = Yd_23_im*t143 - 2.0*Yd_23_im*t94 - 3.0*Yd_23_im*t3 + 3.0/2.0*t157 - 3.0/2.0*t175;
    const double t186 = Yd_31_re*t143 + Yd_31_re*t94 - 3.0*Yd_31_re*t3 + 3.0/2.0*t158 - 3.0/2.0*t176;
    const double t187 = Yd_31_im*t143 + Yd_31_im*t94 - 3.0*Yd_31_im*t3 + 3.0/2.0*t159 - 3.0/2.0*t177;
    const double t188 = Yd_32_re*t143 + Yd_32_re*t94 - 3.0*Yd_32_re*t3 + 3.0/2.0*t160 - 3.0/2.0*t178;
    const double t189 = Yd_32_im*t143 + Yd_32_im*t94 - 3.0*Yd_32_im*t3 + 3.0/2.0*t161 - 3.0/2.0*t179;
    const double t190 = (
        Yd_33_re*t143 + Yd_33_re*t94 + t144 - 2.0*Yd_33_re*t94 + t144 + 3.0/2.0*t162 - 3.0/2.0*t180
    );
    const double t191 = (
        Yd_33_im*t143 + Yd_33_im*t94 + t145 - 2.0*Yd_33_im*t94 + t145 + 3.0/2.0*t163 - 3.0/2.0*t181
    );
    const double t192 = t90 - 15.0/4.0*t2 + t91 + t56 + t92 + t88;
    const double t193 = -27.0*Ye_22_re*t3;
    const double t194 = -27.0*Ye_22_im*t3;
    const double t195 = Ye_11_re*t73 - Ye_11_im*t74 + Ye_21_re*t75 - Ye_21_im*t76 + Ye_31_re*t77 - Ye_31_im*t78;
    const double t196 = Ye_11_im*t73 + Ye_11_re*t74 + Ye_21_im*t75 + Ye_21_re*t76 + Ye_31_im*t77 + Ye_31_re*t78;
    const double t197 = Ye_12_re*t73 - Ye_12_im*t74 + Ye_22_re*t75 - Ye_22_im*t76 + Ye_32_re*t77 - Ye_32_im*t78;
    const double t198 = Ye_12_im*t73 + Ye_12_re*t74 + Ye_22_im*t75 + Ye_22_re*t76 + Ye_32_im*t77 + Ye_32_re*t78;
    const double t199 = Ye_13_re*t73 - Ye_13_im*t74 + Ye_23_re*t75 - Ye_23_im*t76 + Ye_33_re*t77 - Ye_33_im*t78;
    const double t200 = Ye_13_im*t73 + Ye_13_re*t74 + Ye_23_im*t75 + Ye_23_re*t76 + Ye_33_im*t77 + Ye_33_re*t78;
    const double t201 = Ye_11_re*t75 - Ye_11_im*t79 + Ye_21_re*t80 - Ye_21_im*t81 + Ye_31_re*t82 - Ye_31_im*t83;
    const double t202 = Ye_11_im*t75 + Ye_11_re*t79 + Ye_21_im*t80 + Ye_21_re*t81 + Ye_31_im*t82 + Ye_31_re*t83;
    const double t203 = Ye_12_re*t75 - Ye_12_im*t79 + Ye_22_re*t80 - Ye_22_im*t81 + Ye_32_re*t82 - Ye_32_im*t83;
    const double t204 = Ye_12_im*t75 + Ye_12_re*t79 + Ye_22_im*t80 + Ye_22_re*t81 + Ye_32_im*t82 + Ye_32_re*t83;
    const double t205 = Ye_13_re*t75 - Ye_13_im*t79 + Ye_23_re*t80 - Ye_23_im*t81 + Ye_33_re*t82 - Ye_33_im*t83;
    const double t206 = Ye_13_im*t75 + Ye_13_re*t79 + Ye_23_im*t80 + Ye_23_re*t81 + Ye_33_im*t82 + Ye_33_re*t83;
    const double t207 = Ye_11_re*t77 - Ye_11_im*t84 + Ye_21_re*t82 - Ye_21_im*t85 + Ye_31_re*t86 - Ye_31_im*t87;
    const double t208 = Ye_11_im*t77 + Ye_11_re*t84 + Ye_21_im*t82 + Ye_21_re*t85 + Ye_31_im*t86 + Ye_31_re*t87;
    const double t209 = Ye_12_re*t77 - Ye_12_im*t84 + Ye_22_re*t82 - Ye_22_im*t85 + Ye_32_re*t86 - Ye_32_im*t87;
    const double t210 = Ye_12_im*t77 + Ye_12_re*t84 + Ye_22_im*t82 + Ye_22_re*t85 + Ye_32_im*t86 + Ye_32_re*t87;
    const double t211 = Ye_13_re*t77 - Ye_13_im*t84 + Ye_23_re*t82 - Ye_23_im*t85 + Ye_33_re*t86 - Ye_33_im*t87;
    const double t212 = Ye_13_im*t77 + Ye_13_re*t84 + Ye_23_im*t82 + Ye_23_re*t85 + Ye_33_im*t86 + Ye_33_re*t87;
    const double t213 = Ye_11_re*t29 - Ye_11_im*t30 + Ye_21_re*t31 - Ye_21_im*t32 + Ye_31_re*t33 - Ye_31_im*t34;
    const double t214 = Ye_11_im*t29 + Ye_11_re*t30 + Ye_21_im*t31 + Ye_21_re*t32 + Ye_31_im*t33 + Ye_31_re*t34;
    const double t215 = Ye_12_re*t29 - Ye_12_im*t30 + Ye_22_re*t31 - Ye_22_im*t32 + Ye_32_re*t33 - Ye_32_im*t34;
    const double t216 = Ye_12_im*t29 + Ye_12_re*t30 + Ye_22_im*t31 + Ye_22_re*t32 + Ye_32_im*t33 + Ye_32_re*t34;
    const double t217 = Ye_13_re*t29 - Ye_13_im*t30 + Ye_23_re*t31 - Ye_23_im*t32 + Ye_33_re*t33 - Ye_33_im*t34;
    const double t218 = Ye_13_im*t29 + Ye_13_re*t30 + Ye_23_im*t31 + Ye_23_re*t32 + Ye_33_im*t33 + Ye_33_re*t34;
    const double t219 = Ye_11_re*t31 - Ye_11_im*t35 + Ye_21_re*t42 - Ye_21_im*t43 + Ye_31_re*t44 - Ye_31_im*t45;
    const double t220 = Ye_11_im*t31 + Ye_11_re*t35 + Ye_21_im*t42 + Ye_21_re*t43 + Ye_31_im*t44 + Ye_31_re*t45;
    const double t221 = Ye_12_re*t31 - Ye_12_im*t35 + Ye_22_re*t42 - Ye_22_im*t43 + Ye_32_re*t44 - Ye_32_im*t45;
    const double t222 = Ye_12_im*t31 + Ye_12_re*t35 + Ye_22_im*t42 + Ye_22_re*t43 + Ye_32_im*t44 + Ye_32_re*t45;
    const double t223 = Ye_13_re*t31 - Ye_13_im*t35 + Ye_23_re*t42 - Ye_23_im*t43 + Ye_33_re*t44 - Ye_33_im*t45;
    const double t224 = Ye_13_im*t31 + Ye_13_re*t35 + Ye_23_im*t42 + Ye_23_re*t43 + Ye_33_im*t44 + Ye_33_re*t45;
    const double t225 = Ye_11_re*t33 - Ye_11_im*t46 + Ye_21_re*t44 - Ye_21_im*t47 + Ye_31_re*t54 - Ye_31_im*t55;
    const double t226 = Ye_11_im*t33 + Ye_11_re*t46 + Ye_21_im*t44 + Ye_21_re*t47 + Ye_31_im*t54 + Ye_31_re*t55;
    const double t227 = Ye_12_re*t33 - Ye_12_im*t46 + Ye_22_re*t44 - Ye_22_im*t47 + Ye_32_re*t54 - Ye_32_im*t55;
    const double t228 = Ye_12_im*t33 + Ye_12_re*t46 + Ye_22_im*t44 + Ye_22_re*t47 + Ye_32_im*t54 + Ye_32_re*t55;
    const double t229 = Ye_13_re*t33 - Ye_13_im*t46 + Ye_23_re*t44 - Ye_23_im*t47 + Ye_33_re*t54 - Ye_33_im*t55;
    const double t230 = Ye_13_im*t33 + Ye_13_re*t46 + Ye_23_im*t44 + Ye_23_re*t47 + Ye_33_im*t54 + Ye_33_re*t55;
    const double t231 = Ye_12_re*t192 + 18.0*Ye_12_re*t94 - 27.0*Ye_12_re*t3 + 3.0/2.0*t197 - 3.0/2.0*t215;
    const double t232 = Ye_12_im*t192 + 18.0*Ye_12_im*t94 - 27.0*Ye_12_im*t3 + 3.0/2.0*t198 - 3.0/2.0*t216;
    const double t233 = Ye_21_re*t192 + 9.0*Ye_21_re*t94 - 27.0*Ye_21_re*t3 + 3.0/2.0*t201 - 3.0/2.0*t219;
    const double t234 = Ye_21_im*t192 + 9.0*Ye_21_im*t94 - 27.0*Ye_21_im*t3 + 3.0/2.0*t202 - 3.0/2.0*t220;
    const double t235 = (
        Ye_22_re*t192 + 9.0*Ye_22_re*t94 + t193 + 18.0*Ye_22_re*t94 + t193 + 3.0/2.0*t203 - 3.0/2.0*t221
    );
    const double t236 = (
        Ye_22_im*t192 + 9.0*Ye_22_im*t94 + t194 + 18.0*Ye_22_im*t94 + t194 + 3.0/2.0*t204 - 3.0/2.0*t222
    );
    const double t237 = Ye_23_re*t192 + 9.0*Ye_23_re*t94 - 27.0*Ye_23_re*t3 + 3.0/2.0*t205 - 3.0/2.0*t223;
    const double t238 = Ye_23_im*t192 + 9.0*Ye_23_im*t94 - 27.0*Ye_23_im*t3 + 3.0/2.0*t206 - 3.0/2.0*t224;
    const double t239 = Ye_32_re*t192 + 18.0*Ye_32_re*t94 - 27.0*Ye_32_re*t3 + 3.0/2.0*t209 - 3.0/2.0*t227;
    const double t240 = Ye_32_im*t192 + 18.0*Ye_32_im*t94 - 27.0*Ye_32_im*t3 + 3.0/2.0*t210 - 3.0/2.0*t228;
    const double t241 = t90 - 3.0/4.0*t2 + t91 + t56 + t92 + t88;
    const double t242 = -27.0*Ynu_22_re*t3;
    const double t243 = -27.0*Ynu_22_im*t3;
    const double t244 = (
        Ynu_11_re*t73 - Ynu_11_im*t74 + Ynu_21_re*t75 - Ynu_21_im*t76 + Ynu_31_re*t77 - Ynu_31_im*t78
    );
    const double t245 = (
        Ynu_11_im*t73 + Ynu_11_re*t74 + Ynu_21_im*t75 + Ynu_21_re*t76 + Ynu_31_im*t77 + Ynu_31_re*t78
    );
    const double t246 = (
        Ynu_12_re*t73 - Ynu_12_im*t74 + Ynu_22_re*t75 - Ynu_22_im*t76 + Ynu_32_re*t77 - Ynu_32_im*t78
    );
    const double t247 = (
        Ynu_12_im*t73 + Ynu_12_re*t74 + Ynu_22_im*t75 + Ynu_22_re*t76 + Ynu_32_im*t77 + Ynu_32_re*t78
    );
    const double t248 = (
        Ynu_13_re*t73 - Ynu_13_im*t74 + Ynu_23_re*t75 - Ynu_23_im*t76 + Ynu_33_re*t77 - Ynu_33_im*t78
    );
    const double t249 = (
        Ynu_13_im*t73 + Ynu_13_re*t74 + Ynu_23_im*t75 + Ynu_23_re*t76 + Ynu_33_im*t77 + Ynu_33_re*t78
    );
    const double t250 = (
        Ynu_11_re*t75 - Ynu_11_im*t79 + Ynu_21_re*t80 - Ynu_21_im*t81 + Ynu_31_re*t82 - Ynu_31_im*t83
    );
    const double t251 = (
        Ynu_11_im*t75 + Ynu_11_re*t79 + Ynu_21_im*t80 + Ynu_21_re*t81 + Ynu_31_im*t82 + Ynu_31_re*t83
    );
    const double t252 = (
        Ynu_12_re*t75 - Ynu_12_im*t79 + Ynu_22_re*t80 - Ynu_22_im*t81 + Ynu_32_re*t82 - Ynu_32_im*t83
    );
    const double t253 = (
        Ynu_12_im*t75 + Ynu_12_re*t79 + Ynu_22_im*t80 + Ynu_22_re*t81 + Ynu_32_im*t82 + Ynu_32_re*t83
    );
    const double t254 = (
        Ynu_13_re*t75 - Ynu_13_im*t79 + Ynu_23_re*t80 - Ynu_23_im*t81 + Ynu_33_re*t82 - Ynu_33_im*t83
    );
    const double t255 = (
        Ynu_13_im*t75 + Ynu_13_re*t79 + Ynu_23_im*t80 + Ynu_23_re*t81 + Ynu_33_im*t82 + Ynu_33_re*t83
    );
    const double t256 = (
        Ynu_11_re*t77 - Ynu_11_im*t84 + Ynu_21_re*t82 - Ynu_21_im*t85 + Ynu_31_re*t86 - Ynu_31_im*t87
    );
    const double t257 = (
        Ynu_11_im*t77 + Ynu_11_re*t84 + Ynu_21_im*t82 + Ynu_21_re*t85 + Ynu_31_im*t86 + Ynu_31_re*t87
    );
    const double t258 = (
        Ynu_12_re*t77 - Ynu_12_im*t84 + Ynu_22_re*t82 - Ynu_22_im*t85 + Ynu_32_re*t86 - Ynu_32_im*t87
    );
    const double t259 = (
        Ynu_12_im*t77 + Ynu_12_re*t84 + Ynu_22_im*t82 + Ynu_22_re*t85 + Ynu_32_im*t86 + Ynu_32_re*t87
    );
    const double t260 = (
        Ynu_13_re*t77 - Ynu_13_im*t84 + Ynu_23_re*t82 - Ynu_23_im*t85 + Ynu_33_re*t86 - Ynu_33_im*t87
    );
    const double t261 = (
        Ynu_13_im*t77 + Ynu_13_re*t84 + Ynu_23_im*t82 + Ynu_23_re*t85 + Ynu_33_im*t86 + Ynu_33_re*t87
    );
    const double t262 = (
        Ynu_11_re*t29 - Ynu_11_im*t30 + Ynu_21_re*t31 - Ynu_21_im*t32 + Ynu_31_re*t33 - Ynu_31_im*t34
    );
    const double t263 = (
        Ynu_11_im*t29 + Ynu_11_re*t30 + Ynu_21_im*t31 + Ynu_21_re*t32 + Ynu_31_im*t33 + Ynu_31_re*t34
    );
    const double t264 = (
        Ynu_12_re*t29 - Ynu_12_im*t30 + Ynu_22_re*t31 - Ynu_22_im*t32 + Ynu_32_re*t33 - Ynu_32_im*t34
    );
    const double t265 = (
        Ynu_12_im*t29 + Ynu_12_re*t30 + Ynu_22_im*t31 + Ynu_22_re*t32 + Ynu_32_im*t33 + Ynu_32_re*t34
    );
    const double t266 = (
        Ynu_13_re*t29 - Ynu_13_im*t30 + Ynu_23_re*t31 - Ynu_23_im*t32 + Ynu_33_re*t33 - Ynu_33_im*t34
    );
    const double t267 = (
        Ynu_13_im*t29 + Ynu_13_re*t30 + Ynu_23_im*t31 + Ynu_23_re*t32 + Ynu_33_im*t33 + Ynu_33_re*t34
    );
    const double t268 = (
        Ynu_11_re*t31 - Ynu_11_im*t35 + Ynu_21_re*t42 - Ynu_21_im*t43 + Ynu_31_re*t44 - Ynu_31_im*t45
    );
    const double t269 = (
        Ynu_11_im*t31 + Ynu_11_re*t35 + Ynu_21_im*t42 + Ynu_21_re*t43 + Ynu_31_im*t44 + Ynu_31_re*t45
    );
    const double t270 = (
        Ynu_12_re*t31 - Ynu_12_im*t35 + Ynu_22_re*t42 - Ynu_22_im*t43 + Ynu_32_re*t44 - Ynu_32_im*t45
    );
    const double t271 = (
        Ynu_12_im*t31 + Ynu_12_re*t35 + Ynu_22_im*t42 + Ynu_22_re*t43 + Ynu_32_im*t44 + Ynu_32_re*t45
    );
    const double t272 = (
        Ynu_13_re*t31 - Ynu_13_im*t35 + Ynu_23_re*t42 - Ynu_23_im*t43 + Ynu_33_re*t44 - Ynu_33_im*t45
    );
    const double t273 = (
        Ynu_13_im*t31 + Ynu_13_re*t35 + Ynu_23_im*t42 + Ynu_23_re*t43 + Ynu_33_im*t44 + Ynu_33_re*t45
    );
    const double t274 = (
        Ynu_11_re*t33 - Ynu_11_im*t46 + Ynu_21_re*t44 - Ynu_21_im*t47 + Ynu_31_re*t54 - Ynu_31_im*t55
    );
    const double t275 = (
        Ynu_11_im*t33 + Ynu_11_re*t46 + Ynu_21_im*t44 + Ynu_21_re*t47 + Ynu_31_im*t54 + Ynu_31_re*t55
    );
    const double t276 = (
        Ynu_12_re*t33 - Ynu_12_im*t46 + Ynu_22_re*t44 - Ynu_22_im*t47 + Ynu_32_re*t54 - Ynu_32_im*t55
    );
    const double t277 = (
        Ynu_12_im*t33 + Ynu_12_re*t46 + Ynu_22_im*t44 + Ynu_22_re*t47 + Ynu_32_im*t54 + Ynu_32_re*t55
    );
    const double t278 = (
        Ynu_13_re*t33 - Ynu_13_im*t46 + Ynu_23_re*t44 - Ynu_23_im*t47 + Ynu_33_re*t54 - Ynu_33_im*t55
    );
    const double t279 = (
        Ynu_13_im*t33 + Ynu_13_re*t46 + Ynu_23_im*t44 + Ynu_23_re*t47 + Ynu_33_im*t54 + Ynu_33_re*t55
    );
    const double t280 = Ynu_21_re*t241 + 9.0*Ynu_21_re*t94 - 27.0*Ynu_21_re*t3 - 3.0/2.0*t250 + 3.0/2.0*t268;
    const double t281 = Ynu_21_im*t241 + 9.0*Ynu_21_im*t94 - 27.0*Ynu_21_im*t3 - 3.0/2.0*t251 + 3.0/2.0*t269;
    const double t282 = Ynu_22_re*t241 + 9.0*Ynu_22_re*t94 + t242 + t242 - 3.0/2.0*t252 + 3.0/2.0*t270;
    const double t283 = Ynu_22_im*t241 + 9.0*Ynu_22_im*t94 + t243 + t243 - 3.0/2.0*t253 + 3.0/2.0*t271;
    const double t284 = Ynu_23_re*t241 + 9.0*Ynu_23_re*t94 - 27.0*Ynu_23_re*t3 - 3.0/2.0*t254 + 3.0/2.0*t272;
    const double t285 = Ynu_23_im*t241 + 9.0*Ynu_23_im*t94 - 27.0*Ynu_23_im*t3 - 3.0/2.0*t255 + 3.0/2.0*t273;
    const double t286 = -27.0*MN_22_re*t3;
    const double t287 = -27.0*MN_22_im*t3;
    const double t288 = (
        Ynu_11_re*MN_11_re + Ynu_11_im*MN_11_im + Ynu_12_re*MN_12_re + Ynu_12_im*MN_12_im + Ynu_13_re*MN_13_re
        + Ynu_13_im*MN_13_im
    );
    const double t289 = (
        -Ynu_11_im*MN_11_re + Ynu_11_re*MN_11_im - Ynu_12_im*MN_12_re + Ynu_12_re*MN_12_im - Ynu_13_im*MN_13_re
        + Ynu_13_re*MN_13_im
    );
    const double t290 = (
        Ynu_21_re*MN_11_re + Ynu_21_im*MN_11_im + Ynu_22_re*MN_12_re + Ynu_22_im*MN_12_im + Ynu_23_re*MN_13_re
        + Ynu_23_im*MN_13_im
    );
    const double t291 = (
        -Ynu_21_im*MN_11_re + Ynu_21_re*MN_11_im - Ynu_22_im*MN_12_re + Ynu_22_re*MN_12_im - Ynu_23_im*MN_13_re
        + Ynu_23_re*MN_13_im
    );
    const double t292 = (
        Ynu_31_re*MN_11_re + Ynu_31_im*MN_11_im + Ynu_32_re*MN_12_re + Ynu_32_im*MN_12_im + Ynu_33_re*MN_13_re
        + Ynu_33_im*MN_13_im
    );
    const double t293 = (
        -Ynu_31_im*MN_11_re + Ynu_31_re*MN_11_im - Ynu_32_im*MN_12_re + Ynu_32_re*MN_12_im - Ynu_33_im*MN_13_re
        + Ynu_33_re*MN_13_im
    );
    const double t294 = (
        Ynu_11_re*MN_21_re + Ynu_11_im*MN_21_im + Ynu_12_re*MN_22_re + Ynu_12_im*MN_22_im + Ynu_13_re*MN_23_re
        + Ynu_13_im*MN_23_im
    );
    const double t295 = (
        -Ynu_11_im*MN_21_re + Ynu_11_re*MN_21_im - Ynu_12_im*MN_22_re + Ynu_12_re*MN_22_im - Ynu_13_im*MN_23_re
        + Ynu_13_re*MN_23_im
    );
    const double t296 = (
        Ynu_21_re*MN_21_re + Ynu_21_im*MN_21_im + Ynu_22_re*MN_22_re + Ynu_22_im*MN_22_im + Ynu_23_re*MN_23_re
        + Ynu_23_im*MN_23_im
    );
    const double t297 = (
        -Ynu_21_im*MN_21_re + Ynu_21_re*MN_21_im - Ynu_22_im*MN_22_re + Ynu_22_re*MN_22_im - Ynu_23_im*MN_23_re
        + Ynu_23_re*MN_23_im
    );
    const double t298 = (
        Ynu_31_re*MN_21_re + Ynu_31_im*MN_21_im + Ynu_32_re*MN_22_re + Ynu_32_im*MN_22_im + Ynu_33_re*MN_23_re
        + Ynu_33_im*MN_23_im
    );
    const double t299 = (
        -Ynu_31_im*MN_21_re + Ynu_31_re*MN_21_im - Ynu_32_im*MN_22_re + Ynu_32_re*MN_22_im - Ynu_33_im*MN_23_re
        + Ynu_33_re*MN_23_im
    );
    const double t300 = (
        Ynu_11_re*MN_31_re + Ynu_11_im*MN_31_im + Ynu_12_re*MN_32_re + Ynu_12_im*MN_32_im + Ynu_13_re*MN_33_re
        + Ynu_13_im*MN_33_im
    );
    const double t301 = (
        -Ynu_11_im*MN_31_re + Ynu_11_re*MN_31_im - Ynu_12_im*MN_32_re + Ynu_12_re*MN_32_im - Ynu_13_im*MN_33_re
        + Ynu_13_re*MN_33_im
    );
    const double t302 = (
        Ynu_21_re*MN_31_re + Ynu_21_im*MN_31_im + Ynu_22_re*MN_32_re + Ynu_22_im*MN_32_im + Ynu_23_re*MN_33_re
        + Ynu_23_im*MN_33_im
    );
    const double t303 = (
        -Ynu_21_im*MN_31_re + Ynu_21_re*MN_31_im - Ynu_22_im*MN_32_re + Ynu_22_re*MN_32_im - Ynu_23_im*MN_33_re
        + Ynu_23_re*MN_33_im
    );
    const double t304 = (
        Ynu_31_re*MN_31_re + Ynu_31_im*MN_31_im + Ynu_32_re*MN_32_re + Ynu_32_im*MN_32_im + Ynu_33_re*MN_33_re
        + Ynu_33_im*MN_33_im
    );
    const double t305 = (
        -Ynu_31_im*MN_31_re + Ynu_31_re*MN_31_im - Ynu_32_im*MN_32_re + Ynu_32_re*MN_32_im - Ynu_33_im*MN_33_re
        + Ynu_33_re*MN_33_im
    );
    const double t306 = (
        Ynu_11_re*t288 - Ynu_11_im*t289 + Ynu_21_re*t290 - Ynu_21_im*t291 + Ynu_31_re*t292 - Ynu_31_im*t293
    );
    const double t307 = (
        Ynu_11_im*t288 + Ynu_11_re*t289 + Ynu_21_im*t290 + Ynu_21_re*t291 + Ynu_31_im*t292 + Ynu_31_re*t293
    );
    const double t308 = (
        Ynu_12_re*t288 - Ynu_12_im*t289 + Ynu_22_re*t290 - Ynu_22_im*t291 + Ynu_32_re*t292 - Ynu_32_im*t293
    );
    const double t309 = (
        Ynu_12_im*t288 + Ynu_12_re*t289 + Ynu_22_im*t290 + Ynu_22_re*t291 + Ynu_32_im*t292 + Ynu_32_re*t293
    );
    const double t310 = (
        Ynu_13_re*t288 - Ynu_13_im*t289 + Ynu_23_re*t290 - Ynu_23_im*t291 + Ynu_33_re*t292 - Ynu_33_im*t293
    );
    const double t311 = (
        Ynu_13_im*t288 + Ynu_13_re*t289 + Ynu_23_im*t290 + Ynu_23_re*t291 + Ynu_33_im*t292 + Ynu_33_re*t293
    );
    const double t312 = (
        Ynu_11_re*t294 - Ynu_11_im*t295 + Ynu_21_re*t296 - Ynu_21_im*t297 + Ynu_31_re*t298 - Ynu_31_im*t299
    );
    const double t313 = (
        Ynu_11_im*t294 + Ynu_11_re*t295 + Ynu_21_im*t296 + Ynu_21_re*t297 + Ynu_31_im*t298 + Ynu_31_re*t299
    );
    const double t314 = (
        Ynu_12_re*t294 - Ynu_12_im*t295 + Ynu_22_re*t296 - Ynu_22_im*t297 + Ynu_32_re*t298 - Ynu_32_im*t299
    );
    const double t315 = (
        Ynu_12_im*t294 + Ynu_12_re*t295 + Ynu_22_im*t296 + Ynu_22_re*t297 + Ynu_32_im*t298 + Ynu_32_re*t299
    );
    const double t316 = (
        Ynu_13_re*t294 - Ynu_13_im*t295 + Ynu_23_re*t296 - Ynu_23_im*t297 + Ynu_33_re*t298 - Ynu_33_im*t299
    );
    const double t317 = (
        Ynu_13_im*t294 + Ynu_13_re*t295 + Ynu_23_im*t296 + Ynu_23_re*t297 + Ynu_33_im*t298 + Ynu_33_re*t299
    );
    const double t318 = (
        Ynu_11_re*t300 - Ynu_11_im*t301 + Ynu_21_re*t302 - Ynu_21_im*t303 + Ynu_31_re*t304 - Ynu_31_im*t305
    );
    const double t319 = (
        Ynu_11_im*t300 + Ynu_11_re*t301 + Ynu_21_im*t302 + Ynu_21_re*t303 + Ynu_31_im*t304 + Ynu_31_re*t305
    );
    const double t320 = (
        Ynu_12_re*t300 - Ynu_12_im*t301 + Ynu_22_re*t302 - Ynu_22_im*t303 + Ynu_32_re*t304 - Ynu_32_im*t305
    );
    const double t321 = (
        Ynu_12_im*t300 + Ynu_12_re*t301 + Ynu_22_im*t302 + Ynu_22_re*t303 + Ynu_32_im*t304 + Ynu_32_re*t305
    );
    const double t322 = (
        Ynu_13_re*t300 - Ynu_13_im*t301 + Ynu_23_re*t302 - Ynu_23_im*t303 + Ynu_33_re*t304 - Ynu_33_im*t305
    );
    const double t323 = (
        Ynu_13_im*t300 + Ynu_13_re*t301 + Ynu_23_im*t302 + Ynu_23_re*t303 + Ynu_33_im*t304 + Ynu_33_re*t305
    );
    const double t324 = t23 + t36 + t48;
    const double t325 = t24 + t37 + t49;
    const double t326 = (
        Ynu_11_re*Ynu_12_re + Ynu_11_im*Ynu_12_im + Ynu_21_re*Ynu_22_re + Ynu_21_im*Ynu_22_im
        + Ynu_31_re*Ynu_32_re + Ynu_31_im*Ynu_32_im
    );
    const double t327 = (
        -Ynu_11_re*Ynu_12_im + Ynu_11_im*Ynu_12_re - Ynu_21_re*Ynu_22_im + Ynu_21_im*Ynu_22_re
        - Ynu_31_re*Ynu_32_im + Ynu_31_im*Ynu_32_re
    );
    const double t328 = (
        Ynu_11_re*Ynu_13_re + Ynu_11_im*Ynu_13_im + Ynu_21_re*Ynu_23_re + Ynu_21_im*Ynu_23_im
        + Ynu_31_re*Ynu_33_re + Ynu_31_im*Ynu_33_im
    );
    const double t329 = (
        -Ynu_11_re*Ynu_13_im + Ynu_11_im*Ynu_13_re - Ynu_21_re*Ynu_23_im + Ynu_21_im*Ynu_23_re
        - Ynu_31_re*Ynu_33_im + Ynu_31_im*Ynu_33_re
    );
    const double t330 = (
        -Ynu_11_im*Ynu_12_re + Ynu_11_re*Ynu_12_im - Ynu_21_im*Ynu_22_re + Ynu_21_re*Ynu_22_im
        - Ynu_31_im*Ynu_32_re + Ynu_31_re*Ynu_32_im
    );
    const double t331 = t25 + t38 + t50;
    const double t332 = t26 + t39 + t51;
    const double t333 = (
        Ynu_12_re*Ynu_13_re + Ynu_12_im*Ynu_13_im + Ynu_22_re*Ynu_23_re + Ynu_22_im*Ynu_23_im
        + Ynu_32_re*Ynu_33_re + Ynu_32_im*Ynu_33_im
    );
    const double t334 = (
        -Ynu_12_re*Ynu_13_im + Ynu_12_im*Ynu_13_re - Ynu_22_re*Ynu_23_im + Ynu_22_im*Ynu_23_re
        - Ynu_32_re*Ynu_33_im + Ynu_32_im*Ynu_33_re
    );
    const double t335 = (
        -Ynu_11_im*Ynu_13_re + Ynu_11_re*Ynu_13_im - Ynu_21_im*Ynu_23_re + Ynu_21_re*Ynu_23_im
        - Ynu_31_im*Ynu_33_re + Ynu_31_re*Ynu_33_im
    );
    const double t336 = (
        -Ynu_12_im*Ynu_13_re + Ynu_12_re*Ynu_13_im - Ynu_22_im*Ynu_23_re + Ynu_22_re*Ynu_23_im
        - Ynu_32_im*Ynu_33_re + Ynu_32_re*Ynu_33_im
    );
    const double t337 = t27 + t40 + t52;
    const double t338 = t28 + t41 + t53;
    const double t339 = (
        MN_11_re*t324 - MN_11_im*t325 + MN_21_re*t326 - MN_21_im*t327 + MN_31_re*t328 - MN_31_im*t329
    );
    const double t340 = (
        MN_11_im*t324 + MN_11_re*t325 + MN_21_im*t326 + MN_21_re*t327 + MN_31_im*t328 + MN_31_re*t329
    );
    const double t341 = (
        MN_12_re*t324 - MN_12_im*t325 + MN_22_re*t326 - MN_22_im*t327 + MN_32_re*t328 - MN_32_im*t329
    );
    const double t342 = (
        MN_12_im*t324 + MN_12_re*t325 + MN_22_im*t326 + MN_22_re*t327 + MN_32_im*t328 + MN_32_re*t329
    );
    const double t343 = (
        MN_13_re*t324 - MN_13_im*t325 + MN_23_re*t326 - MN_23_im*t327 + MN_33_re*t328 - MN_33_im*t329
    );
    const double t344 = (
        MN_13_im*t324 + MN_13_re*t325 + MN_23_im*t326 + MN_23_re*t327 + MN_33_im*t328 + MN_33_re*t329
    );
    const double t345 = (
        MN_11_re*t326 - MN_11_im*t330 + MN_21_re*t331 - MN_21_im*t332 + MN_31_re*t333 - MN_31_im*t334
    );
    const double t346 = (
        MN_11_im*t326 + MN_11_re*t330 + MN_21_im*t331 + MN_21_re*t332 + MN_31_im*t333 + MN_31_re*t334
    );
    const double t347 = (
        MN_12_re*t326 - MN_12_im*t330 + MN_22_re*t331 - MN_22_im*t332 + MN_32_re*t333 - MN_32_im*t334
    );
    const double t348 = (
        MN_12_im*t326 + MN_12_re*t330 + MN_22_im*t331 + MN_22_re*t332 + MN_32_im*t333 + MN_32_re*t334
    );
    const double t349 = (
        MN_13_re*t326 - MN_13_im*t330 + MN_23_re*t331 - MN_23_im*t332 + MN_33_re*t333 - MN_33_im*t334
    );
    const double t350 = (
        MN_13_im*t326 + MN_13_re*t330 + MN_23_im*t331 + MN_23_re*t332 + MN_33_im*t333 + MN_33_re*t334
    );
    const double t351 = (
        MN_11_re*t328 - MN_11_im*t335 + MN_21_re*t333 - MN_21_im*t336 + MN_31_re*t337 - MN_31_im*t338
    );
    const double t352 = (
        MN_11_im*t328 + MN_11_re*t335 + MN_21_im*t333 + MN_21_re*t336 + MN_31_im*t337 + MN_31_re*t338
    );
    const double t353 = (
        MN_12_re*t328 - MN_12_im*t335 + MN_22_re*t333 - MN_22_im*t336 + MN_32_re*t337 - MN_32_im*t338
    );
    const double t354 = (
        MN_12_im*t328 + MN_12_re*t335 + MN_22_im*t333 + MN_22_re*t336 + MN_32_im*t337 + MN_32_re*t338
    );
    const double t355 = (
        MN_13_re*t328 - MN_13_im*t335 + MN_23_re*t333 - MN_23_im*t336 + MN_33_re*t337 - MN_33_im*t338
    );
    const double t356 = (
        MN_13_im*t328 + MN_13_re*t335 + MN_23_im*t333 + MN_23_re*t336 + MN_33_im*t337 + MN_33_re*t338
    );
    const double t357 = MN_12_re*MN_21_re + MN_12_im*MN_21_im;
    const double t358 = MN_13_re*MN_31_re + MN_13_im*MN_31_im;
    const double t359 = (
        -MN_11_im*MN_11_re + MN_11_im*MN_11_re - MN_12_re*MN_21_im + MN_12_im*MN_21_re - MN_13_re*MN_31_im
        + MN_13_im*MN_31_re
    );
    const double t360 = (
        MN_11_re*MN_12_re + MN_11_im*MN_12_im + MN_12_re*MN_22_re + MN_12_im*MN_22_im + MN_13_re*MN_32_re
        + MN_13_im*MN_32_im
    );
    const double t361 = (
        -MN_11_re*MN_12_im + MN_11_im*MN_12_re - MN_12_re*MN_22_im + MN_12_im*MN_22_re - MN_13_re*MN_32_im
        + MN_13_im*MN_32_re
    );
    const double t362 = (
        MN_11_re*MN_13_re + MN_11_im*MN_13_im + MN_12_re*MN_23_re + MN_12_im*MN_23_im + MN_13_re*MN_33_re
        + MN_13_im*MN_33_im
    );
    const double t363 = (
        -MN_11_re*MN_13_im + MN_11_im*MN_13_re - MN_12_re*MN_23_im + MN_12_im*MN_23_re - MN_13_re*MN_33_im
        + MN_13_im*MN_33_re
    );
    const double t364 = (
        MN_11_re*MN_21_re + MN_11_im*MN_21_im + MN_21_re*MN_22_re + MN_21_im*MN_22_im + MN_23_re*MN_31_re
        + MN_23_im*MN_31_im
    );
    const double t365 = (
        -MN_11_im*MN_21_re + MN_11_re*MN_21_im - MN_21_im*MN_22_re + MN_21_re*MN_22_im - MN_23_re*MN_31_im
        + MN_23_im*MN_31_re
    );
    const double t366 = MN_23_re*MN_32_re + MN_23_im*MN_32_im;
    const double t367 = (
        -MN_12_im*MN_21_re + MN_12_re*MN_21_im - MN_22_im*MN_22_re + MN_22_im*MN_22_re - MN_23_re*MN_32_im
        + MN_23_im*MN_32_re
    );
    const double t368 = (
        MN_13_re*MN_21_re + MN_13_im*MN_21_im + MN_22_re*MN_23_re + MN_22_im*MN_23_im + MN_23_re*MN_33_re
        + MN_23_im*MN_33_im
    );
    const double t369 = (
        -MN_13_im*MN_21_re + MN_13_re*MN_21_im - MN_22_re*MN_23_im + MN_22_im*MN_23_re - MN_23_re*MN_33_im
        + MN_23_im*MN_33_re
    );
    const double t370 = (
        MN_11_re*MN_31_re + MN_11_im*MN_31_im + MN_21_re*MN_32_re + MN_21_im*MN_32_im + MN_31_re*MN_33_re
        + MN_31_im*MN_33_im
    );
    const double t371 = (
        -MN_11_im*MN_31_re + MN_11_re*MN_31_im - MN_21_im*MN_32_re + MN_21_re*MN_32_im - MN_31_im*MN_33_re
        + MN_31_re*MN_33_im
    );
    const double t372 = (
        MN_12_re*MN_31_re + MN_12_im*MN_31_im + MN_22_re*MN_32_re + MN_22_im*MN_32_im + MN_32_re*MN_33_re
        + MN_32_im*MN_33_im
    );
    const double t373 = (
        -MN_12_im*MN_31_re + MN_12_re*MN_31_im - MN_22_im*MN_32_re + MN_22_re*MN_32_im - MN_32_im*MN_33_re
        + MN_32_re*MN_33_im
    );
    const double t374 = (
        -MN_13_im*MN_31_re + MN_13_re*MN_31_im - MN_23_im*MN_32_re + MN_23_re*MN_32_im - MN_33_im*MN_33_re
        + MN_33_im*MN_33_re
    );
    const double t375 = (
        t324*(MN_11_re*MN_11_re + MN_11_im*MN_11_im + t357 + t358) - t325*t359 + t326*t360 - t330*t361 + t328*t362
        - t335*t363
    );
    const double t376 = (
        t326*t364 - t327*t365 + t331*(t357 + MN_22_re*MN_22_re + MN_22_im*MN_22_im + t366) - t332*t367 + t333*t368
        - t336*t369
    );
    const double t377 = (
        t328*t370 - t329*t371 + t333*t372 - t334*t373 + t337*(t358 + t366 + MN_33_re*MN_33_re + MN_33_im*MN_33_im)
        - t338*t374
    );
    const double t378 = -9.0/2.0*t5;
    const double t379 = 12.0*lambda;
    const double t380 = -3.0/2.0*t2;
    const double t381 = 6.0*t22;
    const double t382 = 2.0*t56;
    const double t383 = 6.0*t72;
    const double t384 = 2.0*t88;
    const double t385 = (
        2.0*mtheta2*lambda_mix - 16.0*(t375 + t376 + t377) + mH2*(t378 + t379 + t380 + t381 + t382 + t383 + t384)
    );
    const double t386 = t9*t9 - t10*t13;
    const double t387 = t11*t11 - t12*t18;
    const double t388 = t16*t16 - t17*t19;
    const double t389 = (
        t7*t7 - t8*t8 + t386 + t387 + t386 + t14*t14 - t15*t15 + t388 + t387 + t388 + t20*t20 - t21*t21
    );
    const double t390 = t31*t31 - t32*t35;
    const double t391 = t33*t33 - t34*t46;
    const double t392 = t44*t44 - t45*t47;
    const double t393 = (
        t29*t29 - t30*t30 + t390 + t391 + t390 + t42*t42 - t43*t43 + t392 + t391 + t392 + t54*t54 - t55*t55
    );
    const double t394 = t59*t59 - t60*t63;
    const double t395 = t61*t61 - t62*t68;
    const double t396 = t66*t66 - t67*t69;
    const double t397 = (
        t57*t57 - t58*t58 + t394 + t395 + t394 + t64*t64 - t65*t65 + t396 + t395 + t396 + t70*t70 - t71*t71
    );
    const double t398 = t75*t75 - t76*t79;
    const double t399 = t77*t77 - t78*t84;
    const double t400 = t82*t82 - t83*t85;
    const double t401 = (
        t73*t73 - t74*t74 + t398 + t399 + t398 + t80*t80 - t81*t81 + t400 + t399 + t400 + t86*t86 - t87*t87
    );
    const double t402 = -9.0*t5 + 24.0*lambda - 3.0*t2 + 12.0*t22 + 4.0*t56 + 12.0*t72 + 4.0*t88;
    const double t403 = lambda_mix*lambda_mix;
    const double t404 = (
        t403 + 3.0/8.0*(t2*t2) - 6.0*t389 - 2.0*t393 - 6.0*t397 - 2.0*t401 + t5*(9.0/8.0*t5 + 3.0/4.0*t2)
        + lambda*t402
    );
    const double t405 = 8.0*lambda_theta;
    const double t406 = -6.0*t3;
    const double t407 = t378 + t379 + t405 + 4.0*lambda_mix + t380 + t406 + t381 + t382 + t383 + t384;
    
    dx[0] = -7.0*(g3*t4)*LOOP_FACTOR;
    dx[n] = -19.0/6.0*(g2*t5)*LOOP_FACTOR;
    dx[2*n] = 41.0/6.0*(g1*(g1*g1))*LOOP_FACTOR;
    dx[3*n] = 97.0/3.0*(gX*t6)*LOOP_FACTOR;
    dx[4*n] = (97.0/3.0*epsilon*t6 + g1*(41.0/6.0*g1*epsilon - 32.0/3.0*gX))*LOOP_FACTOR;
    dx[5*n] = (Yu_11_re*t93 - 3.0/2.0*t97 + 3.0/2.0*t115)*LOOP_FACTOR;
    dx[6*n] = (Yu_11_im*t93 - 3.0/2.0*t98 + 3.0/2.0*t116)*LOOP_FACTOR;
    dx[7*n] = (Yu_12_re*t93 - 3.0/2.0*t99 + 3.0/2.0*t117)*LOOP_FACTOR;
    dx[8*n] = (Yu_12_im*t93 - 3.0/2.0*t100 + 3.0/2.0*t118)*LOOP_FACTOR;
    dx[9*n] = t133*LOOP_FACTOR;
    dx[10*n] = t134*LOOP_FACTOR;
    dx[11*n] = (Yu_21_re*t93 - 3.0/2.0*t103 + 3.0/2.0*t121)*LOOP_FACTOR;
    dx[12*n] = (Yu_21_im*t93 - 3.0/2.0*t104 + 3.0/2.0*t122)*LOOP_FACTOR;
    dx[13*n] = (Yu_22_re*t93 - 3.0/2.0*t105 + 3.0/2.0*t123)*LOOP_FACTOR;
    dx[14*n] = (Yu_22_im*t93 - 3.0/2.0*t106 + 3.0/2.0*t124)*LOOP_FACTOR;
    dx[15*n] = t135*LOOP_FACTOR;
    dx[16*n] = t136*LOOP_FACTOR;
    dx[17*n] = t137*LOOP_FACTOR;
    dx[18*n] = t138*LOOP_FACTOR;
    dx[19*n] = t139*LOOP_FACTOR;
    dx[20*n] = t140*LOOP_FACTOR;
    dx[21*n] = t141*LOOP_FACTOR;
    dx[22*n] = t142*LOOP_FACTOR;
    dx[23*n] = (Yd_11_re*t143 + 3.0/2.0*t146 - 3.0/2.0*t164)*LOOP_FACTOR;
    dx[24*n] = (Yd_11_im*t143 + 3.0/2.0*t147 - 3.0/2.0*t165)*LOOP_FACTOR;
    dx[25*n] = (Yd_12_re*t143 + 3.0/2.0*t148 - 3.0/2.0*t166)*LOOP_FACTOR;
    dx[26*n] = (Yd_12_im*t143 + 3.0/2.0*t149 - 3.0/2.0*t167)*LOOP_FACTOR;
    dx[27*n] = t182*LOOP_FACTOR;
    dx[28*n] = t183*LOOP_FACTOR;
    dx[29*n] = (Yd_21_re*t143 + 3.0/2.0*t152 - 3.0/2.0*t170)*LOOP_FACTOR;
    dx[30*n] = (Yd_21_im*t143 + 3.0/2.0*t153 - 3.0/2.0*t171)*LOOP_FACTOR;
    dx[31*n] = (Yd_22_re*t143 + 3.0/2.0*t154 - 3.0/2.0*t172)*LOOP_FACTOR;
    dx[32*n] = (Yd_22_im*t143 + 3.0/2.0*t155 - 3.0/2.0*t173)*LOOP_FACTOR;
    dx[33*n] = t184*LOOP_FACTOR;
    dx[34*n] = t185*LOOP_FACTOR;
    dx[35*n] = t186*LOOP_FACTOR;
    dx[36*n] = t187*LOOP_FACTOR;
    dx[37*n] = t188*LOOP_FACTOR;
    dx[38*n] = t189*LOOP_FACTOR;
    dx[39*n] = t190*LOOP_FACTOR;
    dx[40*n] = t191*LOOP_FACTOR;
    dx[41*n] = (Ye_11_re*t192 + 3.0/2.0*t195 - 3.0/2.0*t213)*LOOP_FACTOR;
    dx[42*n] = (Ye_11_im*t192 + 3.0/2.0*t196 - 3.0/2.0*t214)*LOOP_FACTOR;
    dx[43*n] = t231*LOOP_FACTOR;
    dx[44*n] = t232*LOOP_FACTOR;
    dx[45*n] = (Ye_13_re*t192 + 3.0/2.0*t199 - 3.0/2.0*t217)*LOOP_FACTOR;
    dx[46*n] = (Ye_13_im*t192 + 3.0/2.0*t200 - 3.0/2.0*t218)*LOOP_FACTOR;
    dx[47*n] = t233*LOOP_FACTOR;
    dx[48*n] = t234*LOOP_FACTOR;
    dx[49*n] = t235*LOOP_FACTOR;
    dx[50*n] = t236*LOOP_FACTOR;
    dx[51*n] = t237*LOOP_FACTOR;
    dx[52*n] = t238*LOOP_FACTOR;
    dx[53*n] = (Ye_31_re*t192 + 3.0/2.0*t207 - 3.0/2.0*t225)*LOOP_FACTOR;
    dx[54*n] = (Ye_31_im*t192 + 3.0/2.0*t208 - 3.0/2.0*t226)*LOOP_FACTOR;
    dx[55*n] = t239*LOOP_FACTOR;
    dx[56*n] = t240*LOOP_FACTOR;
    dx[57*n] = (Ye_33_re*t192 + 3.0/2.0*t211 - 3.0/2.0*t229)*LOOP_FACTOR;
    dx[58*n] = (Ye_33_im*t192 + 3.0/2.0*t212 - 3.0/2.0*t230)*LOOP_FACTOR;
    dx[59*n] = (Ynu_11_re*t241 - 3.0/2.0*t244 + 3.0/2.0*t262)*LOOP_FACTOR;
    dx[60*n] = (Ynu_11_im*t241 - 3.0/2.0*t245 + 3.0/2.0*t263)*LOOP_FACTOR;
    dx[61*n] = (Ynu_12_re*t241 - 27.0*Ynu_12_re*t3 - 3.0/2.0*t246 + 3.0/2.0*t264)*LOOP_FACTOR;
    dx[62*n] = (Ynu_12_im*t241 - 27.0*Ynu_12_im*t3 - 3.0/2.0*t247 + 3.0/2.0*t265)*LOOP_FACTOR;
    dx[63*n] = (Ynu_13_re*t241 - 3.0/2.0*t248 + 3.0/2.0*t266)*LOOP_FACTOR;
    dx[64*n] = (Ynu_13_im*t241 - 3.0/2.0*t249 + 3.0/2.0*t267)*LOOP_FACTOR;
    dx[65*n] = t280*LOOP_FACTOR;
    dx[66*n] = t281*LOOP_FACTOR;
    dx[67*n] = t282*LOOP_FACTOR;
    dx[68*n] = t283*LOOP_FACTOR;
    dx[69*n] = t284*LOOP_FACTOR;
    dx[70*n] = t285*LOOP_FACTOR;
    dx[71*n] = (Ynu_31_re*t241 - 3.0/2.0*t256 + 3.0/2.0*t274)*LOOP_FACTOR;
    dx[72*n] = (Ynu_31_im*t241 - 3.0/2.0*t257 + 3.0/2.0*t275)*LOOP_FACTOR;
    dx[73*n] = (Ynu_32_re*t241 - 27.0*Ynu_32_re*t3 - 3.0/2.0*t258 + 3.0/2.0*t276)*LOOP_FACTOR;
    dx[74*n] = (Ynu_32_im*t241 - 27.0*Ynu_32_im*t3 - 3.0/2.0*t259 + 3.0/2.0*t277)*LOOP_FACTOR;
    dx[75*n] = (Ynu_33_re*t241 - 3.0/2.0*t260 + 3.0/2.0*t278)*LOOP_FACTOR;
    dx[76*n] = (Ynu_33_im*t241 - 3.0/2.0*t261 + 3.0/2.0*t279)*LOOP_FACTOR;
    dx[77*n] = (t306 + t339)*LOOP_FACTOR;
    dx[78*n] = (t307 + t340)*LOOP_FACTOR;
    dx[79*n] = (-27.0*MN_12_re*t3 + t308 + t341)*LOOP_FACTOR;
    dx[80*n] = (-27.0*MN_12_im*t3 + t309 + t342)*LOOP_FACTOR;
    dx[81*n] = (t310 + t343)*LOOP_FACTOR;
    dx[82*n] = (t311 + t344)*LOOP_FACTOR;
    dx[83*n] = (-27.0*MN_21_re*t3 + t312 + t345)*LOOP_FACTOR;
    dx[84*n] = (-27.0*MN_21_im*t3 + t313 + t346)*LOOP_FACTOR;
    dx[85*n] = (t286 + t286 + t314 + t347)*LOOP_FACTOR;
    dx[86*n] = (t287 + t287 + t315 + t348)*LOOP_FACTOR;
    dx[87*n] = (-27.0*MN_23_re*t3 + t316 + t349)*LOOP_FACTOR;
    dx[88*n] = (-27.0*MN_23_im*t3 + t317 + t350)*LOOP_FACTOR;
    dx[89*n] = (t318 + t351)*LOOP_FACTOR;
    dx[90*n] = (t319 + t352)*LOOP_FACTOR;
    dx[91*n] = (-27.0*MN_32_re*t3 + t320 + t353)*LOOP_FACTOR;
    dx[92*n] = (-27.0*MN_32_im*t3 + t321 + t354)*LOOP_FACTOR;
    dx[93*n] = (t322 + t355)*LOOP_FACTOR;
    dx[94*n] = (t323 + t356)*LOOP_FACTOR;
    dx[95*n] = t385*LOOP_FACTOR;
    dx[96*n] = t404*LOOP_FACTOR;
    dx[97*n] = (4.0*mH2*lambda_mix + mtheta2*(t405 + t406))*LOOP_FACTOR;
    dx[98*n] = (2.0*t403 + 6.0*(t3*t3) + lambda_theta*(20.0*lambda_theta - 12.0*t3))*LOOP_FACTOR;
    dx[99*n] = (3.0*(t94*t94) + lambda_mix*t407)*LOOP_FACTOR;
}

int malaphoric_beta(const double *x, int loops, double *dx)
{
    return malaphoric_beta_batch(1, x, loops, dx);
}

int malaphoric_beta_batch(size_t points, const double *x, int loops, double *dx)
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

const char *const malaphoric_smeft_inputs[] = {
    "M_X",
    "epsilon",
    "g1",
    "gX",
    "theta_sb",
    NULL
};

const char *const malaphoric_smeft_names[] = {
    "phiBox",
    "phiD",
    "phil1_11",
    "phil1_22",
    "phil1_33",
    "phie_11",
    "phie_22",
    "phie_33",
    "phiq1_11",
    "phiq1_22",
    "phiq1_23",
    "phiq1_33",
    "phiu_11",
    "phiu_22",
    "phiu_33",
    "phid_11",
    "phid_22",
    "phid_33",
    "ll_1111",
    "ll_1122",
    "ll_1133",
    "ll_2222",
    "ll_2233",
    "ll_3333",
    "ee_1111",
    "ee_1122",
    "ee_1133",
    "ee_2222",
    "ee_2233",
    "ee_3333",
    "qq1_1111",
    "qq1_1122",
    "qq1_1123",
    "qq1_1133",
    "qq1_2222",
    "qq1_2223",
    "qq1_2233",
    "qq1_2323",
    "qq1_2332",
    "qq1_2333",
    "qq1_3333",
    "uu_1111",
    "uu_1122",
    "uu_1133",
    "uu_2222",
    "uu_2233",
    "uu_3333",
    "dd_1111",
    "dd_1122",
    "dd_1133",
    "dd_2222",
    "dd_2233",
    "dd_3333",
    "le_1111",
    "le_1122",
    "le_1133",
    "le_2211",
    "le_2222",
    "le_2233",
    "le_3311",
    "le_3322",
    "le_3333",
    "lq1_1111",
    "lq1_1122",
    "lq1_1123",
    "lq1_1133",
    "lq1_2211",
    "lq1_2222",
    "lq1_2223",
    "lq1_2233",
    "lq1_3311",
    "lq1_3322",
    "lq1_3323",
    "lq1_3333",
    "lu_1111",
    "lu_1122",
    "lu_1133",
    "lu_2211",
    "lu_2222",
    "lu_2233",
    "lu_3311",
    "lu_3322",
    "lu_3333",
    "ld_1111",
    "ld_1122",
    "ld_1133",
    "ld_2211",
    "ld_2222",
    "ld_2233",
    "ld_3311",
    "ld_3322",
    "ld_3333",
    "qe_1111",
    "qe_1122",
    "qe_1133",
    "qe_2211",
    "qe_2222",
    "qe_2233",
    "qe_2311",
    "qe_2322",
    "qe_2333",
    "qe_3311",
    "qe_3322",
    "qe_3333",
    "qu1_1111",
    "qu1_1122",
    "qu1_1133",
    "qu1_2211",
    "qu1_2222",
    "qu1_2233",
    "qu1_2311",
    "qu1_2322",
    "qu1_2333",
    "qu1_3311",
    "qu1_3322",
    "qu1_3333",
    "qd1_1111",
    "qd1_1122",
    "qd1_1133",
    "qd1_2211",
    "qd1_2222",
    "qd1_2233",
    "qd1_2311",
    "qd1_2322",
    "qd1_2333",
    "qd1_3311",
    "qd1_3322",
    "qd1_3333",
    "eu_1111",
    "eu_1122",
    "eu_1133",
    "eu_2211",
    "eu_2222",
    "eu_2233",
    "eu_3311",
    "eu_3322",
    "eu_3333",
    "ed_1111",
    "ed_1122",
    "ed_1133",
    "ed_2211",
    "ed_2222",
    "ed_2233",
    "ed_3311",
    "ed_3322",
    "ed_3333",
    "ud1_1111",
    "ud1_1122",
    "ud1_1133",
    "ud1_2211",
    "ud1_2222",
    "ud1_2233",
    "ud1_3311",
    "ud1_3322",
    "ud1_3333",
    NULL
};

void malaphoric_smeft(const double *in, double *out)
{
    const double M_X = in[0];
    const double epsilon = in[1];
    const double g1 = in[2];
    const double gX = in[3];
    const double theta_sb = in[4];
    const double t1 = 1.0/(M_X*M_X);
    const double t2 = epsilon*g1;
    const double t3 = t2*t2;
    const double t4 = -1.0/8.0*t1*t3;
    const double t5 = -1.0/2.0*t1*t3;
    const double t6 = 1.0/4.0*t1*t3;
    const double t7 = -3.0*gX;
    const double t8 = 1.0/2.0*epsilon*g1 + t7;
    const double t9 = t2*t8;
    const double t10 = 1.0/2.0*t1*t3;
    const double t11 = t2 + t7;
    const double t12 = t2*t11;
    const double t13 = -1.0/6.0*epsilon*g1;
    const double t14 = cos(theta_sb);
    const double t15 = t14*t14;
    const double t16 = t13 + gX - gX*t15;
    const double t17 = t2*t16;
    const double t18 = gX*t14*sin(theta_sb);
    const double t19 = t2*t18;
    const double t20 = t13 + gX*t15;
    const double t21 = t2*t20;
    const double t22 = -1.0/3.0*t1*t3;
    const double t23 = -2.0/3.0*epsilon*g1 + gX;
    const double t24 = t2*t23;
    const double t25 = 1.0/6.0*t1*t3;
    const double t26 = 1.0/3.0*epsilon*g1 + gX;
    const double t27 = t2*t26;
    const double t28 = -1.0/2.0*t1*t9;
    const double t29 = -t1*t12;
    const double t30 = t18*t18;
    const double t31 = -2.0/9.0*t1*t3;
    const double t32 = 2.0/3.0*t1*t24;
    const double t33 = -1.0/18.0*t1*t3;
    const double t34 = -1.0/9.0*t1*t3;
    const double t35 = -1.0/3.0*t1*t27;
    const double t36 = -1.0/2.0*t1*t12;
    const double t37 = -t1*t9;
    const double t38 = 1.0/12.0*t1*t3;
    const double t39 = -1.0/2.0*t1*t17;
    const double t40 = 1.0/2.0*t1*t19;
    const double t41 = -1.0/2.0*t1*t21;
    const double t42 = 1.0/3.0*t1*t3;
    const double t43 = -1.0/2.0*t1*t24;
    const double t44 = 2.0/3.0*t1*t9;
    const double t45 = -1.0/6.0*t1*t3;
    const double t46 = -1.0/2.0*t1*t27;
    const double t47 = -1.0/3.0*t1*t9;
    const double t48 = -t1*t17;
    const double t49 = t1*t19;
    const double t50 = -t1*t21;
    const double t51 = 2.0/3.0*t1*t17;
    const double t52 = -2.0/3.0*t1*t19;
    const double t53 = 2.0/3.0*t1*t21;
    const double t54 = 1.0/18.0*t1*t3;
    const double t55 = -1.0/3.0*t1*t17;
    const double t56 = 1.0/3.0*t1*t19;
    const double t57 = -1.0/3.0*t1*t21;
    const double t58 = 2.0/3.0*t1*t3;
    const double t59 = -t1*t24;
    const double t60 = 2.0/3.0*t1*t12;
    const double t61 = -t1*t27;
    const double t62 = -1.0/3.0*t1*t12;
    const double t63 = 2.0/9.0*t1*t3;
    const double t64 = 2.0/3.0*t1*t27;
    const double t65 = -1.0/3.0*t1*t24;
    
    out[0] = t4;
    out[1] = 0.0;
    out[2] = t5;
    out[3] = 0.0;
    out[4] = t6;
    out[5] = 0.0;
    out[6] = 1.0/2.0*t1*t9;
    out[7] = 0.0;
    out[8] = t6;
    out[9] = 0.0;
    out[10] = t10;
    out[11] = 0.0;
    out[12] = 1.0/2.0*t1*t12;
    out[13] = 0.0;
    out[14] = t10;
    out[15] = 0.0;
    out[16] = -1.0/12.0*t1*t3;
    out[17] = 0.0;
    out[18] = 1.0/2.0*t1*t17;
    out[19] = 0.0;
    out[20] = -1.0/2.0*t1*t19;
    out[21] = 0.0;
    out[22] = 1.0/2.0*t1*t21;
    out[23] = 0.0;
    out[24] = t22;
    out[25] = 0.0;
    out[26] = t22;
    out[27] = 0.0;
    out[28] = 1.0/2.0*t1*t24;
    out[29] = 0.0;
    out[30] = t25;
    out[31] = 0.0;
    out[32] = t25;
    out[33] = 0.0;
    out[34] = 1.0/2.0*t1*t27;
    out[35] = 0.0;
    out[36] = t4;
    out[37] = 0.0;
    out[38] = t28;
    out[39] = 0.0;
    out[40] = -1.0/4.0*t1*t3;
    out[41] = 0.0;
    out[42] = -1.0/2.0*t1*(t8*t8);
    out[43] = 0.0;
    out[44] = t28;
    out[45] = 0.0;
    out[46] = t4;
    out[47] = 0.0;
    out[48] = t5;
    out[49] = 0.0;
    out[50] = t29;
    out[51] = 0.0;
    out[52] = -t1*t3;
    out[53] = 0.0;
    out[54] = -1.0/2.0*t1*(t11*t11);
    out[55] = 0.0;
    out[56] = t29;
    out[57] = 0.0;
    out[58] = t5;
    out[59] = 0.0;
    out[60] = -1.0/72.0*t1*t3;
    out[61] = 0.0;
    out[62] = 1.0/6.0*t1*t17;
    out[63] = 0.0;
    out[64] = -1.0/6.0*t1*t19;
    out[65] = 0.0;
    out[66] = 1.0/6.0*t1*t21;
    out[67] = 0.0;
    out[68] = -1.0/2.0*t1*(t16*t16);
    out[69] = 0.0;
    out[70] = t1*(t16*t18);
    out[71] = 0.0;
    out[72] = -t1*(t16*t20);
    out[73] = 0.0;
    out[74] = -1.0/2.0*t1*t30;
    out[75] = 0.0;
    out[76] = -t1*t30;
    out[77] = 0.0;
    out[78] = t1*(t18*t20);
    out[79] = 0.0;
    out[80] = -1.0/2.0*t1*(t20*t20);
    out[81] = 0.0;
    out[82] = t31;
    out[83] = 0.0;
    out[84] = -4.0/9.0*t1*t3;
    out[85] = 0.0;
    out[86] = t32;
    out[87] = 0.0;
    out[88] = t31;
    out[89] = 0.0;
    out[90] = t32;
    out[91] = 0.0;
    out[92] = -1.0/2.0*t1*(t23*t23);
    out[93] = 0.0;
    out[94] = t33;
    out[95] = 0.0;
    out[96] = t34;
    out[97] = 0.0;
    out[98] = t35;
    out[99] = 0.0;
    out[100] = t33;
    out[101] = 0.0;
    out[102] = t35;
    out[103] = 0.0;
    out[104] = -1.0/2.0*t1*(t26*t26);
    out[105] = 0.0;
    out[106] = t5;
    out[107] = 0.0;
    out[108] = t36;
    out[109] = 0.0;
    out[110] = t5;
    out[111] = 0.0;
    out[112] = t37;
    out[113] = 0.0;
    out[114] = -t1*(t8*t11);
    out[115] = 0.0;
    out[116] = t37;
    out[117] = 0.0;
    out[118] = t5;
    out[119] = 0.0;
    out[120] = t36;
    out[121] = 0.0;
    out[122] = t5;
    out[123] = 0.0;
    out[124] = t38;
    out[125] = 0.0;
    out[126] = t39;
    out[127] = 0.0;
    out[128] = t40;
    out[129] = 0.0;
    out[130] = t41;
    out[131] = 0.0;
    out[132] = 1.0/6.0*t1*t9;
    out[133] = 0.0;
    out[134] = -t1*(t8*t16);
    out[135] = 0.0;
    out[136] = t1*(t8*t18);
    out[137] = 0.0;
    out[138] = -t1*(t8*t20);
    out[139] = 0.0;
    out[140] = t38;
    out[141] = 0.0;
    out[142] = t39;
    out[143] = 0.0;
    out[144] = t40;
    out[145] = 0.0;
    out[146] = t41;
    out[147] = 0.0;
    out[148] = t42;
    out[149] = 0.0;
    out[150] = t42;
    out[151] = 0.0;
    out[152] = t43;
    out[153] = 0.0;
    out[154] = t44;
    out[155] = 0.0;
    out[156] = t44;
    out[157] = 0.0;
    out[158] = -t1*(t8*t23);
    out[159] = 0.0;
    out[160] = t42;
    out[161] = 0.0;
    out[162] = t42;
    out[163] = 0.0;
    out[164] = t43;
    out[165] = 0.0;
    out[166] = t45;
    out[167] = 0.0;
    out[168] = t45;
    out[169] = 0.0;
    out[170] = t46;
    out[171] = 0.0;
    out[172] = t47;
    out[173] = 0.0;
    out[174] = t47;
    out[175] = 0.0;
    out[176] = -t1*(t8*t26);
    out[177] = 0.0;
    out[178] = t45;
    out[179] = 0.0;
    out[180] = t45;
    out[181] = 0.0;
    out[182] = t46;
    out[183] = 0.0;
    out[184] = t25;
    out[185] = 0.0;
    out[186] = 1.0/6.0*t1*t12;
    out[187] = 0.0;
    out[188] = t25;
    out[189] = 0.0;
    out[190] = t48;
    out[191] = 0.0;
    out[192] = -t1*(t11*t16);
    out[193] = 0.0;
    out[194] = t48;
    out[195] = 0.0;
    out[196] = t49;
    out[197] = 0.0;
    out[198] = t1*(t11*t18);
    out[199] = 0.0;
    out[200] = t49;
    out[201] = 0.0;
    out[202] = t50;
    out[203] = 0.0;
    out[204] = -t1*(t11*t20);
    out[205] = 0.0;
    out[206] = t50;
    out[207] = 0.0;
    out[208] = t34;
    out[209] = 0.0;
    out[210] = t34;
    out[211] = 0.0;
    out[212] = 1.0/6.0*t1*t24;
    out[213] = 0.0;
    out[214] = t51;
    out[215] = 0.0;
    out[216] = t51;
    out[217] = 0.0;
    out[218] = -t1*(t16*t23);
    out[219] = 0.0;
    out[220] = t52;
    out[221] = 0.0;
    out[222] = t52;
    out[223] = 0.0;
    out[224] = t1*(t18*t23);
    out[225] = 0.0;
    out[226] = t53;
    out[227] = 0.0;
    out[228] = t53;
    out[229] = 0.0;
    out[230] = -t1*(t20*t23);
    out[231] = 0.0;
    out[232] = t54;
    out[233] = 0.0;
    out[234] = t54;
    out[235] = 0.0;
    out[236] = 1.0/6.0*t1*t27;
    out[237] = 0.0;
    out[238] = t55;
    out[239] = 0.0;
    out[240] = t55;
    out[241] = 0.0;
    out[242] = -t1*(t16*t26);
    out[243] = 0.0;
    out[244] = t56;
    out[245] = 0.0;
    out[246] = t56;
    out[247] = 0.0;
    out[248] = t1*(t18*t26);
    out[249] = 0.0;
    out[250] = t57;
    out[251] = 0.0;
    out[252] = t57;
    out[253] = 0.0;
    out[254] = -t1*(t20*t26);
    out[255] = 0.0;
    out[256] = t58;
    out[257] = 0.0;
    out[258] = t58;
    out[259] = 0.0;
    out[260] = t59;
    out[261] = 0.0;
    out[262] = t60;
    out[263] = 0.0;
    out[264] = t60;
    out[265] = 0.0;
    out[266] = -t1*(t11*t23);
    out[267] = 0.0;
    out[268] = t58;
    out[269] = 0.0;
    out[270] = t58;
    out[271] = 0.0;
    out[272] = t59;
    out[273] = 0.0;
    out[274] = t22;
    out[275] = 0.0;
    out[276] = t22;
    out[277] = 0.0;
    out[278] = t61;
    out[279] = 0.0;
    out[280] = t62;
    out[281] = 0.0;
    out[282] = t62;
    out[283] = 0.0;
    out[284] = -t1*(t11*t26);
    out[285] = 0.0;
    out[286] = t22;
    out[287] = 0.0;
    out[288] = t22;
    out[289] = 0.0;
    out[290] = t61;
    out[291] = 0.0;
    out[292] = t63;
    out[293] = 0.0;
    out[294] = t63;
    out[295] = 0.0;
    out[296] = t64;
    out[297] = 0.0;
    out[298] = t63;
    out[299] = 0.0;
    out[300] = t63;
    out[301] = 0.0;
    out[302] = t64;
    out[303] = 0.0;
    out[304] = t65;
    out[305] = 0.0;
    out[306] = t65;
    out[307] = 0.0;
    out[308] = -t1*(t23*t26);
    out[309] = 0.0;
}
