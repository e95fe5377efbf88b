"""The trained reader: shared tokenisation and labels, decoding, and the shipped weights."""
