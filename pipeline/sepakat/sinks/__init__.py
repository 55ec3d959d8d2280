"""Writers that turn results into files; none knows another."""
