"""What is written into messages: what is due and known, and what several commits become as one."""
