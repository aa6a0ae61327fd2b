"""Pages composed for training the splitter: real stories in layouts drawn at random. Seeded; training only."""
