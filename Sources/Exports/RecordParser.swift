internal import CLibCSV

/// The fields of one record, as libcsv sees them.
struct RecordFields {
  /// All fields, end to end.
  fileprivate(set) var bytes: [UInt8] = []
  /// The end of each field in `bytes`.
  fileprivate(set) var ends: [Int] = []
  fileprivate var rows = 0

  var count: Int { ends.count }

  /// The range of a field in `bytes`.
  func range(_ field: Int) -> Range<Int> { (field == 0 ? 0 : ends[field - 1])..<ends[field] }

  fileprivate mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    rows = 0
  }
}

/// libcsv, the authority on what a record says, one record at a time.
///
/// First strictly with blanks as part of fields; if that fails, with blanks allowed round quotes.
@safe struct RecordParser: ~Copyable {
  private var strict = unsafe csv_parser()
  private var lenient = unsafe csv_parser()
  /// The fields of the record read last.
  private(set) var fields = RecordFields()

  /// Makes a parser.
  ///
  /// - Parameter separator: The separator.
  init(separator: UInt8) {
    unsafe csv_init(&strict, Self.options)
    unsafe csv_init(&lenient, Self.options)
    unsafe csv_set_delim(&strict, separator)
    unsafe csv_set_delim(&lenient, separator)
    unsafe csv_set_space_func(&strict) { _ in 0 }
  }

  deinit {
    var (strict, lenient) = unsafe (self.strict, self.lenient)
    unsafe csv_free(&strict)
    unsafe csv_free(&lenient)
  }

  private static let options = UInt8(CSV_STRICT | CSV_STRICT_FINI)

  /// Reads one record into `fields`.
  ///
  /// - Parameter record: The record without its line end; an empty one has no field.
  /// - Returns: Whether libcsv accepts it as exactly one row, or as none if it is empty.
  mutating func read(_ record: Span<UInt8>) -> Bool {
    if unsafe Self.read(record, with: &strict, into: &fields) { return true }
    unsafe Self.reset(&strict)
    if unsafe Self.read(record, with: &lenient, into: &fields) { return true }
    unsafe Self.reset(&lenient)
    fields.clear()
    return false
  }

  /// Brings a parser back to the start of a row after an error, which libcsv does only when it ends
  /// a file without being strict.
  private static func reset(_ parser: inout csv_parser) {
    unsafe csv_set_opts(&parser, 0)
    unsafe csv_fini(&parser, nil, nil, nil)
    unsafe csv_set_opts(&parser, options)
  }

  private static func read(
    _ record: Span<UInt8>, with parser: inout csv_parser, into fields: inout RecordFields
  ) -> Bool {
    fields.clear()
    let isRead = unsafe withUnsafeMutablePointer(to: &fields) { target in
      let used = unsafe record.withUnsafeBufferPointer { buffer in
        unsafe csv_parse(
          &parser, buffer.baseAddress, buffer.count, takeField, takeRow, target)
      }
      guard used == record.count else { return false }
      return unsafe csv_fini(&parser, takeField, takeRow, target) == 0
    }
    return isRead && fields.rows == (record.isEmpty ? 0 : 1)
  }
}

private func takeField(
  _ bytes: UnsafeMutableRawPointer?, _ count: Int, _ target: UnsafeMutableRawPointer?
) {
  guard let fields = unsafe target?.assumingMemoryBound(to: RecordFields.self) else { return }
  if let bytes = unsafe bytes {
    unsafe fields.pointee.bytes.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  }
  unsafe fields.pointee.ends.append(fields.pointee.bytes.count)
}

private func takeRow(_ ending: Int32, _ target: UnsafeMutableRawPointer?) {
  guard let fields = unsafe target?.assumingMemoryBound(to: RecordFields.self) else { return }
  unsafe fields.pointee.rows += 1
}
