/// What counting the classes of a node has shown.
struct NodeCount: Sendable, Equatable {
  /// Records of classes that fail.
  var suppressed = 0
  /// Records of classes all of whose parts fail on finer nodes, too.
  var lost = 0
  /// Classes that pass.
  var classes = 0
  /// The sum of the squared sizes of those.
  var squares: Int64 = 0
  /// The sum of the squared sizes of all classes.
  var allSquares: Int64 = 0
  /// The classes of at least the smallest allowed size.
  var large = 0
  /// The records of the smaller ones.
  var inSmall = 0
  /// What suppressing costs on this node, by quasi-identifier.
  var extra: [Int64]
  /// What suppressing the lost records costs at least on this node, by quasi-identifier.
  var lostHere: [Int64]
  /// What suppressing the lost records costs at least on the finer node it was counted for.
  var lostBelow: [Int64]
  /// Whether all classes have been counted.
  var isComplete = true

  init(attributes: Int) {
    extra = [Int64](repeating: 0, count: attributes)
    lostHere = extra
    lostBelow = extra
  }
}
