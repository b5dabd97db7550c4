import Cleaning

/// The groups that one worker has met so far in one source, so that a group is named only once.
public struct GroupMemory: Sendable {
  /// The groups, in the order in which this worker met them.
  public private(set) var groups: [AnonymousChunk.Group] = []
  /// The organisation code of each name that was taken from the export.
  private var codeOfName: [String: Int] = [:]
  /// Per naming of chunks, the organisation codes of its names.
  private var codes: [Int: [Int]] = [:]
  /// Per organisation code, the group of each perspective and period; -1 where there is none yet.
  private var places: [[Int32]] = []
  private var periods: [String] = []
  private var periodOfName: [String: Int32] = [:]
  /// The period of each day from `firstDay` on; -1 where it is not known yet.
  private var periodOfDay: [Int32] = []

  /// The days from 1990 to 2100, which is all that cleaning lets through.
  private static let (firstDay, dayCount): (Int32, Int) = (7_305, 40_542)

  /// Starts with no group.
  public init() {}

  /// The group of each row of a chunk.
  mutating func groups(of chunk: CleanChunk, by anonymiser: Anonymiser) -> [Int32] {
    let perspectives = Int32(anonymiser.perspectives.count)
    var result: [Int32] = []
    result.reserveCapacity(chunk.organisations.count)
    var constant: Int32 = 0
    var days: [Int32] = []
    switch chunk.period {
    case .constant(let name): constant = period(named: name)
    case .days(let values):
      days = values
      if periodOfDay.isEmpty {
        periodOfDay = [Int32](repeating: -1, count: Self.dayCount)
      }
    }
    var codes: [Int]?
    if let names = chunk.organisationNames { codes = self.codes(of: names, naming: chunk.naming) }
    for row in chunk.organisations.indices {
      let period = days.isEmpty ? constant : self.period(ofDay: days[row], anonymiser)
      let written = Int(chunk.organisations[row])
      let organisation = codes?[written] ?? written
      let place = Int(period &* perspectives &+ chunk.perspectives[row])
      if organisation < places.count, place < places[organisation].count,
        case let group = places[organisation][place], group >= 0
      {
        result.append(group)
        continue
      }
      let name = chunk.organisationNames.map { anonymiser.organisationPrefix + $0[written] }
      groups.append(
        AnonymousChunk.Group(
          organisation: name ?? anonymiser.organisations[organisation],
          period: periods[Int(period)], perspective: Int(chunk.perspectives[row])))
      enter(Int32(groups.count - 1), organisation, place)
      result.append(Int32(groups.count - 1))
    }
    return result
  }

  private mutating func codes(of names: [String], naming: Int) -> [Int] {
    var known = codes[naming] ?? []
    guard known.count < names.count else { return known }
    for name in names[known.count...] {
      let code = codeOfName[name] ?? codeOfName.count
      codeOfName[name] = code
      known.append(code)
    }
    codes[naming] = known
    return known
  }

  private mutating func enter(_ group: Int32, _ organisation: Int, _ place: Int) {
    while places.count <= organisation { places.append([]) }
    while places[organisation].count <= place { places[organisation].append(-1) }
    places[organisation][place] = group
  }

  private mutating func period(ofDay day: Int32, _ anonymiser: Anonymiser) -> Int32 {
    let index = Int(day - Self.firstDay)
    guard periodOfDay.indices.contains(index) else {
      return period(named: anonymiser.slice.name(ofDay: day))
    }
    if periodOfDay[index] < 0 {
      periodOfDay[index] = period(named: anonymiser.slice.name(ofDay: day))
    }
    return periodOfDay[index]
  }

  private mutating func period(named name: String) -> Int32 {
    if let known = periodOfName[name] { return known }
    periods.append(name)
    periodOfName[name] = Int32(periods.count - 1)
    return Int32(periods.count - 1)
  }
}
