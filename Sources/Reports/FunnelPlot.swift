import Benchmark

/// Points by number of answers with the limits of the expected range; no names, no labels.
struct FunnelPlot {
  /// One organisation.
  struct Point {
    /// The number of answers.
    var n: Double
    /// The value in points.
    var value: Double
    /// The reading, if there is one.
    var reading: Reading?
  }

  private static let left = 60.0
  private static let right = 708.0
  private static let top = 10.0
  private static let bottom = 408.0

  private let funnel: CellTable.Funnel
  private let points: [Point]
  private let across: Axis
  private let up: Axis

  /// Lays a plot out.
  ///
  /// - Parameters:
  ///   - funnel: The limits.
  ///   - points: The organisations, in the order of their keys.
  init(funnel: CellTable.Funnel, points: [Point]) {
    self.funnel = funnel
    self.points = points
    let counts = points.map(\.n) + funnel.limits.map { Double($0.n) }
    let fewest = max(1, counts.min() ?? 1)
    let most = max(fewest + 1, counts.max() ?? 1)
    let isWide = most / fewest > 12
    across = Axis(
      lower: isWide ? fewest * 0.9 : max(0, fewest - (most - fewest) * 0.06),
      upper: isWide ? most * 1.1 : most + (most - fewest) * 0.06, start: Self.left,
      end: Self.right, spread: isWide ? .logarithmic : .linear)
    let heights =
      points.map(\.value)
      + funnel.limits.flatMap { [$0.lower998, $0.upper998] }
      .map { min(100, max(0, $0)) }
    up = Axis(
      lower: max(0, (((heights.min() ?? 0) - 2) / 5).rounded(.down) * 5),
      upper: min(100, (((heights.max() ?? 100) + 2) / 5).rounded(.up) * 5), start: Self.bottom,
      end: Self.top)
  }

  /// The words below the horizontal axis.
  var axisPhrase: FunderPhrase { across.spread == .linear ? .axisX : .axisXLog }

  /// Draws the plot.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - title: Writes the sentence that says what the drawing shows.
  func draw(on page: inout Page, title: (inout Page) -> Void) {
    page.raw(
      "<svg class=\"funnel\" viewBox=\"0 0 720 450\" aria-hidden=\"true\" focusable=\"false\"><title>"
    )
    title(&page)
    page.raw("</title>")
    drawBand(on: &page)
    drawAxes(on: &page)
    drawLimit(\.lower998, on: &page)
    drawLimit(\.upper998, on: &page)
    drawCentre(on: &page)
    // Signs within come first, so that a signal is never covered.
    let scale = points.count > 300 ? 0.55 : points.count > 60 ? 0.8 : 1.1
    for isSignal in [false, true] {
      for point in points where (point.reading ?? .within != .within) == isSignal {
        Mark(reading: point.reading).draw(
          x: across.position(point.n), y: up.position(point.value), scale: scale, on: &page)
      }
    }
    page.raw("</svg>")
  }

  private func drawBand(on page: inout Page) {
    guard !funnel.limits.isEmpty else { return }
    page.raw("<path d=\"")
    line(funnel.limits.map { (Double($0.n), $0.upper95) }, starting: true, on: &page)
    line(funnel.limits.reversed().map { (Double($0.n), $0.lower95) }, starting: false, on: &page)
    page.raw("Z\" fill=\"#DDE1E7\" stroke=\"#6B7280\"/>")
  }

  private func drawLimit(
    _ limit: KeyPath<CellTable.Funnel.Limits, Double>, on page: inout Page
  ) {
    guard !funnel.limits.isEmpty else { return }
    page.raw("<path d=\"")
    line(funnel.limits.map { (Double($0.n), $0[keyPath: limit]) }, starting: true, on: &page)
    page.raw("\" fill=\"none\" stroke=\"#6B7280\" stroke-dasharray=\"5 4\"/>")
  }

  private func drawCentre(on page: inout Page) {
    guard let first = funnel.limits.first, let last = funnel.limits.last else { return }
    page.raw("<path d=\"")
    line(
      [(Double(first.n), funnel.centre), (Double(last.n), funnel.centre)], starting: true,
      on: &page)
    page.raw("\" fill=\"none\" stroke=\"#6B7280\" stroke-width=\"1.5\"/>")
  }

  private func line(_ places: [(Double, Double)], starting: Bool, on page: inout Page) {
    for (index, place) in places.enumerated() {
      page.raw(starting && index == 0 ? "M " : "L ")
      page.coordinate(across.position(place.0))
      page.raw(" ")
      page.coordinate(up.position(place.1))
    }
  }

  private func drawAxes(on page: inout Page) {
    page.raw("<path d=\"M60 10V408H708\" fill=\"none\" stroke=\"#6B7280\"/>")
    for tick in up.ticks(about: 6) {
      page.raw("<path d=\"M55 ")
      page.coordinate(up.position(tick))
      page.raw("H60\" stroke=\"#6B7280\"/><text x=\"50\" text-anchor=\"end\" y=\"")
      page.coordinate(up.position(tick) + 5.5)
      label(tick, on: &page)
    }
    let ticks = across.spread == .linear ? across.ticks(about: 7) : across.multipleTicks()
    for tick in ticks {
      page.raw("<path d=\"M ")
      page.coordinate(across.position(tick))
      page.raw(" 408V413\" stroke=\"#6B7280\"/><text text-anchor=\"middle\" y=\"433\" x=\"")
      page.coordinate(across.position(tick))
      label(tick, on: &page)
    }
  }

  private func label(_ tick: Double, on page: inout Page) {
    page.raw("\" fill=\"#595959\" font-size=\"16\">")
    page.rounded(.setting(tick, "axis"))
    page.raw("</text>")
  }
}
