/// An entry of a directory: which field, where its text lies, and whether its numbers could be read.
struct ISO2709Entry {
  let tag: Tag
  let length: Int?
  let start: Int?

  init(_ bytes: UnsafeRawBufferPointer, at position: Int) {
    tag = Tag(bytes[position], bytes[position + 1], bytes[position + 2])
    length = ISO2709Frame.number(bytes, at: position + 3, count: 4)
    start = ISO2709Frame.number(bytes, at: position + 7, count: 5)
  }

  /// The range of the field's text without its terminator, if the numbers lead to one.
  func place(in bytes: UnsafeRawBufferPointer, base: Int, dataEnd: Int) -> Range<Int>? {
    guard let length, let start, length > 0 else { return nil }
    let from = base + start
    let terminator = from + length - 1
    guard terminator < dataEnd, bytes[terminator] == Delimiter.field else { return nil }
    return from..<terminator
  }
}
