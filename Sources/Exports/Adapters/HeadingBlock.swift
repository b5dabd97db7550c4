/// What stands at the head of a file of no known tool beside its headings.
///
/// Titles above them and a second row of them are told by content alone, and only where it leaves
/// little doubt.
enum HeadingBlock {
  /// The number of further heading rows: 1 where a question stands once over several columns and
  /// its options below it.
  ///
  /// At least two columns between the first and the last named one have no name; the next record
  /// names each of them, with texts that are neither figures nor dates and do not come again.
  ///
  /// - Parameter head: The beginning of the file.
  /// - Returns: 0 or 1; `isApart` must agree.
  static func furtherRows(_ head: ExportHead) -> Int {
    let (headings, records) = (head.headings, head.records)
    let blanks = headings.indices.filter { headings[$0].isEmpty }
    guard blanks.count >= 2, let second = records.first, second.count >= headings.count,
      blanks.allSatisfy({ !second[$0].isEmpty }), records.count > 1,
      second.allSatisfy({ $0.isEmpty || isName($0) })
    else { return 0 }
    let comesAgain = records.dropFirst().contains { record in
      blanks.contains { $0 < record.count && record[$0] == second[$0] }
    }
    return comesAgain ? 0 : 1
  }

  /// Whether a record is of another kind than all that follow it: nowhere in the file does one of its
  /// texts stand again in the same column, though columns repeat their texts.
  ///
  /// A row of answers that were taken for names would be shown as such.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - counters: What stands below it.
  /// - Returns: Whether it is.
  static func isApart(_ record: [String], _ counters: [ColumnCounter]) -> Bool {
    let comesAgain = zip(record, counters).contains { text, counter in
      counter.counts[text] != nil || counter.isCapped
    }
    return !comesAgain && counters.contains { $0.filled >= 2 * max(1, $0.counts.count) }
  }

  /// The record that names the columns where the first one, of one cell, is a title.
  ///
  /// It has at least three cells with content, all different and neither figures nor dates, and the
  /// next one has as many cells.
  ///
  /// - Parameter records: The records that follow the first one.
  /// - Returns: The place among the records, `nil` if there is none.
  static func titled(_ records: [[String]]) -> Int? {
    records.indices.dropLast().first { index in
      let names = records[index].filter { !$0.isEmpty }
      return names.count >= 3 && Set(names).count == names.count && names.allSatisfy(isName)
        && records[index + 1].count == records[index].count
    }
  }

  private static func isName(_ text: String) -> Bool {
    let isFigure = text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.,%".contains($0)) }
    return !isFigure && !DateOrder.written.contains { $0.reads(text) }
  }
}
