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
  private var answers: AnswerMemory

  private struct Column: Sendable {
    var memo = CellMemo(bits: 1)
    var values = OpenValues(.code)
  }

  /// Starts with nothing.
  ///
  /// - Parameter plan: Which columns become which.
  init(_ plan: ReadingPlan) {
    answers = AnswerMemory(plan)
    columns = plan.requests.map { request in
      switch request.reader {
      case .known(let reader): Column(memo: CellMemo(bits: reader.count > 2_000 ? 15 : 12))
      case .date: Column(memo: CellMemo(bits: 11))
      case .open(let form): Column(memo: CellMemo(bits: 12), values: OpenValues(form))
      case .answer, .choice, .presence, .secret: Column()
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
    var answers = self.answers.columns(of: cells, &repairs).makeIterator()
    let typed = plan.requests.indices.map { request in
      switch plan.requests[request].reader {
      case .answer, .choice:
        guard let column = answers.next() else { preconditionFailure("one column per request") }
        return TypedColumn.answers(column)
      default: return column(request, plan.requests[request], of: cells, &repairs)
      }
    }
    return (typed, repairs)
  }

  private mutating func column(
    _ place: Int, _ request: (slot: Int, reader: ColumnReader), of cells: BlockCells,
    _ repairs: inout Repairs
  ) -> TypedColumn {
    let slot = request.slot
    switch request.reader {
    case .known(let reader):
      return .codes(
        cells.map(slot, memo: &columns[place].memo) { bytes, cell in
          let before = repairs
          let code = reader.code(bytes, cell, &repairs)
          return (code, isSure: repairs == before)
        })
    case .open:
      var values = columns[place].values
      columns[place].values = OpenValues(.code)  // so that the other is not shared
      let codes = cells.map(slot, memo: &columns[place].memo) { bytes, cell in
        let before = repairs
        let code = values.code(bytes, cell, &repairs)
        return (code, isSure: repairs == before)
      }
      columns[place].values = values
      return .open(codes: codes, names: values.names)
    case .date(let form):
      return .days(cells.days(slot, form, memo: &columns[place].memo))
    case .presence, .secret, .answer, .choice:
      return request.reader.column(of: cells, slot: slot, repairs: &repairs)
    }
  }
}
