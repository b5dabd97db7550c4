/// Turns one column of cells into a typed column.
enum ColumnReader: Sendable {
  case answer(AnswerReader)
  case known(ByteTable)
  case open(CodeForm)
  case date(DateOrder)
  case presence
  case secret

  /// Prepares a kind of column.
  ///
  /// - Parameter kind: What the cells mean.
  init(_ kind: ColumnKind) {
    switch kind {
    case .answer(let format): self = .answer(AnswerReader(format))
    case .known(let values):
      var table = ByteTable()
      for (text, code) in values.sorted(by: { $0.key < $1.key }) { table.add(text, value: code) }
      table.add("", value: -1)
      self = .known(table)
    case .open(let form): self = .open(form)
    case .date(let order): self = .date(order)
    case .presence: self = .presence
    case .secret: self = .secret
    }
  }

  /// Types one column.
  ///
  /// - Parameters:
  ///   - grid: The cells.
  ///   - slot: The column's place in the grid.
  /// - Returns: The typed column, one element per row.
  func column(of grid: CellGrid, slot: Int) -> TypedColumn {
    let bytes = grid.bytes.span
    switch self {
    case .answer(let reader):
      return .answers(grid.map(slot) { reader.answer(bytes, $0) })
    case .known(let table):
      return .codes(grid.map(slot) { table.value(of: bytes, $0) ?? -2 })
    case .open(let form):
      return Self.open(grid, slot, form)
    case .date(let order):
      return .days(
        grid.map(slot) { range in
          if range.isEmpty { return TypedColumn.missingDay }
          return dayNumber(bytes, range, order: order) ?? TypedColumn.unreadableDay
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
  private static func open(_ grid: CellGrid, _ slot: Int, _ form: CodeForm) -> TypedColumn {
    let bytes = grid.bytes.span
    var table = ByteTable()
    var names: [String] = []
    let codes = grid.map(slot) { range -> Int32 in
      if range.isEmpty { return -1 }
      if let code = table.value(of: bytes, range) { return code }
      guard form.allows(bytes, range) else { return -2 }
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
