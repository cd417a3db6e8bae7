import Terminal

/// A field of the screen, beside the fields of MARC records.
typealias InputField = Field
