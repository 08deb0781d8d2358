"""From an address on the web to the bytes of its page: politely, safely, and kept for later."""
