/// Generalised records: equivalence classes, and to which of them each record belongs.
///
/// Suppressed records belong to none and are left out of what is written.
public struct Release: Sendable, Equatable {
  /// Records that look the same.
  public struct Class: Sendable, Equatable {
    /// The level of each quasi-identifier.
    public let node: [Int]
    /// The value of each quasi-identifier, as a number into the labels of its level.
    public let values: [Int]
    /// How many records of the sample it has.
    public let size: Int
    /// How many records of the population it has; 0 where there is no population.
    public let population: Int
  }

  /// One hierarchy per quasi-identifier.
  public let hierarchies: [Hierarchy]
  /// The classes that are kept.
  public let classes: [Class]
  /// The place of each record's class in `classes`, -1 for suppressed records.
  public let classOfRecord: [Int32]

  /// Takes classes together.
  ///
  /// - Parameters:
  ///   - hierarchies: One per quasi-identifier.
  ///   - classes: The classes.
  ///   - classOfRecord: The class of each record, or -1.
  init(hierarchies: [Hierarchy], classes: [Class], classOfRecord: [Int32]) {
    (self.hierarchies, self.classes) = (hierarchies, classes)
    self.classOfRecord = classOfRecord
  }

  /// What is written for the quasi-identifiers of a class.
  ///
  /// - Parameter place: The place of the class.
  /// - Returns: One label per quasi-identifier.
  public func labels(ofClass place: Int) -> [String] {
    let group = classes[place]
    return hierarchies.indices.map { hierarchies[$0].labels[group.node[$0]][group.values[$0]] }
  }

  /// How many records are suppressed.
  public var suppressed: Int { classOfRecord.count { $0 < 0 } }

  /// The records that are kept, ordered by what is written and by nothing else.
  ///
  /// The order of the file that was read says who answered when; it must not survive.
  ///
  /// - Parameter more: For each further column that is written, the rank of its text per record.
  /// - Returns: Places of records.
  public func order(by more: [[UInt32]]) -> [Int] {
    classOfRecord.indices.filter { classOfRecord[$0] >= 0 }.sorted { left, right in
      if classOfRecord[left] != classOfRecord[right] {
        return classOfRecord[left] < classOfRecord[right]
      }
      for ranks in more where ranks[left] != ranks[right] { return ranks[left] < ranks[right] }
      return left < right
    }
  }

  /// The risks of the records that are kept, without weights.
  public var risks: ReidentificationRisks {
    ReidentificationRisks(
      frequencies: classes.map(\.size),
      populations: classes.contains { $0.population > 0 } ? classes.map(\.population) : [])
  }
}
