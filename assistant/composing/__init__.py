"""The ways to compose an answer without a model."""
