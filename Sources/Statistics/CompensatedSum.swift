/// The sum of numbers without the rounding errors of adding them one by one.
///
/// Source: Neumaier (1974).
///
/// - Parameter values: Any numbers.
/// - Returns: Their sum.
func compensatedSum(_ values: some Sequence<Double>) -> Double {
  var (sum, lost) = (0.0, 0.0)
  for value in values {
    let next = sum + value
    lost += sum.magnitude >= value.magnitude ? (sum - next) + value : (value - next) + sum
    sum = next
  }
  return lost.isFinite ? sum + lost : sum
}
