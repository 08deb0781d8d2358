"""The questions of a lesson, a module for each subject, and the bank of their words."""
