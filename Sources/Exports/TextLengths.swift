/// How many cells of free text end exactly where tools cut them; of the cells nothing but their
/// lengths is ever looked at.
public struct TextLengths: Sendable, Equatable {
  /// A length at which tools cut.
  public enum Limit: Int, Sendable, Equatable, CaseIterable {
    /// What old databases and export dialogs hold.
    case short = 255
    /// What a cell of Excel holds.
    case cell = 32_767
  }

  /// The cells of one column.
  public struct Column: Sendable, Equatable {
    /// The heading of the column, as the layout names it.
    public let heading: String
    /// How many cells have exactly the length of a limit.
    public internal(set) var exact: [Limit: Int] = [:]
    /// How many cells are longer than a limit.
    public internal(set) var longer: [Limit: Int] = [:]
  }

  /// The columns that are watched, in the order of the file.
  public internal(set) var columns: [Column]
  /// Records that lack cells, or the end of a quoted one, and whose last cell has exactly 255
  /// characters: what was behind it was cut off with it.
  public internal(set) var cutRecords = 0

  /// Starts with no column.
  public init() { columns = [] }

  /// Starts with no cell.
  ///
  /// - Parameter headings: The headings of the columns that are watched.
  init(_ headings: [String]) { columns = headings.map { Column(heading: $0) } }

  /// Adds what other rows of the same file say.
  ///
  /// - Parameters:
  ///   - left: The sum so far.
  ///   - right: What is added.
  public static func += (left: inout TextLengths, right: TextLengths) {
    left.cutRecords += right.cutRecords
    if left.columns.isEmpty { left.columns = right.columns.map { Column(heading: $0.heading) } }
    for (index, column) in right.columns.enumerated() {
      left.columns[index].exact.merge(column.exact, uniquingKeysWith: +)
      left.columns[index].longer.merge(column.longer, uniquingKeysWith: +)
    }
  }

  /// Measures the cells of the watched columns of a record.
  ///
  /// - Parameters:
  ///   - fields: Its fields; they reach to the last watched column.
  ///   - places: The watched columns, counted from 0.
  mutating func add(_ fields: RecordFields, _ places: [Int]) {
    for (index, place) in places.enumerated() {
      add(index, CellLength(fields.bytes.span, fields.range(place)))
    }
  }

  /// Measures the cells of the watched columns of all rows.
  ///
  /// - Parameters:
  ///   - cells: The rows.
  ///   - places: The watched columns, counted from 0.
  mutating func add(_ cells: BlockCells, _ places: [Int]) {
    for (index, place) in places.enumerated() {
      var counts = Counts()
      for row in 0..<cells.count {
        let cell = cells.range(row, place)
        // No character has more than four bytes; most cells are too short by far.
        if cell.count < Limit.short.rawValue { continue }
        cells.withContent(cell) { counts.add($0, $1) }
      }
      add(index, counts)
    }
  }

  private mutating func add(_ index: Int, _ length: CellLength) {
    var counts = Counts()
    counts.add(length)
    add(index, counts)
  }

  private mutating func add(_ index: Int, _ counts: Counts) {
    for (place, limit) in Limit.allCases.enumerated() {
      if counts.exact[place] > 0 { columns[index].exact[limit, default: 0] += counts.exact[place] }
      if counts.longer[place] > 0 {
        columns[index].longer[limit, default: 0] += counts.longer[place]
      }
    }
  }

  /// How many cells have a limit's length or a greater one, in the order of the limits.
  private struct Counts {
    private(set) var exact = SIMD2<Int>()
    private(set) var longer = SIMD2<Int>()

    mutating func add(_ length: CellLength) {
      for (place, limit) in Limit.allCases.enumerated() {
        if length.isExactly(limit.rawValue) {
          exact[place] += 1
        } else if length.characters > limit.rawValue {
          longer[place] += 1
        }
      }
    }

    mutating func add(_ bytes: Span<UInt8>, _ content: Range<Int>) {
      // So many bytes hold more characters than the first limit, and too few for the next one.
      if content.count > 4 * Limit.short.rawValue, content.count < Limit.cell.rawValue {
        longer[0] += 1
      } else {
        add(CellLength(bytes, content))
      }
    }
  }
}

/// The length of a cell, blanks and all.
struct CellLength {
  /// The number of characters, counted as Unicode scalar values.
  private(set) var characters = 0
  /// The number of those that are two units in UTF-16, by which some programs count.
  private var wide = 0

  /// Measures text.
  ///
  /// - Parameters:
  ///   - bytes: What holds it, in UTF-8.
  ///   - range: Where it stands, without the quotes round it.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let words = unsafe bytes.bytes
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & high == 0 {
        characters &+= 8
      } else {
        // Bytes 10xxxxxx carry on a character, bytes 1111xxxx start a wide one.
        let second = word &<< 1
        characters &+= 8 &- (word & ~second & high).nonzeroBitCount
        wide &+= (word & second & word &<< 2 & word &<< 3 & high).nonzeroBitCount
      }
      index &+= 8
    }
    while index < range.upperBound {
      if bytes[index] & 0xC0 != 0x80 { characters &+= 1 }
      if bytes[index] >= 0xF0 { wide &+= 1 }
      index &+= 1
    }
  }

  /// Whether a program that cuts after so many characters may have cut it.
  ///
  /// - Parameter limit: The number of characters.
  /// - Returns: Whether it may have.
  func isExactly(_ limit: Int) -> Bool { characters == limit || characters + wide == limit }
}
