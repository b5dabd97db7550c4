internal import FoundationEssentials

/// A table as it is written in a file: dimensions with hierarchies and counts of the innermost
/// cells, or cells and relations one by one (docs/suppression.md).
public struct TableDocument: Sendable, Equatable {
  /// One dimension of a table.
  public struct Dimension: Sendable, Equatable, Decodable {
    /// The name of the dimension.
    public var name: String
    /// By label of a total, the labels of its parts.
    public var hierarchy: [String: [String]]
  }

  /// One innermost cell: a label per dimension, the count, and the largest contributions.
  public struct Inner: Sendable, Equatable, Decodable {
    /// One label per dimension.
    public var labels: [String]
    /// The count, or the sum of contributions.
    public var value: Int
    /// The contributions to the cell, largest first; empty where only counts are given.
    public var holdings: [Int]
  }

  /// One cell of a table that is written cell by cell.
  public struct Cell: Sendable, Equatable, Decodable {
    /// The name of the cell.
    public var key: String
    /// The value.
    public var n: Int
    /// What hiding the cell costs; 1 unless given.
    public var weight: Int?
    /// Whether everybody knows the value.
    public var known: Bool?
    /// Whether an earlier release published the cell.
    public var published: Bool?
    /// Whether the contributors agreed to publication.
    public var waived: Bool?
    /// The contributions to the cell.
    public var holdings: [Int]?
    /// The protection, where it does not follow from the rules.
    public var protection: Protection?
  }

  /// One relation of a table that is written cell by cell.
  public struct Relation: Sendable, Equatable, Decodable {
    /// The name of the total.
    public var total: String
    /// The names of its parts.
    public var parts: [String]
  }

  /// Somebody who knows more than is published.
  public struct Insider: Sendable, Equatable, Decodable {
    /// The name of the insider.
    public var name: String
    /// The names of the cells whose value the insider knows.
    public var knows: [String]?
    /// By name of a cell, how much of its value is the insider's own.
    public var owns: [String: Int]?
  }

  /// The name of the table.
  public var name: String
  /// The dimensions; empty for a table that is written cell by cell.
  public var dimensions: [Dimension]
  /// The innermost cells.
  public var inner: [Inner]
  /// The cells of a table that is written cell by cell.
  public var cells: [Cell]
  /// The relations of a table that is written cell by cell.
  public var relations: [Relation]
  /// The rules that say which cells must be hidden.
  public var rules: PrimaryRules
  /// What cells cost whose name is here, instead of 1.
  public var weights: [String: Int]
  /// The names of cells that may be published whatever the rules say.
  public var waived: Set<String>
  /// The names of cells that an earlier release published.
  public var published: Set<String>
  /// The names of cells whose value everybody knows.
  public var known: Set<String>
  /// Who knows more than is published.
  public var insiders: [Insider]

  /// Reads a file.
  ///
  /// - Parameter bytes: JSON in UTF-8.
  /// - Throws: What is wrong with it.
  public init(_ bytes: [UInt8]) throws(Failure) {
    do {
      self = try JSONDecoder().decode(TableDocument.self, from: Data(bytes))
    } catch {
      throw Failure(error)
    }
  }

  /// Why a file is no table; places, never values.
  public enum Failure: Error, Equatable {
    /// The file is not JSON.
    case notJSON
    /// Something is missing or of another kind; the path to it, for example `inner.3`.
    case unreadable(String)
    /// A label of an innermost cell is not in its dimension, or is a total; the place in `inner`.
    case unknownLabel(Int)
    /// An innermost cell stands there twice; the place in `inner`.
    case repeatedInner(Int)
    /// A hierarchy runs in a circle; the name of its dimension.
    case circle(String)
    /// There are more than two million cells.
    case tooLarge
    /// A name in a list is no cell; the path to it.
    case unknownCell(String)
    /// Cells and relations do not fit together.
    case problem(TableProblem.Failure)

    init(_ error: any Error) {
      guard let error = error as? DecodingError else {
        self = .notJSON
        return
      }
      let (path, last): ([any CodingKey], String?) =
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
          (context.codingPath, nil)
        case .keyNotFound(let key, let context): (context.codingPath, key.stringValue)
        case .dataCorrupted(let context): (context.codingPath, nil)
        @unknown default: ([], nil)
        }
      let steps =
        path.map { $0.intValue.map(String.init) ?? $0.stringValue } + (last.map { [$0] } ?? [])
      self = steps.isEmpty ? .notJSON : .unreadable(steps.joined(separator: "."))
    }
  }
}

extension TableDocument: Decodable {
  private enum Key: String, CodingKey {
    case name, dims, inner, cells, relations, threshold, dominance, weights, waived, published
    case known, insiders
    case percent = "p_percent"
    case protectsZeros = "protect_zeros"
    case marginWeight = "margin_weight"
  }

  /// Reads a table.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: What is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    name = try values.decodeIfPresent(String.self, forKey: .name) ?? ""
    dimensions = try values.decodeIfPresent([Dimension].self, forKey: .dims) ?? []
    cells = try values.decodeIfPresent([Cell].self, forKey: .cells) ?? []
    inner =
      dimensions.isEmpty
      ? [] : try values.decode([Inner].self, forKey: .inner)
    if dimensions.isEmpty, cells.isEmpty { _ = try values.decode([Dimension].self, forKey: .dims) }
    relations = try values.decodeIfPresent([Relation].self, forKey: .relations) ?? []
    rules = PrimaryRules(
      minimumCount: try values.decodeIfPresent(Int.self, forKey: .threshold) ?? 5,
      dominance: try values.decodeIfPresent([PrimaryRules.Dominance].self, forKey: .dominance)
        ?? [],
      percent: try values.decodeIfPresent(Int.self, forKey: .percent),
      protectsZeros: try values.decodeIfPresent(Bool.self, forKey: .protectsZeros) ?? false)
    weights = try values.decodeIfPresent([String: Int].self, forKey: .weights) ?? [:]
    waived = try values.decodeIfPresent(Set<String>.self, forKey: .waived) ?? []
    published = try values.decodeIfPresent(Set<String>.self, forKey: .published) ?? []
    known = try values.decodeIfPresent(Set<String>.self, forKey: .known) ?? []
    insiders = try values.decodeIfPresent([Insider].self, forKey: .insiders) ?? []
  }
}

extension TableDocument.Inner {
  /// Reads an innermost cell.
  ///
  /// - Parameter decoder: Where from.
  /// - Throws: What is missing or of another kind.
  public init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    var entries: [Entry] = []
    while !values.isAtEnd { entries.append(try values.decode(Entry.self)) }
    var holdings: [Int] = []
    if case .holdings(let list)? = entries.last {
      holdings = list.sorted(by: >)
      entries.removeLast()
    }
    guard case .number(let value)? = entries.popLast() else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no count"))
    }
    var labels: [String] = []
    for entry in entries {
      guard case .label(let label) = entry else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "no label"))
      }
      labels.append(label)
    }
    self.init(labels: labels, value: value, holdings: holdings)
  }

  private enum Entry: Decodable {
    case label(String)
    case number(Int)
    case holdings([Int])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      do {
        self = .label(try value.decode(String.self))
      } catch {
        do {
          self = .number(try value.decode(Int.self))
        } catch {
          self = .holdings(try value.decode([Int].self))
        }
      }
    }
  }
}
