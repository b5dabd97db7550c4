import Foundation

/// A temporary folder in which a test runs the real program as a person would.
struct Workplace: ~Copyable {
  /// What a run of the program left.
  struct Outcome {
    let exit: Int32
    let output: String
    let errors: String
  }

  /// The folder; gone when the test ends.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("echolot-test-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      print("could not remove \(folder.path)")
    }
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ name: String, _ content: String) throws {
    try write(name, Data(content.utf8))
  }

  func write(_ name: String, _ content: Data) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file)
  }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// Runs the program in the folder, with an environment that holds nothing of this machine.
  func echolot(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try start(Project.program("echolot"), arguments, environment: environment)
  }

  func start(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Outcome {
    let process = try prepare(program, arguments, environment: environment)
    if let input {
      let name = ".stdin-\(UUID().uuidString)"
      try write(name, input)
      process.standardInput = try FileHandle(
        forReadingFrom: folder.appendingPathComponent(name))
    }
    // Files rather than pipes: a program that says much must not wait for its reader.
    let output = folder.appendingPathComponent(".stdout-\(UUID().uuidString)")
    let errors = folder.appendingPathComponent(".stderr-\(UUID().uuidString)")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    defer {
      unsafe unlink(output.path)
      unsafe unlink(errors.path)
    }
    return Outcome(
      exit: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  func prepare(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    var variables = [
      "HOME": path("home"), "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin",
    ]
    if let libraries = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
      variables["LD_LIBRARY_PATH"] = libraries
    }
    process.environment = variables.merging(environment) { $1 }
    return process
  }

  /// All files below a folder, by path relative to it, links as their target.
  ///
  /// Counts that are kept for the next night are among them only if they are asked for.
  func tree(_ name: String, withCache: Bool = false) throws -> [String: Data] {
    let root = folder.appendingPathComponent(name).resolvingSymlinksInPath().path
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root) {
      let full = root + "/" + path
      if !withCache, path.split(separator: "/").contains(".cache") { continue }
      switch try FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType {
      case .typeSymbolicLink:
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: full)
        files[path] = Data("-> \(target)".utf8)
      case .typeDirectory: break
      default: files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
      }
    }
    return files
  }
}
