"""The language server: the only place that knows pygls and lsprotocol, one feature a file."""
