/// Paint for the levels of an answer scale: from rust over white to deep blue, in fixed order.
enum LevelPalette {
  private static let anchors: [(red: Double, green: Double, blue: Double)] = [
    (0x7A, 0x2E, 0x00), (0xB8, 0x5C, 0x00), (0xFF, 0xFF, 0xFF), (0x2B, 0x6C, 0xB0),
    (0x0B, 0x2F, 0x5B),
  ]

  /// The colour of a level; a scale of five levels has exactly the five colours of the palette.
  ///
  /// - Parameters:
  ///   - level: The level, from 0 (worst).
  ///   - levels: The number of levels, at least 2.
  /// - Returns: `#` and six hexadecimal digits.
  static func colour(_ level: Int, of levels: Int) -> String {
    let place = Double(level) / Double(max(1, levels - 1)) * Double(anchors.count - 1)
    let index = min(Int(place), anchors.count - 2)
    let share = place - Double(index)
    let (from, to) = (anchors[index], anchors[index + 1])
    return "#" + hexadecimal(from.red + (to.red - from.red) * share)
      + hexadecimal(from.green + (to.green - from.green) * share)
      + hexadecimal(from.blue + (to.blue - from.blue) * share)
  }

  private static func hexadecimal(_ value: Double) -> String {
    let digits = String(Int(value.rounded()), radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
