"""One renderer a format, each `parts(report, style)`: the pieces of its text. A renderer never decides."""
