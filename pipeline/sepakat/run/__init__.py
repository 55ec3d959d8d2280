"""Many articles, one result or one failure each: finding them and running them."""
