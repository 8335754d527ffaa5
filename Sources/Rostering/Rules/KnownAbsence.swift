import Workforce

/// Keeps shifts clear of absences.
struct KnownAbsence: ShiftFilter {
  static let name = "absence"
  /// First moment away, first moment back.
  let spans: [(from: Instant, until: Instant)]
  /// The spans in words.
  let demand: String

  func allows(_ shift: CandidateShift) -> Bool {
    !spans.contains { $0.from < shift.endInstant && shift.startInstant < $0.until }
  }
}
