/// How likely an attacker who knows the quasi-identifiers of persons finds the right records.
///
/// Source: El Emam and Dankar (2008), Prosecutor, journalist and marketer models.
public struct ReidentificationRisks: Sendable, Equatable {
  /// The number of records.
  public let records: Int
  /// The number of classes.
  public let classes: Int
  /// The size of the smallest class; 0 without classes.
  public let smallestClass: Int
  /// How many records are alone in their class.
  public let uniques: Int
  /// The highest risk of a record whose person is known to be in the sample: 1 / smallest class.
  public let prosecutorMaximum: Double
  /// The mean of that risk over records.
  public let prosecutorMean: Double
  /// The highest risk of a record whose person is only known to be in the population: 1 / the smallest
  /// class of the population; `nil` without a population.
  public let journalistMaximum: Double?
  /// The share of the records that matching all of them is expected to find: classes / records, with a
  /// population the mean of 1 / class of the population.
  public let marketer: Double

  /// Works out risks.
  ///
  /// - Parameters:
  ///   - frequencies: The records of each class in the sample.
  ///   - populations: The records of each class in the population, or empty.
  public init(frequencies: [Int], populations: [Int] = []) {
    records = frequencies.reduce(0, +)
    classes = frequencies.count
    smallestClass = frequencies.min() ?? 0
    uniques = frequencies.count { $0 == 1 }
    let total = Double(max(records, 1))
    prosecutorMaximum = smallestClass > 0 ? 1 / Double(smallestClass) : 0
    prosecutorMean = Double(classes) / total
    journalistMaximum = populations.min().map { 1 / Double(max($0, 1)) }
    marketer =
      populations.isEmpty
      ? prosecutorMean
      : zip(frequencies, populations).reduce(0) { $0 + Double($1.0) / Double(max($1.1, 1)) } / total
  }
}
