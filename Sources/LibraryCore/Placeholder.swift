enum LibraryCorePlaceholder {}
