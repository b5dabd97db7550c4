/// Turns one column of cells into a typed column.
enum ColumnReader: Sendable {
  case answer(AnswerReader)
  case choice(ChoiceReader)
  case known(ListedReader)
  case open(CodeForm)
  case date(DateForm)
  case presence
  case secret

  /// Prepares a kind of column.
  ///
  /// - Parameter kind: What the cells mean.
  init(_ kind: ColumnKind) {
    switch kind {
    case .answer(let format): self = .answer(AnswerReader(format))
    case .choice(let format): self = .choice(ChoiceReader(format))
    case .known(let values): self = .known(ListedReader(values))
    case .open(let form): self = .open(form)
    case .date(let order): self = .date(DateForm(order))
    case .presence: self = .presence
    case .secret: self = .secret
    }
  }

  /// Types one column.
  ///
  /// - Parameters:
  ///   - grid: The cells.
  ///   - slot: The column's place in the grid.
  ///   - repairs: Where cells are counted that are not written as expected.
  /// - Returns: The typed column, one element per row.
  func column(of grid: some CellGrid, slot: Int, repairs: inout Repairs) -> TypedColumn {
    switch self {
    case .answer(let reader):
      return .answers(AnswerColumn(grid.map(slot) { reader.answer($0, $1, &repairs) }))
    case .choice(let reader):
      return .answers(AnswerColumn(grid.map(slot) { reader.answer($0, $1, &repairs) }))
    case .known(let reader):
      return .codes(grid.map(slot) { reader.code($0, $1, &repairs) })
    case .open(let form):
      var values = OpenValues(form)
      let codes = grid.map(slot) { values.code($0, $1, &repairs) }
      return .open(codes: codes, names: values.names)
    case .date(let form):
      return .days(grid.map(slot) { form.dayOrState($0, $1) })
    case .presence:
      return .presence(grid.map(slot) { !$1.isEmpty })
    case .secret:
      var kept: [UInt8] = []
      let ends = grid.map(slot) { bytes, range in
        for index in range { kept.append(bytes[index]) }
        return kept.count
      }
      return .secret(SecretColumn(bytes: kept, ends: ends))
    }
  }
}

/// Values that are not known beforehand, as codes in the order in which they first appear.
struct OpenValues: Sendable {
  /// The values; a code is an index into them.
  private(set) var names: [String] = []
  private let form: CodeForm
  private var table = ByteTable()

  /// Starts with no value.
  ///
  /// - Parameter form: The form that values must have.
  init(_ form: CodeForm) { self.form = form }

  /// The code of a cell.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  ///   - repairs: Where rewritten numbers are counted.
  /// - Returns: Its code, -1 if it is blank, -2 if it is of another form, -3 if it has an exponent.
  mutating func code(_ bytes: Span<UInt8>, _ range: Range<Int>, _ repairs: inout Repairs) -> Int32 {
    if range.isEmpty { return -1 }
    if let code = table.value(of: bytes, range) { return code }
    guard form.allows(bytes, range) else {
      // A number that a spreadsheet wrote as 17.0. Behind 1E+12 several may hide.
      guard let number = WrittenNumber(bytes, range) else { return -2 }
      if number.isExponential { return -3 }
      repairs.idsAsFloats += 1
      let digits = number.digits.span
      return table.value(of: digits, 0..<digits.count) ?? add(digits, 0..<digits.count)
    }
    return add(bytes, range)
  }

  private mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    let code = Int32(names.count)
    table.add(bytes, range, value: code)
    var text: [UInt8] = []
    for index in range { text.append(bytes[index]) }
    names.append(String(decoding: text, as: UTF8.self))
    return code
  }
}

extension DateForm {
  /// The day of a cell, or the state in which there is none.
  ///
  /// - Parameters:
  ///   - bytes: What holds the cell.
  ///   - range: Where it stands, trimmed.
  /// - Returns: Days since 1970-01-01, `missingDay` or `unreadableDay`.
  func dayOrState(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    range.isEmpty ? TypedColumn.missingDay : day(bytes, range) ?? TypedColumn.unreadableDay
  }
}

extension CodeForm {
  /// Whether a value has this form.
  func allows(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= (self == .number ? 18 : 32) else { return false }
    var digits = 0
    for index in range {
      switch bytes[index] {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"):
        if self == .number { return false }
      default: return false
      }
    }
    return digits > 0
  }
}
