### What `serve` says, and the overlay in the page.
