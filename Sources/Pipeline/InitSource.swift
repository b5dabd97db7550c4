internal import Benchmark
internal import Exports

/// One export with everything a source of a proposed pipeline needs.
struct InitSource {
  /// A column that names organisations.
  enum Organisation {
    /// None that could be used.
    case none
    /// Codes that cannot hold a name.
    case codes(String, CodeForm)
    /// Texts that all occur often.
    case texts(String, [String])
  }

  /// The file as it was named.
  let path: String
  /// What was found.
  let sketch: ExportSketch
  /// The columns with their roles.
  let columns: [ExportSketch.JudgedColumn]
  /// The key of the source.
  let name: String
  /// Who is spoken about.
  let organisation: Organisation
  /// The date column with its order, if every row that counts has one and the order is certain.
  let date: (heading: String, order: DateOrder)?
  /// Whether a row is complete, unless no row would be.
  let completed: Adapter.Marker?
  /// Which rows are tests, unless all would be.
  let testRows: Adapter.Marker?
  /// What was odd about markers and dates.
  let doubts: [LocalisedText]

  init(path: String, sketch: ExportSketch, name: String, texts: TextNotices) {
    self.path = path
    self.sketch = sketch
    self.name = name
    columns = sketch.judgedColumns
    organisation = Self.organisation(columns)
    var doubts = texts.all.map { notice in
      LocalisedText(de: notice.sentence(in: .german), en: notice.sentence(in: .english))
    }
    let byHeading = Dictionary(
      columns.map { ($0.sketch.heading, $0.sketch) }, uniquingKeysWith: { first, _ in first })
    func share(_ marker: Adapter.Marker) -> Int {
      byHeading[marker.heading]?.count(of: marker) ?? 0
    }
    completed = sketch.completed.flatMap { marker in
      if share(marker) > 0 { return marker }
      doubts.append(
        LocalisedText(
          de: "Laut Spalte \(marker.heading) wäre keine Zeile vollständig; sie wird nicht benutzt",
          en: "By column \(marker.heading) no row would be complete; it is not used"))
      return nil
    }
    testRows = sketch.testRows.flatMap { marker in
      if share(marker) < sketch.records - sketch.irregularRecords { return marker }
      doubts.append(
        LocalisedText(
          de: "Laut Spalte \(marker.heading) wären alle Zeilen Tests; sie wird nicht benutzt",
          en: "By column \(marker.heading) all rows would be tests; it is not used"))
      return nil
    }
    date = Self.date(columns, adapter: sketch.adapter, completed: completed, doubts: &doubts)
    if sketch.adapter == nil, sketch.headerRows > 1 {
      doubts.append(
        LocalisedText(
          de: "Die zweite Zeile sieht nach weiteren Spaltenköpfen aus (header_rows: 2)",
          en: "The second line looks like further headings (header_rows: 2)"))
    }
    if sketch.irregularRecords * 10 > sketch.records {
      doubts.append(
        LocalisedText(
          de: "\(sketch.irregularRecords) von \(sketch.records) Datensätzen haben nicht so viele"
            + " Zellen wie Spaltenköpfe; ein Lauf wird anhalten, bis der Export berichtigt ist",
          en: "\(sketch.irregularRecords) of \(sketch.records) records have not as many cells as"
            + " there are headings; a run will stop until the export is corrected"))
    }
    let unnamed = columns.count { $0.role == .unnamed && $0.sketch.filled > 0 }
    if unnamed > 0 {
      doubts.append(
        LocalisedText(
          de: "\(unnamed) Spalten haben keinen eigenen Namen und können nicht gelesen werden;"
            + " benennen Sie sie im Export",
          en: "\(unnamed) columns have no name of their own and cannot be read; name them in the"
            + " export"))
    }
    self.doubts = doubts
  }

  /// The headings of a role, each once.
  func headings(_ roles: ExportSketch.Role...) -> [String] {
    var found: [String] = []
    for column in columns where roles.contains(column.role) && !used.contains(column.sketch.heading)
    {
      if !found.contains(column.sketch.heading) { found.append(column.sketch.heading) }
    }
    return found
  }

  private var used: Set<String> {
    var headings = Set([completed?.heading, testRows?.heading, date?.heading].compactMap { $0 })
    switch organisation {
    case .none: break
    case .codes(let heading, _), .texts(let heading, _): headings.insert(heading)
    }
    return headings
  }

  private static func organisation(_ columns: [ExportSketch.JudgedColumn]) -> Organisation {
    for column in columns where column.role == .organisation {
      let sketch = column.sketch
      guard sketch.filled * 20 >= sketch.records * 19 else { continue }
      if let form = sketch.codeForm { return .codes(sketch.heading, form) }
      let texts = sketch.frequentTexts.map(\.text)
      if texts.count >= 2 { return .texts(sketch.heading, texts) }
    }
    return .none
  }

  private static func date(
    _ columns: [ExportSketch.JudgedColumn], adapter: Adapter?, completed: Adapter.Marker?,
    doubts: inout [LocalisedText]
  ) -> (heading: String, order: DateOrder)? {
    let dates = columns.filter { column in
      let sketch = column.sketch
      let isFull = sketch.filled == sketch.records || completed == .init(heading: sketch.heading)
      return [.date, .completed].contains(column.role) && isFull && !sketch.isConstant
    }
    let headings = dates.map(\.sketch.heading)
    let preferred = adapter?.dateColumns(in: headings) ?? []
    for heading in preferred + headings {
      guard let column = dates.first(where: { $0.sketch.heading == heading }),
        columns.count(where: { $0.sketch.heading == heading }) == 1
      else { continue }
      let orders = column.sketch.dateOrders
      if orders.count == 1 {
        if !preferred.contains(heading), Set(headings).count > 1 {
          doubts.append(
            LocalisedText(
              de: "Der Zeitraum folgt der Spalte \(heading), der ersten von mehreren mit Daten",
              en: "The period follows column \(heading), the first of several with dates"))
        }
        return (heading, orders[0])
      }
      if orders.count > 1 {
        doubts.append(
          LocalisedText(
            de: "In Spalte \(heading) könnte der Tag oder der Monat vorn stehen; mit period und"
              + " order können Sie nach Zeiträumen berichten",
            en: "In column \(heading) day or month could come first; with period and order you"
              + " can report by period"))
        return nil
      }
    }
    return nil
  }
}
