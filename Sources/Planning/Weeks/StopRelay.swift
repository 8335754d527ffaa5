import Dispatch
import Workforce

/// Passes a user's wish to stop on to a signal that also has a deadline.
///
/// A class because the timer behind it lives until ``end()``.
final class StopRelay {
  private let timer: any DispatchSourceTimer

  init(from outer: StopSignal, to inner: StopSignal) {
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now(), repeating: .milliseconds(50))
    timer.setEventHandler {
      if let reason = outer.reason { inner.stop(reason) }
    }
    timer.resume()
  }

  /// Stops listening.
  func end() { timer.cancel() }
}
