/* malaphoric: B3 - L2 with kinetic mixing
 *
 * Made by zmodel 0.1.0 from the model malaphoric; change the model file and compile it again.
 * L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
 * A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
 * model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
 * Kinetic mixing, form epsilon: epsilon (Y, X).
 * Kinetic term -(epsilon/2) A B beside canonical ones; h[a,b] is the U(1) coupling matrix of L = -1/4 F h^-1 F.
 *
 * A state is an array of doubles: the couplings in the order of malaphoric_couplings, then the parameters. A complex
 * number takes two places (real, imaginary part), an array its elements in row-major order. In the batch form place i
 * of point p is x[i*points + p], so that consecutive points lie side by side. Results must not overlap states. Arrays lie
 * where C lets a double lie, at multiples of _Alignof(double), as those of malloc do; more is not needed.
 *
 * Loop orders of this file: 1-1-1 for gauge, Yukawa and potential couplings. Each sector takes part up to the
 * order that a function is asked for, as far as it has it.
 */
#ifndef ZMODEL_MALAPHORIC_H
#define ZMODEL_MALAPHORIC_H

#include <stddef.h>

#define MALAPHORIC_LOOPS 1       /* highest loop order of malaphoric_beta; by sector: 1-1-1 */
#define MALAPHORIC_SIZE 100       /* doubles that run, the length of dx */
#define MALAPHORIC_INPUTS 100     /* doubles in a state, the length of x */
#define MALAPHORIC_COUPLINGS 15  /* entries of malaphoric_couplings that run */
#define MALAPHORIC_SMEFT_INPUTS 5
#define MALAPHORIC_SMEFT_SIZE 155  /* coefficients of malaphoric_smeft, two doubles each */
#define MALAPHORIC_OBSERVABLES_INPUTS 7
#define MALAPHORIC_OBSERVABLES_SIZE 33  /* results of malaphoric_observables */

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
} malaphoric_coupling;

/* Couplings in their order, then parameters, then an entry without a name. */
extern const malaphoric_coupling malaphoric_couplings[];

/* d(coupling)/dlnmu, loop factors included, up to the given loop order. Returns 0, or 1 if the order is not known. */
int malaphoric_beta(const double *x, int loops, double *dx);

/* The same for many points. */
int malaphoric_beta_batch(size_t points, const double *x, int loops, double *dx);

/* Derivatives of malaphoric_beta: jacobian[i*MALAPHORIC_SIZE + j] = d(dx[i])/d(x[j]) over the doubles that run. */
int malaphoric_jacobian(const double *x, int loops, double *jacobian);

/* Whether the quartic potential is bounded from below at tree level: 1 or 0; and the same for many points. */
int malaphoric_stable(const double *x);
void malaphoric_stable_batch(size_t points, const double *x, int *stable);

/* What the matching needs, in order, and the WCxf names (basis Warsaw) of what it gives. */
extern const char *const malaphoric_smeft_inputs[];
extern const char *const malaphoric_smeft_names[];

/* Tree-level SMEFT coefficients in GeV^-2, real and imaginary part one after the other. */
void malaphoric_smeft(const double *in, double *out);

/* What the observables need, in order, and their names. */
extern const char *const malaphoric_observables_inputs[];
extern const char *const malaphoric_observables_names[];

/* Masses and widths of new neutral bosons in GeV, their branching fractions and what they do at low energies, at tree
 * level; alpha and one-loop poles of U(1)s. Not a number where a result means nothing. What is measured and not among
 * the inputs (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it. Inputs have
 * units of GeV if they are masses or vacuum values. Masses of heavy fermions and squared masses of scalars may be
 * INFINITY, for no decay into them.
 * Z': no decays to N[2], for want of a formula of their masses; see `zmodel observables`. */
void malaphoric_observables(const double *in, double *out);

#ifdef __cplusplus
}
#endif

#endif
