internal import Benchmark
internal import Exports
internal import Microdata

/// Data, hierarchies and sensitive values of a request, read and matched.
struct MicrodataInput {
  /// The headings of the quasi-identifiers.
  let quasiIdentifiers: [String]
  let data: Microdata
  let population: Microdata?
  /// The sensitive column's values in the order of their numbers.
  let sensitiveTexts: [String]
  let sensitiveHierarchy: Hierarchy?
  /// The heading of the sensitive column.
  let sensitive: String?
  /// Further columns that are written, the sensitive one among them.
  let kept: [CategoryTable.Column]

  /// Reads everything.
  init(_ request: MicrodataRequest, workers: Int?) throws(Failure) {
    let sensitive = request.text("--sensitive")
    self.sensitive = sensitive
    let given = try HierarchyFiles(request)
    var quasi = request.list("--quasi")
    var keep = request.list("--keep")
    if let sensitive, !keep.contains(sensitive) { keep.append(sensitive) }
    let table = try Self.table(request.data, workers: workers) { headings in
      if quasi.isEmpty {
        quasi = headings.filter { given.has($0) && $0 != sensitive && !keep.contains($0) }
      }
      return quasi + keep
    }
    guard !quasi.isEmpty else {
      throw MicrodataRequest.usage(
        de:
          "Zu keiner Spalte gibt es eine Hierarchie; nennen Sie --hierarchies ORDNER oder --hierarchy",
        en: "No column has a hierarchy; name --hierarchies DIR or --hierarchy")
    }
    let columns = Array(table.columns.prefix(quasi.count))
    kept = Array(table.columns.dropFirst(quasi.count))
    quasiIdentifiers = quasi
    let others = try request.text("--population").map { path throws(Failure) in
      (path, try Self.table(path, workers: workers) { _ in quasi })
    }
    var hierarchies: [Hierarchy] = []
    var (leaves, otherLeaves): ([[UInt32]], [[UInt32]]) = ([], [])
    for (index, column) in columns.enumerated() {
      let other = others?.1.columns[index]
      let hierarchy = try given.hierarchy(column, with: other, file: request.data)
      hierarchies.append(hierarchy)
      leaves.append(try Self.leaves(column, hierarchy, file: request.data))
      if let other, let path = others?.0 {
        otherLeaves.append(try Self.leaves(other, hierarchy, file: path))
      }
    }
    let (numbers, texts, tree) = try Self.sensitive(
      kept.first { $0.heading == sensitive }, given, file: request.data)
    sensitiveTexts = texts
    sensitiveHierarchy = tree
    data = try Self.microdata(hierarchies, leaves, numbers, texts.count, file: request.data)
    population = try others.map { path, _ throws(Failure) in
      try Self.microdata(hierarchies, otherLeaves, [], 0, file: path)
    }
  }

  /// Reads some columns of a table.
  static func table(
    _ path: String, workers: Int?, choose: ([String]) -> [String]
  ) throws(Failure) -> CategoryTable {
    do throws(CategoryTable.Failure) {
      return try CategoryTable(path: path, workers: workers, choose: choose)
    } catch {
      throw MicrodataWords.failure(error, path: path)
    }
  }

  private static func microdata(
    _ hierarchies: [Hierarchy], _ leaves: [[UInt32]], _ sensitive: [UInt32], _ values: Int,
    file: String
  ) throws(Failure) -> Microdata {
    do throws(Microdata.Failure) {
      return try Microdata(
        hierarchies: hierarchies, leaves: leaves, sensitive: sensitive, sensitiveValues: values)
    } catch {
      throw MicrodataWords.failure(error, path: file)
    }
  }

  private static func leaves(
    _ column: CategoryTable.Column, _ hierarchy: Hierarchy, file: String
  ) throws(Failure) -> [UInt32] {
    let numbers = hierarchy.leafNumbers
    var map: [UInt32] = []
    for (place, text) in column.texts.enumerated() {
      guard let leaf = numbers[text] else {
        throw MicrodataWords.missingLeaf(
          file: file, column: column.heading, record: column.firstRecords[place] + 1)
      }
      map.append(UInt32(leaf))
    }
    return column.codes.map { map[Int($0)] }
  }

  /// Numbers of the sensitive values: those of its hierarchy, else by size or alphabet.
  private static func sensitive(
    _ column: CategoryTable.Column?, _ given: HierarchyFiles, file: String
  ) throws(Failure) -> ([UInt32], [String], Hierarchy?) {
    guard let column else { return ([], [], nil) }
    if given.has(column.heading) {
      let hierarchy = try given.hierarchy(column, with: nil, file: file)
      return (try leaves(column, hierarchy, file: file), hierarchy.labels[0], hierarchy)
    }
    // Spellings that differ in their Unicode form only are one value.
    let texts = Set(column.texts).sorted { left, right in
      if let one = Double(left), let other = Double(right), one != other { return one < other }
      return left < right
    }
    let numbers = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, UInt32($0)) })
    let map = column.texts.map { numbers[$0] ?? 0 }
    return (column.codes.map { map[Int($0)] }, texts, nil)
  }
}

/// The hierarchies that a request names: a folder of tables, and built-in ones.
struct HierarchyFiles {
  private var paths: [String: String] = [:]
  private var builtIn: [String: (kind: BuiltInHierarchy, widths: [Int])] = [:]

  /// Finds the files; a table belongs to the column that its name ends with.
  init(_ request: MicrodataRequest) throws(Failure) {
    if let folder = request.text("--hierarchies") {
      for name in try Disk.list(folder) where name.hasSuffix(".csv") {
        let stem = String(name.dropLast(4))
        let column =
          stem.firstRange(of: "hierarchy_").map { String(stem[$0.upperBound...]) } ?? stem
        paths[column] = "\(folder)/\(name)"
      }
    }
    for entry in (request.text("--hierarchy") ?? "").split(separator: "\n") {
      let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
      let kind = parts.last?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
      guard parts.count == 2, let name = kind.first, let built = BuiltInHierarchy(rawValue: name)
      else {
        let known = BuiltInHierarchy.allCases.map(\.rawValue).joined(separator: ", ")
        throw MicrodataRequest.usage(
          de: "--hierarchy nimmt SPALTE=ART; Arten sind \(known)",
          en: "--hierarchy takes COLUMN=KIND; kinds are \(known)")
      }
      let widths = kind.count > 1 ? kind[1].split(separator: ",").compactMap { Int($0) } : []
      let fits = zip(widths, widths.dropFirst()).allSatisfy { $1 % $0 == 0 && $1 > $0 }
      guard widths.allSatisfy({ $0 > 0 }), fits, kind.count == 1 || !widths.isEmpty else {
        throw MicrodataRequest.usage(
          de: "Breiten wie in age:5,10,20 sind Vielfache der jeweils vorigen",
          en: "Widths as in age:5,10,20 are multiples of the one before")
      }
      builtIn[parts[0]] = (built, widths)
    }
  }

  /// Whether a column has a hierarchy.
  func has(_ column: String) -> Bool { paths[column] != nil || builtIn[column] != nil }

  /// The hierarchy of a column.
  func hierarchy(
    _ column: CategoryTable.Column, with other: CategoryTable.Column?, file: String
  ) throws(Failure) -> Hierarchy {
    if let path = paths[column.heading], builtIn[column.heading] == nil {
      return try Self.read(path)
    }
    let (kind, widths) = builtIn[column.heading] ?? (.flat, [])
    let texts = column.texts + (other?.texts ?? []).filter { !column.texts.contains($0) }
    do throws(BuiltInHierarchy.Failure) {
      return try kind.hierarchy(over: texts, widths: widths)
    } catch {
      switch error {
      case .unfit(let place):
        throw MicrodataWords.unfit(
          kind, file: file, column: column.heading,
          record: place < column.texts.count ? column.firstRecords[place] + 1 : nil)
      case .hierarchy(let failure):
        throw MicrodataWords.failure(failure, path: file, isTable: false)
      }
    }
  }

  private static func read(_ path: String) throws(Failure) -> Hierarchy {
    let bytes = try Disk.read(path)
    let table: PlainTable
    do throws(PlainTable.Failure) {
      table = try PlainTable(bytes: bytes)
    } catch {
      throw MicrodataWords.failure(error, path: path)
    }
    do throws(Hierarchy.Failure) {
      return try Hierarchy(rows: [table.headings] + table.rows.map(\.fields))
    } catch {
      throw MicrodataWords.failure(error, path: path, isTable: true)
    }
  }
}
