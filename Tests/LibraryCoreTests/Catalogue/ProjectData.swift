import Foundation

/// The tables of facts that the project carries.
enum ProjectData {
  static func bytes(_ name: String) throws -> [UInt8] {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    return try Array(
      Data(contentsOf: URL(filePath: root.joined(separator: "/") + "/data/" + name)))
  }
}
