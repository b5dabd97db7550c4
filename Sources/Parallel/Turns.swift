import Glibc
import Synchronization

/// Lets pieces of work that run side by side do one part of it one after the other, in their order.
///
/// Pieces must be handed out in ascending order, as `Parallel.map` does, and each must take its turn
/// or give it up; so the piece whose turn it is always runs already, and nobody waits for nobody.
public final class Turns: Sendable {
  private let next = Atomic(0)
  private let abandoned = Atomic(Int.max)

  /// Starts with the turn of piece 0.
  public init() {}

  /// Waits until all pieces before have had their turn, and takes it.
  ///
  /// - Parameters:
  ///   - index: The piece.
  ///   - body: What to do meanwhile.
  /// - Returns: What `body` returns; `nil` if a piece before has given up.
  /// - Throws: What `body` throws; then this piece has given up.
  public func take<Result, Failure: Error>(
    _ index: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    var tries = 0
    while next.load(ordering: .acquiring) != index {
      if abandoned.load(ordering: .acquiring) < index { return nil }
      tries += 1
      if tries > 64 { sched_yield() }
    }
    do throws(Failure) {
      let result = try body()
      next.store(index + 1, ordering: .releasing)
      return result
    } catch {
      giveUp(index)
      throw error
    }
  }

  /// Gives a turn up; no piece behind gets one.
  ///
  /// - Parameter index: The piece.
  public func giveUp(_ index: Int) {
    abandoned.min(index, ordering: .acquiringAndReleasing)
  }
}

/// Things of which each is taken out once, by its index.
public final class Handout<Resource: Sendable>: Sendable {
  private let resources: Mutex<[Resource?]>

  /// Lays things out.
  ///
  /// - Parameter resources: The things.
  public init(_ resources: consuming sending [Resource]) {
    self.resources = Mutex(resources.map(Optional.some))
  }

  /// Takes one.
  ///
  /// - Parameter index: Its index.
  /// - Returns: The thing, `nil` if it was taken before.
  public func take(_ index: Int) -> Resource? {
    resources.withLock { resources in
      defer { resources[index] = nil }
      return resources[index]
    }
  }
}
