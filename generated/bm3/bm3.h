/* bm3: Flavorful U(1)' benchmark 3
 *
 * Made by zmodel 0.1.0 from the model bm3; change the model file and compile it again.
 * L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
 * A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
 * model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
 * Kinetic mixing, form eta: eta (Y, X).
 * U(1) coupling matrix h[a,b] = eta g_a g_b of L = -1/4 F h^-1 F, D = d - i q A.
 *
 * A state is an array of doubles: the couplings in the order of bm3_couplings, then the parameters. A complex
 * number takes two places (real, imaginary part), an array its elements in row-major order. In the batch form place i
 * of point p is x[i*points + p], so that consecutive points lie side by side. Results must not overlap states. Arrays lie
 * where C lets a double lie, at multiples of _Alignof(double), as those of malloc do; more is not needed.
 *
 * Loop orders of this file: 2-2-2 for gauge, Yukawa and potential couplings. Each sector takes part up to the
 * order that a function is asked for, as far as it has it.
 */
#ifndef ZMODEL_BM3_H
#define ZMODEL_BM3_H

#include <stddef.h>

#define BM3_LOOPS 2       /* highest loop order of bm3_beta; by sector: 2-2-2 */
#define BM3_SIZE 21       /* doubles that run, the length of dx */
#define BM3_INPUTS 21     /* doubles in a state, the length of x */
#define BM3_COUPLINGS 18  /* entries of bm3_couplings that run */
#define BM3_OBSERVABLES_INPUTS 6
#define BM3_OBSERVABLES_SIZE 30  /* results of bm3_observables */

#ifdef __cplusplus
extern "C" {
#endif

/* A coupling: its name, first place in a state, shape (1 x 1 for a number) and whether it is complex. */
typedef struct {
    const char *name;
    size_t offset;
    size_t rows;
    size_t columns;
    int is_complex;
} bm3_coupling;

/* Couplings in their order, then parameters, then an entry without a name. */
extern const bm3_coupling bm3_couplings[];

/* d(coupling)/dlnmu, loop factors included, up to the given loop order. Returns 0, or 1 if the order is not known. */
int bm3_beta(const double *x, int loops, double *dx);

/* The same for many points. */
int bm3_beta_batch(size_t points, const double *x, int loops, double *dx);

/* Derivatives of bm3_beta: jacobian[i*BM3_SIZE + j] = d(dx[i])/d(x[j]) over the doubles that run. */
int bm3_jacobian(const double *x, int loops, double *jacobian);

/* Whether the quartic potential is bounded from below at tree level: 1 or 0; and the same for many points. */
int bm3_stable(const double *x);
void bm3_stable_batch(size_t points, const double *x, int *stable);

/* What the observables need, in order, and their names. */
extern const char *const bm3_observables_inputs[];
extern const char *const bm3_observables_names[];

/* Masses and widths of new neutral bosons in GeV, their branching fractions and what they do at low energies, at tree
 * level; alpha and one-loop poles of U(1)s. Not a number where a result means nothing. What is measured and not among
 * the inputs (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it. Inputs have
 * units of GeV if they are masses or vacuum values. Masses of heavy fermions and squared masses of scalars may be
 * INFINITY, for no decay into them. */
void bm3_observables(const double *in, double *out);

#ifdef __cplusplus
}
#endif

#endif
