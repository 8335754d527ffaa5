import Foundation
import Staffing
import Workforce

extension DeferredNeed {
  /// What the linear program says of deferred work: its value and bound, and what is late.
  var findings: [Diagnostic] {
    guard let smoothing else { return [] }
    let hours = smoothing.queues.reduce(0.0) { $0 + $1.work.reduce(0, +) }
    let note = Diagnostic(
      .note,
      file: "requirement.csv",
      message:
        "Deferred work of \(Self.text(hours)) hours was moved into the valleys of the need by a "
        + "linear program: value \(Self.text(smoothing.objective)), proved bound "
        + "\(Self.text(smoothing.bound)).",
      suggestion: "The hours of each interval are in requirement.csv."
    )
    return [note]
      + smoothing.queues.filter { $0.lateHours > 0.01 }.map { queue in
        Diagnostic(
          .warning,
          file: "requirement.csv",
          message:
            "\(queue.name): \(Self.text(queue.lateHours)) hours cannot be done before they are "
            + "due, whoever is there.",
          suggestion: "Give the queue longer opening hours or a later due time."
        )
      }
  }

  private static func text(_ value: Double) -> String { String(format: "%.1f", value) }
}
