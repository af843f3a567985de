"""How each agent keeps its sessions: one file an agent, of which only the one that is asked is loaded."""
