"""What one number counts, by the verb, noun, toll, siege or aid that governs it, and whom it counts."""
