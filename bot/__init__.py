"""On Record: a Telegram bot that keeps who said what, and comes back on the day something is due."""
