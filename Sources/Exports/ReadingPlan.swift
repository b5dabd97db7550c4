/// Which columns of a file become which typed columns.
struct ReadingPlan: Sendable {
  /// The columns to keep, counted from 0, in ascending order, each once.
  let columns: [Int]
  /// For each request of the layout, the place of its column in `columns`, and how to read it.
  private(set) var requests: [(slot: Int, reader: ColumnReader)]
  /// The columns of free text, counted from 0, of whose cells nothing but the length is looked at.
  let texts: [(column: Int, heading: String)]

  /// Finds the wanted columns.
  ///
  /// - Parameters:
  ///   - layout: What is wanted.
  ///   - header: The file's heading row.
  /// - Throws: `headingMissing` with all missing ones, or `headingAmbiguous`.
  init(_ layout: SourceLayout, _ header: HeadingRow) throws(ExportFailure) {
    let matcher = HeadingMatcher(headings: header.headings)
    let isBelieved = matcher.namesColumns(layout.columns.map(\.heading))
    var places: [Int] = []
    var missing: [MissingHeading] = []
    var ambiguous: ExportFailure?
    for request in layout.columns {
      switch matcher.match(request.heading) {
      case .column(let column): places.append(column)
      case .ambiguous(let columns):
        ambiguous =
          ambiguous
          ?? .headingAmbiguous(heading: request.heading, columns: columns.map { $0 + 1 })
      case .missing(let nearest):
        let entry = MissingHeading(wanted: request.heading, nearest: isBelieved ? nearest : nil)
        if !missing.contains(entry) { missing.append(entry) }
      }
    }
    if !missing.isEmpty { throw .headingMissing(missing) }
    if let ambiguous { throw ambiguous }
    let kept = Set(places).sorted()
    columns = kept
    requests = zip(layout.columns, places).map { request, place in
      (kept.firstIndex(of: place) ?? 0, ColumnReader(request.kind))
    }
    texts = layout.texts.flatMap { heading in
      let columns =
        switch matcher.match(heading) {
        case .column(let column): [column]
        case .ambiguous(let columns): columns
        case .missing: [Int]()
        }
      return columns.map { (column: $0, heading: heading) }
    }
  }

  /// The columns whose headings the layout names.
  var named: [Int] { columns + texts.map(\.column) }

  /// Lengths of no cell yet.
  var lengths: TextLengths { TextLengths(texts.map(\.heading)) }

  /// Settles how a column is read that the layout leaves open.
  ///
  /// - Parameters:
  ///   - request: The request, by its index in the layout.
  ///   - reader: How to read it.
  mutating func settle(_ request: Int, as reader: ColumnReader) {
    requests[request].reader = reader
  }

  /// Types the columns of a grid.
  ///
  /// - Parameter grid: The kept cells.
  /// - Returns: One column per request, and what was understood although written otherwise.
  func columns(of grid: some CellGrid) -> (columns: [TypedColumn], repairs: Repairs) {
    var repairs = Repairs()
    let columns = requests.map { request in
      request.reader.column(of: grid, slot: request.slot, repairs: &repairs)
    }
    return (columns, repairs)
  }
}
