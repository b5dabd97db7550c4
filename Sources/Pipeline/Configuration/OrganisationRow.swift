/// One line of the list of organisations, read but not yet checked.
public struct OrganisationRow: Sendable, Equatable {
  /// The line it starts on, from 1, heading line included.
  public var line: Int
  /// The cell of the column `key`.
  public var key: String
  /// The cell of the column `name`.
  public var name: String
  /// The cell of the column `peer_group`.
  public var peerGroup: String

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - line: The line it starts on, from 1.
  ///   - key: The cell of the column `key`.
  ///   - name: The cell of the column `name`.
  ///   - peerGroup: The cell of the column `peer_group`.
  public init(line: Int, key: String, name: String, peerGroup: String) {
    self.line = line
    self.key = key
    self.name = name
    self.peerGroup = peerGroup
  }
}

/// Why a list of organisations could not be read.
public enum OrganisationFileProblem: Error, Sendable, Equatable {
  /// There is no such file, or it must not be read.
  case unreadable
  /// The file is not UTF-8.
  case notUTF8
  /// The heading line lacks a column.
  case missingColumn(String)
  /// A line has the wrong number of fields or a quote that is never closed.
  case malformed(line: Int)
}
