"""What a person leaves behind: sharing it or not, taking it back, deleting everything."""
