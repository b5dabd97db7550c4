/// Counts the distinct texts of a column up to a limit.
struct ColumnCounter {
  static let mostDistinct = 500

  private(set) var counts: [String: Int] = [:]
  private(set) var filled = 0
  private(set) var isCapped = false
  private(set) var letters = 0
  private(set) var addresses = 0
  /// The orders in which all texts beyond the limit are dates.
  private(set) var laterDateOrders = DateOrder.written

  mutating func add(_ cell: String) {
    guard !cell.isEmpty else { return }
    filled += 1
    letters += cell.unicodeScalars.count
    if let at = cell.firstIndex(of: "@"), cell[at...].contains(".") { addresses += 1 }
    if counts[cell] != nil || counts.count < Self.mostDistinct {
      counts[cell, default: 0] += 1
    } else {
      isCapped = true
      laterDateOrders.removeAll { !$0.reads(cell) }
    }
  }
}

extension DateOrder {
  /// The orders that dates are written in.
  static let written: [DateOrder] = [.yearMonthDay, .dayMonthYear, .monthDayYear]

  /// From 1990-01-01 to 2100-12-31, since 1970-01-01: what a run takes for the date of an answer.
  private static let plausibleDays = Int32(7_305)...Int32(47_846)

  /// Whether a text is a date in this order on which somebody may have answered.
  func reads(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return dayNumber(bytes.span, 0..<bytes.count, order: self).map(Self.plausibleDays.contains)
      ?? false
  }
}

/// What a column of an export looks like, without the texts of its cells.
public struct ColumnSketch: Sendable, CustomStringConvertible, CustomReflectable {
  /// A text that may be shown, with how often it stands there.
  public struct Option: Sendable, Equatable {
    /// The text.
    public let text: String
    /// How often.
    public let count: Int
  }

  /// How often a text must stand in a column to be shown.
  public static let leastCount = 10

  /// The heading.
  public let heading: String
  /// The question in full if a second heading row has it, else empty.
  public let title: String
  /// The number of records that have this column.
  public let records: Int
  /// The number of cells that are not blank.
  public let filled: Int
  /// The number of distinct texts, blank left out, at most 500.
  public let distinctCount: Int
  /// Whether there are more distinct texts.
  public let hasMore: Bool

  /// The texts with their counts, by text.
  let values: [(text: String, count: Int)]
  let meanLength: Double
  let addressCount: Int
  private let laterDateOrders: [DateOrder]

  init(heading: String, title: String, records: Int, counter: ColumnCounter) {
    self.heading = heading
    self.title = title
    self.records = records
    filled = counter.filled
    distinctCount = counter.counts.count
    hasMore = counter.isCapped
    values = counter.counts.map { ($0.key, $0.value) }.sorted { $0.text < $1.text }
    meanLength = counter.filled == 0 ? 0 : Double(counter.letters) / Double(counter.filled)
    addressCount = counter.addresses
    laterDateOrders = counter.laterDateOrders
  }

  /// The texts of the column if every one of them stands there ten times or more, else none.
  ///
  /// For columns of options, such as the name of a house; never for those that identify a person.
  public var frequentTexts: [Option] {
    guard !hasMore, values.allSatisfy({ $0.count >= Self.leastCount }) else { return [] }
    return values.map { Option(text: $0.text, count: $0.count) }
  }

  /// The narrowest form that every text of the column has, `nil` if some could hold a name.
  public var codeForm: CodeForm? {
    guard !hasMore, !values.isEmpty else { return nil }
    if values.allSatisfy({ Self.isNumber($0.text) }) { return .number }
    return values.allSatisfy({ Self.isCode($0.text) }) ? .code : nil
  }

  /// The orders of day, month and year in which all cells are dates; several leave a doubt.
  public var dateOrders: [DateOrder] {
    guard filled > 0 else { return [] }
    return laterDateOrders.filter { order in values.allSatisfy { order.reads($0.text) } }
  }

  /// Whether some text begins like the name of a person with a title: `Frau Muster`.
  var hasTitledNames: Bool {
    let titles: Set<Substring> = [
      "Herr", "Herrn", "Frau", "Hr.", "Fr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.",
    ]
    return values.contains { value in
      let words = value.text.split(separator: " ", maxSplits: 2)
      return words.count > 1 && titles.contains(words[0]) && words[1].first?.isUppercase == true
    }
  }

  /// Whether the texts look like names of persons rather than of houses.
  var looksLikePersons: Bool {
    hasTitledNames || (codeForm == nil && PersonNames.areMost(of: values.map(\.text)))
  }

  /// Whether all dates are the same one, as where a tool was told to keep none.
  public var isConstant: Bool { distinctCount == 1 && !hasMore }

  /// Nothing but the heading.
  public var description: String { heading }
  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }

  private static func isNumber(_ text: String) -> Bool {
    (1...18).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isCode(_ text: String) -> Bool {
    guard (1...32).contains(text.utf8.count) else { return false }
    return text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}

extension ColumnSketch {
  /// How many records a marker speaks for.
  ///
  /// - Parameter marker: A marker with this column's heading.
  /// - Returns: The number of cells that count.
  public func count(of marker: Adapter.Marker) -> Int {
    guard !marker.values.isEmpty else { return filled }
    return values.reduce(0) { $0 + (marker.values.contains($1.text) ? $1.count : 0) }
  }
}
