"""What runs: the flows, their settings and the `copydesk` command."""
