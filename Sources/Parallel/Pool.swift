import Glibc
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
    locked { $0.popLast() }
  }

  /// Gives a resource back.
  ///
  /// - Parameter resource: The resource.
  public func give(_ resource: consuming sending Resource) {
    let resource = resource
    locked { $0.append(resource) }
  }

  /// Takes all resources out.
  ///
  /// - Returns: All that were given back, in no particular order.
  public func drain() -> [Resource] {
    locked { resources in
      defer { resources = [] }
      return resources
    }
  }

  /// Works on the free resources, for which others wait no longer than an element takes to be moved.
  ///
  /// The thread sanitizer sees an order only where a lock is taken at once, so it is tried until it is.
  private func locked<Result: Sendable>(_ body: (inout [Resource]) -> Result) -> Result {
    while true {
      if let result = free.withLockIfAvailable({ body(&$0) }) { return result }
      sched_yield()
    }
  }
}
