"""Training: the seeds' models out of labelled pages. Nothing here runs when pages are cleaned."""
