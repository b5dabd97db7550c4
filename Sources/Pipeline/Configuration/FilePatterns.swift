internal import FoundationEssentials
internal import Glibc

/// Paths beside a pipeline file, and patterns with `*` and `?`.
enum FilePatterns {
  /// A path as it follows from the folder of the pipeline file.
  ///
  /// - Parameters:
  ///   - path: The path or pattern as written; an absolute one stays as it is.
  ///   - file: The path of the pipeline file.
  /// - Returns: The path from the working directory.
  static func resolved(_ path: String, besides file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  /// The files that fit a pattern, sorted by the bytes of their paths.
  ///
  /// `*` stands for any characters and `?` for one, in every component of the path; neither
  /// crosses a `/` nor stands for a leading dot. Folders are no files.
  ///
  /// - Parameter pattern: A path, with or without wildcards.
  /// - Returns: The paths of existing files.
  static func files(fitting pattern: String) -> [String] {
    var paths = [pattern.hasPrefix("/") ? "/" : ""]
    for component in pattern.split(separator: "/").map(String.init) {
      paths = paths.flatMap { base in
        guard component.contains(where: { $0 == "*" || $0 == "?" }) else {
          return [joined(base, component)]
        }
        return names(in: base.isEmpty ? "." : base)
          .filter { fits($0, component) }
          .map { joined(base, $0) }
      }
    }
    return paths.filter { size(of: $0) != nil }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The path without symbolic links, to tell whether two paths name one file.
  ///
  /// - Parameter path: The path.
  /// - Returns: The path of the file itself.
  static func real(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardized.path
  }

  /// The size of a regular file, symbolic links followed.
  ///
  /// - Parameter path: The path.
  /// - Returns: The size in bytes, or `nil` if there is no such file.
  static func size(of path: String) -> Int? {
    // Not FileManager's attributes: what they hold depends on whether all of Foundation is loaded.
    var info = stat()
    guard unsafe stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(info.st_size)
  }

  /// Whether a name fits a pattern of one path component.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - pattern: The pattern.
  /// - Returns: Whether all of the name fits all of the pattern.
  static func fits(_ name: String, _ pattern: String) -> Bool {
    let (name, pattern) = (Array(name.unicodeScalars), Array(pattern.unicodeScalars))
    if name.first == ".", pattern.first != "." { return false }
    var (n, p) = (0, 0)
    var retry: (name: Int, pattern: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        retry = (n, p + 1)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        (n, p) = (n + 1, p + 1)
      } else if let last = retry {
        retry = (last.name + 1, last.pattern)
        (n, p) = (last.name + 1, last.pattern)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  private static func names(in folder: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      return []  // no such folder, so no file fits; the caller reports that at the pattern
    }
  }

  private static func joined(_ base: String, _ component: String) -> String {
    base.isEmpty || base.hasSuffix("/") ? base + component : "\(base)/\(component)"
  }
}
