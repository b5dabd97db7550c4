import Foundation
import Reference
import Testing

/// Damaged examples: whatever is wrong in an input, a function gives finite numbers or says why not.
///
/// Short here, long by `make campaign` (ROUNDS, SEED).
struct CampaignTests {
  private static func setting(_ name: String, else standard: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? standard
  }

  @Test(arguments: ReferenceFunction.all.map(\.name))
  func `damaged examples give finite numbers or a reason`(name: String) throws {
    let function = try #require(ReferenceFunction.all.first { $0.name == name })
    let example = try JSONDecoder().decode(JSONValue.self, from: Data(function.example.utf8))
    let seed = Self.setting("ECHOLOT_CAMPAIGN_SEED", else: 1)
    var damage = Damage(seed: name.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
    let begin = ContinuousClock().now
    defer {
      let time = ContinuousClock().now - begin
      if time > .seconds(5) { print("\(name): \(time)") }
    }
    for _ in 0..<Self.setting("ECHOLOT_CAMPAIGN_ROUNDS", else: 150) {
      guard case .object(let values) = damage.damaged(example) else { continue }
      let clock = ContinuousClock()
      let start = clock.now
      let input = String("\(values)".prefix(2000))
      do throws(FunctionInput.Failure) {
        let result = try function(FunctionInput(values))
        let isFinite = result.isFinite
        #expect(isFinite, "\(name) \(input)")
      } catch {
        if case .noResult(let reason) = error {
          let isWord = reason.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }
          #expect(isWord && !reason.isEmpty, "\(name): \(reason) \(input)")
        }
      }
      let time = clock.now - start
      #expect(time < .seconds(10), "\(name) took \(time): \(input)")
    }
  }

  /// A pattern that no mutation finds by itself in short time.
  @Test(arguments: [
    ("logistic-regression", #"{"y": [0, 0, 0, 1, 1, 1], "covariates": [[1, 2, 3, 4, 5, 6]]}"#),
    ("logistic-regression", #"{"y": [1, 1, 1, 1], "covariates": [[1, 2, 3, 4]]}"#),
    ("logistic-regression", #"{"y": [1, 0, 1, 0], "covariates": [[1, 2, 3, 4], [2, 4, 6, 8]]}"#),
    ("key-drivers", #"{"y": [1, 2, 3, 5], "x": [[1, 2, 3, 4], [2, 4, 6, 8]]}"#),
    ("key-drivers", #"{"y": [2, 2, 2, 2], "x": [[1, 2, 3, 4]]}"#),
    ("random-intercept-reml", #"{"y": [1, 2, 3], "group": ["a", "a", "a"]}"#),
    ("random-intercept-reml", #"{"y": [2, 2, 2, 2], "group": ["a", "a", "b", "b"]}"#),
    ("scale-reliability", #"{"rows": [[3, 3], [3, 3], [3, 3]]}"#),
    ("group-reliability", #"{"values": [1, 2, 3], "labels": ["a", "b", "c"]}"#),
    ("group-reliability", #"{"values": [null, null], "labels": ["a", "b"]}"#),
    ("funnel-proportions", #"{"successes": [0, 0, 0], "counts": [5, 8, 9]}"#),
    ("funnel-means", #"{"values": [3], "groups": ["a"]}"#),
    ("descriptives", #"{"values": [null, null]}"#), ("descriptives", #"{"values": []}"#),
    ("iqtig-index", #"{"answers": [[null], [null]], "attributes": ["a"], "levels": 4}"#),
    (
      "rake-weights",
      #"{"margins": [["a"]], "margin_levels": [["a", "b"]], "margin_targets": [[1, 2]]}"#
    ),
  ])
  func `what allows no estimate gives a reason`(name: String, text: String) throws {
    let function = try #require(ReferenceFunction.all.first { $0.name == name })
    let values = try JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8))
    do throws(FunctionInput.Failure) {
      guard case .object(let parts) = try function(FunctionInput(values)) else {
        Issue.record("\(name) gives a result")
        return
      }
      #expect(parts["reason"] != nil, "\(name) gives a result")
    } catch {
      guard case .noResult = error else {
        Issue.record("\(name): \(error)")
        return
      }
    }
  }
}

/// Changes JSON in ways that inputs go wrong; the same for the same seed.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }

  private static let numbers: [Double] = [
    0, -0.0, 1, -1, 2, 0.5, 1.5, 3, 5, 7, 100, 1e-8, 1e-300, .leastNonzeroMagnitude, 1e15,
    9_007_199_254_740_992,
    1e18, 1e19, -1e19, 1e150, 1e300, 1.7e308, -1.7e308, 0.999_999_999_999_999_9, 4_294_967_296,
  ]
  private static let others: [JSONValue] = [
    .null, .bool(true), .bool(false), .text("NA"), .text("NaN"), .text("Inf"), .text("-Infinity"),
    .text(""), .text("3"), .text("a"), .list([]), .list([.null]), .list([.list([])]), .object([:]),
  ]

  /// One to three changes.
  mutating func damaged(_ value: JSONValue) -> JSONValue {
    (0...below(3)).reduce(value) { value, _ in changed(value, depth: 0) }
  }

  private mutating func changed(_ value: JSONValue, depth: Int) -> JSONValue {
    switch value {
    case .object(var parts):
      let names = parts.keys.sorted()
      guard !names.isEmpty else { return value }
      let name = names[below(names.count)]
      let other = names[below(names.count)]
      switch below(12) {
      case 0: parts[name] = nil
      case 1: parts[name] = parts[other]
      default: parts[name] = changed(parts[name] ?? .null, depth: depth + 1)
      }
      return .object(parts)
    case .list(let elements):
      if below(3) > 0, !elements.isEmpty {
        var changed = elements
        let place = below(elements.count)
        changed[place] = self.changed(elements[place], depth: depth + 1)
        return .list(changed)
      }
      return list(elements)
    default: return leaf()
    }
  }

  private mutating func leaf() -> JSONValue {
    below(3) > 0
      ? .number(Self.numbers[below(Self.numbers.count)]) : Self.others[below(Self.others.count)]
  }

  private mutating func list(_ elements: [JSONValue]) -> JSONValue {
    guard let first = elements.first else { return leaf() }
    let one = elements[below(elements.count)]
    switch below(16) {
    case 0: return .list([])
    case 1: return .list([first])
    case 2: return .list(elements.map { _ in one })
    case 3: return .list(elements.map { _ in .null })
    case 4: return .list(elements.dropLast())
    case 5: return .list(elements + [one])
    case 6: return .list(elements.reversed())
    case 7: return .list(elements + elements)
    case 8: return scaled(.list(elements), by: -1, plus: 0)
    case 9: return scaled(.list(elements), by: 1e155, plus: 0)
    case 10: return scaled(.list(elements), by: 1e-160, plus: 0)
    case 11: return scaled(.list(elements), by: 1, plus: 1e15)
    case 12: return scaled(.list(elements), by: 0, plus: 0)
    case 13: return .list(elements.enumerated().map { $0.offset == 0 ? .null : $0.element })
    case 14: return .list(elements.map { _ in leaf() })
    default: return leaf()
    }
  }

  private func scaled(_ value: JSONValue, by factor: Double, plus shift: Double) -> JSONValue {
    switch value {
    case .number(let number): .number(number * factor + shift)
    case .list(let elements): .list(elements.map { scaled($0, by: factor, plus: shift) })
    default: value
    }
  }
}
