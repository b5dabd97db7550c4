/// Turns the bytes of a text into cells.
///
/// What has no width is left out, character references of HTML are resolved, masks become one cell each. Bytes
/// that are not UTF-8 become marks, so that any bytes can be read.
struct CellReader {
  private let folding = Folding.shared

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The bytes.
  ///   - cells: Emptied, then filled; the last cell is a line break behind the text.
  func read(_ text: Span<UInt8>, into cells: inout [Cell]) {
    cells.removeAll(keepingCapacity: true)
    cells.reserveCapacity(text.count + 8)
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      if byte < 0x80 {
        if byte == UInt8(ascii: "&"), let found = Entities.read(text, at: index) {
          append(found.point, at: index, to: &cells)
          index += found.length
          continue
        }
        if byte == UInt8(ascii: "["), let length = Mask.length(in: text, at: index) {
          cells.append(Cell(fold: 1, kind: .mask, place: UInt32(index)))
          index += length
          continue
        }
        let code = Int(byte)
        cells.append(
          Cell(fold: folding.lower[code], kind: folding.kinds[code], place: UInt32(index)))
        index += 1
        continue
      }
      let (point, length) = scalar(text, at: index)
      append(point, at: index, to: &cells)
      index += length
    }
    cells.append(Cell(fold: 0x0A, kind: .newline, place: UInt32(count)))
  }

  private func append(_ point: UInt32, at place: Int, to cells: inout [Cell]) {
    if point < 0x80 {
      cells.append(
        Cell(
          fold: folding.lower[Int(point)], kind: folding.kinds[Int(point)], place: UInt32(place)))
      return
    }
    let place = UInt32(place)
    switch folding.outcome(of: point) {
    case .nothing:
      if Folding.isForeignMark(point), !cells.isEmpty { cells[cells.count - 1].isForeign = true }
    case .diaeresis:
      guard let last = cells.last, last.kind == .lower || last.kind == .upper else { return }
      if [0x61, 0x6F, 0x75].contains(last.fold) {
        cells.append(Cell(fold: UInt8(ascii: "e"), kind: .lower, place: last.place))
      }
    case .space: cells.append(Cell(fold: 0x20, kind: .space, place: place))
    case .mark(let byte): cells.append(Cell(fold: byte, kind: .mark, place: place))
    case .ascii(let byte):
      cells.append(
        Cell(fold: folding.lower[Int(byte)], kind: folding.kinds[Int(byte)], place: place))
    case .latin(let first, let second, let isCapital):
      cells.append(
        Cell(
          fold: first, kind: isCapital ? .upper : .lower, isForeign: Folding.isForeign(point),
          place: place))
      if second != 0 { cells.append(Cell(fold: second, kind: .lower, place: place)) }
    case .foreign(let point, let isCapital):
      let kind = isCapital ? Cell.Kind.upper : .lower
      cells.append(Cell(fold: UInt8(0x80 | (point >> 12 & 0x3F)), kind: kind, place: place))
      cells.append(Cell(fold: UInt8(0x80 | (point >> 6 & 0x3F)), kind: .lower, place: place))
      cells.append(Cell(fold: UInt8(0x80 | (point & 0x3F)), kind: .lower, place: place))
    }
  }

  /// The code point that begins at a byte, and its length; a damaged one is a mark of one byte.
  private func scalar(_ text: Span<UInt8>, at index: Int) -> (point: UInt32, length: Int) {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= text.count else { return (0xFFFD, 1) }
    var point = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for step in 1..<length {
      let byte = text[index + step]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      point = point << 6 | UInt32(byte & 0x3F)
    }
    let isShortest = length == 2 || (length == 3 ? point >= 0x800 : point >= 0x10000)
    guard isShortest, point < 0x110000, !(0xD800..<0xE000).contains(point) else {
      return (0xFFFD, 1)
    }
    return (point, length)
  }
}
