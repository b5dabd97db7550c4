import Exports

/// A clean answer: a level of the item's scale, 0 worst and the last one best, or a missing state.
public struct Level: Sendable, Hashable {
  /// The level, or a state from 250 on.
  public let raw: UInt8

  /// The most levels a scale may have.
  public static let most = 240

  /// The respondent left the cell blank.
  public static let empty = Level(raw: 250)
  /// The respondent never saw the question.
  public static let notShown = Level(raw: 251)
  /// Don't know, refused, does not apply.
  public static let nonAnswer = Level(raw: 252)
  /// The cell was no answer to this item and has been blanked.
  public static let unreadable = Level(raw: 253)
  /// The value was not on the scale and has been blanked.
  public static let outOfScale = Level(raw: 254)
  /// The cell was a date that a spreadsheet made of the answer, and has been blanked.
  public static let excelDate = Level(raw: 255)

  /// All levels of a scale and all missing states.
  ///
  /// - Parameter levels: The number of levels of the scale.
  /// - Returns: The levels, the worst first, and the states in a fixed order.
  public static func all(of levels: Int) -> [Level] {
    (0..<levels).map { Level(raw: UInt8($0)) }
      + [.empty, .notShown, .nonAnswer, .unreadable, .outOfScale, .excelDate]
  }

  init(raw: UInt8) { self.raw = raw }

  /// Puts an answer on its scale and turns it round where low is good.
  ///
  /// - Parameters:
  ///   - answer: The answer as exported.
  ///   - rule: The scale and direction.
  init(_ answer: Answer, by rule: CleaningRules.Item) {
    guard answer.isValue else {
      switch answer {
      case .empty: self = .empty
      case .notShown: self = .notShown
      case .nonAnswer: self = .nonAnswer
      case .excelDate: self = .excelDate
      default: self = .unreadable
      }
      return
    }
    let offset = Int(answer.raw) - rule.minimum
    guard offset >= 0, Int(answer.raw) <= rule.maximum, offset % rule.step == 0 else {
      self = .outOfScale
      return
    }
    let level = offset / rule.step
    let best = (rule.maximum - rule.minimum) / rule.step
    raw = UInt8(rule.reversed ? best - level : level)
  }

  /// Whether something stood in the cell that is no answer to this item.
  var isBlanked: Bool { raw >= Level.unreadable.raw }

  /// Whether this is a level rather than a missing state.
  @inlinable public var isLevel: Bool { raw < 250 }
}

extension AnswerColumn {
  /// The answers as levels; each different answer is put on the scale once.
  ///
  /// - Parameter rule: The scale and direction.
  /// - Returns: One level per row.
  func levels(by rule: CleaningRules.Item) -> [Level] {
    let levels = values.map { Level($0, by: rule) }
    guard isCoded else { return levels }
    // Codes that stand for nothing do not occur; with one level for each the loop need not ask.
    let table = levels + [Level](repeating: .empty, count: 256 - levels.count)
    return unsafe table.withUnsafeBufferPointer { table in
      codes.map { unsafe table[Int($0)] }
    }
  }
}
