/// What one worker remembers of the answer columns of a file.
///
/// The columns are read together, row by row, as their cells stand side by side. Nearly all cells hold
/// one byte, or nothing: what such a cell means stands in a table. Others are looked up in a memo, and
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
  }

  private var columns: [Column]
  /// For each column the codes of the 256 cells of one byte, and of the empty one; `unknown` where it
  /// is not known.
  private var codes: [UInt8]

  /// No code: the cell must be read.
  private static let unknown = UInt8(AnswerColumn.mostValues)
  /// The places of a column among `codes`, and that of the empty cell among them.
  private static let (places, empty) = (257, 256)

  /// Starts with nothing.
  ///
  /// - Parameter plan: Which columns become which.
  init(_ plan: ReadingPlan) {
    columns = plan.requests.compactMap { slot, reader in
      reader.isAnswer ? Column(slot: slot, reader: reader) : nil
    }
    codes = [UInt8](repeating: Self.unknown, count: columns.count * Self.places)
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
    var codes: [UInt8] = []
    swap(&codes, &self.codes)
    defer { swap(&codes, &self.codes) }
    let (count, fields) = (cells.count, columns.map { cells.columns[$0.slot] })
    unsafe typed.withUnsafeMutableBufferPointer { typed in
      for row in 0..<count {
        var (target, places) = (row, 0)
        unsafe cells.forEachCell(of: row, in: fields) { column, bytes, cell in
          var place = places &+ Self.empty
          if cell.count == 1 {
            place = unsafe places &+ Int(bytes[cell.lowerBound])
          } else if cell.count == 3, unsafe bytes[cell.lowerBound] == quote {
            // A quoted byte; of a proven record it is no quote itself.
            place = unsafe places &+ Int(bytes[cell.lowerBound &+ 1])
          }
          let isShort = cell.isEmpty || place != places &+ Self.empty
          var code = isShort ? codes[place] : Self.unknown
          if code == Self.unknown {
            let read = read(cell, column, cells)
            code = read.code
            if isShort, read.isSure { codes[place] = code }
          }
          unsafe typed[target] = code
          target &+= count
          places &+= Self.places
        }
      }
    }
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
    for index in (place * Self.places)..<((place + 1) * Self.places) { codes[index] = Self.unknown }
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
