import Synchronization

/// Numbers for the names of open columns, each given once.
enum Naming {
  private static let last = Atomic(0)

  /// A number that was not given before; it tells names apart and never reaches a result.
  static func next() -> Int { last.wrappingAdd(1, ordering: .relaxed).newValue }
}

/// What one worker remembers from block to block of a file while it types columns.
struct ReadingMemory: Sendable {
  /// The number of the names that its chunks share.
  let naming = Naming.next()
  private var columns: [Column]

  private struct Column: Sendable {
    var memo = CellMemo(bits: 1)
    /// The different answers so far; the codes of later blocks are indices into them.
    var answers: [Answer] = []
    var values = OpenValues(.code)
  }

  /// Starts with nothing.
  ///
  /// - Parameter plan: Which columns become which.
  init(_ plan: ReadingPlan) {
    columns = plan.requests.map { request in
      switch request.reader {
      case .answer, .choice: Column(memo: CellMemo(bits: 6))
      case .known: Column(memo: CellMemo(bits: 12))
      case .date: Column(memo: CellMemo(bits: 9))
      case .open(let form): Column(memo: CellMemo(bits: 12), values: OpenValues(form))
      case .presence, .secret: Column()
      }
    }
  }

  /// Types the columns of a block's rows.
  ///
  /// - Parameters:
  ///   - plan: The plan this memory was made for.
  ///   - cells: The cells.
  /// - Returns: One column per request, and what was understood although written otherwise.
  mutating func columns(
    _ plan: ReadingPlan, of cells: BlockCells
  ) -> (columns: [TypedColumn], repairs: Repairs) {
    var repairs = Repairs()
    let typed = plan.requests.indices.map { request in
      column(request, plan.requests[request], of: cells, &repairs)
    }
    return (typed, repairs)
  }

  private mutating func column(
    _ place: Int, _ request: (slot: Int, reader: ColumnReader), of cells: BlockCells,
    _ repairs: inout Repairs
  ) -> TypedColumn {
    let slot = request.slot
    switch request.reader {
    case .answer(let reader):
      return answers(place, slot, of: cells, &repairs) { reader.answer($0, $1, &$2) }
    case .choice(let reader):
      return answers(place, slot, of: cells, &repairs) { reader.answer($0, $1, &$2) }
    case .known(let reader):
      let codes: [Int32]? = cells.map(slot, memo: &columns[place].memo) { bytes, cell in
        let before = repairs
        let code = reader.code(bytes, cell, &repairs)
        return (code, isSure: repairs == before)
      }
      return .codes(codes ?? [])
    case .open:
      var values = columns[place].values
      columns[place].values = OpenValues(.code)  // so that the other is not shared
      let codes: [Int32]? = cells.map(slot, memo: &columns[place].memo) { bytes, cell in
        let before = repairs
        let code = values.code(bytes, cell, &repairs)
        return (code, isSure: repairs == before)
      }
      columns[place].values = values
      return .open(codes: codes ?? [], names: values.names)
    case .date(let form):
      let days: [Int32]? = cells.map(slot, memo: &columns[place].memo) { bytes, cell in
        (form.dayOrState(bytes, cell), isSure: true)
      }
      return .days(days ?? [])
    case .presence, .secret:
      return request.reader.column(of: cells, slot: slot, repairs: &repairs)
    }
  }

  /// Answers as codes; where there are too many different ones, by themselves.
  private mutating func answers(
    _ place: Int, _ slot: Int, of cells: BlockCells, _ repairs: inout Repairs,
    _ read: (Span<UInt8>, Range<Int>, inout Repairs) -> Answer
  ) -> TypedColumn {
    var answers = columns[place].answers
    var mine = repairs
    let codes: [UInt8]? = cells.map(slot, memo: &columns[place].memo) { bytes, cell in
      let before = mine
      let answer = read(bytes, cell, &mine)
      if let code = answers.firstIndex(of: answer) { return (Int32(code), isSure: mine == before) }
      guard answers.count < AnswerColumn.mostValues else { return nil }
      answers.append(answer)
      return (Int32(answers.count - 1), isSure: mine == before)
    }
    if let codes {
      columns[place].answers = answers
      repairs = mine
      return .answers(AnswerColumn(codes: codes, values: answers))
    }
    columns[place].memo = CellMemo(bits: 6)
    columns[place].answers = []
    return .answers(AnswerColumn(cells.map(slot) { read($0, $1, &repairs) }))
  }
}
