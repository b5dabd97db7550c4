import Benchmark

/// The small drawing of a table row: expected range, own value, own interval.
struct Strip {
  /// The width of the drawing.
  static let width = 240.0
  /// The height of the drawing.
  static let height = 28.0
  /// The blank on either side, so that a sign at the end of the axis is not cut.
  static let margin = 10.0

  /// The axis that all strips of a report share.
  let axis: Axis
  /// The own value with its interval.
  let points: Cell
  /// The expected range, if there is one.
  let expected: Cell?
  /// The reading, if there is one.
  let reading: Reading?

  /// Draws the strip.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - title: Writes the sentence that says what the drawing shows.
  func draw(on page: inout Page, title: (inout Page) -> Void) {
    page.raw("<svg viewBox=\"0 0 240 28\" aria-hidden=\"true\" focusable=\"false\"><title>")
    title(&page)
    page.raw("</title>")
    page.raw("<path d=\"")
    for tick in [axis.lower, (axis.lower + axis.upper) / 2, axis.upper] {
      page.raw("M ")
      page.coordinate(axis.position(tick))
      page.raw(" 1V27")
    }
    page.raw("\" stroke=\"#DDE1E7\" fill=\"none\"/>")
    drawExpected(on: &page)
    drawInterval(on: &page)
    if let value = points.number {
      Mark(reading: reading).draw(x: axis.position(value), y: 14, on: &page)
    }
    page.raw("</svg>")
  }

  private func drawExpected(on page: inout Page) {
    guard let lower = expected?.lower, let upper = expected?.upper else { return }
    let left = axis.position(lower)
    page.raw("<rect x=\"")
    page.coordinate(left)
    page.raw("\" y=\"4.5\" width=\"")
    page.coordinate(axis.position(upper) - left)
    page.raw("\" height=\"19\" rx=\"2\" fill=\"#DDE1E7\" stroke=\"#6B7280\"/>")
    guard let centre = expected?.number else { return }
    page.raw("<path d=\"M ")
    page.coordinate(axis.position(centre))
    page.raw(" 4.5V23.5\" stroke=\"#6B7280\" stroke-width=\"1.5\" fill=\"none\"/>")
  }

  private func drawInterval(on page: inout Page) {
    guard let lower = points.lower, let upper = points.upper else { return }
    page.raw("<line x1=\"")
    page.coordinate(axis.position(lower))
    page.raw("\" x2=\"")
    page.coordinate(axis.position(upper))
    page.raw("\" y1=\"14\" y2=\"14\" stroke=\"#1A1A1A\" stroke-width=\"2\"/>")
  }
}
