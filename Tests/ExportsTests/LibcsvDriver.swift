internal import CLibCSV

/// libcsv by itself, with any options and any chunk size: the outside authority that our reader is
/// compared with.
struct LibcsvDriver {
  struct Outcome: Equatable {
    /// The rows with `nil` for a bare empty field under `CSV_EMPTY_IS_NULL`.
    var rows: [[[UInt8]?]] = []
    /// The byte that ended each row, -1 for the end of the file.
    var rowEnds: [Int32] = []
    /// The fields of a row that did not end.
    var openFields: [[UInt8]?] = []
    var isError = false
  }

  var options: UInt8
  var separator = UInt8(ascii: ",")
  var quote = UInt8(ascii: "\"")
  /// Whether blanks round fields are kept as our reader keeps them.
  var keepsBlanks = false

  static let strict = UInt8(CSV_STRICT | CSV_STRICT_FINI)

  /// The option of a name as libcsv's own tests spell it.
  static func option(_ name: String) -> UInt8? {
    switch name {
    case "CSV_STRICT": UInt8(CSV_STRICT)
    case "CSV_STRICT_FINI": UInt8(CSV_STRICT_FINI)
    case "CSV_REPALL_NL": UInt8(CSV_REPALL_NL)
    case "CSV_EMPTY_IS_NULL": UInt8(CSV_EMPTY_IS_NULL)
    default: nil
    }
  }

  func read(_ text: [UInt8], chunk: Int) -> Outcome {
    var parser = unsafe csv_parser()
    var outcome = Outcome()
    guard unsafe csv_init(&parser, options) == 0 else {
      outcome.isError = true
      return outcome
    }
    defer { unsafe csv_free(&parser) }
    unsafe csv_set_delim(&parser, separator)
    unsafe csv_set_quote(&parser, quote)
    if keepsBlanks { unsafe csv_set_space_func(&parser) { _ in 0 } }
    var isError = false
    unsafe withUnsafeMutablePointer(to: &outcome) { target in
      var start = 0
      while start < text.count, !isError {
        let part = Array(text[start..<min(start + chunk, text.count)])
        isError =
          unsafe csv_parse(&parser, part, part.count, takeField, endRow, target) != part.count
        start += chunk
      }
      if !isError { isError = unsafe csv_fini(&parser, takeField, endRow, target) != 0 }
    }
    outcome.isError = isError
    return outcome
  }
}

private func takeField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ target: UnsafeMutableRawPointer?
) {
  guard let outcome = unsafe target?.assumingMemoryBound(to: LibcsvDriver.Outcome.self) else {
    return
  }
  let field = unsafe bytes.map { unsafe Array(UnsafeRawBufferPointer(start: $0, count: count)) }
  unsafe outcome.pointee.openFields.append(field)
}

private func endRow(_ end: Int32, _ target: UnsafeMutableRawPointer?) {
  guard let outcome = unsafe target?.assumingMemoryBound(to: LibcsvDriver.Outcome.self) else {
    return
  }
  unsafe outcome.pointee.rows.append(outcome.pointee.openFields)
  unsafe outcome.pointee.rowEnds.append(end)
  unsafe outcome.pointee.openFields = []
}
