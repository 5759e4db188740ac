/* malaphoric: B3 - L2 with kinetic mixing: see malaphoric.h for conventions and layout. */
#include "malaphoric.h"

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

/* b = a^T, of rows x columns complex numbers. */
OUTLINE static void transpose(int rows, int columns, const double *restrict a, double *restrict b)
{
    int i, j;

    for (i = 0; i < rows; ++i)
        for (j = 0; j < columns; ++j) {
            b[2*(i*columns + j)] = a[2*(j*rows + i)];
            b[2*(i*columns + j) + 1] = a[2*(j*rows + i) + 1];
        }
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
        const double epsilon = x[4*n + p];
        double Yu[18];
        load(18, x + 5*n + p, n, Yu);
        double Yd[18];
        load(18, x + 23*n + p, n, Yd);
        double Ye[18];
        load(18, x + 41*n + p, n, Ye);
        double Ynu[18];
        load(18, x + 59*n + p, n, Ynu);
        double MN[18];
        load(18, x + 77*n + p, n, MN);
        const double mH2 = x[95*n + p];
        const double lambda = x[96*n + p];
        const double mtheta2 = x[97*n + p];
        const double lambda_theta = x[98*n + p];
        const double lambda_mix = x[99*n + p];
        const double t1 = 1.0/(-epsilon*epsilon + 1.0);
        const double t2 = g1*g1*t1;
        const double t3 = gX*gX*t1;
        double t4[18];
        adjoint(3, 3, Yu, t4);
        double t5[18];
        adjoint(3, 3, Ynu, t5);
        double t6[18];
        adjoint(3, 3, Yd, t6);
        double t7[18];
        adjoint(3, 3, Ye, t7);
        const double t8 = g3*g3;
        const double t9 = g2*g2;
        const double t10 = t9 - 4.0/3.0*(inner_re(3, 3, Yu, t4) + 1.0/3.0*inner_re(3, 3, Ynu, t5));
        const double t11 = inner_re(3, 3, Yd, t6) + 1.0/3.0*inner_re(3, 3, Ye, t7) - 3.0/4.0*t10;
        const double t12 = -8.0*(t8 - 3.0/8.0*t11);
        const double t13 = g1*gX*epsilon*t1;
        const double t14[18] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0};
        double t15[18];
        multiply(3, 3, 3, Yd, t6, t15);
        double t16[18];
        multiply(3, 3, 3, Yu, t4, t16);
        const double t17[18] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
        const double t18[18] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
        double t19[18];
        multiply(3, 3, 3, Ye, t7, t19);
        double t20[18];
        multiply(3, 3, 3, Ynu, t5, t20);
        const double t21 = t2 - 4.0*t11;
        double t22[18];
        multiply(3, 3, 3, t5, Ynu, t22);
        double t23[18];
        transpose(3, 3, t22, t23);
        double t24[18];
        multiply(3, 3, 3, MN, t5, t24);
        const double t25 = gX*gX;
        double t26[18];
        adjoint(3, 3, t24, t26);
        const double t27 = lambda - 1.0/8.0*t21;
        const double t28 = 2.0*(mtheta2*lambda_mix) - 16.0*inner_re(3, 3, t24, t26) + 12.0*(mH2*t27);
        const double t29 = lambda_mix*lambda_mix;
        const double t30 = (
            t29 + 3.0/8.0*(t2*t2) - 6.0*inner_re(3, 3, t16, t16) - 2.0*inner_re(3, 3, t20, t20)
            - 6.0*inner_re(3, 3, t15, t15) - 2.0*inner_re(3, 3, t19, t19) + t9*(9.0/8.0*t9 + 3.0/4.0*t2)
            + 24.0*(lambda*t27)
        );
        const double t31 = lambda_theta - 3.0/4.0*t3;
        const double t32 = LOOP_FACTOR*t13;
        const double t33 = -3.0*t3*LOOP_FACTOR;
        double t34[18] = {0.0};
        add(18, t32, t14, t34);
        add(18, t33, t14, t34);
        add(18, -3.0/2.0*LOOP_FACTOR, t15, t34);
        add(18, 3.0/2.0*LOOP_FACTOR, t16, t34);
        double t35[18];
        multiply(3, 3, 3, t34, Yu, t35);
        double t36[18] = {0.0};
        add(18, 4.0*LOOP_FACTOR*t13, Yu, t36);
        double t37[18];
        multiply(3, 3, 3, t36, t14, t37);
        double t38[18] = {0.0};
        add(18, t33, Yu, t38);
        double t39[18];
        multiply(3, 3, 3, t38, t14, t39);
        double t40[18] = {0.0};
        add(18, LOOP_FACTOR*(-17.0/12.0*t2 + t12), Yu, t40);
        add(18, 1.0, t35, t40);
        add(18, 1.0, t37, t40);
        add(18, 1.0, t39, t40);
        double t41[18] = {0.0};
        add(18, t32, t14, t41);
        add(18, t33, t14, t41);
        add(18, 3.0/2.0*LOOP_FACTOR, t15, t41);
        add(18, -3.0/2.0*LOOP_FACTOR, t16, t41);
        double t42[18];
        multiply(3, 3, 3, t41, Yd, t42);
        double t43[18] = {0.0};
        add(18, -2.0*LOOP_FACTOR*t13, Yd, t43);
        double t44[18];
        multiply(3, 3, 3, t43, t14, t44);
        double t45[18] = {0.0};
        add(18, t33, Yd, t45);
        double t46[18];
        multiply(3, 3, 3, t45, t14, t46);
        double t47[18] = {0.0};
        add(18, LOOP_FACTOR*(-5.0/12.0*t2 + t12), Yd, t47);
        add(18, 1.0, t42, t47);
        add(18, 1.0, t44, t47);
        add(18, 1.0, t46, t47);
        const double t48 = -3.0*LOOP_FACTOR*t13;
        double t49[18] = {0.0};
        add(18, t48, t17, t49);
        add(18, t33, t18, t49);
        add(18, 3.0/2.0*LOOP_FACTOR, t19, t49);
        add(18, -3.0/2.0*LOOP_FACTOR, t20, t49);
        double t50[18];
        multiply(3, 3, 3, t49, Ye, t50);
        double t51[18] = {0.0};
        add(18, -6.0*LOOP_FACTOR*t13, Ye, t51);
        double t52[18];
        multiply(3, 3, 3, t51, t17, t52);
        double t53[18] = {0.0};
        add(18, t33, Ye, t53);
        double t54[18];
        multiply(3, 3, 3, t53, t18, t54);
        double t55[18] = {0.0};
        add(18, LOOP_FACTOR*(-15.0/4.0*t2 + 3.0*t11), Ye, t55);
        add(18, 1.0, t50, t55);
        add(18, 1.0, t52, t55);
        add(18, 1.0, t54, t55);
        double t56[18] = {0.0};
        add(18, t48, t17, t56);
        add(18, t33, t18, t56);
        add(18, -3.0/2.0*LOOP_FACTOR, t19, t56);
        add(18, 3.0/2.0*LOOP_FACTOR, t20, t56);
        double t57[18];
        multiply(3, 3, 3, t56, Ynu, t57);
        double t58[18] = {0.0};
        add(18, t33, Ynu, t58);
        double t59[18];
        multiply(3, 3, 3, t58, t18, t59);
        double t60[18] = {0.0};
        add(18, -3.0/4.0*LOOP_FACTOR*t21, Ynu, t60);
        add(18, 1.0, t57, t60);
        add(18, 1.0, t59, t60);
        double t61[18] = {0.0};
        add(18, t33, t18, t61);
        add(18, LOOP_FACTOR, t23, t61);
        double t62[18];
        multiply(3, 3, 3, t61, MN, t62);
        double t63[18] = {0.0};
        add(18, t33, MN, t63);
        double t64[18];
        multiply(3, 3, 3, t63, t18, t64);
        double t65[18] = {0.0};
        add(18, LOOP_FACTOR, t24, t65);
        double t66[18];
        multiply(3, 3, 3, t65, Ynu, t66);
        double t67[18] = {0.0};
        add(18, 1.0, t62, t67);
        add(18, 1.0, t64, t67);
        add(18, 1.0, t66, t67);
        
        dx[p] = -7.0*LOOP_FACTOR*(g3*t8);
        dx[n + p] = -19.0/6.0*LOOP_FACTOR*(g2*t9);
        dx[2*n + p] = 41.0/6.0*LOOP_FACTOR*(g1*(g1*g1));
        dx[3*n + p] = 97.0/3.0*LOOP_FACTOR*(gX*t25);
        dx[4*n + p] = LOOP_FACTOR*(97.0/3.0*(epsilon*t25) + g1*(41.0/6.0*(g1*epsilon) - 32.0/3.0*gX));
        store(18, t40, dx + 5*n + p, n);
        store(18, t47, dx + 23*n + p, n);
        store(18, t55, dx + 41*n + p, n);
        store(18, t60, dx + 59*n + p, n);
        store(18, t67, dx + 77*n + p, n);
        dx[95*n + p] = LOOP_FACTOR*t28;
        dx[96*n + p] = LOOP_FACTOR*t30;
        dx[97*n + p] = LOOP_FACTOR*(4.0*(mH2*lambda_mix) + 8.0*(mtheta2*t31));
        dx[98*n + p] = LOOP_FACTOR*(2.0*t29 + 6.0*(t3*t3) + lambda_theta*(20.0*lambda_theta - 12.0*t3));
        dx[99*n + p] = LOOP_FACTOR*(3.0*(t13*t13) + lambda_mix*(4.0*lambda_mix + 12.0*t27 + 8.0*t31));
    }
}

/* Parts of what is below, one after the other: compilers take long for long functions. */
static void jacobian_1_1(const double *restrict x, double *restrict shared, double *restrict jacobian)
{
    const double g3 = x[0];
    const double g2 = x[1];
    const double g1 = x[2];
    const double gX = x[3];
    const double epsilon = x[4];
    const double *Yu = x + 5;
    const double *Yd = x + 23;
    const double *Ye = x + 41;
    const double *Ynu = x + 59;
    const double *MN = x + 77;
    const double mH2 = x[95];
    const double lambda = x[96];
    const double mtheta2 = x[97];
    const double lambda_theta = x[98];
    const double lambda_mix = x[99];
    const double t9 = g3*g3;
    const double t39 = -16.0*g3*LOOP_FACTOR;
    double t40[18] = {0.0};
    add(18, t39, Yu, t40);
    double t41[18] = {0.0};
    add(18, t39, Yd, t41);
    jacobian[0*100 + 0] = -7.0*LOOP_FACTOR*(t9 + 2.0*g3*g3);
    store(18, t40, jacobian + 5*100 + 0, 100);
    store(18, t41, jacobian + 23*100 + 0, 100);
    const double t1 = -epsilon*epsilon + 1.0;
    const double t2 = 1.0/t1;
    const double t3 = g1*g1*t2;
    const double t10 = g2*g2;
    const double t42 = -9.0/2.0*g2*LOOP_FACTOR;
    double t43[18] = {0.0};
    add(18, t42, Yu, t43);
    double t44[18] = {0.0};
    add(18, t42, Yd, t44);
    double t45[18] = {0.0};
    add(18, t42, Ye, t45);
    double t46[18] = {0.0};
    add(18, t42, Ynu, t46);
    jacobian[1*100 + 1] = -19.0/6.0*LOOP_FACTOR*(t10 + 2.0*g2*g2);
    store(18, t43, jacobian + 5*100 + 1, 100);
    store(18, t44, jacobian + 23*100 + 1, 100);
    store(18, t45, jacobian + 41*100 + 1, 100);
    store(18, t46, jacobian + 59*100 + 1, 100);
    jacobian[95*100 + 1] = -9.0*LOOP_FACTOR*(g2*mH2);
    jacobian[96*100 + 1] = LOOP_FACTOR*(2.0*g2*(9.0/8.0*t10 + 3.0/4.0*t3) + 9.0/4.0*g2*t10 - 18.0*(g2*lambda));
    jacobian[99*100 + 1] = -9.0*LOOP_FACTOR*(g2*lambda_mix);
    const double t14 = g1*gX*epsilon*t2;
    const double t15[18] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0};
    const double t18[18] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -3.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    const double t47 = g1*t2;
    const double t48 = gX*epsilon*t2;
    double t49[18] = {0.0};
    add(18, LOOP_FACTOR*t48, t15, t49);
    double t50[18];
    multiply(3, 3, 3, t49, Yu, t50);
    double t51[18] = {0.0};
    add(18, 4.0*LOOP_FACTOR*t48, Yu, t51);
    double t52[18];
    multiply(3, 3, 3, t51, t15, t52);
    double t53[18] = {0.0};
    add(18, -17.0/6.0*LOOP_FACTOR*t47, Yu, t53);
    add(18, 1.0, t50, t53);
    add(18, 1.0, t52, t53);
    double t54[18];
    multiply(3, 3, 3, t49, Yd, t54);
    double t55[18] = {0.0};
    add(18, -2.0*LOOP_FACTOR*t48, Yd, t55);
    double t56[18];
    multiply(3, 3, 3, t55, t15, t56);
    double t57[18] = {0.0};
    add(18, -5.0/6.0*LOOP_FACTOR*t47, Yd, t57);
    add(18, 1.0, t54, t57);
    add(18, 1.0, t56, t57);
    double t58[18] = {0.0};
    add(18, -3.0*LOOP_FACTOR*t48, t18, t58);
    double t59[18];
    multiply(3, 3, 3, t58, Ye, t59);
    double t60[18] = {0.0};
    add(18, -6.0*LOOP_FACTOR*t48, Ye, t60);
    double t61[18];
    multiply(3, 3, 3, t60, t18, t61);
    double t62[18] = {0.0};
    add(18, -15.0/2.0*LOOP_FACTOR*t47, Ye, t62);
    add(18, 1.0, t59, t62);
    add(18, 1.0, t61, t62);
    double t63[18];
    multiply(3, 3, 3, t58, Ynu, t63);
    double t64[18] = {0.0};
    add(18, -3.0/2.0*LOOP_FACTOR*t47, Ynu, t64);
    add(18, 1.0, t63, t64);
    jacobian[2*100 + 2] = 41.0/6.0*LOOP_FACTOR*(g1*g1 + 2.0*g1*g1);
    jacobian[4*100 + 2] = LOOP_FACTOR*(41.0/6.0*(g1*epsilon) - 32.0/3.0*gX + 41.0/6.0*g1*epsilon);
    store(18, t53, jacobian + 5*100 + 2, 100);
    store(18, t57, jacobian + 23*100 + 2, 100);
    store(18, t62, jacobian + 41*100 + 2, 100);
    store(18, t64, jacobian + 59*100 + 2, 100);
    jacobian[95*100 + 2] = -3.0*LOOP_FACTOR*(mH2*t47);
    jacobian[96*100 + 2] = LOOP_FACTOR*(3.0/2.0*(t3*t47) + 3.0/2.0*t10*t47 - 6.0*(lambda*t47));
    jacobian[99*100 + 2] = LOOP_FACTOR*(6.0*(t14*t48) - 3.0*lambda_mix*t47);
    const double t4 = gX*gX*t2;
    shared[0] = t4;
    const double t19[18] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 9.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
    store(18, t19, shared + 1, 1);
    const double t26 = gX*gX;
    const double t65 = g1*epsilon*t2;
    const double t66 = gX*t2;
    const double t67 = -6.0*LOOP_FACTOR*t66;
    double t68[18] = {0.0};
    add(18, LOOP_FACTOR*t65, t15, t68);
    add(18, t67, t15, t68);
    double t69[18];
    multiply(3, 3, 3, t68, Yu, t69);
    double t70[18] = {0.0};
    add(18, 4.0*LOOP_FACTOR*t65, Yu, t70);
    double t71[18];
    multiply(3, 3, 3, t70, t15, t71);
    double t72[18] = {0.0};
    add(18, t67, Yu, t72);
    double t73[18];
    multiply(3, 3, 3, t72, t15, t73);
    double t74[18] = {0.0};
    add(18, 1.0, t69, t74);
    add(18, 1.0, t71, t74);
    add(18, 1.0, t73, t74);
    double t75[18];
    multiply(3, 3, 3, t68, Yd, t75);
    double t76[18] = {0.0};
    add(18, -2.0*LOOP_FACTOR*t65, Yd, t76);
    double t77[18];
    multiply(3, 3, 3, t76, t15, t77);
    double t78[18] = {0.0};
    add(18, t67, Yd, t78);
    double t79[18];
    multiply(3, 3, 3, t78, t15, t79);
    double t80[18] = {0.0};
    add(18, 1.0, t75, t80);
    add(18, 1.0, t77, t80);
    add(18, 1.0, t79, t80);
    double t81[18] = {0.0};
    add(18, -3.0*LOOP_FACTOR*t65, t18, t81);
    add(18, t67, t19, t81);
    double t82[18];
    multiply(3, 3, 3, t81, Ye, t82);
    double t83[18] = {0.0};
    add(18, -6.0*LOOP_FACTOR*t65, Ye, t83);
    double t84[18];
    multiply(3, 3, 3, t83, t18, t84);
    double t85[18] = {0.0};
    add(18, t67, Ye, t85);
    double t86[18];
    multiply(3, 3, 3, t85, t19, t86);
    double t87[18] = {0.0};
    add(18, 1.0, t82, t87);
    add(18, 1.0, t84, t87);
    add(18, 1.0, t86, t87);
    double t88[18];
    multiply(3, 3, 3, t81, Ynu, t88);
    double t89[18] = {0.0};
    add(18, t67, Ynu, t89);
    double t90[18];
    multiply(3, 3, 3, t89, t19, t90);
    double t91[18] = {0.0};
    add(18, 1.0, t88, t91);
    add(18, 1.0, t90, t91);
    double t92[18] = {0.0};
    add(18, t67, t19, t92);
    double t93[18];
    multiply(3, 3, 3, t92, MN, t93);
    double t94[18] = {0.0};
    add(18, t67, MN, t94);
    double t95[18];
    multiply(3, 3, 3, t94, t19, t95);
    double t96[18] = {0.0};
    add(18, 1.0, t93, t96);
    add(18, 1.0, t95, t96);
    jacobian[3*100 + 3] = 97.0/3.0*LOOP_FACTOR*(t26 + 2.0*gX*gX);
    jacobian[4*100 + 3] = LOOP_FACTOR*(194.0/3.0*(gX*epsilon) - 32.0/3.0*g1);
    store(18, t74, jacobian + 5*100 + 3, 100);
    store(18, t80, jacobian + 23*100 + 3, 100);
    store(18, t87, jacobian + 41*100 + 3, 100);
    store(18, t91, jacobian + 59*100 + 3, 100);
    store(18, t96, jacobian + 77*100 + 3, 100);
    jacobian[97*100 + 3] = -12.0*LOOP_FACTOR*(mtheta2*t66);
    jacobian[98*100 + 3] = LOOP_FACTOR*(24.0*(t4*t66) - 24.0*lambda_theta*t66);
    jacobian[99*100 + 3] = LOOP_FACTOR*(6.0*(t14*t65) - 12.0*lambda_mix*t66);
    const double t97 = 2.0*epsilon*t2/t1;
    const double t98 = g1*g1*t97;
    const double t99 = gX*gX*t97;
    const double t100 = g1*gX*t2 + g1*gX*epsilon*t97;
    const double t101 = -3.0*LOOP_FACTOR*t99;
    double t102[18] = {0.0};
    add(18, LOOP_FACTOR*t100, t15, t102);
    add(18, t101, t15, t102);
    double t103[18];
    multiply(3, 3, 3, t102, Yu, t103);
    double t104[18] = {0.0};
    add(18, 4.0*LOOP_FACTOR*t100, Yu, t104);
    double t105[18];
    multiply(3, 3, 3, t104, t15, t105);
    double t106[18] = {0.0};
    add(18, t101, Yu, t106);
    double t107[18];
    multiply(3, 3, 3, t106, t15, t107);
    double t108[18] = {0.0};
    add(18, -17.0/12.0*LOOP_FACTOR*t98, Yu, t108);
    add(18, 1.0, t103, t108);
    add(18, 1.0, t105, t108);
    add(18, 1.0, t107, t108);
    double t109[18];
    multiply(3, 3, 3, t102, Yd, t109);
    double t110[18] = {0.0};
    add(18, -2.0*LOOP_FACTOR*t100, Yd, t110);
    double t111[18];
    multiply(3, 3, 3, t110, t15, t111);
    double t112[18] = {0.0};
    add(18, t101, Yd, t112);
    double t113[18];
    multiply(3, 3, 3, t112, t15, t113);
    double t114[18] = {0.0};
    add(18, -5.0/12.0*LOOP_FACTOR*t98, Yd, t114);
    add(18, 1.0, t109, t114);
    add(18, 1.0, t111, t114);
    add(18, 1.0, t113, t114);
    double t115[18] = {0.0};
    add(18, -3.0*LOOP_FACTOR*t100, t18, t115);
    add(18, t101, t19, t115);
    double t116[18];
    multiply(3, 3, 3, t115, Ye, t116);
    double t117[18] = {0.0};
    add(18, -6.0*LOOP_FACTOR*t100, Ye, t117);
    double t118[18];
    multiply(3, 3, 3, t117, t18, t118);
    double t119[18] = {0.0};
    add(18, t101, Ye, t119);
    double t120[18];
    multiply(3, 3, 3, t119, t19, t120);
    double t121[18] = {0.0};
    add(18, -15.0/4.0*LOOP_FACTOR*t98, Ye, t121);
    add(18, 1.0, t116, t121);
    add(18, 1.0, t118, t121);
    add(18, 1.0, t120, t121);
    double t122[18];
    multiply(3, 3, 3, t115, Ynu, t122);
    double t123[18] = {0.0};
    add(18, t101, Ynu, t123);
    double t124[18];
    multiply(3, 3, 3, t123, t19, t124);
    double t125[18] = {0.0};
    add(18, -3.0/4.0*LOOP_FACTOR*t98, Ynu, t125);
    add(18, 1.0, t122, t125);
    add(18, 1.0, t124, t125);
    double t126[18] = {0.0};
    add(18, t101, t19, t126);
    double t127[18];
    multiply(3, 3, 3, t126, MN, t127);
    double t128[18] = {0.0};
    add(18, t101, MN, t128);
    double t129[18];
    multiply(3, 3, 3, t128, t19, t129);
    double t130[18] = {0.0};
    add(18, 1.0, t127, t130);
    add(18, 1.0, t129, t130);
    jacobian[4*100 + 4] = LOOP_FACTOR*(97.0/3.0*t26 + 41.0/6.0*g1*g1);
    store(18, t108, jacobian + 5*100 + 4, 100);
    store(18, t114, jacobian + 23*100 + 4, 100);
    store(18, t121, jacobian + 41*100 + 4, 100);
    store(18, t125, jacobian + 59*100 + 4, 100);
    store(18, t130, jacobian + 77*100 + 4, 100);
    jacobian[95*100 + 4] = -3.0/2.0*LOOP_FACTOR*(mH2*t98);
    jacobian[96*100 + 4] = LOOP_FACTOR*(3.0/4.0*(t3*t98) + 3.0/4.0*t10*t98 - 3.0*(lambda*t98));
    jacobian[97*100 + 4] = -6.0*LOOP_FACTOR*(mtheta2*t99);
    jacobian[98*100 + 4] = LOOP_FACTOR*(12.0*(t4*t99) - 12.0*lambda_theta*t99);
    jacobian[99*100 + 4] = LOOP_FACTOR*(6.0*(t14*t100) + lambda_mix*(-3.0/2.0*t98 - 6.0*t99));
    double t5[18];
    adjoint(3, 3, Yu, t5);
    double t6[18];
    adjoint(3, 3, Ynu, t6);
    store(18, t6, shared + 19, 1);
    double t7[18];
    adjoint(3, 3, Yd, t7);
    double t8[18];
    adjoint(3, 3, Ye, t8);
    const double t11 = t10 - 4.0/3.0*(inner_re(3, 3, Yu, t5) + 1.0/3.0*inner_re(3, 3, Ynu, t6));
    const double t12 = inner_re(3, 3, Yd, t7) + 1.0/3.0*inner_re(3, 3, Ye, t8) - 3.0/4.0*t11;
    const double t13 = -8.0*(t9 - 3.0/8.0*t12);
    double t16[18];
    multiply(3, 3, 3, Yd, t7, t16);
    double t17[18];
    multiply(3, 3, 3, Yu, t5, t17);
    const double t30 = LOOP_FACTOR*t14;
    const double t31 = -3.0*t4*LOOP_FACTOR;
    shared[37] = t31;
    double t32[18] = {0.0};
    add(18, t30, t15, t32);
    add(18, t31, t15, t32);
    add(18, -3.0/2.0*LOOP_FACTOR, t16, t32);
    add(18, 3.0/2.0*LOOP_FACTOR, t17, t32);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Yu[18] = {0.0};
    
        d_Yu[k] = 1.0;
        const double t131 = inner_re(3, 3, t5, d_Yu);
        double t132[18];
        multiply(3, 3, 3, d_Yu, t5, t132);
        double t133[18];
        adjoint(3, 3, t132, t133);
        double t134[18] = {0.0};
        add(18, 1.0, t132, t134);
        add(18, 1.0, t133, t134);
        const double t135 = 6.0*LOOP_FACTOR*t131;
        double t136[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t134, t136);
        double t137[18];
        multiply(3, 3, 3, t136, Yu, t137);
        double t138[18];
        multiply(3, 3, 3, t32, d_Yu, t138);
        double t139[18] = {0.0};
        add(18, 1.0, t137, t139);
        add(18, 1.0, t138, t139);
        double t140[18] = {0.0};
        add(18, 4.0*LOOP_FACTOR*t14, d_Yu, t140);
        double t141[18];
        multiply(3, 3, 3, t140, t15, t141);
        double t142[18] = {0.0};
        add(18, t31, d_Yu, t142);
        double t143[18];
        multiply(3, 3, 3, t142, t15, t143);
        double t144[18] = {0.0};
        add(18, t135, Yu, t144);
        add(18, LOOP_FACTOR*(-17.0/12.0*t3 + t13), d_Yu, t144);
        add(18, 1.0, t139, t144);
        add(18, 1.0, t141, t144);
        add(18, 1.0, t143, t144);
        double t145[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t134, t145);
        double t146[18];
        multiply(3, 3, 3, t145, Yd, t146);
        double t147[18] = {0.0};
        add(18, t135, Yd, t147);
        add(18, 1.0, t146, t147);
        double t148[18] = {0.0};
        add(18, t135, Ye, t148);
        double t149[18] = {0.0};
        add(18, t135, Ynu, t149);
        store(18, t144, jacobian + 5*100 + 5 + k, 100);
        store(18, t147, jacobian + 23*100 + 5 + k, 100);
        store(18, t148, jacobian + 41*100 + 5 + k, 100);
        store(18, t149, jacobian + 59*100 + 5 + k, 100);
        jacobian[95*100 + 5 + k] = 12.0*LOOP_FACTOR*(mH2*t131);
        jacobian[96*100 + 5 + k] = LOOP_FACTOR*(-12.0*inner_re(3, 3, t17, t134) + 24.0*(lambda*t131));
        jacobian[99*100 + 5 + k] = 12.0*LOOP_FACTOR*(lambda_mix*t131);
    }
    double t33[18] = {0.0};
    add(18, t30, t15, t33);
    add(18, t31, t15, t33);
    add(18, 3.0/2.0*LOOP_FACTOR, t16, t33);
    add(18, -3.0/2.0*LOOP_FACTOR, t17, t33);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Yd[18] = {0.0};
    
        d_Yd[k] = 1.0;
        const double t150 = inner_re(3, 3, t7, d_Yd);
        double t151[18];
        multiply(3, 3, 3, d_Yd, t7, t151);
        double t152[18];
        adjoint(3, 3, t151, t152);
        double t153[18] = {0.0};
        add(18, 1.0, t151, t153);
        add(18, 1.0, t152, t153);
        const double t154 = 6.0*LOOP_FACTOR*t150;
        double t155[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t153, t155);
        double t156[18];
        multiply(3, 3, 3, t155, Yu, t156);
        double t157[18] = {0.0};
        add(18, t154, Yu, t157);
        add(18, 1.0, t156, t157);
        double t158[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t153, t158);
        double t159[18];
        multiply(3, 3, 3, t158, Yd, t159);
        double t160[18];
        multiply(3, 3, 3, t33, d_Yd, t160);
        double t161[18] = {0.0};
        add(18, 1.0, t159, t161);
        add(18, 1.0, t160, t161);
        double t162[18] = {0.0};
        add(18, -2.0*LOOP_FACTOR*t14, d_Yd, t162);
        double t163[18];
        multiply(3, 3, 3, t162, t15, t163);
        double t164[18] = {0.0};
        add(18, t31, d_Yd, t164);
        double t165[18];
        multiply(3, 3, 3, t164, t15, t165);
        double t166[18] = {0.0};
        add(18, t154, Yd, t166);
        add(18, LOOP_FACTOR*(-5.0/12.0*t3 + t13), d_Yd, t166);
        add(18, 1.0, t161, t166);
        add(18, 1.0, t163, t166);
        add(18, 1.0, t165, t166);
        double t167[18] = {0.0};
        add(18, t154, Ye, t167);
        double t168[18] = {0.0};
        add(18, t154, Ynu, t168);
        store(18, t157, jacobian + 5*100 + 23 + k, 100);
        store(18, t166, jacobian + 23*100 + 23 + k, 100);
        store(18, t167, jacobian + 41*100 + 23 + k, 100);
        store(18, t168, jacobian + 59*100 + 23 + k, 100);
        jacobian[95*100 + 23 + k] = 12.0*LOOP_FACTOR*(mH2*t150);
        jacobian[96*100 + 23 + k] = LOOP_FACTOR*(-12.0*inner_re(3, 3, t16, t153) + 24.0*(lambda*t150));
        jacobian[99*100 + 23 + k] = 12.0*LOOP_FACTOR*(lambda_mix*t150);
    }
    double t20[18];
    multiply(3, 3, 3, Ye, t8, t20);
    double t21[18];
    multiply(3, 3, 3, Ynu, t6, t21);
    const double t34 = -3.0*LOOP_FACTOR*t14;
    double t35[18] = {0.0};
    add(18, t34, t18, t35);
    add(18, t31, t19, t35);
    add(18, 3.0/2.0*LOOP_FACTOR, t20, t35);
    add(18, -3.0/2.0*LOOP_FACTOR, t21, t35);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Ye[18] = {0.0};
    
        d_Ye[k] = 1.0;
        const double t169 = inner_re(3, 3, t8, d_Ye);
        double t170[18];
        multiply(3, 3, 3, d_Ye, t8, t170);
        double t171[18];
        adjoint(3, 3, t170, t171);
        double t172[18] = {0.0};
        add(18, 1.0, t170, t172);
        add(18, 1.0, t171, t172);
        const double t173 = 2.0*LOOP_FACTOR*t169;
        double t174[18] = {0.0};
        add(18, t173, Yu, t174);
        double t175[18] = {0.0};
        add(18, t173, Yd, t175);
        double t176[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t172, t176);
        double t177[18];
        multiply(3, 3, 3, t176, Ye, t177);
        double t178[18];
        multiply(3, 3, 3, t35, d_Ye, t178);
        double t179[18] = {0.0};
        add(18, 1.0, t177, t179);
        add(18, 1.0, t178, t179);
        double t180[18] = {0.0};
        add(18, -6.0*LOOP_FACTOR*t14, d_Ye, t180);
        double t181[18];
        multiply(3, 3, 3, t180, t18, t181);
        double t182[18] = {0.0};
        add(18, t31, d_Ye, t182);
        double t183[18];
        multiply(3, 3, 3, t182, t19, t183);
        double t184[18] = {0.0};
        add(18, t173, Ye, t184);
        add(18, LOOP_FACTOR*(-15.0/4.0*t3 + 3.0*t12), d_Ye, t184);
        add(18, 1.0, t179, t184);
        add(18, 1.0, t181, t184);
        add(18, 1.0, t183, t184);
        double t185[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t172, t185);
        double t186[18];
        multiply(3, 3, 3, t185, Ynu, t186);
        double t187[18] = {0.0};
        add(18, t173, Ynu, t187);
        add(18, 1.0, t186, t187);
        store(18, t174, jacobian + 5*100 + 41 + k, 100);
        store(18, t175, jacobian + 23*100 + 41 + k, 100);
        store(18, t184, jacobian + 41*100 + 41 + k, 100);
        store(18, t187, jacobian + 59*100 + 41 + k, 100);
        jacobian[95*100 + 41 + k] = 4.0*LOOP_FACTOR*(mH2*t169);
        jacobian[96*100 + 41 + k] = LOOP_FACTOR*(-4.0*inner_re(3, 3, t20, t172) + 8.0*(lambda*t169));
        jacobian[99*100 + 41 + k] = 4.0*LOOP_FACTOR*(lambda_mix*t169);
    }
    const double t22 = t3 - 4.0*t12;
    shared[38] = t22;
    double t25[18];
    multiply(3, 3, 3, MN, t6, t25);
    double t27[18];
    adjoint(3, 3, t25, t27);
    store(18, t27, shared + 39, 1);
    double t36[18] = {0.0};
    add(18, t34, t18, t36);
    add(18, t31, t19, t36);
    add(18, -3.0/2.0*LOOP_FACTOR, t20, t36);
    add(18, 3.0/2.0*LOOP_FACTOR, t21, t36);
    double t38[18] = {0.0};
    add(18, LOOP_FACTOR, t25, t38);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_Ynu[18] = {0.0};
    
        d_Ynu[k] = 1.0;
        double t188[18];
        adjoint(3, 3, d_Ynu, t188);
        const double t189 = inner_re(3, 3, t6, d_Ynu);
        double t190[18];
        multiply(3, 3, 3, d_Ynu, t6, t190);
        double t191[18];
        adjoint(3, 3, t190, t191);
        double t192[18] = {0.0};
        add(18, 1.0, t190, t192);
        add(18, 1.0, t191, t192);
        double t193[18];
        multiply(3, 3, 3, t188, Ynu, t193);
        double t194[18];
        adjoint(3, 3, t193, t194);
        double t195[18] = {0.0};
        add(18, 1.0, t193, t195);
        add(18, 1.0, t194, t195);
        double t196[18];
        transpose(3, 3, t195, t196);
        double t197[18];
        multiply(3, 3, 3, MN, t188, t197);
        const double t198 = 2.0*LOOP_FACTOR*t189;
        double t199[18] = {0.0};
        add(18, t198, Yu, t199);
        double t200[18] = {0.0};
        add(18, t198, Yd, t200);
        double t201[18] = {0.0};
        add(18, -3.0/2.0*LOOP_FACTOR, t192, t201);
        double t202[18];
        multiply(3, 3, 3, t201, Ye, t202);
        double t203[18] = {0.0};
        add(18, t198, Ye, t203);
        add(18, 1.0, t202, t203);
        double t204[18] = {0.0};
        add(18, 3.0/2.0*LOOP_FACTOR, t192, t204);
        double t205[18];
        multiply(3, 3, 3, t204, Ynu, t205);
        double t206[18];
        multiply(3, 3, 3, t36, d_Ynu, t206);
        double t207[18] = {0.0};
        add(18, 1.0, t205, t207);
        add(18, 1.0, t206, t207);
        double t208[18] = {0.0};
        add(18, t31, d_Ynu, t208);
        double t209[18];
        multiply(3, 3, 3, t208, t19, t209);
        double t210[18] = {0.0};
        add(18, t198, Ynu, t210);
        add(18, -3.0/4.0*LOOP_FACTOR*t22, d_Ynu, t210);
        add(18, 1.0, t207, t210);
        add(18, 1.0, t209, t210);
        double t211[18] = {0.0};
        add(18, LOOP_FACTOR, t196, t211);
        double t212[18];
        multiply(3, 3, 3, t211, MN, t212);
        double t213[18] = {0.0};
        add(18, LOOP_FACTOR, t197, t213);
        double t214[18];
        multiply(3, 3, 3, t213, Ynu, t214);
        double t215[18];
        multiply(3, 3, 3, t38, d_Ynu, t215);
        double t216[18] = {0.0};
        add(18, 1.0, t214, t216);
        add(18, 1.0, t215, t216);
        double t217[18] = {0.0};
        add(18, 1.0, t212, t217);
        add(18, 1.0, t216, t217);
        store(18, t199, jacobian + 5*100 + 59 + k, 100);
        store(18, t200, jacobian + 23*100 + 59 + k, 100);
        store(18, t203, jacobian + 41*100 + 59 + k, 100);
        store(18, t210, jacobian + 59*100 + 59 + k, 100);
        store(18, t217, jacobian + 77*100 + 59 + k, 100);
        jacobian[95*100 + 59 + k] = LOOP_FACTOR*(-32.0*inner_re(3, 3, t27, t197) + 4.0*(mH2*t189));
        jacobian[96*100 + 59 + k] = LOOP_FACTOR*(-4.0*inner_re(3, 3, t21, t192) + 8.0*(lambda*t189));
        jacobian[99*100 + 59 + k] = 4.0*LOOP_FACTOR*(lambda_mix*t189);
    }
}

static void jacobian_1_2(const double *restrict x, double *restrict shared, double *restrict jacobian)
{
    const double *Ynu = x + 59;
    const double mH2 = x[95];
    const double lambda = x[96];
    const double mtheta2 = x[97];
    const double lambda_theta = x[98];
    const double lambda_mix = x[99];
    const double t4 = shared[0];
    const double *t19 = shared + 1;
    const double *t6 = shared + 19;
    const double t31 = shared[37];
    const double t22 = shared[38];
    const double *t27 = shared + 39;
    double t23[18];
    multiply(3, 3, 3, t6, Ynu, t23);
    double t24[18];
    transpose(3, 3, t23, t24);
    double t37[18] = {0.0};
    add(18, t31, t19, t37);
    add(18, LOOP_FACTOR, t24, t37);
    
    for (size_t k = 0; k < 18; ++k) {
        double d_MN[18] = {0.0};
    
        d_MN[k] = 1.0;
        double t218[18];
        multiply(3, 3, 3, d_MN, t6, t218);
        double t219[18];
        multiply(3, 3, 3, t37, d_MN, t219);
        double t220[18] = {0.0};
        add(18, t31, d_MN, t220);
        double t221[18];
        multiply(3, 3, 3, t220, t19, t221);
        double t222[18] = {0.0};
        add(18, LOOP_FACTOR, t218, t222);
        double t223[18];
        multiply(3, 3, 3, t222, Ynu, t223);
        double t224[18] = {0.0};
        add(18, 1.0, t219, t224);
        add(18, 1.0, t221, t224);
        add(18, 1.0, t223, t224);
        store(18, t224, jacobian + 77*100 + 77 + k, 100);
        jacobian[95*100 + 77 + k] = -32.0*LOOP_FACTOR*inner_re(3, 3, t27, t218);
    }
    const double t28 = lambda - 1.0/8.0*t22;
    const double t225 = 4.0*lambda_mix*LOOP_FACTOR;
    jacobian[95*100 + 95] = 12.0*LOOP_FACTOR*t28;
    jacobian[97*100 + 95] = t225;
    jacobian[95*100 + 96] = 12.0*mH2*LOOP_FACTOR;
    jacobian[96*100 + 96] = 24.0*LOOP_FACTOR*(t28 + lambda);
    jacobian[99*100 + 96] = 12.0*lambda_mix*LOOP_FACTOR;
    const double t29 = lambda_theta - 3.0/4.0*t4;
    const double t226 = 2.0*lambda_mix*LOOP_FACTOR;
    jacobian[95*100 + 97] = t226;
    jacobian[97*100 + 97] = 8.0*LOOP_FACTOR*t29;
    jacobian[97*100 + 98] = 8.0*mtheta2*LOOP_FACTOR;
    jacobian[98*100 + 98] = LOOP_FACTOR*(20.0*lambda_theta - 12.0*t4 + 20.0*lambda_theta);
    jacobian[99*100 + 98] = 8.0*lambda_mix*LOOP_FACTOR;
    jacobian[95*100 + 99] = 2.0*mtheta2*LOOP_FACTOR;
    jacobian[96*100 + 99] = t226;
    jacobian[97*100 + 99] = 4.0*mH2*LOOP_FACTOR;
    jacobian[98*100 + 99] = t225;
    jacobian[99*100 + 99] = LOOP_FACTOR*(4.0*lambda_mix + 12.0*t28 + 8.0*t29 + 4.0*lambda_mix);
}

/* Their derivatives: columns of numbers one by one, those of an array in a loop over its entries. */
static void jacobian_1(const double *restrict x, double *restrict jacobian)
{
    for (size_t k = 0; k < 10000; ++k)
        jacobian[k] = 0.0;
    double shared[57];
    
    jacobian_1_1(x, shared, jacobian);
    jacobian_1_2(x, shared, jacobian);
}

int malaphoric_beta(const double *x, int loops, double *dx)
{
    return malaphoric_beta_batch(1, x, loops, dx);
}

int malaphoric_beta_batch(size_t points, const double *x, int loops, double *dx)
{
    switch (loops) {
    case 1:
        beta_1(points, x, dx);
        return 0;
    default:
        return 1;
    }
}

int malaphoric_jacobian(const double *x, int loops, double *jacobian)
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

int malaphoric_stable(const double *x)
{
    int stable;

    malaphoric_stable_batch(1, x, &stable);
    return stable;
}

/* Roots of negative numbers are not positive, as it should be. */
void malaphoric_stable_batch(size_t n, const double *x, int *stable)
{
    size_t p;

    for (p = 0; p < n; ++p) {
        const double lambda = x[96*n + p];
        const double lambda_theta = x[98*n + p];
        const double lambda_mix = x[99*n + p];
        stable[p] = (lambda > 0.0);
        stable[p] = (lambda_theta > 0.0) ? stable[p] : 0;
        stable[p] = (lambda_mix + 2.0*sqrt(lambda*lambda_theta) > 0.0) ? stable[p] : 0;
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
    const double t7 = 1.0/2.0*epsilon*g1 - 3.0*gX;
    const double t8 = t2*t7;
    const double t9 = 1.0/2.0*t1*t3;
    const double t10 = t2 - 3.0*gX;
    const double t11 = t2*t10;
    const double t12 = -1.0/6.0*epsilon*g1;
    const double t13 = cos(theta_sb);
    const double t14 = t13*t13;
    const double t15 = t12 + gX - gX*t14;
    const double t16 = t2*t15;
    const double t17 = gX*t13*sin(theta_sb);
    const double t18 = t2*t17;
    const double t19 = t12 + gX*t14;
    const double t20 = t2*t19;
    const double t21 = -1.0/3.0*t1*t3;
    const double t22 = -2.0/3.0*epsilon*g1 + gX;
    const double t23 = t2*t22;
    const double t24 = 1.0/6.0*t1*t3;
    const double t25 = 1.0/3.0*epsilon*g1 + gX;
    const double t26 = t2*t25;
    const double t27 = -1.0/2.0*t1*t8;
    const double t28 = -t1*t11;
    const double t29 = t17*t17;
    const double t30 = -2.0/9.0*t1*t3;
    const double t31 = 2.0/3.0*t1*t23;
    const double t32 = -1.0/18.0*t1*t3;
    const double t33 = -1.0/9.0*t1*t3;
    const double t34 = -1.0/3.0*t1*t26;
    const double t35 = -1.0/2.0*t1*t11;
    const double t36 = -t1*t8;
    const double t37 = 1.0/12.0*t1*t3;
    const double t38 = -1.0/2.0*t1*t16;
    const double t39 = 1.0/2.0*t1*t18;
    const double t40 = -1.0/2.0*t1*t20;
    const double t41 = 1.0/3.0*t1*t3;
    const double t42 = -1.0/2.0*t1*t23;
    const double t43 = 2.0/3.0*t1*t8;
    const double t44 = -1.0/6.0*t1*t3;
    const double t45 = -1.0/2.0*t1*t26;
    const double t46 = -1.0/3.0*t1*t8;
    const double t47 = -t1*t16;
    const double t48 = t1*t18;
    const double t49 = -t1*t20;
    const double t50 = 2.0/3.0*t1*t16;
    const double t51 = -2.0/3.0*t1*t18;
    const double t52 = 2.0/3.0*t1*t20;
    const double t53 = 1.0/18.0*t1*t3;
    const double t54 = -1.0/3.0*t1*t16;
    const double t55 = 1.0/3.0*t1*t18;
    const double t56 = -1.0/3.0*t1*t20;
    const double t57 = 2.0/3.0*t1*t3;
    const double t58 = -t1*t23;
    const double t59 = 2.0/3.0*t1*t11;
    const double t60 = -t1*t26;
    const double t61 = -1.0/3.0*t1*t11;
    const double t62 = 2.0/9.0*t1*t3;
    const double t63 = 2.0/3.0*t1*t26;
    const double t64 = -1.0/3.0*t1*t23;
    
    out[0] = t4;
    out[1] = 0.0;
    out[2] = t5;
    out[3] = 0.0;
    out[4] = t6;
    out[5] = 0.0;
    out[6] = 1.0/2.0*t1*t8;
    out[7] = 0.0;
    out[8] = t6;
    out[9] = 0.0;
    out[10] = t9;
    out[11] = 0.0;
    out[12] = 1.0/2.0*t1*t11;
    out[13] = 0.0;
    out[14] = t9;
    out[15] = 0.0;
    out[16] = -1.0/12.0*t1*t3;
    out[17] = 0.0;
    out[18] = 1.0/2.0*t1*t16;
    out[19] = 0.0;
    out[20] = -1.0/2.0*t1*t18;
    out[21] = 0.0;
    out[22] = 1.0/2.0*t1*t20;
    out[23] = 0.0;
    out[24] = t21;
    out[25] = 0.0;
    out[26] = t21;
    out[27] = 0.0;
    out[28] = 1.0/2.0*t1*t23;
    out[29] = 0.0;
    out[30] = t24;
    out[31] = 0.0;
    out[32] = t24;
    out[33] = 0.0;
    out[34] = 1.0/2.0*t1*t26;
    out[35] = 0.0;
    out[36] = t4;
    out[37] = 0.0;
    out[38] = t27;
    out[39] = 0.0;
    out[40] = -1.0/4.0*t1*t3;
    out[41] = 0.0;
    out[42] = -1.0/2.0*t1*(t7*t7);
    out[43] = 0.0;
    out[44] = t27;
    out[45] = 0.0;
    out[46] = t4;
    out[47] = 0.0;
    out[48] = t5;
    out[49] = 0.0;
    out[50] = t28;
    out[51] = 0.0;
    out[52] = -t1*t3;
    out[53] = 0.0;
    out[54] = -1.0/2.0*t1*(t10*t10);
    out[55] = 0.0;
    out[56] = t28;
    out[57] = 0.0;
    out[58] = t5;
    out[59] = 0.0;
    out[60] = -1.0/72.0*t1*t3;
    out[61] = 0.0;
    out[62] = 1.0/6.0*t1*t16;
    out[63] = 0.0;
    out[64] = -1.0/6.0*t1*t18;
    out[65] = 0.0;
    out[66] = 1.0/6.0*t1*t20;
    out[67] = 0.0;
    out[68] = -1.0/2.0*t1*(t15*t15);
    out[69] = 0.0;
    out[70] = t1*(t15*t17);
    out[71] = 0.0;
    out[72] = -t1*(t15*t19);
    out[73] = 0.0;
    out[74] = -1.0/2.0*t1*t29;
    out[75] = 0.0;
    out[76] = -t1*t29;
    out[77] = 0.0;
    out[78] = t1*(t17*t19);
    out[79] = 0.0;
    out[80] = -1.0/2.0*t1*(t19*t19);
    out[81] = 0.0;
    out[82] = t30;
    out[83] = 0.0;
    out[84] = -4.0/9.0*t1*t3;
    out[85] = 0.0;
    out[86] = t31;
    out[87] = 0.0;
    out[88] = t30;
    out[89] = 0.0;
    out[90] = t31;
    out[91] = 0.0;
    out[92] = -1.0/2.0*t1*(t22*t22);
    out[93] = 0.0;
    out[94] = t32;
    out[95] = 0.0;
    out[96] = t33;
    out[97] = 0.0;
    out[98] = t34;
    out[99] = 0.0;
    out[100] = t32;
    out[101] = 0.0;
    out[102] = t34;
    out[103] = 0.0;
    out[104] = -1.0/2.0*t1*(t25*t25);
    out[105] = 0.0;
    out[106] = t5;
    out[107] = 0.0;
    out[108] = t35;
    out[109] = 0.0;
    out[110] = t5;
    out[111] = 0.0;
    out[112] = t36;
    out[113] = 0.0;
    out[114] = -t1*(t7*t10);
    out[115] = 0.0;
    out[116] = t36;
    out[117] = 0.0;
    out[118] = t5;
    out[119] = 0.0;
    out[120] = t35;
    out[121] = 0.0;
    out[122] = t5;
    out[123] = 0.0;
    out[124] = t37;
    out[125] = 0.0;
    out[126] = t38;
    out[127] = 0.0;
    out[128] = t39;
    out[129] = 0.0;
    out[130] = t40;
    out[131] = 0.0;
    out[132] = 1.0/6.0*t1*t8;
    out[133] = 0.0;
    out[134] = -t1*(t7*t15);
    out[135] = 0.0;
    out[136] = t1*(t7*t17);
    out[137] = 0.0;
    out[138] = -t1*(t7*t19);
    out[139] = 0.0;
    out[140] = t37;
    out[141] = 0.0;
    out[142] = t38;
    out[143] = 0.0;
    out[144] = t39;
    out[145] = 0.0;
    out[146] = t40;
    out[147] = 0.0;
    out[148] = t41;
    out[149] = 0.0;
    out[150] = t41;
    out[151] = 0.0;
    out[152] = t42;
    out[153] = 0.0;
    out[154] = t43;
    out[155] = 0.0;
    out[156] = t43;
    out[157] = 0.0;
    out[158] = -t1*(t7*t22);
    out[159] = 0.0;
    out[160] = t41;
    out[161] = 0.0;
    out[162] = t41;
    out[163] = 0.0;
    out[164] = t42;
    out[165] = 0.0;
    out[166] = t44;
    out[167] = 0.0;
    out[168] = t44;
    out[169] = 0.0;
    out[170] = t45;
    out[171] = 0.0;
    out[172] = t46;
    out[173] = 0.0;
    out[174] = t46;
    out[175] = 0.0;
    out[176] = -t1*(t7*t25);
    out[177] = 0.0;
    out[178] = t44;
    out[179] = 0.0;
    out[180] = t44;
    out[181] = 0.0;
    out[182] = t45;
    out[183] = 0.0;
    out[184] = t24;
    out[185] = 0.0;
    out[186] = 1.0/6.0*t1*t11;
    out[187] = 0.0;
    out[188] = t24;
    out[189] = 0.0;
    out[190] = t47;
    out[191] = 0.0;
    out[192] = -t1*(t10*t15);
    out[193] = 0.0;
    out[194] = t47;
    out[195] = 0.0;
    out[196] = t48;
    out[197] = 0.0;
    out[198] = t1*(t10*t17);
    out[199] = 0.0;
    out[200] = t48;
    out[201] = 0.0;
    out[202] = t49;
    out[203] = 0.0;
    out[204] = -t1*(t10*t19);
    out[205] = 0.0;
    out[206] = t49;
    out[207] = 0.0;
    out[208] = t33;
    out[209] = 0.0;
    out[210] = t33;
    out[211] = 0.0;
    out[212] = 1.0/6.0*t1*t23;
    out[213] = 0.0;
    out[214] = t50;
    out[215] = 0.0;
    out[216] = t50;
    out[217] = 0.0;
    out[218] = -t1*(t15*t22);
    out[219] = 0.0;
    out[220] = t51;
    out[221] = 0.0;
    out[222] = t51;
    out[223] = 0.0;
    out[224] = t1*(t17*t22);
    out[225] = 0.0;
    out[226] = t52;
    out[227] = 0.0;
    out[228] = t52;
    out[229] = 0.0;
    out[230] = -t1*(t19*t22);
    out[231] = 0.0;
    out[232] = t53;
    out[233] = 0.0;
    out[234] = t53;
    out[235] = 0.0;
    out[236] = 1.0/6.0*t1*t26;
    out[237] = 0.0;
    out[238] = t54;
    out[239] = 0.0;
    out[240] = t54;
    out[241] = 0.0;
    out[242] = -t1*(t15*t25);
    out[243] = 0.0;
    out[244] = t55;
    out[245] = 0.0;
    out[246] = t55;
    out[247] = 0.0;
    out[248] = t1*(t17*t25);
    out[249] = 0.0;
    out[250] = t56;
    out[251] = 0.0;
    out[252] = t56;
    out[253] = 0.0;
    out[254] = -t1*(t19*t25);
    out[255] = 0.0;
    out[256] = t57;
    out[257] = 0.0;
    out[258] = t57;
    out[259] = 0.0;
    out[260] = t58;
    out[261] = 0.0;
    out[262] = t59;
    out[263] = 0.0;
    out[264] = t59;
    out[265] = 0.0;
    out[266] = -t1*(t10*t22);
    out[267] = 0.0;
    out[268] = t57;
    out[269] = 0.0;
    out[270] = t57;
    out[271] = 0.0;
    out[272] = t58;
    out[273] = 0.0;
    out[274] = t21;
    out[275] = 0.0;
    out[276] = t21;
    out[277] = 0.0;
    out[278] = t60;
    out[279] = 0.0;
    out[280] = t61;
    out[281] = 0.0;
    out[282] = t61;
    out[283] = 0.0;
    out[284] = -t1*(t10*t25);
    out[285] = 0.0;
    out[286] = t21;
    out[287] = 0.0;
    out[288] = t21;
    out[289] = 0.0;
    out[290] = t60;
    out[291] = 0.0;
    out[292] = t62;
    out[293] = 0.0;
    out[294] = t62;
    out[295] = 0.0;
    out[296] = t63;
    out[297] = 0.0;
    out[298] = t62;
    out[299] = 0.0;
    out[300] = t62;
    out[301] = 0.0;
    out[302] = t63;
    out[303] = 0.0;
    out[304] = t64;
    out[305] = 0.0;
    out[306] = t64;
    out[307] = 0.0;
    out[308] = -t1*(t22*t25);
    out[309] = 0.0;
}

const char *const malaphoric_observables_inputs[] = {
    "M_X",
    "epsilon",
    "g1",
    "g2",
    "gX",
    "theta_sb",
    "v_h",
    NULL
};

const char *const malaphoric_observables_names[] = {
    "M\050Z\047\051",
    "Gamma\050Z\047\051",
    "Gamma\057M\050Z\047\051",
    "BR\050Z\047 -\076 u u\051",
    "BR\050Z\047 -\076 u c\051",
    "BR\050Z\047 -\076 u t\051",
    "BR\050Z\047 -\076 c c\051",
    "BR\050Z\047 -\076 c t\051",
    "BR\050Z\047 -\076 t t\051",
    "BR\050Z\047 -\076 d d\051",
    "BR\050Z\047 -\076 s s\051",
    "BR\050Z\047 -\076 s b\051",
    "BR\050Z\047 -\076 b b\051",
    "BR\050Z\047 -\076 nu_e nu_e\051",
    "BR\050Z\047 -\076 nu_mu nu_mu\051",
    "BR\050Z\047 -\076 nu_tau nu_tau\051",
    "BR\050Z\047 -\076 e e\051",
    "BR\050Z\047 -\076 mu mu\051",
    "BR\050Z\047 -\076 tau tau\051",
    "BR\050Z\047 -\076 H H\051",
    "BR\050Z\047 -\076 invisible\051",
    "r_Bs from Z\047",
    "Delta M_s\057SM from Z\047",
    "B\050B -\076 K\050*\051 nu nu\051\057SM from Z\047",
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

void malaphoric_observables(const double *in, double *out)
{
    const double M_X = in[0];
    const double epsilon = in[1];
    const double g1 = in[2];
    const double g2 = in[3];
    const double gX = in[4];
    const double theta_sb = in[5];
    const double v_h = in[6];
    const double t1 = v_h*v_h;
    const double t2 = epsilon*epsilon;
    const double t3 = -t2 + 1.0;
    const double t4 = sqrt(t3);
    const double t5 = g1*g1;
    const double t6 = g2*g2;
    const double t7 = t5 + t6;
    const double t8 = sqrt(t7);
    const double t9 = M_X*M_X;
    const double t10 = t1*t5;
    const double t11 = t1*t6;
    const double t12 = -t1*t2*t6;
    const double t13 = -4.0*t9 + t10 + t11 + t12 - 2.0*t1*t2*t5;
    const double t14 = 1.0/2.0*atan(2.0*epsilon*g1*t1*t4*t8/t13);
    const double t15 = -8.0*t2 + 8.0;
    const double t16 = (4.0*t9 + t10 + t11 + t12)/t15;
    const double t17 = sqrt(4.0*t2*t3*t5*t7*(t1*t1)/(t13*t13) + 1.0);
    const double t18 = t16 + (-t13*t17)/t15;
    const double t19 = sqrt(t18);
    const double t20 = sin(t14);
    const double t21 = cos(t14);
    const double t22 = -epsilon*g1*t21;
    const double t23 = t22/(6.0*t4);
    const double t24 = (t5 - 3.0*t6)*t20/(6.0*t8) + t23;
    const double t25 = -epsilon*g1;
    const double t26 = 6.0*gX + t25;
    const double t27 = epsilon*g1*t21;
    const double t28 = t21*t26/(6.0*t4) + t27/(6.0*t4);
    const double t29 = sin(theta_sb);
    const double t30 = t29*t29;
    const double t31 = cos(theta_sb);
    const double t32 = t31*t31;
    const double t33 = (
        1265719883041769.0/25000000000000000.0*t30 + 1392030985566761.0/100000000000000000000.0*t32
        - 1380206615015727.0/2000000000000000000.0*t29*t31
    );
    const double t34 = t24 + t28*t33;
    const double t35 = 2.0*t5*t20/(3.0*t8);
    const double t36 = t35 + (-2.0*epsilon*g1*t21)/(3.0*t4);
    const double t37 = t36*t36;
    const double t38 = 0.0/t18;
    const double t39 = -1.0/2.0*(t38*t38);
    const double t40 = (-194798937647521.0/10000000000000000.0)/t18 + t39 + 1.0;
    const double t41 = 194798937647521.0/10000000000000000.0/t18;
    const double t42 = t38 - 1.0;
    const double t43 = sqrt(minimum(194798937647521.0/2500000000000000.0/t18 - 1.0, 0.0)*t42);
    const double t44 = 3.0*(t43*((t34*t34 + t37)*t40 + 6.0*(t34*t36)*t41));
    const double t45 = (
        10952168746101637.0/50000000000000000.0*t30 + 6413069997682823.0/100000000000000000000.0*t32
        - 272568506938833.0/25000000000000000.0*t29*t31
    );
    const double t46 = t28*t45;
    const double t47 = (
        900193869222349.0/125000000000000000000.0*t30 - 7112010724532903.0/50000000000000000000.0*t32
        + 33110567344684693.0/10000000000000000000.0*t29*t31
    );
    const double t48 = t28*t47;
    const double t49 = (-16010491062352479.0/10000000000000000.0)/t18;
    const double t50 = (-16400088937647521.0/20000000000000000.0)/t18 - 1.0/2.0*(t49*t49) + 1.0;
    const double t51 = (
        minimum(19953551067047521.0/10000000000000000.0/t18
        - 1.0, 0.0)*(12846626808247521.0/10000000000000000.0/t18 - 1.0)
    );
    const double t52 = 6.0*(sqrt(t51)*((t46*t46 + t48*t48)*t50));
    const double t53 = (
        7660765957734311.0/5000000000000000000.0*t32 - 9246115650154171.0/1000000000000000000.0*t30
        - 4494992177209613.0/20000000000000000.0*t29*t31
    );
    const double t54 = t28*t53;
    const double t55 = (
        430132498238219.0/2500000000000000000.0*t30 - 8495689220487069.0/2500000000000000000.0*t32
        - 2818776592293273.0/20000000000000000000.0*t29*t31
    );
    const double t56 = t28*t55;
    const double t57 = (-297803854201062352479.0/10000000000000000.0)/t18;
    const double t58 = (-297804243798937647521.0/20000000000000000.0)/t18 - 1.0/2.0*(t57*t57) + 1.0;
    const double t59 = (
        minimum(298285957042983647521.0/10000000000000000.0/t18
        - 1.0, 0.0)*(297322530554891647521.0/10000000000000000.0/t18 - 1.0)
    );
    const double t60 = 6.0*(sqrt(t59)*((t54*t54 + t56*t56)*t58));
    const double t61 = (
        1895364084578941.0/2000000000000000.0*t30 + 2186106626781943.0/1250000000000000000.0*t32
        - 15902742393569.0/195312500000000.0*t29*t31
    );
    const double t62 = t24 + t28*t61;
    const double t63 = (
        (t62*t62 + t37)*((-1620529.0/1000000.0)/t18 + t39 + 1.0) + 6.0*(t36*t62)*(1620529.0/1000000.0/t18)
    );
    const double t64 = 3.0*(sqrt(t42*minimum(1620529.0/250000.0/t18 - 1.0, 0.0))*t63);
    const double t65 = (
        208913998848971.0/5000000000000000.0*t32 - 2000145495278909.0/50000000000000000.0*t30
        - 2427281846504263.0/2500000000000000.0*t29*t31
    );
    const double t66 = t28*t65;
    const double t67 = (
        2330297892003.0/3125000000000000.0*t30
        - 6776263578034403.0/1000000000000000000000000000000000000.0*t29*t31
    );
    const double t68 = t28*t67;
    const double t69 = (-29778784371.0/1000000.0)/t18;
    const double t70 = minimum(30221388649.0/1000000.0/t18 - 1.0, 0.0)*(29342662209.0/1000000.0/t18 - 1.0);
    const double t71 = (t66*t66 + t68*t68)*((-29782025429.0/2000000.0)/t18 - 1.0/2.0*(t69*t69) + 1.0);
    const double t72 = 6.0*(sqrt(t70)*t71);
    const double t73 = (
        4222905972146791.0/2500000000000000000.0*t30 + 2495592985971797.0/2500000000000000.0*t32
        + 4105607218129057.0/50000000000000000.0*t29*t31
    );
    const double t74 = t24 + t28*t73;
    const double t75 = t21*(3.0*gX - 2.0*epsilon*g1)/(3.0*t4) + t35;
    const double t76 = (
        (t74*t74 + t75*t75)*((-297804049.0/10000.0)/t18 + t39 + 1.0) + 6.0*(t74*t75)*(297804049.0/10000.0/t18)
    );
    const double t77 = 3.0*(sqrt(t42*minimum(297804049.0/2500.0/t18 - 1.0, 0.0))*t76);
    const double t78 = t20*(t5 + 3.0*t6)/(6.0*t8) + t23;
    const double t79 = -t5*t20;
    const double t80 = t79/(3.0*t8);
    const double t81 = t80 + t27/(3.0*t4);
    const double t82 = t81*t81;
    const double t83 = 3.0*(t43*(t40*(t78*t78 + t82) + 6.0*t41*(t78*t81)));
    const double t84 = t78 + t28*t30;
    const double t85 = (
        (t84*t84 + t82)*((-243716980329.0/1000000000000.0)/t18 + t39 + 1.0)
        + 6.0*(t81*t84)*(243716980329.0/1000000000000.0/t18)
    );
    const double t86 = 3.0*(sqrt(t42*minimum(243716980329.0/250000000000.0/t18 - 1.0, 0.0))*t85);
    const double t87 = t28*(t29*t31);
    const double t88 = t87*t87;
    const double t89 = (-17253772019671.0/1000000000000.0)/t18;
    const double t90 = (
        minimum(21871307762329.0/1000000000000.0/t18 - 1.0, 0.0)*(13611104198329.0/1000000000000.0/t18 - 1.0)
    );
    const double t91 = t88*((-17741205980329.0/2000000000000.0)/t18 - 1.0/2.0*(t89*t89) + 1.0);
    const double t92 = 6.0*(sqrt(t90)*t91);
    const double t93 = t78 + t28*t32;
    const double t94 = t80 + t21*(3.0*gX + epsilon*g1)/(3.0*t4);
    const double t95 = (
        (t93*t93 + t94*t94)*((-17497489.0/1000000.0)/t18 + t39 + 1.0) + 6.0*(t93*t94)*(17497489.0/1000000.0/t18)
    );
    const double t96 = 3.0*(sqrt(t42*minimum(17497489.0/250000.0/t18 - 1.0, 0.0))*t95);
    const double t97 = -1.0/2.0*(t8*t20);
    const double t98 = t27/(2.0*t4);
    const double t99 = t97 + t98;
    const double t100 = t99*t99;
    const double t101 = (-t21*t26)/(2.0*t4);
    const double t102 = t97 + t101;
    const double t103 = t102*t102;
    const double t104 = g1 + g2;
    const double t105 = g1 - g2;
    const double t106 = (-t20*t104*t105)/(2.0*t8);
    const double t107 = t98 + t106;
    const double t108 = t79/t8;
    const double t109 = t108 + t27/t4;
    const double t110 = t107*t107 + t109*t109;
    const double t111 = (-2611199276062810514761.0/10000000000000000000000000000.0)/t18 + t39 + 1.0;
    const double t112 = t107*t109;
    const double t113 = 6.0*t112*(2611199276062810514761.0/10000000000000000000000000000.0/t18);
    const double t114 = minimum(2611199276062810514761.0/2500000000000000000000000000.0/t18 - 1.0, 0.0);
    const double t115 = sqrt(t42*t114)*(t110*t111 + t113);
    const double t116 = t101 + t106;
    const double t117 = 3.0*gX + t25;
    const double t118 = t108 + (-t21*t117)/t4;
    const double t119 = t116*t116;
    const double t120 = t118*t118;
    const double t121 = sqrt(t42*minimum(44654769253196001.0/1000000000000000000.0/t18 - 1.0, 0.0));
    const double t122 = (t119 + t120)*((-44654769253196001.0/4000000000000000000.0)/t18 + t39 + 1.0);
    const double t123 = t121*(t122 + 6.0*(t116*t118)*(44654769253196001.0/4000000000000000000.0/t18));
    const double t124 = (
        t110*((-31574802249.0/10000000000.0)/t18 + t39 + 1.0) + 6.0*t112*(31574802249.0/10000000000.0/t18)
    );
    const double t125 = sqrt(t42*minimum(31574802249.0/2500000000.0/t18 - 1.0, 0.0))*t124;
    const double t126 = t5*t20/(2.0*t8);
    const double t127 = t22/(2.0*t4);
    const double t128 = t126 + (-t6*t20)/(2.0*t8) + t127;
    const double t129 = t126 + t6*t20/(2.0*t8) + t127;
    const double t130 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0*(t18
        - 161480207716.0/390625.0)
    );
    const double t131 = 1.0/2.0*(t128*t128 + t129*t129)*minimum(-minimum(t130, 0.0), 1.0);
    const double t132 = (
        t44 + t52 + t60 + t64 + t72 + t77 + t83 + t86 + t92 + t96 + t100 + t103 + t100 + t115 + t123 + t125 + t131
    );
    const double t133 = 96.0*atan(1.0);
    const double t134 = t19*t132/t133;
    const double t135 = t100/t132;
    const double t136 = sqrt(minimum(t18 - 400.0, 0.0));
    const double t137 = t18*t18;
    const double t138 = 576306343136137.0/50000.0*t88/t18 + 33258933556621107000.0*(t88*t88)/t137 + 1.0;
    const double t139 = (
        2938155842994823.0*t88*t103/t137 + 5876311685989646.0*t88*t100/t137
        + 1251588605688839.0/20000000.0*t87*t102/t18 + 1251588605688839.0/10000000.0*t87*t99/t18 + 1.0
    );
    const double t140 = 48129.0/12500.0*t18 + 1212482328743739.0/10000000000.0*t102*(t116 + t118);
    const double t141 = 2.0*t18 + 1212482328743739.0/10000000000.0*t102*(t116 - t118);
    const double t142 = (
        10338607967496169.0/50000000000000000.0*(t140*t140)/(4.0*t137)
        + 1168262700327067.0/5000000000000000.0*(t141*t141)/(4.0*t137)
    );
    const double t143 = (-t20*t26)/(2.0*t4);
    const double t144 = t21*t104*t105/(2.0*t8);
    const double t145 = t143 + t144;
    const double t146 = t5*t21/t8;
    const double t147 = t146 + (-t20*t117)/t4;
    const double t148 = 1.0/2.0*(t8*t21);
    const double t149 = epsilon*g1*t20;
    const double t150 = t149/(2.0*t4);
    const double t151 = t148 + t150;
    const double t152 = t148 + t143;
    const double t153 = t16 + t13*t17/t15;
    const double t154 = -t153 + 9000000.0;
    const double t155 = 238732414637843.0/4000000000.0*t119 + 238732414637843.0/4000000000.0*t120;
    const double t156 = -t18 + 9000000.0;
    const double t157 = t145*t145;
    const double t158 = t147*t147;
    const double t159 = 238732414637843.0/4000000000.0*t157 + 238732414637843.0/4000000000.0*t158;
    const double t160 = (
        t154*t154*(t103 + 2.0*t100)*t155/((t152*t152 + 2.0*(t151*t151))*(t156*t156 + t18*(t134*t134))*t159)
    );
    const double t161 = t150 + t144;
    const double t162 = t146 + t149/t4;
    const double t163 = (t161*t161 + t162*t162)/(t157 + t158) - 1.0;
    const double t164 = gX*gX;
    
    out[0] = t19;
    out[1] = t134;
    out[2] = t132/t133;
    out[3] = t44/t132;
    out[4] = t52/t132;
    out[5] = t60/t132;
    out[6] = t64/t132;
    out[7] = t72/t132;
    out[8] = t77/t132;
    out[9] = t83/t132;
    out[10] = t86/t132;
    out[11] = t92/t132;
    out[12] = t96/t132;
    out[13] = t135;
    out[14] = t103/t132;
    out[15] = t135;
    out[16] = t115/t132;
    out[17] = t123/t132;
    out[18] = t125/t132;
    out[19] = t131/t132;
    out[20] = (t100 + t103 + t100)/t132;
    out[21] = 8064516129032257.0/100000.0*t88/t18 + t136;
    out[22] = sqrt(t138) + t136;
    out[23] = t139 + t136;
    out[24] = t142 + t136;
    out[25] = t160 + sqrt(minimum(t18 - t153, 0.0));
    out[26] = 1.0/4.0*t11/(t153*(-t5/t7 + 1.0)) - 1.0;
    out[27] = t163;
    out[28] = t163;
    out[29] = 197892936801441.0/31250000000000000.0*t5;
    out[30] = exp(11554658811031443.0/1000000000000000.0/t5);
    out[31] = 197892936801441.0/31250000000000000.0*t164;
    out[32] = exp(24419639755272637.0/10000000000000000.0/t164);
}
