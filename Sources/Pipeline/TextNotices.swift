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
    for note in input.notes ?? [] {
      let words = TextNoteWords(note: note)
      let isWarning = words.isWarning(
        records: input.ledger.dataRecords, threshold: thresholds.warnRejected)
      if isWarning {
        warnings.append(words.notice(input.file))
      } else {
        others.append(words.notice(input.file))
      }
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
    let record = try InputRecord(lookingAt: path, layout, source: "", jobs: jobs)
    self.init(record, Definition.Thresholds())
  }

  /// Both, in the order in which they were found.
  var all: [Notice] { warnings + others }
}

extension InputRecord {
  /// Reads a file to its end without counting: what is known of it before cleaning.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - layout: How to read it.
  ///   - source: The name of its source.
  ///   - limits: The limits of reading.
  ///   - jobs: The most workers.
  /// - Throws: Why it cannot be read.
  init(
    lookingAt path: String, _ layout: SourceLayout, source: String, limits: ReadingLimits = .init(),
    jobs: Int?
  ) throws(Failure) {
    let look: FileLook
    do throws(ExportFailure) {
      look = try ExportStream.look(path: path, layout: layout, limits: limits, workers: jobs)
    } catch {
      throw ExportWords.failure(error, path: path)
    }
    var ledger = Ledger()
    ledger.read = look.counts.read
    ledger.accepted = look.counts.rows
    ledger.rejected = look.rejects.counts
    ledger.skip("header", look.counts.header)
    ledger.skip("blank-row", look.counts.blank)
    self.init(
      source: source, file: path, sha256: "", byteCount: look.facts.storedByteCount,
      encoding: look.facts.encoding.rawValue,
      separator: String(decoding: [look.facts.separator], as: UTF8.self), ledger: ledger,
      rejects: look.rejects.first.map(InputRecord.Reject.init), notes: look.notes)
  }
}

extension Log {
  /// Tells warnings, and then remarks.
  ///
  /// - Parameters:
  ///   - warnings: What may have made the outputs wrong.
  ///   - remarks: What changes no output.
  func tell(_ warnings: [Notice], remarks: [Notice]) {
    for notice in warnings { tell(notice) }
    for notice in remarks { remark(notice) }
  }
}
