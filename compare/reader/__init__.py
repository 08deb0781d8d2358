"""A language model of the user's own, which reads behind exact evidence and answers in numbers."""
