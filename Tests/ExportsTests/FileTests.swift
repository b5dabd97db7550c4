import Exports
import Testing

@Suite struct FileTests {
  private let text = Array("p;q\n1;2\n3;4\n".utf8)

  @Test func `reads a file from disk and lends its bytes for a digest`() throws {
    try withFolder { folder in
      let path = try write(text, to: folder, as: "befragung.csv")
      let file = try ExportFile.open(path: path, layout: secrets("q"))
      #expect(file.rows == [["2"], ["4"]])
      #expect(file.facts.fileName == "befragung.csv")
      #expect(file.facts.storedByteCount == 12)
      #expect(file.facts.compression == .none)
      #expect(file.facts.lineEnd == .lf)
      #expect(file.facts.headingCount == 2)
      let bytes = file.withStoredBytes { span in span.indices.map { span[$0] } }
      #expect(bytes == text)
    }
  }

  @Test func `tells a missing file, a folder and an unreadable file apart`() throws {
    try withFolder { folder in
      let layout = secrets()
      #expect(throws: ExportFailure.notFound) {
        try ExportFile.open(path: folder + "/none.csv", layout: layout)
      }
      #expect(throws: ExportFailure.isDirectory) {
        try ExportFile.open(path: folder, layout: layout)
      }
      #expect(throws: ExportFailure.notFound) {
        try ExportFile.headings(path: folder + "/none.csv", layout: layout)
      }
      // A name of more than 255 bytes: ENAMETOOLONG, 36 on Linux.
      let long = folder + "/" + String(repeating: "x", count: 300)
      #expect(throws: ExportFailure.notReadable(errno: 36)) {
        try ExportFile.open(path: long, layout: layout)
      }
    }
    #expect(throws: ExportFailure.notAFile) {
      try ExportFile.open(path: "/dev/null", layout: secrets())
    }
  }

  @Test func `inflates what gzip wrote, whatever its name`() throws {
    // printf 'p;q\n1;2\n' | gzip -9 -n
    let stored: [UInt8] = [
      0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2b, 0xb0, 0x2e, 0xe4, 0x32,
      0xb4, 0x36, 0xe2, 0x02, 0x00, 0x4e, 0x51, 0xd4, 0x84, 0x08, 0x00, 0x00, 0x00,
    ]
    let file = try open(stored, secrets("q"))
    #expect(file.rows == [["2"]])
    #expect(file.facts.compression == .gzip(members: 1))
    #expect(file.facts.storedByteCount == stored.count)
    #expect(file.withStoredBytes { $0.count } == stored.count)
  }

  @Test func `inflates several members and ignores zeros after them`() throws {
    let members = gzip(Array(text[..<6])) + gzip(Array(text[6...]))
    for padding in [0, 1, 512] {
      let file = try open(members + [UInt8](repeating: 0, count: padding), secrets("p", "q"))
      #expect(file.rows == [["1", "2"], ["3", "4"]])
      #expect(file.facts.compression == .gzip(members: 2))
    }
  }

  @Test func `tells a truncated gzip file at every length`() {
    let whole = gzip(text)
    for length in 2..<whole.count {
      #expect(failure(Array(whole[..<length])) == .gzipTruncated, "\(length) bytes")
    }
    #expect(failure(whole + whole.prefix(1)) == .gzipTruncated)
    #expect(failure(whole + whole.prefix(20)) == .gzipTruncated)
  }

  @Test func `tells damage and the member it is in`() {
    var checkSum = gzip(text)
    checkSum[checkSum.count - 6] ^= 1
    #expect(failure(checkSum) == .gzipCorrupt(member: 1))
    #expect(failure(gzip(text) + checkSum) == .gzipCorrupt(member: 2))
    #expect(failure(gzip(text) + [1, 2, 3]) == .gzipCorrupt(member: 2))
    var length = gzip(text)
    length[11] ^= 1
    #expect(failure(length) == .gzipCorrupt(member: 1))
  }

  @Test(arguments: [
    ("", ExportFailure.empty), ("\n\r\n \n", .empty), ("\u{FEFF}", .empty), ("sep=;\n", .empty),
    (";;;\n;;\n", .empty), ("%PDF-1.7\n", .notCSV(kind: .pdf)),
    ("PK\u{3}\u{4}\u{14}[Content_Types].xml", .notCSV(kind: .xlsx)),
    (
      "PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      .notCSV(kind: .openDocument)
    ),
    ("PK\u{3}\u{4}docProps/app.xml\(filler)xl/workbook.xml", .notCSV(kind: .xlsx)),
    ("PK\u{3}\u{4}[Content_Types].xml word/document.xml", .notCSV(kind: .office)),
    ("PK\u{3}\u{4}[Content_Types].xml ppt/presentation.xml", .notCSV(kind: .office)),
    ("PK\u{3}\u{4}\u{14}export.csv", .notCSV(kind: .zip)),
    ("BZh4\u{31}", .notCSV(kind: .archive)),
    ("<!-- saved from url=(0021)https://example.org/ -->\n<html>", .notCSV(kind: .html)),
    ("\u{FEFF} \n<!DOCTYPE HTML><title>Anmelden</title>", .notCSV(kind: .html)),
    ("<HTML>", .notCSV(kind: .html)), ("<?xml version='1.0'?><a/>", .notCSV(kind: .xml)),
    ("$FL2@(#) SPSS", .notCSV(kind: .spss)), ("[ {\"name\": 1}]", .notCSV(kind: .json)),
    ("{\"responses\": []}", .notCSV(kind: .json)),
    ("p;q\n\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{1}\u{2}\n", .notCSV(kind: .binary)),
  ])
  func `says what a file is that holds no table`(_ text: String, _ expected: ExportFailure) {
    #expect(failure(text) == expected)
    #expect(failure(gzip(Array(text.utf8))) == expected)
  }

  /// A part of a document that is longer than what is looked at elsewhere.
  private static let filler = String(repeating: "<x/>", count: 5_000)

  @Test func `vertical tabs are line breaks of other programs`() throws {
    let text = "p;q\n" + String(repeating: "a\u{B}b\u{C};1\n", count: 20)
    #expect(try open(text, secrets("q")).rows.count == 20)
  }

  @Test func `recognises what was packed twice, and UTF-32`() {
    #expect(failure(gzip(gzip(text))) == .notCSV(kind: .gzip))
    // The byte order marks of UTF-32 (Unicode Standard, section 23.8), then "p".
    #expect(failure([0xFF, 0xFE, 0, 0, 0x70, 0, 0, 0]) == .notCSV(kind: .utf32))
    #expect(failure([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x70]) == .notCSV(kind: .utf32))
  }

  @Test func `recognises the container of old Excel files`() {
    #expect(failure([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .notCSV(kind: .xls))
  }

  @Test func `gives every failure its own code`() {
    let failures: [ExportFailure] = [
      .notFound, .isDirectory, .notAFile, .notReadable(errno: 13), .empty, .gzipTruncated,
      .gzipCorrupt(member: 1), .notCSV(kind: .pdf), .undecodable(encoding: .utf8, byteOffset: 0),
      .noHeader(line: 1, betterSeparator: nil), .headingMissing([]),
      .headingAmbiguous(heading: "p", columns: [1, 2]),
      .singleColumn(separator: 59, betterSeparator: nil),
    ]
    // The names are those of the error catalogue; users filter on them.
    #expect(
      failures.map(\.code) == [
        "not-found", "is-directory", "not-a-file", "not-readable", "empty-file",
        "gzip-truncated", "gzip-corrupt", "not-csv", "unreadable-encoding", "no-header",
        "missing-label", "duplicate-label", "single-column",
      ])
  }

  @Test func `reads headings from the beginning of a long file`() throws {
    try withFolder { folder in
      // 1 MiB ends in the middle of a two-byte letter: heading 6 bytes, then lines of 9 bytes, and
      // 1,048,576 - 6 = 9 * 116,507 + 7, the second byte of the letter at 7 and 8 being cut.
      let line = "1;abcdü\n"
      let long = Array("pü;q\n".utf8) + Array(String(repeating: line, count: 150_000).utf8)
      #expect(line.utf8.count == 9)
      let layout = secrets("q")
      let plain = try write(long, to: folder, as: "long.csv")
      #expect(try ExportFile.headings(path: plain, layout: layout) == ["pü", "q"])
      let packed = try write(gzip(long), to: folder, as: "long.csv.gz")
      #expect(try ExportFile.headings(path: packed, layout: layout) == ["pü", "q"])
      // A heading record longer than what is read.
      let open = try write(
        Array("p;\"".utf8) + [UInt8](repeating: 65, count: 1 << 21), to: folder, as: "open.csv")
      #expect(throws: ExportFailure.noHeader(line: 1, betterSeparator: nil)) {
        try ExportFile.headings(path: open, layout: layout)
      }
    }
  }

  @Test func `prints and reflects nothing but the name`() throws {
    let file = try open("name\nErika\n", secrets("name"))
    var dumped = ""
    dump(file, to: &dumped)
    for text in ["\(file)", String(reflecting: file), dumped] {
      #expect(!text.contains("Erika") && !text.contains("69, 114"))  // 69, 114: E, r
    }
    #expect(Mirror(reflecting: file).children.isEmpty)
  }
}
