import Foundation

/// The command: which world to write into which folder.
enum FixtureMaker {
  /// Runs the command.
  ///
  /// - Parameter arguments: The name of the world and the folder.
  /// - Returns: The exit code of `sysexits.h` and what to say on standard error.
  static func run(_ arguments: [String]) -> (code: Int32, message: String?) {
    guard arguments.count == 2 else {
      return (64, "Usage: fixture-maker jugendhilfe|broken FOLDER")
    }
    let files: [(name: String, bytes: [UInt8])]
    switch arguments[0] {
    case "jugendhilfe": files = Jugendhilfe.files()
    case "broken": files = Broken.files()
    default: return (64, "fixture-maker: no such world; known are jugendhilfe and broken")
    }
    let folder = URL(filePath: arguments[1])
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
    } catch {
      return (73, "fixture-maker: cannot write to the folder: \(error)")
    }
    return (0, nil)
  }
}
