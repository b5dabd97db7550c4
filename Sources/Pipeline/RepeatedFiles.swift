internal import Anonymising
internal import Benchmark

/// Finds files of the same content, whatever their names: read together they would count twice.
enum RepeatedFiles {
  /// One file and another, before it, of the same bytes; both as places in the list of paths.
  struct Pair {
    let first: Int
    let second: Int
  }

  /// Compares files; only those of the same size are read.
  ///
  /// - Parameter paths: The files.
  /// - Returns: Each file that another one before it equals byte for byte, with the first such one.
  /// - Throws: Why a file cannot be read.
  static func pairs(of paths: [String]) throws(Failure) -> [Pair] {
    let sizes = paths.map(Disk.size)
    let counts = Dictionary(sizes.map { ($0, 1) }, uniquingKeysWith: +)
    var firsts: [[UInt8]: Int] = [:]
    var pairs: [Pair] = []
    for (index, path) in paths.enumerated() where counts[sizes[index], default: 0] > 1 {
      try Interruption.check()
      let digest = try Disk.digest(of: path)
      if let first = firsts[digest] {
        pairs.append(Pair(first: first, second: index))
      } else {
        firsts[digest] = index
      }
    }
    return pairs
  }
}

extension Plan {
  /// Refuses a file that two sources, two patterns or two names bring in: it would count twice.
  ///
  /// - Throws: Every file that stands there again, with the one it equals.
  func checkRepeatedFiles() throws(Failure) {
    let all = zip(configuration.sources, files).flatMap { source, files in
      files.map { (source: source.name, path: $0) }
    }
    let problems = try RepeatedFiles.pairs(of: all.map(\.path)).map { pair in
      let (first, second) = (all[pair.first], all[pair.second])
      return Notice(
        code: "EL-E-0216", place: Notice.Place(file: second.path),
        problem: LocalisedText(
          de: "Die Datei (Quelle „\(second.source)“) hat denselben Inhalt wie \(first.path)"
            + " (Quelle „\(first.source)“); jede Antwort würde doppelt zählen",
          en: "The file (source “\(second.source)”) has the same content as \(first.path)"
            + " (source “\(first.source)”); every answer would count twice"),
        wayOut: LocalisedText(
          de: "Lassen Sie eine der beiden weg, oder nehmen Sie den Export, der gemeint war",
          en: "Leave one of the two out, or take the export that was meant"))
    }
    guard problems.isEmpty else { throw Failure(.dataRejected, problems) }
  }
}
