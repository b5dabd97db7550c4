internal import CGLPK

/// A branch and cut search of GLPK that asks for inequalities at every node.
final class BranchSearch {
  private let owner: CutProgram
  private let nodes: Int
  private let isOver: () -> Bool
  private let separate: ([Double]) -> [Cut]
  /// The best bound of all open nodes.
  private(set) var bound = -Double.infinity
  private(set) var wasStopped = false
  private var seen = 0

  init(
    _ owner: CutProgram, nodes: Int, isOver: @escaping () -> Bool,
    separate: @escaping ([Double]) -> [Cut]
  ) {
    self.owner = owner
    self.nodes = nodes
    self.isOver = isOver
    self.separate = separate
  }

  /// Answers the library.
  func answer(_ tree: OpaquePointer) {
    let best = unsafe glp_ios_best_node(tree)
    if best != 0 { unsafe bound = glp_ios_node_bound(tree, best) }
    let reason = unsafe glp_ios_reason(tree)
    if reason == GLP_ISELECT { seen += 1 }
    if seen > nodes || isOver() {
      wasStopped = true
      unsafe glp_ios_terminate(tree)
    } else if reason == GLP_IROWGEN, let program = unsafe glp_ios_get_prob(tree) {
      let values = owner.cells.indices.map { unsafe glp_get_col_prim(program, Int32($0 + 1)) }
      for cut in separate(values) { unsafe BranchSearch.add(owner.terms(cut), to: program) }
    }
  }

  private static func add(_ terms: [LinearProgram.Term], to program: OpaquePointer) {
    let row = unsafe glp_add_rows(program, 1)
    let indices = [0] + terms.map { Int32($0.index + 1) }
    let values = [0] + terms.map(\.value)
    unsafe glp_set_mat_row(program, row, Int32(terms.count), indices, values)
    unsafe glp_set_row_bnds(program, row, GLP_LO, 1 - 1e-9, 0)
  }
}

extension LinearProgram {
  /// Says that a column takes whole numbers only.
  func makeWhole(_ column: Int) {
    unsafe glp_set_col_kind(program, Int32(column + 1), GLP_IV)
  }

  /// Solves with whole numbers, asking for inequalities.
  ///
  /// The simple rounding heuristic stays off: it takes solutions without asking.
  func branch(_ search: BranchSearch) -> CutProgram.Ending {
    var parameters = unsafe LinearProgram.wholeParameters
    unsafe parameters.cb_func = { tree, info in
      guard let tree = unsafe tree, let info = unsafe info else { return }
      unsafe Unmanaged<BranchSearch>.fromOpaque(info).takeUnretainedValue().answer(tree)
    }
    unsafe parameters.cb_info = Unmanaged.passUnretained(search).toOpaque()
    let code = unsafe glp_intopt(program, &parameters)
    return withExtendedLifetime(search) {
      if search.wasStopped || code != 0 { return .stopped }
      switch unsafe glp_mip_status(program) {
      case GLP_OPT: return .optimal
      case GLP_NOFEAS, GLP_UNDEF: return .infeasible
      default: return .stopped
      }
    }
  }

  /// Solves with whole numbers after `solve`.
  ///
  /// - Parameter nodes: The most nodes of the tree.
  /// - Returns: How it ended.
  func solveWhole(nodes: Int32) -> Outcome {
    var parameters = unsafe LinearProgram.wholeParameters
    unsafe parameters.br_tech = GLP_BR_MFV
    unsafe parameters.bt_tech = GLP_BT_DFS
    var left = nodes
    return unsafe withUnsafeMutablePointer(to: &left) { left in
      unsafe parameters.cb_func = { tree, info in
        guard let tree = unsafe tree, let info = unsafe info,
          unsafe glp_ios_reason(tree) == GLP_ISELECT
        else { return }
        let left = unsafe info.assumingMemoryBound(to: Int32.self)
        unsafe left.pointee -= 1
        if unsafe left.pointee < 0 { unsafe glp_ios_terminate(tree) }
      }
      unsafe parameters.cb_info = UnsafeMutableRawPointer(left)
      let code = unsafe glp_intopt(program, &parameters)
      guard code == 0, unsafe left.pointee >= 0 else { return .failed }
      return unsafe glp_mip_status(program) == GLP_OPT ? .optimal : .infeasible
    }
  }

  /// The value of a column in the solution with whole numbers.
  func wholeValue(_ column: Int) -> Double { unsafe glp_mip_col_val(program, Int32(column + 1)) }

  private static var wholeParameters: glp_iocp {
    var parameters = unsafe glp_iocp()
    unsafe glp_init_iocp(&parameters)
    unsafe parameters.msg_lev = GLP_MSG_OFF
    unsafe parameters.sr_heur = GLP_OFF
    return unsafe parameters
  }
}
