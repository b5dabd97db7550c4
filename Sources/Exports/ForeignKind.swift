/// What a file is that is no CSV file.
public enum ForeignKind: String, Sendable, Equatable, CaseIterable {
  /// An Excel workbook, also with macros.
  case xlsx
  /// An Excel workbook of the years before 2007, or another file of that container.
  case xls
  /// An OpenDocument spreadsheet or text.
  case openDocument = "open-document"
  /// A document of Word, PowerPoint or the like.
  case office
  /// A zip archive.
  case zip
  /// An archive or a compression other than zip and gzip.
  case archive
  /// A gzip file inside a gzip file.
  case gzip
  /// A PDF document.
  case pdf
  /// A web page, often the log-in page saved in place of the export.
  case html
  /// An XML document.
  case xml
  /// JSON.
  case json
  /// An SPSS data file.
  case spss
  /// A Stata data file.
  case stata
  /// A text in UTF-32.
  case utf32 = "utf-32"
  /// Something with bytes that no text has.
  case binary

  /// Recognises a file by its first bytes.
  ///
  /// - Parameter bytes: The file, inflated.
  /// - Returns: What it is, or `nil` if it may be text.
  static func recognise(_ bytes: Span<UInt8>) -> ForeignKind? {
    for (kind, start) in signatures where begins(bytes, with: start) { return kind }
    if begins(bytes, with: [0x50, 0x4B, 0x03, 0x04]) {
      if contains(bytes, "mimetypeapplication/vnd.oasis.opendocument") { return .openDocument }
      // A whole name of a part: the packed bytes between may hold anything.
      if contains(bytes, "xl/workbook") || contains(bytes, "xl/worksheets") { return .xlsx }
      if contains(bytes, "word/document") || contains(bytes, "ppt/presentation") { return .office }
      return contains(bytes, "[Content_Types].xml") ? .xlsx : .zip
    }
    return markup(bytes)
  }

  /// Whether decoded text has so many control characters that it cannot be text.
  ///
  /// Tabs, line ends and form feeds are none, nor is the vertical tab, which is a line break inside a
  /// cell for Word and FileMaker.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: Whether more than 8 and more than 1 in 100 of the first 65,536 bytes are controls.
  static func looksBinary(_ text: Span<UInt8>) -> Bool {
    let length = min(text.count, 65_536)
    var controls = 0
    for index in 0..<length {
      let byte = text[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x0C, byte != 0x0B {
        controls += 1
      }
    }
    return controls > max(8, length / 100)
  }

  private static let signatures: [(ForeignKind, [UInt8])] =
    [
      (.pdf, Array("%PDF-".utf8)),
      (.spss, Array("$FL2".utf8)), (.spss, Array("$FL3".utf8)),
      (.stata, Array("<stata_dta>".utf8)),
      (.xls, [0xD0, 0xCF, 0x11, 0xE0]),
      (.archive, [0x37, 0x7A, 0xBC, 0xAF]),  // 7z
      (.archive, [0x28, 0xB5, 0x2F, 0xFD]),  // zstd
      (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),  // xz
      (.archive, Array("Rar!".utf8)),
      (.gzip, [0x1F, 0x8B]),
      (.utf32, [0xFF, 0xFE, 0, 0]), (.utf32, [0, 0, 0xFE, 0xFF]),
    ] + (UInt8(ascii: "1")...UInt8(ascii: "9")).map { (.archive, Array("BZh".utf8) + [$0]) }

  private static func markup(_ bytes: Span<UInt8>) -> ForeignKind? {
    var start = begins(bytes, with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, isSpace(bytes[start]) { start += 1 }
    guard start < bytes.count else { return nil }
    let rest = bytes.extracting(start..<bytes.count)
    for tag in ["<!doctype html", "<html", "<head", "<table", "<!-- saved from url"]
    where begins(rest, with: Array(tag.utf8), ignoringCase: true) {
      return .html
    }
    if begins(rest, with: Array("<?xml".utf8)) {
      return contains(rest, "<html") ? .html : .xml
    }
    var next = 1
    while next < rest.count, isSpace(rest[next]) { next += 1 }
    guard next < rest.count else { return nil }
    let pair = (rest[0], rest[next])
    let object = (UInt8(ascii: "{"), UInt8(ascii: "\""))
    let list = (UInt8(ascii: "["), UInt8(ascii: "{"))
    return pair == object || pair == list ? .json : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func begins(
    _ bytes: Span<UInt8>, with start: [UInt8], ignoringCase: Bool = false
  ) -> Bool {
    guard bytes.count >= start.count else { return false }
    for index in start.indices {
      let byte = bytes[index]
      let isUpper = ignoringCase && byte >= 0x41 && byte <= 0x5A
      if (isUpper ? byte + 0x20 : byte) != start[index] { return false }
    }
    return true
  }

  /// Whether the first 65,536 bytes contain a text.
  private static func contains(_ bytes: Span<UInt8>, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    let length = min(bytes.count, 65_536)
    guard length >= wanted.count else { return false }
    return (0...(length - wanted.count)).contains { start in
      wanted.indices.allSatisfy { bytes[start + $0] == wanted[$0] }
    }
  }
}
