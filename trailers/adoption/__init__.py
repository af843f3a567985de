"""How a repository comes to undersign: what it has, what it is given to begin with, what it still lacks."""
