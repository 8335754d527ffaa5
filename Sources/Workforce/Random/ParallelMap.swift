import Dispatch
import Synchronization

/// Computes `body` for `0..<count` on up to `threads` threads; results come in index order, so
/// they do not depend on the number of threads.
public func parallelMap<Result: Sendable>(
  count: Int,
  threads: Int,
  _ body: @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(body) }
  let lanes = min(threads, count)
  let gathered = Mutex<[[(Int, Result)]]>([])
  DispatchQueue.concurrentPerform(iterations: lanes) { lane in
    let part = stride(from: lane, to: count, by: lanes).map { ($0, body($0)) }
    gathered.withLock { $0.append(part) }
  }
  return gathered.withLock { $0 }.joined().sorted { $0.0 < $1.0 }.map(\.1)
}

/// Does two things, at the same time when there are several threads, else one after the other.
public func parallelDo(
  threads: Int,
  _ first: @Sendable () -> Void,
  _ second: @Sendable () -> Void
) {
  guard threads > 1 else {
    first()
    second()
    return
  }
  DispatchQueue.concurrentPerform(iterations: 2) { $0 == 0 ? first() : second() }
}
