enum WorkstationPlaceholder {}
