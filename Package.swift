// swift-tools-version: 6.2
import PackageDescription

// Who may import whom is law here: `TidyTests` holds the same table and fails on any import outside it.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "thuthu",
  products: [
    .executable(name: "thuthu", targets: ["thuthu"]),
    .library(name: "VietnameseText", targets: ["VietnameseText"]),
    .library(name: "MARC", targets: ["MARC"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // C shims over Debian's -dev packages: each hides one library behind a small header.
    .target(
      name: "CTerminal",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // Key maps, themes and sample tables, carried in the program's own bytes.
    .target(name: "CBuiltins"),
    .target(name: "CSodium", linkerSettings: [.linkedLibrary("sodium")]),
    // Both libraries are loaded at run time, by the shims, when they are first needed.
    .target(name: "CYaz"),
    .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
    .target(name: "CCurl", cSettings: [.define("_GNU_SOURCE")]),

    .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict),
    .target(name: "VietnameseText", swiftSettings: strict),
    .target(
      name: "MARC", dependencies: ["VietnameseText", "CYaz", "CZlib"], swiftSettings: strict),
    .target(name: "LibraryCore", dependencies: ["MARC", "VietnameseText"], swiftSettings: strict),
    .target(
      name: "LibraryStore",
      dependencies: ["LibraryCore", "MARC", "VietnameseText", "CSodium", "CZlib", grdb],
      swiftSettings: strict),
    .target(
      name: "RemoteCatalogues", dependencies: ["MARC", "VietnameseText", "CYaz", "CCurl"],
      swiftSettings: strict),
    .target(
      name: "SelfCheck", dependencies: ["LibraryCore", "LibraryStore"], swiftSettings: strict),
    .target(
      name: "Workstation",
      dependencies: [
        "Terminal", "VietnameseText", "MARC", "LibraryCore", "LibraryStore", "RemoteCatalogues",
        "SelfCheck", "CBuiltins",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "thuthu",
      dependencies: [
        "Terminal", "VietnameseText", "MARC", "LibraryCore", "LibraryStore", "RemoteCatalogues",
        "SelfCheck", "Workstation", argumentParser,
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "bench",
      dependencies: ["VietnameseText", "MARC", "LibraryCore", "LibraryStore", "Workstation"],
      path: "Benchmarks", exclude: ["Floors", "Terminal"], sources: ["Program", "Generator"],
      swiftSettings: strict),

    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "CTerminal"], swiftSettings: strict),
    .testTarget(
      name: "VietnameseTextTests", dependencies: ["VietnameseText"], swiftSettings: strict),
    .testTarget(
      name: "MARCTests", dependencies: ["MARC", "VietnameseText"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "LibraryCoreTests", dependencies: ["LibraryCore", "VietnameseText"],
      swiftSettings: strict),
    .testTarget(
      name: "LibraryStoreTests",
      dependencies: ["LibraryStore", "LibraryCore", "MARC", "VietnameseText", grdb],
      swiftSettings: strict),
    .testTarget(
      name: "RemoteCataloguesTests", dependencies: ["RemoteCatalogues", "MARC"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "SelfCheckTests", dependencies: ["SelfCheck", "LibraryCore", "LibraryStore", "MARC"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkstationTests",
      dependencies: [
        "Workstation", "Terminal", "LibraryStore", "LibraryCore", "RemoteCatalogues", "MARC",
        "VietnameseText",
      ],
      swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .target(
      name: "CVirtualTerminal", path: "Tests/CVirtualTerminal",
      cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("vterm"), .linkedLibrary("util")]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe",
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["thuthu"], swiftSettings: strict),
    .testTarget(
      name: "SessionTests", dependencies: ["CVirtualTerminal", "TerminalProbe", "thuthu", grdb],
      swiftSettings: strict),
  ],
  cLanguageStandard: .c2x  // for #embed
)
