"""From what a site offers to be followed by (RSS, Atom, JSON Feed, OPML) to its entries."""
