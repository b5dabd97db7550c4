internal import Glibc

extension PlainTable {
  /// Why a file holds no such table.
  public enum StoredFailure: Error, Equatable, Sendable {
    /// The file cannot be read or inflated.
    case unreadable(ExportFailure)
    /// Its content is no such table.
    case notATable(Failure)
  }

  /// Reads a small table from a file, inflated if it is gzip.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The number of bytes, stored or inflated, above which the file is refused.
  /// - Returns: The table.
  /// - Throws: Why there is none.
  public static func stored(
    at path: String, limit: Int = 1 << 28
  ) throws(StoredFailure) -> PlainTable {
    let bytes: [UInt8]
    do throws(ExportFailure) {
      let file = try StoredFile.read(path: path, limit: limit)
      let inflated =
        Inflating.isGzip(file.bytes)
        ? try Inflating.inflate(file.bytes, isPart: file.isPart, limit: limit) : nil
      guard !file.isPart, inflated?.isPart != true else { throw .notReadable(errno: EFBIG) }
      bytes = inflated?.bytes ?? file.bytes
    } catch {
      throw .unreadable(error)
    }
    do throws(Failure) {
      return try PlainTable(bytes: bytes)
    } catch {
      throw .notATable(error)
    }
  }
}
