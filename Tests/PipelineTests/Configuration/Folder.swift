import FoundationEssentials
import Pipeline

/// A folder for one test, removed at its end.
struct Folder {
  let path: String

  static func with(_ body: (Folder) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "echolot-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let outcome = Result { try body(Folder(path: url.path)) }
    try FileManager.default.removeItem(at: url)
    try outcome.get()
  }

  /// Writes a file; folders in its name must exist.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: "\(path)/\(name)"), withIntermediateDirectories: true)
  }

  static func findings<Value>(
    _ result: Result<Value, ConfigurationErrors>
  ) -> [ConfigurationFinding] {
    switch result {
    case .success: []
    case .failure(let errors): errors.findings
    }
  }
}
