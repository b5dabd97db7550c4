/// A table, or several linked ones, in which some cells must not be found out: the problem of cell
/// suppression as a value.
///
/// What an attacker knows beforehand: all cells that are published, that no value is negative and
/// that values are whole, and that every total is the sum of its parts. Cells that several tables
/// share are one cell here, so linked tables and hierarchies need nothing else.
public struct TableProblem: Sendable, Equatable {
  /// One cell.
  public struct Cell: Sendable, Equatable {
    /// The name of the cell, for example `Tr1E1|Klient|2`; names differ.
    public var key: String
    /// The value, not negative, in whole units.
    public var value: Int
    /// What hiding the cell costs, at least 1; the sum over all secondary cells is made small.
    public var weight: Int
    /// Whether everybody knows the value anyway, as of a zero that could be nothing else.
    public var isKnown: Bool
    /// What the interval must be like if the cell must be hidden; nil if it may be published.
    public var protection: Protection?

    /// Makes a cell.
    ///
    /// - Parameters:
    ///   - key: The name of the cell.
    ///   - value: The value, not negative.
    ///   - weight: What hiding the cell costs, at least 1.
    ///   - isKnown: Whether everybody knows the value anyway.
    ///   - protection: What the interval must be like if the cell must be hidden.
    public init(
      key: String, value: Int, weight: Int = 1, isKnown: Bool = false,
      protection: Protection? = nil
    ) {
      self.key = key
      self.value = value
      self.weight = weight
      self.isKnown = isKnown
      self.protection = protection
    }
  }

  /// A total and its parts, by place among the cells.
  public struct Relation: Sendable, Hashable {
    /// The cell that is the sum of the others.
    public var total: Int
    /// The cells that are added up.
    public var parts: [Int]

    /// Makes a relation.
    ///
    /// - Parameters:
    ///   - total: The cell that is the sum of the others.
    ///   - parts: The cells that are added up.
    public init(total: Int, parts: [Int]) {
      self.total = total
      self.parts = parts
    }
  }

  /// Somebody who knows more than is published, as a respondent knows the own answer.
  public struct Insider: Sendable, Equatable {
    /// The name of the insider.
    public var key: String
    /// The places of the cells whose value the insider knows.
    public var knownCells: [Int]
    /// By place of a cell, how much of its value is the insider's own.
    public var ownParts: [Int: Int]

    /// Makes an insider.
    ///
    /// - Parameters:
    ///   - key: The name of the insider.
    ///   - knownCells: The places of the cells whose value the insider knows.
    ///   - ownParts: By place of a cell, how much of its value is the insider's own.
    public init(key: String, knownCells: [Int] = [], ownParts: [Int: Int] = [:]) {
      self.key = key
      self.knownCells = knownCells
      self.ownParts = ownParts
    }
  }

  /// Why something is no problem of suppression.
  public enum Failure: Error, Equatable {
    /// Two cells have the same name; the place of the second.
    case repeatedCell(Int)
    /// A value is negative or above 10^12, or a weight is below 1 or above 10^6; the place.
    case impossibleCell(Int)
    /// A relation names a cell that does not exist, or one twice; the place of the relation.
    case impossibleRelation(Int)
    /// A total is not the sum of its parts; the place of the relation.
    case wrongTotal(Int)
    /// An insider knows cells that do not exist or owns more of a cell than there is; the place.
    case impossibleInsider(Int)
  }

  /// The cells.
  public let cells: [Cell]
  /// The relations.
  public let relations: [Relation]
  /// Who knows more than is published, and must not find out anything either.
  public let insiders: [Insider]

  /// Makes a problem.
  ///
  /// - Parameters:
  ///   - cells: The cells.
  ///   - relations: The relations.
  ///   - insiders: Who knows more than is published, and must not find out anything either.
  /// - Throws: What does not fit together.
  public init(
    cells: [Cell], relations: [Relation], insiders: [Insider] = []
  ) throws(Failure) {
    var keys: Set<String> = []
    for (place, cell) in cells.enumerated() {
      guard keys.insert(cell.key).inserted else { throw .repeatedCell(place) }
      guard (0...1_000_000_000_000).contains(cell.value), (1...1_000_000).contains(cell.weight)
      else { throw .impossibleCell(place) }
    }
    for (place, relation) in relations.enumerated() {
      let members = [relation.total] + relation.parts
      guard members.allSatisfy(cells.indices.contains), Set(members).count == members.count
      else { throw .impossibleRelation(place) }
      guard relation.parts.reduce(0, { $0 + cells[$1].value }) == cells[relation.total].value
      else { throw .wrongTotal(place) }
    }
    for (place, insider) in insiders.enumerated() {
      guard insider.knownCells.allSatisfy(cells.indices.contains),
        insider.ownParts.allSatisfy({
          cells.indices.contains($0.key) && (0...cells[$0.key].value).contains($0.value)
        })
      else { throw .impossibleInsider(place) }
    }
    self.cells = cells
    self.relations = relations
    self.insiders = insiders
  }

  /// The places of the cells that must be hidden.
  public var primary: [Int] { cells.indices.filter { cells[$0].protection != nil } }
}
