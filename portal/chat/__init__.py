"""The chat: Chainlit in front of the same assistant."""
