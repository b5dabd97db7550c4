import Exports
import FoundationEssentials
import Testing

/// Files as the worst night brings them.
///
/// Each is opened by both readers in pieces of several sizes
/// (`open` holds them to each other); what must come out was counted by hand.
struct HostileTests {
  /// A file, and what must become of it.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    /// The number of rows, and the findings as "line: code".
    var rows = 0
    var problems: [String] = []
    /// The code of the failure instead.
    var failure: String?
    var notes: [String] = []
    var testDescription: String { name }

    init(
      _ name: String, _ text: String, rows: Int, _ problems: [String] = [], notes: [String] = []
    ) {
      self.init(name, bytes: Array(text.utf8), rows: rows, problems, notes: notes)
    }

    init(
      _ name: String, bytes: [UInt8], rows: Int, _ problems: [String] = [], notes: [String] = []
    ) {
      (self.name, self.bytes, self.rows) = (name, bytes, rows)
      (self.problems, self.notes) = (problems, notes)
    }

    init(_ name: String, _ text: String, fails: String) {
      self.init(name, bytes: Array(text.utf8), fails: fails)
    }

    init(_ name: String, bytes: [UInt8], fails: String) {
      (self.name, self.bytes, failure) = (name, bytes, fails)
    }
  }

  static let head = "p;q;t\n"
  /// Three good records, on lines 2 to 4 below the headings.
  static let good = "1;2;a\n3;4;b\n5;6;c\n"

  @Test(arguments: encodings + dialects + quotes + shapes + sizes + packed)
  func `comes out as counted by hand`(_ item: Case) throws {
    let layout = SourceLayout(
      columns: ["p", "q"].map { ColumnRequest(heading: $0, kind: .secret) }, texts: ["t"])
    let file: ExportFile
    do {
      file = try open(item.bytes, layout)
    } catch {
      #expect(item.failure == error.code)
      return
    }
    #expect(item.failure == nil)
    let (counts, problems) = (file.counts, file.problems)
    #expect(counts.isConserved)
    #expect(counts.rows == item.rows)
    #expect(problems == item.problems)
    #expect(counts.rejected == problems.count { !$0.hasSuffix("truncated-value") })
    var lengths = TextLengths()
    for chunk in file.chunks { lengths += chunk.lengths }
    #expect(TextNote.notes(file.facts, lengths).map(\.kind.rawValue) == item.notes)
    // No finding holds anything of a cell.
    #expect(file.chunks.flatMap(\.findings).allSatisfy { $0.heading.map("pqt".contains) ?? true })
  }

  @Test func `there are enough of them`() {
    let all = Self.encodings + Self.dialects + Self.quotes + Self.shapes + Self.sizes + Self.packed
    #expect(all.count >= 60)
    #expect(Set(all.map(\.name)).count == all.count)
  }

  /// 40 records by Python's zlib with dynamic codes, behind a header with all optional parts: extra
  /// field, name, comment and checksum.
  private static let packedByZlib = """
    H4sIHgAAAAACAwQAQUIAAGV4cG9ydC5jc3YAY29tbWVudABzI23UMU7DABBE0T6n8AEovDO2Y2srLsAlEBIUSSA2
    4vr039P/6mk03/3Tx2XssV/vx9/jeQxvv7fbx3MYX4b9cd+P4f71/nnsl+ork0KinpgIibuYGMnUK5MJydwzkxnJ
    0mKyILn2xuSKZO2FyYpkazPZSBd46+SbgClcgbhoXAG5qFyBuehcAbooXYG6aF0Bu6hdgbvoXQG8KK4gLooriOu0
    6TRqiiuIi+IK4qK4grgoriAuiiuIi+IK4qK4grgo7iBuijuIm+IO4j79SDoSijuIm+IO4qa4g7gp7iBuijuIm+IO
    4qb4P+/fIOu6BQAA
    """

  @Test func `a gzip file with every optional part can be cut anywhere and is told`() throws {
    let data = try #require(
      Data(base64Encoded: Self.packedByZlib, options: .ignoreUnknownCharacters))
    let whole = Array(data)
    let layout = secrets("p", "q")
    #expect(try open(whole, layout).rows.count == 40)
    #expect(try open(whole + whole, layout).problems == ["42: header-repeated"])
    for length in 2..<whole.count {
      #expect(failure(Array(whole[..<length]), layout) == .gzipTruncated, "\(length)")
      #expect(failure(whole + whole[..<length], layout) == .gzipTruncated, "\(length)")
    }
  }
}
