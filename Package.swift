// swift-tools-version: 6.2
// Echolot: reviews and surveys of the social sector, turned into comparable, honest quality reports.
// Copyright (C) 2026 the Echolot authors. Licence: GPL-3.0-or-later, see LICENSE.

import PackageDescription

/// What every Swift target is built with: all warnings are errors, every unsafe use is spelled out.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Optimised in debug builds too, for rooms whose tests go over millions of bytes.
///
/// All checks stay on.
let fast: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the house: a library target with its own test target.
func room(
  _ name: String, knows rooms: [Target.Dependency] = [], _ more: [SwiftSetting] = []
) -> [Target] {
  [
    .target(name: name, dependencies: rooms, swiftSettings: settings + more),
    .testTarget(
      name: "\(name)Tests", dependencies: [.target(name: name)] + rooms, swiftSettings: settings),
  ]
}

/// A module map over a C library that a Debian package provides.
func debian(_ name: String, package: String) -> [Target] {
  [.systemLibrary(name: name, providers: [.apt([package])])]
}

// Data walks one way; each room knows only the rooms before it (docs/architecture.md).
let targets: [[Target]] = [
  debian("CLibCSV", package: "libcsv-dev"),
  debian("CZlib", package: "zlib1g-dev"),
  debian("CISAL", package: "libisal-dev"),
  debian("CYAML", package: "libyaml-dev"),
  debian("CCrypto", package: "libssl-dev"),
  debian("CSodium", package: "libsodium-dev"),
  debian("CGSL", package: "libgsl-dev"),
  debian("CGLPK", package: "libglpk-dev"),
  [.systemLibrary(name: "CLinux")],  // three system calls that Glibc's module hides
  [.systemLibrary(name: "CLanes")],  // masks of 64 bytes, which Swift's SIMD cannot make
  room("Parallel"),
  room("Microdata", knows: ["Parallel"], fast),
  room("Exports", knows: ["Parallel", "CLibCSV", "CZlib", "CISAL", "CLanes"], fast),
  room("Cleaning", knows: ["Exports"]),
  room("Anonymising", knows: ["Exports", "Cleaning", "CSodium", "CCrypto"]),
  room("Redaction", knows: ["Parallel"], fast),
  room("Tally", knows: ["Exports", "Cleaning", "Anonymising"]),
  room("Releases", knows: ["Tally"]),
  room("Statistics", knows: ["CGSL", "Parallel"]),
  room("Suppression", knows: ["Parallel", "CGLPK"], fast),
  room("Reference", knows: ["Statistics", "Parallel", "Exports"]),
  room("Benchmark", knows: ["Anonymising", "Tally", "Statistics", "Parallel"]),
  room("Reports", knows: ["Exports", "Benchmark", "Parallel"]),
  room(
    "Studies",
    knows: ["Exports", "Tally", "Statistics", "Benchmark", "Suppression", "Parallel"]),
  room(
    "Pipeline",
    knows: [
      "Parallel", "Exports", "Cleaning", "Anonymising", "Tally", "Releases", "Statistics",
      "Benchmark", "Reports", "Reference", "CYAML", "CLinux", "Microdata", "Redaction",
      "Suppression",
    ]),
  [
    .executableTarget(
      name: "echolot", dependencies: ["Pipeline"], swiftSettings: settings),
    .executableTarget(name: "fixture-maker", swiftSettings: settings),
    .executableTarget(name: "bench-maker", swiftSettings: settings),
    .executableTarget(name: "study", dependencies: ["Studies"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["echolot", "fixture-maker", "Exports", "Cleaning", "Tally"],
      swiftSettings: settings),
  ],
]

let package = Package(
  name: "Echolot",
  products: [.executable(name: "echolot", targets: ["echolot"])],
  targets: targets.flatMap(\.self)
)
