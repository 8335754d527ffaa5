import Workforce

/// The absences by which a run is judged: those of today, and those that the run knows besides.
///
/// A repair may enter an absence in parts, so that fewer dates are credited. Where the run has all of an
/// absence of today in its own way, to the minute before midnight, that way counts.
struct KnownAbsences {
  /// All of them.
  let absences: [Absence]
  /// How many of the run's share no time with any of today's.
  let new: Int

  init(today: [Absence], run: [Absence]) {
    let ofRun = Dictionary(grouping: run, by: \.employee)
    let known = Set(today)
    let kept = today.filter { absence in
      let own = ofRun[absence.employee] ?? []
      return own.contains(absence) || !Self.covers(own, absence)
    }
    let ofToday = Dictionary(grouping: today, by: \.employee)
    let added = run.filter { !known.contains($0) }
    absences = kept + added
    new = added.count { absence in
      !(ofToday[absence.employee] ?? []).contains { $0.overlaps(absence) }
    }
  }

  /// Whether some absences leave no more of another one open than single minutes.
  private static func covers(_ parts: [Absence], _ absence: Absence) -> Bool {
    var open = absence.from
    for part in parts.sorted(by: { $0.from < $1.from }) where part.until > open {
      guard part.from <= open.adding(minutes: 1) else { return false }
      open = part.until
      if open.adding(minutes: 1) >= absence.until { return true }
    }
    return false
  }
}
