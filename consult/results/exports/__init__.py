"""What organisers take away: every file is a stream of bytes, made from protected numbers and masked words."""
