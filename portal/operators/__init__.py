"""The operators' pages: reviews, unanswered questions, freshness, pause; behind a password, each action in the audit log."""
