/// One file of a source and the pattern that named it.
public struct SourceFile: Sendable, Hashable {
  /// The path.
  public let path: String
  /// The pattern.
  public let pattern: Source.FilePattern
}

extension Configuration {
  /// The files that fit a pattern, sorted by the bytes of their paths.
  ///
  /// `*` stands for any characters and `?` for one; neither crosses a `/` nor stands for a leading
  /// dot.
  ///
  /// - Parameter pattern: A path from the working directory, with or without wildcards.
  /// - Returns: The paths of existing files; none if nothing fits.
  public static func resolveFiles(_ pattern: String) -> [String] {
    FilePatterns.files(fitting: pattern)
  }

  /// Finds the files of a source.
  ///
  /// - Parameter source: One of this configuration's sources.
  /// - Returns: The files, pattern by pattern; or a finding for each pattern that no file fits or
  ///   that names files of an earlier one again.
  public func files(of source: Source) -> Result<[SourceFile], ConfigurationErrors> {
    var decoding = Decoding(file: path)
    var seen: [String: Place] = [:]
    var files: [SourceFile] = []
    for pattern in source.files {
      let paths = FilePatterns.files(fitting: pattern.path)
      if paths.isEmpty { decoding.report(.noFile(pattern.text), at: pattern.place) }
      var again: [Place] = []
      for path in paths {
        let real = FilePatterns.real(path)
        if let place = seen[real] {
          again.append(place)
        } else {
          seen[real] = pattern.place
          files.append(SourceFile(path: path, pattern: pattern))
        }
      }
      if let first = again.first {
        decoding.report(
          .fileTwice(pattern.text, count: again.count, first: first), at: pattern.place)
      }
    }
    let findings = decoding.findings
    return findings.isEmpty ? .success(files) : .failure(ConfigurationErrors(findings: findings))
  }
}
