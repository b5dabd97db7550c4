/// The headings of a file and the columns that a layout asks for.
struct Headings: Sendable {
  /// The headings, normalised, in the order of the file.
  let names: [String]

  /// The number of columns up to the last one that has a heading.
  var namedCount: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  /// The file's column of every requested column.
  ///
  /// - Parameter requests: The requested columns.
  /// - Returns: Indices into `names`, in the order of the requests.
  /// - Throws: All headings that are missing, or one that several columns have.
  func places(of requests: [ColumnRequest]) throws(ExportFailure) -> [Int] {
    var places: [Int] = []
    var missing: [ExportFailure.Missing] = []
    for request in requests {
      let found = columns(named: request.heading)
      guard let first = found.first else {
        let failure = ExportFailure.Missing(
          heading: request.heading, nearest: Spelling.nearest(to: request.heading, in: names))
        if !missing.contains(failure) { missing.append(failure) }
        continue
      }
      guard found.count == 1 else {
        throw .headingAmbiguous(heading: request.heading, columns: found.map { $0 + 1 })
      }
      places.append(first)
    }
    guard missing.isEmpty else { throw .headingsMissing(missing) }
    return places
  }

  /// How many of the requested headings the file has.
  func count(of requests: [ColumnRequest]) -> Int {
    requests.count { !columns(named: $0.heading).isEmpty }
  }

  /// The columns of a heading: exactly so, or else without regard to case.
  private func columns(named heading: String) -> [Int] {
    let wanted = normalisedHeading(heading)
    let exact = names.indices.filter { names[$0] == wanted }
    guard exact.isEmpty else { return exact }
    let lower = wanted.lowercased()
    return names.indices.filter { names[$0].lowercased() == lower }
  }
}

/// Finds what somebody probably meant to write.
public enum Spelling {
  /// The nearest of some words, if any is near: at most a third of its letters differ.
  ///
  /// Source: Damerau (1964) and Levenshtein (1966), optimal string alignment distance.
  ///
  /// - Parameters:
  ///   - word: What was written.
  ///   - words: What could have been meant.
  /// - Returns: The nearest word, the first of equally near ones.
  public static func nearest(to word: String, in words: [String]) -> String? {
    let wanted = Array(word.lowercased())
    var best: (word: String, distance: Int)?
    for candidate in words where !candidate.isEmpty {
      let letters = Array(candidate.lowercased())
      let limit = max(1, max(wanted.count, letters.count) / 3)
      guard abs(wanted.count - letters.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var cost = min(
          row[j] + 1, last[j + 1] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
