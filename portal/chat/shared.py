"""What Chainlit's handlers share with the application: Chainlit loads them by path, so this module carries it."""

from assistant.bootstrap import Assistant

assistant: Assistant | None = None
