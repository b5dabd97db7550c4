internal import Parallel

/// Where each cell of a table stands.
///
/// It is made on all cores, in shards; what it says does not depend on their number.
struct CellIndex: Sendable, Equatable {
  private static let shards = 16

  private let places: [[CellID: Int]]

  /// Notes the places of cells.
  ///
  /// - Parameter cells: The cells; ids must differ.
  init(_ cells: [Cell]) {
    var members = [[Int]](repeating: [], count: Self.shards)
    for place in cells.indices { members[Self.shard(of: cells[place].id)].append(place) }
    places = Parallel.map(count: Self.shards) { [members] shard in
      Dictionary(uniqueKeysWithValues: members[shard].map { (cells[$0].id, $0) })
    }
  }

  /// Where a cell stands.
  ///
  /// - Parameter id: Which cell.
  /// - Returns: Its place, `nil` if there is no such cell.
  func place(of id: CellID) -> Int? { places[Self.shard(of: id)][id] }

  /// A number that depends on the subject only.
  private static func shard(of id: CellID) -> Int {
    let key =
      switch id.subject {
      case .organisation(let key), .peerGroup(let key): key
      }
    return Int(key.utf8.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) } % UInt32(shards))
  }

  /// Cells in the order of their ids.
  ///
  /// - Parameter cells: The cells, in any order.
  /// - Returns: The cells.
  static func sorted(_ cells: [Cell]) -> [Cell] {
    let size = max(1, (cells.count + shards - 1) / shards)
    var parts: [[Named]] = Parallel.map(count: (cells.count + size - 1) / size) { part in
      ((part * size)..<min(cells.count, (part + 1) * size)).map {
        Named(name: cells[$0].id.description, place: $0)
      }.sorted { $0.name < $1.name }
    }
    while parts.count > 1 {
      parts = Parallel.map(count: (parts.count + 1) / 2) { [parts] pair in
        pair * 2 + 1 < parts.count ? merge(parts[pair * 2], parts[pair * 2 + 1]) : parts[pair * 2]
      }
    }
    return parts.first?.map { cells[$0.place] } ?? []
  }

  private struct Named: Sendable {
    let name: String
    let place: Int
  }

  private static func merge(_ left: [Named], _ right: [Named]) -> [Named] {
    var merged: [Named] = []
    merged.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if right[second].name < left[first].name {
        merged.append(right[second])
        second += 1
      } else {
        merged.append(left[first])
        first += 1
      }
    }
    merged.append(contentsOf: left[first...])
    merged.append(contentsOf: right[second...])
    return merged
  }
}
