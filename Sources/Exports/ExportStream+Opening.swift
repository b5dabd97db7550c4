extension ExportStream {
  /// Opens a file: looks at its beginning, and settles what the layout leaves open.
  ///
  /// - Parameters:
  ///   - path: The path of a `.csv` or `.csv.gz` file; what it is, its content decides.
  ///   - layout: What to read and how.
  ///   - limits: Sizes to keep to.
  ///   - workers: The most workers to use, at least 1; `nil` uses every available processor.
  ///   - notUTF8: The offset of the first byte that is not UTF-8, if that is known.
  /// - Throws: Why it cannot be read at all.
  public init(
    path: String, layout: SourceLayout, limits: ReadingLimits = .init(), workers: Int? = nil,
    notUTF8: Int? = nil
  ) throws(Stop) {
    let file = try Self.stopping { () throws(ExportFailure) in try StoredBytes(path: path) }
    try self.init(
      file, name: StoredFile.baseName(of: path), layout: layout, limits: limits, workers: workers,
      notUTF8: notUTF8)
  }

  /// Opens a file whose bytes are in memory already.
  ///
  /// - Parameters:
  ///   - bytes: The bytes as they would lie on disk.
  ///   - fileName: The name to give in `facts`.
  ///   - layout: What to read and how.
  ///   - limits: Sizes to keep to.
  ///   - workers: The most workers to use, at least 1; `nil` uses every available processor.
  ///   - notUTF8: The offset of the first byte that is not UTF-8, if that is known.
  /// - Throws: Why it cannot be read at all.
  public init(
    bytes: [UInt8], fileName: String, layout: SourceLayout, limits: ReadingLimits = .init(),
    workers: Int? = nil, notUTF8: Int? = nil
  ) throws(Stop) {
    try self.init(
      StoredBytes(bytes), name: fileName, layout: layout, limits: limits, workers: workers,
      notUTF8: notUTF8)
  }

  /// Reads a file to its end to find out what somebody should know before a run, and whether its
  /// columns decide how they are written; no cell is typed.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - layout: What to read and how.
  ///   - limits: Sizes to keep to.
  ///   - workers: The most workers to use, at least 1; `nil` uses every available processor.
  /// - Returns: What it looks like.
  /// - Throws: Why it cannot be read, or the first column that can be read in two ways.
  public static func look(
    path: String, layout: SourceLayout, limits: ReadingLimits = .init(), workers: Int? = nil
  ) throws(ExportFailure) -> FileLook {
    var notUTF8: Int?
    while true {
      do throws(Stop) {
        var stream = try ExportStream(
          path: path, layout: layout, limits: limits, workers: workers, notUTF8: notUTF8)
        let texts = try stream.texts(layout)
        var facts = stream.facts
        facts.census = texts.census
        return FileLook(
          facts: facts, notes: TextNote.notes(facts, texts.lengths), counts: texts.counts,
          rejects: texts.rejects)
      } catch {
        switch error {
        case .failure(let failure): throw failure
        case .notUTF8(let offset): notUTF8 = offset
        }
      }
    }
  }
}
