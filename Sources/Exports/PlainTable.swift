internal import CLibCSV

/// A small table that holds no answers of persons: a list of organisations, the cells of a run.
///
/// Export files never go through here; their cells may not become texts.
public struct PlainTable: Sendable, Equatable {
  /// Why bytes are no such table.
  public enum Failure: Error, Equatable, Sendable {
    /// Not valid UTF-8.
    case notUTF8
    /// Quotes in a wrong place, at this line.
    case malformed(line: Int)
    /// A row with more or fewer fields than the heading, at this line.
    case ragged(line: Int, fields: Int, expected: Int)
    /// Nothing in it.
    case empty
  }

  /// One row with the physical line it starts on.
  public struct Row: Sendable, Equatable {
    /// The physical line, from 1.
    public let line: Int
    /// The fields, trimmed.
    public let fields: [String]
  }

  /// The headings, trimmed.
  public let headings: [String]
  /// The rows below the headings; blank rows are left out.
  public let rows: [Row]

  /// Reads a table with libcsv in strict mode.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte order mark; the first row holds the headings.
  ///   - separator: The separator, or `nil` for `;` if the first line has more of it than commas.
  /// - Throws: Why the bytes are no such table.
  public init(bytes: [UInt8], separator: UInt8? = nil) throws(Failure) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    guard String(validating: text, as: UTF8.self) != nil else { throw .notUTF8 }
    let firstLine = text.prefix { $0 != UInt8(ascii: "\n") }
    let semicolons = firstLine.count { $0 == UInt8(ascii: ";") }
    let commas = firstLine.count { $0 == UInt8(ascii: ",") }
    let guessed = UInt8(ascii: semicolons > commas ? ";" : ",")
    let collector = try PlainTable.parse(text, separator: separator ?? guessed)
    var rows = collector.rows.filter { $0.fields.contains { !$0.isEmpty } }
    guard !rows.isEmpty else { throw .empty }
    headings = rows.removeFirst().fields
    for row in rows where row.fields.count != headings.count {
      throw .ragged(line: row.line, fields: row.fields.count, expected: headings.count)
    }
    self.rows = rows
  }

  /// Takes fields and rows from libcsv and counts physical lines.
  private final class Collector {
    var rows: [Row] = []
    var fields: [String] = []
    var line = 1
    var rowLine = 1
  }

  private static func parse(
    _ text: [UInt8], separator: UInt8
  ) throws(Failure) -> Collector {
    let collector = Collector()
    var parser = unsafe csv_parser()
    guard unsafe csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)) == 0 else {
      preconditionFailure("libcsv can be initialised")
    }
    defer { unsafe csv_free(&parser) }
    unsafe csv_set_delim(&parser, separator)
    let context = unsafe Unmanaged.passUnretained(collector).toOpaque()
    let takeField:
      @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void =
        { bytes, count, context in
          guard let context = unsafe context else { return }
          let collector = unsafe Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
          let field = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
          let content = unsafe String(decoding: field, as: UTF8.self)
          collector.fields.append(content)
          collector.line += content.utf8.count { $0 == UInt8(ascii: "\n") }
        }
    let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { end, context in
      guard let context = unsafe context else { return }
      let collector = unsafe Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
      if !collector.fields.isEmpty {
        collector.rows.append(Row(line: collector.rowLine, fields: collector.fields))
        collector.fields = []
      }
      if end == 10 { collector.line += 1 }
      collector.rowLine = collector.line
    }
    let read = unsafe csv_parse(&parser, text, text.count, takeField, endRow, context)
    guard read == text.count,
      unsafe csv_fini(&parser, takeField, endRow, context) == 0
    else { throw .malformed(line: collector.line) }
    return collector
  }
}
