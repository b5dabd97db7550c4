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
  func column(of grid: CellGrid, slot: Int, repairs: inout Repairs) -> TypedColumn {
    let bytes = grid.bytes.span
    switch self {
    case .answer(let reader):
      return .answers(grid.map(slot) { reader.answer(bytes, $0, &repairs) })
    case .choice(let reader):
      return .answers(grid.map(slot) { reader.answer(bytes, $0, &repairs) })
    case .known(let reader):
      return .codes(grid.map(slot) { reader.code(bytes, $0, &repairs) })
    case .open(let form):
      return Self.open(grid, slot, form, &repairs)
    case .date(let form):
      return .days(
        grid.map(slot) { range in
          if range.isEmpty { return TypedColumn.missingDay }
          return form.day(bytes, range) ?? TypedColumn.unreadableDay
        })
    case .presence:
      return .presence(grid.map(slot) { !$0.isEmpty })
    case .secret:
      var kept: [UInt8] = []
      let ends = grid.map(slot) { range in
        kept.append(contentsOf: grid.bytes[range])
        return kept.count
      }
      return .secret(SecretColumn(bytes: kept, ends: ends))
    }
  }

  /// Codes in the order in which the values first appear.
  private static func open(
    _ grid: CellGrid, _ slot: Int, _ form: CodeForm, _ repairs: inout Repairs
  ) -> TypedColumn {
    let bytes = grid.bytes.span
    var table = ByteTable()
    var names: [String] = []
    let codes = grid.map(slot) { range -> Int32 in
      if range.isEmpty { return -1 }
      if let code = table.value(of: bytes, range) { return code }
      guard form.allows(bytes, range) else {
        // A number that a spreadsheet wrote as 17.0. Behind 1E+12 several may hide.
        guard let number = WrittenNumber(bytes, range) else { return -2 }
        if number.isExponential { return -3 }
        repairs.idsAsFloats += 1
        let digits = number.digits.span
        if let code = table.value(of: digits, 0..<digits.count) { return code }
        let code = Int32(names.count)
        table.add(digits, 0..<digits.count, value: code)
        names.append(String(decoding: number.digits, as: UTF8.self))
        return code
      }
      let code = Int32(names.count)
      table.add(bytes, range, value: code)
      names.append(String(decoding: grid.bytes[range], as: UTF8.self))
      return code
    }
    return .open(codes: codes, names: names)
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
