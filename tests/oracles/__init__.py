"""Independent, slow and explicit implementations that the compiler is tested against."""
