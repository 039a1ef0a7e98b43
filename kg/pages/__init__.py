"""Parts that every way of showing the graph shares: what a statement says in words, and the receipts it rests on."""
