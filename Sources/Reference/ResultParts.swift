internal import Statistics

/// Runs a statistic; the reason why it gives nothing becomes that of the function.
///
/// - Parameter body: The statistic.
/// - Returns: Its result.
/// - Throws: `noResult` with the reason.
func orNoResult<Result, Reason: Error & RawRepresentable>(
  _ body: () throws(Reason) -> Result
) throws(FunctionInput.Failure) -> Result where Reason.RawValue == String {
  do {
    return try body()
  } catch {
    throw .noResult(error.rawValue)
  }
}

/// A value that must be there.
///
/// - Parameters:
///   - value: The value.
///   - reason: Why it may be missing.
/// - Returns: The value.
/// - Throws: `noResult` with the reason.
func demanded<Value>(
  _ value: Value?, _ reason: String = "not-estimable"
) throws(FunctionInput.Failure) -> Value {
  guard let value else { throw .noResult(reason) }
  return value
}

/// One of several words.
///
/// - Parameters:
///   - input: Where from.
///   - name: The name of the value.
///   - standard: What is taken if it is not given.
/// - Returns: The word.
/// - Throws: That it is another.
func choice<Word: RawRepresentable & CaseIterable>(
  _ input: FunctionInput, _ name: String, else standard: Word
) throws(FunctionInput.Failure) -> Word where Word.RawValue == String {
  let text = try input.text(name, else: standard.rawValue)
  guard let word = Word(rawValue: text) else {
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw .wrongKind(name: name, expected: "one of \(words)")
  }
  return word
}

extension JSONValue {
  /// A number, or null where there is none that is finite.
  static func ofFinite(_ value: Double?) -> JSONValue {
    value.map { $0.isFinite ? .number($0) : .null } ?? .null
  }

  /// An interval as a list of its two ends.
  static func pair(_ interval: Interval?) -> JSONValue {
    guard let interval else { return .null }
    return .list([.ofFinite(interval.lower), .ofFinite(interval.upper)])
  }

  /// The parts of this object and of others.
  func adding(_ parts: [String: JSONValue]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own.merging(parts) { $1 })
  }
}

/// Columns of values by group.
struct GroupedValues {
  /// The labels of the groups that have a value, numbers by size, others by text.
  let labels: [String]
  /// The values of each group in the order of the rows.
  let values: [[Double]]

  /// Groups values; missing ones are left out.
  init(_ values: [Double?], by groups: [String]) {
    var rows: [String: [Double]] = [:]
    for (value, group) in zip(values, groups) {
      if let value { rows[group, default: []].append(value) }
    }
    labels = rows.keys.sorted(by: labelsAscend)
    self.values = labels.map { rows[$0] ?? [] }
  }
}

/// Whether a label comes before another: numbers by size and before texts.
func labelsAscend(_ left: String, _ right: String) -> Bool {
  switch (Int(left), Int(right)) {
  case (let a?, let b?): a < b
  case (.some, nil): true
  case (nil, .some): false
  case (nil, nil): left < right
  }
}

/// The mean and the standard deviation (n - 1) of values, by two passes.
func moments(_ values: [Double]) -> (mean: Double, deviation: Double?) {
  let size = Double(values.count)
  let rough = values.reduce(0, +) / size
  let mean = rough + values.reduce(0) { $0 + ($1 - rough) } / size
  guard values.count > 1 else { return (mean, nil) }
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (mean, (squares / (size - 1)).squareRoot())
}
