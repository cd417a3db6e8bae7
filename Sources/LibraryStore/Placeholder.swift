enum LibraryStorePlaceholder {}
