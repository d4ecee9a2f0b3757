"""The paper that was received: read in memory, recognised, confirmed by the person, never kept."""
