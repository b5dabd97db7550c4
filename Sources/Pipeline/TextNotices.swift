internal import Benchmark
internal import Cleaning
internal import Exports
internal import Tally

/// What somebody should know of a file's text.
struct TextNotices {
  /// What may have made the outputs wrong.
  private(set) var warnings: [Notice] = []
  /// What changes no output.
  private(set) var others: [Notice] = []

  /// Sorts the notes of a file that was read.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - thresholds: The thresholds of the pipeline.
  init(_ input: InputRecord, _ thresholds: Definition.Thresholds) {
    add(input.notes ?? [], file: input.file, records: input.ledger.dataRecords, thresholds)
  }

  /// Reads a file to its end, only to see what is to be known of its text, and whether its columns
  /// decide how they are written.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - layout: How to read it.
  ///   - limits: The limits of reading.
  ///   - jobs: The most workers.
  ///   - thresholds: The thresholds of the pipeline.
  /// - Throws: Why it cannot be read.
  init(
    lookingAt path: String, _ layout: SourceLayout, limits: ReadingLimits = .init(), jobs: Int?,
    _ thresholds: Definition.Thresholds
  ) throws(Failure) {
    do throws(ExportFailure) {
      let look = try ExportStream.look(path: path, layout: layout, limits: limits, workers: jobs)
      add(
        look.notes.map(InputRecord.Note.init), file: path, records: look.counts.rows, thresholds)
    } catch {
      throw ExportWords.failure(error, path: path)
    }
  }

  /// Reads a file to its end that no pipeline names yet.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - sketch: What its beginning looks like.
  ///   - jobs: The most workers.
  /// - Throws: Why it cannot be read.
  init(lookingAt path: String, _ sketch: ExportSketch, jobs: Int?) throws(Failure) {
    let texts = sketch.judgedColumns.filter { $0.role == .text }.map(\.sketch.heading)
    let layout = SourceLayout(
      separator: sketch.separator, headerRows: sketch.headerRows, columns: [], texts: texts)
    try self.init(lookingAt: path, layout, jobs: jobs, Definition.Thresholds())
  }

  /// Both, in the order in which they were found.
  var all: [Notice] { warnings + others }

  private mutating func add(
    _ notes: [InputRecord.Note], file: String, records: Int, _ thresholds: Definition.Thresholds
  ) {
    for note in notes {
      let words = TextNoteWords(note: note)
      if words.isWarning(records: records, threshold: thresholds.warnRejected) {
        warnings.append(words.notice(file))
      } else {
        others.append(words.notice(file))
      }
    }
  }
}

extension Log {
  /// Tells the warnings, and the others as remarks.
  ///
  /// - Parameter notices: What somebody should know.
  func tell(_ notices: TextNotices) {
    for notice in notices.warnings { tell(notice) }
    for notice in notices.others { remark(notice) }
  }
}
