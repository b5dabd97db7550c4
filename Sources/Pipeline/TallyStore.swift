internal import Benchmark
import FoundationEssentials
internal import Tally

/// Tally files on disk: confidential, whole or not at all.
enum TallyStore {
  /// Reads a tally file.
  ///
  /// - Parameter path: The file.
  /// - Returns: What it holds.
  /// - Throws: A failure that names the file and what is wrong with it.
  static func read(_ path: String) throws(Failure) -> TallyDocument {
    let bytes = try Disk.read(path)
    do throws(TallyFile.Failure) {
      return try TallyFile.decode(bytes)
    } catch {
      throw unreadable(error, path)
    }
  }

  /// Writes a tally file that only its owner may read.
  ///
  /// - Parameters:
  ///   - document: What to write.
  ///   - path: The file; replaced only when all is written.
  /// - Throws: A failure that ends the command as unable to write.
  static func write(_ document: TallyDocument, to path: String) throws(Failure) {
    let bytes: [UInt8]
    do {
      bytes = try TallyFile.encode(document)
    } catch {
      throw notStorable()
    }
    guard !Disk.exists(path) || Disk.isFile(path) else {
      let isFolder = Disk.isDirectory(path)
      throw Failure(
        .cannotCreate,
        Notice(
          code: "EL-E-0504", place: Notice.Place(file: path),
          problem: LocalisedText(
            de: isFolder ? "Der Name gehört einem Ordner" : "Der Name gehört einem Gerät",
            en: isFolder ? "The name belongs to a folder" : "The name belongs to a device"),
          wayOut: LocalisedText(
            de: "Nennen Sie mit --out eine Datei", en: "Name a file with --out")))
    }
    try Disk.replace(path, with: bytes, mode: 0o600)
  }

  /// The definition stored in a tally.
  ///
  /// - Parameters:
  ///   - document: The tally.
  ///   - file: The file it came from, for the message.
  /// - Returns: The definition.
  /// - Throws: A failure if another version of Echolot wrote it.
  static func definition(of document: TallyDocument, file: String) throws(Failure) -> Definition {
    do {
      let definition = try JSONDecoder().decode(Definition.self, from: Data(document.definition))
      guard definition.schema == document.tally.schema else {
        throw TallyFile.Failure.damaged
      }
      return definition
    } catch {
      throw unreadable(.damaged, file)
    }
  }

  /// Why tallies do not add up, in words.
  ///
  /// - Parameters:
  ///   - reason: Why.
  ///   - file: The file that does not fit those before it.
  /// - Returns: A failure.
  static func failure(_ reason: TallyDocument.MergeFailure, file: String) -> Failure {
    let (problem, wayOut): (LocalisedText, LocalisedText) =
      switch reason {
      case .differentDefinitions:
        (
          LocalisedText(
            de: "Die Zählung gehört zu einer anderen Pipeline oder einem anderen Stand von ihr",
            en: "The tally belongs to another pipeline or to another version of it"),
          LocalisedText(
            de: "Zählen Sie alle Teile mit derselben Pipeline-Datei",
            en: "Tally all parts with the same pipeline file")
        )
      case .sameInput(let source, let input):
        (
          LocalisedText(
            de: "Die Datei \(input) (Quelle \(source)) ist schon gezählt",
            en: "The file \(input) (source \(source)) is already counted"),
          LocalisedText(de: "Nennen Sie jeden Teil nur einmal", en: "Name each part only once")
        )
      case .sharedRespondents(let count):
        (
          LocalisedText(
            de: "\(count) Antwortende sind in mehreren Teilen gezählt",
            en: "\(count) respondents are counted in several parts"),
          LocalisedText(
            de: "Zählen Sie diese Exporte in einem Lauf von tally, oder teilen Sie sie nach"
              + " Antwortenden auf",
            en: "Tally these exports in one run, or split them by respondent")
        )
      }
    return Failure(
      .dataRejected,
      Notice(
        code: "EL-E-0503", place: Notice.Place(file: file), problem: problem, wayOut: wayOut))
  }

  private static func unreadable(_ reason: TallyFile.Failure, _ path: String) -> Failure {
    let (code, problem, wayOut): (String, LocalisedText, LocalisedText) =
      switch reason {
      case .notATally:
        (
          "EL-E-0501",
          LocalisedText(de: "Das ist keine Zähldatei", en: "This is no tally file"),
          LocalisedText(
            de: "Zähldateien schreibt: echolot tally",
            en: "Tally files are written by: echolot tally")
        )
      case .unknownVersion(let version):
        (
          "EL-E-0502",
          LocalisedText(
            de: "Die Zähldatei hat die unbekannte Version \(version)",
            en: "The tally file has the unknown version \(version)"),
          LocalisedText(
            de: "Nehmen Sie die Fassung von Echolot, die sie schrieb",
            en: "Use the version of Echolot that wrote it")
        )
      case .damaged:
        (
          "EL-E-0505",
          LocalisedText(
            de: "Die Zähldatei ist unvollständig oder verändert",
            en: "The tally file is incomplete or altered"),
          LocalisedText(
            de: "Kopieren Sie sie erneut oder zählen Sie noch einmal",
            en: "Copy it again, or tally once more")
        )
      }
    return Failure(
      .dataRejected,
      Notice(code: code, place: Notice.Place(file: path), problem: problem, wayOut: wayOut))
  }

  /// What cannot be encoded, which would be our own mistake.
  static func notStorable() -> Failure {
    Failure(
      .internalError,
      Notice(
        code: "EL-E-0702",
        problem: LocalisedText(
          de: "Die Zählung lässt sich nicht speichern", en: "The tally cannot be stored"),
        wayOut: LocalisedText(
          de: "Bitte melden Sie diesen Fehler", en: "Please report this mistake of ours")))
  }
}
