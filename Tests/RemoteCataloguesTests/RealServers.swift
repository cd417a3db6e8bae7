import Foundation

/// The servers of others that tests run against, where they are installed.
enum RealServers {
  static let ztest = program("yaz-ztest")
  static let openssl = program("openssl")

  /// zebrasrv with the database in `Fixtures/zebra`, indexed anew by this run of the tests.
  static let zebra: ZebraFolder? = {
    guard let server = program("zebrasrv"), let indexer = program("zebraidx") else { return nil }
    return try? ZebraFolder(server: server, indexer: indexer)
  }()

  private static func program(_ name: String) -> String? {
    let path = "/usr/bin/\(name)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      print("Tests against \(name) are left out: it is not installed.")
      return nil
    }
    return path
  }
}

/// A folder with Zebra's configuration and index.
struct ZebraFolder: Sendable {
  let server: String
  let path: String

  init(server: String, indexer: String) throws {
    self.server = server
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("thuthu-zebra-\(getpid())")
    try? files.removeItem(at: folder)
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/zebra")
    try files.copyItem(at: source, to: folder)
    path = folder.path
    try files.createDirectory(atPath: path + "/register", withIntermediateDirectories: true)
    try configuration.write(toFile: path + "/zebra.cfg", atomically: true, encoding: .utf8)
    for step in [["init"], ["update", "records.xml"]] {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: indexer)
      process.arguments = ["-c", "zebra.cfg"] + step
      process.currentDirectoryURL = folder
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
    }
    let folderAtExit = path
    ZebraFolder.removedAtExit = folderAtExit
    atexit {
      if let path = ZebraFolder.removedAtExit { try? FileManager.default.removeItem(atPath: path) }
    }
  }

  nonisolated(unsafe) private static var removedAtExit: String?

  /// Its own modules lie in a folder named after the machine.
  private var configuration: String {
    let machines = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib")) ?? []
    let modules = machines.map { "/usr/lib/\($0)/idzebra-2.0/modules" }.first {
      FileManager.default.fileExists(atPath: $0)
    }
    return """
      profilePath: .:/usr/share/idzebra-2.0/tab
      modulePath: \(modules ?? "/usr/lib/idzebra-2.0/modules")
      register: \(path)/register:50M
      lockDir: \(path)
      attset: bib1.att
      recordType: dom.dom.xml
      storeKeys: 1
      storeData: 1
      perm.anonymous: r

      """
  }

  var peer: LoopbackPeer {
    LoopbackPeer(program: server, ["-i", "-f", "yazgfs.xml"], in: path)
  }

  /// The same server sending its ISO 2709 records in MARC-8.
  var peerInMARC8: LoopbackPeer {
    get throws {
      let usual = try String(contentsOfFile: path + "/yazgfs.xml", encoding: .utf8)
      try usual.replacing("outputcharset=\"utf-8\"", with: "outputcharset=\"marc-8\"")
        .write(toFile: path + "/marc8.xml", atomically: true, encoding: .utf8)
      return LoopbackPeer(program: server, ["-i", "-f", "marc8.xml"], in: path)
    }
  }
}
