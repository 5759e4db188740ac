"""What editors and other programs need to colour model files: words by class, a Pygments lexer, syntax files."""
