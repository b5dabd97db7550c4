internal import CGLPK

/// A linear program that is solved again and again after small changes: minimise c x with A x = 0.
///
/// It is solved by the simplex method of GLPK 5 and starts from the basis of the last time. GLPK
/// keeps an environment per thread (Debian builds it with thread-local storage), so a program is
/// made, used and dropped within one piece of work; nothing is printed.
@safe final class LinearProgram {
  /// How solving ended.
  enum Outcome { case optimal, infeasible, unbounded, failed }

  /// A sparse row or column.
  struct Term {
    var index: Int
    var value: Double
  }

  let program: OpaquePointer
  private(set) var columns = 0
  private(set) var rows = 0
  /// The number of times that the program was solved.
  private(set) var solutions = 0

  /// Makes a program without columns and rows.
  init() {
    _ = glp_term_out(GLP_OFF)
    guard let made = unsafe glp_create_prob() else { preconditionFailure("there is memory") }
    unsafe program = made
    unsafe glp_set_obj_dir(program, GLP_MIN)
  }

  deinit { unsafe glp_delete_prob(program) }

  /// Adds columns between 0 and 0 that cost nothing.
  func addColumns(_ count: Int) {
    guard count > 0 else { return }
    _ = unsafe glp_add_cols(program, Int32(count))
    columns += count
    for column in columns - count..<columns { bound(column, 0, 0) }
  }

  /// Adds rows that are 0.
  func addRows(_ count: Int) {
    guard count > 0 else { return }
    _ = unsafe glp_add_rows(program, Int32(count))
    for row in rows..<rows + count {
      unsafe glp_set_row_bnds(program, Int32(row + 1), GLP_FX, 0, 0)
    }
    rows += count
  }

  /// Says what a row is.
  func setRow(_ row: Int, equals value: Double) {
    unsafe glp_set_row_bnds(program, Int32(row + 1), GLP_FX, value, value)
  }

  /// Adds a row that is at least a number.
  func addRow(_ terms: [Term], atLeast least: Double) {
    addRows(1)
    setRow(rows - 1, terms)
    unsafe glp_set_row_bnds(program, Int32(rows), GLP_LO, least, 0)
  }

  /// Sets the coefficients of a row.
  func setRow(_ row: Int, _ terms: [Term]) {
    let indices = [0] + terms.map { Int32($0.index + 1) }
    let values = [0] + terms.map(\.value)
    unsafe glp_set_mat_row(program, Int32(row + 1), Int32(terms.count), indices, values)
  }

  /// Sets the bounds of a column; an infinite upper bound is none.
  func bound(_ column: Int, _ lower: Double, _ upper: Double) {
    let kind =
      lower == upper
      ? GLP_FX
      : lower == -.infinity
        ? (upper == .infinity ? GLP_FR : GLP_UP) : (upper == .infinity ? GLP_LO : GLP_DB)
    unsafe glp_set_col_bnds(
      program, Int32(column + 1), kind, lower.isFinite ? lower : 0, upper.isFinite ? upper : 0)
  }

  /// Sets what a column costs.
  func setCost(_ column: Int, _ cost: Double) {
    unsafe glp_set_obj_coef(program, Int32(column + 1), cost)
  }

  /// Forgets the basis of the last time.
  func forgetBasis() { unsafe glp_std_basis(program) }

  /// Solves the program.
  ///
  /// - Parameter isDual: Whether to begin with the dual simplex method, right after changed bounds.
  /// - Returns: How it ended.
  func solve(isDual: Bool = false) -> Outcome {
    solutions += 1
    var outcome = attempt(isDual: isDual)
    if outcome == .failed {
      forgetBasis()
      outcome = attempt(isDual: !isDual)
    }
    return outcome
  }

  private func attempt(isDual: Bool) -> Outcome {
    var parameters = glp_smcp()
    unsafe glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    parameters.meth = isDual ? GLP_DUALP : GLP_PRIMAL
    parameters.it_lim = Int32(50_000)
    guard unsafe glp_simplex(program, &parameters) == 0 else { return .failed }
    switch unsafe glp_get_status(program) {
    case GLP_OPT: return .optimal
    case GLP_NOFEAS: return .infeasible
    case GLP_UNBND: return .unbounded
    default: return .failed
    }
  }

  /// The smallest cost.
  var objective: Double { unsafe glp_get_obj_val(program) }

  /// The value of a column in the solution.
  func value(_ column: Int) -> Double { unsafe glp_get_col_prim(program, Int32(column + 1)) }

  /// The multiplier of a row in the solution.
  func multiplier(_ row: Int) -> Double { unsafe glp_get_row_dual(program, Int32(row + 1)) }
}
