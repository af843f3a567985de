"""`undersign mcp`: a server for assistants that speak the Model Context Protocol."""
