/// Finds what somebody probably meant to write.
enum Suggestion {
  /// The allowed word that is nearest to what was written, if any is near enough.
  ///
  /// Near enough means at most one change in three characters, but always one; a change is a
  /// character too many, too few, wrong, or swapped with its neighbour (optimal string alignment).
  /// Signs of one or two characters, and keys that differ only in their number (`q1`, `q2`), are
  /// near to nothing.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - allowed: What may be written; the first one wins a tie.
  /// - Returns: The nearest word, or `nil`.
  static func nearest(to text: String, among allowed: [String]) -> String? {
    let written = normalised(text)
    guard !written.isEmpty, written.count <= 64 else { return nil }
    var best: (word: String, distance: Int)?
    for word in allowed {
      let candidate = normalised(word)
      guard abs(candidate.count - written.count) <= max(1, written.count / 3) else { continue }
      let distance = distance(written, candidate)
      let length = max(written.count, candidate.count)
      guard length > 2 || distance == 0, distance <= max(1, length / 3),
        !differOnlyInNumber(written, candidate)
      else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (word, distance) }
    }
    return best?.word
  }

  /// The optimal string alignment distance of two texts.
  ///
  /// - Parameters:
  ///   - left: The first text.
  ///   - right: The second text.
  /// - Returns: The number of single changes.
  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var best = min(
          last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  private static func differOnlyInNumber(_ left: [Character], _ right: [Character]) -> Bool {
    func parts(_ text: [Character]) -> (words: [Character], number: [Character]) {
      (text.filter { !$0.isNumber }, Array(text.filter(\.isNumber).drop { $0 == "0" }))
    }
    let (first, second) = (parts(left), parts(right))
    return first.words == second.words && first.number != second.number
  }

  private static func normalised(_ text: String) -> [Character] {
    text.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 }
  }
}
