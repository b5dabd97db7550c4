/// Tells files whose first record is a row already, so that its cells are not taken for headings.
enum HeadlessFile {
  /// Whether a file has no heading row.
  ///
  /// One heading that is an e-mail address above others is enough; otherwise half of the headings
  /// must stand among their own column's cells, or be figures above figures. Headings that only count
  /// the columns (`1`, `2`, `3`; `2024`, `2025`) are headings.
  ///
  /// - Parameters:
  ///   - headings: The cells of the first record.
  ///   - counters: What stands below each.
  /// - Returns: Whether the first record looks like the others.
  static func isOne(_ headings: [String], _ counters: [ColumnCounter]) -> Bool {
    var named = 0
    var alike = 0
    var figures: [Double] = []
    for (heading, counter) in zip(headings, counters) where !heading.isEmpty && counter.filled > 0 {
      named += 1
      if counter.addresses > 0, isAddress(heading) { return true }
      if let figure = figure(heading) {
        if counter.counts.keys.allSatisfy({ Self.figure($0) != nil }) { figures.append(figure) }
      } else if counter.counts.count > 1, counter.counts[heading] != nil {
        alike += 1
      }
    }
    // From 0 or 1 on, or beyond all scales, as years are.
    let isCounted =
      figures.count > 1 && (figures[0] <= 1 || figures[0] > 10)
      && zip(figures, figures.dropFirst()).allSatisfy { $1 - $0 == 1 }
    if !isCounted { alike += figures.count }
    return alike > 0 && alike * 2 >= named
  }

  private static func isAddress(_ text: String) -> Bool {
    guard let at = text.firstIndex(of: "@") else { return false }
    return text[at...].contains(".") && !text.contains(where: \.isWhitespace)
  }

  private static func figure(_ text: String) -> Double? {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || "-.,".contains($0)) }) else { return nil }
    return Double(
      text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "."))
  }
}
