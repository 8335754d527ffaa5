import Workforce

/// What is wrong, and what to do next.
struct Problem {
  var message: String
  var suggestion: String

  init(_ message: String, _ suggestion: String) {
    self.message = message
    self.suggestion = suggestion
  }
}

/// Collects what is found in one file; a class because all readers of the file add to it.
///
/// Of each kind of problem the first ``limit`` are listed; the rest are counted.
final class FileFindings {
  static let limit = 20

  private struct Tally {
    var kind: String
    var severity: Diagnostic.Severity
    var count = 0
    var firstOmitted: Int?
    var last: Int?
  }

  let file: String
  private(set) var errorCount = 0
  private var listed: [Diagnostic] = []
  private var tallies: [Tally] = []

  init(file: String) { self.file = file }

  /// Adds a problem; `kind` says in a few words what sort it is.
  func report(
    _ kind: String,
    line: Int? = nil,
    severity: Diagnostic.Severity = .error,
    _ problem: @autoclosure () -> Problem
  ) {
    if severity == .error { errorCount += 1 }
    let index = tallyIndex(of: kind, severity)
    tallies[index].count += 1
    guard tallies[index].count <= Self.limit else {
      tallies[index].firstOmitted = tallies[index].firstOmitted ?? line
      tallies[index].last = line
      return
    }
    let problem = problem()
    listed.append(
      Diagnostic(
        severity,
        file: file,
        line: line,
        message: problem.message,
        suggestion: problem.suggestion
      )
    )
  }

  private func tallyIndex(of kind: String, _ severity: Diagnostic.Severity) -> Int {
    if let index = tallies.firstIndex(where: { $0.kind == kind }) { return index }
    tallies.append(Tally(kind: kind, severity: severity))
    return tallies.count - 1
  }

  /// All findings, by line; those about the whole file come first.
  var diagnostics: [Diagnostic] {
    let more = tallies.filter { $0.count > Self.limit }.map { tally in
      Diagnostic(
        tally.severity,
        file: file,
        line: tally.firstOmitted,
        message: "and \(tally.count - Self.limit) more like it (\(tally.kind)"
          + (tally.last.map { ", the last in line \($0)" } ?? "") + ").",
        suggestion: "Correct them in the same way."
      )
    }
    let all = (listed + more).enumerated()
    return all.sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
      .map(\.element)
  }
}
