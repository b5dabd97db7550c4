@_spi(Testing) import Exports
import FoundationEssentials
import Testing

/// Real exports of nine survey tools, against what is true of them (`fixtures/real-exports/truth.json`).
@Suite struct SampleTests {
  struct Truth: Decodable {
    struct File: Decodable {
      var file: String
      var encoding: String
      var delimiter: String
      var headerRows: Int
      var fields: Int
      var records: Int
      var ragged: [String: Int]
      var newline: String
      var hash: String
      var source: String
      var licence: String

      enum CodingKeys: String, CodingKey {
        case file, encoding, delimiter, fields, ragged, newline, source, licence
        case headerRows = "header_rows"
        case records = "records_incl_header"
        case hash = "rows_sha256"
      }
    }

    var files: [File]
  }

  private func truth() throws -> [Truth.File] {
    let data = try Data(contentsOf: fixtures.appending(path: "real-exports/truth.json"))
    return try JSONDecoder().decode(Truth.self, from: data).files
  }

  private func openSample(_ sample: Truth.File) throws -> ExportFile {
    try ExportFile.open(
      path: fixtures.appending(path: "real-exports/\(sample.file).gz").path,
      layout: secrets(headerRows: sample.headerRows))
  }

  /// Rows as Python's `json.dumps(rows, ensure_ascii=False, separators=(",", ":"))` writes them.
  private func json(_ rows: [[[UInt8]]]) -> [UInt8] {
    var output = Array("[".utf8)
    for (index, row) in rows.enumerated() {
      output += Array(index == 0 ? "[".utf8 : ",[".utf8)
      for (column, cell) in row.enumerated() {
        if column > 0 { output.append(UInt8(ascii: ",")) }
        output.append(34)
        for byte in cell {
          switch byte {
          case 34, 92: output += [92, byte]
          case 8: output += Array("\\b".utf8)
          case 9: output += Array("\\t".utf8)
          case 10: output += Array("\\n".utf8)
          case 12: output += Array("\\f".utf8)
          case 13: output += Array("\\r".utf8)
          case 0..<32:
            let digits = String(byte, radix: 16)
            output += Array(("\\u00" + (digits.count == 1 ? "0" : "") + digits).utf8)
          default: output.append(byte)
          }
        }
        output.append(34)
      }
      output.append(UInt8(ascii: "]"))
    }
    return output + Array("]".utf8)
  }

  private func isSame(_ encoding: String, _ facts: ExportFacts, _ isMarked: Bool) -> Bool {
    switch encoding {
    case "ascii", "utf-8": facts.encoding == .utf8 && !isMarked
    case "utf-8-bom": facts.encoding == .utf8 && isMarked
    case "utf-16le-bom": facts.encoding == .utf16LittleEndian && isMarked
    case "windows-1252": facts.encoding == .windows1252
    case "macroman": isDoubtful(facts)
    default: false
    }
  }

  /// Mac Roman is no encoding of ours: the file must open, and its facts must say that the encoding
  /// was only what was left over.
  private func isDoubtful(_ facts: ExportFacts) -> Bool {
    if case .fallback = facts.encodingDecision { facts.encoding == .windows1252 } else { false }
  }

  @Test func `SHA-256 gives the digests of FIPS 180-4`() {
    // The examples of the standard: one block, and two.
    #expect(
      sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      sha256(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func `every source has its notice and the text of its licence`() throws {
    let folder = fixtures.appending(path: "licences")
    let notices = try String(
      contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    for sample in try truth() {
      let licence = sample.licence.replacing("fixture data ", with: "")
        .components(separatedBy: " (")[0]
      #expect(notices.contains(licence), "\(sample.file)")
      let repository = try #require(
        sample.source.components(separatedBy: "@")[0].split { ": ".contains($0) }.last)
      #expect(notices.contains("github.com/\(repository)"), "\(sample.file)")
    }
    for text in ["MIT", "BSD-3-Clause", "CC0-1.0", "../../LICENSE"] {
      #expect(try Data(contentsOf: folder.appending(path: text)).count > 500)
    }
  }

  @Test func `finds encoding, separator, cells and every row of 84 real exports`() throws {
    var wrong: [String] = []
    var hashed = 0
    let files = try truth()
    for sample in files {
      let file = try openSample(sample)
      let text = try decode(file)
      let records = RecordProbe.records(of: text, separator: file.facts.separator)
      let rows = records.compactMap(\.fields).filter { $0.contains { !$0.isEmpty } }
      func check(_ what: String, _ isRight: Bool) {
        if !isRight { wrong.append("\(sample.file): \(what)") }
      }
      check(
        "encoding",
        isSame(sample.encoding, file.facts, file.facts.encodingDecision == .byteOrderMark))
      check("separator", Array(sample.delimiter.utf8) == [file.facts.separator])
      check("cells", rows.first?.count == sample.fields)
      check("records", rows.count == sample.records)
      // `newline` counts the breaks inside cells, too: in two files they outnumber those of records.
      let isCellBreak = sample.file.contains("quotes_newlines_and_long_urls")
      check(
        "line end",
        file.facts.lineEnd.rawValue == (isCellBreak ? "crlf" : sample.newline.lowercased()))
      check("rejected", records.allSatisfy { $0.fields != nil })
      let counts = file.counts
      check(
        "conservation", counts.read == counts.rows + counts.rejected + counts.header + counts.blank)
      if sample.encoding == "macroman" { continue }
      hashed += 1
      check("rows", sha256(json(rows)) == sample.hash)
    }
    print("samples: \(files.count - Set(wrong.map { $0.prefix { $0 != ":" } }).count) of 84 right")
    print("samples: rows compared by hash in \(hashed) of them")
    #expect(files.count == 84)
    #expect(wrong == [])
  }

  /// The text of an opened file, decoded again.
  private func decode(_ file: ExportFile) throws -> [UInt8] {
    let stored = file.withStoredBytes { span in span.indices.map { span[$0] } }
    return try EncodingProbe(stored).text
  }
}
