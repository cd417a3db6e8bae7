import CSodium
import LibraryCore

/// The hash chain of an origin: `chain_n = SHA-256(chain_{n-1} ‖ canonical bytes of op_n)`.
enum OpChain {
  static func next(after chain: [UInt8], op: Op, origin: Int64, body: [UInt8]) -> [UInt8] {
    var bytes = chain
    bytes.reserveCapacity(chain.count + body.count + 64)
    withUnsafeBytes(of: origin.littleEndian) { bytes.append(contentsOf: $0) }
    var header = BodyWriter()
    header.integer(1, op.id.sequence)
    header.integer(2, op.wall)
    header.integer(3, Int64(op.clockQuality.rawValue))
    header.integer(4, op.actor?.rawValue)
    header.integer(5, op.entity.rawValue)
    header.integer(6, Int64(op.body.kind))
    header.integer(7, op.undoes?.rawValue)
    if !op.parents.isEmpty { header.bytes(8, encode(op.parents)) }
    header.integer(9, op.clock)
    bytes.append(contentsOf: header.bytes)
    bytes.append(contentsOf: body)
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  static func encode(_ parents: [OpID]) -> [UInt8] {
    var writer = BodyWriter()
    for parent in parents { writer.integer(1, parent.rawValue) }
    return writer.bytes
  }

  static func decode(_ bytes: some Collection<UInt8>) -> [OpID] {
    (BodyReader(bytes)?.integers(1) ?? []).map { OpID(rawValue: $0) }
  }
}
