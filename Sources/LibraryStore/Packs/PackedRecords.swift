import CSodium
import CZlib
import MARC

/// Packs records small, each on its own, with a dictionary of what records have in common.
final class PackedRecords {
  /// Records longer than this when unpacked are damage, not records.
  static let lengthMaximum = 16 << 20

  private let dictionary: UnsafeMutableRawBufferPointer
  private let packer: OpaquePointer?
  private var room: [UInt8] = []

  init(dictionary bytes: [UInt8]) {
    dictionary = .allocate(byteCount: bytes.count, alignment: 16)
    dictionary.copyBytes(from: bytes)
    packer = czlib_packer_open(dictionary.baseAddress, dictionary.count)
    precondition(packer != nil, "there is memory for packing")
  }

  deinit {
    czlib_packer_close(packer)
    dictionary.deallocate()
  }

  func pack(_ bytes: [UInt8]) -> [UInt8] {
    let maximum = czlib_packed_maximum(packer, bytes.count)
    if room.count < maximum { room = [UInt8](repeating: 0, count: maximum) }
    let count = czlib_pack(packer, bytes, bytes.count, &room, room.count)
    precondition(count > 0, "the room is as large as zlib wants it")
    return Array(room[..<count])
  }

  /// The bytes again; nil for damage.
  func unpack(_ bytes: [UInt8], length: Int) -> [UInt8]? {
    guard (1...PackedRecords.lengthMaximum).contains(length) else { return nil }
    var unpacked = [UInt8](repeating: 0, count: length)
    let count = czlib_unpack_piece(packer, bytes, bytes.count, &unpacked, length)
    return count == length ? unpacked : nil
  }

  /// The dictionary that these records make: what stands at its end is found best.
  static func dictionary(of samples: [[UInt8]]) -> [UInt8] {
    let bytesMaximum = 16 << 10
    var bytes: [UInt8] = []
    for sample in samples where bytes.count < bytesMaximum { bytes += sample }
    return Array(bytes.suffix(bytesMaximum))
  }
}

/// The sum over all records of a pack in their order: each record's sum covers the one before.
struct PackDigest {
  private(set) var bytes = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))

  mutating func add(_ record: [UInt8]) {
    let input = bytes + record
    crypto_hash_sha256(&bytes, input, UInt64(input.count))
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
