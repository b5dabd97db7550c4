import Synchronization

/// Things that workers take, use and give back, so that each is used by one worker at a time.
///
/// What is worth keeping between pieces of work lives here: buffers, memories, counts.
public final class Pool<Resource: Sendable>: Sendable {
  private let free = Mutex<[Resource]>([])

  /// Makes an empty pool.
  public init() {}

  /// Takes a resource out.
  ///
  /// - Returns: One that was given back, or `nil` if there is none.
  public func take() -> Resource? {
    free.withLock { $0.popLast() }
  }

  /// Gives a resource back.
  ///
  /// - Parameter resource: The resource.
  public func give(_ resource: consuming sending Resource) {
    let resource = resource
    free.withLock { $0.append(resource) }
  }

  /// Takes all resources out.
  ///
  /// - Returns: All that were given back, in no particular order.
  public func drain() -> [Resource] {
    free.withLock { resources in
      defer { resources = [] }
      return resources
    }
  }
}
