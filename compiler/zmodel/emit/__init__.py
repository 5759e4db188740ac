"""Results to text: source code, LaTeX, manifests."""
