public import Dispatch
import Foundation

extension StopSignal {
  /// Makes a signal of the system, such as `SIGINT` for Ctrl-C, ask the work to stop, from the moment
  /// that this returns until the source is cancelled; a second one ends the program at once.
  ///
  /// Until then the signal ends the program as usual. On Linux, Dispatch has a handler of its own;
  /// ignoring the signal would undo that, and lose one that has come already.
  public func listen(to number: Int32) -> any DispatchSourceSignal {
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    let isRegistered = DispatchSemaphore(value: 0)
    source.setEventHandler {
      // nothing is half-written, because files and folders appear by a rename
      if self.isStopped { _exit(130) }
      self.stop(.cancelled)
    }
    source.setRegistrationHandler { isRegistered.signal() }
    source.resume()
    isRegistered.wait()
    #if canImport(Darwin)
    signal(number, SIG_IGN)
    #endif
    return source
  }
}
