internal import Benchmark
internal import Exports
internal import FoundationEssentials

extension Commands {
  /// Looks at exports and writes a pipeline that runs as it stands.
  ///
  /// - Parameters:
  ///   - exports: The export files.
  ///   - out: The pipeline file to write, or `nil` to print it.
  /// - Returns: Done.
  /// - Throws: Why there is nothing to propose.
  public func initialise(exports: [String], out: String?) throws(Failure) -> ExitCode {
    if let out, Disk.exists(out) {
      throw Failure(
        .cannotCreate,
        Notice(
          code: "EL-E-0912", place: Notice.Place(file: out),
          problem: LocalisedText(de: "Die Datei gibt es schon", en: "The file exists already"),
          wayOut: LocalisedText(
            de: "Nennen Sie mit --out eine neue Datei", en: "Name a new file with --out")))
    }
    let sources = try sketches(of: exports)
    try Self.refuseRepeated(exports)
    let items = InitItems(sources)
    guard !items.items.isEmpty else { throw Failure(.dataRejected, sources.map(Self.noRatings)) }
    let folder = out.map(Disk.folder) ?? "."
    let pipeline = InitPipeline(
      sources: sources, items: items, key: Self.key(for: out ?? exports[0]),
      language: options.language, relative: { Self.relative($0, to: folder) })
    let text = pipeline.text
    guard text.utf8.count <= YAMLReader.greatestSize else {
      throw Failure(
        .dataRejected,
        Notice(
          code: "EL-E-0914", place: Notice.Place(file: exports[0]),
          problem: LocalisedText(
            de: "Der Vorschlag wäre mit \(items.items.count) Fragen größer als 1 MiB",
            en: "The proposal, with \(items.items.count) items, would be larger than 1 MiB"),
          wayOut: LocalisedText(
            de: "Exportieren Sie nur die Spalten, die gebraucht werden",
            en: "Export only the columns that are needed")))
    }
    guard let out else {
      Output.print(text)
      return .done
    }
    try Disk.create(out, with: Array(text.utf8), mode: 0o644)
    Output.print(Words.proposed(out, items, doubts: pipeline.doubts.count)[options.language])
    return .done
  }

  private func sketches(of exports: [String]) throws(Failure) -> [InitSource] {
    var sources: [InitSource] = []
    var problems: [Notice] = []
    var exit = ExitCode.done
    var keys = InitKeys()
    for path in exports {
      try Interruption.check()
      let ending = path.lowercased()
      guard ending.hasSuffix(".csv") || ending.hasSuffix(".csv.gz") else {
        exit = max(exit, .dataRejected)
        problems.append(try Self.wrongEnding(path))
        continue
      }
      do throws(Failure) {
        let sketch = try Self.sketch(of: path)
        let name = keys.key(for: sketch.adapter?.tool.rawValue ?? "export")
        let texts = try TextNotices(lookingAt: path, sketch, jobs: options.jobs)
        sources.append(InitSource(path: path, sketch: sketch, name: name, texts: texts))
      } catch {
        exit = max(exit, error.exit)
        problems += error.notices
      }
    }
    guard problems.isEmpty else { throw Failure(exit, problems) }
    return sources
  }

  private static func sketch(of path: String) throws(Failure) -> ExportSketch {
    do throws(ExportFailure) {
      return try ExportSketch.read(path: path)
    } catch {
      throw ExportWords.failure(error, path: path)
    }
  }

  /// Words for an export without ratings; if most of its records are no rows, that is why.
  private static func noRatings(_ source: InitSource) -> Notice {
    let sketch = source.sketch
    if sketch.records == 0 {
      return Notice(
        code: "EL-E-0910", place: Notice.Place(file: source.path),
        problem: LocalisedText(
          de: "Die Datei hat Spaltenköpfe, aber keine Datensätze",
          en: "The file has headings but no records"),
        wayOut: LocalisedText(
          de: "Exportieren Sie sie erneut, mit allen Antworten",
          en: "Export it again, with all responses"))
    }
    let isBroken = sketch.irregularRecords * 10 > sketch.records
    return Notice(
      code: "EL-E-0910", place: Notice.Place(file: source.path),
      problem: LocalisedText(
        de: "Keine Spalte sieht nach Bewertungen aus"
          + (isBroken
            ? ", und \(sketch.irregularRecords) von \(sketch.records) Datensätzen haben nicht so"
              + " viele Zellen wie Spaltenköpfe" : ""),
        en: "No column looks like ratings"
          + (isBroken
            ? ", and \(sketch.irregularRecords) of \(sketch.records) records have not as many cells"
              + " as there are headings" : "")),
      wayOut: isBroken
        ? LocalisedText(
          de: "Exportieren Sie die Datei erneut, mit anderem Trennzeichen oder aus dem Werkzeug"
            + " selbst",
          en: "Export the file again, with another separator or from the tool itself")
        : LocalisedText(
          de: "echolot inspect zeigt, was in den Spalten steht; docs/pipelines.md, wie man eine"
            + " Pipeline selbst schreibt",
          en: "echolot inspect shows what the columns hold; docs/pipelines.md how to write a"
            + " pipeline yourself"))
  }

  /// Refuses an export that is named twice, or a copy of it: its pipeline would count it twice.
  private static func refuseRepeated(_ exports: [String]) throws(Failure) {
    let problems = try RepeatedFiles.pairs(of: exports).map { pair in
      Notice(
        code: "EL-E-0915", place: Notice.Place(file: exports[pair.second]),
        problem: LocalisedText(
          de: "Die Datei hat denselben Inhalt wie \(exports[pair.first])",
          en: "The file has the same content as \(exports[pair.first])"),
        wayOut: LocalisedText(
          de: "Nennen Sie jeden Export einmal", en: "Name every export once"))
    }
    guard problems.isEmpty else { throw Failure(.usage, problems) }
  }

  /// Words for a file whose name a pipeline could not hold; what it is by content comes first.
  private static func wrongEnding(_ path: String) throws(Failure) -> Notice {
    do throws(ExportFailure) {
      _ = try ExportSketch.read(path: path)
    } catch {
      return ExportWords.failure(error, path: path).notices[0]
    }
    return Notice(
      code: "EL-E-0911", place: Notice.Place(file: path),
      problem: LocalisedText(
        de: "Der Dateiname endet weder auf .csv noch auf .csv.gz",
        en: "The file's name ends neither in .csv nor in .csv.gz"),
      wayOut: LocalisedText(
        de: "Benennen Sie die Datei um", en: "Rename the file"))
  }

  /// The key of the pipeline: the file's name without its ending.
  private static func key(for path: String) -> String {
    var name = Disk.name(of: path).lowercased()
    for ending in [".gz", ".csv", ".yaml", ".yml"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    return InitKeys.slug(name)
  }

  /// A path from another folder.
  private static func relative(_ path: String, to folder: String) -> String {
    let working = FileManager.default.currentDirectoryPath
    func parts(_ path: String) -> [Substring] {
      var parts: [Substring] = []
      for part in (path.hasPrefix("/") ? path : working + "/" + path).split(separator: "/") {
        if part == ".." {
          _ = parts.popLast()
        } else if part != "." {
          parts.append(part)
        }
      }
      return parts
    }
    let target = parts(path)
    let origin = parts(folder)
    let shared = zip(target, origin).prefix { $0 == $1 }.count
    // With only the root in common, an absolute path is clearer.
    if shared == 0 { return "/" + target.joined(separator: "/") }
    let up = Array(repeating: Substring(".."), count: origin.count - shared)
    return (up + target.dropFirst(shared)).joined(separator: "/")
  }
}
