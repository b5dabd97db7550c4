/// A sum that loses no digits when large and small numbers are added.
///
/// Source: Neumaier (1974).
struct NeumaierSum {
  private var sum = 0.0
  private var lost = 0.0

  /// Sums numbers.
  init(_ values: some Sequence<Double> = []) {
    for value in values { add(value) }
  }

  /// Adds a number.
  mutating func add(_ value: Double) {
    let total = sum + value
    lost += sum.magnitude >= value.magnitude ? (sum - total) + value : (value - total) + sum
    sum = total
  }

  /// The sum.
  var value: Double { sum + lost }
}
