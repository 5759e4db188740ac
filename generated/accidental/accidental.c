/* accidental: Gauged accidental symmetries: see accidental.h for conventions and layout. */
#include "accidental.h"

/* 1/(16 pi^2) */
#define LOOP_FACTOR 0.006332573977646111

const accidental_coupling accidental_couplings[] = {
    {"g3", 0, 1, 1, 0},
    {"g2", 1, 1, 1, 0},
    {"g1", 2, 1, 1, 0},
    {"gX", 3, 1, 1, 0},
    {"m_Q", 4, 1, 1, 1},
    {"Yu", 6, 3, 3, 1},
    {"Yd", 24, 3, 3, 1},
    {"Ye", 42, 3, 3, 1},
    {"YQ", 60, 3, 1, 1},
    {"Ynu", 66, 3, 3, 1},
    {"mH2", 84, 1, 1, 0},
    {"mPhi2", 85, 1, 1, 0},
    {"lambda", 86, 1, 1, 0},
    {"lambda_Phi", 87, 1, 1, 0},
    {"lambda_mix", 88, 1, 1, 0},
    {"a_e", 89, 1, 1, 0},
    {"a_mu", 90, 1, 1, 0},
    {"a_tau", 91, 1, 1, 0},
    {"a_Y", 92, 1, 1, 0},
    {NULL, 0, 0, 0, 0}
};

/* Beta functions up to loop order 1; place i of the state is x[i*n]. */
static inline void beta_1(const double *restrict x, size_t n, double *restrict dx)
{
    const double g3 = x[0];
    const double g2 = x[n];
    const double g1 = x[2*n];
    const double gX = x[3*n];
    const double m_Q_im = x[5*n];
    const double m_Q_re = x[4*n];
    const double Yu_11_im = x[7*n];
    const double Yu_11_re = x[6*n];
    const double Yu_12_im = x[9*n];
    const double Yu_12_re = x[8*n];
    const double Yu_13_im = x[11*n];
    const double Yu_13_re = x[10*n];
    const double Yu_21_im = x[13*n];
    const double Yu_21_re = x[12*n];
    const double Yu_22_im = x[15*n];
    const double Yu_22_re = x[14*n];
    const double Yu_23_im = x[17*n];
    const double Yu_23_re = x[16*n];
    const double Yu_31_im = x[19*n];
    const double Yu_31_re = x[18*n];
    const double Yu_32_im = x[21*n];
    const double Yu_32_re = x[20*n];
    const double Yu_33_im = x[23*n];
    const double Yu_33_re = x[22*n];
    const double Yd_11_im = x[25*n];
    const double Yd_11_re = x[24*n];
    const double Yd_12_im = x[27*n];
    const double Yd_12_re = x[26*n];
    const double Yd_13_im = x[29*n];
    const double Yd_13_re = x[28*n];
    const double Yd_21_im = x[31*n];
    const double Yd_21_re = x[30*n];
    const double Yd_22_im = x[33*n];
    const double Yd_22_re = x[32*n];
    const double Yd_23_im = x[35*n];
    const double Yd_23_re = x[34*n];
    const double Yd_31_im = x[37*n];
    const double Yd_31_re = x[36*n];
    const double Yd_32_im = x[39*n];
    const double Yd_32_re = x[38*n];
    const double Yd_33_im = x[41*n];
    const double Yd_33_re = x[40*n];
    const double Ye_11_im = x[43*n];
    const double Ye_11_re = x[42*n];
    const double Ye_12_im = x[45*n];
    const double Ye_12_re = x[44*n];
    const double Ye_13_im = x[47*n];
    const double Ye_13_re = x[46*n];
    const double Ye_21_im = x[49*n];
    const double Ye_21_re = x[48*n];
    const double Ye_22_im = x[51*n];
    const double Ye_22_re = x[50*n];
    const double Ye_23_im = x[53*n];
    const double Ye_23_re = x[52*n];
    const double Ye_31_im = x[55*n];
    const double Ye_31_re = x[54*n];
    const double Ye_32_im = x[57*n];
    const double Ye_32_re = x[56*n];
    const double Ye_33_im = x[59*n];
    const double Ye_33_re = x[58*n];
    const double YQ_1_im = x[61*n];
    const double YQ_1_re = x[60*n];
    const double YQ_2_im = x[63*n];
    const double YQ_2_re = x[62*n];
    const double YQ_3_im = x[65*n];
    const double YQ_3_re = x[64*n];
    const double Ynu_11_im = x[67*n];
    const double Ynu_11_re = x[66*n];
    const double Ynu_12_im = x[69*n];
    const double Ynu_12_re = x[68*n];
    const double Ynu_13_im = x[71*n];
    const double Ynu_13_re = x[70*n];
    const double Ynu_21_im = x[73*n];
    const double Ynu_21_re = x[72*n];
    const double Ynu_22_im = x[75*n];
    const double Ynu_22_re = x[74*n];
    const double Ynu_23_im = x[77*n];
    const double Ynu_23_re = x[76*n];
    const double Ynu_31_im = x[79*n];
    const double Ynu_31_re = x[78*n];
    const double Ynu_32_im = x[81*n];
    const double Ynu_32_re = x[80*n];
    const double Ynu_33_im = x[83*n];
    const double Ynu_33_re = x[82*n];
    const double mH2 = x[84*n];
    const double mPhi2 = x[85*n];
    const double lambda = x[86*n];
    const double lambda_Phi = x[87*n];
    const double lambda_mix = x[88*n];
    const double a_e = x[89*n];
    const double a_mu = x[90*n];
    const double a_tau = x[91*n];
    const double a_Y = x[92*n];
    const double t1 = g3*g3;
    const double t2 = g2*g2;
    const double t3 = g1*g1;
    const double t4 = gX*gX;
    const double t5 = 64.0/81.0*a_tau;
    const double t6 = -104.0/27.0*a_Y;
    const double t7 = (
        a_Y*(127.0/18.0*a_Y - 8.0/3.0) + a_tau*(248.0/81.0*a_tau + t6 + 16.0/9.0) + a_mu*(248.0/81.0*a_mu + t5
        + t6 + 16.0/9.0) + a_e*(248.0/81.0*a_e + 64.0/81.0*a_mu + t5 + t6 + 16.0/9.0) + 25.0/3.0
    );
    const double t8 = YQ_1_re*YQ_1_re + YQ_1_im*YQ_1_im;
    const double t9 = -YQ_1_im*YQ_1_re + YQ_1_im*YQ_1_re;
    const double t10 = YQ_1_re*YQ_2_re + YQ_1_im*YQ_2_im;
    const double t11 = -YQ_1_re*YQ_2_im + YQ_1_im*YQ_2_re;
    const double t12 = YQ_1_re*YQ_3_re + YQ_1_im*YQ_3_im;
    const double t13 = -YQ_1_re*YQ_3_im + YQ_1_im*YQ_3_re;
    const double t14 = -YQ_1_im*YQ_2_re + YQ_1_re*YQ_2_im;
    const double t15 = YQ_2_re*YQ_2_re + YQ_2_im*YQ_2_im;
    const double t16 = -YQ_2_im*YQ_2_re + YQ_2_im*YQ_2_re;
    const double t17 = YQ_2_re*YQ_3_re + YQ_2_im*YQ_3_im;
    const double t18 = -YQ_2_re*YQ_3_im + YQ_2_im*YQ_3_re;
    const double t19 = -YQ_1_im*YQ_3_re + YQ_1_re*YQ_3_im;
    const double t20 = -YQ_2_im*YQ_3_re + YQ_2_re*YQ_3_im;
    const double t21 = YQ_3_re*YQ_3_re + YQ_3_im*YQ_3_im;
    const double t22 = -YQ_3_im*YQ_3_re + YQ_3_im*YQ_3_re;
    const double t23 = t8 + t15 + t21;
    const double t24 = -2.0/27.0*a_e;
    const double t25 = -4.0/27.0*a_mu;
    const double t26 = -4.0/27.0*a_tau;
    const double t27 = 2.0/9.0*a_Y;
    const double t28 = -2.0/27.0*a_mu;
    const double t29 = -2.0/27.0*a_tau;
    const double t30 = -1.0/6.0*a_Y;
    const double t31 = (
        a_Y*(t30 + 2.0) + a_tau*(t29 + t27 - 4.0/3.0) + a_mu*(t28 + t26 + t27 - 4.0/3.0) + a_e*(t24 + t25 + t26
        + t27 - 4.0/3.0) - 6.0
    );
    const double t32 = -8.0*t1;
    const double t33 = -9.0/2.0*t2;
    const double t34 = -1.0/6.0*t3;
    const double t35 = t32 + t33 + t34 + 1.0/2.0*t23 + t4*t31;
    const double t36 = (
        Yu_11_re*Yu_11_re + Yu_11_im*Yu_11_im + Yu_12_re*Yu_12_re + Yu_12_im*Yu_12_im + Yu_13_re*Yu_13_re
        + Yu_13_im*Yu_13_im
    );
    const double t37 = (
        -Yu_11_im*Yu_11_re + Yu_11_im*Yu_11_re - Yu_12_im*Yu_12_re + Yu_12_im*Yu_12_re - Yu_13_im*Yu_13_re
        + Yu_13_im*Yu_13_re
    );
    const double t38 = (
        Yu_11_re*Yu_21_re + Yu_11_im*Yu_21_im + Yu_12_re*Yu_22_re + Yu_12_im*Yu_22_im + Yu_13_re*Yu_23_re
        + Yu_13_im*Yu_23_im
    );
    const double t39 = (
        -Yu_11_re*Yu_21_im + Yu_11_im*Yu_21_re - Yu_12_re*Yu_22_im + Yu_12_im*Yu_22_re - Yu_13_re*Yu_23_im
        + Yu_13_im*Yu_23_re
    );
    const double t40 = (
        Yu_11_re*Yu_31_re + Yu_11_im*Yu_31_im + Yu_12_re*Yu_32_re + Yu_12_im*Yu_32_im + Yu_13_re*Yu_33_re
        + Yu_13_im*Yu_33_im
    );
    const double t41 = (
        -Yu_11_re*Yu_31_im + Yu_11_im*Yu_31_re - Yu_12_re*Yu_32_im + Yu_12_im*Yu_32_re - Yu_13_re*Yu_33_im
        + Yu_13_im*Yu_33_re
    );
    const double t42 = (
        -Yu_11_im*Yu_21_re + Yu_11_re*Yu_21_im - Yu_12_im*Yu_22_re + Yu_12_re*Yu_22_im - Yu_13_im*Yu_23_re
        + Yu_13_re*Yu_23_im
    );
    const double t43 = (
        Yu_21_re*Yu_21_re + Yu_21_im*Yu_21_im + Yu_22_re*Yu_22_re + Yu_22_im*Yu_22_im + Yu_23_re*Yu_23_re
        + Yu_23_im*Yu_23_im
    );
    const double t44 = (
        -Yu_21_im*Yu_21_re + Yu_21_im*Yu_21_re - Yu_22_im*Yu_22_re + Yu_22_im*Yu_22_re - Yu_23_im*Yu_23_re
        + Yu_23_im*Yu_23_re
    );
    const double t45 = (
        Yu_21_re*Yu_31_re + Yu_21_im*Yu_31_im + Yu_22_re*Yu_32_re + Yu_22_im*Yu_32_im + Yu_23_re*Yu_33_re
        + Yu_23_im*Yu_33_im
    );
    const double t46 = (
        -Yu_21_re*Yu_31_im + Yu_21_im*Yu_31_re - Yu_22_re*Yu_32_im + Yu_22_im*Yu_32_re - Yu_23_re*Yu_33_im
        + Yu_23_im*Yu_33_re
    );
    const double t47 = (
        -Yu_11_im*Yu_31_re + Yu_11_re*Yu_31_im - Yu_12_im*Yu_32_re + Yu_12_re*Yu_32_im - Yu_13_im*Yu_33_re
        + Yu_13_re*Yu_33_im
    );
    const double t48 = (
        -Yu_21_im*Yu_31_re + Yu_21_re*Yu_31_im - Yu_22_im*Yu_32_re + Yu_22_re*Yu_32_im - Yu_23_im*Yu_33_re
        + Yu_23_re*Yu_33_im
    );
    const double t49 = (
        Yu_31_re*Yu_31_re + Yu_31_im*Yu_31_im + Yu_32_re*Yu_32_re + Yu_32_im*Yu_32_im + Yu_33_re*Yu_33_re
        + Yu_33_im*Yu_33_im
    );
    const double t50 = (
        -Yu_31_im*Yu_31_re + Yu_31_im*Yu_31_re - Yu_32_im*Yu_32_re + Yu_32_im*Yu_32_re - Yu_33_im*Yu_33_re
        + Yu_33_im*Yu_33_re
    );
    const double t51 = t36 + t43 + t49;
    const double t52 = (
        Ynu_11_re*Ynu_11_re + Ynu_11_im*Ynu_11_im + Ynu_12_re*Ynu_12_re + Ynu_12_im*Ynu_12_im
        + Ynu_13_re*Ynu_13_re + Ynu_13_im*Ynu_13_im
    );
    const double t53 = (
        -Ynu_11_im*Ynu_11_re + Ynu_11_im*Ynu_11_re - Ynu_12_im*Ynu_12_re + Ynu_12_im*Ynu_12_re
        - Ynu_13_im*Ynu_13_re + Ynu_13_im*Ynu_13_re
    );
    const double t54 = (
        Ynu_11_re*Ynu_21_re + Ynu_11_im*Ynu_21_im + Ynu_12_re*Ynu_22_re + Ynu_12_im*Ynu_22_im
        + Ynu_13_re*Ynu_23_re + Ynu_13_im*Ynu_23_im
    );
    const double t55 = (
        -Ynu_11_re*Ynu_21_im + Ynu_11_im*Ynu_21_re - Ynu_12_re*Ynu_22_im + Ynu_12_im*Ynu_22_re
        - Ynu_13_re*Ynu_23_im + Ynu_13_im*Ynu_23_re
    );
    const double t56 = (
        Ynu_11_re*Ynu_31_re + Ynu_11_im*Ynu_31_im + Ynu_12_re*Ynu_32_re + Ynu_12_im*Ynu_32_im
        + Ynu_13_re*Ynu_33_re + Ynu_13_im*Ynu_33_im
    );
    const double t57 = (
        -Ynu_11_re*Ynu_31_im + Ynu_11_im*Ynu_31_re - Ynu_12_re*Ynu_32_im + Ynu_12_im*Ynu_32_re
        - Ynu_13_re*Ynu_33_im + Ynu_13_im*Ynu_33_re
    );
    const double t58 = (
        -Ynu_11_im*Ynu_21_re + Ynu_11_re*Ynu_21_im - Ynu_12_im*Ynu_22_re + Ynu_12_re*Ynu_22_im
        - Ynu_13_im*Ynu_23_re + Ynu_13_re*Ynu_23_im
    );
    const double t59 = (
        Ynu_21_re*Ynu_21_re + Ynu_21_im*Ynu_21_im + Ynu_22_re*Ynu_22_re + Ynu_22_im*Ynu_22_im
        + Ynu_23_re*Ynu_23_re + Ynu_23_im*Ynu_23_im
    );
    const double t60 = (
        -Ynu_21_im*Ynu_21_re + Ynu_21_im*Ynu_21_re - Ynu_22_im*Ynu_22_re + Ynu_22_im*Ynu_22_re
        - Ynu_23_im*Ynu_23_re + Ynu_23_im*Ynu_23_re
    );
    const double t61 = (
        Ynu_21_re*Ynu_31_re + Ynu_21_im*Ynu_31_im + Ynu_22_re*Ynu_32_re + Ynu_22_im*Ynu_32_im
        + Ynu_23_re*Ynu_33_re + Ynu_23_im*Ynu_33_im
    );
    const double t62 = (
        -Ynu_21_re*Ynu_31_im + Ynu_21_im*Ynu_31_re - Ynu_22_re*Ynu_32_im + Ynu_22_im*Ynu_32_re
        - Ynu_23_re*Ynu_33_im + Ynu_23_im*Ynu_33_re
    );
    const double t63 = (
        -Ynu_11_im*Ynu_31_re + Ynu_11_re*Ynu_31_im - Ynu_12_im*Ynu_32_re + Ynu_12_re*Ynu_32_im
        - Ynu_13_im*Ynu_33_re + Ynu_13_re*Ynu_33_im
    );
    const double t64 = (
        -Ynu_21_im*Ynu_31_re + Ynu_21_re*Ynu_31_im - Ynu_22_im*Ynu_32_re + Ynu_22_re*Ynu_32_im
        - Ynu_23_im*Ynu_33_re + Ynu_23_re*Ynu_33_im
    );
    const double t65 = (
        Ynu_31_re*Ynu_31_re + Ynu_31_im*Ynu_31_im + Ynu_32_re*Ynu_32_re + Ynu_32_im*Ynu_32_im
        + Ynu_33_re*Ynu_33_re + Ynu_33_im*Ynu_33_im
    );
    const double t66 = (
        -Ynu_31_im*Ynu_31_re + Ynu_31_im*Ynu_31_re - Ynu_32_im*Ynu_32_re + Ynu_32_im*Ynu_32_re
        - Ynu_33_im*Ynu_33_re + Ynu_33_im*Ynu_33_re
    );
    const double t67 = t52 + t59 + t65;
    const double t68 = (
        Yd_11_re*Yd_11_re + Yd_11_im*Yd_11_im + Yd_12_re*Yd_12_re + Yd_12_im*Yd_12_im + Yd_13_re*Yd_13_re
        + Yd_13_im*Yd_13_im
    );
    const double t69 = (
        -Yd_11_im*Yd_11_re + Yd_11_im*Yd_11_re - Yd_12_im*Yd_12_re + Yd_12_im*Yd_12_re - Yd_13_im*Yd_13_re
        + Yd_13_im*Yd_13_re
    );
    const double t70 = (
        Yd_11_re*Yd_21_re + Yd_11_im*Yd_21_im + Yd_12_re*Yd_22_re + Yd_12_im*Yd_22_im + Yd_13_re*Yd_23_re
        + Yd_13_im*Yd_23_im
    );
    const double t71 = (
        -Yd_11_re*Yd_21_im + Yd_11_im*Yd_21_re - Yd_12_re*Yd_22_im + Yd_12_im*Yd_22_re - Yd_13_re*Yd_23_im
        + Yd_13_im*Yd_23_re
    );
    const double t72 = (
        Yd_11_re*Yd_31_re + Yd_11_im*Yd_31_im + Yd_12_re*Yd_32_re + Yd_12_im*Yd_32_im + Yd_13_re*Yd_33_re
        + Yd_13_im*Yd_33_im
    );
    const double t73 = (
        -Yd_11_re*Yd_31_im + Yd_11_im*Yd_31_re - Yd_12_re*Yd_32_im + Yd_12_im*Yd_32_re - Yd_13_re*Yd_33_im
        + Yd_13_im*Yd_33_re
    );
    const double t74 = (
        -Yd_11_im*Yd_21_re + Yd_11_re*Yd_21_im - Yd_12_im*Yd_22_re + Yd_12_re*Yd_22_im - Yd_13_im*Yd_23_re
        + Yd_13_re*Yd_23_im
    );
    const double t75 = (
        Yd_21_re*Yd_21_re + Yd_21_im*Yd_21_im + Yd_22_re*Yd_22_re + Yd_22_im*Yd_22_im + Yd_23_re*Yd_23_re
        + Yd_23_im*Yd_23_im
    );
    const double t76 = (
        -Yd_21_im*Yd_21_re + Yd_21_im*Yd_21_re - Yd_22_im*Yd_22_re + Yd_22_im*Yd_22_re - Yd_23_im*Yd_23_re
        + Yd_23_im*Yd_23_re
    );
    const double t77 = (
        Yd_21_re*Yd_31_re + Yd_21_im*Yd_31_im + Yd_22_re*Yd_32_re + Yd_22_im*Yd_32_im + Yd_23_re*Yd_33_re
        + Yd_23_im*Yd_33_im
    );
    const double t78 = (
        -Yd_21_re*Yd_31_im + Yd_21_im*Yd_31_re - Yd_22_re*Yd_32_im + Yd_22_im*Yd_32_re - Yd_23_re*Yd_33_im
        + Yd_23_im*Yd_33_re
    );
    const double t79 = (
        -Yd_11_im*Yd_31_re + Yd_11_re*Yd_31_im - Yd_12_im*Yd_32_re + Yd_12_re*Yd_32_im - Yd_13_im*Yd_33_re
        + Yd_13_re*Yd_33_im
    );
    const double t80 = (
        -Yd_21_im*Yd_31_re + Yd_21_re*Yd_31_im - Yd_22_im*Yd_32_re + Yd_22_re*Yd_32_im - Yd_23_im*Yd_33_re
        + Yd_23_re*Yd_33_im
    );
    const double t81 = (
        Yd_31_re*Yd_31_re + Yd_31_im*Yd_31_im + Yd_32_re*Yd_32_re + Yd_32_im*Yd_32_im + Yd_33_re*Yd_33_re
        + Yd_33_im*Yd_33_im
    );
    const double t82 = (
        -Yd_31_im*Yd_31_re + Yd_31_im*Yd_31_re - Yd_32_im*Yd_32_re + Yd_32_im*Yd_32_re - Yd_33_im*Yd_33_re
        + Yd_33_im*Yd_33_re
    );
    const double t83 = t68 + t75 + t81;
    const double t84 = (
        Ye_11_re*Ye_11_re + Ye_11_im*Ye_11_im + Ye_12_re*Ye_12_re + Ye_12_im*Ye_12_im + Ye_13_re*Ye_13_re
        + Ye_13_im*Ye_13_im
    );
    const double t85 = (
        -Ye_11_im*Ye_11_re + Ye_11_im*Ye_11_re - Ye_12_im*Ye_12_re + Ye_12_im*Ye_12_re - Ye_13_im*Ye_13_re
        + Ye_13_im*Ye_13_re
    );
    const double t86 = (
        Ye_11_re*Ye_21_re + Ye_11_im*Ye_21_im + Ye_12_re*Ye_22_re + Ye_12_im*Ye_22_im + Ye_13_re*Ye_23_re
        + Ye_13_im*Ye_23_im
    );
    const double t87 = (
        -Ye_11_re*Ye_21_im + Ye_11_im*Ye_21_re - Ye_12_re*Ye_22_im + Ye_12_im*Ye_22_re - Ye_13_re*Ye_23_im
        + Ye_13_im*Ye_23_re
    );
    const double t88 = (
        Ye_11_re*Ye_31_re + Ye_11_im*Ye_31_im + Ye_12_re*Ye_32_re + Ye_12_im*Ye_32_im + Ye_13_re*Ye_33_re
        + Ye_13_im*Ye_33_im
    );
    const double t89 = (
        -Ye_11_re*Ye_31_im + Ye_11_im*Ye_31_re - Ye_12_re*Ye_32_im + Ye_12_im*Ye_32_re - Ye_13_re*Ye_33_im
        + Ye_13_im*Ye_33_re
    );
    const double t90 = (
        -Ye_11_im*Ye_21_re + Ye_11_re*Ye_21_im - Ye_12_im*Ye_22_re + Ye_12_re*Ye_22_im - Ye_13_im*Ye_23_re
        + Ye_13_re*Ye_23_im
    );
    const double t91 = (
        Ye_21_re*Ye_21_re + Ye_21_im*Ye_21_im + Ye_22_re*Ye_22_re + Ye_22_im*Ye_22_im + Ye_23_re*Ye_23_re
        + Ye_23_im*Ye_23_im
    );
    const double t92 = (
        -Ye_21_im*Ye_21_re + Ye_21_im*Ye_21_re - Ye_22_im*Ye_22_re + Ye_22_im*Ye_22_re - Ye_23_im*Ye_23_re
        + Ye_23_im*Ye_23_re
    );
    const double t93 = (
        Ye_21_re*Ye_31_re + Ye_21_im*Ye_31_im + Ye_22_re*Ye_32_re + Ye_22_im*Ye_32_im + Ye_23_re*Ye_33_re
        + Ye_23_im*Ye_33_im
    );
    const double t94 = (
        -Ye_21_re*Ye_31_im + Ye_21_im*Ye_31_re - Ye_22_re*Ye_32_im + Ye_22_im*Ye_32_re - Ye_23_re*Ye_33_im
        + Ye_23_im*Ye_33_re
    );
    const double t95 = (
        -Ye_11_im*Ye_31_re + Ye_11_re*Ye_31_im - Ye_12_im*Ye_32_re + Ye_12_re*Ye_32_im - Ye_13_im*Ye_33_re
        + Ye_13_re*Ye_33_im
    );
    const double t96 = (
        -Ye_21_im*Ye_31_re + Ye_21_re*Ye_31_im - Ye_22_im*Ye_32_re + Ye_22_re*Ye_32_im - Ye_23_im*Ye_33_re
        + Ye_23_re*Ye_33_im
    );
    const double t97 = (
        Ye_31_re*Ye_31_re + Ye_31_im*Ye_31_im + Ye_32_re*Ye_32_re + Ye_32_im*Ye_32_im + Ye_33_re*Ye_33_re
        + Ye_33_im*Ye_33_im
    );
    const double t98 = (
        -Ye_31_im*Ye_31_re + Ye_31_im*Ye_31_re - Ye_32_im*Ye_32_re + Ye_32_im*Ye_32_re - Ye_33_im*Ye_33_re
        + Ye_33_im*Ye_33_re
    );
    const double t99 = t84 + t91 + t97;
    const double t100 = 5.0/9.0*a_Y;
    const double t101 = a_Y*a_Y;
    const double t102 = (
        -17.0/12.0*t101 + a_tau*(t29 + t100) + a_mu*(t28 + t26 + t100) + a_e*(t24 + t25 + t26 + t100)
    );
    const double t103 = -9.0/4.0*t2;
    const double t104 = 3.0*t51;
    const double t105 = 3.0*t83;
    const double t106 = t32 + t103 - 17.0/12.0*t3 + t104 + t67 + t105 + t99 + t4*t102;
    const double t107 = Yu_11_re*t8 - Yu_11_im*t9 + Yu_21_re*t10 - Yu_21_im*t11 + Yu_31_re*t12 - Yu_31_im*t13;
    const double t108 = Yu_11_im*t8 + Yu_11_re*t9 + Yu_21_im*t10 + Yu_21_re*t11 + Yu_31_im*t12 + Yu_31_re*t13;
    const double t109 = Yu_12_re*t8 - Yu_12_im*t9 + Yu_22_re*t10 - Yu_22_im*t11 + Yu_32_re*t12 - Yu_32_im*t13;
    const double t110 = Yu_12_im*t8 + Yu_12_re*t9 + Yu_22_im*t10 + Yu_22_re*t11 + Yu_32_im*t12 + Yu_32_re*t13;
    const double t111 = Yu_13_re*t8 - Yu_13_im*t9 + Yu_23_re*t10 - Yu_23_im*t11 + Yu_33_re*t12 - Yu_33_im*t13;
    const double t112 = Yu_13_im*t8 + Yu_13_re*t9 + Yu_23_im*t10 + Yu_23_re*t11 + Yu_33_im*t12 + Yu_33_re*t13;
    const double t113 = Yu_11_re*t10 - Yu_11_im*t14 + Yu_21_re*t15 - Yu_21_im*t16 + Yu_31_re*t17 - Yu_31_im*t18;
    const double t114 = Yu_11_im*t10 + Yu_11_re*t14 + Yu_21_im*t15 + Yu_21_re*t16 + Yu_31_im*t17 + Yu_31_re*t18;
    const double t115 = Yu_12_re*t10 - Yu_12_im*t14 + Yu_22_re*t15 - Yu_22_im*t16 + Yu_32_re*t17 - Yu_32_im*t18;
    const double t116 = Yu_12_im*t10 + Yu_12_re*t14 + Yu_22_im*t15 + Yu_22_re*t16 + Yu_32_im*t17 + Yu_32_re*t18;
    const double t117 = Yu_13_re*t10 - Yu_13_im*t14 + Yu_23_re*t15 - Yu_23_im*t16 + Yu_33_re*t17 - Yu_33_im*t18;
    const double t118 = Yu_13_im*t10 + Yu_13_re*t14 + Yu_23_im*t15 + Yu_23_re*t16 + Yu_33_im*t17 + Yu_33_re*t18;
    const double t119 = Yu_11_re*t12 - Yu_11_im*t19 + Yu_21_re*t17 - Yu_21_im*t20 + Yu_31_re*t21 - Yu_31_im*t22;
    const double t120 = Yu_11_im*t12 + Yu_11_re*t19 + Yu_21_im*t17 + Yu_21_re*t20 + Yu_31_im*t21 + Yu_31_re*t22;
    const double t121 = Yu_12_re*t12 - Yu_12_im*t19 + Yu_22_re*t17 - Yu_22_im*t20 + Yu_32_re*t21 - Yu_32_im*t22;
    const double t122 = Yu_12_im*t12 + Yu_12_re*t19 + Yu_22_im*t17 + Yu_22_re*t20 + Yu_32_im*t21 + Yu_32_re*t22;
    const double t123 = Yu_13_re*t12 - Yu_13_im*t19 + Yu_23_re*t17 - Yu_23_im*t20 + Yu_33_re*t21 - Yu_33_im*t22;
    const double t124 = Yu_13_im*t12 + Yu_13_re*t19 + Yu_23_im*t17 + Yu_23_re*t20 + Yu_33_im*t21 + Yu_33_re*t22;
    const double t125 = Yu_11_re*t68 - Yu_11_im*t69 + Yu_21_re*t70 - Yu_21_im*t71 + Yu_31_re*t72 - Yu_31_im*t73;
    const double t126 = Yu_11_im*t68 + Yu_11_re*t69 + Yu_21_im*t70 + Yu_21_re*t71 + Yu_31_im*t72 + Yu_31_re*t73;
    const double t127 = Yu_12_re*t68 - Yu_12_im*t69 + Yu_22_re*t70 - Yu_22_im*t71 + Yu_32_re*t72 - Yu_32_im*t73;
    const double t128 = Yu_12_im*t68 + Yu_12_re*t69 + Yu_22_im*t70 + Yu_22_re*t71 + Yu_32_im*t72 + Yu_32_re*t73;
    const double t129 = Yu_13_re*t68 - Yu_13_im*t69 + Yu_23_re*t70 - Yu_23_im*t71 + Yu_33_re*t72 - Yu_33_im*t73;
    const double t130 = Yu_13_im*t68 + Yu_13_re*t69 + Yu_23_im*t70 + Yu_23_re*t71 + Yu_33_im*t72 + Yu_33_re*t73;
    const double t131 = Yu_11_re*t70 - Yu_11_im*t74 + Yu_21_re*t75 - Yu_21_im*t76 + Yu_31_re*t77 - Yu_31_im*t78;
    const double t132 = Yu_11_im*t70 + Yu_11_re*t74 + Yu_21_im*t75 + Yu_21_re*t76 + Yu_31_im*t77 + Yu_31_re*t78;
    const double t133 = Yu_12_re*t70 - Yu_12_im*t74 + Yu_22_re*t75 - Yu_22_im*t76 + Yu_32_re*t77 - Yu_32_im*t78;
    const double t134 = Yu_12_im*t70 + Yu_12_re*t74 + Yu_22_im*t75 + Yu_22_re*t76 + Yu_32_im*t77 + Yu_32_re*t78;
    const double t135 = Yu_13_re*t70 - Yu_13_im*t74 + Yu_23_re*t75 - Yu_23_im*t76 + Yu_33_re*t77 - Yu_33_im*t78;
    const double t136 = Yu_13_im*t70 + Yu_13_re*t74 + Yu_23_im*t75 + Yu_23_re*t76 + Yu_33_im*t77 + Yu_33_re*t78;
    const double t137 = Yu_11_re*t72 - Yu_11_im*t79 + Yu_21_re*t77 - Yu_21_im*t80 + Yu_31_re*t81 - Yu_31_im*t82;
    const double t138 = Yu_11_im*t72 + Yu_11_re*t79 + Yu_21_im*t77 + Yu_21_re*t80 + Yu_31_im*t81 + Yu_31_re*t82;
    const double t139 = Yu_12_re*t72 - Yu_12_im*t79 + Yu_22_re*t77 - Yu_22_im*t80 + Yu_32_re*t81 - Yu_32_im*t82;
    const double t140 = Yu_12_im*t72 + Yu_12_re*t79 + Yu_22_im*t77 + Yu_22_re*t80 + Yu_32_im*t81 + Yu_32_re*t82;
    const double t141 = Yu_13_re*t72 - Yu_13_im*t79 + Yu_23_re*t77 - Yu_23_im*t80 + Yu_33_re*t81 - Yu_33_im*t82;
    const double t142 = Yu_13_im*t72 + Yu_13_re*t79 + Yu_23_im*t77 + Yu_23_re*t80 + Yu_33_im*t81 + Yu_33_re*t82;
    const double t143 = Yu_11_re*t36 - Yu_11_im*t37 + Yu_21_re*t38 - Yu_21_im*t39 + Yu_31_re*t40 - Yu_31_im*t41;
    const double t144 = Yu_11_im*t36 + Yu_11_re*t37 + Yu_21_im*t38 + Yu_21_re*t39 + Yu_31_im*t40 + Yu_31_re*t41;
    const double t145 = Yu_12_re*t36 - Yu_12_im*t37 + Yu_22_re*t38 - Yu_22_im*t39 + Yu_32_re*t40 - Yu_32_im*t41;
    const double t146 = Yu_12_im*t36 + Yu_12_re*t37 + Yu_22_im*t38 + Yu_22_re*t39 + Yu_32_im*t40 + Yu_32_re*t41;
    const double t147 = Yu_13_re*t36 - Yu_13_im*t37 + Yu_23_re*t38 - Yu_23_im*t39 + Yu_33_re*t40 - Yu_33_im*t41;
    const double t148 = Yu_13_im*t36 + Yu_13_re*t37 + Yu_23_im*t38 + Yu_23_re*t39 + Yu_33_im*t40 + Yu_33_re*t41;
    const double t149 = Yu_11_re*t38 - Yu_11_im*t42 + Yu_21_re*t43 - Yu_21_im*t44 + Yu_31_re*t45 - Yu_31_im*t46;
    const double t150 = Yu_11_im*t38 + Yu_11_re*t42 + Yu_21_im*t43 + Yu_21_re*t44 + Yu_31_im*t45 + Yu_31_re*t46;
    const double t151 = Yu_12_re*t38 - Yu_12_im*t42 + Yu_22_re*t43 - Yu_22_im*t44 + Yu_32_re*t45 - Yu_32_im*t46;
    const double t152 = Yu_12_im*t38 + Yu_12_re*t42 + Yu_22_im*t43 + Yu_22_re*t44 + Yu_32_im*t45 + Yu_32_re*t46;
    const double t153 = Yu_13_re*t38 - Yu_13_im*t42 + Yu_23_re*t43 - Yu_23_im*t44 + Yu_33_re*t45 - Yu_33_im*t46;
    const double t154 = Yu_13_im*t38 + Yu_13_re*t42 + Yu_23_im*t43 + Yu_23_re*t44 + Yu_33_im*t45 + Yu_33_re*t46;
    const double t155 = Yu_11_re*t40 - Yu_11_im*t47 + Yu_21_re*t45 - Yu_21_im*t48 + Yu_31_re*t49 - Yu_31_im*t50;
    const double t156 = Yu_11_im*t40 + Yu_11_re*t47 + Yu_21_im*t45 + Yu_21_re*t48 + Yu_31_im*t49 + Yu_31_re*t50;
    const double t157 = Yu_12_re*t40 - Yu_12_im*t47 + Yu_22_re*t45 - Yu_22_im*t48 + Yu_32_re*t49 - Yu_32_im*t50;
    const double t158 = Yu_12_im*t40 + Yu_12_re*t47 + Yu_22_im*t45 + Yu_22_re*t48 + Yu_32_im*t49 + Yu_32_re*t50;
    const double t159 = Yu_13_re*t40 - Yu_13_im*t47 + Yu_23_re*t45 - Yu_23_im*t48 + Yu_33_re*t49 - Yu_33_im*t50;
    const double t160 = Yu_13_im*t40 + Yu_13_re*t47 + Yu_23_im*t45 + Yu_23_re*t48 + Yu_33_im*t49 + Yu_33_re*t50;
    const double t161 = -1.0/9.0*a_Y;
    const double t162 = (
        -5.0/12.0*t101 + a_tau*(t29 + t161) + a_mu*(t28 + t26 + t161) + a_e*(t24 + t25 + t26 + t161)
    );
    const double t163 = t32 + t103 - 5.0/12.0*t3 + t104 + t67 + t105 + t99 + t4*t162;
    const double t164 = Yd_11_re*t8 - Yd_11_im*t9 + Yd_21_re*t10 - Yd_21_im*t11 + Yd_31_re*t12 - Yd_31_im*t13;
    const double t165 = Yd_11_im*t8 + Yd_11_re*t9 + Yd_21_im*t10 + Yd_21_re*t11 + Yd_31_im*t12 + Yd_31_re*t13;
    const double t166 = Yd_12_re*t8 - Yd_12_im*t9 + Yd_22_re*t10 - Yd_22_im*t11 + Yd_32_re*t12 - Yd_32_im*t13;
    const double t167 = Yd_12_im*t8 + Yd_12_re*t9 + Yd_22_im*t10 + Yd_22_re*t11 + Yd_32_im*t12 + Yd_32_re*t13;
    const double t168 = Yd_13_re*t8 - Yd_13_im*t9 + Yd_23_re*t10 - Yd_23_im*t11 + Yd_33_re*t12 - Yd_33_im*t13;
    const double t169 = Yd_13_im*t8 + Yd_13_re*t9 + Yd_23_im*t10 + Yd_23_re*t11 + Yd_33_im*t12 + Yd_33_re*t13;
    const double t170 = Yd_11_re*t10 - Yd_11_im*t14 + Yd_21_re*t15 - Yd_21_im*t16 + Yd_31_re*t17 - Yd_31_im*t18;
    const double t171 = Yd_11_im*t10 + Yd_11_re*t14 + Yd_21_im*t15 + Yd_21_re*t16 + Yd_31_im*t17 + Yd_31_re*t18;
    const double t172 = Yd_12_re*t10 - Yd_12_im*t14 + Yd_22_re*t15 - Yd_22_im*t16 + Yd_32_re*t17 - Yd_32_im*t18;
    const double t173 = Yd_12_im*t10 + Yd_12_re*t14 + Yd_22_im*t15 + Yd_22_re*t16 + Yd_32_im*t17 + Yd_32_re*t18;
    const double t174 = Yd_13_re*t10 - Yd_13_im*t14 + Yd_23_re*t15 - Yd_23_im*t16 + Yd_33_re*t17 - Yd_33_im*t18;
    const double t175 = Yd_13_im*t10 + Yd_13_re*t14 + Yd_23_im*t15 + Yd_23_re*t16 + Yd_33_im*t17 + Yd_33_re*t18;
    const double t176 = Yd_11_re*t12 - Yd_11_im*t19 + Yd_21_re*t17 - Yd_21_im*t20 + Yd_31_re*t21 - Yd_31_im*t22;
    const double t177 = Yd_11_im*t12 + Yd_11_re*t19 + Yd_21_im*t17 + Yd_21_re*t20 + Yd_31_im*t21 + Yd_31_re*t22;
    const double t178 = Yd_12_re*t12 - Yd_12_im*t19 + Yd_22_re*t17 - Yd_22_im*t20 + Yd_32_re*t21 - Yd_32_im*t22;
    const double t179 = Yd_12_im*t12 + Yd_12_re*t19 + Yd_22_im*t17 + Yd_22_re*t20 + Yd_32_im*t21 + Yd_32_re*t22;
    const double t180 = Yd_13_re*t12 - Yd_13_im*t19 + Yd_23_re*t17 - Yd_23_im*t20 + Yd_33_re*t21 - Yd_33_im*t22;
    const double t181 = Yd_13_im*t12 + Yd_13_re*t19 + Yd_23_im*t17 + Yd_23_re*t20 + Yd_33_im*t21 + Yd_33_re*t22;
    const double t182 = Yd_11_re*t68 - Yd_11_im*t69 + Yd_21_re*t70 - Yd_21_im*t71 + Yd_31_re*t72 - Yd_31_im*t73;
    const double t183 = Yd_11_im*t68 + Yd_11_re*t69 + Yd_21_im*t70 + Yd_21_re*t71 + Yd_31_im*t72 + Yd_31_re*t73;
    const double t184 = Yd_12_re*t68 - Yd_12_im*t69 + Yd_22_re*t70 - Yd_22_im*t71 + Yd_32_re*t72 - Yd_32_im*t73;
    const double t185 = Yd_12_im*t68 + Yd_12_re*t69 + Yd_22_im*t70 + Yd_22_re*t71 + Yd_32_im*t72 + Yd_32_re*t73;
    const double t186 = Yd_13_re*t68 - Yd_13_im*t69 + Yd_23_re*t70 - Yd_23_im*t71 + Yd_33_re*t72 - Yd_33_im*t73;
    const double t187 = Yd_13_im*t68 + Yd_13_re*t69 + Yd_23_im*t70 + Yd_23_re*t71 + Yd_33_im*t72 + Yd_33_re*t73;
    const double t188 = Yd_11_re*t70 - Yd_11_im*t74 + Yd_21_re*t75 - Yd_21_im*t76 + Yd_31_re*t77 - Yd_31_im*t78;
    const double t189 = Yd_11_im*t70 + Yd_11_re*t74 + Yd_21_im*t75 + Yd_21_re*t76 + Yd_31_im*t77 + Yd_31_re*t78;
    const double t190 = Yd_12_re*t70 - Yd_12_im*t74 + Yd_22_re*t75 - Yd_22_im*t76 + Yd_32_re*t77 - Yd_32_im*t78;
    const double t191 = Yd_12_im*t70 + Yd_12_re*t74 + Yd_22_im*t75 + Yd_22_re*t76 + Yd_32_im*t77 + Yd_32_re*t78;
    const double t192 = Yd_13_re*t70 - Yd_13_im*t74 + Yd_23_re*t75 - Yd_23_im*t76 + Yd_33_re*t77 - Yd_33_im*t78;
    const double t193 = Yd_13_im*t70 + Yd_13_re*t74 + Yd_23_im*t75 + Yd_23_re*t76 + Yd_33_im*t77 + Yd_33_re*t78;
    const double t194 = Yd_11_re*t72 - Yd_11_im*t79 + Yd_21_re*t77 - Yd_21_im*t80 + Yd_31_re*t81 - Yd_31_im*t82;
    const double t195 = Yd_11_im*t72 + Yd_11_re*t79 + Yd_21_im*t77 + Yd_21_re*t80 + Yd_31_im*t81 + Yd_31_re*t82;
    const double t196 = Yd_12_re*t72 - Yd_12_im*t79 + Yd_22_re*t77 - Yd_22_im*t80 + Yd_32_re*t81 - Yd_32_im*t82;
    const double t197 = Yd_12_im*t72 + Yd_12_re*t79 + Yd_22_im*t77 + Yd_22_re*t80 + Yd_32_im*t81 + Yd_32_re*t82;
    const double t198 = Yd_13_re*t72 - Yd_13_im*t79 + Yd_23_re*t77 - Yd_23_im*t80 + Yd_33_re*t81 - Yd_33_im*t82;
    const double t199 = Yd_13_im*t72 + Yd_13_re*t79 + Yd_23_im*t77 + Yd_23_re*t80 + Yd_33_im*t81 + Yd_33_re*t82;
    const double t200 = Yd_11_re*t36 - Yd_11_im*t37 + Yd_21_re*t38 - Yd_21_im*t39 + Yd_31_re*t40 - Yd_31_im*t41;
    const double t201 = Yd_11_im*t36 + Yd_11_re*t37 + Yd_21_im*t38 + Yd_21_re*t39 + Yd_31_im*t40 + Yd_31_re*t41;
    const double t202 = Yd_12_re*t36 - Yd_12_im*t37 + Yd_22_re*t38 - Yd_22_im*t39 + Yd_32_re*t40 - Yd_32_im*t41;
    const double t203 = Yd_12_im*t36 + Yd_12_re*t37 + Yd_22_im*t38 + Yd_22_re*t39 + Yd_32_im*t40 + Yd_32_re*t41;
    const double t204 = Yd_13_re*t36 - Yd_13_im*t37 + Yd_23_re*t38 - Yd_23_im*t39 + Yd_33_re*t40 - Yd_33_im*t41;
    const double t205 = Yd_13_im*t36 + Yd_13_re*t37 + Yd_23_im*t38 + Yd_23_re*t39 + Yd_33_im*t40 + Yd_33_re*t41;
    const double t206 = Yd_11_re*t38 - Yd_11_im*t42 + Yd_21_re*t43 - Yd_21_im*t44 + Yd_31_re*t45 - Yd_31_im*t46;
    const double t207 = Yd_11_im*t38 + Yd_11_re*t42 + Yd_21_im*t43 + Yd_21_re*t44 + Yd_31_im*t45 + Yd_31_re*t46;
    const double t208 = Yd_12_re*t38 - Yd_12_im*t42 + Yd_22_re*t43 - Yd_22_im*t44 + Yd_32_re*t45 - Yd_32_im*t46;
    const double t209 = Yd_12_im*t38 + Yd_12_re*t42 + Yd_22_im*t43 + Yd_22_re*t44 + Yd_32_im*t45 + Yd_32_re*t46;
    const double t210 = Yd_13_re*t38 - Yd_13_im*t42 + Yd_23_re*t43 - Yd_23_im*t44 + Yd_33_re*t45 - Yd_33_im*t46;
    const double t211 = Yd_13_im*t38 + Yd_13_re*t42 + Yd_23_im*t43 + Yd_23_re*t44 + Yd_33_im*t45 + Yd_33_re*t46;
    const double t212 = Yd_11_re*t40 - Yd_11_im*t47 + Yd_21_re*t45 - Yd_21_im*t48 + Yd_31_re*t49 - Yd_31_im*t50;
    const double t213 = Yd_11_im*t40 + Yd_11_re*t47 + Yd_21_im*t45 + Yd_21_re*t48 + Yd_31_im*t49 + Yd_31_re*t50;
    const double t214 = Yd_12_re*t40 - Yd_12_im*t47 + Yd_22_re*t45 - Yd_22_im*t48 + Yd_32_re*t49 - Yd_32_im*t50;
    const double t215 = Yd_12_im*t40 + Yd_12_re*t47 + Yd_22_im*t45 + Yd_22_re*t48 + Yd_32_im*t49 + Yd_32_re*t50;
    const double t216 = Yd_13_re*t40 - Yd_13_im*t47 + Yd_23_re*t45 - Yd_23_im*t48 + Yd_33_re*t49 - Yd_33_im*t50;
    const double t217 = Yd_13_im*t40 + Yd_13_re*t47 + Yd_23_im*t45 + Yd_23_re*t48 + Yd_33_im*t49 + Yd_33_re*t50;
    const double t218 = t103 - 15.0/4.0*t3 + t104 + t67 + t105 + t99;
    const double t219 = -a_Y;
    const double t220 = 1.0/4.0*t101;
    const double t221 = t220 + a_e*(a_e + t219);
    const double t222 = t220 + a_mu*(a_mu + t219);
    const double t223 = t220 + a_tau*(a_tau + t219);
    const double t224 = -2.0*a_Y;
    const double t225 = t101 + a_e*(a_e + t224);
    const double t226 = t101 + a_mu*(a_mu + t224);
    const double t227 = t101 + a_tau*(a_tau + t224);
    const double t228 = Ye_11_re*t84 - Ye_11_im*t85 + Ye_21_re*t86 - Ye_21_im*t87 + Ye_31_re*t88 - Ye_31_im*t89;
    const double t229 = Ye_11_im*t84 + Ye_11_re*t85 + Ye_21_im*t86 + Ye_21_re*t87 + Ye_31_im*t88 + Ye_31_re*t89;
    const double t230 = Ye_12_re*t84 - Ye_12_im*t85 + Ye_22_re*t86 - Ye_22_im*t87 + Ye_32_re*t88 - Ye_32_im*t89;
    const double t231 = Ye_12_im*t84 + Ye_12_re*t85 + Ye_22_im*t86 + Ye_22_re*t87 + Ye_32_im*t88 + Ye_32_re*t89;
    const double t232 = Ye_13_re*t84 - Ye_13_im*t85 + Ye_23_re*t86 - Ye_23_im*t87 + Ye_33_re*t88 - Ye_33_im*t89;
    const double t233 = Ye_13_im*t84 + Ye_13_re*t85 + Ye_23_im*t86 + Ye_23_re*t87 + Ye_33_im*t88 + Ye_33_re*t89;
    const double t234 = Ye_11_re*t86 - Ye_11_im*t90 + Ye_21_re*t91 - Ye_21_im*t92 + Ye_31_re*t93 - Ye_31_im*t94;
    const double t235 = Ye_11_im*t86 + Ye_11_re*t90 + Ye_21_im*t91 + Ye_21_re*t92 + Ye_31_im*t93 + Ye_31_re*t94;
    const double t236 = Ye_12_re*t86 - Ye_12_im*t90 + Ye_22_re*t91 - Ye_22_im*t92 + Ye_32_re*t93 - Ye_32_im*t94;
    const double t237 = Ye_12_im*t86 + Ye_12_re*t90 + Ye_22_im*t91 + Ye_22_re*t92 + Ye_32_im*t93 + Ye_32_re*t94;
    const double t238 = Ye_13_re*t86 - Ye_13_im*t90 + Ye_23_re*t91 - Ye_23_im*t92 + Ye_33_re*t93 - Ye_33_im*t94;
    const double t239 = Ye_13_im*t86 + Ye_13_re*t90 + Ye_23_im*t91 + Ye_23_re*t92 + Ye_33_im*t93 + Ye_33_re*t94;
    const double t240 = Ye_11_re*t88 - Ye_11_im*t95 + Ye_21_re*t93 - Ye_21_im*t96 + Ye_31_re*t97 - Ye_31_im*t98;
    const double t241 = Ye_11_im*t88 + Ye_11_re*t95 + Ye_21_im*t93 + Ye_21_re*t96 + Ye_31_im*t97 + Ye_31_re*t98;
    const double t242 = Ye_12_re*t88 - Ye_12_im*t95 + Ye_22_re*t93 - Ye_22_im*t96 + Ye_32_re*t97 - Ye_32_im*t98;
    const double t243 = Ye_12_im*t88 + Ye_12_re*t95 + Ye_22_im*t93 + Ye_22_re*t96 + Ye_32_im*t97 + Ye_32_re*t98;
    const double t244 = Ye_13_re*t88 - Ye_13_im*t95 + Ye_23_re*t93 - Ye_23_im*t96 + Ye_33_re*t97 - Ye_33_im*t98;
    const double t245 = Ye_13_im*t88 + Ye_13_re*t95 + Ye_23_im*t93 + Ye_23_re*t96 + Ye_33_im*t97 + Ye_33_re*t98;
    const double t246 = Ye_11_re*t52 - Ye_11_im*t53 + Ye_21_re*t54 - Ye_21_im*t55 + Ye_31_re*t56 - Ye_31_im*t57;
    const double t247 = Ye_11_im*t52 + Ye_11_re*t53 + Ye_21_im*t54 + Ye_21_re*t55 + Ye_31_im*t56 + Ye_31_re*t57;
    const double t248 = Ye_12_re*t52 - Ye_12_im*t53 + Ye_22_re*t54 - Ye_22_im*t55 + Ye_32_re*t56 - Ye_32_im*t57;
    const double t249 = Ye_12_im*t52 + Ye_12_re*t53 + Ye_22_im*t54 + Ye_22_re*t55 + Ye_32_im*t56 + Ye_32_re*t57;
    const double t250 = Ye_13_re*t52 - Ye_13_im*t53 + Ye_23_re*t54 - Ye_23_im*t55 + Ye_33_re*t56 - Ye_33_im*t57;
    const double t251 = Ye_13_im*t52 + Ye_13_re*t53 + Ye_23_im*t54 + Ye_23_re*t55 + Ye_33_im*t56 + Ye_33_re*t57;
    const double t252 = Ye_11_re*t54 - Ye_11_im*t58 + Ye_21_re*t59 - Ye_21_im*t60 + Ye_31_re*t61 - Ye_31_im*t62;
    const double t253 = Ye_11_im*t54 + Ye_11_re*t58 + Ye_21_im*t59 + Ye_21_re*t60 + Ye_31_im*t61 + Ye_31_re*t62;
    const double t254 = Ye_12_re*t54 - Ye_12_im*t58 + Ye_22_re*t59 - Ye_22_im*t60 + Ye_32_re*t61 - Ye_32_im*t62;
    const double t255 = Ye_12_im*t54 + Ye_12_re*t58 + Ye_22_im*t59 + Ye_22_re*t60 + Ye_32_im*t61 + Ye_32_re*t62;
    const double t256 = Ye_13_re*t54 - Ye_13_im*t58 + Ye_23_re*t59 - Ye_23_im*t60 + Ye_33_re*t61 - Ye_33_im*t62;
    const double t257 = Ye_13_im*t54 + Ye_13_re*t58 + Ye_23_im*t59 + Ye_23_re*t60 + Ye_33_im*t61 + Ye_33_re*t62;
    const double t258 = Ye_11_re*t56 - Ye_11_im*t63 + Ye_21_re*t61 - Ye_21_im*t64 + Ye_31_re*t65 - Ye_31_im*t66;
    const double t259 = Ye_11_im*t56 + Ye_11_re*t63 + Ye_21_im*t61 + Ye_21_re*t64 + Ye_31_im*t65 + Ye_31_re*t66;
    const double t260 = Ye_12_re*t56 - Ye_12_im*t63 + Ye_22_re*t61 - Ye_22_im*t64 + Ye_32_re*t65 - Ye_32_im*t66;
    const double t261 = Ye_12_im*t56 + Ye_12_re*t63 + Ye_22_im*t61 + Ye_22_re*t64 + Ye_32_im*t65 + Ye_32_re*t66;
    const double t262 = Ye_13_re*t56 - Ye_13_im*t63 + Ye_23_re*t61 - Ye_23_im*t64 + Ye_33_re*t65 - Ye_33_im*t66;
    const double t263 = Ye_13_im*t56 + Ye_13_re*t63 + Ye_23_im*t61 + Ye_23_re*t64 + Ye_33_im*t65 + Ye_33_re*t66;
    const double t264 = (
        Ye_11_re*t218 - 3.0*t4*(Ye_11_re*t221) - 3.0*t4*(Ye_11_re*t225) + 3.0/2.0*t228 - 3.0/2.0*t246
    );
    const double t265 = (
        Ye_11_im*t218 - 3.0*t4*(Ye_11_im*t221) - 3.0*t4*(Ye_11_im*t225) + 3.0/2.0*t229 - 3.0/2.0*t247
    );
    const double t266 = (
        Ye_12_re*t218 - 3.0*t4*(Ye_12_re*t221) - 3.0*t4*(Ye_12_re*t226) + 3.0/2.0*t230 - 3.0/2.0*t248
    );
    const double t267 = (
        Ye_12_im*t218 - 3.0*t4*(Ye_12_im*t221) - 3.0*t4*(Ye_12_im*t226) + 3.0/2.0*t231 - 3.0/2.0*t249
    );
    const double t268 = (
        Ye_13_re*t218 - 3.0*t4*(Ye_13_re*t221) - 3.0*t4*(Ye_13_re*t227) + 3.0/2.0*t232 - 3.0/2.0*t250
    );
    const double t269 = (
        Ye_13_im*t218 - 3.0*t4*(Ye_13_im*t221) - 3.0*t4*(Ye_13_im*t227) + 3.0/2.0*t233 - 3.0/2.0*t251
    );
    const double t270 = (
        Ye_21_re*t218 - 3.0*t4*(Ye_21_re*t222) - 3.0*t4*(Ye_21_re*t225) + 3.0/2.0*t234 - 3.0/2.0*t252
    );
    const double t271 = (
        Ye_21_im*t218 - 3.0*t4*(Ye_21_im*t222) - 3.0*t4*(Ye_21_im*t225) + 3.0/2.0*t235 - 3.0/2.0*t253
    );
    const double t272 = (
        Ye_22_re*t218 - 3.0*t4*(Ye_22_re*t222) - 3.0*t4*(Ye_22_re*t226) + 3.0/2.0*t236 - 3.0/2.0*t254
    );
    const double t273 = (
        Ye_22_im*t218 - 3.0*t4*(Ye_22_im*t222) - 3.0*t4*(Ye_22_im*t226) + 3.0/2.0*t237 - 3.0/2.0*t255
    );
    const double t274 = (
        Ye_23_re*t218 - 3.0*t4*(Ye_23_re*t222) - 3.0*t4*(Ye_23_re*t227) + 3.0/2.0*t238 - 3.0/2.0*t256
    );
    const double t275 = (
        Ye_23_im*t218 - 3.0*t4*(Ye_23_im*t222) - 3.0*t4*(Ye_23_im*t227) + 3.0/2.0*t239 - 3.0/2.0*t257
    );
    const double t276 = (
        Ye_31_re*t218 - 3.0*t4*(Ye_31_re*t223) - 3.0*t4*(Ye_31_re*t225) + 3.0/2.0*t240 - 3.0/2.0*t258
    );
    const double t277 = (
        Ye_31_im*t218 - 3.0*t4*(Ye_31_im*t223) - 3.0*t4*(Ye_31_im*t225) + 3.0/2.0*t241 - 3.0/2.0*t259
    );
    const double t278 = (
        Ye_32_re*t218 - 3.0*t4*(Ye_32_re*t223) - 3.0*t4*(Ye_32_re*t226) + 3.0/2.0*t242 - 3.0/2.0*t260
    );
    const double t279 = (
        Ye_32_im*t218 - 3.0*t4*(Ye_32_im*t223) - 3.0*t4*(Ye_32_im*t226) + 3.0/2.0*t243 - 3.0/2.0*t261
    );
    const double t280 = (
        Ye_33_re*t218 - 3.0*t4*(Ye_33_re*t223) - 3.0*t4*(Ye_33_re*t227) + 3.0/2.0*t244 - 3.0/2.0*t262
    );
    const double t281 = (
        Ye_33_im*t218 - 3.0*t4*(Ye_33_im*t223) - 3.0*t4*(Ye_33_im*t227) + 3.0/2.0*t245 - 3.0/2.0*t263
    );
    const double t282 = (
        a_Y*(t30 + 1.0) + a_tau*(t29 + t27 - 2.0/3.0) + a_mu*(t28 + t26 + t27 - 2.0/3.0) + a_e*(t24 + t25 + t26
        + t27 - 2.0/3.0) - 3.0
    );
    const double t283 = t32 + t33 + t34 + 13.0/2.0*t23 + t4*t282;
    const double t284 = YQ_1_re*t8 - YQ_1_im*t9 + YQ_2_re*t10 - YQ_2_im*t11 + YQ_3_re*t12 - YQ_3_im*t13;
    const double t285 = YQ_1_im*t8 + YQ_1_re*t9 + YQ_2_im*t10 + YQ_2_re*t11 + YQ_3_im*t12 + YQ_3_re*t13;
    const double t286 = YQ_1_re*t10 - YQ_1_im*t14 + YQ_2_re*t15 - YQ_2_im*t16 + YQ_3_re*t17 - YQ_3_im*t18;
    const double t287 = YQ_1_im*t10 + YQ_1_re*t14 + YQ_2_im*t15 + YQ_2_re*t16 + YQ_3_im*t17 + YQ_3_re*t18;
    const double t288 = YQ_1_re*t12 - YQ_1_im*t19 + YQ_2_re*t17 - YQ_2_im*t20 + YQ_3_re*t21 - YQ_3_im*t22;
    const double t289 = YQ_1_im*t12 + YQ_1_re*t19 + YQ_2_im*t17 + YQ_2_re*t20 + YQ_3_im*t21 + YQ_3_re*t22;
    const double t290 = YQ_1_re*t68 - YQ_1_im*t69 + YQ_2_re*t70 - YQ_2_im*t71 + YQ_3_re*t72 - YQ_3_im*t73;
    const double t291 = YQ_1_im*t68 + YQ_1_re*t69 + YQ_2_im*t70 + YQ_2_re*t71 + YQ_3_im*t72 + YQ_3_re*t73;
    const double t292 = YQ_1_re*t70 - YQ_1_im*t74 + YQ_2_re*t75 - YQ_2_im*t76 + YQ_3_re*t77 - YQ_3_im*t78;
    const double t293 = YQ_1_im*t70 + YQ_1_re*t74 + YQ_2_im*t75 + YQ_2_re*t76 + YQ_3_im*t77 + YQ_3_re*t78;
    const double t294 = YQ_1_re*t72 - YQ_1_im*t79 + YQ_2_re*t77 - YQ_2_im*t80 + YQ_3_re*t81 - YQ_3_im*t82;
    const double t295 = YQ_1_im*t72 + YQ_1_re*t79 + YQ_2_im*t77 + YQ_2_re*t80 + YQ_3_im*t81 + YQ_3_re*t82;
    const double t296 = YQ_1_re*t36 - YQ_1_im*t37 + YQ_2_re*t38 - YQ_2_im*t39 + YQ_3_re*t40 - YQ_3_im*t41;
    const double t297 = YQ_1_im*t36 + YQ_1_re*t37 + YQ_2_im*t38 + YQ_2_re*t39 + YQ_3_im*t40 + YQ_3_re*t41;
    const double t298 = YQ_1_re*t38 - YQ_1_im*t42 + YQ_2_re*t43 - YQ_2_im*t44 + YQ_3_re*t45 - YQ_3_im*t46;
    const double t299 = YQ_1_im*t38 + YQ_1_re*t42 + YQ_2_im*t43 + YQ_2_re*t44 + YQ_3_im*t45 + YQ_3_re*t46;
    const double t300 = YQ_1_re*t40 - YQ_1_im*t47 + YQ_2_re*t45 - YQ_2_im*t48 + YQ_3_re*t49 - YQ_3_im*t50;
    const double t301 = YQ_1_im*t40 + YQ_1_re*t47 + YQ_2_im*t45 + YQ_2_re*t48 + YQ_3_im*t49 + YQ_3_re*t50;
    const double t302 = t103 - 3.0/4.0*t3 + t104 + t67 + t105 + t99;
    const double t303 = a_e*a_e;
    const double t304 = a_mu*a_mu;
    const double t305 = a_tau*a_tau;
    const double t306 = (
        Ynu_11_re*t84 - Ynu_11_im*t85 + Ynu_21_re*t86 - Ynu_21_im*t87 + Ynu_31_re*t88 - Ynu_31_im*t89
    );
    const double t307 = (
        Ynu_11_im*t84 + Ynu_11_re*t85 + Ynu_21_im*t86 + Ynu_21_re*t87 + Ynu_31_im*t88 + Ynu_31_re*t89
    );
    const double t308 = (
        Ynu_12_re*t84 - Ynu_12_im*t85 + Ynu_22_re*t86 - Ynu_22_im*t87 + Ynu_32_re*t88 - Ynu_32_im*t89
    );
    const double t309 = (
        Ynu_12_im*t84 + Ynu_12_re*t85 + Ynu_22_im*t86 + Ynu_22_re*t87 + Ynu_32_im*t88 + Ynu_32_re*t89
    );
    const double t310 = (
        Ynu_13_re*t84 - Ynu_13_im*t85 + Ynu_23_re*t86 - Ynu_23_im*t87 + Ynu_33_re*t88 - Ynu_33_im*t89
    );
    const double t311 = (
        Ynu_13_im*t84 + Ynu_13_re*t85 + Ynu_23_im*t86 + Ynu_23_re*t87 + Ynu_33_im*t88 + Ynu_33_re*t89
    );
    const double t312 = (
        Ynu_11_re*t86 - Ynu_11_im*t90 + Ynu_21_re*t91 - Ynu_21_im*t92 + Ynu_31_re*t93 - Ynu_31_im*t94
    );
    const double t313 = (
        Ynu_11_im*t86 + Ynu_11_re*t90 + Ynu_21_im*t91 + Ynu_21_re*t92 + Ynu_31_im*t93 + Ynu_31_re*t94
    );
    const double t314 = (
        Ynu_12_re*t86 - Ynu_12_im*t90 + Ynu_22_re*t91 - Ynu_22_im*t92 + Ynu_32_re*t93 - Ynu_32_im*t94
    );
    const double t315 = (
        Ynu_12_im*t86 + Ynu_12_re*t90 + Ynu_22_im*t91 + Ynu_22_re*t92 + Ynu_32_im*t93 + Ynu_32_re*t94
    );
    const double t316 = (
        Ynu_13_re*t86 - Ynu_13_im*t90 + Ynu_23_re*t91 - Ynu_23_im*t92 + Ynu_33_re*t93 - Ynu_33_im*t94
    );
    const double t317 = (
        Ynu_13_im*t86 + Ynu_13_re*t90 + Ynu_23_im*t91 + Ynu_23_re*t92 + Ynu_33_im*t93 + Ynu_33_re*t94
    );
    const double t318 = (
        Ynu_11_re*t88 - Ynu_11_im*t95 + Ynu_21_re*t93 - Ynu_21_im*t96 + Ynu_31_re*t97 - Ynu_31_im*t98
    );
    const double t319 = (
        Ynu_11_im*t88 + Ynu_11_re*t95 + Ynu_21_im*t93 + Ynu_21_re*t96 + Ynu_31_im*t97 + Ynu_31_re*t98
    );
    const double t320 = (
        Ynu_12_re*t88 - Ynu_12_im*t95 + Ynu_22_re*t93 - Ynu_22_im*t96 + Ynu_32_re*t97 - Ynu_32_im*t98
    );
    const double t321 = (
        Ynu_12_im*t88 + Ynu_12_re*t95 + Ynu_22_im*t93 + Ynu_22_re*t96 + Ynu_32_im*t97 + Ynu_32_re*t98
    );
    const double t322 = (
        Ynu_13_re*t88 - Ynu_13_im*t95 + Ynu_23_re*t93 - Ynu_23_im*t96 + Ynu_33_re*t97 - Ynu_33_im*t98
    );
    const double t323 = (
        Ynu_13_im*t88 + Ynu_13_re*t95 + Ynu_23_im*t93 + Ynu_23_re*t96 + Ynu_33_im*t97 + Ynu_33_re*t98
    );
    const double t324 = (
        Ynu_11_re*t52 - Ynu_11_im*t53 + Ynu_21_re*t54 - Ynu_21_im*t55 + Ynu_31_re*t56 - Ynu_31_im*t57
    );
    const double t325 = (
        Ynu_11_im*t52 + Ynu_11_re*t53 + Ynu_21_im*t54 + Ynu_21_re*t55 + Ynu_31_im*t56 + Ynu_31_re*t57
    );
    const double t326 = (
        Ynu_12_re*t52 - Ynu_12_im*t53 + Ynu_22_re*t54 - Ynu_22_im*t55 + Ynu_32_re*t56 - Ynu_32_im*t57
    );
    const double t327 = (
        Ynu_12_im*t52 + Ynu_12_re*t53 + Ynu_22_im*t54 + Ynu_22_re*t55 + Ynu_32_im*t56 + Ynu_32_re*t57
    );
    const double t328 = (
        Ynu_13_re*t52 - Ynu_13_im*t53 + Ynu_23_re*t54 - Ynu_23_im*t55 + Ynu_33_re*t56 - Ynu_33_im*t57
    );
    const double t329 = (
        Ynu_13_im*t52 + Ynu_13_re*t53 + Ynu_23_im*t54 + Ynu_23_re*t55 + Ynu_33_im*t56 + Ynu_33_re*t57
    );
    const double t330 = (
        Ynu_11_re*t54 - Ynu_11_im*t58 + Ynu_21_re*t59 - Ynu_21_im*t60 + Ynu_31_re*t61 - Ynu_31_im*t62
    );
    const double t331 = (
        Ynu_11_im*t54 + Ynu_11_re*t58 + Ynu_21_im*t59 + Ynu_21_re*t60 + Ynu_31_im*t61 + Ynu_31_re*t62
    );
    const double t332 = (
        Ynu_12_re*t54 - Ynu_12_im*t58 + Ynu_22_re*t59 - Ynu_22_im*t60 + Ynu_32_re*t61 - Ynu_32_im*t62
    );
    const double t333 = (
        Ynu_12_im*t54 + Ynu_12_re*t58 + Ynu_22_im*t59 + Ynu_22_re*t60 + Ynu_32_im*t61 + Ynu_32_re*t62
    );
    const double t334 = (
        Ynu_13_re*t54 - Ynu_13_im*t58 + Ynu_23_re*t59 - Ynu_23_im*t60 + Ynu_33_re*t61 - Ynu_33_im*t62
    );
    const double t335 = (
        Ynu_13_im*t54 + Ynu_13_re*t58 + Ynu_23_im*t59 + Ynu_23_re*t60 + Ynu_33_im*t61 + Ynu_33_re*t62
    );
    const double t336 = (
        Ynu_11_re*t56 - Ynu_11_im*t63 + Ynu_21_re*t61 - Ynu_21_im*t64 + Ynu_31_re*t65 - Ynu_31_im*t66
    );
    const double t337 = (
        Ynu_11_im*t56 + Ynu_11_re*t63 + Ynu_21_im*t61 + Ynu_21_re*t64 + Ynu_31_im*t65 + Ynu_31_re*t66
    );
    const double t338 = (
        Ynu_12_re*t56 - Ynu_12_im*t63 + Ynu_22_re*t61 - Ynu_22_im*t64 + Ynu_32_re*t65 - Ynu_32_im*t66
    );
    const double t339 = (
        Ynu_12_im*t56 + Ynu_12_re*t63 + Ynu_22_im*t61 + Ynu_22_re*t64 + Ynu_32_im*t65 + Ynu_32_re*t66
    );
    const double t340 = (
        Ynu_13_re*t56 - Ynu_13_im*t63 + Ynu_23_re*t61 - Ynu_23_im*t64 + Ynu_33_re*t65 - Ynu_33_im*t66
    );
    const double t341 = (
        Ynu_13_im*t56 + Ynu_13_re*t63 + Ynu_23_im*t61 + Ynu_23_re*t64 + Ynu_33_im*t65 + Ynu_33_re*t66
    );
    const double t342 = (
        Ynu_11_re*t302 - 3.0*t4*(Ynu_11_re*t221) - 3.0*t4*(Ynu_11_re*t303) - 3.0/2.0*t306 + 3.0/2.0*t324
    );
    const double t343 = (
        Ynu_11_im*t302 - 3.0*t4*(Ynu_11_im*t221) - 3.0*t4*(Ynu_11_im*t303) - 3.0/2.0*t307 + 3.0/2.0*t325
    );
    const double t344 = (
        Ynu_12_re*t302 - 3.0*t4*(Ynu_12_re*t221) - 3.0*t4*(Ynu_12_re*t304) - 3.0/2.0*t308 + 3.0/2.0*t326
    );
    const double t345 = (
        Ynu_12_im*t302 - 3.0*t4*(Ynu_12_im*t221) - 3.0*t4*(Ynu_12_im*t304) - 3.0/2.0*t309 + 3.0/2.0*t327
    );
    const double t346 = (
        Ynu_13_re*t302 - 3.0*t4*(Ynu_13_re*t221) - 3.0*t4*(Ynu_13_re*t305) - 3.0/2.0*t310 + 3.0/2.0*t328
    );
    const double t347 = (
        Ynu_13_im*t302 - 3.0*t4*(Ynu_13_im*t221) - 3.0*t4*(Ynu_13_im*t305) - 3.0/2.0*t311 + 3.0/2.0*t329
    );
    const double t348 = (
        Ynu_21_re*t302 - 3.0*t4*(Ynu_21_re*t222) - 3.0*t4*(Ynu_21_re*t303) - 3.0/2.0*t312 + 3.0/2.0*t330
    );
    const double t349 = (
        Ynu_21_im*t302 - 3.0*t4*(Ynu_21_im*t222) - 3.0*t4*(Ynu_21_im*t303) - 3.0/2.0*t313 + 3.0/2.0*t331
    );
    const double t350 = (
        Ynu_22_re*t302 - 3.0*t4*(Ynu_22_re*t222) - 3.0*t4*(Ynu_22_re*t304) - 3.0/2.0*t314 + 3.0/2.0*t332
    );
    const double t351 = (
        Ynu_22_im*t302 - 3.0*t4*(Ynu_22_im*t222) - 3.0*t4*(Ynu_22_im*t304) - 3.0/2.0*t315 + 3.0/2.0*t333
    );
    const double t352 = (
        Ynu_23_re*t302 - 3.0*t4*(Ynu_23_re*t222) - 3.0*t4*(Ynu_23_re*t305) - 3.0/2.0*t316 + 3.0/2.0*t334
    );
    const double t353 = (
        Ynu_23_im*t302 - 3.0*t4*(Ynu_23_im*t222) - 3.0*t4*(Ynu_23_im*t305) - 3.0/2.0*t317 + 3.0/2.0*t335
    );
    const double t354 = (
        Ynu_31_re*t302 - 3.0*t4*(Ynu_31_re*t223) - 3.0*t4*(Ynu_31_re*t303) - 3.0/2.0*t318 + 3.0/2.0*t336
    );
    const double t355 = (
        Ynu_31_im*t302 - 3.0*t4*(Ynu_31_im*t223) - 3.0*t4*(Ynu_31_im*t303) - 3.0/2.0*t319 + 3.0/2.0*t337
    );
    const double t356 = (
        Ynu_32_re*t302 - 3.0*t4*(Ynu_32_re*t223) - 3.0*t4*(Ynu_32_re*t304) - 3.0/2.0*t320 + 3.0/2.0*t338
    );
    const double t357 = (
        Ynu_32_im*t302 - 3.0*t4*(Ynu_32_im*t223) - 3.0*t4*(Ynu_32_im*t304) - 3.0/2.0*t321 + 3.0/2.0*t339
    );
    const double t358 = (
        Ynu_33_re*t302 - 3.0*t4*(Ynu_33_re*t223) - 3.0*t4*(Ynu_33_re*t305) - 3.0/2.0*t322 + 3.0/2.0*t340
    );
    const double t359 = (
        Ynu_33_im*t302 - 3.0*t4*(Ynu_33_im*t223) - 3.0*t4*(Ynu_33_im*t305) - 3.0/2.0*t323 + 3.0/2.0*t341
    );
    const double t360 = -3.0/2.0*t3;
    const double t361 = 12.0*lambda;
    const double t362 = 6.0*t51;
    const double t363 = 2.0*t67;
    const double t364 = 6.0*t83;
    const double t365 = 2.0*t99;
    const double t366 = (
        2.0*mPhi2*lambda_mix + mH2*(t33 + t360 - 3.0/2.0*t4*t101 + t361 + t362 + t363 + t364 + t365)
    );
    const double t367 = 8.0*lambda_Phi;
    const double t368 = 12.0*t23;
    const double t369 = (
        4.0*mH2*lambda_mix - 24.0*t23*(m_Q_re*m_Q_re + m_Q_im*m_Q_im) + mPhi2*(-6.0*t4 + t367 + t368)
    );
    const double t370 = t70*t70 - t71*t74;
    const double t371 = t72*t72 - t73*t79;
    const double t372 = t77*t77 - t78*t80;
    const double t373 = (
        t68*t68 - t69*t69 + t370 + t371 + t370 + t75*t75 - t76*t76 + t372 + t371 + t372 + t81*t81 - t82*t82
    );
    const double t374 = t86*t86 - t87*t90;
    const double t375 = t88*t88 - t89*t95;
    const double t376 = t93*t93 - t94*t96;
    const double t377 = (
        t84*t84 - t85*t85 + t374 + t375 + t374 + t91*t91 - t92*t92 + t376 + t375 + t376 + t97*t97 - t98*t98
    );
    const double t378 = t38*t38 - t39*t42;
    const double t379 = t40*t40 - t41*t47;
    const double t380 = t45*t45 - t46*t48;
    const double t381 = (
        t36*t36 - t37*t37 + t378 + t379 + t378 + t43*t43 - t44*t44 + t380 + t379 + t380 + t49*t49 - t50*t50
    );
    const double t382 = t54*t54 - t55*t58;
    const double t383 = t56*t56 - t57*t63;
    const double t384 = t61*t61 - t62*t64;
    const double t385 = (
        t52*t52 - t53*t53 + t382 + t383 + t382 + t59*t59 - t60*t60 + t384 + t383 + t384 + t65*t65 - t66*t66
    );
    const double t386 = -9.0*t2 - 3.0*t3 - 3.0*t4*t101 + 24.0*lambda + 12.0*t51 + 4.0*t67 + 12.0*t83 + 4.0*t99;
    const double t387 = 3.0/4.0*t4*t101;
    const double t388 = t4*t4;
    const double t389 = lambda_mix*lambda_mix;
    const double t390 = (
        3.0/8.0*t388*(t101*t101) + t389 - 6.0*t373 - 2.0*t377 - 6.0*t381 - 2.0*t385 + t3*(3.0/8.0*t3 + t387)
        + t2*(9.0/8.0*t2 + 3.0/4.0*t3 + t387) + lambda*t386
    );
    const double t391 = t10*t10 - t11*t14;
    const double t392 = t12*t12 - t13*t19;
    const double t393 = t17*t17 - t18*t20;
    const double t394 = (
        t8*t8 - t9*t9 + t391 + t392 + t391 + t15*t15 - t16*t16 + t393 + t392 + t393 + t21*t21 - t22*t22
    );
    const double t395 = (
        6.0*t388 + 2.0*t389 - 6.0*(t23*t23) - 6.0*t394 + lambda_Phi*(-12.0*t4 + 20.0*lambda_Phi + 24.0*t23)
    );
    const double t396 = t10*t38;
    const double t397 = t12*t40;
    const double t398 = t17*t45;
    const double t399 = (
        t8*t36 - t9*t37 + t396 - t11*t42 + t397 - t13*t47 + t396 - t14*t39 + t15*t43 - t16*t44 + t398 - t18*t48
        + t397 - t19*t41 + t398 - t20*t46 + t21*t49 - t22*t50
    );
    const double t400 = t10*t70;
    const double t401 = t12*t72;
    const double t402 = t17*t77;
    const double t403 = (
        t8*t68 - t9*t69 + t400 - t11*t74 + t401 - t13*t79 + t400 - t14*t71 + t15*t75 - t16*t76 + t402 - t18*t80
        + t401 - t19*t73 + t402 - t20*t78 + t21*t81 - t22*t82
    );
    const double t404 = (
        t33 + t360 + t361 + t367 + 4.0*lambda_mix + t368 + t362 + t363 + t364 + t365 + t4*(-3.0/2.0*t101 - 6.0)
    );
    
    dx[0] = -17.0/3.0*(g3*t1)*LOOP_FACTOR;
    dx[n] = -7.0/6.0*(g2*t2)*LOOP_FACTOR;
    dx[2*n] = 127.0/18.0*(g1*t3)*LOOP_FACTOR;
    dx[3*n] = gX*t4*t7*LOOP_FACTOR;
    dx[4*n] = m_Q_re*t35*LOOP_FACTOR;
    dx[5*n] = m_Q_im*t35*LOOP_FACTOR;
    dx[6*n] = (Yu_11_re*t106 + 1.0/2.0*t107 - 3.0/2.0*t125 + 3.0/2.0*t143)*LOOP_FACTOR;
    dx[7*n] = (Yu_11_im*t106 + 1.0/2.0*t108 - 3.0/2.0*t126 + 3.0/2.0*t144)*LOOP_FACTOR;
    dx[8*n] = (Yu_12_re*t106 + 1.0/2.0*t109 - 3.0/2.0*t127 + 3.0/2.0*t145)*LOOP_FACTOR;
    dx[9*n] = (Yu_12_im*t106 + 1.0/2.0*t110 - 3.0/2.0*t128 + 3.0/2.0*t146)*LOOP_FACTOR;
    dx[10*n] = (Yu_13_re*t106 + 1.0/2.0*t111 - 3.0/2.0*t129 + 3.0/2.0*t147)*LOOP_FACTOR;
    dx[11*n] = (Yu_13_im*t106 + 1.0/2.0*t112 - 3.0/2.0*t130 + 3.0/2.0*t148)*LOOP_FACTOR;
    dx[12*n] = (Yu_21_re*t106 + 1.0/2.0*t113 - 3.0/2.0*t131 + 3.0/2.0*t149)*LOOP_FACTOR;
    dx[13*n] = (Yu_21_im*t106 + 1.0/2.0*t114 - 3.0/2.0*t132 + 3.0/2.0*t150)*LOOP_FACTOR;
    dx[14*n] = (Yu_22_re*t106 + 1.0/2.0*t115 - 3.0/2.0*t133 + 3.0/2.0*t151)*LOOP_FACTOR;
    dx[15*n] = (Yu_22_im*t106 + 1.0/2.0*t116 - 3.0/2.0*t134 + 3.0/2.0*t152)*LOOP_FACTOR;
    dx[16*n] = (Yu_23_re*t106 + 1.0/2.0*t117 - 3.0/2.0*t135 + 3.0/2.0*t153)*LOOP_FACTOR;
    dx[17*n] = (Yu_23_im*t106 + 1.0/2.0*t118 - 3.0/2.0*t136 + 3.0/2.0*t154)*LOOP_FACTOR;
    dx[18*n] = (Yu_31_re*t106 + 1.0/2.0*t119 - 3.0/2.0*t137 + 3.0/2.0*t155)*LOOP_FACTOR;
    dx[19*n] = (Yu_31_im*t106 + 1.0/2.0*t120 - 3.0/2.0*t138 + 3.0/2.0*t156)*LOOP_FACTOR;
    dx[20*n] = (Yu_32_re*t106 + 1.0/2.0*t121 - 3.0/2.0*t139 + 3.0/2.0*t157)*LOOP_FACTOR;
    dx[21*n] = (Yu_32_im*t106 + 1.0/2.0*t122 - 3.0/2.0*t140 + 3.0/2.0*t158)*LOOP_FACTOR;
    dx[22*n] = (Yu_33_re*t106 + 1.0/2.0*t123 - 3.0/2.0*t141 + 3.0/2.0*t159)*LOOP_FACTOR;
    dx[23*n] = (Yu_33_im*t106 + 1.0/2.0*t124 - 3.0/2.0*t142 + 3.0/2.0*t160)*LOOP_FACTOR;
    dx[24*n] = (Yd_11_re*t163 + 1.0/2.0*t164 + 3.0/2.0*t182 - 3.0/2.0*t200)*LOOP_FACTOR;
    dx[25*n] = (Yd_11_im*t163 + 1.0/2.0*t165 + 3.0/2.0*t183 - 3.0/2.0*t201)*LOOP_FACTOR;
    dx[26*n] = (Yd_12_re*t163 + 1.0/2.0*t166 + 3.0/2.0*t184 - 3.0/2.0*t202)*LOOP_FACTOR;
    dx[27*n] = (Yd_12_im*t163 + 1.0/2.0*t167 + 3.0/2.0*t185 - 3.0/2.0*t203)*LOOP_FACTOR;
    dx[28*n] = (Yd_13_re*t163 + 1.0/2.0*t168 + 3.0/2.0*t186 - 3.0/2.0*t204)*LOOP_FACTOR;
    dx[29*n] = (Yd_13_im*t163 + 1.0/2.0*t169 + 3.0/2.0*t187 - 3.0/2.0*t205)*LOOP_FACTOR;
    dx[30*n] = (Yd_21_re*t163 + 1.0/2.0*t170 + 3.0/2.0*t188 - 3.0/2.0*t206)*LOOP_FACTOR;
    dx[31*n] = (Yd_21_im*t163 + 1.0/2.0*t171 + 3.0/2.0*t189 - 3.0/2.0*t207)*LOOP_FACTOR;
    dx[32*n] = (Yd_22_re*t163 + 1.0/2.0*t172 + 3.0/2.0*t190 - 3.0/2.0*t208)*LOOP_FACTOR;
    dx[33*n] = (Yd_22_im*t163 + 1.0/2.0*t173 + 3.0/2.0*t191 - 3.0/2.0*t209)*LOOP_FACTOR;
    dx[34*n] = (Yd_23_re*t163 + 1.0/2.0*t174 + 3.0/2.0*t192 - 3.0/2.0*t210)*LOOP_FACTOR;
    dx[35*n] = (Yd_23_im*t163 + 1.0/2.0*t175 + 3.0/2.0*t193 - 3.0/2.0*t211)*LOOP_FACTOR;
    dx[36*n] = (Yd_31_re*t163 + 1.0/2.0*t176 + 3.0/2.0*t194 - 3.0/2.0*t212)*LOOP_FACTOR;
    dx[37*n] = (Yd_31_im*t163 + 1.0/2.0*t177 + 3.0/2.0*t195 - 3.0/2.0*t213)*LOOP_FACTOR;
    dx[38*n] = (Yd_32_re*t163 + 1.0/2.0*t178 + 3.0/2.0*t196 - 3.0/2.0*t214)*LOOP_FACTOR;
    dx[39*n] = (Yd_32_im*t163 + 1.0/2.0*t179 + 3.0/2.0*t197 - 3.0/2.0*t215)*LOOP_FACTOR;
    dx[40*n] = (Yd_33_re*t163 + 1.0/2.0*t180 + 3.0/2.0*t198 - 3.0/2.0*t216)*LOOP_FACTOR;
    dx[41*n] = (Yd_33_im*t163 + 1.0/2.0*t181 + 3.0/2.0*t199 - 3.0/2.0*t217)*LOOP_FACTOR;
    dx[42*n] = t264*LOOP_FACTOR;
    dx[43*n] = t265*LOOP_FACTOR;
    dx[44*n] = t266*LOOP_FACTOR;
    dx[45*n] = t267*LOOP_FACTOR;
    dx[46*n] = t268*LOOP_FACTOR;
    dx[47*n] = t269*LOOP_FACTOR;
    dx[48*n] = t270*LOOP_FACTOR;
    dx[49*n] = t271*LOOP_FACTOR;
    dx[50*n] = t272*LOOP_FACTOR;
    dx[51*n] = t273*LOOP_FACTOR;
    dx[52*n] = t274*LOOP_FACTOR;
    dx[53*n] = t275*LOOP_FACTOR;
    dx[54*n] = t276*LOOP_FACTOR;
    dx[55*n] = t277*LOOP_FACTOR;
    dx[56*n] = t278*LOOP_FACTOR;
    dx[57*n] = t279*LOOP_FACTOR;
    dx[58*n] = t280*LOOP_FACTOR;
    dx[59*n] = t281*LOOP_FACTOR;
    dx[60*n] = (YQ_1_re*t283 + 1.0/2.0*t284 + 1.0/2.0*t290 + 1.0/2.0*t296)*LOOP_FACTOR;
    dx[61*n] = (YQ_1_im*t283 + 1.0/2.0*t285 + 1.0/2.0*t291 + 1.0/2.0*t297)*LOOP_FACTOR;
    dx[62*n] = (YQ_2_re*t283 + 1.0/2.0*t286 + 1.0/2.0*t292 + 1.0/2.0*t298)*LOOP_FACTOR;
    dx[63*n] = (YQ_2_im*t283 + 1.0/2.0*t287 + 1.0/2.0*t293 + 1.0/2.0*t299)*LOOP_FACTOR;
    dx[64*n] = (YQ_3_re*t283 + 1.0/2.0*t288 + 1.0/2.0*t294 + 1.0/2.0*t300)*LOOP_FACTOR;
    dx[65*n] = (YQ_3_im*t283 + 1.0/2.0*t289 + 1.0/2.0*t295 + 1.0/2.0*t301)*LOOP_FACTOR;
    dx[66*n] = t342*LOOP_FACTOR;
    dx[67*n] = t343*LOOP_FACTOR;
    dx[68*n] = t344*LOOP_FACTOR;
    dx[69*n] = t345*LOOP_FACTOR;
    dx[70*n] = t346*LOOP_FACTOR;
    dx[71*n] = t347*LOOP_FACTOR;
    dx[72*n] = t348*LOOP_FACTOR;
    dx[73*n] = t349*LOOP_FACTOR;
    dx[74*n] = t350*LOOP_FACTOR;
    dx[75*n] = t351*LOOP_FACTOR;
    dx[76*n] = t352*LOOP_FACTOR;
    dx[77*n] = t353*LOOP_FACTOR;
    dx[78*n] = t354*LOOP_FACTOR;
    dx[79*n] = t355*LOOP_FACTOR;
    dx[80*n] = t356*LOOP_FACTOR;
    dx[81*n] = t357*LOOP_FACTOR;
    dx[82*n] = t358*LOOP_FACTOR;
    dx[83*n] = t359*LOOP_FACTOR;
    dx[84*n] = t366*LOOP_FACTOR;
    dx[85*n] = t369*LOOP_FACTOR;
    dx[86*n] = t390*LOOP_FACTOR;
    dx[87*n] = t395*LOOP_FACTOR;
    dx[88*n] = (3.0*t101*t388 - 12.0*t399 - 12.0*t403 + lambda_mix*t404)*LOOP_FACTOR;
}

int accidental_beta(const double *x, int loops, double *dx)
{
    return accidental_beta_batch(1, x, loops, dx);
}

int accidental_beta_batch(size_t points, const double *x, int loops, double *dx)
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
