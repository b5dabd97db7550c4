internal import Parallel
internal import Synchronization

/// Lends the bytes of blocks in their order, whoever is done with them first, and lays the blocks aside.
///
/// Nobody waits: who comes while another lends leaves his block there.
final class BlockLender: Sendable {
  private struct State: Sendable {
    var next = 0
    var waiting: [Int: TextBlock] = [:]
    var isBusy = false
  }

  private let state = Mutex(State())
  private let spare: Pool<TextBlock>
  private let isGzip: Bool

  /// Starts with block 0.
  ///
  /// - Parameters:
  ///   - isGzip: Whether the bytes of the file are lent elsewhere, before they are inflated.
  ///   - spare: Where blocks go in the end.
  init(isGzip: Bool, spare: Pool<TextBlock>) {
    self.spare = spare
    self.isGzip = isGzip
  }

  /// Lends a block, and others that have waited for it.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - index: Its place.
  ///   - observe: Is lent the bytes of the file.
  func lend(
    _ block: consuming TextBlock, _ index: Int, to observe: @Sendable (Span<UInt8>) -> Void
  ) {
    if isGzip {
      spare.give(block)
      return
    }
    let block = block
    let isFree = state.withLock { state in
      state.waiting[index] = block
      defer { state.isBusy = true }
      return !state.isBusy
    }
    guard isFree else { return }
    while let block = takeNext() {
      block.lend(to: observe)
      spare.give(block)
    }
  }

  private func takeNext() -> TextBlock? {
    state.withLock { state in
      guard let block = state.waiting.removeValue(forKey: state.next) else {
        state.isBusy = false
        return nil
      }
      state.next += 1
      return block
    }
  }
}
