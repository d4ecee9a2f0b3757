"""The deterministic core: where a person stands, which dates matter, whom to call. No file, clock, network or model."""
