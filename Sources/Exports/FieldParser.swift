internal import CLibCSV

/// The fields of one record, laid end to end in one buffer that is used again for the next record.
struct Fields {
  /// The bytes of all fields, one after the other, quotes removed.
  var bytes: [UInt8] = []
  /// The end of each field in `bytes`.
  var ends: [Int] = []

  /// The number of fields.
  var count: Int { ends.count }

  /// The place of a field in `bytes`.
  func range(_ field: Int) -> Range<Int> { (field == 0 ? 0 : ends[field - 1])..<ends[field] }
}

/// Asks libcsv, in strict mode, what the fields of a record are.
@safe final class FieldParser {
  /// The fields of the last record.
  private(set) var fields = Fields()
  private var parser = unsafe csv_parser()
  private let separator: UInt8
  private var keepsBlanks = true

  init(separator: UInt8) {
    self.separator = separator
    open()
  }

  deinit { unsafe csv_free(&parser) }

  /// Parses one record.
  ///
  /// - Parameters:
  ///   - text: The whole text.
  ///   - record: A record that the splitter found, line end excluded.
  /// - Returns: Whether libcsv accepts it; `fields` holds what it said.
  func parse(_ text: Span<UInt8>, _ record: RecordSpan) -> Bool {
    setBlanks(kept: record.shape != .blanksAroundQuotes)
    fields.bytes.removeAll(keepingCapacity: true)
    fields.ends.removeAll(keepingCapacity: true)
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    let count = record.end - record.start
    let isRead = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe csv_parse(
        &parser, buffer.baseAddress?.advanced(by: record.start), count, Self.takeField,
        Self.endRow, context) == count
    }
    if isRead, unsafe csv_fini(&parser, Self.takeField, Self.endRow, context) == 0 { return true }
    unsafe csv_free(&parser)
    open()
    return false
  }

  private func open() {
    let options = UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL)
    guard unsafe csv_init(&parser, options) == 0 else {
      preconditionFailure("libcsv can be initialised")
    }
    unsafe csv_set_delim(&parser, separator)
    if keepsBlanks { unsafe csv_set_space_func(&parser) { _ in 0 } }
  }

  /// libcsv trims blanks around cells unless told that nothing is a blank; trimming is ours to do,
  /// but only libcsv's own way accepts blanks around quotes.
  private func setBlanks(kept: Bool) {
    guard kept != keepsBlanks else { return }
    keepsBlanks = kept
    if kept {
      unsafe csv_set_space_func(&parser) { _ in 0 }
    } else {
      unsafe csv_set_space_func(&parser, nil)
    }
  }

  private static let takeField:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      bytes, count, context in
      guard let context = unsafe context else { return }
      let parser = unsafe Unmanaged<FieldParser>.fromOpaque(context).takeUnretainedValue()
      if count > 0 {
        unsafe parser.fields.bytes.append(
          contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
      }
      parser.fields.ends.append(parser.fields.bytes.count)
    }

  private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, _ in }
}
