/* accidental: Gauged accidental symmetries: see accidental.h for conventions and layout. */
#include "accidental.h"

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

/* A matrix is an array of real and imaginary parts, row by row. Its functions are called, not copied to each of the many
 * places where they are used.
 */
#if defined(__GNUC__)
#define OUTLINE __attribute__((noinline))
#else
#define OUTLINE
#endif

/* b = the places a[0], a[step], a[2 step], ... */
OUTLINE static void load(int size, const double *restrict a, size_t step, double *restrict b)
{
    int i;

    for (i = 0; i < size; ++i)
        b[i] = a[i*step];
}

/* The places b[0], b[step], b[2 step], ... = a. */
OUTLINE static void store(int size, const double *restrict a, double *restrict b, size_t step)
{
    int i;

    for (i = 0; i < size; ++i)
        b[i*step] = a[i];
}

/* b = a^dagger, of rows x columns complex numbers. */
OUTLINE static void adjoint(int rows, int columns, const double *restrict a, double *restrict b)
{
    int i, j;

    for (i = 0; i < rows; ++i)
        for (j = 0; j < columns; ++j) {
            b[2*(i*columns + j)] = a[2*(j*rows + i)];
            b[2*(i*columns + j) + 1] = -a[2*(j*rows + i) + 1];
        }
}

/* c = a b for a of rows x inner and b of inner x columns complex numbers. */
OUTLINE static void multiply(int rows, int inner, int columns, const double *restrict a, const double *restrict b,
                             double *restrict c)
{
    int i, j, k;

    for (i = 0; i < rows; ++i)
        for (j = 0; j < columns; ++j) {
            double re = 0.0, im = 0.0;

            for (k = 0; k < inner; ++k) {
                const double *s = a + 2*(i*inner + k), *t = b + 2*(k*columns + j);

                re += s[0]*t[0] - s[1]*t[1];
                im += s[0]*t[1] + s[1]*t[0];
            }
            c[2*(i*columns + j)] = re;
            c[2*(i*columns + j) + 1] = im;
        }
}

/* b += factor a, of `size` doubles. */
OUTLINE static void add(int size, double factor, const double *restrict a, double *restrict b)
{
    int i;

    for (i = 0; i < size; ++i)
        b[i] += factor*a[i];
}

/* Re tr(a b) for a of rows x columns and b of columns x rows complex numbers. */
OUTLINE static double inner_re(int rows, int columns, const double *restrict a, const double *restrict b)
{
    double sum = 0.0;
    int i, j;

    for (i = 0; i < rows; ++i)
        for (j = 0; j < columns; ++j) {
            const double *s = a + 2*(i*columns + j), *t = b + 2*(j*rows + i);

            sum += s[0]*t[0] - s[1]*t[1];
        }
    return sum;
}

/* Beta functions up to loop order 1; place i of point p is x[i*n + p]. */
static void beta_1(size_t n, const double *restrict x, double *restrict dx)
{
    size_t p;

    INDEPENDENT
    for (p = 0; p < n; ++p) {
        const double g3 = x[p];
        const double g2 = x[n + p];
        const double g1 = x[2*n + p];
        const double gX = x[3*n + p];
        const double m_Q_re = x[4*n + p];
        const double m_Q_im = x[5*n + p];
        double Yu[18];
        load(18, x + 6*n + p, n, Yu);
        double Yd[18];
        load(18, x + 24*n + p, n, Yd);
        double Ye[18];
        load(18, x + 42*n + p, n, Ye);
        double YQ[6];
        load(6, x + 60*n + p, n, YQ);
        double Ynu[18];
        load(18, x + 66*n + p, n, Ynu);
        const double mH2 = x[84*n + p];
        const double mPhi2 = x[85*n + p];
        const double lambda = x[86*n + p];
        const double lambda_Phi = x[87*n + p];
        const double lambda_mix = x[88*n + p];
        const double a_e = x[89*n + p];
        const double a_mu = x[90*n + p];
        const double a_tau = x[91*n + p];
        const double a_Y = x[92*n + p];
        const double t1 = a_mu + a_tau;
        const double t2 = a_e + 2.0*t1;
        const double t3 = a_mu + 2.0*a_tau;
        const double t4 = a_Y*a_Y;
        const double t5 = (
            153.0/8.0*t4 + a_tau*(a_tau - 15.0/2.0*a_Y) + a_mu*(-15.0/2.0*a_Y + t3) + a_e*(-15.0/2.0*a_Y + t2)
        );
        double t6[18];
        adjoint(3, 3, Yu, t6);
        double t7[18];
        adjoint(3, 3, Ynu, t7);
        double t8[18];
        adjoint(3, 3, Yd, t8);
        double t9[18];
        adjoint(3, 3, Ye, t9);
        const double t10 = g3*g3;
        const double t11 = g2*g2;
        const double t12 = g1*g1;
        const double t13 = gX*gX;
        const double t14 = t11 - 4.0/3.0*(inner_re(3, 3, Yu, t6) + 1.0/3.0*inner_re(3, 3, Ynu, t7));
        const double t15 = inner_re(3, 3, Yd, t8) + 1.0/3.0*inner_re(3, 3, Ye, t9) - 3.0/4.0*t14;
        const double t16 = -8.0*(t10 - 3.0/8.0*t15);
        double t17[6];
        adjoint(1, 3, YQ, t17);
        double t18[18];
        multiply(3, 1, 3, YQ, t17, t18);
        double t19[18];
        multiply(3, 3, 3, Yd, t8, t19);
        double t20[18];
        multiply(3, 3, 3, Yu, t6, t20);
        const double t21 = (
            45.0/8.0*t4 + a_tau*(a_tau + 3.0/2.0*a_Y) + a_mu*(3.0/2.0*a_Y + t3) + a_e*(3.0/2.0*a_Y + t2)
        );
        const double t22[18] = {1.0/4.0*t4 + a_e*(a_e - a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0/4.0*t4 + a_mu*(a_mu - a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0/4.0*t4 + a_tau*(a_tau - a_Y), 0.0};
        double t23[18];
        multiply(3, 3, 3, Ye, t9, t23);
        double t24[18];
        multiply(3, 3, 3, Ynu, t7, t24);
        const double t25[18] = {t4 + a_e*(a_e - 2.0*a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, t4 + a_mu*(a_mu - 2.0*a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, t4 + a_tau*(a_tau - 2.0*a_Y), 0.0};
        const double t26 = -3.0*(a_Y - 3.0);
        const double t27 = a_Y - 6.0;
        const double t28 = 9.0/4.0*(a_Y*t27) + a_tau*(a_tau + t26) + a_mu*(t3 + t26) + a_e*(t2 + t26) + 81.0/2.0;
        const double t29 = inner_re(3, 1, YQ, t17);
        const double t30 = -1.0/6.0*(t12 + 48.0*(t10 + 9.0/16.0*t11));
        const double t31 = t12 - 4.0*t15;
        const double t32[18] = {a_e*a_e, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, a_mu*a_mu, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, a_tau*a_tau, 0.0};
        const double t33 = -39.0/31.0*(a_Y - 6.0/13.0);
        const double t34 = (
            a_Y*(1143.0/496.0*a_Y - 27.0/31.0) + a_tau*(a_tau + t33) + a_mu*(a_mu + 8.0/31.0*a_tau + t33) + a_e*(a_e
            + 8.0/31.0*t1 + t33) + 675.0/248.0
        );
        const double t35 = (
            a_Y*(9.0/4.0*a_Y - 27.0) + a_tau*(a_tau - 3.0*t27) + a_mu*(t3 - 3.0*t27) + a_e*(t2 - 3.0*t27) + 81.0
        );
        const double t36 = lambda - 1.0/8.0*t31;
        const double t37 = t4*t13;
        const double t38 = t37 - 8.0*t36;
        const double t39 = 8.0*(lambda_Phi + 3.0/2.0*t29);
        const double t40 = 4.0*(mH2*lambda_mix) - 24.0*(t29*(m_Q_re*m_Q_re + m_Q_im*m_Q_im)) + mPhi2*(-6.0*t13 + t39);
        const double t41 = t13*t13;
        const double t42 = lambda_mix*lambda_mix;
        const double t43 = (
            3.0/8.0*(t4*t4*t41) + t42 - 6.0*inner_re(3, 3, t19, t19) - 2.0*inner_re(3, 3, t23, t23)
            - 6.0*inner_re(3, 3, t20, t20) - 2.0*inner_re(3, 3, t24, t24) + t12*(3.0/8.0*t12 + 3.0/4.0*t37)
            + t11*(9.0/8.0*t11 + 3.0/4.0*t12 + 3.0/4.0*t37) - 3.0*(lambda*t38)
        );
        const double t44 = (
            6.0*t41 + 2.0*t42 - 6.0*(t29*t29) - 6.0*inner_re(3, 3, t18, t18) + lambda_Phi*(-12.0*t13 + 20.0*lambda_Phi
            + 24.0*t29)
        );
        const double t45 = lambda_mix*(-3.0/2.0*(t13*(t4 + 4.0)) + 4.0*lambda_mix + 12.0*t36 + t39);
        const double t46 = 3.0*(t4*t41) - 12.0*inner_re(3, 3, t18, t19) - 12.0*inner_re(3, 3, t18, t20) + t45;
        double t47[18] = {0.0};
        add(18, 1.0/2.0*LOOP_FACTOR, t18, t47);
        add(18, -3.0/2.0*LOOP_FACTOR, t19, t47);
        add(18, 3.0/2.0*LOOP_FACTOR, t20, t47);
        double t48[18];
        multiply(3, 3, 3, t47, Yu, t48);
        double t49[18] = {0.0};
        add(18, LOOP_FACTOR*(-17.0/12.0*t12 - 2.0/27.0*(t5*t13) + t16), Yu, t49);
        add(18, 1.0, t48, t49);
        double t50[18] = {0.0};
        add(18, 1.0/2.0*LOOP_FACTOR, t18, t50);
        add(18, 3.0/2.0*LOOP_FACTOR, t19, t50);
        add(18, -3.0/2.0*LOOP_FACTOR, t20, t50);
        double t51[18];
        multiply(3, 3, 3, t50, Yd, t51);
        double t52[18] = {0.0};
        add(18, LOOP_FACTOR*(-5.0/12.0*t12 - 2.0/27.0*(t13*t21) + t16), Yd, t52);
        add(18, 1.0, t51, t52);
        const double t53 = -3.0*LOOP_FACTOR*t13;
        double t54[18] = {0.0};
        add(18, t53, t22, t54);
        add(18, 3.0/2.0*LOOP_FACTOR, t23, t54);
        add(18, -3.0/2.0*LOOP_FACTOR, t24, t54);
        double t55[18];
        multiply(3, 3, 3, t54, Ye, t55);
        double t56[18] = {0.0};
        add(18, t53, Ye, t56);
        double t57[18];
        multiply(3, 3, 3, t56, t25, t57);
        double t58[18] = {0.0};
        add(18, LOOP_FACTOR*(-15.0/4.0*t12 + 3.0*t15), Ye, t58);
        add(18, 1.0, t55, t58);
        add(18, 1.0, t57, t58);
        double t59[18] = {0.0};
        add(18, 1.0/2.0*LOOP_FACTOR, t18, t59);
        add(18, 1.0/2.0*LOOP_FACTOR, t19, t59);
        add(18, 1.0/2.0*LOOP_FACTOR, t20, t59);
        double t60[6];
        multiply(3, 3, 1, t59, YQ, t60);
        double t61[6] = {0.0};
        add(6, LOOP_FACTOR*(-2.0/27.0*(t13*t28) + 13.0/2.0*t29 + t30), YQ, t61);
        add(6, 1.0, t60, t61);
        double t62[18] = {0.0};
        add(18, t53, t22, t62);
        add(18, -3.0/2.0*LOOP_FACTOR, t23, t62);
        add(18, 3.0/2.0*LOOP_FACTOR, t24, t62);
        double t63[18];
        multiply(3, 3, 3, t62, Ynu, t63);
        double t64[18] = {0.0};
        add(18, t53, Ynu, t64);
        double t65[18];
        multiply(3, 3, 3, t64, t32, t65);
        double t66[18] = {0.0};
        add(18, -3.0/4.0*LOOP_FACTOR*t31, Ynu, t66);
        add(18, 1.0, t63, t66);
        add(18, 1.0, t65, t66);
        const double t67 = LOOP_FACTOR*(-2.0/27.0*(t13*t35) + 1.0/2.0*t29 + t30);
        
        dx[p] = -17.0/3.0*LOOP_FACTOR*(g3*t10);
        dx[n + p] = -7.0/6.0*LOOP_FACTOR*(g2*t11);
        dx[2*n + p] = 127.0/18.0*LOOP_FACTOR*(g1*t12);
        dx[3*n + p] = 248.0/81.0*LOOP_FACTOR*t34*(gX*t13);
        dx[4*n + p] = m_Q_re*t67;
        dx[5*n + p] = m_Q_im*t67;
        store(18, t49, dx + 6*n + p, n);
        store(18, t52, dx + 24*n + p, n);
        store(18, t58, dx + 42*n + p, n);
        store(6, t61, dx + 60*n + p, n);
        store(18, t66, dx + 66*n + p, n);
        dx[84*n + p] = LOOP_FACTOR*(2.0*(mPhi2*lambda_mix) - 3.0/2.0*(mH2*t38));
        dx[85*n + p] = LOOP_FACTOR*t40;
        dx[86*n + p] = LOOP_FACTOR*t43;
        dx[87*n + p] = LOOP_FACTOR*t44;
        dx[88*n + p] = LOOP_FACTOR*t46;
    }
}

/* Their derivatives: columns of numbers one by one, those of an array in a loop over its entries. */
static void jacobian_1(const double *restrict x, double *restrict jacobian)
{
    for (size_t k = 0; k < 7921; ++k)
        jacobian[k] = 0.0;
    const double g3 = x[0];
    const double g2 = x[1];
    const double g1 = x[2];
    const double gX = x[3];
    const double m_Q_re = x[4];
    const double m_Q_im = x[5];
    const double *Yu = x + 6;
    const double *Yd = x + 24;
    const double *Ye = x + 42;
    const double *YQ = x + 60;
    const double *Ynu = x + 66;
    const double mH2 = x[84];
    const double mPhi2 = x[85];
    const double lambda = x[86];
    const double lambda_Phi = x[87];
    const double lambda_mix = x[88];
    const double a_e = x[89];
    const double a_mu = x[90];
    const double a_tau = x[91];
    const double a_Y = x[92];
    const double t10 = g3*g3;
    const double t49 = -16.0*g3*LOOP_FACTOR;
    double t50[18] = {0.0};
    add(18, t49, Yu, t50);
    double t51[18] = {0.0};
    add(18, t49, Yd, t51);
    double t52[6] = {0.0};
    add(6, t49, YQ, t52);
    const double t53 = g3*LOOP_FACTOR;
    jacobian[0*89 + 0] = -17.0/3.0*LOOP_FACTOR*(t10 + 2.0*g3*g3);
    jacobian[4*89 + 0] = -16.0*m_Q_re*t53;
    jacobian[5*89 + 0] = -16.0*m_Q_im*t53;
    store(18, t50, jacobian + 6*89 + 0, 89);
    store(18, t51, jacobian + 24*89 + 0, 89);
    store(6, t52, jacobian + 60*89 + 0, 89);
    const double t4 = a_Y*a_Y;
    const double t11 = g2*g2;
    const double t12 = g1*g1;
    const double t13 = gX*gX;
    const double t38 = t4*t13;
    const double t54 = 2.0*g2*(9.0/8.0*t11 + 3.0/4.0*t12 + 3.0/4.0*t38) + 9.0/4.0*g2*t11 - 18.0*(g2*lambda);
    const double t55 = -9.0/2.0*g2*LOOP_FACTOR;
    double t56[18] = {0.0};
    add(18, t55, Yu, t56);
    double t57[18] = {0.0};
    add(18, t55, Yd, t57);
    double t58[18] = {0.0};
    add(18, t55, Ye, t58);
    double t59[6] = {0.0};
    add(6, -9.0*g2*LOOP_FACTOR, YQ, t59);
    double t60[18] = {0.0};
    add(18, t55, Ynu, t60);
    const double t61 = g2*LOOP_FACTOR;
    jacobian[1*89 + 1] = -7.0/6.0*LOOP_FACTOR*(t11 + 2.0*g2*g2);
    jacobian[4*89 + 1] = -9.0*m_Q_re*t61;
    jacobian[5*89 + 1] = -9.0*m_Q_im*t61;
    store(18, t56, jacobian + 6*89 + 1, 89);
    store(18, t57, jacobian + 24*89 + 1, 89);
    store(18, t58, jacobian + 42*89 + 1, 89);
    store(6, t59, jacobian + 60*89 + 1, 89);
    store(18, t60, jacobian + 66*89 + 1, 89);
    jacobian[84*89 + 1] = -9.0*LOOP_FACTOR*(g2*mH2);
    jacobian[86*89 + 1] = LOOP_FACTOR*t54;
    jacobian[88*89 + 1] = -9.0*LOOP_FACTOR*(g2*lambda_mix);
    const double t62 = 2.0*g1*(3.0/8.0*t12 + 3.0/4.0*t38) + 3.0/4.0*g1*t12 + 3.0/2.0*g1*t11 - 6.0*(g1*lambda);
    double t63[18] = {0.0};
    add(18, -17.0/6.0*g1*LOOP_FACTOR, Yu, t63);
    double t64[18] = {0.0};
    add(18, -5.0/6.0*g1*LOOP_FACTOR, Yd, t64);
    double t65[18] = {0.0};
    add(18, -15.0/2.0*g1*LOOP_FACTOR, Ye, t65);
    double t66[6] = {0.0};
    add(6, -1.0/3.0*g1*LOOP_FACTOR, YQ, t66);
    double t67[18] = {0.0};
    add(18, -3.0/2.0*g1*LOOP_FACTOR, Ynu, t67);
    const double t68 = g1*LOOP_FACTOR;
    jacobian[2*89 + 2] = 127.0/18.0*LOOP_FACTOR*(t12 + 2.0*g1*g1);
    jacobian[4*89 + 2] = -1.0/3.0*m_Q_re*t68;
    jacobian[5*89 + 2] = -1.0/3.0*m_Q_im*t68;
    store(18, t63, jacobian + 6*89 + 2, 89);
    store(18, t64, jacobian + 24*89 + 2, 89);
    store(18, t65, jacobian + 42*89 + 2, 89);
    store(6, t66, jacobian + 60*89 + 2, 89);
    store(18, t67, jacobian + 66*89 + 2, 89);
    jacobian[84*89 + 2] = -3.0*LOOP_FACTOR*(g1*mH2);
    jacobian[86*89 + 2] = LOOP_FACTOR*t62;
    jacobian[88*89 + 2] = -3.0*LOOP_FACTOR*(g1*lambda_mix);
    const double t1 = a_mu + a_tau;
    const double t2 = a_e + 2.0*t1;
    const double t3 = a_mu + 2.0*a_tau;
    const double t5 = (
        153.0/8.0*t4 + a_tau*(a_tau - 15.0/2.0*a_Y) + a_mu*(-15.0/2.0*a_Y + t3) + a_e*(-15.0/2.0*a_Y + t2)
    );
    const double t21 = (
        45.0/8.0*t4 + a_tau*(a_tau + 3.0/2.0*a_Y) + a_mu*(3.0/2.0*a_Y + t3) + a_e*(3.0/2.0*a_Y + t2)
    );
    const double t22[18] = {1.0/4.0*t4 + a_e*(a_e - a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0/4.0*t4 + a_mu*(a_mu - a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0/4.0*t4 + a_tau*(a_tau - a_Y), 0.0};
    const double t25[18] = {t4 + a_e*(a_e - 2.0*a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, t4 + a_mu*(a_mu - 2.0*a_Y), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, t4 + a_tau*(a_tau - 2.0*a_Y), 0.0};
    const double t26 = -3.0*(a_Y - 3.0);
    const double t27 = a_Y - 6.0;
    const double t28 = 9.0/4.0*(a_Y*t27) + a_tau*(a_tau + t26) + a_mu*(t3 + t26) + a_e*(t2 + t26) + 81.0/2.0;
    const double t32[18] = {a_e*a_e, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, a_mu*a_mu, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, a_tau*a_tau, 0.0};
    const double t33 = -39.0/31.0*(a_Y - 6.0/13.0);
    const double t34 = (
        a_Y*(1143.0/496.0*a_Y - 27.0/31.0) + a_tau*(a_tau + t33) + a_mu*(a_mu + 8.0/31.0*a_tau + t33) + a_e*(a_e
        + 8.0/31.0*t1 + t33) + 675.0/248.0
    );
    const double t35 = gX*t13;
    const double t36 = (
        a_Y*(9.0/4.0*a_Y - 27.0) + a_tau*(a_tau - 3.0*t27) + a_mu*(t3 - 3.0*t27) + a_e*(t2 - 3.0*t27) + 81.0
    );
    const double t41 = t4 + 4.0;
    const double t69 = gX*t4;
    const double t70 = 3.0/2.0*(t35*(t4*t4)) + 3.0/2.0*t12*t69 + 3.0/2.0*t11*t69 - 6.0*(lambda*t69);
    double t71[18] = {0.0};
    add(18, -4.0/27.0*LOOP_FACTOR*(gX*t5), Yu, t71);
    double t72[18] = {0.0};
    add(18, -4.0/27.0*LOOP_FACTOR*(gX*t21), Yd, t72);
    const double t73 = -6.0*gX*LOOP_FACTOR;
    double t74[18] = {0.0};
    add(18, t73, t22, t74);
    double t75[18];
    multiply(3, 3, 3, t74, Ye, t75);
    double t76[18] = {0.0};
    add(18, t73, Ye, t76);
    double t77[18];
    multiply(3, 3, 3, t76, t25, t77);
    double t78[18] = {0.0};
    add(18, 1.0, t75, t78);
    add(18, 1.0, t77, t78);
    double t79[6] = {0.0};
    add(6, -4.0/27.0*LOOP_FACTOR*(gX*t28), YQ, t79);
    double t80[18];
    multiply(3, 3, 3, t74, Ynu, t80);
    double t81[18] = {0.0};
    add(18, t73, Ynu, t81);
    double t82[18];
    multiply(3, 3, 3, t81, t32, t82);
    double t83[18] = {0.0};
    add(18, 1.0, t80, t83);
    add(18, 1.0, t82, t83);
    const double t84 = LOOP_FACTOR*(gX*t36);
    jacobian[3*89 + 3] = 248.0/81.0*LOOP_FACTOR*t34*(t13 + 2.0*gX*gX);
    jacobian[4*89 + 3] = -4.0/27.0*m_Q_re*t84;
    jacobian[5*89 + 3] = -4.0/27.0*m_Q_im*t84;
    store(18, t71, jacobian + 6*89 + 3, 89);
    store(18, t72, jacobian + 24*89 + 3, 89);
    store(18, t78, jacobian + 42*89 + 3, 89);
    store(6, t79, jacobian + 60*89 + 3, 89);
    store(18, t83, jacobian + 66*89 + 3, 89);
    jacobian[84*89 + 3] = -3.0*LOOP_FACTOR*(mH2*t69);
    jacobian[85*89 + 3] = -12.0*LOOP_FACTOR*(gX*mPhi2);
    jacobian[86*89 + 3] = LOOP_FACTOR*t70;
    jacobian[87*89 + 3] = LOOP_FACTOR*(24.0*t35 - 24.0*gX*lambda_Phi);
    jacobian[88*89 + 3] = LOOP_FACTOR*(12.0*(t4*t35) - 3.0*lambda_mix*(gX*t41));
    double t17[6];
    adjoint(1, 3, YQ, t17);
    const double t29 = inner_re(3, 1, YQ, t17);
    const double t30 = -1.0/6.0*(t12 + 48.0*(t10 + 9.0/16.0*t11));
    const double t48 = LOOP_FACTOR*(-2.0/27.0*(t13*t36) + 1.0/2.0*t29 + t30);
    jacobian[4*89 + 4] = t48;
    jacobian[85*89 + 4] = -48.0*LOOP_FACTOR*(m_Q_re*t29);
    jacobian[5*89 + 5] = t48;
    jacobian[85*89 + 5] = -48.0*LOOP_FACTOR*(m_Q_im*t29);
    double t6[18];
    adjoint(3, 3, Yu, t6);
    double t7[18];
    adjoint(3, 3, Ynu, t7);
    double t8[18];
    adjoint(3, 3, Yd, t8);
    double t9[18];
    adjoint(3, 3, Ye, t9);
    const double t14 = t11 - 4.0/3.0*(inner_re(3, 3, Yu, t6) + 1.0/3.0*inner_re(3, 3, Ynu, t7));
    const double t15 = inner_re(3, 3, Yd, t8) + 1.0/3.0*inner_re(3, 3, Ye, t9) - 3.0/4.0*t14;
    const double t16 = -8.0*(t10 - 3.0/8.0*t15);
    double t18[18];
    multiply(3, 1, 3, YQ, t17, t18);
    double t19[18];
    multiply(3, 3, 3, Yd, t8, t19);
    double t20[18];
    multiply(3, 3, 3, Yu, t6, t20);
    double t42[18] = {0.0};
    add(18, 1.0/2.0*LOOP_FACTOR, t18, t42);
    add(18, -3.0/2.0*LOOP_FACTOR, t19, t42);
    add(18, 3.0/2.0*LOOP_FACTOR, t20, t42);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Yu[18] = {0.0};
    
        d_Yu[k] = 1.0;
        const double t85 = inner_re(3, 3, t6, d_Yu);
        double t86[18];
        multiply(3, 3, 3, d_Yu, t6, t86);
        double t87[18];
        adjoint(3, 3, t86, t87);
        double t88[18] = {0.0};
        add(18, 1.0, t86, t88);
        add(18, 1.0, t87, t88);
        const double t89 = 6.0*LOOP_FACTOR*t85;
        double t90[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t88, t90);
        double t91[18];
        multiply(3, 3, 3, t90, Yu, t91);
        double t92[18];
        multiply(3, 3, 3, t42, d_Yu, t92);
        double t93[18] = {0.0};
        add(18, 1.0, t91, t93);
        add(18, 1.0, t92, t93);
        double t94[18] = {0.0};
        add(18, t89, Yu, t94);
        add(18, LOOP_FACTOR*(-17.0/12.0*t12 - 2.0/27.0*(t5*t13) + t16), d_Yu, t94);
        add(18, 1.0, t93, t94);
        double t95[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t88, t95);
        double t96[18];
        multiply(3, 3, 3, t95, Yd, t96);
        double t97[18] = {0.0};
        add(18, t89, Yd, t97);
        add(18, 1.0, t96, t97);
        double t98[18] = {0.0};
        add(18, t89, Ye, t98);
        double t99[18] = {0.0};
        add(18, 1.0/2.0*LOOP_FACTOR, t88, t99);
        double t100[6];
        multiply(3, 3, 1, t99, YQ, t100);
        double t101[6] = {0.0};
        add(6, 1.0, t100, t101);
        double t102[18] = {0.0};
        add(18, t89, Ynu, t102);
        store(18, t94, jacobian + 6*89 + 6 + k, 89);
        store(18, t97, jacobian + 24*89 + 6 + k, 89);
        store(18, t98, jacobian + 42*89 + 6 + k, 89);
        store(6, t101, jacobian + 60*89 + 6 + k, 89);
        store(18, t102, jacobian + 66*89 + 6 + k, 89);
        jacobian[84*89 + 6 + k] = 12.0*LOOP_FACTOR*(mH2*t85);
        jacobian[86*89 + 6 + k] = LOOP_FACTOR*(-12.0*inner_re(3, 3, t20, t88) + 24.0*(lambda*t85));
        jacobian[88*89 + 6 + k] = LOOP_FACTOR*(-12.0*inner_re(3, 3, t18, t88) + 12.0*lambda_mix*t85);
    }
    double t43[18] = {0.0};
    add(18, 1.0/2.0*LOOP_FACTOR, t18, t43);
    add(18, 3.0/2.0*LOOP_FACTOR, t19, t43);
    add(18, -3.0/2.0*LOOP_FACTOR, t20, t43);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Yd[18] = {0.0};
    
        d_Yd[k] = 1.0;
        const double t103 = inner_re(3, 3, t8, d_Yd);
        double t104[18];
        multiply(3, 3, 3, d_Yd, t8, t104);
        double t105[18];
        adjoint(3, 3, t104, t105);
        double t106[18] = {0.0};
        add(18, 1.0, t104, t106);
        add(18, 1.0, t105, t106);
        const double t107 = 6.0*LOOP_FACTOR*t103;
        double t108[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t106, t108);
        double t109[18];
        multiply(3, 3, 3, t108, Yu, t109);
        double t110[18] = {0.0};
        add(18, t107, Yu, t110);
        add(18, 1.0, t109, t110);
        double t111[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t106, t111);
        double t112[18];
        multiply(3, 3, 3, t111, Yd, t112);
        double t113[18];
        multiply(3, 3, 3, t43, d_Yd, t113);
        double t114[18] = {0.0};
        add(18, 1.0, t112, t114);
        add(18, 1.0, t113, t114);
        double t115[18] = {0.0};
        add(18, t107, Yd, t115);
        add(18, LOOP_FACTOR*(-5.0/12.0*t12 - 2.0/27.0*(t13*t21) + t16), d_Yd, t115);
        add(18, 1.0, t114, t115);
        double t116[18] = {0.0};
        add(18, t107, Ye, t116);
        double t117[18] = {0.0};
        add(18, 1.0/2.0*LOOP_FACTOR, t106, t117);
        double t118[6];
        multiply(3, 3, 1, t117, YQ, t118);
        double t119[6] = {0.0};
        add(6, 1.0, t118, t119);
        double t120[18] = {0.0};
        add(18, t107, Ynu, t120);
        store(18, t110, jacobian + 6*89 + 24 + k, 89);
        store(18, t115, jacobian + 24*89 + 24 + k, 89);
        store(18, t116, jacobian + 42*89 + 24 + k, 89);
        store(6, t119, jacobian + 60*89 + 24 + k, 89);
        store(18, t120, jacobian + 66*89 + 24 + k, 89);
        jacobian[84*89 + 24 + k] = 12.0*LOOP_FACTOR*(mH2*t103);
        jacobian[86*89 + 24 + k] = LOOP_FACTOR*(-12.0*inner_re(3, 3, t19, t106) + 24.0*(lambda*t103));
        jacobian[88*89 + 24 + k] = LOOP_FACTOR*(-12.0*inner_re(3, 3, t18, t106) + 12.0*lambda_mix*t103);
    }
    double t23[18];
    multiply(3, 3, 3, Ye, t9, t23);
    double t24[18];
    multiply(3, 3, 3, Ynu, t7, t24);
    const double t44 = -3.0*LOOP_FACTOR*t13;
    double t45[18] = {0.0};
    add(18, t44, t22, t45);
    add(18, 3.0/2.0*LOOP_FACTOR, t23, t45);
    add(18, -3.0/2.0*LOOP_FACTOR, t24, t45);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Ye[18] = {0.0};
    
        d_Ye[k] = 1.0;
        const double t121 = inner_re(3, 3, t9, d_Ye);
        double t122[18];
        multiply(3, 3, 3, d_Ye, t9, t122);
        double t123[18];
        adjoint(3, 3, t122, t123);
        double t124[18] = {0.0};
        add(18, 1.0, t122, t124);
        add(18, 1.0, t123, t124);
        const double t125 = 2.0*LOOP_FACTOR*t121;
        double t126[18] = {0.0};
        add(18, t125, Yu, t126);
        double t127[18] = {0.0};
        add(18, t125, Yd, t127);
        double t128[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t124, t128);
        double t129[18];
        multiply(3, 3, 3, t128, Ye, t129);
        double t130[18];
        multiply(3, 3, 3, t45, d_Ye, t130);
        double t131[18] = {0.0};
        add(18, 1.0, t129, t131);
        add(18, 1.0, t130, t131);
        double t132[18] = {0.0};
        add(18, t44, d_Ye, t132);
        double t133[18];
        multiply(3, 3, 3, t132, t25, t133);
        double t134[18] = {0.0};
        add(18, t125, Ye, t134);
        add(18, LOOP_FACTOR*(-15.0/4.0*t12 + 3.0*t15), d_Ye, t134);
        add(18, 1.0, t131, t134);
        add(18, 1.0, t133, t134);
        double t135[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t124, t135);
        double t136[18];
        multiply(3, 3, 3, t135, Ynu, t136);
        double t137[18] = {0.0};
        add(18, t125, Ynu, t137);
        add(18, 1.0, t136, t137);
        store(18, t126, jacobian + 6*89 + 42 + k, 89);
        store(18, t127, jacobian + 24*89 + 42 + k, 89);
        store(18, t134, jacobian + 42*89 + 42 + k, 89);
        store(18, t137, jacobian + 66*89 + 42 + k, 89);
        jacobian[84*89 + 42 + k] = 4.0*LOOP_FACTOR*(mH2*t121);
        jacobian[86*89 + 42 + k] = LOOP_FACTOR*(-4.0*inner_re(3, 3, t23, t124) + 8.0*(lambda*t121));
        jacobian[88*89 + 42 + k] = 4.0*LOOP_FACTOR*(lambda_mix*t121);
    }
    double t46[18] = {0.0};
    add(18, 1.0/2.0*LOOP_FACTOR, t18, t46);
    add(18, 1.0/2.0*LOOP_FACTOR, t19, t46);
    add(18, 1.0/2.0*LOOP_FACTOR, t20, t46);
    
    for (size_t k = 0; k < 6; ++k) {
        double d_YQ[6] = {0.0};
    
        d_YQ[k] = 1.0;
        double t138[18];
        multiply(3, 1, 3, d_YQ, t17, t138);
        double t139[18];
        adjoint(3, 3, t138, t139);
        double t140[18] = {0.0};
        add(18, 1.0, t138, t140);
        add(18, 1.0, t139, t140);
        const double t141 = inner_re(1, 3, t17, d_YQ);
        const double t142 = -24.0*(t29*t141) - 12.0*inner_re(3, 3, t18, t140) + 48.0*lambda_Phi*t141;
        const double t143 = -12.0*inner_re(3, 3, t19, t140) - 12.0*inner_re(3, 3, t20, t140) + 24.0*lambda_mix*t141;
        double t144[18] = {0.0};
        add(18, 1.0/2.0*LOOP_FACTOR, t140, t144);
        double t145[18];
        multiply(3, 3, 3, t144, Yu, t145);
        double t146[18] = {0.0};
        add(18, 1.0, t145, t146);
        double t147[18];
        multiply(3, 3, 3, t144, Yd, t147);
        double t148[18] = {0.0};
        add(18, 1.0, t147, t148);
        double t149[6];
        multiply(3, 3, 1, t144, YQ, t149);
        double t150[6];
        multiply(3, 3, 1, t46, d_YQ, t150);
        double t151[6] = {0.0};
        add(6, 1.0, t149, t151);
        add(6, 1.0, t150, t151);
        double t152[6] = {0.0};
        add(6, 13.0*LOOP_FACTOR*t141, YQ, t152);
        add(6, LOOP_FACTOR*(-2.0/27.0*(t13*t28) + 13.0/2.0*t29 + t30), d_YQ, t152);
        add(6, 1.0, t151, t152);
        const double t153 = LOOP_FACTOR*t141;
        jacobian[4*89 + 60 + k] = m_Q_re*t153;
        jacobian[5*89 + 60 + k] = m_Q_im*t153;
        store(18, t146, jacobian + 6*89 + 60 + k, 89);
        store(18, t148, jacobian + 24*89 + 60 + k, 89);
        store(6, t152, jacobian + 60*89 + 60 + k, 89);
        jacobian[85*89 + 60 + k] = LOOP_FACTOR*(-48.0*((m_Q_re*m_Q_re + m_Q_im*m_Q_im)*t141) + 24.0*mPhi2*t141);
        jacobian[87*89 + 60 + k] = LOOP_FACTOR*t142;
        jacobian[88*89 + 60 + k] = LOOP_FACTOR*t143;
    }
    const double t31 = t12 - 4.0*t15;
    double t47[18] = {0.0};
    add(18, t44, t22, t47);
    add(18, -3.0/2.0*LOOP_FACTOR, t23, t47);
    add(18, 3.0/2.0*LOOP_FACTOR, t24, t47);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Ynu[18] = {0.0};
    
        d_Ynu[k] = 1.0;
        const double t154 = inner_re(3, 3, t7, d_Ynu);
        double t155[18];
        multiply(3, 3, 3, d_Ynu, t7, t155);
        double t156[18];
        adjoint(3, 3, t155, t156);
        double t157[18] = {0.0};
        add(18, 1.0, t155, t157);
        add(18, 1.0, t156, t157);
        const double t158 = 2.0*LOOP_FACTOR*t154;
        double t159[18] = {0.0};
        add(18, t158, Yu, t159);
        double t160[18] = {0.0};
        add(18, t158, Yd, t160);
        double t161[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t157, t161);
        double t162[18];
        multiply(3, 3, 3, t161, Ye, t162);
        double t163[18] = {0.0};
        add(18, t158, Ye, t163);
        add(18, 1.0, t162, t163);
        double t164[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t157, t164);
        double t165[18];
        multiply(3, 3, 3, t164, Ynu, t165);
        double t166[18];
        multiply(3, 3, 3, t47, d_Ynu, t166);
        double t167[18] = {0.0};
        add(18, 1.0, t165, t167);
        add(18, 1.0, t166, t167);
        double t168[18] = {0.0};
        add(18, t44, d_Ynu, t168);
        double t169[18];
        multiply(3, 3, 3, t168, t32, t169);
        double t170[18] = {0.0};
        add(18, t158, Ynu, t170);
        add(18, -3.0/4.0*LOOP_FACTOR*t31, d_Ynu, t170);
        add(18, 1.0, t167, t170);
        add(18, 1.0, t169, t170);
        store(18, t159, jacobian + 6*89 + 66 + k, 89);
        store(18, t160, jacobian + 24*89 + 66 + k, 89);
        store(18, t163, jacobian + 42*89 + 66 + k, 89);
        store(18, t170, jacobian + 66*89 + 66 + k, 89);
        jacobian[84*89 + 66 + k] = 4.0*LOOP_FACTOR*(mH2*t154);
        jacobian[86*89 + 66 + k] = LOOP_FACTOR*(-4.0*inner_re(3, 3, t24, t157) + 8.0*(lambda*t154));
        jacobian[88*89 + 66 + k] = 4.0*LOOP_FACTOR*(lambda_mix*t154);
    }
    const double t37 = lambda - 1.0/8.0*t31;
    const double t39 = t38 - 8.0*t37;
    const double t171 = 4.0*lambda_mix*LOOP_FACTOR;
    jacobian[84*89 + 84] = -3.0/2.0*LOOP_FACTOR*t39;
    jacobian[85*89 + 84] = t171;
    const double t40 = 8.0*(lambda_Phi + 3.0/2.0*t29);
    const double t172 = 2.0*lambda_mix*LOOP_FACTOR;
    jacobian[84*89 + 85] = t172;
    jacobian[85*89 + 85] = LOOP_FACTOR*(-6.0*t13 + t40);
    jacobian[84*89 + 86] = 12.0*mH2*LOOP_FACTOR;
    jacobian[86*89 + 86] = -3.0*LOOP_FACTOR*(t39 - 8.0*lambda);
    jacobian[88*89 + 86] = 12.0*lambda_mix*LOOP_FACTOR;
    jacobian[85*89 + 87] = 8.0*mPhi2*LOOP_FACTOR;
    jacobian[87*89 + 87] = LOOP_FACTOR*(-12.0*t13 + 20.0*lambda_Phi + 24.0*t29 + 20.0*lambda_Phi);
    jacobian[88*89 + 87] = 8.0*lambda_mix*LOOP_FACTOR;
    jacobian[84*89 + 88] = 2.0*mPhi2*LOOP_FACTOR;
    jacobian[85*89 + 88] = 4.0*mH2*LOOP_FACTOR;
    jacobian[86*89 + 88] = t172;
    jacobian[87*89 + 88] = t171;
    jacobian[88*89 + 88] = LOOP_FACTOR*(-3.0/2.0*(t13*t41) + 4.0*lambda_mix + 12.0*t37 + t40 + 4.0*lambda_mix);
}

int accidental_beta(const double *x, int loops, double *dx)
{
    return accidental_beta_batch(1, x, loops, dx);
}

int accidental_beta_batch(size_t points, const double *x, int loops, double *dx)
{
    switch (loops) {
    case 1:
        beta_1(points, x, dx);
        return 0;
    default:
        return 1;
    }
}

int accidental_jacobian(const double *x, int loops, double *jacobian)
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

int accidental_stable(const double *x)
{
    int stable;

    accidental_stable_batch(1, x, &stable);
    return stable;
}

/* Roots of negative numbers are not positive, as it should be. */
void accidental_stable_batch(size_t n, const double *x, int *stable)
{
    size_t p;

    for (p = 0; p < n; ++p) {
        const double lambda = x[86*n + p];
        const double lambda_Phi = x[87*n + p];
        const double lambda_mix = x[88*n + p];
        stable[p] = (lambda > 0.0);
        stable[p] = (lambda_Phi > 0.0) ? stable[p] : 0;
        stable[p] = (lambda_mix + 2.0*sqrt(lambda*lambda_Phi) > 0.0) ? stable[p] : 0;
    }
}

const char *const accidental_observables_inputs[] = {
    "a_Y",
    "a_e",
    "a_mu",
    "a_tau",
    "g1",
    "g2",
    "gX",
    "m_Q",
    "v",
    "v_Phi",
    NULL
};

const char *const accidental_observables_names[] = {
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
    "BR\050Z\047 -\076 QL4.up QL4.up\051",
    "BR\050Z\047 -\076 QL4.down QL4.down\051",
    "BR\050Z\047 -\076 H H\051",
    "BR\050Z\047 -\076 invisible\051",
    "sigma\050nu_mu -\076 nu_mu mu mu\051\057SM from Z\047",
    "sigma\050mu mu -\076 Z\047 -\076 invisible\051\057sigma\050mu mu -\076 Z -\076 nu nu\051 at 3 TeV",
    "rho - 1, tree level",
    "Gamma\050Z -\076 e e\051\057Gamma\050Z -\076 mu mu\051 - 1",
    "Gamma\050Z -\076 tau tau\051\057Gamma\050Z -\076 mu mu\051 - 1",
    "alpha\050g1\051",
    "Landau pole of g1\057mu, one loop",
    "alpha\050gX\051",
    "Landau pole of gX\057mu, one loop",
    NULL
};

void accidental_observables(const double *in, double *out)
{
    const double a_Y = in[0];
    const double a_e = in[1];
    const double a_mu = in[2];
    const double a_tau = in[3];
    const double g1 = in[4];
    const double g2 = in[5];
    const double gX = in[6];
    const double v = in[8];
    const double v_Phi = in[9];
    const double m_Q = in[7];
    const double t1 = v*v;
    const double t2 = g1*g1;
    const double t3 = g2*g2;
    const double t4 = t2 + t3;
    const double t5 = sqrt(t4);
    const double t6 = gX*gX;
    const double t7 = v_Phi*v_Phi;
    const double t8 = a_Y*a_Y;
    const double t9 = t1*t6*t8;
    const double t10 = -t1*t2 - t1*t3 + 4.0*t6*t7 + t9;
    const double t11 = 1.0/2.0*atan(2.0*a_Y*gX*t1*t5/t10);
    const double t12 = 1.0/2.0*(t6*t7);
    const double t13 = t1*t2;
    const double t14 = t1*t3;
    const double t15 = sqrt(4.0*t4*t6*t8*(t1*t1)/(t10*t10) + 1.0)*(t13 + t14 - 4.0*t6*t7 - t1*t6*t8);
    const double t16 = t12 - 1.0/8.0*t15 + 1.0/8.0*t13 + 1.0/8.0*t14 + 1.0/8.0*t9;
    const double t17 = sqrt(t16);
    const double t18 = cos(t11);
    const double t19 = -1.0/18.0*(gX*(-3.0*a_Y + 2.0*a_e + 2.0*a_mu + 2.0*a_tau)*t18);
    const double t20 = sin(t11);
    const double t21 = (t2 - 3.0*t3)*t20/(6.0*t5);
    const double t22 = t19 + t21;
    const double t23 = -1.0/9.0*(gX*t18*(a_e + a_mu + a_tau - 6.0*a_Y)) + 2.0*t2*t20/(3.0*t5);
    const double t24 = t22*t22 + t23*t23;
    const double t25 = 0.0/t16;
    const double t26 = -1.0/2.0*(t25*t25);
    const double t27 = (-194798937647521.0/10000000000000000.0)/t16 + t26 + 1.0;
    const double t28 = t22*t23;
    const double t29 = 194798937647521.0/10000000000000000.0/t16;
    const double t30 = t25 - 1.0;
    const double t31 = sqrt(minimum(194798937647521.0/2500000000000000.0/t16 - 1.0, 0.0)*t30);
    const double t32 = 3.0*(t31*(t24*t27 + 6.0*t28*t29));
    const double t33 = t24*((-1620529.0/1000000.0)/t16 + t26 + 1.0) + 6.0*t28*(1620529.0/1000000.0/t16);
    const double t34 = 3.0*(sqrt(t30*minimum(1620529.0/250000.0/t16 - 1.0, 0.0))*t33);
    const double t35 = t24*((-297804049.0/10000.0)/t16 + t26 + 1.0) + 6.0*t28*(297804049.0/10000.0/t16);
    const double t36 = 3.0*(sqrt(t30*minimum(297804049.0/2500.0/t16 - 1.0, 0.0))*t35);
    const double t37 = t20*(t2 + 3.0*t3)/(6.0*t5);
    const double t38 = t19 + t37;
    const double t39 = -t2*t20;
    const double t40 = t39/(3.0*t5) - 1.0/9.0*(gX*t18*(a_e + a_mu + a_tau + 3.0*a_Y));
    const double t41 = t38*t38 + t40*t40;
    const double t42 = t38*t40;
    const double t43 = 3.0*(t31*(t27*t41 + 6.0*t29*t42));
    const double t44 = (
        t41*((-243716980329.0/1000000000000.0)/t16 + t26 + 1.0) + 6.0*t42*(243716980329.0/1000000000000.0/t16)
    );
    const double t45 = 3.0*(sqrt(t30*minimum(243716980329.0/250000000000.0/t16 - 1.0, 0.0))*t44);
    const double t46 = t41*((-17497489.0/1000000.0)/t16 + t26 + 1.0) + 6.0*t42*(17497489.0/1000000.0/t16);
    const double t47 = 3.0*(sqrt(t30*minimum(17497489.0/250000.0/t16 - 1.0, 0.0))*t46);
    const double t48 = -1.0/2.0*(t5*t20);
    const double t49 = a_Y - 2.0*a_e;
    const double t50 = -1.0/2.0*(gX*t18*t49);
    const double t51 = t48 + t50;
    const double t52 = a_e*gX*t18;
    const double t53 = t51*t51;
    const double t54 = t52*t52;
    const double t55 = t53 + t54;
    const double t56 = a_Y - 2.0*a_mu;
    const double t57 = -1.0/2.0*(gX*t18*t56);
    const double t58 = t48 + t57;
    const double t59 = a_mu*gX*t18;
    const double t60 = t58*t58;
    const double t61 = t59*t59;
    const double t62 = t60 + t61;
    const double t63 = a_Y - 2.0*a_tau;
    const double t64 = -1.0/2.0*(gX*t18*t63);
    const double t65 = t48 + t64;
    const double t66 = a_tau*gX*t18;
    const double t67 = t65*t65;
    const double t68 = t66*t66;
    const double t69 = t67 + t68;
    const double t70 = g1 + g2;
    const double t71 = g1 - g2;
    const double t72 = (-t20*t70*t71)/(2.0*t5);
    const double t73 = t50 + t72;
    const double t74 = a_Y - a_e;
    const double t75 = t39/t5;
    const double t76 = -gX*t18*t74 + t75;
    const double t77 = (-2611199276062810514761.0/10000000000000000000000000000.0)/t16 + t26 + 1.0;
    const double t78 = 6.0*(t73*t76)*(2611199276062810514761.0/10000000000000000000000000000.0/t16);
    const double t79 = minimum(2611199276062810514761.0/2500000000000000000000000000.0/t16 - 1.0, 0.0);
    const double t80 = sqrt(t30*t79)*((t73*t73 + t76*t76)*t77 + t78);
    const double t81 = t57 + t72;
    const double t82 = a_Y - a_mu;
    const double t83 = -gX*t18*t82 + t75;
    const double t84 = t81*t81;
    const double t85 = t83*t83;
    const double t86 = sqrt(t30*minimum(44654769253196001.0/1000000000000000000.0/t16 - 1.0, 0.0));
    const double t87 = (t84 + t85)*((-44654769253196001.0/4000000000000000000.0)/t16 + t26 + 1.0);
    const double t88 = t86*(t87 + 6.0*(t81*t83)*(44654769253196001.0/4000000000000000000.0/t16));
    const double t89 = t64 + t72;
    const double t90 = a_Y - a_tau;
    const double t91 = -gX*t18*t90 + t75;
    const double t92 = (
        (t89*t89 + t91*t91)*((-31574802249.0/10000000000.0)/t16 + t26 + 1.0)
        + 6.0*(t89*t91)*(31574802249.0/10000000000.0/t16)
    );
    const double t93 = sqrt(t30*minimum(31574802249.0/2500000000.0/t16 - 1.0, 0.0))*t92;
    const double t94 = -1.0/18.0*(gX*t18*(-3.0*a_Y + 2.0*a_e + 2.0*a_mu + 2.0*a_tau + 18.0));
    const double t95 = t94 + t21;
    const double t96 = minimum(m_Q*m_Q/t16, 1.0/4.0);
    const double t97 = t95*t95;
    const double t98 = sqrt(-4.0*t96 + 1.0);
    const double t99 = -t96 + 1.0;
    const double t100 = 3.0*(t98*((t97 + t97)*t99 + 6.0*t95*t95*t96));
    const double t101 = t94 + t37;
    const double t102 = t101*t101;
    const double t103 = 3.0*(t98*(t99*(t102 + t102) + 6.0*t96*t101*t101));
    const double t104 = -1.0/2.0*(a_Y*gX*t18);
    const double t105 = t39/(2.0*t5);
    const double t106 = t104 + t105 + (-t3*t20)/(2.0*t5);
    const double t107 = t3*t20/(2.0*t5) + t104 + t105;
    const double t108 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0*(t16
        - 161480207716.0/390625.0)
    );
    const double t109 = 1.0/2.0*(t106*t106 + t107*t107)*minimum(-minimum(t108, 0.0), 1.0);
    const double t110 = (
        t32 + t34 + t36 + t43 + t45 + t47 + t55 + t62 + t69 + t80 + t88 + t93 + t100 + t103 + t109
    );
    const double t111 = 96.0*atan(1.0);
    const double t112 = t17*t110/t111;
    const double t113 = 48129.0/12500.0*t16 + 1212482328743739.0/10000000000.0*t58*(t81 + t83);
    const double t114 = 4.0*(t16*t16);
    const double t115 = 2.0*t16 + 1212482328743739.0/10000000000.0*t58*(t81 - t83);
    const double t116 = (
        10338607967496169.0/50000000000000000.0*(t113*t113)/t114
        + 1168262700327067.0/5000000000000000.0*(t115*t115)/t114
    );
    const double t117 = -1.0/2.0*(gX*t20*t56);
    const double t118 = t18*t70*t71/(2.0*t5);
    const double t119 = t117 + t118;
    const double t120 = t2*t18/t5;
    const double t121 = t120 - gX*t20*t82;
    const double t122 = 1.0/2.0*(t5*t18);
    const double t123 = -1.0/2.0*(gX*t20*t49);
    const double t124 = t122 + t123;
    const double t125 = t122 + t117;
    const double t126 = -1.0/2.0*(gX*t20*t63);
    const double t127 = t122 + t126;
    const double t128 = 1.0/8.0*t15 + t12 + 1.0/8.0*t13 + 1.0/8.0*t14 + 1.0/8.0*t9;
    const double t129 = -t128 + 9000000.0;
    const double t130 = 238732414637843.0/4000000000.0*t84 + 238732414637843.0/4000000000.0*t85;
    const double t131 = -t16 + 9000000.0;
    const double t132 = t119*t119;
    const double t133 = t121*t121;
    const double t134 = 238732414637843.0/4000000000.0*t132 + 238732414637843.0/4000000000.0*t133;
    const double t135 = (
        t129*t129*t130*(t53 + t54 + t60 + t61 + t67 + t68)/((t131*t131 + t16*(t112*t112))*t134*(t124*t124
        + t125*t125 + t127*t127))
    );
    const double t136 = t123 + t118;
    const double t137 = t120 - gX*t20*t74;
    const double t138 = t126 + t118;
    const double t139 = t120 - gX*t20*t90;
    const double t140 = t132 + t133;
    const double t141 = (
        -432.0*a_Y + 288.0*a_e + 288.0*a_mu + 288.0*a_tau + 496.0*(a_e*a_e) + 496.0*(a_mu*a_mu)
        + 496.0*(a_tau*a_tau) + 1143.0*t8 - 624.0*a_Y*a_e - 624.0*a_Y*a_mu - 624.0*a_Y*a_tau + 128.0*a_e*a_mu
        + 128.0*a_e*a_tau + 128.0*a_mu*a_tau + 1350.0
    );
    
    out[0] = t17;
    out[1] = t112;
    out[2] = t110/t111;
    out[3] = t32/t110;
    out[4] = t34/t110;
    out[5] = t36/t110;
    out[6] = t43/t110;
    out[7] = t45/t110;
    out[8] = t47/t110;
    out[9] = t55/t110;
    out[10] = t62/t110;
    out[11] = t69/t110;
    out[12] = t80/t110;
    out[13] = t88/t110;
    out[14] = t93/t110;
    out[15] = t100/t110;
    out[16] = t103/t110;
    out[17] = t109/t110;
    out[18] = (t55 + t62 + t69)/t110;
    out[19] = t116 + sqrt(minimum(t16 - 400.0, 0.0));
    out[20] = t135 + sqrt(minimum(t16 - t128, 0.0));
    out[21] = 1.0/4.0*t14/(t128*(-t2/t4 + 1.0)) - 1.0;
    out[22] = (t136*t136 + t137*t137)/t140 - 1.0;
    out[23] = (t138*t138 + t139*t139)/t140 - 1.0;
    out[24] = 197892936801441.0/31250000000000000.0*t2;
    out[25] = exp(5595366274633337.0/500000000000000.0/t2);
    out[26] = 197892936801441.0/31250000000000000.0*t6;
    out[27] = exp(399718978244119.0/31250000000.0/(t6*t141));
}
