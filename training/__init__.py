"""How the shipped model is made and measured. Imports nothing of the program but tokenisation and labels."""
