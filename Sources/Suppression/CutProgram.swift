internal import CGLPK

/// The program that chooses the cells to hide: least cost, all inequalities found so far hold.
final class CutProgram {
  let frame: Frame
  /// The cells to decide about, in order.
  let cells: [Int]
  let program = LinearProgram()
  private var columnOf: [Int: Int] = [:]
  private(set) var cuts: [Cut] = []

  init(_ frame: Frame, cells: [Int]) {
    self.frame = frame
    self.cells = cells
    program.addColumns(cells.count)
    for (column, cell) in cells.enumerated() {
      columnOf[cell] = column
      program.bound(column, 0, 1)
      program.setCost(column, Double(frame.weights[cell]))
    }
  }

  func add(_ cut: Cut) {
    cuts.append(cut)
    program.addRow(terms(cut), atLeast: 1 - 1e-9)
  }

  func terms(_ cut: Cut) -> [LinearProgram.Term] {
    zip(cut.cells, cut.coefficients).compactMap { cell, value in
      columnOf[cell].map { LinearProgram.Term(index: $0, value: value) }
    }
  }

  func fix(_ cell: Int, _ value: Double?) {
    guard let column = columnOf[cell] else { return }
    program.bound(column, value ?? 0, value ?? 1)
  }

  /// Solves without wholeness.
  func relax() -> (bound: Double, shares: [Double])? {
    guard program.solve(isDual: true) == .optimal else { return nil }
    return (program.objective, cells.indices.map { column in
      let value = program.value(column)
      return value < 1e-9 ? 0 : min(1, value)
    })
  }

  enum Ending { case optimal, infeasible, stopped }

  /// Solves with wholeness by branch and cut.
  func solve(
    milliseconds: Int, nodes: Int, separate: @escaping ([Double]) -> [Cut]
  ) -> (ending: Ending, bound: Double, value: Double, shares: [Double]?) {
    for column in cells.indices { program.makeWhole(column) }
    guard program.solve(isDual: true) == .optimal else { return (.infeasible, .infinity, .infinity, nil) }
    let context = BranchContext(self, nodes: nodes, separate: separate)
    let result = program.branch(milliseconds: milliseconds, context)
    return (result.ending, context.bound, result.value, result.shares)
  }
}

/// What the callback of branch and cut works with.
final class BranchContext {
  let owner: CutProgram
  let nodes: Int
  let separate: ([Double]) -> [Cut]
  var bound = -Double.infinity
  var seen = 0
  var wasStopped = false

  init(_ owner: CutProgram, nodes: Int, separate: @escaping ([Double]) -> [Cut]) {
    self.owner = owner
    self.nodes = nodes
    self.separate = separate
  }
}

extension LinearProgram {
  func makeWhole(_ column: Int) {
    unsafe glp_set_col_kind(program, Int32(column + 1), GLP_IV)
  }

  func branch(milliseconds: Int, _ context: BranchContext)
    -> (ending: CutProgram.Ending, value: Double, shares: [Double]?)
  {
    var parameters = unsafe glp_iocp()
    unsafe glp_init_iocp(&parameters)
    unsafe parameters.msg_lev = GLP_MSG_OFF
    unsafe parameters.sr_heur = GLP_OFF
    unsafe parameters.tm_lim = Int32(clamping: milliseconds)
    unsafe parameters.cb_func = { tree, info in
      guard let tree = unsafe tree, let info = unsafe info else { return }
      let context = unsafe Unmanaged<BranchContext>.fromOpaque(info).takeUnretainedValue()
      unsafe BranchContext.called(tree, context)
    }
    unsafe parameters.cb_info = Unmanaged.passUnretained(context).toOpaque()
    let code = unsafe glp_intopt(program, &parameters)
    return withExtendedLifetime(context) {
      let status = unsafe glp_mip_status(program)
      guard status == GLP_OPT || status == GLP_FEAS else {
        return (code == 0 && !context.wasStopped ? .infeasible : .stopped, .infinity, nil)
      }
      let shares = context.owner.cells.indices.map { unsafe glp_mip_col_val(program, Int32($0 + 1)) }
      let ending: CutProgram.Ending = status == GLP_OPT && code == 0 && !context.wasStopped ? .optimal : .stopped
      return (ending, unsafe glp_mip_obj_val(program), shares)
    }
  }
}

extension BranchContext {
  static func called(_ tree: OpaquePointer, _ context: BranchContext) {
    let reason = unsafe glp_ios_reason(tree)
    let best = unsafe glp_ios_best_node(tree)
    if best != 0 { unsafe context.bound = glp_ios_node_bound(tree, best) }
    if reason == GLP_ISELECT {
      context.seen += 1
      if context.seen > context.nodes {
        context.wasStopped = true
        unsafe glp_ios_terminate(tree)
      }
    }
    guard reason == GLP_IROWGEN, let program = unsafe glp_ios_get_prob(tree) else { return }
    let shares = context.owner.cells.indices.map { unsafe glp_get_col_prim(program, Int32($0 + 1)) }
    for cut in context.separate(shares) {
      let terms = context.owner.terms(cut)
      let row = unsafe glp_add_rows(program, 1)
      let indices = [0] + terms.map { Int32($0.index + 1) }
      let values = [0] + terms.map(\.value)
      unsafe glp_set_mat_row(program, row, Int32(terms.count), indices, values)
      unsafe glp_set_row_bnds(program, row, GLP_LO, 1 - 1e-9, 0)
    }
  }
}
