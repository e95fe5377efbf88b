"""All SQL of On Record: models, one file per aggregate, search and migrations. Imports nothing of `bot`."""
