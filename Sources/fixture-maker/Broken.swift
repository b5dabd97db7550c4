/// Small inputs that no pipeline can work with, each broken in one way.
enum Broken {
  private static let rows = """
    respondent,organisation,date,answer
    a1,E01,2026-03-01,4
    a2,E01,2026-03-02,5
    a3,E02,2026-03-03,2

    """

  /// Makes all files.
  static func files() -> [(name: String, bytes: [UInt8])] {
    let valid = Encoding.utf8(rows)
    let zipped = Gzip.member(valid)
    var damaged = zipped
    damaged[zipped.count - 8] ^= 0xFF
    return [
      ("valid.csv", valid),
      ("empty.csv", []),
      ("mark-only.csv", [0xEF, 0xBB, 0xBF]),
      ("header-only.csv", Encoding.utf8("respondent,organisation,date,answer\n")),
      ("missing-column.csv", Encoding.utf8(without(column: 3))),
      (
        "wrong-separator.csv",
        Encoding.utf8(rows.map { $0 == "," ? "^" : $0 }.map(String.init).joined())
      ),
      ("binary.csv", binary),
      ("xlsx.csv", archive),
      (
        "html.csv",
        Encoding.utf8("<!DOCTYPE html>\n<html><body>Bitte melden Sie sich an.</body></html>\n")
      ),
      ("truncated.csv.gz", Array(zipped.dropLast(zipped.count / 3))),
      ("wrong-checksum.csv.gz", damaged),
      ("not-gzip.csv.gz", valid),
      ("odd-utf-16.csv", Array(Encoding.utf16LittleEndian(rows).dropLast())),
    ]
  }

  private static func without(column: Int) -> String {
    rows.split(separator: "\n").map { line in
      var cells = line.split(separator: ",")
      cells.remove(at: column)
      return cells.joined(separator: ",") + "\n"
    }.joined()
  }

  /// Bytes without any order, null bytes among them.
  private static var binary: [UInt8] {
    var draws = Draws("binary", row: 0)
    return [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0] + (0..<1016).map { _ in UInt8(draws.below(256)) }
  }

  /// What a spreadsheet begins with: the header of a zip archive and the name of its first part.
  private static var archive: [UInt8] {
    let name = Array("[Content_Types].xml".utf8)
    return [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0] + [UInt8](repeating: 0, count: 12)
      + [UInt8(name.count), 0, 0, 0] + name + [UInt8](repeating: 0, count: 64)
  }
}
