/// A table of a file with all its totals, and the names of its cells in each dimension.
public struct TableLayout: Sendable, Equatable {
  /// The problem.
  public let problem: TableProblem
  /// The names of the dimensions; empty for a table that is written cell by cell.
  public let dimensions: [String]
  /// The labels of each dimension, totals first.
  public let labels: [[String]]
  /// By dimension, the label of the only total that is part of no other, if there is one.
  public let roots: [String?]

  /// Makes all totals of a table and says which cells must be hidden.
  ///
  /// - Parameter document: The table.
  /// - Throws: What does not fit together.
  public init(_ document: TableDocument) throws(TableDocument.Failure) {
    self =
      document.dimensions.isEmpty
      ? try TableLayout(listed: document) : try TableLayout(crossed: document)
  }

  private init(
    problem: TableProblem, dimensions: [String], labels: [[String]], roots: [String?]
  ) {
    self.problem = problem
    self.dimensions = dimensions
    self.labels = labels
    self.roots = roots
  }

  private init(listed document: TableDocument) throws(TableDocument.Failure) {
    var places: [String: Int] = [:]
    for (place, cell) in document.cells.enumerated() { places[cell.key] = place }
    var relations: [TableProblem.Relation] = []
    for (place, relation) in document.relations.enumerated() {
      let parts = relation.parts.compactMap { places[$0] }
      guard let total = places[relation.total], parts.count == relation.parts.count else {
        throw .unknownCell("relations.\(place)")
      }
      relations.append(.init(total: total, parts: parts))
    }
    let cells = document.cells.map { cell in
      let isWaived = cell.waived == true || document.waived.contains(cell.key)
      let isPublished = cell.published == true || document.published.contains(cell.key)
      let protection =
        cell.protection
        ?? document.rules.protection(value: max(0, cell.n), holdings: cell.holdings ?? [])
      let isKnown = cell.known == true || document.known.contains(cell.key)
      return TableProblem.Cell(
        key: cell.key, value: cell.n,
        weight: (cell.weight ?? document.weights[cell.key] ?? 1)
          * (isPublished ? TableLayout.publishedFactor : 1),
        isKnown: isKnown, protection: isWaived || isKnown ? nil : protection)
    }
    self.init(
      problem: try TableLayout.problem(cells, relations, places, document), dimensions: [],
      labels: [], roots: [])
  }

  /// How many cells may be hidden to keep one that an earlier release published.
  static let publishedFactor = 10

  private static func problem(
    _ cells: [TableProblem.Cell], _ relations: [TableProblem.Relation], _ places: [String: Int],
    _ document: TableDocument
  ) throws(TableDocument.Failure) -> TableProblem {
    let names: [(String, [String])] = [
      ("waived", document.waived.sorted()), ("published", document.published.sorted()),
      ("known", document.known.sorted()), ("weights", document.weights.keys.sorted()),
    ]
    for (list, keys) in names where keys.contains(where: { places[$0] == nil }) {
      throw .unknownCell(list)
    }
    var insiders: [TableProblem.Insider] = []
    for (number, insider) in document.insiders.enumerated() {
      let known = (insider.knows ?? []).map { places[$0] }
      let owned = (insider.owns ?? [:]).map { (places[$0.key], $0.value) }
      guard !known.contains(nil), !owned.contains(where: { $0.0 == nil }) else {
        throw .unknownCell("insiders.\(number)")
      }
      insiders.append(
        TableProblem.Insider(
          key: insider.name, knownCells: known.compactMap(\.self).sorted(),
          ownParts: Dictionary(
            owned.compactMap { place, part in place.map { ($0, part) } },
            uniquingKeysWith: { first, _ in first })))
    }
    do throws(TableProblem.Failure) {
      return try TableProblem(cells: cells, relations: relations, insiders: insiders)
    } catch {
      throw .problem(error)
    }
  }

  private init(crossed document: TableDocument) throws(TableDocument.Failure) {
    var trees: [LabelTree] = []
    var size = 1
    for dimension in document.dimensions {
      let tree = try LabelTree(dimension)
      trees.append(tree)
      size = size.multipliedReportingOverflow(by: tree.labels.count).partialValue
      guard tree.labels.count <= 2_000_000, size <= 2_000_000 else { throw .tooLarge }
    }
    var steps = [Int](repeating: 1, count: trees.count)
    for place in trees.indices.dropLast().reversed() {
      steps[place] = steps[place + 1] * trees[place + 1].labels.count
    }
    var values = [Int](repeating: 0, count: size)
    var holdings: [Int: [Int]] = [:]
    var seen: Set<Int> = []
    for (number, inner) in document.inner.enumerated() {
      guard inner.labels.count == trees.count else { throw .unreadable("inner.\(number)") }
      guard inner.value >= 0, inner.value <= 1_000_000_000, inner.holdings.allSatisfy({ $0 >= 0 })
      else { throw .unreadable("inner.\(number)") }
      var place = 0
      for (axis, label) in inner.labels.enumerated() {
        guard let at = trees[axis].places[label], trees[axis].parts[at].isEmpty else {
          throw .unknownLabel(number)
        }
        place += at * steps[axis]
      }
      guard seen.insert(place).inserted else { throw .repeatedInner(number) }
      values[place] = inner.value
      if !inner.holdings.isEmpty { holdings[place] = inner.holdings }
    }
    var relations: [TableProblem.Relation] = []
    for (axis, tree) in trees.enumerated() {
      let step = steps[axis]
      let block = step * tree.labels.count
      for total in tree.order where !tree.parts[total].isEmpty {
        for start in stride(from: 0, to: size, by: block) {
          for offset in start..<start + step {
            let parts = tree.parts[total].map { offset + $0 * step }
            relations.append(.init(total: offset + total * step, parts: parts))
          }
        }
      }
    }
    for relation in relations {
      values[relation.total] = relation.parts.reduce(0) { $0 + values[$1] }
      let own = relation.parts.flatMap { holdings[$0] ?? [] }
      if !own.isEmpty { holdings[relation.total] = own }
    }
    var cells: [TableProblem.Cell] = []
    var places: [String: Int] = [:]
    for place in 0..<size {
      let key = trees.indices.map { axis in
        trees[axis].labels[place / steps[axis] % trees[axis].labels.count]
      }.joined(separator: "|")
      places[key] = place
      let isFree = document.waived.contains(key) || document.known.contains(key)
      cells.append(
        TableProblem.Cell(
          key: key, value: values[place],
          weight: (document.weights[key] ?? 1)
            * (document.published.contains(key) ? TableLayout.publishedFactor : 1),
          isKnown: document.known.contains(key),
          protection: isFree
            ? nil
            : document.rules.protection(value: values[place], holdings: holdings[place] ?? [])))
    }
    self.init(
      problem: try TableLayout.problem(cells, relations, places, document),
      dimensions: document.dimensions.map(\.name), labels: trees.map(\.labels),
      roots: trees.map(\.root))
  }
}

/// The labels of a dimension, with totals above their parts.
private struct LabelTree {
  var labels: [String] = []
  var places: [String: Int] = [:]
  var parts: [[Int]] = []
  /// All places, parts before the totals that need them.
  var order: [Int] = []
  var root: String?

  init(_ dimension: TableDocument.Dimension) throws(TableDocument.Failure) {
    let children = Set(dimension.hierarchy.values.flatMap(\.self))
    let roots = dimension.hierarchy.keys.filter { !children.contains($0) }.sorted()
    root = roots.count == 1 ? roots.first : nil
    var open = Array(roots.reversed())
    while let label = open.popLast() {
      guard places[label] == nil else { continue }
      places[label] = labels.count
      labels.append(label)
      open += (dimension.hierarchy[label] ?? []).reversed()
    }
    guard labels.count == children.union(dimension.hierarchy.keys).count else {
      throw .circle(dimension.name)
    }
    parts = labels.map { (dimension.hierarchy[$0] ?? []).compactMap { places[$0] } }
    var missing = parts.map(\.count)
    var above = [[Int]](repeating: [], count: labels.count)
    for (total, list) in parts.enumerated() { for part in list { above[part].append(total) } }
    order = labels.indices.filter { missing[$0] == 0 }
    var next = 0
    while next < order.count {
      for total in above[order[next]] {
        missing[total] -= 1
        if missing[total] == 0 { order.append(total) }
      }
      next += 1
    }
    guard order.count == labels.count else { throw .circle(dimension.name) }
  }
}
