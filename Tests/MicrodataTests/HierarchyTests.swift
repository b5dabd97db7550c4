import Microdata
import Testing

@Suite struct HierarchyTests {
  @Test func `values below one value stand together`() throws {
    let hierarchy = try Hierarchy(rows: [["a", "X", "*"], ["b", "Y", "*"], ["c", "X", "*"]])
    #expect(hierarchy.labels == [["a", "c", "b"], ["X", "Y"], ["*"]])
    #expect(hierarchy.values(atLevel: 1) == [0, 0, 1])
    #expect(hierarchy.values(atLevel: 2) == [0, 0, 0])
    #expect(hierarchy.leafCount == 3 && hierarchy.levelCount == 3)
  }

  static let faults: [([[String]], Hierarchy.Failure)] = [
    ([], .empty), ([[]], .empty),
    ([["a", "*"], ["b", "X", "*"]], .ragged(row: 2, levels: 3, expected: 2)),
    ([["a", "*"], ["a", "*"]], .duplicate(row: 2, earlier: 1)),
    ([["a", "*"], ["b", "*"], [" a ", "*"]], .duplicate(row: 3, earlier: 1)),
    // One e with an accent, and an e followed by an accent.
    ([["caf\u{E9}", "*"], ["cafe\u{301}", "*"]], .duplicate(row: 2, earlier: 1)),
    ([["a", "X", "*"], ["b", "X", "+"]], .twoParents(level: 1, row: 2, earlier: 1)),
    ([["a", "X", "*"], ["b", "Y", "+"]], .twoRoots(row: 2)),
  ]

  @Test(arguments: faults)
  func `names what is wrong with a table`(_ rows: [[String]], _ failure: Hierarchy.Failure) {
    #expect(throws: failure) { try Hierarchy(rows: rows) }
  }

  static let builtIn: [(BuiltInHierarchy, [Int], [String], [[String]])] = [
    (
      .age, [], ["7", "39", ""],
      [
        ["", "7", "39"], ["", "5-9", "35-39"], ["", "0-9", "30-39"], ["", "0-19", "20-39"], ["*"],
      ]
    ),
    (.interval, [4, 8], ["9", "3"], [["3", "9"], ["0-3", "8-11"], ["0-7", "8-15"], ["*"]]),
    (.postcode, [], ["101", "123"], [["101", "123"], ["10*", "12*"], ["1**"], ["*"]]),
    (
      .date, [], ["2024-05", "2023-12"],
      [["2023-12", "2024-05"], ["2023-Q4", "2024-Q2"], ["2023", "2024"], ["*"]]
    ),
    (
      .nationality, [], ["türkisch", "deutsch", "PL", "ghanaisch"],
      [
        ["deutsch", "ghanaisch", "türkisch", "PL"],
        ["Germany", "Africa", "Europe outside the Union", "European Union"],
        ["German", "not German"], ["*"],
      ]
    ),
    (.flat, [], ["b", "a"], [["a", "b"], ["*"]]),
  ]

  @Test(arguments: builtIn)
  func `builds hierarchies over values`(
    _ kind: BuiltInHierarchy, _ widths: [Int], _ texts: [String], _ labels: [[String]]
  ) throws {
    #expect(try kind.hierarchy(over: texts, widths: widths).labels == labels)
  }

  static let unfit: [(BuiltInHierarchy, String)] = [
    (.age, "old"), (.interval, "-1"), (.postcode, "12a"), (.date, "2024-13"), (.date, "May"),
    (.nationality, "martian"),
  ]

  @Test(arguments: unfit)
  func `says which value does not fit`(_ kind: BuiltInHierarchy, _ text: String) {
    #expect(throws: BuiltInHierarchy.Failure.unfit(place: 0)) {
      try kind.hierarchy(over: [text])
    }
  }
}
