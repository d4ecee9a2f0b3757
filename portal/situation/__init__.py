"""« Où en suis-je ? » without JavaScript: questions one at a time, then the result card; what was said travels in the form alone."""
