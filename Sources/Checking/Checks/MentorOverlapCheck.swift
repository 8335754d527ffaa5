import Workforce

/// The shifts of somebody's mentors cover at least the stage's share of each shift, together; only
/// where a mentor is on record.
enum MentorOverlapCheck: PersonCheck {
  static let name = "mentor overlap"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.compactMap { shift in
      guard let stage = person.facts.stages.stage(on: shift.date), stage.mentorShare > .zero else {
        return nil
      }
      let mentors = week.index.inputs.training.mentorings.filter {
        $0.employee == person.id && $0.from <= shift.date && shift.date <= $0.until
      }.map(\.mentor)
      guard !mentors.isEmpty else { return nil }
      let length = shift.end.minutes(since: shift.start)
      let covered = length - uncovered(shift, by: mentors, week)
      // both sides in millionths of a minute, so that nothing is rounded
      let share = Int((stage.mentorShare.value * 1_000_000).rounded())
      guard covered * 1_000_000 < share * length else { return nil }
      return Finding(
        date: shift.date,
        detail: "stage \(stage.name): shifts of \(mentors.joined(separator: " and ")) cover "
          + "\(text(minutes: covered)) of \(text(minutes: length)); at least "
          + "\(text(minutes: (share * length + 999_999) / 1_000_000)) required"
      )
    }
  }

  /// Minutes of a shift in which none of the mentors is at work.
  private static func uncovered(
    _ shift: CheckedShift,
    by mentors: [String],
    _ week: CheckedWeek
  ) -> Int {
    let beside = week.people.filter { mentors.contains($0.id) }.flatMap(\.shifts).map {
      TimeStretch(start: $0.start, end: $0.end)
    }
    return TimeStretch(start: shift.start, end: shift.end).less(beside).reduce(0) {
      $0 + $1.end.minutes(since: $1.start)
    }
  }
}
