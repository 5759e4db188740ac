/* One of a model's functions for many points: place i of point p is in[i*points + p], and likewise for results.
 *
 * Before this text stand the model's own source and header, and the macros MAP_FUNCTION, MAP_INPUTS and MAP_OUTPUTS,
 * counted in doubles.
 */
#include <stddef.h>

void map_points(size_t points, const double *in, double *out)
{
    double x[MAP_INPUTS ? MAP_INPUTS : 1], y[MAP_OUTPUTS];
    for (size_t p = 0; p < points; p++) {
        for (size_t i = 0; i < MAP_INPUTS; i++) x[i] = in[i * points + p];
        MAP_FUNCTION(x, y);
        for (size_t i = 0; i < MAP_OUTPUTS; i++) out[i * points + p] = y[i];
    }
}
