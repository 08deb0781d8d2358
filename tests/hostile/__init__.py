"""A web that means harm, on loopback only, and what the fetcher makes of it."""
