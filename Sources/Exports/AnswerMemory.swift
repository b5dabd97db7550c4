/// What one worker remembers of the answer columns of a file.
///
/// The columns are read together, row by row, as their cells stand side by side. Nearly all cells hold
/// two bytes at most: what such a cell means stands in a table. Others are looked up in a memo, and
/// what stands nowhere is read.
struct AnswerMemory: Sendable {
  private struct Column: Sendable {
    let slot: Int
    let reader: ColumnReader
    var memo = CellMemo(bits: 6)
    /// The different answers so far; codes are indices into them.
    var answers: [Answer] = []
    /// Whether there are too many different answers in this block for codes.
    var isGivenUp = false
    var repairs = Repairs()

    /// Gives each digit itself as its code.
    ///
    /// - Returns: Whether each may always be read so.
    mutating func learnDigits() -> Bool {
      var noted = Repairs()
      answers = (UInt8(ascii: "0")...UInt8(ascii: "9")).map { digit in
        reader.answer([digit].span, 0..<1, &noted)
      }
      return noted == Repairs()
    }
  }

  /// Columns that stand side by side in the file.
  private struct Run: Sendable {
    /// The place of the first one among the columns, and its field.
    let place: Int
    let field: Int
    /// Whether they are four whose digits are known answers.
    let isQuad: Bool
  }

  private var columns: [Column]
  private let runs: [Run]
  /// For each column what its shortest cells mean: in each slot the name of a cell, times 256, plus
  /// its code.
  private var codes: [UInt32]

  /// The slots of a column among `codes`; no cell's name is 0.
  private static let slots = 128
  /// No name that stands in a slot.
  private static let unnamed = UInt32.max

  /// Starts with nothing.
  ///
  /// - Parameter plan: Which columns become which.
  init(_ plan: ReadingPlan) {
    var columns = plan.requests.compactMap { slot, reader in
      reader.isAnswer ? Column(slot: slot, reader: reader) : nil
    }
    let knowsDigits = columns.indices.map { columns[$0].learnDigits() }
    codes = [UInt32](repeating: 0, count: columns.count * Self.slots)
    let fields = columns.map { plan.columns[$0.slot] }
    var runs: [Run] = []
    var place = 0
    while place < fields.count {
      let isQuad =
        place + 4 <= fields.count
        && (0..<4).allSatisfy {
          knowsDigits[place + $0] && fields[place + $0] == fields[place] + $0
        }
      runs.append(Run(place: place, field: fields[place], isQuad: isQuad))
      place += isQuad ? 4 : 1
    }
    self.runs = runs
    self.columns = columns
  }

  /// Types the answer columns of a block's rows.
  ///
  /// - Parameters:
  ///   - cells: The cells.
  ///   - repairs: Where cells are counted that are not written as expected.
  /// - Returns: The columns, in the order of their requests.
  mutating func columns(of cells: BlockCells, _ repairs: inout Repairs) -> [AnswerColumn] {
    let count = cells.count
    var typed = [UInt8](repeating: 0, count: columns.count * count)
    read(cells, &typed)
    return columns.indices.map { place in
      if columns[place].isGivenUp { return readEach(place, of: cells, &repairs) }
      repairs += columns[place].repairs
      columns[place].repairs = Repairs()
      return AnswerColumn(
        codes: Array(typed[(place * count)..<((place + 1) * count)]),
        values: columns[place].answers)
    }
  }

  private mutating func read(_ cells: BlockCells, _ typed: inout [UInt8]) {
    var codes: [UInt32] = []
    swap(&codes, &self.codes)
    defer { swap(&codes, &self.codes) }
    let count = cells.count
    precondition(typed.count == count * columns.count && codes.count == columns.count * Self.slots)
    unsafe typed.withUnsafeMutableBufferPointer { typed in
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe runs.withUnsafeBufferPointer { runs in
          unsafe cells.forEachRow { row, bytes, first, ends in
            for index in 0..<runs.count {
              let run = unsafe runs[index]
              let target = run.place &* count &+ row
              var start = unsafe run.field == 0 ? first : Int(ends[run.field &- 1]) &+ 1
              if run.isQuad, let digits = unsafe Self.digits(bytes, start, ends + run.field) {
                for place in 0..<4 {
                  unsafe typed[target &+ place &* count] = UInt8(
                    truncatingIfNeeded: digits &>> UInt64(truncatingIfNeeded: place &* 16))
                }
                continue
              }
              for place in 0..<(run.isQuad ? 4 : 1) {
                let end = unsafe Int(ends[run.field &+ place])
                unsafe typed[target &+ place &* count] = code(
                  bytes, start..<end, run.place &+ place, cells, &codes)
                start = end &+ 1
              }
            }
          }
        }
      }
    }
  }

  /// Four cells that are one digit each.
  ///
  /// - Parameters:
  ///   - bytes: What holds them.
  ///   - start: Where the first starts.
  ///   - ends: Where they end.
  /// - Returns: The digits' values, 16 bits each, or `nil` if they are anything else.
  @inline(__always) private static func digits(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ ends: UnsafePointer<UInt32>
  ) -> UInt64? {
    let places = unsafe UnsafeRawPointer(ends).loadUnaligned(as: SIMD4<UInt32>.self)
    let wanted = SIMD4<UInt32>(repeating: UInt32(truncatingIfNeeded: start)) &+ SIMD4(1, 3, 5, 7)
    guard places == wanted else { return nil }
    let word = unsafe UnsafeRawPointer(bytes + start).loadUnaligned(as: UInt64.self)
    let values = (word & 0x00FF_00FF_00FF_00FF) ^ 0x0030_0030_0030_0030
    // 0x76 carries into the eighth bit what is above 9.
    let isMore = (values &+ 0x0076_0076_0076_0076) & 0xFF80_FF80_FF80_FF80
    return isMore == 0 ? values : nil
  }

  /// The code of a cell.
  @inline(__always) private mutating func code(
    _ bytes: UnsafePointer<UInt8>, _ cell: Range<Int>, _ column: Int, _ cells: BlockCells,
    _ codes: inout UnsafeMutableBufferPointer<UInt32>
  ) -> UInt8 {
    let (name, hash) = unsafe Self.name(bytes + cell.lowerBound, cell.count)
    let slot = column &* Self.slots &+ hash
    let entry = unsafe codes[slot]
    if entry &>> 8 == name { return UInt8(truncatingIfNeeded: entry) }
    let read = read(cell, column, cells)
    if name != Self.unnamed, read.isSure { unsafe codes[slot] = name &<< 8 | UInt32(read.code) }
    return read.code
  }

  /// A name for a cell of at most two bytes, quotes round it left out, and a slot for it.
  ///
  /// A quote within is no ordinary byte: it stands there twice for one. But no cell is written like
  /// that without the quotes round it, so that its name is its own.
  ///
  /// - Parameters:
  ///   - bytes: Where the cell starts, with at least four bytes to load.
  ///   - count: The number of its bytes.
  /// - Returns: The name, `unnamed` if it is longer, and the slot.
  @inline(__always) private static func name(
    _ bytes: UnsafePointer<UInt8>, _ count: Int
  ) -> (name: UInt32, slot: Int) {
    var word = unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self)
    var length = UInt32(truncatingIfNeeded: count)
    if UInt8(truncatingIfNeeded: word) == quote {
      word &>>= 8
      length &-= 2
    }
    if length > 2 { return (unnamed, 0) }
    let content = word & ((1 &<< (length &<< 3)) &- 1)
    let slot = (content &+ 3 &* (content &>> 8)) & UInt32(truncatingIfNeeded: slots - 1)
    return (content | (length &+ 1) &<< 16, Int(slot))
  }

  /// Reads a cell that stands in no table.
  private mutating func read(
    _ cell: Range<Int>, _ place: Int, _ cells: BlockCells
  ) -> (code: UInt8, isSure: Bool) {
    if columns[place].isGivenUp { return (0, false) }
    let key = cell.count <= CellMemo.longest ? cells.key(of: cell) : nil
    if let key, let known = columns[place].memo.value(of: key) {
      return (UInt8(truncatingIfNeeded: known), true)
    }
    let before = columns[place].repairs
    let answer = cells.read(cell) { columns[place].reader.answer($0, $1, &columns[place].repairs) }
    let code: Int
    if let known = columns[place].answers.firstIndex(of: answer) {
      code = known
    } else {
      code = columns[place].answers.count
      guard code < AnswerColumn.mostValues else {
        columns[place].isGivenUp = true
        return (0, false)
      }
      columns[place].answers.append(answer)
    }
    let isSure = columns[place].repairs == before
    if let key, isSure { columns[place].memo.remember(Int32(code), for: key) }
    return (UInt8(code), isSure)
  }

  /// Reads a column answer by answer, and forgets what was known of it.
  private mutating func readEach(
    _ place: Int, of cells: BlockCells, _ repairs: inout Repairs
  ) -> AnswerColumn {
    let (slot, reader) = (columns[place].slot, columns[place].reader)
    columns[place] = Column(slot: slot, reader: reader)
    _ = columns[place].learnDigits()
    for index in (place * Self.slots)..<((place + 1) * Self.slots) { codes[index] = 0 }
    return AnswerColumn(cells.map(slot) { reader.answer($0, $1, &repairs) })
  }
}

extension ColumnReader {
  /// Whether it makes answers.
  var isAnswer: Bool {
    switch self {
    case .answer, .choice: true
    case .known, .open, .date, .presence, .secret: false
    }
  }

  /// Reads a cell as an answer.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - cell: Where it stands, trimmed.
  ///   - repairs: Where cells are counted that are not written as expected.
  /// - Returns: The answer.
  fileprivate func answer(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, _ repairs: inout Repairs
  ) -> Answer {
    switch self {
    case .answer(let reader): reader.answer(bytes, cell, &repairs)
    case .choice(let reader): reader.answer(bytes, cell, &repairs)
    case .known, .open, .date, .presence, .secret: preconditionFailure("no answer column")
    }
  }
}
