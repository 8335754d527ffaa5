import ArgumentParser
import Dispatch
import Foundation
import Planning
import Reporting
import Synchronization
import Workforce

/// Text, progress and errors on the terminal.
enum Console {
  /// Runs a command: prints what went wrong in one place and maps it to an exit code.
  static func run(_ body: (StopSignal) throws -> Void) throws {
    let stop = StopSignal()
    let interrupt = stop.listen(to: SIGINT)
    let terminate = stop.listen(to: SIGTERM)
    defer {
      interrupt.cancel()
      terminate.cancel()
      clearProgress()
    }
    do {
      try body(stop)
    } catch let code as ExitCode {
      throw code
    } catch let usage as ValidationError {
      throw usage
    } catch let impossible as ImpossibleWeek {
      fail("\(impossible)")
      throw ExitCode(2)
    } catch let error as CocoaError {
      fail("\(error.localizedDescription)\nCheck the path and its permissions.")
      throw ExitCode.failure
    } catch {
      fail("\(error)")
      throw ExitCode.failure
    }
  }

  /// Prints text on standard output.
  static func say(_ text: String) {
    clearProgress()
    print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
  }

  /// Prints text on standard error.
  static func fail(_ text: String) {
    clearProgress()
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Prints notes and warnings on standard error.
  static func report(_ findings: [Diagnostic]) {
    for finding in findings { fail(finding.description) }
  }

  private static let isTerminal = isatty(2) == 1
  private static let hasProgress = Mutex(false)
  /// When the first progress was shown.
  private static let begin = ContinuousClock.now

  /// Shows progress in one line, on a terminal only.
  @Sendable static func show(_ progress: StageProgress) {
    guard isTerminal else { return }
    let line = ProgressLine(progress, elapsed: ContinuousClock.now - begin).text(columns: 79)
    hasProgress.withLock { $0 = true }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  private static func clearProgress() {
    let isShown = hasProgress.withLock { shown in
      defer { shown = false }
      return shown
    }
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
