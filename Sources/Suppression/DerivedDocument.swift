internal import FoundationEssentials

/// Figures of units as they are written in a file for `echolot derived` (docs/suppression.md).
public struct DerivedDocument: Sendable, Equatable {
  /// One unit.
  public struct Unit: Sendable, Equatable {
    /// The name of the unit.
    public var name: String
    /// What is published.
    public var figures: PublishedFigures
    /// The levels about which nothing may be proved.
    public var sensitive: Set<Int>
    /// The number of answers by level, where the file gives it.
    public var counts: [Int]?
    /// What was wanted, where the file gives counts.
    public var plan: DerivedPlan
    /// The levels whose share is published.
    public var top: Set<Int>
  }

  /// Why a file holds no figures; places, never values.
  public enum Failure: Error, Equatable {
    /// The file is not JSON.
    case notJSON
    /// Something is missing, of another kind or impossible; the path to it.
    case unreadable(String)
  }

  /// The units.
  public var units: [Unit]

  private struct Raw: Decodable {
    struct Share: Decodable {
      var levels: [Int]
      var percent: String
      var step: Int?
    }
    struct Interval: Decodable {
      var lower: String
      var upper: String
      var factor: Double
    }
    struct Publish: Decodable {
      var mean: Int?
      var sd: Int?
      var top: [Int]?
      var percent: Int?
      var step: Int?
      var band: Int?
    }
    var name: String?
    var levels: Int?
    var n: [Int]?
    var mean: String?
    var sd: String?
    var shares: [Share]?
    var interval: Interval?
    var sensitive: [Int]?
    var rounding: PublishedFigures.Rounding?
    var counts: [Int]?
    var publish: Publish?

    enum CodingKeys: String, CodingKey {
      case name, levels, n, mean, sd, shares, interval, sensitive, rounding, counts, publish
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decodeIfPresent(String.self, forKey: .name)
      levels = try values.decodeIfPresent(Int.self, forKey: .levels)
      do {
        n = try values.decodeIfPresent(Int.self, forKey: .n).map { [$0, $0] }
      } catch {
        n = try values.decodeIfPresent([Int].self, forKey: .n)
      }
      mean = try values.decodeIfPresent(String.self, forKey: .mean)
      sd = try values.decodeIfPresent(String.self, forKey: .sd)
      shares = try values.decodeIfPresent([Share].self, forKey: .shares)
      interval = try values.decodeIfPresent(Interval.self, forKey: .interval)
      sensitive = try values.decodeIfPresent([Int].self, forKey: .sensitive)
      rounding = try values.decodeIfPresent(PublishedFigures.Rounding.self, forKey: .rounding)
      counts = try values.decodeIfPresent([Int].self, forKey: .counts)
      publish = try values.decodeIfPresent(Publish.self, forKey: .publish)
    }
  }

  private struct Content: Decodable {
    var units: [Raw]

    enum CodingKeys: String, CodingKey { case units }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      units =
        values.contains(.units)
        ? try values.decode([Raw].self, forKey: .units) : [try Raw(from: decoder)]
    }
  }

  /// Reads a file.
  ///
  /// - Parameter bytes: JSON in UTF-8: one unit, or several under `units`.
  /// - Throws: What is wrong with it.
  public init(_ bytes: [UInt8]) throws(Failure) {
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(bytes))
    } catch {
      switch TableDocument.Failure(error) {
      case .unreadable(let path): throw .unreadable(path)
      default: throw .notJSON
      }
    }
    units = []
    for (number, raw) in content.units.enumerated() {
      units.append(try DerivedDocument.unit(raw, "units.\(number)"))
    }
  }

  private static func unit(_ raw: Raw, _ path: String) throws(Failure) -> Unit {
    let levels = raw.levels ?? raw.counts?.count ?? 5
    guard (2...11).contains(levels) else { throw .unreadable(path + ".levels") }
    let inside = { (list: [Int]) in list.allSatisfy((1...levels).contains) }
    let sensitive = raw.sensitive ?? [1]
    guard inside(sensitive) else { throw .unreadable(path + ".sensitive") }
    let top = raw.publish?.top ?? [levels - 1, levels]
    guard inside(top) else { throw .unreadable(path + ".publish.top") }
    let rounding = raw.rounding ?? .up
    let publish = raw.publish
    let decimals = [publish?.mean, publish?.sd, publish?.percent].compactMap { $0 }
    let sizes = [publish?.step, publish?.band].compactMap { $0 }
    guard decimals.allSatisfy((0...6).contains), sizes.allSatisfy((1...100).contains) else {
      throw .unreadable(path + ".publish")
    }
    let plan = DerivedPlan(
      meanDecimals: publish.map { $0.mean } ?? 2, deviationDecimals: publish.map { $0.sd } ?? 2,
      shareDecimals: publish.map { $0.percent } ?? 0, shareMultiple: publish?.step ?? 1,
      band: publish?.band)
    if let counts = raw.counts {
      guard counts.count == levels, counts.allSatisfy({ (0...100_000).contains($0) }),
        counts.contains(where: { $0 > 0 })
      else { throw .unreadable(path + ".counts") }
      return Unit(
        name: raw.name ?? path,
        figures: plan.figures(of: counts, top: Set(top), rounding: rounding),
        sensitive: Set(sensitive), counts: counts, plan: plan, top: Set(top))
    }
    guard let n = raw.n, n.count == 2, n[0] >= 0, n[0] <= n[1], n[1] <= 100_000 else {
      throw .unreadable(path + ".n")
    }
    var figures = PublishedFigures(levels: levels, n: n[0]...n[1], rounding: rounding)
    figures.mean = try figure(raw.mean, path + ".mean")
    figures.deviation = try figure(raw.sd, path + ".sd")
    for (place, share) in (raw.shares ?? []).enumerated() {
      let own = "\(path).shares.\(place)"
      guard inside(share.levels), (1...100).contains(share.step ?? 1),
        let percent = try figure(share.percent, own, step: share.step ?? 1)
      else { throw .unreadable(own) }
      figures.shares.append(.init(levels: Set(share.levels), percent: percent))
    }
    if let interval = raw.interval {
      guard let lower = try figure(interval.lower, path + ".interval"),
        let upper = try figure(interval.upper, path + ".interval"), interval.factor > 0
      else { throw .unreadable(path + ".interval") }
      figures.interval = .init(lower: lower, upper: upper, factor: interval.factor)
    }
    return Unit(
      name: raw.name ?? path, figures: figures, sensitive: Set(sensitive), counts: nil,
      plan: plan, top: Set(top))
  }

  /// A figure as it is printed, `3.40` for example.
  private static func figure(
    _ text: String?, _ path: String, step: Int = 1
  ) throws(Failure) -> PublishedFigures.Figure? {
    guard let text else { return nil }
    let parts = text.replacing(",", with: ".").split(
      separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].count : 0
    guard parts.count <= 2, decimals <= 6, text.utf8.count < 16,
      let number = Int(parts.joined()), number % step == 0
    else { throw .unreadable(path) }
    return .init(units: number / step, decimals: decimals, multiple: step)
  }
}
