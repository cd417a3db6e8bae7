enum MARCPlaceholder {}
