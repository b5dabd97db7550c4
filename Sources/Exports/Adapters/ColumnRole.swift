extension ExportSketch {
  /// What a column seems to be for.
  public enum Role: String, Sendable, Equatable, CaseIterable {
    /// Answers on a scale.
    case item
    /// An answer of two levels that could be an item if there is no better one.
    case twoLevels = "two-levels"
    /// One option of a question with several ticks.
    case option
    /// Who is spoken about.
    case organisation
    /// A date.
    case date
    /// Whether the row is complete.
    case completed
    /// Whether the row is a test.
    case test
    /// Identifies a person.
    case identifier
    /// Free text.
    case text
    /// Could identify a person in combination.
    case quasiIdentifier = "quasi-identifier"
    /// A technical fact of the tool.
    case technical
    /// Numbers that are no scale.
    case number
    /// A few different texts that are no scale.
    case category
    /// Nothing in it.
    case empty
    /// No heading, or one that another column has too.
    case unnamed
  }

  /// A column with what it seems to be.
  public struct JudgedColumn: Sendable {
    /// The column.
    public let sketch: ColumnSketch
    /// What it seems to be for.
    public internal(set) var role: Role
    /// The scale if it holds answers.
    public internal(set) var scale: ScaleGuess?
    /// What items of one question have in common at the beginning of their headings.
    public let stem: String
    /// Whether its name makes it identifying although its answers look like a scale.
    public internal(set) var looksLikeScale = false
    /// Whether its name says that it is about organisations although its texts look like persons.
    public internal(set) var looksLikePersons = false
  }

  /// The columns with what they seem to be, in the order of the file.
  ///
  /// Columns of one question are judged together, so that they get the same scale.
  public var judgedColumns: [JudgedColumn] {
    var judged = columns.indices.map { judge($0) }
    Self.uniteScales(&judged)
    uniteLabels(&judged)
    markOptions(&judged)
    if let ratings = adapter?.ratings, judged.contains(where: { isRating($0, ratings) }) {
      for index in judged.indices
      where [.item, .twoLevels].contains(judged[index].role) && !isRating(judged[index], ratings) {
        judged[index].role = .category
      }
    }
    return judged
  }

  private func isRating(_ column: JudgedColumn, _ ratings: [HeadingPattern]) -> Bool {
    ratings.fit(column.sketch.heading) && [.item, .twoLevels].contains(column.role)
  }

  /// The column that says whether a row is complete, with the texts that say so.
  public var completed: Adapter.Marker? {
    adapter?.completed(in: columns.map(\.heading)).flatMap(usable)
  }

  /// The column that marks tests, with the texts that do.
  public var testRows: Adapter.Marker? {
    adapter?.testRows(in: columns.map(\.heading)).flatMap(usable)
  }

  /// A marker counts only if some row would stay or go by it in a way that can be meant.
  private func usable(_ marker: Adapter.Marker) -> Adapter.Marker? {
    let column = columns.first { $0.heading == marker.heading }
    return column?.filled ?? 0 > 0 ? marker : nil
  }

  private func judge(_ index: Int) -> JudgedColumn {
    let column = columns[index]
    let heading = column.heading
    let stem = ColumnNames.stem(of: heading)
    func found(_ role: Role, _ scale: ScaleGuess? = nil) -> JudgedColumn {
      JudgedColumn(sketch: column, role: role, scale: scale, stem: stem)
    }
    if heading.isEmpty { return found(.unnamed) }
    if heading == completed?.heading { return found(.completed) }
    if heading == testRows?.heading { return found(.test) }
    if adapter?.identifiers.fit(heading) == true { return found(.identifier) }
    if adapter?.technical.fit(heading) == true {
      return found(adapter?.dates.fit(heading) == true ? .date : .technical)
    }
    if adapter?.dates.fit(heading) == true { return found(.date) }
    if adapter?.texts.fit(heading) == true { return found(.text) }
    if column.filled == 0 { return found(.empty) }
    if column.addressCount > 0 {
      let isText = column.meanLength > 40 && !ColumnNames.isIdentity(heading)
      return found(isText ? .text : .identifier)
    }
    if adapter?.organisations.fit(heading) == true || ColumnNames.isOrganisation(heading) {
      if column.looksLikePersons { return persons(column, stem) }
      return found(isUnique(heading) ? .organisation : .unnamed)
    }
    var scale = ScaleGuess.guess(column, missing: adapter?.missing ?? [:])
    // Words such as "stimmt eher" answer a question; figures may well be an age or a number.
    let isWorded = scale?.family != nil && scale?.isTwoLevels == false
    for (isNamed, role) in [
      (ColumnNames.isQuasiIdentifier(heading), Role.quasiIdentifier),
      (ColumnNames.isIdentity(heading), .identifier),
    ] where isNamed && !isWorded {
      var judged = found(role)
      judged.looksLikeScale = scale.map { !$0.isTwoLevels } ?? false
      return judged
    }
    if scale != nil, !isUnique(heading) { return found(.unnamed) }
    if adapter?.reversed.fit(heading) == true || ColumnNames.isSchoolGrade(heading) {
      scale?.turnToGrades(isGrade: ColumnNames.isSchoolGrade(heading))
    }
    if scale == nil, ColumnNames.mentionsOrganisation(heading), isUnique(heading) {
      return column.looksLikePersons ? persons(column, stem) : found(.organisation)
    }
    if let scale { return found(scale.isTwoLevels ? .twoLevels : .item, scale) }
    if !column.dateOrders.isEmpty { return found(.date) }
    if column.codeForm == .number || column.isNumeric { return found(.number) }
    let isVaried = column.hasMore || column.distinctCount * 2 > column.filled
    if column.meanLength > 30 || isVaried || column.distinctCount > 40 { return found(.text) }
    return found(.category)
  }

  private func persons(_ column: ColumnSketch, _ stem: String) -> JudgedColumn {
    var judged = JudgedColumn(sketch: column, role: .identifier, scale: nil, stem: stem)
    judged.looksLikePersons = true
    return judged
  }

  private func isUnique(_ heading: String) -> Bool {
    columns.count { $0.heading == heading } == 1
  }

  /// Gives columns of one question whose answers are bare numbers the widest of their scales.
  private static func uniteScales(_ judged: inout [JudgedColumn]) {
    let groups = Dictionary(
      grouping: judged.indices.filter {
        judged[$0].scale?.labels.isEmpty == true && judged[$0].scale?.stepInTenths == 10
      }
    ) { judged[$0].stem }
    for (_, members) in groups.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      let scales = members.compactMap { judged[$0].scale }
      let least = scales.map(\.minimum).min() ?? 1
      let highest = scales.map(\.maximum).max() ?? 5
      for member in members {
        judged[member].scale?.minimum = least
        judged[member].scale?.maximum = highest
        judged[member].role = highest - least == 1 ? .twoLevels : .item
      }
    }
  }

  /// Lets columns of one question choose their words together, and gives all columns of the same kind
  /// of words every spelling that the file has.
  private func uniteLabels(_ judged: inout [JudgedColumn]) {
    let roles: Set<Role> = [.item, .category]
    let groups = Dictionary(
      grouping: judged.indices.filter {
        roles.contains(judged[$0].role)
          && (judged[$0].scale?.family != nil || judged[$0].scale == nil)
          && !judged[$0].sketch.hasMore && isUnique(judged[$0].sketch.heading)
      }
    ) { judged[$0].stem }
    for (_, members) in groups where members.count > 1 {
      var counts: [String: Int] = [:]
      for member in members {
        for value in judged[member].sketch.values { counts[value.text, default: 0] += value.count }
      }
      let values = counts.map { (text: $0.key, count: $0.value) }.sorted { $0.text < $1.text }
      guard let scale = ScaleGuess.guess(values: values, missing: adapter?.missing ?? [:]),
        scale.family != nil, !scale.isTwoLevels
      else { continue }
      for member in members {
        judged[member].scale = scale
        judged[member].role = .item
      }
    }
    var labels: [Int: [ScaleGuess.Label]] = [:]
    for column in judged {
      guard let scale = column.scale, let family = scale.family else { continue }
      for label in scale.labels where labels[family]?.contains(label) != true {
        labels[family, default: []].append(label)
      }
    }
    for index in judged.indices {
      guard let family = judged[index].scale?.family, let all = labels[family] else { continue }
      judged[index].scale?.labels = all.sorted { ($0.value, $0.text) < ($1.value, $1.text) }
    }
  }

  /// Several columns of two levels under one question are its options.
  private func markOptions(_ judged: inout [JudgedColumn]) {
    let hasColumns =
      adapter.map { [.columnPerOption, .joinedByBlank].contains($0.multiSelect) } ?? true
    guard hasColumns else { return }
    let groups = Dictionary(
      grouping: judged.indices.filter { judged[$0].role == .twoLevels }
    ) { judged[$0].stem }
    for (_, members) in groups where members.count > 1 {
      for member in members {
        judged[member].role = .option
        judged[member].scale = nil
      }
    }
  }
}

extension ScaleGuess {
  /// Makes low answers good; bare grades run from 1 to 6.
  mutating func turnToGrades(isGrade: Bool) {
    isReversed = labels.isEmpty || !isGrade
    if isGrade, labels.isEmpty, maximum <= 6, minimum == 1 { maximum = 6 }
    doubts.removeAll { $0 == .direction }
  }
}

extension ColumnSketch {
  /// Whether all texts are numbers, with a sign and decimals.
  var isNumeric: Bool {
    !values.isEmpty
      && values.allSatisfy { value in
        value.text.contains(where: \.isNumber)
          && value.text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }
      }
  }
}

extension Adapter {
  /// The column that says whether a row is complete.
  ///
  /// - Parameter headings: The headings of a file.
  /// - Returns: The first that is there, as it is spelled in the file.
  public func completed(in headings: [String]) -> Marker? {
    Self.first(of: completed, in: headings)
  }

  /// The column that marks tests.
  ///
  /// - Parameter headings: The headings of a file.
  /// - Returns: The first that is there, as it is spelled in the file.
  public func testRows(in headings: [String]) -> Marker? { Self.first(of: testRows, in: headings) }

  /// The columns that identify persons.
  ///
  /// - Parameter headings: The headings of a file.
  /// - Returns: Those that are there, each once, as they are spelled in the file.
  public func identifiers(in headings: [String]) -> [String] {
    var found: [String] = []
    for heading in headings where !heading.isEmpty && identifiers.fit(heading) {
      if !found.contains(heading) { found.append(heading) }
    }
    return found
  }

  private static func first(of markers: [Marker], in headings: [String]) -> Marker? {
    for marker in markers {
      let matches = headings.filter { $0.lowercased() == marker.heading.lowercased() }
      if matches.count == 1 { return Marker(heading: matches[0], values: marker.values) }
    }
    return nil
  }
}

extension Adapter {
  /// The date columns of the tool.
  ///
  /// - Parameter headings: The headings of a file.
  /// - Returns: Those that are there, the best first.
  public func dateColumns(in headings: [String]) -> [String] {
    dates.flatMap { pattern in headings.filter { pattern.fits($0.lowercased()) } }
  }

  /// The cell texts that are no answer, by their state, sorted.
  ///
  /// - Parameter answer: The state.
  /// - Returns: The texts.
  public func missingTexts(_ answer: Answer) -> [String] {
    missing.filter { $0.value == answer }.map(\.key).sorted()
  }
}

extension ExportSketch.JudgedColumn {
  /// The labels of the scale that stand in the file ten times or more, by value.
  public var frequentLabels: [String] {
    let counts = Dictionary(
      sketch.values.map { ($0.text, $0.count) }, uniquingKeysWith: { first, _ in first })
    return (scale?.labels ?? []).filter { counts[$0.text] ?? 0 >= ColumnSketch.leastCount }
      .map { "\($0.text) = \($0.value)" }
  }
}
