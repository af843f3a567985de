"""One renderer a format, each `render(report, style) -> str`; a renderer never decides."""
