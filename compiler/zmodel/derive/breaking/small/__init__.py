"""Series in parameters that a model file declares small."""
