import Anonymising
import FoundationEssentials

/// The file format of tallies: versioned, checksummed, the same bytes for the same counts.
///
/// Layout (docs/formats.md): the magic `ECHOTALY`, the version, then definition, schema, inputs,
/// groups and fingerprints, and last the SHA-256 of everything before it. Whole numbers are LEB128.
public enum TallyFile {
  /// The version written, and the only one read.
  public static let version: UInt64 = 1

  /// Why bytes are no tally file.
  public enum Failure: Error, Equatable {
    /// Not a tally file at all.
    case notATally
    /// Written by another version of the format.
    case unknownVersion(UInt64)
    /// Cut short or altered: the checksum does not fit.
    case damaged
  }

  private static let magic = Array("ECHOTALY".utf8)
  private static let digestLength = 32

  /// Writes a document.
  ///
  /// - Parameter document: What to write.
  /// - Returns: The bytes of the file.
  /// - Throws: When JSON cannot represent a part; that would be our own mistake.
  public static func encode(_ document: TallyDocument) throws -> [UInt8] {
    var writer = TallyWriter()
    writer.bytes = magic
    writer.number(version)
    writer.block(document.definition)
    writer.block(try canonicalJSON(document.tally.schema))
    writer.block(try canonicalJSON(document.inputs))
    writer.groups(of: document.tally)
    writer.fingerprints(document.fingerprints)
    return writer.bytes + Digest.sha256(writer.bytes.span)
  }

  /// Reads a document.
  ///
  /// - Parameter bytes: The bytes of the file.
  /// - Returns: The document.
  /// - Throws: Why the bytes are no intact tally file of this version.
  public static func decode(_ bytes: [UInt8]) throws(Failure) -> TallyDocument {
    guard bytes.starts(with: magic) else { throw .notATally }
    guard bytes.count >= magic.count + 1 + digestLength else { throw .damaged }
    let body = Array(bytes.dropLast(digestLength))
    var reader = TallyReader(bytes: body, offset: magic.count)
    let found = try reader.number()
    guard found == version else { throw .unknownVersion(found) }
    guard Digest.sha256(body.span) == Array(bytes.suffix(digestLength)) else { throw .damaged }
    let definition = try reader.block()
    let schema = try decodeJSON(Schema.self, from: reader.block())
    let inputs = try decodeJSON([InputRecord].self, from: reader.block())
    let tally = try reader.groups(schema: schema)
    let fingerprints = try reader.fingerprints()
    guard reader.isAtEnd else { throw .damaged }
    return TallyDocument(
      definition: definition, tally: tally, inputs: inputs, fingerprints: fingerprints)
  }

  /// The one JSON form of a value: sorted keys, no blanks, slashes as they are.
  ///
  /// - Parameter value: What to encode.
  /// - Returns: The bytes.
  /// - Throws: The encoder's error.
  public static func canonicalJSON(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  private static func decodeJSON<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(Failure) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw .damaged
    }
  }
}
