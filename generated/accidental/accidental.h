/* accidental: Gauged accidental symmetries
 *
 * Made by zmodel 0.1.0 from the model accidental; change the model file and compile it again.
 * L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
 * A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
 * model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
 *
 * A state is an array of doubles: the couplings in the order of accidental_couplings, then the parameters. A complex
 * number takes two places (real, imaginary part), an array its elements in row-major order. In the batch form place i
 * of point p is x[i*points + p], so that consecutive points lie side by side. Results must not overlap states. Arrays lie
 * where C lets a double lie, at multiples of _Alignof(double), as those of malloc do; more is not needed.
 *
 * Loop orders of this file: 1-1-1 for gauge, Yukawa and potential couplings. Each sector takes part up to the
 * order that a function is asked for, as far as it has it.
 */
#ifndef ZMODEL_ACCIDENTAL_H
#define ZMODEL_ACCIDENTAL_H

#include <stddef.h>

#define ACCIDENTAL_LOOPS 1       /* highest loop order of accidental_beta; by sector: 1-1-1 */
#define ACCIDENTAL_SIZE 89       /* doubles that run, the length of dx */
#define ACCIDENTAL_INPUTS 93     /* doubles in a state, the length of x */
#define ACCIDENTAL_COUPLINGS 15  /* entries of accidental_couplings that run */
#define ACCIDENTAL_OBSERVABLES_INPUTS 10
#define ACCIDENTAL_OBSERVABLES_SIZE 28  /* results of accidental_observables */

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
} accidental_coupling;

/* Couplings in their order, then parameters, then an entry without a name. */
extern const accidental_coupling accidental_couplings[];

/* d(coupling)/dlnmu, loop factors included, up to the given loop order. Returns 0, or 1 if the order is not known. */
int accidental_beta(const double *x, int loops, double *dx);

/* The same for many points. */
int accidental_beta_batch(size_t points, const double *x, int loops, double *dx);

/* Derivatives of accidental_beta: jacobian[i*ACCIDENTAL_SIZE + j] = d(dx[i])/d(x[j]) over the doubles that run. */
int accidental_jacobian(const double *x, int loops, double *jacobian);

/* Whether the quartic potential is bounded from below at tree level: 1 or 0; and the same for many points. */
int accidental_stable(const double *x);
void accidental_stable_batch(size_t points, const double *x, int *stable);

/* What the observables need, in order, and their names. */
extern const char *const accidental_observables_inputs[];
extern const char *const accidental_observables_names[];

/* Masses and widths of new neutral bosons in GeV, their branching fractions and what they do at low energies, at tree
 * level; alpha and one-loop poles of U(1)s. Not a number where a result means nothing. What is measured and not among
 * the inputs (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it. Inputs have
 * units of GeV if they are masses or vacuum values. Masses of heavy fermions and squared masses of scalars may be
 * INFINITY, for no decay into them. */
void accidental_observables(const double *in, double *out);

#ifdef __cplusplus
}
#endif

#endif
