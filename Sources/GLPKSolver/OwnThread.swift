import CGLPK
import Optimization
import Synchronization

/// Runs work on a thread made for it, and waits.
enum OwnThread {
  /// Runs `work` on a new thread with a stack of that size and returns or throws what it does.
  static func run<R: Sendable>(
    stackBytes: Int,
    _ work: @escaping @Sendable () throws -> R
  ) throws -> R {
    let outcome = Outcome<R>()
    let errand = Errand { outcome.result.withLock { $0 = Result { try work() } } }
    let context = unsafe Unmanaged.passRetained(errand)
    let failed = unsafe glpk_run_on_thread(stackBytes, threadBody, context.toOpaque())
    unsafe context.release()
    let result = outcome.result.withLock { $0 }
    guard failed == 0, let result else {
      throw SolverError(
        .solverFailure,
        """
        The system has no thread left to run GLPK on.
        Run fewer threads at once, with --threads.
        """
      )
    }
    return try result.get()
  }

  /// What a thread has to do, behind a pointer that C can carry.
  private final class Errand {
    private var work: (() -> Void)?

    init(_ work: @escaping () -> Void) { self.work = work }

    /// Does the work once and lets go of it.
    func run() {
      work?()
      work = nil
    }
  }

  /// Where a thread leaves its result.
  private final class Outcome<R: Sendable>: Sendable {
    let result = Mutex<Result<R, any Error>?>(nil)
  }

  private static let threadBody:
    @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
      if let context = unsafe context {
        unsafe Unmanaged<Errand>.fromOpaque(context).takeUnretainedValue().run()
      }
      return nil
    }
}
