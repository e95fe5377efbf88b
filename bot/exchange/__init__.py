"""The machine-readable door: articles, readings and answers as lines of JSON."""
