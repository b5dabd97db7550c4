internal import Exports

/// The list of organisations beside a pipeline: a small CSV file with key, name and peer group.
enum OrganisationList {
  /// Reads the list.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its rows with their lines, or why it cannot be read.
  static func rows(at path: String) -> Result<[OrganisationRow], OrganisationFileProblem> {
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try Disk.read(path)
    } catch {
      return .failure(.unreadable)
    }
    do throws(PlainTable.Failure) {
      return rows(of: try PlainTable(bytes: bytes))
    } catch {
      switch error {
      case .notUTF8: return .failure(.notUTF8)
      case .malformed(let line), .ragged(let line, _, _): return .failure(.malformed(line: line))
      case .empty: return .failure(.missingColumn("key"))
      }
    }
  }

  private static func rows(
    of table: PlainTable
  ) -> Result<[OrganisationRow], OrganisationFileProblem> {
    var places: [Int] = []
    for name in ["key", "name", "peer_group"] {
      guard let place = table.headings.firstIndex(of: name) else {
        return .failure(.missingColumn(name))
      }
      places.append(place)
    }
    return .success(
      table.rows.map { row in
        OrganisationRow(
          line: row.line, key: row.fields[places[0]], name: row.fields[places[1]],
          peerGroup: row.fields[places[2]])
      })
  }
}
