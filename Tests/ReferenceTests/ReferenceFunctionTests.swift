import Reference
import Testing

struct ReferenceFunctionTests {
  @Test func `names are unique, sorted and in words with hyphens`() {
    let names = ReferenceFunction.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted())
    for name in names {
      #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    }
  }

  @Test func `a value that a function does not know is refused`() throws {
    let wilson = try #require(ReferenceFunction.all.first { $0.name == "wilson-interval" })
    #expect(throws: FunctionInput.Failure.unknown("sucesses")) {
      try wilson(FunctionInput(["sucesses": .number(1), "count": .number(2)]))
    }
  }
}
