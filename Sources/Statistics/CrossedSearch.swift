internal import Glibc

/// The average information method for the variance ratios of crossed random intercepts.
///
/// A step of Newton's method with the average information is taken, shortened while the criterion
/// rises; where that does not help, a step of the EM algorithm, which never makes it rise. A factor
/// whose step leads below 0 is set to 0 if the criterion agrees.
struct CrossedSearch {
  private let design: CrossedDesign

  init(_ design: CrossedDesign) { self.design = design }

  /// Where to go from one set of ratios.
  private struct Proposal {
    /// By Newton's method, none below a tenth of what it was or beyond eight times.
    var newton: [Double]
    /// By the EM algorithm.
    var steady: [Double]
    /// Factors whose Newton step leads below 0.
    var vanishing: [Int]
  }

  /// The equations at the minimum of the criterion, or nil if it is not found.
  func minimum() -> CrossedSystem? {
    guard let start = CrossedSystem(design, ratios: start()), var best = descend(from: start)
    else { return nil }
    // A factor was set to 0 in passing: is 0 still best now that the others have settled?
    for k in best.ratios.indices where best.ratios[k] == 0 {
      var ratios = best.ratios
      ratios[k] = 1e-4
      if let other = CrossedSystem(design, ratios: ratios), isLower(other, than: best),
        let end = descend(from: other), isLower(end, than: best)
      {
        best = end
      }
    }
    return best
  }

  private func isLower(_ one: CrossedSystem, than other: CrossedSystem) -> Bool {
    one.deviance < other.deviance - 1e-12 * other.deviance.magnitude
  }

  private func descend(from start: CrossedSystem) -> CrossedSystem? {
    var (best, last) = (start, Double.infinity)
    for _ in 0..<200 {
      guard let proposal = proposal(best) else { return nil }
      let old = best
      best = vanished(best, proposal.vanishing)
      if best.ratios == old.ratios {
        guard let next = step(best, proposal) else { return best }
        best = next
        let shift =
          zip(old.ratios, best.ratios).map { ($0 - $1).magnitude / max($1, 1e-12) }.max() ?? 0
        // Steps shrink by a steady factor, so what is left is the rest of a geometric series.
        let pace = last.isFinite ? min(0.9, shift / last) : 0.9
        if shift * pace / (1 - pace) < 1e-9 { return best }
        last = shift
      }
    }
    return nil
  }

  /// Sets factors to 0 where the criterion agrees.
  private func vanished(_ system: CrossedSystem, _ factors: [Int]) -> CrossedSystem {
    var best = system
    for k in factors {
      var ratios = best.ratios
      ratios[k] = 0
      if let without = CrossedSystem(design, ratios: ratios), without.deviance <= best.deviance {
        best = without
      }
    }
    return best
  }

  private func step(_ system: CrossedSystem, _ proposal: Proposal) -> CrossedSystem? {
    // At the minimum the criterion only tells up to rounding.
    let limit = system.deviance + 1e-13 * system.deviance.magnitude
    for share in [1, 0.5, 0.25, 0.125] {
      let ratios = zip(system.ratios, proposal.newton).map { $0 + share * ($1 - $0) }
      if let next = CrossedSystem(design, ratios: ratios), next.deviance <= limit { return next }
    }
    guard let next = CrossedSystem(design, ratios: proposal.steady), next.deviance < system.deviance
    else { return nil }
    return next
  }

  /// Ratios from one-way analyses of variance.
  private func start() -> [Double] {
    design.levels.indices.map { k in
      var counts = [Double](repeating: 0, count: design.levels[k])
      for code in design.codes[k] { counts[code] += 1 }
      let sums = design.sums(of: design.residuals, over: k)
      let between = zip(sums, counts).reduce(0) { $0 + $1.0 * $1.0 / $1.1 }
      let rows = Double(design.rows)
      let groups = Double(design.levels[k])
      let within = (dot(design.residuals, design.residuals) - between) / (rows - groups)
      let typical = (rows - dot(counts, counts) / rows) / (groups - 1)
      let ratio = within > 0 ? (between / (groups - 1) / within - 1) / typical : 1
      return min(10, max(0.02, ratio))
    }
  }

  private func proposal(_ system: CrossedSystem) -> Proposal? {
    let free = system.ratios.indices.filter { system.ratios[$0] > 0 }
    let scale = system.scale
    let (effects, fixed) = system.solution()
    let errors = remainders(effects, fixed)
    let variances = system.errorVariances()
    var (vectors, scores, known) = ([[Double]](), [Double](), 0.0)
    for k in free {
      let ratio = system.ratios[k]
      let sums = design.sums(of: errors, over: k)
      let trace = (Double(design.levels[k]) - variances[k].reduce(0, +) / ratio) / ratio
      known += trace * ratio
      scores.append((dot(sums, sums) / scale - trace) / (2 * scale))
      vectors.append(design.codes[k].map { sums[$0] })
    }
    scores.append((dot(errors, errors) / scale - (design.freedom - known)) / (2 * scale))
    vectors.append(errors)
    let information = system.products(vectors).map { $0 / (2 * scale * scale * scale) }
    var proposal = Proposal(newton: system.ratios, steady: system.ratios, vanishing: [])
    for k in free {
      proposal.steady[k] =
        (dot(effects[k], effects[k]) / scale + variances[k].reduce(0, +))
        / Double(design.levels[k])
    }
    guard let factor = CholeskyFactor(information, size: vectors.count) else {
      proposal.newton = proposal.steady
      return proposal
    }
    let steps = factor.solve(scores)
    // On the scale of logarithms the criterion is closer to a parabola.
    func growth(_ share: Double) -> Double { min(max(share, -2.3), 2) }
    let residual = growth((steps.last ?? 0) / scale)
    for (place, k) in free.enumerated() {
      let share = steps[place] / (system.ratios[k] * scale)
      if share <= -1 { proposal.vanishing.append(k) }
      proposal.newton[k] = system.ratios[k] * exp(growth(share) - residual)
    }
    return proposal.newton.allSatisfy(\.isFinite) ? proposal : nil
  }

  /// y - x'b - u: σ² times Py.
  private func remainders(_ effects: [[Double]], _ fixed: [Double]) -> [Double] {
    var errors = design.residuals
    for (column, coefficient) in zip(design.fixed, fixed) {
      for row in errors.indices { errors[row] -= coefficient * column[row] }
    }
    for (codes, effects) in zip(design.codes, effects) {
      for row in errors.indices { errors[row] -= effects[codes[row]] }
    }
    return errors
  }
}
