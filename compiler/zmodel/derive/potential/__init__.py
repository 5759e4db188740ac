"""The scalar potential: which terms it can have, and when it is bounded from below."""
