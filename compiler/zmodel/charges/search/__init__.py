"""The integer search: layout, tables, halves that meet in the middle, counts and lists."""
