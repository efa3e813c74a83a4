"""What is kept of those who have an account, and of what they did. Nothing here is a resident's."""
