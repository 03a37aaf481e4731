"""What must hold for every page of a written site, found by a real HTML parser; each check returns complaints."""
