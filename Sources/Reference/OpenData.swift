public import Exports
import Synchronization

/// The open data that inputs of oracle cases refer to; every file is read once.
public final class OpenData: Sendable {
  /// Why a reference cannot be resolved; no case holds the text of a cell.
  public enum Failure: Error, Sendable, Equatable {
    /// The file is no table that can be read.
    case unreadable(file: String, PlainTable.StoredFailure)
    /// The file has no column of that name.
    case noColumn(file: String, column: String)
    /// A cell, on this line of the file, is no number.
    case notANumber(file: String, line: Int, column: String)
    /// The reference itself is wrong; the text says what is expected.
    case badReference(String)
  }

  private let folder: String
  private let tables = Mutex<[String: PlainTable]>([:])

  /// Names the folder.
  ///
  /// - Parameter folder: The folder of CSV files, plain or gzip.
  public init(folder: String) { self.folder = folder }

  /// Puts the data in place of references, wherever they stand in a value.
  ///
  /// - Parameter value: A value with or without references (see `DataReference`).
  /// - Returns: The same value with lists of numbers, texts or rows instead.
  /// - Throws: Why a reference cannot be resolved.
  public func resolve(_ value: JSONValue) throws(Failure) -> JSONValue {
    switch value {
    case .object(let parts) where parts["data"] != nil:
      let reference = try DataReference(parts)
      return try reference.values(of: table(reference.file))
    case .object(let parts):
      var resolved: [String: JSONValue] = [:]
      for (name, part) in parts { resolved[name] = try resolve(part) }
      return .object(resolved)
    case .list(let elements):
      var resolved: [JSONValue] = []
      for element in elements { resolved.append(try resolve(element)) }
      return .list(resolved)
    default: return value
    }
  }

  private func table(_ file: String) throws(Failure) -> PlainTable {
    let path = "\(folder)/\(file)"
    return try tables.withLock { (tables) throws(Failure) in
      if let table = tables[file] { return table }
      do throws(PlainTable.StoredFailure) {
        let table = try PlainTable.stored(at: path)
        tables[file] = table
        return table
      } catch {
        throw .unreadable(file: file, error)
      }
    }
  }
}
