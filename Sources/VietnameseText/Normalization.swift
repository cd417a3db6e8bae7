@_spi(_Unicode) import Swift

// Swift compares strings by canonical equivalence, but databases, files and barcodes compare
// bytes. The two forms here (Unicode Standard Annex #15) are what makes the second agree with the
// first. The tables are the standard library's own, the same that `==` uses.

extension String {
  /// The text in Normalization Form C: every letter composed, as stored and compared by bytes.
  ///
  /// Text that is composed already, nearly all there is, is returned as it stands.
  public var nfc: String {
    isPlainlyComposed(utf8.span) ? self : composed
  }

  /// The text in Normalization Form D: every letter taken apart into base and marks.
  public var nfd: String {
    var scalars = String.UnicodeScalarView()
    for scalar in _nfd { scalars.append(scalar) }
    return String(scalars)
  }

  /// Whether the text is in Normalization Form C, byte for byte.
  public var isNFC: Bool {
    isPlainlyComposed(utf8.span) || utf8.elementsEqual(composed.utf8)
  }

  private var composed: String {
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// The canonical decomposition of the scalar: its base, then its marks.
  var canonicalDecomposition: [Unicode.Scalar] {
    Array(String(self)._nfd)
  }
}

/// Whether a look at the blocks alone shows that `bytes`, valid UTF-8, are in Form C.
///
/// Says no for anything doubtful: combining marks, and blocks with letters that Form C replaces.
/// The blocks below hold only scalars that never combine with what precedes them and that Form C
/// keeps (`NFC_Quick_Check=Yes`, `Canonical_Combining_Class=0`).
func isPlainlyComposed(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if byte < 0xCC {  // ASCII, and U+0080 to U+02FF as pairs of bytes
      index += byte < 0x80 ? 1 : 2
      continue
    }
    let scalar = decodeScalar(bytes, &index)
    switch scalar {
    case 0x1E00...0x1EFF, 0x400...0x482, 0x48A...0x52F, 0x2010...0x205E, 0x20A0...0x20BF,
      0x2190...0x21FF, 0x2500...0x25FF, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xFF01...0xFF5E:
      continue
    default:
      return false
    }
  }
  return true
}
